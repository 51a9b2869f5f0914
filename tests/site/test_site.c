/* test_site.c - the whole website of a hostile data folder: its links, languages, numbers and silences. */
#include "../support/data_folder.h"
#include "../support/suite.h"
#include "built.h"
#include "check/years.h"

/* Calls `look` for each page, with its tree. */
static void each_page(const Built *built, void (*look)(const Built *, const char *, htmlDocPtr))
{
    g_autoptr(GPtrArray) pages = built_files(built->folder, ".html");

    ck_assert_uint_gt(pages->len, 40);
    for (unsigned i = 0; i < pages->len; i++) {
        htmlDocPtr html = built_html(built, pages->pdata[i]);

        look(built, pages->pdata[i], html);
        xmlFreeDoc(html);
    }
}

static bool exists(const Built *built, const char *path)
{
    g_autofree char *full = g_build_filename(built->folder, path, NULL);

    return g_file_test(full, G_FILE_TEST_EXISTS);
}

static void must_exist(const Built *built, const char *path)
{
    g_autofree char *english = g_strconcat("en/", path, NULL);

    ck_assert_msg(exists(built, path), "%s", path);
    ck_assert_msg(exists(built, english), "%s", english);
}

START_TEST(every_record_has_its_page)
{
    static const char *const kinds[] = {
        "index", "notices", "lines",      "enterprises", "violations",  "consultations", "channels",
        "about", "legal",   "data/index", "404",         "corrections", "announced"};
    Built *built = built_new();

    built_write(built);
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++) {
        g_autofree char *path = g_strconcat(kinds[i], ".html", NULL);

        must_exist(built, path);
    }
    for (unsigned i = 0; i < built->data->lines->len; i++) {
        const GazLine *line = built->data->lines->pdata[i];
        g_autofree char *path = g_strdup_printf("lines/%s.html", line->record.id);

        must_exist(built, path);
    }
    for (unsigned i = 0; i < built->data->enterprises->len; i++) {
        const GazEnterprise *enterprise = built->data->enterprises->pdata[i];
        g_autofree char *path = g_strdup_printf("enterprises/%s.html", enterprise->credit_code);

        must_exist(built, path);
    }
    must_exist(built, "notices/2021/exposure-2021.html");
    must_exist(built, "cities/370100.html");
    ck_assert(exists(built, "robots.txt") && exists(built, "style.css") && exists(built, "list.js"));
    built_free(built);
}
END_TEST

/* Whether it is no page of its own but leads on to one. */
static bool leads_on(const Built *built, const char *path)
{
    g_autofree char *text = built_file(built, path);

    return strstr(text, "http-equiv=\"refresh\"") != NULL;
}

static void has_counterpart(const Built *built, const char *path, htmlDocPtr html)
{
    bool english = g_str_has_prefix(path, "en/");
    g_autofree char *other = english ? g_strdup(path + 3) : g_strconcat("en/", path, NULL);
    g_autofree char *link = built_value(html, "string(//a[@class='language']/@href)");
    g_autofree char *tag = built_value(html, "string(/html/@lang)");
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *joined = g_build_filename("/", folder, link, NULL);
    g_autofree char *led_to = g_canonicalize_filename(joined, "/");

    ck_assert_msg(exists(built, other), "%s has no counterpart", path);
    ck_assert_str_eq(tag, english ? "en" : "zh-CN");
    if (!g_str_has_suffix(path, "404.html") && !leads_on(built, path))
        ck_assert_msg(strcmp(led_to + 1, other) == 0, "%s leads to %s", path, led_to);
}

/* By itself, by hand and for search engines alike, to a page that doesn't lead on in its turn. */
static void leads_to_a_page(const Built *built, const char *path, htmlDocPtr html)
{
    g_autofree char *refresh = built_value(html, "string(//meta[@http-equiv='refresh']/@content)");
    g_autofree char *link = built_value(html, "string(//main//a/@href)");
    g_autofree char *canonical = built_value(html, "string(//link[@rel='canonical']/@href)");
    g_autofree char *robots = built_value(html, "string(//meta[@name='robots']/@content)");
    g_autofree char *expected = g_strconcat("0; url=", link, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *joined = g_build_filename("/", folder, link, NULL);
    g_autofree char *led_to = g_canonicalize_filename(joined, "/");

    if (!leads_on(built, path))
        return;
    ck_assert_str_eq(refresh, expected);
    ck_assert_str_eq(robots, "noindex");
    must_exist(built, g_str_has_prefix(path, "en/") ? led_to + strlen("/en/") : led_to + 1);
    ck_assert_msg(!leads_on(built, led_to + 1), "%s: a chain", path);
    ck_assert_msg(g_str_has_suffix(canonical, led_to), "%s: %s", path, canonical);
}

START_TEST(what_lapsed_leads_on)
{
    Built *built = built_new();
    g_autofree char *hosts = NULL;

    built_write(built);
    ck_assert(leads_on(built, "lines/index.html") && leads_on(built, "en/notices/2021/index.html"));
    each_page(built, leads_to_a_page);
    hosts = built_file(built, "_redirects");
    ck_assert_ptr_nonnull(strstr(hosts, "/off-peak/en/lines/index.html /off-peak/en/lines.html 301\n"));
    built_free(built);
}
END_TEST

START_TEST(a_year_keeps_the_address_of_its_list)
{
    Built *built = built_new();
    g_autofree char *path = g_strdup_printf("lines/%d.html", built->data->publication->year);
    g_autofree char *rows = NULL, *own = NULL, *link = NULL;
    htmlDocPtr list, year;

    built_write(built);
    must_exist(built, path);
    list = built_html(built, "lines.html");
    year = built_html(built, path);
    rows = built_value(list, "string(count(//tr[@data-q]))");
    own = built_value(year, "string(count(//tr[@data-q]))");
    link = built_value(list, "string(//header[@class='title']//a/@href)");
    ck_assert_str_eq(own, rows);
    ck_assert_str_eq(link, path);
    xmlFreeDoc(list);
    xmlFreeDoc(year);
    built_free(built);
}
END_TEST

/* What the page says at `query`. Yours: g_free(). */
static char *said_on(const Built *built, const char *page, const char *query)
{
    htmlDocPtr html = built_html(built, page);
    char *said = built_value(html, query);

    xmlFreeDoc(html);
    return said;
}

static void assert_said(const Built *built, const char *page, const char *query, const char *expected)
{
    g_autofree char *said = said_on(built, page, query);

    ck_assert_msg(strcmp(said, expected) == 0, "%s: %s: %s, expected %s", page, query, said, expected);
}

/* A line that was taken up again since: its state, and the count of those that operated. */
START_TEST(the_list_of_a_year_tells_its_states)
{
    static const char state[] = "normalize-space(//tr[@id='L-001']/td[@class='state'])";
    static const char operating[] =
        "substring-before(substring-after(//p[@class='lead'], 'lines, '), ' operating')";
    Built *built = built_new();
    GazLine *line = (GazLine *)(guintptr)gaz_data_lookup(built->data, "lines", "L-001");
    GazLineState states[] = {{GAZ_NO_DATE, line->enterprise, GAZ_LINE_SUSPENDED},
                             {gaz_date_make(2022, 2, 1), line->enterprise, GAZ_LINE_OPERATING}};

    line->states = states;
    line->state_count = G_N_ELEMENTS(states);
    gaz_assessment_free(built->assessment);
    built->assessment = gaz_assessment_new(built->data, gaz_date_make(2022, 3, 31));
    built->site.assessment = built->assessment;
    built_write(built);
    assert_said(built, "en/lines.html", state, "Operating");
    assert_said(built, "en/lines.html", operating, "4");
    assert_said(built, "en/lines/2021.html", state, "Suspended");
    assert_said(built, "en/lines/2021.html", operating, "3");
    assert_said(built, "en/lines/2021.html", "string(//p[@class='lead'])",
                "6 lines, 3 operating on 31 December 2021; days and findings as of 31 March 2022.");
    built_free(built);
}
END_TEST

/* The sample years, or a copy of them, instead of the folder's own data, whose documents still refer to them.
 */
static GazYears *show_sample_years(Built *built, const char *folder, GazData **sample)
{
    g_autoptr(GazReport) report = gaz_report_new();
    GazViewDay day = {.year = 2023,
                      .changes_until = gaz_date_make(2024, 4, 30),
                      .corrections_until = gaz_date_make(2024, 4, 30)};
    GazYears *years;

    *sample = gaz_data_read(folder, "data/rules", report, NULL);
    ck_assert_ptr_nonnull(*sample);
    years = gaz_years_new(*sample);
    built->site.assessment = gaz_years_assess(years, &day, gaz_date_make(2024, 4, 30));
    g_ptr_array_set_size(built->site.notices, 0);
    return years;
}

/* Renamed, merged, moved, assessed anew: what happened after a year is over changes nothing in its list. */
static const struct {
    const char *page, *cell, *expected;
} registers[] = {
    {"en/lines/2021.html", "string(//tr[@id='L-023-1']//a[@class='owner'])", "Yantai Xiyan Cement Co., Ltd."},
    {"en/lines/2022.html", "string(//tr[@id='L-023-1']//a[@class='owner'])",
     "Yantai Xiyan Green Building Materials Co., Ltd."},
    {"en/lines/2021.html", "string(//tr[@id='L-040-1']//a[@class='owner'])", "Xintai Xushi Cement Co., Ltd."},
    {"en/lines/2021.html", "string(//tr[@id='L-040-1']//a[@class='line'])", "Kiln No. 1"},
    {"en/lines/2022.html", "string(//tr[@id='L-040-1']//a[@class='line'])", "Xintai Kiln No. 1"},
    {"en/lines/2022.html", "string(//tr[@id='L-006-2']//a[@class='owner'])",
     "Qingdao Chengli Cement Co., Ltd."},
    {"en/lines/2023.html", "string(//tr[@id='L-006-2']//a[@class='owner'])",
     "Qingdao Langji Building Materials Co., Ltd."},
    {"en/lines/2021.html", "string(//tr[@id='L-036-1']/@data-capacity)", "5000"},
    {"en/lines/2022.html", "string(//tr[@id='L-036-1']/@data-capacity)", "5500"},
    /* of the lines there are, as line-list-2023 and line-list-2024 sum them up */
    {"en/lines/2022.html", "string(//dt[.='Approved capacity (t/d)']/../dd)", "307,200"},
    {"en/lines/2023.html", "string(//dt[.='Approved capacity (t/d)']/../dd)", "304,700"},
    /* an exposure stays on record beside what withdrew it */
    {"en/violations.html", "string(//article[@id='F-2022-03']//li[3]/time/@datetime)", "2023-01-20"},
    {"en/violations.html", "string(//article[@id='F-2022-03']//li[3]//a)", "Publicly exposed"},
    {"en/violations.html", "string(//article[@id='F-2022-03']//li[4]//a)", "Exposure withdrawn"},
    {"en/violations.html", "string(//article[@id='F-2022-03']//li[4]//a/@href)",
     "notices/2023/withdrawal-2023-01.html"},
    {"violations.html", "string(count(//article[.//a[. = '公开曝光已撤销']]))", "1"},
    {"violations.html", "string(//article[@id='F-2022-03']//li[3]//p[last()])",
     "山东省工业和信息化厅、山东省生态环境厅"},
    /* not so what came of a breach: put right, exposed later, in the folder of the next year */
    {"en/lines/2021.html", "string(//tr[@id='L-035-1']//a[contains(@href, 'F-2021-09')])", "Put right"},
    {"en/lines/2021.html", "string(//tr[@id='L-030-1']//a[contains(@href, 'F-2021-07')])",
     "Publicly exposed"},
    {"en/lines/2021.html", "string(//tr[@id='L-030-1']/@data-mark)", "short exposed breach"},
    {"en/lines/L-001-2.html", "string(//section[h2/@id='adjustments']//a)", "鲁水泥协〔2021〕905号"},
    {"en/lines/L-001-2.html", "string(//section[h2/@id='adjustments']//a/@href)",
     "../notices/2021/plan-2021.html"},
};

/* L-020-1 stood still from the season's first day to 5 December 2022, which the account of 2022 has, and
 * again from the 16th on, which lasts into that of 2023: the calendar of 2023 begins with the season. */
static const struct {
    const char *page, *query, *expected;
} reaching_back[] = {
    {"en/lines/L-020-1.html", "string(//section[h2/@id='stops']//tbody/tr[1]/td[1])", "5 December 2022"},
    {"en/lines/L-020-1.html",
     "string(contains(//figcaption, 'Verified stop: 15 November 2022 to 5 December 2022, 21 days.'))",
     "true"},
    {"en/lines/L-020-1.html",
     "string(contains(//figcaption, 'Not verified: 6 December 2022 to 15 December 2022, 10 days.'))", "true"},
    {"en/lines/L-020-1.html", /* the row of November 2022 */
     "string(starts-with(//*[local-name() = 'path'][@class='verified']/@d, 'M178.4 30.5h153.6'))", "true"},
    {"en/enterprises/91370400MADEM0206H.html",
     "string(starts-with(//*[local-name() = 'path'][@class='verified']/@d, 'M9.8 25.5h14.7'))", "true"},
    {"en/lines/L-020-1.html", "string(//dl[@class='numbers']/div[2]/dd)", "121"}, /* the year's, as before */
};

START_TEST(a_calendar_shows_what_it_reaches_back_to)
{
    Built *built = built_new();
    GazData *sample = NULL;
    GazYears *years = show_sample_years(built, "data/shandong-2021", &sample);

    built_write(built);
    for (unsigned i = 0; i < G_N_ELEMENTS(reaching_back); i++)
        assert_said(built, reaching_back[i].page, reaching_back[i].query, reaching_back[i].expected);
    gaz_years_free(years);
    gaz_data_free(sample);
    built_free(built);
}
END_TEST

START_TEST(the_list_of_a_year_tells_whose_lines_they_were)
{
    Built *built = built_new();
    GazData *sample = NULL;
    GazYears *years = show_sample_years(built, "data/shandong-2021", &sample);

    built_write(built);
    for (unsigned i = 0; i < G_N_ELEMENTS(registers); i++)
        assert_said(built, registers[i].page, registers[i].cell, registers[i].expected);
    gaz_years_free(years);
    gaz_data_free(sample);
    built_free(built);
}
END_TEST

/* A row at the end of a file of the folder. */
static void append_row(const char *folder, const char *name, const char *row)
{
    g_autofree char *path = g_build_filename(folder, name, NULL), *text = NULL, *longer = NULL;

    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    longer = g_strconcat(text, row, "\n", NULL);
    data_folder_write(folder, name, longer, -1);
}

/* L-006-2 was found running in December 2022 and sold in June 2023. */
static const struct {
    const char *page, *query, *expected;
} sold[] = {
    {"en/enterprises/91370200MADEM0062M.html", "string(count(//article[@id='F-2022-90']))", "1"},
    {"en/enterprises/91370200MADEM0070G.html", "string(count(//article[@id='F-2022-90']))", "0"},
    {"en/violations.html", "string(count(//article[@id='F-2022-90']//a[contains(@href, '0062M')]))", "1"},
    {"en/violations.html", "string(count(//article[@id='F-2022-90']//a[contains(@href, '0070G')]))", "0"},
    {"en/lines/L-006-2.html", "string(count(//article[@id='F-2022-90']))", "1"},
    {"en/lines.html", "string(//tr[@id='L-006-2']/@data-mark)", ""},
    {"en/lines.html", "string(count(//tr[@id='L-006-2']//a[contains(@href, 'F-2022-90')]))", "0"},
    {"en/lines/2022.html", "string(//tr[@id='L-006-2']/@data-mark)", "breach"},
};

START_TEST(a_breach_stays_the_sellers)
{
    Built *built = built_new();
    char *folder = data_folder_copy("data/shandong-2021");
    GazData *sample = NULL;
    GazYears *years;

    append_row(folder, "2022/findings.csv", "F-2022-90,L-006-2,2022,breach,停窑,Stop,,official,,,,,");
    append_row(folder, "2022/events.csv",
               "F-2022-90,2022-12-01 10:00,found-running,某局,Bureau,现场核查,On-site inspection,");
    years = show_sample_years(built, folder, &sample);
    built_write(built);
    for (unsigned i = 0; i < G_N_ELEMENTS(sold); i++)
        assert_said(built, sold[i].page, sold[i].query, sold[i].expected);
    gaz_years_free(years);
    gaz_data_free(sample);
    data_folder_remove(folder);
    built_free(built);
}
END_TEST

START_TEST(the_other_language_is_the_same_page)
{
    Built *built = built_new();

    built_write(built);
    each_page(built, has_counterpart);
    built_free(built);
}
END_TEST

/* Whether the page at `path` has an element with this id. */
static bool has_anchor(const Built *built, const char *path, const char *id)
{
    htmlDocPtr html = built_html(built, path);
    g_autofree char *query = g_strdup_printf("count(//*[@id='%s'])", id);
    g_autofree char *count = built_value(html, query);

    xmlFreeDoc(html);
    return strcmp(count, "1") == 0;
}

static void link_resolves(const Built *built, const char *path, const char *link)
{
    g_auto(GStrv) parts = g_strsplit(link, "#", 2);
    g_autofree char *folder = parts[0][0] == '/' ? g_strdup("/") : g_path_get_dirname(path);
    g_autofree char *joined = g_build_filename("/", folder, parts[0], NULL);
    g_autofree char *absolute = g_canonicalize_filename(joined, "/");
    const char *target = parts[0][0] == '\0' ? path : absolute + 1;

    if (g_str_has_suffix(target, ".pdf")) /* written by another stage */
        return;
    ck_assert_msg(exists(built, target), "%s: %s leads nowhere", path, link);
    if (parts[1] != NULL && strcmp(parts[1], "main") != 0)
        ck_assert_msg(has_anchor(built, target, parts[1]), "%s: %s has no such place", path, link);
}

/* On 404 links go from the host's root, as it is shown at any depth. */
static const char *below_base(const char *path, const char *link)
{
    const char *base = "/off-peak/";

    if (!g_str_has_suffix(path, "404.html"))
        return link;
    if (link[0] == '#')
        return NULL;
    ck_assert_msg(g_str_has_prefix(link, base), "%s: %s", path, link);
    return link + strlen(base) - 1;
}

static void links_resolve(const Built *built, const char *path, htmlDocPtr html)
{
    xmlXPathObjectPtr links =
        built_find(html, "//a/@href | //link[not(@hreflang or @rel='canonical')]/@href | "
                         "//script/@src | //img/@src | //form/@action");

    for (int i = 0; links->nodesetval != NULL && i < links->nodesetval->nodeNr; i++) {
        xmlChar *given = xmlNodeGetContent(links->nodesetval->nodeTab[i]);
        const char *link = (const char *)given, *scheme = g_uri_peek_scheme(link);

        if (scheme == NULL)
            link = below_base(path, link);
        else
            ck_assert_msg(strcmp(scheme, "tel") == 0 || strcmp(scheme, "mailto") == 0 ||
                              strcmp(scheme, "https") == 0,
                          "%s: %s", path, link);
        if (scheme == NULL && link != NULL)
            link_resolves(built, path, link);
        xmlFree(given);
    }
    xmlXPathFreeObject(links);
}

START_TEST(every_link_and_anchor_resolves)
{
    Built *built = built_new();

    built_write(built);
    each_page(built, links_resolve);
    built_free(built);
}
END_TEST

static void asks_nothing_of_others(const Built *built, const char *path, htmlDocPtr html)
{
    g_autofree char *loaded = built_value(
        html,
        "count(//*[@src][contains(@src, '//')] | //link[contains(@rel, 'stylesheet') or "
        "contains(@rel, 'icon')][contains(@href, '//')] | //iframe | //object | //embed | //img | //style)");
    g_autofree char *inlined = built_value(html, "count(//@style | //@*[starts-with(name(), 'on')] | "
                                                 "//script[not(@src)][not(@type='application/ld+json')])");
    g_autofree char *policy =
        built_value(html, "string(//meta[@http-equiv='Content-Security-Policy']/@content)");

    (void)built;
    ck_assert_msg(strcmp(loaded, "0") == 0, "%s loads something from outside", path);
    ck_assert_msg(strcmp(inlined, "0") == 0, "%s has a style or script of its own", path);
    ck_assert_msg(g_str_has_prefix(policy, "default-src 'none';"), "%s: %s", path, policy);
}

START_TEST(no_page_asks_anything_of_another_host)
{
    Built *built = built_new();
    g_autofree char *css = NULL;

    built_write(built);
    each_page(built, asks_nothing_of_others);
    css = built_file(built, "style.css");
    ck_assert(strstr(css, "url(") == NULL && strstr(css, "@import") == NULL);
    built_free(built);
}
END_TEST

static void says_once(const Built *built, const char *path, htmlDocPtr html)
{
    xmlXPathObjectPtr ids = built_find(html, "//@id");
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *heads = built_value(html, "count(//h1)");

    (void)built;
    for (int i = 0; ids->nodesetval != NULL && i < ids->nodesetval->nodeNr; i++) {
        xmlChar *id = xmlNodeGetContent(ids->nodesetval->nodeTab[i]);

        ck_assert_msg(g_hash_table_add(seen, g_strdup((char *)id)), "%s: id %s twice", path, id);
        xmlFree(id);
    }
    xmlXPathFreeObject(ids);
    ck_assert_msg(strcmp(heads, "1") == 0, "%s has %s h1", path, heads);
}

static void name_is_escaped(const Built *built, const char *path, htmlDocPtr html)
{
    g_autofree char *text = built_file(built, path);

    (void)html;
    ck_assert_msg(strstr(text, "<script>") == NULL, "%s", path);
    ck_assert_msg(strstr(text, "<!-- \"") == NULL, "%s", path);
    ck_assert_msg(strstr(text, "href=\"javascript:") == NULL, "%s", path);
    ck_assert_msg(strstr(text, "<b>") == NULL && strstr(text, "<i>") == NULL, "%s", path);
}

START_TEST(ids_are_unique_and_hostile_names_are_text)
{
    Built *built = built_new();
    g_autofree char *heading = NULL, *entity = NULL;
    htmlDocPtr html;

    built_write(built);
    each_page(built, says_once);
    each_page(built, name_is_escaped);
    html = built_html(built, "enterprises/91370000MA3C00001C.html");
    heading = built_value(html, "string(//h1)");
    ck_assert_str_eq(heading, "青岚<script>alert(1)</script>水泥");
    xmlFreeDoc(html);
    html = built_html(built, "en/enterprises/91370000MA3C00002F.html");
    entity = built_value(html, "string(//h1)");
    ck_assert_str_eq(entity, "Shimenling &amp; \"A\" Cement");
    xmlFreeDoc(html);
    built_free(built);
}
END_TEST

START_TEST(nothing_of_an_interview_notice_is_there)
{
    Built *built = built_new();
    g_autoptr(GPtrArray) files = NULL;

    built_write(built);
    files = built_files(built->folder, "");
    for (unsigned i = 0; i < files->len; i++) {
        g_autofree char *text = built_file(built, files->pdata[i]);

        ck_assert_msg(strstr(files->pdata[i], "interview-2021") == NULL, "%s", (char *)files->pdata[i]);
        ck_assert_msg(strstr(text, SECRET) == NULL && strstr(text, "interview-2021") == NULL, "%s",
                      (char *)files->pdata[i]);
    }
    built_free(built);
}
END_TEST

/* To one decimal, as the pages give days. */
static char *days_text(GazDecimal days, char text[32])
{
    return gaz_decimal_write((days + GAZ_DECIMAL_ONE / 20) / (GAZ_DECIMAL_ONE / 10) * (GAZ_DECIMAL_ONE / 10),
                             true, text);
}

/* "47 / 121", as a row says it. */
static char *days_of(const GazAccount *account)
{
    char verified[32], required[32];

    return g_strdup_printf("%s / %s", days_text(account->days_verified, verified),
                           days_text(account->days_required, required));
}

static void numbers_agree(const Built *built, const char *page, const GazAccount *account)
{
    htmlDocPtr html = built_html(built, page);
    g_autofree char *query = g_strdup_printf("string(//tr[@id='%s']/td[1])", account->line->record.id);
    g_autofree char *said = built_value(html, query);
    g_autofree char *expected = days_of(account);

    if (account->days_required > 0)
        ck_assert_str_eq(said, expected);
    xmlFreeDoc(html);
}

static void head_agrees(const Built *built, const GazAccount *account)
{
    g_autofree char *page = g_strdup_printf("en/lines/%s.html", account->line->record.id);
    htmlDocPtr html = built_html(built, page);
    g_autofree char *verified =
        built_value(html, "string(//dl[@class='numbers']/div[dt='Days verified']/dd)");
    char expected[32];

    if (account->days_required > 0)
        ck_assert_str_eq(verified, days_text(account->days_verified, expected));
    xmlFreeDoc(html);
}

START_TEST(numbers_are_the_assessments)
{
    Built *built = built_new();
    GazDecimal verified = 0;
    g_autofree char *said = NULL;
    char expected[32];
    htmlDocPtr html;

    built_write(built);
    for (unsigned i = 0; i < built->data->lines->len; i++) {
        const GazAccount *account = gaz_assessment_account(built->assessment, built->data->lines->pdata[i]);

        numbers_agree(built, "lines.html", account);
        numbers_agree(built, "en/lines.html", account);
        head_agrees(built, account);
        verified += account->days_verified;
    }
    ck_assert_int_gt(verified, 0);
    html = built_html(built, "en/index.html");
    said = built_value(html, "string(//dl[@class='numbers']/div[dt='Days verified']/dd)");
    ck_assert_str_eq(said, days_text(verified, expected));
    xmlFreeDoc(html);
    built_free(built);
}
END_TEST

START_TEST(a_place_is_in_the_order_of_its_language)
{
    static const char kind[] = "string(//p[@class='kind'])";
    Built *built = built_new();

    built_write(built);
    assert_said(built, "en/enterprises/91370000MA3C00001C.html", kind, "Licheng District, Jinan");
    assert_said(built, "enterprises/91370000MA3C00001C.html", kind, "济南市历城区");
    assert_said(built, "en/enterprises/91370000MA3C00002F.html", kind, "Jinan");
    assert_said(built, "en/lines/L-001.html", "string(//div[dt='Location']/dd)", "Licheng District, Jinan");
    assert_said(built, "lines/L-001.html", "string(//div[dt='所在地']/dd)", "济南市历城区");
    built_free(built);
}
END_TEST

START_TEST(who_verified_a_swap_is_called_so)
{
    Built *built = built_new();

    built_write(built);
    assert_said(built, "en/lines/L-004.html", "normalize-space(//section[h2/@id='swaps']//span)",
                "(agreement 协议1号, filed on 10 October 2021) Verified by: Zibo bureau of industry");
    assert_said(built, "lines/L-002.html", "normalize-space(//section[h2/@id='swaps']//span)",
                "（协议1号，2021年10月10日备案）核实单位：淄博市工业和信息化局");
    built_free(built);
}
END_TEST

/* As its offices call them. */
START_TEST(the_cities_of_a_region_are_called_what_they_are)
{
    Built *built = built_new();
    GazRules rules = *built->data->rules;
    GazRegion region = *rules.region;

    region.unit = gaz_text("盟市", "city or league");
    region.heading = gaz_text("盟市", "City or league");
    rules.region = &region;
    built->data->rules = &rules;
    built_write(built);
    assert_said(built, "lines.html", "string(//label[@for='f-city'])", "盟市");
    assert_said(built, "en/lines.html", "string(//label[@for='f-city'])", "City or league");
    assert_said(built, "en/lines.html", "string(//nav[@class='jump']/@aria-label)",
                "Jump to a city or league");
    assert_said(built, "lines.html", "string(//select[@id='f-sort']/option[1])", "按盟市");
    assert_said(built, "index.html", "string(//h2[@id='cities'])", "分盟市情况");
    assert_said(built, "en/violations.html", "string(//dt[.='City or league'])", "City or league");
    built_free(built);
}
END_TEST

/* Whichever line they are of: F-003, of the first, is of the same day, without an hour. */
START_TEST(a_measure_is_said_as_the_language_counts)
{
    Built *built = built_new();

    built_write(built);
    assert_said(built, "en/lines/L-001.html", "string(//div[dt='Measure']/dd)", "1.8 million m²");
    assert_said(built, "lines/L-001.html", "string(//div[dt='规模']/dd)", "180万平方米");
    built_free(built);
}
END_TEST

START_TEST(findings_of_an_enterprise_are_told_newest_first)
{
    Built *built = built_new();

    built_write(built);
    assert_said(built, "enterprises/91370000MA3C00001C.html", "string(//article[1]/@id)", "F-002");
    assert_said(built, "enterprises/91370000MA3C00001C.html", "string(//article[2]/@id)", "F-003");
    built_free(built);
}
END_TEST

static GazFindingState *state_of(const Built *built, const char *finding)
{
    const GazFinding *of = gaz_data_lookup(built->data, "findings", finding);

    return (GazFindingState *)(guintptr)gaz_assessment_finding(built->assessment, of);
}

#define FINDINGS "string(//dl[@class='numbers']/div[dt/a='Findings']/dd)"
#define SUMMARY "substring-before(//p[@class='lead'], ' as of ')"
#define BARRED "count(//section[h2[@id='barred']]//li)"
#define MARKS "string(//tr[@id='L-003']/@data-mark)"
#define TAG "[contains(@class, 'tag')]"

/* What pages say of F-001 while it stands, and annulled on review: it stays on record, and counts nowhere. */
static const struct {
    const char *page, *query, *stands, *annulled;
} told[] = {
    {"en/violations.html", SUMMARY, "2 findings", "1 finding"},
    {"en/violations.html", "string(//*[@id='F-001']//*" TAG ")", "Publicly exposed", "Annulled on review"},
    {"en/violations.html", "string(//ol[@class='ladder']/li[last()])", "1 Publicly exposed",
     "1 Annulled on review"},
    {"en/violations.html", BARRED, "1", "0"},
    {"en/index.html", FINDINGS, "2", "1"},
    {"en/violations.html", "string(//*[@id='F-001']//div[dt='Fine']/dd)", "200,000 yuan", "200,000 yuan"},
    {"en/lines.html", "contains(" MARKS ", 'exposed breach')", "true", "false"},
    {"en/lines.html", "contains(" MARKS ", 'breach')", "true", "false"},
    {"en/lines.html", "count(//tr[@id='L-003']//a" TAG "[. = 'Annulled on review'])", "0", "0"},
    {"en/lines/L-003.html", "contains(//main, 'Found running on 6 December 2021')", "true", "false"},
    {"en/lines/L-003.html", "count(//*[@class='running'])", "2", "1"}, /* one is of the key */
    {"en/lines/L-003.html", "count(//*[@class='consequence'])", "1", "0"},
};

START_TEST(a_finding_is_told_wherever_its_line_is_and_annulled_counts_nowhere)
{
    Built *built = built_new();
    GazObjection upheld = {.decided_on = built->assessment->as_of - 365};
    bool annulled = _i == 1;

    if (annulled) {
        state_of(built, "F-001")->stage = GAZ_STAGE_ANNULLED;
        state_of(built, "F-001")->upheld = &upheld;
    }
    built_write(built);
    for (unsigned i = 0; i < G_N_ELEMENTS(told); i++)
        assert_said(built, told[i].page, told[i].query, annulled ? told[i].annulled : told[i].stands);
    built_free(built);
}
END_TEST

/* The figures of the year are the year's; the page of findings has all, the one found last first. */
START_TEST(findings_of_another_year_are_not_of_this_one)
{
    Built *built = built_new();
    GazFinding *finding = (GazFinding *)(guintptr)state_of(built, "F-001")->finding;

    finding->year -= GAZ_DECIMAL_ONE;
    built_write(built);
    assert_said(built, "en/index.html", FINDINGS, "1");
    assert_said(built, "en/violations.html", SUMMARY, "2 findings");
    assert_said(built, "en/violations.html", "string(//article[1]/@id)", "F-002");
    built_free(built);
}
END_TEST

START_TEST(what_a_calendar_does_not_show_its_words_do_not_say)
{
    Built *built = built_new();
    GazEvent *event = state_of(built, "F-001")->events->pdata[0];

    event->at.day -= 3650;
    built_write(built);
    assert_said(built, "en/lines/L-003.html", "contains(//main, 'Found running on 9 December 2011')",
                "false");
    assert_said(built, "en/lines/L-003.html", "contains(//main, 'Found running on 12 December 2021')",
                "true");
    built_free(built);
}
END_TEST

/* An enterprise that was exposed finds what took it back, though its text names it in the title alone. */
START_TEST(a_withdrawal_is_of_those_that_were_exposed)
{
    static const char query[] = "count(//main//a[contains(@href, 'plan-2021.html')])";
    Built *built = built_new();
    GazSiteNotice *plan = NULL;

    for (unsigned i = 0; i < built->site.notices->len; i++) {
        GazSiteNotice *notice = built->site.notices->pdata[i];

        plan = strcmp(notice->notice->id, "plan-2021") == 0 ? notice : plan;
    }
    g_ptr_array_set_size(plan->document->enterprises, 0);
    ((GazNotice *)(guintptr)plan->notice)->withdraws = _i == 0 ? NULL : "exposure-2021";
    built_write(built);
    assert_said(built, "en/enterprises/91370000MA3C00002F.html", query, _i == 0 ? "0" : "1");
    built_free(built);
}
END_TEST

/* A bar that was lifted holds no more. */
START_TEST(a_bar_lifted_is_none)
{
    GazRestriction restriction = {.approval = "甲1号", .lift_approval = "甲2号"};
    Built *built = built_new();

    restriction.from = restriction.lifted_on = built->assessment->as_of;
    state_of(built, "F-001")->restriction = &restriction;
    built_write(built);
    assert_said(built, "en/violations.html", BARRED, "0");
    assert_said(built, "en/violations.html", "contains(//*[@id='F-001'], 'Its capacity may not be traded.')",
                "false");
    assert_said(built, "en/violations.html", "contains(//*[@id='F-001'], '甲1号, 甲2号')", "true");
    built_free(built);
}
END_TEST

/* Nobody knows on a day how many will agree on another. */
START_TEST(a_vote_is_told_once_it_is_held)
{
    Built *built = built_new();
    GazTask *task = built->data->tasks->pdata[0];

    task->vote_date = built->assessment->as_of + (int)_i;
    built_write(built);
    assert_said(built, "en/lines/L-001.html", "contains(//main, '46')", _i == 0 ? "true" : "false");
    built_free(built);
}
END_TEST

static void foot_carries_channels(const Built *built, const char *path, htmlDocPtr html)
{
    const GPtrArray *channels = built->data->channels;
    g_autofree char *foot = built_value(html, "string(//*[@class='foot'])");
    g_autofree char *spoken = built_value(
        html, "string(//*[@class='foot']//dd//span[@lang and translate(., '+-() 0123456789', '') = ''])");
    bool english = g_str_has_prefix(path, "en/");

    ck_assert_str_eq(spoken, ""); /* a number is of no language */
    for (unsigned i = 0; i < channels->len; i++) {
        const GazChannel *channel = channels->pdata[i];
        const char *value = channel->value.in[english ? GAZ_EN : GAZ_ZH];

        value = value == NULL ? channel->value.in[GAZ_ZH] : value;
        if (channel->city == NULL && !leads_on(built, path))
            ck_assert_msg(strstr(foot, value) != NULL, "%s: no %s in the foot", path, value);
    }
}

START_TEST(every_foot_carries_the_channels)
{
    Built *built = built_new();
    g_autofree char *zibo = NULL, *jinan = NULL, *tel = NULL;
    htmlDocPtr html;

    built_write(built);
    each_page(built, foot_carries_channels);
    html = built_html(built, "cities/370300.html");
    zibo = built_value(html, "string(//*[@class='foot'])");
    ck_assert(strstr(zibo, "0533-2190000") != NULL);
    tel = built_value(html, "string(//*[@class='foot']//a[starts-with(@href, 'tel:+')]/@href)");
    ck_assert_str_eq(tel, "tel:+8653186100000");
    xmlFreeDoc(html);
    html = built_html(built, "cities/370100.html");
    jinan = built_value(html, "string(//*[@class='foot'])");
    ck_assert(strstr(jinan, "0533-2190000") == NULL);
    xmlFreeDoc(html);
    built_free(built);
}
END_TEST

START_TEST(the_same_data_give_the_same_bytes)
{
    Built *first = built_new(), *second = built_new();
    g_autoptr(GPtrArray) files = NULL, others = NULL;

    built_write(first);
    built_write(second);
    files = built_files(first->folder, "");
    others = built_files(second->folder, "");
    ck_assert_uint_eq(files->len, others->len);
    for (unsigned i = 0; i < files->len; i++) {
        g_autofree char *text = built_file(first, files->pdata[i]);
        g_autofree char *other = built_file(second, files->pdata[i]);

        ck_assert_msg(strcmp(text, other) == 0, "%s", (char *)files->pdata[i]);
    }
    built_free(first);
    built_free(second);
}
END_TEST

START_TEST(one_language_alone_names_no_other)
{
    Built *built = built_new();
    htmlDocPtr html;
    g_autofree char *links = NULL;

    built->site.languages = GAZ_LANGUAGES_ZH;
    built_write(built);
    ck_assert(exists(built, "index.html") && !exists(built, "en"));
    html = built_html(built, "index.html");
    links = built_value(html, "count(//a[@class='language'] | //link[@hreflang])");
    ck_assert_str_eq(links, "0");
    xmlFreeDoc(html);
    built_free(built);
}
END_TEST

START_TEST(the_site_map_lists_every_page)
{
    Built *built = built_new();
    g_autoptr(GPtrArray) pages = NULL;
    g_autofree char *map = NULL;
    xmlDocPtr xml;

    built_write(built);
    map = built_file(built, "sitemap.xml");
    xml = xmlReadDoc(BAD_CAST map, NULL, NULL, XML_PARSE_NONET);
    ck_assert_ptr_nonnull(xml);
    xmlFreeDoc(xml);
    pages = built_files(built->folder, ".html");
    for (unsigned i = 0; i < pages->len; i++) {
        g_autofree char *entry =
            g_strdup_printf("<loc>https://cement.example/off-peak/%s</loc>", (char *)pages->pdata[i]);
        bool listed = strstr(map, entry) != NULL;

        ck_assert_msg(listed !=
                          (g_str_has_suffix(pages->pdata[i], "404.html") || leads_on(built, pages->pdata[i])),
                      "%s", entry);
    }
    ck_assert_ptr_nonnull(
        strstr(map, "<url>\n    <loc>https://cement.example/off-peak/en/lines.html</loc>\n    <lastmod>20"));
    ck_assert_ptr_nonnull(strstr(map, "<xhtml:link rel=\"alternate\" hreflang=\"x-default\" "
                                      "href=\"https://cement.example/off-peak/lines.html\"/>"));
    built_free(built);
}
END_TEST

START_TEST(a_site_map_of_one_language_names_no_other)
{
    Built *built = built_new();
    g_autofree char *map = NULL;

    built->site.languages = GAZ_LANGUAGES_ZH;
    built->data->publication->base_url = "https://cement.example/a&b";
    built_write(built);
    map = built_file(built, "sitemap.xml");
    ck_assert_ptr_nonnull(strstr(map, "<loc>https://cement.example/a&amp;b/lines.html</loc>"));
    ck_assert(strstr(map, "b/en/") == NULL && strstr(map, "alternate") == NULL);
    built_free(built);
}
END_TEST

START_TEST(annexes_speak_the_language_of_the_page)
{
    Built *built = built_new();
    htmlDocPtr html;
    g_autofree char *title = NULL, *notes = NULL, *figure = NULL, *dead = NULL;

    built_write(built);
    html = built_html(built, "en/notices/2021/exposure-2021.html");
    title = built_value(html, "string(//section[@class='annex'])");
    ck_assert(strstr(title, "Title of the annex") != NULL && strstr(title, "附表题名") == NULL);
    notes = built_value(html, "count(//*[@id='note-1'])");
    ck_assert_str_eq(notes, "1");
    figure = built_value(html, "string(//figure//div[@role='img']/@aria-label)");
    ck_assert_str_eq(figure, "Every line stops.");
    dead = built_value(html, "count(//a[.='nowhere'])");
    ck_assert_str_eq(dead, "0");
    xmlFreeDoc(html);
    built_free(built);
}
END_TEST

/* A copy of the templates with one file changed. Yours: g_free(), once emptied. */
static char *templates_with(const char *file, const char *was, const char *is)
{
    char *folder = g_dir_make_tmp("gazette-site-XXXXXX", NULL);
    g_autofree char *command = g_strdup_printf("cp templates/site/* %s", folder);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    g_autofree char *text = NULL;
    g_auto(GStrv) parts = NULL;
    g_autofree char *changed = NULL;

    ck_assert_int_eq(system(command), 0);
    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    parts = g_strsplit(text, was, 2);
    ck_assert_msg(parts[1] != NULL, "%s has no %s", file, was);
    changed = g_strjoinv(is, parts);
    ck_assert(g_file_set_contents(path, changed, -1, NULL));
    return folder;
}

static const struct {
    const char *name, *file, *was, *is, *said;
} broken[] = {
    {"a text that isn't there", "strings.xml", "id=\"nav.home\"", "id=\"nav.hme\"", "nav.home"},
    {"a text for tables that isn't there", "strings.xml", "id=\"document.note\"", "id=\"document.nte\"",
     "document.note"},
    {"a text in one language", "strings.xml", "<en>Home</en>", "", "nav.home"},
    {"a text twice", "strings.xml", "id=\"nav.home\"", "id=\"nav.lines\"", "nav.lines"},
    {"a placeholder nobody fills", "strings.xml", "<en>Home</en>", "<en>Home {n}</en>", "{n}"},
    {"strings that aren't XML", "strings.xml", "</strings>", "", "strings.xml"},
    {"a stylesheet that isn't XML", "lines.xsl", "</xsl:stylesheet>", "", "lines.xsl"},
    {"a function that isn't there", "lines.xsl", "g:say('filter.search')", "g:sy('filter.search')",
     "function sy not"},
    {"an element that isn't there", "lines.xsl", "<g:say text=\"lines.years\"/>",
     "<g:sya text=\"lines.years\"/>", "sya"},
    {"a part that isn't there", "layout.xsl", "<g:part name=\"foot\"/>", "<g:part name=\"fot\"/>",
     "no such part: fot"},
    {"no style sheet", "layout.xsl", "match=\"/page\"", "match=\"/pge\"", "home.xsl"},
};

START_TEST(faulty_templates_are_an_error)
{
    Built *built = built_new();
    g_autofree char *folder = templates_with(broken[_i].file, broken[_i].was, broken[_i].is);
    g_autoptr(GError) error = NULL;

    built->site.templates = folder;
    ck_assert_msg(!built_try(built, built->folder, &error), "%s", broken[_i].name);
    ck_assert_ptr_nonnull(error);
    ck_assert_msg(strstr(error->message, broken[_i].said) != NULL, "%s: %s", broken[_i].name, error->message);
    g_free(built->folder);
    built->folder = g_steal_pointer(&folder);
    built_free(built);
}
END_TEST

/* Who isn't to make the page of the tables leaves it out, with their zip, and knows that it will be there. */
START_TEST(the_page_of_tables_waits_for_who_is_to_make_it)
{
    Built *built = built_new();
    g_autoptr(GazSiteRun) run = gaz_site_run_new(&built->site, built->folder, NULL);
    g_autofree char *page = g_build_filename(built->folder, "data", "index.html", NULL);
    g_autofree char *whole = g_build_filename(built->folder, "data", "all.zip", NULL);
    g_autofree char *map = NULL;

    ck_assert(gaz_site_write(run, NULL, false, NULL));
    ck_assert(!g_file_test(page, G_FILE_TEST_EXISTS) && !g_file_test(whole, G_FILE_TEST_EXISTS));
    map = built_file(built, "sitemap.xml");
    ck_assert_ptr_nonnull(strstr(map, "/data/index.html</loc>"));
    gaz_site_run_free(g_steal_pointer(&run));
    built_free(built);
}
END_TEST

START_TEST(a_folder_that_cannot_be_written_is_an_error)
{
    Built *built = built_new();
    g_autofree char *nowhere = g_build_filename(built->folder, "file", "below", NULL);
    g_autofree char *file = g_build_filename(built->folder, "file", NULL);
    g_autoptr(GazSiteRun) run = gaz_site_run_new(&built->site, nowhere, NULL);
    g_autoptr(GError) error = NULL;

    ck_assert(g_file_set_contents(file, "x", -1, NULL));
    ck_assert(!gaz_site_write_tables(&built->site, nowhere, NULL, &error));
    ck_assert_ptr_nonnull(error);
    g_clear_error(&error);
    ck_assert(!gaz_site_write(run, NULL, true, &error));
    ck_assert_ptr_nonnull(error);
    gaz_site_run_free(g_steal_pointer(&run));
    built_free(built);
}
END_TEST

static Suite *suite(void)
{
    Suite *all = suite_create("site");
    TCase *pages = tcase_create("pages"), *faults = tcase_create("faults");

    tcase_set_timeout(pages, 0);
    tcase_set_timeout(faults, 0);
    tcase_add_test(pages, every_record_has_its_page);
    tcase_add_test(pages, the_other_language_is_the_same_page);
    tcase_add_test(pages, what_lapsed_leads_on);
    tcase_add_test(pages, a_year_keeps_the_address_of_its_list);
    tcase_add_test(pages, the_list_of_a_year_tells_its_states);
    tcase_add_test(pages, the_list_of_a_year_tells_whose_lines_they_were);
    tcase_add_test(pages, a_calendar_shows_what_it_reaches_back_to);
    tcase_add_test(pages, a_breach_stays_the_sellers);
    tcase_add_test(pages, every_link_and_anchor_resolves);
    tcase_add_test(pages, no_page_asks_anything_of_another_host);
    tcase_add_test(pages, ids_are_unique_and_hostile_names_are_text);
    tcase_add_test(pages, nothing_of_an_interview_notice_is_there);
    tcase_add_test(pages, numbers_are_the_assessments);
    tcase_add_test(pages, a_place_is_in_the_order_of_its_language);
    tcase_add_test(pages, who_verified_a_swap_is_called_so);
    tcase_add_test(pages, the_cities_of_a_region_are_called_what_they_are);
    tcase_add_test(pages, a_measure_is_said_as_the_language_counts);
    tcase_add_test(pages, findings_of_an_enterprise_are_told_newest_first);
    tcase_add_loop_test(pages, a_finding_is_told_wherever_its_line_is_and_annulled_counts_nowhere, 0, 2);
    tcase_add_test(pages, findings_of_another_year_are_not_of_this_one);
    tcase_add_test(pages, what_a_calendar_does_not_show_its_words_do_not_say);
    tcase_add_loop_test(pages, a_withdrawal_is_of_those_that_were_exposed, 0, 2);
    tcase_add_test(pages, a_bar_lifted_is_none);
    tcase_add_loop_test(pages, a_vote_is_told_once_it_is_held, 0, 2);
    tcase_add_test(pages, every_foot_carries_the_channels);
    tcase_add_test(pages, the_same_data_give_the_same_bytes);
    tcase_add_test(pages, one_language_alone_names_no_other);
    tcase_add_test(pages, the_site_map_lists_every_page);
    tcase_add_test(pages, a_site_map_of_one_language_names_no_other);
    tcase_add_test(pages, annexes_speak_the_language_of_the_page);
    tcase_add_loop_test(faults, faulty_templates_are_an_error, 0, G_N_ELEMENTS(broken));
    tcase_add_test(pages, the_page_of_tables_waits_for_who_is_to_make_it);
    tcase_add_test(faults, a_folder_that_cannot_be_written_is_an_error);
    suite_add_tcase(all, pages);
    suite_add_tcase(all, faults);
    return all;
}

int main(void)
{
    return suite_run(suite());
}
