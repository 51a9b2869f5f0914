/* prints.c - a version's place: the current one stands at the notice's own address. */
#include "program/prints.h"

/* Where a version's PDF stands below its folder: the current one at the notice's own address. Yours:
 * g_free().
 */
static char *address_of(const GazIssue *issue, bool current, bool announced)
{
    const GazNotice *notice = issue->notice;
    g_autofree char *version = current ? g_strdup("") : g_strdup_printf(".v%u", issue->version);
    const char *end = announced ? ".announced.pdf" : ".pdf";
    int year, month, day;

    gaz_date_split(notice->date, &year, &month, &day);
    return notice->kind == GAZ_NOTICE_INTERVIEW
               ? g_strdup_printf(GAZ_PRINTS_INTERVIEWS "/%s%s%s", notice->id, version, end)
               : g_strdup_printf("notices/%d/%s%s%s", year, notice->id, version, end);
}

static void add(GArray *prints, const GazIssue *issue, bool current, bool announced, const char *below)
{
    GazPrint print = {.document = issue->document,
                      .issue = issue,
                      .announced = announced,
                      .address = address_of(issue, current, announced),
                      .folder = below};

    g_array_append_val(prints, print);
}

GArray *gaz_prints_find(const GazEdition *edition, const GazOptions *options, const char *site,
                        const char *apart)
{
    GArray *prints = gaz_prints_new();
    bool whole = options->only < 0;

    for (unsigned i = 0; i < edition->issues->len; i++) {
        const GazIssue *current = edition->issues->pdata[i];
        const char *below = current->document->on_website ? site : apart;

        if (!whole && (int)current->notice->kind != options->only)
            continue;
        for (unsigned version = 0; version <= current->earlier->len; version++) {
            bool last = version == current->earlier->len;
            const GazIssue *issue = last ? current : current->earlier->pdata[version];

            add(prints, issue, last, false, below);
            if (whole && !edition->draft && issue->ended_by != NULL)
                add(prints, issue, last, true, below);
        }
    }
    return prints;
}

void gaz_prints_add_poster(GArray *prints, const GazEdition *edition, const char *address, const char *folder)
{
    GazPrint print = {
        .document = edition->pages[GAZ_EDITION_POSTER], .address = g_strdup(address), .folder = folder};

    g_array_append_val(prints, print);
}
