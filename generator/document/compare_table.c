/* compare_table.c - rows are the same by what they are about: the record they show or the cells that head
 * them; columns by their codes. */
#include "document/comparing.h"
#include <string.h>

/* Of a running number: 序号. Numbers that only follow from rows added before them are told once. */
#define RUNNING "number"

typedef struct {
    const char *code;
    GazText heading;
    bool row_header;
} Column;

typedef struct Row Row;
struct Row {
    GazAligned aligned; /* first, so that it can be aligned */
    const char *id;     /* NULL: none */
    GazText name;
    GazText *cells; /* one a column; of a group only the first */
    const Row *group;
};

typedef struct {
    Column *columns;
    unsigned column_count;
    GPtrArray *rows; /* of Row * */
    GazText caption;
    const char *code;
} Table;

static void read_columns(GazComparison *comparison, const xmlNode *element, Table *table)
{
    unsigned count = 0;

    for (const xmlNode *each = gaz_compared_first(element, "column"); each != NULL;
         each = gaz_compared_after(each, "column"))
        count++;
    table->columns = gaz_arena_new0(comparison->arena, Column, count + 1);
    for (const xmlNode *each = gaz_compared_first(element, "column"); each != NULL;
         each = gaz_compared_after(each, "column")) {
        Column *column = &table->columns[table->column_count++];

        column->code = gaz_compared_attribute(comparison, each, "code");
        column->heading = gaz_compared_bilingual(comparison, gaz_compared_first(each, "heading"));
        column->row_header = gaz_compared_attribute(comparison, each, "row-header") != NULL;
    }
}

static void read_cells(GazComparison *comparison, const xmlNode *element, const Table *table, Row *row)
{
    unsigned count = 0;

    row->cells = gaz_arena_new0(comparison->arena, GazText, MAX(table->column_count, 1));
    for (const xmlNode *cell = gaz_compared_first(element, "cell");
         cell != NULL && count < MAX(table->column_count, 1); cell = gaz_compared_after(cell, "cell"))
        row->cells[count++] = gaz_compared_bilingual(comparison, cell);
}

/* A text that serves both languages stands once. */
static const char *said_in(GazText text, GazLanguage language)
{
    return text.in[language] != NULL ? text.in[language] : text.in[GAZ_ZH];
}

/* The cells that head the row; where none does, its first. */
static const char *name_in(GazComparison *comparison, const Table *table, const Row *row,
                           GazLanguage language)
{
    g_autoptr(GString) name = g_string_new(NULL);

    for (unsigned i = 0; i < table->column_count; i++) {
        const char *text = table->columns[i].row_header ? said_in(row->cells[i], language) : NULL;

        if (text != NULL)
            g_string_append_printf(name, "%s%s", name->len == 0 ? "" : " ", text);
    }
    if (name->len == 0 && said_in(row->cells[0], language) != NULL)
        g_string_append(name, said_in(row->cells[0], language));
    if (row->group != NULL && strcmp(row->aligned.kind, "subtotal") == 0) {
        g_string_prepend_c(name, ' ');
        g_string_prepend(name, row->group->name.in[language]);
    }
    return gaz_arena_intern(comparison->arena, name->str);
}

/* What the row is about, told apart from others about the same by `occurrence`. */
static const char *row_key(GazComparison *comparison, const Row *row, GHashTable *occurrences)
{
    GazArena *arena = comparison->arena;
    const char *about = gaz_arena_printf(arena, "%s\1%s", row->aligned.kind,
                                         row->id != NULL ? row->id : row->name.in[GAZ_ZH]);
    const char *key = gaz_arena_intern(arena, about);
    unsigned occurrence = GPOINTER_TO_UINT(g_hash_table_lookup(occurrences, key));

    g_hash_table_insert(occurrences, (gpointer)key, GUINT_TO_POINTER(occurrence + 1));
    return occurrence == 0 ? key
                           : gaz_arena_intern(arena, gaz_arena_printf(arena, "%s\1%u", key, occurrence));
}

static void read_rows(GazComparison *comparison, const xmlNode *element, Table *table)
{
    g_autoptr(GHashTable) occurrences = g_hash_table_new(NULL, NULL);
    const Row *group = NULL;

    for (const xmlNode *each = gaz_compared_first(element, NULL); each != NULL;
         each = gaz_compared_after(each, NULL)) {
        Row *row;

        if (gaz_compared_is(each, "caption") || gaz_compared_is(each, "column"))
            continue;
        row = gaz_arena_new0(comparison->arena, Row, 1);
        row->aligned.kind = gaz_arena_intern(comparison->arena, (const char *)each->name);
        row->id = gaz_compared_attribute(comparison, each, "id");
        row->group = group;
        read_cells(comparison, each, table, row);
        row->name =
            gaz_text(name_in(comparison, table, row, GAZ_ZH), name_in(comparison, table, row, GAZ_EN));
        if (strcmp(row->aligned.kind, "group") == 0)
            group = row;
        row->aligned.key = row_key(comparison, row, occurrences);
        row->aligned.text = row->name.in[GAZ_ZH];
        g_ptr_array_add(table->rows, row);
    }
}

static Table read_table(GazComparison *comparison, const xmlNode *element)
{
    Table table = {.rows = g_ptr_array_new()};

    table.code = gaz_compared_attribute(comparison, element, "code");
    table.caption = gaz_compared_bilingual(comparison, gaz_compared_first(element, "caption"));
    read_columns(comparison, element, &table);
    read_rows(comparison, element, &table);
    return table;
}

static const Column *find_column(const Table *table, const char *code, unsigned *index)
{
    for (*index = 0; *index < table->column_count; (*index)++)
        if (g_strcmp0(table->columns[*index].code, code) == 0)
            return &table->columns[*index];
    return NULL;
}

static void tell_column(GazComparison *comparison, const GazDifference *where, const Column *column,
                        GazDifferenceKind kind)
{
    GazDifference *difference = gaz_comparison_add(comparison, where, kind, "column");

    difference->column = column->heading;
    difference->column_code = column->code;
    *(kind == GAZ_DIFFERS_REMOVED ? &difference->was : &difference->is) = column->heading;
}

static void compare_columns(GazComparison *comparison, const GazDifference *where, const Table *was,
                            const Table *is)
{
    unsigned at;

    for (unsigned i = 0; i < was->column_count; i++)
        if (find_column(is, was->columns[i].code, &at) == NULL)
            tell_column(comparison, where, &was->columns[i], GAZ_DIFFERS_REMOVED);
    for (unsigned i = 0; i < is->column_count; i++) {
        const Column *before = find_column(was, is->columns[i].code, &at);
        GazDifference place = *where;

        place.column = is->columns[i].heading;
        place.column_code = is->columns[i].code;
        if (before == NULL)
            tell_column(comparison, where, &is->columns[i], GAZ_DIFFERS_ADDED);
        else
            gaz_compare_texts(comparison, &place, "column", before->heading, is->columns[i].heading);
    }
}

static void tell_row(GazComparison *comparison, const GazDifference *where, const Row *row,
                     GazDifferenceKind kind)
{
    GazDifference *difference = gaz_comparison_add(comparison, where, kind, row->aligned.kind);

    difference->row = row->name;
    difference->row_id = row->id;
    *(kind == GAZ_DIFFERS_REMOVED ? &difference->was : &difference->is) = row->name;
}

/* The cells of one row; `running`: its running number follows from others and isn't looked at. Returns
 * whether that number differs. */
static bool compare_rows(GazComparison *comparison, const GazDifference *where, const Table *was,
                         const Table *is, const Row *before, const Row *now, bool running)
{
    bool group = strcmp(now->aligned.kind, "group") == 0, renumbered = false;
    GazDifference place = *where;

    place.row = now->name;
    place.row_id = now->id;
    for (unsigned i = 0; i < (group ? 1 : is->column_count); i++) {
        const char *code = is->columns[i].code;
        unsigned at = 0;

        if (!group && find_column(was, code, &at) == NULL)
            continue; /* told with the column */
        place.column = group ? gaz_text(NULL, NULL) : is->columns[i].heading;
        place.column_code = group ? NULL : code;
        if (running && g_strcmp0(code, RUNNING) == 0)
            renumbered |= !gaz_compared_equal(before->cells[at], now->cells[i]);
        else
            gaz_compare_texts(comparison, &place, "cell", before->cells[at], now->cells[i]);
    }
    return renumbered;
}

/* Whether rows came, went or moved, from which their running numbers follow. */
static bool is_reordered(const GazAlignment *alignment)
{
    for (unsigned i = 0; i < alignment->was_count; i++)
        if (alignment->was[i] == GAZ_UNALIGNED)
            return true;
    for (unsigned i = 0; i < alignment->is_count; i++)
        if (alignment->is[i] == GAZ_UNALIGNED || alignment->moved[i])
            return true;
    return false;
}

static void compare_all_rows(GazComparison *comparison, const GazDifference *where, const Table *was,
                             const Table *is)
{
    g_auto(GazAlignment) alignment = gaz_comparison_align(comparison, was->rows, is->rows, false);
    bool running = is_reordered(&alignment), renumbered = false;

    for (unsigned i = 0; i < was->rows->len; i++)
        if (alignment.was[i] == GAZ_UNALIGNED)
            tell_row(comparison, where, was->rows->pdata[i], GAZ_DIFFERS_REMOVED);
    for (unsigned i = 0; i < is->rows->len; i++) {
        const Row *now = is->rows->pdata[i];

        if (alignment.is[i] == GAZ_UNALIGNED) {
            tell_row(comparison, where, now, GAZ_DIFFERS_ADDED);
            continue;
        }
        if (alignment.moved[i])
            tell_row(comparison, where, now, GAZ_DIFFERS_MOVED);
        renumbered |=
            compare_rows(comparison, where, was, is, was->rows->pdata[alignment.is[i]], now, running);
    }
    if (renumbered)
        gaz_comparison_add(comparison, where, GAZ_DIFFERS_RENUMBERED, "table");
}

void gaz_compare_tables(GazComparison *comparison, const GazDifference *where, const xmlNode *was,
                        const xmlNode *is)
{
    Table before = read_table(comparison, was), now = read_table(comparison, is);
    GazDifference place = *where;

    place.under = NULL;
    place.nth = 0;
    place.table = now.caption;
    place.table_code = now.code;
    gaz_compare_texts(comparison, &place, "caption", before.caption, now.caption);
    compare_columns(comparison, &place, &before, &now);
    compare_all_rows(comparison, &place, &before, &now);
    g_ptr_array_unref(before.rows);
    g_ptr_array_unref(now.rows);
}
