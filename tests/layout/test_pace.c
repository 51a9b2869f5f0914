/* test_pace.c - GB/T 9704-2012, 7.3.5.5 with 5.2.3: however long a text is, the page of its signature shows
 * text, and it is the space between lines that gives way: the same on every page, by no more than two lines a
 * page. */
#include "../support/suite.h"
#include "document/document.h"
#include "fonts.h"
#include "layout/page.h"
#include <check.h>
#include <math.h>
#include <string.h>

enum { LONGEST = 48, LARGEST = 64 }; /* paragraphs of a line each: more than two pages of them */

static const double bottom_edge = 262 * 72 / 25.4, usual_pitch = 10.446 * 72 / 25.4; /* [pt] */

/* What is seen of a text that is set. */
typedef struct {
    unsigned pages, lines, signed_on; /* lines: of text on the page at hand */
    unsigned above;                   /* lines of text on the page of the signature */
    double foot;                      /* [pt] baseline of the last line on the page before */
    double last;                      /* [pt] baseline of the line before on this page; 0: none */
    double pitches[LARGEST];          /* between lines of text */
    unsigned pitch_count;
} Seen;

static GazFonts *fonts;

static void set_up(void)
{
    fonts = open_fonts();
}

static void tear_down(void)
{
    gaz_fonts_free(fonts);
}

static void see_line(Seen *seen, double y)
{
    ck_assert_msg(y < bottom_edge, "5.2.1: a line lies below the type area");
    if (seen->last > 0 && seen->pitch_count < LARGEST)
        seen->pitches[seen->pitch_count++] = y - seen->last;
    seen->last = y;
    seen->lines++;
}

static bool see_page(const GazPage *page, void *user, GError **error)
{
    Seen *seen = user;

    (void)error;
    seen->pages++;
    seen->lines = 0;
    seen->foot = seen->signed_on == 0 ? seen->last : seen->foot;
    seen->last = 0;
    for (guint i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);

        if (mark->kind != GAZ_MARK_GLYPHS || mark->y == seen->last)
            continue;
        if (strstr(mark->text, "第") != NULL || strstr(mark->text, "特此") != NULL) {
            see_line(seen, mark->y);
        } else if (strstr(mark->text, "示范省") != NULL && seen->signed_on == 0) {
            seen->signed_on = seen->pages;
            seen->above = seen->lines;
        }
    }
    return true;
}

static GazNode *add(GazDocument *document, GazNode *parent, GazNodeKind kind, const char *text)
{
    GazNode *node = gaz_node_add(document, parent, kind, GAZ_ZH);

    if (text != NULL)
        gaz_node_add_run(document, node, GAZ_ZH, text);
    return node;
}

/* A text of `count` paragraphs of one line, 特此通知。, a list of annexes, if any, name and date, with the
 * place of a seal or without. */
static GazDocument *new_text_with(bool sealed, unsigned count, unsigned annexes)
{
    static const GazStamp place = {.diameter = 45};
    GazDocument *document = gaz_document_new();
    GazNode *body = document->bodies[GAZ_ZH], *list = NULL, *name;

    add(document, body, GAZ_NODE_TITLE, "关于规范信息公开的通知");
    for (unsigned i = 0; i < count; i++)
        add(document, body, GAZ_NODE_PARAGRAPH, "第某条按规定办理。");
    add(document, body, GAZ_NODE_PARAGRAPH, "特此通知。");
    if (annexes > 0)
        list = add(document, body, GAZ_NODE_ANNEX_LIST, NULL);
    for (unsigned i = 0; i < annexes; i++)
        add(document, list, GAZ_NODE_ITEM, "清单");
    name = add(document, add(document, body, GAZ_NODE_SIGNATURE, NULL), GAZ_NODE_PARAGRAPH, "示范省某厅");
    name->stamp = sealed ? &place : NULL;
    add(document, body, GAZ_NODE_DATE, "2021年11月12日");
    return document;
}

static GazDocument *new_text(bool sealed, unsigned count)
{
    return new_text_with(sealed, count, 0);
}

static Seen set_text(bool sealed, unsigned count)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazDocument) document = new_text(sealed, count);
    Seen seen = {0};

    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_ZH, false}, see_page, &seen, &error));
    ck_assert_uint_gt(seen.signed_on, 0);
    return seen;
}

/* Every pitch of a text is the same, and that of 21 to 24 lines a page. */
static bool is_usual(const Seen *seen, unsigned count)
{
    double first = seen->pitches[0], lines = 21 * usual_pitch / first + 1;

    for (unsigned i = 1; i < seen->pitch_count; i++)
        ck_assert_msg(fabs(seen->pitches[i] - first) < 0.01, "%u paragraphs: the lines' pitch changes",
                      count);
    ck_assert_msg(fabs(lines - round(lines)) < 0.01 && lines > 20.9 && lines < 24.1,
                  "%u paragraphs: a page of %.2f lines", count, lines);
    return fabs(lines - 22) < 0.1;
}

/* What is told of all lengths of a text together. */
static void weigh_lengths(bool sealed)
{
    unsigned unusual = 0, carried = 0;

    for (unsigned count = 2; count <= LONGEST; count++) {
        Seen seen = set_text(sealed, count);

        unusual += !is_usual(&seen, count);
        carried += seen.signed_on > 1;
        ck_assert_msg(seen.signed_on == 1 || seen.above >= 2,
                      "7.3.5.5: %u paragraphs: %u lines of text above the signature on page %u", count,
                      seen.above, seen.signed_on);
    }
    ck_assert_msg(unusual > 0, "7.3.5.5: no text has had its pitch changed");
    ck_assert_msg(unusual * 2 < LONGEST, "5.2.3: 22 lines a page are no longer usual: %u of %u are not",
                  unusual, LONGEST - 1);
    ck_assert_uint_gt(carried, LONGEST / 3);
}

START_TEST(the_page_of_the_signature_shows_text)
{
    weigh_lengths(false);
}
END_TEST

START_TEST(the_page_of_the_seal_shows_text)
{
    weigh_lengths(true);
}
END_TEST

/* The last text that fits as usual, and the next: one line too long, it is set closer and stays on its page.
 */
START_TEST(a_line_too_many_is_taken_in)
{
    unsigned count = 2;
    Seen seen = set_text(false, count);

    while (is_usual(&seen, count) && count < LONGEST)
        seen = set_text(false, ++count);
    ck_assert_uint_eq(seen.signed_on, 1);
    ck_assert_msg(seen.pitches[0] < usual_pitch, "%u paragraphs: set wider, not closer", count);
}
END_TEST

/* Where so much ends the text that it goes over with few lines at any pace, the usual one is kept. */
START_TEST(what_no_pace_helps_is_set_as_usual)
{
    unsigned short_pages = 0;

    for (unsigned count = 2; count <= LONGEST; count++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GazDocument) document = new_text_with(false, count, 12);
        Seen seen = {0};

        ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_ZH, false}, see_page, &seen, &error));
        if (seen.signed_on == 1 || seen.above >= 5 || seen.foot > bottom_edge - 3 * usual_pitch)
            continue;
        short_pages++;
        ck_assert_msg(is_usual(&seen, count), "%u paragraphs: %u above, yet an unusual pitch", count,
                      seen.above);
    }
    ck_assert_uint_gt(short_pages, 0);
}
END_TEST

/* Pages; those without a word but their own number; where the imprint stands, and how many words beside it.
 */
typedef struct {
    unsigned pages, blank, printed_on, beside;
    unsigned enterprises, notes; /* of tables */
    unsigned across;             /* pages that lie so */
    unsigned places;             /* that a link may lead to */
} Feet;

static bool see_foot(const GazPage *page, void *user, GError **error)
{
    Feet *feet = user;
    unsigned words = 0;
    bool printed = false;

    (void)error;
    feet->pages++;
    feet->across += page->width > page->height ? 1 : 0;
    for (guint i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);

        feet->places += mark->kind == GAZ_MARK_TARGET && strcmp(mark->name, "place") == 0 ? 1 : 0;
        if (mark->kind != GAZ_MARK_GLYPHS || g_str_has_prefix(mark->text, "— "))
            continue;
        if (strstr(mark->text, "印发") != NULL || strstr(mark->text, "issued") != NULL)
            printed = true;
        else if (strstr(mark->text, "办公室") == NULL && strstr(mark->text, "Office") == NULL)
            words++;
        feet->enterprises += g_str_has_prefix(mark->text, "济南砚泉") ? 1 : 0;
        feet->notes += g_str_has_prefix(mark->text, "注文") ? 1 : 0;
    }
    feet->blank += words == 0 && !printed;
    if (printed) {
        feet->printed_on = feet->pages;
        feet->beside = words;
    }
    return true;
}

static void add_imprint(GazDocument *document, GazNode *imprint, const char *office, const char *date)
{
    GazNode *printed = gaz_node_add(document, imprint, GAZ_NODE_PRINTED, imprint->language);

    gaz_node_add_run(document, printed, imprint->language, office);
    gaz_node_add_run(document, printed, imprint->language, date);
}

/* 7.3.5.5, 7.5: the imprint stands on an even page, which may be its own, but no page before it is blank.
 * `_i`: whether the text has the place of a seal. */
START_TEST(no_page_before_the_imprint_is_blank)
{
    for (unsigned count = 2; count <= LONGEST; count++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GazDocument) document = new_text(_i == 1, count);
        Feet feet = {0};

        document->imprints[GAZ_ZH] = gaz_node_add(document, NULL, GAZ_NODE_IMPRINT, GAZ_ZH);
        add_imprint(document, document->imprints[GAZ_ZH], "示范省某厅办公室", "2021年11月12日印发");
        ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_ZH, false}, see_foot, &feet, &error));
        ck_assert_uint_eq(feet.printed_on, feet.pages);
        ck_assert_msg(feet.pages % 2 == 0 && feet.blank == 0, "%u paragraphs: %u of %u pages are blank",
                      count, feet.blank, feet.pages);
    }
}
END_TEST

/* Adds an annex, a table of so many rows, the last with a note. */
static void add_table(GazDocument *document, unsigned rows)
{
    static const GazTableColumn columns[] = {
        {.heading = GAZ_TEXT("序号", "No."), .code = "number"},
        {.heading = GAZ_TEXT("企业名称", "Enterprise"), .code = "enterprise"},
    };
    GazNode *annex = gaz_node_add(document, document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    GazNode *table = gaz_node_add(document, annex, GAZ_NODE_TABLE, GAZ_ZH);
    GazNode *notes = gaz_node_add(document, annex, GAZ_NODE_NOTES, GAZ_ZH);
    GazNode *note = add(document, notes, GAZ_NODE_NOTE, "注文。");

    note->id = note->number = "1";
    table->table =
        gaz_grid_new(document->arena, "lines", gaz_text("清单", "List"), columns, G_N_ELEMENTS(columns));
    for (unsigned i = 1; i <= rows; i++) {
        GazRow *row = gaz_grid_add_row(document->arena, table->table, GAZ_ROW_DATA);

        row->cells[0].text.in[GAZ_ZH] = gaz_arena_printf(document->arena, "%u", i);
        row->cells[1].text = gaz_text("济南砚泉水泥有限公司", "Jinan Yanquan Cement Co., Ltd.");
        row->cells[1].notes = i == rows ? "1" : NULL;
    }
}

/* Where the text's annexes would end an even page with no room for the imprint, their rows are set closer or
 * wider: no page is blank. No row and no note is lost for being set
 * anew, and none set twice. */
START_TEST(no_page_after_the_annexes_is_blank)
{
    unsigned alone = 0;

    for (unsigned rows = 2; rows <= 60; rows++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GazDocument) document = new_text(false, 3);
        Feet feet = {0};

        add_table(document, rows);
        document->bodies[GAZ_ZH]->first->next->id = "place"; /* the text has it, whatever the annex says */
        document->annexes->first->id = gaz_arena_strdup(document->arena, "place");
        document->imprints[GAZ_ZH] = gaz_node_add(document, NULL, GAZ_NODE_IMPRINT, GAZ_ZH);
        add_imprint(document, document->imprints[GAZ_ZH], "示范省某厅办公室", "2021年11月12日印发");
        ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_ZH, false}, see_foot, &feet, &error));
        ck_assert_uint_eq(feet.printed_on, feet.pages);
        ck_assert_uint_eq(feet.enterprises, rows);
        ck_assert_uint_eq(feet.notes, 1);
        ck_assert_uint_eq(feet.places, 1);
        ck_assert_msg(feet.pages % 2 == 0 && feet.blank == 0, "%u rows: %u of %u pages are blank", rows,
                      feet.blank, feet.pages);
        alone += feet.beside == 0;
    }
    ck_assert_uint_gt(alone, 0);
}
END_TEST

/* A short table across the sheet, which would leave the imprint to a page of its own after a blank one, is
 * set upright with it, where its columns can do with that; a long one stays across. */
START_TEST(a_short_wide_table_makes_room_for_the_imprint)
{
    static const unsigned rows[] = {3, 20, 40};
    g_autoptr(GError) error = NULL;
    g_autoptr(GazDocument) document = new_text(false, 3);
    bool upright = rows[_i] < 24;
    Feet feet = {0};

    add_table(document, rows[_i]);
    document->annexes->first->first->table->wide = true;
    document->imprints[GAZ_ZH] = gaz_node_add(document, NULL, GAZ_NODE_IMPRINT, GAZ_ZH);
    add_imprint(document, document->imprints[GAZ_ZH], "示范省某厅办公室", "2021年11月12日印发");
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_ZH, false}, see_foot, &feet, &error));
    ck_assert_uint_eq(feet.blank, 0);
    ck_assert_uint_eq(feet.across, upright ? 0 : 2);
    ck_assert_uint_eq(feet.pages, upright ? 2 : 4);
    ck_assert_uint_eq(feet.enterprises, rows[_i]);
}
END_TEST

/* A notice carried as an attachment has its imprint at the foot of its own last page: with its signature and
 * lines of its text. */
START_TEST(a_carried_imprint_is_not_left_alone)
{
    for (unsigned count = 2; count <= LONGEST; count++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(GazDocument) document = gaz_document_new();
        GazNode *annex = gaz_node_add(document, document->annexes, GAZ_NODE_ANNEX, GAZ_EN);
        GazNode *body = gaz_node_add(document, annex, GAZ_NODE_BODY, GAZ_EN), *signature;
        Feet feet = {0};

        for (unsigned i = 0; i < count; i++)
            gaz_node_add_run(document, gaz_node_add(document, body, GAZ_NODE_PARAGRAPH, GAZ_EN), GAZ_EN,
                             "As ruled.");
        signature = gaz_node_add(document, body, GAZ_NODE_SIGNATURE, GAZ_EN);
        gaz_node_add_run(document, gaz_node_add(document, signature, GAZ_NODE_PARAGRAPH, GAZ_EN), GAZ_EN,
                         "Department");
        add_imprint(document, gaz_node_add(document, annex, GAZ_NODE_IMPRINT, GAZ_EN), "General Office",
                    "issued on 12 November 2021");
        ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_EN, false}, see_foot, &feet, &error));
        ck_assert_msg(feet.beside >= 3, "%u paragraphs: %u words beside the imprint on page %u", count,
                      feet.beside, feet.printed_on);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("pace");
    TCase *tests = tcase_create("pace");

    tcase_add_unchecked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_page_of_the_signature_shows_text);
    tcase_add_test(tests, the_page_of_the_seal_shows_text);
    tcase_add_test(tests, a_line_too_many_is_taken_in);
    tcase_add_test(tests, what_no_pace_helps_is_set_as_usual);
    tcase_add_loop_test(tests, no_page_before_the_imprint_is_blank, 0, 2);
    tcase_add_test(tests, no_page_after_the_annexes_is_blank);
    tcase_add_loop_test(tests, a_short_wide_table_makes_room_for_the_imprint, 0, 3);
    tcase_add_test(tests, a_carried_imprint_is_not_left_alone);
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
