/* ground.c - what the thread makes is its own until it is waited for. */
#include "program/ground.h"

#include "program/basis.h"
#include "program/folders.h"
#include "program/share.h"
#include "read/elements.h"

struct GazGround {
    char *output, *share; /* no `share`: there is none, as whoever reads the data will tell */
    char *program;        /* of the basis */
    const char *part;
    bool after_last; /* as gaz_staging_new_after_last() has it */
    GThread *thread; /* NULL: there is none any more */
    GazFonts *fonts;
    GazWording *wording;
    GazSiteTools *tools, *own; /* of which this one loads the second; NULL: there are none */
    GazStaging *staging;
    GazKept *kept; /* NULL: it isn't ready */
    GError *error; /* why not */
};

static GazKept *read_kept(const GazStaging *staging, const char *basis)
{
    return gaz_kept_read(gaz_staging_list(staging), gaz_staging_output(staging), gaz_staging_folder(staging),
                         basis);
}

/* What serves of the publication before, and the staging folder with nothing else in it. Where the last one
 * can't be changed, as one that somebody else made, it is left where it stood. NULL with `error` set. */
static GazKept *clear(GazStaging *staging, const char *basis, GError **error)
{
    g_autoptr(GazKept) kept = read_kept(staging, basis);

    if (!gaz_kept_is_empty(kept) && gaz_kept_clear(kept, NULL))
        return g_steal_pointer(&kept);
    return gaz_staging_start_over(staging, error) ? read_kept(staging, basis) : NULL;
}

static void prepare(GazGround *ground, const GazFonts *fonts)
{
    g_autofree char *basis = gaz_basis_describe(ground->program, ground->share, fonts);

    ground->staging = (ground->after_last ? gaz_staging_new_after_last
                                          : gaz_staging_new)(ground->output, ground->part, &ground->error);
    if (ground->staging != NULL)
        ground->kept = clear(ground->staging, basis, &ground->error);
}

/* What is wrong with it is told by whoever loads it to compose with. */
static GazWording *load_wording(const char *share)
{
    g_autofree char *folder = g_build_filename(share, "templates", "wording", NULL);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazWording) wording = gaz_wording_load(folder, report, NULL);

    return gaz_report_has_faults(report) ? NULL : g_steal_pointer(&wording);
}

/* What is wrong with them is told by the website, which loads its own where there are none. */
static GazSiteTools *load_tools(const char *share)
{
    g_autofree char *templates = g_build_filename(share, "templates", "site", NULL);
    GazSiteTools *tools = gaz_site_tools_new(templates, NULL);

    if (tools != NULL)
        gaz_site_tools_begin(tools);
    return tools;
}

/* Fonts that can't be opened are told of by whoever sets something in them. */
static void *prepare_apart(void *user)
{
    GazGround *ground = user;
    g_autofree char *folder = g_build_filename(ground->share, "fonts", NULL);

    ground->fonts = gaz_fonts_open(folder, NULL);
    if (ground->fonts != NULL)
        prepare(ground, ground->fonts);
    ground->wording = load_wording(ground->share);
    if (ground->tools == NULL && ground->after_last)
        ground->tools = ground->own = load_tools(ground->share);
    return NULL;
}

GazGround *gaz_ground_new(const GazOptions *options, const char *part, GazSiteTools *tools)
{
    GazGround *ground = g_new0(GazGround, 1);

    ground->output = options->output != NULL ? g_strdup(options->output)
                                             : gaz_folders_output(NULL, options->arguments[0], part);
    ground->share = gaz_share_find(options->share, NULL);
    ground->program = gaz_basis_program();
    ground->part = part;
    ground->tools = tools;
    ground->after_last = options->only < 0;
    if (options->jobs > 1 && ground->share != NULL && g_file_test(ground->output, G_FILE_TEST_IS_DIR)) {
        gaz_elements_begin();
        ground->thread = g_thread_try_new("ground", prepare_apart, ground, NULL);
    }
    return ground;
}

static void wait_for(GazGround *ground)
{
    if (ground->thread != NULL)
        g_thread_join(g_steal_pointer(&ground->thread));
}

bool gaz_ground_is_begun(const GazGround *ground)
{
    return ground->thread != NULL;
}

bool gaz_ground_ready(GazGround *ground, const GazFonts *fonts, GError **error)
{
    wait_for(ground);
    if (ground->kept == NULL && ground->error == NULL)
        prepare(ground, fonts);
    if (ground->kept != NULL)
        return true;
    g_propagate_error(error, g_error_copy(ground->error));
    return false;
}

const char *gaz_ground_output(const GazGround *ground)
{
    return ground->output;
}

GazStaging *gaz_ground_staging(const GazGround *ground)
{
    return ground->staging;
}

GazKept *gaz_ground_kept(const GazGround *ground)
{
    return ground->kept;
}

GazFonts *gaz_ground_take_fonts(GazGround *ground)
{
    wait_for(ground);
    return g_steal_pointer(&ground->fonts);
}

GazWording *gaz_ground_take_wording(GazGround *ground)
{
    wait_for(ground);
    return g_steal_pointer(&ground->wording);
}

GazSiteTools *gaz_ground_tools(const GazGround *ground)
{
    return ground->tools;
}

static void *list_apart(void *user)
{
    const GazGround *ground = user;

    gaz_kept_write(ground->kept, gaz_staging_list(ground->staging));
    return NULL;
}

void gaz_ground_list(GazGround *ground)
{
    ground->thread = g_thread_try_new("list", list_apart, ground, NULL);
    if (ground->thread == NULL)
        list_apart(ground);
}

void gaz_ground_free(GazGround *ground)
{
    if (ground == NULL)
        return;
    wait_for(ground);
    gaz_kept_free(ground->kept);
    gaz_staging_free(ground->staging);
    gaz_fonts_free(ground->fonts);
    gaz_wording_free(ground->wording);
    gaz_site_tools_free(ground->own);
    g_clear_error(&ground->error);
    g_free(ground->output);
    g_free(ground->share);
    g_free(ground->program);
    g_free(ground);
}
