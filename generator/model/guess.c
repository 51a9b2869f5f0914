/* guess.c - one text that a table knows proves nothing (序号, 备注): two are the least. */
#include "model/guess.h"

enum { LOOKED_AT = 6, ENOUGH = 2, MOST_NEAR = 3 };

typedef struct {
    const GazTable *table;
    unsigned known;   /* texts */
    GPtrArray *lacks; /* of const char *: names of columns */
} Guess;

static void clear_guess(void *guess)
{
    g_ptr_array_unref(((Guess *)guess)->lacks);
}

/* Each text, and each with the one above it: a heading may take two rows. Yours: g_ptr_array_unref(). */
static GPtrArray *texts_of(GazRows *rows)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) above = g_ptr_array_new_with_free_func(g_free);
    const GazRow *row;

    for (unsigned r = 0; r < LOOKED_AT && (row = gaz_rows_next(rows)) != NULL; r++)
        for (unsigned i = 0; i < row->count; i++) {
            const char *text = row->cells[i].text;

            g_ptr_array_add(texts, g_strdup(text));
            if (i < above->len)
                g_ptr_array_add(texts, g_strconcat(above->pdata[i], text, NULL));
            if (i >= above->len)
                g_ptr_array_add(above, g_strdup(text));
            else if (*text != '\0') {
                g_free(above->pdata[i]);
                above->pdata[i] = g_strdup(text);
            }
        }
    return texts;
}

static Guess try_table(const GazHeadings *headings, const GazTable *table, const GPtrArray *texts)
{
    Guess guess = {table, 0, g_ptr_array_new()};
    g_autofree bool *found = g_new0(bool, table->column_count);

    for (unsigned i = 0; i < texts->len; i++) {
        GazHeading heading = gaz_heading_find(headings, table, texts->pdata[i]);

        if (heading.kind == GAZ_HEADING_UNKNOWN || heading.kind == GAZ_HEADING_IGNORED)
            continue;
        guess.known += !found[heading.column];
        found[heading.column] = true;
    }
    for (unsigned i = 0; i < table->column_count; i++)
        if (!found[i] && table->columns[i].required && table->columns[i].kind != GAZ_COLUMN_ID)
            g_ptr_array_add(guess.lacks, (gpointer)table->columns[i].name);
    return guess;
}

/* What lacks the least first, of those what knows the most, of those the tables' own order. */
static int compare_guesses(const void *one, const void *two)
{
    const Guess *a = one, *b = two;

    if (a->lacks->len != b->lacks->len)
        return a->lacks->len < b->lacks->len ? -1 : 1;
    if (a->known != b->known)
        return a->known > b->known ? -1 : 1;
    return (a->table > b->table) - (a->table < b->table);
}

static char *say_near(const GArray *guesses)
{
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < MIN(guesses->len, MOST_NEAR); i++) {
        const Guess *guess = &g_array_index(guesses, Guess, i);

        g_string_append_printf(text, "%s%s without ", i == 0 ? "" : "; ", guess->table->name);
        if (guess->lacks->len == 0)
            g_string_append(text, "its name");
        for (unsigned c = 0; c < guess->lacks->len; c++)
            g_string_append_printf(text, "%s%s", c == 0 ? "" : ", ", (const char *)guess->lacks->pdata[c]);
    }
    return g_string_free(text, text->len == 0);
}

const GazTable *gaz_table_by_headings(const GazHeadings *headings, GazRows *rows, char **near)
{
    g_autoptr(GPtrArray) texts = texts_of(rows);
    g_autoptr(GArray) guesses = g_array_new(FALSE, FALSE, sizeof(Guess));
    const Guess *first, *second;

    *near = NULL;
    g_array_set_clear_func(guesses, clear_guess);
    for (unsigned i = 0; i < gaz_table_count; i++) {
        Guess guess = try_table(headings, &gaz_tables[i], texts);

        if (guess.known >= ENOUGH)
            g_array_append_val(guesses, guess);
        else
            clear_guess(&guess);
    }
    g_array_sort(guesses, compare_guesses);
    if (guesses->len == 0)
        return NULL;
    first = &g_array_index(guesses, Guess, 0);
    second = guesses->len > 1 ? &g_array_index(guesses, Guess, 1) : NULL;
    if (first->lacks->len == 0 && (second == NULL || second->lacks->len > 0 || second->known < first->known))
        return first->table;
    *near = say_near(guesses);
    return NULL;
}
