/* runs.c - words become runs. */
#include "compose/runs.h"

#include "compose/value.h"
#include <string.h>

static bool is_chinese(gunichar character)
{
    const gunichar first_han = 0x2E80;

    return character >= first_han &&
           (g_unichar_get_script(character) == G_UNICODE_SCRIPT_HAN ||
            (character >= 0x3000 && character <= 0x303F) || (character >= 0xFF00 && character <= 0xFFEF));
}

/* What may stand inside a stretch of Chinese without ending it: the 201 of 〔2020〕201号. */
static bool is_between(gunichar character)
{
    return character < 0x80 ? g_ascii_isalnum((char)character) || character == '-' || character == '.'
                            : character == 0xB7 || character == 0x2014;
}

/* Where the Chinese that begins at `text` ends. */
static const char *chinese_end(const char *text)
{
    const char *end = text;

    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);

        if (is_chinese(character))
            end = g_utf8_next_char(at);
        else if (!is_between(character))
            break;
    }
    while (end > text && g_ascii_isalnum(*end)) /* the number that a reference ends with: 错核0101 */
        end++;
    return end;
}

static const char *chinese_begin(const char *text)
{
    while (*text != '\0' && ((guchar)*text < 0x80 || !is_chinese(g_utf8_get_char(text))))
        text = g_utf8_next_char(text);
    return text;
}

static void add_run(GazDocument *document, GazNode *node, GazLanguage language, const char *from,
                    const char *to, unsigned style, const char *link)
{
    g_autofree char *text = g_strndup(from, (gsize)(to - from));
    GazRun *run;

    if (from == to)
        return;
    run = gaz_node_add_run(document, node, language, text);
    run->style = style;
    run->link = gaz_arena_intern(document->arena, link);
}

void gaz_runs_add(GazDocument *document, GazNode *node, const char *text, unsigned style, const char *link)
{
    const char *end = text + strlen(text);

    if (node->language == GAZ_ZH) {
        add_run(document, node, GAZ_ZH, text, end, style, link);
        return;
    }
    while (*text != '\0') {
        const char *chinese = chinese_begin(text);
        const char *after = chinese_end(chinese);

        add_run(document, node, GAZ_EN, text, chinese, style, link);
        add_run(document, node, GAZ_ZH, chinese, after, style, link);
        text = after;
    }
}

static char *chinese_number(unsigned count, unsigned level)
{
    g_autoptr(GazArena) arena = gaz_arena_new();

    switch (level) {
    case 1:
        return g_strdup_printf("%s、", gaz_text_han_number(arena, count));
    case 2:
        return g_strdup_printf("（%s）", gaz_text_han_number(arena, count));
    case 3:
        return g_strdup_printf("%u.", count);
    default:
        return g_strdup_printf("（%u）", count);
    }
}

char *gaz_heading_number(GazLanguage language, const unsigned *counts, unsigned level)
{
    unsigned count = counts[level];

    if (language == GAZ_ZH)
        return chinese_number(count, level);
    switch (level) {
    case 1:
        return g_strdup_printf("%u.", count);
    case 2:
        return g_strdup_printf("%u.%u", counts[1], count);
    case 3:
        return g_strdup_printf("(%u)", count);
    default:
        return g_strdup_printf("(%c)", 'a' + (char)((count - 1) % 26));
    }
}
