/* test_names.c - lines and enterprises referred to by their names: taken where one alone is meant, else a
 * fault that says which is near. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "model/data.h"
#include <check.h>
#include <string.h>

#define LINES                                                                                                \
    "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,status,kiln,"  \
    "carbide_slag\n"                                                                                         \
    "L1,E1,1号窑,Kiln 1,4.8,5000,155,operating,ordinary,no\n"
#define REST ",Kiln,4,2500,77.5,operating,ordinary,no\n"
#define LINE "L2,丙水泥,1号窑" REST

static const struct {
    const char *name, *lines, *text;
    const char *id; /* NULL: a fault */
    const char *told;
} named[] = {
    {"in full", LINES LINE, "丙水泥1号窑", "L2",
     "note: line: written in another way: \"丙水泥1号窑\", read as L2"},
    {"as people write numbers", LINES LINE, "丙水泥 1#线", "L2", "read as L2"},
    {"in brackets, full-width", LINES LINE, "丙水泥（１＃窑）", "L2", "read as L2"},
    {"the enterprise's only one", LINES LINE, "丙水泥", "L2", "read as L2"},
    {"one of two", LINES LINE "L3,E2,二线" REST, "丙水泥二线", "L3", "read as L3"},
    {"by its id", LINES LINE, "L2", "L2", ""},
    {"one of two, not said which", LINES LINE "L3,E2,2号窑" REST, "丙水泥", NULL,
     "it can be read in more than one way: found \"丙水泥\", expected the id of one of the lines of this "
     "name"},
    {"two of one name", LINES LINE "L3,E2,1#线" REST, "丙水泥1号", NULL, "(value-ambiguous)"},
    {"another number", LINES LINE, "丙水泥2号窑", NULL,
     "expected an id of lines.csv, perhaps 丙水泥1号窑 (L2)"},
    {"another enterprise", LINES LINE, "丁水泥1号窑", NULL,
     "expected an id of lines.csv, perhaps 丙水泥1号窑 (L2)"},
    {"nothing near", LINES LINE, "东岳", NULL, "expected an id of lines.csv (reference-unknown)"},
};

/* What was told of a folder with these lines and one stoppage. Yours: g_free(). */
static char *read_stoppage(const char *lines, const char *text, char **id)
{
    char *folder = data_folder_new();
    g_autofree char *stoppages = g_strdup_printf("id,line,start,end,why,verified_by_zh,verified_by_en\n"
                                                 "S1,%s,2021-11-15,2022-03-15,off-peak,局,Office\n",
                                                 text);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = NULL;
    g_autofree char *faults = NULL, *notes = NULL;
    const GazStoppage *stoppage;

    data_folder_write(folder, "lines.csv", lines, -1);
    data_folder_write(folder, "stoppages.csv", stoppages, -1);
    data = gaz_data_read(folder, "data/rules", report, NULL);
    stoppage = gaz_data_lookup(data, "stoppages", "S1");
    *id = stoppage == NULL ? NULL : g_strdup(stoppage->line->record.id);
    faults = gaz_report_to_text(report);
    notes = gaz_report_notes_to_text(report);
    data_folder_remove(folder);
    return g_strconcat(faults, notes, NULL);
}

START_TEST(lines_by_their_names)
{
    g_autofree char *id = NULL, *told = read_stoppage(named[_i].lines, named[_i].text, &id);

    ck_assert_msg(g_strcmp0(id, named[_i].id) == 0, "%s: got %s: %s", named[_i].name, id, told);
    ck_assert_msg(strstr(told, named[_i].told) != NULL, "%s: %s", named[_i].name, told);
}
END_TEST

/* A line with a fault of its own: who names it is let pass, as who gives its id. */
START_TEST(one_mistake_is_told_once)
{
    static const char *const texts[] = {"丙水泥1号窑", "丙水泥1#线", "L2"};
    g_autofree char *id = NULL;
    g_autofree char *told =
        read_stoppage(LINES "L2,丙水泥,1号窑,Kiln,wide,2500,77.5,operating,ordinary,no\n", texts[_i], &id);

    ck_assert_msg(strstr(told, "kiln_diameter_m: not a number") != NULL &&
                      strstr(told, "stoppages.csv") == NULL,
                  "%s", told);
}
END_TEST

/* The names of two enterprises that have only their kind in common: none may be taken for the other. */
START_TEST(no_other_enterprise_is_proposed)
{
    static const char *const meant[] = {"新乡太行示例水泥有限公司", "洛阳伏牛样本水泥有限公司"};
    g_autofree char *lines = g_strdup_printf(LINES "L2,%s,1号窑" REST, meant[_i]);
    char *folder = data_folder_new();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = NULL;
    g_autofree char *faults = NULL;

    data_folder_write(folder, "enterprises.csv",
                      "id,name_zh,name_en,credit_code,city,member\n"
                      "E1,新乡太行试例水泥有限公司,A,91370100MADEM9016Q,370100,yes\n",
                      -1);
    data_folder_write(folder, "lines.csv", lines, -1);
    data = gaz_data_read(folder, "data/rules", report, NULL);
    faults = gaz_report_to_text(report);
    ck_assert_msg((strstr(faults, "perhaps 新乡太行试例水泥有限公司 (E1)") != NULL) == (_i == 0), "%s",
                  faults);
    ck_assert(strstr(faults, "expected an id of enterprises.csv") != NULL);
    data_folder_remove(folder);
}
END_TEST

static const struct {
    const char *from, *to; /* in publication.xml; from NULL: lines.csv is taken away */
    const char *told;
} strangers[] = {
    {"counting=\"shandong\"", "counting=\"henan\"",
     "found \"henan\", expected one of inclusive, half-open, half-days, dates, shandong, or the id of a "
     "<counting>"},
    {"region=\"SD\"", "region=\"HA\"",
     "expected the six-digit code of a city of Henan Province, which is region=\"HA\" of publication.xml"},
    {NULL, NULL,
     "expected lines.csv, or a workbook with that table; to begin with, its heading alone will do"},
};

/* Who makes a folder of another province, or of nothing but lists, of one that is there. */
START_TEST(what_is_to_be_changed_is_said)
{
    char *folder = data_folder_new();
    g_autofree char *path = g_build_filename(folder, "publication.xml", NULL), *text = NULL, *faults = NULL;
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = NULL;

    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    if (strangers[_i].from == NULL) {
        data_folder_write(folder, "lines.csv", NULL, -1);
    } else {
        g_auto(GStrv) parts = g_strsplit(text, strangers[_i].from, -1);
        g_autofree char *changed = g_strjoinv(strangers[_i].to, parts);

        data_folder_write(folder, "publication.xml", changed, -1);
    }
    data = gaz_data_read(folder, "data/rules", report, NULL);
    faults = gaz_report_to_text(report);
    ck_assert_msg(strstr(faults, strangers[_i].told) != NULL, "%s", faults);
    data_folder_remove(folder);
}
END_TEST

#define E2_LINES LINES LINE "L3,E2,2号窑" REST

static const struct {
    const char *name, *row; /* of enterprise and line */
    const char *id, *told;
} owned[] = {
    {"by both names", "丙水泥,2#线", "L3",
     "note: a heading of the office's own: \"企业名称\", read as the enterprise of the line"},
    {"by the enterprise's id", "E2,2#线", "L3", "read as L3"},
    {"by the line's id", "丙水泥,L3", "L3", ""},
    {"the name in full beside it", "丙水泥,丙水泥2号窑", "L3", "read as L3"},
    {"a line of another", "丙水泥,L1", NULL, "error: line: no record has this id: found \"丙水泥L1\""},
    {"an enterprise that isn't known", "丁水泥,1号窑", NULL,
     "found \"丁水泥1号窑\", expected an id of lines.csv, perhaps"},
    {"a line that isn't known", "丙水泥,9号窑", NULL, "found \"丙水泥9号窑\""},
    {"no line", "丙水泥,", NULL, "error: line: nothing given"},
};

START_TEST(lines_by_two_cells)
{
    char *folder = data_folder_new();
    g_autofree char *stoppages =
        g_strdup_printf("id,企业名称,生产线名称,start,end,why,verified_by_zh,verified_by_en\n"
                        "S1,%s,2021-11-15,2022-03-15,off-peak,局,Office\n",
                        owned[_i].row);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = NULL;
    g_autofree char *faults = NULL, *notes = NULL, *told = NULL;
    const GazStoppage *stoppage;

    data_folder_write(folder, "lines.csv", E2_LINES, -1);
    data_folder_write(folder, "stoppages.csv", stoppages, -1);
    data = gaz_data_read(folder, "data/rules", report, NULL);
    stoppage = gaz_data_lookup(data, "stoppages", "S1");
    faults = gaz_report_to_text(report);
    notes = gaz_report_notes_to_text(report);
    told = g_strconcat(faults, notes, NULL);
    ck_assert_msg(g_strcmp0(stoppage == NULL ? NULL : stoppage->line->record.id, owned[_i].id) == 0, "%s: %s",
                  owned[_i].name, told);
    ck_assert_msg(strstr(told, owned[_i].told) != NULL && gaz_report_count(report) == (owned[_i].id == NULL),
                  "%s: %s", owned[_i].name, told);
    data_folder_remove(folder);
}
END_TEST

#define PLAN(scope, target, excludes)                                                                        \
    "id,season,scope,target,excludes,start,end\nP1,heating," scope "," target "," excludes                   \
    ",2021-11-15,2022-03-15\n"
#define NOTED "written in another way: "

static const struct {
    const char *name, *lines, *plan;
    const char *target, *excludes; /* as read; both NULL: a fault */
    const char *told;
} planned[] = {
    {"a line", E2_LINES, PLAN("line", "丙水泥2#线", ""), "L3", NULL, "read as L3"},
    {"a line by its id", E2_LINES, PLAN("line", "L3", ""), "L3", NULL, ""},
    {"an enterprise", E2_LINES, PLAN("企业", "丙水泥", ""), "E2", NULL, "read as E2"},
    {"a city", E2_LINES, PLAN("city", "济南市", ""), "370100", NULL, ""},
    {"a line of two, not said which", E2_LINES, PLAN("line", "丙水泥", ""), NULL, NULL,
     "plan.csv:2:17: error: target: it can be read in more than one way: found \"丙水泥\", expected the id "
     "of "
     "one of the lines of this name"},
    {"a line as an enterprise", E2_LINES, PLAN("enterprise", "丙水泥2号窑", ""), NULL, NULL,
     "expected an id of enterprises.csv"},
    {"excluded", E2_LINES, PLAN("province", "", "丙水泥2号窑；特种水泥窑"), NULL, "L3;special-cement",
     "excludes: " NOTED "\"丙水泥2号窑；特种水泥窑\", read as L3;special-cement"},
    {"an enterprise excluded", E2_LINES, PLAN("province", "", "丙水泥、L1"), NULL, "E2;L1", "read as E2;L1"},
    {"one of two excluded", LINES LINE "L3,E2,1#线" REST, PLAN("province", "", "L1;丙水泥1号"), NULL, NULL,
     "excludes: it can be read in more than one way"},
    {"nobody's name excluded", E2_LINES, PLAN("province", "", "丁水泥"), NULL, NULL, "(plan-excludes)"},
};

START_TEST(a_plan_says_whom_it_reaches_by_name)
{
    char *folder = data_folder_new();
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = NULL;
    g_autofree char *faults = NULL, *notes = NULL, *told = NULL;
    const GazPlan *plan;

    data_folder_write(folder, "lines.csv", planned[_i].lines, -1);
    data_folder_write(folder, "plan.csv", planned[_i].plan, -1);
    data = gaz_data_read(folder, "data/rules", report, NULL);
    plan = gaz_data_lookup(data, "plan", "P1");
    faults = gaz_report_to_text(report);
    notes = gaz_report_notes_to_text(report);
    told = g_strconcat(faults, notes, NULL);
    ck_assert_msg((plan == NULL) == (planned[_i].target == NULL && planned[_i].excludes == NULL), "%s: %s",
                  planned[_i].name, told);
    ck_assert_msg(plan == NULL || (g_strcmp0(plan->target, planned[_i].target) == 0 &&
                                   g_strcmp0(plan->excludes, planned[_i].excludes) == 0),
                  "%s: %s", planned[_i].name, told);
    ck_assert_msg(strstr(told, planned[_i].told) != NULL && gaz_report_count(report) == (plan == NULL),
                  "%s: %s", planned[_i].name, told);
    data_folder_remove(folder);
}
END_TEST

static const struct {
    const char *city;
    const char *told; /* NULL: nothing but how the heading was taken */
} cities[] = {
    {"济南市", NULL},
    {"济南", NULL},
    {"370100", NULL},
    {"", NULL},
    {"青岛市",
     "lines.csv:2:7: error: city: another city than the one its enterprise is in: found \"青岛市\", "
     "expected 济南市 (370100), that of the enterprise E1 (city-other)"},
    {"开封市", "lines.csv:2:7: error: city: no city of the region"},
};

/* The list of lines may name the city of each, which must be that of its enterprise. */
START_TEST(a_line_is_in_the_city_of_its_enterprise)
{
    char *folder = data_folder_new();
    g_autofree char *lines = g_strdup_printf(
        "id,enterprise,设区市,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,"
        "status,kiln,carbide_slag\nL1,E1,%s,1号窑,Kiln 1,4.8,5000,155,operating,ordinary,no\n"
        "L2,E2,,1号窑,Kiln 1,4.8,5000,155,operating,ordinary,no\n",
        cities[_i].city);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = NULL;
    g_autofree char *faults = NULL, *notes = NULL;

    data_folder_write(folder, "lines.csv", lines, -1);
    data = gaz_data_read(folder, "data/rules", report, NULL);
    faults = gaz_report_to_text(report);
    notes = gaz_report_notes_to_text(report);
    ck_assert_uint_eq(gaz_report_count(report), cities[_i].told == NULL ? 0 : 1);
    ck_assert_msg(cities[_i].told == NULL || strstr(faults, cities[_i].told) != NULL, "%s", faults);
    ck_assert_msg(strstr(notes, "\"设区市\", read as the city of the line's enterprise") != NULL, "%s",
                  notes);
    data_folder_remove(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("names in place of ids");
    TCase *tests = tcase_create("names in place of ids");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, no_other_enterprise_is_proposed, 0, 2);
    tcase_add_loop_test(tests, what_is_to_be_changed_is_said, 0, G_N_ELEMENTS(strangers));
    tcase_add_loop_test(tests, lines_by_their_names, 0, G_N_ELEMENTS(named));
    tcase_add_loop_test(tests, one_mistake_is_told_once, 0, 3);
    tcase_add_loop_test(tests, lines_by_two_cells, 0, G_N_ELEMENTS(owned));
    tcase_add_loop_test(tests, a_plan_says_whom_it_reaches_by_name, 0, G_N_ELEMENTS(planned));
    tcase_add_loop_test(tests, a_line_is_in_the_city_of_its_enterprise, 0, G_N_ELEMENTS(cities));
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
