/* data_cells.h - what a data folder says, to compare one with another that says it in other files. */
#ifndef GAZETTE_TESTS_DATA_CELLS_H
#define GAZETTE_TESTS_DATA_CELLS_H
#include "model/data.h"

/* Every cell of every record as open data has it, a line a cell. Yours: g_free(). */
char *data_cells(const GazData *data);

#endif
