/* workbook_parts.c - shared strings and styles, the parts that all sheets refer to. */
#include "read/workbook_parts.h"

#include <string.h>

/* ST_Xstring: characters that XML can't hold, and line ends, are written so. "_x005F_" is "_". */
static gboolean unescape(const char *at, gunichar *character)
{
    char digits[5] = {0};
    guint64 number;

    if (strncmp(at, "_x", 2) != 0 || strnlen(at, 7) < 7 || at[6] != '_')
        return FALSE;
    memcpy(digits, at + 2, 4);
    if (!g_ascii_string_to_unsigned(digits, 16, 0, 0xFFFF, &number, NULL) || number == 0)
        return FALSE;
    *character = (gunichar)number;
    return g_unichar_validate(*character);
}

void gaz_append_unescaped(GString *to, const char *text, size_t length)
{
    gunichar character;

    if (memmem(text, length, "_x", 2) == NULL) {
        g_string_append_len(to, text, (gssize)length);
        return;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '_' && unescape(text + i, &character)) {
            g_string_append_unichar(to, character);
            i += strlen("_x0000_") - 1;
        } else {
            g_string_append_c(to, text[i]);
        }
    }
}

bool gaz_part_append_rich_text(GazPart *part, const char *name, GString *text)
{
    unsigned aids = 0;
    bool inside = false;

    for (GazPartEvent event; (event = gaz_part_next(part)) != GAZ_PART_DONE;) {
        if (event == GAZ_PART_TEXT) {
            const char *value = gaz_part_text(part);

            if (inside && aids == 0 && text->len <= GAZ_LONGEST_FIELD)
                gaz_append_unescaped(text, value, strlen(value));
        } else if (gaz_part_is(part, "rPh") && !gaz_part_is_empty(part)) {
            aids += event == GAZ_PART_START ? 1 : (unsigned)-1;
        } else if (gaz_part_is(part, "t")) {
            inside = event == GAZ_PART_START && !gaz_part_is_empty(part);
        } else if (event == GAZ_PART_END && gaz_part_is(part, name)) {
            return true;
        }
    }
    return false;
}

static void keep_string(GazSharedStrings *strings, const char *text, gsize length)
{
    gsize offset = strings->text->len;

    g_array_append_val(strings->offsets, offset);
    g_string_append_len(strings->text, text, (gssize)length);
    g_string_append_c(strings->text, '\0');
}

bool gaz_shared_read(GazWorkbook *workbook, const char *name)
{
    g_autoptr(GazPart) part = gaz_part_open(workbook->package, name);
    g_autoptr(GString) text = g_string_new(NULL);

    if (part == NULL)
        return false;
    for (GazPartEvent event; (event = gaz_part_next(part)) != GAZ_PART_DONE;) {
        if (event != GAZ_PART_START || !gaz_part_is(part, "si"))
            continue;
        g_string_truncate(text, 0);
        if (!gaz_part_is_empty(part) && !gaz_part_append_rich_text(part, "si", text))
            break;
        keep_string(&workbook->strings, text->str, text->len);
        if (workbook->strings.text->len > GAZ_LARGEST_FILE)
            gaz_package_overflow(workbook->package);
    }
    return !gaz_package_is_broken(workbook->package);
}

const char *gaz_shared_get(const GazSharedStrings *strings, guint64 index)
{
    return index >= strings->offsets->len
               ? NULL
               : strings->text->str + g_array_index(strings->offsets, gsize, index);
}

/* numFmt: an id that cells use to a code that says what it shows. */
static void read_format(const GazPart *part, GHashTable *codes)
{
    g_autofree char *code = gaz_part_attribute(part, "formatCode", false);
    guint64 id = gaz_part_number(part, "numFmtId", 0);

    if (code != NULL)
        g_hash_table_insert(codes, GUINT_TO_POINTER((guint)id),
                            GINT_TO_POINTER((int)gaz_number_format(code)));
}

static GazNumberFormat format_of(const GazPart *part, GHashTable *codes)
{
    guint64 id = gaz_part_number(part, "numFmtId", 0);
    gpointer found;

    if (g_hash_table_lookup_extended(codes, GUINT_TO_POINTER((guint)id), NULL, &found))
        return (GazNumberFormat)GPOINTER_TO_INT(found);
    return gaz_number_format_builtin(id);
}

/* cellXfs has one xf for each style that a cell can name; cellStyleXfs has xf as well, and doesn't count. */
bool gaz_styles_read(GazWorkbook *workbook, const char *name)
{
    g_autoptr(GazPart) part = gaz_part_open(workbook->package, name);
    g_autoptr(GHashTable) codes = g_hash_table_new(NULL, NULL);
    bool cells = false;

    if (part == NULL)
        return false;
    for (GazPartEvent event; (event = gaz_part_next(part)) != GAZ_PART_DONE;) {
        if (event == GAZ_PART_TEXT)
            continue;
        if (gaz_part_is(part, "cellXfs"))
            cells = event == GAZ_PART_START && !gaz_part_is_empty(part);
        else if (event == GAZ_PART_START && gaz_part_is(part, "numFmt"))
            read_format(part, codes);
        else if (event == GAZ_PART_START && cells && gaz_part_is(part, "xf")) {
            GazNumberFormat format = format_of(part, codes);

            g_array_append_val(workbook->formats, format);
        }
    }
    return !gaz_package_is_broken(workbook->package);
}
