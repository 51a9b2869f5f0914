/* test_readme.c - data/README.md and the program say the same: columns, codes, kinds of notices, examples. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "model/data.h"
#include <check.h>
#include <string.h>

static char *readme(void)
{
    char *text = NULL;

    ck_assert(g_file_get_contents("data/README.md", &text, NULL, NULL));
    return text;
}

/* The section under "### name", up to the next heading. */
static char *section(const char *text, const char *name)
{
    char *heading = g_strdup_printf("\n### %s\n", name);
    const char *begin = strstr(text, heading), *end;
    char *found;

    ck_assert_msg(begin != NULL, "no section %s", name);
    begin += strlen(heading);
    end = strstr(begin, "\n##");
    found = g_strndup(begin, end == NULL ? strlen(begin) : (size_t)(end - begin));
    g_free(heading);
    return found;
}

/* The cells of a row of a table, "| `id` | id | yes | `E-001` | What |", without blanks and `. */
static char **cells_of(const char *line)
{
    char **cells = g_strsplit(line + 1, "|", -1);

    for (char **cell = cells; *cell != NULL; cell++) {
        g_strstrip(*cell);
        g_strdelimit(*cell, "`", ' ');
        g_strstrip(*cell);
    }
    return cells;
}

static const char *const kinds[] = {
    [GAZ_COLUMN_ID] = "id",          [GAZ_COLUMN_STRING] = "text",        [GAZ_COLUMN_ZH] = "Chinese",
    [GAZ_COLUMN_EN] = "English",     [GAZ_COLUMN_DATE] = "day",           [GAZ_COLUMN_MOMENT] = "day or time",
    [GAZ_COLUMN_DECIMAL] = "number", [GAZ_COLUMN_COUNT] = "whole number", [GAZ_COLUMN_FLAG] = "yes or no",
    [GAZ_COLUMN_CODE] = "code",      [GAZ_COLUMN_CODES] = "codes",        [GAZ_COLUMN_REFERENCE] = "id in ",
    [GAZ_COLUMN_CITY] = "city",
};

static void check_column(const GazTable *table, unsigned index, char **cells)
{
    const GazColumn *column = &table->columns[index];
    char *kind = g_strconcat(kinds[column->kind], column->target, NULL);

    ck_assert_uint_ge(g_strv_length(cells), 5);
    ck_assert_str_eq(cells[0], column->name);
    ck_assert_msg(strcmp(cells[1], kind) == 0, "%s.%s: README says %s", table->name, column->name, cells[1]);
    ck_assert_msg(strcmp(cells[2], column->required ? "yes" : "") == 0, "%s.%s: required", table->name,
                  column->name);
    ck_assert_msg(*cells[4] != '\0', "%s.%s is not explained", table->name, column->name);
    g_free(kind);
}

static void check_codes(const GazTable *table, const char *text)
{
    for (unsigned i = 0; i < table->column_count; i++)
        for (const GazCode *code = table->columns[i].codes; code != NULL && code->code != NULL; code++) {
            char *quoted = g_strdup_printf("`%s` %s, ", code->code, code->name.in[GAZ_ZH]);

            ck_assert_msg(strstr(text, quoted) != NULL, "%s.%s: no %s", table->name, table->columns[i].name,
                          quoted);
            g_free(quoted);
        }
}

START_TEST(columns_of_every_table)
{
    const GazTable *table = &gaz_tables[_i];
    char *text = readme(), *name = g_strconcat(table->name, ".csv", NULL), *part = section(text, name);
    char **lines = g_strsplit(part, "\n", -1);
    unsigned count = 0;

    for (char **line = lines; *line != NULL; line++) {
        char **cells;

        if (!g_str_has_prefix(*line, "| `"))
            continue;
        ck_assert_msg(count < table->column_count, "%s: too many columns in README", table->name);
        cells = cells_of(*line);
        check_column(table, count++, cells);
        g_strfreev(cells);
    }
    ck_assert_uint_eq(count, table->column_count);
    check_codes(table, part);
    g_strfreev(lines);
    g_free(part);
    g_free(name);
    g_free(text);
}
END_TEST

START_TEST(kinds_of_notices)
{
    char *text = readme(), *part = section(text, "notice");

    for (unsigned i = 0; i < GAZ_NOTICE_KINDS; i++) {
        char *row = g_strdup_printf("\n| `%s` | ", gaz_notice_kinds[i].code);

        ck_assert_msg(strstr(part, row) != NULL, "no row for %s", gaz_notice_kinds[i].code);
        g_free(row);
    }
    g_free(part);
    g_free(text);
}
END_TEST

/* Faults that examples shown one by one have: they don't make a folder together. */
static bool is_expected(const GazFault *fault)
{
    static const char *const ids[] = {"reference-unknown", "season-unknown", "plan-form",      "plan-target",
                                      "plan-excludes",     "text-missing",   "notice-unknown", "ledger-form"};

    for (unsigned i = 0; i < G_N_ELEMENTS(ids); i++)
        if (strcmp(ids[i], fault->kind->id) == 0)
            return true;
    return false;
}

static void write_example(const char *folder, const GazTable *table, const char *text)
{
    GString *header = g_string_new(NULL), *row = g_string_new(NULL);
    char *name = g_strconcat(table->name, ".csv", NULL), *part = section(text, name);
    char **lines = g_strsplit(part, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        char **cells = g_str_has_prefix(*line, "| `") ? cells_of(*line) : NULL;

        if (cells != NULL) {
            g_string_append_printf(header, "%s%s", header->len == 0 ? "" : ",", cells[0]);
            g_string_append_printf(row, "%s\"%s\"", row->len == 0 ? "" : ",", cells[3]);
        }
        g_strfreev(cells);
    }
    g_string_append_printf(header, "\n%s\n", row->str);
    data_folder_write(folder, name, header->str, -1);
    g_strfreev(lines);
    g_free(part);
    g_free(name);
    g_string_free(header, TRUE);
    g_string_free(row, TRUE);
}

/* The XML shown under `heading`. */
static char *shown_xml(const char *text, const char *heading)
{
    const char *begin = strstr(strstr(text, heading), "```xml\n") + strlen("```xml\n");

    return g_strndup(begin, (size_t)(strstr(begin, "```") - begin));
}

static void write_shown(const char *folder, const char *name, const char *text, const char *heading)
{
    char *xml = shown_xml(text, heading);

    data_folder_write(folder, name, xml, -1);
    g_free(xml);
}

/* Every example is what its column takes, and the XML shown fits its schema. */
START_TEST(examples_can_be_read)
{
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL), *text = readme();
    GazReport *report = gaz_report_new();
    GazData *data;

    for (unsigned i = 0; i < gaz_table_count; i++)
        write_example(folder, &gaz_tables[i], text);
    write_shown(folder, "publication.xml", text, "\n## publication.xml\n");
    write_shown(folder, "rules.xml", text, "\n## Rules\n");
    data = gaz_data_read(folder, "data/rules", report, NULL);
    for (unsigned i = 0; i < gaz_report_count(report); i++)
        if (!is_expected(gaz_report_get(report, i)))
            ck_abort_msg("%s", gaz_report_to_text(report));
    ck_assert_ptr_nonnull(data);
    ck_assert_uint_eq(data->enterprises->len, 1);
    gaz_data_free(data);
    gaz_report_free(report);
    g_free(text);
    data_folder_remove(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("data/README.md");
    TCase *tests = tcase_create("README");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, columns_of_every_table, 0, (int)gaz_table_count);
    tcase_add_test(tests, kinds_of_notices);
    tcase_add_test(tests, examples_can_be_read);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
