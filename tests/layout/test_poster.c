/* test_poster.c - the sheet to hang up: one page, whatever has to stand on it. */
#include "../support/suite.h"
#include "document/modules.h"
#include "layout/page.h"
#include <check.h>
#include <string.h>

#define ADDRESS "https://cement.example/channels.html"

typedef struct {
    unsigned pages, numbers, hours, outside, figures;

    const char *alternatives[GAZ_LANGUAGES]; /* in the order they are said */
} Seen;

static bool look(const GazPage *page, void *user, GError **error)
{
    Seen *seen = user;

    (void)error;
    seen->pages++;
    for (unsigned i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);

        if (mark->kind == GAZ_MARK_OPEN && strcmp(mark->name, "Figure") == 0) {
            ck_assert_uint_lt(seen->figures, GAZ_LANGUAGES);
            seen->alternatives[seen->figures++] = g_intern_string(mark->element.alternative);
        }
        if (mark->kind != GAZ_MARK_GLYPHS)
            continue;
        seen->numbers += g_str_has_prefix(mark->text, "0531-") ? 1 : 0;
        seen->hours += strstr(mark->text, "8:30") != NULL;
        seen->outside +=
            mark->x < 0 || mark->x + mark->width > page->width - 20 || mark->y > page->height - 20;
    }
    return true;
}

static void add_text(GazDocument *document, GazNode *parent, GazNodeKind kind, const char *words)
{
    gaz_node_add_run(document, gaz_node_add(document, parent, kind, parent->language), parent->language,
                     words);
}

static void add_number(GazDocument *document, GazNode *facts, unsigned number)
{
    GazNode *fact = gaz_node_add(document, facts, GAZ_NODE_FACT, facts->language);
    const char *digits = gaz_arena_printf(document->arena, "0531-%04u %04u", number, number);

    gaz_node_add_run(document, fact, facts->language, "受理单位")->style = GAZ_RUN_STRONG;
    gaz_node_add_run(document, fact, facts->language, "：")->style = GAZ_RUN_STRONG;
    gaz_node_add_run(document, fact, facts->language, digits)->link = "tel:05310000";
}

/* A sheet with `numbers` telephones. Yours: gaz_document_free(). */
static GazDocument *sheet_of(unsigned numbers)
{
    GazDocument *document = gaz_document_new();
    GazFigure *code = gaz_figure_new(document->arena, GAZ_FIGURE_CODE);

    document->form = GAZ_FORM_POSTER;
    document->issuer = gaz_text("示范省水泥错峰生产信息公开", "Off-peak cement production");
    code->address = ADDRESS;
    code->caption = gaz_text("扫码", "Scan");
    code->alternative = gaz_text("二维码：" ADDRESS, "QR code: " ADDRESS);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazNode *body = document->bodies[language], *facts;

        add_text(document, body, GAZ_NODE_TITLE, language == GAZ_ZH ? "水泥窑应停未停？请举报" : "Tell us");
        add_text(document, body, GAZ_NODE_PARAGRAPH, "任何单位和个人都可以举报。");
        facts = gaz_node_add(document, body, GAZ_NODE_FACTS, language);
        for (unsigned i = 0; i < numbers; i++)
            add_number(document, facts, i);
        gaz_node_add(document, body, GAZ_NODE_FIGURE, language)->figure = code;
        add_text(document, body, GAZ_NODE_HEADING, "举报时请说明");
        add_text(document, body, GAZ_NODE_PARAGRAPH, "可以匿名。");
        add_text(
            document, body, GAZ_NODE_DISCLAIMER,
            "Demonstration data: enterprises, document numbers, telephone numbers and events are invented; "
            "this is no real document of any authority.");
    }
    return document;
}

static Seen set(GazDocument *document, GazLanguageSet languages)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    Seen seen = {0};

    ck_assert_ptr_nonnull(fonts);
    ck_assert(gaz_layout(document, &(GazPress){fonts, languages, false}, look, &seen, &error));
    return seen;
}

static const struct {
    unsigned numbers;
    GazLanguageSet languages;
} sheets[] = {{1, GAZ_LANGUAGES_BOTH}, {3, GAZ_LANGUAGES_BOTH}, {12, GAZ_LANGUAGES_BOTH},
              {3, GAZ_LANGUAGES_ZH},   {3, GAZ_LANGUAGES_EN},   {0, GAZ_LANGUAGES_BOTH}};

START_TEST(one_page)
{
    g_autoptr(GazDocument) document = sheet_of(sheets[_i].numbers);
    Seen seen = set(document, sheets[_i].languages);

    ck_assert_uint_eq(seen.pages, 1);
    ck_assert_uint_eq(seen.outside, 0);
    ck_assert_uint_eq(seen.numbers, sheets[_i].numbers); /* once, though both languages have them */
    ck_assert_uint_eq(seen.figures, sheets[_i].languages == GAZ_LANGUAGES_BOTH ? 2 : 1);
    if (sheets[_i].languages != GAZ_LANGUAGES_EN)
        ck_assert_str_eq(seen.alternatives[0], "二维码：" ADDRESS);
    if (sheets[_i].languages != GAZ_LANGUAGES_ZH)
        ck_assert_str_eq(seen.alternatives[seen.figures - 1], "QR code: " ADDRESS);
}
END_TEST

/* The three corners that readers look for: a ring of 7 modules around a square of 3. */
/* Where a telephone has hours, they stand below the number, in each language. */
START_TEST(when_to_call)
{
    g_autoptr(GazDocument) document = sheet_of(1);

    ck_assert_uint_eq(set(document, GAZ_LANGUAGES_BOTH).hours, 0);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazNode *facts = document->bodies[language]->first;

        while (facts->kind != GAZ_NODE_FACTS)
            facts = facts->next;
        gaz_node_add_run(document, facts->first, language, " 8:30");
    }
    ck_assert_uint_eq(set(document, GAZ_LANGUAGES_BOTH).hours, 2);
    ck_assert_uint_eq(set(document, GAZ_LANGUAGES_EN).hours, 1);
}
END_TEST

START_TEST(finders)
{
    GazModules *code = gaz_modules_new(ADDRESS);
    unsigned side = gaz_modules_side(code), corners[][2] = {{0, 0}, {side - 7, 0}, {0, side - 7}};

    ck_assert_uint_eq((side - 17) % 4, 0);
    for (unsigned i = 0; i < G_N_ELEMENTS(corners); i++) {
        unsigned x = corners[i][0], y = corners[i][1];

        ck_assert_uint_eq(gaz_modules_run(code, x, y), 7);
        ck_assert_uint_eq(gaz_modules_run(code, x + 1, y + 1), 0);
        ck_assert_uint_eq(gaz_modules_run(code, x + 2, y + 3), 3);
        ck_assert_uint_eq(gaz_modules_run(code, x, y + 6), 7);
    }
    gaz_modules_free(code);
}
END_TEST

START_TEST(too_long)
{
    g_autofree char *text = g_strnfill(8000, 'a');

    ck_assert_ptr_null(gaz_modules_new(text));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("poster");
    TCase *cases = tcase_create("sheet");

    tcase_add_loop_test(cases, one_page, 0, G_N_ELEMENTS(sheets));
    tcase_add_test(cases, when_to_call);
    tcase_add_test(cases, finders);
    tcase_add_test(cases, too_long);
    suite_add_tcase(suite, cases);
    return suite_run(suite);
}
