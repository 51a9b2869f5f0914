/* head.c - the first row whose texts are known headings for the greater part begins the heading; rows below
 * it that are so too belong to it. */
#include "model/complete.h"

#include <string.h>

enum { AHEAD = 16, DEEPEST = 3 }; /* rows looked at; rows of a heading: Chinese, English and the name */

/* What is being looked for. */
typedef struct {
    GazHead *head;
    GazReading *reading;
    const GazTable *table;
    const GazHeadings *headings; /* NULL: only the columns' own names are looked for */
    unsigned first, depth;       /* rows of the heading among those ahead */
} Search;

static const GazRow *row_at(const Search *search, unsigned index)
{
    return &g_array_index(search->head->ahead, GazRow, index);
}

static const char *text_at(const Search *search, unsigned row, unsigned cell)
{
    const GazRow *of = row_at(search, row);

    return cell < of->count ? of->cells[cell].text : "";
}

static bool is_known(GazHeading heading)
{
    return heading.kind != GAZ_HEADING_UNKNOWN && heading.kind != GAZ_HEADING_UNIT;
}

/* "直径" below "窑规格" may be known alone, as "窑规格直径", or be the unit of what stands above it. */
static GazHeading find_pair(const Search *search, const char *above, const char *below)
{
    g_autofree char *joined = g_strconcat(above, below, NULL);
    g_autofree char *unit = g_strconcat(above, "(", below, ")", NULL);
    const char *forms[] = {joined, unit, below, above};
    GazHeading found = {0}, kept = {0};

    if (*above == '\0' || *below == '\0' || strcmp(above, below) == 0)
        return gaz_heading_find(search->headings, search->table, *below == '\0' ? above : below);
    for (unsigned i = 0; i < G_N_ELEMENTS(forms); i++) {
        found = gaz_heading_find(search->headings, search->table, forms[i]);
        if (is_known(found))
            return found;
        if (kept.kind == GAZ_HEADING_UNKNOWN)
            kept = found;
    }
    return kept;
}

/* "4.8" below "窑径" is no unit of it: what stands below must be known for certain. */
static bool is_known_below(const Search *search, const char *above, const char *text)
{
    g_autofree char *joined = g_strconcat(above, text, NULL);
    g_autofree char *unit = g_strconcat(above, "(", text, ")", NULL);

    return is_known(gaz_heading_find(search->headings, search->table, joined)) ||
           is_known(gaz_heading_find(search->headings, search->table, unit));
}

/* Whether half of the row's texts or more, `least` at least, are headings, with those of the row above it. */
static bool is_heading(const Search *search, unsigned index, bool below, unsigned least)
{
    const GazRow *row = row_at(search, index);
    unsigned known = 0, all = 0;

    for (unsigned i = 0; i < row->count; i++) {
        const char *text = row->cells[i].text;

        if (*text == '\0' || (below && row->cells[i].spread != GAZ_SPREAD_NONE))
            continue;
        all++;
        known += gaz_heading_find(search->headings, search->table, text).kind != GAZ_HEADING_UNKNOWN ||
                 (below && is_known_below(search, text_at(search, index - 1, i), text));
    }
    return known >= least && 2 * known >= all;
}

static void read_ahead(Search *search, GazRows *rows, unsigned count)
{
    const GazRow *row;

    while (search->head->ahead->len < count && (row = gaz_rows_next(rows)) != NULL) {
        GazRow kept = gaz_row_keep(search->reading->data->arena, row);

        g_array_append_val(search->head->ahead, kept);
    }
}

/* A table of one column has one heading; of more, two known ones tell a heading from a title. */
static unsigned find_first(const Search *search)
{
    for (unsigned least = 2; least >= 1; least--)
        for (unsigned i = 0; i < search->head->ahead->len; i++)
            if (is_heading(search, i, false, least))
                return i;
    return 0;
}

static bool all_are_names(const Search *search)
{
    const GazRow *row = row_at(search, 0);
    bool all = row->count > 0;

    for (unsigned i = 0; i < row->count && all; i++)
        all = gaz_heading_find(NULL, search->table, row->cells[i].text).kind == GAZ_HEADING_NAME;
    return all;
}

static bool locate(Search *search, GazRows *rows, GError **error)
{
    search->depth = 1;
    if (all_are_names(search))
        return true;
    search->headings = gaz_reading_headings(search->reading, error);
    if (search->headings == NULL)
        return false;
    read_ahead(search, rows, AHEAD);
    search->first = find_first(search);
    while (search->depth < DEEPEST && search->first + search->depth < search->head->ahead->len &&
           is_heading(search, search->first + search->depth, true, 1))
        search->depth++;
    return true;
}

/* The lowest text of a column, its own rather than one of a cell merged down. */
static GazCell lowest_text(const Search *search, unsigned cell)
{
    GazCell lowest = {.text = ""};

    for (unsigned row = search->first + search->depth; row-- > search->first;) {
        const GazRow *from = row_at(search, row);

        if (cell >= from->count || *from->cells[cell].text == '\0')
            continue;
        if (*lowest.text == '\0' || lowest.spread == GAZ_SPREAD_DOWN)
            lowest = from->cells[cell];
    }
    return lowest;
}

/* One cell for each column of the file. */
static void make_row(Search *search)
{
    GazCell *cells;
    unsigned count = 0;

    for (unsigned i = 0; i < search->depth; i++)
        count = MAX(count, row_at(search, search->first + i)->count);
    cells = gaz_arena_new0(search->reading->data->arena, GazCell, count);
    for (unsigned i = 0; i < count; i++)
        cells[i] = lowest_text(search, i);
    search->head->row = *row_at(search, search->first + search->depth - 1);
    search->head->row.cells = cells;
    search->head->row.count = count;
}

/* Of three rows, the lowest two are a pair, then the upper two. */
static GazHeading find_heading(const Search *search, unsigned cell)
{
    GazHeading found = {0}, kept = {0};

    if (search->depth == 1)
        return gaz_heading_find(search->headings, search->table, text_at(search, search->first, cell));
    for (unsigned row = search->first + search->depth - 1; row > search->first; row--) {
        found = find_pair(search, text_at(search, row - 1, cell), text_at(search, row, cell));
        if (is_known(found))
            return found;
        if (kept.kind == GAZ_HEADING_UNKNOWN)
            kept = found;
    }
    return kept;
}

/* The column of another table that is headed so: 设区市 in a list of lines; NULL: none. `*table`: whose. */
static const char *find_elsewhere(const Search *search, const char *text, const char **table)
{
    for (unsigned i = 0; i < gaz_table_count; i++) {
        GazHeading found = gaz_heading_find(search->headings, &gaz_tables[i], text);

        *table = gaz_tables[i].name;
        if (is_known(found) && found.kind != GAZ_HEADING_IGNORED)
            return gaz_tables[i].columns[found.column].name;
    }
    return NULL;
}

static void refuse_unknown(const Search *search, const GazCell *cell)
{
    unsigned column = 0;
    g_autofree char *nearest = gaz_heading_nearest(search->headings, search->table, cell->text, &column);
    const char *table, *elsewhere = find_elsewhere(search, cell->text, &table);

    if (elsewhere != NULL)
        gaz_report_add(search->reading->report, &cell->place, GAZ_MODEL_FAULT(COLUMN_UNKNOWN), NULL,
                       cell->text,
                       "a column that data/README.md lists for %s: this one is %s of %s, take it out here",
                       search->table->name, elsewhere, table);
    else if (nearest == NULL)
        gaz_report_add(search->reading->report, &cell->place, GAZ_MODEL_FAULT(COLUMN_UNKNOWN), NULL,
                       cell->text, "a column that data/README.md lists for %s", search->table->name);
    else
        gaz_report_add(search->reading->report, &cell->place, GAZ_MODEL_FAULT(COLUMN_UNKNOWN), NULL,
                       cell->text, "a column that data/README.md lists for %s, perhaps \"%s\" (%s)",
                       search->table->name, nearest, search->table->columns[column].name);
}

static void note_heading(const Search *search, const GazCell *cell, GazHeading heading)
{
    const char *name = search->table->columns[heading.column].name;

    if (heading.kind != GAZ_HEADING_OFFICE)
        return;
    if (heading.shift == 0)
        gaz_report_note(search->reading->report, &cell->place, &gaz_model_notes[GAZ_MODEL_NOTE_HEADING], NULL,
                        cell->text, "%s", name);
    else
        gaz_report_note(search->reading->report, &cell->place, &gaz_model_notes[GAZ_MODEL_NOTE_UNIT], NULL,
                        cell->text, "%s, the decimal point moved %d places to the %s", name,
                        ABS(heading.shift), heading.shift > 0 ? "right" : "left");
}

static void map_known(Search *search, unsigned index, GazHeading heading)
{
    const GazCell *cell = &search->head->row.cells[index];
    GazReport *report = search->reading->report;

    if (search->head->cells[heading.column] >= 0) {
        gaz_report_add(report, &cell->place, GAZ_MODEL_FAULT(COLUMN_DUPLICATE),
                       search->table->columns[heading.column].name, NULL, NULL);
        return;
    }
    search->head->cells[heading.column] = (int)index;
    search->head->shifts[heading.column] = heading.shift;
    note_heading(search, cell, heading);
}

/* Whether the cell heads a column that isn't the table's but says more of its rows, the first such one: its
 * place goes into `column`. */
static bool map_beside(Search *search, unsigned index, int *column,
                       bool (*heads)(const GazHeadings *, const GazTable *, const char *), const char *what)
{
    const GazCell *cell = &search->head->row.cells[index];

    if (*column >= 0 || !heads(search->headings, search->table, cell->text))
        return false;
    *column = (int)index;
    gaz_report_note(search->reading->report, &cell->place, &gaz_model_notes[GAZ_MODEL_NOTE_HEADING], NULL,
                    cell->text, "%s", what);
    return true;
}

static bool map_owner_or_city(Search *search, unsigned index)
{
    return map_beside(search, index, &search->head->owner, gaz_heading_is_owner,
                      "the enterprise of the line") ||
           map_beside(search, index, &search->head->city, gaz_heading_is_city,
                      "the city of the line's enterprise, which must be the one it has");
}

static void map_cell(Search *search, unsigned index)
{
    const GazCell *cell = &search->head->row.cells[index];
    GazHeading heading = find_heading(search, index);

    switch (heading.kind) {
    case GAZ_HEADING_UNKNOWN:
        if (*cell->text != '\0' &&
            !map_owner_or_city(search, index)) /* an empty one may head an empty column */
            refuse_unknown(search, cell);
        break;
    case GAZ_HEADING_IGNORED:
        gaz_report_note(search->reading->report, &cell->place, &gaz_model_notes[GAZ_MODEL_NOTE_COLUMN_LEFT],
                        NULL, cell->text, NULL);
        break;
    case GAZ_HEADING_UNIT:
        gaz_report_add(search->reading->report, &cell->place, GAZ_MODEL_FAULT(UNIT_UNKNOWN),
                       search->table->columns[heading.column].name, cell->text,
                       "a heading with its unit, as \"%s\"",
                       search->table->columns[heading.column].heading.in[GAZ_ZH]);
        break;
    default:
        map_known(search, index, heading);
    }
}

/* A column whose heading has an unknown unit is there, though it can't be read: it isn't missing as well. */
static bool is_told(const Search *search, unsigned column)
{
    for (unsigned i = 0; i < search->head->row.count; i++) {
        GazHeading heading = find_heading(search, i);

        if (heading.kind == GAZ_HEADING_UNIT && heading.column == column)
            return true;
    }
    return false;
}

static void check_complete(Search *search, bool strict)
{
    GazHead *head = search->head;

    head->complete = true;
    for (unsigned i = 0; i < search->table->column_count; i++) {
        if (head->cells[i] >= 0 || !search->table->columns[i].required)
            continue;
        head->complete = false;
        if (strict && !is_told(search, i))
            gaz_report_add(search->reading->report, &head->row.place, GAZ_MODEL_FAULT(COLUMN_MISSING),
                           search->table->columns[i].name, NULL, NULL);
    }
}

/* The kiln's length has no column of its own where one cell gives diameter and length. */
static void share_cells(Search *search)
{
    GazHead *head = search->head;

    for (unsigned i = 0; i < search->table->column_count && search->headings != NULL; i++) {
        int then = head->cells[i] < 0 ? -1 : gaz_headings_then(search->headings, search->table, i);

        if (then < 0)
            continue;
        head->parts[i] = 1;
        if (head->cells[then] >= 0)
            continue;
        head->cells[then] = head->cells[i];
        head->shifts[then] = head->shifts[i];
        head->parts[then] = 2;
    }
}

static void note_titles(const Search *search)
{
    for (unsigned i = 0; i < search->first; i++) {
        const GazRow *row = row_at(search, i);
        unsigned cell = 0;

        while (cell + 1 < row->count && *row->cells[cell].text == '\0')
            cell++;
        gaz_report_note(search->reading->report, &row->cells[cell].place,
                        &gaz_model_notes[GAZ_MODEL_NOTE_TITLE], NULL, row->cells[cell].text, NULL);
    }
}

bool gaz_head_read(GazHead *head, GazReading *reading, const GazTable *table, GazRows *rows, bool strict,
                   GError **error)
{
    Search search = {.head = head, .reading = reading, .table = table};

    *head = (GazHead){.owner = -1, .city = -1, .ahead = g_array_new(FALSE, FALSE, sizeof(GazRow))};
    read_ahead(&search, rows, 1);
    if (head->ahead->len == 0) {
        if (rows->whole)
            gaz_report_add(reading->report, &rows->place, &gaz_read_faults[GAZ_READ_FILE_EMPTY], NULL, NULL,
                           "a header and rows");
        return false;
    }
    if (!locate(&search, rows, error))
        return false;
    head->next = search.first + search.depth;
    head->cells = g_new(int, table->column_count);
    head->shifts = g_new0(int, table->column_count);
    head->parts = g_new0(unsigned, table->column_count);
    for (unsigned i = 0; i < table->column_count; i++)
        head->cells[i] = -1;
    make_row(&search);
    note_titles(&search);
    for (unsigned i = 0; i < head->row.count; i++)
        map_cell(&search, i);
    share_cells(&search);
    check_complete(&search, strict);
    return true;
}

void gaz_head_clear(GazHead *head)
{
    g_clear_pointer(&head->ahead, g_array_unref);
    g_clear_pointer(&head->cells, g_free);
    g_clear_pointer(&head->shifts, g_free);
    g_clear_pointer(&head->parts, g_free);
}

const GazCell *gaz_head_cell(const GazHead *head, const GazRow *row, unsigned index)
{
    int cell = head->cells[index];

    return cell < 0 || (unsigned)cell >= row->count || row->cells[cell].spread == GAZ_SPREAD_ACROSS
               ? NULL
               : &row->cells[cell];
}

const GazRow *gaz_head_next(GazHead *head, GazRows *rows)
{
    if (head->next < head->ahead->len)
        return &g_array_index(head->ahead, GazRow, head->next++);
    return gaz_rows_next(rows);
}
