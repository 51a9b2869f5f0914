/* lettering.c - codes in strings, with what their widths don't say between them. */
#include "pdf/lettering.h"

#include "pdf/syntax.h"
#include <math.h>
#include <string.h>

struct GazLettering {
    GazTypefaces *typefaces;
    GString *to;
    const GazSized *font; /* that is set; NULL: none */
    bool open;            /* whether a text object is */
    bool upright;         /* whether its lines are placed by their distance from the last */
    double x, y;          /* [pt] of the line before, as rounded */
    GString *string;      /* codes and adjustments shown together */
    bool adjusted;
    double want, have; /* [1/1000 of the size] where the next glyph should stand, and would */
};

GazLettering *gaz_lettering_new(GazTypefaces *typefaces, GString *to)
{
    GazLettering *lettering = g_new0(GazLettering, 1);

    lettering->typefaces = typefaces;
    lettering->to = to;
    lettering->string = g_string_new(NULL);
    return lettering;
}

void gaz_lettering_free(GazLettering *lettering)
{
    if (lettering == NULL)
        return;
    g_string_free(lettering->string, TRUE);
    g_free(lettering);
}

void gaz_lettering_begin_page(GazLettering *lettering)
{
    lettering->font = NULL;
}

void gaz_lettering_end(GazLettering *lettering)
{
    if (lettering->open)
        g_string_append(lettering->to, "ET\n");
    lettering->open = false;
}

static void begin(GazLettering *lettering)
{
    if (lettering->open)
        return;
    g_string_append(lettering->to, "BT\n");
    lettering->open = true;
    lettering->upright = true;
    lettering->x = lettering->y = 0;
}

static void set_font(GazLettering *lettering, const GazSized *font)
{
    if (lettering->font == font)
        return;
    lettering->font = font;
    g_string_append(lettering->to, "/F");
    gaz_put_unsigned(lettering->to, font->typeface->number);
    g_string_append_c(lettering->to, ' ');
    gaz_put_number(lettering->to, font->size);
    g_string_append(lettering->to, " Tf ");
}

static double rounded(double length)
{
    return round(length * 100) / 100;
}

/* Turned text, or any after it, is placed by a matrix, other text from where the last line began. */
static void place(GazLettering *lettering, double x, double y, bool turned)
{
    const double from[] = {x - lettering->x, y - lettering->y}, at[] = {x, y};

    if (turned || !lettering->upright) {
        g_string_append(lettering->to, turned ? "0 -1 1 0 " : "1 0 0 1 ");
        gaz_put_numbers(lettering->to, at, 2);
        g_string_append(lettering->to, "Tm ");
    } else {
        gaz_put_numbers(lettering->to, from, 2);
        g_string_append(lettering->to, "Td ");
    }
    lettering->upright = !turned;
    lettering->x = x;
    lettering->y = y;
}

/* What is collected becomes one operator. */
static void flush(GazLettering *lettering)
{
    GString *to = lettering->to, *string = lettering->string;

    if (string->len == 0)
        return;
    g_string_append(to, lettering->adjusted ? "[(" : "(");
    g_string_append_len(to, string->str, (gssize)string->len);
    g_string_append(to, lettering->adjusted ? ")]TJ\n" : ")Tj\n");
    g_string_truncate(string, 0);
    lettering->adjusted = false;
}

/* Moves the next glyph to where it should stand; what is less than a thousandth of the size waits. */
static void adjust(GazLettering *lettering, double want)
{
    double off = round(lettering->have - want);

    if (off == 0)
        return;
    g_string_append_c(lettering->string, ')');
    gaz_put_number(lettering->string, off);
    g_string_append_c(lettering->string, '(');
    lettering->adjusted = true;
    lettering->have -= off;
}

static void put_code(GString *to, unsigned code)
{
    const char bytes[] = {(char)(code >> 8), (char)code};

    for (unsigned i = 0; i < 2; i++) {
        if (strchr("()\\", bytes[i]) != NULL && bytes[i] != '\0')
            g_string_append_c(to, '\\');
        if (bytes[i] == '\r') /* a bare one would be read as a line feed */
            g_string_append(to, "\\r");
        else
            g_string_append_c(to, bytes[i]);
    }
}

/* Above or below the baseline, as marks on letters may be. */
static void set_rise(GazLettering *lettering, double by)
{
    flush(lettering);
    gaz_put_number(lettering->to, by);
    g_string_append(lettering->to, " Ts ");
}

static void show_glyph(GazLettering *lettering, const GazGlyph *glyph, const char *text, size_t length)
{
    double scale = 1000 / (PANGO_SCALE * lettering->font->size);
    bool seen = (glyph->code & PANGO_GLYPH_UNKNOWN_FLAG) == 0 && glyph->code != PANGO_GLYPH_EMPTY;
    unsigned code = seen ? gaz_typeface_code(lettering->font->typeface, glyph->code, text, length) : 0;
    int rise = glyph->y_offset;

    if (code != 0) {
        if (rise != 0)
            set_rise(lettering, -rise / (double)PANGO_SCALE);
        adjust(lettering, lettering->want + glyph->x_offset * scale);
        put_code(lettering->string, code);
        lettering->have += gaz_typeface_width(lettering->font->typeface, code);
        if (rise != 0)
            set_rise(lettering, 0);
    }
    lettering->want += glyph->width * scale;
}

/* Several glyphs for one text, or a text too long for a code: what they say is said around them (14.9.4). */
static void show_together(GazLettering *lettering, const GazGlyph *glyphs, int count, const char *text,
                          size_t length)
{
    g_autofree char *said = g_strndup(text, length);
    size_t first = (size_t)(g_utf8_next_char(text) - text);

    flush(lettering);
    g_string_append(lettering->to, "/Span<</ActualText");
    gaz_put_text(lettering->to, said);
    g_string_append(lettering->to, ">>BDC ");
    for (int i = 0; i < count; i++)
        show_glyph(lettering, &glyphs[i], text, MIN(first, length));
    flush(lettering);
    g_string_append(lettering->to, "EMC\n");
}

/* The text of the cluster whose glyphs are `first` up to `end`: [bytes] from `*from`. Right to left, the
 * clusters before it on the page come after it in the text. */
static int cluster_end(const GazGlyphs *all, int first, int end)
{
    if (!all->backwards)
        return end < all->count ? all->glyphs[end].cluster : all->length;
    return first > 0 ? all->glyphs[first - 1].cluster : all->length;
}

static void show_clusters(GazLettering *lettering, const GazGlyphs *all, const char *text)
{
    const GazGlyph *glyphs = all->glyphs;

    for (int first = 0, end; first < all->count; first = end) {
        int from = glyphs[first].cluster;
        size_t length;

        for (end = first + 1; end < all->count && glyphs[end].cluster == from;)
            end++;
        length = (size_t)(cluster_end(all, first, end) - from);
        if (end == first + 1 && length < GAZ_CODE_TEXT)
            show_glyph(lettering, &glyphs[first], text + from, length);
        else
            show_together(lettering, &glyphs[first], end - first, text + from, length);
    }
}

void gaz_lettering_show(GazLettering *lettering, const GazMark *mark, double y)
{
    begin(lettering);
    set_font(lettering, gaz_typefaces_find(lettering->typefaces, mark->glyphs->font));
    place(lettering, rounded(mark->x), rounded(y), mark->turned);
    lettering->want = lettering->have = 0;
    show_clusters(lettering, mark->glyphs, mark->text + mark->glyphs->start);
    flush(lettering);
}
