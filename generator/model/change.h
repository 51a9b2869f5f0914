/* change.h - what happens to what lasts: changes of enterprises and lines over the years, and corrections of
 * what was announced. The tables keep what was announced; a view (model/view.h) applies both. */
#ifndef GAZETTE_MODEL_CHANGE_H
#define GAZETTE_MODEL_CHANGE_H
#include "model/line.h"
#include "model/publication.h"

typedef enum {
    GAZ_CHANGE_RENAMED,     /* an enterprise, or one of its lines */
    GAZ_CHANGE_MERGED,      /* an enterprise into another, with all its lines */
    GAZ_CHANGE_MOVED,       /* a line to another enterprise */
    GAZ_CHANGE_CAPACITY,    /* of a line */
    GAZ_CHANGE_REPLACED,    /* a line by a new one: capacity replacement (产能置换); it is dismantled */
    GAZ_CHANGE_SUSPENDED,   /* a line */
    GAZ_CHANGE_RESUMED,     /* a line suspended */
    GAZ_CHANGE_DISMANTLED,  /* a line */
    GAZ_CHANGE_COMMISSIONED /* a line under construction */
} GazChangeKind;
extern const GazCode gaz_change_kind[];

typedef struct {
    GazRecord record;                   /* changes.csv */
    int kind;                           /* GazChangeKind */
    GazDate date;                       /* the day from which it holds */
    const GazEnterprise *enterprise;    /* renamed or merged; NULL: a line is meant */
    const GazLine *line;                /* NULL: an enterprise is meant */
    GazText name;                       /* the new name; members NULL unless renamed */
    const GazEnterprise *to_enterprise; /* merged into, moved to; else NULL */
    GazDecimal approved_capacity_tpd;   /* [t/d] GAZ_NO_DECIMAL: as it was; so the next two */
    GazDecimal annual_capacity_10kt;    /* [10 kt a year] */
    GazDecimal kiln_diameter_m;         /* [m] */
    const GazLine *by_line;             /* the line that replaces; else NULL */
    const char *approval;               /* number of the document that approves it */
    GazText reason;                     /* members may be NULL */
} GazRegisterChange;

/* One cell corrected by a correction notice. */
typedef struct {
    GazRecord record;                 /* corrections.csv */
    const char *notice;               /* id of the notice that makes it known */
    const char *table, *row, *column; /* the cell */
    const char *was, *becomes;        /* its text; NULL: empty */
    /* Found while reading: */
    const GazColumn *cell;       /* the column; NULL: not found, the report says why */
    const GazRecord *before;     /* a record of the table that holds the cell's value before, and no other */
    const GazRecord *after;      /* the same after */
    const GazNotice *made_known; /* the notice itself */
} GazCorrection;

#endif
