/* pages.c - pages of the website that are words: the legal basis, and whom to tell. */
#include "compose/composer.h"
#include "compose/contacts.h"
#include "compose/law.h"
#include <string.h>

static const GazSlot section_slots[] = {GAZ_VALUE("section"), GAZ_VALUE("text"), {0}};
static const GazSlot document_slots[] = {GAZ_VALUE("document"), GAZ_LIST("sections", section_slots), {0}};

const GazSlot gaz_legal_slots[] = {
    GAZ_LIST("documents", document_slots),
    GAZ_FLAG("limits"), /* whether the rules hold any time limit */
    {0},
};

static GazText section_of(GazComposing *work, const GazClause *clause)
{
    const char *blank = strrchr(clause->id, ' ');
    const char *han = gaz_arena_strdup(work->arena, blank == NULL ? clause->id : blank + 1);
    unsigned number = gaz_han_number_read(han);
    GazText part = gaz_text(han, number == 0 ? han : gaz_arena_printf(work->arena, "%u", number));

    return gaz_glossary_format(work->glossary, work->arena, "law.section", &part, 1);
}

static bool has_limits(const GazComposing *work)
{
    static const char *const limits[] = {"law.window",      "law.annual-days", "law.heating-plan-by",
                                         "law.notice-days", "law.vote-share",  "law.special-plan-by"};

    for (unsigned i = 0; i < G_N_ELEMENTS(limits); i++)
        if (gaz_frame_is_set(work->common, limits[i]))
            return true;
    return false;
}

bool gaz_legal_give(GazComposing *work)
{
    const GPtrArray *clauses = work->data->rules->clauses;
    const char *last = "";
    GazFrame *document = NULL;

    for (unsigned i = 0; i < clauses->len; i++) {
        const GazClause *clause = clauses->pdata[i];
        GazFrame *section;

        if (strcmp(clause->document.in[GAZ_ZH], last) != 0) {
            document = gaz_frame_add(work->facts, "documents");
            gaz_frame_text(document, "document", clause->document);
            last = clause->document.in[GAZ_ZH];
        }
        section = gaz_frame_add(document, "sections");
        gaz_frame_text(section, "section", section_of(work, clause));
        gaz_frame_text(section, "text", clause->text);
    }
    gaz_frame_flag(work->facts, "limits", has_limits(work));
    return true;
}

static const GazSlot city_slots[] = {
    GAZ_VALUE("city-name"), GAZ_LIST("city-receivers", gaz_receiver_slots), {0}};

const GazSlot gaz_channels_slots[] = {GAZ_LIST("cities", city_slots), {0}};

/* Cities in the official order; those without a channel of their own are left out. */
bool gaz_channels_give(GazComposing *work)
{
    const GPtrArray *cities = work->data->rules->region->cities;
    g_autoptr(GHashTable) served = g_hash_table_new(NULL, NULL);

    for (unsigned i = 0; i < work->data->channels->len; i++)
        g_hash_table_add(served, (gpointer)((const GazChannel *)work->data->channels->pdata[i])->city);
    for (unsigned i = 0; i < cities->len; i++) {
        const GazCity *city = cities->pdata[i];
        GazFrame *member;

        if (!g_hash_table_contains(served, city))
            continue;
        member = gaz_frame_add(work->facts, "cities");
        gaz_frame_text(member, "city-name", city->name);
        gaz_receivers_give(work, member, "city-receivers", city);
    }
    return true;
}
