/* test_schema.c - what a schema asks, as messages say it: which element or attribute, what was found, what
 * was wanted. */
#include "../support/suite.h"
#include "read/elements.h"
#include <check.h>
#include <string.h>

#define NAME "<name><zh>季</zh><en>S</en></name>"
#define SEASON(attributes, inside) "<season " attributes ">" inside "</season>"
#define NOTICE(attributes, inside) "<notice " attributes ">" inside "</notice>"
#define LIST "id='n' kind='line-list' date='2021-03-01'"
#define ISSUER "<issuer ref='a'/>"

/* `inside` stands on line 2 of a publication, after what is required. */
static const struct {
    const char *name, *inside;
    unsigned column;
    const char *field, *found, *expected; /* expected: how it begins */
} misfits[] = {
    {"an unknown element", "<foo/>", 1, "publication", "foo",
     "inside publication, in this order: title?, disclaimer?"},
    {"an element in the wrong place", NOTICE(LIST, ISSUER) SEASON("id='s' heating='no' counting='c'", NAME),
     77, "publication", "season", "inside publication, in this order: "},
    {"a missing element", NOTICE(LIST, ""), 1, "notice", NULL,
     "inside notice, in this order: number?, title?, issuer, "},
    {"a misspelt element", NOTICE(LIST, "<isuer ref='a'/>"), 51, "notice", "isuer", "inside notice, "},
    {"text between elements", NOTICE(LIST, ISSUER "text"), 1, "notice", "text", "inside notice, "},
    {"a missing language", NOTICE(LIST, ISSUER "<copy><zh>甲</zh></copy>"), 68, "copy", NULL,
     "inside copy, in this order: zh, en"},
    {"an empty language", NOTICE(LIST, ISSUER "<copy><zh>甲</zh><en> </en></copy>"), 84, "en", " ", "text"},
    {"markup in a text", NOTICE(LIST, ISSUER "<copy><zh>甲<b>乙</b></zh><en>B</en></copy>"), 74, "zh", "甲乙",
     "text"},
    {"a missing attribute", SEASON("id='s' counting='c'", NAME), 1, "season", NULL, "the attribute heating"},
    {"a missing attribute before text", "<notice id='n' kind='line-list'>\n" ISSUER "\n</notice>\n", 1,
     "notice", NULL, "the attribute date"},
    {"an unknown attribute", SEASON("id='s' heating='no' counting='c' warm='yes'", NAME), 42, "season",
     "warm", "one of the attributes id, heating, counting"},
    {"no code of a list", NOTICE("id='n' kind='list' date='2021-03-01'", ISSUER), 16, "kind", "list",
     "plan-draft, plan, special-task, line-list"},
    {"not a year", NOTICE(LIST " year='21'", ISSUER), 51, "year", "21", "a year such as 2021"},
    {"not a date", NOTICE("id='n' kind='plan' date='2021-3-1'", ISSUER), 28, "date", "2021-3-1",
     "a day such as 2021-11-15"},
    {"an id with a blank", NOTICE("id='a b' kind='plan' date='2021-03-01'", ISSUER), 9, "id", "a b",
     "letters, digits, - _ . with"},
    {"an address without a host", "<authority id='b' kind='other'>" NAME "<contact web='www'/></authority>",
     74, "web", "www", "an address that begins with http"},
    {"an element of another namespace", "<x:notice xmlns:x='urn:x'/>", 1, NULL, NULL, NULL},
};

static char *document(const char *inside)
{
    return g_strconcat("<publication xmlns='urn:gazette:publication:1' id='p' region='SD' year='2021'>"
                       "<title><zh>题</zh><en>T</en></title>"
                       "<authority id='a' kind='other'><name><zh>厅</zh><en>D</en></name></authority>\n",
                       inside, "</publication>", NULL);
}

/* All faults of `xml` under the schema of publications. Yours. */
static GazReport *validate(const char *xml, bool *valid)
{
    GazSchema *schema = gaz_schema_read("data/schema/publication.rng", NULL);
    GazArena *arena = gaz_arena_new();
    GazReport *report = gaz_report_new();
    GazInput input;

    ck_assert_ptr_nonnull(schema);
    gaz_input_init(&input, "test", xml, strlen(xml));
    ck_assert_ptr_nonnull(gaz_elements_parse(arena, &input, schema, report, valid));
    gaz_input_clear(&input);
    gaz_arena_free(arena);
    gaz_schema_free(schema);
    return report;
}

START_TEST(misfit_is_told_once_in_words)
{
    char *xml = document(misfits[_i].inside), *told;
    bool valid = true;
    GazReport *report = validate(xml, &valid);
    const GazFault *fault;

    told = gaz_report_to_text(report);
    ck_assert_msg(!valid && gaz_report_count(report) == 1, "%s: %s", misfits[_i].name, told);
    fault = gaz_report_get(report, 0);
    ck_assert_str_eq(fault->kind->id, "xml-invalid");
    ck_assert_msg(fault->place.line == 2 && fault->place.column == misfits[_i].column, "%s: %s",
                  misfits[_i].name, told);
    if (misfits[_i].field != NULL) {
        ck_assert_pstr_eq(fault->field, misfits[_i].field);
        ck_assert_pstr_eq(fault->found, misfits[_i].found);
        ck_assert_msg(g_str_has_prefix(fault->expected, misfits[_i].expected), "%s: %s", misfits[_i].name,
                      told);
    }
    g_free(told);
    g_free(xml);
    gaz_report_free(report);
}
END_TEST

/* Of the first element's own attributes libxml2 says no place. */
START_TEST(what_the_first_element_lacks_is_told)
{
    bool valid = true;
    g_autoptr(GazReport) report = validate(
        "<publication xmlns='urn:gazette:publication:1' id='p' region='SD'>\n"
        "<title><zh>题</zh><en>T</en></title>\n"
        "<authority id='a' kind='other'><name><zh>厅</zh><en>D</en></name></authority>\n</publication>",
        &valid);
    g_autofree char *told = gaz_report_to_text(report);

    ck_assert_str_eq(
        told,
        "test:1:1: error: publication: does not fit the schema: expected the attribute year (xml-invalid)\n");
}
END_TEST

static const struct {
    const char *inside, *expected;
} malformed[] = {
    {"<a>甲 & 乙</a>", "expected &amp; where an & is meant"},
    {"<a>甲 &乙</a>", "expected &amp; where an & is meant"},
    {"<a>甲 < 乙</a>", "&lt; where a <"},
    {"<a>甲&nbsp;乙</a>", "expected &amp; where an & is meant"},
    {"<a><b>甲</a>", "expected each <name> to be closed by its </name>"},
    {"<a>甲", "expected each <name> to be closed by its </name>"},
    {"<a b=“c”>甲</a>", "with straight quotes"},
};

/* Who has to mend it needn't know what an entity is. */
START_TEST(what_is_no_xml_is_told_with_what_to_write)
{
    GazArena *arena = gaz_arena_new();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autofree char *told = NULL;
    GazInput input;
    bool valid;

    gaz_input_init(&input, "test", malformed[_i].inside, strlen(malformed[_i].inside));
    ck_assert_ptr_null(gaz_elements_parse(arena, &input, NULL, report, &valid));
    told = gaz_report_to_text(report);
    ck_assert_msg(strstr(told, malformed[_i].expected) != NULL, "%s", told);
    gaz_input_clear(&input);
    gaz_arena_free(arena);
}
END_TEST

/* Several misfits come in one run. */
START_TEST(every_misfit_is_told)
{
    char *xml = document(
        NOTICE("id='n' kind='list' date='2021-03-01'", ISSUER) "\n" NOTICE(LIST " a='b' c='d'", ISSUER));
    bool valid = true;
    GazReport *report = validate(xml, &valid);
    char *told = gaz_report_to_text(report);

    ck_assert_msg(strstr(told, "2:16: error: kind: ") != NULL, "%s", told);
    ck_assert_msg(strstr(told, "3:51: error: notice: ") != NULL, "%s", told);
    ck_assert_msg(strstr(told, "3:57: error: notice: ") != NULL, "%s", told);
    g_free(told);
    g_free(xml);
    gaz_report_free(report);
}
END_TEST

/* Thousands of them don't make thousands of messages, which are compared with each other. */
START_TEST(misfits_without_end)
{
    GString *inside = g_string_new(NULL);
    bool valid = true;
    GazReport *report;
    char *xml;

    for (unsigned i = 0; i < 5000; i++)
        g_string_append(inside, NOTICE("id='n' kind='list' date='2021-03-01'", ISSUER));
    xml = document(inside->str);
    report = validate(xml, &valid);
    ck_assert(!valid);
    ck_assert_uint_gt(gaz_report_count(report), 0);
    ck_assert_uint_le(gaz_report_count(report), 200);
    g_free(xml);
    g_string_free(inside, TRUE);
    gaz_report_free(report);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("schema");
    TCase *tests = tcase_create("schema");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, misfit_is_told_once_in_words, 0, G_N_ELEMENTS(misfits));
    tcase_add_test(tests, every_misfit_is_told);
    tcase_add_test(tests, what_the_first_element_lacks_is_told);
    tcase_add_loop_test(tests, what_is_no_xml_is_told_with_what_to_write, 0, G_N_ELEMENTS(malformed));
    tcase_add_test(tests, misfits_without_end);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
