/* grid.h - the rows of a document's table as HTML, to be put into a page as they are. A stylesheet that is
 * asked about each cell takes half of the time of a notice. */
#ifndef GAZETTE_SITE_GRID_H
#define GAZETTE_SITE_GRID_H
#include "document/document.h"
#include "site/page.h"

/* What the tables of a document share on a page. */
typedef struct GazGrids GazGrids;

/* Of a page in `language`; borrows both. Yours: gaz_grids_free(). */
GazGrids *gaz_grids_new(const GazPage *page, const GazDocument *document, GazLanguage language);
void gaz_grids_free(GazGrids *grids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazGrids, gaz_grids_free)

/* Tells the style sheet what the cells of a column are: "n" numbers, "c" centred, "pin" the first that says
 * what a row is about, which stays in sight while the others scroll. NULL: nothing. Static. */
const char *gaz_grids_class(const GazGrid *grid, unsigned column);

/* Whether the column is shown in the cell of the one before it, as it too says what a row is about: a kiln
 * after its enterprise. That one alone stays in sight on a phone. */
bool gaz_grids_joins(const GazGrid *grid, unsigned column);

/* Elements tbody, one a group with its rows, so that its heading heads only them. Of rows with the same id,
 * in several tables, the first asked for is what links lead to. What goes wrong is the run's trouble. Yours:
 * g_string_free(). */
GString *gaz_grids_bodies(GazGrids *grids, const GazGrid *grid);

#endif
