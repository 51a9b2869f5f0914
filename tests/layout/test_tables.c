/* test_tables.c - tables over pages: a table of 2,000 rows in groups, looked at as it is set. */
#include "../support/suite.h"
#include "layout/faces.h"
#include "layout/flow.h"
#include <check.h>
#include <math.h>
#include <string.h>

enum { GROUP = 12 }; /* rows of a city */

/* A piece of text on a page. */
typedef struct {
    unsigned page;
    double x, y; /* [pt] */
    bool furniture;
    char *text;
} Seen;

typedef struct {
    GArray *texts; /* of Seen */
    unsigned pages, rows, rows_cut, headings;
    bool spilled; /* something stands outside of the sheet */
} Collected;

static void clear_seen(void *data)
{
    g_free(((Seen *)data)->text);
}

static void collect_mark(Collected *all, const GazPage *page, const GazMark *mark, unsigned apart)
{
    Seen seen = {page->number, mark->x, mark->y, apart > 0, NULL};

    all->spilled |= mark->x < GAZ_MM(10) || mark->x + mark->width > page->width - GAZ_MM(10) ||
                    mark->y > page->height - GAZ_MM(10);
    seen.text = g_strndup(mark->text + mark->glyphs->start, (gsize)mark->glyphs->length);
    all->headings += strcmp(seen.text, "企业名称") == 0;
    g_array_append_val(all->texts, seen);
}

static bool collect(const GazPage *page, void *user, GError **error)
{
    Collected *all = user;
    unsigned open = 0, apart = 0;

    (void)error;
    all->pages++;
    for (unsigned i = 0; i < page->marks->len; i++) {
        const GazMark *mark = &g_array_index(page->marks, GazMark, i);
        bool row = mark->name != NULL && strcmp(mark->name, "TR") == 0;
        bool furniture = mark->name != NULL && strcmp(mark->name, "Private") == 0;

        if (mark->kind == GAZ_MARK_GLYPHS)
            collect_mark(all, page, mark, apart);
        open += row && mark->kind == GAZ_MARK_OPEN;
        all->rows += row && mark->kind == GAZ_MARK_OPEN;
        open -= row && mark->kind == GAZ_MARK_CLOSE;
        apart += furniture && mark->kind == GAZ_MARK_OPEN;
        apart -= furniture && mark->kind == GAZ_MARK_CLOSE;
    }
    all->rows_cut += open != 0;
    return true;
}

static void set_row(GazDocument *document, GazGrid *grid, unsigned number)
{
    GazRow *row = gaz_grid_add_row(document->arena, grid, GAZ_ROW_DATA);
    static const char *const amounts[] = {"155", "77.5", "99.25", "1,240.5"};
    const char *amount = amounts[number % G_N_ELEMENTS(amounts)];

    row->cells[0].text.in[GAZ_ZH] = gaz_arena_printf(document->arena, "%u", number);
    row->cells[1].text = gaz_text("济南砚泉新型建筑材料科技发展有限责任公司",
                                  "Jinan Yanquan New Building Materials Technology Development Co., Ltd.");
    row->cells[2].text.in[GAZ_ZH] = gaz_arena_intern(document->arena, amount);
    if (number % 97 == 5)
        row->cells[1].notes = gaz_arena_printf(document->arena, "note-%u", number);
}

static void set_sum(GazDocument *document, GazGrid *grid, GazRowKind kind, const char *name)
{
    GazRow *row = gaz_grid_add_row(document->arena, grid, kind);

    row->cells[kind == GAZ_ROW_GROUP ? 0 : 1].text = gaz_text(name, name);
}

static void set_notes(GazDocument *document, GazNode *annex, unsigned count)
{
    GazNode *notes = gaz_node_add(document, annex, GAZ_NODE_NOTES, GAZ_ZH);

    for (unsigned number = 5; number <= count; number += 97) {
        GazNode *note = gaz_node_add(document, notes, GAZ_NODE_NOTE, GAZ_ZH);

        note->id = gaz_arena_printf(document->arena, "note-%u", number);
        note->number = gaz_arena_printf(document->arena, "%u", number);
        gaz_node_add_run(document, note, GAZ_ZH, gaz_arena_printf(document->arena, "注文%u。", number));
    }
}

/* A document whose one annex is a table of `count` rows. Yours: gaz_document_free(). */
static GazDocument *document_of(unsigned count)
{
    static const GazTableColumn columns[] = {
        {.heading = GAZ_TEXT("序号", "No."), .align = GAZ_ALIGN_CENTRE, .code = "number"},
        {.heading = GAZ_TEXT("企业名称", "Enterprise"), .row_header = true, .code = "enterprise"},
        {.heading = GAZ_TEXT("年产能（万吨）", "Annual capacity (10,000 t)"),
         .align = GAZ_ALIGN_DECIMAL,
         .code = "a"},
    };
    GazDocument *document = gaz_document_new();
    GazNode *annex = gaz_node_add(document, document->annexes, GAZ_NODE_ANNEX, GAZ_ZH);
    GazNode *node = gaz_node_add(document, annex, GAZ_NODE_TABLE, GAZ_ZH);

    document->form = GAZ_FORM_PUBLICITY;
    gaz_node_add_run(document, gaz_node_add(document, document->bodies[GAZ_ZH], GAZ_NODE_PARAGRAPH, GAZ_ZH),
                     GAZ_ZH, "正文。");
    node->table =
        gaz_grid_new(document->arena, "lines", gaz_text("清单", "List"), columns, G_N_ELEMENTS(columns));
    for (unsigned i = 1; i <= count; i++) {
        if (i % GROUP == 1)
            set_sum(document, node->table, GAZ_ROW_GROUP, "城市");
        set_row(document, node->table, i);
        if (i % GROUP == 0)
            set_sum(document, node->table, GAZ_ROW_SUBTOTAL, "小计");
    }
    set_sum(document, node->table, GAZ_ROW_TOTAL, "总计");
    set_notes(document, annex, count);
    return document;
}

/* Lays it out in both languages; gives how many texts were shaped. */
static unsigned lay_out(unsigned count, Collected *all)
{
    g_autoptr(GazDocument) document = document_of(count);
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);

    ck_assert_ptr_nonnull(fonts);
    *all = (Collected){.texts = g_array_new(FALSE, TRUE, sizeof(Seen))};
    g_array_set_clear_func(all->texts, clear_seen);
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, collect, all, &error));
    return gaz_fonts_shaped(fonts);
}

/* The text before or after (`step` -1, 1) `at` that belongs to the document; NULL where it is on another
 * page. */
static const Seen *neighbour(const Collected *all, unsigned at, int step)
{
    const Seen *seen = &g_array_index(all->texts, Seen, at);

    for (gint64 i = (gint64)at + step; i >= 0 && i < all->texts->len; i += step) {
        const Seen *other = &g_array_index(all->texts, Seen, (guint)i);

        if (other->page != seen->page)
            return NULL;
        if (!other->furniture)
            return other;
    }
    return NULL;
}

/* How many rows stand above `at` on its page. */
static unsigned rows_above(const Collected *all, unsigned at)
{
    const Seen *seen = &g_array_index(all->texts, Seen, at);
    unsigned rows = 0;

    for (unsigned i = 0; i < at; i++) {
        const Seen *other = &g_array_index(all->texts, Seen, i);

        rows += other->page == seen->page && !other->furniture && g_str_has_prefix(other->text, "济南砚泉");
    }
    return rows;
}

static const unsigned counts[] = {2000, 1, 2, 11, 13, 24, 25, 36, 47, 48, 60, 72, 84, 96, 120, 121};

START_TEST(rows_keep_together)
{
    Collected all;
    unsigned count = counts[_i], table_pages;

    lay_out(count, &all);
    table_pages = all.pages - 2; /* the text, and the page of the empty English part */
    ck_assert(!all.spilled);
    ck_assert_uint_eq(all.rows_cut, 0);
    /* Rows, groups, subtotals, the total and the headings, which the structure has once. */
    ck_assert_uint_eq(all.rows, count + (count + GROUP - 1) / GROUP + count / GROUP + 2);
    ck_assert_uint_eq(all.headings, table_pages);
    for (unsigned i = 0; i < all.texts->len; i++) {
        const Seen *seen = &g_array_index(all.texts, Seen, i);

        if (strcmp(seen->text, "城市") == 0)
            ck_assert_msg(neighbour(&all, i, 1) != NULL, "a group's head ends page %u", seen->page);
        if (strcmp(seen->text, "小计") == 0)
            ck_assert_msg(rows_above(&all, i) >= 1, "a subtotal begins page %u", seen->page);
        if (strcmp(seen->text, "总计") == 0)
            ck_assert_msg(rows_above(&all, i) >= MIN(2, count),
                          "the total of page %u has no two rows with it", seen->page);
    }
    g_array_unref(all.texts);
}
END_TEST

START_TEST(points_stand_below_one_another)
{
    Collected all;
    double right = -1;

    lay_out(60, &all);
    for (unsigned i = 0; i < all.texts->len; i++) {
        const Seen *seen = &g_array_index(all.texts, Seen, i);
        const char *point = strchr(seen->text, '.');
        double whole = 0;

        if (strcmp(seen->text, "77.5") != 0 && strcmp(seen->text, "99.25") != 0 &&
            strcmp(seen->text, "155") != 0 && strcmp(seen->text, "1,240.5") != 0)
            continue;
        /* Where the whole number ends: as many digits of equal width, and a comma. */
        whole = (double)(point == NULL ? strlen(seen->text) : (size_t)(point - seen->text));
        if (strchr(seen->text, ',') != NULL || right < 0) {
            right = strchr(seen->text, ',') != NULL || right >= 0 ? right : seen->x + whole * 9 * 0.555;
            continue;
        }
        ck_assert_msg(fabs(seen->x + whole * 9 * 0.555 - right) < 1, "%s: %.2f, not %.2f", seen->text,
                      seen->x + whole * 9 * 0.555, right);
    }
    ck_assert(right > 0);
    g_array_unref(all.texts);
}
END_TEST

/* Every note's text is on the page of its mark, and there once. */
START_TEST(notes_stand_on_the_page_of_their_mark)
{
    Collected all;
    unsigned found = 0;

    lay_out(400, &all);
    for (unsigned i = 0; i < all.texts->len; i++) {
        const Seen *mark = &g_array_index(all.texts, Seen, i);
        g_autofree char *number = NULL, *text = NULL;
        unsigned times = 0;

        if (mark->text[0] != '[' || g_str_has_suffix(mark->text, "] "))
            continue;
        number = g_strndup(mark->text + 1, strcspn(mark->text + 1, "]"));
        text = g_strdup_printf("注文%s。", number);
        for (unsigned k = 0; k < all.texts->len; k++) {
            const Seen *note = &g_array_index(all.texts, Seen, k);

            if (!g_str_has_prefix(note->text, "注文") || strcmp(note->text, text) != 0)
                continue;
            times++;
            ck_assert_uint_eq(note->page, mark->page);
        }
        ck_assert_uint_eq(times, 1);
        found++;
    }
    ck_assert_uint_eq(found, 5); /* rows 5, 102, 199, 296, 393 */
    g_array_unref(all.texts);
}
END_TEST

/* [pt] Where the last text of a page stands. */
static double foot_of(const Collected *all, unsigned page)
{
    double foot = 0;

    for (unsigned i = 0; i < all->texts->len; i++) {
        const Seen *seen = &g_array_index(all->texts, Seen, i);

        if (seen->page == page && !seen->furniture)
            foot = MAX(foot, seen->y);
    }
    return foot;
}

static unsigned page_of(const Collected *all, const char *prefix)
{
    for (unsigned i = 0; i < all->texts->len; i++)
        if (g_str_has_prefix(g_array_index(all->texts, Seen, i).text, prefix))
            return g_array_index(all->texts, Seen, i).page;
    return 0;
}

/* Gives the note of half a page to the data row `number` alone. */
static void give_long_note(GazDocument *document, unsigned number)
{
    GazNode *annex = document->annexes->first;
    GArray *rows = annex->first->table->rows;
    g_autoptr(GString) words = g_string_new(NULL);

    for (unsigned i = 0; i < rows->len; i++) {
        GazRow *row = &g_array_index(rows, GazRow, i);

        if (row->kind == GAZ_ROW_DATA)
            row->cells[1].notes = --number == 0 ? "note-5" : NULL;
    }
    for (unsigned i = 0; i < 105; i++)
        g_string_append(words, "核查发现该生产线运行，");
    gaz_node_add_run(document, annex->last->first, GAZ_ZH, words->str);
}

/* Wherever a row with a long note stands: no page is left empty for it by more than a quarter, and what
 * doesn't fit is on the next. */
START_TEST(long_notes_leave_no_page_empty)
{
    g_autoptr(GazDocument) document = document_of(80);
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    Collected all = {.texts = g_array_new(FALSE, TRUE, sizeof(Seen))};
    unsigned mark, note;

    give_long_note(document, (unsigned)_i);
    g_array_set_clear_func(all.texts, clear_seen);
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, collect, &all, &error));
    mark = page_of(&all, "[5]");
    note = page_of(&all, "注文5。");
    ck_assert_msg(mark > 0 && (note == mark || note == mark + 1), "the note is on page %u, its mark on %u",
                  note, mark);
    for (unsigned page = 2; page + 2 < all.pages; page++)
        ck_assert_msg(foot_of(&all, page) > GAZ_MM(37 + 225 * 0.75), "page %u ends at %.0f mm", page,
                      foot_of(&all, page) / GAZ_MM(1));
    g_array_unref(all.texts);
}
END_TEST

/* Puts `lines` paragraphs of a line before the table of the one annex. */
static void put_before(GazDocument *document, unsigned lines)
{
    GazNode *annex = document->annexes->first, *table = annex->first, *rest = table->next;

    table->next = NULL;
    annex->first = annex->last = NULL;
    for (unsigned i = 0; i < lines; i++)
        gaz_node_add_run(document, gaz_node_add(document, annex, GAZ_NODE_PARAGRAPH, GAZ_ZH), GAZ_ZH,
                         "说明。");
    *(annex->last == NULL ? &annex->first : &annex->last->next) = table;
    table->next = rest;
    annex->last = rest == NULL ? table : rest;
}

/* However much stands before a table: where its headings first stand, so do a city and its first row. */
START_TEST(headings_are_not_left_alone)
{
    g_autoptr(GazDocument) document = document_of(30);
    g_autoptr(GString) name = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    Collected all = {.texts = g_array_new(FALSE, TRUE, sizeof(Seen))};

    for (unsigned i = 0; i < 30; i++)
        g_string_append(name, "济南砚泉新型建筑材料");
    g_array_index(document->annexes->first->first->table->rows, GazRow, 1).cells[1].text.in[GAZ_ZH] =
        name->str;
    put_before(document, (unsigned)_i);
    g_array_set_clear_func(all.texts, clear_seen);
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, collect, &all, &error));
    ck_assert_msg(page_of(&all, "企业名称") == page_of(&all, "城市") &&
                      page_of(&all, "企业名称") == page_of(&all, "济南砚泉"),
                  "%d lines before: headings on page %u, the first row on %u", _i, page_of(&all, "企业名称"),
                  page_of(&all, "济南砚泉"));
    ck_assert_uint_eq(page_of(&all, "清单"), page_of(&all, "企业名称"));
    g_array_unref(all.texts);
}
END_TEST

/* A caption that the annex's title says isn't said again. */
START_TEST(a_caption_says_what_is_new)
{
    static const char *const titles[] = {"年度清单表", "年度名单表"};
    g_autoptr(GazDocument) document = document_of(3);
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    Collected all = {.texts = g_array_new(FALSE, TRUE, sizeof(Seen))};

    put_before(document, 1);
    document->annexes->first->first->kind = GAZ_NODE_HEADING;
    document->annexes->first->first->runs->text = titles[_i];
    g_array_set_clear_func(all.texts, clear_seen);
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, collect, &all, &error));
    ck_assert_uint_eq(page_of(&all, "清单") > 0, _i == 1);
    ck_assert_uint_eq(page_of(&all, "List") > 0, _i == 1);
    g_array_unref(all.texts);
}
END_TEST

/* A cell that no page holds: nothing is lost, nothing stands off the sheet. */
START_TEST(row_higher_than_a_page_goes_on)
{
    g_autoptr(GazDocument) document = document_of(3);
    g_autoptr(GError) error = NULL;
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);
    GazGrid *grid = document->annexes->first->first->table;
    g_autoptr(GString) text = g_string_new(NULL);
    Collected all = {.texts = g_array_new(FALSE, TRUE, sizeof(Seen))};
    glong letters = 0;

    for (unsigned i = 0; i < 6000; i++)
        g_string_append(text, "泥");
    g_array_index(grid->rows, GazRow, 2).cells[1].text.in[GAZ_ZH] = text->str;
    g_array_set_clear_func(all.texts, clear_seen);
    ck_assert(gaz_layout(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, collect, &all, &error));
    ck_assert(!all.spilled);
    ck_assert_uint_eq(all.rows_cut, 0);
    for (unsigned i = 0; i < all.texts->len; i++) {
        const Seen *seen = &g_array_index(all.texts, Seen, i);

        letters += g_str_has_prefix(seen->text, "泥") ? g_utf8_strlen(seen->text, -1) : 0;
    }
    ck_assert_int_eq(letters, 6000);
    ck_assert_uint_eq(page_of(&all, "泥"), page_of(&all, "企业名称")); /* begins below the headings */
    g_array_unref(all.texts);
}
END_TEST

/* Work grows with the rows: pages and marks double, and texts that recur are shaped once. */
START_TEST(work_grows_with_the_rows)
{
    Collected one, two;
    unsigned shaped = lay_out(1000, &one), shaped_twice = lay_out(2000, &two);

    ck_assert_double_le((double)two.pages, one.pages * 2.1);
    ck_assert_double_le((double)two.texts->len, one.texts->len * 2.1);
    ck_assert_uint_le(shaped_twice, shaped + 1000 + 11 * 3 + 60); /* numbers of rows, notes, pages */
    g_array_unref(one.texts);
    g_array_unref(two.texts);
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("tables");
    TCase *pages = tcase_create("pages");

    tcase_set_timeout(pages, 0);
    tcase_add_loop_test(pages, rows_keep_together, 0, G_N_ELEMENTS(counts));
    tcase_add_test(pages, points_stand_below_one_another);
    tcase_add_test(pages, notes_stand_on_the_page_of_their_mark);
    tcase_add_loop_test(pages, long_notes_leave_no_page_empty, 1, 50);
    tcase_add_loop_test(pages, headings_are_not_left_alone, 0, 30);
    tcase_add_loop_test(pages, a_caption_says_what_is_new, 0, 2);
    tcase_add_test(pages, row_higher_than_a_page_goes_on);
    tcase_add_test(pages, work_grows_with_the_rows);
    suite_add_tcase(suite, pages);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
