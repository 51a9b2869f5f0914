/* test_rules.c - the rule files say what the two notices say, for every region. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "model/data.h"
#include "model/faults.h"
#include <check.h>
#include <string.h>

/* The whole folder's tables are Shandong's: of the rules of another region only a folder without tables'
 * rows can be asked. `own`: its rules.xml; NULL: none. */
static GazData *read_reporting(const char *region, const char *counting, const char *own, GazReport *report)
{
    char *folder = data_folder_new(), *text;
    GazData *data;

    for (unsigned i = 0; i < gaz_table_count; i++) {
        char *name = g_strdup_printf("%s.csv", gaz_tables[i].name);

        data_folder_write(folder, name, NULL, 0);
        g_free(name);
    }
    data_folder_write(folder, "enterprises.csv", "id,name_zh,name_en,credit_code,city,member\n", -1);
    data_folder_write(
        folder, "lines.csv",
        "id,enterprise,name_zh,name_en,kiln_diameter_m,approved_capacity_tpd,annual_capacity_10kt,"
        "status,kiln,carbide_slag\n",
        -1);
    text = g_strdup_printf(
        "<publication xmlns=\"urn:gazette:publication:1\" id=\"t\" region=\"%s\" year=\"2021\">"
        "<title><zh>题</zh><en>T</en></title><authority id=\"a\" "
        "kind=\"other\"><name><zh>厅</zh><en>D</en></name>"
        "</authority><season id=\"s\" heating=\"no\" "
        "counting=\"%s\"><name><zh>季</zh><en>S</en></name></season>"
        "</publication>",
        region, counting);
    data_folder_write(folder, "publication.xml", text, -1);
    data_folder_write(folder, "rules.xml", own, -1);
    data = gaz_data_read(folder, "data/rules", report, NULL);
    g_free(text);
    data_folder_remove(folder);
    return data;
}

static GazData *read_region(const char *region, const char *counting, const char *own)
{
    GazReport *report = gaz_report_new();
    GazData *data = read_reporting(region, counting, own, report);
    char *faults = gaz_report_to_text(report);

    ck_assert_msg(*faults == '\0', "%s: %s", region, faults);
    ck_assert_ptr_nonnull(data);
    g_free(faults);
    gaz_report_free(report);
    return data;
}

/* R1 as N 二 writes it; month 0: set locally. The end of March is its last day. */
static const struct {
    const char *regions; /* blanks between */
    GazMonthDay start, end;
} windows[] = {
    {"LN JL HL XJ BT", {11, 1}, {3, 0}},
    {"BJ TJ HE SX NM SD HA", {11, 15}, {3, 15}},
    {"SN GS QH NX", {12, 1}, {3, 10}},
    {"SH JS ZJ AH FJ JX HB HN GD GX HI CQ SC GZ YN XZ", {0, 0}, {0, 0}},
};

START_TEST(window_of_every_region)
{
    char **regions = g_strsplit(windows[_i].regions, " ", -1);

    for (char **region = regions; *region != NULL; region++) {
        GazData *data = read_region(*region, "inclusive", NULL);
        const GazRegionWindow *window = gaz_rules_window(data->rules, *region);

        ck_assert_msg(window != NULL, "%s has no window", *region);
        ck_assert_str_eq(data->rules->region->code, *region);
        ck_assert_msg(
            window->start.month == windows[_i].start.month && window->start.day == windows[_i].start.day &&
                window->end.month == windows[_i].end.month && window->end.day == windows[_i].end.day,
            "%s: %d-%d to %d-%d", *region, window->start.month, window->start.day, window->end.month,
            window->end.day);
        ck_assert(window->local == (windows[_i].start.month == 0));
        ck_assert_str_eq(window->clause, strcmp(*region, "SD") == 0 ? "SD 二" : "N 二");
        gaz_data_free(data);
    }
    g_strfreev(regions);
}
END_TEST

START_TEST(rules_of_shandong)
{
    GazData *data = read_region("SD", "shandong", NULL);
    const GazRules *rules = data->rules;
    const GazCounting *counting = gaz_rules_counting(rules, "shandong");

    ck_assert_int_eq(rules->annual_days.value, 120 * GAZ_DECIMAL_ONE);
    ck_assert_str_eq(rules->annual_days.clause, "SD 二");
    ck_assert(rules->heating_plan_by.day.month == 10 && rules->heating_plan_by.day.day == 15);
    ck_assert_str_eq(rules->heating_plan_by.clause, "SD 三");
    ck_assert_int_eq(rules->notice_days.value, 10 * GAZ_DECIMAL_ONE);
    ck_assert(rules->special_plan_by.day.month == 10 && rules->special_plan_by.day.day == 15);
    ck_assert_int_eq(rules->vote_numerator.value, 2 * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(rules->vote_denominator.value, 3 * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(rules->ladder.value, GAZ_DECIMAL_ONE);
    ck_assert_str_eq(rules->ladder.clause, "SD 四");
    ck_assert_int_eq(rules->annotation_delay.value, GAZ_DECIMAL_ONE);
    ck_assert_str_eq(rules->annotation_delay.clause, "N 四");
    ck_assert_int_eq(rules->trade_restriction.value, GAZ_DECIMAL_ONE);
    ck_assert_ptr_null(rules->comment_days.clause);
    ck_assert(rules->accounting_start.month == 1 && rules->accounting_start.day == 1);
    ck_assert((rules->make_up_tasks & 1u << GAZ_TASK_HAZARDOUS_WASTE) != 0);
    ck_assert(counting->end_inclusive && !counting->days_as_dates);
    ck_assert((counting->counts & 1u << GAZ_STOP_OFF_PEAK) != 0);
    ck_assert((counting->counts & 1u << GAZ_STOP_REPAIR) == 0);
    gaz_data_free(data);
}
END_TEST

/* A region without a file of its own: the national rules alone. */
START_TEST(rules_of_shanxi)
{
    GazData *data = read_region("SX", "half-open", NULL);

    ck_assert_ptr_null(data->rules->annual_days.clause);
    ck_assert_ptr_null(data->rules->heating_plan_by.clause);
    ck_assert_ptr_null(data->rules->vote_numerator.clause);
    ck_assert_ptr_null(data->rules->ladder.clause);
    ck_assert_uint_eq(data->rules->make_up_tasks, 1u << GAZ_TASK_HEATING);
    ck_assert_str_eq(data->rules->make_up.clause, "N 二");
    ck_assert(!gaz_rules_counting(data->rules, "half-open")->end_inclusive);
    ck_assert_int_eq(gaz_rules_counting(data->rules, "half-days")->rounding, GAZ_ROUND_HALF);
    ck_assert_ptr_null(gaz_rules_counting(data->rules, "shandong"));
    gaz_data_free(data);
}
END_TEST

START_TEST(kiln_drying_differs_by_plan)
{
    GazData *data = read_region("XJ", "xinjiang-2023", NULL);

    ck_assert((gaz_rules_counting(data->rules, "xinjiang-2023")->counts & 1u << GAZ_STOP_KILN_DRYING) != 0);
    ck_assert((gaz_rules_counting(data->rules, "xinjiang-2025")->counts & 1u << GAZ_STOP_KILN_DRYING) == 0);
    gaz_data_free(data);
}
END_TEST

/* A data folder adds a document, a counting rule and a comment period, and changes a value. */
START_TEST(rules_of_a_folder)
{
    GazData *data = read_region(
        "SD", "own",
        "<rules xmlns=\"urn:gazette:rules:1\">"
        "<document date=\"2021-06-01\"><title><zh>方案</zh><en>Plan</en></title><clause id=\"P "
        "一\"><zh>公示。</zh><en>Comment.</en></clause>"
        "</document><counting id=\"own\" end=\"exclusive\" days=\"dates\" rounding=\"up\" "
        "counts=\"off-peak repair\" clause=\"P 一\"/><comment-period value=\"7\" clause=\"P 一\"/>"
        "<annual-days value=\"160\" clause=\"P 一\"/><accounting start=\"11-15\"/>"
        "<window region=\"SD\" start=\"12-01\" end=\"02-last\" clause=\"P 一\"/></rules>");
    const GazCounting *counting = gaz_rules_counting(data->rules, "own");
    const GazRegionWindow *window = gaz_rules_window(data->rules, "SD");
    const GazClause *last = data->rules->clauses->pdata[data->rules->clauses->len - 1];

    ck_assert(!counting->end_inclusive && counting->days_as_dates && counting->rounding == GAZ_ROUND_UP);
    ck_assert_uint_eq(counting->counts, 1u << GAZ_STOP_OFF_PEAK | 1u << GAZ_STOP_REPAIR);
    ck_assert_int_eq(data->rules->comment_days.value, 7 * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(data->rules->annual_days.value, 160 * GAZ_DECIMAL_ONE);
    ck_assert_str_eq(data->rules->annual_days.clause, "P 一");
    ck_assert(data->rules->accounting_start.month == 11 && data->rules->accounting_start.day == 15);
    ck_assert(window->start.month == 12 && window->end.month == 2 && window->end.day == 0);
    ck_assert_str_eq(last->id, "P 一");
    ck_assert_str_eq(last->document.in[GAZ_EN], "Plan");
    ck_assert_int_eq(last->issued, gaz_date_make(2021, 6, 1));
    gaz_data_free(data);
}
END_TEST

/* What held before each file is kept: of the region's over the nation's, and of the folder's over both. */
START_TEST(rules_before)
{
    GazData *data =
        read_region("SD", "shandong",
                    "<rules xmlns=\"urn:gazette:rules:1\">"
                    "<annual-days value=\"160\" clause=\"SD 二\"/>"
                    "<window region=\"SD\" start=\"12-01\" end=\"02-last\" clause=\"SD 二\"/></rules>");
    const GazRules *region = data->rules->before, *nation = region->before;

    ck_assert_int_eq(data->rules->annual_days.value, 160 * GAZ_DECIMAL_ONE);
    ck_assert_int_eq(region->annual_days.value, 120 * GAZ_DECIMAL_ONE);
    ck_assert_ptr_null(nation->annual_days.clause);
    ck_assert_str_eq(region->make_up.clause, "SD 二");
    ck_assert_str_eq(nation->make_up.clause, "N 二");
    ck_assert_int_eq(gaz_rules_window(data->rules, "SD")->start.month, 12);
    ck_assert_int_eq(gaz_rules_window(region, "SD")->start.month, 11);
    ck_assert_ptr_null(gaz_rules_clause(nation, "SD 二"));
    gaz_data_free(data);
}
END_TEST

/* Codes are of their region (its Corps' cities lie in Xinjiang), distinct, and in the order of the standard.
 */
static void check_cities(const GazRegion *region)
{
    const char *prefix = strcmp(region->code, "BT") == 0 ? "65" : region->gb, *last = "";

    for (unsigned i = 0; i < region->cities->len; i++) {
        const GazCity *city = region->cities->pdata[i];

        ck_assert_msg(strncmp(city->code, prefix, 2) == 0, "%s in %s", city->code, region->code);
        ck_assert_msg(strcmp(last, city->code) < 0, "%s in %s: not in order", city->code, region->code);
        last = city->code;
    }
}

START_TEST(regions_and_cities)
{
    GDir *folder = g_dir_open("data/rules/regions", 0, NULL);
    GHashTable *codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (const char *file; (file = g_dir_read_name(folder)) != NULL;) {
        char *code = g_strndup(file, 2);
        GazData *data = read_region(code, "inclusive", NULL);
        const GazRegion *region = data->rules->region;

        ck_assert_str_eq(file + 2, ".xml");
        ck_assert_str_eq(region->code, code);
        ck_assert_msg(g_hash_table_add(codes, g_strdup(region->gb)), "%s twice", region->gb);
        check_cities(region);
        ck_assert(strcmp(code, "SD") != 0 || region->cities->len == 16);
        gaz_data_free(data);
        g_free(code);
    }
    ck_assert_uint_eq(g_hash_table_size(codes), 32);
    g_hash_table_unref(codes);
    g_dir_close(folder);
}
END_TEST

/* Not even where it is the way to a file. */
START_TEST(other_names_lead_to_no_region)
{
    static const char *const names[] = {"sd", "ZZ", "", "SDX", "../regions/SD", "SD.xml/../SD"};
    GazReport *report = gaz_report_new();

    ck_assert_ptr_null(read_reporting(names[_i], "inclusive", NULL, report));
    ck_assert(gaz_report_has(report, gaz_model_faults[GAZ_MODEL_REGION_UNKNOWN].id));
    gaz_report_free(report);
}
END_TEST

/* Every clause is there for the legal basis page, each in both languages. */
START_TEST(clauses_of_the_legal_basis)
{
    static const char *const ids[] = {"N 一", "N 二",  "N 三",  "N 四",  "N 五",  "N 六",
                                      "N 七", "SD 一", "SD 二", "SD 三", "SD 四", "SD 五"};
    GazData *data = read_region("SD", "shandong", NULL);

    ck_assert_uint_eq(data->rules->clauses->len, G_N_ELEMENTS(ids));
    for (unsigned i = 0; i < G_N_ELEMENTS(ids); i++) {
        const GazClause *clause = data->rules->clauses->pdata[i];

        ck_assert_str_eq(clause->id, ids[i]);
        for (int language = 0; language < GAZ_LANGUAGES; language++)
            ck_assert(*clause->text.in[language] != '\0' && *clause->document.in[language] != '\0');
    }
    gaz_data_free(data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("rules");
    TCase *tests = tcase_create("rules");

    tcase_set_timeout(tests, 0);
    tcase_add_loop_test(tests, window_of_every_region, 0, G_N_ELEMENTS(windows));
    tcase_add_test(tests, rules_of_shandong);
    tcase_add_test(tests, rules_of_shanxi);
    tcase_add_test(tests, kiln_drying_differs_by_plan);
    tcase_add_test(tests, rules_of_a_folder);
    tcase_add_test(tests, rules_before);
    tcase_add_test(tests, regions_and_cities);
    tcase_add_loop_test(tests, other_names_lead_to_no_region, 0, 6);
    tcase_add_test(tests, clauses_of_the_legal_basis);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
