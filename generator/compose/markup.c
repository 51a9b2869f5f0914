/* markup.c - inlines become pieces. */
#include "compose/markup.h"

#include "compose/faults.h"
#include "document/document.h"
#include "read/input.h"
#include <string.h>

enum { DEEPEST_INLINE = 16 };

void gaz_markup_init(GazMarkup *markup, GazArena *arena, GazReport *report, const char *file,
                     const char *text, GazLanguage language)
{
    *markup = (GazMarkup){.arena = arena, .report = report, .language = language, .file = file, .text = text};
    markup->length = strlen(text);
    markup->lines = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t start = 0;;) {
        size_t end = start + strcspn(text + start, "\r\n");

        g_array_append_val(markup->lines, start);
        if (end == markup->length)
            break;
        start = end + (text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
    }
}

void gaz_markup_clear(GazMarkup *markup)
{
    g_clear_pointer(&markup->lines, g_array_unref);
}

/* Where line `number` (from 1) begins; the end of the text for any beyond the last. */
static size_t line_start(const GazMarkup *markup, unsigned number)
{
    return number == 0 || number > markup->lines->len ? markup->length
                                                      : g_array_index(markup->lines, size_t, number - 1);
}

static GazPlace place_at(const GazMarkup *markup, size_t offset)
{
    unsigned low = 1, high = markup->lines->len;
    size_t start;

    while (low < high) {
        unsigned middle = (low + high + 1) / 2;

        if (line_start(markup, middle) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    start = line_start(markup, low);
    return (GazPlace){.file = markup->file,
                      .line = low,
                      .column = (unsigned)g_utf8_strlen(markup->text + start, (gssize)(offset - start)) + 1};
}

GazPlace gaz_markup_enter(GazMarkup *markup, cmark_node *block)
{
    unsigned first = (unsigned)MAX(cmark_node_get_start_line(block), 1);
    unsigned last = (unsigned)MAX(cmark_node_get_end_line(block), (int)first);

    markup->from = line_start(markup, first);
    markup->until = line_start(markup, last + 1);
    /* Of blocks cmark's columns are right, in bytes. */
    markup->from = MIN(markup->from + (size_t)MAX(cmark_node_get_start_column(block) - 1, 0), markup->until);
    return place_at(markup, markup->from);
}

/* The place of `needle` in the block, from what was found before on; the block's own where it isn't found
 * as it stands (an escaped or coded character). `past`: the next search goes on behind it. */
static GazPlace find(GazMarkup *markup, const char *needle, size_t length, bool past)
{
    const char *found =
        g_strstr_len(markup->text + markup->from, (gssize)(markup->until - markup->from), needle);
    GazPlace place;

    if (found == NULL)
        return place_at(markup, markup->from);
    place = place_at(markup, (size_t)(found - markup->text));
    markup->from = (size_t)(found - markup->text) + (past ? length : 0);
    return place;
}

bool gaz_markup_is_name(const char *name, size_t length)
{
    if (length == 0 || !g_ascii_islower(name[0]))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!g_ascii_islower(name[i]) && !g_ascii_isdigit(name[i]) && name[i] != '-' && name[i] != '.')
            return false;
    return true;
}

/* How the inlines around a piece style it. */
typedef struct {
    unsigned style;
    const char *link;
    unsigned depth;
} Around;

static GazPiece *add_piece(GazMarkup *markup, GazBlock *block, const Around *around, const char *text,
                           size_t length)
{
    GazPiece *piece = gaz_arena_new0(markup->arena, GazPiece, 1);

    piece->text = gaz_arena_strndup(markup->arena, text, length);
    piece->style = around->style;
    piece->link = around->link;
    if (block->last_piece == NULL)
        block->pieces = piece;
    else
        block->last_piece->next = piece;
    block->last_piece = piece;
    return piece;
}

static void add_words(GazMarkup *markup, GazBlock *block, const Around *around, const char *text,
                      size_t length)
{
    if (length > 0)
        add_piece(markup, block, around, text, length)->at = block->at;
}

static void complain(GazMarkup *markup, const char *needle, GazComposeFault fault, const char *expected)
{
    GazPlace at = find(markup, needle, strlen(needle), true);

    gaz_report_add(markup->report, &at, &gaz_compose_faults[fault], NULL, needle, "%s", expected);
}

/* What stands between {{ and }}: a name, or a fault. */
static void add_placeholder(GazMarkup *markup, GazBlock *block, const Around *around, const char *whole,
                            size_t length)
{
    g_autofree char *needle = g_strndup(whole, length);
    const char *name = whole + 2;
    size_t name_length = length - 4;

    if (gaz_markup_is_name(name, name_length)) {
        GazPlace at = find(markup, needle, length, true);
        GazPiece *piece = add_piece(markup, block, around, name, name_length);

        piece->placeholder = true;
        piece->at = at;
    } else if (memchr(name, ' ', name_length) != NULL) {
        complain(markup, needle, GAZ_COMPOSE_DIRECTIVE_INLINE, "a blank line before and after it");
    } else {
        complain(markup, needle, GAZ_COMPOSE_PLACEHOLDER_MALFORMED,
                 "{{name}}, of small letters, digits, - and .");
    }
}

/* CommonMark doesn't close 标签：** before a Chinese character: it needs a blank after it. */
static void check_asterisks(GazMarkup *markup, const char *text)
{
    if (strstr(text, "**") != NULL)
        complain(markup, "**", GAZ_COMPOSE_MARKUP_UNSUPPORTED,
                 "emphasis that ends: a blank after ** where a mark stands before it");
}

/* Characters written as themselves were seen when the file was read; this is for those written as &#x202E; or
 * &shy;. */
static void check_coded(GazMarkup *markup, const char *text)
{
    const char *found = gaz_forbidden_character(text);
    g_autofree char *name = NULL;
    GazPlace at;

    if (found == NULL || gaz_forbidden_character(markup->text) != NULL)
        return;
    at = find(markup, "&", 1, true);
    name = g_strdup_printf("U+%04X", g_utf8_get_char(found));
    gaz_report_add(markup->report, &at, &gaz_read_faults[GAZ_READ_FORBIDDEN_CHARACTER], NULL, name, NULL);
}

static void add_text(GazMarkup *markup, GazBlock *block, const Around *around, const char *text)
{
    check_asterisks(markup, text);
    check_coded(markup, text);
    for (const char *open; (open = strstr(text, "{{")) != NULL;) {
        const char *close = strstr(open, "}}");

        add_words(markup, block, around, text, (size_t)(open - text));
        if (close == NULL) {
            complain(markup, "{{", GAZ_COMPOSE_PLACEHOLDER_MALFORMED, "}} in the same paragraph");
            return;
        }
        add_placeholder(markup, block, around, open, (size_t)(close + 2 - open));
        text = close + 2;
    }
    add_words(markup, block, around, text, strlen(text));
}

static bool is_safe_link(const char *url)
{
    static const char *const schemes[] = {"https:", "mailto:", "tel:"};

    for (unsigned i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (g_ascii_strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            return strpbrk(url, "{}") == NULL;
    return g_str_has_prefix(url, "site:") && strstr(url, "..") == NULL && strpbrk(url, "{}\\") == NULL;
}

static void add_children(GazMarkup *markup, cmark_node *parent, GazBlock *block, const Around *around);

static void add_link(GazMarkup *markup, cmark_node *node, GazBlock *block, Around around)
{
    const char *url = cmark_node_get_url(node);

    if (!is_safe_link(url)) {
        GazPlace at = find(markup, url, strlen(url), false);

        gaz_report_add(markup->report, &at, &gaz_compose_faults[GAZ_COMPOSE_LINK_UNSAFE], NULL, url,
                       "https:, mailto:, tel: or site:, without placeholders");
        return;
    }
    check_coded(markup, url);
    around.link = gaz_arena_strdup(markup->arena, url);
    add_children(markup, node, block, &around);
}

static void add_styled(GazMarkup *markup, cmark_node *node, GazBlock *block, Around around, unsigned style)
{
    around.style |= style;
    add_children(markup, node, block, &around);
}

static void add_inline(GazMarkup *markup, cmark_node *node, GazBlock *block, const Around *around)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        add_text(markup, block, around, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK: /* Chinese has no blanks between words */
        add_words(markup, block, around, " ", markup->language == GAZ_EN ? 1 : 0);
        break;
    case CMARK_NODE_STRONG:
        add_styled(markup, node, block, *around, GAZ_RUN_STRONG);
        break;
    case CMARK_NODE_EMPH:
        add_styled(markup, node, block, *around, GAZ_RUN_EMPHASIS);
        break;
    case CMARK_NODE_LINK:
        add_link(markup, node, block, *around);
        break;
    case CMARK_NODE_IMAGE:
        complain(markup, "![", GAZ_COMPOSE_MARKUP_IMAGE, "words");
        break;
    case CMARK_NODE_HTML_INLINE:
        complain(markup, cmark_node_get_literal(node), GAZ_COMPOSE_MARKUP_HTML,
                 "words, or < written as &lt;");
        break;
    case CMARK_NODE_CODE:
        complain(markup, "`", GAZ_COMPOSE_MARKUP_UNSUPPORTED, "words without back quotes");
        break;
    default: /* a line end asked for: layout breaks lines */
        complain(markup, "\n", GAZ_COMPOSE_MARKUP_UNSUPPORTED, "no forced line end");
    }
}

static void add_children(GazMarkup *markup, cmark_node *parent, GazBlock *block, const Around *around)
{
    Around inside = *around;

    if (++inside.depth > DEEPEST_INLINE) {
        gaz_report_add(markup->report, &block->at, &gaz_compose_faults[GAZ_COMPOSE_NESTED_TOO_DEEP], NULL,
                       NULL, "emphasis and links at most %d deep", DEEPEST_INLINE);
        return;
    }
    for (cmark_node *node = cmark_node_first_child(parent); node != NULL; node = cmark_node_next(node))
        add_inline(markup, node, block, &inside);
}

void gaz_markup_pieces(GazMarkup *markup, cmark_node *parent, GazBlock *block)
{
    add_children(markup, parent, block, &(Around){0});
}
