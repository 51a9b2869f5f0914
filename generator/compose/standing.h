/* standing.h - what a version in force no longer, or a draft, says of itself on every page. */
#ifndef GAZETTE_COMPOSE_STANDING_H
#define GAZETTE_COMPOSE_STANDING_H
#include "compose/compose.h"

/* Sets `document->standing`: that it was corrected or withdrawn by `ended_by`, a correction or withdrawal,
 * with that notice's number and day. `document` owns the text. */
void gaz_compose_standing(GazDocument *document, const GazWording *wording, const GazNotice *ended_by);

/* Sets it to say that the document is a draft. */
void gaz_compose_draft(GazDocument *document, const GazWording *wording);

#endif
