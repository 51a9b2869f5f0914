/* share.c - one row a line over the accounting year: what was asked in grey, what was verified in blue. Few
 * colours and whole pixels make a small file, which is packed twenty times as fast as one of all colours. */
#include "site/share.h"
#include "site/calendar.h"
#include <errno.h>
#include <gio/gio.h>
#include <png.h>
#include <string.h>

enum { WIDTH = GAZ_SHARE_WIDTH, HEIGHT = GAZ_SHARE_HEIGHT, MARGIN = 60, MOST_ROWS = 60 };

typedef enum { PAPER, YEAR, ASKED, VERIFIED, COLOURS } Colour;

static const guint8 colours[COLOURS][3] = {
    [PAPER] = {0xff, 0xff, 0xff},
    [YEAR] = {0xf3, 0xf5, 0xf7},
    [ASKED] = {0xc9, 0xd3, 0xdc},
    [VERIFIED] = {0x14, 0x50, 0x7f},
};

/* A row of the picture, from `y` down. */
typedef struct {
    int y, height;
} Row;

static void fill(GazShare *picture, Row row, int64_t from, int64_t to, Colour colour)
{
    for (int y = row.y; y < row.y + row.height; y++)
        memset(picture->pixels[y] + from, (int)colour, (size_t)(to - from));
}

static void draw_span(GazShare *picture, const GazAccount *account, GazSpan span, Row row, Colour colour)
{
    int64_t length = account->year.end - account->year.start;
    int64_t start = MAX(span.start, account->year.start), end = MIN(span.end, account->year.end);
    int64_t from = (start - account->year.start) * (WIDTH - 2 * MARGIN) / length;
    int64_t to = (end - account->year.start) * (WIDTH - 2 * MARGIN) / length;

    if (end > start)
        fill(picture, row, MARGIN + from, MARGIN + to, colour);
}

static void draw_account(GazShare *picture, const GazAccount *account, Row row)
{
    fill(picture, row, MARGIN, WIDTH - MARGIN, YEAR);
    for (unsigned i = 0; i < account->windows->len; i++)
        draw_span(picture, account, g_array_index(account->windows, GazWindow, i).span, row, ASKED);
    for (unsigned i = 0; i < account->stops->len; i++) {
        const GazStop *stop = &g_array_index(account->stops, GazStop, i);

        if (stop->counts)
            draw_span(picture, account, stop->span, row, VERIFIED);
    }
}

/* So many of the lines as rows of at least 7 pixels leave room for, evenly chosen. */
GazShare *gaz_share_draw(const GazAssessment *assessment)
{
    const GPtrArray *accounts = gaz_assessment_accounts(assessment);
    GazShare *picture = g_new(GazShare, 1);
    int rows = (int)MIN(accounts->len, MOST_ROWS);

    memset(picture->pixels, PAPER, sizeof picture->pixels);
    for (int i = 0; i < rows; i++) {
        int y = MARGIN + i * (HEIGHT - 2 * MARGIN) / rows;
        int next = MARGIN + (i + 1) * (HEIGHT - 2 * MARGIN) / rows;

        draw_account(picture, accounts->pdata[(unsigned)i * accounts->len / (unsigned)rows],
                     (Row){y, MAX(1, next - y - 2)});
    }
    return picture;
}

bool gaz_share_write(const GazShare *share, const char *path, GError **error)
{
    png_image image = {.version = PNG_IMAGE_VERSION,
                       .width = WIDTH,
                       .height = HEIGHT,
                       .format = PNG_FORMAT_RGB_COLORMAP,
                       .flags = PNG_IMAGE_FLAG_FAST,
                       .colormap_entries = COLOURS};

    if (png_image_write_to_file(&image, path, 0, share->pixels, 0, colours))
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, image.message);
    return false;
}
