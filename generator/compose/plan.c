/* plan.c - 公布: the association's plan as published, with what changed since its draft (R6). */
#include "compose/cells.h"
#include "compose/composer.h"
#include "compose/plan_facts.h"

enum { CHANGES_IN_WORDS = 8 }; /* the rest stands in the table */

static const GazSlot change_slots[] = {GAZ_VALUE("change"), {0}};

const GazSlot gaz_plan_slots[] = {
    GAZ_PLAN_SLOTS,
    GAZ_FLAG("drafted"), /* whether there was a draft to compare with */
    GAZ_VALUE("changed-lines"),
    GAZ_LIST("changes", change_slots),
    GAZ_FLAG("changes.more"),
    GAZ_TABLE("changes-table"),
    GAZ_VALUE("changes-annex"),
    {0},
};

/* One window that changed: in the draft alone, in the plan alone, or moved. */
typedef struct {
    const GazStretch *draft, *final; /* NULL: none */
} Change;

enum { NUMBER, ENTERPRISE, LINE, WHAT, DRAFT, FINAL, DIFFERENCE };

static const GazTableColumn columns[] = {
    [NUMBER] = {.code = "number", .align = GAZ_ALIGN_CENTRE, .weight = 6},
    [ENTERPRISE] = {.code = "enterprise", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [LINE] = {.code = "line", .align = GAZ_ALIGN_START, .weight = 1, .row_header = true},
    [WHAT] = {.code = "change", .align = GAZ_ALIGN_START, .weight = 2},
    [DRAFT] = {.code = "draft", .align = GAZ_ALIGN_CENTRE, .weight = 4},
    [FINAL] = {.code = "final", .align = GAZ_ALIGN_CENTRE, .weight = 3},
    [DIFFERENCE] = {.code = "difference", .align = GAZ_ALIGN_DECIMAL, .weight = 5},
};

/* A total order, equal only for stretches that ask the same. */
static int compare(gconstpointer one, gconstpointer two)
{
    const GazWindow *a = &((const GazStretch *)one)->window, *b = &((const GazStretch *)two)->window;
    const gint64 keys[][2] = {{a->span.start, b->span.start},
                              {a->span.end, b->span.end},
                              {a->plan->purpose, b->plan->purpose},
                              {a->plan->quota_days, b->plan->quota_days},
                              {a->plan->load_percent, b->plan->load_percent}};

    for (unsigned i = 0; i < G_N_ELEMENTS(keys); i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return 0;
}

/* Walks both in order; what only one of them has goes to `gone` or `come`. */
static void part(GArray *draft, GArray *final, GPtrArray *gone, GPtrArray *come)
{
    unsigned i = 0, k = 0;

    g_array_sort(draft, compare);
    g_array_sort(final, compare);
    while (i < draft->len || k < final->len) {
        GazStretch *a = i < draft->len ? &g_array_index(draft, GazStretch, i) : NULL;
        GazStretch *b = k < final->len ? &g_array_index(final, GazStretch, k) : NULL;
        int order = a == NULL ? 1 : b == NULL ? -1 : compare(a, b);

        if (order < 0)
            g_ptr_array_add(gone, a);
        else if (order > 0)
            g_ptr_array_add(come, b);
        i += order <= 0;
        k += order >= 0;
    }
}

/* What changed, put into words and counted: 76条生产线新增…… */
typedef struct {
    GHashTable *known; /* sentence to its Told */
    GPtrArray *told;   /* of Told *, in the order met */
    unsigned lines;
} Tally;

typedef struct {
    const GazLine *line; /* the first */
    Change change;
    GazText words[4]; /* 0: whose; 1: draft; 2: final; 3: why (NULL members: not said) */
    unsigned lines;
} Told;

static const char *label_of(const Change *change)
{
    return change->draft == NULL ? "added" : change->final == NULL ? "removed" : "moved";
}

static GazText with_days(GazComposing *work, const GazStretch *stretch)
{
    GazText parts[2];

    if (stretch == NULL)
        return gaz_text("", "");
    parts[0] = gaz_window_span(work, &stretch->window);
    parts[1] = gaz_count(work, "days", gaz_window_days(work->data, &stretch->window));
    return gaz_glossary_format(work->glossary, work->arena, "window.with-days", parts, 2);
}

static void tell(GazComposing *work, Tally *tally, const GazLine *line, const Change *change)
{
    GazText draft = with_days(work, change->draft), final = with_days(work, change->final);
    g_autofree char *key = g_strconcat(label_of(change), draft.in[GAZ_ZH], "/", final.in[GAZ_ZH], NULL);
    Told *told = g_hash_table_lookup(tally->known, key);

    if (told == NULL) {
        told = gaz_arena_new0(work->arena, Told, 1);
        told->line = line;
        told->change = *change;
        told->words[1] = draft;
        told->words[2] = final;
        told->words[3] = (change->final != NULL ? change->final : change->draft)->reason;
        g_ptr_array_add(tally->told, told);
        g_hash_table_insert(tally->known, (gpointer)gaz_arena_strdup(work->arena, key), told);
    }
    told->lines++;
}

static GazText sentence_of(GazComposing *work, const Told *told)
{
    g_autofree char *id = g_strconcat("change.words.", label_of(&told->change), NULL);
    GazText parts[2] = {gaz_glossary_format(work->glossary, work->arena, id, told->words, 3), told->words[3]};

    if (parts[1].in[GAZ_ZH] == NULL)
        return parts[0];
    return gaz_glossary_format(work->glossary, work->arena, "change.words.why", parts, 2);
}

static int by_lines(gconstpointer one, gconstpointer two)
{
    unsigned a = (*(Told *const *)one)->lines, b = (*(Told *const *)two)->lines;

    return (a < b) - (a > b);
}

/* What most lines share comes first; the sort is stable. */
static void give_words(GazComposing *work, const Tally *tally)
{
    g_ptr_array_sort(tally->told, by_lines);
    for (unsigned i = 0; i < MIN(tally->told->len, CHANGES_IN_WORDS); i++) {
        Told *told = tally->told->pdata[i];

        told->words[0] = told->lines == 1 ? gaz_line_name(work, told->line)
                                          : gaz_count_of(work, "whole-lines", told->lines);
        gaz_frame_text(gaz_frame_add(work->facts, "changes"), "change", sentence_of(work, told));
    }
    gaz_frame_flag(work->facts, "changes.more", tally->told->len > CHANGES_IN_WORDS);
    gaz_frame_text(work->facts, "changed-lines", gaz_count_of(work, "lines", tally->lines));
}

static GazText span_cell(GazComposing *work, const GazWindow *window)
{
    bool timed = gaz_span_is_timed(window->span.start, window->span.end);
    const char *from = gaz_text_begin_cell(work->arena, window->span.start, timed);
    const char *to = gaz_text_end_cell(work->arena, window->span.end, timed);
    GazText ends[2] = {gaz_text(from, from), gaz_text(to, to)};

    return gaz_glossary_format(work->glossary, work->arena, "join.range", ends, 2);
}

static void add_difference(GazComposing *work, GazRow *row, const Change *change)
{
    GazDecimal before = change->draft == NULL ? 0 : gaz_window_days(work->data, &change->draft->window);
    GazDecimal after = change->final == NULL ? 0 : gaz_window_days(work->data, &change->final->window);
    g_autofree char *signed_days = NULL;
    char digits[32];

    gaz_decimal_write(ABS(after - before), true, digits);
    signed_days = g_strconcat(after > before ? "+" : after < before ? "−" : "", digits, NULL);
    gaz_cell_string(work, row, DIFFERENCE, signed_days);
}

static void add_row(GazComposing *work, GazGrid *grid, const GazLine *line, const Change *change,
                    unsigned number)
{
    g_autofree char *id = g_strconcat("change.", label_of(change), NULL);
    GazRow *row = gaz_grid_add_row(work->arena, grid, GAZ_ROW_DATA);

    gaz_cell_count(work, row, NUMBER, number);
    gaz_cell_enterprise(work, row, ENTERPRISE, line->enterprise);
    gaz_cell_line(work, row, LINE, line);
    gaz_cell_text(work, row, WHAT, gaz_label(work, id));
    if (change->draft != NULL)
        gaz_cell_text(work, row, DRAFT, span_cell(work, &change->draft->window));
    if (change->final != NULL)
        gaz_cell_text(work, row, FINAL, span_cell(work, &change->final->window));
    add_difference(work, row, change);
}

static void add_change(GazComposing *work, GazGrid *grid, const GazLine *line, const Change *change,
                       Tally *tally)
{
    add_row(work, grid, line, change, grid->rows->len + 1);
    tell(work, tally, line, change);
}

/* A window that went and one that came are one that moved where they overlap; both lists are in order of
 * start. */
static void pair_up(GazComposing *work, GazGrid *grid, const GazLine *line, const GPtrArray *gone,
                    const GPtrArray *come, Tally *tally)
{
    unsigned i = 0, k = 0;

    while (i < gone->len || k < come->len) {
        const GazStretch *a = i < gone->len ? gone->pdata[i] : NULL;
        const GazStretch *b = k < come->len ? come->pdata[k] : NULL;
        bool a_first = b == NULL || (a != NULL && a->window.span.end <= b->window.span.start);
        bool b_first = a == NULL || (b != NULL && b->window.span.end <= a->window.span.start);
        Change change = {b_first ? NULL : a, a_first ? NULL : b};

        add_change(work, grid, line, &change, tally);
        i += change.draft != NULL;
        k += change.final != NULL;
    }
}

static void compare_line(GazComposing *work, GazGrid *grid, const GazLine *line, Tally *tally)
{
    const GazSeason *season = work->notice->season;
    g_autoptr(GArray) draft = gaz_stretches_of(work, line, season, GAZ_PLAN_DRAFT);
    g_autoptr(GArray) final = gaz_stretches_of(work, line, season, GAZ_PLAN_FINAL);
    g_autoptr(GPtrArray) gone = g_ptr_array_new(), come = g_ptr_array_new();

    part(draft, final, gone, come);
    tally->lines += gone->len + come->len > 0;
    pair_up(work, grid, line, gone, come, tally);
}

static void compare_all(GazComposing *work)
{
    GazGrid *grid = gaz_composing_grid(work, "changes", columns, G_N_ELEMENTS(columns));
    Tally tally = {.known = g_hash_table_new(g_str_hash, g_str_equal), .told = g_ptr_array_new()};

    grid->wide = true;
    for (unsigned i = 0; i < work->data->lines->len; i++)
        compare_line(work, grid, work->data->lines->pdata[i], &tally);
    give_words(work, &tally);
    if (grid->rows->len > 0) {
        gaz_frame_table(work->facts, "changes-table", grid);
        gaz_composing_annex_numbered(work, "annex-changes", "changes-annex");
    }
    g_hash_table_unref(tally.known);
    g_ptr_array_unref(tally.told);
}

bool gaz_plan_give(GazComposing *work)
{
    if (!gaz_plan_facts_give(work, GAZ_PLAN_FINAL))
        return false;
    gaz_frame_flag(work->facts, "drafted", work->notice->follows != NULL);
    if (work->notice->follows != NULL)
        compare_all(work);
    return true;
}
