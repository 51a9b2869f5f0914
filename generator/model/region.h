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
    GazText whole;     /* 全省, the province; 全区, the autonomous region */
    GazText unit;      /* what its cities are, one of them: 市, city; 盟市, city or league */
    GazText units;     /* the same, several: 市, cities */
    GazText heading;   /* of a column of them: 设区的市, City; 盟市, City or league */
    GPtrArray *cities; /* of GazCity *, in the order of the official list */
} GazRegion;

#endif
