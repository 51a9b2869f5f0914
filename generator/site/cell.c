/* cell.c - one small function a kind of column. */
#include "site/cell.h"

static const void *member_of(const GazColumn *column, const void *record)
{
    return (const char *)record + column->offset;
}

static char *text_of(const char *text)
{
    return g_strdup(text == NULL ? "" : text);
}

static char *string_text(const GazColumn *column, const void *member)
{
    (void)column;
    return text_of(*(const char *const *)member);
}

static char *zh_text(const GazColumn *column, const void *member)
{
    (void)column;
    return text_of(((const GazText *)member)->in[GAZ_ZH]);
}

static char *en_text(const GazColumn *column, const void *member)
{
    (void)column;
    return text_of(((const GazText *)member)->in[GAZ_EN]);
}

static char *date_text(const GazColumn *column, const void *member)
{
    GazDate date = *(const GazDate *)member;
    char text[11];

    (void)column;
    return g_strdup(date == GAZ_NO_DATE ? "" : gaz_date_write(date, text));
}

static char *moment_text(const GazColumn *column, const void *member)
{
    GazMoment moment = *(const GazMoment *)member;
    char text[17];

    (void)column;
    return g_strdup(moment.day == GAZ_NO_DATE ? "" : gaz_moment_write(moment, text));
}

static char *decimal_text(const GazColumn *column, const void *member)
{
    GazDecimal decimal = *(const GazDecimal *)member;
    char text[32];

    (void)column;
    return g_strdup(decimal == GAZ_NO_DECIMAL ? "" : gaz_decimal_write(decimal, false, text));
}

static char *flag_text(const GazColumn *column, const void *member)
{
    (void)column;
    return g_strdup(*(const bool *)member ? "yes" : "no");
}

static char *code_text(const GazColumn *column, const void *member)
{
    int index = *(const int *)member;

    return g_strdup(index < 0 ? "" : column->codes[index].code);
}

static char *codes_text(const GazColumn *column, const void *member)
{
    unsigned set = *(const unsigned *)member;
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; column->codes[i].code != NULL; i++)
        if ((set & (1u << i)) != 0)
            g_string_append(g_string_append(text, text->len > 0 ? ";" : ""), column->codes[i].code);
    return g_string_free(text, FALSE);
}

static char *reference_text(const GazColumn *column, const void *member)
{
    const GazRecord *record = *(const GazRecord *const *)member;

    (void)column;
    return text_of(record == NULL ? NULL : record->id);
}

static char *city_text(const GazColumn *column, const void *member)
{
    const GazCity *city = *(const GazCity *const *)member;

    (void)column;
    return text_of(city == NULL ? NULL : city->code);
}

static char *(*const writers[])(const GazColumn *, const void *) = {
    [GAZ_COLUMN_ID] = string_text,       [GAZ_COLUMN_STRING] = string_text,
    [GAZ_COLUMN_ZH] = zh_text,           [GAZ_COLUMN_EN] = en_text,
    [GAZ_COLUMN_DATE] = date_text,       [GAZ_COLUMN_MOMENT] = moment_text,
    [GAZ_COLUMN_DECIMAL] = decimal_text, [GAZ_COLUMN_COUNT] = decimal_text,
    [GAZ_COLUMN_FLAG] = flag_text,       [GAZ_COLUMN_CODE] = code_text,
    [GAZ_COLUMN_CODES] = codes_text,     [GAZ_COLUMN_REFERENCE] = reference_text,
    [GAZ_COLUMN_CITY] = city_text,
};

char *gaz_open_data_text(const GazColumn *column, const void *record)
{
    return writers[column->kind](column, member_of(column, record));
}

bool gaz_cell_is_free(const GazColumn *column)
{
    return column->kind == GAZ_COLUMN_STRING || column->kind == GAZ_COLUMN_ZH ||
           column->kind == GAZ_COLUMN_EN || column->kind == GAZ_COLUMN_ID ||
           column->kind == GAZ_COLUMN_REFERENCE;
}
