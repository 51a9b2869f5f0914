/* findings.c - findings told in sentences. */
#include "compose/findings.h"

#include "compose/cells.h"
#include <string.h>

static const GazSlot event_slots[] = {GAZ_VALUE("event"), {0}};
static const GazSlot interview_slots[] = {GAZ_VALUE("interview"), {0}};
static const GazSlot step_slots[] = {GAZ_VALUE("step"), {0}};

const GazSlot gaz_finding_slots[] = {
    GAZ_VALUE("line"),
    GAZ_VALUE("enterprise"),
    GAZ_VALUE("kiln"),
    GAZ_VALUE("place"),
    GAZ_VALUE("credit-code"),
    GAZ_VALUE("capacity"),
    GAZ_VALUE("finding-year"),
    GAZ_VALUE("duty"),
    GAZ_VALUE("source"),
    GAZ_LIST("events", event_slots),
    GAZ_VALUE("story"),
    GAZ_LIST("interviews", interview_slots),
    GAZ_VALUE("interviews.words"),
    GAZ_LIST("course", step_slots),
    GAZ_VALUE("course.words"),
    GAZ_VALUE("outcome"),
    GAZ_VALUE("days-short"),
    GAZ_VALUE("fine"),
    GAZ_VALUE("fine-ground"),
    GAZ_VALUE("statement"),
    GAZ_VALUE("exposed-on"),
    GAZ_VALUE("exposed-by"),
    GAZ_VALUE("lifted-on"),
    GAZ_VALUE("lifted-by"),
    GAZ_FLAG("refused"),
    GAZ_FLAG("corrected"),
    GAZ_FLAG("open"),
    GAZ_VALUE("note-id"),
    GAZ_VALUE("note-mark"),
    {0},
};

/* "A; B" as members of an enumeration, each with its article; Chinese stays as it is. */
GazText gaz_bodies_in_text(GazComposing *work, GazText bodies)
{
    g_auto(GStrv) each = g_strsplit(bodies.in[GAZ_EN] == NULL ? "" : bodies.in[GAZ_EN], "; ", -1);
    unsigned count = g_strv_length(each);
    GazValue value = {0};

    if (count == 0)
        return bodies;
    for (unsigned i = 0; i < count; i++) {
        const char *name = gaz_arena_intern(work->arena, each[i]);
        GazText body = gaz_text(name, name);

        gaz_value_add_member(work->arena, work->glossary, &value, i, count,
                             gaz_glossary_format(work->glossary, work->arena, "body.in-text", &body, 1),
                             NULL);
    }
    return gaz_text(bodies.in[GAZ_ZH], gaz_value_text(work->arena, &value, GAZ_EN));
}

static GazText format(GazComposing *work, const char *id, const GazText *parts, unsigned count)
{
    return gaz_glossary_format(work->glossary, work->arena, id, parts, count);
}

/* at 10:20 on 7 December 2020, or on 7 December 2020; Chinese as ever. */
static GazText moment_in_text(GazComposing *work, GazMoment moment)
{
    GazText parts[2] = {gaz_text_date(work->arena, moment.day), gaz_text_moment(work->arena, moment)};
    const char *clock = gaz_arena_printf(work->arena, "%d:%02d", moment.minutes / 60, moment.minutes % 60);
    GazText at;

    if (!moment.timed)
        return gaz_text(parts[0].in[GAZ_ZH], format(work, "moment.on", parts, 1).in[GAZ_EN]);
    at.in[GAZ_ZH] = parts[1].in[GAZ_ZH];
    parts[1] = gaz_text(clock, clock);
    at.in[GAZ_EN] = format(work, "moment.at", parts, 2).in[GAZ_EN];
    return at;
}

/* How it was checked, with the reference of the evidence where there is one. */
static GazText evidence_of(GazComposing *work, const GazEvent *event)
{
    GazText parts[2] = {gaz_text_inside(work->arena, event->how), gaz_text(event->evidence, event->evidence)};

    return event->evidence == NULL ? format(work, "event.how", parts, 1)
                                   : format(work, "event.how-evidence", parts, 2);
}

static GazText event_sentence(GazComposing *work, const GazEvent *event)
{
    g_autofree char *id = g_strconcat("event.", gaz_event_kind[event->kind].code, NULL);
    GazText parts[3] = {moment_in_text(work, event->at), gaz_bodies_in_text(work, event->by),
                        evidence_of(work, event)};

    return format(work, id, parts, 3);
}

/* Adds a sentence to those before it; its full stop is the wording's. */
static void append(GazComposing *work, GazValue *value, GazText sentence, const char *join)
{
    if (value->first != NULL)
        gaz_value_add(work->arena, value, gaz_glossary_between(work->glossary, work->arena, join), NULL);
    gaz_value_add(work->arena, value, sentence, NULL);
}

static void give_events(GazComposing *work, GazFrame *member, const GazFindingState *state, GazDate known)
{
    GazValue story = {0};

    for (unsigned i = 0; i < state->events->len; i++) {
        const GazEvent *event = state->events->pdata[i];
        GazText sentence;

        if (event->at.day > known)
            continue;
        sentence = event_sentence(work, event);
        gaz_frame_text(gaz_frame_add(member, "events"), "event", sentence);
        append(work, &story, sentence, "join.sentences");
    }
    gaz_frame_value(member, "story", &story);
}

static const char *outcome_label(const GazInterview *interview)
{
    return interview->outcome == GAZ_OUTCOME_REFUSED     ? "interview.refused"
           : interview->outcome == GAZ_OUTCOME_CORRECTED ? "interview.corrected"
                                                         : "interview.open";
}

static GazText interview_sentence(GazComposing *work, const GazInterview *interview)
{
    GazText parts[2] = {moment_in_text(work, interview->at), gaz_bodies_in_text(work, interview->by)};

    parts[0] = format(work, "interview.held", parts, 2);
    if (interview->correct_by != GAZ_NO_DATE) {
        parts[1] = gaz_text_date(work->arena, interview->correct_by);
        parts[0] = format(work, "interview.correct-by", parts, 2);
    }
    return format(work, outcome_label(interview), parts, 1);
}

static void give_interviews(GazComposing *work, GazFrame *member, const GazFindingState *state, GazDate known)
{
    const GazInterview *last = NULL;
    GazValue words = {0};

    for (unsigned i = 0; i < state->interviews->len; i++) {
        const GazInterview *interview = state->interviews->pdata[i];

        if (interview->at.day > known)
            continue;
        last = interview;
        gaz_frame_text(gaz_frame_add(member, "interviews"), "interview", interview_sentence(work, interview));
        append(work, &words, interview_sentence(work, interview), "join.sentences");
    }
    gaz_frame_value(member, "interviews.words", &words);
    gaz_frame_flag(member, "refused", last != NULL && last->outcome == GAZ_OUTCOME_REFUSED);
    gaz_frame_flag(member, "corrected", last != NULL && last->outcome == GAZ_OUTCOME_CORRECTED);
    gaz_frame_flag(member, "open", last != NULL && last->outcome < 0);
}

static void give_step(GazComposing *work, GazFrame *member, GazValue *words, GazText sentence)
{
    gaz_frame_text(gaz_frame_add(member, "course"), "step", sentence);
    append(work, words, sentence, "join.sentences");
}

/* Events and interviews in the order of their time: that a line was found running again after an interview is
 * what shows that the interview was refused (R9). Both are sorted already. */
static void give_course(GazComposing *work, GazFrame *member, const GazFindingState *state, GazDate known)
{
    unsigned e = 0, i = 0;
    GazValue words = {0};

    while (e < state->events->len || i < state->interviews->len) {
        const GazEvent *event = e < state->events->len ? state->events->pdata[e] : NULL;
        const GazInterview *interview = i < state->interviews->len ? state->interviews->pdata[i] : NULL;

        if (event != NULL &&
            (interview == NULL || gaz_moment_begin(event->at) <= gaz_moment_begin(interview->at))) {
            e++;
            if (event->at.day <= known)
                give_step(work, member, &words, event_sentence(work, event));
        } else {
            i++;
            if (interview->at.day <= known)
                give_step(work, member, &words, interview_sentence(work, interview));
        }
    }
    gaz_frame_value(member, "course.words", &words);
}

static void give_line(GazComposing *work, GazFrame *member, const GazLine *line,
                      const GazEnterprise *enterprise)
{
    GazText capacity = gaz_text_number(work->arena, line->approved_capacity_tpd);
    GazText place[2];

    gaz_frame_link(member, "line", gaz_line_name_of(work, line, enterprise), gaz_link_line(work, line));
    gaz_frame_link(member, "enterprise", enterprise->name, gaz_link_enterprise(work, enterprise));
    gaz_frame_text(member, "kiln", line->name);
    place[0] = enterprise->city->name;
    place[1] = enterprise->county;
    gaz_frame_text(member, "place",
                   enterprise->county.in[GAZ_ZH] == NULL ? place[0]
                                                         : format(work, "enterprise.place", place, 2));
    gaz_frame_text(member, "credit-code", gaz_text(enterprise->credit_code, enterprise->credit_code));
    gaz_frame_text(member, "capacity", format(work, "line.capacity", &capacity, 1));
    gaz_composing_names_of(work, line, enterprise);
}

/* The days short are those of a whole accounting year: nobody knows them before it is over. */
static bool is_year_over(const GazComposing *work, const GazFinding *finding, GazDate known)
{
    GazMonthDay first = work->data->rules->accounting_start;
    int next = (int)(finding->year / GAZ_DECIMAL_ONE) + 1;

    return known >= gaz_date_make(next, MAX(first.month, 1), MAX(first.day, 1));
}

static void give_finding(GazComposing *work, GazFrame *member, const GazFinding *finding, GazDate known)
{
    gaz_frame_text(member, "finding-year",
                   gaz_text_year(work->arena, (int)(finding->year / GAZ_DECIMAL_ONE)));
    gaz_frame_text_from(member, "duty", finding->duty, GAZ_AT(finding, duty));
    gaz_frame_text(
        member, "source",
        gaz_label(work, finding->source == GAZ_SOURCE_REPORTED ? "source.reported" : "source.official"));
    if (finding->days_short != GAZ_NO_DECIMAL && finding->days_short > 0 &&
        is_year_over(work, finding, known))
        gaz_frame_text(member, "days-short", gaz_count(work, "days", finding->days_short));
    if (finding->fine_yuan != GAZ_NO_DECIMAL)
        gaz_frame_text(member, "fine", gaz_count(work, "yuan", finding->fine_yuan));
    gaz_frame_text_from(member, "fine-ground", finding->fine_ground, GAZ_AT(finding, fine_ground));
    gaz_frame_text_from(member, "statement", finding->statement, GAZ_AT(finding, statement));
}

static void give_exposure(GazComposing *work, GazFrame *member, const GazNotice *exposure)
{
    g_autofree char *number = gaz_document_number_write(&exposure->number);
    g_autofree char *link = g_strconcat("site:notices/", exposure->id, NULL);
    const char *kept = gaz_arena_intern(work->arena, number);
    GazText date = gaz_text_date(work->arena, exposure->date);

    gaz_frame_text(member, "exposed-on", date);
    gaz_frame_link(member, "exposed-by", kept == NULL ? date : gaz_text(kept, kept),
                   gaz_arena_intern(work->arena, link));
}

static void give_lifting(GazComposing *work, GazFrame *member, const GazRestriction *restriction)
{
    gaz_frame_text(member, "lifted-on", gaz_text_date(work->arena, restriction->lifted_on));
    gaz_frame_text(member, "lifted-by", gaz_text(restriction->lift_approval, restriction->lift_approval));
}

/* It was 19 days short in 2021; it was publicly exposed on 14 January 2022 (…). */
static void give_outcome(GazComposing *work, GazFrame *member)
{
    static const struct {
        const char *needs, *more, *label;
    } clauses[] = {{"days-short", "finding-year", "outcome.short"},
                   {"exposed-on", "exposed-by", "outcome.exposed"}};
    GazValue outcome = {0};

    for (unsigned i = 0; i < G_N_ELEMENTS(clauses); i++) {
        const GazValue *first = gaz_frame_get(member, clauses[i].needs);
        const GazValue *second = gaz_frame_get(member, clauses[i].more);
        GazText parts[2];

        if (first == NULL || second == NULL)
            continue;
        parts[0] = first->first->text;
        parts[1] = second->first->text;
        append(work, &outcome, format(work, clauses[i].label, parts, 2), "join.clauses");
    }
    if (outcome.first != NULL)
        outcome.first->text = gaz_text_start(work->arena, outcome.first->text);
    gaz_frame_value(member, "outcome", &outcome);
}

void gaz_finding_give(GazComposing *work, GazFrame *member, const GazFindingState *state, GazDate known)
{
    give_line(work, member, state->finding->line, gaz_finding_enterprise(work->data, state));
    give_finding(work, member, state->finding, known);
    give_events(work, member, state, known);
    give_interviews(work, member, state, known);
    give_course(work, member, state, known);
    if (state->exposure != NULL && state->exposure->date <= known)
        give_exposure(work, member, state->exposure);
    if (gaz_finding_is_unbarred(state, known))
        give_lifting(work, member, state->restriction);
    give_outcome(work, member);
}
