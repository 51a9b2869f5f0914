/* share.c - one row a line over the accounting year: what was asked in grey, what was verified in blue. Few
 * colours and whole pixels make a small file, which is packed twenty times as fast as one of all colours. */
#include "site/share.h"
#include "site/calendar.h"
#include <errno.h>
#include <gio/gio.h>
#include <png.h>
#include <string.h>

enum { WIDTH = GAZ_SHARE_WIDTH, HEIGHT = GAZ_SHARE_HEIGHT, MARGIN = 60 };

typedef enum { PAPER, YEAR, ASKED, VERIFIED, COLOURS } Colour;

static const guint8 colours[COLOURS][3] = {
    [PAPER] = {0xff, 0xff, 0xff},
    [YEAR] = {0xf3, 0xf5, 0xf7},
    [ASKED] = {0xc9, 0xd3, 0xdc},
    [VERIFIED] = {0x14, 0x50, 0x7f},
};

static void fill(guint8 *strip, int64_t from, int64_t to, Colour colour)
{
    memset(strip + from, (int)colour, (size_t)(to - from));
}

static void draw_span(guint8 *strip, const GazAccount *account, GazSpan span, Colour colour)
{
    int64_t length = account->year.end - account->year.start;
    int64_t start = MAX(span.start, account->year.start), end = MIN(span.end, account->year.end);
    int64_t from = (start - account->year.start) * (WIDTH - 2 * MARGIN) / length;
    int64_t to = (end - account->year.start) * (WIDTH - 2 * MARGIN) / length;

    if (end > start)
        fill(strip, MARGIN + from, MARGIN + to, colour);
}

static void draw_account(guint8 *strip, const GazAccount *account)
{
    fill(strip, 0, WIDTH, PAPER);
    fill(strip, MARGIN, WIDTH - MARGIN, YEAR);
    for (unsigned i = 0; i < account->windows->len; i++)
        draw_span(strip, account, g_array_index(account->windows, GazWindow, i).span, ASKED);
    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);

        if (stop->counts)
            draw_span(strip, account, stop->span, VERIFIED);
    }
}

/* So many of the lines as strips of at least 7 pixels leave room for, evenly chosen. */
GazShare *gaz_share_draw(const GazAssessment *assessment)
{
    const GPtrArray *accounts = gaz_assessment_accounts(assessment);
    GazShare *share = g_new0(GazShare, 1);

    share->count = (int)MIN(accounts->len, GAZ_SHARE_MOST_STRIPS);
    for (int i = 0; i < share->count; i++)
        draw_account(share->strips[i], accounts->pdata[(unsigned)i * accounts->len / (unsigned)share->count]);
    return share;
}

/* The picture's rows of pixels. Yours: g_free(). */
static guint8 *lay_out(const GazShare *share)
{
    guint8 *pixels = g_malloc((gsize)WIDTH * HEIGHT);

    memset(pixels, PAPER, (size_t)WIDTH * HEIGHT);
    for (int i = 0; i < share->count; i++) {
        int y = MARGIN + i * (HEIGHT - 2 * MARGIN) / share->count;
        int next = MARGIN + (i + 1) * (HEIGHT - 2 * MARGIN) / share->count;

        for (int row = y; row < MAX(y + 1, next - 2); row++)
            memcpy(pixels + (size_t)row * WIDTH, share->strips[i], WIDTH);
    }
    return pixels;
}

bool gaz_share_write(const GazShare *share, const char *path, GError **error)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = WIDTH,
                       .height = HEIGHT,
                       .format = PNG_FORMAT_RGB_COLORMAP,
                       .flags = PNG_IMAGE_FLAG_FAST,
                       .colormap_entries = COLOURS};
    g_autofree guint8 *pixels = lay_out(share);

    if (png_image_write_to_file(&image, path, 0, pixels, 0, colours))
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, image.message);
    return false;
}
