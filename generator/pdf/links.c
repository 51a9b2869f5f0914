/* links.c - the link at hand, the places where it can be clicked, and the annotations of the page at hand. */
#include "pdf/links.h"

#include "pdf/syntax.h"
#include <math.h>
#include <string.h>

/* A line of a link. */
typedef struct {
    unsigned number, page; /* objects of its annotation and its page */
    double baseline;       /* [pt] as its marks have it */
    GazExtent extent;
} Place;

struct GazLinks {
    GazObjects *objects;
    const char *target, *alternative; /* lent */
    GString *text;                    /* what the link shows */
    GArray *places;                   /* of Place */
    GString *annotations;             /* of the page: references */
    GString *body;
};

GazLinks *gaz_links_new(GazObjects *objects)
{
    GazLinks *links = g_new0(GazLinks, 1);

    links->objects = objects;
    links->text = g_string_new(NULL);
    links->places = g_array_new(FALSE, FALSE, sizeof(Place));
    links->annotations = g_string_new(NULL);
    links->body = g_string_new(NULL);
    return links;
}

void gaz_links_free(GazLinks *links)
{
    if (links == NULL)
        return;
    g_string_free(links->text, TRUE);
    g_array_unref(links->places);
    g_string_free(links->annotations, TRUE);
    g_string_free(links->body, TRUE);
    g_free(links);
}

GazExtent gaz_links_extent(const GazMark *mark, double height)
{
    double top = mark->y, bottom = mark->y + mark->height;

    if (mark->kind == GAZ_MARK_GLYPHS) {
        top = mark->y + mark->glyphs->top / (double)PANGO_SCALE;
        bottom = top + mark->glyphs->height / (double)PANGO_SCALE;
    }
    return (GazExtent){MIN(mark->x, mark->x + mark->width), height - MAX(top, bottom),
                       MAX(mark->x, mark->x + mark->width), height - MIN(top, bottom)};
}

void gaz_links_extend(GazExtent *extent, const GazExtent *more, bool first)
{
    *extent = first ? *more
                    : (GazExtent){MIN(extent->left, more->left), MIN(extent->bottom, more->bottom),
                                  MAX(extent->right, more->right), MAX(extent->top, more->top)};
}

void gaz_links_begin(GazLinks *links, const GazElement *element)
{
    links->target = element->target;
    links->alternative = element->alternative;
    g_string_truncate(links->text, 0);
    g_array_set_size(links->places, 0);
}

static void add_place(GazLinks *links, const GazMark *mark, unsigned page, double height)
{
    Place place = {gaz_objects_reserve(links->objects), page, mark->y, gaz_links_extent(mark, height)};

    g_array_append_val(links->places, place);
    gaz_put_reference(links->annotations, place.number);
    g_string_append_c(links->annotations, ' ');
}

void gaz_links_draw(GazLinks *links, const GazMark *mark, unsigned page, double height)
{
    Place *last =
        links->places->len == 0 ? NULL : &g_array_index(links->places, Place, links->places->len - 1);
    GazExtent more;

    if (mark->kind != GAZ_MARK_GLYPHS)
        return;
    g_string_append_len(links->text, mark->text + mark->glyphs->start, mark->glyphs->length);
    if (last == NULL || last->page != page || fabs(last->baseline - mark->y) > 1) {
        add_place(links, mark, page, height);
        return;
    }
    more = gaz_links_extent(mark, height);
    gaz_links_extend(&last->extent, &more, false);
}

unsigned gaz_links_places(const GazLinks *links)
{
    return links->places->len;
}

static void put_target(GString *to, const char *target)
{
    g_string_append(to, *target == '#' ? "/Dest" : "/A<</Type/Action/S/URI/URI");
    gaz_put_bytes(to, target + (*target == '#'), strlen(target + (*target == '#')));
    g_string_append(to, *target == '#' ? "" : ">>");
}

/* PDF/UA 7.18.5: what it leads to, or what it shows; PDF/A 6.3.2: it is printed. */
void gaz_links_write(GazLinks *links, unsigned at, unsigned key, GString *kids)
{
    const Place *place = &g_array_index(links->places, Place, at);
    const double sides[] = {place->extent.left, place->extent.bottom, place->extent.right, place->extent.top};
    GString *body = links->body;

    g_string_assign(body, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    gaz_put_numbers(body, sides, G_N_ELEMENTS(sides));
    g_string_append(body, "]/StructParent ");
    gaz_put_unsigned(body, key);
    g_string_append(body, "/Contents");
    gaz_put_text(body, links->alternative != NULL ? links->alternative : links->text->str);
    put_target(body, links->target);
    g_string_append(body, ">>");
    gaz_objects_put(links->objects, place->number, body);
    g_string_append(kids, "<</Type/OBJR/Obj ");
    gaz_put_reference(kids, place->number);
    g_string_append(kids, "/Pg ");
    gaz_put_reference(kids, place->page);
    g_string_append(kids, ">>");
}

void gaz_links_end_page(GazLinks *links, GString *keys)
{
    if (links->annotations->len == 0)
        return;
    g_string_append(keys, "/Tabs/S/Annots["); /* PDF/UA 7.18.3: from link to link as they are read */
    g_string_append_len(keys, links->annotations->str, (gssize)links->annotations->len);
    g_string_append_c(keys, ']');
    g_string_truncate(links->annotations, 0);
}
