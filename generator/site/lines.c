/* lines.c - the line list and a page for each line. */
#include "compose/value.h"
#include "site/addresses.h"
#include "site/calendar.h"
#include "site/pages.h"
#include "site/shown.h"
#include "site/subjects.h"
#include <string.h>

#define LIST "lines.html"

/* Sets @search, what a line is found by. */
static void set_search(xmlNodePtr to, GazLanguage language, const void *of_run, const void *line)
{
    const GazSiteRun *run = of_run;

    (void)language;
    xmlNewProp(to, BAD_CAST "search", BAD_CAST gaz_search_text(run->search, line));
}

/* Sets @marks, what a line is picked out by. */
static void set_marks(const GazPage *page, GazFact *node, const GazAccount *account,
                      const GazEnterprise *owner)
{
    bool breach = false, exposed = false;
    g_autoptr(GString) marks = g_string_new(NULL);

    for (unsigned i = 0; i < account->findings->len; i++) {
        const GazFindingState *state = account->findings->pdata[i];
        const GazFindingState *newest = gaz_subject_newest(page->run, state);

        if (gaz_finding_stands(page->run->site->assessment, newest) &&
            gaz_subject_is_about(page->run, state, owner)) {
            breach = true;
            exposed = exposed || newest->stage == GAZ_STAGE_EXPOSED;
        }
    }
    g_string_append(marks, account->days_short > 0 ? " short" : "");
    g_string_append(marks, gaz_site_run_annotations(page->run, account->line) != NULL ? " annotated" : "");
    g_string_append(marks, exposed ? " exposed" : "");
    g_string_append(marks, breach ? " breach" : "");
    if (marks->len > 0)
        gaz_fact_set(node, "marks", marks->str + 1);
}

/* A line with what it is found by: names and numbers that the facts have, and how its owner's name is spelt,
 * where that is given. To put it together for a key is a twentieth of a build after a change. */
static void add_row(GazPage *page, GazFact *group, const GazAccount *account)
{
    const GazLine *line = gaz_site_run_seen(page->run, account->line);
    const char *pinyin = line->enterprise->pinyin;
    GazFact *node = gaz_subject_line(page, group, account);

    set_marks(page, node, account, line->enterprise);
    gaz_fact_later(node, pinyin == NULL ? "" : pinyin, set_search, page->run, line);
}

static void add_city_group(GazPage *page, const GazCity *city)
{
    const GPtrArray *accounts = gaz_site_run_in_city(page->run, city);
    GazFact *group;

    if (accounts->len == 0)
        return;
    group = gaz_fact(page->root, "group");
    gaz_subject_city(page, group, city);
    gaz_subject_sums(page, group, accounts);
    for (unsigned i = 0; i < accounts->len; i++)
        add_row(page, group, accounts->pdata[i]);
}

/* The lists of all years; @list-year where this one is a year's own, and @seen-on where that is over. */
static void add_years(GazPage *page)
{
    for (const GazAssessment *year = page->run->site->assessment; year != NULL; year = year->previous) {
        int number = year->data->publication->year;
        g_autofree char *path = gaz_address_list(number);
        GazFact *node = gaz_fact(page->root, "year");

        gaz_fact_set_count(node, "n", (size_t)number);
        if (strcmp(page->path, path) == 0)
            gaz_fact_set_count(page->root, "list-year", (size_t)number);
        else
            gaz_page_set_link(page, node, "href", path);
    }
}

static void list_facts(GazPage *page, const void *subject)
{
    const GPtrArray *cities = page->run->data->rules->region->cities;

    (void)subject;
    add_years(page);
    if (page->run->seen_on < page->run->assessment->as_of)
        gaz_fact_set_date(page->root, "seen-on", page->run->seen_on);
    gaz_subject_sums(page, page->root, gaz_assessment_accounts(page->run->assessment));
    for (unsigned i = 0; i < cities->len; i++)
        add_city_group(page, cities->pdata[i]);
}

static void add_ledger(const GazPage *page, GazFact *parent, const GazLine *line)
{
    const GPtrArray *ledger = gaz_site_run_of_line(page->run, GAZ_OF_LINE_LEDGER, line);

    for (unsigned i = 0; i < ledger->len; i++) {
        const GazLedgerEntry *entry = ledger->pdata[i];
        GazFact *node = gaz_fact(parent, "entry");

        gaz_fact_code(node, "kind", gaz_ledger_kind, entry->kind);
        gaz_fact_set_decimal(node, "days", entry->days);
        gaz_fact_set_decimal(node, "cap", entry->cap);
        gaz_fact_set_date(node, "due", entry->due);
        gaz_fact_set(node, "approval", entry->approval);
        gaz_fact_both(node, "reason", &entry->reason);
    }
}

/* The other line of a swap, as a link. */
static void add_partner(const GazPage *page, GazFact *node, const GazLine *partner)
{
    g_autofree char *path = gaz_address_line(partner);
    GazFact *name = gaz_fact_both(node, "partner", &partner->name);

    gaz_page_set_link(page, name, "href", path);
    gaz_fact_both(node, "partner-owner", &partner->enterprise->name);
}

static void add_swaps(const GazPage *page, GazFact *parent, const GazLine *line)
{
    const GPtrArray *swaps = gaz_site_run_of_line(page->run, GAZ_OF_LINE_SWAPS, line);

    for (unsigned i = 0; i < swaps->len; i++) {
        const GazSwap *swap = swaps->pdata[i];
        GazFact *node;

        if (swap->filed_on > page->run->assessment->as_of)
            continue;
        node = gaz_fact(parent, "swap");
        gaz_fact_set(node, "role", swap->line == line ? "goes-on" : "stops");
        gaz_fact_set_decimal(node, "days", swap->days);
        gaz_fact_set(node, "agreement", swap->agreement);
        gaz_fact_set_date(node, "filed", swap->filed_on);
        gaz_fact_both(node, "by", &swap->verified_by);
        add_partner(page, node, swap->line == line ? swap->partner : swap->line);
    }
}

/* The plan that an adjustment changes, by its number, as a link. */
static void add_changed(const GazPage *page, GazFact *node, const char *number)
{
    const GazNotice *plan =
        number == NULL ? NULL : gaz_publication_plan(page->run->data->publication, number);
    g_autofree char *path = plan == NULL ? NULL : gaz_address_notice(plan);

    if (plan == NULL || plan->date > page->run->assessment->as_of)
        return;
    gaz_fact_set(node, "changes", number);
    gaz_page_set_link(page, node, "href", path);
}

static void add_adjustments(const GazPage *page, GazFact *parent, const GazLine *line)
{
    const GPtrArray *adjustments = gaz_site_run_of_line(page->run, GAZ_OF_LINE_ADJUSTMENTS, line);

    for (unsigned i = 0; i < adjustments->len; i++) {
        const GazAdjustment *adjustment = adjustments->pdata[i];
        GazFact *node;

        if (adjustment->approved_on > page->run->assessment->as_of)
            continue;
        node = gaz_fact(parent, "adjustment");
        gaz_fact_set(node, "batch", adjustment->batch);
        gaz_fact_set_moment(node, "open-from", adjustment->open_start);
        gaz_fact_set_moment(node, "open-to", adjustment->open_end);
        gaz_fact_set_moment(node, "stop-from", adjustment->stop_start);
        gaz_fact_set_moment(node, "stop-to", adjustment->stop_end);
        gaz_fact_set(node, "approval", adjustment->approval);
        gaz_fact_set_date(node, "approved", adjustment->approved_on);
        add_changed(page, node, adjustment->supersedes);
    }
}

/* As the notices say it: 65,000 t a year, for the 6.5 × 10,000 t of the data. */
static void add_measure(const GazPage *page, GazFact *node, const GazTask *task)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    GazText measure = gaz_text_measure(arena, task->measure, task->unit);

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES && measure.in[language] != NULL; language++)
        measure.in[language] =
            gaz_facts_keep(page->facts, measure.in[language], strlen(measure.in[language]) + 1);
    gaz_fact_both(node, "measure", &measure);
}

static void add_special_tasks(const GazPage *page, GazFact *parent, const GazLine *line)
{
    const GPtrArray *tasks = gaz_site_run_of_line(page->run, GAZ_OF_LINE_TASKS, line);

    for (unsigned i = 0; i < tasks->len; i++) {
        const GazTask *task = tasks->pdata[i];
        GazFact *node;

        if (task->vote_date > page->run->assessment->as_of)
            continue;
        node = gaz_fact(parent, "special");
        gaz_fact_code(node, "task", gaz_task_kind, task->task);
        add_measure(page, node, task);
        gaz_fact_set_flag(node, "year-round", task->year_round);
        gaz_fact_both(node, "by", &task->recognised_by);
        gaz_fact_set_date(node, "recognised", task->recognised_on);
        gaz_fact_set_date(node, "voted", task->vote_date);
        gaz_fact_set_decimal(node, "for", task->votes_for);
        gaz_fact_set_decimal(node, "entitled", task->votes_entitled);
    }
}

/* What a line's calendar shows, and on which axis. */
typedef struct {
    GArray *marks; /* owned */
    GazAxis axis;
} Calendar;

static Calendar calendar_of(const GazSiteRun *run, const GazAccount *account)
{
    g_autoptr(GArray) own = gaz_calendar_marks(account);
    GazAxis axis = gaz_calendar_axis(account, own);
    g_autoptr(GazAccount) shown = gaz_shown_new(run->assessment, account, axis.from);

    return (Calendar){gaz_calendar_marks(shown), axis};
}

static char *draw_calendar(GazLanguage language, const void *of_run, const void *subject)
{
    const GazSiteRun *run = of_run;
    Calendar calendar = calendar_of(run, subject);
    char *drawn =
        gaz_calendar_months(run->calendars[language], calendar.marks, calendar.axis, "calendar-caption");

    g_array_unref(calendar.marks);
    return drawn;
}

static GazAxis add_calendar(const GazPage *page, GazFact *parent, const GazAccount *account)
{
    Calendar calendar = calendar_of(page->run, account);
    g_autofree char *key = gaz_calendar_key(calendar.marks);
    GazFact *node = gaz_fact_drawn(parent, "calendar", key, draw_calendar, page->run, account);

    gaz_fact_set_date(node, "from", calendar.axis.from);
    gaz_fact_set_date(node, "to", calendar.axis.to);
    g_array_unref(calendar.marks);
    return calendar.axis;
}

static void line_facts(GazPage *page, const void *subject)
{
    const GazAccount *account = subject;
    GazFact *node = gaz_subject_line(page, page->root, account);

    page->city = account->line->enterprise->city;
    gaz_subject_record(page, node, account, add_calendar(page, node, account));
    add_ledger(page, node, account->line);
    add_swaps(page, node, account->line);
    add_adjustments(page, node, account->line);
    add_special_tasks(page, node, account->line);
    gaz_subject_changes(page, node, gaz_site_run_of_line(page->run, GAZ_OF_LINE_CHANGES, account->line));
    for (unsigned i = 0; i < account->findings->len; i++)
        gaz_subject_finding(page, node, account->findings->pdata[i]);
}

static bool write_list(GazSiteRun *run, const char *path, GError **error)
{
    return gaz_page_write_out(run, "lines", path, list_facts, NULL, error);
}

/* The list of each year keeps its address when the next year's comes. */
static bool write_year(GazSiteRun *run, const GazAssessment *assessment, bool ours, GError **error)
{
    g_autofree char *path = gaz_address_list(assessment->data->publication->year);
    g_autoptr(GazSiteRun) year = ours ? gaz_site_run_new_year(run, assessment, error) : NULL;

    gaz_page_list(run, "lines", path, assessment->as_of);
    return !ours || (year != NULL && write_list(year, path, error));
}

/* All lists are one turn: ICU takes as long to begin as several of them to write. */
static bool write_lists(GazSiteRun *run, GError **error)
{
    bool ours = gaz_site_run_turn(run), written;

    gaz_page_list(run, "lines", LIST, run->assessment->as_of);
    written = !ours || write_list(run, LIST, error);
    for (const GazAssessment *year = run->assessment; year != NULL && written; year = year->previous)
        written = write_year(run, year, ours, error);
    return written;
}

bool gaz_site_write_lines(GazSiteRun *run, GError **error)
{
    const GPtrArray *accounts = gaz_assessment_accounts(run->assessment);
    GazDate as_of = run->assessment->as_of;
    bool written = write_lists(run, error);

    for (unsigned i = 0; i < accounts->len && written; i++) {
        const GazAccount *account = accounts->pdata[i];
        g_autofree char *path = gaz_address_line(account->line);

        written = gaz_page_write(run, "line", path, as_of, line_facts, account, error);
    }
    return written;
}
