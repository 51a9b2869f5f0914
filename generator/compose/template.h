/* template.h - wording as parsed: blocks of pieces, with directives turned into structure.
 * Parsed by cmark once; placeholders are pieces of the parsed tree, so that what fills them can never become
 * markup. Everything here lives in the wording's arena.
 *
 * Directives, each a paragraph of its own: {{each NAME}}, {{if NAME}}, {{unless NAME}}, {{facts}},
 * {{notes NAME}} and {{part NAME}}, closed by {{end}}; {{table NAME}}, {{figure NAME}}, {{text NAME}}.
 * Names: small letters, digits, "-" and ".". */
#ifndef GAZETTE_COMPOSE_TEMPLATE_H
#define GAZETTE_COMPOSE_TEMPLATE_H
#include "base/arena.h"
#include "base/report.h"
#include "base/text.h"
#include <stdbool.h>

/* A stretch of words in one style, or a placeholder. */
typedef struct GazPiece {
    struct GazPiece *next;
    bool placeholder;
    const char *text; /* the words, or the placeholder's name */
    unsigned style;   /* GAZ_RUN_... */
    const char *link; /* NULL: none */
    GazPlace at;
} GazPiece;

typedef enum {
    GAZ_BLOCK_TITLE,   /* # */
    GAZ_BLOCK_HEADING, /* ## to #####: levels 1 to 4 */
    GAZ_BLOCK_PARAGRAPH,
    GAZ_BLOCK_LIST,
    GAZ_BLOCK_ITEM,
    GAZ_BLOCK_EACH,   /* once for every member of a list */
    GAZ_BLOCK_IF,     /* where the name has a value, members, a table ... */
    GAZ_BLOCK_UNLESS, /* where it hasn't */
    GAZ_BLOCK_FACTS,  /* its paragraphs are facts: a strong label, then the value */
    GAZ_BLOCK_NOTES,  /* like EACH, but its paragraphs are numbered notes */
    GAZ_BLOCK_PART,   /* set aside under its name: brief, captions, annexes */
    GAZ_BLOCK_TABLE,
    GAZ_BLOCK_FIGURE,
    GAZ_BLOCK_TEXT /* a text of the data folder's own */
} GazBlockKind;

typedef struct GazBlock {
    struct GazBlock *parent, *next, *first, *last;
    GazBlockKind kind;
    GazPlace at;
    unsigned level;   /* of a HEADING, from 1 */
    bool ordered;     /* of a LIST */
    const char *name; /* of a directive; NULL: none */
    GazPiece *pieces, *last_piece;
} GazBlock;

typedef struct {
    const char *file;
    GazLanguage language;
    GazBlock *root; /* holds the blocks; PARTs among them */
} GazTemplate;

/* Parses `text` (UTF-8). Faults go into `report`; what could be understood comes back all the same, never
 * NULL. `file` is kept. */
GazTemplate *gaz_template_parse(GazArena *arena, const char *file, const char *text, GazLanguage language,
                                GazReport *report);

/* "each" for a directive's kind; NULL for other blocks. Static. */
const char *gaz_directive_name(GazBlockKind kind);

/* The part of this name; lent; NULL: none. */
const GazBlock *gaz_template_part(const GazTemplate *wording, const char *name);

/* Whether there is more in the block than titles and headings; parts are apart. */
bool gaz_block_says(const GazBlock *block);

/* The block after `block` in a walk of everything below `root`, parents first; NULL at the end. */
const GazBlock *gaz_block_next(const GazBlock *block, const GazBlock *root);

#endif
