/* frame.h - the facts that a wording may ask for by name, and those that a notice gives.
 * What may be asked for is known before any data: slots, a table a kind of notice. So a wrong name in a
 * wording is found when it is read, even where the notice isn't composed. */
#ifndef GAZETTE_COMPOSE_FRAME_H
#define GAZETTE_COMPOSE_FRAME_H
#include "compose/value.h"
#include "document/figure.h"
#include "document/table.h"
#include <stdbool.h>

typedef enum {
    GAZ_SLOT_VALUE,  /* {{name}} */
    GAZ_SLOT_FLAG,   /* {{if name}} */
    GAZ_SLOT_LIST,   /* {{each name}}, {{notes name}} */
    GAZ_SLOT_TABLE,  /* {{table name}} */
    GAZ_SLOT_FIGURE, /* {{figure name}} */
} GazSlotKind;

/* A list of slots ends with a NULL name. */
typedef struct GazSlot {
    const char *name;
    GazSlotKind kind;
    const struct GazSlot *inner; /* of the members of a LIST */
} GazSlot;

#define GAZ_VALUE(name_)                                                                                     \
    {                                                                                                        \
        .name = (name_), .kind = GAZ_SLOT_VALUE                                                              \
    }
#define GAZ_FLAG(name_)                                                                                      \
    {                                                                                                        \
        .name = (name_), .kind = GAZ_SLOT_FLAG                                                               \
    }
#define GAZ_LIST(name_, inner_)                                                                              \
    {                                                                                                        \
        .name = (name_), .kind = GAZ_SLOT_LIST, .inner = (inner_)                                            \
    }
#define GAZ_TABLE(name_)                                                                                     \
    {                                                                                                        \
        .name = (name_), .kind = GAZ_SLOT_TABLE                                                              \
    }
#define GAZ_FIGURE(name_)                                                                                    \
    {                                                                                                        \
        .name = (name_), .kind = GAZ_SLOT_FIGURE                                                             \
    }

/* Lent; NULL: none. */
const GazSlot *gaz_slot_find(const GazSlot *slots, const char *name);

/* Facts under the names of `slots`; what isn't found in a frame is looked for in the one around it. */
typedef struct GazFrame GazFrame;

/* In `arena`, as everything put into it must be. `outer` NULL: none. Only lists hold memory of their own:
 * gaz_frame_clear() on the outermost frame frees them all. */
GazFrame *gaz_frame_new(GazArena *arena, const GazSlot *slots, const GazFrame *outer);
void gaz_frame_clear(GazFrame *frame);

/* Setting a name that isn't among the frame's slots is a mistake in the program and ends it. A text with a
 * NULL Chinese member leaves the slot empty. `at` NULL: the datum has no cell. */
void gaz_frame_text(GazFrame *frame, const char *name, GazText text);
void gaz_frame_text_from(GazFrame *frame, const char *name, GazText text, const GazPlace *at);
void gaz_frame_link(GazFrame *frame, const char *name, GazText text, const char *link);
void gaz_frame_value(GazFrame *frame, const char *name, const GazValue *value);
void gaz_frame_date(GazFrame *frame, const char *name, GazDate date); /* GAZ_NO_DATE leaves the slot empty */
void gaz_frame_flag(GazFrame *frame, const char *name, bool flag);
void gaz_frame_table(GazFrame *frame, const char *name, GazGrid *table);
void gaz_frame_figure(GazFrame *frame, const char *name, GazFigure *figure);

/* A new member of the list `name`, a frame of its own inside `frame`. */
GazFrame *gaz_frame_add(GazFrame *frame, const char *name);

/* What a wording asks for. NULL: empty. */
const GazValue *gaz_frame_get(const GazFrame *frame, const char *name);
const GPtrArray *gaz_frame_members(const GazFrame *frame, const char *name); /* of GazFrame * */
GazGrid *gaz_frame_get_table(const GazFrame *frame, const char *name);
GazFigure *gaz_frame_get_figure(const GazFrame *frame, const char *name);
bool gaz_frame_is_set(const GazFrame *frame, const char *name); /* has a value, a member, a table; is true */

#endif
