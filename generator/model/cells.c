/* cells.c - one small function a kind of column: the text of a cell becomes the value of a member. */
#include "model/reading.h"

#include "model/values.h"
#include <string.h>

/* One cell on its way into a record. */
typedef struct {
    GazReading *reading;
    const GazColumn *column;
    const GazCell *cell;
    int shift; /* of a number's decimal point, to the right */
    void *member;
} Cell;

#define MEMBER(cell, type) (*(type *)(cell)->member)

static bool refuse(const Cell *cell, const GazFaultKind *kind, const char *expected)
{
    if (expected == NULL)
        gaz_report_add(cell->reading->report, &cell->cell->place, kind, cell->column->name, cell->cell->text,
                       NULL);
    else
        gaz_report_add(cell->reading->report, &cell->cell->place, kind, cell->column->name, cell->cell->text,
                       "%s", expected);
    return false;
}

/* The row's texts are gone with the next row: what a record keeps is a copy. */
static const char *keep(const Cell *cell)
{
    return gaz_arena_strdup(cell->reading->data->arena, cell->cell->text);
}

/* The same, once for all records that say the same: names of authorities and kilns come again and again. */
static const char *keep_once(const Cell *cell)
{
    return gaz_arena_intern(cell->reading->data->arena, cell->cell->text);
}

bool gaz_id_is_valid(const char *id)
{
    const char *allowed = "-_.";
    enum { LONGEST_ID = 64 };

    if (!g_ascii_isalnum(*id) || strlen(id) > LONGEST_ID)
        return false;
    for (; *id != '\0'; id++)
        if (!g_ascii_isalnum(*id) && strchr(allowed, *id) == NULL)
            return false;
    return true;
}

/* Small and capital letters are the same where a copy of the website may stand. */
static bool is_index(const char *id)
{
    return g_ascii_strcasecmp(id, "index") == 0;
}

bool gaz_id_is_reserved_line(const char *id)
{
    return is_index(id) || gaz_year_names_folder(id);
}

bool gaz_id_is_reserved_notice(const char *id)
{
    g_autofree char *small = g_ascii_strdown(id, -1);
    const char *end = strrchr(small, '.');
    bool version =
        end != NULL && end[1] == 'v' && end[2] != '\0' && strspn(end + 2, "0123456789") == strlen(end + 2);

    return is_index(id) || version || g_strcmp0(end, ".announced") == 0;
}

static bool to_id(const Cell *cell)
{
    if (!gaz_id_is_valid(cell->cell->text))
        return refuse(cell, GAZ_MODEL_FAULT(ID_MALFORMED),
                      "letters, digits, - _ . with a letter or digit first, at most 64");
    MEMBER(cell, const char *) = keep(cell);
    return true;
}

static bool to_string(const Cell *cell)
{
    if (strchr(cell->cell->text, '\n') != NULL)
        return refuse(cell, GAZ_MODEL_FAULT(LINES_IN_CELL), NULL);
    MEMBER(cell, const char *) = keep(cell);
    return true;
}

static bool to_chinese(const Cell *cell)
{
    MEMBER(cell, GazText).in[GAZ_ZH] = keep_once(cell);
    return true;
}

static bool to_english(const Cell *cell)
{
    MEMBER(cell, GazText).in[GAZ_EN] = keep_once(cell);
    return true;
}

static bool to_date(const Cell *cell)
{
    return gaz_date_parse(cell->cell->text, &MEMBER(cell, GazDate)) ||
           refuse(cell, GAZ_MODEL_FAULT(DATE_UNKNOWN), "a day such as 2021-11-15");
}

static bool to_moment(const Cell *cell)
{
    return gaz_moment_parse(cell->cell->text, &MEMBER(cell, GazMoment)) ||
           refuse(cell, GAZ_MODEL_FAULT(MOMENT_UNKNOWN), "such as 2021-11-15 or 2021-11-15 08:00");
}

/* Nothing that a notice counts comes near; the sum of a column, in days and minutes too, has to be a number.
 */
#define NUMBERS_END (1000000000 * (GazDecimal)GAZ_DECIMAL_ONE)

static bool to_decimal(const Cell *cell)
{
    GazDecimal *decimal = &MEMBER(cell, GazDecimal);
    g_autofree char *moved = cell->shift == 0 ? NULL : gaz_number_shift(cell->cell->text, cell->shift);

    if (!gaz_decimal_parse(moved == NULL ? cell->cell->text : moved, decimal))
        return refuse(cell, GAZ_MODEL_FAULT(NUMBER_UNKNOWN),
                      "such as 4500 or 4.8, without thousands separators, at most three decimals");
    if (*decimal >= NUMBERS_END)
        return refuse(cell, GAZ_MODEL_FAULT(NUMBER_OUT_OF_RANGE), "less than 1000000000");
    return *decimal >= 0 || refuse(cell, GAZ_MODEL_FAULT(NUMBER_NEGATIVE), "0 or more");
}

static bool to_count(const Cell *cell)
{
    if (!to_decimal(cell))
        return false;
    return MEMBER(cell, GazDecimal) % GAZ_DECIMAL_ONE == 0 ||
           refuse(cell, GAZ_MODEL_FAULT(NUMBER_NOT_WHOLE), NULL);
}

static bool to_flag(const Cell *cell)
{
    bool yes = strcmp(cell->cell->text, "yes") == 0;

    MEMBER(cell, bool) = yes;
    return yes || strcmp(cell->cell->text, "no") == 0 ||
           refuse(cell, GAZ_MODEL_FAULT(FLAG_UNKNOWN), "yes or no");
}

static bool refuse_code(const Cell *cell, const char *found)
{
    g_autofree char *expected = gaz_codes_in_words(cell->column->codes);

    gaz_report_add(cell->reading->report, &cell->cell->place, GAZ_MODEL_FAULT(CODE_UNKNOWN),
                   cell->column->name, found, "%s", expected);
    return false;
}

static bool to_code(const Cell *cell)
{
    MEMBER(cell, int) = gaz_code_find(cell->column->codes, cell->cell->text);
    return MEMBER(cell, int) >= 0 || refuse_code(cell, cell->cell->text);
}

static bool to_codes(const Cell *cell)
{
    g_auto(GStrv) codes = g_strsplit(cell->cell->text, ";", -1);
    unsigned *set = &MEMBER(cell, unsigned);
    bool good = true;

    for (char **code = codes; *code != NULL; code++) {
        int index = gaz_code_find(cell->column->codes, g_strstrip(*code));

        if (index < 0)
            good = refuse_code(cell, *code);
        else if ((*set & 1u << index) != 0)
            good = refuse(cell, GAZ_MODEL_FAULT(CODE_TWICE), NULL);
        else
            *set |= 1u << index;
    }
    return good;
}

static bool to_reference(const Cell *cell)
{
    const GazRecord *record = gaz_reading_lookup(cell->reading, cell->column->target, cell->cell->text,
                                                 &cell->cell->place, cell->column->name);

    MEMBER(cell, const void *) = record;
    return record != NULL;
}

static bool to_city(const Cell *cell)
{
    const GazCity *city =
        gaz_reading_city(cell->reading, cell->cell->text, &cell->cell->place, cell->column->name);

    MEMBER(cell, const GazCity *) = city;
    return city != NULL;
}

static bool (*const converters[])(const Cell *) = {
    [GAZ_COLUMN_ID] = to_id,           [GAZ_COLUMN_STRING] = to_string, [GAZ_COLUMN_ZH] = to_chinese,
    [GAZ_COLUMN_EN] = to_english,      [GAZ_COLUMN_DATE] = to_date,     [GAZ_COLUMN_MOMENT] = to_moment,
    [GAZ_COLUMN_DECIMAL] = to_decimal, [GAZ_COLUMN_COUNT] = to_count,   [GAZ_COLUMN_FLAG] = to_flag,
    [GAZ_COLUMN_CODE] = to_code,       [GAZ_COLUMN_CODES] = to_codes,   [GAZ_COLUMN_REFERENCE] = to_reference,
    [GAZ_COLUMN_CITY] = to_city,
};

bool gaz_cell_convert(GazReading *reading, const GazColumn *column, const GazCell *cell, int shift,
                      GazRecord *record)
{
    Cell from = {reading, column, cell, shift, (char *)record + column->offset};
    bool good = converters[column->kind](&from);

    if (!good)
        gaz_cell_clear(column, record);
    return good;
}

void gaz_cell_clear(const GazColumn *column, GazRecord *record)
{
    void *member = (char *)record + column->offset;

    switch (column->kind) {
    case GAZ_COLUMN_DATE:
        *(GazDate *)member = GAZ_NO_DATE;
        break;
    case GAZ_COLUMN_MOMENT:
        *(GazMoment *)member = GAZ_NO_MOMENT;
        break;
    case GAZ_COLUMN_DECIMAL:
    case GAZ_COLUMN_COUNT:
        *(GazDecimal *)member = GAZ_NO_DECIMAL;
        break;
    case GAZ_COLUMN_CODE:
        *(int *)member = column->required ? -1 : column->empty;
        break;
    default: /* the record is born with zeros */
        break;
    }
}
