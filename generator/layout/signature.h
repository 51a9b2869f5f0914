/* signature.h - who signs and when (GB/T 9704 7.3.5). Private to layout/. */
#ifndef GAZETTE_LAYOUT_SIGNATURE_H
#define GAZETTE_LAYOUT_SIGNATURE_H
#include "layout/flow.h"

/* The names of a SIGNATURE, and the DATE after it, which stay together. */
void gaz_signature_layout(GazFlow *flow, const GazNode *node);

/* A DATE that follows no signature. */
void gaz_signature_date(GazFlow *flow, const GazNode *node);

#endif
