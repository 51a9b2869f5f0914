/* glossary.h - templates/glossary.xml: the terms of the regime with their one English, and the labels that
 * tables, counts and fixed lines of a notice take. */
#ifndef GAZETTE_COMPOSE_GLOSSARY_H
#define GAZETTE_COMPOSE_GLOSSARY_H
#include "base/arena.h"
#include "base/decimal.h"
#include "base/report.h"
#include "base/text.h"

typedef struct {
    GazPlace at;
    const char *id;   /* "off-peak" */
    GazText text;     /* 错峰生产, off-peak production */
    GPtrArray *also;  /* of const char *: other forms of the same words: publicly exposed */
    GPtrArray *avoid; /* of const char *: English that must not stand for it */
} GazTerm;

typedef struct GazGlossary GazGlossary;

/* Reads `path` under the schema beside it (glossary.rng); faults in it go into `report`. NULL with `error`
 * set where a file can't be read, NULL without where it isn't well-formed. Yours: gaz_glossary_free(). */
GazGlossary *gaz_glossary_read(const char *path, GazReport *report, GError **error);
void gaz_glossary_free(GazGlossary *glossary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazGlossary, gaz_glossary_free)

/* Of GazTerm *, as written; lent. */
const GPtrArray *gaz_glossary_terms(const GazGlossary *glossary);

/* Lent; NULL: none. */
const GazText *gaz_glossary_term(const GazGlossary *glossary, const char *id);
const GazText *gaz_glossary_lookup(const GazGlossary *glossary, const char *id);

/* The label `id`. Where the glossary lacks it, both members are the id, and the first who asks leaves a
 * trace: see gaz_glossary_missing(). */
GazText gaz_glossary_label(const GazGlossary *glossary, const char *id);

/* A count with its unit, from the label "count.UNIT": 25天, 25 days; 1 day. In `arena`. */
GazText gaz_glossary_count(const GazGlossary *glossary, GazArena *arena, const char *unit, GazDecimal number);

/* The label `id` with {0}, {1} ... replaced by `values`; in `arena`. */
GazText gaz_glossary_format(const GazGlossary *glossary, GazArena *arena, const char *id,
                            const GazText *values, unsigned count);

/* What the label `id`, "{0}, {1}", sets between two members of an enumeration; in `arena`. */
GazText gaz_glossary_between(const GazGlossary *glossary, GazArena *arena, const char *id);

/* Adds a fault for every label that was asked for and isn't there. Returns whether there was none. */
bool gaz_glossary_complain(const GazGlossary *glossary, GazReport *report);

#endif
