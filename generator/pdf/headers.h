/* headers.h - which header cells each cell of a table has (ISO 32000-1, 14.8.5.7). A table whose rows stand
 * in groups names them, as a group's heading is in another row than its cells; elsewhere the scopes of the
 * headers say enough. Private to pdf/. */
#ifndef GAZETTE_PDF_HEADERS_H
#define GAZETTE_PDF_HEADERS_H
#include "layout/page.h"
#include "pdf/objects.h"

typedef struct GazHeaders GazHeaders;

/* Borrows `objects`. Yours: gaz_headers_free(). */
GazHeaders *gaz_headers_new(GazObjects *objects);
void gaz_headers_free(GazHeaders *headers);

/* A table begins; one of its parts, a TBody or TFoot, begins. */
void gaz_headers_begin_table(GazHeaders *headers);
void gaz_headers_begin_part(GazHeaders *headers);

/* A cell of the row at hand, held until the row ends, as its headers may stand behind it. `number`: its
 * object's; `body`: its dictionary without the end. */
void gaz_headers_add_cell(GazHeaders *headers, unsigned number, const GString *body,
                          const GazElement *element);
void gaz_headers_end_row(GazHeaders *headers);

/* Gives an element a name by which others find it, put at the end of its dictionary. Names are given in their
 * order. */
unsigned gaz_headers_name(GazHeaders *headers, unsigned number, GString *body);

/* The tree of all names; 0: there are none. */
unsigned gaz_headers_finish(GazHeaders *headers);

#endif
