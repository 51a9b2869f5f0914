/* publication.h - publication.xml: who publishes what, when, to whom. */
#ifndef GAZETTE_MODEL_PUBLICATION_H
#define GAZETTE_MODEL_PUBLICATION_H
#include "base/image.h"
#include "base/moment.h"
#include "base/place.h"
#include "base/text.h"
#include "model/rules.h"
#include <glib.h>
#include <stdbool.h>

typedef enum {
    GAZ_AUTHORITY_INDUSTRY,
    GAZ_AUTHORITY_ECOLOGY,
    GAZ_AUTHORITY_ASSOCIATION,
    GAZ_AUTHORITY_OTHER
} GazAuthorityKind;

/* What is put on paper over a signature. */
typedef struct {
    GazPlace at;
    const char *file;      /* path under the data folder; NULL: its place is kept, no image is given */
    double diameter;       /* [mm] the longer side of what the image shows; of a person's seal: its width */
    const GazImage *image; /* NULL: none given, or one with a fault */
} GazSeal;

typedef struct {
    GazPlace at;
    const char *id;
    int kind;        /* GazAuthorityKind */
    GazText name;    /* 山东省工业和信息化厅 */
    GazText office;  /* 印发机关: 山东省工业和信息化厅办公室; members NULL: none */
    GazText address; /* members may be NULL */
    const char *phone, *fax, *email, *web, *postcode; /* NULL: none */
    const GazSeal *seal;                              /* NULL: none given */
} GazAuthority;

typedef struct {
    GazPlace at;
    const char *id;       /* "heating-2021" */
    GazText name;         /* 2021—2022年采暖季 */
    bool heating;         /* published by the heating deadline (R6); else the days before its start */
    const char *counting; /* id of a counting rule in the rule files */
} GazSeason;

typedef enum {
    GAZ_NOTICE_PLAN_DRAFT,   /* 公示 (R6) */
    GAZ_NOTICE_PLAN,         /* 公布 (R6) */
    GAZ_NOTICE_SPECIAL_TASK, /* R4, R7 */
    GAZ_NOTICE_LINE_LIST,    /* R11 */
    GAZ_NOTICE_EXPOSURE,     /* R9 */
    GAZ_NOTICE_INTERVIEW,    /* R9; to the enterprise, never on the website */
    GAZ_NOTICE_SUMMARY,      /* R12 */
    GAZ_NOTICE_GENERAL,      /* any other 通知, in words of the data folder */
    GAZ_NOTICE_CORRECTION,   /* 更正公告: of a notice announced */
    GAZ_NOTICE_WITHDRAWAL,   /* 撤销公告: of a notice announced */
    GAZ_NOTICE_OBJECTION,    /* 异议、申诉处理: decisions on objections and appeals */
    GAZ_NOTICE_KINDS
} GazNoticeKind;

typedef enum { GAZ_URGENCY_NONE, GAZ_URGENCY_URGENT, GAZ_URGENCY_EXTRA } GazUrgency; /* none, 加急, 特急 */

/* 鲁工信原〔2021〕212号. All NULL or 0 where a notice has no number (公示). */
typedef struct {
    const char *agency; /* 鲁工信原 */
    int year;
    int serial;
} GazDocumentNumber;

typedef struct {
    GazPlace at;
    GazText title;
    const char *notice; /* id of the notice carried whole: head, text and imprint; NULL: none */
    const char
        *file; /* path under the data folder of a text (*.zh.md with its *.en.md); NULL: made from the data */
} GazAttachment;

typedef struct {
    GazPlace at;
    const char *id; /* "plan-draft-2021": its address on the website */
    int kind;       /* GazNoticeKind */
    GazDate date;
    GazDocumentNumber number;
    GazText title;              /* members NULL: as the wording of its kind says */
    GPtrArray *issuers;         /* of const GazAuthority *, the lead first */
    GPtrArray *addressees;      /* of GazText * */
    GPtrArray *copies;          /* 抄送, of GazText * */
    GPtrArray *signature_seals; /* of const GazSeal *, one a signatory: the person's own, set for a signature;
                                   NULL: none */
    const char *copy_number;    /* 份号, six digits; NULL: none */
    int urgency;                /* GazUrgency */
    GPtrArray *signers;         /* 签发人 of a document to a higher authority, of GazText *; empty: none */
    GPtrArray *signatories;     /* of GazText *: persons who sign in office; empty: the issuers */
    GazDate printed_on;         /* GAZ_NO_DATE: no 印发 line */
    GazDate comment_from, comment_to; /* both count; GAZ_NO_DATE: no comment period */
    GPtrArray *attachments;           /* of GazAttachment * */
    GPtrArray *findings;              /* of const GazFinding *: subjects of an exposure or interview notice */
    GPtrArray *corrections;  /* of const GazCorrection *: the cells that a correction notice corrects */
    GPtrArray *objections;   /* of const GazObjection *: those that an objection notice decides */
    const GazSeason *season; /* of plans and special tasks; else NULL */
    int year;                /* of a line list or summary: the year it is the list or summary of; else 0 */
    int folder_year;         /* of the folder whose publication.xml holds it */
    const char *follows;     /* id of the notice it follows on (a plan: its draft); NULL: none */
    const char *corrects, *withdraws; /* of a correction, of a withdrawal: the id of its notice; else NULL */
    GazText reason;                   /* of a correction or withdrawal; else members NULL */
    GazText remark;                   /* 附注 in words of its own; members NULL: none */
    bool carried;     /* whether another notice carries it as an attachment: not issued by itself */
    bool public_text; /* whether the remark 此件公开发布 is set */
    bool sealed;      /* whether it bears the issuers' seals, or keeps their places (GB/T 9704 7.3.5.1) */
} GazNotice;

typedef struct {
    GazPlace at;
    const char *id;     /* "shandong-2021" */
    const char *region; /* "SD" */
    int year;
    const GazRules *rules;  /* those of its year: of the years before, and what its own rules.xml changes */
    GazText title;          /* of the website */
    GazText disclaimer;     /* a demonstration says so on every page; members NULL: none */
    const char *base_url;   /* "https://example.org/cement/"; NULL: none given */
    GPtrArray *authorities; /* of GazAuthority * */
    GPtrArray *seasons;     /* of GazSeason * */
    GPtrArray *notices;     /* of GazNotice *, as written */
    GHashTable *meta;       /* site facts by name (site-id-code, icp, ...), const char * to GazText * */
} GazPublication;

extern const struct GazNoticeKindName {
    const char *code; /* "exposure": in publication.xml, --only and addresses */
    GazText name;     /* 公开曝光, Exposure notice */
} gaz_notice_kinds[GAZ_NOTICE_KINDS];

/* Lent; NULL: no such one. */
const GazAuthority *gaz_publication_authority(const GazPublication *publication, const char *id);
const GazSeason *gaz_publication_season(const GazPublication *publication, const char *id);
const GazNotice *gaz_publication_notice(const GazPublication *publication, const char *id);
/* The published plan with this document number. */
const GazNotice *gaz_publication_plan(const GazPublication *publication, const char *number);

/* "鲁工信原〔2021〕212号", in English too: a number is a name. Yours: g_free(); NULL where the notice has
 * none. */
char *gaz_document_number_write(const GazDocumentNumber *number);

#endif
