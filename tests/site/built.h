/* built.h - the website of tests/site/input/hostile, written once a test into a folder of its own, and looked
 * at. Its notices are put together here, so that these tests stand on the model and the assessment alone. */
#ifndef GAZETTE_TESTS_SITE_BUILT_H
#define GAZETTE_TESTS_SITE_BUILT_H
#include "site/site.h"
#include <check.h>
#include <glib/gstdio.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>
#include <string.h>

#define SECRET "只送达被约谈企业"

typedef struct {
    GazData *data;
    GazAssessment *assessment;
    GPtrArray *documents; /* of GazDocument *; owned */
    GazSite site;
    char *folder; /* what was written */
} Built;

static inline GazNode *built_text(GazDocument *document, GazNode *parent, GazNodeKind kind,
                                  GazLanguage language, const char *text)
{
    GazNode *node = gaz_node_add(document, parent, kind, language);

    gaz_node_add_run(document, node, language, text);
    return node;
}

/* A body in both languages: a heading, a paragraph with a link to an enterprise and to a web page. */
static inline void built_bodies(GazDocument *document, const char *words)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazNode *body = document->bodies[language];
        GazNode *heading = built_text(document, body, GAZ_NODE_HEADING, language, "A heading <i>");
        GazNode *paragraph = built_text(document, body, GAZ_NODE_PARAGRAPH, language, words);

        heading->level = 1;
        heading->id = "section-1";
        heading->number = language == GAZ_ZH ? "一、" : "1";
        gaz_node_add_run(document, paragraph, language, "an enterprise")->link = "site:enterprises/E-002";
        gaz_node_add_run(document, paragraph, language, "nowhere")->link = "site:enterprises/E-999";
    }
}

/* An annex with a table with a note, and a figure: bilingual, as compose makes them. */
static inline void built_annex(GazDocument *document, const GazData *data)
{
    static const GazTableColumn columns[] = {
        {GAZ_TEXT("企业", "Enterprise"), GAZ_ALIGN_START, true, 1, "enterprise"},
        {GAZ_TEXT("产能", "Capacity"), GAZ_ALIGN_DECIMAL, false, 2, "capacity"}};
    GazNode *annex = gaz_node_add(document, document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    GazGrid *grid = gaz_grid_new(document->arena, "plan", gaz_text("附表", "A table"), columns, 2);
    GazFigure *figure = gaz_figure_new(document->arena, GAZ_FIGURE_CALENDAR);

    annex->id = "annex-1";
    built_text(document, annex, GAZ_NODE_HEADING, GAZ_ZH, "附表题名");
    built_text(document, annex, GAZ_NODE_HEADING, GAZ_EN, "Title of the annex");
    gaz_node_add(document, annex, GAZ_NODE_TABLE, GAZ_ZH)->table = grid;
    for (unsigned i = 0; i < data->enterprises->len; i++) {
        const GazEnterprise *enterprise = data->enterprises->pdata[i];
        GazRow *row = gaz_grid_add_row(document->arena, grid, GAZ_ROW_DATA);

        row->cells[0].text = enterprise->name;
        row->cells[0].link = gaz_arena_printf(document->arena, "site:enterprises/%s", enterprise->record.id);
        row->cells[0].notes = i == 0 ? "note-1" : NULL;
        row->cells[1].text = gaz_text("2,500", NULL);
    }
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazNode *notes = gaz_node_add(document, annex, GAZ_NODE_NOTES, language);
        GazNode *note = built_text(document, notes, GAZ_NODE_NOTE, language, "A note.");

        note->id = "note-1";
        note->number = "1";
    }
    figure->caption = gaz_text("停窑时段", "Windows");
    figure->alternative = gaz_text("全省停窑。", "Every line stops.");
    figure->from = gaz_date_make(2021, 11, 1);
    figure->to = gaz_date_make(2022, 3, 31);
    gaz_figure_add_bar(gaz_figure_add_row(figure, gaz_text("济南市", "Jinan")),
                       gaz_moment_begin((GazMoment){.day = gaz_date_make(2021, 11, 15)}),
                       gaz_moment_end((GazMoment){.day = gaz_date_make(2022, 3, 15)}, true), GAZ_BAR_PLANNED);
    gaz_node_add(document, annex, GAZ_NODE_FIGURE, GAZ_ZH)->figure = figure;
}

static inline GazDocument *built_document(Built *built, const GazNotice *notice)
{
    GazDocument *document = gaz_document_new();
    bool interview = notice->kind == GAZ_NOTICE_INTERVIEW;

    document->id = notice->id;
    document->kind = gaz_notice_kinds[notice->kind].code;
    document->kind_name = gaz_notice_kinds[notice->kind].name;
    document->on_website = !interview;
    document->title = interview ? gaz_text(SECRET, SECRET) : gaz_text("标题<&>", "A title <&>");
    document->brief = gaz_text("要点“一”。", "In brief: \"one\".");
    document->issuer = gaz_text("发布机关", "The issuer");
    document->date = notice->date;
    document->comment_from = notice->comment_from;
    document->comment_to = notice->comment_to;
    document->number = notice->number.agency == NULL ? NULL : "鲁工信原〔2021〕240号";
    g_ptr_array_add(document->enterprises, (void *)(guintptr) "E-002");
    built_bodies(document, interview ? SECRET : "Some words & <b>more</b>. ");
    built_annex(document, built->data);
    g_ptr_array_add(built->documents, document);
    return document;
}

static inline void built_notices(Built *built)
{
    const GPtrArray *notices = built->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];
        GazSiteNotice *shown = g_new0(GazSiteNotice, 1);
        int year, month, day;

        gaz_date_split(notice->date, &year, &month, &day);
        shown->notice = notice;
        shown->document = built_document(built, notice);
        shown->pdf = gaz_arena_printf(built->data->arena, "notices/%d/%s.pdf", year, notice->id);
        shown->pdf_bytes = 123456;
        shown->pdf_pages = 7;
        g_ptr_array_add(built->site.notices, shown);
    }
}

static inline GazDocument *built_page(Built *built, const char *id)
{
    GazDocument *page = gaz_document_new();

    page->id = id;
    page->title = gaz_text("页面", "A page");
    built_bodies(page, "Words. ");
    g_ptr_array_add(built->documents, page);
    return page;
}

/* Everything but the writing. */
static inline Built *built_new(void)
{
    Built *built = g_new0(Built, 1);
    GazReport *report = gaz_report_new();
    GError *error = NULL;

    built->data = gaz_data_read("tests/site/input/hostile", "data/rules", report, &error);
    g_assert_no_error(error);
    if (built->data == NULL)
        ck_abort_msg("%s", gaz_report_to_text(report));
    gaz_report_free(report);
    built->assessment = gaz_assessment_new(built->data, gaz_date_make(2021, 12, 31));
    built->documents = g_ptr_array_new_with_free_func((GDestroyNotify)gaz_document_free);
    built->site.assessment = built->assessment;
    built->site.notices = g_ptr_array_new_with_free_func(g_free);
    built->site.templates = "templates/site";
    built->site.languages = GAZ_LANGUAGES_BOTH;
    built->folder = g_dir_make_tmp("gazette-site-XXXXXX", &error);
    g_assert_no_error(error);
    built_notices(built);
    built->site.pages[0] = built_page(built, "about");
    built->site.pages[1] = built_page(built, "legal");
    built->site.pages[2] = built_page(built, "channels");
    return built;
}

static inline bool built_try(const Built *built, const char *folder, GError **error)
{
    g_autoptr(GazSiteRun) run = gaz_site_run_new(&built->site, folder, error);

    return run != NULL && gaz_site_write_tables(&built->site, folder, NULL, error) &&
           gaz_site_write(run, NULL, true, error);
}

static inline void built_write(Built *built)
{
    GError *error = NULL;

    if (!built_try(built, built->folder, &error))
        ck_abort_msg("%s", error->message);
}

static inline void built_free(Built *built)
{
    const char *command[] = {"rm", "-rf", built->folder, NULL};

    g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_ptr_array_unref(built->site.notices);
    g_ptr_array_unref(built->documents);
    gaz_assessment_free(built->assessment);
    gaz_data_free(built->data);
    g_free(built->folder);
    g_free(built);
}

static inline void built_list(const char *folder, const char *below, GPtrArray *paths)
{
    g_autofree char *full = g_build_filename(folder, below, NULL);
    GDir *names = g_dir_open(full, 0, NULL);

    for (const char *name; (name = g_dir_read_name(names)) != NULL;) {
        char *path = below[0] == '\0' ? g_strdup(name) : g_build_filename(below, name, NULL);
        g_autofree char *at = g_build_filename(folder, path, NULL);

        if (g_file_test(at, G_FILE_TEST_IS_DIR)) {
            built_list(folder, path, paths);
            g_free(path);
        } else {
            g_ptr_array_add(paths, path);
        }
    }
    g_dir_close(names);
}

static inline int built_compare(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Paths of all files below the folder whose name ends so, sorted. Yours: g_ptr_array_unref(). */
static inline GPtrArray *built_files(const char *folder, const char *ending)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(g_free);

    built_list(folder, "", all);
    for (unsigned i = all->len; i-- > 0;)
        if (!g_str_has_suffix(all->pdata[i], ending))
            g_ptr_array_remove_index(all, i);
    g_ptr_array_sort(all, built_compare);
    return all;
}

/* Yours: g_free(). */
static inline char *built_file(const Built *built, const char *path)
{
    g_autofree char *full = g_build_filename(built->folder, path, NULL);
    char *text = NULL;

    if (!g_file_get_contents(full, &text, NULL, NULL))
        ck_abort_msg("%s isn't there", path);
    return text;
}

/* Yours: xmlFreeDoc(). */
static inline htmlDocPtr built_html(const Built *built, const char *path)
{
    g_autofree char *full = g_build_filename(built->folder, path, NULL);
    htmlDocPtr html =
        htmlReadFile(full, "UTF-8", HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

    ck_assert_msg(html != NULL, "%s", path);
    return html;
}

/* The nodes that an XPath finds. Yours: xmlXPathFreeObject(). */
static inline xmlXPathObjectPtr built_find(htmlDocPtr html, const char *path)
{
    xmlXPathContextPtr context = xmlXPathNewContext(html);
    xmlXPathObjectPtr found = xmlXPathEvalExpression(BAD_CAST path, context);

    xmlXPathFreeContext(context);
    ck_assert_msg(found != NULL, "%s", path);
    return found;
}

/* An XPath's value as text. Yours: g_free(). */
static inline char *built_value(htmlDocPtr html, const char *path)
{
    xmlXPathObjectPtr found = built_find(html, path);
    xmlChar *text = xmlXPathCastToString(found);
    char *copy = g_strdup((char *)text);

    xmlFree(text);
    xmlXPathFreeObject(found);
    return copy;
}

#endif
