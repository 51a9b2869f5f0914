/* blocks.h - each kind of node set on the page. Private to layout/. */
#ifndef GAZETTE_LAYOUT_BLOCKS_H
#define GAZETTE_LAYOUT_BLOCKS_H
#include "layout/flow.h"

/* Everything below `parent`, in order. */
void gaz_blocks_children(GazFlow *flow, const GazNode *parent);

/* A node of text with its structure element; `before`, `after`: space in pt. */
void gaz_blocks_text(GazFlow *flow, const GazNode *node, const GazSetting *setting, const char *tag,
                     double pitch);

/* The body setting of a language. */
GazSetting gaz_blocks_setting(const GazFlow *flow, GazLanguage language);
double gaz_blocks_pitch(GazLanguage language);

void gaz_table_layout(GazFlow *flow, const GazNode *node);
void gaz_figure_layout(GazFlow *flow, const GazNode *node);

#endif
