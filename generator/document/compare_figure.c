/* compare_figure.c - a figure by its facts: what it is called, its axis, and the bars or values of each row.
 */
#include "base/moment.h"
#include "document/comparing.h"
#include <string.h>

typedef struct {
    GazAligned aligned; /* first, so that it can be aligned */
    const xmlNode *element;
    GazText label;
} FigureRow;

static GPtrArray *rows_of(GazComparison *comparison, const xmlNode *figure)
{
    GPtrArray *rows = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (const xmlNode *each = gaz_compared_first(figure, "row"); each != NULL;
         each = gaz_compared_after(each, "row")) {
        FigureRow *row = gaz_arena_new0(comparison->arena, FigureRow, 1);
        const char *key;
        unsigned times;

        row->element = each;
        row->label = gaz_compared_bilingual(comparison, gaz_compared_first(each, "label"));
        key = gaz_arena_intern(comparison->arena, row->label.in[GAZ_ZH] == NULL ? "" : row->label.in[GAZ_ZH]);
        times = GPOINTER_TO_UINT(g_hash_table_lookup(seen, key));
        g_hash_table_insert(seen, (gpointer)key, GUINT_TO_POINTER(times + 1));
        row->aligned.key = times == 0
                               ? key
                               : gaz_arena_intern(comparison->arena,
                                                  gaz_arena_printf(comparison->arena, "%s\1%u", key, times));
        row->aligned.kind = "row";
        row->aligned.text = key;
        g_ptr_array_add(rows, row);
    }
    return rows;
}

/* "2021-11-15T00:00", of minutes as the tree has them; of somebody else's, which are no day's, the minutes.
 */
static void add_moment(GString *text, const char *minutes)
{
    gint64 since = minutes == NULL ? 0 : g_ascii_strtoll(minutes, NULL, 10), day = since / 1440;
    char written[17];
    GazMoment moment;

    if (day * 1440 > since) /* division rounds towards zero */
        day--;
    if (day < gaz_date_make(1900, 1, 1) || day > gaz_date_make(2999, 12, 31)) {
        g_string_append(text, minutes);
        return;
    }
    moment = (GazMoment){.day = (GazDate)day, .minutes = (int16_t)(since - day * 1440), .timed = true};
    g_string_append(text, gaz_moment_write(moment, written));
}

/* All bars of a row in one text. */
static GazText bars_of(GazComparison *comparison, const xmlNode *row)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const char *words;

    for (const xmlNode *bar = gaz_compared_first(row, "bar"); bar != NULL;
         bar = gaz_compared_after(bar, "bar")) {
        g_string_append_printf(text, "%s%s ", text->len == 0 ? "" : "; ",
                               gaz_compared_attribute(comparison, bar, "style"));
        add_moment(text, gaz_compared_attribute(comparison, bar, "start"));
        g_string_append_c(text, '/');
        add_moment(text, gaz_compared_attribute(comparison, bar, "end"));
    }
    words = gaz_arena_intern(comparison->arena, text->str);
    return gaz_text(words, words);
}

static GazText attribute_text(GazComparison *comparison, const xmlNode *element, const char *name)
{
    const char *value = gaz_compared_attribute(comparison, element, name);

    return gaz_text(value, value);
}

static void compare_row(GazComparison *comparison, const GazDifference *where, const FigureRow *was,
                        const FigureRow *is)
{
    GazDifference place = *where;

    place.row = is->label;
    gaz_compare_texts(comparison, &place, "row", was->label, is->label);
    gaz_compare_texts(comparison, &place, "value", attribute_text(comparison, was->element, "value"),
                      attribute_text(comparison, is->element, "value"));
    gaz_compare_texts(comparison, &place, "required", attribute_text(comparison, was->element, "required"),
                      attribute_text(comparison, is->element, "required"));
    gaz_compare_texts(comparison, &place, "bars", bars_of(comparison, was->element),
                      bars_of(comparison, is->element));
}

static void tell_row(GazComparison *comparison, const GazDifference *where, const FigureRow *row,
                     GazDifferenceKind kind)
{
    GazDifference *difference = gaz_comparison_add(comparison, where, kind, "row");

    difference->row = row->label;
    *(kind == GAZ_DIFFERS_REMOVED ? &difference->was : &difference->is) = row->label;
}

static void compare_all_rows(GazComparison *comparison, const GazDifference *where, const xmlNode *was,
                             const xmlNode *is)
{
    g_autoptr(GPtrArray) before = rows_of(comparison, was), now = rows_of(comparison, is);
    g_auto(GazAlignment) alignment = gaz_comparison_align(comparison, before, now, false);

    for (unsigned i = 0; i < before->len; i++)
        if (alignment.was[i] == GAZ_UNALIGNED)
            tell_row(comparison, where, before->pdata[i], GAZ_DIFFERS_REMOVED);
    for (unsigned i = 0; i < now->len; i++) {
        if (alignment.is[i] == GAZ_UNALIGNED) {
            tell_row(comparison, where, now->pdata[i], GAZ_DIFFERS_ADDED);
            continue;
        }
        if (alignment.moved[i])
            tell_row(comparison, where, now->pdata[i], GAZ_DIFFERS_MOVED);
        compare_row(comparison, where, before->pdata[alignment.is[i]], now->pdata[i]);
    }
}

void gaz_compare_figures(GazComparison *comparison, const GazDifference *where, const xmlNode *was,
                         const xmlNode *is)
{
    static const char *const texts[] = {"caption", "alternative", "unit"};
    static const char *const axis[] = {"from", "to"};
    GazDifference place = *where;

    place.under = NULL;
    place.nth = 0;
    place.table = gaz_compared_bilingual(comparison, gaz_compared_first(is, "caption"));
    for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
        gaz_compare_texts(comparison, &place, texts[i],
                          gaz_compared_bilingual(comparison, gaz_compared_first(was, texts[i])),
                          gaz_compared_bilingual(comparison, gaz_compared_first(is, texts[i])));
    for (unsigned i = 0; i < G_N_ELEMENTS(axis); i++)
        gaz_compare_texts(comparison, &place, "period", attribute_text(comparison, was, axis[i]),
                          attribute_text(comparison, is, axis[i]));
    compare_all_rows(comparison, &place, was, is);
}
