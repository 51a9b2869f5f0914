/* json.c - one small function a kind of column; texts as cell.h writes them. */
#include "site/json.h"
#include "site/append.h"
#include "site/cell.h"
#include <string.h>

/* Whether the character at `at` can't stand for itself: in JSON, or where JSON stands in HTML or a script. */
static bool is_special(const char *at)
{
    switch (*at) {
    case '"':
    case '\\':
    case '<':
    case '>':
    case '&':
        return true;
    case '\xe2': /* U+2028 and U+2029, which separate lines, are E2 80 A8 and E2 80 A9 */
        return at[1] == '\x80' && (at[2] == '\xa8' || at[2] == '\xa9');
    default:
        return (guchar)*at < 0x20;
    }
}

static void add_special(GString *json, gunichar c)
{
    if (c == '"' || c == '\\')
        g_string_append_printf(json, "\\%c", (char)c);
    else
        g_string_append_printf(json, "\\u%04x", c);
}

void gaz_json_add_string(GString *json, const char *text)
{
    if (text == NULL) {
        g_string_append(json, "null");
        return;
    }
    g_string_append_c(json, '"');
    for (const char *at = text; *at != '\0';) {
        const char *plain = at;

        while (*at != '\0' && !is_special(at))
            at++;
        gaz_append_len(json, plain, (size_t)(at - plain));
        if (*at != '\0') {
            add_special(json, g_utf8_get_char(at));
            at = g_utf8_next_char(at);
        }
    }
    g_string_append_c(json, '"');
}

/* Our own names, in which there is nothing special. */
static void add_name(GString *json, const char *name)
{
    g_string_append_c(json, '"');
    gaz_append(json, name);
    gaz_append(json, "\": ");
}

static void add_text(GString *json, const char *name, const GazText *text)
{
    add_name(json, name);
    g_string_append(json, "{\"zh\": ");
    gaz_json_add_string(json, text->in[GAZ_ZH]);
    g_string_append(json, ", \"en\": ");
    gaz_json_add_string(json, text->in[GAZ_EN]);
    g_string_append_c(json, '}');
}

static void add_codes(GString *json, const GazCode *codes)
{
    g_string_append(json, ", \"codes\": {");
    for (unsigned i = 0; codes[i].code != NULL; i++) {
        g_string_append(json, i > 0 ? ", " : "");
        add_text(json, codes[i].code, &codes[i].name);
    }
    g_string_append_c(json, '}');
}

static void add_columns(GString *json, const GazTable *table)
{
    for (unsigned i = 0; i < table->column_count; i++) {
        const GazColumn *column = &table->columns[i];

        g_string_append_printf(json, "%s    {\"name\": \"%s\", ", i > 0 ? ",\n" : "", column->name);
        add_text(json, "heading", &column->heading);
        if (column->codes != NULL)
            add_codes(json, column->codes);
        if (column->target != NULL)
            g_string_append_printf(json, ", \"refers_to\": \"%s\"", column->target);
        g_string_append_c(json, '}');
    }
}

static void add_set(GString *json, const char *text)
{
    g_auto(GStrv) codes = g_strsplit(text, ";", -1);

    g_string_append_c(json, '[');
    for (char **code = codes; *code != NULL; code++) {
        g_string_append(json, code > codes ? ", " : "");
        gaz_json_add_string(json, *code);
    }
    g_string_append_c(json, ']');
}

static void add_value(GString *json, const GazColumn *column, const char *text)
{
    if (column->kind == GAZ_COLUMN_CODES)
        add_set(json, text);
    else if (text[0] == '\0')
        gaz_append(json, "null");
    else if (column->kind == GAZ_COLUMN_DECIMAL || column->kind == GAZ_COLUMN_COUNT)
        gaz_append(json, text);
    else if (column->kind == GAZ_COLUMN_FLAG)
        gaz_append(json, text[0] == 'y' ? "true" : "false");
    else
        gaz_json_add_string(json, text);
}

static void add_row(GString *json, const GazTable *table, const void *record)
{
    gaz_append(json, "    {");
    for (unsigned i = 0; i < table->column_count; i++) {
        g_autofree char *text = gaz_open_data_text(&table->columns[i], record);

        gaz_append(json, i > 0 ? ", " : "");
        add_name(json, table->columns[i].name);
        add_value(json, &table->columns[i], text);
    }
    g_string_append_c(json, '}');
}

GString *gaz_json_write(const GazTable *table, const GPtrArray *rows, GazDate as_of)
{
    GString *json = g_string_new("{\n");
    char date[11];

    g_string_append_printf(json, "  \"table\": \"%s\",\n  \"as_of\": \"%s\",\n  ", table->name,
                           gaz_date_write(as_of, date));
    add_text(json, "title", &table->title);
    g_string_append(json, ",\n  \"columns\": [\n");
    add_columns(json, table);
    g_string_append(json, "\n  ],\n  \"rows\": [\n");
    for (unsigned i = 0; i < rows->len; i++) {
        add_row(json, table, rows->pdata[i]);
        g_string_append(json, i + 1 < rows->len ? ",\n" : "\n");
    }
    g_string_append(json, "  ]\n}\n");
    return json;
}
