/* test_parts.c - the parts of the website one by one: wording, open data, search, calendars. */
#include "../support/suite.h"
#include "built.h"
#include "site/calendar.h"
#include "site/catalog.h"
#include "site/cell.h"
#include "site/csv.h"
#include "site/gaps.h"
#include "site/grid.h"
#include "site/json.h"
#include "site/known.h"
#include "site/packer.h"
#include "site/search.h"
#include "site/sheets.h"
#include "site/strings.h"
#include "site/subjects.h"
#include "site/table_xml.h"
#include "site/xlsx.h"
#include <gio/gio.h>
#include <libdeflate.h>
#include <libxml/parser.h>
#include <time.h>
#include <unistd.h>
#include <zip.h>

static GazStrings *strings_of(const char *text, GError **error)
{
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "gazette-strings-XXXXXX", NULL);
    int file = g_mkstemp(path);
    GazStrings *strings;

    ck_assert_int_ge(file, 0);
    close(file);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    strings = gaz_strings_read(path, error);
    g_unlink(path);
    return strings;
}

START_TEST(texts_take_values_and_their_form_for_one)
{
    static const struct {
        GazLanguage language;
        const char *n, *said;
    } cases[] = {{GAZ_ZH, "1", "1条，共9条"},
                 {GAZ_EN, "1", "1 line of 9"},
                 {GAZ_EN, "2", "2 lines of 9"},
                 {GAZ_EN, "{all}", "{all} lines of 9"}};
    g_autoptr(GError) error = NULL;
    g_autoptr(GazStrings) strings =
        strings_of("<strings><s id='n'><zh>{n}条，共{all}条</zh>"
                   "<en one='{n} line of {all}'>{n} lines of {all}</en></s></strings>",
                   &error);

    ck_assert_ptr_nonnull(strings);
    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        GazStringValue values[] = {{"n", cases[i].n}, {"all", "9"}};
        g_autofree char *said = gaz_strings_say(strings, cases[i].language, "n", values, 2, &error);

        ck_assert_str_eq(said, cases[i].said);
    }
}
END_TEST

START_TEST(both_languages_ask_for_the_same_values)
{
    xmlDocPtr doc = xmlReadFile("templates/site/strings.xml", NULL, XML_PARSE_NONET);
    unsigned texts = 0;

    ck_assert_ptr_nonnull(doc);
    for (xmlNodePtr node = xmlFirstElementChild(xmlDocGetRootElement(doc)); node != NULL;
         node = xmlNextElementSibling(node), texts++) {
        xmlChar *zh = xmlNodeGetContent(xmlFirstElementChild(node));
        xmlChar *en = xmlNodeGetContent(xmlLastElementChild(node));

        for (const char *at = strchr((char *)zh, '{'); at != NULL; at = strchr(at + 1, '{')) {
            g_autofree char *value = g_strndup(at, strcspn(at, "}") + 1);

            ck_assert_msg(strstr((char *)en, value) != NULL, "%s: %s is only in Chinese", en, value);
        }
        for (const char *at = strchr((char *)en, '{'); at != NULL; at = strchr(at + 1, '{')) {
            g_autofree char *value = g_strndup(at, strcspn(at, "}") + 1);

            ck_assert_msg(strstr((char *)zh, value) != NULL, "%s: %s is only in English", zh, value);
        }
        xmlFree(zh);
        xmlFree(en);
    }
    ck_assert_uint_gt(texts, 100);
    xmlFreeDoc(doc);
}
END_TEST

/* What stands right after the number in English ends in s: its form for one must be another. */
/* A notice of the kind 撤销公告 says that what it ends is marked 已撤销: 撤回 would be another act in law. */
START_TEST(the_site_calls_a_withdrawal_as_the_notices_do)
{
    g_autofree char *strings = NULL, *glossary = NULL;

    ck_assert(g_file_get_contents("templates/site/strings.xml", &strings, NULL, NULL));
    ck_assert(g_file_get_contents("templates/glossary.xml", &glossary, NULL, NULL));
    ck_assert(strstr(glossary, "<label id=\"status.withdrawn\"><zh>已撤销</zh>") != NULL);
    ck_assert(strstr(strings, "<s id=\"notice.tag-withdrawn\"><zh>已撤销</zh>") != NULL);
    ck_assert(strstr(strings, "撤回") == NULL);
}
END_TEST

/* 更正 is done to what was announced, 整改 to what was found: a badge of one is never taken for the other. */
START_TEST(what_is_put_right_is_not_called_corrected)
{
    g_autofree char *strings = NULL;

    ck_assert(g_file_get_contents("templates/site/strings.xml", &strings, NULL, NULL));
    ck_assert(strstr(strings, "<zh>已更正</zh><en>Corrected</en>") != NULL);
    ck_assert_str_eq(gaz_code_name(gaz_outcome, GAZ_OUTCOME_CORRECTED)->in[GAZ_EN], "Put right");
    ck_assert_str_eq(gaz_finding_stage[GAZ_STAGE_CORRECTED].name.in[GAZ_EN], "Put right");
}
END_TEST

START_TEST(english_counts_one_as_one)
{
    xmlDocPtr doc = xmlReadFile("templates/site/strings.xml", NULL, XML_PARSE_NONET);
    unsigned counted = 0;

    for (xmlNodePtr node = xmlFirstElementChild(xmlDocGetRootElement(doc)); node != NULL;
         node = xmlNextElementSibling(node)) {
        xmlChar *en = xmlNodeGetContent(xmlLastElementChild(node));

        if (g_regex_match_simple("\\{n\\} ([a-z]+ )?[a-z]+s\\b", (char *)en, 0, 0)) {
            ck_assert_msg(xmlHasProp(xmlLastElementChild(node), BAD_CAST "one") != NULL, "%s", en);
            counted++;
        }
        xmlFree(en);
    }
    ck_assert_uint_gt(counted, 10);
    xmlFreeDoc(doc);
}
END_TEST

static const struct {
    const char *text;
    bool guarded;
    const char *written;
} cells[] = {
    {"plain", true, "plain"},
    {"a,b", true, "\"a,b\""},
    {"a\"b", true, "\"a\"\"b\""},
    {"a\nb", true, "\"a\nb\""},
    {"=1+1", true, "'=1+1"},
    {"+86 531", true, "'+86 531"},
    {"-1", true, "'-1"},
    {"@x", true, "'@x"},
    {"\tx", true, "'\tx"},
    {"=1,\"", true, "\"'=1,\"\"\""},
    {"-0.5", false, "-0.5"},
    {"", true, ""},
    {"水泥，甲", true, "水泥，甲"},
    {"\r=1", true, "\"'\r=1\""},
};

START_TEST(a_cell_is_quoted_and_never_a_formula)
{
    g_autoptr(GString) csv = g_string_new(NULL);

    gaz_csv_add(csv, cells[_i].text, cells[_i].guarded);
    ck_assert_str_eq(csv->str, cells[_i].written);
}
END_TEST

static const GazTable *table_named(const char *name)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (strcmp(gaz_tables[i].name, name) == 0)
            return &gaz_tables[i];
    ck_abort_msg("%s", name);
}

START_TEST(csv_has_a_mark_a_head_and_a_line_a_row)
{
    Built *built = built_new();
    GString *csv = gaz_csv_write(table_named("enterprises"), built->data->enterprises);
    g_auto(GStrv) lines = g_strsplit(csv->str, "\r\n", -1);

    ck_assert_uint_eq(g_strv_length(lines), built->data->enterprises->len + 2); /* head, and after the last */
    ck_assert(g_str_has_prefix(lines[0], "\xef\xbb\xbfid,name_zh,name_en,credit_code,"));
    ck_assert(g_str_has_prefix(lines[1], "E-001,青岚<script>alert(1)</script>水泥,"));
    ck_assert(g_str_has_prefix(lines[2],
                               "E-002,石门岭&amp;水泥“甲”有限公司,\"Shimenling &amp; \"\"A\"\" Cement\","));
    ck_assert(g_str_has_prefix(lines[3], "E-003,'=HYPERLINK(1)水泥有限公司,'=HYPERLINK(1) Cement's,"));
    g_string_free(csv, TRUE);
    built_free(built);
}
END_TEST

START_TEST(json_strings_hold_what_scripts_and_pages_bear)
{
    static const char *const cases[][2] = {
        {NULL, "null"},
        {"", "\"\""},
        {"水泥 a", "\"水泥 a\""},
        {"\"\\\n\t", "\"\\\"\\\\\\u000a\\u0009\""},
        {"<b>&", "\"\\u003cb\\u003e\\u0026\""},
        {"a\xe2\x80\xa8z\xe2\x80\xa9", "\"a\\u2028z\\u2029\""},
        {"\xe2\x80\xa7\xe2\x80\x94", "\"\xe2\x80\xa7\xe2\x80\x94\""}}; /* their neighbour, a dash */

    for (unsigned i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GString) json = g_string_new(NULL);

        gaz_json_add_string(json, cases[i][0]);
        ck_assert_str_eq(json->str, cases[i][1]);
    }
}
END_TEST

START_TEST(json_is_safe_in_a_page_and_typed)
{
    Built *built = built_new();
    GString *json =
        gaz_json_write(table_named("enterprises"), built->data->enterprises, built->assessment->as_of);
    GString *lines = gaz_json_write(table_named("lines"), built->data->lines, built->assessment->as_of);

    ck_assert(strpbrk(json->str, "<>&") == NULL);
    ck_assert(strstr(json->str,
                     "\"name_zh\": \"青岚\\u003cscript\\u003ealert(1)\\u003c/script\\u003e水泥\"") != NULL);
    ck_assert(strstr(json->str, "\"member\": true") != NULL);
    ck_assert(strstr(lines->str, "\"approved_capacity_tpd\": 5000,") != NULL);
    ck_assert(strstr(lines->str, "\"special_tasks\": [\"heating\"]") != NULL);
    ck_assert(strstr(lines->str, "\"kiln_length_m\": null") != NULL);
    g_string_free(json, TRUE);
    g_string_free(lines, TRUE);
    built_free(built);
}
END_TEST

START_TEST(xml_has_the_same_rows)
{
    Built *built = built_new();
    GString *xml =
        gaz_table_xml_write(table_named("enterprises"), built->data->enterprises, built->assessment->as_of);
    xmlDocPtr doc = xmlReadMemory(xml->str, (int)xml->len, NULL, NULL, XML_PARSE_NONET);
    xmlNodePtr row;
    xmlChar *name;

    ck_assert_ptr_nonnull(doc);
    ck_assert_uint_eq(xmlChildElementCount(xmlDocGetRootElement(doc)), built->data->enterprises->len);
    row = xmlFirstElementChild(xmlDocGetRootElement(doc));
    name = xmlNodeGetContent(xmlNextElementSibling(xmlFirstElementChild(row)));
    ck_assert_str_eq((char *)name, "青岚<script>alert(1)</script>水泥");
    xmlFree(name);
    xmlFreeDoc(doc);
    g_string_free(xml, TRUE);
    built_free(built);
}
END_TEST

/* A part of the zip that a workbook is. Yours: g_free(). */
static char *part_of(const char *workbook, const char *part)
{
    zip_t *zip = zip_open(workbook, ZIP_RDONLY, NULL);
    zip_stat_t status;
    zip_file_t *file;
    char *text;

    ck_assert_ptr_nonnull(zip);
    ck_assert_int_eq(zip_stat(zip, part, 0, &status), 0);
    text = g_malloc0(status.size + 1);
    file = zip_fopen(zip, part, 0);
    ck_assert_int_eq(zip_fread(file, text, status.size), (zip_int64_t)status.size);
    zip_fclose(file);
    zip_discard(zip);
    return text;
}

START_TEST(a_workbook_is_typed_frozen_and_has_no_formula)
{
    Built *built = built_new();
    g_autofree char *path = g_build_filename(built->folder, "t.xlsx", NULL);
    g_autofree char *again = g_build_filename(built->folder, "u.xlsx", NULL);
    g_autofree char *sheet = NULL, *strings = NULL, *one = NULL, *two = NULL;
    gsize length, other;

    ck_assert(gaz_xlsx_write(table_named("enterprises"), built->data->enterprises, built->assessment->as_of,
                             path, NULL));
    ck_assert(gaz_xlsx_write(table_named("enterprises"), built->data->enterprises, built->assessment->as_of,
                             again, NULL));
    ck_assert(g_file_get_contents(path, &one, &length, NULL) &&
              g_file_get_contents(again, &two, &other, NULL));
    ck_assert(length == other && memcmp(one, two, length) == 0);
    sheet = part_of(path, "xl/worksheets/sheet1.xml");
    strings = part_of(path, "xl/sharedStrings.xml");
    ck_assert(strstr(sheet, "<f>") == NULL && strstr(sheet, "state=\"frozen\"") != NULL);
    ck_assert(strstr(sheet, "ySplit=\"3\"") != NULL);
    ck_assert(strstr(strings, "=HYPERLINK(1)") != NULL);
    ck_assert(strstr(sheet, "<pageSetup paperSize=\"9\" fitToHeight=\"0\"") != NULL);
    built_free(built);
}
END_TEST

START_TEST(a_workbook_has_codes_where_its_table_has)
{
    Built *built = built_new();
    g_autofree char *path = g_build_filename(built->folder, "t.xlsx", NULL), *without = NULL, *with = NULL;

    ck_assert(gaz_xlsx_write(table_named("enterprises"), built->data->enterprises, built->assessment->as_of,
                             path, NULL));
    without = part_of(path, "xl/workbook.xml");
    ck_assert(gaz_xlsx_write(table_named("lines"), built->data->lines, built->assessment->as_of, path, NULL));
    with = part_of(path, "xl/workbook.xml");
    ck_assert(strstr(without, "codes") == NULL && strstr(with, "codes") != NULL);
    built_free(built);
}
END_TEST

START_TEST(a_workbook_that_cannot_be_written_is_an_error)
{
    Built *built = built_new();
    g_autoptr(GError) error = NULL;

    ck_assert(!gaz_xlsx_write(table_named("lines"), built->data->lines, built->assessment->as_of,
                              "/nonexistent/folder/t.xlsx", &error));
    ck_assert_ptr_nonnull(error);
    built_free(built);
}
END_TEST

static const struct {
    const char *text, *pinyin, *initials;
} names[] = {
    {"石门岭水泥", "shimenlingshuini", "smlsn"},
    {"山东ABC水泥", "shandongabcshuini", "sdasn"},
    {"青岚（集团）", "qinglan(jituan)", "qljt"},
    {"吕梁绿源（Ⅱ线）", "luliangluyuan(iixian)", "lllyix"},
    {"硚口𬭚砼々", "qiaokouchuntong々", "qkct"},
    {"\uf900水泥", "qishuini", "qsn"},
    {"", "", ""},
};

START_TEST(names_are_found_by_pinyin)
{
    g_autofree char *pinyin = gaz_search_pinyin(names[_i].text);
    g_autofree char *initials = gaz_search_initials(names[_i].text);

    ck_assert_str_eq(pinyin, names[_i].pinyin);
    ck_assert_str_eq(initials, names[_i].initials);
}
END_TEST

START_TEST(a_line_is_found_by_all_its_names)
{
    Built *built = built_new();
    g_autoptr(GazSearch) search = gaz_search_new();
    const char *first = gaz_search_text(search, built->data->lines->pdata[0]);
    const char *overridden = gaz_search_text(search, built->data->lines->pdata[3]);

    ck_assert(strstr(first, "l-001") != NULL && strstr(first, "qinglan") != NULL);
    ck_assert(strstr(first, "青岚") != NULL && strstr(first, "91370000ma3c00001c") != NULL);
    ck_assert(strstr(first, "kiln no. 1") != NULL);
    ck_assert(strstr(overridden, "cqsn") != NULL); /* the data's own initials */
    ck_assert_ptr_eq(gaz_search_text(search, built->data->lines->pdata[0]), first);
    built_free(built);
}
END_TEST

static int64_t at(const char *text)
{
    GazMoment moment;

    ck_assert_msg(gaz_moment_parse(text, &moment), "%s", text);
    return gaz_moment_begin(moment);
}

static const GazPlan whole = {.quota_days = GAZ_NO_DECIMAL, .load_percent = GAZ_NO_DECIMAL};
static const GazPlan quota = {.quota_days = 10 * GAZ_DECIMAL_ONE, .load_percent = GAZ_NO_DECIMAL};

/* An account of 2021 with up to two windows and two stops; "" for none. */
static GazAccount *account_of(const char *const spans[8], const GazPlan *plan)
{
    GazAccount *account = g_new0(GazAccount, 1);

    account->year = (GazSpan){at("2021-01-01"), at("2022-01-01")};
    account->windows = g_array_new(FALSE, TRUE, sizeof(GazWindow));
    account->stops = g_array_new(FALSE, TRUE, sizeof(GazStop));
    account->findings = g_ptr_array_new();
    for (unsigned i = 0; i < 4; i += 2) {
        GazWindow window = {.plan = plan};

        if (spans[i][0] == '\0')
            continue;
        window.span = (GazSpan){at(spans[i]), at(spans[i + 1])};
        g_array_append_val(account->windows, window);
    }
    for (unsigned i = 4; i < 8; i += 2) {
        GazStop stop = {.counts = true};

        if (spans[i][0] == '\0')
            continue;
        stop.span = (GazSpan){at(spans[i]), at(spans[i + 1])};
        g_array_append_val(account->stops, stop);
    }
    return account;
}

static void account_free(GazAccount *account)
{
    g_array_unref(account->windows);
    g_array_unref(account->stops);
    g_ptr_array_unref(account->findings);
    g_free(account);
}

static const struct {
    const char *name, *spans[8], *gaps; /* gaps: days after 2021-01-01, "from-to" */
    const GazPlan *plan;
} gap_cases[] = {
    {"no stop", {"2021-01-11", "2021-01-21", "", "", "", "", "", ""}, "10-20", &whole},
    {"stopped throughout",
     {"2021-01-11", "2021-01-21", "", "", "2021-01-01", "2021-02-01", "", ""},
     "",
     &whole},
    {"late", {"2021-01-11", "2021-01-21", "", "", "2021-01-16", "2021-01-21", "", ""}, "10-15", &whole},
    {"early restart",
     {"2021-01-11", "2021-01-21", "", "", "2021-01-11", "2021-01-16", "", ""},
     "15-20",
     &whole},
    {"ran in between",
     {"2021-01-11", "2021-01-21", "", "", "2021-01-11", "2021-01-13", "2021-01-15", "2021-01-21"},
     "12-14",
     &whole},
    {"windows that overlap are told once",
     {"2021-01-11", "2021-01-21", "2021-01-16", "2021-01-26", "", "", "", ""},
     "10-20 20-25",
     &whole},
    {"before the year", {"2020-12-01", "2021-01-06", "", "", "", "", "", ""}, "0-5", &whole},
    {"not yet come", {"2021-12-27", "2022-03-01", "", "", "", "", "", ""}, "360-364", &whole},
    {"a quota asks for no day in particular",
     {"2021-01-11", "2021-01-21", "", "", "", "", "", ""},
     "",
     &quota},
};

START_TEST(gaps_are_windows_less_stops)
{
    GazAccount *account = account_of(gap_cases[_i].spans, gap_cases[_i].plan);
    g_autoptr(GArray) gaps = gaz_gaps(account, account->year, gaz_date_make(2021, 12, 30));
    g_autoptr(GString) said = g_string_new(NULL);

    for (unsigned i = 0; i < gaps->len; i++) {
        GazSpan gap = g_array_index(gaps, GazSpan, i);

        g_string_append_printf(said, "%s%d-%d", i > 0 ? " " : "",
                               (int)((gap.start - account->year.start) / 1440),
                               (int)((gap.end - account->year.start) / 1440));
    }
    ck_assert_msg(strcmp(said->str, gap_cases[_i].gaps) == 0, "%s: %s", gap_cases[_i].name, said->str);
    account_free(account);
}
END_TEST

static const char *const months[] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};

/* The data of the one path of this class; NULL: none. Yours: xmlFree(). */
static char *path_of(xmlNodePtr svg, const char *class)
{
    for (xmlNodePtr node = xmlFirstElementChild(svg); node != NULL; node = xmlNextElementSibling(node)) {
        xmlChar *own = xmlGetNoNsProp(node, BAD_CAST "class");
        bool found = strcmp((char *)own, class) == 0;

        xmlFree(own);
        if (found)
            return (char *)xmlGetNoNsProp(node, BAD_CAST "d");
    }
    return NULL;
}

/* The months of an account's marks, read as XML. Yours: xmlFreeDoc(). */
static xmlDocPtr months_of(const GArray *marks, GazAxis axis, const char *label)
{
    GazCalendars *calendars = gaz_calendars_new(months, months);
    g_autofree char *drawn = gaz_calendar_months(calendars, marks, axis, label);
    xmlDocPtr svg = xmlReadMemory(drawn, (int)strlen(drawn), NULL, NULL, XML_PARSE_NONET);

    ck_assert_ptr_nonnull(svg);
    gaz_calendars_free(calendars);
    return svg;
}

/* What the calendars of a language show of these marks, months and strip. Yours: g_free(). */
static char *both_of(GazCalendars *calendars, const GArray *marks, GazAxis axis)
{
    g_autofree char *rows = gaz_calendar_months(calendars, marks, axis, NULL);
    g_autofree char *strip = gaz_calendar_strip(calendars, marks, axis, "id");

    return g_strconcat(rows, strip, NULL);
}

START_TEST(a_calendar_shows_nothing_of_those_before)
{
    static const char *const spans[8] = {"2021-01-15", "2021-03-16", "2021-05-01", "2021-06-01",
                                         "2021-01-15", "2021-03-16", "",           ""};
    static const char *const none[8] = {"", "", "", "", "", "", "", ""};
    GazAccount *account = account_of(spans, &whole), *empty = account_of(none, &whole);
    g_autoptr(GArray) marks = gaz_calendar_marks(account), no_marks = gaz_calendar_marks(empty);
    GazAxis year = gaz_calendar_axis(account, marks), longer = {year.from - 31, year.to};
    GazCalendars *one = gaz_calendars_new(months, months), *other = gaz_calendars_new(months, months);
    g_autofree char *alone = both_of(one, no_marks, year), *marked = both_of(other, marks, year);
    g_autofree char *again = both_of(other, no_marks, year), *wide = both_of(other, no_marks, longer);
    g_autofree char *narrow = both_of(other, no_marks, year);

    ck_assert_str_eq(again, alone);
    ck_assert_str_ne(marked, alone);
    ck_assert_str_ne(wide, alone);
    ck_assert_str_eq(narrow, alone);
    gaz_calendars_free(one);
    gaz_calendars_free(other);
    account_free(account);
    account_free(empty);
}
END_TEST

START_TEST(the_calendar_keeps_a_window_over_new_year_whole)
{
    static const char *const spans[8] = {"2020-11-15", "2021-03-16", "2022-05-01", "2022-06-01",
                                         "",           "",           "",           ""};
    GazAccount *account = account_of(spans, &whole);
    g_autoptr(GArray) marks = gaz_calendar_marks(account);
    GazAxis axis = gaz_calendar_axis(account, marks);
    xmlDocPtr drawn = months_of(marks, axis, NULL);
    xmlNodePtr svg = xmlDocGetRootElement(drawn);
    char *planned = path_of(svg, "planned");
    g_auto(GStrv) bars = g_strsplit(planned, "z", -1);
    unsigned labels = 0;

    ck_assert_int_eq(axis.from, gaz_date_make(2020, 11, 1));
    ck_assert_int_eq(axis.to, gaz_date_make(2021, 12, 31)); /* a window of another year makes it no longer */
    for (xmlNodePtr node = xmlFirstElementChild(svg); node != NULL; node = xmlNextElementSibling(node)) {
        xmlChar *class = xmlGetNoNsProp(node, BAD_CAST "class");

        labels += strcmp((char *)class, "month") == 0;
        xmlFree(class);
    }
    ck_assert_uint_eq(labels, 14);
    ck_assert_uint_eq(g_strv_length(bars) - 1, 5); /* November to March, a bar a month */
    xmlFree(planned);
    xmlFreeDoc(drawn);
    account_free(account);
}
END_TEST

/* Two lines: what is due and verified on a day is counted at noon, once a line. */
START_TEST(the_year_counts_lines_by_day)
{
    static const char *const first[8] = {"2020-12-01", "2021-01-03",       "",          "", "2021-01-01",
                                         "2021-01-02", "2021-01-01 06:00", "2021-01-03"};
    static const char *const second[8] = {
        "2021-01-02 11:00", "2021-01-05", "2021-12-31", "2022-02-01", "", "", "", ""};
    GPtrArray *accounts = g_ptr_array_new_with_free_func((GDestroyNotify)account_free);
    g_auto(GazYear) year;

    g_ptr_array_add(accounts, account_of(first, &whole));
    g_ptr_array_add(accounts, account_of(second, &whole));
    gaz_year_init(&year, accounts);
    ck_assert_uint_eq(year.days, 365);
    ck_assert_uint_eq(year.planned[0], 1);
    ck_assert_uint_eq(year.planned[1], 2); /* the second from an hour before noon on */
    ck_assert_uint_eq(year.planned[2], 1); /* the first until midnight before it */
    ck_assert_uint_eq(year.planned[4], 0);
    ck_assert_uint_eq(year.planned[364], 1);
    ck_assert_uint_eq(year.verified[0], 1); /* two stops that overlap are one */
    ck_assert_uint_eq(year.verified[1], 1);
    ck_assert_uint_eq(year.verified[2], 0);
    ck_assert_uint_eq(gaz_year_peak(&year), 1);
    g_ptr_array_unref(accounts);
}
END_TEST

START_TEST(a_time_of_day_is_a_place_in_the_cell)
{
    static const char *const spans[8] = {"2021-01-01 12:00", "2021-01-02 12:00", "", "", "", "", "", ""};
    GazAccount *account = account_of(spans, &whole);
    g_autoptr(GArray) marks = gaz_calendar_marks(account);
    xmlDocPtr drawn = months_of(marks, gaz_calendar_axis(account, marks), "caption");
    xmlNodePtr svg = xmlDocGetRootElement(drawn);
    char *planned = path_of(svg, "planned");

    ck_assert_str_eq(planned, "M48.8 20h9.6v9h-9.6z"); /* label 44, half a day of 9.6 */
    xmlFree(planned);
    xmlFreeDoc(drawn);
    account_free(account);
}
END_TEST

START_TEST(the_key_of_a_calendar_is_that_of_its_marks)
{
    static const GazMark marks[] = {{{0, 1440}, GAZ_BAR_LIMITED, 500},
                                    {{0, 1441}, GAZ_BAR_LIMITED, 500},
                                    {{1, 1440}, GAZ_BAR_LIMITED, 500},
                                    {{0, 1440}, GAZ_BAR_PLANNED, 500},
                                    {{0, 1440}, GAZ_BAR_LIMITED, 501}};
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (unsigned i = 0; i < 2 * G_N_ELEMENTS(marks); i++) {
        g_autoptr(GArray) one = g_array_new(FALSE, FALSE, sizeof(GazMark));

        g_array_append_val(one, marks[i % G_N_ELEMENTS(marks)]);
        ck_assert(g_hash_table_add(known, gaz_calendar_key(one)) == (i < G_N_ELEMENTS(marks)));
        g_array_append_val(one, marks[0]);
        ck_assert(g_hash_table_add(known, gaz_calendar_key(one)) == (i < G_N_ELEMENTS(marks)));
    }
}
END_TEST

/* A page's facts with one thing in them that is another one each time. */
enum { FACTS = 13 };

static void add_more(xmlNodePtr to, GazLanguage language, const void *context, const void *subject)
{
    ck_assert_ptr_null(context);
    xmlNewProp(to, BAD_CAST "made", subject);
    xmlNewTextChild(to, NULL, BAD_CAST "more", BAD_CAST gaz_language_code(language));
}

/* Says what is kept of `subject`, and in which language. */
static char *draw(GazLanguage language, const void *context, const void *subject)
{
    ck_assert_ptr_null(context);
    return g_strdup_printf("%s %d", gaz_language_code(language), *(const int *)subject);
}

static GazFacts *facts_with(unsigned which)
{
    static const GazText both = {{"一", "one"}}, parted = {{"一o", "ne"}}, only = {{NULL, "one"}};
    GazFacts *facts = gaz_facts_new("page");
    GazFact *root = gaz_facts_root(facts), *inner = gaz_fact(root, "inner");
    int number = 7;

    gaz_fact_both(inner, "name", which == 1 ? &only : which == 2 ? &parted : &both);
    gaz_fact_set(which == 3 ? root : inner, "id", "1");
    gaz_fact_set(inner, "more", which == 4 ? "" : NULL);
    gaz_fact(which == 5 ? inner : root, "last");
    gaz_fact_text(root, "words", which == 6 ? "" : NULL);
    gaz_fact_later(inner, which == 7 ? "other" : "key", add_more, NULL, "later");
    gaz_fact_drawn(root, "figure", which == 8 ? "other" : "key", draw, NULL,
                   gaz_facts_keep(facts, &number, sizeof number));
    number = 0;
    gaz_fact_set_in(root, which == 9 ? GAZ_EN : GAZ_ZH, "way", "up");
    gaz_fact_set_in(root, GAZ_EN, "way", which == 10 ? "down" : "../up");
    gaz_fact_text_in(root, GAZ_EN, "own", which == 11 ? "mine" : "yours");
    gaz_fact_text_in(root, which == 12 ? GAZ_EN : GAZ_ZH, "own", "yours");
    return facts;
}

/* What a stylesheet asks, and what it gets about the facts below. */
static const struct {
    const char *asked, *given;
} questions[] = {
    {"<g:say text='n'/>", "No &amp; none"},
    {"<xsl:value-of select=\"g:say('of', 'n', @n)\"/>", "Of 2500.5"},
    {"<xsl:value-of select=\"g:say-in('zh', 'n')\"/>", "无"},
    {"<g:text of='name'/>, <g:text of='owner/name'/>", "A &lt;b&gt;, <span lang=\"zh-CN\">乙</span>"},
    {"<g:text of='nobody'/><g:text of='owner/nobody'/><g:text of='nam'/>", ""},
    {"<xsl:for-each select='owner/name'>(<g:text/>)</xsl:for-each>", "(<span lang=\"zh-CN\">乙</span>)"},
    {"<b><xsl:attribute name='title'>- <g:text of='name'/> -</xsl:attribute>1<g:text of='name'/>2</b>",
     "<b title=\"- A &lt;b&gt; -\">1A &lt;b&gt;2</b>"},
    {"<g:say text='of' n='number @n'/>, <g:say text='of' n='owner/@n'/>", "Of 2,500.5, Of 3.25"},
    {"<xsl:for-each select='owner/name'><g:say text='of' n='/page/@n'/></xsl:for-each>", "Of 2500.5"},
    {"<g:part name='nav'/>", "<?part nav>"},
    {"<g:part name='notice-' of='owner/@on'/>", "<?part notice-2021-11-15>"},
    {"<b><g:attribute name='id' of='owner/@n'/><g:attribute name='lang' of='@lang'/></b>",
     "<b id=\"3.25\" lang=\"\"></b>"},
    {"<g:number of='@n'/>/<g:days of='owner/@n'/>/<g:date of='owner/@on'/>", "2,500.5/3.3/15 November 2021"},
    {"<g:say text='of' n='annual owner/@n'/>", "Of 32,500"},
    {"<xsl:value-of select='g:number(@n)'/>/<xsl:value-of select='g:days(@n)'/>", "2,500.5/2,500.5"},
};

START_TEST(a_stylesheet_is_given_what_it_asks)
{
    static const char facts[] =
        "<page n='2500.5'><name><en>A &lt;b></en><zh>甲</zh></name>"
        "<owner n='3.25' on='2021-11-15'><name only='zh-CN'><zh>乙</zh></name></owner></page>";
    g_autofree char *folder = g_dir_make_tmp("gazette-sheets-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "t.xsl", NULL);
    g_autofree char *sheet =
        g_strdup_printf("<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
                        "xmlns:g='urn:gazette:site' "
                        "extension-element-prefixes='g'><xsl:template "
                        "match='/page'><r>%s</r></xsl:template></xsl:stylesheet>",
                        questions[_i].asked);
    g_autoptr(GError) error = NULL;
    g_autoptr(GazStrings) strings = strings_of("<strings><s id='n'><zh>无</zh><en>No &amp; none</en></s>"
                                               "<s id='of'><zh>{n}</zh><en>Of {n}</en></s></strings>",
                                               &error);
    g_autoptr(GazSheets) sheets = gaz_sheets_new(folder, strings);
    xmlDocPtr doc = xmlReadMemory(facts, (int)strlen(facts), NULL, NULL, XML_PARSE_NONET);
    GString *given;

    ck_assert(g_file_set_contents(path, sheet, -1, NULL));
    given = gaz_sheets_fragment(sheets, "t", doc, GAZ_EN, &error);
    ck_assert_msg(given != NULL, "%s", error == NULL ? "" : error->message);
    ck_assert_str_eq(given->str, questions[_i].given);
    g_string_free(given, TRUE);
    xmlFreeDoc(doc);
    g_unlink(path);
    g_rmdir(folder);
}
END_TEST

static GazRow *add_grid_row(GazDocument *document, GazGrid *grid, GazRowKind kind, const char *zh,
                            const char *en)
{
    GazRow *row = gaz_grid_add_row(document->arena, grid, kind);

    row->cells[0].text = gaz_text(zh, en);
    return row;
}

/* Two groups with what belongs to them, and what only rows have: an id, ways to others, marks of notes. */
static GazGrid *grid_of(GazDocument *document, const GazTableColumn *columns)
{
    GazGrid *grid = gaz_grid_new(document->arena, "t", gaz_text("表", "Table"), columns, 2);
    GazNode *note = gaz_node_add(document, document->annexes, GAZ_NODE_NOTE, GAZ_EN);
    GazRow *row;

    note->id = "n1";
    note->number = "3";
    gaz_node_add(document, document->annexes, GAZ_NODE_TABLE, GAZ_ZH)->table = grid; /* to be freed with it */
    add_grid_row(document, grid, GAZ_ROW_GROUP, "市<", "City <")->id = "g";
    row = add_grid_row(document, grid, GAZ_ROW_DATA, "甲", NULL);
    row->id = "r";
    row->cells[0].link = "site:enterprises/E-002";
    row->cells[1] = (GazCell){.text = gaz_text("4×5–6", NULL), .notes = "n1 n2"};
    row = add_grid_row(document, grid, GAZ_ROW_DATA, NULL, "B");
    row->id = "r"; /* links lead to the first */
    row->cells[1] = (GazCell){.text = gaz_text("窑", NULL), .link = "https://a.example/b c"};
    add_grid_row(document, grid, GAZ_ROW_SUBTOTAL, "小计", "Subtotal")->cells[1].link =
        "site:enterprises/E-999";
    add_grid_row(document, grid, GAZ_ROW_GROUP, "乙", "Other");
    add_grid_row(document, grid, GAZ_ROW_TOTAL, "", NULL);
    return grid;
}

/* A corrected cell is written as its pages write such: a number, a date, words as they are. */
static const struct {
    GazColumnKind kind;
    const char *was, *shown[GAZ_LANGUAGES];
} corrected[] = {
    {GAZ_COLUMN_DECIMAL, "50000", {"50,000", "50,000"}},
    {GAZ_COLUMN_DATE, "2022-06-05", {"2022年6月5日", "5 June 2022"}},
    {GAZ_COLUMN_MOMENT, "2022-06-05 08:30", {"2022年6月5日8时30分", "5 June 2022, 8:30"}},
    {GAZ_COLUMN_EN, "2022-06-05", {"2022-06-05", "2022-06-05"}},
    {GAZ_COLUMN_DATE, NULL, {NULL, NULL}},
};

START_TEST(corrected_cells_are_written_as_elsewhere)
{
    GazColumn column = {.name = "c", .kind = corrected[_i].kind, .heading = GAZ_TEXT("列", "Column")};
    GazNotice notice = {.id = "correction-1"};
    GazCorrection correction = {
        .table = "lines", .row = "L", .was = corrected[_i].was, .cell = &column, .made_known = &notice};
    Built *built = built_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GazSiteRun) run = gaz_site_run_new(&built->site, built->folder, &error);
    GazPage page = {.run = run, .path = "corrections.html"};
    g_autoptr(GazFacts) facts = gaz_facts_new("page");

    gaz_subject_correction(&page, gaz_facts_root(facts), &correction);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        xmlNodePtr root = xmlDocGetRootElement(gaz_facts_to_xml(facts, language));
        xmlChar *was = xmlGetNoNsProp(root->children, BAD_CAST "was");

        ck_assert_pstr_eq((const char *)was, corrected[_i].shown[language]);
        xmlFree(was);
    }
    g_clear_pointer(&run, gaz_site_run_free);
    built_free(built);
}
END_TEST

static const struct {
    GazLanguage language;
    bool headed, twice; /* by its first column, and by its second too */
    const char *bodies;
} grids[] = {
    {GAZ_EN, true, false,
     "<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\" id=\"g\">City &lt;</th></tr>\n"
     "<tr id=\"r\"><th scope=\"row\" class=\"c pin\"><a href=\"../enterprises/91370000MA3C00002F.html\">"
     "<span lang=\"zh-CN\">甲</span></a></th><td class=\"n\">4×5–6 <sup><a class=\"mark\" href=\"#n1\" "
     "aria-label=\"Note 3\">3</a></sup></td></tr>\n"
     "<tr><th scope=\"row\" class=\"c pin\">B</th><td class=\"n\"><a href=\"https://a.example/b%20c\">"
     "<span lang=\"zh-CN\">窑</span></a></td></tr>\n"
     "<tr class=\"subtotal\"><th scope=\"row\" class=\"c pin\">Subtotal</th><td class=\"n\"></td></tr>\n"
     "</tbody><tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">Other</th></tr>\n"
     "<tr class=\"total\"><td class=\"c pin\"></td><td class=\"n\"></td></tr>\n</tbody>"},
    {GAZ_ZH, false, false,
     "<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\" id=\"g\">市&lt;</th></tr>\n"
     "<tr id=\"r\"><td class=\"c\"><a href=\"../enterprises/91370000MA3C00002F.html\">甲</a></td>"
     "<td class=\"n\">4×5–6</td></tr>\n"
     "<tr><td class=\"c\">B</td><td class=\"n\"><a href=\"https://a.example/b%20c\">窑</a></td></tr>\n"
     "<tr class=\"subtotal\"><th scope=\"row\" class=\"c\">小计</th><td class=\"n\"></td></tr>\n"
     "</tbody><tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">乙</th></tr>\n"
     "<tr class=\"total\"><td class=\"c\"></td><td class=\"n\"></td></tr>\n</tbody>"},
    {GAZ_ZH, true, true,
     "<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"1\" id=\"g\">市&lt;</th></tr>\n"
     "<tr id=\"r\"><th scope=\"row\" class=\"c pin\"><a "
     "href=\"../enterprises/91370000MA3C00002F.html\">甲</a> "
     "<span class=\"line\">4×5–6</span></th></tr>\n"
     "<tr><th scope=\"row\" class=\"c pin\">B <span class=\"line\"><a href=\"https://a.example/b%20c\">窑</a>"
     "</span></th></tr>\n"
     "<tr class=\"subtotal\"><th scope=\"row\" class=\"c pin\">小计</th></tr>\n"
     "</tbody><tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"1\">乙</th></tr>\n"
     "<tr class=\"total\"><td class=\"c pin\"></td></tr>\n</tbody>"},
};

START_TEST(rows_of_a_table_are_html)
{
    GazTableColumn columns[] = {{.align = GAZ_ALIGN_CENTRE, .row_header = grids[_i].headed},
                                {.align = GAZ_ALIGN_DECIMAL, .row_header = grids[_i].twice}};
    Built *built = built_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GazDocument) document = gaz_document_new();
    g_autoptr(GazSiteRun) run = gaz_site_run_new(&built->site, built->folder, &error);
    GazPage page = {.run = run, .path = "notices/a.html"};
    GazGrid *grid = grid_of(document, columns);
    g_autoptr(GazGrids) shown = gaz_grids_new(&page, document, grids[_i].language);
    GString *html = gaz_grids_bodies(shown, grid);

    ck_assert_str_eq(html->str, grids[_i].bodies);
    ck_assert_ptr_null(run->trouble);
    g_string_free(html, TRUE);
    g_clear_pointer(&run, gaz_site_run_free);
    built_free(built);
}
END_TEST

START_TEST(facts_that_differ_are_spelt_differently)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (unsigned which = 0; which < 2 * FACTS; which++) {
        g_autoptr(GazFacts) facts = facts_with(which % FACTS);
        GString *bytes = g_string_new(NULL);

        gaz_facts_spell(facts, bytes);
        ck_assert_msg(g_hash_table_add(known, g_string_free(bytes, FALSE)) == (which < FACTS),
                      "the facts %u are spelt as others are, or not as before", which);
    }
}
END_TEST

static void check_xml(GazFacts *facts, GazLanguage language, const char *expected)
{
    xmlDocPtr doc = gaz_facts_to_xml(facts, language);
    xmlChar *text;

    xmlDocDumpMemoryEnc(doc, &text, NULL, "UTF-8");
    ck_assert_str_eq((char *)text, expected);
    xmlFree(text);
}

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

START_TEST(facts_become_the_xml_of_a_language)
{
    g_autoptr(GazFacts) facts = facts_with(0), of_one = facts_with(1);

    check_xml(facts, GAZ_ZH,
              XML "<page way=\"up\"><inner id=\"1\" made=\"later\"><name><zh>一</zh><en>one</en></name>"
                  "<more>zh</more></inner><last/><figure>zh 7</figure><own>yours</own></page>\n");
    check_xml(facts, GAZ_EN,
              XML "<page way=\"../up\"><inner id=\"1\" made=\"later\"><name><en>one</en><zh>一</zh></name>"
                  "<more>en</more></inner><last/><figure>en 7</figure><own>yours</own></page>\n");
    check_xml(of_one, GAZ_ZH,
              XML "<page way=\"up\"><inner id=\"1\" made=\"later\"><name only=\"en\"><en>one</en></name>"
                  "<more>zh</more></inner><last/><figure>zh 7</figure><own>yours</own></page>\n");
    ck_assert_str_eq(gaz_fact_value(gaz_facts_root(facts), GAZ_ZH, "way"), "up");
    ck_assert_str_eq(gaz_fact_value(gaz_facts_root(facts), GAZ_EN, "way"), "../up");
    ck_assert_ptr_null(gaz_fact_value(gaz_facts_root(facts), GAZ_ZH, "id"));
}
END_TEST

/* Facts of a page that shares `shared`, between two of its own. Yours: gaz_facts_free(). */
static GazFacts *sharing(GazFacts *shared)
{
    GazFacts *facts = gaz_facts_new("page");

    gaz_fact(gaz_facts_root(facts), "before");
    gaz_fact_share(gaz_facts_root(facts), shared);
    gaz_fact(gaz_facts_root(facts), "after");
    return facts;
}

static GazFacts *shared_facts(const char *value)
{
    GazFacts *facts = gaz_facts_new("shared");
    GazFact *fact = gaz_fact(gaz_facts_root(facts), "site");

    gaz_fact_set(fact, "year", value);
    gaz_fact_both(fact, "name", &(GazText){{"一", "one"}});
    gaz_fact(gaz_facts_root(facts), "more");
    return facts;
}

START_TEST(facts_that_are_shared_are_as_if_they_were_the_page_s_own)
{
    g_autoptr(GazFacts) shared = shared_facts("2021"), other = shared_facts("2022"),
                        same = shared_facts("2021");
    GazFacts *all[] = {sharing(shared), sharing(other), sharing(same), sharing(shared)};
    g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(all); i++) {
        GString *bytes = g_string_new(NULL);

        gaz_facts_spell(all[i], bytes);
        ck_assert_msg(g_hash_table_add(known, g_string_free(bytes, FALSE)) == (i < 2), "facts %u", i);
        if (i == 0 || i == 3) { /* two pages, one after the other */
            check_xml(all[i], GAZ_EN,
                      XML "<page><before/><site year=\"2021\"><name><en>one</en><zh>一</zh></name></site>"
                          "<more/><after/></page>\n");
            check_xml(all[i], GAZ_ZH,
                      XML "<page><before/><site year=\"2021\"><name><zh>一</zh><en>one</en></name></site>"
                          "<more/><after/></page>\n");
        }
        gaz_facts_free(all[i]);
    }
}
END_TEST

START_TEST(what_comes_later_is_not_known)
{
    Built *built = built_new();
    GazAssessment *earlier = gaz_assessment_new(built->data, gaz_date_make(2021, 12, 7));
    g_autoptr(GPtrArray) events = gaz_known_rows(earlier, table_named("events"));
    g_autoptr(GPtrArray) findings = gaz_known_rows(earlier, table_named("findings"));
    g_autoptr(GPtrArray) interviews = gaz_known_rows(earlier, table_named("interviews"));
    g_autoptr(GPtrArray) lines = gaz_known_rows(earlier, table_named("lines"));

    ck_assert_uint_eq(events->len, 1);
    ck_assert_uint_eq(findings->len, 1);
    ck_assert_uint_eq(interviews->len, 0);
    ck_assert_uint_eq(lines->len, built->data->lines->len);
    gaz_assessment_free(earlier);
    built_free(built);
}
END_TEST

/* What a gzip file holds. Yours: g_free(). */
static char *unpacked(const char *path, gsize *length)
{
    g_autoptr(GFile) file = g_file_new_for_path(path);
    g_autoptr(GFileInputStream) packed = g_file_read(file, NULL, NULL);
    g_autoptr(GZlibDecompressor) gzip = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_GZIP);
    g_autoptr(GInputStream) plain = g_converter_input_stream_new(G_INPUT_STREAM(packed), G_CONVERTER(gzip));
    g_autoptr(GOutputStream) all = g_memory_output_stream_new_resizable();

    ck_assert(g_output_stream_splice(all, plain, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL) >= 0);
    *length = g_memory_output_stream_get_data_size(G_MEMORY_OUTPUT_STREAM(all));
    return g_memory_output_stream_steal_data(G_MEMORY_OUTPUT_STREAM(all));
}

START_TEST(packed_copies_hold_their_files)
{
    Built *built = built_new();
    g_autoptr(GPtrArray) packed = NULL;

    built_write(built);
    packed = built_files(built->folder, ".gz");
    ck_assert_uint_gt(packed->len, 20);
    for (unsigned i = 0; i < packed->len; i++) {
        g_autofree char *path = g_build_filename(built->folder, packed->pdata[i], NULL);
        g_autofree char *beside = g_strndup(path, strlen(path) - strlen(".gz"));
        g_autofree char *own = NULL, *plain = NULL, *raw = NULL;
        gsize own_length, plain_length, raw_length;

        ck_assert(g_file_get_contents(beside, &own, &own_length, NULL));
        ck_assert(g_file_get_contents(path, &raw, &raw_length, NULL));
        plain = unpacked(path, &plain_length);
        ck_assert_uint_lt(raw_length, own_length);
        ck_assert_uint_eq(plain_length, own_length);
        ck_assert_mem_eq(plain, own, own_length);
        ck_assert_mem_eq(raw + 4, "\0\0\0\0", 4); /* no time: the same bytes on any day */
    }
    built_free(built);
}
END_TEST

START_TEST(what_would_not_shrink_is_not_packed)
{
    GazPacker *packer = gaz_packer_new();
    GString *text = g_string_new("a");

    for (GazPacked kind = GAZ_PACKED_PAGE; kind <= GAZ_PACKED_TABLE; kind++) {
        g_string_assign(text, "a");
        ck_assert_ptr_null(gaz_packer_gzip(packer, kind, text));
        g_string_truncate(text, 0);
        ck_assert_ptr_null(gaz_packer_gzip(packer, kind, text));
    }
    g_string_free(text, TRUE);
    gaz_packer_free(packer);
}
END_TEST

/* That an entry is, unpacked and by its sum, the file that it was made from, and isn't packed anew where that
 * stands packed beside itself. */
static void check_entry(zip_t *zip, const zip_stat_t *facts, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, facts->name, NULL), *bytes = NULL;
    g_autofree char *beside = g_strconcat(path, ".gz", NULL), *unpacked = g_malloc(facts->size + 1);
    zip_file_t *file = zip_fopen_index(zip, facts->index, 0);
    gsize length;
    GStatBuf status;

    ck_assert(g_file_get_contents(path, &bytes, &length, NULL));
    ck_assert_uint_eq(facts->size, length);
    ck_assert_uint_eq(facts->crc, libdeflate_crc32(0, bytes, length));
    ck_assert_int_eq(zip_fread(file, unpacked, facts->size + 1), (zip_int64_t)length);
    ck_assert_mem_eq(unpacked, bytes, length);
    ck_assert_int_eq(zip_fclose(file), 0);
    if (g_stat(beside, &status) == 0)
        ck_assert_int_eq((zip_int64_t)facts->comp_size, status.st_size - 18);
}

START_TEST(the_zip_holds_every_table_dated_by_the_data)
{
    Built *built = built_new();
    g_autofree char *path = g_build_filename(built->folder, "data", "all.zip", NULL);
    g_autoptr(GPtrArray) tables = NULL;
    zip_t *zip;

    built_write(built);
    tables = built_files(built->folder, ".csv");
    zip = zip_open(path, ZIP_RDONLY, NULL);
    ck_assert_ptr_nonnull(zip);
    for (unsigned i = 0; i < tables->len; i++)
        ck_assert_int_ge(zip_name_locate(zip, tables->pdata[i], 0), 0);
    ck_assert_int_eq(zip_get_num_entries(zip, 0), 2 + (zip_int64_t)tables->len * GAZ_FORMATS);
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
        zip_stat_t facts;
        struct tm *day;

        zip_stat_index(zip, (zip_uint64_t)i, 0, &facts);
        check_entry(zip, &facts, built->folder);
        day = localtime(&facts.mtime);
        ck_assert_int_eq(gaz_date_make(1900 + day->tm_year, 1 + day->tm_mon, day->tm_mday),
                         built->assessment->as_of);
    }
    zip_discard(zip);
    built_free(built);
}
END_TEST

START_TEST(what_is_no_gzip_file_is_packed_from_its_text)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-zip-XXXXXX", NULL);
    g_autofree char *text = g_build_filename(folder, "a.csv", NULL), *beside = g_strconcat(text, ".gz", NULL);
    g_autofree char *archive = g_build_filename(folder, "all.zip", NULL);
    g_autofree char *rows = g_strnfill(900, '7');
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    g_autoptr(GazPacker) packer = gaz_packer_new();
    zip_stat_t facts;
    zip_t *zip;

    ck_assert(g_file_set_contents(text, rows, -1, NULL));
    ck_assert(g_file_set_contents(beside, "\x1f\x8b, but for no more than its beginning", -1, NULL));
    g_ptr_array_add(files, (char *)"a.csv");
    ck_assert(gaz_packer_zip(packer, folder, files, gaz_date_make(2022, 1, 1), archive, NULL));
    g_unlink(beside);
    zip = zip_open(archive, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    ck_assert_ptr_nonnull(zip);
    zip_stat_index(zip, 0, 0, &facts);
    check_entry(zip, &facts, folder);
    ck_assert_uint_lt(facts.comp_size, 50);
    zip_discard(zip);
    g_unlink(text);
    g_unlink(archive);
    g_rmdir(folder);
}
END_TEST

START_TEST(a_zip_that_can_not_be_written_says_so)
{
    g_autoptr(GPtrArray) missing = g_ptr_array_new();
    g_autoptr(GazPacker) packer = gaz_packer_new();
    g_autoptr(GError) error = NULL;

    g_ptr_array_add(missing, (char *)"missing.csv");
    ck_assert(!gaz_packer_zip(packer, "/nonexistent", missing, gaz_date_make(2022, 1, 1),
                              "/nonexistent/all.zip", &error));
    ck_assert_ptr_nonnull(strstr(error->message, "/nonexistent/all.zip"));
}
END_TEST

static Suite *suite(void)
{
    Suite *all = suite_create("site parts");
    TCase *words = tcase_create("wording"), *data = tcase_create("open data"),
          *search = tcase_create("search"), *year = tcase_create("calendar"), *facts = tcase_create("facts"),
          *packed = tcase_create("packed");

    tcase_add_test(words, texts_take_values_and_their_form_for_one);
    tcase_add_test(words, both_languages_ask_for_the_same_values);
    tcase_add_test(words, the_site_calls_a_withdrawal_as_the_notices_do);
    tcase_add_test(words, what_is_put_right_is_not_called_corrected);
    tcase_add_test(words, english_counts_one_as_one);
    tcase_add_loop_test(data, a_cell_is_quoted_and_never_a_formula, 0, G_N_ELEMENTS(cells));
    tcase_add_test(data, csv_has_a_mark_a_head_and_a_line_a_row);
    tcase_add_test(data, json_is_safe_in_a_page_and_typed);
    tcase_add_test(data, json_strings_hold_what_scripts_and_pages_bear);
    tcase_add_test(data, xml_has_the_same_rows);
    tcase_add_test(data, a_workbook_has_codes_where_its_table_has);
    tcase_add_test(data, a_workbook_is_typed_frozen_and_has_no_formula);
    tcase_add_test(data, a_workbook_that_cannot_be_written_is_an_error);
    tcase_add_test(data, what_comes_later_is_not_known);
    tcase_add_loop_test(search, names_are_found_by_pinyin, 0, G_N_ELEMENTS(names));
    tcase_add_test(search, a_line_is_found_by_all_its_names);
    tcase_add_loop_test(year, gaps_are_windows_less_stops, 0, G_N_ELEMENTS(gap_cases));
    tcase_add_test(packed, packed_copies_hold_their_files);
    tcase_add_test(packed, what_would_not_shrink_is_not_packed);
    tcase_add_test(packed, the_zip_holds_every_table_dated_by_the_data);
    tcase_add_test(packed, what_is_no_gzip_file_is_packed_from_its_text);
    tcase_add_test(packed, a_zip_that_can_not_be_written_says_so);
    suite_add_tcase(all, packed);
    tcase_add_test(year, the_year_counts_lines_by_day);
    tcase_add_test(year, the_calendar_keeps_a_window_over_new_year_whole);
    tcase_add_test(year, a_calendar_shows_nothing_of_those_before);
    tcase_add_loop_test(facts, a_stylesheet_is_given_what_it_asks, 0, G_N_ELEMENTS(questions));
    tcase_add_loop_test(facts, corrected_cells_are_written_as_elsewhere, 0, G_N_ELEMENTS(corrected));
    tcase_add_loop_test(facts, rows_of_a_table_are_html, 0, G_N_ELEMENTS(grids));
    tcase_add_test(facts, facts_that_differ_are_spelt_differently);
    tcase_add_test(facts, facts_become_the_xml_of_a_language);
    tcase_add_test(facts, facts_that_are_shared_are_as_if_they_were_the_page_s_own);
    tcase_add_test(year, a_time_of_day_is_a_place_in_the_cell);
    tcase_add_test(year, the_key_of_a_calendar_is_that_of_its_marks);
    suite_add_tcase(all, words);
    suite_add_tcase(all, data);
    suite_add_tcase(all, search);
    suite_add_tcase(all, year);
    suite_add_tcase(all, facts);
    return all;
}

int main(void)
{
    return suite_run(suite());
}
