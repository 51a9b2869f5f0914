/* frame.c - facts under their names. Slots are few, so a frame is an array in their order. */
#include "compose/frame.h"

#include <string.h>

typedef union {
    GazValue value;
    bool flag;
    GPtrArray *members;
    GazGrid *table;
    GazFigure *figure;
} Content;

struct GazFrame {
    GazArena *arena;
    const GazSlot *slots;
    const GazFrame *outer;
    Content *contents;
};

const GazSlot *gaz_slot_find(const GazSlot *slots, const char *name)
{
    for (; slots != NULL && slots->name != NULL; slots++)
        if (strcmp(slots->name, name) == 0)
            return slots;
    return NULL;
}

GazFrame *gaz_frame_new(GazArena *arena, const GazSlot *slots, const GazFrame *outer)
{
    GazFrame *frame = gaz_arena_new0(arena, GazFrame, 1);
    size_t count = 0;

    while (slots[count].name != NULL)
        count++;
    frame->arena = arena;
    frame->slots = slots;
    frame->outer = outer;
    frame->contents = gaz_arena_new0(arena, Content, count);
    return frame;
}

/* Recursion as deep as the slots of the program nest, not as the data. */
void gaz_frame_clear(GazFrame *frame)
{
    for (size_t i = 0; frame->slots[i].name != NULL; i++) {
        GPtrArray *members = frame->slots[i].kind == GAZ_SLOT_LIST ? frame->contents[i].members : NULL;

        for (unsigned k = 0; members != NULL && k < members->len; k++)
            gaz_frame_clear(members->pdata[k]);
        if (members != NULL)
            g_ptr_array_unref(members);
        memset(&frame->contents[i], 0, sizeof frame->contents[i]);
    }
}

static Content *own_content(GazFrame *frame, const char *name, GazSlotKind kind)
{
    const GazSlot *slot = gaz_slot_find(frame->slots, name);

    if (slot == NULL || slot->kind != kind)
        g_error("no slot of this kind called %s", name);
    return &frame->contents[slot - frame->slots];
}

void gaz_frame_value(GazFrame *frame, const char *name, const GazValue *value)
{
    own_content(frame, name, GAZ_SLOT_VALUE)->value = *value;
}

static void set_text(GazFrame *frame, const char *name, GazText text, const char *link, const GazPlace *at)
{
    GazValue value = {.at = at};

    if (text.in[GAZ_ZH] != NULL)
        gaz_value_add(frame->arena, &value, text, link);
    gaz_frame_value(frame, name, &value);
}

void gaz_frame_text(GazFrame *frame, const char *name, GazText text)
{
    set_text(frame, name, text, NULL, NULL);
}

void gaz_frame_text_from(GazFrame *frame, const char *name, GazText text, const GazPlace *at)
{
    set_text(frame, name, text, NULL, memcpy(gaz_arena_new0(frame->arena, GazPlace, 1), at, sizeof *at));
}

void gaz_frame_link(GazFrame *frame, const char *name, GazText text, const char *link)
{
    set_text(frame, name, text, link, NULL);
}

void gaz_frame_date(GazFrame *frame, const char *name, GazDate date)
{
    gaz_frame_text(frame, name,
                   date == GAZ_NO_DATE ? gaz_text(NULL, NULL) : gaz_text_date(frame->arena, date));
}

void gaz_frame_flag(GazFrame *frame, const char *name, bool flag)
{
    own_content(frame, name, GAZ_SLOT_FLAG)->flag = flag;
}

void gaz_frame_table(GazFrame *frame, const char *name, GazGrid *table)
{
    own_content(frame, name, GAZ_SLOT_TABLE)->table = table;
}

void gaz_frame_figure(GazFrame *frame, const char *name, GazFigure *figure)
{
    own_content(frame, name, GAZ_SLOT_FIGURE)->figure = figure;
}

GazFrame *gaz_frame_add(GazFrame *frame, const char *name)
{
    Content *content = own_content(frame, name, GAZ_SLOT_LIST);
    GazFrame *member = gaz_frame_new(frame->arena, gaz_slot_find(frame->slots, name)->inner, frame);

    if (content->members == NULL)
        content->members = g_ptr_array_new();
    g_ptr_array_add(content->members, member);
    return member;
}

/* The nearest content of this name; NULL: no frame has such a slot. */
static const Content *nearest(const GazFrame *frame, const char *name, GazSlotKind *kind)
{
    for (; frame != NULL; frame = frame->outer) {
        const GazSlot *slot = gaz_slot_find(frame->slots, name);

        if (slot == NULL)
            continue;
        *kind = slot->kind;
        return &frame->contents[slot - frame->slots];
    }
    return NULL;
}

static const Content *nearest_of(const GazFrame *frame, const char *name, GazSlotKind wanted)
{
    GazSlotKind kind = wanted;
    const Content *content = nearest(frame, name, &kind);

    return kind == wanted ? content : NULL;
}

const GazValue *gaz_frame_get(const GazFrame *frame, const char *name)
{
    const Content *content = nearest_of(frame, name, GAZ_SLOT_VALUE);

    return content == NULL || content->value.first == NULL ? NULL : &content->value;
}

const GPtrArray *gaz_frame_members(const GazFrame *frame, const char *name)
{
    const Content *content = nearest_of(frame, name, GAZ_SLOT_LIST);

    return content == NULL ? NULL : content->members;
}

GazGrid *gaz_frame_get_table(const GazFrame *frame, const char *name)
{
    const Content *content = nearest_of(frame, name, GAZ_SLOT_TABLE);

    return content == NULL ? NULL : content->table;
}

GazFigure *gaz_frame_get_figure(const GazFrame *frame, const char *name)
{
    const Content *content = nearest_of(frame, name, GAZ_SLOT_FIGURE);

    return content == NULL ? NULL : content->figure;
}

bool gaz_frame_is_set(const GazFrame *frame, const char *name)
{
    GazSlotKind kind = GAZ_SLOT_FLAG;
    const Content *content = nearest(frame, name, &kind);

    if (content == NULL)
        return false;
    switch (kind) {
    case GAZ_SLOT_VALUE:
        return content->value.first != NULL;
    case GAZ_SLOT_FLAG:
        return content->flag;
    case GAZ_SLOT_LIST:
        return content->members != NULL;
    case GAZ_SLOT_TABLE:
        return content->table != NULL;
    case GAZ_SLOT_FIGURE:
        return content->figure != NULL;
    }
    return false;
}
