/* names.c - the register tells enterprises and lines apart by their names (N 四): no two enterprises and no
 * two lines of one enterprise have the same. */
#include "check/rule.h"

#include "model/view.h"

static void tell_line(const GazCheck *check, GazCheckFault fault, const GazLine *line, const GazLine *known)
{
    bool renumbered = fault == GAZ_CHECK_LINE_RENUMBERED;

    gaz_fault(check, fault, NULL, renumbered ? GAZ_AT(line, record.id) : GAZ_AT(line, name),
              renumbered ? "id" : "name_zh", g_strdup(renumbered ? line->record.id : line->name.in[GAZ_ZH]),
              renumbered ? "no new row: %s of enterprise %s is the same line"
                         : "a name that line %s of %s doesn't have",
              known->record.id, known->enterprise->record.id);
}

/* 1#窑 is 1号窑, as it is where a cell names the line. A line keeps its id: in a later year's table the same
 * name of the same enterprise is the same line, unless the earlier one is gone. */
static void check_name(const GazCheck *check, const GazLine *line, GHashTable *seen)
{
    g_autofree char *own = gaz_line_name_key(line->name.in[GAZ_ZH]);
    char *name = g_strdup_printf("%s/%s", line->enterprise->record.id, own);
    const GazLine *known = g_hash_table_lookup(seen, name);

    if (known == NULL || (known->status == GAZ_LINE_DISMANTLED && known->record.year != line->record.year)) {
        g_hash_table_replace(seen, name, (void *)line);
        return;
    }
    g_free(name);
    tell_line(check,
              known->record.year == line->record.year ? GAZ_CHECK_LINE_DUPLICATE : GAZ_CHECK_LINE_RENUMBERED,
              line, known);
}

/* Once, in the last year: a line may come to an enterprise by a change. */
void gaz_check_line_names(const GazCheck *check)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (unsigned i = 0; gaz_data_is_last_year(check->data) && i < check->data->lines->len; i++)
        check_name(check, check->data->lines->pdata[i], seen);
}

/* The enterprises that own a line. Yours: g_hash_table_unref(). */
static GHashTable *owners(const GazData *data)
{
    GHashTable *owning = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < data->lines->len; i++)
        g_hash_table_add(owning, (void *)((const GazLine *)data->lines->pdata[i])->enterprise);
    return owning;
}

/* One that was merged into another, or gave its lines up before a later year brought the other, is gone; its
 * name may be had again. */
static bool is_gone(const GazEnterprise *enterprise, const GazEnterprise *other, GHashTable *owning)
{
    return enterprise->merged_into != NULL ||
           (enterprise->record.year < other->record.year && !g_hash_table_contains(owning, enterprise));
}

static void check_enterprise(const GazCheck *check, const GazEnterprise *enterprise, GHashTable *seen,
                             GHashTable *owning)
{
    char *key = gaz_enterprise_name_key(enterprise->name.in[GAZ_ZH]);
    const GazEnterprise *known = g_hash_table_lookup(seen, key);

    if (known == NULL || is_gone(known, enterprise, owning)) {
        g_hash_table_replace(seen, key, (void *)enterprise);
        return;
    }
    g_free(key);
    if (!is_gone(enterprise, known, owning))
        gaz_fault(check, GAZ_CHECK_ENTERPRISE_DUPLICATE, NULL, GAZ_AT(enterprise, name), "name_zh",
                  g_strdup(enterprise->name.in[GAZ_ZH]),
                  "a name that %s (%s) doesn't have, or one row for both, if they are one enterprise",
                  known->record.id, known->credit_code);
}

/* The code identifies an enterprise, but a notice names it: who reads of a violation must know whose it is.
 * No two enterprises are registered under one name of a province. Once, in the last year, with the names that
 * the enterprises have taken. */
void gaz_check_enterprise_names(const GazCheck *check)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) owning = owners(check->data);

    for (unsigned i = 0; gaz_data_is_last_year(check->data) && i < check->data->enterprises->len; i++)
        check_enterprise(check, check->data->enterprises->pdata[i], seen, owning);
}
