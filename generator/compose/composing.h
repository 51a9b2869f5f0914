/* composing.h - one document while it is composed. Inside compose/ only. */
#ifndef GAZETTE_COMPOSE_COMPOSING_H
#define GAZETTE_COMPOSE_COMPOSING_H
#include "compose/frame.h"
#include "compose/wording.h"

typedef struct {
    const GazAssessment *assessment;
    const GazData *data;
    const GazWording *wording;
    const GazGlossary *glossary;
    const GazNotice *notice; /* NULL: a page of the website */
    const char *name;        /* of the wording: the kind's or page's */
    GazDocument *document;
    GazArena *arena; /* the document's */
    GazReport *report;
    GazFrame *common;           /* gaz_common_slots */
    GazFrame *facts;            /* the composer's slots, inside `common` */
    GPtrArray *annexes;         /* of const char *: parts that are annexes, in order */
    GPtrArray *grids, *figures; /* all that were made: those no wording shows are cleared at the end */
    GHashTable *named;          /* set of ids already in document->enterprises and ->lines */
} GazComposing;

/* The data folder's text called `name`, as corrections of the notice have left it by the day of the view: the
 * last of its texts/NAME.CORRECTION; NULL: there is none. Lent. */
const GazTemplate *gaz_own_words(const GazComposing *work, const char *name, GazLanguage language);

/* The wording of the notice or page: the data folder's, for this notice (texts/ID) or its kind (texts/KIND),
 * else the one shipped. And a part of it: one that the data folder's leaves out is the shipped one's; NULL:
 * there is none. Lent. */
const GazTemplate *gaz_words(const GazComposing *work, GazLanguage language);
const GazBlock *gaz_words_part(const GazComposing *work, GazLanguage language, const char *part);

/* Asks for the annex that the part `part` words. */
void gaz_composing_annex(GazComposing *work, const char *part);

/* The same, and sets the slot `number` to its number. */
void gaz_composing_annex_numbered(GazComposing *work, const char *part, const char *number);

/* A table whose caption is the part "caption-CODE"; its columns' headings are the labels "column.CODE" of
 * `columns`, whose own headings stay empty. Lent, the work's. */
GazGrid *gaz_composing_grid(GazComposing *work, const char *code, const GazTableColumn *columns,
                            unsigned column_count);

/* A figure whose caption is the part "caption-CODE" and whose alternative is "alternative-CODE". They are
 * filled in at the end, when all facts are known. */
GazFigure *gaz_composing_figure(GazComposing *work, const char *code, GazFigureKind kind);

/* The document names these (once each). */
void gaz_composing_names(GazComposing *work, const GazLine *line);
void gaz_composing_names_of(GazComposing *work, const GazLine *line, const GazEnterprise *enterprise);
void gaz_composing_names_enterprise(GazComposing *work, const GazEnterprise *enterprise);

/* Says that the notice lacks what its kind is about; waits where rows or notices of the data were left out
 * for faults of their own, which it may be about. Returns false, for `return`. */
bool gaz_composing_lacks(const GazComposing *work, const char *field, const char *found,
                         const char *expected);

/* Labels and counts of the glossary. */
GazText gaz_label(const GazComposing *work, const char *id);
GazText gaz_count(const GazComposing *work, const char *unit, GazDecimal number);
GazText gaz_count_of(const GazComposing *work, const char *unit, size_t number);

/* So many of the region's cities, called what they are: 4个地州市, 4 prefectures and cities. */
GazText gaz_count_cities(const GazComposing *work, size_t number);

/* What heads a column of them: 设区的市, City; 盟市, City or League. */
GazText gaz_cities_heading(const GazComposing *work);

/* English as a title has it, in the arena: "City or League" of "city or league". */
const char *gaz_title_case(GazArena *arena, const char *text);

#endif
