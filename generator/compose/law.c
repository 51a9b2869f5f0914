/* law.c - the rules as wording cites them. */
#include "compose/law.h"

#include <string.h>

static const GazClause *find_clause(const GazComposing *work, const char *id)
{
    const GPtrArray *clauses = work->data->rules->clauses;

    for (unsigned i = 0; i < clauses->len; i++)
        if (strcmp(((const GazClause *)clauses->pdata[i])->id, id) == 0)
            return clauses->pdata[i];
    return NULL;
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
    const GazClause *clause = find_clause(work, id);
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

static void give_days(GazComposing *work, const char *name, const GazRuleNumber *rule)
{
    g_autofree char *slot = g_strconcat("law.", name, NULL);

    if (rule->clause == NULL)
        return;
    gaz_frame_text(work->common, slot, gaz_count(work, "days", rule->value));
    give_cites(work, name, rule->clause);
}

static void give_day(GazComposing *work, const char *name, const GazRuleDay *rule)
{
    g_autofree char *slot = g_strconcat("law.", name, NULL);

    if (rule->clause == NULL)
        return;
    gaz_frame_text(work->common, slot, gaz_text_month_day(work->arena, rule->day.month, rule->day.day));
    give_cites(work, name, rule->clause);
}

/* 三分之二, two thirds: English words come from the glossary, figures where it lacks them. */
static void give_vote(GazComposing *work)
{
    const GazRules *rules = work->data->rules;
    unsigned upper = (unsigned)(rules->vote_numerator.value / GAZ_DECIMAL_ONE);
    unsigned lower = (unsigned)(rules->vote_denominator.value / GAZ_DECIMAL_ONE);
    g_autofree char *id = g_strdup_printf("fraction.%u-%u", upper, lower);
    const GazText *words = gaz_glossary_lookup(work->glossary, id);
    const char *figures = gaz_arena_printf(work->arena, "%u/%u", upper, lower);

    if (rules->vote_numerator.clause == NULL)
        return;
    gaz_frame_text(work->common, "law.vote-share",
                   words != NULL ? gaz_label(work, id) : gaz_text(figures, figures));
    give_cites(work, "vote-share", rules->vote_numerator.clause);
}

static void give_window(GazComposing *work)
{
    const GazRegionWindow *window = gaz_rules_window(work->data->rules, work->data->publication->region);
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

/* The clauses stand in the order of the files: the nation's first, the region's last. */
static void give_documents(GazComposing *work)
{
    const GPtrArray *clauses = work->data->rules->clauses;
    const GazClause *first = clauses->len == 0 ? NULL : clauses->pdata[0];
    const GazClause *last = clauses->len == 0 ? NULL : clauses->pdata[clauses->len - 1];
    bool regional = first != NULL && strcmp(first->document.in[GAZ_ZH], last->document.in[GAZ_ZH]) != 0;
    GazValue basis = {0};

    if (first == NULL)
        return;
    give_document(work, "law.national", first);
    gaz_value_add_member(work->arena, work->glossary, &basis, 0, 1, document_in_text(work, first), NULL);
    if (regional) {
        give_document(work, "law.regional", last);
        gaz_value_add_member(work->arena, work->glossary, &basis, 1, 2, document_in_text(work, last), NULL);
    }
    gaz_frame_value(work->common, "law.basis", &basis);
}

void gaz_law_give(GazComposing *work)
{
    const GazRules *rules = work->data->rules;

    give_documents(work);
    give_window(work);
    give_vote(work);
    give_days(work, "annual-days", &rules->annual_days);
    give_days(work, "notice-days", &rules->notice_days);
    give_day(work, "heating-plan-by", &rules->heating_plan_by);
    give_day(work, "special-plan-by", &rules->special_plan_by);
    give_cites(work, "make-up", rules->make_up.clause);
    /* A region without a ladder of its own has the nation's: interview, then the list and the bar on trading.
     */
    give_cites(work, "ladder",
               rules->ladder.clause != NULL ? rules->ladder.clause : rules->trade_restriction.clause);
    give_cites(work, "annotation", rules->annotation_delay.clause);
    give_cites(work, "trade", rules->trade_restriction.clause);
    if (rules->comment_days.clause != NULL)
        gaz_frame_text(work->common, "law.comment-days", gaz_count(work, "days", rules->comment_days.value));
}
