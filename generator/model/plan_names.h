/* plan_names.h - whom a row of the plan reaches and leaves out, by name in place of id or code; inside model/
 * only. */
#ifndef GAZETTE_MODEL_PLAN_NAMES_H
#define GAZETTE_MODEL_PLAN_NAMES_H
#include "model/head.h"
#include "model/values.h"

/* What `text`, the cell of `row` that is column `index` of `table`, says: of the plan's target, the line,
 * enterprise or city that the scope beside it asks for; of its excludes, each enterprise, line or kind of
 * kiln by itself; of any other column, as gaz_value_take(). `*shift` and `*taken` as there. */
GazValueKind gaz_cell_take(GazReading *reading, const GazTable *table, const GazHead *head, const GazRow *row,
                           unsigned index, const char *text, int *shift, char **taken);

#endif
