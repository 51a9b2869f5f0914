/* fuzz_rows.c - target for libFuzzer: any bytes as a CSV file. What is refused is told; what is accepted can
 * be written as CSV and reads the same. clang -fsanitize=fuzzer,address tests/hostile/fuzz_rows.c ... */
#include "read/rows.h"
#include <csv.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* A blank before the first quote: a header that begins with # would become a comment. */
static void write_row(GString *text, const GazRow *row)
{
    for (unsigned i = 0; i < row->count; i++) {
        size_t length = strlen(row->cells[i].text), room = 2 * length + 2;
        char *quoted = g_malloc(room);

        g_string_append(text, i == 0 ? " " : ",");
        g_string_append_len(text, quoted, (gssize)csv_write(quoted, room, row->cells[i].text, length));
        g_free(quoted);
    }
    g_string_append(text, "\r\n");
}

/* All rows as CSV with commas; NULL: something is wrong with the input, and told. Yours: g_free(). */
static char *write_rows(const char *name, const void *bytes, size_t size)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_auto(GazInput) input = {0};
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GazRows) rows = NULL;
    bool marked = false, narrow = true;

    gaz_input_init(&input, name, bytes, size);
    rows = gaz_csv_open(&input, report);
    for (const GazRow *row; rows != NULL && (row = gaz_rows_next(rows)) != NULL;) {
        write_row(text, row);
        marked = marked || row->marked;
        narrow = narrow && row->width == row->count;
    }
    g_assert((rows != NULL && rows->whole && !marked && input.clean) == !gaz_report_has_faults(report));
    return gaz_report_has_faults(report) || !narrow ? NULL : g_strdup(text->str);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    g_autofree char *once = write_rows("fuzz.csv", bytes, size);
    g_autofree char *twice = once == NULL ? NULL : write_rows("again.csv", once, strlen(once));

    g_assert_cmpstr(once, ==, twice);
    return 0;
}
