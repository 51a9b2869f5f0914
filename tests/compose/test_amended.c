/* test_amended.c - corrections say exactly what changes, version by version; withdrawals and decisions on
 * objections say what they are about. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "check/years.h"
#include "compose/standing.h"
#include "composed.h"

#define YEARS "tests/model/input/years"

/* A folder of several years, and one notice composed on its own day. */
typedef struct {
    GazReport *report;
    GazData *all;
    GazYears *years;
    GazWording *wording;
    GazDocument *document; /* NULL: after a fault */
} Amended;

static Amended amended_open(const char *folder, const char *id)
{
    Amended amended = {.report = gaz_report_new()};
    const GazAssessment *assessment;
    const GazNotice *notice;
    GazViewDay day;

    amended.all = gaz_data_read(folder, "data/rules", amended.report, NULL);
    ck_assert_ptr_nonnull(amended.all);
    amended.years = gaz_years_new(amended.all);
    amended.wording = wording_read("templates/wording", amended.all, amended.report, NULL);
    ck_assert_ptr_nonnull(amended.wording);
    notice = gaz_publication_notice(amended.all->publication, id);
    ck_assert_ptr_nonnull(notice);
    day = gaz_version_day(notice, NULL, 1);
    assessment = gaz_years_assess(amended.years, &day, notice->date);
    amended.document =
        gaz_compose(assessment, amended.wording, gaz_view_notice(assessment->data, notice), amended.report);
    return amended;
}

static void amended_close(Amended *amended)
{
    gaz_document_free(amended->document);
    gaz_wording_free(amended->wording);
    gaz_years_free(amended->years);
    gaz_data_free(amended->all);
    gaz_report_free(amended->report);
}

/* Fails unless `text` holds `part`. */
static void assert_words(const char *text, const char *part)
{
    ck_assert_msg(text != NULL && strstr(text, part) != NULL, "expected \"%s\" in:\n%s", part, text);
}

static const GazCell *cell(const Amended *amended, unsigned row, unsigned column)
{
    const GazGrid *grid = composed_table(amended->document, "corrections");

    ck_assert_ptr_nonnull(grid);
    ck_assert_uint_lt(row, grid->rows->len);
    return &g_array_index(grid->rows, GazRow, row).cells[column];
}

/* Two corrections of one notice: each is compared with what stood before it, not with the beginning. */
static const struct {
    const char *id, *was, *becomes;
} corrections[] = {
    {"correction-1", "少停18.5天", "少停18天"},
    {"correction-2", "少停18天", "少停17.5天"},
};

START_TEST(each_correction_says_what_it_changes)
{
    Amended amended = amended_open(YEARS, corrections[_i].id);
    g_autofree char *words = NULL;

    ck_assert_ptr_nonnull(amended.document);
    ck_assert_uint_eq(composed_table(amended.document, "corrections")->rows->len, 1);
    assert_words(cell(&amended, 0, 2)->text.in[GAZ_ZH], corrections[_i].was);
    assert_words(cell(&amended, 0, 3)->text.in[GAZ_ZH], corrections[_i].becomes);
    assert_words(cell(&amended, 0, 1)->text.in[GAZ_EN], "Under “Jia, Kiln 1”, paragraph");
    assert_words(cell(&amended, 0, 2)->text.in[GAZ_EN],
                 "days short in 2021"); /* the twin, not a second row */
    words = composed_words(amended.document, GAZ_ZH);
    assert_words(words, "2022年1月10日公布的《关于甲水泥未按规定执行错峰生产情况的通报》有1处内容需要更正");
    amended_close(&amended);
}
END_TEST

/* A name in a table: the row that bears it is another by its name, the record the same. */
START_TEST(a_name_corrected_in_a_table)
{
    Amended amended = amended_open(YEARS, "correction-3");

    ck_assert_ptr_nonnull(amended.document);
    assert_words(cell(&amended, 0, 2)->text.in[GAZ_ZH], "一号窑");
    assert_words(cell(&amended, 0, 3)->text.in[GAZ_ZH], "壹号窑");
    amended_close(&amended);
}
END_TEST

START_TEST(a_correction_that_changes_nothing_is_a_fault)
{
    char *folder = data_folder_copy(YEARS);
    Amended amended;

    data_folder_write(
        folder, "2022/corrections.csv",
        "id,notice,table,row,column,was,becomes\nK1,correction-3,findings,F1,days_short,18.5,18\n", -1);
    amended = amended_open(folder, "correction-3");
    ck_assert_ptr_null(amended.document);
    ck_assert(gaz_report_has(amended.report, "notice-empty"));
    amended_close(&amended);
    data_folder_remove(folder);
}
END_TEST

START_TEST(decisions_say_what_was_objected_and_decided)
{
    Amended amended = amended_open(YEARS, "decision");
    g_autofree char *words = NULL;
    g_autofree char *english = NULL;

    ck_assert_ptr_nonnull(amended.document);
    words = composed_words(amended.document, GAZ_ZH);
    english = composed_words(amended.document, GAZ_EN);
    assert_words(words, "甲水泥一号窑（异议）");
    assert_words(words, "提出日期：2022年1月20日");
    assert_words(words, "处理结果：不成立");
    assert_words(words, "维持原核查结果");
    ck_assert_ptr_null(strstr(words, "部分成立"));
    assert_words(english, "Outcome: Rejected");
    amended_close(&amended);
}
END_TEST

START_TEST(a_pending_objection_is_not_decided)
{
    char *folder = data_folder_copy(YEARS);
    Amended amended;

    data_folder_write(folder, "2022/objections.csv",
                      "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"
                      "O1,F1,2022-01-20,objection,由,Grounds,,\n",
                      -1);
    amended = amended_open(folder, "decision");
    ck_assert_ptr_null(amended.document);
    ck_assert(gaz_report_has(amended.report, "notice-empty"));
    amended_close(&amended);
    data_folder_remove(folder);
}
END_TEST

START_TEST(a_withdrawal_names_what_it_withdraws)
{
    char *folder = data_folder_copy(YEARS);
    g_autofree char *words = NULL;
    Amended amended;

    data_folder_write(folder, "2023/publication.xml",
                      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<publication xmlns=\"urn:gazette:publication:1\" year=\"2023\">\n"
                      "<notice id=\"w\" kind=\"withdrawal\" date=\"2023-05-10\" "
                      "withdraws=\"exposure\"><number agency=\"工\" "
                      "year=\"2023\" serial=\"7\"/><issuer ref=\"industry\"/><reason><zh>有误。</zh><en>An "
                      "error.</en></reason>"
                      "</notice></publication>\n",
                      -1);
    data_folder_write(folder, "2023/objections.csv", NULL, 0);
    amended = amended_open(folder, "w");
    ck_assert_ptr_nonnull(amended.document);
    words = composed_words(amended.document, GAZ_ZH);
    assert_words(words, "撤销2022年1月10日公布的《关于甲水泥未按规定执行错峰生产情况的通报》");
    assert_words(words, "\n有误。\n"); /* one full stop */
    assert_words(words, "不再作为在水泥熟料生产线清单中注明的依据");
    gaz_compose_standing(amended.document, amended.wording,
                         gaz_publication_notice(amended.all->publication, "w"));
    ck_assert_str_eq(amended.document->standing.in[GAZ_ZH],
                     "本文件已于2023年5月10日由工〔2023〕7号撤销，不再有效");
    amended_close(&amended);
    data_folder_remove(folder);
}
END_TEST

static Suite *amended_suite(void)
{
    Suite *suite = suite_create("amended notices");
    TCase *tests = tcase_create("amended notices");

    tcase_add_loop_test(tests, each_correction_says_what_it_changes, 0, G_N_ELEMENTS(corrections));
    tcase_add_test(tests, a_name_corrected_in_a_table);
    tcase_add_test(tests, a_correction_that_changes_nothing_is_a_fault);
    tcase_add_test(tests, decisions_say_what_was_objected_and_decided);
    tcase_add_test(tests, a_pending_objection_is_not_decided);
    tcase_add_test(tests, a_withdrawal_names_what_it_withdraws);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(amended_suite());
}
