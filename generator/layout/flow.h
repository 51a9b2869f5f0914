/* flow.h - the cursor that goes down the pages. Private to layout/. Lengths in pt. */
#ifndef GAZETTE_LAYOUT_FLOW_H
#define GAZETTE_LAYOUT_FLOW_H
#include "layout/relay.h"

#define GAZ_MM(mm) ((mm)*72.0 / 25.4)

/* GB/T 9704: 5.2.1 type area, 5.2.3 grid of 22 lines and 28 characters. */
#define GAZ_TOP GAZ_MM(37)
#define GAZ_LEFT GAZ_MM(28)
#define GAZ_WIDTH GAZ_MM(156)
#define GAZ_HEIGHT GAZ_MM(225)
#define GAZ_CELL (GAZ_WIDTH / 28)
#define GAZ_SIZE 16.0
#define GAZ_PITCH ((GAZ_HEIGHT - GAZ_SIZE) / 21) /* an empty line of the head; the text's: GazFlow.pitch */
#define GAZ_ROW_PAD 3.0                          /* usual; a table's: GazFlow.row_pad */

typedef struct {
    const GazDocument *document;
    GazLanguageSet languages;
    GazFonts *fonts;
    GazArena *arena; /* of tags */
    GazRelay *relay; /* what finished pages go to */
    bool failed;
    bool measuring; /* nothing is set: only heights are asked for, on a page without end */
    GazPage page;
    bool open; /* whether a page has begun */
    bool landscape;
    bool bare;                       /* whether page 1 is at hand and shows no text yet */
    bool numbered;                   /* whether this page shows its number */
    double left, width, top, bottom; /* type area of this page */
    double y;                        /* top of the next line */
    double taken, taken_left;        /* lower edge of the seals on this page, 0: none; their left one */
    double pitch;                    /* of the Chinese text's lines */
    double row_pad;                  /* above and below what stands in a row of a table */
    bool upright;                    /* whether the last annex is set so where it can be, short as it is */
    double ending;                   /* [pt] that go with the last lines of the text at hand; 0: none */
    double tail;                     /* [pt] of what stands below all of the text, with its last lines */
    unsigned shown;                  /* lines of text on this page, before what ends the text */
    double blank;                    /* [pt] at the foot of the page before; 0 on the first */
    bool bereft;                     /* whether the signature has no text on its page (7.3.5.5) */
    bool short_of_text;    /* whether it has little there, where the page before ends short for it */
    GPtrArray *kept;       /* GazPage * kept back (pace.h); NULL: pages go to the sink */
    const GazNode *banner; /* a DISCLAIMER said at the head of every page; NULL: none */
    bool banner_said;
    GazLanguage part;     /* the part at hand: its text or its translation */
    bool standing_said;   /* whether it has read out the document's standing */
    GazLanguage language; /* of the element at hand: runs in the other become Spans */
    unsigned apart;       /* open elements whose text has no language of its own: furniture, figures */
    GHashTable *targets;  /* ids of the nodes that are set, to the last of that id: what links may lead to */
    GHashTable *twins;    /* a node to the one before it with the same id, in another language */
    GHashTable *reached;  /* those that have their place */
    GHashTable *noted;    /* const GazNode * of NOTEs already set, with the rows of their table */
    GPtrArray *linked;    /* ids that links lead to */
    GHashTable *notes;    /* id of a NOTE to its number as printed; lent strings */
} GazFlow;

/* Whether there is room for `height` [pt] below what is on the page. */
bool gaz_flow_fits(const GazFlow *flow, double height);

void gaz_flow_begin_page(GazFlow *flow, bool landscape);
void gaz_flow_end_page(GazFlow *flow);
/* Begins a new page where less than `height` is left; gives whether it did. */
bool gaz_flow_need(GazFlow *flow, double height);

GazMark *gaz_flow_mark(GazFlow *flow, GazMarkKind kind, GazInk ink);
void gaz_flow_open(GazFlow *flow, const char *name);
/* The same with its language, scope or alternative text; their strings are lent while the document is set. */
void gaz_flow_open_as(GazFlow *flow, const char *name, const GazElement *element);
/* An element whose text is in `language`: says so where that is news. Gives the language at hand before, to
 * be restored by gaz_flow_close_in(). */
GazLanguage gaz_flow_open_in(GazFlow *flow, const char *name, GazLanguage language);
void gaz_flow_close_in(GazFlow *flow, const char *name, GazLanguage before);
/* A place that links to `id` lead to; the first is taken; NULL: none. */
void gaz_flow_target(GazFlow *flow, const char *id);
void gaz_flow_close(GazFlow *flow, const char *name);
void gaz_flow_rule(GazFlow *flow, double x, double y, double width, double thickness, GazInk ink);
void gaz_flow_fill(GazFlow *flow, double x, double y, double width, double height, GazInk ink);

/* Puts the line's glyphs onto the page, its measure beginning at x, its baseline at y. */
void gaz_flow_line(GazFlow *flow, const GazLine *line, double x, double y, GazInk ink);

/* The baseline of a line whose em box begins at `y`: 0.88 em below it. */
double gaz_baseline(double y, double size);

/* "[1]" or "[1, 2]" for the notes whose ids stand in `ids`, blanks between; NULL for NULL. Lent, the flow's.
 */
const char *gaz_flow_note_marks(const GazFlow *flow, const char *ids);

/* One line of text at a place; gives its width. `align` 0 left, 0.5 centre, 1 right of x. */
double gaz_flow_text(GazFlow *flow, const char *text, GazFace face, double size, GazLanguage language,
                     double x, double y, double align, GazInk ink);

#endif
