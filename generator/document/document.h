/* document.h - the document tree: the only thing that layout and website share.
 * A document holds one body per language, the annexes both share, and the imprint. Blocks are in one
 * language; tables and figures are in both, so that one table serves the bilingual PDF and each website.
 * Texts that recur are interned in the document's arena: equal texts have equal pointers. */
#ifndef GAZETTE_DOCUMENT_DOCUMENT_H
#define GAZETTE_DOCUMENT_DOCUMENT_H
#include "base/arena.h"
#include "base/image.h"
#include "base/moment.h"
#include "base/place.h"
#include "base/text.h"
#include "document/figure.h"
#include "document/table.h"
#include <stdbool.h>

/* How a run is set. Bits. */
enum { GAZ_RUN_STRONG = 1, GAZ_RUN_EMPHASIS = 2 };

/* A stretch of text in one style. A paragraph is a chain of them. */
typedef struct GazRun {
    struct GazRun *next;
    const char *text;     /* UTF-8, never NULL */
    unsigned style;       /* GAZ_RUN_... */
    GazLanguage language; /* a Chinese name in an English sentence is GAZ_ZH */
    const char
        *link; /* NULL: none; "tel:", "mailto:", "https:", or "#id" of a node, or "site:enterprises/ID" */
    const char *note; /* this run is the mark of the note with this id; NULL: it is not */
} GazRun;

/* The seal over a name in a signature (GB/T 9704 7.3.5.1). */
typedef struct {
    const GazImage *image; /* NULL: its place is kept free for a seal put on by hand */
    double diameter;       /* [mm] of what the image shows; 0: not known */
    bool signature;        /* a person's, set for a signature (7.3.5.3): `diameter` is its width */
    GazText alternative;   /* whose seal it is, in words */
} GazStamp;

typedef enum {
    /* blocks that hold blocks */
    GAZ_NODE_BODY,       /* the text proper in one language */
    GAZ_NODE_LIST,       /* of ITEM; `number` NULL: bullets */
    GAZ_NODE_ITEM,       /* of blocks */
    GAZ_NODE_NOTES,      /* of NOTE: the notes to the table before it; in an annex one NOTES a language, whose
                            NOTEs share their ids */
    GAZ_NODE_ANNEX_LIST, /* 附件说明: of ITEM, one an annex; `number` is its label: 附件：, Annexes: */
    GAZ_NODE_SIGNATURE,  /* of PARAGRAPH, one a signing authority, the lead first */
    GAZ_NODE_ANNEX, /* 附件: `number` "1" (NULL where it is the only one), title as HEADING level 0, blocks;
                       bilingual: HEADINGs and paragraphs of both languages, tables once */
    GAZ_NODE_IMPRINT, /* 版记: of COPIES and PRINTED; in one language */
    GAZ_NODE_FACTS,   /* a list of FACT: label and value (comment period, place and time of an interview) */
    /* blocks that hold runs */
    GAZ_NODE_ISSUER,  /* 发文机关标志, one a name, the lead first */
    GAZ_NODE_MARKING, /* 份号, 紧急程度: at the top left, one a node */
    GAZ_NODE_SIGNERS, /* 签发人: first run the label, then the names, marks between them */
    GAZ_NODE_NUMBER,  /* 发文字号 */
    GAZ_NODE_TITLE,
    GAZ_NODE_TRANSLATION_NOTE, /* that the Chinese text prevails */
    GAZ_NODE_DISCLAIMER,       /* that this is a demonstration */
    GAZ_NODE_ADDRESSEE,        /* 主送机关, all in one, with the colon */
    GAZ_NODE_HEADING, /* `level` 1 to 4: 一、（一）1.（1）, written out in `number`; level 0: an annex's
                         title, its `number` the label above it: 附件1, Annex 1 */
    GAZ_NODE_PARAGRAPH,
    GAZ_NODE_NOTE,    /* `id`, `number` as printed at the mark */
    GAZ_NODE_DATE,    /* 成文日期 */
    GAZ_NODE_REMARK,  /* 附注, with its brackets: （此件公开发布） */
    GAZ_NODE_COPIES,  /* first run the label, 抄送：, the rest the names */
    GAZ_NODE_PRINTED, /* 印发机关 and date: two runs, left and right */
    GAZ_NODE_FACT,    /* first run the label, the rest the value */
    /* leaves with a payload */
    GAZ_NODE_TABLE,
    GAZ_NODE_FIGURE,
    GAZ_NODE_KINDS
} GazNodeKind;

/* "paragraph": its element's name in the XML. Static. */
const char *gaz_node_name(GazNodeKind kind);
bool gaz_node_holds_runs(GazNodeKind kind);

typedef struct GazNode GazNode;
struct GazNode {
    GazNodeKind kind;
    GazPlace at;          /* of the wording or datum it came from */
    GazLanguage language; /* of its text; a child's is its own */
    unsigned level;       /* of a HEADING */
    const char *id;       /* for links; NULL: none */
    const char *number;   /* 一、 or "1" as printed; NULL: none */
    GazNode *parent, *first, *last, *next;
    GazRun *runs, *last_run;
    GazGrid *table;        /* of a TABLE */
    GazFigure *figure;     /* of a FIGURE */
    const GazStamp *stamp; /* of a PARAGRAPH in a SIGNATURE; NULL: unsealed */
};

/* How its pages are laid out. */
typedef enum {
    GAZ_FORM_OFFICIAL,  /* GB/T 9704 document form with red head: 通知, 通报 */
    GAZ_FORM_LETTER,    /* GB/T 9704 10.1 信函格式: the interview notice */
    GAZ_FORM_PUBLICITY, /* 公示, 公布 by an association: title first, no red head, no imprint */
    GAZ_FORM_POSTER     /* a sheet to hang up, both languages side by side */
} GazForm;

typedef struct {
    GazArena *arena;
    const char *id;   /* the notice's: "plan-draft-2021" */
    const char *kind; /* code of its kind: "plan-draft" */
    GazText kind_name;
    GazForm form;
    bool on_website;   /* false: interview notices */
    GazText title;     /* plain text */
    GazText brief;     /* "in brief": one to three sentences for the website and feeds */
    GazText issuer;    /* names joined: for listings and the PDF's author */
    GazText continued; /* （续表）, (continued): over a table on its further pages; members may be NULL */
    GazText
        figure_continued; /* says, for those who don't see it, that a figure goes on; members may be NULL */
    GazText subject;      /* for the PDF's metadata; members may be NULL */
    GazText standing; /* said on every page of a version that is in force no longer: 本文本已…更正; members
                       * NULL while it is. No part of what was announced: the XML leaves it out */
    const char *number; /* 鲁工信原〔2021〕212号; NULL: none */
    GazDate date;
    GazDate comment_from, comment_to; /* GAZ_NO_DATE: none */
    GPtrArray *enterprises;           /* of const char *: ids of enterprises it names */
    GPtrArray *lines;                 /* of const char *: ids of lines it names */
    GazNode *bodies[GAZ_LANGUAGES];   /* BODY */
    GazNode *annexes;                 /* a BODY whose children are ANNEX; may be empty, never NULL */
    GazNode *imprints[GAZ_LANGUAGES]; /* IMPRINT; NULL: none */
} GazDocument;

GazDocument *gaz_document_new(void); /* yours: gaz_document_free(); bodies and annexes are there, empty */
void gaz_document_free(GazDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazDocument, gaz_document_free)

/* Adds a node at the end of `parent`; lent, the document's. */
GazNode *gaz_node_add(GazDocument *document, GazNode *parent, GazNodeKind kind, GazLanguage language);

/* Adds a run at the end of `node`'s text; `text` is interned. Lent. */
GazRun *gaz_node_add_run(GazDocument *document, GazNode *node, GazLanguage language, const char *text);

/* The node after `node` in a walk of everything below `root`, parents first; NULL at the end. No recursion.
 */
GazNode *gaz_node_next(const GazNode *node, const GazNode *root);

/* The text of `node`'s runs put together. Yours: g_free(). */
char *gaz_node_text(const GazNode *node);

#endif
