/* render.h - wording and facts become nodes. */
#ifndef GAZETTE_COMPOSE_RENDER_H
#define GAZETTE_COMPOSE_RENDER_H
#include "compose/composing.h"

/* Adds what `root` (a wording or a part) holds below `parent`, in its language, but for titles and parts;
 * headings are numbered from the first. False after a fault: something to fill in is missing. */
bool gaz_render(GazComposing *work, const GazBlock *root, GazLanguage language, GazNode *parent);

/* Adds the words of the title that `root` holds to `node`. */
bool gaz_render_title(GazComposing *work, const GazBlock *root, GazNode *node);

/* The words of all paragraphs of `root`, without any style; in the work's arena. NULL after a fault. */
const char *gaz_render_plain(GazComposing *work, const GazBlock *root, GazLanguage language);

/* The same of the part `part` in both languages. False after a fault. */
bool gaz_render_part(GazComposing *work, const char *part, GazText *text);

#endif
