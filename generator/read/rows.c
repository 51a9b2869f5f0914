/* rows.c - libcsv finds the cells; it is given one byte at a time, so that each cell's offset is known. */
#include "read/rows.h"

#include <csv.h>
#include <string.h>

enum { BUFFER_STEP = 4096 }; /* [bytes] by which libcsv's buffer of a cell grows */

typedef struct {
    GazArena *arena;
    GazInput *input;
    GazReport *report;
    struct csv_parser parser;
    size_t offset;    /* of the byte that is being parsed */
    size_t start;     /* offset of the cell's first byte, where begun */
    bool begun;       /* the cell has a first byte */
    bool row_begun;   /* the row has a cell */
    GArray *cells;    /* of GazCell: of the row that is being read */
    unsigned count;   /* cells of this row, those not kept among them */
    bool any, marked; /* whether the row has any text, any forbidden character */
    GazRow header;
    bool has_header, too_wide;
    GArray *rows; /* of GazRow */
} Parse;

/* Line ends become LF, tabs blanks, and white space at either end, ideographic spaces too, goes. */
static const char *tidy(GazArena *arena, const char *text, size_t length)
{
    g_autofree char *copy = g_malloc(length + 1);
    char *to = copy, *begin = copy;

    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\r' && i + 1 < length && text[i + 1] == '\n')
            continue;
        *to++ = text[i] == '\r' ? '\n' : text[i] == '\t' ? ' ' : text[i];
    }
    *to = '\0';
    while (*begin != '\0' && g_unichar_isspace(g_utf8_get_char(begin)))
        begin = g_utf8_next_char(begin);
    for (char *last = to; (last = g_utf8_find_prev_char(begin, last)) != NULL; *to = '\0') {
        if (!g_unichar_isspace(g_utf8_get_char(last)))
            break;
        to = last;
    }
    return gaz_arena_strdup(arena, begin);
}

static unsigned most_cells(const Parse *parse)
{
    return parse->has_header ? parse->header.count : GAZ_MOST_COLUMNS;
}

static void on_cell(void *text, size_t length, void *data)
{
    Parse *parse = data;
    GazCell cell;

    if (!parse->begun)
        parse->start = parse->offset;
    parse->begun = false;
    parse->row_begun = true;
    if (parse->count++ >= most_cells(parse))
        return;
    cell.text = tidy(parse->arena, text == NULL ? "" : text, length);
    cell.place = gaz_input_place(parse->input, parse->start);
    parse->any = parse->any || *cell.text != '\0';
    parse->marked = parse->marked || (!parse->input->clean && gaz_forbidden_character(cell.text) != NULL);
    g_array_append_val(parse->cells, cell);
}

static GazRow keep_row(Parse *parse)
{
    GazCell *cells = gaz_arena_new0(parse->arena, GazCell, parse->cells->len);

    memcpy(cells, parse->cells->data, sizeof(GazCell) * parse->cells->len);
    return (GazRow){
        .place = cells[0].place, .cells = cells, .count = parse->cells->len, .marked = parse->marked};
}

static void check_width(Parse *parse, GazRow *row)
{
    g_autofree char *found = g_strdup_printf("%u", parse->count);

    if (parse->count == parse->header.count)
        return;
    gaz_report_add(parse->report, &row->place, &gaz_read_faults[GAZ_READ_ROW_RAGGED], NULL, found, "%u cells",
                   parse->header.count);
    row->ragged = true;
}

static void on_row(int end, void *data)
{
    Parse *parse = data;

    (void)end;
    if (parse->any) {
        GazRow row = keep_row(parse);

        if (parse->has_header) {
            check_width(parse, &row);
            g_array_append_val(parse->rows, row);
        } else {
            parse->header = row;
            parse->has_header = true;
            parse->too_wide = parse->count > GAZ_MOST_COLUMNS;
        }
    }
    g_array_set_size(parse->cells, 0);
    parse->count = 0;
    parse->row_begun = parse->any = parse->marked = false;
}

/* Offset of the first byte after the comments. A spreadsheet program puts quotes round a comment with a comma
 * in it. */
static size_t skip_comments(const GazInput *input)
{
    size_t at = 0;

    while (input->text[at] == '#' || strncmp(input->text + at, "\"#", 2) == 0) {
        at += strcspn(input->text + at, "\r\n");
        at += strspn(input->text + at, "\r\n");
    }
    return at;
}

static void add_fault(Parse *parse, GazReadFault fault, const char *expected)
{
    GazPlace place = gaz_input_place(parse->input, parse->begun ? parse->start : parse->offset);

    gaz_report_add(parse->report, &place, &gaz_read_faults[fault], NULL, NULL, "%s", expected);
}

static bool parse_byte(Parse *parse)
{
    char byte = parse->input->text[parse->offset];
    bool blank = byte == ' ' || byte == '\t' || (!parse->row_begun && (byte == '\n' || byte == '\r'));

    if (!parse->begun && !blank) {
        parse->begun = true;
        parse->start = parse->offset;
    }
    if (csv_parse(&parse->parser, &byte, 1, on_cell, on_row, parse) != 1) {
        add_fault(parse, GAZ_READ_QUOTE_TORN,
                  "a quote at either end of the cell, and each quote inside it written twice");
        return false;
    }
    if (parse->begun && parse->offset - parse->start > GAZ_LONGEST_FIELD) {
        add_fault(parse, GAZ_READ_FIELD_TOO_LONG, "at most 1 MiB");
        return false;
    }
    return true;
}

/* Whether everything could be read. */
static bool parse_all(Parse *parse)
{
    for (parse->offset = skip_comments(parse->input); parse->offset < parse->input->length; parse->offset++)
        if (!parse_byte(parse))
            return false;
        else if (parse->too_wide)
            return true;
    if (csv_fini(&parse->parser, on_cell, on_row, parse) != 0) {
        add_fault(parse, GAZ_READ_QUOTE_TORN, "a closing quote before the end of the file");
        return false;
    }
    return true;
}

static const GazRows *finish(Parse *parse, bool whole)
{
    GazRows *rows = gaz_arena_new0(parse->arena, GazRows, 1);
    GazRow *kept = gaz_arena_new0(parse->arena, GazRow, parse->rows->len);

    if (parse->rows->len > 0)
        memcpy(kept, parse->rows->data, sizeof(GazRow) * parse->rows->len);
    *rows = (GazRows){parse->header, kept, parse->rows->len, whole};
    return rows;
}

static const GazRows *parse_rows(Parse *parse)
{
    GazPlace file = {.file = parse->input->file};
    bool whole = parse_all(parse);

    if (parse->too_wide)
        gaz_report_add(parse->report, &parse->header.place, &gaz_read_faults[GAZ_READ_TOO_MANY_COLUMNS], NULL,
                       NULL, "at most %u", GAZ_MOST_COLUMNS);
    else if (!parse->has_header && whole)
        gaz_report_add(parse->report, &file, &gaz_read_faults[GAZ_READ_FILE_EMPTY], NULL, NULL,
                       "a header and rows");
    return parse->too_wide || !parse->has_header ? NULL : finish(parse, whole);
}

const GazRows *gaz_rows_parse(GazArena *arena, GazInput *input, GazReport *report)
{
    Parse parse = {.arena = arena, .input = input, .report = report};
    const GazRows *rows;

    if (!gaz_input_check(input, report))
        return NULL;
    if (csv_init(&parse.parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        g_error("libcsv can't be initialised");
    csv_set_blk_size(&parse.parser, BUFFER_STEP);
    parse.cells = g_array_new(FALSE, FALSE, sizeof(GazCell));
    parse.rows = g_array_new(FALSE, FALSE, sizeof(GazRow));
    rows = parse_rows(&parse);
    g_array_free(parse.cells, TRUE);
    g_array_free(parse.rows, TRUE);
    csv_free(&parse.parser);
    return rows;
}
