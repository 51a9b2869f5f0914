/* record.h - one row of a table as a struct, and the description of tables that reading, checking of
 * references and open data are all driven by. A column added to a table is one struct member and one line in
 * its table. */
#ifndef GAZETTE_MODEL_RECORD_H
#define GAZETTE_MODEL_RECORD_H
#include "base/decimal.h"
#include "base/moment.h"
#include "base/place.h"
#include "base/places.h"
#include "base/text.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct GazTable GazTable;

/* The head of every record: first member, named `record`. */
typedef struct {
    const GazTable *table;
    const GazPlaces
        *places;    /* of each column's cell, in the order of table->columns; a missing column: its row */
    const char *id; /* unique in its table, over all years (in tables without an id column: NULL) */
    int year;       /* of the folder that holds it */
} GazRecord;

/* What a cell may hold and the type of the member it goes to. */
typedef enum {
    GAZ_COLUMN_ID,        /* const char *: letters, digits, - _ . ; unique; also record.id */
    GAZ_COLUMN_STRING,    /* const char *: any text; NULL: empty */
    GAZ_COLUMN_ZH,        /* member is a GazText; this column fills in[GAZ_ZH] */
    GAZ_COLUMN_EN,        /* the same GazText member; fills in[GAZ_EN] */
    GAZ_COLUMN_DATE,      /* GazDate */
    GAZ_COLUMN_MOMENT,    /* GazMoment */
    GAZ_COLUMN_DECIMAL,   /* GazDecimal, not negative */
    GAZ_COLUMN_COUNT,     /* GazDecimal too, but whole and not negative */
    GAZ_COLUMN_FLAG,      /* bool: yes or no */
    GAZ_COLUMN_CODE,      /* int: index into `codes` */
    GAZ_COLUMN_CODES,     /* unsigned: a set of bits 1u << index; ";" between codes in the cell */
    GAZ_COLUMN_REFERENCE, /* const T *: the record of table `target` with this id */
    GAZ_COLUMN_CITY,      /* const GazCity *: a city of the publication's region by its six-digit code */
} GazColumnKind;

/* A closed list of codes with their names for readers; ends with a NULL code. */
typedef struct {
    const char *code; /* as written in cells: "under-construction" */
    GazText name;     /* 在建, under construction */
} GazCode;

typedef struct {
    const char *name; /* heading in the CSV: "approved_capacity_tpd" */
    GazColumnKind kind;
    size_t offset;        /* of the member in the record */
    bool required;        /* an empty cell is a fault */
    const GazCode *codes; /* for CODE and CODES */
    int empty;            /* for CODE: the value of an empty cell */
    const char *target;   /* for REFERENCE: the table's name */
    GazText heading;      /* for readers, unit included: 批准产能（吨/日）, Approved capacity (t/d) */
} GazColumn;

struct GazTable {
    const char *name; /* "lines": lines.csv, and the list's name in open data */
    GazText title;    /* 水泥熟料生产线清单, Clinker lines */
    bool required;    /* whether a data folder must have it */
    bool published;   /* whether it is open data on the website */
    bool repeats;     /* whether two rows may say the same, but for their ids */
    size_t size;      /* of the record struct */
    size_t list;      /* offset of its GPtrArray * in GazData */
    const GazColumn *columns;
    unsigned column_count;
};

/* Place of the cell that a member came from: gaz_record_place(&line->record, offsetof(GazLine, city)); of a
 * text in both languages that of the Chinese, or as name.in[GAZ_EN] of the English. Falls back to that of the
 * first cell. */
GazPlace gaz_record_place(const GazRecord *record, size_t member);

/* The same as a pointer, good for the block it stands in: GAZ_AT(line, city). */
#define GAZ_PLACE_OF(record, member) ((const GazPlace[1]){gaz_record_place((record), (member))})
#define GAZ_AT(pointer, member) GAZ_PLACE_OF(&(pointer)->record, offsetof(__typeof__(*(pointer)), member))

/* Whether the members that `column` describes are the same in two records of its table; texts are compared in
 * the column's language, references by id. */
bool gaz_member_equal(const GazColumn *column, const GazRecord *one, const GazRecord *other);

/* Copies that member, of a text only the column's language. */
void gaz_member_copy(const GazColumn *column, GazRecord *to, const GazRecord *from);

/* The code's name for readers. */
const GazText *gaz_code_name(const GazCode *codes, int index);

#endif
