/* qr.c - libqrencode's modules as one path, a run of dark modules at a time. */
#include "site/qr.h"
#include "site/svg.h"
#include <qrencode.h>

enum { QUIET = 4, UNIT = 100 };

static bool is_dark(const QRcode *code, int x, int y)
{
    return x < code->width && (code->data[y * code->width + x] & 1) != 0;
}

static void add_row(GString *path, const QRcode *code, int y)
{
    for (int x = 0; x < code->width; x++) {
        int from = x;

        while (is_dark(code, x, y))
            x++;
        if (x > from)
            g_string_append_printf(path, "M%d %dh%dv1h-%dz", from + QUIET, y + QUIET, x - from, x - from);
    }
}

bool gaz_qr_add(xmlNodePtr parent, const char *text)
{
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    g_autoptr(GString) path = g_string_new(NULL);
    int64_t side;
    xmlNodePtr svg;

    if (code == NULL)
        return false;
    side = (int64_t)(code->width + 2 * QUIET) * UNIT;
    svg = gaz_svg_new(parent, "qr", side, side);
    gaz_svg_rect(svg, "qr-ground", (GazRect){0, 0, side, side});
    for (int y = 0; y < code->width; y++)
        add_row(path, code, y);
    gaz_svg_path(svg, "qr-code", path->str);
    QRcode_free(code);
    return true;
}
