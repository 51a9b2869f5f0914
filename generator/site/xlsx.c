/* xlsx.c - sheets through libxlsxwriter. */
#include "site/xlsx.h"
#include "site/cell.h"
#include <gio/gio.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

/* The head takes three rows: Chinese, English, the column's own name. */
enum { HEAD_ROWS = 3 };
/* 24:00 [min]: a spreadsheet would make it the next day's 0:00, so it is written as text. */
enum { MIDNIGHT = 1440 };
enum { A4 = 9 }; /* the number of a paper size in a workbook */
/* A cell of a workbook holds no more characters. */
enum { MOST_CHARACTERS = 32767 };

typedef struct {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *head, *name, *date, *moment;
} Sheet;

static lxw_format *number_format(lxw_workbook *book, const char *format)
{
    lxw_format *made = workbook_add_format(book);

    format_set_num_format(made, format);
    format_set_align(made, LXW_ALIGN_LEFT);
    return made;
}

static void make_formats(Sheet *sheet)
{
    sheet->head = workbook_add_format(sheet->book);
    format_set_bold(sheet->head);
    format_set_text_wrap(sheet->head);
    format_set_align(sheet->head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(sheet->head, 0xF3F5F7);
    sheet->name = workbook_add_format(sheet->book);
    format_set_font_color(sheet->name, 0x4A5560);
    format_set_bottom(sheet->name, LXW_BORDER_THIN);
    sheet->date = number_format(sheet->book, "yyyy-mm-dd");
    sheet->moment = number_format(sheet->book, "yyyy-mm-dd hh:mm");
}

/* A text that is too long for a cell ends in an ellipsis; the other formats have all of it. */
static void write_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
                       lxw_format *format)
{
    g_autofree char *cut = NULL;

    if (g_utf8_strlen(text, -1) > MOST_CHARACTERS) {
        g_autofree char *begin = g_utf8_substring(text, 0, MOST_CHARACTERS - 1);

        cut = g_strconcat(begin, "…", NULL);
    }
    worksheet_write_string(sheet, row, column, cut != NULL ? cut : text, format);
}

static void write_moment(Sheet *sheet, lxw_row_t row, lxw_col_t column, GazMoment moment)
{
    int year, month, day;
    lxw_datetime value;

    gaz_date_split(moment.day, &year, &month, &day);
    value = (lxw_datetime){
        .year = year, .month = month, .day = day, .hour = moment.minutes / 60, .min = moment.minutes % 60};
    worksheet_write_datetime(sheet->sheet, row, column, &value, moment.timed ? sheet->moment : sheet->date);
}

static void write_cell(Sheet *sheet, lxw_row_t row, lxw_col_t at, const GazColumn *column, const char *text)
{
    GazMoment moment;

    if (text[0] == '\0')
        return;
    if (column->kind == GAZ_COLUMN_DECIMAL || column->kind == GAZ_COLUMN_COUNT)
        worksheet_write_number(sheet->sheet, row, at, g_ascii_strtod(text, NULL), NULL);
    else if ((column->kind == GAZ_COLUMN_DATE || column->kind == GAZ_COLUMN_MOMENT) &&
             gaz_moment_parse(text, &moment) && moment.minutes < MIDNIGHT)
        write_moment(sheet, row, at, moment);
    else
        write_text(sheet->sheet, row, at, text, NULL);
}

/* Characters a column should show: names more than numbers. */
static double width_of(const GazColumn *column)
{
    switch (column->kind) {
    case GAZ_COLUMN_ZH:
    case GAZ_COLUMN_EN:
        return 28;
    case GAZ_COLUMN_MOMENT:
    case GAZ_COLUMN_STRING:
        return 20;
    default:
        return 14;
    }
}

static void write_head(Sheet *sheet, const GazTable *table)
{
    for (unsigned i = 0; i < table->column_count; i++) {
        const GazColumn *column = &table->columns[i];
        lxw_col_t at = (lxw_col_t)i;

        write_text(sheet->sheet, 0, at, column->heading.in[GAZ_ZH], sheet->head);
        write_text(sheet->sheet, 1, at, column->heading.in[GAZ_EN], sheet->head);
        write_text(sheet->sheet, 2, at, column->name, sheet->name);
        worksheet_set_column(sheet->sheet, at, at, width_of(column), NULL);
    }
}

static void write_rows(Sheet *sheet, const GazTable *table, const GPtrArray *rows)
{
    for (unsigned r = 0; r < rows->len; r++)
        for (unsigned i = 0; i < table->column_count; i++) {
            g_autofree char *text = gaz_open_data_text(&table->columns[i], rows->pdata[r]);

            write_cell(sheet, HEAD_ROWS + r, (lxw_col_t)i, &table->columns[i], text);
        }
}

static bool has_codes(const GazTable *table)
{
    bool any = false;

    for (unsigned i = 0; i < table->column_count; i++)
        any = any || table->columns[i].codes != NULL;
    return any;
}

/* Second sheet, where there are any: what the codes of each column mean. */
static void write_codes(Sheet *sheet, const GazTable *table)
{
    lxw_worksheet *codes = workbook_add_worksheet(sheet->book, "codes");
    lxw_row_t row = 0;

    worksheet_set_column(codes, 0, 3, 28, NULL);
    for (unsigned i = 0; i < table->column_count; i++)
        for (const GazCode *code = table->columns[i].codes; code != NULL && code->code != NULL; code++) {
            write_text(codes, row, 0, table->columns[i].name, sheet->name);
            write_text(codes, row, 1, code->code, NULL);
            write_text(codes, row, 2, code->name.in[GAZ_ZH], NULL);
            write_text(codes, row++, 3, code->name.in[GAZ_EN], NULL);
        }
}

/* The library would put the clock's time into the file. */
static void set_date(lxw_workbook *book, const GazTable *table, GazDate as_of)
{
    lxw_doc_properties properties = {.title = (char *)(guintptr)table->title.in[GAZ_ZH],
                                     .created = (time_t)as_of * 86400};

    workbook_set_properties(book, &properties);
}

bool gaz_xlsx_write(const GazTable *table, const GPtrArray *rows, GazDate as_of, const char *path,
                    GError **error)
{
    Sheet sheet = {.book = workbook_new(path)};
    lxw_error result;

    set_date(sheet.book, table, as_of);
    make_formats(&sheet);
    sheet.sheet = workbook_add_worksheet(sheet.book, table->name);
    write_head(&sheet, table);
    write_rows(&sheet, table, rows);
    worksheet_freeze_panes(sheet.sheet, HEAD_ROWS, 1);
    worksheet_autofilter(sheet.sheet, HEAD_ROWS - 1, 0, HEAD_ROWS - 1 + rows->len,
                         (lxw_col_t)(table->column_count - 1));
    worksheet_repeat_rows(sheet.sheet, 0, HEAD_ROWS - 1);
    worksheet_set_landscape(sheet.sheet);
    worksheet_set_paper(sheet.sheet, A4);
    worksheet_fit_to_pages(sheet.sheet, 1, 0); /* else a row would print over several sheets of paper */
    if (has_codes(table))
        write_codes(&sheet, table);
    result = workbook_close(sheet.book);
    if (result != LXW_NO_ERROR)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, lxw_strerror(result));
    return result == LXW_NO_ERROR;
}
