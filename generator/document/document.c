/* document.c - building and walking the document tree. */
#include "document/document.h"

static const struct {
    const char *name;
    bool runs;
} kinds[] = {
    [GAZ_NODE_BODY] = {"body", false},
    [GAZ_NODE_LIST] = {"list", false},
    [GAZ_NODE_ITEM] = {"item", false},
    [GAZ_NODE_NOTES] = {"notes", false},
    [GAZ_NODE_ANNEX_LIST] = {"annex-list", false},
    [GAZ_NODE_SIGNATURE] = {"signature", false},
    [GAZ_NODE_ANNEX] = {"annex", false},
    [GAZ_NODE_IMPRINT] = {"imprint", false},
    [GAZ_NODE_FACTS] = {"facts", false},
    [GAZ_NODE_ISSUER] = {"issuer", true},
    [GAZ_NODE_MARKING] = {"marking", true},
    [GAZ_NODE_SIGNERS] = {"signers", true},
    [GAZ_NODE_NUMBER] = {"number", true},
    [GAZ_NODE_TITLE] = {"title", true},
    [GAZ_NODE_TRANSLATION_NOTE] = {"translation-note", true},
    [GAZ_NODE_DISCLAIMER] = {"disclaimer", true},
    [GAZ_NODE_ADDRESSEE] = {"addressee", true},
    [GAZ_NODE_HEADING] = {"heading", true},
    [GAZ_NODE_PARAGRAPH] = {"paragraph", true},
    [GAZ_NODE_NOTE] = {"note", true},
    [GAZ_NODE_DATE] = {"date", true},
    [GAZ_NODE_REMARK] = {"remark", true},
    [GAZ_NODE_COPIES] = {"copies", true},
    [GAZ_NODE_PRINTED] = {"printed", true},
    [GAZ_NODE_FACT] = {"fact", true},
    [GAZ_NODE_TABLE] = {"table", false},
    [GAZ_NODE_FIGURE] = {"figure", false},
};
G_STATIC_ASSERT(G_N_ELEMENTS(kinds) == GAZ_NODE_KINDS);

const char *gaz_node_name(GazNodeKind kind)
{
    return kinds[kind].name;
}

bool gaz_node_holds_runs(GazNodeKind kind)
{
    return kinds[kind].runs;
}

GazDocument *gaz_document_new(void)
{
    GazDocument *document = g_new0(GazDocument, 1);

    document->arena = gaz_arena_new();
    document->date = document->comment_from = document->comment_to = GAZ_NO_DATE;
    document->enterprises = g_ptr_array_new();
    document->lines = g_ptr_array_new();
    document->bodies[GAZ_ZH] = gaz_node_add(document, NULL, GAZ_NODE_BODY, GAZ_ZH);
    document->bodies[GAZ_EN] = gaz_node_add(document, NULL, GAZ_NODE_BODY, GAZ_EN);
    document->annexes = gaz_node_add(document, NULL, GAZ_NODE_BODY, GAZ_ZH);
    return document;
}

/* What the arena doesn't hold: the growing arrays of tables and figures. */
static void clear_payloads(GazNode *root)
{
    for (GazNode *node = root; node != NULL; node = gaz_node_next(node, root)) {
        if (node->table != NULL)
            gaz_grid_clear(node->table);
        if (node->figure != NULL)
            gaz_figure_clear(node->figure);
    }
}

void gaz_document_free(GazDocument *document)
{
    if (document == NULL)
        return;
    clear_payloads(document->bodies[GAZ_ZH]);
    clear_payloads(document->bodies[GAZ_EN]);
    clear_payloads(document->annexes);
    g_ptr_array_unref(document->enterprises);
    g_ptr_array_unref(document->lines);
    gaz_arena_free(document->arena);
    g_free(document);
}

GazNode *gaz_node_add(GazDocument *document, GazNode *parent, GazNodeKind kind, GazLanguage language)
{
    GazNode *node = gaz_arena_new0(document->arena, GazNode, 1);

    node->kind = kind;
    node->language = language;
    node->parent = parent;
    if (parent == NULL)
        return node;
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
    return node;
}

GazRun *gaz_node_add_run(GazDocument *document, GazNode *node, GazLanguage language, const char *text)
{
    GazRun *run = gaz_arena_new0(document->arena, GazRun, 1);

    run->text = gaz_arena_intern(document->arena, text);
    run->language = language;
    if (node->last_run == NULL)
        node->runs = run;
    else
        node->last_run->next = run;
    node->last_run = run;
    return run;
}

GazNode *gaz_node_next(const GazNode *node, const GazNode *root)
{
    if (node->first != NULL)
        return node->first;
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

char *gaz_node_text(const GazNode *node)
{
    GString *text = g_string_new(NULL);

    for (const GazRun *run = node->runs; run != NULL; run = run->next)
        g_string_append(text, run->text);
    return g_string_free(text, FALSE);
}
