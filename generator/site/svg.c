/* svg.c - paths and texts. */
#include "site/svg.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

typedef struct {
    const char *class;
    GString *data;
} Layer;

struct GazDrawing {
    xmlNodePtr svg, first_text;
    GArray *layers; /* of Layer, the lowest first */
};

static void clear_layer(void *data)
{
    g_string_free(((Layer *)data)->data, TRUE);
}

/* Hundredths without trailing zeros: 4400 is "44", 4405 "44.05". */
static void add_length(GString *text, int64_t hundredths)
{
    char digits[24];
    unsigned at = sizeof digits;
    uint64_t rest = (uint64_t)llabs((long long)hundredths);
    bool fraction = false;

    for (unsigned place = 0; place < 3 || rest > 0; place++, rest /= 10) {
        unsigned digit = (unsigned)(rest % 10);

        if (place == 2 && fraction)
            digits[--at] = '.';
        fraction = fraction || digit != 0;
        if (place >= 2 || fraction)
            digits[--at] = (char)('0' + digit);
    }
    if (hundredths < 0)
        digits[--at] = '-';
    g_string_append_len(text, digits + at, (gssize)(sizeof digits - at));
}

static void add_step(GString *data, char command, int64_t length)
{
    g_string_append_c(data, command);
    add_length(data, length);
}

static void add_point(GString *data, char command, int64_t x, int64_t y)
{
    add_step(data, command, x);
    add_step(data, ' ', y);
}

static GString *layer_of(GazDrawing *drawing, const char *class)
{
    Layer layer;

    for (unsigned i = 0; i < drawing->layers->len; i++)
        if (strcmp(g_array_index(drawing->layers, Layer, i).class, class) == 0)
            return g_array_index(drawing->layers, Layer, i).data;
    layer = (Layer){class, g_string_new(NULL)};
    g_array_append_val(drawing->layers, layer);
    return layer.data;
}

GazDrawing *gaz_svg_begin(xmlNodePtr parent, const char *class, int64_t width, int64_t height)
{
    GazDrawing *drawing = g_new0(GazDrawing, 1);
    g_autoptr(GString) box = g_string_new("0 0");

    drawing->svg = xmlNewChild(parent, NULL, BAD_CAST "svg", NULL);
    drawing->layers = g_array_new(FALSE, FALSE, sizeof(Layer));
    g_array_set_clear_func(drawing->layers, clear_layer);
    add_point(box, ' ', width, height);
    xmlSetNs(drawing->svg, xmlNewNs(drawing->svg, BAD_CAST SVG_NAMESPACE, NULL));
    xmlNewProp(drawing->svg, BAD_CAST "class", BAD_CAST class);
    xmlNewProp(drawing->svg, BAD_CAST "viewBox", BAD_CAST box->str);
    return drawing;
}

void gaz_svg_rect(GazDrawing *drawing, const char *class, GazRect rect)
{
    GString *data = layer_of(drawing, class);

    add_point(data, 'M', rect.x, rect.y);
    add_step(data, 'h', rect.width);
    add_step(data, 'v', rect.height);
    add_step(data, 'h', -rect.width);
    g_string_append_c(data, 'z');
}

void gaz_svg_line(GazDrawing *drawing, const char *class, int64_t x1, int64_t y1, int64_t x2, int64_t y2)
{
    GString *data = layer_of(drawing, class);

    add_point(data, 'M', x1, y1);
    add_point(data, 'L', x2, y2);
}

void gaz_svg_cross(GazDrawing *drawing, const char *class, int64_t x, int64_t y, int64_t half)
{
    gaz_svg_line(drawing, class, x - half, y - half, x + half, y + half);
    gaz_svg_line(drawing, class, x - half, y + half, x + half, y - half);
}

void gaz_svg_text(GazDrawing *drawing, const char *class, int64_t x, int64_t y, const char *words)
{
    xmlNodePtr node = xmlNewTextChild(drawing->svg, drawing->svg->ns, BAD_CAST "text", BAD_CAST words);
    g_autoptr(GString) place = g_string_new(NULL);

    add_length(place, x);
    xmlNewProp(node, BAD_CAST "class", BAD_CAST class);
    xmlNewProp(node, BAD_CAST "x", BAD_CAST place->str);
    g_string_truncate(place, 0);
    add_length(place, y);
    xmlNewProp(node, BAD_CAST "y", BAD_CAST place->str);
    if (drawing->first_text == NULL)
        drawing->first_text = node;
}

static void add_path(const GazDrawing *drawing, const Layer *layer)
{
    xmlNodePtr path = xmlNewDocNode(drawing->svg->doc, drawing->svg->ns, BAD_CAST "path", NULL);

    xmlNewProp(path, BAD_CAST "class", BAD_CAST layer->class);
    xmlNewProp(path, BAD_CAST "d", BAD_CAST layer->data->str);
    if (drawing->first_text != NULL)
        xmlAddPrevSibling(drawing->first_text, path);
    else
        xmlAddChild(drawing->svg, path);
}

xmlNodePtr gaz_svg_end(GazDrawing *drawing, const char *label)
{
    xmlNodePtr svg = drawing->svg;

    for (unsigned i = 0; i < drawing->layers->len; i++)
        add_path(drawing, &g_array_index(drawing->layers, Layer, i));
    if (label == NULL) {
        xmlNewProp(svg, BAD_CAST "aria-hidden", BAD_CAST "true");
    } else {
        xmlNewProp(svg, BAD_CAST "role", BAD_CAST "img");
        xmlNewProp(svg, BAD_CAST "aria-labelledby", BAD_CAST label);
    }
    g_array_unref(drawing->layers);
    g_free(drawing);
    return svg;
}
