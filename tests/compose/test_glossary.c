/* test_glossary.c - one English for each term: every wording and label whose Chinese has a term of the
 * glossary has its English, and none that the glossary says to avoid; and what the glossary's functions make
 * of labels. */
#include "../support/suite.h"
#include "compose/faults.h"
#include "compose/glossary.h"
#include "compose/value.h"
#include <check.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static GazReport *report;
static GazGlossary *glossary;

static void set_up(void)
{
    GError *error = NULL;

    report = gaz_report_new();
    glossary = gaz_glossary_read("templates/glossary.xml", report, &error);
    g_assert_no_error(error);
    ck_assert_ptr_nonnull(glossary);
    ck_assert(!gaz_report_has_faults(report));
}

static void tear_down(void)
{
    gaz_glossary_free(glossary);
    gaz_report_free(report);
}

/* Lower case, line ends as blanks: a term may be broken over two lines. Yours: g_free(). */
static char *plain(const char *text)
{
    char *lower = g_utf8_strdown(text, -1);

    g_strdelimit(lower, "\r\n", ' ');
    return lower;
}

static bool holds(const char *text, const char *words)
{
    g_autofree char *lower = plain(words);

    return strstr(text, lower) != NULL;
}

static bool holds_any(const char *text, const GPtrArray *words)
{
    for (unsigned i = 0; i < words->len; i++)
        if (holds(text, words->pdata[i]))
            return true;
    return false;
}

/* The first English of `en` that must not stand for a term of `zh`; lent; NULL: none. */
static const char *avoided(const char *zh, const char *en)
{
    const GPtrArray *terms = gaz_glossary_terms(glossary);
    g_autofree char *english = plain(en);

    for (unsigned i = 0; i < terms->len; i++) {
        const GazTerm *term = terms->pdata[i];

        for (unsigned k = 0; k < term->avoid->len; k++)
            if (strstr(zh, term->text.in[GAZ_ZH]) != NULL && holds(english, term->avoid->pdata[k]))
                return term->avoid->pdata[k];
    }
    return NULL;
}

/* What is wrong with `en` for `zh`, as the glossary has it; NULL: nothing. Yours: g_free(). */
static char *objection(const char *zh, const char *en)
{
    const char *wrong = avoided(zh, en);
    const GPtrArray *terms = gaz_glossary_terms(glossary);
    g_autofree char *english = plain(en);

    for (unsigned i = 0; i < terms->len; i++) {
        const GazTerm *term = terms->pdata[i];

        if (strstr(zh, term->text.in[GAZ_ZH]) == NULL)
            continue;
        if (!holds(english, term->text.in[GAZ_EN]) && !holds_any(english, term->also))
            return g_strdup_printf("%s without \"%s\"", term->text.in[GAZ_ZH], term->text.in[GAZ_EN]);
    }
    return wrong == NULL ? NULL : g_strdup_printf("not \"%s\"", wrong);
}

static void check_pair(const char *where, const char *zh, const char *en)
{
    char *wrong = objection(zh, en);

    ck_assert_msg(wrong == NULL, "%s: %s", where, wrong);
}

static char *read_file(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;

    ck_assert_msg(g_file_get_contents(path, &text, NULL, NULL), "%s", path);
    return text;
}

/* Every NAME.zh.md of `folder` with its NAME.en.md. */
static unsigned check_wordings(const char *folder)
{
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    unsigned pairs = 0;

    ck_assert_msg(names != NULL, "%s", folder);
    for (const char *name; (name = g_dir_read_name(names)) != NULL;) {
        g_autoptr(GString) english = g_string_new(name);
        g_autofree char *zh = NULL, *en = NULL;

        if (!g_str_has_suffix(name, ".zh.md"))
            continue;
        g_string_replace(english, ".zh.md", ".en.md", 1);
        zh = read_file(folder, name);
        en = read_file(folder, english->str);
        check_pair(name, zh, en);
        pairs++;
    }
    return pairs;
}

START_TEST(wordings_keep_to_the_glossary)
{
    ck_assert_uint_ge(check_wordings("templates/wording"), 10);
}
END_TEST

typedef void (*CheckPair)(const char *where, const char *zh, const char *en);

/* The interface says things briefly, so it may leave a term out; it may not use another. */
static void check_avoided(const char *where, const char *zh, const char *en)
{
    const char *wrong = avoided(zh, en);

    ck_assert_msg(wrong == NULL, "%s: \"%s\"", where, wrong);
}

/* Elements that hold a zh and an en: labels of the glossary, texts of the website. */
static unsigned check_elements(const xmlNode *node, CheckPair check)
{
    const xmlNode *zh = NULL, *en = NULL;
    unsigned pairs = 0;

    for (const xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type != XML_ELEMENT_NODE)
            continue;
        if (xmlStrEqual(child->name, BAD_CAST "zh"))
            zh = child;
        else if (xmlStrEqual(child->name, BAD_CAST "en"))
            en = child;
        else
            pairs += check_elements(child, check);
    }
    if (zh != NULL && en != NULL) {
        xmlChar *chinese = xmlNodeGetContent(zh), *english = xmlNodeGetContent(en);

        check((const char *)english, (const char *)chinese, (const char *)english);
        xmlFree(chinese);
        xmlFree(english);
        pairs++;
    }
    return pairs;
}

static const struct {
    const char *file;
    CheckPair check;
} elements[] = {{"templates/glossary.xml", check_pair}, {"templates/site/strings.xml", check_avoided}};

START_TEST(labels_keep_to_the_glossary)
{
    xmlDocPtr document = xmlReadFile(elements[_i].file, NULL, XML_PARSE_NONET);

    ck_assert_ptr_nonnull(document);
    ck_assert_uint_ge(check_elements(xmlDocGetRootElement(document), elements[_i].check), 100);
    xmlFreeDoc(document);
}
END_TEST

/* The test itself can fail: an English to avoid, and one that is missing, are found. */
static const struct {
    const char *zh, *en;
    bool right;
} pairs_known[] = {
    {"错峰生产", "Off-peak\nproduction", true},
    {"错峰生产", "staggered production", false},
    {"错峰生产", "production", false},
    {"约谈", "an admonitory talk, or interview", false},
    {"约谈", "The enterprise was interviewed", true},
    {"无", "an admonitory talk", true},
};

START_TEST(other_english_is_refused)
{
    g_autofree char *wrong = objection(pairs_known[_i].zh, pairs_known[_i].en);

    ck_assert_msg((wrong == NULL) == pairs_known[_i].right, "%s: %s", pairs_known[_i].en, wrong);
}
END_TEST

static const struct {
    GazDecimal number;
    const char *unit, *zh, *en;
} counts[] = {
    {1000, "days", "1天", "1 day"},
    {44500, "days", "44.5天", "44.5 days"},
    {0, "lines", "0条", "0 clinker lines"},
    {4500000, "lines", "4,500条", "4,500 clinker lines"},
    {1000, "enterprises", "1家", "1 enterprise"},
};

START_TEST(counts_agree_with_their_unit)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazText text = gaz_glossary_count(glossary, arena, counts[_i].unit, counts[_i].number);

    ck_assert_str_eq(text.in[GAZ_ZH], counts[_i].zh);
    ck_assert_str_eq(text.in[GAZ_EN], counts[_i].en);
}
END_TEST

static const struct {
    GazDecimal number;
    const char *zh, *en;
} amounts[] = {
    {6500, "6.5", "65,000"},
    {380 * GAZ_DECIMAL_ONE, "380", "3.8 million"},
    {500000000001550, "500,000,000,001.55", "5,000,000,000,015,500"},
    {5000000000015500001, "5,000,000,000,015,500.001", "5,000,000,000,015,500.001 × 10,000"},
};

START_TEST(ten_thousands_are_exact)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazText got = gaz_text_ten_thousands(arena, amounts[_i].number);

    ck_assert_str_eq(got.in[GAZ_ZH], amounts[_i].zh);
    ck_assert_str_eq(got.in[GAZ_EN], amounts[_i].en);
}
END_TEST

START_TEST(what_is_filled_in_is_not_filled_again)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazText parts[2] = {gaz_text("{1}", "{1} {0}"), gaz_text("乙", "b")};
    GazText text = gaz_glossary_format(glossary, arena, "line.of-enterprise", parts, 2);

    ck_assert_str_eq(text.in[GAZ_ZH], "{1}乙");
    ck_assert_str_eq(text.in[GAZ_EN], "{1} {0}, b");
}
END_TEST

START_TEST(a_missing_label_is_remembered)
{
    ck_assert(gaz_glossary_complain(glossary, report));
    ck_assert_str_eq(gaz_glossary_label(glossary, "no.such").in[GAZ_EN], "no.such");
    ck_assert(!gaz_glossary_complain(glossary, report));
    ck_assert(gaz_report_has(report, "label-missing"));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("glossary");
    TCase *cases = tcase_create("glossary");

    tcase_set_timeout(cases, 0);
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, wordings_keep_to_the_glossary);
    tcase_add_loop_test(cases, labels_keep_to_the_glossary, 0, G_N_ELEMENTS(elements));
    tcase_add_loop_test(cases, other_english_is_refused, 0, G_N_ELEMENTS(pairs_known));
    tcase_add_loop_test(cases, counts_agree_with_their_unit, 0, G_N_ELEMENTS(counts));
    tcase_add_loop_test(cases, ten_thousands_are_exact, 0, G_N_ELEMENTS(amounts));
    tcase_add_test(cases, what_is_filled_in_is_not_filled_again);
    tcase_add_test(cases, a_missing_label_is_remembered);
    suite_add_tcase(suite, cases);
    return suite_run(suite);
}
