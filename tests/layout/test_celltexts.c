/* test_celltexts.c - a text that recurs in a column is set once, and nothing else serves in its place. */
#include "../support/suite.h"
#include "fonts.h"
#include "layout/celltexts.h"
#include <check.h>

typedef struct {
    GazFonts *fonts;
    GazArena *arena;
    GHashTable *notes;
    GazFlow flow;
    GazCellTexts *texts;
} Table;

static void open_table(Table *table)
{
    table->fonts = open_fonts();
    table->arena = gaz_arena_new();
    table->notes = g_hash_table_new(g_str_hash, g_str_equal);
    table->flow = (GazFlow){.fonts = table->fonts, .arena = table->arena, .notes = table->notes};
    table->texts = gaz_cell_texts_new(&table->flow, 2);
}

static void close_table(Table *table)
{
    gaz_cell_texts_free(table->texts);
    g_hash_table_unref(table->notes);
    gaz_arena_free(table->arena);
    gaz_fonts_free(table->fonts);
}

static const GazCellWords usual = {.words = "正常生产", .language = GAZ_ZH, .spoken = GAZ_ZH, .width = 60};

START_TEST(what_recurs_is_set_once)
{
    Table table;
    GazCellWords again = usual;
    g_autofree char *copy = g_strdup(usual.words);
    GazCellText *first, *second;

    open_table(&table);
    again.words = copy;
    first = gaz_cell_texts_get(table.texts, 0, &usual);
    second = gaz_cell_texts_get(table.texts, 0, &again);
    ck_assert_ptr_eq(first, second);
    ck_assert_uint_eq(gaz_cell_text_lines(first)->len, 1);
    gaz_cell_text_unref(first);
    gaz_cell_text_unref(second);
    close_table(&table);
}
END_TEST

static const GazCellWords others[] = {
    {.words = "停止生产", .language = GAZ_ZH, .spoken = GAZ_ZH, .width = 60},
    {.words = "正常生产", .language = GAZ_EN, .spoken = GAZ_ZH, .width = 60},
    {.words = "正常生产", .language = GAZ_ZH, .spoken = GAZ_EN, .width = 60},
    {.words = "正常生产", .language = GAZ_ZH, .spoken = GAZ_ZH, .width = 60, .head = true},
    {.words = "正常生产", .language = GAZ_ZH, .spoken = GAZ_ZH, .width = 30},
    {.words = "正常生产", .language = GAZ_ZH, .spoken = GAZ_ZH, .width = 60, .notes = "n1"},
};

START_TEST(what_differs_is_set_anew)
{
    Table table;
    GazCellText *first, *other;

    open_table(&table);
    first = gaz_cell_texts_get(table.texts, 0, &usual);
    other = gaz_cell_texts_get(table.texts, 0, &others[_i]);
    ck_assert_ptr_ne(first, other);
    gaz_cell_text_unref(other);
    other = gaz_cell_texts_get(table.texts, 1, &usual);
    ck_assert_ptr_ne(first, other);
    gaz_cell_text_unref(first);
    gaz_cell_text_unref(other);
    close_table(&table);
}
END_TEST

/* Of a text with notes each cell has its own, with the marks behind it. */
START_TEST(notes_are_never_shared)
{
    Table table;
    GazCellText *first, *second;
    const GazLine *line;

    open_table(&table);
    first = gaz_cell_texts_get(table.texts, 0, &others[5]);
    second = gaz_cell_texts_get(table.texts, 0, &usual);
    line = &g_array_index(gaz_cell_text_lines(first), GazLine, 0);
    ck_assert_uint_eq(line->segments->len, 2);
    line = &g_array_index(gaz_cell_text_lines(second), GazLine, 0);
    ck_assert_uint_eq(line->segments->len, 1);
    gaz_cell_text_unref(first);
    gaz_cell_text_unref(second);
    close_table(&table);
}
END_TEST

/* GLib's hash of both is the same. */
START_TEST(a_hash_is_no_proof)
{
    static const GazCellWords one = {.words = "ab", .width = 60}, two = {.words = "bA", .width = 60};
    Table table;
    GazCellText *first, *second;

    ck_assert_uint_eq(g_str_hash(one.words), g_str_hash(two.words));
    open_table(&table);
    first = gaz_cell_texts_get(table.texts, 0, &one);
    second = gaz_cell_texts_get(table.texts, 0, &two);
    ck_assert_ptr_ne(first, second);
    gaz_cell_text_unref(first);
    gaz_cell_text_unref(second);
    close_table(&table);
}
END_TEST

/* Those that others took the place of stay whole for who holds them. */
START_TEST(many_texts_stay_themselves)
{
    enum { MANY = 1000 };
    Table table;
    GazCellText *held[MANY];
    char words[MANY][8];

    open_table(&table);
    for (unsigned i = 0; i < MANY; i++) {
        GazCellWords each = {.words = words[i], .language = GAZ_ZH, .spoken = GAZ_ZH, .width = 60};

        g_snprintf(words[i], sizeof words[i], "%u", i);
        held[i] = gaz_cell_texts_get(table.texts, 0, &each);
    }
    for (unsigned i = 0; i < MANY; i++) {
        const GazLine *line = &g_array_index(gaz_cell_text_lines(held[i]), GazLine, 0);

        ck_assert_str_eq(g_array_index(line->segments, GazSegment, 0).text, words[i]);
        gaz_cell_text_unref(held[i]);
    }
    close_table(&table);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("celltexts");
    TCase *all = tcase_create("all");

    tcase_add_test(all, what_recurs_is_set_once);
    tcase_add_loop_test(all, what_differs_is_set_anew, 0, G_N_ELEMENTS(others));
    tcase_add_test(all, notes_are_never_shared);
    tcase_add_test(all, a_hash_is_no_proof);
    tcase_add_test(all, many_texts_stay_themselves);
    suite_add_tcase(suite, all);
    return suite_run(suite);
}
