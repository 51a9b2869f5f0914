/* svg.c - shapes as elements. */
#include "site/svg.h"
#include <glib.h>
#include <stdlib.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

/* Hundredths without trailing zeros: 4400 is "44", 4405 "44.05". */
static char *length(int64_t hundredths)
{
    const char *sign = hundredths < 0 ? "-" : "";
    long long whole = llabs((long long)hundredths) / 100, rest = llabs((long long)hundredths) % 100;

    if (rest == 0)
        return g_strdup_printf("%s%lld", sign, whole);
    return rest % 10 == 0 ? g_strdup_printf("%s%lld.%lld", sign, whole, rest / 10)
                          : g_strdup_printf("%s%lld.%02lld", sign, whole, rest);
}

static void set_length(xmlNodePtr node, const char *name, int64_t hundredths)
{
    g_autofree char *text = length(hundredths);

    xmlSetProp(node, BAD_CAST name, BAD_CAST text);
}

static xmlNodePtr shape(xmlNodePtr svg, const char *name, const char *class)
{
    xmlNodePtr node = xmlNewChild(svg, svg->ns, BAD_CAST name, NULL);

    xmlSetProp(node, BAD_CAST "class", BAD_CAST class);
    return node;
}

xmlNodePtr gaz_svg_new(xmlNodePtr parent, const char *class, int64_t width, int64_t height)
{
    xmlNodePtr svg = xmlNewChild(parent, NULL, BAD_CAST "svg", NULL);
    g_autofree char *w = length(width), *h = length(height), *box = g_strdup_printf("0 0 %s %s", w, h);

    xmlSetNs(svg, xmlNewNs(svg, BAD_CAST SVG_NAMESPACE, NULL));
    xmlSetProp(svg, BAD_CAST "class", BAD_CAST class);
    xmlSetProp(svg, BAD_CAST "viewBox", BAD_CAST box);
    return svg;
}

void gaz_svg_rect(xmlNodePtr svg, const char *class, GazRect rect)
{
    xmlNodePtr node = shape(svg, "rect", class);

    set_length(node, "x", rect.x);
    set_length(node, "y", rect.y);
    set_length(node, "width", rect.width);
    set_length(node, "height", rect.height);
}

void gaz_svg_path(xmlNodePtr svg, const char *class, const char *data)
{
    xmlSetProp(shape(svg, "path", class), BAD_CAST "d", BAD_CAST data);
}

static void take_path(xmlNodePtr svg, const char *class, char *data)
{
    gaz_svg_path(svg, class, data);
    g_free(data);
}

void gaz_svg_line(xmlNodePtr svg, const char *class, int64_t x1, int64_t y1, int64_t x2, int64_t y2)
{
    g_autofree char *a = length(x1), *b = length(y1), *c = length(x2), *d = length(y2);

    take_path(svg, class, g_strdup_printf("M%s %sL%s %s", a, b, c, d));
}

void gaz_svg_cross(xmlNodePtr svg, const char *class, int64_t x, int64_t y, int64_t half)
{
    g_autofree char *left = length(x - half), *right = length(x + half);
    g_autofree char *top = length(y - half), *bottom = length(y + half);

    take_path(
        svg, class,
        g_strdup_printf("M%s %sL%s %sM%s %sL%s %s", left, top, right, bottom, left, bottom, right, top));
}

xmlNodePtr gaz_svg_text(xmlNodePtr svg, const char *class, int64_t x, int64_t y)
{
    xmlNodePtr node = shape(svg, "text", class);

    set_length(node, "x", x);
    set_length(node, "y", y);
    return node;
}
