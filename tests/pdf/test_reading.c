/* test_reading.c - the text as it is read out, in the order of the structure, is the document tree's: nothing
 * lost, nothing twice, nothing else; each run in its own language. Poppler reads the text, qpdf the
 * languages. */
#include "../support/pdf_sample.h"
#include "../support/suite.h"
#include "tags.h"

static PdfSample *sample;

static void open_sample(void)
{
    sample = pdf_sample_open("data/shandong-2021");
}

static void close_sample(void)
{
    pdf_sample_close(sample);
}

/* Short ones: Poppler interprets a page anew for each element on it. */
static const struct {
    const char *notice;
    GazLanguageSet languages;
} files[] = {
    {"exposure-2022-01", GAZ_LANGUAGES_BOTH},  {"exposure-2022-01", GAZ_LANGUAGES_ZH},
    {"exposure-2022-01", GAZ_LANGUAGES_EN},    {"interview-2021-01", GAZ_LANGUAGES_BOTH},
    {"special-task-2021", GAZ_LANGUAGES_BOTH},
};

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

/* The labels of an annex stand before its titles. */
static void want_annexes(const Wanted *wanted)
{
    for (const GazNode *annex = wanted->document->annexes->first; annex != NULL; annex = annex->next) {
        for (const GazNode *node = annex->first; node != NULL; node = node->next)
            if (node->kind == GAZ_NODE_HEADING && node->level == 0 && speaks(wanted, node->language))
                want(wanted->pieces, "", node->number);
        want_all(wanted, annex);
    }
}

static Wanted wanted_of(const GazDocument *document, GazLanguageSet languages)
{
    Wanted wanted = {document, languages, g_ptr_array_new_with_free_func(g_free),
                     g_ptr_array_new_with_free_func(g_free)};

    if (languages & GAZ_LANGUAGES_ZH) {
        want_body(&wanted, document->bodies[GAZ_ZH]);
        want_annexes(&wanted);
        if (document->imprints[GAZ_ZH] != NULL)
            want_all(&wanted, document->imprints[GAZ_ZH]);
    }
    if (languages & GAZ_LANGUAGES_EN)
        want_body(&wanted, document->bodies[GAZ_EN]);
    if (languages == GAZ_LANGUAGES_EN) {
        want_annexes(&wanted);
        if (document->imprints[GAZ_EN] != NULL)
            want_all(&wanted, document->imprints[GAZ_EN]);
    }
    return wanted;
}

/* What is read out. */
typedef struct {
    GString *text, *notes;
    GPtrArray *each; /* of GString *: the own text of each element, in the order of the structure */
} Read;

static char *read_out(const char *path)
{
    const char *arguments[] = {"pdfinfo", "-struct-text", path, NULL};
    char *output = NULL;
    int status = -1;

    ck_assert(g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                           &status, NULL));
    ck_assert_int_eq(status, 0);
    return output;
}

static void free_text(void *text)
{
    g_string_free(text, TRUE);
}

/* Lines are elements, their attributes, and their texts in quotes, each below and right of what it is in. */
static Read read_text(const char *path)
{
    Read read = {g_string_new(NULL), g_string_new(NULL), g_ptr_array_new_with_free_func(free_text)};
    g_autofree char *output = read_out(path);
    g_auto(GStrv) lines = g_strsplit(output, "\n", -1);
    size_t apart = SIZE_MAX; /* indent of the figure or note that the line is in */
    bool note = false;

    for (unsigned i = 0; lines[i] != NULL; i++) {
        size_t indent = strspn(lines[i], " ");
        const char *line = lines[i] + indent, *quote = strrchr(line, '"');

        if (*line == '"') {
            g_autofree char *text = g_strndup(line + 1, (gsize)(quote - line - 1));

            ck_assert_uint_gt(read.each->len, 0);
            append_solid(read.each->pdata[read.each->len - 1], text);
            if (apart == SIZE_MAX || note)
                append_solid(apart == SIZE_MAX ? read.text : read.notes, text);
        } else if (*line != '/' && *line != '\0' && !g_str_has_prefix(line, "Object")) {
            if (indent <= apart)
                apart = SIZE_MAX;
            note = apart == SIZE_MAX ? g_str_has_prefix(line, "Note") : note;
            if (apart == SIZE_MAX && (note || g_str_has_prefix(line, "Figure")))
                apart = indent;
            g_ptr_array_add(read.each, g_string_new(NULL));
        }
    }
    return read;
}

static void clear_read(Read *read)
{
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
    const char *at = read->text->str;

    for (unsigned i = 0; i < wanted->pieces->len; i++) {
        const char *piece = wanted->pieces->pdata[i], *found = strstr(at, piece + (*piece == '?'));

        if (*piece == '?') {
            if (found != NULL && found - at < 40)
                at = found + strlen(piece + 1);
            continue;
        }
        ck_assert_msg(found != NULL, "not read, or not in its place: %s", piece);
        ck_assert_msg(found - at < 40, "before “%.60s” is read “%.*s”", piece, (int)(found - at), at);
        at = found + strlen(piece);
    }
    ck_assert_msg(strlen(at) < 40, "at the end is read “%s”", at);
    for (unsigned i = 0; i < wanted->notes->len; i++)
        ck_assert_msg(strstr(read->notes->str, wanted->notes->pdata[i]) != NULL, "no note: %s",
                      (const char *)wanted->notes->pdata[i]);
}

/* Han is read by a Chinese voice, English by an English one: a figure alone speaks both at once. */
static void check_languages(const Read *read, const GArray *tags, GazLanguageSet languages)
{
    unsigned chinese = 0, english = 0;

    ck_assert_uint_eq(tags->len, read->each->len);
    for (unsigned i = 0; i < tags->len; i++) {
        const Tag *tag = tag_at(tags, i);
        const char *text = ((const GString *)read->each->pdata[i])->str;

        if (strcmp(tag->name, "Figure") == 0 || stands_in(tags, i, "Figure") || *text == '\0')
            continue;
        ck_assert_ptr_nonnull(tag->language);
        if (has_han(text))
            ck_assert_msg(strcmp(tag->language, "zh-CN") == 0, "%s is said to be %s", text, tag->language);
        else if (is_english(text))
            ck_assert_msg(strcmp(tag->language, "en") == 0, "%s is said to be %s", text, tag->language);
        chinese += strcmp(tag->language, "zh-CN") == 0;
        english += strcmp(tag->language, "en") == 0;
    }
    ck_assert(chinese > 0 || languages == GAZ_LANGUAGES_EN);
    ck_assert(english > 0 || languages == GAZ_LANGUAGES_ZH);
}

START_TEST(text_is_the_documents)
{
    g_autoptr(GazDocument) document = pdf_sample_compose(sample, files[_i].notice);
    char *path = pdf_sample_set(sample, document, files[_i].languages);
    g_auto(Read) read = read_text(path);
    g_autoptr(GArray) tags = read_tags(path);
    Wanted wanted = wanted_of(document, files[_i].languages);

    check_text(&read, &wanted);
    check_languages(&read, tags, files[_i].languages);
    g_ptr_array_unref(wanted.pieces);
    g_ptr_array_unref(wanted.notes);
    pdf_sample_remove(path);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("reading order");
    TCase *all = tcase_create("all");

    tcase_set_timeout(all, 0);
    tcase_add_unchecked_fixture(all, open_sample, close_sample);
    tcase_add_loop_test(all, text_is_the_documents, 0, G_N_ELEMENTS(files));
    suite_add_tcase(suite, all);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
