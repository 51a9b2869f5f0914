/* labels.h - words in a figure: those of its key, and what stands before its rows. Private to layout/.
 * Lengths in pt. */
#ifndef GAZETTE_LAYOUT_LABELS_H
#define GAZETTE_LAYOUT_LABELS_H
#include "layout/flow.h"

#define GAZ_LABEL_SIZE 8.0
#define GAZ_LABEL_GAP 6.0 /* after a label */

/* Where words go, and the languages that are said. */
typedef struct {
    GazFlow *flow;
    bool zh, en;
} GazSpeech;

/* Whether `text` is said in `language`: a text that is the same in both is said once. */
bool gaz_speech_says(const GazSpeech *speech, const GazText *text, GazLanguage language);

/* All languages after one another on one line: what they take; set there with their baseline at `y`. */
double gaz_speech_width(const GazSpeech *speech, const GazText *text);
void gaz_speech_place(const GazSpeech *speech, const GazText *text, double x, double y);

/* The labels of a figure's rows: on one line each where all have room there, else each language below the one
 * before, in as many lines as it needs. */
typedef struct GazLabels GazLabels;

/* Labels of `rows`, of GazFigureRow, all that lent, no wider than `most`. Yours: gaz_labels_free(). */
GazLabels *gaz_labels_new(const GazSpeech *speech, const GArray *rows, double most);
void gaz_labels_free(GazLabels *labels);

/* What they take, the gap included; how high that of row `r` is, 0 where it is one line. */
double gaz_labels_width(const GazLabels *labels);
double gaz_labels_height(const GazLabels *labels, unsigned r);

/* That of row `r` at the flow's left edge, in the middle of a row of `height` at the flow's place. */
void gaz_labels_place(const GazLabels *labels, unsigned r, double height);

#endif
