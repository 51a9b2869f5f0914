/* site.c - the website as a whole: every kind of page, then what they share. */
#include "site/site.h"
#include "site/pages.h"

static bool (*const writers[])(GazSiteRun *, GError **) = {
    gaz_site_write_home,          gaz_site_write_data, /* early, as the zip takes long */
    gaz_site_write_notices,       gaz_site_write_lines,    gaz_site_write_cities,
    gaz_site_write_enterprises,   gaz_site_write_findings, gaz_site_write_words,
    gaz_site_write_consultations, gaz_site_write_feeds,    gaz_site_write_redirects,
    gaz_site_write_announced,     gaz_site_write_files, /* last: the site map lists what was written */
};

bool gaz_site_write(GazSiteRun *run, GazTurns *turns, bool tables, GError **error)
{
    bool written = true;

    run->turns = turns;
    run->with_tables = tables;
    for (unsigned i = 0; i < G_N_ELEMENTS(writers) && written; i++)
        written = writers[i](run, error);
    return written;
}
