/* template.c - blocks of a wording, with directives turned into structure. */
#include "compose/template.h"

#include "compose/faults.h"
#include "compose/markup.h"
#include <string.h>

enum { DEEPEST_BLOCK = 12, LARGEST_HEADING = 5 };

static const struct {
    const char *name;
    GazBlockKind kind;
    bool opens, named;
} directives[] = {
    {"each", GAZ_BLOCK_EACH, true, true},     {"if", GAZ_BLOCK_IF, true, true},
    {"unless", GAZ_BLOCK_UNLESS, true, true}, {"facts", GAZ_BLOCK_FACTS, true, false},
    {"notes", GAZ_BLOCK_NOTES, true, true},   {"part", GAZ_BLOCK_PART, true, true},
    {"table", GAZ_BLOCK_TABLE, false, true},  {"figure", GAZ_BLOCK_FIGURE, false, true},
    {"text", GAZ_BLOCK_TEXT, false, true},
};

const char *gaz_directive_name(GazBlockKind kind)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(directives); i++)
        if (directives[i].kind == kind)
            return directives[i].name;
    return NULL;
}

bool gaz_block_says(const GazBlock *block)
{
    for (const GazBlock *child = block->first; child != NULL; child = child->next)
        if (child->kind != GAZ_BLOCK_TITLE && child->kind != GAZ_BLOCK_HEADING &&
            child->kind != GAZ_BLOCK_PART)
            return true;
    return false;
}

const GazBlock *gaz_block_next(const GazBlock *block, const GazBlock *root)
{
    if (block->first != NULL)
        return block->first;
    while (block != root && block->next == NULL)
        block = block->parent;
    return block == root ? NULL : block->next;
}

const GazBlock *gaz_template_part(const GazTemplate *wording, const char *name)
{
    for (const GazBlock *block = wording->root->first; block != NULL; block = block->next)
        if (block->kind == GAZ_BLOCK_PART && strcmp(block->name, name) == 0)
            return block;
    return NULL;
}

static GazBlock *add_block(GazMarkup *markup, GazBlock *parent, GazBlockKind kind, GazPlace at)
{
    GazBlock *block = gaz_arena_new0(markup->arena, GazBlock, 1);

    block->kind = kind;
    block->at = at;
    block->parent = parent;
    if (parent->last == NULL)
        parent->first = block;
    else
        parent->last->next = block;
    parent->last = block;
    return block;
}

static void complain(GazMarkup *markup, const GazPlace *at, GazComposeFault fault, const char *found,
                     const char *expected)
{
    gaz_report_add(markup->report, at, &gaz_compose_faults[fault], NULL, found, "%s", expected);
}

/* The words of a paragraph that is one directive, without its braces: "each cities"; else NULL. Yours. */
static char *directive_of(cmark_node *paragraph)
{
    cmark_node *text = cmark_node_first_child(paragraph);
    const char *literal;
    size_t length;

    if (text == NULL || cmark_node_next(text) != NULL || cmark_node_get_type(text) != CMARK_NODE_TEXT)
        return NULL;
    literal = cmark_node_get_literal(text);
    length = strlen(literal);
    if (length < 5 || !g_str_has_prefix(literal, "{{") || strstr(literal, "}}") != literal + length - 2)
        return NULL;
    if (memchr(literal, ' ', length) == NULL && strcmp(literal, "{{end}}") != 0 &&
        strcmp(literal, "{{facts}}") != 0)
        return NULL; /* a placeholder that is a paragraph */
    return g_strndup(literal + 2, length - 4);
}

/* Closes the innermost directive; gives the block that what follows belongs to. */
static GazBlock *close_directive(GazMarkup *markup, GazBlock *inside, const GazBlock *container,
                                 const GazPlace *at)
{
    if (inside == container) {
        complain(markup, at, GAZ_COMPOSE_DIRECTIVE_UNBALANCED, "{{end}}", "something to end");
        return inside;
    }
    return inside->parent;
}

static bool is_too_deep(const GazBlock *block)
{
    unsigned depth = 0;

    for (; block != NULL && depth <= DEEPEST_BLOCK; block = block->parent)
        depth++;
    return depth > DEEPEST_BLOCK;
}

/* Acts on a directive; gives the block that what follows belongs to. */
static GazBlock *direct(GazMarkup *markup, GazBlock *inside, const GazBlock *container, const char *words,
                        const GazPlace *at)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", 2);
    const char *name = parts[1];

    if (strcmp(words, "end") == 0)
        return close_directive(markup, inside, container, at);
    for (unsigned i = 0; i < G_N_ELEMENTS(directives); i++) {
        GazBlock *block;

        if (strcmp(directives[i].name, parts[0]) != 0 || directives[i].named != (name != NULL))
            continue;
        if (name != NULL && !gaz_markup_is_name(name, strlen(name)))
            break;
        if (is_too_deep(inside)) {
            complain(markup, at, GAZ_COMPOSE_NESTED_TOO_DEEP, words, "directives a few deep");
            return inside;
        }
        block = add_block(markup, inside, directives[i].kind, *at);
        block->name = gaz_arena_strdup(markup->arena, name);
        return directives[i].opens ? block : inside;
    }
    complain(markup, at, GAZ_COMPOSE_DIRECTIVE_UNKNOWN, words,
             "each, if, unless, notes, part, table, figure or text with one name, facts, or end");
    return inside;
}

static void add_children(GazMarkup *markup, cmark_node *parent, GazBlock *container, unsigned depth);

static void add_heading(GazMarkup *markup, cmark_node *node, GazBlock *inside, GazPlace at)
{
    int level = cmark_node_get_heading_level(node);
    GazBlock *block;

    if (level > LARGEST_HEADING)
        complain(markup, &at, GAZ_COMPOSE_MARKUP_UNSUPPORTED, "######", "# to #####");
    block = add_block(markup, inside, level == 1 ? GAZ_BLOCK_TITLE : GAZ_BLOCK_HEADING, at);
    block->level = (unsigned)level - 1;
    gaz_markup_pieces(markup, node, block);
}

static void add_list(GazMarkup *markup, cmark_node *node, GazBlock *inside, GazPlace at, unsigned depth)
{
    GazBlock *list = add_block(markup, inside, GAZ_BLOCK_LIST, at);

    list->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    for (cmark_node *child = cmark_node_first_child(node); child != NULL; child = cmark_node_next(child)) {
        GazPlace item_at = gaz_markup_enter(markup, child);

        add_children(markup, child, add_block(markup, list, GAZ_BLOCK_ITEM, item_at), depth + 2);
    }
}

static GazBlock *add_paragraph(GazMarkup *markup, cmark_node *node, GazBlock *inside,
                               const GazBlock *container, GazPlace at)
{
    g_autofree char *words = directive_of(node);

    if (words != NULL)
        return direct(markup, inside, container, words, &at);
    gaz_markup_pieces(markup, node, add_block(markup, inside, GAZ_BLOCK_PARAGRAPH, at));
    return inside;
}

static const char *unsupported_name(cmark_node_type type)
{
    return type == CMARK_NODE_BLOCK_QUOTE      ? "block quote"
           : type == CMARK_NODE_THEMATIC_BREAK ? "rule"
                                               : "code block";
}

/* Adds one block; gives the block that what follows belongs to. */
static GazBlock *add_node(GazMarkup *markup, cmark_node *node, GazBlock *inside, const GazBlock *container,
                          unsigned depth)
{
    GazPlace at = gaz_markup_enter(markup, node);
    cmark_node_type type = cmark_node_get_type(node);

    switch (type) {
    case CMARK_NODE_PARAGRAPH:
        return add_paragraph(markup, node, inside, container, at);
    case CMARK_NODE_HEADING:
        add_heading(markup, node, inside, at);
        return inside;
    case CMARK_NODE_LIST:
        add_list(markup, node, inside, at, depth);
        return inside;
    case CMARK_NODE_HTML_BLOCK:
        complain(markup, &at, GAZ_COMPOSE_MARKUP_HTML, cmark_node_get_literal(node),
                 "words, or < written as &lt;");
        return inside;
    default:
        complain(markup, &at, GAZ_COMPOSE_MARKUP_UNSUPPORTED, unsupported_name(type),
                 "headings, paragraphs and lists");
        return inside;
    }
}

static void add_children(GazMarkup *markup, cmark_node *parent, GazBlock *container, unsigned depth)
{
    GazBlock *inside = container;

    if (depth > DEEPEST_BLOCK) {
        complain(markup, &container->at, GAZ_COMPOSE_NESTED_TOO_DEEP, NULL, "lists a few deep");
        return;
    }
    for (cmark_node *node = cmark_node_first_child(parent); node != NULL; node = cmark_node_next(node))
        inside = add_node(markup, node, inside, container, depth);
    for (; inside != container; inside = inside->parent)
        complain(markup, &inside->at, GAZ_COMPOSE_DIRECTIVE_UNBALANCED, gaz_directive_name(inside->kind),
                 "{{end}}");
}

GazTemplate *gaz_template_parse(GazArena *arena, const char *file, const char *text, GazLanguage language,
                                GazReport *report)
{
    GazTemplate *wording = gaz_arena_new0(arena, GazTemplate, 1);
    cmark_node *tree = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);
    GazMarkup markup;

    cmark_consolidate_text_nodes(tree);
    gaz_markup_init(&markup, arena, report, file, text, language);
    wording->file = file;
    wording->language = language;
    wording->root = gaz_arena_new0(arena, GazBlock, 1);
    wording->root->at = (GazPlace){.file = file, .line = 1, .column = 1};
    add_children(&markup, tree, wording->root, 0);
    gaz_markup_clear(&markup);
    cmark_node_free(tree);
    return wording;
}
