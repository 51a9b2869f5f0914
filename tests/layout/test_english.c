/* test_english.c - the translation: titles of even lines, and no line of the text alone above the signature.
 */
#include "../support/suite.h"
#include "document/document.h"
#include "fonts.h"
#include "layout/flow.h"
#include "layout/headline.h"
#include "layout/paragraph.h"
#include <check.h>
#include <string.h>

enum { LINES = 8, LONGEST = 60 };

static GazFonts *fonts;

static void set_up(void)
{
    fonts = open_fonts();
}

static void tear_down(void)
{
    gaz_fonts_free(fonts);
}

static GazNode *add(GazDocument *document, GazNode *parent, GazNodeKind kind, const char *text)
{
    GazNode *node = gaz_node_add(document, parent, kind, GAZ_EN);

    if (text != NULL)
        gaz_node_add_run(document, node, GAZ_EN, text);
    return node;
}

/* Titles that leave a word or two alone where lines are filled one after the other. */
static const char *const titles[] = {
    "Notice on Strictly Implementing Regular Off-Peak Cement Production",
    "Circular on the Failure of 3 Clinker Enterprises to Carry Out Off-Peak Production as Required",
    "Consultation on the Draft Plan for Off-Peak Production by Clinker Enterprises in Summer 2021",
    "Implementation plan for off-peak cement production in Shanxi in summer 2018",
};

typedef struct {
    double widths[LINES], y; /* [pt] of the title's lines; of the last one */
    unsigned lines;
} Title;

static bool see_title(const GazPage *page, void *user, GError **error)
{
    Title *title = user;

    (void)error;
    for (guint i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);

        if (mark->kind != GAZ_MARK_GLYPHS || g_str_has_prefix(mark->text, "— "))
            continue;
        if (mark->y > title->y + 1)
            title->lines++;
        title->y = mark->y;
        ck_assert_uint_le(title->lines, LINES);
        title->widths[title->lines - 1] += mark->width;
    }
    return true;
}

/* Without blanks. */
static unsigned letters_of(const char *text)
{
    unsigned letters = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        letters += *text != ' ';
    return letters;
}

static bool see_letters(const GazPage *page, void *user, GError **error)
{
    unsigned *letters = user;

    (void)error;
    for (guint i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);
        g_autofree char *seen = NULL;

        if (mark->kind != GAZ_MARK_GLYPHS || g_str_has_prefix(mark->text, "— "))
            continue;
        seen = g_strndup(mark->text + mark->glyphs->start, (gsize)mark->glyphs->length);
        *letters += letters_of(seen);
    }
    return true;
}

START_TEST(lines_of_a_title_are_even)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazDocument) document = gaz_document_new();
    Title title = {0};
    double least = GAZ_WIDTH, most = 0;

    add(document, document->bodies[GAZ_EN], GAZ_NODE_TITLE, titles[_i]);
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_EN, false}, see_title, &title, &error));
    ck_assert_uint_gt(title.lines, 1);
    for (unsigned i = 0; i < title.lines; i++) {
        least = MIN(least, title.widths[i]);
        most = MAX(most, title.widths[i]);
    }
    ck_assert_msg(least > 0.6 * most, "%u lines, %.0f to %.0f pt wide: %s", title.lines, least, most,
                  titles[_i]);
}
END_TEST

/* Titles of every kind, with / between the lines they are set in. */
static const char *const broken[] = {
    "Notice of Interview on Off-Peak Cement Production",
    "Notice on the Implementation Plan for Off-Peak Production/by Clinker Enterprises in the 2021–2022 "
    "Heating "
    "Season",
    "Public Consultation on the Draft Implementation Plan/for Off-Peak Production by Clinker Enterprises/in "
    "the "
    "2021–2022 Heating Season",
    "Notice on Off-Peak Arrangements for Clinker Lines/with Special Tasks in the 2021–2022 Heating Season",
    "Correction of the Notice/on the 2022 Clinker Line List of Shandong Province",
    "Circular on the Failure of Weifang Hengdi Cement Co., Ltd./to Carry Out Off-Peak Production as Required",
    "Circular on the Failure/of Zhucheng Qinli Building Materials Co., Ltd./to Carry Out Off-Peak Production "
    "as "
    "Required",
    "Withdrawal of the Circular on the Failure/of Weihai Yuli Cement Co., Ltd./to Carry Out Off-Peak "
    "Production "
    "as Required",
    "Decisions on Objections and Appeals/Against Findings on Off-Peak Production",
    "Off-Peak Cement Production in Jilin/Outside the Heating Periods of 2026",
    "Off-Peak Days by City or League,/Inner Mongolia Autonomous Region, 2021",
    "2023 Clinker Line List/of Xinjiang Production and Construction Corps",
    "Off-Peak Days by City,/Xinjiang Production and Construction Corps, 2021",
    "Off-Peak Days by City,/Guangxi Zhuang Autonomous Region, 2021",
    "Off-Peak Days by City, Jilin Province, 2021",
};

START_TEST(titles_are_broken_by_sense)
{
    g_auto(GStrv) lines = g_strsplit(broken[_i], "/", -1);
    g_autofree char *title = g_strjoinv(" ", lines);
    GazSetting setting = {.language = GAZ_EN,
                          .size = 17,
                          .measure = GAZ_WIDTH,
                          .fill = GAZ_FILL_RAGGED,
                          .faces = {GAZ_FACE_HEI, GAZ_FACE_LATIN_BOLD, GAZ_FACE_HEI}};
    g_autoptr(GArray) starts = gaz_headline_break(fonts, title, &setting);
    g_autoptr(GString) found = g_string_new(title);

    ck_assert_ptr_nonnull(starts);
    for (guint i = 1; i < starts->len; i++)
        found->str[g_array_index(starts, guint, i) - 1] = '/';
    ck_assert_str_eq(found->str, broken[_i]);
}
END_TEST

/* Whatever the title, all of it is set: one of many words, one of a word no line holds, one in two languages.
 */
START_TEST(no_title_loses_words)
{
    static const char *const odd[] = {"word ", "longword", "Notice 鲁工信原〔2022〕902号 "};
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GazDocument) document = gaz_document_new();
    GazNode *node = gaz_node_add(document, document->bodies[GAZ_EN], GAZ_NODE_TITLE, GAZ_EN);
    unsigned letters = 0;

    for (unsigned i = 0; i < (unsigned)(_i == 0 ? 70 : 9); i++)
        g_string_append(text, odd[_i]);
    gaz_node_add_run(document, node, GAZ_EN, text->str);
    gaz_node_add_run(document, node, GAZ_ZH, "公告 end"); /* goes on in the word before */
    ck_assert(
        gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_EN, false}, see_letters, &letters, &error));
    ck_assert_uint_eq(letters, letters_of(text->str) + letters_of("公告 end"));
}
END_TEST

/* Lines of text above the signature on its page. */
typedef struct {
    unsigned page, lines, above;
} Signed;

static bool see_signature(const GazPage *page, void *user, GError **error)
{
    Signed *seen = user;

    (void)error;
    seen->page++;
    seen->lines = 0;
    for (guint i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);

        if (mark->kind == GAZ_MARK_GLYPHS && strstr(mark->text, "Telephone") != NULL)
            seen->lines++;
        if (mark->kind == GAZ_MARK_GLYPHS && strstr(mark->text, "Department") != NULL)
            seen->above = seen->lines;
    }
    return true;
}

START_TEST(no_fact_stands_alone_above_the_signature)
{
    for (unsigned count = 2; count <= LONGEST; count++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GazDocument) document = gaz_document_new();
        GazNode *body = document->bodies[GAZ_EN], *facts = add(document, body, GAZ_NODE_FACTS, NULL);
        Signed seen = {0};

        for (unsigned i = 0; i < count; i++)
            add(document, facts, GAZ_NODE_FACT, "Telephone: 0531-0000 0001");
        add(document, add(document, body, GAZ_NODE_SIGNATURE, NULL), GAZ_NODE_PARAGRAPH, "Department");
        add(document, body, GAZ_NODE_DATE, "12 November 2021");
        ck_assert(
            gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_EN, false}, see_signature, &seen, &error));
        ck_assert_msg(seen.above >= 2, "%u facts: %u above the signature", count, seen.above);
    }
}
END_TEST

static bool see_width(const GazPage *page, void *user, GError **error)
{
    (void)user, (void)error;
    for (guint i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);

        if (mark->kind == GAZ_MARK_GLYPHS)
            ck_assert_msg(mark->x > GAZ_LEFT - 1 && mark->x + mark->width < GAZ_LEFT + GAZ_WIDTH + 1,
                          "%s: from %.1f to %.1f pt", mark->text, mark->x, mark->x + mark->width);
    }
    return true;
}

START_TEST(a_disclaimer_keeps_within_the_type_area)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazDocument) document = gaz_document_new();

    add(document, document->bodies[GAZ_EN], GAZ_NODE_DISCLAIMER,
        "Demonstration data: enterprises, document numbers, telephone numbers and events are invented; this "
        "is "
        "no real document of any authority.");
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_EN, false}, see_width, NULL, &error));
}
END_TEST

/* So many letters and blanks. Yours: g_free(). */
static char *words_of(unsigned letters)
{
    char *words = g_strnfill(letters, 'i');

    for (unsigned i = 4; i + 1 < letters; i += 5)
        words[i] = ' ';
    return words;
}

/* A Chinese document number is a word among English ones, wherever it lies. */
START_TEST(a_document_number_is_not_cut)
{
    GazSetting setting = {.language = GAZ_EN,
                          .size = 11.5,
                          .measure = GAZ_WIDTH,
                          .fill = GAZ_FILL_JUSTIFIED,
                          .faces = {GAZ_FACE_SONG, GAZ_FACE_LATIN, GAZ_FACE_HEI}};

    for (unsigned lead = 0; lead < 80; lead++) {
        g_autofree char *before = words_of(lead);
        g_autofree char *text = g_strconcat("The line was found running by the municipal bureau ", before,
                                            " (on-site inspection, evidence: ", NULL);
        GazRun after = {.text = ") and was ordered to stop by the bureau of ecology.", .language = GAZ_EN};
        GazRun number = {.next = &after, .text = "错核〔2020〕0102", .language = GAZ_ZH};
        GazRun run = {.next = &number, .text = text, .language = GAZ_EN};
        g_autoptr(GazParagraph) lines = gaz_paragraph_new(fonts, &run, &setting);

        for (unsigned i = 0; i + 1 < lines->lines->len; i++) {
            const GArray *segments = g_array_index(lines->lines, GazLine, i).segments;

            for (unsigned k = 0; k < segments->len; k++) {
                const GazSegment *segment = &g_array_index(segments, GazSegment, k);

                ck_assert_msg(k + 1 < segments->len || segment->run != &number, "cut after %.*s",
                              segment->glyphs->length, segment->text + segment->glyphs->start);
            }
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("English");
    TCase *tests = tcase_create("English");

    tcase_add_unchecked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, lines_of_a_title_are_even, 0, G_N_ELEMENTS(titles));
    tcase_add_loop_test(tests, titles_are_broken_by_sense, 0, G_N_ELEMENTS(broken));
    tcase_add_loop_test(tests, no_title_loses_words, 0, 3);
    tcase_add_test(tests, no_fact_stands_alone_above_the_signature);
    tcase_add_test(tests, a_disclaimer_keeps_within_the_type_area);
    tcase_add_test(tests, a_document_number_is_not_cut);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
