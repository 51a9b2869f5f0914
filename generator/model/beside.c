/* beside.c - a row with an id, or with most of what a row needs, is a row of the table. */
#include "model/beside.h"

/* A row, and what of it was counted. */
typedef struct {
    GazReading *reading;
    const GazTable *table;
    const GazHeadings *headings;
    GazHead *head;
    const GazRow *row;
    const GazCell *first; /* with a text */
    unsigned texts;       /* of its own, not of a merged cell's range */
    bool partial;         /* less than half of the columns that must be filled are */
} Row;

static bool has_id(const Row *row)
{
    for (unsigned i = 0; i < row->table->column_count; i++) {
        const GazCell *cell =
            row->table->columns[i].kind == GAZ_COLUMN_ID ? gaz_head_cell(row->head, row->row, i) : NULL;

        if (cell != NULL && gaz_id_is_valid(cell->text))
            return true;
    }
    return false;
}

static void count_texts(Row *row)
{
    for (unsigned i = row->row->count; i-- > 0;) {
        if (*row->row->cells[i].text == '\0')
            continue;
        row->first = &row->row->cells[i];
        row->texts += row->first->spread == GAZ_SPREAD_NONE;
    }
}

static void count_required(Row *row)
{
    unsigned required = 0, filled = 0;

    for (unsigned i = 0; i < row->table->column_count; i++) {
        const GazCell *cell = gaz_head_cell(row->head, row->row, i);

        required += row->table->columns[i].required;
        filled += row->table->columns[i].required && cell != NULL && *cell->text != '\0';
    }
    row->partial = 2 * filled < required;
}

static bool is_total(const Row *row)
{
    return row->partial && gaz_headings_is_total(row->headings, row->first->text);
}

static bool is_remark(const Row *row)
{
    bool begins = gaz_headings_is_remark(row->headings, row->first->text);

    row->head->remarks = row->head->remarks || (begins && row->partial);
    return row->partial && (begins || (row->head->remarks && row->texts == 1));
}

/* Whether all texts of the row, two at least, head columns of `table`. */
static bool heads(const Row *row, const GazTable *table)
{
    unsigned known = 0;

    for (unsigned i = 0; i < row->row->count; i++) {
        const GazCell *cell = &row->row->cells[i];

        if (*cell->text == '\0')
            continue;
        if (gaz_heading_find(row->headings, table, cell->text).kind == GAZ_HEADING_UNKNOWN)
            return false;
        known++;
    }
    return known > 1;
}

static GazBeside leave(const Row *row)
{
    gaz_report_note(row->reading->report, &row->first->place, &gaz_model_notes[GAZ_MODEL_NOTE_ROW_LEFT], NULL,
                    row->first->text, NULL);
    return GAZ_BESIDE_LEFT;
}

static GazBeside refuse(const Row *row, GazModelFault fault, const char *expected, GazBeside beside)
{
    gaz_report_add(row->reading->report, &row->first->place, &gaz_model_faults[fault], NULL, row->first->text,
                   "%s", expected);
    return beside;
}

/* A list printed on several pages has its heading on each. */
static GazBeside judge_heading(const Row *row)
{
    if (heads(row, row->table))
        return leave(row);
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (row->partial && heads(row, &gaz_tables[i]))
            return refuse(row, GAZ_MODEL_TABLE_BELOW,
                          "one table a sheet: move it to a sheet of its own, called as it is",
                          GAZ_BESIDE_ANOTHER);
    return GAZ_BESIDE_ROW;
}

GazBeside gaz_beside_judge(GazReading *reading, const GazTable *table, GazHead *head, const GazRow *row)
{
    Row judged = {reading, table, gaz_reading_headings(reading, NULL), head, row, NULL, 0, false};
    GazBeside beside;

    count_texts(&judged);
    if (judged.headings == NULL || judged.first == NULL || row->marked)
        return GAZ_BESIDE_ROW;
    count_required(&judged);
    if (is_total(&judged)) /* what it sums up may stand in the column of ids */
        return leave(&judged);
    if (has_id(&judged))
        return GAZ_BESIDE_ROW;
    if (is_remark(&judged))
        return leave(&judged);
    beside = judge_heading(&judged);
    if (beside == GAZ_BESIDE_ROW && judged.partial && judged.texts == 1)
        return refuse(
            &judged, GAZ_MODEL_ROW_LONE,
            "a whole row; or a sum, which begins or ends with 合计, or a remark, which begins with 注：",
            GAZ_BESIDE_FAULT);
    return beside;
}
