/* test_archive.c - what a validator can't see: whether the structure says the right thing. Read back through
 * qpdf from every form and set of languages. */
#include "../support/pdf_sample.h"
#include "../support/pdf_tags.h"
#include "../support/suite.h"
#include "pdf/information.h"
#include "pdf/profile.h"
#include <check.h>
#include <glib/gstdio.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

static PdfSample *sample;

static void open_sample(void)
{
    sample = pdf_sample_open("data/shandong-2021");
}

static void close_sample(void)
{
    pdf_sample_close(sample);
}

/* Each form and kind of content in each set of languages. */
static const struct {
    const char *notice;
    GazLanguageSet languages;
} files[] = {
    {"exposure-2022-01", GAZ_LANGUAGES_BOTH}, {"exposure-2022-01", GAZ_LANGUAGES_ZH},
    {"exposure-2022-01", GAZ_LANGUAGES_EN},   {"interview-2021-01", GAZ_LANGUAGES_BOTH},
    {"interview-2021-01", GAZ_LANGUAGES_ZH},  {"interview-2021-01", GAZ_LANGUAGES_EN},
    {"plan-draft-2021", GAZ_LANGUAGES_BOTH},  {"plan-draft-2021", GAZ_LANGUAGES_ZH},
    {"plan-draft-2021", GAZ_LANGUAGES_EN},    {"line-list-2022", GAZ_LANGUAGES_BOTH},
    {"line-list-2022", GAZ_LANGUAGES_ZH},     {"line-list-2022", GAZ_LANGUAGES_EN},
    {"summary-2021", GAZ_LANGUAGES_BOTH},     {"summary-2021", GAZ_LANGUAGES_EN},
};

/* One of the files and its structure. */
typedef struct {
    GazDocument *document;
    char *path;
    GArray *tags;
} Set;

static Set set_file(int at)
{
    Set set = {.document = pdf_sample_compose(sample, files[at].notice)};

    set.path = pdf_sample_set(sample, set.document, files[at].languages);
    set.tags = read_tags(set.path);
    return set;
}

static void clear_set(Set *set)
{
    g_array_unref(set->tags);
    pdf_sample_remove(set->path);
    gaz_document_free(set->document);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Set, clear_set)

static int heading_level(const Tag *tag)
{
    return tag->name[0] == 'H' && g_ascii_isdigit(tag->name[1]) ? tag->name[1] - '0' : 0;
}

/* H1 comes first, and no level is jumped over on the way down. */
START_TEST(headings_come_in_order)
{
    g_auto(Set) set = set_file(_i);
    int before = 0;

    for (unsigned i = 0; i < set.tags->len; i++) {
        int level = heading_level(tag_at(set.tags, i));

        if (level == 0)
            continue;
        ck_assert_msg(level <= before + 1, "H%d after H%d", level, before);
        before = level;
    }
    ck_assert_int_gt(before, 0);
}
END_TEST

/* One title a language, in its own language. */
START_TEST(parts_are_in_their_language)
{
    g_auto(Set) set = set_file(_i);
    bool zh = (files[_i].languages & GAZ_LANGUAGES_ZH) != 0,
         en = (files[_i].languages & GAZ_LANGUAGES_EN) != 0;
    unsigned titles[2] = {0, 0};

    for (unsigned i = 0; i < set.tags->len; i++) {
        const Tag *tag = tag_at(set.tags, i);

        ck_assert_msg(g_strcmp0(tag->language, "zh-CN") == 0 || g_strcmp0(tag->language, "en") == 0,
                      "%s at depth %d is in %s", tag->name, tag->depth, tag->language);
        if (strcmp(tag->name, "H1") == 0)
            titles[g_strcmp0(tag->language, "en") == 0]++;
    }
    ck_assert_uint_eq(titles[0], zh);
    ck_assert_uint_eq(titles[1], en);
}
END_TEST

/* Nothing is left of what is no part of the structure, and nothing says nothing. */
START_TEST(furniture_is_gone)
{
    g_auto(Set) set = set_file(_i);

    for (unsigned i = 0; i < set.tags->len; i++) {
        const Tag *tag = tag_at(set.tags, i);
        bool childless = i + 1 == set.tags->len || tag_at(set.tags, i + 1)->depth <= tag->depth;
        bool cell = strcmp(tag->name, "TD") == 0 || strcmp(tag->name, "TH") == 0;

        ck_assert_str_ne(tag->name, "Private");
        ck_assert_msg(tag->leaf || !childless || cell, "an empty %s", tag->name);
    }
}
END_TEST

/* The alternatives, in a language, of the figures in its own part and in those that serve all languages. */
static GPtrArray *alternatives_of(const Set *set, GazLanguage language, GazLanguageSet languages)
{
    const GazDocument *document = set->document;
    const GazNode *roots[] = {document->bodies[language], document->annexes};
    GPtrArray *all = g_ptr_array_new();

    for (unsigned n = 0; n < 2; n++) {
        /* the annexes stand before the English translation */
        const GazNode *root = roots[language == GAZ_EN && languages == GAZ_LANGUAGES_BOTH ? 1 - n : n];

        for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root))
            if (node->figure != NULL)
                g_ptr_array_add(all, (gpointer)node->figure->alternative.in[language]);
    }
    return all;
}

/* Whether it tells a figure of the document: a seal, and a figure's further pages, have words of their own.
 */
static bool tells(const Tag *tag, GazLanguage language, const GPtrArray *wanted)
{
    if (strcmp(tag->name, "Figure") != 0 || strcmp(tag->language, gaz_language_tag(language)) != 0)
        return false;
    for (unsigned i = 0; i < wanted->len; i++)
        if (strcmp(tag->alternative, wanted->pdata[i]) == 0)
            return true;
    return false;
}

/* Each of them is told once, in order. */
static void check_figures(const Set *set, GazLanguage language, GazLanguageSet languages)
{
    g_autoptr(GPtrArray) wanted = alternatives_of(set, language, languages);
    unsigned found = 0;

    for (unsigned i = 0; i < set->tags->len; i++)
        if (tells(tag_at(set->tags, i), language, wanted)) {
            ck_assert_uint_lt(found, wanted->len);
            ck_assert_str_eq(tag_at(set->tags, i)->alternative, wanted->pdata[found]);
            found++;
        }
    ck_assert_uint_eq(found, wanted->len);
}

START_TEST(figures_are_told_in_each_language)
{
    g_auto(Set) set = set_file(_i);

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if ((files[_i].languages & 1u << language) != 0)
            check_figures(&set, language, files[_i].languages);
    for (unsigned i = 0; i < set.tags->len; i++) {
        const Tag *tag = tag_at(set.tags, i);

        if (strcmp(tag->name, "Figure") != 0)
            continue;
        ck_assert_ptr_nonnull(tag->alternative);
        ck_assert_int_gt(g_utf8_strlen(tag->alternative, -1), 5);
        ck_assert_int_eq(strcmp(tag->language, "en") == 0, g_ascii_isalpha(tag->alternative[0]));
        ck_assert(tag->has_box);
        ck_assert_uint_eq(tag->first_page, tag->last_page);
    }
}
END_TEST

/* A link says where it leads. */
START_TEST(links_say_something)
{
    g_auto(Set) set = set_file(_i);

    for (unsigned i = 0; i < set.tags->len; i++)
        if (strcmp(tag_at(set.tags, i)->name, "Link") == 0) {
            ck_assert_ptr_nonnull(tag_at(set.tags, i)->contents);
            ck_assert_str_ne(tag_at(set.tags, i)->contents, "");
        }
}
END_TEST

static const Tag *with_id(const GArray *tags, const char *id)
{
    for (unsigned i = 0; i < tags->len; i++)
        if (g_strcmp0(tag_at(tags, i)->id, id) == 0)
            return tag_at(tags, i);
    return NULL;
}

/* The header cells of a cell: a scope each, and the column's is the one over it. `heads`: ids of the
 * columns'. */
static void check_headers(const GArray *tags, const Tag *cell, const char *column_id)
{
    g_auto(GStrv) ids = g_strsplit(cell->headers, " ", -1);

    ck_assert_str_eq(ids[0], column_id);
    for (unsigned i = 0; ids[i] != NULL; i++) {
        const Tag *header = with_id(tags, ids[i]);

        ck_assert_msg(header != NULL && strcmp(header->name, "TH") == 0 && header->scope != NULL,
                      "no header %s", ids[i]);
    }
}

/* The number of columns of the row that begins at `at`; its cells' headers are looked at on the way. */
static int check_row(const GArray *tags, unsigned at, const char *const *columns)
{
    bool head = stands_in(tags, at, "THead");
    int column = 0;

    for (unsigned i = at + 1; i < tags->len && tag_at(tags, i)->depth > tag_at(tags, at)->depth; i++) {
        const Tag *cell = tag_at(tags, i);

        if (cell->parent != (int)at)
            continue;
        if (strcmp(cell->name, "TH") == 0)
            ck_assert_str_eq(cell->scope, head ? "Column" : "Row");
        ck_assert_int_eq(head && strcmp(cell->name, "TH") != 0, false);
        if (cell->headers != NULL)
            check_headers(tags, cell, columns[column]);
        column += cell->span;
    }
    return column;
}

/* The ids of the cells in the head of the table at `at`, NULL where one has none. */
static GPtrArray *column_ids(const GArray *tags, unsigned at)
{
    GPtrArray *ids = g_ptr_array_new();

    for (unsigned i = at + 1; i < tags->len && tag_at(tags, i)->depth > tag_at(tags, at)->depth; i++)
        if (strcmp(tag_at(tags, i)->name, "TH") == 0 && stands_in(tags, i, "THead"))
            g_ptr_array_add(ids, tag_at(tags, i)->id);
    return ids;
}

/* ISO 32000-1, 14.8.4.3.4: notes between the rows of the page stand behind the table. */
static void check_parts(const GArray *tags, const Tag *tag)
{
    static const char *const parts[] = {"Caption", "THead", "TBody", "TFoot", "TR", NULL};

    if (tag->parent >= 0 && strcmp(tag_at(tags, (unsigned)tag->parent)->name, "Table") == 0)
        ck_assert_msg(g_strv_contains(parts, tag->name), "%s in a table", tag->name);
}

/* Every table has a head once, rows of one width, and right headers; its column count is the document's. */
START_TEST(header_cells_are_right)
{
    g_auto(Set) set = set_file(_i);
    unsigned tables = 0;

    for (unsigned t = 0; t < set.tags->len; t++) {
        g_autoptr(GPtrArray) columns = NULL;

        check_parts(set.tags, tag_at(set.tags, t));
        if (strcmp(tag_at(set.tags, t)->name, "Table") != 0)
            continue;
        tables++;
        columns = column_ids(set.tags, t);
        ck_assert_uint_gt(columns->len, 1);
        for (unsigned i = t + 1; i < set.tags->len && tag_at(set.tags, i)->depth > tag_at(set.tags, t)->depth;
             i++)
            if (strcmp(tag_at(set.tags, i)->name, "TR") == 0)
                ck_assert_int_eq(check_row(set.tags, i, (const char *const *)columns->pdata),
                                 (int)columns->len);
    }
    ck_assert_uint_eq(count_tags(set.tags, "THead"), tables);
}
END_TEST

static unsigned rows_of(const GazDocument *document)
{
    unsigned rows = 0;

    for (const GazNode *node = document->annexes; node != NULL; node = gaz_node_next(node, document->annexes))
        rows += node->table == NULL ? 0 : node->table->rows->len;
    return rows;
}

/* A line's cell names its column, its city's heading, its enterprise and line; sums over all name no city. */
START_TEST(grouped_cells_name_their_group)
{
    g_autoptr(GazDocument) document = pdf_sample_compose(sample, "line-list-2022");
    char *path = pdf_sample_set(sample, document, GAZ_LANGUAGES_BOTH);
    g_autoptr(GArray) tags = read_tags(path);
    unsigned whole = 0, totals = 0;

    for (unsigned i = 0; i < tags->len; i++) {
        const Tag *tag = tag_at(tags, i);
        g_auto(GStrv) ids = tag->headers == NULL ? NULL : g_strsplit(tag->headers, " ", -1);

        if (ids == NULL)
            continue;
        if (stands_in(tags, i, "TFoot")) {
            totals++;
            for (unsigned k = 0; ids[k] != NULL; k++)
                ck_assert_int_eq(with_id(tags, ids[k])->span, 1);
        } else if (strcmp(tag->name, "TD") == 0) {
            ck_assert_int_gt(with_id(tags, ids[1])->span, 1);
            whole += g_strv_length(ids) == 4;
        }
    }
    ck_assert_uint_gt(whole, 200);
    ck_assert_uint_gt(totals, 0);
    ck_assert_uint_gt(rows_of(document), 100);
    pdf_sample_remove(path);
}
END_TEST

/* Counts each character that isn't a blank. Yours: g_hash_table_unref(). */
static GHashTable *characters_of(const char *text)
{
    GHashTable *counts = g_hash_table_new(NULL, NULL);

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gpointer key = GUINT_TO_POINTER(g_utf8_get_char(text));

        if (!g_unichar_isspace(g_utf8_get_char(text)))
            g_hash_table_insert(counts, key,
                                GUINT_TO_POINTER(GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1));
    }
    return counts;
}

/* qpdf finds no fault; Poppler, which looks at the pages alone, finds every character that the structure
 * says. */
START_TEST(other_readers_agree)
{
    g_auto(Set) set = set_file(_i);
    g_autoptr(GArray) said = NULL;
    g_autofree char *checked = pdf_output_of("qpdf", "--check", set.path, NULL);
    g_autofree char *seen = pdf_output_of("pdftotext", "-raw", set.path, "-");
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GHashTable) wanted = NULL, found = characters_of(seen);
    GHashTableIter iter;
    gpointer key, count;

    g_array_unref(read_said(set.path, &said));
    for (unsigned i = 0; i < said->len; i++)
        g_string_append(text, g_array_index(said, Said, i).text);
    wanted = characters_of(text->str);
    ck_assert_ptr_nonnull(strstr(checked, "No syntax or stream encoding errors"));
    ck_assert_uint_gt(g_hash_table_size(wanted), 50);
    g_hash_table_iter_init(&iter, wanted);
    while (g_hash_table_iter_next(&iter, &key, &count))
        ck_assert_msg(GPOINTER_TO_UINT(g_hash_table_lookup(found, key)) >= GPOINTER_TO_UINT(count),
                      "U+%04X is said %u times", GPOINTER_TO_UINT(key), GPOINTER_TO_UINT(count));
}
END_TEST

/* No password, no script, no action but following a link, nothing outside of the file; and the test can tell.
 */
START_TEST(file_stands_alone)
{
    static const char *const refused[] = {
        "/Encrypt",      "/JS",         "/JavaScript", "/AA",    "/OpenAction", "/EmbeddedFiles",
        "/EmbeddedFile", "/Launch",     "/GoToR",      "/GoToE", "/Filespec",   "/FFilter",
        "/SubmitForm",   "/ImportData", "/Movie",      "/Sound", "/RichMedia",  "/Rendition",
        "/AcroForm",     "/XFA",        "/OPI",        "/Ref",   "/Alternates", "/Named"};
    g_auto(Set) set = set_file(_i);
    g_autofree char *objects = pdf_output_of("qpdf", "--json", set.path, NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(refused); i++) {
        g_autofree char *quoted = g_strdup_printf("\"%s\"", refused[i]);

        ck_assert_msg(strstr(objects, quoted) == NULL, "it has %s", refused[i]);
    }
    ck_assert_ptr_nonnull(strstr(objects, "\"/StructTreeRoot\""));
}
END_TEST

static bool has_han(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_get_script(g_utf8_get_char(text)) == G_UNICODE_SCRIPT_HAN)
            return true;
    return false;
}

/* What an entry of the outline says, and the language that its structure element is in. */
static void check_entry(qpdf_data pdf, qpdf_oh entry, unsigned found[GAZ_LANGUAGES])
{
    qpdf_oh element = qpdf_oh_get_key(pdf, entry, "/SE"), at;
    g_autofree char *title = g_strdup(qpdf_oh_get_utf8_value(pdf, qpdf_oh_get_key(pdf, entry, "/Title")));
    bool english = !has_han(title);

    ck_assert_msg(qpdf_oh_is_dictionary(pdf, element), "“%s” has no element", title);
    ck_assert_int_eq(qpdf_oh_get_name(pdf, qpdf_oh_get_key(pdf, element, "/S"))[1], 'H');
    for (at = element; qpdf_oh_has_key(pdf, at, "/P") && !qpdf_oh_has_key(pdf, at, "/Lang");)
        at = qpdf_oh_get_key(pdf, at, "/P");
    ck_assert_msg(
        strcmp(qpdf_oh_get_utf8_value(pdf, qpdf_oh_get_key(pdf, at, "/Lang")), english ? "en" : "zh-CN") == 0,
        "“%s” is in another language", title);
    found[english ? GAZ_EN : GAZ_ZH]++;
}

static void check_entries(qpdf_data pdf, qpdf_oh parent, unsigned found[GAZ_LANGUAGES])
{
    qpdf_oh entry = qpdf_oh_get_key(pdf, parent, "/First");

    for (; qpdf_oh_is_dictionary(pdf, entry); entry = qpdf_oh_get_key(pdf, entry, "/Next")) {
        ck_assert_int_eq(qpdf_oh_get_object_id(pdf, qpdf_oh_get_key(pdf, entry, "/Parent")),
                         qpdf_oh_get_object_id(pdf, parent));
        check_entry(pdf, entry, found);
        check_entries(pdf, entry, found);
    }
}

/* Each entry names its heading, from which it has its language. */
START_TEST(outline_follows_the_headings)
{
    g_auto(Set) set = set_file(_i);
    qpdf_data pdf = qpdf_init();
    unsigned found[GAZ_LANGUAGES] = {0};

    ck_assert_int_eq(qpdf_read(pdf, set.path, NULL), QPDF_SUCCESS);
    check_entries(pdf, qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/Outlines"), found);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        ck_assert_int_eq(found[language] > 0, (files[_i].languages & 1u << language) != 0);
    ck_assert(!qpdf_has_error(pdf) && !qpdf_more_warnings(pdf));
    qpdf_cleanup(&pdf);
}
END_TEST

static char *metadata_of(const char *path)
{
    qpdf_data pdf = qpdf_init();
    unsigned char *content = NULL;
    size_t length = 0;
    char *text;

    ck_assert_int_eq(qpdf_read(pdf, path, NULL), QPDF_SUCCESS);
    ck_assert_int_eq(qpdf_oh_get_stream_data(pdf, qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/Metadata"),
                                             qpdf_dl_none, NULL, &content, &length),
                     QPDF_SUCCESS);
    text = g_strndup((const char *)content, length);
    free(content);
    qpdf_cleanup(&pdf);
    return text;
}

/* The metadata is readable without unpacking and has the document's own title, subject and date. */
START_TEST(metadata_is_the_documents)
{
    g_auto(Set) set = set_file(_i);
    g_autofree char *packet = metadata_of(set.path);
    bool english = files[_i].languages == GAZ_LANGUAGES_EN;
    g_autofree char *title = g_markup_escape_text(set.document->title.in[english ? GAZ_EN : GAZ_ZH], -1);
    g_autofree char *date = gaz_information_date(set.document->date, false);

    ck_assert_ptr_nonnull(strstr(packet, title));
    ck_assert_ptr_nonnull(strstr(packet, date));
    ck_assert_ptr_nonnull(strstr(packet, "<pdfaid:part>2</pdfaid:part>"));
    ck_assert_ptr_nonnull(strstr(packet, "<pdfuaid:part>1</pdfuaid:part>"));
    ck_assert_int_eq(strstr(packet, "<rdf:li>zh-CN</rdf:li>") != NULL, !english);
}
END_TEST

/* A profile that isn't there, or none of three colours, stops it with a message. */
static const struct {
    const char *name, *conf, *profile;
} profiles[] = {
    {"no configuration", NULL, NULL},
    {"no name", "[profile]\nfile=a.icc\n", NULL},
    {"no file", "[profile]\nname=a\n", NULL},
    {"a file that isn't there", "[profile]\nname=a\nfile=a.icc\n", NULL},
    {"something else", "[profile]\nname=a\nfile=a.icc\n", "not a profile"},
};

START_TEST(faulty_profile_is_told)
{
    g_autofree char *conf = g_build_filename(pdf_sample_folder(sample), "profile.conf", NULL);
    g_autofree char *icc = g_build_filename(pdf_sample_folder(sample), "a.icc", NULL);
    g_autoptr(GError) error = NULL;
    g_auto(GazProfile) profile = {0};

    if (profiles[_i].conf != NULL)
        ck_assert(g_file_set_contents(conf, profiles[_i].conf, -1, NULL));
    if (profiles[_i].profile != NULL)
        ck_assert(g_file_set_contents(icc, profiles[_i].profile, -1, NULL));
    ck_assert(!gaz_profile_read(&profile, pdf_sample_folder(sample), &error));
    ck_assert_ptr_nonnull(error);
    g_unlink(conf);
    g_unlink(icc);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("archival PDF");
    TCase *parts = tcase_create("parts"), *read_back = tcase_create("read back");
    int count = G_N_ELEMENTS(files);

    tcase_set_timeout(parts, 0);
    tcase_add_unchecked_fixture(parts, open_sample, close_sample);
    tcase_add_loop_test(parts, faulty_profile_is_told, 0, G_N_ELEMENTS(profiles));
    tcase_add_test(parts, grouped_cells_name_their_group);
    suite_add_tcase(suite, parts);
    tcase_set_timeout(read_back, 0);
    tcase_add_unchecked_fixture(read_back, open_sample, close_sample);
    tcase_add_loop_test(read_back, headings_come_in_order, 0, count);
    tcase_add_loop_test(read_back, parts_are_in_their_language, 0, count);
    tcase_add_loop_test(read_back, furniture_is_gone, 0, count);
    tcase_add_loop_test(read_back, figures_are_told_in_each_language, 0, count);
    tcase_add_loop_test(read_back, links_say_something, 0, count);
    tcase_add_loop_test(read_back, header_cells_are_right, 0, count);
    tcase_add_loop_test(read_back, file_stands_alone, 0, count);
    tcase_add_loop_test(read_back, other_readers_agree, 0, count);
    tcase_add_loop_test(read_back, outline_follows_the_headings, 0, count);
    tcase_add_loop_test(read_back, metadata_is_the_documents, 0, count);
    suite_add_tcase(suite, read_back);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
