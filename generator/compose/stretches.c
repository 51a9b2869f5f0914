/* stretches.c - what the windows of one line come to. */
#include "compose/stretches.h"

#include <string.h>

bool gaz_line_is_planned(const GazLine *line)
{
    return line->status == GAZ_LINE_OPERATING || line->status == GAZ_LINE_SUSPENDED;
}

GazDecimal gaz_window_days(const GazData *data, const GazWindow *window)
{
    if (window->plan->load_percent != GAZ_NO_DECIMAL)
        return 0;
    if (window->plan->quota_days != GAZ_NO_DECIMAL)
        return window->plan->quota_days;
    return gaz_span_days(data, window->season, window->span);
}

static void append(GazComposing *work, GazValue *note, GazText text, const char *join)
{
    if (note->first != NULL)
        gaz_value_add(work->arena, note, gaz_glossary_between(work->glossary, work->arena, join), NULL);
    gaz_value_add(work->arena, note, text, NULL);
}

static void append_note(GazComposing *work, GazValue *note, GazText text)
{
    append(work, note, text, "join.clauses");
}

static void append_quota(GazComposing *work, GazValue *note, const GazPlan *plan)
{
    GazText days, first;

    if (plan->quota_days == GAZ_NO_DECIMAL)
        return;
    days = gaz_count(work, "days", plan->quota_days);
    append_note(work, note, gaz_glossary_format(work->glossary, work->arena, "window.quota", &days, 1));
    if (plan->first_stop_by.day == GAZ_NO_DATE)
        return;
    first = gaz_text_moment(work->arena, plan->first_stop_by);
    append_note(work, note, gaz_glossary_format(work->glossary, work->arena, "window.first-stop", &first, 1));
}

static GazText note_text(GazComposing *work, const GazValue *note)
{
    if (note->first == NULL)
        return gaz_text(NULL, NULL);
    return gaz_text(gaz_value_text(work->arena, note, GAZ_ZH), gaz_value_text(work->arena, note, GAZ_EN));
}

GazText gaz_window_terms(GazComposing *work, const GazWindow *window)
{
    const GazPlan *plan = window->plan;
    GazValue terms = {0};

    if (plan->purpose == GAZ_PLAN_MAKE_UP)
        append_note(work, &terms, gaz_label(work, "window.make-up"));
    append_quota(work, &terms, plan);
    if (plan->load_percent != GAZ_NO_DECIMAL) {
        GazText percent = gaz_text_number(work->arena, plan->load_percent);

        append_note(work, &terms,
                    gaz_glossary_format(work->glossary, work->arena, "window.load", &percent, 1));
    }
    return note_text(work, &terms);
}

/* The reason says as much as "make-up" would. */
GazText gaz_stretch_note(GazComposing *work, const GazStretch *stretch)
{
    const GazPlan *plan = stretch->window.plan;
    bool has_reason = stretch->reason.in[GAZ_ZH] != NULL;
    bool only_make_up = plan->purpose == GAZ_PLAN_MAKE_UP && plan->quota_days == GAZ_NO_DECIMAL &&
                        plan->load_percent == GAZ_NO_DECIMAL;
    GazText terms = gaz_window_terms(work, &stretch->window);
    GazValue note = {0};

    if (terms.in[GAZ_ZH] != NULL && !(only_make_up && has_reason))
        append(work, &note, gaz_text_start(work->arena, terms), "join.sentences");
    if (has_reason)
        append(work, &note, stretch->reason, "join.sentences");
    return note_text(work, &note);
}

/* Whether `next` goes on where `before` ends: both whole stops of one purpose. */
static bool goes_on(const GazWindow *before, const GazWindow *next)
{
    const GazPlan *a = before->plan, *b = next->plan;

    return before->span.end == next->span.start && a->purpose == b->purpose &&
           a->quota_days == GAZ_NO_DECIMAL && b->quota_days == GAZ_NO_DECIMAL &&
           a->load_percent == GAZ_NO_DECIMAL && b->load_percent == GAZ_NO_DECIMAL;
}

/* Adds a reason that isn't there yet. */
static void add_reason(GazComposing *work, GazStretch *stretch, const GazText *reason)
{
    GazValue both = {0};

    if (reason->in[GAZ_ZH] == NULL || reason->in[GAZ_EN] == NULL)
        return;
    if (stretch->reason.in[GAZ_ZH] == NULL) {
        stretch->reason = *reason;
    } else if (strstr(stretch->reason.in[GAZ_ZH], reason->in[GAZ_ZH]) == NULL) {
        append(work, &both, stretch->reason, "join.sentences");
        append(work, &both, *reason, "join.sentences");
        stretch->reason = note_text(work, &both);
    }
}

GArray *gaz_stretches_of(GazComposing *work, const GazLine *line, const GazSeason *season,
                         GazPlanVersion version)
{
    g_autoptr(GArray) windows =
        gaz_assessment_windows(work->assessment, line, season, version, work->notice->date);
    GArray *stretches = g_array_new(FALSE, FALSE, sizeof(GazStretch));

    for (unsigned i = 0; i < windows->len; i++) {
        const GazWindow *window = &g_array_index(windows, GazWindow, i);
        GazStretch *last =
            stretches->len == 0 ? NULL : &g_array_index(stretches, GazStretch, stretches->len - 1);
        GazStretch next = {.window = *window};

        if (last != NULL && goes_on(&last->window, window)) {
            last->window.span.end = window->span.end;
        } else {
            g_array_append_val(stretches, next);
            last = &g_array_index(stretches, GazStretch, stretches->len - 1);
        }
        add_reason(work, last, &window->plan->reason);
    }
    return stretches;
}

GazText gaz_window_span(GazComposing *work, const GazWindow *window)
{
    return gaz_text_span(work->arena, window->span.start, window->span.end);
}

/* Together, so that quotas that share a range with a stop count once. */
GazDecimal gaz_stretches_days(const GazData *data, const GArray *stretches)
{
    g_autoptr(GArray) windows = g_array_new(FALSE, FALSE, sizeof(GazWindow));

    for (unsigned i = 0; i < stretches->len; i++)
        g_array_append_val(windows, g_array_index(stretches, GazStretch, i).window);
    return gaz_windows_days(data, windows);
}
