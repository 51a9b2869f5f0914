/* test_document.c - the tree is built, walked and written out. */
#include "../support/suite.h"
#include "document/document.h"
#include "document/xml.h"
#include <check.h>
#include <libxml/xmlsave.h>
#include <string.h>

static char *as_text(const GazDocument *document)
{
    xmlDocPtr tree = gaz_document_to_xml(document);
    xmlChar *text = NULL;
    int size = 0;
    char *copy;

    ck_assert_ptr_nonnull(tree);
    xmlDocDumpMemoryEnc(tree, &text, &size, "UTF-8");
    copy = g_strdup((const char *)text);
    xmlFree(text);
    xmlFreeDoc(tree);
    return copy;
}

/* What a page in `language` gets. */
static char *as_shown(const GazDocument *document, GazLanguage language)
{
    xmlDocPtr page = xmlNewDoc(BAD_CAST "1.0");
    xmlBufferPtr text = xmlBufferCreate();
    char *copy;

    xmlDocSetRootElement(page, xmlNewDocNode(page, NULL, BAD_CAST "page", NULL));
    gaz_document_add_xml(xmlDocGetRootElement(page), document, language);
    xmlNodeDump(text, page, xmlDocGetRootElement(page), 0, 0);
    copy = g_strdup((const char *)xmlBufferContent(text));
    xmlBufferFree(text);
    xmlFreeDoc(page);
    return copy;
}

START_TEST(walk_goes_parents_first)
{
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *body = document->bodies[GAZ_ZH];
    GazNode *list = gaz_node_add(document, body, GAZ_NODE_LIST, GAZ_ZH);
    GazNode *one = gaz_node_add(document, list, GAZ_NODE_ITEM, GAZ_ZH);
    GazNode *deep = gaz_node_add(document, one, GAZ_NODE_PARAGRAPH, GAZ_ZH);
    GazNode *two = gaz_node_add(document, list, GAZ_NODE_ITEM, GAZ_ZH);
    GazNode *after = gaz_node_add(document, body, GAZ_NODE_DATE, GAZ_ZH);
    const GazNode *expected[] = {list, one, deep, two, after, NULL};
    const GazNode *node = body;

    for (unsigned i = 0; i < G_N_ELEMENTS(expected); i++) {
        node = gaz_node_next(node, body);
        ck_assert_ptr_eq(node, expected[i]);
    }
    ck_assert_ptr_eq(gaz_node_next(two, list), NULL);
}
END_TEST

START_TEST(runs_are_interned_and_joined)
{
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *node = gaz_node_add(document, document->bodies[GAZ_EN], GAZ_NODE_PARAGRAPH, GAZ_EN);
    g_autofree char *copy = g_strdup("off-peak"), *text = NULL;
    GazRun *one = gaz_node_add_run(document, node, GAZ_EN, "off-peak");
    GazRun *two = gaz_node_add_run(document, node, GAZ_EN, copy);

    ck_assert_ptr_eq(one->text, two->text);
    text = gaz_node_text(node);
    ck_assert_str_eq(text, "off-peakoff-peak");
}
END_TEST

START_TEST(xml_escapes_and_keeps_languages)
{
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *node = gaz_node_add(document, document->bodies[GAZ_EN], GAZ_NODE_HEADING, GAZ_EN);
    GazRun *run = gaz_node_add_run(document, node, GAZ_ZH, "<甲 & \"乙\">");
    g_autofree char *text = NULL;

    document->id = "a";
    document->kind = "exposure";
    node->level = 2;
    run->link = "mailto:x?a=1&b=2";
    run->style = GAZ_RUN_STRONG;
    text = as_text(document);
    ck_assert_ptr_nonnull(strstr(text,
                                 "<heading level=\"2\"><run strong=\"yes\" lang=\"zh-CN\" "
                                 "link=\"mailto:x?a=1&amp;b=2\">&lt;甲 &amp; \"乙\"&gt;</run></heading>"));
    ck_assert_ptr_nonnull(strstr(text, "<body lang=\"en\">"));
}
END_TEST

START_TEST(xml_of_tables_and_figures)
{
    static const GazTableColumn columns[] = {
        {.heading = GAZ_TEXT("企业", "Enterprise"), .row_header = true, .weight = 1, .code = "enterprise"},
        {.heading = GAZ_TEXT("天数", "Days"), .align = GAZ_ALIGN_DECIMAL, .weight = 2, .code = "days"},
    };
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *table = gaz_node_add(document, document->annexes, GAZ_NODE_TABLE, GAZ_ZH);
    GazNode *figure = gaz_node_add(document, document->bodies[GAZ_ZH], GAZ_NODE_FIGURE, GAZ_ZH);
    g_autofree char *text = NULL, *shown = NULL, *other = NULL;
    GazRow *row;

    table->table = gaz_grid_new(document->arena, "lines", gaz_text("清单", "List"), columns, 2);
    row = gaz_grid_add_row(document->arena, table->table, GAZ_ROW_GROUP);
    row->cells[0].text = gaz_text("济南市", "Jinan");
    row = gaz_grid_add_row(document->arena, table->table, GAZ_ROW_DATA);
    row->cells[0].text = gaz_text("甲", "A");
    row->cells[1] = (GazCell){.text = gaz_text("44.5", NULL), .notes = "n1 n2"};
    figure->figure = gaz_figure_new(document->arena, GAZ_FIGURE_CALENDAR);
    figure->figure->from = 0;
    figure->figure->to = 1;
    gaz_figure_add_bar(gaz_figure_add_row(figure->figure, gaz_text("一", "One")), 0, 1440, GAZ_BAR_PLANNED);
    text = as_text(document);
    ck_assert_ptr_nonnull(strstr(text, "<group><cell><zh>济南市</zh><en>Jinan</en></cell></group>"));
    ck_assert_ptr_nonnull(strstr(text,
                                 "<row><cell><zh>甲</zh><en>A</en></cell><cell notes=\"n1 n2\"><zh>44.5</zh>"
                                 "</cell></row>"));
    ck_assert_ptr_nonnull(strstr(text, "<figure kind=\"calendar\" from=\"1970-01-01\" to=\"1970-01-02\">"));
    ck_assert_ptr_nonnull(strstr(text, "<bar style=\"planned\" start=\"0\" end=\"1440\"/>"));
    document->title = gaz_text("题", "Title");
    shown = as_shown(document, GAZ_ZH);
    other = as_shown(document, GAZ_EN);
    ck_assert_ptr_nonnull(
        strstr(shown, "<page><document><title><zh>题</zh><en>Title</en></title><body lang=\"zh-CN\">"));
    ck_assert_ptr_nonnull(
        strstr(shown, "<row><label><zh>一</zh><en>One</en></label></row></figure></body><annexes>"));
    ck_assert_ptr_nonnull(strstr(shown, "</heading></column></table></annexes></document></page>"));
    ck_assert_ptr_nonnull(
        strstr(other, "<document><title><zh>题</zh><en>Title</en></title><body lang=\"en\"/>"));
}
END_TEST

/* A tree so deep that a walk by recursion would not come back. */
START_TEST(depth_does_not_matter)
{
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *node = document->bodies[GAZ_ZH];
    unsigned depth = 0;

    for (unsigned i = 0; i < 200000; i++)
        node = gaz_node_add(document, node, GAZ_NODE_ITEM, GAZ_ZH);
    for (const GazNode *at = document->bodies[GAZ_ZH]; at != NULL; depth++)
        at = gaz_node_next(at, document->bodies[GAZ_ZH]);
    ck_assert_uint_eq(depth, 200001);
}
END_TEST

/* One paragraph of the runs given, up to a NULL, in a list or not. */
static GazKey key_of(const char *const *runs, const char *link, bool in_list)
{
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *above = document->bodies[GAZ_EN], *node;

    if (in_list)
        above = gaz_node_add(document, above, GAZ_NODE_LIST, GAZ_EN);
    node = gaz_node_add(document, above, GAZ_NODE_PARAGRAPH, GAZ_EN);
    for (; *runs != NULL; runs++)
        gaz_node_add_run(document, node, GAZ_EN, *runs)->link = link;
    gaz_node_add(document, document->bodies[GAZ_EN], GAZ_NODE_PARAGRAPH, GAZ_EN);
    return gaz_document_key(document);
}

START_TEST(sums_tell_what_differs)
{
    g_autofree char *large = g_strnfill(100000, 'x'), *other = g_strdup(large);
    const char *const runs[][4] = {{"one", "two"},    {"onet", "wo"}, {"onetwo"}, {"one", "two", ""},
                                   {"one"},           {""},           {NULL},     {"one", "tw\xc3\xb6"},
                                   {"one><run\"two"}, {large},        {other}};
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    const char *const links[] = {NULL, "#annex-1", "#annex-2"};
    GazKey again;

    other[99999] = 'y';
    for (unsigned i = 0; i < G_N_ELEMENTS(runs); i++)
        for (unsigned way = 0; way < 6; way++) {
            GazKey key = key_of(runs[i], links[way % 3], way < 3);

            again = key_of(runs[i], links[way % 3], way < 3);
            ck_assert_str_eq(key.text, again.text);
            ck_assert_msg(g_hash_table_add(sums, g_strdup(key.text)) || (runs[i][0] == NULL && way % 3 > 0),
                          "runs %u, way %u", i, way);
        }
}
END_TEST

static Suite *document_suite(void)
{
    Suite *suite = suite_create("document");
    TCase *tests = tcase_create("document");

    tcase_add_test(tests, walk_goes_parents_first);
    tcase_add_test(tests, runs_are_interned_and_joined);
    tcase_add_test(tests, xml_escapes_and_keeps_languages);
    tcase_add_test(tests, xml_of_tables_and_figures);
    tcase_add_test(tests, depth_does_not_matter);
    tcase_add_test(tests, sums_tell_what_differs);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(document_suite());
}
