/* test_csv.c - CSV files in every encoding with something wrong with them, by seeds: what is refused is told,
 * what is accepted can be written and reads the same (fuzz_rows.c); and files of more than any table holds.
 * GAZETTE_SEEDS=50000 tries so many. */
#include "../support/suite.h"
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#define LLVMFuzzerTestOneInput fuzz_rows
#include "fuzz_rows.c"
#undef LLVMFuzzerTestOneInput

enum { FEW_SEEDS = 2000 };

static unsigned seeds(void)
{
    const char *said = g_getenv("GAZETTE_SEEDS");

    return said == NULL ? FEW_SEEDS : (unsigned)atoi(said);
}

static const char table[] = "# 水泥熟料生产线\r\n企业名称,生产线,窑径（米）,备注\r\n"
                            "\"泰山示例水泥有限公司, 一部\",1号窑,4.8,\"两行\n\"\"引号\"\"\"\r\n"
                            "䶮堃喆水泥有限公司,２#线,4.0,\r\n合计,,8.8,𠮷\r\n";

static const struct {
    const char *encoding, *mark;
    gsize length; /* of the mark */
} encodings[] = {
    {"UTF-8", "", 0},
    {"UTF-8", "\xEF\xBB\xBF", 3},
    {"GB18030", "", 0},
    {"UTF-16LE", "\xFF\xFE", 2},
    {"UTF-16BE", "\xFE\xFF", 2},
    {"UTF-16LE", "", 0},
    {"UTF-16BE", "", 0},
};

static GString *encode(unsigned index)
{
    GString *bytes = g_string_new_len(encodings[index].mark, (gssize)encodings[index].length);
    gsize length;
    g_autofree char *text = g_convert(table, -1, encodings[index].encoding, "UTF-8", NULL, &length, NULL);

    ck_assert_ptr_nonnull(text);
    return g_string_append_len(bytes, text, (gssize)length);
}

static gsize below(GRand *rand, gsize limit)
{
    return limit == 0 ? 0 : (gsize)g_rand_int_range(rand, 0, (gint32)limit);
}

static void damage_once(GString *bytes, GRand *rand)
{
    static const char odd[] = "\0\"\n\r,;\t#\x80\x81\xFF\xFE\xE2\xD8\x30 ";
    gsize at = below(rand, bytes->len), count = 1 + below(rand, 8);
    GString *other = NULL;

    switch (below(rand, 6)) {
    case 0:
        bytes->str[at] = odd[below(rand, sizeof odd - 1)];
        break;
    case 1:
        g_string_insert_c(bytes, (gssize)at, odd[below(rand, sizeof odd - 1)]);
        break;
    case 2: /* half of a unit of UTF-16, or of a pair of GB 18030 */
        g_string_erase(bytes, (gssize)at, (gssize)MIN(count, bytes->len - at));
        break;
    case 3:
        g_string_truncate(bytes, at);
        break;
    case 4: /* two encodings in one file */
        other = encode((unsigned)below(rand, G_N_ELEMENTS(encodings)));
        g_string_append_len(bytes, other->str, (gssize)other->len);
        g_string_free(other, TRUE);
        break;
    default:
        bytes->str[at] = (char)below(rand, 256);
    }
}

START_TEST(damaged_tables)
{
    for (guint32 seed = 1; seed <= seeds(); seed++) {
        GRand *rand = g_rand_new_with_seed(seed);
        GString *bytes = encode((unsigned)_i);

        for (gsize i = below(rand, 3) + 1; i > 0 && bytes->len > 0; i--)
            damage_once(bytes, rand);
        fuzz_rows((const uint8_t *)bytes->str, bytes->len);
        g_string_free(bytes, TRUE);
        g_rand_free(rand);
    }
}
END_TEST

/* What is told of a file. Yours: g_free(). */
static char *told_of(const char *bytes, gsize length)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_auto(GazInput) input = {0};
    g_autoptr(GazRows) rows = NULL;

    gaz_input_init(&input, "t.csv", bytes, length);
    rows = gaz_csv_open(&input, report);
    while (rows != NULL && gaz_rows_next(rows) != NULL)
        ;
    return gaz_report_to_text(report);
}

/* A list pasted under another of another encoding: as one of them, half of it would be other characters. */
START_TEST(two_encodings_in_one_file)
{
    g_autoptr(GString) both = encode(0), other = encode(2);
    gsize half = both->len;
    g_autofree char *first = NULL, *last = NULL;

    g_string_append_len(both, other->str, (gssize)other->len);
    first = told_of(both->str, both->len);
    g_string_erase(both, 0, (gssize)half);
    g_string_append(both, table);
    last = told_of(both->str, both->len);
    ck_assert_msg(strstr(first, "t.csv:7:4: ") != NULL && strstr(first, "(not-utf8)") != NULL, "%s", first);
    ck_assert_str_eq(last,
                     "t.csv:7:1: error: bytes that fit no encoding: expected UTF-8, or GB 18030 throughout "
                     "(encoding-unknown)\n");
}
END_TEST

/* Bytes that are the same again and again. */
static const struct {
    const char *name, *begin, *again;
    unsigned count;
    const char *told; /* NULL: nothing */
} endless[] = {
    {"a cell", "a\n", "x", (1 << 20) + 2, "t.csv:2:1: error: a cell is too long"},
    {"a quoted cell", "a\n\"", "x", (1 << 20) + 2, "t.csv:2:1: error: a cell is too long"},
    {"a quote that is never closed", "a\n\"", "x\n", 1000, "t.csv:2:1: error: a quoted cell is torn"},
    {"a million columns", "", "a,", 1000000, "t.csv:1:1: error: the header has too many columns"},
    {"a million columns below a heading", "a\n", "1,", 1000000, NULL},
    {"a million quotes", "a\n", "\"\"", 500000, NULL},
    {"lines without a text", "a\n", "\n", 1000000, NULL},
    {"lines of commas", "a,b\n", ",\n", 1000000, NULL},
    {"comments", "", "#\n", 1000000, NULL},
};

START_TEST(files_without_end)
{
    g_autoptr(GString) text = g_string_new(endless[_i].begin);
    g_autofree char *told = NULL;

    for (unsigned i = 0; i < endless[_i].count; i++)
        g_string_append(text, endless[_i].again);
    told = told_of(text->str, text->len);
    ck_assert_msg(endless[_i].told == NULL ? *told == '\0' : g_str_has_prefix(told, endless[_i].told),
                  "%s: %.200s", endless[_i].name, told);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("damaged tables");
    TCase *tests = tcase_create("damaged tables");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, damaged_tables, 0, G_N_ELEMENTS(encodings));
    tcase_add_test(tests, two_encodings_in_one_file);
    tcase_add_loop_test(tests, files_without_end, 0, G_N_ELEMENTS(endless));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
