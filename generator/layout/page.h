/* page.h - one page as a list of marks, in the order they are drawn and tagged. Drawing decides nothing. */
#ifndef GAZETTE_LAYOUT_PAGE_H
#define GAZETTE_LAYOUT_PAGE_H
#include "layout/layout.h"
#include "layout/paragraph.h"

typedef enum {
    GAZ_INK_BLACK,
    GAZ_INK_RED,
    GAZ_INK_GREY,
    GAZ_INK_LIGHT,
    GAZ_INK_DARK,
    GAZ_INK_WHITE,
    GAZ_INKS
} GazInk;

typedef enum {
    GAZ_MARK_GLYPHS, /* at x, y (baseline) */
    GAZ_MARK_FILL,   /* rectangle */
    GAZ_MARK_FRAME,  /* outline of a rectangle, `thickness` wide; dashed where `dashed` */
    GAZ_MARK_LINE,   /* from x, y by width, height */
    GAZ_MARK_IMAGE,  /* what `image` shows, filling the rectangle; what is below shows through as ink does */
    GAZ_MARK_OPEN,   /* begins a structure element `name`, described by `element` */
    GAZ_MARK_CLOSE,  /* ends the one called `name` */
    GAZ_MARK_TARGET, /* a place that links lead to, called `name` */
    GAZ_MARK_OUTLINE /* an entry of the outline: `name`, at level `thickness` */
} GazMarkKind;

/* A structure element of the PDF. Furniture (page numbers, rules, repeated headings) is one called "Private".
 */
typedef struct {
    const char *target;      /* of a Link: an address or "#name" of a target; NULL elsewhere */
    const char *language;    /* "zh-CN", "en"; NULL: as what it stands in */
    const char *alternative; /* of a Figure, and what a Link leads to; NULL elsewhere */
    const char *scope;       /* of a TH: "Column", "Row"; NULL elsewhere */
    unsigned columns;        /* that a TH spans; 0 and 1: one */
} GazElement;

typedef struct {
    GazMarkKind kind;
    GazInk ink;
    double x, y, width, height; /* [pt] from the page's top left corner */
    double thickness;           /* [pt] */
    bool dashed;
    bool turned;           /* glyphs: by a quarter clockwise around x, y */
    const char *name;      /* lent by the document's or the layout's arena */
    GazElement element;    /* the same */
    GazGlyphs *glyphs;     /* a reference of the page's own */
    const char *text;      /* that they show a part of; lent by the document or the layout */
    GazLanguage language;  /* of words in a figure */
    const GazImage *image; /* lent by the document */
} GazMark;

GArray *gaz_marks_new(void); /* of GazMark, owning their glyphs. Yours: g_array_unref() */

typedef struct {
    double width, height; /* [pt] */
    unsigned number;      /* 1 and up */
    GArray *marks;        /* of GazMark */
} GazPage;

/* Takes each page as it is done, perhaps in a thread of its own; false, with `error` set, stops. */
typedef bool (*GazPageSink)(const GazPage *page, void *user, GError **error);

/* Lays out `document`, page by page. Elements may stay open from one page to the next. `sink` has had all
 * pages, and isn't called any more, when this comes back. */
bool gaz_layout(const GazDocument *document, const GazPress *press, GazPageSink sink, void *user,
                GError **error);

#endif
