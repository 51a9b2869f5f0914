/* findings.c - a finding, its dated steps and the channels to complain by, as facts. */
#include "site/addresses.h"
#include "site/known.h"
#include "site/subjects.h"
#include <string.h>

/* One step of the record, to be sorted by time; steps at the same time stay in the order of the ladder. */
typedef struct {
    int64_t at;
    unsigned rank;
    const GazEvent *event;
    const GazInterview *interview;
    const GazNotice *notice; /* that exposed it, or took an exposure back */
} Step;

static int compare_steps(const void *left, const void *right)
{
    const Step *a = left, *b = right;

    return a->at != b->at ? (a->at < b->at ? -1 : 1) : a->rank < b->rank ? -1 : a->rank > b->rank;
}

static void add_notice(GArray *steps, const GazNotice *notice)
{
    Step step = {.rank = steps->len, .notice = notice};

    if (notice == NULL)
        return;
    step.at = gaz_moment_begin((GazMoment){.day = notice->date});
    g_array_append_val(steps, step);
}

/* An exposure that was withdrawn stays on record, and what withdrew it comes after it. */
static GArray *steps_of(const GazFindingState *state)
{
    GArray *steps = g_array_new(FALSE, TRUE, sizeof(Step));

    for (unsigned i = 0; i < state->events->len; i++) {
        const GazEvent *event = state->events->pdata[i];
        Step step = {.at = gaz_moment_begin(event->at), .rank = steps->len, .event = event};

        g_array_append_val(steps, step);
    }
    for (unsigned i = 0; i < state->interviews->len; i++) {
        const GazInterview *interview = state->interviews->pdata[i];
        Step step = {.at = gaz_moment_begin(interview->at), .rank = steps->len, .interview = interview};

        g_array_append_val(steps, step);
    }
    add_notice(steps, state->exposed_first);
    add_notice(steps, state->first_withdrawal);
    add_notice(steps, state->exposed_by);
    add_notice(steps, state->withdrawal);
    g_array_sort(steps, compare_steps);
    return steps;
}

static void add_event(GazFact *parent, const GazEvent *event)
{
    GazFact *node = gaz_fact(parent, "step");

    gaz_fact_set(node, "kind", "event");
    gaz_fact_set(node, "code", gaz_event_kind[event->kind].code);
    gaz_fact_set_moment(node, "at", event->at);
    gaz_fact_set(node, "evidence", event->evidence);
    gaz_fact_both(node, "what", gaz_code_name(gaz_event_kind, event->kind));
    gaz_fact_both(node, "by", &event->by);
    gaz_fact_both(node, "how", &event->how);
}

static void add_interview(GazFact *parent, const GazInterview *interview)
{
    GazFact *node = gaz_fact(parent, "step");

    gaz_fact_set(node, "kind", "interview");
    gaz_fact_set_moment(node, "at", interview->at);
    gaz_fact_set_date(node, "correct-by", interview->correct_by);
    gaz_fact_both(node, "by", &interview->by);
    gaz_fact_code(node, "outcome", gaz_outcome, interview->outcome);
}

static void add_announced(const GazPage *page, GazFact *parent, const GazNotice *notice)
{
    g_autofree char *path = gaz_address_notice(notice);
    GazFact *node = gaz_fact(parent, "step");

    gaz_fact_set(node, "kind", notice->withdraws == NULL ? "exposure" : "withdrawal");
    gaz_fact_set_date(node, "at", notice->date);
    gaz_page_set_link(page, node, "href", path);
    for (unsigned i = 0; i < notice->issuers->len; i++)
        gaz_fact_both(node, "by", &((const GazAuthority *)notice->issuers->pdata[i])->name);
}

static void add_steps(const GazPage *page, GazFact *parent, const GazFindingState *state)
{
    g_autoptr(GArray) steps = steps_of(state);

    for (unsigned i = 0; i < steps->len; i++) {
        const Step *step = &g_array_index(steps, Step, i);

        if (step->event != NULL)
            add_event(parent, step->event);
        else if (step->interview != NULL)
            add_interview(parent, step->interview);
        else
            add_announced(page, parent, step->notice);
    }
}

static void add_subject(const GazPage *page, GazFact *node, const GazFindingState *state)
{
    const GazLine *line = state->finding->line;
    const GazEnterprise *enterprise = gaz_finding_enterprise(page->run->data, state);
    g_autofree char *line_path = gaz_address_line(line);
    g_autofree char *owner_path = gaz_address_enterprise(enterprise);
    GazFact *of_line = gaz_fact_both(node, "line-name", &line->name);
    GazFact *owner = gaz_fact_both(node, "owner", &enterprise->name);

    gaz_fact_set(of_line, "id", line->record.id);
    gaz_page_set_link(page, of_line, "href", line_path);
    gaz_page_set_link(page, owner, "href", owner_path);
    gaz_subject_city(page, node, enterprise->city);
}

/* What an exposure brings with it, under the rules of the region (R9). */
static void set_consequences(const GazPage *page, GazFact *node, const GazFindingState *state)
{
    const GazData *data = page->run->data;
    const GazRules *rules = data->rules;

    gaz_fact_set_flag(node, "stands", gaz_finding_stands(page->run->assessment, state));
    if (state->stage != GAZ_STAGE_EXPOSED || state->finding->result != GAZ_RESULT_BREACH)
        return;
    if (rules->annotation_delay.clause != NULL)
        gaz_fact_set_count(node, "list-year",
                           (size_t)gaz_finding_list_year(data, state->finding, state->exposure->date));
    gaz_fact_set_flag(node, "barred", gaz_finding_is_barred(data, state, page->run->assessment->as_of));
}

static void add_restriction(GazFact *parent, const GazFindingState *state)
{
    const GazRestriction *restriction = state->restriction;
    GazFact *node;

    if (restriction == NULL)
        return;
    node = gaz_fact(parent, "restriction");
    gaz_fact_set_date(node, "from", restriction->from);
    gaz_fact_set(node, "approval", restriction->approval);
    gaz_fact_set_date(node, "lifted", restriction->lifted_on);
    gaz_fact_set(node, "lift-approval", restriction->lift_approval);
}

/* What the enterprise objected, and what was decided by the as-of date. */
static void add_objections(const GazPage *page, GazFact *parent, const GazFindingState *state)
{
    GazDate as_of = page->run->assessment->as_of;

    for (unsigned i = 0; i < state->objections->len; i++) {
        const GazObjection *objection = state->objections->pdata[i];
        bool decided = objection->outcome >= 0 && objection->decided_on <= as_of;
        GazFact *node;

        if (objection->filed_on > as_of)
            continue;
        node = gaz_fact(parent, "objection");
        gaz_fact_set_date(node, "filed", objection->filed_on);
        gaz_fact_code(node, "kind", gaz_objection_kind, objection->kind);
        gaz_fact_both(node, "grounds", &objection->grounds);
        if (!decided)
            continue;
        gaz_fact_set_date(node, "decided", objection->decided_on);
        gaz_fact_code(node, "outcome", gaz_decision, objection->outcome);
        gaz_fact_both(node, "decision", &objection->decision);
    }
}

GazFact *gaz_subject_finding(const GazPage *page, GazFact *parent, const GazFindingState *state)
{
    const GazFinding *finding = state->finding;
    GazFact *node;

    if (!gaz_known_finding(page->run->assessment, state))
        return NULL;
    node = gaz_fact(parent, "finding");
    gaz_fact_set(node, "id", finding->record.id);
    gaz_fact_set_decimal(node, "year", finding->year);
    gaz_fact_set(node, "result", gaz_result[finding->result].code);
    gaz_fact_set(node, "source", gaz_source[finding->source].code);
    gaz_fact_set_decimal(node, "short", finding->days_short);
    gaz_fact_set_decimal(node, "fine", finding->fine_yuan);
    gaz_subject_stage(node, "stage", state->stage);
    set_consequences(page, node, state);
    gaz_fact_code(node, "source-name", gaz_source, finding->source);
    gaz_fact_both(node, "duty", &finding->duty);
    gaz_fact_both(node, "fine-ground", &finding->fine_ground);
    gaz_fact_both(node, "statement", &finding->statement);
    add_restriction(node, state);
    add_objections(page, node, state);
    add_subject(page, node, state);
    add_steps(page, node, state);
    return node;
}

static void add_channel(const GazPage *page, GazFact *parent, const GazChannel *channel)
{
    GazFact *node = gaz_fact(parent, "channel");

    gaz_fact_set(node, "id", channel->record.id);
    gaz_fact_code(node, "kind", gaz_channel_kind, channel->kind);
    gaz_fact_both(node, "value", &channel->value);
    gaz_fact_both(node, "takes", &channel->takes);
    gaz_fact_both(node, "hours", &channel->hours);
    if (channel->city != NULL)
        gaz_subject_city(page, node, channel->city);
}

/* Whether it is among those who publish. */
static bool issues(const GazSiteRun *run, const GazAuthority *authority)
{
    for (unsigned i = 0; i < run->notices->len; i++) {
        const GazSiteNotice *notice = run->notices->pdata[i];

        if (g_ptr_array_find(notice->notice->issuers, authority, NULL))
            return true;
    }
    return false;
}

static void add_authority(const GazPage *page, GazFact *parent, const GazAuthority *authority)
{
    const GPtrArray *channels = page->run->data->channels;
    GazFact *node = gaz_fact(parent, "authority");

    gaz_fact_set(node, "id", authority->id);
    gaz_fact_both(node, "name", &authority->name);
    gaz_fact_both(node, "address", &authority->address);
    gaz_fact_set(node, "web", authority->web);
    gaz_fact_set(node, "phone", authority->phone);
    gaz_fact_set_flag(node, "issues", issues(page->run, authority));
    for (unsigned i = 0; i < channels->len; i++) {
        const GazChannel *channel = channels->pdata[i];

        if (strcmp(channel->authority, authority->id) == 0)
            add_channel(page, node, channel);
    }
}

static const char *first_email(const GazSiteRun *run, const GazAuthority *authority)
{
    for (unsigned i = 0; i < run->data->channels->len; i++) {
        const GazChannel *channel = run->data->channels->pdata[i];

        if (channel->kind == GAZ_CHANNEL_EMAIL && strcmp(channel->authority, authority->id) == 0)
            return channel->value.in[GAZ_ZH];
    }
    return NULL;
}

void gaz_subject_publishers(const GazPage *page, GazFact *site)
{
    const GPtrArray *authorities = page->run->data->publication->authorities;
    const char *email = NULL;

    for (unsigned i = 0; i < authorities->len; i++) {
        if (email == NULL)
            email = first_email(page->run, authorities->pdata[i]);
        if (issues(page->run, authorities->pdata[i]))
            gaz_fact_both(site, "publisher", &((const GazAuthority *)authorities->pdata[i])->name);
    }
    gaz_fact_set(site, "email", email);
}

void gaz_subject_channels(const GazPage *page, GazFact *parent)
{
    const GPtrArray *authorities = page->run->data->publication->authorities;
    GazFact *node = gaz_fact(parent, "channels");

    for (unsigned i = 0; i < authorities->len; i++)
        add_authority(page, node, authorities->pdata[i]);
}
