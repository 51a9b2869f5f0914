/* test_compare.c - two trees are compared, and every difference is told in a reader's terms. */
#include "../support/suite.h"
#include "document/compare.h"
#include <check.h>
#include <libxml/parser.h>
#include <stdbool.h>
#include <string.h>

/* Something of everything that is compared. */
static const char sample[] =
    "<document id='d' kind='plan' form='official' number='鲁工信原〔2021〕1号' date='2021-10-12' "
    "on-website='yes'>"
    "<title><zh>方案</zh><en>Plan</en></title><brief><zh>简</zh><en>Brief</en></brief>"
    "<body lang='zh-CN'><title><run>方案</run></title>"
    "<paragraph><run>第一段，</run><run strong='yes'>停窑120天</run><run>。</run></paragraph>"
    "<heading number='一、' level='1'><run>安排</run></heading>"
    "<paragraph><run>甲段落讲时间。</run></paragraph><paragraph><run>乙段落讲监督。</run></paragraph>"
    "<list number='1'><item><paragraph><run>第一项</run></paragraph></item></list>"
    "<facts><fact><run strong='yes'>地点：</run><run>济南</run></fact></facts>"
    "<date><run>2021年10月12日</run></date></body>"
    "<annexes><annex id='annex-1' number='1'><heading number='附件1' level='0'><run>时间表</run></heading>"
    "<heading lang='en' number='Annex 1' level='0'><run>Timetable</run></heading>"
    "<table code='windows'><caption><zh>时间</zh><en>Periods</en></caption>"
    "<column code='number' align='centre' weight='6'><heading><zh>序号</zh><en>No.</en></heading></column>"
    "<column code='line' align='start' weight='2' "
    "row-header='yes'><heading><zh>生产线</zh><en>Line</en></heading></column>"
    "<column code='days' align='decimal' weight='4'><heading><zh>天数</zh><en>Days</en></heading></column>"
    "<group><cell><zh>济南市</zh><en>Jinan</en></cell></group>"
    "<row id='L-1'><cell><zh>1</zh></cell><cell><zh>一号</zh><en>No. "
    "1</en></cell><cell><zh>120</zh></cell></row>"
    "<row id='L-2'><cell><zh>2</zh></cell><cell><zh>二号</zh><en>No. "
    "2</en></cell><cell><zh>130</zh></cell></row>"
    "<row id='L-3'><cell><zh>3</zh></cell><cell><zh>三号</zh><en>No. "
    "3</en></cell><cell><zh>140</zh></cell></row>"
    "<total><cell/><cell><zh>合计</zh><en>Total</en></cell><cell><zh>390</zh></cell></total></table>"
    "<figure kind='calendar' from='2021-11-01' to='2022-03-31'><caption><zh>图</zh><en>Figure</en></caption>"
    "<alternative><zh>说明</zh><en>In words</en></alternative>"
    "<row><label><zh>一号</zh><en>No. 1</en></label><bar style='planned' start='27000000' "
    "end='27001440'/></row></figure>"
    "</annex></annexes>"
    "<imprint lang='zh-CN'><copies><run>抄送：</run><run>协会</run></copies></imprint>"
    "<body "
    "lang='en'><title><run>Plan</run></title><paragraph><run>First.</run></paragraph></body></document>";

static xmlDocPtr parsed(const char *text)
{
    xmlDocPtr tree = xmlReadMemory(text, (int)strlen(text), "sample.xml", NULL, XML_PARSE_NONET);

    ck_assert_ptr_nonnull(tree);
    return tree;
}

/* The comparison of the sample with itself, `before` replaced by `after` in the new one. Yours. */
static GazComparison *compare_edited(const char *before, const char *after)
{
    g_autoptr(GString) text = g_string_new(sample);
    xmlDocPtr was = parsed(sample), is;
    GazComparison *comparison;

    ck_assert_msg(g_string_replace(text, before, after, 1) == 1, "the sample has no \"%s\"", before);
    is = parsed(text->str);
    comparison = gaz_compare(xmlDocGetRootElement(was), xmlDocGetRootElement(is));
    xmlFreeDoc(was);
    xmlFreeDoc(is);
    return comparison;
}

/* One word a difference, for the table below: "changed cell 1/2 一号: 天数: 120 > 121". */
static char *told(const GazComparison *comparison)
{
    const GPtrArray *differences = gaz_comparison_differences(comparison);
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < differences->len; i++) {
        const GazDifference *each = differences->pdata[i];
        GazLanguage language = each->language == GAZ_EN ? GAZ_EN : GAZ_ZH;
        const char *parts[] = {each->annex.in[language],  each->under,
                               each->table.in[language],  each->row.in[language],
                               each->column.in[language], each->was.in[language],
                               each->is.in[language]};

        g_string_append_printf(text, "%s%s %s", i == 0 ? "" : "; ", gaz_difference_kind_code(each->kind),
                               each->what);
        if (each->nth > 0)
            g_string_append_printf(text, " %u", each->nth);
        for (unsigned part = 0; part < G_N_ELEMENTS(parts); part++)
            g_string_append_printf(text, "|%s", parts[part] == NULL ? "" : parts[part]);
    }
    return g_string_free(text, FALSE);
}

static const struct {
    const char *name, *before, *after, *told;
} edits[] = {
    {"nothing", "<run>第一段，</run>", "<run>第一段，</run>", ""},
    {"the cut into runs is no difference", "<run>第一段，</run>", "<run>第一</run><run>段，</run>", ""},
    {"style is no difference", "<run strong='yes'>停", "<run emphasis='yes' link='#x'>停", ""},
    {"weight is no difference", "weight='6'", "weight='1'", ""},
    {"a figure in a paragraph", "停窑120天", "停窑121天",
     "changed paragraph 1||||||第一段，停窑120天。|第一段，停窑121天。"},
    {"under a heading, counted", "乙段落讲监督。", "乙段落讲监督检查。",
     "changed paragraph 2||安排||||乙段落讲监督。|乙段落讲监督检查。"},
    {"a heading's number", "number='一、'", "number='二、'", "changed heading||||||一、安排|二、安排"},
    {"a paragraph removed", "<paragraph><run>乙段落讲监督。</run></paragraph>", "",
     "removed paragraph 2||安排||||乙段落讲监督。|"},
    {"a paragraph added", "<paragraph><run>乙段",
     "<paragraph><run>丙：新增加的一段。</run></paragraph><paragraph><run>乙段",
     "added paragraph 2||安排|||||丙：新增加的一段。"},
    {"two paragraphs in another order",
     "<paragraph><run>甲段落讲时间。</run></paragraph><paragraph><run>乙段落讲监督。</run></paragraph>",
     "<paragraph><run>乙段落讲监督。</run></paragraph><paragraph><run>甲段落讲时间。</run></paragraph>",
     "moved paragraph 2||安排|||||甲段落讲时间。"},
    {"a list's item", "第一项", "第壹项", "changed item 1||安排||||第一项|第壹项"},
    {"a list's number", "<list number='1'>", "<list number='2'>",
     "added item 1||安排|||||第一项; removed item 1||安排||||第一项|"},
    {"a fact", "济南</run>", "济宁</run>", "changed fact 1||安排||地点：||地点：济南|地点：济宁"},
    {"a cell", "<zh>120</zh>", "<zh>121</zh>", "changed cell|附件1 时间表||时间|一号|天数|120|121"},
    {"a cell emptied", "<cell><zh>120</zh></cell>", "<cell/>",
     "changed cell|附件1 时间表||时间|一号|天数|120|"},
    {"a cell's English", "<en>No. 2</en></cell>", "<en>Kiln 2</en></cell>",
     "changed cell|附件1 时间表||时间|二号|生产线|二号|二号"},
    {"a group", "济南市", "济宁市",
     "removed group|附件1 时间表||时间|济南市||济南市|; added group|附件1 时间表||时间|济宁市|||济宁市"},
    {"a total", "<zh>390</zh>", "<zh>391</zh>", "changed cell|附件1 时间表||时间|合计|天数|390|391"},
    {"a running number alone", "<row id='L-2'><cell><zh>2</zh>", "<row id='L-2'><cell><zh>5</zh>",
     "changed cell|附件1 时间表||时间|二号|序号|2|5"},
    {"a column's heading", "<zh>天数</zh>", "<zh>日数</zh>",
     "changed column|附件1 时间表||时间||日数|天数|日数"},
    {"a caption", "<zh>时间</zh>", "<zh>时段</zh>", "changed caption|附件1 时间表||时段|||时间|时段"},
    {"a bar", "end='27001440'", "end='27002880'",
     "changed bars|附件1 时间表||图|一号||planned 2021-05-03T00:00/2021-05-04T00:00|planned "
     "2021-05-03T00:00/2021-05-05T00:00"},
    {"a bar on no day", "end='27001440'", "end='9223372036854775807'",
     "changed bars|附件1 时间表||图|一号||planned 2021-05-03T00:00/2021-05-04T00:00|planned "
     "2021-05-03T00:00/9223372036854775807"},
    {"an axis", "to='2022-03-31'", "to='2022-04-30'",
     "changed period|附件1 时间表||图|||2022-03-31|2022-04-30"},
    {"an annex's title", "<run>时间表</run>", "<run>停窑时间表</run>",
     "changed heading|附件1 停窑时间表|||||附件1时间表|附件1停窑时间表"},
    {"the imprint", "协会", "学会", "changed copies 1||||||抄送：协会|抄送：学会"},
    {"the English text", "First.", "The first.", "changed paragraph 1||||||First.|The first."},
    {"the head's number", "〔2021〕1号", "〔2021〕2号",
     "changed number||||||鲁工信原〔2021〕1号|鲁工信原〔2021〕2号"},
    {"the head's text", "<zh>简</zh>", "<zh>简述</zh>", "changed brief||||||简|简述"},
    {"the title, told once", "<run>方案</run>", "<run>新方案</run>", "changed title 1||||||方案|新方案"},
};

START_TEST(differences_in_a_readers_terms)
{
    g_autoptr(GazComparison) comparison = compare_edited(edits[_i].before, edits[_i].after);
    g_autofree char *got = told(comparison);

    ck_assert_msg(strcmp(got, edits[_i].told) == 0, "%s:\ngot      %s\nexpected %s", edits[_i].name, got,
                  edits[_i].told);
}
END_TEST

START_TEST(rows_come_and_go_by_their_keys)
{
    g_autoptr(GazComparison) comparison =
        compare_edited("<row id='L-1'><cell><zh>1</zh></cell><cell><zh>一号</zh><en>No. "
                       "1</en></cell><cell><zh>120</zh></cell></row>"
                       "<row id='L-2'><cell><zh>2</zh>",
                       "<row id='L-2'><cell><zh>1</zh>");
    g_autofree char *got = told(comparison);

    ck_assert_str_eq(got,
                     "removed row|附件1 时间表||时间|一号||一号|; renumbered table|附件1 时间表||时间||||");
}
END_TEST

/* Every text, and every attribute that is read, is compared: none can change unseen. */
START_TEST(no_text_can_change_unseen)
{
    static const char *const read[] = {"number", "date", "from", "to", "start", "end", "style"};
    xmlDocPtr was = parsed(sample), is = parsed(sample);
    xmlNode *root = xmlDocGetRootElement(is), *node = root;
    unsigned texts = 0;

    while (node != NULL) {
        for (unsigned i = 0; node->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS(read); i++) {
            xmlChar *value = xmlGetNoNsProp(node, BAD_CAST read[i]);
            g_autoptr(GazComparison) comparison = NULL;

            if (value == NULL || strcmp((const char *)node->name, "annex") == 0) { /* its heading says it */
                xmlFree(value);
                continue;
            }
            xmlSetProp(node, BAD_CAST read[i], BAD_CAST "7");
            comparison = gaz_compare(xmlDocGetRootElement(was), root);
            ck_assert_msg(gaz_comparison_differences(comparison)->len > 0, "%s/@%s", node->name, read[i]);
            xmlSetProp(node, BAD_CAST read[i], value);
            xmlFree(value);
        }
        if (node->type == XML_TEXT_NODE) {
            g_autoptr(GazComparison) comparison = NULL;
            xmlChar *value = xmlNodeGetContent(node);

            xmlNodeSetContent(node, BAD_CAST "改");
            comparison = gaz_compare(xmlDocGetRootElement(was), root);
            ck_assert_msg(gaz_comparison_differences(comparison)->len > 0, "%s: %s", node->parent->name,
                          value);
            xmlNodeSetContent(node, value);
            xmlFree(value);
            texts++;
        }
        if (node->children != NULL && node->type == XML_ELEMENT_NODE) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == NULL)
            node = node->parent;
        node = node == root ? NULL : node->next;
    }
    ck_assert_uint_gt(texts, 40);
    xmlFreeDoc(was);
    xmlFreeDoc(is);
}
END_TEST

/* A document of `count` paragraphs and rows, every one of them worded by `word`. */
static xmlDocPtr grown(unsigned count, const char *word)
{
    g_autoptr(GString) text = g_string_new("<document><body lang='zh-CN'>");

    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(text, "<paragraph><run>%s%u</run></paragraph>", word, i);
    g_string_append(text, "<table code='t'><column code='a' row-header='yes'/><column code='b'/>");
    for (unsigned i = 0; i < count; i++)
        g_string_append_printf(text, "<row><cell><zh>%u</zh></cell><cell><zh>%s</zh></cell></row>", i, word);
    g_string_append(text, "</table></body></document>");
    return parsed(text->str);
}

static unsigned steps_for(unsigned count)
{
    xmlDocPtr was = grown(count, "甲"), is = grown(count, "乙");
    g_autoptr(GazComparison) comparison = gaz_compare(xmlDocGetRootElement(was), xmlDocGetRootElement(is));
    unsigned steps = gaz_comparison_steps(comparison);

    xmlFreeDoc(was);
    xmlFreeDoc(is);
    return steps;
}

/* Where nothing is equal, a comparison of each with each would take four times the work. */
START_TEST(work_grows_as_the_trees_do)
{
    unsigned once = steps_for(2000), twice = steps_for(4000);

    ck_assert_msg(twice < 3 * once, "%u steps for 2,000 blocks and rows, %u for 4,000", once, twice);
}
END_TEST

static Suite *compare_suite(void)
{
    Suite *suite = suite_create("compare");
    TCase *tests = tcase_create("compare");

    tcase_add_loop_test(tests, differences_in_a_readers_terms, 0, G_N_ELEMENTS(edits));
    tcase_add_test(tests, rows_come_and_go_by_their_keys);
    tcase_add_test(tests, no_text_can_change_unseen);
    tcase_add_test(tests, work_grows_as_the_trees_do);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(compare_suite());
}
