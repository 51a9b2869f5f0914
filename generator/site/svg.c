/* svg.c - paths and texts. */
#include "site/svg.h"
#include "site/html.h"
#include <glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *class;
    GString *data;
} Layer;

typedef struct {
    const char *class;
    int64_t x, y;
    char *words;
} Words;

struct GazDrawing {
    GString *svg;
    GArray *layers; /* of Layer, the lowest first */
    GArray *words;  /* of Words: above all layers */
};

static void clear_layer(void *data)
{
    g_string_free(((Layer *)data)->data, TRUE);
}

static void clear_words(void *data)
{
    g_free(((Words *)data)->words);
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

GazDrawing *gaz_svg_begin(const char *class, int64_t width, int64_t height)
{
    GazDrawing *drawing = g_new0(GazDrawing, 1);

    drawing->svg = g_string_new("<svg xmlns=\"http://www.w3.org/2000/svg\"");
    drawing->layers = g_array_new(FALSE, FALSE, sizeof(Layer));
    g_array_set_clear_func(drawing->layers, clear_layer);
    drawing->words = g_array_new(FALSE, FALSE, sizeof(Words));
    g_array_set_clear_func(drawing->words, clear_words);
    gaz_html_add_value(drawing->svg, "class", class);
    g_string_append(drawing->svg, " viewBox=\"0 0");
    add_point(drawing->svg, ' ', width, height);
    g_string_append_c(drawing->svg, '"');
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
    Words added = {class, x, y, g_strdup(words)};

    g_array_append_val(drawing->words, added);
}

static void add_path(GString *svg, const Layer *layer)
{
    g_string_append(svg, "<path");
    gaz_html_add_value(svg, "class", layer->class);
    gaz_html_add_value(svg, "d", layer->data->str);
    g_string_append(svg, "></path>");
}

static void add_words(GString *svg, const Words *words)
{
    g_string_append(svg, "<text");
    gaz_html_add_value(svg, "class", words->class);
    add_step(g_string_append(svg, " x="), '"', words->x);
    add_step(g_string_append(svg, "\" y="), '"', words->y);
    gaz_html_add_text(g_string_append(svg, "\">"), words->words);
    g_string_append(svg, "</text>");
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
    for (unsigned i = 0; i < drawing->words->len; i++)
        add_words(svg, &g_array_index(drawing->words, Words, i));
    g_string_append(svg, "</svg>");
    g_array_unref(drawing->layers);
    g_array_unref(drawing->words);
    g_free(drawing);
    return g_string_free(svg, FALSE);
}
