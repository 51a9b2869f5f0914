/* test_years.c - a data folder of three years is read as one, and each fault that takes several years or
 * files is told alone, at its cell. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "model/data.h"
#include "model/faults.h"
#include "model/view.h"
#include <check.h>
#include <string.h>

#define KEPT "tests/model/input/years"
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define LATER(attributes, inside)                                                                            \
    XML "<publication xmlns=\"urn:gazette:publication:1\" " attributes ">\n" inside "</publication>\n"
#define RULES(inside) XML "<rules xmlns=\"urn:gazette:rules:1\">" inside "</rules>\n"
#define CHANGES                                                                                              \
    "id,kind,date,enterprise,line,name_zh,name_en,to_enterprise,approved_capacity_tpd,by_line,approval\n"
#define CORRECTIONS "id,notice,table,row,column,was,becomes\n"
#define OBJECTIONS "id,finding,filed_on,kind,grounds_zh,grounds_en,decided_on,outcome\n"
#define RESTRICTIONS "id,finding,from,approval,lifted_on,lift_approval\n"
#define LINES                                                                                                \
    "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,status,"       \
    "kiln,carbide_slag,special_tasks\n"

static const struct {
    const char *id, *file, *text; /* what is written where; text NULL: the file is taken away */
    const char *at;               /* its place: "2023" or "2023/changes.csv:2:4" */
} faults[] = {
    {"year-missing", "2025/publication.xml", LATER("year=\"2025\"", ""), "2025"},
    {"xml-invalid", "2022/publication.xml", LATER("year=\"2022\"", "<notice id=\"correction-1\"/>\n"),
     "2022/publication.xml:3:1"},
    {"year-folder", "2020/publication.xml", LATER("year=\"2020\"", ""), "2020"},
    {"year-folder", "2024/publication.xml", LATER("year=\"2025\"", ""), "2024/publication.xml:2:48"},
    {"year-folder", "2024年/publication.xml", LATER("year=\"2024\"", ""), "2024年"},
    {"year-folder", "２０２４/publication.xml", LATER("year=\"2024\"", ""), "２０２４"},
    {"file-missing", "2024/channels.csv", "id,authority,kind,value_zh\nC9,industry,fax,12369\n",
     "2024/publication.xml"},
    {"file-unknown", "2023/line.csv", LINES, "2023/line.csv"},
    {"clause-unknown", "2023/rules.xml", RULES("<comment-period value=\"7\" clause=\"XX 九\"/>"),
     "2023/rules.xml:2:62"},
    {"id-duplicate", "2023/rules.xml",
     RULES("<counting id=\"shandong\" end=\"inclusive\" days=\"hours\" rounding=\"none\" "
           "counts=\"off-peak\"/>"),
     "2023/rules.xml:2:46"},
    {"publication-other", "2023/publication.xml", LATER("id=\"other\" year=\"2023\"", ""),
     "2023/publication.xml:2:48"},
    {"publication-other", "2023/publication.xml", LATER("region=\"HA\" year=\"2023\"", ""),
     "2023/publication.xml:2:48"},
    {"id-duplicate", "2023/publication.xml",
     LATER("year=\"2023\"",
           "<notice id=\"words\" kind=\"notice\" date=\"2023-05-01\"><issuer ref=\"industry\"/></notice>\n"),
     "2023/publication.xml:3:9"},
    {"id-duplicate", "2023/publication.xml",
     LATER("year=\"2023\"", "<meta name=\"icp\"><zh>甲</zh><en>A</en></meta>"
                            "<meta name=\"icp\"><zh>甲</zh><en>A</en></meta>\n"),
     "2023/publication.xml:3:51"},
    {"id-duplicate", "2023/lines.csv", LINES "L1,E1,三号窑,Kiln 3,5,6000,186,operating,ordinary,no,\n",
     "2023/lines.csv:2:1"},
    {"credit-code-duplicate", "2023/enterprises.csv",
     "id,name_zh,name_en,credit_code,city,member\nE9,甲水泥,Jia,91370100MA3C0ABC1L,370100,yes\n",
     "2023/enterprises.csv:2:12"},
    {"text-duplicate", "2023/texts/words.zh.md", "# 通知\n", "2023/texts/words.zh.md"},
    {"translation-missing", "2023/texts/more.zh.md", "# 通知\n", "2023/texts/more.zh.md"},
    {"change-form", "2023/changes.csv", CHANGES "H9,renamed,2023-04-01,E1,,,,,,,批\n",
     "2023/changes.csv:2:27"},
    {"change-form", "2023/changes.csv", CHANGES "H9,renamed,2023-04-01,,,甲,A,,,,批\n",
     "2023/changes.csv:2:23"},
    {"change-form", "2023/changes.csv", CHANGES "H9,renamed,2023-04-01,E1,L1,甲,A,,,,批\n",
     "2023/changes.csv:2:26"},
    {"change-form", "2023/changes.csv", CHANGES "H9,merged,2023-04-01,E1,,,,E1,,,批\n",
     "2023/changes.csv:2:28"},
    {"change-form", "2023/changes.csv", CHANGES "H9,moved,2023-04-01,,L1,,,,,,批\n", "2023/changes.csv:2:27"},
    {"change-form", "2023/changes.csv", CHANGES "H9,capacity,2023-04-01,,L1,,,,,,批\n",
     "2023/changes.csv:2:31"},
    {"change-form", "2023/changes.csv", CHANGES "H9,capacity,2023-04-01,,L1,甲,A,,5000,,批\n",
     "2023/changes.csv:2:28"},
    {"change-form", "2023/changes.csv", CHANGES "H9,replaced,2023-04-01,,L1,,,,,L1,批\n",
     "2023/changes.csv:2:32"},
    {"change-form", "2023/changes.csv", CHANGES "H9,suspended,2023-04-01,,,,,,,,批\n",
     "2023/changes.csv:2:26"},
    {"change-order", "2023/changes.csv", CHANGES "H9,suspended,2023-04-01,,L2,,,,,,批\n",
     "2023/changes.csv:2:4"},
    {"change-order", "2023/changes.csv", CHANGES "H9,resumed,2023-04-01,,L1,,,,,,批\n",
     "2023/changes.csv:2:4"},
    {"change-order", "2023/changes.csv",
     CHANGES "H9,dismantled,2023-04-01,,L2,,,,,,批\nH10,suspended,2023-05-01,,L2,,,,,,批\n",
     "2023/changes.csv:3:5"},
    {"change-order", "2023/changes.csv", CHANGES "H9,commissioned,2023-04-01,,L1,,,,,,批\n",
     "2023/changes.csv:2:4"},
    {"change-order", "2023/changes.csv", CHANGES "H9,renamed,2023-04-01,E2,,丁,Ding,,,,批\n",
     "2023/changes.csv:2:4"},
    {"change-order", "2023/changes.csv", CHANGES "H9,moved,2023-04-01,,L1,,,E2,,,批\n",
     "2023/changes.csv:2:4"},
    {"cells-apart", "2023/objections.csv", OBJECTIONS "O9,F1,2023-01-20,appeal,由,G,2023-02-28,\n",
     "2023/objections.csv:2:40"},
    {"cells-apart", "2023/objections.csv", OBJECTIONS "O9,F1,2023-01-20,appeal,由,G,,upheld\n",
     "2023/objections.csv:2:29"},
    {"cells-apart", "2023/restrictions.csv", RESTRICTIONS "R9,F1,2023-01-20,限,2023-05-01,\n",
     "2023/restrictions.csv:2:31"},
    {"end-before-start", "2023/objections.csv", OBJECTIONS "O9,F1,2023-01-20,appeal,由,G,2023-01-19,upheld\n",
     "2023/objections.csv:2:29"},
    {"end-before-start", "2023/restrictions.csv", RESTRICTIONS "R9,F1,2023-01-20,限,2023-01-19,解\n",
     "2023/restrictions.csv:2:20"},
    {"table-unknown", "2023/corrections.csv", CORRECTIONS "K9,correction-1,line,L1,name_zh,一号窑,A\n",
     "2023/corrections.csv:2:17"},
    {"column-unknown", "2023/corrections.csv", CORRECTIONS "K9,correction-1,lines,L1,name,一号窑,A\n",
     "2023/corrections.csv:2:26"},
    {"column-unknown", "2023/corrections.csv", CORRECTIONS "K9,correction-1,lines,L1,id,L1,L9\n",
     "2023/corrections.csv:2:26"},
    {"reference-unknown", "2023/corrections.csv", CORRECTIONS "K9,correction-1,lines,L9,name_zh,一号窑,A\n",
     "2023/corrections.csv:2:23"},
    {"notice-unknown", "2023/corrections.csv", CORRECTIONS "K9,words,lines,L1,name_zh,一号窑,A\n",
     "2023/corrections.csv:2:4"},
    {"correction-was", "2023/corrections.csv", CORRECTIONS "K9,correction-1,lines,L1,name_zh,二号窑,A\n",
     "2023/corrections.csv:2:34"},
    {"correction-was", "2023/corrections.csv", CORRECTIONS "K9,correction-3,findings,F1,days_short,18.5,1\n",
     "2023/corrections.csv:2:40"},
    {"correction-nothing", "2023/corrections.csv",
     CORRECTIONS "K9,correction-3,findings,F1,days_short,17.5,17.50\n", "2023/corrections.csv:2:45"},
    {"number-unknown", "2023/corrections.csv", CORRECTIONS "K9,correction-1,lines,L1,kiln_diameter_m,4.8,x\n",
     "2023/corrections.csv:2:46"},
    {"cell-required", "2023/corrections.csv", CORRECTIONS "K9,correction-1,lines,L1,kiln_diameter_m,4.8,\n",
     "2023/corrections.csv:2:46"},
    {"end-before-start", "2023/corrections.csv",
     CORRECTIONS "K9,correction-3,restrictions,R1,from,2022-01-10,2023-01-10\n", "2023/corrections.csv:2:49"},
    {"translation-missing", "2023/corrections.csv", CORRECTIONS "K9,correction-3,lines,L1,note_zh,,新注\n",
     "2023/corrections.csv:2:35"},
    {"cells-apart", "2023/corrections.csv", CORRECTIONS "K9,correction-3,findings,F1,fine_yuan,,5000\n",
     "2023/corrections.csv:2:40"},
    {"notice-unknown", "2023/publication.xml",
     LATER("year=\"2023\"", "<notice id=\"n\" kind=\"withdrawal\" date=\"2023-05-01\" withdraws=\"none\">"
                            "<issuer ref=\"industry\"/><reason><zh>误</zh><en>E</en></reason></notice>\n"),
     "2023/publication.xml:3:52"},
    {"notice-incomplete", "2023/publication.xml",
     LATER("year=\"2023\"", "<notice id=\"n\" kind=\"correction\" date=\"2023-05-01\" corrects=\"words\">"
                            "<issuer ref=\"industry\"/></notice>\n"),
     "2023/publication.xml:3:1"},
    {"notice-incomplete", "2023/publication.xml",
     LATER("year=\"2023\"", "<notice id=\"n\" kind=\"objection\" date=\"2023-05-01\">"
                            "<issuer ref=\"industry\"/></notice>\n"),
     "2023/publication.xml:3:1"},
    {"publication-incomplete", "publication.xml",
     LATER("id=\"years\" region=\"SD\" year=\"2021\"",
           "<authority id=\"industry\" kind=\"industry\"><name><zh>厅</zh><en>D</en></name></authority>\n"
           "<season id=\"heating-2021\" heating=\"yes\" counting=\"shandong\"><name><zh>季</zh><en>S</en>"
           "</name></season>\n"
           "<notice id=\"list-2021\" kind=\"line-list\" date=\"2021-03-01\" year=\"2021\">"
           "<issuer ref=\"industry\"/></notice>\n"
           "<notice id=\"exposure\" kind=\"exposure\" date=\"2022-01-10\"><issuer ref=\"industry\"/>"
           "<finding ref=\"F1\"/></notice>\n"),
     "publication.xml:2:1"},
};

static GazData *read_folder(const char *folder, GazReport *report)
{
    GError *error = NULL;
    GazData *data = gaz_data_read(folder, "data/rules", report, &error);

    g_assert_no_error(error);
    return data;
}

START_TEST(a_fault_is_told_alone_at_its_place)
{
    char *folder = data_folder_copy(KEPT), *all, *expected;
    GazReport *report = gaz_report_new();
    GazData *data;

    data_folder_write(folder, faults[_i].file, faults[_i].text, -1);
    if (strcmp(faults[_i].id, "text-duplicate") == 0)
        data_folder_write(folder, "2023/texts/words.en.md", faults[_i].text, -1);
    data = read_folder(folder, report);
    all = gaz_report_to_text(report);
    expected = g_strdup_printf("%s: error: ", faults[_i].at);
    ck_assert_msg(gaz_report_has(report, faults[_i].id), "%s: got\n%s", faults[_i].id, all);
    for (unsigned i = 0; i < gaz_report_count(report); i++)
        ck_assert_msg(strcmp(gaz_report_get(report, i)->kind->id, faults[_i].id) == 0, "not alone:\n%s", all);
    ck_assert_msg(strstr(all, expected) != NULL, "%s: expected %s, got %s", faults[_i].id, faults[_i].at,
                  all);
    g_free(expected);
    g_free(all);
    gaz_data_free(data);
    gaz_report_free(report);
    data_folder_remove(folder);
}
END_TEST

/* What belongs together may take two corrections, of one notice. */
START_TEST(what_belongs_together_is_corrected_together)
{
    char *folder = data_folder_copy(KEPT), *all;
    GazReport *faultless = gaz_report_new();
    GazData *read;

    data_folder_write(folder, "2023/corrections.csv",
                      CORRECTIONS "K9,correction-3,findings,F1,fine_yuan,,5000\n"
                                  "K10,correction-3,findings,F1,fine_ground_zh,,依据\n"
                                  "K11,correction-3,findings,F1,fine_ground_en,,Ground\n",
                      -1);
    read = read_folder(folder, faultless);
    all = gaz_report_to_text(faultless);
    ck_assert_str_eq(all, "");
    g_free(all);
    gaz_data_free(read);
    gaz_report_free(faultless);
    data_folder_remove(folder);
}
END_TEST

static bool is_provoked(const char *id)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(faults); i++)
        if (strcmp(faults[i].id, id) == 0)
            return true;
    return false;
}

START_TEST(every_kind_is_provoked)
{
    for (unsigned i = GAZ_MODEL_CHANGE_FORM; i <= GAZ_MODEL_PUBLICATION_OTHER; i++)
        ck_assert_msg(is_provoked(gaz_model_faults[i].id), "%s has no test", gaz_model_faults[i].id);
}
END_TEST

static GazReport *report;
static GazData *data;

static void set_up(void)
{
    char *all;

    report = gaz_report_new();
    data = read_folder(KEPT, report);
    all = gaz_report_to_text(report);
    ck_assert_str_eq(all, "");
    ck_assert_ptr_nonnull(data);
    g_free(all);
}

static void tear_down(void)
{
    gaz_data_free(data);
    gaz_report_free(report);
}

/* Rows of later years are added, and know their year and their file. */
START_TEST(rows_know_their_year)
{
    const GazLine *first = gaz_data_lookup(data, "lines", "L1"),
                  *later = gaz_data_lookup(data, "lines", "L4");

    ck_assert_uint_eq(data->lines->len, 4);
    ck_assert_int_eq(first->record.year, 2021);
    ck_assert_int_eq(later->record.year, 2022);
    ck_assert_str_eq(GAZ_AT(first, name)->file, "lines.csv");
    ck_assert_str_eq(GAZ_AT(later, name)->file, "2022/lines.csv");
    ck_assert_ptr_eq(later->enterprise, first->enterprise);
}
END_TEST

/* What a year says of an authority holds from then on; notices keep the one of their day. */
START_TEST(a_publication_says_what_those_before_it_said)
{
    const GazPublication *first = data->years->pdata[0], *last = data->publication;
    const GazNotice *old = gaz_publication_notice(last, "list-2021"),
                    *new = gaz_publication_notice(last, "list-2023");

    ck_assert_uint_eq(data->years->len, 3);
    ck_assert_int_eq(first->year, 2021);
    ck_assert_int_eq(last->year, 2023);
    ck_assert_str_eq(last->id, "years");
    ck_assert_str_eq(last->title.in[GAZ_EN], "Title");
    ck_assert_uint_eq(first->authorities->len, 1);
    ck_assert_uint_eq(last->authorities->len, 2);
    ck_assert_uint_eq(last->seasons->len, 2);
    ck_assert_str_eq(gaz_publication_authority(first, "industry")->name.in[GAZ_EN], "Department");
    ck_assert_str_eq(gaz_publication_authority(last, "industry")->name.in[GAZ_EN], "New department");
    ck_assert_str_eq(((const GazAuthority *)old->issuers->pdata[0])->name.in[GAZ_EN], "Department");
    ck_assert_str_eq(((const GazAuthority *)new->issuers->pdata[0])->name.in[GAZ_EN], "New department");
    ck_assert_str_eq(((const GazText *)g_hash_table_lookup(first->meta, "icp"))->in[GAZ_EN], "A");
    ck_assert_str_eq(((const GazText *)g_hash_table_lookup(last->meta, "icp"))->in[GAZ_EN], "B");
    ck_assert_int_eq(old->folder_year, 2021);
    ck_assert_int_eq(new->folder_year, 2023);
}
END_TEST

START_TEST(notices_of_the_new_kinds)
{
    const GazNotice *correction = gaz_publication_notice(data->publication, "correction-2");
    const GazNotice *decision = gaz_publication_notice(data->publication, "decision");
    const GazCorrection *row = correction->corrections->pdata[0];

    ck_assert_int_eq(correction->kind, GAZ_NOTICE_CORRECTION);
    ck_assert_str_eq(correction->corrects, "exposure");
    ck_assert_str_eq(correction->reason.in[GAZ_EN], "Error");
    ck_assert_uint_eq(correction->corrections->len, 1);
    ck_assert_str_eq(row->cell->name, "days_short");
    ck_assert_int_eq(((const GazFinding *)row->before)->days_short, 18000);
    ck_assert_int_eq(((const GazFinding *)row->after)->days_short, 17500);
    ck_assert_ptr_eq(row->made_known, correction);
    ck_assert_ptr_eq(decision->objections->pdata[0], gaz_data_lookup(data, "objections", "O1"));
}
END_TEST

static void assert_rules(const GazData *all, int year, int days, int month)
{
    GazViewDay day = {.year = year,
                      .changes_until = gaz_date_make(year, 12, 31),
                      .corrections_until = gaz_date_make(year, 12, 31)};
    g_autoptr(GazData) view = gaz_data_view(all, &day);

    ck_assert_int_eq(view->rules->annual_days.value, days * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(gaz_rules_window(view->rules, "SD")->start.month, month);
    ck_assert_str_eq(view->rules->annual_days.clause, days == 120 ? "SD 二" : "新 一");
    ck_assert_str_eq(view->rules->region->code, "SD");
}

/* A year's own rules hold from then on, also where the next has none; those before stay under theirs. */
START_TEST(rules_hold_from_their_year)
{
    char *folder = data_folder_copy(KEPT);
    g_autoptr(GazReport) own = gaz_report_new();
    g_autoptr(GazData) all = NULL;

    data_folder_write(folder, "2022/rules.xml",
                      RULES("<document date=\"2022-06-01\"><title><zh>新通知</zh><en>New notice</en></title>"
                            "<clause id=\"新 一\"><zh>停窑。</zh><en>Stop.</en></clause></document>"
                            "<window region=\"SD\" start=\"10-15\" end=\"03-15\" clause=\"新 一\"/>"
                            "<annual-days value=\"150\" clause=\"新 一\"/>"),
                      -1);
    all = read_folder(folder, own);
    ck_assert(!gaz_report_has_faults(own));
    assert_rules(all, 2021, 120, 11);
    assert_rules(all, 2022, 150, 10);
    assert_rules(all, 2023, 150, 10);
    data_folder_remove(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("years of a data folder");
    TCase *tests = tcase_create("three years"), *kinds = tcase_create("faults");

    tcase_set_timeout(kinds, 0);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, rows_know_their_year);
    tcase_add_test(tests, a_publication_says_what_those_before_it_said);
    tcase_add_test(tests, notices_of_the_new_kinds);
    tcase_add_test(kinds, rules_hold_from_their_year);
    tcase_add_loop_test(kinds, a_fault_is_told_alone_at_its_place, 0, G_N_ELEMENTS(faults));
    tcase_add_test(kinds, what_belongs_together_is_corrected_together);
    tcase_add_test(kinds, every_kind_is_provoked);
    suite_add_tcase(suite, tests);
    suite_add_tcase(suite, kinds);
    return suite_run(suite);
}
