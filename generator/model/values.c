/* values.c - one small function a kind of column; each leaves alone what it doesn't know. Everything is
 * looked at in compatibility form, in which full-width digits and letters are plain ones. */
#include "model/values.h"

#include "model/headings.h"
#include "model/names.h"
#include <string.h>

enum { GAZ_NO_SHIFT = 1000 }; /* the cell names no unit */

/* One value that is looked at. */
typedef struct {
    GazReading *reading;
    const GazTable *table;
    const GazColumn *column;
    const char *text; /* in compatibility form, without blanks at either end */
    int *shift;
    char **taken;
} Value;

static bool is_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    size_t decimals = text[digits] == '.' ? strspn(text + digits + 1, "0123456789") : 0;

    return digits > 0 && text[digits + (decimals > 0 ? decimals + 1 : 0)] == '\0';
}

/* Zeros that say nothing: before the first digit but the one before the point, behind the last decimal. */
static char *without_zeros(GString *number)
{
    while (number->str[0] == '0' && g_ascii_isdigit(number->str[1]))
        g_string_erase(number, 0, 1);
    if (strchr(number->str, '.') != NULL)
        while (number->str[number->len - 1] == '0')
            g_string_truncate(number, number->len - 1);
    if (number->str[number->len - 1] == '.')
        g_string_truncate(number, number->len - 1);
    return g_string_free(number, FALSE);
}

char *gaz_number_shift(const char *number, int shift)
{
    GString *shifted = g_string_new(number);
    char *point = strchr(shifted->str, '.');
    gssize at = point == NULL ? (gssize)shifted->len : point - shifted->str;

    if (!is_number(number) || shift == 0)
        return g_string_free(shifted, FALSE);
    if (point != NULL)
        g_string_erase(shifted, at, 1);
    for (at += shift; at < 1; at++)
        g_string_prepend_c(shifted, '0');
    while ((gssize)shifted->len < at)
        g_string_append_c(shifted, '0');
    g_string_insert_c(shifted, at, '.');
    return without_zeros(shifted);
}

char *gaz_value_part(const char *text, unsigned part)
{
    static const char *const signs[] = {"×", "x", "X", "*", "✕", "╳", "х"};
    const char *first = NULL;
    size_t length = 0;

    for (unsigned i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *found = strstr(text, signs[i]);

        if (found != NULL && (first == NULL || found < first)) {
            first = found;
            length = strlen(signs[i]);
        }
    }
    if (first == NULL)
        return g_strdup(part == 1 ? text : "");
    return part == 1 ? g_strndup(text, (gsize)(first - text)) : g_strdup(first + length);
}

/* The groups of `text` under a pattern that must fit it as a whole; NULL: it doesn't. Yours: g_strfreev(). */
static char **match(const char *pattern, const char *text)
{
    g_autoptr(GRegex) regex = g_regex_new(pattern, G_REGEX_ANCHORED | G_REGEX_DOLLAR_ENDONLY, 0, NULL);
    g_autoptr(GMatchInfo) found = NULL;

    g_assert(regex != NULL);
    return g_regex_match(regex, text, 0, &found) ? g_match_info_fetch_all(found) : NULL;
}

static int number_of(char **groups, unsigned index)
{
    return index < g_strv_length(groups) ? atoi(groups[index]) : 0;
}

static const char *text_of(char **groups, unsigned index)
{
    return index < g_strv_length(groups) ? groups[index] : "";
}

#define YEAR "(\\d{4})"
#define DAY YEAR "[年/.-](\\d{1,2})[月/.-](\\d{1,2})日?"
#define CLOCK "(上午|下午|凌晨|晚上|早上|中午)? *(\\d{1,2}|零|二十四)(?:[时点:](\\d{1,2})?)(?:分|:00)?(?:整)?"

/* Hours of a part of the day that mean one time only. 上午12时 is noon to some and midnight to a spreadsheet
 * program, 晚上12时 belongs to two days. */
static const struct {
    const char *part;
    int first, last; /* as written */
    int later;       /* [hours] by the clock of 24 */
} parts_of_day[] = {
    {"", 0, 99, 0},     {"凌晨", 0, 6, 0},   {"早上", 4, 11, 0},  {"上午", 1, 11, 0},  {"中午", 11, 12, 0},
    {"中午", 1, 2, 12}, {"下午", 1, 11, 12}, {"下午", 12, 12, 0}, {"晚上", 6, 11, 12},
};

static int hour_of(const char *text)
{
    return strcmp(text, "二十四") == 0 ? 24 : atoi(text); /* 零: none */
}

/* 24 is kept as 24. */
static GazValueKind append_clock(GString *text, char **groups)
{
    const char *part = text_of(groups, 4);
    int hour = hour_of(text_of(groups, 5)), minute = number_of(groups, 6);

    for (unsigned i = 0; i < G_N_ELEMENTS(parts_of_day); i++)
        if (strcmp(parts_of_day[i].part, part) == 0 && hour >= parts_of_day[i].first &&
            hour <= parts_of_day[i].last) {
            g_string_append_printf(text, " %02d:%02d", hour + parts_of_day[i].later, minute);
            return GAZ_VALUE_TAKEN;
        }
    return hour > 12 ? GAZ_VALUE_PLAIN : GAZ_VALUE_AMBIGUOUS;
}

static GazValueKind take_day(const Value *value, char **groups)
{
    GString *text = g_string_new(NULL);
    GazValueKind kind = GAZ_VALUE_TAKEN;

    g_string_printf(text, "%04d-%02d-%02d", number_of(groups, 1), number_of(groups, 2), number_of(groups, 3));
    if (*text_of(groups, 5) != '\0')
        kind = append_clock(text, groups);
    if (kind != GAZ_VALUE_TAKEN) {
        g_string_free(text, TRUE);
        *value->taken = g_strdup("the time by the clock of 24 hours, such as 2021-11-15 22:40");
        return kind;
    }
    if (value->column->kind == GAZ_COLUMN_DATE && g_str_has_suffix(text->str, " 00:00"))
        g_string_truncate(text, text->len - strlen(" 00:00"));
    *value->taken = g_string_free(text, FALSE);
    return GAZ_VALUE_TAKEN;
}

/* 11月15日 is of no year, 3/4/2021 of March or April, 21.11.15 of any of three. */
static GazValueKind take_date(const Value *value)
{
    static const char *const certain[] = {DAY "$", "(\\d{4})(\\d{2})(\\d{2})$", DAY "[T ]*" CLOCK "$"};
    g_autofree char *text = g_strdup(value->text);
    g_autofree char *unspaced = NULL;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_auto(GStrv) vague = NULL;

    /* Blanks only separate: "2021年11月15日 8时" and "2021-11-15 8:00". */
    unspaced = g_strjoinv(strstr(text, "年") != NULL ? "" : " ", words);
    for (unsigned i = 0; i < G_N_ELEMENTS(certain); i++) {
        g_auto(GStrv) groups = match(certain[i], unspaced);

        if (groups != NULL)
            return take_day(value, groups);
    }
    vague =
        match("(\\d{1,2}月\\d{1,2}日?|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\d{2}年\\d{1,2}月).*$", unspaced);
    if (vague == NULL)
        return GAZ_VALUE_PLAIN;
    *value->taken = g_strdup("the year in four digits, then month and day, such as 2021-11-15");
    return GAZ_VALUE_AMBIGUOUS;
}

/* Φ4.8, 5,000, 45天, 4800mm: the unit must be one that the column's numbers can be turned from. */
static GazValueKind take_number(const Value *value, const GazHeadings *headings)
{
    g_auto(GStrv) groups =
        match("[ΦφФфØø⌀∅]?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*([^\\d.,]*)$", value->text);
    g_auto(GStrv) parts = NULL;
    g_autofree char *whole = NULL;

    if (groups == NULL)
        return GAZ_VALUE_PLAIN;
    if (*text_of(groups, 3) != '\0' &&
        (headings == NULL ||
         !gaz_headings_unit(headings, value->table, value->column, text_of(groups, 3), value->shift)))
        return GAZ_VALUE_PLAIN;
    parts = g_strsplit(groups[1], ",", -1);
    whole = g_strjoinv("", parts);
    *value->taken = g_strconcat(whole, text_of(groups, 2), NULL);
    return GAZ_VALUE_TAKEN;
}

static GazValueKind take_flag(const Value *value, const GazHeadings *headings)
{
    const char *word = headings == NULL ? NULL : gaz_headings_word(headings, value->text);

    if (word == NULL)
        return GAZ_VALUE_PLAIN;
    *value->taken = g_strdup(strcmp(word, "yes") == 0 ? "yes" : "no"); /* nothing said is no */
    return GAZ_VALUE_NAMED;
}

/* A code by its name in either language. */
static const char *find_code(const GazCode *codes, const char *name)
{
    for (; codes->code != NULL; codes++)
        if (strcmp(codes->code, name) == 0 || gaz_heading_same(codes->name.in[GAZ_ZH], name) ||
            gaz_heading_same(codes->name.in[GAZ_EN], name))
            return codes->code;
    return NULL;
}

static GazValueKind take_code(const Value *value)
{
    *value->taken = g_strdup(find_code(value->column->codes, value->text));
    return *value->taken == NULL ? GAZ_VALUE_PLAIN : GAZ_VALUE_NAMED;
}

/* All of them, or none: what isn't known is told as it was written. */
static GazValueKind take_codes(const Value *value)
{
    g_auto(GStrv) names = g_regex_split_simple("[;,、，/\\n]+", value->text, 0, 0);
    g_autoptr(GString) codes = g_string_new(NULL);

    for (char **name = names; *name != NULL; name++) {
        const char *code = find_code(value->column->codes, g_strstrip(*name));

        if (code == NULL)
            return GAZ_VALUE_PLAIN;
        g_string_append_printf(codes, "%s%s", codes->len == 0 ? "" : ";", code);
    }
    *value->taken = g_strdup(codes->str);
    return GAZ_VALUE_NAMED;
}

/* 济南 for 济南市. */
static bool is_short_for(const char *name, const char *text)
{
    size_t length = strlen(text);

    return length > 0 && strncmp(name, text, length) == 0 && strcmp(name + length, "市") == 0;
}

static GazValueKind take_city(const Value *value)
{
    const GazRegion *region = value->reading->data->rules->region;

    for (unsigned i = 0; region != NULL && i < region->cities->len; i++) {
        const GazCity *city = region->cities->pdata[i];

        if (!gaz_heading_same(city->name.in[GAZ_ZH], value->text) &&
            !gaz_heading_same(city->name.in[GAZ_EN], value->text) &&
            !is_short_for(city->name.in[GAZ_ZH], value->text))
            continue;
        *value->taken = g_strdup(city->code);
        return GAZ_VALUE_NAMED;
    }
    return GAZ_VALUE_PLAIN;
}

/* An enterprise or a line by its name, where no other has it. */
static GazValueKind take_reference(const Value *value)
{
    const char *table = value->column->target, *id = NULL;
    g_autofree char *key = g_strdup_printf("%s/%s", table, value->text);

    if (g_hash_table_contains(value->reading->data->records, key)) {
        *value->taken = g_strdup(value->text);
        return GAZ_VALUE_TAKEN;
    }
    switch (gaz_name_find(value->reading, table, value->text, &id)) {
    case GAZ_NAME_FOUND:
        *value->taken = g_strdup(id);
        return GAZ_VALUE_TAKEN;
    case GAZ_NAME_SHARED:
        *value->taken = g_strdup_printf("the id of one of the %s of this name", table);
        return GAZ_VALUE_AMBIGUOUS;
    default:
        return GAZ_VALUE_PLAIN;
    }
}

/* The names of enterprises, lines and counties are written with blanks to fill a cell: 甲　水　泥. */
static GazValueKind take_name(const Value *value, const char *text)
{
    static const char *const names[] = {"name_zh", "county_zh", NULL};
    g_autoptr(GRegex) blanks = NULL;
    g_autofree char *closed = NULL;

    if (!g_strv_contains(names, value->column->name))
        return GAZ_VALUE_PLAIN;
    blanks = g_regex_new("(?<=\\p{Han})\\s+(?=\\p{Han})", 0, 0, NULL);
    closed = g_regex_replace_literal(blanks, text, -1, 0, "", 0, NULL);
    if (closed == NULL || strcmp(closed, text) == 0)
        return GAZ_VALUE_PLAIN;
    *value->taken = g_steal_pointer(&closed);
    return GAZ_VALUE_TAKEN;
}

/* An id, a code or a number kept as text, in full-width characters. */
static GazValueKind take_ascii(const Value *value, const char *text)
{
    bool ascii = g_str_is_ascii(value->text) && !g_str_is_ascii(text);

    *value->taken = ascii ? g_strdup(value->text) : NULL;
    return ascii ? GAZ_VALUE_TAKEN : GAZ_VALUE_PLAIN;
}

static bool is_credit_code(const GazColumn *column)
{
    return strcmp(column->name, "credit_code") == 0;
}

/* A credit code has capital letters alone, and is printed in groups: typed in small letters, or with blanks,
 * it still is that one, and the check character tells a slip as before. */
static GazValueKind take_credit_code(const Value *value)
{
    g_autofree char *large = g_ascii_strup(value->text, -1);
    g_auto(GStrv) groups = g_strsplit(large, " ", -1);

    if (!g_str_is_ascii(large))
        return GAZ_VALUE_PLAIN;
    *value->taken = g_strjoinv(NULL, groups);
    return GAZ_VALUE_TAKEN;
}

static bool has_blank(const char *text)
{
    return strpbrk(text, " \n") != NULL || strstr(text, "\xE3\x80\x80") != NULL;
}

/* Most cells are written as the column wants them: these are looked at no further. */
static bool is_plain(const GazColumn *column, const char *text)
{
    GazMoment moment;
    GazDate date;

    switch (column->kind) {
    case GAZ_COLUMN_DATE:
        return gaz_date_parse(text, &date);
    case GAZ_COLUMN_MOMENT:
        return gaz_moment_parse(text, &moment);
    case GAZ_COLUMN_DECIMAL:
    case GAZ_COLUMN_COUNT:
        return is_number(text);
    case GAZ_COLUMN_FLAG:
        return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0;
    case GAZ_COLUMN_CODE:
        return gaz_code_find(column->codes, text) >= 0;
    case GAZ_COLUMN_CODES:
        return strspn(text, "abcdefghijklmnopqrstuvwxyz-; ") == strlen(text);
    case GAZ_COLUMN_CITY:
        return strspn(text, "0123456789") == strlen(text);
    case GAZ_COLUMN_REFERENCE:
        return gaz_id_is_valid(text);
    case GAZ_COLUMN_ID:
    case GAZ_COLUMN_STRING:
        return g_str_is_ascii(text) &&
               (!is_credit_code(column) || strpbrk(text, " abcdefghijklmnopqrstuvwxyz") == NULL);
    case GAZ_COLUMN_ZH:
        return !has_blank(text);
    default:
        return column->kind == GAZ_COLUMN_EN;
    }
}

static bool is_text(const GazColumn *column)
{
    return column->kind == GAZ_COLUMN_ID || column->kind == GAZ_COLUMN_STRING ||
           column->kind == GAZ_COLUMN_ZH || column->kind == GAZ_COLUMN_EN;
}

static GazValueKind take_kind(const Value *value, const char *text, const GazHeadings *headings)
{
    switch (value->column->kind) {
    case GAZ_COLUMN_DATE:
    case GAZ_COLUMN_MOMENT:
        return take_date(value);
    case GAZ_COLUMN_DECIMAL:
    case GAZ_COLUMN_COUNT:
        return take_number(value, headings);
    case GAZ_COLUMN_FLAG:
        return take_flag(value, headings);
    case GAZ_COLUMN_CODE:
        return take_code(value);
    case GAZ_COLUMN_CODES:
        return take_codes(value);
    case GAZ_COLUMN_CITY:
        return take_city(value);
    case GAZ_COLUMN_REFERENCE:
        return take_reference(value);
    case GAZ_COLUMN_ZH:
        return take_name(value, text);
    default:
        return is_credit_code(value->column) ? take_credit_code(value) : take_ascii(value, text);
    }
}

static GazValueKind take(const Value *value, const char *text)
{
    g_autoptr(GError) error = NULL;
    const GazHeadings *headings =
        is_text(value->column) ? NULL : gaz_reading_headings(value->reading, &error);
    const char *word = headings == NULL ? NULL : gaz_headings_word(headings, value->text);
    GazValueKind kind;

    if (word != NULL && strcmp(word, "nothing") == 0 && !value->column->required)
        return GAZ_VALUE_NOTHING;
    kind = take_kind(value, text, headings);
    if (kind == GAZ_VALUE_TAKEN && strcmp(*value->taken, text) == 0 && *value->shift == GAZ_NO_SHIFT)
        kind = GAZ_VALUE_PLAIN;
    if (kind == GAZ_VALUE_PLAIN)
        g_clear_pointer(value->taken, g_free);
    return kind;
}

GazValueKind gaz_value_take(GazReading *reading, const GazTable *table, const GazColumn *column,
                            const char *text, int *shift, char **taken)
{
    g_autofree char *form = NULL;
    int unit = GAZ_NO_SHIFT;
    Value value = {reading, table, column, NULL, &unit, taken};
    GazValueKind kind;

    *taken = NULL;
    if (is_plain(column, text))
        return GAZ_VALUE_PLAIN;
    form = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    if (form == NULL)
        return GAZ_VALUE_PLAIN;
    value.text = g_strstrip(form);
    kind = take(&value, text);
    if (unit != GAZ_NO_SHIFT)
        *shift = unit;
    return kind;
}
