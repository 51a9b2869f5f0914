/* part.c - a line's states as stretches of time. */
#include "check/part.h"

#include "check/rule.h"

/* The time of the line's state `number`. */
static GazSpan state_span(const GazLine *line, unsigned number)
{
    const GazLineState *state = &line->states[number], *next = state + 1;
    bool last = number + 1 == line->state_count;

    return (GazSpan){state->from == GAZ_NO_DATE ? INT64_MIN : gaz_date_begin(state->from),
                     last ? INT64_MAX : gaz_date_begin(next->from)};
}

/* The part of `within` in which the line is operating in its state `number`; the one state of a line without
 * changes is 0. Empty: none. */
static GazSpan operating(const GazLine *line, unsigned number, GazSpan within)
{
    bool changes = line->state_count > 0;
    int status = changes ? line->states[number].status : line->status;

    if (status != GAZ_LINE_OPERATING)
        return (GazSpan){0, 0};
    return changes ? gaz_span_clip(state_span(line, number), within) : within;
}

static unsigned count_states(const GazLine *line)
{
    return MAX(line->state_count, 1u);
}

/* A change of name or owner ends a state, not the stretch: cut in two, a quota could be met outside either.
 */
static void add_part(GArray *parts, GazSpan part)
{
    GazSpan *last = parts->len == 0 ? NULL : &g_array_index(parts, GazSpan, parts->len - 1);

    if (gaz_span_is_empty(part))
        return;
    if (last != NULL && last->end == part.start)
        last->end = part.end;
    else
        g_array_append_val(parts, part);
}

GArray *gaz_line_parts(const GazLine *line, GazSpan within)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(GazSpan));

    if (line->commissioned != GAZ_NO_DATE)
        within.start = MAX(within.start, gaz_date_begin(line->commissioned));
    for (unsigned i = 0; i < count_states(line); i++)
        add_part(parts, operating(line, i, within));
    return parts;
}

bool gaz_parts_are_all(const GArray *parts, GazSpan within)
{
    int64_t until = within.start;

    for (unsigned i = 0; i < parts->len && g_array_index(parts, GazSpan, i).start == until; i++)
        until = g_array_index(parts, GazSpan, i).end;
    return until == within.end;
}

bool gaz_line_operates_in(const GazLine *line, GazSpan within)
{
    for (unsigned i = 0; i < count_states(line); i++)
        if (!gaz_span_is_empty(operating(line, i, within)))
            return true;
    return false;
}

const GazEnterprise *gaz_line_owner_at(const GazLine *line, GazSpan span)
{
    return line->state_count == 0 ? line->enterprise : gaz_line_on(line, gaz_date_of(span.start)).enterprise;
}
