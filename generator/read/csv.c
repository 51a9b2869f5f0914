/* csv.c - libcsv finds the cells; it is given the bytes that end one alone, so that each cell's offset is
 * known. */
#include "read/encoding.h"
#include "read/row_buffer.h"

#include <csv.h>
#include <string.h>

enum { BUFFER_STEP = 4096 }; /* [bytes] by which libcsv's buffer of a cell grows */

typedef struct {
    GazRows rows; /* first, so that a GazRows * is one of these */
    GazInput *input;
    GazReport *report;
    struct csv_parser parser;
    GazRowBuffer buffer;
    size_t offset;  /* of what is being parsed */
    size_t start;   /* offset of the cell's first byte, where begun */
    char separator; /* between cells */
    bool begun;     /* the cell has a first byte */
    bool row_begun; /* the row has a cell */
    bool ready;     /* a row is complete */
    bool ended;     /* there is nothing more to come */
    bool first;     /* no row was given yet */
} Csv;

static void on_cell(void *text, size_t length, void *data)
{
    Csv *csv = data;
    GazPlace place = {.file = csv->input->file};
    const char *kept;

    if (!csv->row_begun)
        gaz_row_buffer_begin(&csv->buffer);
    if (!csv->begun)
        csv->start = csv->offset;
    csv->begun = false;
    csv->row_begun = true;
    if (csv->buffer.row.width < GAZ_MOST_COLUMNS)
        place = gaz_input_place(csv->input, csv->start);
    kept = gaz_row_buffer_add(&csv->buffer, text == NULL ? "" : text, length, &place);
    if (kept != NULL && !csv->input->clean && gaz_forbidden_character(kept) != NULL)
        csv->buffer.row.marked = true;
}

static void on_row(int end, void *data)
{
    Csv *csv = data;

    (void)end;
    csv->ready = csv->row_begun && csv->buffer.any;
    csv->row_begun = false;
}

static bool is_line_end(char byte)
{
    return byte == '\r' || byte == '\n';
}

/* Offset of the first byte after the comments. A spreadsheet program puts quotes round a comment with a comma
 * in it. */
static size_t skip_comments(const GazInput *input)
{
    size_t at = 0;

    while (input->text[at] == '#' || strncmp(input->text + at, "\"#", 2) == 0) {
        while (input->text[at] != '\0' && !is_line_end(input->text[at]))
            at++;
        while (is_line_end(input->text[at]))
            at++;
    }
    return at;
}

static void stop(Csv *csv, GazReadFault fault, const char *expected)
{
    GazPlace place = gaz_input_place(csv->input, csv->begun ? csv->start : csv->offset);

    gaz_report_add(csv->report, &place, &gaz_read_faults[fault], NULL, NULL, "%s", expected);
    csv->rows.whole = false;
    csv->ended = true;
}

/* Whether a cell or a quotation may begin or end with it. */
static bool is_turn(const Csv *csv, char byte)
{
    return byte == csv->separator || byte == '"' || byte == '\n' || byte == '\r';
}

/* What can be given to libcsv at once: of a cell that has begun, all up to the next turn. */
static size_t find_stretch(const Csv *csv)
{
    size_t most = csv->begun ? csv->start + GAZ_LONGEST_FIELD + 2 : 0, at = csv->offset + 1;

    if (!is_turn(csv, csv->input->text[csv->offset]))
        while (at < MIN(most, csv->input->length) && !is_turn(csv, csv->input->text[at]))
            at++;
    return at - csv->offset;
}

static void parse_stretch(Csv *csv)
{
    size_t length;
    char byte = csv->input->text[csv->offset];
    bool blank = byte == ' ' || byte == '\t' || (!csv->row_begun && (byte == '\n' || byte == '\r'));

    if (!csv->begun && (!blank || byte == csv->separator)) {
        csv->begun = true;
        csv->start = csv->offset;
    }
    length = find_stretch(csv);
    if (csv_parse(&csv->parser, csv->input->text + csv->offset, length, on_cell, on_row, csv) != length)
        stop(csv, GAZ_READ_QUOTE_TORN,
             "a quote at either end of the cell, and each quote inside it written twice");
    else if (csv->begun && csv->offset + length - 1 - csv->start > GAZ_LONGEST_FIELD)
        stop(csv, GAZ_READ_FIELD_TOO_LONG, "at most 1 MiB");
    csv->offset += length;
}

static void parse_end(Csv *csv)
{
    csv->ended = true;
    if (csv_fini(&csv->parser, on_cell, on_row, csv) != 0)
        stop(csv, GAZ_READ_QUOTE_TORN, "a closing quote before the end of the file");
}

/* The first row with text is the heading, or a title above it: no table has so many columns. */
static bool is_too_wide(Csv *csv, const GazRow *row)
{
    if (!csv->first || row->width <= GAZ_MOST_COLUMNS)
        return false;
    gaz_report_add(csv->report, &row->place, &gaz_read_faults[GAZ_READ_TOO_MANY_COLUMNS], NULL, NULL,
                   "at most %u", GAZ_MOST_COLUMNS);
    csv->rows.whole = false;
    csv->ended = true;
    return true;
}

static const GazRow *csv_next(GazRows *rows)
{
    Csv *csv = (Csv *)rows;
    const GazRow *row;

    csv->ready = false;
    while (!csv->ready && !csv->ended) {
        if (csv->offset >= csv->input->length)
            parse_end(csv);
        else
            parse_stretch(csv);
    }
    if (!csv->ready)
        return NULL;
    row = gaz_row_buffer_finish(&csv->buffer);
    if (is_too_wide(csv, row))
        return NULL;
    csv->first = false;
    return row;
}

static void csv_close(GazRows *rows)
{
    Csv *csv = (Csv *)rows;

    csv_free(&csv->parser);
    gaz_row_buffer_clear(&csv->buffer);
    g_free(csv);
}

/* How often each of `known` stands in the line at `text`, quoted cells not looked into. Returns its end. */
static const char *count_separators(const char *text, const char *known, unsigned count[3])
{
    bool quoted = false;
    const char *found;

    memset(count, 0, 3 * sizeof *count);
    for (; *text != '\0' && (quoted || (*text != '\n' && *text != '\r')); text++) {
        if (*text == '"')
            quoted = !quoted;
        else if (!quoted && (found = strchr(known, *text)) != NULL)
            count[found - known]++;
    }
    return text;
}

/* In the first line that has any: the one it has most often. Below a line without, which is a title or the
 * heading of a single column, the next line must have as many. */
static char find_separator(const char *text)
{
    static const char known[] = ",;\t";
    unsigned count[3] = {0}, next[3], best = 0, line = 0;

    for (; *text != '\0' && count[0] + count[1] + count[2] == 0; line++) {
        text = count_separators(text, known, count);
        text += strspn(text, "\r\n");
    }
    for (unsigned i = 1; i < G_N_ELEMENTS(count); i++)
        best = count[i] > count[best] ? i : best;
    count_separators(text, known, next);
    return line > 1 && next[best] != count[best] ? ',' : known[best];
}

/* A tab in a table with commas is white space: only what separates is told. */
static void choose_separator(Csv *csv)
{
    csv->separator = find_separator(csv->input->text + csv->offset);
    csv_set_delim(&csv->parser, (unsigned char)csv->separator);
    if (csv->separator != ',')
        gaz_report_note(csv->report, &csv->rows.place, &gaz_read_notes[GAZ_READ_NOTE_SEPARATOR], NULL, NULL,
                        "%s",
                        csv->separator == ';' ? "cells with semicolons between" : "cells with tabs between");
}

GazRows *gaz_csv_open(GazInput *input, GazReport *report)
{
    Csv *csv;

    if (!gaz_input_decode(input, report))
        return NULL;
    csv = g_new0(Csv, 1);
    *csv = (Csv){.rows = {.next = csv_next, .free = csv_close, .even = true, .whole = true},
                 .input = input,
                 .report = report,
                 .first = true};
    csv->rows.place.file = input->file;
    if (csv_init(&csv->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        g_error("libcsv can't be initialised");
    csv_set_blk_size(&csv->parser, BUFFER_STEP);
    gaz_row_buffer_init(&csv->buffer);
    csv->offset = skip_comments(input);
    choose_separator(csv);
    return &csv->rows;
}
