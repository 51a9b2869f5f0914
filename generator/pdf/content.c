/* content.c - pieces of marked content, and in them graphics and text; what is set already isn't set again.
 */
#include "pdf/content.h"

#include "pdf/lettering.h"
#include "pdf/syntax.h"

typedef enum { PIECE_NONE, PIECE_ELEMENT, PIECE_ARTIFACT } Piece;

struct GazContent {
    GazTags *tags;
    GazImages *images;
    GString *text;
    double height; /* [pt] of the page */
    Piece piece;
    GazInk fill, stroke;
    double thickness; /* [pt] */
    bool dashed;
    GazLettering *lettering;
};

GazContent *gaz_content_new(GazTags *tags, GazTypefaces *typefaces, GazImages *images)
{
    GazContent *content = g_new0(GazContent, 1);

    content->tags = tags;
    content->images = images;
    content->text = g_string_new(NULL);
    content->lettering = gaz_lettering_new(typefaces, content->text);
    return content;
}

void gaz_content_free(GazContent *content)
{
    if (content == NULL)
        return;
    gaz_lettering_free(content->lettering);
    g_string_free(content->text, TRUE);
    g_free(content);
}

/* A page begins in black, with lines one point thick and whole (8.4.1). */
void gaz_content_begin(GazContent *content, double height)
{
    g_string_truncate(content->text, 0);
    gaz_lettering_begin_page(content->lettering);
    content->height = height;
    content->piece = PIECE_NONE;
    content->fill = content->stroke = GAZ_INK_BLACK;
    content->thickness = 1;
    content->dashed = false;
}

static void end_piece(GazContent *content)
{
    gaz_lettering_end(content->lettering);
    if (content->piece != PIECE_NONE)
        g_string_append(content->text, "EMC\n");
    content->piece = PIECE_NONE;
}

const GString *gaz_content_end(GazContent *content)
{
    end_piece(content);
    return content->text;
}

/* A piece of furniture goes on into the next, as nobody asks where it ends. */
void gaz_content_break(GazContent *content)
{
    if (content->piece == PIECE_ELEMENT)
        end_piece(content);
}

static void begin_element(GazContent *content)
{
    unsigned number = 0;
    const char *name = gaz_tags_begin_piece(content->tags, &number);

    gaz_put_name(content->text, name);
    g_string_append(content->text, "<</MCID ");
    gaz_put_unsigned(content->text, number);
    g_string_append(content->text, ">>BDC\n");
}

/* Everything on a page is content of an element or an artifact (PDF/UA 7.1). */
static void begin_piece(GazContent *content)
{
    Piece piece = gaz_tags_in_furniture(content->tags) ? PIECE_ARTIFACT : PIECE_ELEMENT;

    if (piece == content->piece)
        return;
    end_piece(content);
    content->piece = piece;
    if (piece == PIECE_ELEMENT)
        begin_element(content);
    else
        g_string_append(content->text, "/Artifact BMC\n");
}

static void put_ink(GString *to, GazInk ink, const char *grey, const char *colour)
{
    static const double inks[GAZ_INKS][3] = {
        [GAZ_INK_BLACK] = {0, 0, 0},         [GAZ_INK_RED] = {0.85, 0.05, 0.05},
        [GAZ_INK_GREY] = {0.5, 0.5, 0.5},    [GAZ_INK_LIGHT] = {0.86, 0.88, 0.90},
        [GAZ_INK_DARK] = {0.15, 0.25, 0.38}, [GAZ_INK_WHITE] = {1, 1, 1}};
    bool even = inks[ink][0] == inks[ink][1] && inks[ink][1] == inks[ink][2];

    gaz_put_numbers(to, inks[ink], even ? 1 : 3);
    g_string_append(to, even ? grey : colour);
}

static void set_fill(GazContent *content, GazInk ink)
{
    if (content->fill != ink)
        put_ink(content->text, ink, "g ", "rg ");
    content->fill = ink;
}

static void set_stroke(GazContent *content, const GazMark *mark)
{
    if (content->stroke != mark->ink)
        put_ink(content->text, mark->ink, "G ", "RG ");
    if (content->thickness != mark->thickness) {
        gaz_put_number(content->text, mark->thickness);
        g_string_append(content->text, " w ");
    }
    if (content->dashed != mark->dashed)
        g_string_append(content->text, mark->dashed ? "[2 1.5]0 d " : "[]0 d ");
    content->stroke = mark->ink;
    content->thickness = mark->thickness;
    content->dashed = mark->dashed;
}

static void put_rectangle(const GazContent *content, const GazMark *mark)
{
    const double sides[] = {mark->x, content->height - mark->y - mark->height, mark->width, mark->height};

    gaz_put_numbers(content->text, sides, 4);
    g_string_append(content->text, "re ");
}

static void put_line(const GazContent *content, const GazMark *mark)
{
    const double from[] = {mark->x, content->height - mark->y};
    const double to[] = {mark->x + mark->width, content->height - mark->y - mark->height};

    gaz_put_numbers(content->text, from, 2);
    g_string_append(content->text, "m ");
    gaz_put_numbers(content->text, to, 2);
    g_string_append(content->text, "l ");
}

static void draw_image(GazContent *content, const GazMark *mark)
{
    gaz_lettering_end(content->lettering);
    gaz_images_draw(content->images, mark, content->height - mark->y - mark->height, content->text);
}

static void draw_graphics(GazContent *content, const GazMark *mark)
{
    gaz_lettering_end(content->lettering);
    if (mark->kind == GAZ_MARK_FILL)
        set_fill(content, mark->ink);
    else
        set_stroke(content, mark);
    if (mark->kind == GAZ_MARK_LINE)
        put_line(content, mark);
    else
        put_rectangle(content, mark);
    g_string_append(content->text, mark->kind == GAZ_MARK_FILL ? "f\n" : "S\n");
}

void gaz_content_draw(GazContent *content, const GazMark *mark)
{
    begin_piece(content);
    gaz_tags_draw(content->tags, mark);
    if (mark->kind == GAZ_MARK_IMAGE) {
        draw_image(content, mark);
    } else if (mark->kind != GAZ_MARK_GLYPHS) {
        draw_graphics(content, mark);
    } else {
        set_fill(content, mark->ink);
        gaz_lettering_show(content->lettering, mark, content->height - mark->y);
    }
}
