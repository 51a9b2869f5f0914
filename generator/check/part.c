/* part.c - a line's states as stretches of time. */
#include "check/part.h"

#include "check/rule.h"

static void add_part(GArray *parts, GazSpan part, GazSpan within)
{
    GazSpan clipped = gaz_span_clip(part, within);

    if (!gaz_span_is_empty(clipped))
        g_array_append_val(parts, clipped);
}

/* The stretches of `within` in which the line is operating. */
static GArray *operating(const GazLine *line, GazSpan within)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(GazSpan));

    if (line->state_count == 0 && line->status == GAZ_LINE_OPERATING)
        add_part(parts, within, within);
    for (unsigned i = 0; i < line->state_count; i++) {
        const GazLineState *state = &line->states[i], *next = state + 1;
        bool last = i + 1 == line->state_count;
        GazSpan part = {state->from == GAZ_NO_DATE ? INT64_MIN : gaz_date_begin(state->from),
                        last ? INT64_MAX : gaz_date_begin(next->from)};

        if (state->status == GAZ_LINE_OPERATING)
            add_part(parts, part, within);
    }
    return parts;
}

GArray *gaz_line_parts(const GazLine *line, GazSpan within)
{
    if (line->commissioned != GAZ_NO_DATE)
        within.start = MAX(within.start, gaz_date_begin(line->commissioned));
    return operating(line, within);
}

bool gaz_line_takes_all(const GazLine *line, GazSpan within)
{
    g_autoptr(GArray) parts = gaz_line_parts(line, within);
    int64_t until = within.start;

    for (unsigned i = 0; i < parts->len && g_array_index(parts, GazSpan, i).start == until; i++)
        until = g_array_index(parts, GazSpan, i).end;
    return until == within.end;
}

bool gaz_line_operates_in(const GazLine *line, GazSpan within)
{
    g_autoptr(GArray) parts = operating(line, within);

    return parts->len > 0;
}

const GazEnterprise *gaz_line_owner_at(const GazLine *line, GazSpan span)
{
    return line->state_count == 0 ? line->enterprise : gaz_line_on(line, gaz_date_of(span.start)).enterprise;
}
