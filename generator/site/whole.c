/* whole.c - one look through a page for the few bytes that dashes and brackets begin with, most of which are
 * something else: the page is copied only where one is found. */
#include "site/whole.h"
#include "site/append.h"
#include <stdbool.h>
#include <string.h>

#define OPEN "<span class=\"whole\">"
#define CLOSE "</span>"
#define WIDTH 3 /* bytes of each of the characters looked for, and of the letters of an office */
#define MOST_LETTERS 8

/* How far the page is read: its last tag so far, and whether that has ended. */
typedef struct {
    const char *tag; /* NULL: none yet */
    bool ended;
} Place;

/* From where to where what is to be kept whole goes; `end` NULL: nothing is. */
typedef struct {
    const char *start, *end;
} Stretch;

static bool is_dash(const char *at)
{
    return strncmp(at, "–", WIDTH) == 0 || strncmp(at, "—", WIDTH) == 0;
}

/* Of a number or a time of day. */
static bool is_figure(char c)
{
    return g_ascii_isdigit(c) || c == ':' || c == '.' || c == ',';
}

static const char *after_digits(const char *at)
{
    while (g_ascii_isdigit(*at))
        at++;
    return at;
}

/* With the figures before the dash, which don't begin before `from`, and those after it; a third may follow.
 */
static Stretch span_at(const char *dash, const char *from)
{
    Stretch span = {dash, NULL};

    if (dash == from || !g_ascii_isdigit(dash[-1]) || !g_ascii_isdigit(dash[WIDTH]))
        return span;
    while (span.start > from && is_figure(span.start[-1]))
        span.start--;
    for (span.end = dash + WIDTH; is_figure(*span.end);)
        span.end += is_dash(span.end + 1) && g_ascii_isdigit(span.end[1 + WIDTH]) ? 1 + WIDTH : 1;
    return span;
}

/* The letters of the office before the bracket, where an element begins with them, as one does whose language
 * isn't that around it; else the bracket: among words of the same language they can't be told from others. */
static const char *before_bracket(const char *bracket, const char *from)
{
    const char *letters = bracket;

    while (letters > from && (*(letters - 1) & 0x80) != 0 && bracket - letters < MOST_LETTERS * WIDTH)
        letters--;
    return letters > from && letters[-1] == '>' ? letters : bracket;
}

/* 〔year〕 with the number after it. */
static Stretch number_at(const char *bracket, const char *from)
{
    const char *year = bracket + WIDTH, *closing = after_digits(year), *number, *end;

    if (closing == year || strncmp(closing, "〕", WIDTH) != 0)
        return (Stretch){bracket, NULL};
    number = closing + WIDTH;
    end = after_digits(number);
    if (end > number && strncmp(end, "号", WIDTH) == 0)
        end += WIDTH;
    return (Stretch){before_bracket(bracket, from), end == number ? NULL : end};
}

static Stretch stretch_at(const char *mark, const char *from)
{
    if (is_dash(mark))
        return span_at(mark, from);
    return strncmp(mark, "〔", WIDTH) == 0 ? number_at(mark, from) : (Stretch){mark, NULL};
}

/* Of an element: the mark of a part opens none, and may stand in a script. NULL: none. */
static const char *last_tag(const char *from, const char *to)
{
    const char *tag = memrchr(from, '<', (size_t)(to - from));

    while (tag != NULL && tag[1] == '?')
        tag = memrchr(from, '<', (size_t)(tag - from));
    return tag;
}

static void read_on(Place *place, const char *from, const char *to)
{
    const char *tag = last_tag(from, to);

    if (tag != NULL) {
        *place = (Place){tag, false};
        from = tag;
    }
    place->ended = place->ended || memchr(from, '>', (size_t)(to - from)) != NULL;
}

/* A value of an attribute has no > of its own. */
static bool is_in_words(const Place *place)
{
    static const char *const others[] = {"title", "option", "script", "style", "text", "textarea"};

    if (place->tag == NULL || !place->ended)
        return false;
    for (unsigned i = 0; i < G_N_ELEMENTS(others); i++) {
        size_t length = strlen(others[i]);

        if (strncmp(place->tag + 1, others[i], length) == 0 && !g_ascii_isalpha(place->tag[1 + length]))
            return false;
    }
    return true;
}

/* Goes on to the next stretch from `mark` on, of what is copied as far as `from`, and notes where it stands;
 * without an end there is none. */
static Stretch next_stretch(const char *mark, const char *from, Place *place)
{
    const char *read = from;

    while ((mark = strpbrk(mark, "\xe2\xe3")) != NULL) {
        Stretch found = stretch_at(mark, from);

        if (found.end != NULL) {
            read_on(place, read, mark);
            read = mark;
            if (is_in_words(place))
                return found;
        }
        mark = found.end != NULL ? found.end : mark + 1;
    }
    return (Stretch){NULL, NULL};
}

GString *gaz_whole_keep(GString *html)
{
    Place place = {NULL, false};
    const char *from = html->str;
    Stretch found = next_stretch(from, from, &place);
    GString *kept;

    if (found.end == NULL)
        return html;
    kept = g_string_sized_new(html->len + html->len / 16);
    for (; found.end != NULL; found = next_stretch(from, from, &place)) {
        gaz_append_len(kept, from, (size_t)(found.start - from));
        gaz_append(kept, OPEN);
        gaz_append_len(kept, found.start, (size_t)(found.end - found.start));
        gaz_append(kept, CLOSE);
        from = found.end;
    }
    gaz_append_len(kept, from, html->len - (size_t)(from - html->str));
    g_string_free(html, TRUE);
    return kept;
}
