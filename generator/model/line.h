/* line.h - enterprises and their clinker lines (N 四: the provincial clinker line list). */
#ifndef GAZETTE_MODEL_LINE_H
#define GAZETTE_MODEL_LINE_H
#include "model/record.h"
#include "model/region.h"

typedef struct GazEnterprise GazEnterprise;
struct GazEnterprise {
    GazRecord record; /* enterprises.csv */
    GazText name;
    const char *credit_code; /* unified social credit code, GB 32100-2015: 18 characters, the last a check */
    const GazCity *city;
    GazText county;     /* members may be NULL */
    bool member;        /* of the cement association: has a vote on special tasks only where lines count */
    const char *pinyin; /* override of the computed initials for search; NULL: none */
    const GazEnterprise *merged_into; /* in a view, where that has happened; else NULL */
};

typedef enum {
    GAZ_LINE_OPERATING,
    GAZ_LINE_SUSPENDED,
    GAZ_LINE_DISMANTLED,
    GAZ_LINE_UNDER_CONSTRUCTION
} GazLineStatus;
extern const GazCode gaz_line_status[];

/* What the kiln burns for: plans include or exclude these by name (不含特种水泥, 含建通窑). */
typedef enum {
    GAZ_KILN_ORDINARY,       /* 新型干法 */
    GAZ_KILN_SPECIAL_CEMENT, /* 特种水泥熟料 */
    GAZ_KILN_JT,             /* 建通窑 */
    GAZ_KILN_CHEMICAL        /* 化工配套 */
} GazKilnKind;
extern const GazCode gaz_kiln_kind[];

/* Special tasks, as bits 1u << GAZ_TASK_... in `special_tasks` (R4, R7). */
typedef enum {
    GAZ_TASK_HEATING,         /* 居民供暖 */
    GAZ_TASK_MUNICIPAL_WASTE, /* 协同处置城市生活垃圾 */
    GAZ_TASK_HAZARDOUS_WASTE, /* 协同处置危险废物 */
    GAZ_TASK_SLUDGE,          /* 协同处置市政污泥 */
    GAZ_TASK_PROJECT_SUPPLY   /* 重点民生工程供应 */
} GazTaskKind;
extern const GazCode gaz_task_kind[];

/* Whose a line was, and in what state, from a day on. */
typedef struct {
    GazDate from; /* GAZ_NO_DATE: since ever */
    const GazEnterprise *enterprise;
    int status; /* GazLineStatus */
} GazLineState;

typedef struct GazLine GazLine;
struct GazLine {
    GazRecord record; /* lines.csv */
    const GazEnterprise *enterprise;
    GazText name;                     /* 1号窑, Kiln No. 1 */
    GazDecimal kiln_diameter_m;       /* [m] */
    GazDecimal kiln_length_m;         /* [m] GAZ_NO_DECIMAL: not known */
    GazDecimal approved_capacity_tpd; /* [t/d] of clinker */
    GazDecimal annual_capacity_10kt;  /* [10 kt a year] of clinker */
    GazDate commissioned;             /* GAZ_NO_DATE: not yet */
    int status;                       /* GazLineStatus */
    int kiln;                         /* GazKilnKind */
    bool carbide_slag;                /* 电石渣: takes part by swapping days (R4) */
    unsigned special_tasks;           /* bits of GazTaskKind */
    GazText note;                     /* members may be NULL */
    /* In a view where something has happened to the line: */
    const GazLine *replaced_by; /* NULL: none */
    const GazLineState *states; /* by date, the first since ever; NULL: it was always as it is */
    unsigned state_count;
};

/* The form in which names of enterprises are compared. Yours: g_free(). */
char *gaz_enterprise_name_key(const char *name);

/* The form in which the names of an enterprise's lines are compared. Yours: g_free(). */
char *gaz_line_name_key(const char *name);

/* What became of the enterprise: what it was merged into, and that in turn; itself where it is still there.
 * In a view. Lent. */
const GazEnterprise *gaz_enterprise_now(const GazEnterprise *enterprise);

/* Whose the line was, and in what state, at the end of `day`. */
GazLineState gaz_line_on(const GazLine *line, GazDate day);

#endif
