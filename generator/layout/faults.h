/* faults.h - what can be wrong with a document when it is to be set. */
#ifndef GAZETTE_LAYOUT_FAULTS_H
#define GAZETTE_LAYOUT_FAULTS_H
#include "base/report.h"

typedef enum { GAZ_LAYOUT_CHARACTER_MISSING, GAZ_LAYOUT_FAULTS } GazLayoutFault;

/* One row a kind; the manual's list of messages is made from it. */
extern const GazFaultKind gaz_layout_faults[GAZ_LAYOUT_FAULTS];

#endif
