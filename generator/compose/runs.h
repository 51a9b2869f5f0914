/* runs.h - words become runs. In English text, a stretch of Chinese is a run of its own, in Chinese, so that
 * it gets a Chinese face and a screen reader's Chinese voice: 工信部联原〔2020〕201号. */
#ifndef GAZETTE_COMPOSE_RUNS_H
#define GAZETTE_COMPOSE_RUNS_H
#include "document/document.h"

/* Adds `text` to `node`, in one run or several. */
void gaz_runs_add(GazDocument *document, GazNode *node, const char *text, unsigned style, const char *link);

/* Number of a heading: 一、 （一） 1. （1） by GB/T 9704 7.3.3; 1. 1.1 (1) (a) in English. `counts`: headings
 * counted so far at levels 1 to `level`. Yours: g_free(). */
char *gaz_heading_number(GazLanguage language, const unsigned *counts, unsigned level);

#endif
