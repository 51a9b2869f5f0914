/* plan_facts.c - what the draft and the published plan of a season have in common. */
#include "compose/plan_facts.h"

#include "compose/swaps.h"

enum { SPELLS_IN_WORDS = 6 }; /* the rest stands in the table */

const GazSlot gaz_spell_slots[] = {
    GAZ_VALUE("span"), GAZ_VALUE("detail"), GAZ_VALUE("lines"), GAZ_VALUE("reason"), {0},
};

/* What all lines' windows come to. */
typedef struct {
    GArray *spells; /* of Spell, in the order first met */
    GHashTable *known;
    GazDecimal least, most; /* [d] of the lines that stop */
    unsigned lines;         /* that take part; of these: */
    unsigned stopping;      /* that stop, and don't let another stop in their place */
    unsigned limited;       /* that go on at reduced load alone */
    unsigned swapped;       /* in whose place others stop */
    unsigned idle;          /* that take no part */
    GHashTable *enterprises;
} Sum;

typedef struct {
    GazStretch stretch;
    unsigned lines;
} Spell;

/* Equal for stretches that a reader doesn't tell apart. */
static GBytes *key_of(const GazStretch *stretch)
{
    const GazWindow *window = &stretch->window;
    const int64_t numbers[] = {window->span.start, window->span.end, window->plan->purpose,
                               window->plan->quota_days, window->plan->load_percent};
    GString *key = g_string_new_len((const char *)numbers, sizeof numbers);

    g_string_append(key, stretch->reason.in[GAZ_ZH] == NULL ? "" : stretch->reason.in[GAZ_ZH]);
    return g_string_free_to_bytes(key);
}

static void add_spell(Sum *sum, const GazStretch *stretch)
{
    g_autoptr(GBytes) key = key_of(stretch);
    gpointer index;

    if (g_hash_table_lookup_extended(sum->known, key, NULL, &index)) {
        g_array_index(sum->spells, Spell, GPOINTER_TO_UINT(index)).lines++;
    } else {
        Spell spell = {*stretch, 1};

        g_hash_table_insert(sum->known, g_steal_pointer(&key), GUINT_TO_POINTER(sum->spells->len));
        g_array_append_val(sum->spells, spell);
    }
}

static void add_days(Sum *sum, GazDecimal days)
{
    sum->least = sum->stopping == 0 ? days : MIN(sum->least, days);
    sum->most = MAX(sum->most, days);
    sum->stopping++;
}

static void add_line(Sum *sum, GazComposing *work, const GazLine *line, const GArray *stretches)
{
    GazDecimal days = gaz_stretches_days(work->data, stretches);
    bool swapped = gaz_swap_note(work, line).in[GAZ_ZH] != NULL;

    if (stretches->len == 0 && !swapped) {
        sum->idle++;
        return;
    }
    for (unsigned i = 0; i < stretches->len; i++)
        add_spell(sum, &g_array_index(stretches, GazStretch, i));
    sum->lines++;
    if (swapped)
        sum->swapped++;
    else if (days == 0)
        sum->limited++;
    else
        add_days(sum, days);
    g_hash_table_add(sum->enterprises, (gpointer)line->enterprise);
}

/* 121天; 20天；补足错峰生产时间; what a load limit says. */
static void give_detail(GazComposing *work, GazFrame *member, const GazWindow *window)
{
    GazDecimal days = gaz_window_days(work->data, window);
    GazText note = gaz_window_terms(work, window);
    GazValue detail = {0};

    if (window->plan->quota_days != GAZ_NO_DECIMAL)
        days = 0; /* the note says how many */
    if (days > 0)
        gaz_value_add(work->arena, &detail, gaz_count(work, "days", days), NULL);
    if (days > 0 && note.in[GAZ_ZH] != NULL)
        gaz_value_add(work->arena, &detail, gaz_glossary_between(work->glossary, work->arena, "join.clauses"),
                      NULL);
    if (note.in[GAZ_ZH] != NULL)
        gaz_value_add(work->arena, &detail, note, NULL);
    gaz_frame_value(member, "detail", &detail);
}

static int by_lines(gconstpointer one, gconstpointer two)
{
    unsigned a = ((const Spell *)one)->lines, b = ((const Spell *)two)->lines;

    return (a < b) - (a > b);
}

static int by_start(gconstpointer one, gconstpointer two)
{
    int64_t a = ((const Spell *)one)->stretch.window.span.start,
            b = ((const Spell *)two)->stretch.window.span.start;

    return (a > b) - (a < b);
}

/* Those that most lines share, in order of time (both sorts are stable); what one line alone does is for the
 * table. */
static void give_spells(GazComposing *work, const Sum *sum)
{
    unsigned told = 0;

    g_array_sort(sum->spells, by_lines);
    while (told < MIN(sum->spells->len, SPELLS_IN_WORDS) &&
           (sum->lines == 1 || g_array_index(sum->spells, Spell, told).lines > 1))
        told++;
    gaz_frame_flag(work->facts, "spells.more", told < sum->spells->len);
    g_array_set_size(sum->spells, told);
    g_array_sort(sum->spells, by_start);
    for (unsigned i = 0; i < told; i++) {
        const Spell *spell = &g_array_index(sum->spells, Spell, i);
        GazFrame *member = gaz_frame_add(work->facts, "spells");

        gaz_frame_text(member, "span", gaz_window_span(work, &spell->stretch.window));
        gaz_frame_text(member, "lines", gaz_count_of(work, "lines", spell->lines));
        gaz_frame_text(member, "reason", spell->stretch.reason);
        give_detail(work, member, &spell->stretch.window);
    }
}

/* Lines of a kind that not every plan has: the slot stays empty where there are none. */
static void give_some(GazComposing *work, const char *slot, unsigned lines)
{
    if (lines > 0)
        gaz_frame_text(work->facts, slot, gaz_count_of(work, "lines", lines));
}

static void give_days(GazComposing *work, const Sum *sum)
{
    if (sum->stopping == 0)
        return;
    if (sum->least == sum->most) {
        gaz_frame_text(work->facts, "days.same", gaz_count(work, "days", sum->most));
    } else {
        gaz_frame_text(work->facts, "days.least", gaz_count(work, "days", sum->least));
        gaz_frame_text(work->facts, "days.most", gaz_count(work, "days", sum->most));
    }
}

static void give_sum(GazComposing *work, const Sum *sum, size_t cities)
{
    gaz_frame_text(work->facts, "enterprises",
                   gaz_count_of(work, "enterprises", g_hash_table_size(sum->enterprises)));
    gaz_frame_text(work->facts, "lines", gaz_count_of(work, "lines", sum->lines));
    gaz_frame_text(work->facts, "cities", gaz_count_cities(work, cities));
    give_some(work, "idle-lines", sum->idle);
    give_some(work, "limited-lines", sum->limited);
    give_some(work, "swap-lines", sum->swapped);
    give_days(work, sum);
    give_spells(work, sum);
}

/* Gives whether any window reaches a line. */
static bool sum_up(GazComposing *work, const GPtrArray *cities, const GPtrArray *stretches)
{
    Sum sum = {.spells = g_array_new(FALSE, FALSE, sizeof(Spell)),
               .known =
                   g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL),
               .enterprises = g_hash_table_new(NULL, NULL)};
    unsigned cities_stopping = 0, next = 0;
    bool planned;

    for (unsigned i = 0; i < cities->len; i++) {
        const GazCityLines *city = cities->pdata[i];
        unsigned before = sum.lines;

        for (unsigned k = 0; k < city->lines->len; k++)
            add_line(&sum, work, city->lines->pdata[k], stretches->pdata[next++]);
        cities_stopping += sum.lines > before;
    }
    planned = sum.spells->len > 0;
    give_sum(work, &sum, cities_stopping);
    g_array_unref(sum.spells);
    g_hash_table_unref(sum.known);
    g_hash_table_unref(sum.enterprises);
    return planned;
}

/* By the rules of the region, an association's plan for any other time than the heating season. */
static bool is_voluntary(const GazComposing *work)
{
    const GPtrArray *issuers = work->notice->issuers;

    if (work->notice->season->heating || work->data->rules->voluntary_plan.value == 0)
        return false;
    for (unsigned i = 0; i < issuers->len; i++)
        if (((const GazAuthority *)issuers->pdata[i])->kind != GAZ_AUTHORITY_ASSOCIATION)
            return false;
    return true;
}

/* A plan that plans nothing is one whose rows are of another season or version by mistake. */
static bool give_season(GazComposing *work, const GazSeason *season, GazPlanVersion version)
{
    g_autoptr(GPtrArray) cities = gaz_cities_of(work->data, gaz_line_is_planned);
    g_autoptr(GPtrArray) stretches = gaz_stretches_of_all(work, cities, season, version);

    gaz_frame_flag(work->facts, "heating", season->heating);
    gaz_frame_flag(work->facts, "voluntary", is_voluntary(work));
    if (!sum_up(work, cities, stretches))
        return gaz_composing_lacks(work, "season", season->id,
                                   "rows of plan.csv of this season and version for at least one line");
    gaz_frame_table(work->facts, "windows", gaz_windows_grid(work, "windows", cities, stretches));
    gaz_frame_figure(work->facts, "calendar", gaz_windows_figure(work, cities, season, version));
    return true;
}

bool gaz_plan_facts_give(GazComposing *work, GazPlanVersion version)
{
    if (work->notice->season == NULL)
        return gaz_composing_lacks(work, "season", NULL, "the season that it plans");
    if (!give_season(work, work->notice->season, version))
        return false;
    gaz_composing_annex(work, "annex-windows");
    if (gaz_frame_is_set(work->facts, "calendar"))
        gaz_composing_annex(work, "annex-calendar");
    return true;
}
