/* faults.c - the table of this stage's faults. */
#include "layout/faults.h"

const GazFaultKind gaz_layout_faults[] = {
    [GAZ_LAYOUT_CHARACTER_MISSING] = {"character-missing", NULL,
                                      "no face named in fonts.conf has this character"},
};
G_STATIC_ASSERT(G_N_ELEMENTS(gaz_layout_faults) == GAZ_LAYOUT_FAULTS);
