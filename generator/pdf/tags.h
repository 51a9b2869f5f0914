/* tags.h - the structure tree (ISO 32000-1, 14.7), written element by element as they are closed: in memory
 * are only those that are open. Furniture is no part of it. Private to pdf/. */
#ifndef GAZETTE_PDF_TAGS_H
#define GAZETTE_PDF_TAGS_H
#include "layout/page.h"
#include "pdf/objects.h"

#define GAZ_FURNITURE "Private" /* page numbers, rules, repeated headings */

typedef struct GazTags GazTags;

/* Borrows `objects`. Yours: gaz_tags_free(). */
GazTags *gaz_tags_new(GazObjects *objects);
void gaz_tags_free(GazTags *tags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazTags, gaz_tags_free)

/* Names and texts are lent until the element is closed. */
void gaz_tags_open(GazTags *tags, const char *name, const GazElement *element);
void gaz_tags_close(GazTags *tags);

/* The page whose object has this number begins, `height` [pt] high; it ends: what its dictionary says of the
 * structure and of links is put at the end of `keys`. */
void gaz_tags_begin_page(GazTags *tags, unsigned page, double height);
void gaz_tags_end_page(GazTags *tags, GString *keys);

/* A piece of content in the element opened last begins: the name of that element and the piece's number on
 * the page; NULL where it is furniture. */
const char *gaz_tags_begin_piece(GazTags *tags, unsigned *number);
bool gaz_tags_in_furniture(const GazTags *tags);

/* What is drawn in the piece at hand. */
void gaz_tags_draw(GazTags *tags, const GazMark *mark);

/* The object of the element opened last, and whether that is a heading. */
unsigned gaz_tags_last(GazTags *tags);
bool gaz_tags_in_heading(const GazTags *tags);

/* Writes the rest; all elements are closed. The object of the tree. */
unsigned gaz_tags_finish(GazTags *tags);

#endif
