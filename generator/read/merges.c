/* merges.c - ranges sorted by their first row; those that the current row lies in are the active ones. */
#include "read/merges.h"

#include <string.h>

enum { MOST_ROWS = 1048576, MOST_SHEET_COLUMNS = 16384, MOST_MERGES = 1000000 };

typedef struct {
    unsigned first_row, last_row, first_column, last_column;
    char *text; /* of the first cell, once its row was read; NULL: none */
} Merge;

struct GazMerges {
    GArray *all;       /* of Merge */
    guint next;        /* the first that isn't active yet */
    GPtrArray *active; /* of Merge * */
    bool too_many;
    char *odd;                      /* the first range that is none; NULL: there was none */
    unsigned down_row, down_column; /* of the first that went down; 0: none */
};

bool gaz_cell_reference(const char *text, unsigned *column, unsigned *row, const char **end)
{
    *column = *row = 0;
    for (; g_ascii_isalpha(*text) && *column <= MOST_SHEET_COLUMNS; text++)
        *column = *column * 26 + (unsigned)(g_ascii_toupper(*text) - 'A') + 1;
    for (; g_ascii_isdigit(*text) && *row <= MOST_ROWS; text++)
        *row = *row * 10 + (unsigned)(*text - '0');
    *end = text;
    return *column >= 1 && *column <= MOST_SHEET_COLUMNS && *row >= 1 && *row <= MOST_ROWS;
}

static bool parse_range(const char *text, Merge *merge)
{
    return gaz_cell_reference(text, &merge->first_column, &merge->first_row, &text) && *text == ':' &&
           gaz_cell_reference(text + 1, &merge->last_column, &merge->last_row, &text) && *text == '\0' &&
           merge->first_row <= merge->last_row && merge->first_column <= merge->last_column;
}

/* libxml2 gives local name, prefix, namespace, begin and end of the value of each attribute. */
static void look(const char *name, int count, const xmlChar **attributes, void *data)
{
    GazMerges *merges = data;
    Merge merge = {0};

    if (strcmp(name, "mergeCell") != 0)
        return;
    for (int i = 0; i < count; i++, attributes += 5) {
        g_autofree char *range =
            g_strndup((const char *)attributes[3], (gsize)(attributes[4] - attributes[3]));

        if (strcmp((const char *)attributes[0], "ref") != 0)
            continue;
        merges->too_many = merges->too_many || merges->all->len >= MOST_MERGES;
        if (!parse_range(range, &merge) && merges->odd == NULL)
            merges->odd = g_strdup_printf("merged cells at %s", range);
        else if (!merges->too_many)
            g_array_append_val(merges->all, merge);
    }
}

static int compare(const void *one, const void *two)
{
    const Merge *a = one, *b = two;

    if (a->first_row != b->first_row)
        return a->first_row < b->first_row ? -1 : 1;
    return (a->first_column > b->first_column) - (a->first_column < b->first_column);
}

GazMerges *gaz_merges_read(GazPackage *package, const char *part)
{
    GazMerges *merges = g_new0(GazMerges, 1);

    merges->all = g_array_new(FALSE, FALSE, sizeof(Merge));
    merges->active = g_ptr_array_new();
    if (gaz_part_survey(package, part, look, merges) && !merges->too_many && merges->odd == NULL) {
        g_array_sort(merges->all, compare);
        return merges;
    }
    gaz_package_break(package, merges->odd == NULL ? "too many merged cells" : merges->odd);
    gaz_merges_free(merges);
    return NULL;
}

void gaz_merges_free(GazMerges *merges)
{
    if (merges == NULL)
        return;
    for (guint i = 0; i < merges->all->len; i++)
        g_free(g_array_index(merges->all, Merge, i).text);
    g_array_unref(merges->all);
    g_ptr_array_unref(merges->active);
    g_free(merges->odd);
    g_free(merges);
}

static void activate(GazMerges *merges, unsigned row)
{
    guint left = 0;

    for (; merges->next < merges->all->len; merges->next++) {
        Merge *merge = &g_array_index(merges->all, Merge, merges->next);

        if (merge->first_row > row)
            break;
        g_ptr_array_add(merges->active, merge);
    }
    for (guint i = 0; i < merges->active->len; i++) {
        Merge *merge = merges->active->pdata[i];

        if (merge->last_row >= row)
            merges->active->pdata[left++] = merge;
        else
            g_clear_pointer(&merge->text, g_free);
    }
    g_ptr_array_set_size(merges->active, (gint)left);
}

/* The range's own text, as soon as its first cell was read. */
static void take_text(Merge *merge, const GazRowBuffer *buffer, unsigned row)
{
    const char *text;

    if (row != merge->first_row || merge->first_column > buffer->cells->len)
        return;
    text = gaz_row_buffer_text(buffer, merge->first_column - 1);
    if (*text != '\0')
        merge->text = g_strdup(text);
}

static void pad(GazRowBuffer *buffer, const GazPlace *sheet, unsigned row, unsigned columns)
{
    while (buffer->row.width < MIN(columns, GAZ_MOST_COLUMNS)) {
        GazPlace place = {sheet->file, sheet->sheet, row, buffer->row.width + 1};

        gaz_row_buffer_add(buffer, "", 0, &place);
    }
}

static void fill(GazMerges *merges, const Merge *merge, GazRowBuffer *buffer, unsigned row)
{
    unsigned last = MIN(merge->last_column, buffer->cells->len);
    gsize kept = G_MAXSIZE; /* not kept yet */

    for (unsigned column = merge->first_column; column <= last; column++) {
        GazSpread spread = column == merge->first_column ? GAZ_SPREAD_DOWN : GAZ_SPREAD_ACROSS;

        if ((row == merge->first_row && column == merge->first_column) ||
            *gaz_row_buffer_text(buffer, column - 1) != '\0')
            continue;
        if (kept == G_MAXSIZE)
            kept = gaz_row_buffer_keep(buffer, merge->text);
        gaz_row_buffer_spread(buffer, column - 1, kept, spread);
        if (spread == GAZ_SPREAD_DOWN && buffer->any && merges->down_row == 0) {
            merges->down_row = merge->first_row;
            merges->down_column = merge->first_column;
        }
    }
}

bool gaz_merges_fill(GazMerges *merges, GazRowBuffer *buffer, const GazPlace *sheet, unsigned row)
{
    activate(merges, row);
    if (merges->active->len > GAZ_MOST_COLUMNS)
        return false;
    for (guint i = 0; i < merges->active->len && !gaz_row_buffer_is_full(buffer); i++) {
        Merge *merge = merges->active->pdata[i];

        take_text(merge, buffer, row);
        if (merge->text == NULL)
            continue;
        pad(buffer, sheet, row, merge->last_column);
        fill(merges, merge, buffer, row);
    }
    return true;
}

bool gaz_merges_went_down(const GazMerges *merges, const GazPlace *sheet, GazPlace *place)
{
    *place = (GazPlace){sheet->file, sheet->sheet, merges->down_row, merges->down_column};
    return merges->down_row != 0;
}
