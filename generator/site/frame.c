/* frame.c - parts by what they depend on. A page's own frame is half of its work: rendering it once pays for
 * the detour. */
#include "site/frame.h"
#include "site/subjects.h"
#include <string.h>

#define MARK "<?part "
#define NOTICE "notice-"
#define USUAL_PARTS 8192 /* bytes */

/* The notice, where the part shows one: "notice-ID". */
static void add_notice(const GazPage *frame, const char *part)
{
    for (unsigned i = 0; i < frame->run->notices->len && g_str_has_prefix(part, NOTICE); i++) {
        const GazSiteNotice *notice = frame->run->notices->pdata[i];

        if (strcmp(notice->document->id, part + strlen(NOTICE)) == 0)
            gaz_subject_notice(frame, frame->root, notice);
    }
}

/* The facts of a part are those of a page of its kind, with every channel, and the name of the part. */
static GString *render(const GazPage *page, GazLanguage language, const char *part, GError **error)
{
    GazPage frame = {.run = page->run, .path = page->path};
    GString *text;

    gaz_page_begin(&frame, page->kind);
    gaz_page_place(&frame, language);
    gaz_fact_set(frame.root, "part", part);
    gaz_fact_set(frame.root, "city", page->city == NULL ? NULL : page->city->code);
    gaz_subject_channels(&frame, frame.root);
    add_notice(&frame, part);
    text = gaz_sheets_fragment(page->run->sheets, GAZ_FRAME_SHEET, gaz_facts_to_xml(frame.facts, language),
                               language, error);
    gaz_facts_free(frame.facts);
    return text;
}

/* What a part depends on besides its language: what holds links goes by the way to the root; navigation on
 * the entry it stands at as well, the foot on the city whose channels it shows. Yours: g_free(). */
static char *key_of(const GazPage *page, GazLanguage language, const char *part)
{
    const char *code = gaz_language_code(language);
    const char *root = gaz_fact_value(page->root, language, "root");
    const char *entry = strchr(page->path, '/') == NULL ? page->path : "";

    if (strcmp(part, "nav") == 0)
        return g_strjoin(" ", part, code, root, page->kind, entry, NULL);
    if (strcmp(part, "foot") == 0)
        return g_strjoin(" ", part, code, root, page->city == NULL ? "" : page->city->code, NULL);
    if (strcmp(part, "head") == 0 || strcmp(part, "corrections") == 0 || g_str_has_prefix(part, "crumbs-") ||
        g_str_has_prefix(part, NOTICE))
        return g_strjoin(" ", part, code, root, NULL);
    return g_strjoin(" ", part, code, NULL);
}

/* The channels spelt out, once. Lent, in the run's parts. */
static const GString *spelt_channels(const GazPage *page)
{
    static const char key[] = "channels";
    GString *bytes = g_hash_table_lookup(page->run->parts, key);
    GazPage frame = {.run = page->run, .path = ""};
    GazKey known;

    if (bytes != NULL)
        return bytes;
    bytes = g_string_new(NULL);
    gaz_page_begin(&frame, GAZ_FRAME_SHEET);
    gaz_subject_channels(&frame, frame.root);
    gaz_facts_spell(frame.facts, bytes);
    gaz_facts_free(frame.facts);
    known = gaz_key_of(bytes->str, bytes->len);
    g_string_assign(bytes, known.text);
    g_hash_table_insert(page->run->parts, g_strdup(key), bytes);
    return bytes;
}

void gaz_frame_spell(const GazPage *page, GString *bytes)
{
    g_string_append(bytes, spelt_channels(page)->str);
    g_string_append(bytes, page->city == NULL ? "" : page->city->code);
}

/* Lent; NULL with `error` set. */
static const GString *part_of(const GazPage *page, GazLanguage language, const char *part, GError **error)
{
    g_autofree char *key = key_of(page, language, part);
    GString *text = g_hash_table_lookup(page->run->parts, key);

    if (text != NULL)
        return text;
    text = render(page, language, part, error);
    if (text != NULL)
        g_hash_table_insert(page->run->parts, g_steal_pointer(&key), text);
    return text;
}

GString *gaz_frame_fill(const GazPage *page, GazLanguage language, const GString *html, GError **error)
{
    g_autoptr(GString) filled = g_string_sized_new(html->len + USUAL_PARTS);
    const char *from = html->str;

    for (const char *mark; (mark = strstr(from, MARK)) != NULL;) {
        const char *name = mark + strlen(MARK), *end = strchr(name, '>');
        g_autofree char *part = g_strndup(name, (gsize)(end - name));
        const GString *text = part_of(page, language, part, error);

        if (text == NULL)
            return NULL;
        g_string_append_len(filled, from, mark - from);
        g_string_append_len(filled, text->str, (gssize)text->len);
        from = end + 1;
    }
    g_string_append(filled, from);
    return g_steal_pointer(&filled);
}
