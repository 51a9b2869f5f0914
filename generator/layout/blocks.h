/* blocks.h - each kind of node set on the page. Private to layout/. */
#ifndef GAZETTE_LAYOUT_BLOCKS_H
#define GAZETTE_LAYOUT_BLOCKS_H
#include "layout/flow.h"

#define GAZ_ENGLISH_SPACE 5.0 /* [pt] below an English paragraph */

/* Everything below `parent`, in order. */
void gaz_blocks_children(GazFlow *flow, const GazNode *parent);

/* `first` and its siblings after it; `node` alone. */
void gaz_blocks_from(GazFlow *flow, const GazNode *first);
void gaz_blocks_one(GazFlow *flow, const GazNode *node);

/* One line of `node`'s text in the body's face, not yet placed. Yours: gaz_paragraph_free(). */
GazParagraph *gaz_blocks_single(GazFlow *flow, const GazNode *node);
void gaz_blocks_place_single(GazFlow *flow, GazParagraph *text, const GazNode *node, double x);

/* `node`'s number, `space` and runs as one chain. Lent, the flow's. */
GazRun *gaz_blocks_numbered(const GazFlow *flow, const GazNode *node, const char *space);

/* Lines of `runs` under a structure element `tag`; `node` gives the destination of links, or is NULL. */
void gaz_blocks_runs(GazFlow *flow, const GazNode *node, const GazRun *runs, const GazSetting *setting,
                     const char *tag, double pitch);

/* A node of text with its structure element; `before`, `after`: space in pt. */
void gaz_blocks_text(GazFlow *flow, const GazNode *node, const GazSetting *setting, const char *tag,
                     double pitch);

/* The body setting of a language. */
GazSetting gaz_blocks_setting(const GazFlow *flow, GazLanguage language);
double gaz_blocks_pitch(const GazFlow *flow, GazLanguage language);

/* Height [pt] of a NOTE, and the note itself below what is on the page. */
double gaz_note_height(GazFlow *flow, const GazNode *node);
void gaz_note_layout(GazFlow *flow, const GazNode *node);

/* Whether the caption of `node`, a table or figure, says in `language` what the title of its annex hasn't
 * said; a translation doesn't where the Chinese doesn't. */
bool gaz_caption_is_news(const GazNode *node, const GazText *caption, GazLanguage language);

void gaz_table_layout(GazFlow *flow, const GazNode *node);
void gaz_figure_layout(GazFlow *flow, const GazNode *node);

#endif
