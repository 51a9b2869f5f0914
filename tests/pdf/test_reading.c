/* test_reading.c - the text as it is read out, in the order of the structure, is the document tree's: nothing
 * lost, nothing twice, nothing else; each run in its own language. Of every notice of the sample data. */
#include "../support/pdf_sample.h"
#include "../support/pdf_tags.h"
#include "../support/suite.h"
#include <check.h>
#include <string.h>

static PdfSample *sample;

/* Blanks are the line's, not the text's. */
static void append_solid(GString *to, const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (!g_unichar_isspace(g_utf8_get_char(text)))
            g_string_append_unichar(to, g_utf8_get_char(text));
}

/* What the document should say, piece by piece. */
typedef struct {
    const GazDocument *document;
    GazLanguageSet languages;
    GPtrArray *pieces; /* of char *; one that begins with "?" may be left out */
    GPtrArray *notes;  /* of char * */
} Wanted;

static void want(GPtrArray *list, const char *mark, const char *text)
{
    GString *piece = g_string_new(mark);

    if (text != NULL)
        append_solid(piece, text);
    g_ptr_array_add(list, g_string_free(piece, FALSE));
}

static bool speaks(const Wanted *wanted, GazLanguage language)
{
    return (wanted->languages & (language == GAZ_ZH ? GAZ_LANGUAGES_ZH : GAZ_LANGUAGES_EN)) != 0;
}

/* A text in both languages, the Chinese first, once where both are the same. */
static void want_text(const Wanted *wanted, const char *mark, const GazText *text)
{
    const char *zh = text->in[GAZ_ZH], *en = text->in[GAZ_EN];

    if (zh != NULL && (speaks(wanted, GAZ_ZH) || en == NULL))
        want(wanted->pieces, mark, zh);
    if (en != NULL && speaks(wanted, GAZ_EN) && !(speaks(wanted, GAZ_ZH) && en == zh))
        want(wanted->pieces, mark, en);
}

static void want_table(const Wanted *wanted, const GazGrid *grid)
{
    want_text(wanted, "?", &grid->caption);
    for (unsigned c = 0; c < grid->column_count; c++)
        want_text(wanted, "", &grid->columns[c].heading);
    for (unsigned r = 0; r < grid->rows->len; r++) {
        const GazRow *row = &g_array_index(grid->rows, GazRow, r);
        unsigned cells = row->kind == GAZ_ROW_GROUP ? 1 : grid->column_count;

        for (unsigned c = 0; c < cells; c++)
            want_text(wanted, "", &row->cells[c].text);
    }
}

static void want_node(const Wanted *wanted, const GazNode *node)
{
    g_autofree char *text = gaz_node_text(node);
    g_autofree char *numbered = node->kind == GAZ_NODE_HEADING && node->level > 0 && node->number != NULL
                                    ? g_strconcat(node->number, text, NULL)
                                    : NULL;

    if (node->table != NULL)
        want_table(wanted, node->table);
    else if (node->figure != NULL)
        want_text(wanted, "?", &node->figure->caption);
    else if (node->kind == GAZ_NODE_NOTE && speaks(wanted, node->language))
        want(wanted->notes, "", text);
    else if (gaz_node_holds_runs(node->kind) && node->kind != GAZ_NODE_NOTE &&
             node->kind != GAZ_NODE_DISCLAIMER && speaks(wanted, node->language))
        want(wanted->pieces, node->kind == GAZ_NODE_ISSUER ? "?" : "", numbered != NULL ? numbered : text);
}

static void want_all(const Wanted *wanted, const GazNode *root)
{
    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root))
        want_node(wanted, node);
}

/* Said above everything else. */
static void want_body(const Wanted *wanted, const GazNode *body)
{
    for (const GazNode *node = body->first; node != NULL; node = node->next) {
        g_autofree char *text = node->kind == GAZ_NODE_DISCLAIMER ? gaz_node_text(node) : NULL;

        if (text != NULL)
            want(wanted->pieces, "", text);
    }
    want_all(wanted, body);
}

/* A notice carried whole has a body in each language. */
static bool is_carried(const GazNode *annex)
{
    for (const GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_BODY)
            return true;
    return false;
}

static void want_carried(const Wanted *wanted, const GazNode *annex, GazLanguage language)
{
    for (const GazNode *node = annex->first; node != NULL; node = node->next) {
        if (node->kind == GAZ_NODE_HEADING && node->language == language)
            want(wanted->pieces, "", node->number);
        else if (node->kind == GAZ_NODE_BODY && node->language == language)
            want_body(wanted, node);
        else if (node->kind == GAZ_NODE_IMPRINT && node->language == language)
            want_all(wanted, node);
    }
}

/* The labels of an annex stand before its titles. */
static void want_annex(const Wanted *wanted, const GazNode *annex)
{
    for (const GazNode *node = annex->first; node != NULL; node = node->next)
        if (node->kind == GAZ_NODE_HEADING && node->level == 0 && speaks(wanted, node->language))
            want(wanted->pieces, "", node->number);
    want_all(wanted, annex);
}

/* Annexes serve both languages and follow the first; a notice carried is translated behind the translation.
 */
static void want_annexes(const Wanted *wanted, GazLanguage language)
{
    for (const GazNode *annex = wanted->document->annexes->first; annex != NULL; annex = annex->next) {
        if (is_carried(annex))
            want_carried(wanted, annex, language);
        else if (language == GAZ_ZH || wanted->languages == GAZ_LANGUAGES_EN)
            want_annex(wanted, annex);
    }
}

static Wanted wanted_of(const GazDocument *document, GazLanguageSet languages)
{
    Wanted wanted = {document, languages, g_ptr_array_new_with_free_func(g_free),
                     g_ptr_array_new_with_free_func(g_free)};
    GazLanguage main = languages == GAZ_LANGUAGES_EN ? GAZ_EN : GAZ_ZH;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        if (!speaks(&wanted, language))
            continue;
        want_body(&wanted, document->bodies[language]);
        want_annexes(&wanted, language);
        if (document->imprints[language] != NULL && language == main)
            want_all(&wanted, document->imprints[language]);
    }
    return wanted;
}

/* What is read out. */
typedef struct {
    GArray *tags;
    GString *text, *notes; /* notes stand apart; figures say what they show in other words */
    GPtrArray *each;       /* of GString *: the own text of each element */
} Read;

static void free_text(void *text)
{
    g_string_free(text, TRUE);
}

static bool is_in(const GArray *tags, unsigned at, const char *name)
{
    return strcmp(tag_at(tags, at)->name, name) == 0 || stands_in(tags, at, name);
}

static Read read_text(const char *path)
{
    Read read = {NULL, g_string_new(NULL), g_string_new(NULL), g_ptr_array_new_with_free_func(free_text)};
    g_autoptr(GArray) said = NULL;

    read.tags = read_said(path, &said);
    for (unsigned i = 0; i < read.tags->len; i++)
        g_ptr_array_add(read.each, g_string_new(NULL));
    for (unsigned i = 0; i < said->len; i++) {
        const Said *piece = &g_array_index(said, Said, i);

        append_solid(read.each->pdata[piece->tag], piece->text);
        if (!is_in(read.tags, piece->tag, "Figure"))
            append_solid(is_in(read.tags, piece->tag, "Note") ? read.notes : read.text, piece->text);
    }
    return read;
}

static void clear_read(Read *read)
{
    g_array_unref(read->tags);
    g_string_free(read->text, TRUE);
    g_string_free(read->notes, TRUE);
    g_ptr_array_unref(read->each);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Read, clear_read)

static bool has_han(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_get_script(g_utf8_get_char(text)) == G_UNICODE_SCRIPT_HAN)
            return true;
    return false;
}

/* Three words of Latin letters in a row, as no Chinese text has; blanks are gone. */
static bool is_english(const char *text)
{
    unsigned run = 0;

    for (; *text != '\0'; text++) {
        run = g_ascii_isalpha(*text) ? run + 1 : 0;
        if (run > 15 && !has_han(text))
            return true;
    }
    return false;
}

/* Between the pieces stand only numbers, bullets, note marks and the form's own word 文件. */
static void check_text(const Read *read, const Wanted *wanted)
{
    const char *at = read->text->str, *id = wanted->document->id;

    for (unsigned i = 0; i < wanted->pieces->len; i++) {
        const char *piece = wanted->pieces->pdata[i], *found;

        g_autofree char *near = g_strndup(at, strlen(piece) + 40); /* to look no further: lists are long */

        found = strstr(near, piece + (*piece == '?'));
        if (*piece == '?') {
            if (found != NULL && found - near < 40)
                at += found - near + (ptrdiff_t)strlen(piece + 1);
            continue;
        }
        ck_assert_msg(found != NULL && found - near < 40, "%s: where “%s” should be is read “%.120s”", id,
                      piece, at);
        at += found - near + (ptrdiff_t)strlen(piece);
    }
    ck_assert_msg(strlen(at) < 40, "%s: at the end is read “%s”", id, at);
    for (unsigned i = 0; i < wanted->notes->len; i++)
        ck_assert_msg(strstr(read->notes->str, wanted->notes->pdata[i]) != NULL, "%s: no note: %s", id,
                      (const char *)wanted->notes->pdata[i]);
}

/* Han is read by a Chinese voice, English by an English one: a figure alone speaks both at once. */
static void check_languages(const Read *read, GazLanguageSet languages)
{
    const GArray *tags = read->tags;
    unsigned chinese = 0, english = 0;

    for (unsigned i = 0; i < tags->len; i++) {
        const Tag *tag = tag_at(tags, i);
        const char *text = ((const GString *)read->each->pdata[i])->str;

        if (strcmp(tag->name, "Figure") == 0 || stands_in(tags, i, "Figure") || *text == '\0')
            continue;
        ck_assert_ptr_nonnull(tag->language);
        if (has_han(text))
            ck_assert_msg(strcmp(tag->language, "zh-CN") == 0, "%s: %s, %s in %s", text, tag->language,
                          tag->name, tag_at(tags, (unsigned)tag->parent)->name);
        else if (is_english(text))
            ck_assert_msg(strcmp(tag->language, "en") == 0, "%s is said to be %s", text, tag->language);
        chinese += strcmp(tag->language, "zh-CN") == 0;
        english += strcmp(tag->language, "en") == 0;
    }
    ck_assert(chinese > 0 || languages == GAZ_LANGUAGES_EN);
    ck_assert(english > 0 || languages == GAZ_LANGUAGES_ZH);
}

/* Every notice of these folders. */
static const struct {
    const char *folder;
    GazLanguageSet languages;
    unsigned least; /* notices */
} sets[] = {
    {"data/shandong-2021", GAZ_LANGUAGES_ZH, 15},
    {"data/shandong-2021", GAZ_LANGUAGES_EN, 15},
    {"data/shandong-2021", GAZ_LANGUAGES_BOTH, 15},
    {"data/notice-212", GAZ_LANGUAGES_BOTH, 2},
};

static void check_notice(const char *notice, GazLanguageSet languages)
{
    g_autoptr(GazDocument) document = pdf_sample_compose(sample, notice);
    char *path = pdf_sample_set(sample, document, languages);
    g_auto(Read) read = read_text(path);
    Wanted wanted = wanted_of(document, languages);

    check_text(&read, &wanted);
    check_languages(&read, languages);
    g_ptr_array_unref(wanted.pieces);
    g_ptr_array_unref(wanted.notes);
    pdf_sample_remove(path);
}

START_TEST(text_is_the_documents)
{
    unsigned count = 0;

    sample = pdf_sample_open(sets[_i].folder);
    for (const char *notice; (notice = pdf_sample_notice(sample, count)) != NULL; count++)
        check_notice(notice, sets[_i].languages);
    ck_assert_uint_ge(count, sets[_i].least);
    pdf_sample_close(sample);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("reading order");
    TCase *all = tcase_create("all");

    tcase_set_timeout(all, 0);
    tcase_add_loop_test(all, text_is_the_documents, 0, G_N_ELEMENTS(sets));
    suite_add_tcase(suite, all);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
