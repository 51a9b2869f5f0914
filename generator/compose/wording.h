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

/* The data folder's, for this notice (texts/ID) or its kind (texts/KIND), else the one shipped. */
const GazTemplate *gaz_wording_find(const GazWording *wording, const char *id, const char *kind,
                                    GazLanguage language);

/* A part of it; one that the data folder's wording leaves out is the shipped one's. NULL: there is none. */
const GazBlock *gaz_wording_part(const GazWording *wording, const char *id, const char *kind,
                                 GazLanguage language, const char *part);

#endif
