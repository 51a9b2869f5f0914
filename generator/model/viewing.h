/* viewing.h - the parts that make a view (model/view.h); inside model/ only. */
#ifndef GAZETTE_MODEL_VIEWING_H
#define GAZETTE_MODEL_VIEWING_H
#include "model/view.h"

/* What was known on a day. */
typedef struct GazKnowledge GazKnowledge;

GazKnowledge *gaz_knowledge_new(const GazData *all, GazDate until); /* yours: gaz_knowledge_free() */
void gaz_knowledge_free(GazKnowledge *knowledge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazKnowledge, gaz_knowledge_free)

/* Whether all that is written was known by `until`, to its end. */
bool gaz_knowledge_is_whole(const GazData *all, GazDate until);

bool gaz_knowledge_has(const GazKnowledge *knowledge, const GazRecord *record);
bool gaz_knowledge_has_notice(const GazKnowledge *knowledge, const GazNotice *notice);

/* Takes out of the copy of a record that is known what of it wasn't yet. */
void gaz_knowledge_forget(const GazKnowledge *knowledge, GazRecord *copy);

/* Where `data` keeps the records of `table`. */
GPtrArray **gaz_table_list(const GazData *data, const GazTable *table);

/* The view's copy of a record of the whole data; NULL: it isn't in the view, or `original` is NULL. */
void *gaz_view_copy_of(const GazData *view, const void *original);

/* Makes a reference to a record of the whole data, where `column` is one, refer to the view's copy. */
void gaz_view_refer(const GazData *view, const GazColumn *column, GazRecord *copy);

/* Whether what the correction notice makes known holds on `day`; whether the correction of a cell does. */
bool gaz_amendment_holds(const GazNotice *notice, const GazViewDay *day);
bool gaz_correction_holds(const GazCorrection *correction, const GazViewDay *day);

/* Whether a stoppage that a later year's folder brings begins in or before the accounting year of the view,
 * and is to be seen in it; `rules`: those of the view's year. */
bool gaz_stoppage_is_late(const GazStoppage *stoppage, const GazRules *rules, const GazViewDay *day);

/* The rules of the view's year. Lent. */
const GazRules *gaz_rules_of_year(const GazData *all, int year);

/* Notes the corrections that bring words of their own and hold. */
void gaz_view_reword(GazData *view, const GazViewDay *day);

/* Makes the corrections that hold, and leaves the others out of the view's list. */
void gaz_view_correct(GazData *view, const GazViewDay *day);

/* Applies the changes that hold, and leaves the others out of the view's list. */
void gaz_view_change(GazData *view, const GazViewDay *day);

#endif
