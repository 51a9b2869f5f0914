/* wording.h - the inside of GazWording: every wording of a run, parsed. Inside compose/ only. */
#ifndef GAZETTE_COMPOSE_WORDING_H
#define GAZETTE_COMPOSE_WORDING_H
#include "compose/compose.h"
#include "compose/template.h"
#include "compose/verify.h"

struct GazWording {
    GazArena *arena;
    GazGlossary *glossary;
    GHashTable *shipped; /* of templates/wording: "plan.zh" to GazTemplate * */
    GHashTable *own;     /* of the data folder's texts/, the same */
};

/* The wording `name` of the data folder's own; NULL: none. Lent. */
const GazTemplate *gaz_wording_own(const GazWording *wording, const char *name, GazLanguage language);

/* The one shipped, templates/wording/NAME; NULL: none. Lent. */
const GazTemplate *gaz_wording_shipped(const GazWording *wording, const char *name, GazLanguage language);

#endif
