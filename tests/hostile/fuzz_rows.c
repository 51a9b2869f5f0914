/* fuzz_rows.c - target for libFuzzer: any bytes as a CSV file. What is refused is told; what is accepted can
 * be written as CSV and reads the same. clang -fsanitize=fuzzer,address tests/hostile/fuzz_rows.c ... */
#include "read/rows.h"
#include <csv.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static bool is_good(const GazInput *input, const GazRows *rows)
{
    if (rows == NULL || !rows->whole || !input->clean)
        return false;
    for (unsigned i = 0; i < rows->count; i++)
        if (rows->rows[i].ragged || rows->rows[i].marked)
            return false;
    return true;
}

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

static char *write_rows(const GazRows *rows)
{
    GString *text = g_string_new(NULL);

    write_row(text, &rows->header);
    for (unsigned i = 0; i < rows->count; i++)
        write_row(text, &rows->rows[i]);
    return g_string_free(text, FALSE);
}

static void check_round_trip(const GazRows *rows)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *once = write_rows(rows), *twice = NULL;
    g_auto(GazInput) input = {0};
    const GazRows *again;

    gaz_input_init(&input, "again", once, strlen(once));
    again = gaz_rows_parse(arena, &input, report);
    g_assert(again != NULL && !gaz_report_has_faults(report));
    twice = write_rows(again);
    g_assert_cmpstr(once, ==, twice);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    g_autoptr(GazReport) report = gaz_report_new();
    g_auto(GazInput) input = {0};
    const GazRows *rows;

    gaz_input_init(&input, "fuzz.csv", bytes, size);
    rows = gaz_rows_parse(arena, &input, report);
    g_assert(is_good(&input, rows) == !gaz_report_has_faults(report)); /* refused means: told why */
    if (is_good(&input, rows))
        check_round_trip(rows);
    return 0;
}
