/* links.c - links made safe, and never into nothing. */
#include "layout/links.h"

#include <string.h>

/* What RFC 3986 doesn't allow bare, brackets and quotes too, becomes %XX. */
static const char *uri_target(GazFlow *flow, const char *link)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (const char *at = link; *at != '\0'; at++) {
        if (g_ascii_isalnum(*at) || strchr("-._~:/?#[]@!$&*+,;=%", *at) != NULL)
            g_string_append_c(text, *at);
        else
            g_string_append_printf(text, "%%%02X", (unsigned)(unsigned char)*at);
    }
    return gaz_arena_intern(flow->arena, text->str);
}

static bool is_address(const char *link)
{
    return g_str_has_prefix(link, "https:") || g_str_has_prefix(link, "http:") ||
           g_str_has_prefix(link, "mailto:") || g_str_has_prefix(link, "tel:");
}

/* The id that a note's mark (of its first note, where it marks several) or a link within the document names.
 */
static const char *id_of(GazFlow *flow, const GazRun *run)
{
    g_auto(GStrv) ids = run->note == NULL ? NULL : g_strsplit(run->note, " ", 2);

    if (ids != NULL)
        return ids[0] == NULL ? NULL : gaz_arena_intern(flow->arena, ids[0]);
    return run->link != NULL && run->link[0] == '#' ? run->link + 1 : NULL;
}

const char *gaz_link_target(GazFlow *flow, const GazRun *run)
{
    const char *id = id_of(flow, run);

    if (id != NULL && g_hash_table_contains(flow->targets, id)) {
        g_ptr_array_add(flow->linked, (gpointer)id);
        return gaz_arena_printf(flow->arena, "#%s", id);
    }
    return id == NULL && run->link != NULL && is_address(run->link) ? uri_target(flow, run->link) : NULL;
}

/* The node of a run that names an id: a note has one in each language. */
static const GazNode *node_of(const GazFlow *flow, const char *id, GazLanguage language)
{
    const GazNode *node = g_hash_table_lookup(flow->targets, id);

    while (node != NULL && node->kind != GAZ_NODE_ANNEX && node->language != language)
        node = g_hash_table_lookup(flow->twins, node);
    return node;
}

/* The title of an annex in a language, or the text of another node. */
static char *words_of(const GazNode *node, GazLanguage language)
{
    const GazNode *said = node->kind == GAZ_NODE_ANNEX ? node->first : node;

    while (said != NULL && said != node && (said->kind != GAZ_NODE_HEADING || said->language != language))
        said = said->next;
    return said == NULL ? NULL : gaz_node_text(said);
}

const char *gaz_link_alternative(GazFlow *flow, const GazRun *run)
{
    const char *id = id_of(flow, run);
    const GazNode *node = id == NULL ? NULL : node_of(flow, id, run->language);
    g_autofree char *words = node == NULL ? NULL : words_of(node, run->language);

    if (words == NULL || *words == '\0')
        return run->text;
    return gaz_arena_printf(flow->arena, "%s %s", run->text, words);
}

static void add_target(GazFlow *flow, const GazNode *node)
{
    gpointer before = g_hash_table_lookup(flow->targets, node->id);

    if (before != NULL)
        g_hash_table_insert(flow->twins, (gpointer)node, before);
    g_hash_table_insert(flow->targets, (gpointer)node->id, (gpointer)node);
}

void gaz_link_find_targets(GazFlow *flow, const GazNode *root)
{
    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root)) {
        unsigned own = node->language == GAZ_ZH ? GAZ_LANGUAGES_ZH : GAZ_LANGUAGES_EN;

        if (node->id != NULL && (node->kind == GAZ_NODE_ANNEX || (flow->languages & own) != 0))
            add_target(flow, node);
    }
}

void gaz_link_reach_all(GazFlow *flow)
{
    for (unsigned i = 0; i < flow->linked->len; i++)
        gaz_flow_target(flow, flow->linked->pdata[i]);
}
