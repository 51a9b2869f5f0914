/* structure.h - the structure elements of a PDF in the order they were opened, with all that Cairo 1.16 can't
 * write of them. Private to pdf/. */
#ifndef GAZETTE_PDF_STRUCTURE_H
#define GAZETTE_PDF_STRUCTURE_H
#include "layout/page.h"

#define GAZ_FURNITURE "Private" /* page numbers, rules, repeated headings: no part of the structure */

/* [pt] from the page's bottom left corner. */
typedef struct {
    double left, bottom, right, top;
} GazExtent;

typedef struct {
    const char *name;
    GazElement element;     /* `target` isn't kept */
    unsigned parent;        /* its number; the first has itself */
    unsigned page;          /* it drew on first; from 0 */
    bool drawn, many_pages; /* whether it drew, and whether on several */
    GazExtent extent;       /* of a Figure, on its first page */
    GString *text;          /* of a Link: what it shows; NULL elsewhere */
    unsigned id;            /* of a TH that cells name as their header, of a Note: 1 and up; 0: none */
    unsigned headers[4];    /* of a cell: ids of its column's, its group's and its row's one or two headers */
} GazPart;

typedef struct GazStructure GazStructure;

GazStructure *gaz_structure_new(void); /* yours: gaz_structure_free() */
void gaz_structure_free(GazStructure *structure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazStructure, gaz_structure_free)

/* Copies what it is given. */
void gaz_structure_open(GazStructure *structure, const char *name, const GazElement *element);
void gaz_structure_close(GazStructure *structure);

/* A mark that is drawn in the element open last, on this page (from 0) of `height`. */
void gaz_structure_draw(GazStructure *structure, const GazMark *mark, unsigned page, double height);

/* To be called once all is drawn: gives the cells of grouped tables their headers, and ids to those and to
 * notes. A table without groups needs no more than its headers' scopes. */
void gaz_structure_finish(GazStructure *structure);

unsigned gaz_structure_count(const GazStructure *structure);
const GazPart *gaz_structure_get(const GazStructure *structure, unsigned at); /* lent */

#endif
