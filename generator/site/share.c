/* share.c - one row a line over the accounting year: what was asked in grey, what was verified in blue. */
#include "site/share.h"
#include "site/calendar.h"
#include <cairo.h>
#include <gio/gio.h>

enum { WIDTH = 1200, HEIGHT = 630, MARGIN = 60, MOST_ROWS = 60 };

static void set_colour(cairo_t *cairo, unsigned rgb)
{
    cairo_set_source_rgb(cairo, (rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

/* Whole pixels, so that no edge is blurred. */
static void draw_span(cairo_t *cairo, const GazAccount *account, GazSpan span, int y, int height)
{
    int64_t length = account->year.end - account->year.start;
    int64_t start = MAX(span.start, account->year.start), end = MIN(span.end, account->year.end);
    int64_t from = (start - account->year.start) * (WIDTH - 2 * MARGIN) / length;
    int64_t to = (end - account->year.start) * (WIDTH - 2 * MARGIN) / length;

    if (end <= start)
        return;
    cairo_rectangle(cairo, MARGIN + (double)from, y, (double)(to - from), height);
    cairo_fill(cairo);
}

static void draw_account(cairo_t *cairo, const GazAccount *account, int y, int height)
{
    set_colour(cairo, 0xf3f5f7);
    cairo_rectangle(cairo, MARGIN, y, WIDTH - 2 * MARGIN, height);
    cairo_fill(cairo);
    set_colour(cairo, 0xc9d3dc);
    for (unsigned i = 0; i < account->windows->len; i++)
        draw_span(cairo, account, g_array_index(account->windows, GazWindow, i).span, y, height);
    set_colour(cairo, 0x14507f);
    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);

        if (stop->counts)
            draw_span(cairo, account, stop->span, y, height);
    }
}

/* So many of the lines as rows of at least 7 pixels leave room for, evenly chosen. */
static void draw(cairo_t *cairo, const GPtrArray *accounts)
{
    int rows = (int)MIN(accounts->len, MOST_ROWS);

    set_colour(cairo, 0xffffff);
    cairo_paint(cairo);
    for (int i = 0; i < rows; i++) {
        int y = MARGIN + i * (HEIGHT - 2 * MARGIN) / rows;
        int next = MARGIN + (i + 1) * (HEIGHT - 2 * MARGIN) / rows;

        draw_account(cairo, accounts->pdata[(unsigned)i * accounts->len / (unsigned)rows], y,
                     MAX(1, next - y - 2));
    }
}

bool gaz_share_write(const GazAssessment *assessment, const char *path, GError **error)
{
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
    cairo_t *cairo = cairo_create(surface);
    cairo_status_t status;

    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
    draw(cairo, assessment->accounts);
    cairo_destroy(cairo);
    status = cairo_surface_write_to_png(surface, path);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}
