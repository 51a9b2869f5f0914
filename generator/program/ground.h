/* ground.h - what an edition is published onto: the staging folder with what serves again of the publication
 * before, the fonts, of which that depends, the wording, and what a website is made with. None of it needs
 * the data: where something is published already, and there are processes to spare, a thread looks at it
 * while they are read. That hides 14 ms of a build of 600 lines, a seventh of one after a change. */
#ifndef GAZETTE_PROGRAM_GROUND_H
#define GAZETTE_PROGRAM_GROUND_H
#include "base/kept.h"
#include "compose/compose.h"
#include "layout/layout.h"
#include "program/options.h"
#include "publish/publish.h"
#include "site/tools.h"

typedef struct GazGround GazGround;

/* Of the first folder that the options name; `part` as gaz_staging_new() has it; `tools` for the website,
 * where they are loaded already, or NULL. Borrows all. Yours: gaz_ground_free(). */
GazGround *gaz_ground_new(const GazOptions *options, const char *part, GazSiteTools *tools);

/* Whether a thread has begun with it, and wasn't waited for yet. Trouble with it is told by
 * gaz_ground_ready() alone. */
bool gaz_ground_is_begun(const GazGround *ground);

/* Waits until all is there; begins with it where that wasn't done yet, upon `fonts`. From here on this
 * process has no threads. False with `error` set where it can't be published there. */
bool gaz_ground_ready(GazGround *ground, const GazFonts *fonts, GError **error);

/* Lent, once it is ready. */
const char *gaz_ground_output(const GazGround *ground); /* as it was asked for */
GazStaging *gaz_ground_staging(const GazGround *ground);
GazKept *gaz_ground_kept(const GazGround *ground);

/* Those that were opened for it; waits for them. NULL: none were, or they can't be. Yours: gaz_fonts_free().
 */
GazFonts *gaz_ground_take_fonts(GazGround *ground);

/* The wording that was loaded with it, without a fault; waits for it. NULL: none was, or whoever loads it is
 * told what is wrong. Yours: gaz_wording_free(). */
GazWording *gaz_ground_take_wording(GazGround *ground);

/* What the website is made with, once it is ready; lent. NULL: it makes its own. */
GazSiteTools *gaz_ground_tools(const GazGround *ground);

/* Begins to list what the files that were published are made from, in a thread: what else is to be done with
 * the edition, and to be freed of it, hides that. */
void gaz_ground_list(GazGround *ground);

/* Waits for the list; what wasn't published is thrown away. NULL is allowed. */
void gaz_ground_free(GazGround *ground);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazGround, gaz_ground_free)

#endif
