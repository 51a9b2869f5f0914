/* exposure.c - 公开曝光: what was found at one or several enterprises that refused after an interview (R9).
 */
#include "compose/composer.h"
#include "compose/findings.h"

const GazSlot gaz_exposure_slots[] = {
    GAZ_LIST("findings", gaz_finding_slots),
    GAZ_FLAG("several"),
    GAZ_VALUE("lines"),
    GAZ_VALUE("enterprises"), /* how many */
    GAZ_VALUE("names"),       /* which ones */
    GAZ_VALUE("subject"),     /* the only one, or the first and how many there are */
    GAZ_VALUE("note-year"),   /* of the line list that will say so */
    GAZ_FLAG("fined"),
    {0},
};

/* Whom the notice is about, in a title: 甲公司, or 甲公司等3家企业; Jia Co., Ltd. and 2 Other Clinker
 * Enterprises. */
static void give_subject(GazComposing *work, const GPtrArray *enterprises)
{
    GazText parts[3] = {((const GazEnterprise *)enterprises->pdata[0])->name,
                        gaz_count_of(work, "enterprises", enterprises->len),
                        gaz_count_of(work, "other-enterprises", enterprises->len - 1)};

    gaz_frame_text(work->facts, "subject",
                   enterprises->len == 1
                       ? parts[0]
                       : gaz_glossary_format(work->glossary, work->arena, "exposure.several", parts, 3));
}

static void give_names(GazComposing *work, const GPtrArray *findings)
{
    g_autoptr(GPtrArray) enterprises = g_ptr_array_new();
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL), lines = g_hash_table_new(NULL, NULL);
    GazValue names = {0};

    for (unsigned i = 0; i < findings->len; i++) {
        const GazFindingState *state = gaz_assessment_finding(work->assessment, findings->pdata[i]);
        const GazEnterprise *enterprise = gaz_finding_enterprise(work->data, state);

        g_hash_table_add(lines, (gpointer)state->finding->line);
        if (g_hash_table_add(seen, (gpointer)enterprise))
            g_ptr_array_add(enterprises, (gpointer)enterprise);
    }
    for (unsigned i = 0; i < enterprises->len; i++)
        gaz_value_add_member(work->arena, work->glossary, &names, i, enterprises->len,
                             ((const GazEnterprise *)enterprises->pdata[i])->name, NULL);
    gaz_frame_value(work->facts, "names", &names);
    give_subject(work, enterprises);
    gaz_frame_flag(work->facts, "several", findings->len > 1);
    gaz_frame_text(work->facts, "lines", gaz_count_of(work, "lines", g_hash_table_size(lines)));
    gaz_frame_text(work->facts, "enterprises", gaz_count_of(work, "enterprises", enterprises->len));
}

/* The list that notes them. Findings of several years: the last list. */
static void give_note_year(GazComposing *work, const GPtrArray *findings)
{
    int year = 0;

    for (unsigned i = 0; i < findings->len; i++)
        year = MAX(year, gaz_finding_list_year(work->data, findings->pdata[i], work->notice->date));
    if (gaz_frame_is_set(work->common, "law.annotation.cite"))
        gaz_frame_text(work->facts, "note-year", gaz_text_year(work->arena, year));
}

bool gaz_exposure_give(GazComposing *work)
{
    const GPtrArray *findings = work->notice->findings;
    bool fined = false;

    if (findings->len == 0)
        return gaz_composing_lacks(work, "finding", NULL, "at least one finding");
    for (unsigned i = 0; i < findings->len; i++) {
        GazFrame *member = gaz_frame_add(work->facts, "findings");

        gaz_finding_give(work, member, gaz_assessment_finding(work->assessment, findings->pdata[i]),
                         work->notice->date);
        fined |= gaz_frame_is_set(member, "fine");
    }
    gaz_frame_flag(work->facts, "fined", fined);
    give_names(work, findings);
    give_note_year(work, findings);
    return true;
}
