/* amended.h - the notice that a correction or withdrawal is about: "target" in their wording. */
#ifndef GAZETTE_COMPOSE_AMENDED_H
#define GAZETTE_COMPOSE_AMENDED_H
#include "check/years.h"
#include "compose/composing.h"

/* target.title, target.quoted (the same in 《》), target.date, target.number (empty where it has none),
 * target.cite (title and number), and the reason without its full stop. */
#define GAZ_AMENDED_SLOTS                                                                                    \
    GAZ_VALUE("target.title"), GAZ_VALUE("target.quoted"), GAZ_VALUE("target.date"),                         \
        GAZ_VALUE("target.number"), GAZ_VALUE("target.cite"), GAZ_VALUE("reason")

/* The notice with its corrections, and what is needed to write any version of it again. */
typedef struct {
    GazYears *years;
    const GazNotice *target; /* of the whole data; NULL: there is none of that id, the report says so */
    GPtrArray *corrections;  /* of const GazNotice *: made known by the day of the notice at hand, by date */
} GazAmended;

/* The notice `id` as the notice at hand finds it. Clear with gaz_amended_clear(), after the last document. */
GazAmended gaz_amended_open(const GazComposing *work, const char *id);
void gaz_amended_clear(GazAmended *amended);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazAmended, gaz_amended_clear)

/* Its version `version`, from 1; NULL after a fault. Yours: gaz_document_free(), before gaz_amended_clear().
 */
GazDocument *gaz_amended_compose(const GazComposing *work, const GazAmended *amended, unsigned version);

/* Sets the slots, from a version of the target. */
void gaz_amended_give(GazComposing *work, const GazAmended *amended, const GazDocument *version);

#endif
