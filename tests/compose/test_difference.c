/* test_difference.c - differences of two trees, in words of both languages. */
#include "../support/suite.h"
#include "compose/difference.h"
#include <check.h>

static GazGlossary *glossary;
static GazArena *arena;

static void open_glossary(void)
{
    GazReport *report = gaz_report_new();

    glossary = gaz_glossary_read("templates/glossary.xml", report, NULL);
    arena = gaz_arena_new();
    ck_assert(!gaz_report_has_faults(report));
    gaz_report_free(report);
}

static void close_glossary(void)
{
    gaz_glossary_free(glossary);
    gaz_arena_free(arena);
}

static const struct {
    GazDifference difference;
    const char *zh, *en;
} told[] = {
    {{.kind = GAZ_DIFFERS_CHANGED,
      .what = "cell",
      .language = GAZ_LANGUAGES,
      .annex = GAZ_TEXT("附件1 时间表", "Annex 1 Timetable"),
      .table = GAZ_TEXT("时间", "Periods"),
      .table_code = "windows",
      .row = GAZ_TEXT("一号", "No. 1"),
      .column = GAZ_TEXT("天数", "Days"),
      .was = GAZ_TEXT("120", "120"),
      .is = GAZ_TEXT("", "")},
     "附件1 时间表“时间”表“一号”行“天数”栏：由“120”改为（空）",
     "Annex 1 Timetable, table “Periods”, row “No. 1”, column “Days”: was “120”, is nothing"},
    {{.kind = GAZ_DIFFERS_REMOVED,
      .what = "row",
      .language = GAZ_LANGUAGES,
      .table = GAZ_TEXT("时间", "Periods"),
      .table_code = "windows",
      .row = GAZ_TEXT("一号", "No. 1"),
      .was = GAZ_TEXT("一号", "No. 1")},
     "删去“时间”表“一号”行",
     "removed: table “Periods”, row “No. 1”"},
    {{.kind = GAZ_DIFFERS_CHANGED,
      .what = "paragraph",
      .language = GAZ_EN,
      .under = "Basis",
      .nth = 2,
      .was = GAZ_TEXT(NULL, "Old."),
      .is = GAZ_TEXT(NULL, "New.")},
     "英文文本“Basis”部分第2段：由“Old.”改为“New.”",
     "English text, under “Basis”, paragraph 2: was “Old.”, is “New.”"},
    {{.kind = GAZ_DIFFERS_CHANGED,
      .what = "fact",
      .language = GAZ_ZH,
      .row = GAZ_TEXT("地点：", NULL),
      .nth = 1,
      .was = GAZ_TEXT("地点：甲", NULL),
      .is = GAZ_TEXT("地点：乙", NULL)},
     "中文文本“地点”一项：由“地点：甲”改为“地点：乙”",
     "Chinese text, entry “地点”: was “地点：甲”, is “地点：乙”"},
    {{.kind = GAZ_DIFFERS_ADDED,
      .what = "annex",
      .language = GAZ_LANGUAGES,
      .is = GAZ_TEXT("附件2 名单", "Annex 2 List")},
     "附件：增加“附件2 名单”",
     "annex: added, “Annex 2 List”"},
    {{.kind = GAZ_DIFFERS_RENUMBERED,
      .what = "table",
      .language = GAZ_LANGUAGES,
      .table_code = "windows",
      .table = GAZ_TEXT("时间", "Periods")},
     "“时间”表：序号相应调整",
     "table “Periods”: running numbers adjusted accordingly"},
};

START_TEST(a_sentence_in_both_languages)
{
    GazText words = gaz_difference_words(glossary, arena, &told[_i].difference);

    ck_assert_str_eq(words.in[GAZ_ZH], told[_i].zh);
    ck_assert_str_eq(words.in[GAZ_EN], told[_i].en);
}
END_TEST

START_TEST(every_kind_of_place_has_words)
{
    GazReport *report = gaz_report_new();

    for (unsigned i = 0; gaz_difference_whats[i] != NULL; i++) {
        GazDifference difference = {
            .what = gaz_difference_whats[i], .is = GAZ_TEXT("甲", "A"), .was = GAZ_TEXT("乙", "B")};

        for (difference.kind = 0; difference.kind < GAZ_DIFFERENCE_KINDS; difference.kind++)
            gaz_difference_words(glossary, arena, &difference);
    }
    ck_assert(gaz_glossary_complain(glossary, report));
    gaz_report_free(report);
}
END_TEST

START_TEST(long_texts_are_quoted_where_they_differ)
{
    const char *was = "各有关企业要严格按照本方案确定的时间停窑，采暖季停窑120天，停窑期间不得以任何理由启动"
                      "回转窑或者烘窑，并按时上报停窑情况。";
    const char *is = "各有关企业要严格按照本方案确定的时间停窑，采暖季停窑121天，停窑期间不得以任何理由启动回"
                     "转窑或者烘窑，并按时上报停窑情况。";
    const char *english =
        "Every enterprise shall stop its kilns at the times laid down in this plan for 120 days in all.";
    const char *changed =
        "Every enterprise shall stop its kilns at the times laid down in this plan for 121 days in all.";

    const char *far =
        "上述各项依据鲁工信原〔2021〕212号、鲁环发〔2021〕30号、鲁协字〔2021〕5号、鲁价字〔2021〕6"
        "号、鲁监字〔2021〕77号、鲁交字〔2021〕8号等文件执行。";
    const char *further =
        "上述各项依据鲁工信原〔2021〕212号、鲁环发〔2021〕31号、鲁协字〔2021〕5号、鲁价字〔2021〕6"
        "号、鲁监字〔2021〕77号、鲁交字〔2021〕8号等文件执行。";

    ck_assert_str_eq(
        gaz_difference_excerpt(arena, was, is, GAZ_ZH),
        "各有关企业要严格按照本方案确定的时间停窑，采暖季停窑120天，停窑期间不得以任何理由启动回转窑"
        "或者烘窑，……");
    ck_assert_str_eq(gaz_difference_excerpt(arena, english, changed, GAZ_EN),
                     "…down in this plan for 120 days in all.");
    ck_assert_str_eq(gaz_difference_excerpt(arena, far, further, GAZ_ZH),
                     "……212号、鲁环发〔2021〕30号、鲁协字〔2021〕5号、……");
    ck_assert_str_eq(gaz_difference_excerpt(arena, "短", "长", GAZ_ZH), "短");
}
END_TEST

static Suite *difference_suite(void)
{
    Suite *suite = suite_create("difference");
    TCase *tests = tcase_create("difference");

    tcase_add_unchecked_fixture(tests, open_glossary, close_glossary);
    tcase_add_loop_test(tests, a_sentence_in_both_languages, 0, G_N_ELEMENTS(told));
    tcase_add_test(tests, every_kind_of_place_has_words);
    tcase_add_test(tests, long_texts_are_quoted_where_they_differ);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(difference_suite());
}
