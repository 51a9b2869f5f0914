/* columns.h - how wide a table's columns are, and how its cells are set. Private to layout/. Lengths in pt.
 */
#ifndef GAZETTE_LAYOUT_COLUMNS_H
#define GAZETTE_LAYOUT_COLUMNS_H
#include "layout/flow.h"

#define GAZ_CELL_SIZE_ZH 9.0
#define GAZ_CELL_SIZE_EN 7.5
#define GAZ_CELL_PAD 3.0

/* The languages that a table speaks. */
typedef struct {
    bool zh, en;
} GazCellLook;

GazCellLook gaz_cell_look(const GazFlow *flow);

/* `head`: headings, names of groups, sums. */
GazSetting gaz_cell_setting(GazLanguage language, bool head, double measure);

/* From line to line. */
double gaz_cell_pitch(GazLanguage language);

/* Whether a cell shows `text` in `language`: a text that is the same in both is shown once. */
bool gaz_cell_shows(const GazCellLook *look, const GazText *text, GazLanguage language);

bool gaz_has_han(const char *text);

/* The widths, padding included, at which the table is least high, as far as a sample of its rows tells: they
 * fill the flow's. A row may turn over; no number or word is cut for it where there is room. */
void gaz_columns_find(GazFlow *flow, const GazGrid *grid, GazCellLook look, double *widths);

/* The width that the table needs so that no number or word is cut. */
double gaz_columns_least(GazFlow *flow, const GazGrid *grid, GazCellLook look);

#endif
