/* year.c - beginnings and ends are noted by day and added up, so that a line costs no more for long stops. */
#include "site/year.h"

enum { MINUTES_A_DAY = 24 * 60 };

/* The first day whose noon isn't before `minutes`, as an index of the year. */
static int64_t day_of(const GazYear *year, int64_t minutes)
{
    int64_t since = minutes - (int64_t)year->from * MINUTES_A_DAY - MINUTES_A_DAY / 2;

    if (since <= 0)
        return 0;
    return MIN((since + MINUTES_A_DAY - 1) / MINUTES_A_DAY, year->days);
}

/* One line more on each noon of [start, end); `counts` holds differences, unsigned as they are added up. */
static void note(const GazYear *year, unsigned *counts, int64_t start, int64_t end)
{
    int64_t first = day_of(year, start), after = day_of(year, end);

    if (first >= after)
        return;
    counts[first]++;
    if (after < year->days)
        counts[after]--;
}

static void note_account(GazYear *year, const GazAccount *account)
{
    int64_t done = account->year.start;

    for (unsigned i = 0; i < account->windows->len; i++) {
        const GazWindow *window = &g_array_index(account->windows, GazWindow, i);

        if (window->plan->quota_days == GAZ_NO_DECIMAL && window->plan->load_percent == GAZ_NO_DECIMAL)
            note(year, year->planned, window->span.start, window->span.end);
    }
    for (unsigned i = 0; i < account->stops->len;
         i++) { /* they may overlap, and come in order of their start */
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);

        if (!stop->counts)
            continue;
        note(year, year->verified, MAX(stop->span.start, done), stop->span.end);
        done = MAX(done, stop->span.end);
    }
}

static void add_up(const GazYear *year, unsigned *counts)
{
    for (unsigned i = 1; i < year->days; i++)
        counts[i] += counts[i - 1];
}

void gaz_year_init(GazYear *year, const GPtrArray *accounts)
{
    *year = (GazYear){0};
    if (accounts->len == 0)
        return;
    year->from = (GazDate)(((const GazAccount *)accounts->pdata[0])->year.start / MINUTES_A_DAY);
    year->days = (unsigned)(((const GazAccount *)accounts->pdata[0])->year.end / MINUTES_A_DAY - year->from);
    year->planned = g_new0(unsigned, year->days);
    year->verified = g_new0(unsigned, year->days);
    for (unsigned i = 0; i < accounts->len; i++)
        note_account(year, accounts->pdata[i]);
    add_up(year, year->planned);
    add_up(year, year->verified);
}

void gaz_year_clear(GazYear *year)
{
    g_free(year->planned);
    g_free(year->verified);
}

unsigned gaz_year_peak(const GazYear *year)
{
    unsigned peak = 0;

    for (unsigned i = 1; i < year->days; i++)
        if (year->planned[i] > year->planned[peak])
            peak = i;
    return peak;
}
