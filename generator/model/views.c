/* views.c - views kept by what they hold, so that a run makes few of them. */
#include "model/viewing.h"

struct GazViews {
    const GazData *all;
    GHashTable *by_state; /* "2022 3 0 1" to GazData *: the year, how many changes hold, until when things are
                             known, which corrections hold, which stoppages were recorded later */
};

static void free_view(void *view)
{
    gaz_data_free(view);
}

GazViews *gaz_views_new(const GazData *all)
{
    GazViews *views = g_new0(GazViews, 1);

    views->all = all;
    views->by_state = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_view);
    return views;
}

void gaz_views_free(GazViews *views)
{
    if (views == NULL)
        return;
    g_hash_table_unref(views->by_state);
    g_free(views);
}

static void append_late(GString *state, const GazData *all, const GazViewDay *day)
{
    const GazRules *rules = gaz_rules_of_year(all, day->year);

    for (unsigned i = 0; day->recorded_until > day->year && i < all->stoppages->len; i++)
        if (gaz_stoppage_is_late(all->stoppages->pdata[i], rules, day))
            g_string_append_printf(state, " s%u", i);
}

/* What holds on a day, in a word: two days with the same word have the same view. */
static char *state_of(const GazData *all, const GazViewDay *day)
{
    GString *state = g_string_new(NULL);
    unsigned changes = 0;

    for (unsigned i = 0; i < all->changes->len; i++)
        changes += ((const GazRegisterChange *)all->changes->pdata[i])->date <= day->changes_until;
    g_string_printf(state, "%d %u %d", day->year, changes,
                    day->known_only ? day->changes_until : GAZ_NO_DATE);
    for (unsigned i = 0; i < all->corrections->len; i++)
        if (gaz_correction_holds(all->corrections->pdata[i], day))
            g_string_append_printf(state, " %u", i);
    for (unsigned i = 0; i < all->rewordings->len; i++)
        if (gaz_amendment_holds(all->rewordings->pdata[i], day))
            g_string_append_printf(state, " w%u", i);
    append_late(state, all, day);
    return g_string_free(state, FALSE);
}

static const GazData *get_view(GazViews *views, const GazViewDay *day)
{
    char *state = state_of(views->all, day);
    GazData *view = g_hash_table_lookup(views->by_state, state);

    if (view == NULL) {
        view = gaz_data_view(views->all, day);
        g_hash_table_insert(views->by_state, state, view);
    } else {
        g_free(state);
    }
    return view;
}

/* Whether a view would be the data themselves. */
static bool is_whole(const GazData *all, const GazViewDay *day)
{
    return all->years->len == 1 && all->changes->len == 0 && all->corrections->len == 0 &&
           all->rewordings->len == 0 && !day->known_only;
}

const GazData *gaz_views_get(GazViews *views, const GazViewDay *day)
{
    GazViewDay wanted = *day;

    wanted.known_only = day->known_only && !gaz_knowledge_is_whole(views->all, day->changes_until);
    return is_whole(views->all, &wanted) ? views->all : get_view(views, &wanted);
}

unsigned gaz_views_count(const GazViews *views)
{
    return g_hash_table_size(views->by_state);
}
