/* region.h - a province and its cities (data/rules/regions; codes by GB/T 2260). */
#ifndef GAZETTE_MODEL_REGION_H
#define GAZETTE_MODEL_REGION_H
#include "base/text.h"
#include <glib.h>

typedef struct {
    const char *code; /* "370100" */
    GazText name;     /* 济南市, Jinan */
} GazCity;

typedef struct {
    const char *code;  /* "SD", as in ISO 3166-2:CN */
    const char *gb;    /* "370000" */
    GazText name;      /* 山东省, Shandong Province */
    GPtrArray *cities; /* of GazCity *, in the order of the official list */
} GazRegion;

#endif
