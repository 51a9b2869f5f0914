/* verify.h - a wording against the names it may ask for, and against its translation. Before any data. */
#ifndef GAZETTE_COMPOSE_VERIFY_H
#define GAZETTE_COMPOSE_VERIFY_H
#include "compose/frame.h"
#include "compose/template.h"

/* What a wording may use. */
typedef struct {
    const GazSlot *slots, *common; /* looked up in this order; `slots` may be NULL */
    const char *const *parts;      /* names of the parts it may hold, NULL at the end; NULL: none */
    bool needs_parts;              /* whether it must hold them all */
    bool needs_title;              /* whether it must have a title; it never has two */
    const GazGlossary *glossary;
    const GHashTable *texts; /* of the data folder, for {{text NAME}} */
} GazUsable;

/* Adds a fault for everything in `wording` that can't be filled in or isn't whole. */
void gaz_template_verify(const GazTemplate *wording, const GazUsable *usable, GazReport *report);

/* Adds a fault for the first directive that differs, and for every placeholder that only one of them uses. */
void gaz_template_verify_pair(const GazTemplate *zh, const GazTemplate *en, GazReport *report);

#endif
