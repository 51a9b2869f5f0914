/* svg.c - paths and texts. */
#include "site/svg.h"
#include "site/append.h"
#include "site/html.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST 24 /* a command and a length, in bytes */

typedef struct {
    const char *class;
    GString *data;
} Layer;

struct GazDrawing {
    GString *svg;
    GArray *layers; /* of Layer, the lowest first */
    GString *words; /* above all layers */
};

static void clear_layer(void *data)
{
    g_string_free(((Layer *)data)->data, TRUE);
}

/* Hundredths without trailing zeros: 4400 is "44", 4405 "44.05". Returns where the text ends. */
static char *put_length(char *at, int64_t hundredths)
{
    uint64_t rest = (uint64_t)llabs((long long)hundredths), whole = rest / 100;
    unsigned fraction = (unsigned)(rest % 100);
    char digits[20];
    unsigned count = 0;

    if (hundredths < 0)
        *at++ = '-';
    do
        digits[count++] = (char)('0' + whole % 10);
    while ((whole /= 10) > 0);
    while (count > 0)
        *at++ = digits[--count];
    if (fraction == 0)
        return at;
    *at++ = '.';
    *at++ = (char)('0' + fraction / 10);
    if (fraction % 10 != 0)
        *at++ = (char)('0' + fraction % 10);
    return at;
}

static char *put_step(char *at, char command, int64_t length)
{
    *at = command;
    return put_length(at + 1, length);
}

static char *put_point(char *at, char command, int64_t x, int64_t y)
{
    return put_step(put_step(at, command, x), ' ', y);
}

static void add_put(GString *text, const char *put, const char *end)
{
    gaz_append_len(text, put, (size_t)(end - put));
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

static GArray *new_layers(void)
{
    GArray *layers = g_array_new(FALSE, FALSE, sizeof(Layer));

    g_array_set_clear_func(layers, clear_layer);
    return layers;
}

GazDrawing *gaz_svg_begin(const char *class, int64_t width, int64_t height)
{
    GazDrawing *drawing = g_new0(GazDrawing, 1);
    char size[2 * LONGEST];

    drawing->svg = g_string_new("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    drawing->layers = new_layers();
    drawing->words = g_string_new(NULL);
    gaz_html_add_value(drawing->svg, "class", class);
    g_string_append(drawing->svg, " viewBox=\"0 0");
    add_put(drawing->svg, size, put_point(size, ' ', width, height));
    g_string_append_c(drawing->svg, '"');
    return drawing;
}

static GString *dup_text(const GString *text)
{
    return g_string_new_len(text->str, (gssize)text->len);
}

GazDrawing *gaz_svg_dup(const GazDrawing *drawing)
{
    GazDrawing *own = g_new0(GazDrawing, 1);

    own->svg = dup_text(drawing->svg);
    own->layers = new_layers();
    for (unsigned i = 0; i < drawing->layers->len; i++) {
        Layer layer = g_array_index(drawing->layers, Layer, i);

        layer.data = dup_text(layer.data);
        g_array_append_val(own->layers, layer);
    }
    own->words = dup_text(drawing->words);
    return own;
}

void gaz_svg_free(GazDrawing *drawing)
{
    if (drawing != NULL)
        g_free(gaz_svg_end(drawing, NULL));
}

void gaz_svg_rect(GazDrawing *drawing, const char *class, GazRect rect)
{
    char path[6 * LONGEST], *at = put_point(path, 'M', rect.x, rect.y);

    at = put_step(at, 'h', rect.width);
    at = put_step(at, 'v', rect.height);
    at = put_step(at, 'h', -rect.width);
    *at++ = 'z';
    add_put(layer_of(drawing, class), path, at);
}

void gaz_svg_line(GazDrawing *drawing, const char *class, int64_t x1, int64_t y1, int64_t x2, int64_t y2)
{
    char path[4 * LONGEST];

    add_put(layer_of(drawing, class), path, put_point(put_point(path, 'M', x1, y1), 'L', x2, y2));
}

void gaz_svg_cross(GazDrawing *drawing, const char *class, int64_t x, int64_t y, int64_t half)
{
    gaz_svg_line(drawing, class, x - half, y - half, x + half, y + half);
    gaz_svg_line(drawing, class, x - half, y + half, x + half, y - half);
}

/* A class is one of ours, which nothing in needs to be escaped. */
static void begin_text(GString *words, const char *class, int64_t x, int64_t y)
{
    char place[2 * LONGEST + 16], *at = put_step(g_stpcpy(place, "\" x="), '"', x);

    at = put_step(g_stpcpy(at, "\" y="), '"', y);
    gaz_append(words, "<text class=\"");
    gaz_append(words, class);
    add_put(words, place, g_stpcpy(at, "\">"));
}

void gaz_svg_text(GazDrawing *drawing, const char *class, int64_t x, int64_t y, const char *words)
{
    begin_text(drawing->words, class, x, y);
    gaz_html_add_text(drawing->words, words);
    gaz_append(drawing->words, "</text>");
}

void gaz_svg_number(GazDrawing *drawing, const char *class, int64_t x, int64_t y, int number)
{
    char digits[LONGEST];

    begin_text(drawing->words, class, x, y);
    add_put(drawing->words, digits, put_length(digits, (int64_t)number * 100));
    gaz_append(drawing->words, "</text>");
}

static void add_path(GString *svg, const Layer *layer)
{
    gaz_append(svg, "<path class=\"");
    gaz_append(svg, layer->class);
    gaz_append(svg, "\" d=\"");
    gaz_append_len(svg, layer->data->str, layer->data->len); /* letters and numbers */
    gaz_append(svg, "\"></path>");
}

char *gaz_svg_end(GazDrawing *drawing, const char *label)
{
    GString *svg = drawing->svg;

    gaz_html_add_value(svg, label == NULL ? "aria-hidden" : "role", label == NULL ? "true" : "img");
    if (label != NULL)
        gaz_html_add_value(svg, "aria-labelledby", label);
    g_string_append_c(svg, '>');
    for (unsigned i = 0; i < drawing->layers->len; i++)
        add_path(svg, &g_array_index(drawing->layers, Layer, i));
    gaz_append_len(svg, drawing->words->str, drawing->words->len);
    gaz_append(svg, "</svg>");
    g_array_unref(drawing->layers);
    g_string_free(drawing->words, TRUE);
    g_free(drawing);
    return g_string_free(svg, FALSE);
}
