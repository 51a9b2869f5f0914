/* markup.h - the inline half of parsing wording: words, emphasis, links and placeholders with their places.
 */
#ifndef GAZETTE_COMPOSE_MARKUP_H
#define GAZETTE_COMPOSE_MARKUP_H
#include "compose/template.h"
#include <cmark.h>

/* One wording while it is parsed. cmark counts columns in bytes and forgets the indent of continued lines, so
 * places come from looking for the thing itself in the source, from where the last one was found on. */
typedef struct {
    GazArena *arena;
    GazReport *report;
    GazLanguage language;
    const char *file, *text;
    size_t length;
    GArray *lines;      /* of size_t: where each line begins */
    size_t from, until; /* the block's source; `from` moves past what was found */
} GazMarkup;

void gaz_markup_init(GazMarkup *markup, GazArena *arena, GazReport *report, const char *file,
                     const char *text, GazLanguage language);
void gaz_markup_clear(GazMarkup *markup);

/* Turns to the source of a block, and tells its place. */
GazPlace gaz_markup_enter(GazMarkup *markup, cmark_node *block);

/* Adds the pieces of what `parent` (a paragraph or heading) holds to `block`. */
void gaz_markup_pieces(GazMarkup *markup, cmark_node *parent, GazBlock *block);

/* Whether `name` may name a placeholder or directive. */
bool gaz_markup_is_name(const char *name, size_t length);

#endif
