/* elements.c - text only ever in leaves. */
#include "layout/elements.h"

typedef struct {
    GArray *marks; /* the result */
    bool in_span;  /* a Span of ours is open */
} Out;

static void clear_mark(void *data)
{
    g_clear_pointer(&((GazMark *)data)->item, pango_glyph_item_free);
}

GArray *gaz_marks_new(void)
{
    GArray *marks = g_array_new(FALSE, TRUE, sizeof(GazMark));

    g_array_set_clear_func(marks, clear_mark);
    return marks;
}

static void add_span(Out *out, GazMarkKind kind)
{
    GazMark mark = {.kind = kind, .name = "Span"};

    g_array_append_val(out->marks, mark);
    out->in_span = kind == GAZ_MARK_OPEN;
}

static void take(GArray *to, GArray *from, unsigned at)
{
    GazMark mark = g_array_index(from, GazMark, at);

    g_array_index(from, GazMark, at).item = NULL;
    g_array_append_val(to, mark);
}

static bool draws(GazMarkKind kind)
{
    return kind == GAZ_MARK_GLYPHS || kind == GAZ_MARK_FILL || kind == GAZ_MARK_FRAME ||
           kind == GAZ_MARK_LINE;
}

/* Whether the element opened at `at` is closed on this page with no other inside. */
static bool is_leaf(const GArray *marks, unsigned at)
{
    for (unsigned i = at + 1; i < marks->len; i++) {
        GazMarkKind kind = g_array_index(marks, GazMark, i).kind;

        if (kind == GAZ_MARK_OPEN || kind == GAZ_MARK_CLOSE)
            return kind == GAZ_MARK_CLOSE;
    }
    return false;
}

void gaz_elements_settle(GArray **marks)
{
    Out out = {.marks = gaz_marks_new()};
    bool leaf = false; /* what is open from the page before is none */

    for (unsigned i = 0; i < (*marks)->len; i++) {
        const GazMark *mark = &g_array_index(*marks, GazMark, i);
        bool edge = mark->kind == GAZ_MARK_OPEN || mark->kind == GAZ_MARK_CLOSE;

        if (edge && out.in_span)
            add_span(&out, GAZ_MARK_CLOSE);
        if (edge)
            leaf = mark->kind == GAZ_MARK_OPEN && is_leaf(*marks, i);
        else if (draws(mark->kind) && !leaf && !out.in_span)
            add_span(&out, GAZ_MARK_OPEN);
        take(out.marks, *marks, i);
    }
    if (out.in_span)
        add_span(&out, GAZ_MARK_CLOSE);
    g_array_unref(*marks);
    *marks = out.marks;
}
