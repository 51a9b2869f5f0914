/* test_titles.c - where titles are broken (GB/T 9704 7.3.1): by sense, no word and no number cut, lines that
 * form a trapezium or a rhombus. */
#include "../support/suite.h"
#include "layout/title.h"
#include <check.h>
#include <glib.h>

enum { MEASURE = 20 }; /* [字] of size 2 on 156 mm */

static const struct {
    const char *title, *lines; /* with / between them */
} titles[] = {
    {"水泥错峰生产约谈通知书", "水泥错峰生产约谈通知书"},
    {"甘肃省2016—2017年水泥错峰生产方案", "甘肃省2016—2017年水泥错峰生产方案"}, /* figures take half */
    {"山东省工业和信息化厅 山东省生态环境厅 关于严格落实水泥常态化错峰生产的通知",
     "山东省工业和信息化厅 山东省生态环境厅/关于严格落实水泥常态化错峰生产的通知"},
    {"关于公布2021—2022年采暖季水泥熟料企业错峰生产实施方案的通知",
     "关于公布2021—2022年采暖季/水泥熟料企业错峰生产实施方案的通知"},
    {"关于2021—2022年采暖季水泥熟料企业错峰生产实施方案（征求意见稿）的公示",
     "关于2021—2022年采暖季水泥熟料企业/错峰生产实施方案（征求意见稿）的公示"},
    {"关于滕州祎石水泥有限公司等3家企业未按规定执行错峰生产情况的通报",
     "关于滕州祎石水泥有限公司等3家企业/未按规定执行错峰生产情况的通报"},
    {"关于撤销《关于威海屿砾水泥有限公司未按规定执行错峰生产情况的通报》的公告",
     "关于撤销《关于威海屿砾水泥有限公司/未按规定执行错峰生产情况的通报》的公告"},
    {"关于《关于滕州祎石水泥有限公司等3家企业未按规定执行错峰生产情况的通报》的更正公告",
     "关于《关于滕州祎石水泥/有限公司等3家企业未按规定执行/错峰生产情况的通报》的更正公告"}, /* no 《 ends a
                                                                                                line */
    {"山东省工业和信息化厅 山东省生态环境厅 "
     "关于撤销《关于威海屿砾水泥有限公司未按规定执行错峰生产情况的通报》的公告",
     "山东省工业和信息化厅 "
     "山东省生态环境厅/关于撤销《关于威海屿砾水泥有限公司/未按规定执行错峰生产情况的通报》的公告"},
    {"产能不得作为产能置换指标交易的水泥熟料生产线名单", "产能不得作为产能置换指标交易的/水泥熟料生产线名单"},
};

START_TEST(broken_by_sense)
{
    g_auto(GStrv) lines = gaz_title_break(titles[_i].title, MEASURE);
    g_autofree char *found = g_strjoinv("/", lines);

    ck_assert_str_eq(found, titles[_i].lines);
}
END_TEST

/* Whatever the title: nothing is lost, no line is too long, and no line begins or ends where none may. */
START_TEST(nothing_is_lost)
{
    for (unsigned most = 4; most <= 30; most++) {
        g_auto(GStrv) lines = gaz_title_break(titles[_i].title, most);
        g_autofree char *found = g_strjoinv("", lines), *wanted = g_strdup(titles[_i].title);
        g_autoptr(GString) one = g_string_new(found), two = g_string_new(wanted);

        g_string_replace(one, " ", "", 0);
        g_string_replace(two, " ", "", 0);
        ck_assert_str_eq(one->str, two->str);
        for (unsigned i = 0; most >= 12 && lines[i] != NULL; i++)
            ck_assert_msg(g_utf8_strchr("的、，》）—年", -1, g_utf8_get_char(lines[i])) == NULL,
                          "at %u a line begins so: %s", most, lines[i]);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("titles");
    TCase *tests = tcase_create("titles");

    tcase_add_loop_test(tests, broken_by_sense, 0, G_N_ELEMENTS(titles));
    tcase_add_loop_test(tests, nothing_is_lost, 0, G_N_ELEMENTS(titles));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
