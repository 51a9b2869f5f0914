/* law.c - the rules as wording cites them. */
#include "compose/law.h"

#include <string.h>

/* Whether the document of the clause `id` was there on the notice's day; pages are of no day. */
static bool is_in_force(const GazComposing *work, const char *id)
{
    const GazClause *clause = gaz_rules_clause(work->data->rules, id);

    return work->notice == NULL || clause == NULL || clause->issued <= work->notice->date;
}

/* The rules by which the notice goes for the value whose clause stands at the offset `clause`: a notice older
 * than a document goes by what held before it. NULL: there was nothing yet. */
static const char *rules_then(const GazComposing *work, size_t clause)
{
    for (const GazRules *rules = work->data->rules; rules != NULL; rules = rules->before) {
        const char *id = G_STRUCT_MEMBER(const char *, rules, clause);

        if (id != NULL && is_in_force(work, id))
            return (const char *)rules;
    }
    return NULL;
}

/* The value at the offset `at`; NULL: there is no such rule, or there was none yet. */
static const GazRuleNumber *number_then(const GazComposing *work, size_t at)
{
    const char *rules = rules_then(work, at + offsetof(GazRuleNumber, clause));

    return rules == NULL ? NULL : (const GazRuleNumber *)(const void *)(rules + at);
}

static const GazRuleDay *day_then(const GazComposing *work, size_t at)
{
    const char *rules = rules_then(work, at + offsetof(GazRuleDay, clause));

    return rules == NULL ? NULL : (const GazRuleDay *)(const void *)(rules + at);
}

const char *gaz_law_number(const GazComposing *work, const GazText *document)
{
    const char *title = document->in[GAZ_ZH];
    const char *open = g_strrstr(title, "（");

    if (open == NULL || !g_str_has_suffix(title, "号）"))
        return title;
    open += strlen("（");
    return gaz_arena_strndup(work->arena, open, strlen(open) - strlen("）"));
}

/* "SD 二": the section's number is what follows the document's short name. */
static GazText section_of(const GazComposing *work, const char *id)
{
    const char *blank = strrchr(id, ' ');
    const char *han = gaz_arena_strdup(work->arena, blank == NULL ? id : blank + 1);
    unsigned number = gaz_han_number_read(han);

    return gaz_text(han, number == 0 ? han : gaz_arena_printf(work->arena, "%u", number));
}

static GazText cite_one(const GazComposing *work, const char *id, bool in_full)
{
    const GazClause *clause = gaz_rules_clause(work->data->rules, id);
    const char *number;
    GazText parts[2];

    if (clause == NULL)
        return gaz_text(gaz_arena_strdup(work->arena, id), gaz_arena_strdup(work->arena, id));
    number = gaz_law_number(work, &clause->document);
    parts[0] = in_full ? clause->document : gaz_text(number, number);
    parts[1] = section_of(work, id);
    return gaz_glossary_format(work->glossary, work->arena, in_full ? "law.clause" : "law.cite", parts, 2);
}

static GazText cite(const GazComposing *work, const char *ids, bool in_full)
{
    g_auto(GStrv) each = ids == NULL ? NULL : g_strsplit(ids, ", ", -1);
    GazValue value = {0};

    if (ids == NULL)
        return gaz_text(NULL, NULL);
    for (unsigned i = 0; each[i] != NULL; i++)
        gaz_value_add_member(work->arena, work->glossary, &value, i, g_strv_length(each),
                             cite_one(work, each[i], in_full), NULL);
    return gaz_text(gaz_value_text(work->arena, &value, GAZ_ZH), gaz_value_text(work->arena, &value, GAZ_EN));
}

GazText gaz_law_clause(const GazComposing *work, const char *id)
{
    return cite(work, id, true);
}

GazText gaz_law_cite(const GazComposing *work, const char *id)
{
    return cite(work, id, false);
}

static void give_cites(GazComposing *work, const char *name, const char *clause)
{
    g_autofree char *in_full = g_strconcat("law.", name, ".clause", NULL);
    g_autofree char *brief = g_strconcat("law.", name, ".cite", NULL);

    gaz_frame_text(work->common, in_full, gaz_law_clause(work, clause));
    gaz_frame_text(work->common, brief, gaz_law_cite(work, clause));
}

static void give_days(GazComposing *work, const char *name, size_t at)
{
    g_autofree char *slot = g_strconcat("law.", name, NULL);
    const GazRuleNumber *rule = number_then(work, at);

    if (rule == NULL)
        return;
    gaz_frame_text(work->common, slot, gaz_count(work, "days", rule->value));
    give_cites(work, name, rule->clause);
}

static void give_day(GazComposing *work, const char *name, size_t at)
{
    g_autofree char *slot = g_strconcat("law.", name, NULL);
    const GazRuleDay *rule = day_then(work, at);

    if (rule == NULL)
        return;
    gaz_frame_text(work->common, slot, gaz_text_month_day(work->arena, rule->day.month, rule->day.day));
    give_cites(work, name, rule->clause);
}

/* 三分之二, two thirds: English words come from the glossary, figures where it lacks them. */
static void give_vote(GazComposing *work)
{
    const GazRuleNumber *numerator = number_then(work, offsetof(GazRules, vote_numerator));
    const GazRuleNumber *denominator = number_then(work, offsetof(GazRules, vote_denominator));
    g_autofree char *id = NULL;
    const char *figures;
    unsigned upper, lower;

    if (numerator == NULL || denominator == NULL)
        return;
    upper = (unsigned)(numerator->value / GAZ_DECIMAL_ONE);
    lower = (unsigned)(denominator->value / GAZ_DECIMAL_ONE);
    id = g_strdup_printf("fraction.%u-%u", upper, lower);
    figures = gaz_arena_printf(work->arena, "%u/%u", upper, lower);
    gaz_frame_text(work->common, "law.vote-share",
                   gaz_glossary_lookup(work->glossary, id) != NULL ? gaz_label(work, id)
                                                                   : gaz_text(figures, figures));
    give_cites(work, "vote-share", numerator->clause);
}

/* Asked of the rules one after the other, for a window is one of many. */
static const GazRegionWindow *window_then(const GazComposing *work)
{
    const char *region = work->data->publication->region;

    for (const GazRules *rules = work->data->rules; rules != NULL; rules = rules->before) {
        const GazRegionWindow *window = gaz_rules_window(rules, region);

        if (window == NULL || is_in_force(work, window->clause))
            return window;
    }
    return NULL;
}

static void give_window(GazComposing *work)
{
    const GazRegionWindow *window = window_then(work);
    GazText ends[2];
    bool crosses;

    if (window == NULL || window->local)
        return;
    ends[0] = gaz_text_month_day(work->arena, window->start.month, window->start.day);
    ends[1] = gaz_text_month_day(work->arena, window->end.month, window->end.day);
    crosses = window->end.month < window->start.month ||
              (window->end.month == window->start.month && window->end.day < window->start.day);
    gaz_frame_text(work->common, "law.window",
                   gaz_glossary_format(work->glossary, work->arena,
                                       crosses ? "law.window-crossing" : "law.window-within", ends, 2));
    give_cites(work, "window", window->clause);
}

static GazText document_in_text(const GazComposing *work, const GazClause *clause)
{
    return gaz_glossary_format(work->glossary, work->arena, "law.document", &clause->document, 1);
}

static void give_document(GazComposing *work, const char *name, const GazClause *clause)
{
    g_autofree char *number_slot = g_strconcat(name, ".number", NULL);
    const char *number = gaz_law_number(work, &clause->document);

    gaz_frame_text(work->common, name, document_in_text(work, clause));
    gaz_frame_text(work->common, number_slot, gaz_text(number, number));
}

/* A plan that is among the rules, for what it sets itself, is no ground of itself. */
static bool is_ground(const GazComposing *work, const GazClause *clause)
{
    bool itself =
        work->notice != NULL && g_strcmp0(clause->document.in[GAZ_ZH], work->notice->title.in[GAZ_ZH]) == 0;

    return is_in_force(work, clause->id) && !itself;
}

/* The clauses stand in the order of the files: the nation's first, the region's last. */
static void give_documents(GazComposing *work)
{
    const GPtrArray *clauses = work->data->rules->clauses;
    const GazClause *first = NULL, *last = NULL;
    GazValue basis = {0};

    for (unsigned i = 0; i < clauses->len; i++)
        if (is_ground(work, clauses->pdata[i])) {
            last = clauses->pdata[i];
            first = first == NULL ? last : first;
        }
    if (first == NULL)
        return;
    give_document(work, "law.national", first);
    gaz_value_add_member(work->arena, work->glossary, &basis, 0, 1, document_in_text(work, first), NULL);
    if (strcmp(first->document.in[GAZ_ZH], last->document.in[GAZ_ZH]) != 0) {
        give_document(work, "law.regional", last);
        gaz_value_add_member(work->arena, work->glossary, &basis, 1, 2, document_in_text(work, last), NULL);
    }
    gaz_frame_value(work->common, "law.basis", &basis);
}

/* The special tasks whose lines make their days up, in words. A rule that asks it of none that processes
 * waste lets these go on at reduced load (N 二). */
static void give_make_up(GazComposing *work)
{
    static const unsigned waste =
        1u << GAZ_TASK_MUNICIPAL_WASTE | 1u << GAZ_TASK_HAZARDOUS_WASTE | 1u << GAZ_TASK_SLUDGE;
    const char *then = rules_then(work, offsetof(GazRules, make_up) + offsetof(GazRuleNumber, clause));
    const GazRules *rules = (const GazRules *)(const void *)then;
    unsigned count = 0, told = 0;
    GazValue tasks = {0};

    if (rules == NULL)
        return;
    for (unsigned task = 0; gaz_task_kind[task].code != NULL; task++)
        count += (rules->make_up_tasks & 1u << task) != 0;
    for (unsigned task = 0; gaz_task_kind[task].code != NULL; task++)
        if (rules->make_up_tasks & 1u << task)
            gaz_value_add_member(work->arena, work->glossary, &tasks, told++, count,
                                 gaz_text_inside(work->arena, *gaz_code_name(gaz_task_kind, (int)task)),
                                 NULL);
    gaz_frame_value(work->common, "law.make-up.tasks", &tasks);
    gaz_frame_flag(work->common, "law.reduced-load", (rules->make_up_tasks & waste) == 0);
    give_cites(work, "make-up", rules->make_up.clause);
}

static void give_ladder(GazComposing *work)
{
    const GazRuleNumber *ladder = number_then(work, offsetof(GazRules, ladder));
    const GazRuleNumber *annotation = number_then(work, offsetof(GazRules, annotation_delay));
    const GazRuleNumber *trade = number_then(work, offsetof(GazRules, trade_restriction));
    const GazRuleNumber *exposure = number_then(work, offsetof(GazRules, exposure));

    /* A region without a ladder of its own has the nation's: interview, then the list and the bar on trading,
     * and exposure beside them. */
    give_cites(work, "ladder", ladder != NULL ? ladder->clause : trade == NULL ? NULL : trade->clause);
    gaz_frame_flag(work->common, "law.interview-first", ladder != NULL && ladder->value > 0);
    give_cites(work, "exposure", exposure == NULL ? NULL : exposure->clause);
    give_cites(work, "annotation", annotation == NULL ? NULL : annotation->clause);
    give_cites(work, "trade", trade == NULL ? NULL : trade->clause);
}

void gaz_law_give(GazComposing *work)
{
    const GazRuleNumber *comment = number_then(work, offsetof(GazRules, comment_days));

    give_documents(work);
    give_window(work);
    give_vote(work);
    give_days(work, "annual-days", offsetof(GazRules, annual_days));
    give_days(work, "notice-days", offsetof(GazRules, notice_days));
    give_day(work, "heating-plan-by", offsetof(GazRules, heating_plan_by));
    give_day(work, "special-plan-by", offsetof(GazRules, special_plan_by));
    give_make_up(work);
    give_ladder(work);
    if (comment != NULL)
        gaz_frame_text(work->common, "law.comment-days", gaz_count(work, "days", comment->value));
}
