/* setting.h - a notice of a shipped data folder set as a PDF, and what can be measured from it. */
#ifndef GAZETTE_TESTS_LAYOUT_SETTING_H
#define GAZETTE_TESTS_LAYOUT_SETTING_H
#include "../support/data_view.h"
#include "../support/wording.h"
#include "check/assessment.h"
#include "compose/compose.h"
#include "pdf/pdf.h"
#include <cairo.h>
#include <check.h>
#include <glib/gstdio.h>

enum { DOTS_A_MM = 10, DPI = 254 };

/* Sets `notice` of the data folder at `data_folder` at `path`. */
static inline void set_notice_of(const char *data_folder, const char *notice, const char *path)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GError) error = NULL;
    GazDate as_of = gaz_date_make(2022, 4, 30);
    g_auto(DataView) view = data_view_open(data_folder, as_of, report, &error);
    const GazData *data = view.data;
    g_autoptr(GazAssessment) assessment = gaz_assessment_new(data, as_of);
    g_autoptr(GazWording) wording = wording_read("templates/wording", data, report, &error);
    g_autoptr(GazDocument) document =
        gaz_compose(assessment, wording, gaz_publication_notice(data->publication, notice), report);
    g_autoptr(GazFonts) fonts = gaz_fonts_open("fonts", &error);

    ck_assert_ptr_nonnull(document);
    ck_assert_ptr_nonnull(fonts);
    g_unlink(path);
    ck_assert(gaz_pdf_write(document, &(GazPress){fonts, GAZ_LANGUAGES_BOTH, false}, path, NULL, &error));
}

/* Sets `notice` of data/`folder` at `path`. */
static inline void set_notice(const char *folder, const char *notice, const char *path)
{
    g_autofree char *data_folder = g_build_filename("data", folder, NULL);

    set_notice_of(data_folder, notice, path);
}

static inline void run(const char *const *arguments, char **output)
{
    g_autoptr(GError) error = NULL;
    int status = -1;

    ck_assert(g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, NULL,
                           &status, &error));
    ck_assert_int_eq(status, 0);
}

/* A page as a picture, DOTS_A_MM dots a millimetre. Yours: cairo_surface_destroy(). */
static inline cairo_surface_t *picture_of(const char *path, unsigned page)
{
    g_autofree char *number = g_strdup_printf("%u", page), *dpi = g_strdup_printf("%d", DPI);
    g_autofree char *root = g_strdup_printf("%s-%u", path, page), *png = g_strconcat(root, ".png", NULL);
    const char *arguments[] = {"pdftoppm", "-r",   dpi,           "-f", number, "-l",
                               number,     "-png", "-singlefile", path, root,   NULL};
    cairo_surface_t *picture;

    run(arguments, NULL);
    picture = cairo_image_surface_create_from_png(png);
    ck_assert_int_eq(cairo_surface_status(picture), CAIRO_STATUS_SUCCESS);
    g_unlink(png);
    return picture;
}

typedef enum { INK_ANY, INK_RED, INK_BLACK } Ink;

static inline bool is_ink(cairo_surface_t *picture, int x, int y, Ink ink)
{
    const unsigned char *row =
        cairo_image_surface_get_data(picture) + y * cairo_image_surface_get_stride(picture);
    guint32 pixel = ((const guint32 *)(const void *)row)[x];
    int red = pixel >> 16 & 255, green = pixel >> 8 & 255, blue = pixel & 255;
    bool is_red = red > 150 && green < 120 && blue < 120, is_black = red < 120 && green < 120 && blue < 120;

    return ink == INK_RED ? is_red : ink == INK_BLACK ? is_black : is_red || is_black;
}

/* The ink inside a rectangle, all in mm; `left` < 0: there is none. */
typedef struct {
    double left, right, top, bottom;
} Extents;

static inline Extents extents(cairo_surface_t *picture, double left, double right, double top, double bottom,
                              Ink ink)
{
    Extents found = {-1, -1, -1, -1};

    for (int y = (int)(top * DOTS_A_MM); y < (int)(bottom * DOTS_A_MM); y++)
        for (int x = (int)(left * DOTS_A_MM); x < (int)(right * DOTS_A_MM); x++) {
            if (!is_ink(picture, x, y, ink))
                continue;
            if (found.left < 0)
                found = (Extents){x, x, y, y};
            found.left = MIN(found.left, x);
            found.right = MAX(found.right, x);
            found.bottom = y;
        }
    if (found.left < 0)
        return found;
    return (Extents){found.left / DOTS_A_MM, (found.right + 1) / DOTS_A_MM, found.top / DOTS_A_MM,
                     (found.bottom + 1) / DOTS_A_MM};
}

/* The n-th rule (row of ink longer than `longer`) below `from`, its top in mm; -1: none. */
static inline double rule_below(cairo_surface_t *picture, double from, double longer, Ink ink)
{
    int height = cairo_image_surface_get_height(picture), width = cairo_image_surface_get_width(picture);

    for (int y = (int)(from * DOTS_A_MM); y < height; y++) {
        int dots = 0;

        for (int x = 0; x < width; x++)
            dots += is_ink(picture, x, y, ink);
        if (dots > longer * DOTS_A_MM)
            return (double)y / DOTS_A_MM;
    }
    return -1;
}

#endif
