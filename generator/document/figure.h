/* figure.h - the facts that a figure shows, without how it is drawn. */
#ifndef GAZETTE_DOCUMENT_FIGURE_H
#define GAZETTE_DOCUMENT_FIGURE_H
#include "base/arena.h"
#include "base/moment.h"
#include "base/text.h"
#include <glib.h>

typedef enum {
    GAZ_FIGURE_CALENDAR, /* rows with bars over a time axis: windows, stoppages */
    GAZ_FIGURE_BARS,     /* rows with a value against what is required: days kept and days due */
    GAZ_FIGURE_CODE      /* an address as a QR code */
} GazFigureKind;

typedef enum {
    GAZ_BAR_PLANNED,     /* a window: full stop asked */
    GAZ_BAR_LIMITED,     /* a window with a load limit, or that asks for fewer days than it has */
    GAZ_BAR_MAKE_UP,     /* days made up */
    GAZ_BAR_VERIFIED,    /* verified stop that counts */
    GAZ_BAR_NOT_COUNTED, /* verified stop that doesn't count */
    GAZ_BAR_RUNNING,     /* found running: a moment, start = end */
    GAZ_BAR_STYLES
} GazBarStyle;

extern const GazText gaz_bar_style_names[GAZ_BAR_STYLES]; /* for the key */

typedef struct {
    int64_t start, end; /* [min since 1970-01-01 0:00] */
    GazBarStyle style;
} GazBar;

typedef struct {
    GazText label;
    GArray *bars;               /* of GazBar; in a calendar */
    GazDecimal value, required; /* [d] in GAZ_FIGURE_BARS */
} GazFigureRow;

typedef struct {
    GazFigureKind kind;
    GazText caption;
    GazText alternative; /* says in words what the figure shows */
    GazDate from, to;    /* axis of a calendar; both days are shown */
    GazText unit;        /* of the values: 天, days */
    const char *address; /* of a code; lent */
    GArray *rows;        /* of GazFigureRow; none in a code */
} GazFigure;

GazFigure *gaz_figure_new(GazArena *arena,
                          GazFigureKind kind); /* the arena's, but for `rows` and their `bars` */
void gaz_figure_clear(GazFigure *figure);      /* frees those */
GazFigureRow *gaz_figure_add_row(GazFigure *figure, GazText label); /* valid until the next addition */
void gaz_figure_add_bar(GazFigureRow *row, int64_t start, int64_t end, GazBarStyle style);

#endif
