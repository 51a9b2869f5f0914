/* starter_book.c - one sheet after the other through libxlsxwriter. What a program would turn into something
 * else, a day into a midnight or a credit code into a rounded number, stands in cells formatted as text. */
#include "program/starter_book.h"

#include "site/cell.h"
#include "site/strings.h"
#include <gio/gio.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

enum {
    HEAD_ROWS = 3,     /* Chinese, English, the column's own name */
    FILLED_ROWS = 2000 /* rows that lists and formats are laid out for */
};

typedef struct {
    const GazData *data;
    const GazStrings *strings;
    lxw_workbook *book;
    lxw_format *head, *name, *text, *date, *number, *wrapped, *title;
    lxw_worksheet *codes;   /* the lists that are too long for a cell's own */
    lxw_col_t codes_column; /* the next that is free */
    char *codes_name, *cities;
    GError *error; /* the first text that was missing */
} Book;

static lxw_format *add_format(const Book *book, const char *number_format)
{
    lxw_format *format = workbook_add_format(book->book);

    if (number_format != NULL)
        format_set_num_format(format, number_format);
    return format;
}

static void make_formats(Book *book)
{
    book->head = add_format(book, NULL);
    format_set_bold(book->head);
    format_set_text_wrap(book->head);
    format_set_align(book->head, LXW_ALIGN_VERTICAL_TOP);
    format_set_bg_color(book->head, 0xE7EDF3);
    book->name = add_format(book, NULL);
    format_set_font_color(book->name, 0x4A5560);
    format_set_bg_color(book->name, 0xE7EDF3);
    format_set_bottom(book->name, LXW_BORDER_THIN);
    book->text = add_format(book, "@");
    book->date = add_format(book, "yyyy-mm-dd");
    format_set_align(book->date, LXW_ALIGN_LEFT);
    book->number = add_format(book, "General");
    book->wrapped = add_format(book, NULL);
    format_set_text_wrap(book->wrapped);
    format_set_align(book->wrapped, LXW_ALIGN_VERTICAL_TOP);
    book->title = add_format(book, NULL);
    format_set_bold(book->title);
    format_set_font_size(book->title, 16);
}

/* "" where it is missing, and the error is kept. Yours: g_free(). */
static char *say_with(Book *book, GazLanguage language, const char *id, const GazStringValue *value)
{
    GError *error = NULL;
    char *text = gaz_strings_say(book->strings, language, id, value, value == NULL ? 0 : 1, &error);

    if (error != NULL && book->error == NULL)
        book->error = error;
    else
        g_clear_error(&error);
    return text == NULL ? g_strdup("") : text;
}

static char *say(Book *book, GazLanguage language, const char *id)
{
    return say_with(book, language, id, NULL);
}

static const GazTable *find_table(const char *name)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (strcmp(gaz_tables[i].name, name) == 0)
            return &gaz_tables[i];
    return NULL;
}

/* What is said of a kind of column; `value` where it names the table it refers to. */
static char *hint(Book *book, GazLanguage language, const GazColumn *column)
{
    static const char *const ids[] = {
        [GAZ_COLUMN_ID] = "kind.id",           [GAZ_COLUMN_STRING] = "kind.string",
        [GAZ_COLUMN_ZH] = "kind.zh",           [GAZ_COLUMN_EN] = "kind.en",
        [GAZ_COLUMN_DATE] = "kind.date",       [GAZ_COLUMN_MOMENT] = "kind.moment",
        [GAZ_COLUMN_DECIMAL] = "kind.decimal", [GAZ_COLUMN_COUNT] = "kind.count",
        [GAZ_COLUMN_FLAG] = "kind.flag",       [GAZ_COLUMN_CODE] = "kind.code",
        [GAZ_COLUMN_CODES] = "kind.codes",     [GAZ_COLUMN_REFERENCE] = "kind.reference",
        [GAZ_COLUMN_CITY] = "kind.city",
    };
    const GazTable *target = column->kind == GAZ_COLUMN_REFERENCE ? find_table(column->target) : NULL;
    GazStringValue value = {"table", target == NULL ? "" : target->title.in[GAZ_ZH]};

    return say_with(book, language, ids[column->kind], target == NULL ? NULL : &value);
}

static void append_codes(GString *text, const GazColumn *column)
{
    for (const GazCode *code = column->codes; code != NULL && code->code != NULL; code++)
        g_string_append_printf(text, "\n%s %s", code->name.in[GAZ_ZH], code->name.in[GAZ_EN]);
}

static void write_note(Book *book, lxw_worksheet *sheet, lxw_col_t at, const GazColumn *column)
{
    enum { WIDTH = 260, LINE = 18, SHORTEST = 6 }; /* [px], [px], lines */
    const char *duty = column->required ? "required" : "optional";
    g_autoptr(GString) text = g_string_new(NULL);
    lxw_comment_options options = {.visible = LXW_COMMENT_DISPLAY_HIDDEN, .width = WIDTH};
    unsigned lines = SHORTEST;

    for (GazLanguage language = 0; language < GAZ_LANGUAGES; language++) {
        g_autofree char *first = say(book, language, duty), *second = hint(book, language, column);

        g_string_append_printf(text, "%s%s%s", text->len == 0 ? "" : "\n", first, second);
    }
    append_codes(text, column);
    for (const char *at_line = text->str; (at_line = strchr(at_line, '\n')) != NULL; at_line++)
        lines++;
    options.height = (uint16_t)(lines * LINE);
    worksheet_write_comment_opt(sheet, 0, at, text->str, &options);
}

static lxw_format *format_of(const Book *book, const GazColumn *column)
{
    switch (column->kind) {
    case GAZ_COLUMN_DATE:
        return book->date;
    case GAZ_COLUMN_DECIMAL:
    case GAZ_COLUMN_COUNT:
        return book->number;
    default:
        return book->text;
    }
}

static double width_of(const GazColumn *column)
{
    return column->kind == GAZ_COLUMN_ZH || column->kind == GAZ_COLUMN_EN ? 26
           : column->kind == GAZ_COLUMN_MOMENT                            ? 18
           : strcmp(column->name, "credit_code") == 0                     ? 22
                                                                          : 13;
}

static void write_head(Book *book, lxw_worksheet *sheet, const GazTable *table)
{
    enum { HEIGHT = 32 }; /* [pt] two lines */

    for (unsigned i = 0; i < table->column_count; i++) {
        const GazColumn *column = &table->columns[i];
        const char *mark = column->required ? " *" : "";
        g_autofree char *zh = g_strconcat(column->heading.in[GAZ_ZH], mark, NULL);

        worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, width_of(column), format_of(book, column));
        worksheet_write_string(sheet, 0, (lxw_col_t)i, zh, book->head);
        worksheet_write_string(sheet, 1, (lxw_col_t)i, column->heading.in[GAZ_EN], book->head);
        worksheet_write_string(sheet, 2, (lxw_col_t)i, column->name, book->name);
        write_note(book, sheet, (lxw_col_t)i, column);
    }
    worksheet_set_row(sheet, 0, HEIGHT, NULL);
    worksheet_set_row(sheet, 1, HEIGHT, NULL);
    worksheet_freeze_panes(sheet, HEAD_ROWS, 1);
}

/* A list too long for the 255 characters that a cell's own may have stands on the sheet of codes. Returns the
 * range as a formula. Yours: g_free(). */
static char *add_list(Book *book, const char *heading, const GPtrArray *names)
{
    lxw_col_t column = book->codes_column++;
    char letter[LXW_MAX_COL_NAME_LENGTH];

    worksheet_set_column(book->codes, column, column, 24, NULL);
    worksheet_write_string(book->codes, 0, column, heading, book->head);
    for (unsigned i = 0; i < names->len; i++)
        worksheet_write_string(book->codes, i + 1, column, names->pdata[i], NULL);
    lxw_col_to_name(letter, column, 1);
    return g_strdup_printf("='%s'!%s$2:%s$%u", book->codes_name, letter, letter, names->len + 1);
}

static void add_cities(Book *book)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    const GazRegion *region = book->data->rules->region;

    for (unsigned i = 0; region != NULL && i < region->cities->len; i++)
        g_ptr_array_add(names, (gpointer)((const GazCity *)region->cities->pdata[i])->name.in[GAZ_ZH]);
    book->cities = region == NULL ? NULL : add_list(book, region->name.in[GAZ_ZH], names);
}

static char *code_list(Book *book, const GazColumn *column)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    for (const GazCode *code = column->codes; code->code != NULL; code++)
        g_ptr_array_add(names, (gpointer)code->name.in[GAZ_ZH]);
    return add_list(book, column->heading.in[GAZ_ZH], names);
}

static char *flag_list(Book *book, const GazColumn *column)
{
    g_autofree char *yes = say(book, GAZ_ZH, "yes"), *no = say(book, GAZ_ZH, "no");
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    g_ptr_array_add(names, yes);
    g_ptr_array_add(names, no);
    return add_list(book, column->heading.in[GAZ_ZH], names);
}

/* The ids of the table it refers to, as they are filled in. */
static char *reference_list(const GazColumn *column)
{
    const GazTable *table = find_table(column->target);

    return g_strdup_printf("='%s'!$A$%d:$A$%d", table->title.in[GAZ_ZH], HEAD_ROWS + 1,
                           HEAD_ROWS + FILLED_ROWS);
}

static void add_choice(Book *book, lxw_worksheet *sheet, lxw_col_t at, const GazColumn *column)
{
    lxw_data_validation list = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                                .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING};
    g_autofree char *range = NULL;

    if (column->kind == GAZ_COLUMN_CODE)
        range = code_list(book, column);
    else if (column->kind == GAZ_COLUMN_FLAG)
        range = flag_list(book, column);
    else if (column->kind == GAZ_COLUMN_REFERENCE)
        range = reference_list(column);
    else if (column->kind == GAZ_COLUMN_CITY)
        range = g_strdup(book->cities);
    if (range == NULL)
        return;
    list.value_formula = range;
    worksheet_data_validation_range(sheet, HEAD_ROWS, at, HEAD_ROWS + FILLED_ROWS - 1, at, &list);
}

static const char *code_name(const GazColumn *column, const char *code)
{
    for (const GazCode *at = column->codes; at->code != NULL; at++)
        if (strcmp(at->code, code) == 0)
            return at->name.in[GAZ_ZH];
    return code;
}

static char *codes_names(const GazColumn *column, const char *codes)
{
    g_auto(GStrv) list = g_strsplit(codes, ";", -1);
    GString *names = g_string_new(NULL);

    for (char **code = list; *code != NULL; code++)
        g_string_append_printf(names, "%s%s", names->len == 0 ? "" : "；", code_name(column, *code));
    return g_string_free(names, FALSE);
}

/* As a person would fill it in: names in place of codes. Yours: g_free(). */
static char *shown(Book *book, const GazColumn *column, const void *record)
{
    g_autofree char *text = gaz_open_data_text(column, record);

    if (*text == '\0')
        return g_steal_pointer(&text);
    if (column->kind == GAZ_COLUMN_CODE)
        return g_strdup(code_name(column, text));
    if (column->kind == GAZ_COLUMN_CODES)
        return codes_names(column, text);
    if (column->kind == GAZ_COLUMN_FLAG)
        return say(book, GAZ_ZH, strcmp(text, "yes") == 0 ? "yes" : "no");
    if (column->kind == GAZ_COLUMN_CITY)
        return g_strdup((*(const GazCity *const *)((const char *)record + column->offset))->name.in[GAZ_ZH]);
    return g_steal_pointer(&text);
}

static void write_date(const Book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, GazDate date)
{
    lxw_datetime value = {0};

    gaz_date_split(date, &value.year, &value.month, &value.day);
    worksheet_write_datetime(sheet, row, at, &value, book->date);
}

static void write_cell(Book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const GazColumn *column,
                       const void *record)
{
    g_autofree char *text = shown(book, column, record);
    GazDate date;

    if (*text == '\0')
        return;
    if (column->kind == GAZ_COLUMN_DECIMAL || column->kind == GAZ_COLUMN_COUNT)
        worksheet_write_number(sheet, row, at, g_ascii_strtod(text, NULL), book->number);
    else if (column->kind == GAZ_COLUMN_DATE && gaz_date_parse(text, &date))
        write_date(book, sheet, row, at, date);
    else
        worksheet_write_string(sheet, row, at, text, book->text);
}

/* A sheet as wide as a page of A4 across. */
static void set_page(lxw_worksheet *sheet)
{
    enum { A4 = 9 }; /* the number of a paper size in a workbook */

    worksheet_set_paper(sheet, A4);
    worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
}

static void write_table(Book *book, const GazTable *table)
{
    lxw_worksheet *sheet = workbook_get_worksheet_by_name(book->book, table->title.in[GAZ_ZH]);
    const GPtrArray *rows = *(GPtrArray *const *)((const char *)book->data + table->list);

    write_head(book, sheet, table);
    set_page(sheet);
    worksheet_repeat_rows(sheet, 0, HEAD_ROWS - 1);
    for (unsigned i = 0; i < table->column_count; i++)
        add_choice(book, sheet, (lxw_col_t)i, &table->columns[i]);
    for (unsigned r = 0; r < rows->len; r++)
        for (unsigned i = 0; i < table->column_count; i++)
            write_cell(book, sheet, HEAD_ROWS + r, (lxw_col_t)i, &table->columns[i], rows->pdata[r]);
}

/* Both languages, the English below. */
static void write_both(Book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const char *id,
                       lxw_format *format)
{
    g_autofree char *zh = say(book, GAZ_ZH, id), *en = say(book, GAZ_EN, id);
    g_autofree char *text = g_strconcat(zh, "\n", en, NULL);

    worksheet_write_string(sheet, row, at, text, format);
}

static void write_instructions(Book *book, lxw_worksheet *sheet)
{
    enum { PARAGRAPHS = 6, HEIGHT = 50, TITLE = 44 }; /* [pt] */
    lxw_row_t row = 0;

    set_page(sheet);
    worksheet_set_column(sheet, 0, 0, 28, NULL);
    worksheet_set_column(sheet, 1, 1, 44, NULL);
    worksheet_set_column(sheet, 2, 2, 20, NULL);
    format_set_text_wrap(book->title);
    write_both(book, sheet, row, 0, "title", book->title);
    worksheet_set_row(sheet, row++, TITLE, NULL);
    for (unsigned i = 1; i <= PARAGRAPHS; i++, row++) {
        g_autofree char *id = g_strdup_printf("how.%u", i);

        worksheet_merge_range(sheet, row, 0, row, 2, "", book->wrapped);
        write_both(book, sheet, row, 0, id, book->wrapped);
        worksheet_set_row(sheet, row, HEIGHT, NULL);
    }
    row++;
    write_both(book, sheet, row, 0, "table", book->head);
    write_both(book, sheet, row, 1, "about", book->head);
    write_both(book, sheet, row, 2, "must", book->head);
    worksheet_set_row(sheet, row++, 32, NULL);
    for (unsigned i = 0; i < gaz_table_count; i++, row++) {
        g_autofree char *link = g_strdup_printf("internal:'%s'!A4", gaz_tables[i].title.in[GAZ_ZH]);

        worksheet_write_url_opt(sheet, row, 0, link, NULL, gaz_tables[i].title.in[GAZ_ZH], NULL);
        worksheet_write_string(sheet, row, 1, gaz_tables[i].title.in[GAZ_EN], NULL);
        if (gaz_tables[i].required)
            write_both(book, sheet, row, 2, "required", book->wrapped);
        worksheet_set_row(sheet, row, gaz_tables[i].required ? 32 : 16, NULL);
    }
}

static void write_sheets(Book *book)
{
    g_autofree char *title = say(book, GAZ_ZH, "title");
    lxw_worksheet *instructions = workbook_add_worksheet(book->book, title);

    for (unsigned i = 0; i < gaz_table_count; i++)
        workbook_add_worksheet(book->book, gaz_tables[i].title.in[GAZ_ZH]);
    book->codes = workbook_add_worksheet(book->book, book->codes_name);
    write_instructions(book, instructions);
    add_cities(book);
    for (unsigned i = 0; i < gaz_table_count; i++)
        write_table(book, &gaz_tables[i]);
}

bool gaz_starter_book_write(const GazData *data, const char *share, const char *path, GError **error)
{
    g_autofree char *strings_path = g_build_filename(share, "templates", "workbook", "strings.xml", NULL);
    g_autoptr(GazStrings) strings = gaz_strings_read(strings_path, error);
    lxw_doc_properties properties = {.created = 1}; /* not the clock's time; 0 would be taken for none */
    Book book = {.data = data, .strings = strings};
    lxw_error result;

    if (strings == NULL)
        return false;
    book.book = workbook_new(path);
    workbook_set_properties(book.book, &properties);
    make_formats(&book);
    book.codes_name = say(&book, GAZ_ZH, "codes");
    write_sheets(&book);
    result = workbook_close(book.book);
    g_free(book.codes_name);
    g_free(book.cities);
    if (book.error != NULL)
        g_propagate_error(error, book.error);
    else if (result != LXW_NO_ERROR)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, lxw_strerror(result));
    return book.error == NULL && result == LXW_NO_ERROR;
}
