/* test_html.c - our writer of HTML against libxml2's own, tree by tree; and what is kept in one line. */
#include "../support/suite.h"
#include "site/html.h"
#include "site/whole.h"
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <stdbool.h>
#include <string.h>

static const char *const trees[] = {
    "<p>1 &lt; 2 &amp; 3 &gt; 2, “windows” and 'doors'\n\tnext</p>",
    "<ul><li>a<b>b</b>c</li><li><i/></li><li><br/><img alt=''/></li></ul>",
    "<input name='q' hidden='hidden' defer='defer' value='' title='a &lt; b &amp; \"c\"'/>",
    "<p title='it&apos;s'>one</p>",
    "<p title=\"it's &quot;both&quot;\">one</p>",
    "<a href='  lines.html?q=段 简&amp;city=370100#x'>to</a>",
    "<a href='mailto:a@b.cn?subject=%E6%AE%B5&amp;body=a%20b'>to</a>",
    "<a href='plain/../way-up_1.html' data-href='段 简'>to</a>",
    "<script type='application/ld+json'>{\"a\": \"&lt;b> &amp; c\"}</script>",
    "<p><svg xmlns='http://www.w3.org/2000/svg'><a href='段'/><path d='0&lt;'/></svg></p>",
    "<div><?part nav?><p/>tail</div>",
    "<html><head><meta charset='utf-8'/><link rel='x' href=\"a'b\"/></head><body><main/></body></html>",
    "<hr/>",
};

static void dump(const xmlNode *node, GString *html)
{
    xmlOutputBufferPtr out = xmlAllocOutputBuffer(NULL);

    htmlNodeDumpFormatOutput(out, node->doc, (xmlNodePtr)(guintptr)node, "UTF-8", 0);
    xmlOutputBufferFlush(out);
    g_string_append_len(html, (const char *)xmlOutputBufferGetContent(out),
                        (gssize)xmlOutputBufferGetSize(out));
    xmlOutputBufferClose(out);
}

static void check_alike(const xmlNode *node)
{
    g_autoptr(GString) own = g_string_new(NULL), theirs = g_string_new(NULL);

    gaz_html_write(own, node);
    dump(node, theirs);
    ck_assert_str_eq(own->str, theirs->str);
    ck_assert_uint_gt(own->len, 0);
}

START_TEST(a_tree_is_written_as_libxml2_writes_it)
{
    const char *tree = trees[_i];
    xmlDocPtr doc = xmlReadMemory(tree, (int)strlen(tree), NULL, NULL, XML_PARSE_NONET);

    ck_assert_ptr_nonnull(doc);
    doc->type = XML_HTML_DOCUMENT_NODE; /* as a stylesheet's result for HTML */
    check_alike(xmlDocGetRootElement(doc));
    doc->type = XML_DOCUMENT_NODE;
    xmlFreeDoc(doc);
}
END_TEST

/* A stylesheet leaves a value or a text in pieces, and an attribute without any. */
START_TEST(pieces_are_joined)
{
    xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr root = xmlNewDocNode(doc, NULL, BAD_CAST "p", NULL);
    xmlAttrPtr attribute = xmlNewProp(root, BAD_CAST "title", BAD_CAST "a");

    xmlDocSetRootElement(doc, root);
    attribute->children->next = xmlNewDocText(doc, BAD_CAST " & b");
    attribute->children->next->prev = attribute->children;
    xmlNewProp(root, BAD_CAST "id", NULL);
    xmlAddChild(root, xmlNewDocText(doc, BAD_CAST "one "));
    xmlAddChild(root, xmlNewDocNode(doc, NULL, BAD_CAST "br", NULL));
    doc->type = XML_HTML_DOCUMENT_NODE;
    check_alike(root);
    doc->type = XML_DOCUMENT_NODE;
    xmlFreeDoc(doc);
}
END_TEST

/* As deep as the input makes them, trees need no deeper stack of ours. */
START_TEST(depth_needs_no_stack)
{
    enum { DEPTH = 200000 };
    xmlDocPtr doc = xmlNewDoc(BAD_CAST "1.0");
    xmlNodePtr node = xmlNewDocNode(doc, NULL, BAD_CAST "b", NULL);
    g_autoptr(GString) html = g_string_new(NULL);

    xmlDocSetRootElement(doc, node);
    for (unsigned i = 1; i < DEPTH; i++)
        node = xmlAddChild(node, xmlNewDocNode(doc, NULL, BAD_CAST "b", NULL));
    gaz_html_write(html, xmlDocGetRootElement(doc));
    ck_assert_uint_eq(html->len, DEPTH * strlen("<b></b>"));
    xmlFreeDoc(doc);
}
END_TEST

/* A page as it is written, and with [ and ] for the tags that keep words whole. */
static const struct {
    const char *name, *html, *kept;
} words[] = {
    {"years", "<p>the 2021–2022 season</p>", "<p>the [2021–2022] season</p>"},
    {"times of day", "<li>8:30—12:00、13:30—17:30</li>", "<li>[8:30—12:00]、[13:30—17:30]</li>"},
    {"three in a row", "<p>1–2–3, 4</p>", "<p>[1–2–3,] 4</p>"},
    {"a document's number", "<p>现按照有关规定和鲁工信原〔2021〕212号</p>",
     "<p>现按照有关规定和鲁工信原[〔2021〕212号]</p>"},
    {"with its letters", "<p>in <i>鲁工信原〔2021〕212号</i>", "<p>in <i>[鲁工信原〔2021〕212号]</i>"},
    {"at the very end", "<p>〔2021〕0101", "<p>[〔2021〕0101]"},
    {"what only begins so", "<p>〔2021〕, 2021– and –2022, “—”, 1–a</p>", NULL},
    {"not in a tag", "<p title=\"2021–2022\">one</p>", NULL},
    {"but after it", "<p title=\"1–2–3\">4–5</p>", "<p title=\"1–2–3\">[4–5]</p>"},
    {"not where no element may be", "<title>1–2</title><option value=\"\">1–2</option>", NULL},
    {"nor in a script after the mark of a part", "<p>1</p><script><?part trail>\"1–2\"</script>", NULL},
    {"but in words after one", "<p>1<?part trail>2–3</p>", "<p>1<?part trail>[2–3]</p>"},
    {"nor in what is drawn", "<svg><text x=\"1\">1–2</text></svg>", NULL},
    {"not in what comes before the first tag", "1–2<p>3–4</p>", "1–2<p>[3–4]</p>"},
};

START_TEST(spans_and_numbers_are_kept_whole)
{
    g_autoptr(GString) kept = gaz_whole_keep(g_string_new(words[_i].html));
    const char *expected = words[_i].kept == NULL ? words[_i].html : words[_i].kept;

    g_string_replace(kept, "<span class=\"whole\">", "[", 0);
    g_string_replace(kept, "</span>", "]", 0);
    ck_assert_msg(strcmp(kept->str, expected) == 0, "%s: %s", words[_i].name, kept->str);
}
END_TEST

static Suite *suite(void)
{
    Suite *all = suite_create("html");
    TCase *alike = tcase_create("alike"), *kept = tcase_create("kept whole");

    tcase_add_loop_test(alike, a_tree_is_written_as_libxml2_writes_it, 0, G_N_ELEMENTS(trees));
    tcase_add_test(alike, pieces_are_joined);
    tcase_add_test(alike, depth_needs_no_stack);
    tcase_add_loop_test(kept, spans_and_numbers_are_kept_whole, 0, G_N_ELEMENTS(words));
    suite_add_tcase(all, alike);
    suite_add_tcase(all, kept);
    return all;
}

int main(void)
{
    return suite_run(suite());
}
