/* compare_blocks.c - a part of the text as one sequence of blocks. What holds blocks is known by the path of
 * each: a paragraph that became the member of a list has changed. */
#include "document/compare_blocks.h"

#include <string.h>

typedef struct {
    GazAligned aligned; /* first, so that it can be aligned; `text` as read, `kind` its path and what it is */
    const xmlNode *element;
    const char *what;
    GazLanguage language;
    const char *path;   /* "list:1/item" */
    const char *number; /* of a heading or note: 一、; NULL: none */
    const char *label;  /* of a fact; NULL: none */
    const char *under;  /* NULL: no heading before it */
    unsigned nth;
} Block;

/* The walk through one part. */
typedef struct {
    GazComparison *comparison;
    GPtrArray *blocks;                /* of Block * */
    GHashTable *counts;               /* "0 paragraph" to how many under the heading */
    const char *under[GAZ_LANGUAGES]; /* the heading last met */
    GazLanguage language;             /* of the part */
} Walk;

static bool is_shown_block(const xmlNode *element)
{
    return gaz_compared_is(element, "table") || gaz_compared_is(element, "figure");
}

/* An element that holds runs, is empty, or is a table or figure. */
static bool is_block(const xmlNode *element)
{
    const xmlNode *first = gaz_compared_first(element, NULL);

    return is_shown_block(element) || first == NULL || gaz_compared_is(first, "run");
}

/* What a reader calls it: a paragraph in a list is an item of it. */
static const char *what_is(GazComparison *comparison, const xmlNode *element, const xmlNode *part)
{
    static const struct {
        const char *holder, *what;
    } holders[] = {{"annex-list", "annex-item"}, {"signature", "signature"}, {"item", "item"}};

    for (const xmlNode *up = element->parent; up != NULL && up != part; up = up->parent)
        for (unsigned i = 0; i < G_N_ELEMENTS(holders); i++)
            if (gaz_compared_is(up, holders[i].holder) &&
                (strcmp(holders[i].what, "item") != 0 || !gaz_compared_is(up->parent->parent, "annex-list")))
                return holders[i].what;
    return gaz_arena_intern(comparison->arena, (const char *)element->name);
}

/* The holders of `element` below `part`, each with its number. */
static const char *path_of(Walk *walk, const xmlNode *element, const xmlNode *part)
{
    g_autoptr(GString) path = g_string_new(NULL);

    for (const xmlNode *up = element->parent; up != NULL && up != part; up = up->parent) {
        const char *number = gaz_compared_attribute(walk->comparison, up, "number");

        g_string_append_printf(path, "%s:%s/", (const char *)up->name, number == NULL ? "" : number);
    }
    return gaz_arena_intern(walk->comparison->arena, path->str);
}

/* The language of an element: its own, or the nearest above that says one. */
static GazLanguage language_of(Walk *walk, const xmlNode *element, const xmlNode *part)
{
    for (const xmlNode *up = element; up != NULL && up != part; up = up->parent) {
        const char *tag = gaz_compared_attribute(walk->comparison, up, "lang");

        if (tag != NULL)
            return strcmp(tag, "en") == 0 ? GAZ_EN : GAZ_ZH;
    }
    return walk->language;
}

static unsigned count_block(Walk *walk, const Block *block)
{
    g_autofree char *key = g_strdup_printf("%d %s", (int)block->language, block->what);
    unsigned count = GPOINTER_TO_UINT(g_hash_table_lookup(walk->counts, key)) + 1;

    g_hash_table_insert(walk->counts, g_steal_pointer(&key), GUINT_TO_POINTER(count));
    return count;
}

/* Headings begin a new count. */
static void place_block(Walk *walk, Block *block)
{
    if (strcmp(block->what, "heading") == 0) {
        walk->under[block->language] = block->aligned.text;
        g_hash_table_remove_all(walk->counts);
        return;
    }
    block->under = walk->under[block->language];
    block->nth = count_block(walk, block);
}

/* Tables and figures are the same by their code or caption, whatever is in them. */
static const char *key_of(Walk *walk, const Block *block)
{
    GazArena *arena = walk->comparison->arena;
    const char *code = gaz_compared_attribute(walk->comparison, block->element, "code");
    const xmlNode *caption = gaz_compared_first(block->element, "caption");

    if (is_shown_block(block->element))
        return gaz_arena_intern(
            arena, gaz_arena_printf(arena, "\1%s\1%s", block->what,
                                    code != NULL ? code : gaz_compared_text(walk->comparison, caption)));
    return gaz_arena_intern(arena, gaz_arena_printf(arena, "%d\1%s\1%s\1%s", (int)block->language,
                                                    block->path, block->what, block->aligned.text));
}

static const char *label_of(Walk *walk, const xmlNode *element)
{
    return gaz_compared_is(element, "fact")
               ? gaz_compared_text(walk->comparison, gaz_compared_first(element, "run"))
               : NULL;
}

static void add_block(Walk *walk, const xmlNode *element, const xmlNode *part)
{
    Block *block = gaz_arena_new0(walk->comparison->arena, Block, 1);

    block->element = element;
    block->language = language_of(walk, element, part);
    block->path = path_of(walk, element, part);
    block->number = gaz_compared_attribute(walk->comparison, element, "number");
    block->label = label_of(walk, element);
    block->what = what_is(walk->comparison, element, part);
    block->aligned.kind = gaz_arena_printf(walk->comparison->arena, "%s%s", block->path, block->what);
    block->aligned.text = is_shown_block(element) ? "" : gaz_compared_text(walk->comparison, element);
    block->aligned.key = key_of(walk, block);
    place_block(walk, block);
    g_ptr_array_add(walk->blocks, block);
}

/* The element after `element` below `part`; not into it where `past`. */
static const xmlNode *next_element(const xmlNode *element, const xmlNode *part, bool past)
{
    const xmlNode *first = past ? NULL : gaz_compared_first(element, NULL);

    while (first == NULL && element != part) {
        first = gaz_compared_after(element, NULL);
        element = element->parent;
    }
    return first;
}

/* All blocks below `part`. */
static GPtrArray *blocks_of(GazComparison *comparison, const xmlNode *part, GazLanguage language)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Walk walk = {
        .comparison = comparison, .blocks = g_ptr_array_new(), .counts = counts, .language = language};
    const xmlNode *element = gaz_compared_first(part, NULL);

    while (element != NULL) {
        bool block = is_block(element);

        if (block)
            add_block(&walk, element, part);
        element = next_element(element, part, block);
    }
    return walk.blocks;
}

/* `where`, and the block's place in it. */
static GazDifference place_of(const GazDifference *where, const Block *block)
{
    GazDifference place = *where;

    place.language = is_shown_block(block->element) ? GAZ_LANGUAGES : block->language;
    place.under = block->under;
    place.nth = block->nth;
    if (block->label != NULL)
        place.row.in[block->language] = block->label;
    return place;
}

/* With its number, where it has one. */
static const char *whole_text(GazComparison *comparison, const Block *block)
{
    return block->number == NULL
               ? block->aligned.text
               : gaz_arena_printf(comparison->arena, "%s%s", block->number, block->aligned.text);
}

static void set_text(GazComparison *comparison, GazText *text, const Block *block)
{
    if (is_shown_block(block->element))
        *text = gaz_compared_bilingual(comparison, gaz_compared_first(block->element, "caption"));
    else
        text->in[block->language] = whole_text(comparison, block);
}

static void tell_alone(GazComparison *comparison, const GazDifference *where, const Block *block,
                       GazDifferenceKind kind)
{
    GazDifference place = place_of(where, block);
    GazDifference *difference = gaz_comparison_add(comparison, &place, kind, block->what);

    set_text(comparison, kind == GAZ_DIFFERS_REMOVED ? &difference->was : &difference->is, block);
}

static void compare_pair(GazComparison *comparison, const GazDifference *where, const Block *was,
                         const Block *is)
{
    GazDifference place = place_of(where, is), *difference;

    if (gaz_compared_is(is->element, "table")) {
        gaz_compare_tables(comparison, &place, was->element, is->element);
        return;
    }
    if (gaz_compared_is(is->element, "figure")) {
        gaz_compare_figures(comparison, &place, was->element, is->element);
        return;
    }
    if (was->aligned.key == is->aligned.key && g_strcmp0(was->number, is->number) == 0)
        return;
    difference = gaz_comparison_add(comparison, &place, GAZ_DIFFERS_CHANGED, is->what);
    set_text(comparison, &difference->was, was);
    set_text(comparison, &difference->is, is);
}

/* Old blocks before `until` that are gone. */
static void tell_removed(GazComparison *comparison, const GazDifference *where, const GPtrArray *blocks,
                         const GazAlignment *alignment, int *from, int until)
{
    for (; *from < until; (*from)++)
        if (alignment->was[*from] == GAZ_UNALIGNED)
            tell_alone(comparison, where, blocks->pdata[*from], GAZ_DIFFERS_REMOVED);
}

void gaz_compare_blocks(GazComparison *comparison, const GazDifference *where, const xmlNode *was,
                        const xmlNode *is)
{
    g_autoptr(GPtrArray) before = blocks_of(comparison, was, where->language % GAZ_LANGUAGES);
    g_autoptr(GPtrArray) now = blocks_of(comparison, is, where->language % GAZ_LANGUAGES);
    g_auto(GazAlignment) alignment = gaz_comparison_align(comparison, before, now, true);
    int told = 0;

    for (unsigned i = 0; i < now->len; i++) {
        int partner = alignment.is[i];

        if (partner == GAZ_UNALIGNED) {
            tell_alone(comparison, where, now->pdata[i], GAZ_DIFFERS_ADDED);
            continue;
        }
        if (alignment.moved[i])
            tell_alone(comparison, where, now->pdata[i], GAZ_DIFFERS_MOVED);
        else
            tell_removed(comparison, where, before, &alignment, &told, partner);
        compare_pair(comparison, where, before->pdata[partner], now->pdata[i]);
    }
    tell_removed(comparison, where, before, &alignment, &told, (int)before->len);
}
