/* plan_names.c - each name is taken as a column of its kind would take it, so that the same is ambiguous. */
#include "model/plan_names.h"

#include <string.h>

/* The code of the row's scope, by its name too; -1: none that is known. */
static int scope_of(GazReading *reading, const GazTable *table, const GazHead *head, const GazRow *row)
{
    for (unsigned i = 0; i < table->column_count; i++) {
        const GazColumn *column = &table->columns[i];
        const GazCell *cell = strcmp(column->name, "scope") == 0 ? gaz_head_cell(head, row, i) : NULL;
        int shift = 0;
        g_autofree char *taken = NULL;

        if (cell == NULL)
            continue;
        gaz_value_take(reading, table, column, cell->text, &shift, &taken);
        return gaz_code_find(gaz_scope, taken == NULL ? cell->text : taken);
    }
    return -1;
}

static GazValueKind take_as(GazReading *reading, const GazColumn *column, const char *text, char **taken)
{
    int shift = 0;

    return gaz_value_take(reading, &gaz_tables[GAZ_TABLE_PLAN], column, text, &shift, taken);
}

static GazValueKind take_target(GazReading *reading, const GazColumn *target, int scope, const char *text,
                                char **taken)
{
    GazColumn column = *target;

    if (scope == GAZ_SCOPE_LINE || scope == GAZ_SCOPE_ENTERPRISE) {
        column.kind = GAZ_COLUMN_REFERENCE;
        column.target = scope == GAZ_SCOPE_LINE ? "lines" : "enterprises";
    } else if (scope == GAZ_SCOPE_CITY) {
        column.kind = GAZ_COLUMN_CITY;
    }
    return take_as(reading, &column, text, taken);
}

/* An enterprise's name is its own before it is that of its only line. */
static GazValueKind take_excluded(GazReading *reading, const GazColumn *excludes, const char *text,
                                  char **taken)
{
    static const char *const tables[] = {"enterprises", "lines"};
    GazColumn column = *excludes;
    GazValueKind kind;

    column.kind = GAZ_COLUMN_CODE;
    column.codes = gaz_kiln_kind;
    kind = take_as(reading, &column, text, taken);
    column.kind = GAZ_COLUMN_REFERENCE;
    for (unsigned i = 0; i < G_N_ELEMENTS(tables) && kind == GAZ_VALUE_PLAIN; i++) {
        column.target = tables[i];
        kind = take_as(reading, &column, text, taken);
    }
    return kind;
}

static GazValueKind take_excludes(GazReading *reading, const GazColumn *column, const char *text,
                                  char **taken)
{
    g_auto(GStrv) names = g_regex_split_simple("[;；、]", text, 0, 0);
    g_autoptr(GString) all = g_string_new(NULL);

    for (char **name = names; *name != NULL; name++) {
        g_autofree char *one = NULL;

        if (take_excluded(reading, column, g_strstrip(*name), &one) == GAZ_VALUE_AMBIGUOUS) {
            *taken = g_steal_pointer(&one);
            return GAZ_VALUE_AMBIGUOUS;
        }
        g_string_append_printf(all, "%s%s", name == names ? "" : ";", one == NULL ? *name : one);
    }
    *taken = g_strdup(all->str);
    return GAZ_VALUE_TAKEN;
}

GazValueKind gaz_cell_take(GazReading *reading, const GazTable *table, const GazHead *head, const GazRow *row,
                           unsigned index, const char *text, int *shift, char **taken)
{
    const GazColumn *column = &table->columns[index];
    bool plan = table == &gaz_tables[GAZ_TABLE_PLAN];

    if (plan && strcmp(column->name, "target") == 0)
        return take_target(reading, column, scope_of(reading, table, head, row), text, taken);
    if (plan && strcmp(column->name, "excludes") == 0 && !g_str_is_ascii(text))
        return take_excludes(reading, column, text, taken);
    return gaz_value_take(reading, table, column, text, shift, taken);
}
