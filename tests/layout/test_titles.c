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
     "关于《关于滕州祎石水泥有限公司等3家企业/未按规定执行错峰生产情况的/通报》的更正公告"}, /* none stands
                                                                                                alone */
    {"山东省工业和信息化厅 山东省生态环境厅 "
     "关于《关于滕州祎石水泥有限公司等3家企业未按规定执行错峰生产情况的通报》的"
     "更正公告",
     "山东省工业和信息化厅 "
     "山东省生态环境厅/关于《关于滕州祎石水泥有限公司等3家企业/未按规定执行错峰生产情况的/"
     "通报》的更正公告"},
    {"山东省工业和信息化厅 山东省生态环境厅 "
     "关于撤销《关于威海屿砾水泥有限公司未按规定执行错峰生产情况的通报》的公告",
     "山东省工业和信息化厅 "
     "山东省生态环境厅/关于撤销《关于威海屿砾水泥有限公司/未按规定执行错峰生产/情况的通报》的公告"},
    {"山东省工业和信息化厅 山东省生态环境厅 关于公布山东省2021年度水泥熟料生产线清单的通知",
     "山东省工业和信息化厅 山东省生态环境厅/关于公布山东省2021年度水泥熟料/生产线清单的通知"},
    {"山东省工业和信息化厅 山东省生态环境厅 关于《关于公布山东省2022年度水泥熟料生产线清单的通知》的更正公告",
     "山东省工业和信息化厅 "
     "山东省生态环境厅/关于《关于公布山东省2022年度水泥熟料/生产线清单的通知》的更正公告"},
    {"山东省工业和信息化厅 山东省生态环境厅 关于枣庄苍砥水泥有限公司未按规定执行错峰生产情况的通报",
     "山东省工业和信息化厅 山东省生态环境厅/关于枣庄苍砥水泥有限公司未按规定执行/错峰生产情况的通报"},
    {"关于公布2021—2022年采暖季承担特殊任务水泥熟料生产线错峰生产安排的通知",
     "关于公布2021—2022年采暖季承担特殊任务/水泥熟料生产线错峰生产安排的通知"},
    {"关于山东省2021年度水泥错峰生产执行情况的报告", "关于山东省2021年度/水泥错峰生产执行情况的报告"},
    {"山西省经济和信息化委员会、山西省环境保护厅（示例）山西省2018年夏季水泥错峰生产通知",
     "山西省经济和信息化委员会、/山西省环境保护厅（示例）/山西省2018年夏季/水泥错峰生产通知"},
    {"示范省工业和信息化厅 示范省生态环境厅 关于公布示范省2025年度水泥行业错峰置换工作安排的通知",
     "示范省工业和信息化厅 示范省生态环境厅/关于公布示范省2025年度水泥行业/错峰置换工作安排的通知"},
    {"山东省水泥熟料生产线错峰生产停窑天数核算办法和操作规程第1部分", /* no word is torn */
     "山东省水泥熟料生产线错峰生产/停窑天数核算办法和操作规程第1部分"},
    /* Those who issue it stay whole, whatever the shape. */
    {"内蒙古自治区工业和信息化厅 内蒙古自治区生态环境厅 关于公布内蒙古自治区2021年度水泥熟料生产线清单的通知",
     "内蒙古自治区工业和信息化厅/内蒙古自治区生态环境厅/关于公布内蒙古自治区2021年度/"
     "水泥熟料生产线清单的通知"},
    {"重庆市经济和信息化委员会 重庆市生态环境局 关于公布重庆市2022年度水泥熟料生产线清单的通知",
     "重庆市经济和信息化委员会/重庆市生态环境局/关于公布重庆市2022年度/水泥熟料生产线清单的通知"},
    {"新疆生产建设兵团工业和信息化局 新疆生产建设兵团生态环境局 "
     "关于公布新疆生产建设兵团2022年度水泥熟料生产线清单的通知",
     "新疆生产建设兵团工业和信息化局/新疆生产建设兵团生态环境局/关于公布新疆生产建设兵团2022年度/"
     "水泥熟料生产线清单的通知"},
    {"产能不得作为产能置换指标交易的水泥熟料生产线名单", "产能不得作为产能置换指标交易的/水泥熟料生产线名单"},
};

START_TEST(broken_by_sense)
{
    g_auto(GStrv) lines = gaz_title_break(titles[_i].title, MEASURE);
    g_autofree char *found = g_strjoinv("/", lines);

    ck_assert_str_eq(found, titles[_i].lines);
}
END_TEST

/* As the lines are seen: a figure takes a little more than half of what a Han letter takes. */
static double width_of(const char *line)
{
    double width = 0;

    for (; *line != '\0'; line = g_utf8_next_char(line))
        width += g_utf8_get_char(line) >= 0x80 ? 1 : *line == ' ' ? 0.25 : 0.56;
    return width;
}

/* The first line that its issuers' names don't fill: where one line can't hold them, each is as long as it
 * is. */
static unsigned first_line(const GStrv lines)
{
    for (unsigned i = 2; i < g_strv_length(lines); i++)
        if (g_str_has_prefix(lines[i], "关于") && width_of(lines[0]) + width_of(lines[1]) + 0.25 > MEASURE)
            return i;
    return 0;
}

/* No line is narrower than one above it and one below it. */
START_TEST(no_hourglass)
{
    g_auto(GStrv) lines = gaz_title_break(titles[_i].title, MEASURE);
    unsigned first = first_line(lines);

    for (unsigned i = first; lines[i] != NULL; i++) {
        double above = 0, below = 0, own = width_of(lines[i]);

        for (unsigned k = first; lines[k] != NULL; k++) {
            if (k < i)
                above = MAX(above, width_of(lines[k]));
            else if (k > i)
                below = MAX(below, width_of(lines[k]));
        }
        ck_assert_msg(MIN(above, below) < own + 0.4, "%.1f, %.1f, %.1f: %s", above, own, below, lines[i]);
    }
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
    tcase_add_loop_test(tests, no_hourglass, 0, G_N_ELEMENTS(titles));
    tcase_add_loop_test(tests, nothing_is_lost, 0, G_N_ELEMENTS(titles));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
