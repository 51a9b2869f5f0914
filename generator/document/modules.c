/* modules.c - libqrencode's symbol, read row by row. */
#include "document/modules.h"

#include <glib.h>
#include <qrencode.h>

struct GazModules {
    QRcode *symbol;
};

GazModules *gaz_modules_new(const char *text)
{
    QRcode *symbol = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    GazModules *modules;

    if (symbol == NULL)
        return NULL;
    modules = g_new(GazModules, 1);
    modules->symbol = symbol;
    return modules;
}

void gaz_modules_free(GazModules *modules)
{
    if (modules == NULL)
        return;
    QRcode_free(modules->symbol);
    g_free(modules);
}

unsigned gaz_modules_side(const GazModules *modules)
{
    return (unsigned)modules->symbol->width;
}

unsigned gaz_modules_run(const GazModules *modules, unsigned x, unsigned y)
{
    unsigned side = gaz_modules_side(modules), end = x;

    while (end < side && (modules->symbol->data[y * side + end] & 1) != 0)
        end++;
    return end - x;
}
