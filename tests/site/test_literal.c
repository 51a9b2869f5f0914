/* test_literal.c - what a stylesheet says literally, and the little of XPath that C answers, against libxslt:
 * each must say what libxslt alone says, which a stylesheet for XML is left to. */
#include "../support/suite.h"
#include "site/literal.h"
#include "site/select.h"
#include "site/sheets.h"
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <string.h>

#define HEAD                                                                                                 \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "                        \
    "xmlns:g='urn:gazette:site' extension-element-prefixes='g'>"

static const char facts[] =
    "<page root='../' n='2500.5'><name only='zh-CN'><zh>A &lt;b> &amp; \"c\"</zh></name><none/>"
    "<line id='1' kind='a'><mark on='yes'>x</mark><mark>y</mark></line><line id='2' kind='b' days='0'/>"
    "<line id='3' kind='a' days='12.5'><way href=' ../a b.html?x=&quot;&amp;y'/><mark "
    "kind='&lt;'>z</mark></line>"
    "<raw>&lt;b&gt;</raw></page>";

static const char *const templates[] = {
    "<p>plain</p>",
    "<p class='a &amp; b' title='\"it&apos;s\"' hidden='hidden'>1 &lt; 2<br/><img alt='' src='a b'/></p>",
    "<p> <b>a</b> <xsl:text> </xsl:text><b>b</b>\n tail </p>",
    "<a href='{/page/@root}lines.html#{@n}'>to</a><a href='{line/way/@href}' title='{@none}'>way</a>",
    "<p lang=\"{g:say('n')}\"><g:say text='n'/>, <g:text of='name'/>, <g:days of='@n'/></p>",
    "<p><g:text of='none'/><g:text of='nothing'/><g:value of='line/@days'/></p>",
    "<p><xsl:value-of select='name/zh'/>-<xsl:value-of select='line/@id'/>-<xsl:value-of "
    "select='nothing'/></p>",
    "<p><xsl:value-of select='raw' disable-output-escaping='yes'/><xsl:value-of select='raw'/></p>",
    "<xsl:value-of select='raw' disable-output-escaping='yes'/>",
    "<ul><xsl:for-each select='line'><li id='l-{@id}'><xsl:value-of select='mark'/></li></xsl:for-each></ul>",
    "<ul><xsl:for-each select='line/mark'><li><xsl:value-of select='@kind'/></li></xsl:for-each></ul>",
    "<ul><xsl:for-each select='line'><xsl:sort select='@id' order='descending'/><li>"
    "<xsl:value-of select='@id'/></li></xsl:for-each></ul>",
    "<p><xsl:for-each select='line'><xsl:if test='position() &gt; 1'>, </xsl:if><b/></xsl:for-each></p>",
    "<xsl:for-each select='line'><xsl:choose><xsl:when test=\"@kind = 'b'\"><i>b</i></xsl:when>"
    "<xsl:when "
    "test='@days'>days</xsl:when><xsl:otherwise><b>other</b></xsl:otherwise></xsl:choose></xsl:for-each>",
    "<xsl:for-each select='line'><xsl:choose><xsl:when test='count(mark) = 2'><i>b</i></xsl:when>"
    "<xsl:when test='@days'>days</xsl:when></xsl:choose></xsl:for-each>",
    "<xsl:variable name='v'><g:say text='n'/> <xsl:for-each select='line'>&lt;<xsl:value-of select='@id'/>"
    "</xsl:for-each></xsl:variable><p title='{$v}'><xsl:value-of select='$v'/></p>",
    "<xsl:variable name='v'><p>a<xsl:value-of select='raw'/></p></xsl:variable><div><xsl:copy-of "
    "select='$v'/></div>",
    "<p><xsl:attribute name='title'>a<xsl:if test='line'> b</xsl:if></xsl:attribute>c</p>",
    "<div><p><xsl:if test='line'><xsl:attribute name='class'>x</xsl:attribute></xsl:if><b>c</b></p></div>",
    "<p><xsl:call-template name='id'/>called</p>",
    "<p><g:attribute name='id' of='line/@id'/><b>c</b></p>",
    "<a class='x'><xsl:if test='line'><g:attribute name='id' of='@n'/><xsl:if test='@x'><g:attribute "
    "name='x' of='@x'/></xsl:if></xsl:if>"
    "<xsl:attribute name='href'>a b<xsl:choose><xsl:when test='@n'>&amp;&lt;<g:number "
    "of='@n'/></xsl:when></xsl:choose></xsl:attribute>c</a>",
    "<p><xsl:attribute name='title'><xsl:apply-templates select='raw'/></xsl:attribute>c</p>",
    "<xsl:element name='h{1 + 1}'><b>head</b></xsl:element>",
    "<p>a<xsl:text disable-output-escaping='yes'>&lt;b&gt;</xsl:text>c</p>",
    "<script>1 &lt; <xsl:value-of select='line/@id'/></script>",
    "<p>{{<b title='{{}}'/>}}</p>",
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path d='M0'/><a href='a b'/></svg>",
    "<svg xmlns='http://www.w3.org/2000/svg'><rect class='{concat(\"a\", @n)}'/><a href='{@n}'/></svg>",
    "<!-- nothing --><p><!-- nothing --></p>",
    "<xsl:variable name='v'><g:say text='n'/></xsl:variable><p title='{$v}: {g:uri($v)}, {g:number(@n)}'>"
    "<xsl:value-of select='$v'/><g:say text='of' n='$v'/></p>",
    "<xsl:variable name='v' select='line'/><xsl:variable name='id' select=\"'n'\"/><p><xsl:value-of "
    "select='$v'/>"
    "<xsl:value-of select='$v' disable-output-escaping='yes'/><g:say text='$id'/></p>",
    "<script type='a'>{<g:json of='name'/>, <g:part name='p-' of='@n'/>: <g:json of='@root'/>}</script>",
    "<p><xsl:value-of select='line[@days]'/><i title='{line[@days]/@id}{line[@days]}'/></p>",
    "<p><g:part name='nav'/></p><g:part name='n-' of='line/@id'/>",
};

static const char *const tests[] = {
    "line",
    "nothing",
    "@n",
    "@x",
    "line/mark/@on",
    "/page/line",
    "/page/@x",
    "not(line)",
    "not(@x)",
    "line/@id",
    "line/@id = '2'",
    "line/@id = '4'",
    "line/@id != '1'",
    "@n != '2500.5'",
    "@x != 'a'",
    "line/@days > 12",
    "line/@days > 13",
    "line/@kind > 0",
    "@x > 0",
    "@n > line",
    "@n > 2.5",
    "line[@days]",
    "line[@days > 0]/mark",
    "line[@kind = 'b']/mark",
    "line[mark]/@days = '0'",
    "line[not(mark)]/@id = '2'",
    "line and @n",
    "line and @x",
    "@x or line",
    "@x or nothing",
    "line[@kind = 'a' and @days]",
    "line[@kind = 'a'][@days]",
    "count(line) = 3",
    "line | @x",
    "line and @x or @n",
    "@x or line and @n",
    "line/@id = \"2\"",
    "'a'",
    "1",
    "*",
    "..",
    "line/*",
    "*/@on",
    "*[@on]",
    "line/@*",
    "*/*",
    "line = 'xy'",
    "line[@days] = 'z'",
    "line[@days]/mark = 'z'",
    "line[mark/@on = 'yes']/@id = '1'",
};

static GString *said(const char *head, const char *template, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-literal-XXXXXX", NULL);
    g_autofree char *words = g_build_filename(folder, "strings.xml", NULL);
    g_autofree char *path = g_build_filename(folder, "t.xsl", NULL);
    g_autofree char *sheet =
        g_strdup_printf(HEAD "%s<xsl:template match='/page'><r>%s</r></xsl:template><xsl:template name='id'>"
                             "<xsl:attribute name='id'>i</xsl:attribute></xsl:template></xsl:stylesheet>",
                        head, template);
    xmlDocPtr doc = xmlReadMemory(facts, (int)strlen(facts), NULL, NULL, XML_PARSE_NONET);
    g_autoptr(GazStrings) strings = NULL;
    g_autoptr(GazSheets) sheets = NULL;
    GString *text;

    ck_assert(g_file_set_contents(words,
                                  "<strings><s id='n'><zh>无</zh><en>No &amp; none</en></s>"
                                  "<s id='of'><zh>{n}</zh><en>Of {n}</en></s></strings>",
                                  -1, NULL));
    ck_assert(g_file_set_contents(path, sheet, -1, NULL));
    strings = gaz_strings_read(words, error);
    sheets = gaz_sheets_new(folder, strings);
    text = gaz_sheets_fragment(sheets, "t", doc, GAZ_EN, error);
    xmlFreeDoc(doc);
    g_unlink(words);
    g_unlink(path);
    g_rmdir(folder);
    return text;
}

static void check_said(const char *template)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GString) own = said("", template, &error);
    g_autoptr(GString) theirs = said("<xsl:output method='xml'/>", template, &error);

    ck_assert_msg(error == NULL, "%s: %s", template, error == NULL ? "" : error->message);
    ck_assert_msg(strcmp(own->str, theirs->str) == 0, "%s: %s, not %s", template, own->str, theirs->str);
}

START_TEST(what_is_literal_is_said_as_libxslt_says_it)
{
    check_said(templates[_i]);
}
END_TEST

START_TEST(tests_hold_where_they_hold_for_libxslt)
{
    g_autofree char *escaped = g_markup_escape_text(tests[_i], -1);
    g_autofree char *template = g_strdup_printf("<b/><xsl:if test=\"%s\"><i>yes</i></xsl:if>", escaped);

    check_said(template);
}
END_TEST

START_TEST(an_attribute_too_late_is_told)
{
    g_autoptr(GError) error = NULL;

    ck_assert_ptr_null(said("", "<p>a<g:attribute name='id' of='@n'/></p>", &error));
    ck_assert_ptr_nonnull(strstr(error->message, "g:attribute"));
}
END_TEST

static void check_written(const char *before, const char *after)
{
    xmlDocPtr doc = xmlReadMemory(before, (int)strlen(before), NULL, NULL, XML_PARSE_NONET);
    xmlChar *text;

    gaz_literal_write_out(doc);
    xmlDocDumpMemoryEnc(doc, &text, NULL, "UTF-8");
    ck_assert_str_eq(strchr((const char *)text, '\n') + 1, after);
    xmlFree(text);
    xmlFreeDoc(doc);
}

START_TEST(elements_become_text_with_what_is_asked_for)
{
    static const char sheet[] =
        "<s xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" xmlns:g=\"urn:gazette:site\" "
        "extension-element-prefixes=\"g\">";
    g_autofree char *before = g_strconcat(
        sheet,
        "<xsl:template match='line'><td class='n' id='a-{@id}'> <g:days of='@days'/><xsl:text> </xsl:text>",
        "<xsl:if test='@x'>&lt;</xsl:if></td><xsl:apply-templates/>late</xsl:template></s>", NULL);
    g_autofree char *after = g_strconcat(
        sheet, "<xsl:template match=\"line\"><g:html><![CDATA[<td class=\"n\"]]><g:with name=\"id\">",
        "<![CDATA[a-]]><g:value of=\"@id\"/></g:with><![CDATA[>]]><g:days of=\"@days\"/><![CDATA[ ]]>",
        "<g:if test=\"@x\"><![CDATA[&lt;]]></g:if><![CDATA[</td>]]></g:html><xsl:apply-templates/>late",
        "</xsl:template></s>\n", NULL);

    check_written(before, after);
}
END_TEST

static Suite *suite(void)
{
    Suite *all = suite_create("literal");
    TCase *literal = tcase_create("literal");

    tcase_add_loop_test(literal, what_is_literal_is_said_as_libxslt_says_it, 0, G_N_ELEMENTS(templates));
    tcase_add_loop_test(literal, tests_hold_where_they_hold_for_libxslt, 0, G_N_ELEMENTS(tests));
    tcase_add_test(literal, an_attribute_too_late_is_told);
    tcase_add_test(literal, elements_become_text_with_what_is_asked_for);
    suite_add_tcase(all, literal);
    return all;
}

int main(void)
{
    return suite_run(suite());
}
