/* verify.c - wording against slots and translation. */
#include "compose/verify.h"

#include "compose/faults.h"
#include <string.h>

static void complain(GazReport *report, const GazPlace *at, GazComposeFault fault, const char *found,
                     const char *expected)
{
    gaz_report_add(report, at, &gaz_compose_faults[fault], NULL, found, "%s", expected);
}

/* The slot that `name` means at `block`: the lists around it first, the innermost before the others. */
static const GazSlot *slot_at(const GazBlock *block, const char *name, const GazUsable *usable)
{
    const GazSlot *slot = NULL;

    for (const GazBlock *around = block->parent; around != NULL && slot == NULL; around = around->parent) {
        const GazSlot *list = NULL;

        if (around->kind == GAZ_BLOCK_EACH || around->kind == GAZ_BLOCK_NOTES)
            list = slot_at(around, around->name, usable);
        if (list != NULL && list->kind == GAZ_SLOT_LIST)
            slot = gaz_slot_find(list->inner, name);
    }
    if (slot == NULL)
        slot = gaz_slot_find(usable->slots, name);
    return slot != NULL ? slot : gaz_slot_find(usable->common, name);
}

static void verify_piece(const GazBlock *block, const GazPiece *piece, const GazUsable *usable,
                         GazReport *report)
{
    const GazSlot *slot;

    if (!piece->placeholder)
        return;
    if (g_str_has_prefix(piece->text, "term.")) {
        if (gaz_glossary_lookup(usable->glossary, piece->text) == NULL)
            complain(report, &piece->at, GAZ_COMPOSE_PLACEHOLDER_UNKNOWN, piece->text,
                     "a term of the glossary");
        return;
    }
    slot = slot_at(block, piece->text, usable);
    if (slot == NULL)
        complain(report, &piece->at, GAZ_COMPOSE_PLACEHOLDER_UNKNOWN, piece->text,
                 "a name that this wording is given");
    else if (slot->kind != GAZ_SLOT_VALUE)
        complain(report, &piece->at, GAZ_COMPOSE_PLACEHOLDER_KIND, piece->text,
                 "a value; lists, tables and figures have directives");
}

static void verify_named(const GazBlock *block, const GazUsable *usable, GazReport *report)
{
    static const struct {
        GazBlockKind block;
        GazSlotKind slot;
        const char *expected;
    } needs[] = {{GAZ_BLOCK_EACH, GAZ_SLOT_LIST, "a list"},
                 {GAZ_BLOCK_NOTES, GAZ_SLOT_LIST, "a list"},
                 {GAZ_BLOCK_TABLE, GAZ_SLOT_TABLE, "a table"},
                 {GAZ_BLOCK_FIGURE, GAZ_SLOT_FIGURE, "a figure"}};
    const GazSlot *slot = slot_at(block, block->name, usable);

    if (slot == NULL) {
        complain(report, &block->at, GAZ_COMPOSE_PLACEHOLDER_UNKNOWN, block->name,
                 "a name that this wording is given");
        return;
    }
    for (unsigned i = 0; i < G_N_ELEMENTS(needs); i++)
        if (needs[i].block == block->kind && needs[i].slot != slot->kind)
            complain(report, &block->at, GAZ_COMPOSE_PLACEHOLDER_KIND, block->name, needs[i].expected);
}

/* {{text NAME}}: the data folder must have it in this language. */
static void verify_text(const GazTemplate *wording, const GazBlock *block, const GazUsable *usable,
                        GazReport *report)
{
    g_autofree char *key = g_strconcat(block->name, ".", gaz_language_code(wording->language), NULL);

    if (usable->texts == NULL || !g_hash_table_contains((GHashTable *)usable->texts, key))
        gaz_report_add(report, &block->at, &gaz_compose_faults[GAZ_COMPOSE_TEXT_UNKNOWN], NULL, block->name,
                       "texts/%s.md in the data folder", key);
}

static void verify_part(const GazTemplate *wording, const GazBlock *block, const GazUsable *usable,
                        GazReport *report)
{
    bool known = usable->parts != NULL && g_strv_contains(usable->parts, block->name);

    if (block->parent != wording->root)
        complain(report, &block->at, GAZ_COMPOSE_DIRECTIVE_UNBALANCED, block->name,
                 "parts outside all other directives");
    else if (!known || gaz_template_part(wording, block->name) != block)
        complain(report, &block->at, GAZ_COMPOSE_PART_UNKNOWN, block->name, "each known part once");
}

static void verify_block(const GazTemplate *wording, const GazBlock *block, const GazUsable *usable,
                         GazReport *report)
{
    for (const GazPiece *piece = block->pieces; piece != NULL; piece = piece->next)
        verify_piece(block, piece, usable, report);
    if (block->kind == GAZ_BLOCK_TEXT)
        verify_text(wording, block, usable, report);
    else if (block->kind == GAZ_BLOCK_PART)
        verify_part(wording, block, usable, report);
    else if (block->name != NULL)
        verify_named(block, usable, report);
}

/* Titles stand outside lists and directives: a wording and each annex have one. */
static void verify_titles(const GazBlock *holder, bool needed, GazReport *report)
{
    unsigned count = 0;

    for (const GazBlock *block = holder->first; block != NULL; block = block->next)
        if (block->kind == GAZ_BLOCK_TITLE && ++count > 1)
            complain(report, &block->at, GAZ_COMPOSE_TITLE_COUNT, "a second title", "one");
    if (needed && count == 0)
        complain(report, &holder->at, GAZ_COMPOSE_TITLE_COUNT, "none", "a line that begins with #");
}

static void verify_nested_titles(const GazTemplate *wording, GazReport *report)
{
    const GazBlock *root = wording->root;

    for (const GazBlock *block = gaz_block_next(root, root); block != NULL;
         block = gaz_block_next(block, root))
        if (block->kind == GAZ_BLOCK_TITLE && block->parent != root && block->parent->kind != GAZ_BLOCK_PART)
            complain(report, &block->at, GAZ_COMPOSE_TITLE_COUNT, "a title inside a directive or list",
                     "titles outside them");
}

static void verify_parts(const GazTemplate *wording, const GazUsable *usable, GazReport *report)
{
    for (unsigned i = 0; usable->parts != NULL && usable->parts[i] != NULL; i++) {
        const GazBlock *part = gaz_template_part(wording, usable->parts[i]);

        if (part != NULL)
            verify_titles(part, g_str_has_prefix(part->name, "annex"), report);
        else if (usable->needs_parts)
            complain(report, &wording->root->at, GAZ_COMPOSE_PART_MISSING, usable->parts[i],
                     "a {{part}} of this name");
    }
}

void gaz_template_verify(const GazTemplate *wording, const GazUsable *usable, GazReport *report)
{
    const GazBlock *root = wording->root;

    for (const GazBlock *block = gaz_block_next(root, root); block != NULL;
         block = gaz_block_next(block, root))
        verify_block(wording, block, usable, report);
    verify_titles(root, usable->needs_title, report);
    verify_nested_titles(wording, report);
    verify_parts(wording, usable, report);
}

/* A directive with those around it, "each cities/table lines": what must be alike in both languages. */
static char *path_of(const GazBlock *block)
{
    GString *path = g_string_new(NULL);

    for (; block != NULL; block = block->parent) {
        const char *directive = gaz_directive_name(block->kind);

        if (directive == NULL)
            continue;
        g_string_prepend(path, block->name == NULL ? "" : block->name);
        g_string_prepend(path, block->name == NULL ? "" : " ");
        g_string_prepend(path, directive);
        g_string_prepend(path, "/");
    }
    return g_string_free(path, FALSE);
}

/* The next directive after `block` below `section`; parts are sections of their own. */
static const GazBlock *next_directive(const GazBlock *block, const GazBlock *section)
{
    do {
        if (block != section && block->kind == GAZ_BLOCK_PART) {
            const GazBlock *last = block; /* over what it holds */

            while (last->last != NULL)
                last = last->last;
            block = last;
        }
        block = gaz_block_next(block, section);
    } while (block != NULL && (gaz_directive_name(block->kind) == NULL || block->kind == GAZ_BLOCK_PART));
    return block;
}

static void verify_directives(const GazBlock *zh_section, const GazBlock *en_section, GazReport *report)
{
    const GazBlock *zh = next_directive(zh_section, zh_section);
    const GazBlock *en = next_directive(en_section, en_section);

    for (;;) {
        g_autofree char *zh_path = path_of(zh), *en_path = path_of(en);

        if (strcmp(zh_path, en_path) != 0) {
            gaz_report_add(report, en != NULL ? &en->at : &en_section->at,
                           &gaz_compose_faults[GAZ_COMPOSE_TRANSLATION_DIRECTIVE], NULL,
                           en != NULL ? en_path : "the end", "%s, as in %s:%u",
                           zh != NULL ? zh_path : "no further one", (zh != NULL ? zh : zh_section)->at.file,
                           (zh != NULL ? zh : zh_section)->at.line);
            return;
        }
        if (zh == NULL)
            return;
        zh = next_directive(zh, zh_section);
        en = next_directive(en, en_section);
    }
}

static GHashTable *placeholders_of(const GazTemplate *wording)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    const GazBlock *root = wording->root;

    for (const GazBlock *block = root; block != NULL; block = gaz_block_next(block, root))
        for (const GazPiece *piece = block->pieces; piece != NULL; piece = piece->next)
            if (piece->placeholder && !g_str_has_prefix(piece->text, "term."))
                g_hash_table_add(names, (gpointer)piece->text);
    return names;
}

/* Faults for the placeholders of `wording` that `other` never uses. */
static void verify_placeholders(const GazTemplate *wording, const GazTemplate *other, GazReport *report)
{
    g_autoptr(GHashTable) known = placeholders_of(other);
    const GazBlock *root = wording->root;

    for (const GazBlock *block = root; block != NULL; block = gaz_block_next(block, root))
        for (const GazPiece *piece = block->pieces; piece != NULL; piece = piece->next) {
            if (!piece->placeholder || g_str_has_prefix(piece->text, "term.") ||
                !g_hash_table_add(known, (gpointer)piece->text))
                continue;
            gaz_report_add(report, &piece->at, &gaz_compose_faults[GAZ_COMPOSE_TRANSLATION_PLACEHOLDER], NULL,
                           piece->text, "{{%s}} in %s too", piece->text, other->file);
        }
}

void gaz_template_verify_pair(const GazTemplate *zh, const GazTemplate *en, GazReport *report)
{
    verify_directives(zh->root, en->root, report);
    for (const GazBlock *block = zh->root->first; block != NULL; block = block->next) {
        const GazBlock *part = block->kind == GAZ_BLOCK_PART ? gaz_template_part(en, block->name) : NULL;

        if (part != NULL)
            verify_directives(block, part, report);
        else if (block->kind == GAZ_BLOCK_PART)
            complain(report, &en->root->at, GAZ_COMPOSE_PART_MISSING, block->name,
                     "both languages to have it");
    }
    verify_placeholders(zh, en, report);
    verify_placeholders(en, zh, report);
}
