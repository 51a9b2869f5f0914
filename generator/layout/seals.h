/* seals.h - names, date and the seals over them (GB/T 9704 7.3.5.1, 7.3.5.3). Private to layout/. */
#ifndef GAZETTE_LAYOUT_SEALS_H
#define GAZETTE_LAYOUT_SEALS_H
#include "layout/flow.h"

/* Whether the SIGNATURE is one with seals. */
bool gaz_seals_wanted(const GazNode *signature);

/* Whether its seals are those of persons (7.3.5.3): their office, the seal beside it, the date below. */
bool gaz_seals_sign(const GazNode *signature);
void gaz_seals_layout_signatures(GazFlow *flow, const GazNode *signature, const GazNode *date);

/* The names of `signature`, each under its seal or the place of one, and `date` below the last; NULL: none.
 */
void gaz_seals_layout(GazFlow *flow, const GazNode *signature, const GazNode *date);

#endif
