/* common.c - the facts that every wording may ask for: publication, authorities, law, and the notice itself.
 */
#include "compose/composer.h"
#include "compose/contacts.h"
#include "compose/findings.h"
#include "compose/law.h"
#include <string.h>

const GazSlot gaz_common_slots[] = {
    GAZ_VALUE("publication"),
    GAZ_VALUE("region"),
    GAZ_VALUE("whole"),      /* 全省, the province */
    GAZ_VALUE("unit"),       /* what its cities are: 市, city; 盟市, city or league */
    GAZ_VALUE("units"),      /* several of them */
    GAZ_VALUE("unit.title"), /* one in a title: 市, City; 盟市, City or League */
    GAZ_VALUE("year"),
    GAZ_VALUE("as-of"),
    GAZ_VALUE(
        "association"), /* with its article in English; in general words where the publication names none */
    GAZ_VALUE("departments"), /* of industry and of ecology, the same */
    GAZ_LAW_SLOTS,
    /* of the notice; empty on pages */
    GAZ_VALUE("issuers"),
    GAZ_VALUE("issuers.start"), /* where a sentence begins */
    GAZ_VALUE("date"),
    GAZ_VALUE("number"),
    GAZ_VALUE("season"),
    GAZ_VALUE("season.title"),
    GAZ_VALUE("paper"),
    GAZ_VALUE("list-year"),
    GAZ_VALUE("comment.from"),
    GAZ_VALUE("comment.to"),
    GAZ_VALUE("comment.period"),
    GAZ_VALUE("comment.days"),
    GAZ_VALUE("first-annex"),       /* 附件1 or, where it is the only one, 附件 */
    GAZ_VALUE("first-annex.start"), /* where a sentence begins */
    GAZ_VALUE("follows.date"),
    GAZ_VALUE("follows.number"),
    GAZ_LIST("contacts", gaz_contact_slots),
    GAZ_LIST("receivers", gaz_receiver_slots),
    {0},
};

/* The first authority of this kind; NULL: none. */
static const GazAuthority *authority_of(const GazComposing *work, int kind)
{
    const GPtrArray *authorities = work->data->publication->authorities;

    for (unsigned i = 0; i < authorities->len; i++)
        if (((const GazAuthority *)authorities->pdata[i])->kind == kind)
            return authorities->pdata[i];
    return NULL;
}

static GazText in_text(const GazComposing *work, const GazText *name)
{
    return gaz_glossary_format(work->glossary, work->arena, "body.in-text", name, 1);
}

static void give_authorities(GazComposing *work)
{
    const GazAuthority *association = authority_of(work, GAZ_AUTHORITY_ASSOCIATION);
    const GazAuthority *industry = authority_of(work, GAZ_AUTHORITY_INDUSTRY);
    const GazAuthority *ecology = authority_of(work, GAZ_AUTHORITY_ECOLOGY);
    GazValue departments = {0};

    gaz_frame_text(work->common, "association",
                   association != NULL ? in_text(work, &association->name)
                                       : gaz_label(work, "body.association"));
    if (industry == NULL || ecology == NULL) {
        gaz_frame_text(work->common, "departments", gaz_label(work, "body.departments"));
        return;
    }
    gaz_value_add_member(work->arena, work->glossary, &departments, 0, 2, in_text(work, &industry->name),
                         NULL);
    gaz_value_add_member(work->arena, work->glossary, &departments, 1, 2, in_text(work, &ecology->name),
                         NULL);
    gaz_frame_value(work->common, "departments", &departments);
}

static void give_comment(GazComposing *work)
{
    const GazNotice *notice = work->notice;
    GazDecimal days = (GazDecimal)(notice->comment_to - notice->comment_from + 1) * GAZ_DECIMAL_ONE;

    if (notice->comment_from == GAZ_NO_DATE)
        return;
    gaz_frame_date(work->common, "comment.from", notice->comment_from);
    gaz_frame_date(work->common, "comment.to", notice->comment_to);
    gaz_frame_text(work->common, "comment.period",
                   gaz_text_dates(work->arena, notice->comment_from, notice->comment_to));
    gaz_frame_text(work->common, "comment.days", gaz_count(work, "days", days));
}

static void give_number(GazComposing *work, const char *slot, const GazDocumentNumber *number)
{
    g_autofree char *written = gaz_document_number_write(number);
    const char *kept = gaz_arena_strdup(work->arena, written);

    if (kept != NULL)
        gaz_frame_text(work->common, slot, gaz_text(kept, kept));
}

static void give_follows(GazComposing *work)
{
    const GazNotice *draft = work->notice->follows == NULL
                                 ? NULL
                                 : gaz_publication_notice(work->data->publication, work->notice->follows);
    g_autofree char *link = NULL;

    if (draft == NULL)
        return;
    link = g_strconcat("site:notices/", draft->id, NULL);
    gaz_frame_link(work->common, "follows.date", gaz_text_date(work->arena, draft->date),
                   gaz_arena_strdup(work->arena, link));
    give_number(work, "follows.number", &draft->number);
}

/* In titles "Summer 2021", "the 2021–2022 Heating Season", "Winter 2020 to Spring 2021". */
static void give_season(GazComposing *work, const GazText *name)
{
    GazText text = gaz_text_season(work->arena, *name);
    const char *title = gaz_title_case(work->arena, name->in[GAZ_EN]);

    gaz_frame_text(work->common, "season", text);
    text.in[GAZ_EN] = gaz_arena_printf(work->arena, "%s%s", g_ascii_isdigit(title[0]) ? "the " : "", title);
    gaz_frame_text(work->common, "season.title", text);
}

/* 甲厅、乙厅; the A and the B. */
static void give_issuers(GazComposing *work)
{
    const GPtrArray *issuers = work->notice->issuers;
    GazValue value = {0};

    for (unsigned i = 0; i < issuers->len; i++)
        gaz_value_add_member(work->arena, work->glossary, &value, i, issuers->len,
                             gaz_bodies_in_text(work, ((const GazAuthority *)issuers->pdata[i])->name), NULL);
    gaz_frame_value(work->common, "issuers", &value);
    gaz_frame_text(work->common, "issuers.start",
                   gaz_text_start(work->arena, gaz_text(gaz_value_text(work->arena, &value, GAZ_ZH),
                                                        gaz_value_text(work->arena, &value, GAZ_EN))));
}

static void give_notice(GazComposing *work)
{
    const GazNotice *notice = work->notice;

    give_issuers(work);
    for (unsigned i = 0; i < notice->issuers->len; i++)
        gaz_contact_give(work, gaz_frame_add(work->common, "contacts"), notice->issuers->pdata[i]);
    gaz_frame_date(work->common, "date", notice->date);
    give_number(work, "number", &notice->number);
    if (notice->season != NULL)
        give_season(work, &notice->season->name);
    gaz_frame_text(work->common, "paper",
                   gaz_label(work, notice->addressees->len > 0 ? "paper.notice" : "paper.announcement"));
    if (notice->year != 0)
        gaz_frame_text(work->common, "list-year", gaz_text_year(work->arena, notice->year));
    give_comment(work);
    give_follows(work);
}

static void give_region(GazComposing *work)
{
    const GazRegion *region = work->data->rules->region;

    gaz_frame_text(work->common, "region", region->name);
    gaz_frame_text(work->common, "whole", region->whole);
    gaz_frame_text(work->common, "unit", region->unit);
    gaz_frame_text(work->common, "units", region->units);
    gaz_frame_text(work->common, "unit.title",
                   gaz_text(region->unit.in[GAZ_ZH], gaz_title_case(work->arena, region->unit.in[GAZ_EN])));
}

void gaz_common_give(GazComposing *work)
{
    const GazPublication *publication = work->data->publication;

    gaz_frame_text(work->common, "publication", publication->title);
    give_region(work);
    gaz_frame_text(work->common, "year", gaz_text_year(work->arena, publication->year));
    gaz_frame_date(work->common, "as-of", work->assessment->as_of);
    give_authorities(work);
    gaz_law_give(work);
    gaz_receivers_give(work, work->common, "receivers", NULL);
    if (work->notice != NULL)
        give_notice(work);
}
