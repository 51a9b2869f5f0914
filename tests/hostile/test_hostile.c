/* test_hostile.c - data folders made to break a program: a clear fault or the very same text, never a crash,
 * never a file that wasn't asked for; and work that grows with the input, not with its square. */
#include "../support/data_folder.h"
#include "../support/data_reading.h"
#include "../support/suite.h"
#include "model/data.h"
#include "read/elements.h"
#include "read/rows.h"
#include <arpa/inet.h>
#include <check.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#define ENTERPRISES "id,name_zh,name_en,credit_code,city,member\n"
#define E2 "E2,丙水泥,Bing,914403001922038216,371700,no\n"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

/* Files in the encodings that spreadsheet programs write. */
static const struct {
    const char *name, *bytes;
    size_t length;
    const char *id;
} encodings[] = {
#define BYTES(text) (text), sizeof(text) - 1
    {"GB 18030 with a torn character", BYTES(ENTERPRISES "E1,\xBC\xD7\xCB\xAE\xC4\xFF,Jia,1,2,yes\n"),
     "encoding-unknown"},
    {"Latin 1", BYTES(ENTERPRISES "E1,caf\xE9,Jia,1,2,yes\n"), "encoding-unknown"},
    {"UTF-16 with half of a pair", BYTES("\xFF\xFEi\0d\0,\0\x40\xD8"), "encoding-unknown"},
    {"UTF-16 with a NUL", BYTES("\xFF\xFEi\0d\0\0\0n\0"), "encoding-unknown"},
    {"UTF-16 without a mark, torn", BYTES("i\0d\0,\0n"), "nul-byte"},
    {"an overlong form", BYTES(ENTERPRISES "E1,水泥熟料\xC0\xBC,Jia,1,2,yes\n"), "not-utf8"},
    {"half of a pair", BYTES(ENTERPRISES "E1,水泥熟料\xED\xA0\x80,Jia,1,2,yes\n"), "not-utf8"},
    {"cut within a character", BYTES(ENTERPRISES "E1,水泥熟料\xE6\xB0"), "not-utf8"},
    {"a program",
     BYTES("\x7F"
           "ELF\2\1\1\0\0\0"),
     "nul-byte"},
};

START_TEST(wrong_encoding)
{
    Reading reading = reading_of("enterprises.csv", encodings[_i].bytes, (gssize)encodings[_i].length);

    ck_assert_msg(gaz_report_count(reading.report) == 1, "%s: %s", encodings[_i].name, reading.faults);
    ck_assert_str_eq(gaz_report_get(reading.report, 0)->kind->id, encodings[_i].id);
    ck_assert(g_utf8_validate(reading.faults, -1, NULL));
    reading_clear(&reading);
}
END_TEST

/* 100 MB in one cell: refused after its first megabyte. */
START_TEST(huge_field)
{
    enum { HUGE = 100 * 1000 * 1000 };
    GString *text = g_string_sized_new(HUGE + 100);
    Reading reading;

    g_string_append(text, ENTERPRISES "E1,\"");
    g_string_set_size(text, text->len + HUGE);
    memset(text->str + text->len - HUGE, 'x', HUGE);
    g_string_append(text, "\",Jia,91370100MA3C0ABC1L,370100,yes\n");
    reading = reading_of("enterprises.csv", text->str, (gssize)text->len);
    ck_assert_str_eq(reading.faults, "enterprises.csv:2:4: error: a cell is too long: expected at most 1 MiB "
                                     "(field-too-long)\n");
    ck_assert_ptr_nonnull(reading.data);
    g_string_free(text, TRUE);
    reading_clear(&reading);
}
END_TEST

/* A file of more than half a gigabyte (sparse, so that it takes no room) isn't even read. */
START_TEST(huge_file)
{
    Reading reading = {.folder = data_folder_new(), .report = gaz_report_new()};
    char *path = g_build_filename(reading.folder, _i == 0 ? "swaps.csv" : "rules.xml", NULL);

    ck_assert(g_file_set_contents(path, "", 0, NULL));
    ck_assert_int_eq(truncate(path, (off_t)GAZ_LARGEST_FILE + 1), 0);
    reading.data = gaz_data_read(reading.folder, "data/rules", reading.report, NULL);
    reading.faults = gaz_report_to_text(reading.report);
    ck_assert_msg(gaz_report_count(reading.report) == 1, "%s", reading.faults);
    ck_assert_str_eq(gaz_report_get(reading.report, 0)->kind->id, "file-too-large");
    g_free(path);
    reading_clear(&reading);
}
END_TEST

/* A message stays short, whatever was found. */
START_TEST(long_text_in_a_message)
{
    char *field = g_strnfill(500000, 'x'),
         *text = g_strconcat(ENTERPRISES "E1,甲,Jia,", field, ",370100,yes\n", NULL);
    Reading reading = reading_of("enterprises.csv", text, -1);

    ck_assert(gaz_report_has(reading.report, "credit-code-malformed"));
    ck_assert_uint_lt(strlen(reading.faults), 1000);
    g_free(field);
    g_free(text);
    reading_clear(&reading);
}
END_TEST

/* Names that other programs stumble over come through as they are. */
static const struct {
    const char *cell, *name;
} names[] = {
    {"<script>alert(1)</script>", "<script>alert(1)</script>"},
    {"甲&amp;乙&#60;", "甲&amp;乙&#60;"},
    {"\"a \"\"quoted\"\" name, with a comma\"", "a \"quoted\" name, with a comma"},
    {"'; DROP TABLE lines; --", "'; DROP TABLE lines; --"},
    {"\"two\r\nlines\"", "two\nlines"},
    {"=HYPERLINK(\"\"x\"\")", NULL}, /* a quote inside an unquoted cell */
    {"${name} {{name}} %s%n", "${name} {{name}} %s%n"},
    {"𠀋𠮷水泥", "𠀋𠮷水泥"},
    {"e\u0301\u00a0x", "e\u0301\u00a0x"},
};

START_TEST(name_as_it_is)
{
    char *text = g_strconcat(ENTERPRISES "E1,甲,", names[_i].cell, ",91370100MA3C0ABC1L,370100,yes\n", NULL);
    Reading reading = reading_of("enterprises.csv", text, -1);
    const GazEnterprise *enterprise = gaz_data_lookup(reading.data, "enterprises", "E1");

    if (names[_i].name == NULL) {
        ck_assert(gaz_report_has(reading.report, "quote-torn"));
    } else {
        ck_assert_msg(enterprise != NULL, "%s", reading.faults);
        ck_assert_str_eq(enterprise->name.in[GAZ_EN], names[_i].name);
    }
    g_free(text);
    reading_clear(&reading);
}
END_TEST

/* Two names that look the same are the same. */
START_TEST(a_joiner_in_a_name)
{
    Reading reading =
        reading_of("enterprises.csv", ENTERPRISES "E1,甲\u200d乙,Jia,91370100MA3C0ABC1L,370100,yes\n" E2, -1);

    ck_assert(g_str_has_prefix(reading.faults, "enterprises.csv:2:5: error: "));
    ck_assert(gaz_report_has(reading.report, "forbidden-character"));
    reading_clear(&reading);
}
END_TEST

/* What could make a name read otherwise is refused at its place, and not repeated in the message. */
START_TEST(bidi_in_a_name)
{
    Reading reading = reading_of(
        "enterprises.csv", ENTERPRISES "E1,甲\u202e乙,Jia\u2066,91370100MA3C0ABC1L,370100,yes\n" E2, -1);

    ck_assert_uint_eq(gaz_report_count(reading.report), 2);
    ck_assert(g_str_has_prefix(reading.faults, "enterprises.csv:2:5: error: "));
    ck_assert_ptr_nonnull(strstr(reading.faults, "enterprises.csv:2:11: error: "));
    ck_assert_ptr_null(strstr(reading.faults, "\u202e"));
    ck_assert_ptr_null(strstr(reading.faults, "\u2066"));
    ck_assert_ptr_null(gaz_data_lookup(reading.data, "enterprises", "E1"));
    reading_clear(&reading);
}
END_TEST

/* A file of nothing but marks gets a hundred messages, not millions. */
START_TEST(marks_without_end)
{
    GString *text = g_string_new(ENTERPRISES);
    Reading reading;

    for (unsigned i = 0; i < 200000; i++)
        g_string_append(text, "\u202e");
    reading = reading_of("channels.csv", text->str, (gssize)text->len);
    ck_assert_uint_lt(gaz_report_count(reading.report), 120);
    g_string_free(text, TRUE);
    reading_clear(&reading);
}
END_TEST

/* Entities: the bomb, the slow bomb, a file, a parameter entity, a file by XInclude. %s: the folder. */
static const struct {
    const char *name, *xml, *id;
} attacks[] = {
    {"a billion laughs",
     "<!DOCTYPE rules [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
     "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
     "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>"
     "<rules xmlns=\"urn:gazette:rules:1\">&f;&f;&f;</rules>",
     "xml-doctype"},
    {"an entity bomb in an attribute",
     "<!DOCTYPE rules [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;\">]><rules a=\"&b;&b;\"/>", "xml-doctype"},
    {"a file", "<!DOCTYPE rules [<!ENTITY a SYSTEM \"file://%s/secret.txt\">]><rules>&a;</rules>",
     "xml-doctype"},
    {"a document type of elsewhere", "<!DOCTYPE rules SYSTEM \"file://%s/secret.txt\"><rules>&a;</rules>",
     "xml-doctype"},
    {"a parameter entity", "<!DOCTYPE rules [<!ENTITY %% a SYSTEM \"file://%s/secret.txt\">%%a;]><rules/>",
     "xml-doctype"},
    {"XInclude",
     "<rules xmlns=\"urn:gazette:rules:1\"><x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" "
     "href=\"file://%s/secret.txt\" parse=\"text\"/></rules>",
     "xml-invalid"},
    {"an undeclared entity", "<rules xmlns=\"urn:gazette:rules:1\">&a;</rules>", "xml-malformed"},
};

START_TEST(no_entity_gets_in)
{
    Reading reading = {.folder = data_folder_new(), .report = gaz_report_new()};
    char **parts = g_strsplit(attacks[_i].xml, "%s", -1), *xml = g_strjoinv(reading.folder, parts);

    data_folder_write(reading.folder, "secret.txt", "<!ENTITY a \"TOP-SECRET\">", -1);
    data_folder_write(reading.folder, "rules.xml", xml, -1);
    reading.data = gaz_data_read(reading.folder, "data/rules", reading.report, NULL);
    reading.faults = gaz_report_to_text(reading.report);
    ck_assert_ptr_null(reading.data);
    ck_assert_msg(gaz_report_count(reading.report) == 1, "%s: %s", attacks[_i].name, reading.faults);
    ck_assert_str_eq(gaz_report_get(reading.report, 0)->kind->id, attacks[_i].id);
    ck_assert_ptr_null(strstr(reading.faults, "TOP-SECRET"));
    g_strfreev(parts);
    g_free(xml);
    reading_clear(&reading);
}
END_TEST

/* Nobody calls where a document points to: a listening socket hears nothing. */
START_TEST(no_network)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t length = sizeof address;
    struct pollfd listening = {.fd = socket(AF_INET, SOCK_STREAM, 0), .events = POLLIN};
    char *xml;
    Reading reading;

    ck_assert_int_eq(bind(listening.fd, (struct sockaddr *)&address, length), 0);
    ck_assert_int_eq(listen(listening.fd, 1), 0);
    ck_assert_int_eq(getsockname(listening.fd, (struct sockaddr *)&address, &length), 0);
    xml = g_strdup_printf(XML "<!DOCTYPE rules SYSTEM \"http://127.0.0.1:%u/a.dtd\">\n<rules/>",
                          (unsigned)ntohs(address.sin_port));
    reading = reading_of("rules.xml", xml, -1);
    ck_assert(gaz_report_has(reading.report, "xml-doctype"));
    ck_assert_int_eq(poll(&listening, 1, 0), 0);
    close(listening.fd);
    g_free(xml);
    reading_clear(&reading);
}
END_TEST

START_TEST(deep_nesting)
{
    enum { DEPTH = 100000 };
    GString *xml = g_string_new("<rules xmlns=\"urn:gazette:rules:1\">");
    Reading reading;

    for (unsigned i = 0; i < DEPTH; i++)
        g_string_append(xml, "<a>");
    reading = reading_of("rules.xml", xml->str, (gssize)xml->len);
    ck_assert_msg(gaz_report_count(reading.report) == 1, "%s", reading.faults);
    ck_assert_str_eq(gaz_report_get(reading.report, 0)->kind->id, "xml-malformed");
    g_string_free(xml, TRUE);
    reading_clear(&reading);
}
END_TEST

/* A name that leads out of the folder names no text. */
START_TEST(attachment_outside_of_the_folder)
{
    char *publication = NULL, **parts, *changed;
    Reading reading;

    ck_assert(g_file_get_contents("tests/model/input/whole/publication.xml", &publication, NULL, NULL));
    parts = g_strsplit(publication, "texts/form", -1);
    changed = g_strjoinv("texts/../../../etc/passwd", parts);
    reading = reading_of("publication.xml", changed, -1);
    ck_assert(gaz_report_has(reading.report, "xml-invalid"));
    ck_assert_ptr_null(reading.data);
    g_strfreev(parts);
    g_free(changed);
    g_free(publication);
    reading_clear(&reading);
}
END_TEST

/* The name of a file reaches a terminal only as text. */
START_TEST(names_of_files)
{
    Reading reading = reading_of("\033[31mx\xFF.csv", "id\n", -1);

    ck_assert_str_eq(gaz_report_get(reading.report, 0)->place.file, "\uFFFD[31mx\uFFFD.csv");
    ck_assert_str_eq(gaz_report_get(reading.report, 0)->kind->id, "file-unknown");
    reading_clear(&reading);
}
END_TEST

/* Shapes of tables that a careless reader takes quadratic time for, `n` times as large. */
static void many_rows(GString *text, unsigned n)
{
    g_string_append(text, "a,b,c\n");
    for (unsigned i = 0; i < n; i++)
        g_string_append(text, "水泥,\"x\ny\",3\n");
}

static void many_ragged_rows(GString *text, unsigned n)
{
    g_string_append(text, "a,b,c\n");
    for (unsigned i = 0; i < n; i++)
        g_string_append(text, "1\n");
}

static void one_wide_row(GString *text, unsigned n)
{
    g_string_append(text, "a,b,c\n");
    for (unsigned i = 0; i < n; i++)
        g_string_append(text, "水,");
}

static void one_wide_header(GString *text, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        g_string_append(text, ",水");
}

static void many_lines_in_a_cell(GString *text, unsigned n)
{
    g_string_append(text, "a,b\n\"");
    for (unsigned i = 0; i < n; i++)
        g_string_append(text, "\n");
    g_string_append(text, "x\",2\n3,\"4");
}

static size_t work_on_rows(const GString *text)
{
    GazReport *report = gaz_report_new();
    GazInput input;
    GazRows *rows;
    size_t walked;

    gaz_input_init(&input, "test", text->str, text->len);
    rows = gaz_csv_open(&input, report);
    while (gaz_rows_next(rows) != NULL)
        ;
    walked = input.walked;
    gaz_rows_free(rows);
    gaz_input_clear(&input);
    gaz_report_free(report);
    return walked;
}

static void many_elements(GString *text, unsigned n)
{
    g_string_append(text, "<a>");
    for (unsigned i = 0; i < n; i++)
        g_string_append(text, "<b x='1'/>\n");
    g_string_append(text, "</a>");
}

static void many_attributes(GString *text, unsigned n)
{
    g_string_append(text, "<a");
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(text, " b%u='水 x='", i);
    g_string_append(text, "/>");
}

static void many_prefixes(GString *text, unsigned n)
{
    g_string_append(text, "<a xmlns:p='p'");
    for (unsigned i = 0; i < n; i++)
        g_string_append_printf(text, " p:b%u='x'", i);
    g_string_append(text, "/>");
}

static size_t work_on_elements(const GString *text)
{
    GazSchema *schema = gaz_schema_read("data/schema/publication.rng", NULL);
    GazArena *arena = gaz_arena_new();
    GazReport *report = gaz_report_new();
    GazInput input;
    size_t walked;
    bool valid;

    gaz_input_init(&input, "test", text->str, text->len);
    ck_assert_ptr_nonnull(gaz_elements_parse(arena, &input, schema, report, &valid));
    walked = input.walked;
    gaz_input_clear(&input);
    gaz_schema_free(schema);
    gaz_report_free(report);
    gaz_arena_free(arena);
    return walked;
}

static const struct {
    const char *name;
    void (*make)(GString *text, unsigned n);
    size_t (*work)(const GString *text);
    unsigned n;
} shapes[] = {
    {"many rows", many_rows, work_on_rows, 20000},
    {"many ragged rows", many_ragged_rows, work_on_rows, 20000},
    {"one wide row", one_wide_row, work_on_rows, 200000},
    {"one wide header", one_wide_header, work_on_rows, 200000},
    {"many lines in a cell", many_lines_in_a_cell, work_on_rows, 200000},
    {"many elements", many_elements, work_on_elements, 5000},
    {"many attributes", many_attributes, work_on_elements, 1000},
    {"many attributes with a prefix", many_prefixes, work_on_elements, 1000},
};

/* Twice the input is about twice the work, counted in bytes walked over, not in seconds. */
START_TEST(work_grows_with_the_input)
{
    size_t work[2];

    for (unsigned i = 0; i < 2; i++) {
        GString *text = g_string_new(NULL);

        shapes[_i].make(text, shapes[_i].n << i);
        work[i] = shapes[_i].work(text);
        ck_assert_msg(work[i] <= 4 * text->len, "%s: %zu steps for %zu bytes", shapes[_i].name, work[i],
                      text->len);
        g_string_free(text, TRUE);
    }
    ck_assert_msg(10 * work[1] <= 23 * work[0], "%s: %zu steps, then %zu", shapes[_i].name, work[0], work[1]);
}
END_TEST

/* Every file of a whole folder, cut short at many places: what can't be used is told, what isn't told is
 * used. */
START_TEST(folder_cut_short)
{
    static const char *const files[] = {"publication.xml", "enterprises.csv", "lines.csv",    "plan.csv",
                                        "findings.csv",    "events.csv",      "practices.csv"};
    enum { STEP = 23 };
    char *path = g_build_filename("tests/model/input/whole", files[_i], NULL), *text = NULL;
    size_t length = 0;

    ck_assert(g_file_get_contents(path, &text, &length, NULL));
    for (size_t cut = 0; cut < length; cut += STEP) {
        Reading reading = reading_of(files[_i], text, (gssize)cut);

        ck_assert_msg(reading.data != NULL || *reading.faults != '\0',
                      "%s cut at %zu: neither read nor told why", files[_i], cut);
        reading_clear(&reading);
    }
    g_free(text);
    g_free(path);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("hostile input");
    TCase *tests = tcase_create("hostile");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, wrong_encoding, 0, G_N_ELEMENTS(encodings));
    tcase_add_test(tests, huge_field);
    tcase_add_loop_test(tests, huge_file, 0, 2);
    tcase_add_test(tests, long_text_in_a_message);
    tcase_add_loop_test(tests, name_as_it_is, 0, G_N_ELEMENTS(names));
    tcase_add_test(tests, a_joiner_in_a_name);
    tcase_add_test(tests, bidi_in_a_name);
    tcase_add_test(tests, marks_without_end);
    tcase_add_loop_test(tests, no_entity_gets_in, 0, G_N_ELEMENTS(attacks));
    tcase_add_test(tests, no_network);
    tcase_add_test(tests, deep_nesting);
    tcase_add_test(tests, attachment_outside_of_the_folder);
    tcase_add_test(tests, names_of_files);
    tcase_add_loop_test(tests, work_grows_with_the_input, 0, G_N_ELEMENTS(shapes));
    tcase_add_loop_test(tests, folder_cut_short, 0, 7);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
