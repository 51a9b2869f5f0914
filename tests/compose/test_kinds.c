/* test_kinds.c - each kind of notice composed from a small data folder and from the demonstration: its shape
 * by document.rng, and the facts it must and must not tell. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "compose/wording.h"
#include "composed.h"
#include <libxml/relaxng.h>
#include <stdlib.h>

static void check_shape(xmlRelaxNGValidCtxtPtr valid, const GazDocument *document)
{
    xmlDocPtr tree = gaz_document_to_xml(document);

    ck_assert_ptr_nonnull(tree);
    ck_assert_msg(xmlRelaxNGValidateDoc(valid, tree) == 0, "%s doesn't fit document.rng", document->id);
    xmlFreeDoc(tree);
}

/* Every notice and page of `folder`. */
static void check_folder(const char *folder)
{
    Composed composed = composed_open(folder, "2022-12-31");
    g_autofree const char **ids = composed_ids(&composed);
    xmlRelaxNGParserCtxtPtr parser = xmlRelaxNGNewParserCtxt("tests/compose/document.rng");
    xmlRelaxNGPtr schema = xmlRelaxNGParse(parser);
    xmlRelaxNGValidCtxtPtr valid = xmlRelaxNGNewValidCtxt(schema);

    ck_assert_ptr_nonnull(schema);
    for (unsigned i = 0; ids[i] != NULL; i++) {
        g_autoptr(GazDocument) document = composed_document(&composed, ids[i]);

        check_shape(valid, document);
    }
    xmlRelaxNGFreeValidCtxt(valid);
    xmlRelaxNGFree(schema);
    xmlRelaxNGFreeParserCtxt(parser);
    composed_close(&composed);
}

/* Whether its longer words begin with capitals: in a title, of, and, in the and the like don't. */
static bool is_in_title_case(const char *title)
{
    return !g_regex_match_simple("\\b[a-z][A-Za-z]{4,}\\b", title, 0, 0);
}

/* Titles of annexes come from the templates and from the data: side by side in a list they are of one case.
 */
START_TEST(annex_titles_are_of_one_case)
{
    Composed composed = composed_open(SHANDONG, "2024-04-30");
    g_autofree const char **ids = composed_ids(&composed);
    unsigned annexes = 0;

    for (unsigned i = 0; ids[i] != NULL; i++) {
        g_autoptr(GazDocument) document = composed_document(&composed, ids[i]);

        for (const GazNode *node = document->annexes; node != NULL;
             node = gaz_node_next(node, document->annexes)) {
            if (node->kind != GAZ_NODE_HEADING || node->level != 0 || node->language != GAZ_EN)
                continue;
            ck_assert_msg(is_in_title_case(node->runs->text), "%s: %s", document->id, node->runs->text);
            annexes++;
        }
    }
    ck_assert_uint_gt(annexes, 5);
    composed_close(&composed);
}
END_TEST

START_TEST(small_folder_fits_the_schema)
{
    check_folder(SMALL);
}
END_TEST

START_TEST(demonstration_fits_the_schema)
{
    check_folder(SHANDONG);
}
END_TEST

/* A copy of the small folder for a region that has the nation's rules alone, in two of its cities. Yours:
 * data_folder_remove(). */
static char *national_folder(const char *region, const char *one, const char *other)
{
    g_autofree char *named = g_strdup_printf("region=\"%s\"", region), *first = g_strconcat(",", one, NULL),
                    *second = g_strconcat(",", other, NULL);
    const char *const changes[][2] = {{"region=\"SD\"", named},
                                      {",370100", first},
                                      {",370400", second},
                                      {"counting=\"shandong\"", "counting=\"inclusive\""},
                                      {"kind=\"industry\"", "kind=\"other\""},
                                      {"kind=\"ecology\"", "kind=\"other\""}};
    static const char *const files[] = {"publication.xml", "enterprises.csv", "plan.csv", "channels.csv"};
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *command = g_strdup_printf("cp -r %s/. %s", SMALL, folder);

    ck_assert(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    for (unsigned i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *path = g_build_filename(folder, files[i], NULL);
        g_autofree char *text = NULL;
        g_autoptr(GString) changed = NULL;

        ck_assert(g_file_get_contents(path, &text, NULL, NULL));
        changed = g_string_new(text);
        for (unsigned k = 0; k < G_N_ELEMENTS(changes); k++)
            g_string_replace(changed, changes[k][0], changes[k][1], 0);
        data_folder_write(folder, files[i], changed->str, -1);
    }
    return folder;
}

/* No wording may lean on a rule that only some provinces have, nor on authorities that a folder needn't name.
 */
START_TEST(national_rules_alone_suffice)
{
    char *folder = national_folder("SC", "510100", "510400");

    check_folder(folder);
    data_folder_remove(folder);
}
END_TEST

static char *xml_of(Composed *composed, const char *id)
{
    g_autoptr(GazDocument) document = composed_document(composed, id);
    xmlDocPtr tree = gaz_document_to_xml(document);
    xmlChar *bytes = NULL;
    int size = 0;
    char *text;

    xmlDocDumpMemory(tree, &bytes, &size);
    text = g_strndup((const char *)bytes, (gsize)size);
    xmlFree(bytes);
    xmlFreeDoc(tree);
    return text;
}

/* How regions of each kind call themselves and their cities, in a list and a summary of theirs. */
static const struct {
    const char *region, *cities[2], *words[14];
} called[] = {
    {"SC",
     {"510100", "513200"},
     {"对全省水泥", "2个市州", "按市州排列", "各市州小计和全省合计", "各市州水泥错峰生产天数",
      "in the province", "by city or prefecture", "in 2 cities and prefectures",
      "Off-Peak Days by City or Prefecture"}},
    {"NM",
     {"150100", "152500"},
     {"对全区水泥", "各盟市小计和全区合计", "分盟市情况", "each city or league", ">City or League<", "|盟市|",
      "in the autonomous region", "!全省", "!各市", "!设区的市", "!the province", "!municipal departments"}},
    {"CQ",
     {"500101", "500229"},
     {"对全市水泥", "各区县小计和全市合计", "2个区县", "districts and counties of the municipality", "!全省",
      "!各市", "!the province", "!设区的市"}},
    {"XJ", {"650100", "652300"}, {"对全区水泥", "各地州市", "by prefecture or city", "!全省", "!各市"}},
    {"BT", {"659001", "659004"}, {"对全兵团水泥", "各师市小计和全兵团合计", "total for the Corps", "!全省"}},
    {"GX", {"450100", "450300"}, {"对全区水泥", "各市小计和全区合计", ">City<", "|设区的市|", "!全省"}},
};

/* Its words in both languages, what its tables of cities head them with, and its tree. */
static void add_all(GString *all, Composed *composed, const char *id)
{
    g_autoptr(GazDocument) document = composed_document(composed, id);
    g_autofree char *tree = xml_of(composed, id);
    const GazGrid *sums = composed_table(document, "by-city");

    g_string_append(all, tree);
    if (sums != NULL)
        g_string_append_printf(all, "|%s|", sums->columns[0].heading.in[GAZ_ZH]);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        g_autofree char *words = composed_words(document, language);

        g_string_append(all, words);
    }
}

START_TEST(a_region_is_called_what_it_is)
{
    char *folder = national_folder(called[_i].region, called[_i].cities[0], called[_i].cities[1]);
    Composed composed = composed_open(folder, "2022-12-31");
    g_autoptr(GString) all = g_string_new(NULL);

    add_all(all, &composed, "list");
    add_all(all, &composed, "summary");
    for (unsigned i = 0; i < G_N_ELEMENTS(called[_i].words) && called[_i].words[i] != NULL; i++) {
        const char *wanted = called[_i].words[i];
        bool forbidden = wanted[0] == '!';

        ck_assert_msg((strstr(all->str, wanted + forbidden) != NULL) != forbidden, "%s: %s",
                      called[_i].region, wanted);
    }
    composed_close(&composed);
    data_folder_remove(folder);
}
END_TEST

/* The real notice, with the national one that it carries whole. */
START_TEST(notice_212_fits_the_schema)
{
    check_folder("data/notice-212");
}
END_TEST

START_TEST(same_input_gives_the_same_bytes)
{
    Composed first = composed_open(SHANDONG, "2022-12-31"), second = composed_open(SHANDONG, "2022-12-31");
    g_autofree const char **ids = composed_ids(&first);

    for (unsigned i = 0; ids[i] != NULL; i++) {
        g_autofree char *one = xml_of(&first, ids[i]), *two = xml_of(&second, ids[i]);

        ck_assert_str_eq(one, two);
    }
    composed_close(&first);
    composed_close(&second);
}
END_TEST

/* What the words of one language of a document must hold, and must not ("!" before it). */
static const struct {
    const char *folder, *id;
    GazLanguage language;
    const char *words[12];
} told[] = {
    {SMALL,
     "draft",
     GAZ_ZH,
     {"2021年9月28日至2021年10月7日，共10天", "电子邮箱：plan@example.org", "不晚于10月15日正式公布",
      "特此公示。", "!2022年3月20日", "!各企业："}},
    {SMALL,
     "draft",
     GAZ_EN,
     {"28 September 2021 to 7 October 2021, 10 days in all", "in the 2021–2022 Heating Season",
      "no later than 15 October"}},
    {SMALL,
     "draft-summer",
     GAZ_EN,
     {"in Summer 2021", "Once revised, the plan will be published", "!at least 10 days", "!15 October"}},
    /* A notice rests on the law of its day: 212号 came on 28 September 2021, 201号 on 21 December 2020. */
    {SMALL, "plan-summer", GAZ_ZH, {"工信部联原〔2020〕201号", "!承担居民供暖", "!212号", "!不少于120天"}},
    /* Who makes days up is what the rules say: under the nation's alone, lines that heat homes. */
    {PRACTICE "jilin-2026",
     "plan-heating",
     GAZ_ZH,
     {"承担居民供暖任务的生产线，应当依据", "适当降低生产负荷", "!承担居民供暖、协同处置", "!公示程序"}},
    {PRACTICE "jilin-2026", "plan-monthly", GAZ_ZH, {"其余错峰生产时段见附件1", "!其余生产线"}},
    {PRACTICE "jilin-2026", "plan-monthly", GAZ_EN, {"(stoppage of 15 days within the period)"}},
    {SHANDONG,
     "plan-2021",
     GAZ_ZH,
     {"承担居民供暖、协同处置城市生活垃圾、协同处置危险废物、协同处置市政污泥、重点民生工程供应任务",
      "已履行公示程序", "经约谈督导后仍拒不执行的，依据鲁工信原〔2021〕212号第四部分予以公开曝光",
      "85条水泥熟料生产线", "除通过错峰置换参与的以外，安排停窑的生产线错峰生产时间最少131天",
      "《方案》涉及的生产线中，3条电石渣生产线通过错峰置换参与错峰生产，其自行停窑的天数", "!其中3条电石渣",
      "附件1另列不安排停窑的2条生产线"}},
    {SHANDONG,
     "plan-2021",
     GAZ_EN,
     {"Apart from those that take part by way of an off-peak swap, the lines for which a stoppage is planned "
      "shall "
      "shut down for at least 131 days",
      "!Of these lines"}},
    {PRACTICE "gansu-2016",
     "plan",
     GAZ_ZH,
     {"安排停窑的生产线，错峰生产时间均为90天", "!错峰置换参与的以外"}},
    {SHANDONG,
     "exposure-2021-01",
     GAZ_ZH,
     {"根据《工业和信息化部 生态环境部关于进一步做好水泥常态化错峰生产的通知》（工信部联原〔2020〕201号），",
      "工信部联原〔2020〕201号第六部分规定，对不开展错峰生产的企业公开曝光",
      "依据工信部联原〔2020〕201号第四部分，上述生产线", "!212号"}},
    {SHANDONG,
     "line-list-2024",
     GAZ_ZH,
     {"联系电话：0531-0000 0005", "移出生产线1条，名称、归属、产能、状态变更4项", "批准文件和原因见附件3"}},
    {SHANDONG,
     "line-list-2024",
     GAZ_EN,
     {"1 line removed; 4 changes of name, ownership, capacity or status", "in Annex 3"}},
    /* Of two telephones it is said which to call when; a place stands after a colon. */
    {SHANDONG,
     "exposure-2022-01",
     GAZ_ZH,
     {"电话0531-0000 0001（工作日8:30—12:00、13:30—17:30）；电话0531-0000 "
      "0002（节假日9:00—17:00）；传真0531-0000 0003；",
      "邮寄地址：济南市", "来访：济南市"}},
    {SHANDONG, "poster", GAZ_EN, {"0531-0000 0001 (working days", "0531-0000 0002 (public holidays"}},
    /* English counts in millions and thousands, and names what the Chinese names. */
    {SHANDONG,
     "special-task-2021",
     GAZ_EN,
     {"hazardous waste, 65,000 t a year", "80,000 t of cement", "!× 10",
      "by the Jinan Municipal Bureau of Industry and Information Technology and the Jinan Municipal Bureau "
      "of "
      "Ecology and Environment"}},
    {SHANDONG,
     "exposure-2022-01",
     GAZ_EN,
     {"Failure of Tengzhou Yishi Cement Co., Ltd. and 2 Other Clinker Enterprises", "Must shut down for"}},
    {SHANDONG, "objection-2022-01", GAZ_EN, {"the decision on 1 objection against", "!or appeal against"}},
    {SHANDONG, "objection-2022-01", GAZ_ZH, {"提出的1件异议的处理情况"}},
    {SHANDONG, "line-list-2022", GAZ_ZH, {"异议反映", "!公示和异议"}},
    {PRACTICE "xinjiang-2023", "plan", GAZ_EN, {"in the 2023–2024 Off-Peak Year"}},
    {PRACTICE "quxian-2020", "plan", GAZ_EN, {"in the 2020–2021 Winter and Spring"}},
    {PRACTICE "shanxi-2018",
     "plan",
     GAZ_EN,
     {"the Shanxi Provincial Commission of Economy and Information Technology "
      "and the Shanxi Provincial Department"}},
    /* An announcement goes to nobody in particular. */
    {SHANDONG, "correction-2022-01", GAZ_ZH, {"的更正公告", "!各市工业和信息化局"}},
    {"templates/starter", "line-list-2025", GAZ_ZH, {"关于公布山东省2025年度", "!示范省"}},
    /* What the records show after the season is no running on that day. */
    {SHANDONG,
     "exposure-2022-02",
     GAZ_ZH,
     {"2022年3月29日10时，潍坊市工业和信息化局、潍坊市生态环境局核对记录发现该生产线实际停窑天数少于应停天数",
      "!发现该生产线运行"}},
    {SHANDONG, "interview-2021-08", GAZ_ZH, {"补足少停的错峰生产时间", "!停止不符合"}},
    {SHANDONG, "interview-2021-08", GAZ_EN, {"make up the off-peak days", "!cease at once"}},
    {SHANDONG, "interview-2021-01", GAZ_ZH, {"停止不符合", "!补足少停"}},
    {SHANDONG, "exposure-2022-01", GAZ_ZH, {"鲁工信原〔2021〕212号第四部分规定，对不执行"}},
    {SHANDONG,
     "interview-2021-01",
     GAZ_EN,
     {"In accordance with Section 4 of the Notice of the Ministry", "exposed under Section 6 of 工信部联原",
      "!212号"}},
    {SHANDONG, "line-list-2021", GAZ_EN, {"Section 6 of 工信部联原", "!212号"}},
    {PRACTICE "xinjiang-2023", "plan", GAZ_ZH, {"《方案》涉及4个地州市、4家", "!4个市、"}},
    {PRACTICE "xinjiang-2023", "plan", GAZ_EN, {"in 4 prefectures and cities."}},
    {PRACTICE "gansu-2016", "plan", GAZ_ZH, {"为做好2016—2017年采暖季水泥错峰生产工作", "!201号", "!依据"}},
    {PRACTICE "gansu-2016", "plan", GAZ_EN, {"To organise off-peak production", "!201号", "!Gansu Plan"}},
    {PRACTICE "zibo-2017", "special-task", GAZ_ZH, {"!号）第", "!号第"}},
    {SMALL,
     "plan",
     GAZ_ZH,
     {"各企业：", "协〔2021〕9号",
      "2条生产线：由2021年11月15日至2022年3月15日（121天）调整为2021年11月15日至2022年3月20日（126天）",
      "丙水泥1号窑：取消2022年4月1日至2022年4月10日（10天）"}},
    {SMALL,
     "plan-summer",
     GAZ_EN,
     {"agreed on by the enterprises concerned", "!Every clinker line", "!publicly exposed",
      "4 clinker lines: 5 June 2021 to 24 June 2021 (20 days) changed to 10 June 2021 to 29 June 2021 (20 "
      "days)"}},
    {SMALL,
     "plan-summer",
     GAZ_ZH,
     {"最少20天，最多30天", "其余错峰生产时段见附件1", "附件1另列不安排停窑的1条生产线"}},
    {SMALL, "tasks", GAZ_ZH, {"规模380万平方米", "应到4票，同意3票，占75%", "同意的比例均超过三分之二"}},
    {SMALL,
     "tasks",
     GAZ_EN,
     {"with 3 votes in favour out of 4 eligible, or 75%", "3.8 million m²", "more than two thirds agreed"}},
    {SMALL,
     "interview",
     GAZ_ZH,
     {"约谈时间：2021年11月25日9时30分", "约谈地点：第一会议室", "整改应当于2021年12月1日前完成",
      "2021年11月16日10时20分，市工信局、市环保局核查发现该生产线运行（现场核查，证据编号：核〔2021〕1）",
      "!再次核查", "!拒不整改", "!少停"}},
    {SMALL,
     "interview",
     GAZ_EN,
     {"by the City Bureau of Industry and the City Bureau of Ecology (on-site inspection; evidence: "
      "核〔2021〕1)",
      "!found running again"}},
    {SMALL,
     "exposure",
     GAZ_ZH,
     {"省工信厅 省生态环境厅 关于", "各市工信局，省水泥行业协会：", "该企业仍拒不整改",
      "另案处罚情况：超标排放，罚款50,000元。", "企业陈述：“已停窑*<b>*”", "在2022年度水泥熟料生产线清单中",
      "线索来源：群众举报", "省生态环境厅：电话12369", "（此件公开发布）", "!再次核查", "!少停"}},
    {SMALL,
     "exposure",
     GAZ_EN,
     {"鲁工信原〔2021〕77号 (Document No. 77 [2021])", "after the interview it still refused",
      "City bureaus of industry; Cement Industry Association:", "DCS curves", "(For public release)",
      "!found running again"}},
    {SMALL,
     "list",
     GAZ_ZH,
     {"公告", "特此公告。", "《清单》自2022年3月1日至2022年3月15日公示，共15天", "在产4条、停产1条、在建1条",
      "1条水泥熟料生产线，在《清单》中予以注明", "!特此通知"}},
    {SMALL,
     "list",
     GAZ_EN,
     {"Announcement", "4 operating, 1 suspended and 1 under construction", "5.58 million tonnes"}},
    {SMALL, "list-clean", GAZ_ZH, {"2022年度没有应当在《清单》中注明", "附件2", "!公示，共"}},
    {SMALL,
     "summary",
     GAZ_ZH,
     {"好做法（甲<b>&{{line}}*水泥*）。做得好。", "坏做法。做得不好。", "报告", "置换停窑合计20天"}},
    {SHANDONG, "summary-2021", GAZ_EN, {"Report on the Execution", "Swapping days with a carbide-slag line"}},
    {SHANDONG, "exposure-2021-01", GAZ_ZH, {"!少停"}},
    {SHANDONG,
     "exposure-2021-01",
     GAZ_EN,
     {"by the Zaozhuang Municipal Bureau of Industry and Information Technology and the Zaozhuang Municipal "
      "Bureau",
      "!Technology and Zaozhuang"}},
    {SHANDONG,
     "objection-2022-01",
     GAZ_EN,
     {"Decision on an Objection or Appeal Against a Finding", "the decision on 1 objection", "!ecisions"}},
    {SHANDONG, "exposure-2022-01", GAZ_ZH, {"2021年度少停12.5天", "滕州祎石水泥有限公司等3家企业"}},
    {SHANDONG,
     "channels",
     GAZ_EN,
     {"12369", "12345", "0531-0000 0031 (working days, 8:30–12:00 and 13:30–17:30)"}},
};

/* A day on which the notice is there. */
static const char *day_for(const char *id)
{
    return g_str_has_suffix(id, "-2024") || g_str_has_suffix(id, "-2025") ? "2025-04-30" : "2022-12-31";
}

START_TEST(notices_tell_the_facts)
{
    Composed composed = composed_open(told[_i].folder, day_for(told[_i].id));
    g_autoptr(GazDocument) document = composed_document(&composed, told[_i].id);
    g_autofree char *words = composed_words(document, told[_i].language);

    for (unsigned i = 0; i < G_N_ELEMENTS(told[_i].words) && told[_i].words[i] != NULL; i++) {
        const char *wanted = told[_i].words[i];
        bool forbidden = wanted[0] == '!';

        ck_assert_msg((strstr(words, wanted + forbidden) != NULL) != forbidden, "%s: %s in:\n%.2500s",
                      told[_i].id, wanted, words);
    }
    composed_close(&composed);
}
END_TEST

static const char *cell(const GazGrid *grid, unsigned row, unsigned column, GazLanguage language)
{
    return g_array_index(grid->rows, GazRow, row).cells[column].text.in[language];
}

/* The row of the record `id`; the test ends where there is none. */
static const GazRow *row_of(const GazGrid *grid, const char *id)
{
    for (unsigned i = 0; i < grid->rows->len; i++) {
        const GazRow *row = &g_array_index(grid->rows, GazRow, i);

        if (g_strcmp0(row->id, id) == 0)
            return row;
    }
    ck_abort_msg("no row %s", id);
    return NULL;
}

/* Puts `to` in place of `from` in a file of the folder; NULL: adds it as a row. */
static void change(const char *folder, const char *name, const char *from, const char *to)
{
    g_autofree char *path = g_build_filename(folder, name, NULL), *text = NULL;
    g_autoptr(GString) changed = NULL;

    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    changed = g_string_new(text);
    if (from == NULL)
        g_string_append_printf(changed, "%s\n", to);
    else
        ck_assert_uint_gt(g_string_replace(changed, from, to, 0), 0);
    data_folder_write(folder, name, changed->str, -1);
}

START_TEST(line_list_sums_and_marks)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "list");
    const GazGrid *lines = composed_table(document, "lines"),
                  *barred = composed_table(document, "restricted");
    const GazRow *total = &g_array_index(lines->rows, GazRow, lines->rows->len - 1);

    ck_assert_int_eq(total->kind, GAZ_ROW_TOTAL);
    ck_assert_str_eq(total->cells[4].text.in[GAZ_ZH], "18,000");
    ck_assert_str_eq(total->cells[5].text.in[GAZ_ZH], "558");
    ck_assert_str_eq(cell(lines, 0, 0, GAZ_ZH), "济南市");
    ck_assert_str_eq(cell(lines, 0, 0, GAZ_EN), "Jinan");
    ck_assert_str_eq(row_of(lines, "L1")->cells[2].notes, "note-1");
    ck_assert_ptr_null(row_of(lines, "L4")->cells[2].notes);
    ck_assert_str_eq(row_of(lines, "L1")->cells[1].text.in[GAZ_ZH], "甲<b>&{{line}}*水泥*");
    ck_assert_str_eq(row_of(lines, "L1")->cells[1].link, "site:enterprises/E1");
    ck_assert_str_eq(row_of(lines, "L2")->cells[3].text.in[GAZ_ZH], "φ4");
    ck_assert_uint_eq(barred->rows->len, 1);
    ck_assert_str_eq(cell(barred, 0, 7, GAZ_ZH), "鲁工信原〔2021〕77号");
    composed_close(&composed);
}
END_TEST

/* A bar that nothing lifted lasts, though restrictions.csv says nothing of it: it began with the exposure. */
START_TEST(a_bar_lasts_until_it_is_lifted)
{
    static const char *const lists[] = {"line-list-2021", "line-list-2022", "line-list-2023"};
    Composed composed = composed_open(SHANDONG, "2023-03-31");

    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_autoptr(GazDocument) document = composed_document(&composed, lists[i]);
        const GazGrid *barred = composed_table(document, "restricted");
        unsigned found = 0;

        for (unsigned k = 0; k < barred->rows->len; k++)
            if (g_str_equal(cell(barred, k, 8, GAZ_ZH), "2021-01-20")) {
                ck_assert_ptr_null(cell(barred, k, 9, GAZ_ZH));
                found++;
            }
        ck_assert_msg(found == 2, "%s: %u", lists[i], found);
    }
    composed_close(&composed);
}
END_TEST

/* L-006-2 was found running in December 2022 and sold in June 2023: who owns it is to be asked, but the
 * breach is the seller's. */
START_TEST(a_bar_names_whose_breach_it_was)
{
    char *folder = data_folder_copy(SHANDONG);
    Composed composed;
    g_autoptr(GazDocument) document = NULL;
    const GazGrid *barred;
    unsigned found = 0;

    change(folder, "2022/findings.csv", NULL, "F-2022-90,L-006-2,2022,breach,停窑,Stop,,official,,,,,");
    change(folder, "2022/events.csv", NULL,
           "F-2022-90,2022-12-01 10:00,found-running,某局,Bureau,现场,On site,");
    change(folder, "2023/publication.xml", "<finding ref=\"F-2023-01\"/>", "<finding ref=\"F-2022-90\"/>");
    composed = composed_open(folder, "2024-04-30");
    document = composed_document(&composed, "line-list-2024");
    barred = composed_table(document, "restricted");
    for (unsigned i = 0; i < barred->rows->len; i++) {
        if (strstr(cell(barred, i, 2, GAZ_ZH), "违规时属") == NULL)
            continue;
        ck_assert_str_eq(cell(barred, i, 2, GAZ_ZH), "青岛琅矶建材有限公司（违规时属青岛澄砾水泥有限公司）");
        ck_assert_ptr_nonnull(
            strstr(cell(barred, i, 2, GAZ_EN), "(at the time of the breach: Qingdao Chengli"));
        found++;
    }
    ck_assert_uint_eq(found, 1);
    composed_close(&composed);
    data_folder_remove(folder);
}
END_TEST

/* The notes stand after the table, in Chinese and in English, under the same ids. */
START_TEST(notes_follow_the_table_in_both_languages)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "list");
    const GazNode *node = document->annexes->first->first;

    ck_assert_str_eq(node->number, "附件1");
    ck_assert_str_eq(node->next->number, "Annex 1");
    while (node->kind != GAZ_NODE_TABLE)
        node = node->next;
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        g_autofree char *words = NULL;

        node = node->next;
        ck_assert_int_eq(node->kind, GAZ_NODE_NOTES);
        ck_assert_int_eq(node->language, language);
        ck_assert_str_eq(node->first->id, "note-1");
        ck_assert_str_eq(node->first->number, "1");
        words = gaz_node_text(node->first);
        ck_assert_msg(
            strstr(words,
                   language == GAZ_ZH
                       ? "2021年度少停97天；已于2021年12月10日公开曝光"
                       : "It was 97 days short in 2021; it was publicly exposed on 10 December 2021") != NULL,
            "%s", words);
    }
    composed_close(&composed);
}
END_TEST

/* A Chinese number in English text is a Chinese run, so that it is set and read as Chinese. */
START_TEST(chinese_in_english_is_marked)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "exposure");
    const GazNode *root = document->bodies[GAZ_EN];
    unsigned chinese = 0;

    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root))
        for (const GazRun *run = node->runs; run != NULL; run = run->next) {
            bool has_han = false;

            for (const char *at = run->text; *at != '\0'; at = g_utf8_next_char(at))
                has_han |= g_unichar_get_script(g_utf8_get_char(at)) == G_UNICODE_SCRIPT_HAN;
            ck_assert_msg(has_han == (run->language == GAZ_ZH), "%s", run->text);
            chinese += has_han;
        }
    ck_assert_uint_gt(chinese, 3);
    composed_close(&composed);
}
END_TEST

/* Links of contacts: a telephone dials digits up to the extension, an address is escaped; an office's website
 * is reached the way it is served, as it is from the foot of every page. */
START_TEST(contacts_link_safely)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autofree char *list = xml_of(&composed, "list"), *channels = xml_of(&composed, "channels");

    ck_assert_ptr_nonnull(strstr(list, "link=\"tel:05311234"));
    ck_assert_ptr_nonnull(strstr(list, "link=\"mailto:a%26b%2Bc@example.org\""));
    ck_assert_ptr_nonnull(strstr(channels, "link=\"tel:053112345678\""));
    ck_assert_ptr_nonnull(strstr(channels, "link=\"http://plain.example/\""));
    ck_assert_ptr_null(strstr(list, "link=\"javascript"));
    composed_close(&composed);
}
END_TEST

/* Windows with a time of day keep it; the note says what they are. */
START_TEST(windows_keep_their_hours)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "plan");
    const GazGrid *windows = composed_table(document, "windows");
    bool found = false;

    for (unsigned i = 0; i < windows->rows->len; i++)
        if (g_strcmp0(cell(windows, i, 3, GAZ_ZH), "2022-04-01 8:00") == 0) {
            ck_assert_str_eq(cell(windows, i, 4, GAZ_ZH), "2022-07-31 8:00");
            ck_assert_str_eq(cell(windows, i, 5, GAZ_ZH), "121");
            ck_assert_str_eq(cell(windows, i, 7, GAZ_EN), "Made up");
            found = true;
        }
    ck_assert(found);
    ck_assert_str_eq(row_of(windows, "L2")->cells[7].text.in[GAZ_EN], "No stoppage; load limited to 70%");
    ck_assert_str_eq(row_of(windows, "L2")->cells[6].text.in[GAZ_EN], "121");
    ck_assert_str_eq(row_of(windows, "L5")->cells[7].text.in[GAZ_ZH], "停产");
    composed_close(&composed);
}
END_TEST

/* Notes that many lines share stand once below the table, their marks at the lines; every mark has its note.
 */
START_TEST(shared_notes_become_remarks)
{
    Composed composed = composed_open(SHANDONG, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "plan-2021");
    const GazGrid *windows = composed_table(document, "windows");
    g_autoptr(GHashTable) notes = g_hash_table_new(g_str_hash, g_str_equal);
    const GazNode *root = document->annexes;
    unsigned marks = 0;

    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root))
        if (node->kind == GAZ_NODE_NOTE)
            g_hash_table_add(notes, (gpointer)node->id);
    for (unsigned i = 0; i < windows->rows->len; i++) {
        const char *mark = g_array_index(windows->rows, GazRow, i).cells[2].notes;

        ck_assert_msg(mark == NULL || g_hash_table_contains(notes, mark), "%s", mark);
        marks += mark != NULL;
    }
    ck_assert_uint_gt(marks, 3 * g_hash_table_size(notes));
    ck_assert_str_eq(windows->columns[windows->column_count - 1].code, "total");
    composed_close(&composed);
}
END_TEST

/* A plan tells what was decided by its date: an adjustment approved a month later isn't in it. */
START_TEST(later_adjustments_are_not_in_the_plan)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "plan");
    const GazRow *row = row_of(composed_table(document, "windows"), "L4");

    ck_assert_str_eq(row->cells[3].text.in[GAZ_ZH], "2021-11-15");
    ck_assert_str_eq(row->cells[4].text.in[GAZ_ZH], "2022-03-15");
    composed_close(&composed);
}
END_TEST

/* A carbide-slag line takes part: its row says which line stops in its place, and for how long. */
START_TEST(swaps_are_told_in_the_plan)
{
    Composed composed = composed_open(SHANDONG, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "plan-2022");
    const GazGrid *windows = composed_table(document, "windows");
    g_autofree char *words = composed_words_below(document->annexes);

    ck_assert_ptr_nonnull(row_of(windows, "L-038-1")->cells[2].notes);
    ck_assert_msg(strstr(words, "1号窑置换停窑121天") != NULL, "%s", words);
    ck_assert_ptr_null(strstr(words, "本方案未安排停窑"));
    composed_close(&composed);
}
END_TEST

/* The figures at the bars are days verified and required: the caption says them in that order. */
START_TEST(captions_name_the_figures_in_their_order)
{
    Composed composed = composed_open(SHANDONG, "2022-12-31");
    g_autofree char *tree = xml_of(&composed, "summary-2021");

    ck_assert_ptr_nonnull(strstr(tree, "Off-peak days by city, 2021 (verified / required)"));
    composed_close(&composed);
}
END_TEST

/* A quota's period is no stop from end to end, neither in the table's words nor in the figure. */
START_TEST(quotas_are_not_stops)
{
    Composed composed = composed_open(PRACTICE "xinxiang-2020", "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "plan");
    g_autofree char *words = composed_words_below(document->annexes), *tree = xml_of(&composed, "plan");
    const GazGrid *windows = composed_table(document, "windows");

    ck_assert_str_eq(windows->columns[3].heading.in[GAZ_ZH], "时段起始");
    ck_assert_ptr_nonnull(strstr(words, "具体停窑时间由企业在时段内安排"));
    ck_assert_ptr_null(strstr(words, "均计入停窑时间"));
    ck_assert_ptr_null(strstr(tree, "style=\"planned\""));
    ck_assert_ptr_null(strstr(tree, "style=\"make-up\""));
    composed_close(&composed);
}
END_TEST

/* What was found after an interview stands after it. */
START_TEST(interviews_stand_among_the_events)
{
    static const char *const steps[] = {"核查发现该生产线运行", "约谈该企业", "再次核查发现该生产线运行"};
    Composed composed = composed_open(SHANDONG, "2023-12-31");
    g_autoptr(GazDocument) exposure = composed_document(&composed, "exposure-2023-01");
    g_autoptr(GazDocument) list = composed_document(&composed, "line-list-2023");
    char *words[] = {composed_words(exposure, GAZ_ZH), composed_words_below(list->annexes)};

    for (unsigned i = 0; i < G_N_ELEMENTS(words); i++) {
        const char *at = strstr(words[i], "2022年12月6日10时10分");

        for (unsigned k = 0; k < G_N_ELEMENTS(steps); k++) {
            ck_assert_ptr_nonnull(at);
            at = strstr(at, steps[k]);
        }
        ck_assert_ptr_nonnull(at);
        g_free(words[i]);
    }
    composed_close(&composed);
}
END_TEST

/* One that is listed only to be noted is no line of the list any more. */
START_TEST(a_list_counts_no_dismantled_line)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    GazLine *noted = composed.data->lines->pdata[0];
    g_autofree char *words = NULL;

    noted->status = GAZ_LINE_DISMANTLED;
    {
        g_autoptr(GazDocument) list = composed_document(&composed, "list");

        words = composed_words(list, GAZ_EN);
        ck_assert_ptr_nonnull(strstr(words, "The list comprises 5 clinker lines operated by 3 enterprises"));
        ck_assert_ptr_nonnull(strstr(words, "approved capacity comes to 13,000 t/d"));
        ck_assert_ptr_nonnull(strstr(words, "the table shows 1 clinker line dismantled since"));
        ck_assert_ptr_nonnull(strstr(words, "the list marks 1 clinker line"));
    }
    composed_close(&composed);
}
END_TEST

/* What was exposed after the list of its turn isn't of the year whose turn it is. */
START_TEST(a_list_tells_late_notes_apart)
{
    Composed composed = composed_open(SHANDONG, "2024-04-30");
    g_autoptr(GazDocument) list = composed_document(&composed, "line-list-2023");
    g_autofree char *words = composed_words(list, GAZ_EN);

    ck_assert_ptr_nonnull(
        strstr(words, "marks 1 clinker line for not carrying out off-peak production in 2022"));
    ck_assert_ptr_nonnull(strstr(words, "also marks 1 clinker line for an earlier year"));
    ck_assert_str_eq(strstr(list->brief.in[GAZ_EN], "For 2022"),
                     "For 2022, the list marks 1 clinker line for not carrying out off-peak production. "
                     "For earlier years, it marks 1 clinker line.");
    composed_close(&composed);
}
END_TEST

/* The note to a line and the annex of lines barred say the same. */
START_TEST(a_note_says_that_the_bar_is_lifted)
{
    GazRestriction lifted = {.approval = "甲", .lift_approval = "解1号"};
    Composed composed = composed_open(SMALL, "2022-12-31");
    GazFindingState *state = composed.assessment->findings->pdata[0];

    ck_assert(gaz_date_parse("2021-12-10", &lifted.from));
    ck_assert(gaz_date_parse("2022-02-20", &lifted.lifted_on));
    for (unsigned i = 0; i < 2; i++) {
        g_autoptr(GazDocument) list = composed_document(&composed, "list");
        g_autofree char *words = composed_words_below(list->annexes);

        ck_assert((strstr(words, "its capacity may not be traded") != NULL) == (i == 0));
        ck_assert((strstr(words, "was lifted on 20 February 2022 (解1号)") != NULL) == (i == 1));
        state->restriction = &lifted;
    }
    composed_close(&composed);
}
END_TEST

START_TEST(interviews_stay_off_the_website)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) interview = composed_document(&composed, "interview");
    g_autoptr(GazDocument) exposure = composed_document(&composed, "exposure");

    ck_assert(!interview->on_website && exposure->on_website);
    ck_assert_int_eq(interview->form, GAZ_FORM_LETTER);
    ck_assert_int_eq(exposure->form, GAZ_FORM_OFFICIAL);
    ck_assert_ptr_nonnull(exposure->imprints[GAZ_EN]);
    ck_assert_uint_eq(exposure->enterprises->len, 1);
    ck_assert_str_eq(exposure->enterprises->pdata[0], "E1");
    composed_close(&composed);
}
END_TEST

/* The data folder's own wording: for one notice by its id before that of its kind; parts that it leaves out
 * are those shipped; {{text}} takes in another of its texts. */
START_TEST(the_folders_own_wording_comes_first)
{
    static const char *const texts[][2] = {
        {"texts/line-list.zh.md", "# 本省清单{{list-year}}\n\n自有文字。\n\n{{text form}}\n"},
        {"texts/line-list.en.md", "# Our list {{list-year}}\n\nOur words.\n\n{{text form}}\n"},
        {"texts/list-clean.zh.md", "# 专用\n\n专用文字。\n\n{{part brief}}\n\n专用要点。\n\n{{end}}\n"},
        {"texts/list-clean.en.md", "# One\n\nOnly here.\n\n{{part brief}}\n\nIn brief.\n\n{{end}}\n"},
    };
    char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *command = g_strdup_printf("cp -r %s/. %s", SMALL, folder);
    g_autofree char *words = NULL;
    Composed composed;

    ck_assert(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
        data_folder_write(folder, texts[i][0], texts[i][1], -1);
    composed = composed_open(folder, "2022-12-31");
    {
        g_autoptr(GazDocument) list = composed_document(&composed, "list");
        g_autoptr(GazDocument) clean = composed_document(&composed, "list-clean");

        words = composed_words(list, GAZ_EN);
        ck_assert_str_eq(list->title.in[GAZ_ZH], "本省清单2022");
        ck_assert_ptr_nonnull(strstr(words, "Our words.\nPlease fill in the following and send it to the "
                                            "Cement Industry Association:\nOrganisation:"));
        ck_assert_ptr_nonnull(strstr(list->brief.in[GAZ_EN], "the list marks 1 clinker line"));
        ck_assert_ptr_nonnull(composed_table(list, "restricted"));
        ck_assert_str_eq(clean->title.in[GAZ_EN], "One");
        ck_assert_str_eq(clean->brief.in[GAZ_ZH], "专用要点。");
    }
    composed_close(&composed);
    data_folder_remove(folder);
}
END_TEST

/* An attachment with a file is an annex after those of the data, under its own title. */
START_TEST(attachments_are_annexes)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = composed_document(&composed, "draft");
    g_autofree char *title = gaz_node_text(document->annexes->last->first);

    ck_assert_str_eq(title, "反馈表");
    ck_assert_str_eq(document->annexes->last->id, "annex-3");
    ck_assert_str_eq(document->annexes->last->number, "3");
    composed_close(&composed);
}
END_TEST

/* One without a file gives its title to the annex made from the data; one too many is told. */
START_TEST(attachments_without_a_file_are_titles)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    const GazNotice *notice = gaz_publication_notice(composed.data->publication, "list");
    GazAttachment attachment = {.at = notice->at, .title = GAZ_TEXT("全省清单", "The list")};
    GazDocument *document;
    char *title;

    g_ptr_array_add(notice->attachments, &attachment);
    document = composed_document(&composed, "list");
    title = gaz_node_text(document->annexes->first->first);
    ck_assert_str_eq(title, "全省清单");
    g_free(title);
    gaz_document_free(document);
    g_ptr_array_add(notice->attachments, &attachment);
    g_ptr_array_add(notice->attachments, &attachment);
    ck_assert_ptr_null(composed_try(&composed, "list"));
    ck_assert(gaz_report_has(composed.report, "text-unknown"));
    composed_close(&composed);
}
END_TEST

/* Looks at the data anew after a table has been emptied. */
static void empty(Composed *composed, GPtrArray *table)
{
    GazDate date;

    ck_assert(gaz_date_parse("2022-12-31", &date));
    g_ptr_array_set_size(table, 0);
    gaz_assessment_free(composed->assessment);
    composed->assessment = gaz_assessment_new(composed->data, date);
}

/* What a text says of its annexes is what they are called: 附件, not 附件1, where there is one. */
START_TEST(an_only_annex_has_no_number)
{
    static const char *const wanted[] = {"全省合计（见附件）", "(see the annex)"};
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = NULL;

    empty(&composed, composed.data->findings); /* none barred: no second annex */
    document = composed_document(&composed, "list");
    ck_assert_ptr_eq(document->annexes->first, document->annexes->last);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        g_autofree char *words = composed_words(document, language);

        ck_assert_msg(strstr(words, wanted[language]) != NULL, "%s", words);
        ck_assert_ptr_null(strstr(words, language == GAZ_ZH ? "附件1" : "Annex 1"));
    }
    composed_close(&composed);
}
END_TEST

/* A summary of a year that no plan reaches has no calendar, and says of no annex that it is one. */
START_TEST(no_annex_is_called_what_it_is_not)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    g_autoptr(GazDocument) document = NULL;
    g_autofree char *words = NULL;

    empty(&composed, composed.data->plan);
    document = composed_document(&composed, "summary");
    words = composed_words(document, GAZ_ZH);
    ck_assert_msg(strstr(words, "天数见附件1、附件2。") != NULL, "%s", words);
    ck_assert_ptr_null(strstr(words, "全年错峰生产时段见"));
    composed_close(&composed);
}
END_TEST

/* A notice without what its kind is about. */
static const struct {
    const char *id;
    const char *what;
} incomplete[] = {{"exposure", "findings"}, {"interview", "findings"}, {"interview", "interviews"},
                  {"draft", "season"},      {"tasks", "season"},       {"tasks", "tasks"},
                  {"list", "year"},         {"summary", "year"},       {"plan", "plan"},
                  {"draft", "plan"}};

START_TEST(incomplete_notices_are_told)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    GazNotice *notice = (GazNotice *)gaz_publication_notice(composed.data->publication, incomplete[_i].id);
    const char *what = incomplete[_i].what;
    char *told_faults;

    if (strcmp(what, "findings") == 0)
        g_ptr_array_set_size(notice->findings, 0);
    else if (strcmp(what, "season") == 0)
        notice->season = NULL;
    else if (strcmp(what, "tasks") == 0)
        g_ptr_array_set_size(composed.data->tasks, 0);
    else if (strcmp(what, "plan") == 0)
        empty(&composed, composed.data->plan); /* 涉及0条 would be announced */
    else if (strcmp(what, "year") == 0)
        notice->year = 0;
    else
        notice->date += 365; /* after every interview */
    ck_assert_ptr_null(composed_try(&composed, incomplete[_i].id));
    told_faults = gaz_report_to_text(composed.report);
    ck_assert_msg(gaz_report_has(composed.report, "notice-empty"), "%s", told_faults);
    g_free(told_faults);
    composed_close(&composed);
}
END_TEST

/* A translation that the data lack is a fault at its cell, never a blank. */
START_TEST(a_missing_translation_is_told)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    GazFinding *finding = composed.data->findings->pdata[0];
    const GazFault *fault;

    finding->duty.in[GAZ_EN] = NULL;
    ck_assert_ptr_null(composed_try(&composed, "exposure"));
    fault = gaz_report_get(composed.report, 0);
    ck_assert_str_eq(fault->kind->id, "value-missing");
    ck_assert_str_eq(fault->place.file, "findings.csv");
    ck_assert_uint_eq(fault->place.line, 2);
    composed_close(&composed);
}
END_TEST

/* An attachment's text that isn't there. */
START_TEST(a_missing_attachment_is_told)
{
    Composed composed = composed_open(SMALL, "2022-12-31");
    const GazNotice *notice = gaz_publication_notice(composed.data->publication, "draft");

    ((GazAttachment *)notice->attachments->pdata[0])->file = "texts/nothing";
    ck_assert_ptr_null(composed_try(&composed, "draft"));
    ck_assert(gaz_report_has(composed.report, "text-unknown"));
    composed_close(&composed);
}
END_TEST

static const struct {
    const char *folder, *text, *notice;
} hollow[] = {{SMALL, "form", "draft"}, {"data/notice-212", "notice-212", "notice-212"}};

/* A text of which only the title was written, for an annex or the notice itself, isn't announced so. */
START_TEST(a_text_that_says_nothing_is_told)
{
    Composed composed = composed_open(hollow[_i].folder, "2022-12-31");
    const GazTemplate *text = gaz_wording_own(composed.wording, hollow[_i].text, GAZ_EN);

    if (text->root->first->kind == GAZ_BLOCK_TITLE)
        text->root->first->next = NULL;
    else
        text->root->first = NULL;
    ck_assert_ptr_null(composed_try(&composed, hollow[_i].notice));
    ck_assert(gaz_report_has(composed.report, "text-empty"));
    ck_assert_str_eq(gaz_report_get(composed.report, 0)->place.file, "publication.xml");
    composed_close(&composed);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kinds");
    TCase *cases = tcase_create("kinds");
    int failed;

    tcase_set_timeout(cases, 0);
    tcase_add_test(cases, small_folder_fits_the_schema);
    tcase_add_test(cases, demonstration_fits_the_schema);
    tcase_add_test(cases, annex_titles_are_of_one_case);
    tcase_add_test(cases, national_rules_alone_suffice);
    tcase_add_loop_test(cases, a_region_is_called_what_it_is, 0, G_N_ELEMENTS(called));
    tcase_add_test(cases, notice_212_fits_the_schema);
    tcase_add_test(cases, same_input_gives_the_same_bytes);
    tcase_add_loop_test(cases, a_text_that_says_nothing_is_told, 0, G_N_ELEMENTS(hollow));
    tcase_add_loop_test(cases, notices_tell_the_facts, 0, G_N_ELEMENTS(told));
    tcase_add_test(cases, line_list_sums_and_marks);
    tcase_add_test(cases, a_bar_lasts_until_it_is_lifted);
    tcase_add_test(cases, a_bar_names_whose_breach_it_was);
    tcase_add_test(cases, notes_follow_the_table_in_both_languages);
    tcase_add_test(cases, chinese_in_english_is_marked);
    tcase_add_test(cases, contacts_link_safely);
    tcase_add_test(cases, windows_keep_their_hours);
    tcase_add_test(cases, shared_notes_become_remarks);
    tcase_add_test(cases, later_adjustments_are_not_in_the_plan);
    tcase_add_test(cases, swaps_are_told_in_the_plan);
    tcase_add_test(cases, captions_name_the_figures_in_their_order);
    tcase_add_test(cases, quotas_are_not_stops);
    tcase_add_test(cases, interviews_stand_among_the_events);
    tcase_add_test(cases, a_list_counts_no_dismantled_line);
    tcase_add_test(cases, a_list_tells_late_notes_apart);
    tcase_add_test(cases, a_note_says_that_the_bar_is_lifted);
    tcase_add_test(cases, interviews_stay_off_the_website);
    tcase_add_test(cases, the_folders_own_wording_comes_first);
    tcase_add_test(cases, attachments_are_annexes);
    tcase_add_test(cases, attachments_without_a_file_are_titles);
    tcase_add_test(cases, an_only_annex_has_no_number);
    tcase_add_test(cases, no_annex_is_called_what_it_is_not);
    tcase_add_loop_test(cases, incomplete_notices_are_told, 0, G_N_ELEMENTS(incomplete));
    tcase_add_test(cases, a_missing_translation_is_told);
    tcase_add_test(cases, a_missing_attachment_is_told);
    suite_add_tcase(suite, cases);
    failed = suite_run(suite);
    xmlCleanupParser();
    return failed;
}
