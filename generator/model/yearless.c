/* yearless.c - the years that could be meant, by each thing that can say so; where they differ, none is. */
#include "model/yearless.h"

#include "model/values.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A row with a day that lacks its year. */
typedef struct {
    GazReading *reading;
    const GazTable *table;
    const GazHead *head;
    const GazRow *row;
} Row;

/* Month and day at the beginning of a text in compatibility form; month 0: there are none, or there is a
 * year. */
static GazMonthDay month_day_of(const char *text)
{
    GazMonthDay found = {0};
    int read = 0;

    text += strspn(text, " ");
    if (g_ascii_isdigit(*text) && sscanf(text, "%2d月%2d%n", &found.month, &found.day, &read) == 2 &&
        read > 0 && !g_ascii_isdigit(text[read]))
        return found;
    return (GazMonthDay){0};
}

static const char *text_of(const Row *row, unsigned index)
{
    const GazCell *cell = gaz_head_cell(row->head, row->row, index);

    return cell == NULL ? "" : cell->text;
}

static int find_column(const GazTable *table, const char *name)
{
    for (unsigned i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

/* 29 February is a day of some years only. */
static int year_if_any(int year, GazMonthDay day)
{
    return gaz_date_make(year, day.month, day.day) == GAZ_NO_DATE ? 0 : year;
}

static const GazSeason *season_of(const Row *row)
{
    const GazPublication *publication = row->reading->data->publication;
    int column = find_column(row->table, "season");
    const char *id = column < 0 ? "" : text_of(row, (unsigned)column);

    for (unsigned i = 0; publication != NULL && i < publication->seasons->len; i++) {
        const GazSeason *season = publication->seasons->pdata[i];

        if (strcmp(season->id, id) == 0)
            return season;
    }
    return NULL;
}

/* The years that a name gives: none, one, or two that follow each other; else none. */
static unsigned years_in(const char *name, int years[2])
{
    g_autoptr(GRegex) digits = g_regex_new("(?<!\\d)(?:19|2\\d)\\d\\d(?!\\d)", 0, 0, NULL);
    g_autoptr(GMatchInfo) found = NULL;
    unsigned count = 0;

    for (g_regex_match(digits, name, 0, &found); g_match_info_matches(found);
         g_match_info_next(found, NULL)) {
        g_autofree char *year = g_match_info_fetch(found, 0);

        if (count == 2)
            return 0;
        years[count++] = atoi(year);
    }
    return count == 2 && years[1] != years[0] + 1 ? 0 : count;
}

static int number_of(GazMonthDay day)
{
    enum { DAYS_UP_TO = 32 }; /* more than any month has */

    return day.month * DAYS_UP_TO + (day.day == 0 ? DAYS_UP_TO - 1 : day.day);
}

/* 0: it doesn't say. A window that crosses the year end begins in the first of the two years. */
static int year_by_season(const Row *row, GazMonthDay day)
{
    const GazSeason *season = season_of(row);
    const GazRules *rules = row->reading->data->rules;
    const GazRegionWindow *window =
        rules->region == NULL ? NULL : gaz_rules_window(rules, rules->region->code);
    int years[2] = {0};
    unsigned count = season == NULL ? 0 : years_in(season->name.in[GAZ_ZH], years);

    if (count == 1 && !season->heating)
        return years[0];
    if (count != 2 || window == NULL || window->local || number_of(window->end) >= number_of(window->start))
        return 0;
    if (number_of(day) >= number_of(window->start))
        return years[0];
    return number_of(day) <= number_of(window->end) ? years[1] : 0;
}

/* stop_end of stop_start, start of end; -1: it has no such other. */
static int partner_of(const GazTable *table, const char *name, bool *is_end)
{
    g_autofree char *partner = NULL;

    *is_end = g_str_has_suffix(name, "end");
    if (!*is_end && !g_str_has_suffix(name, "start"))
        return -1;
    partner = g_strdup_printf("%.*s%s", (int)(strlen(name) - strlen(*is_end ? "end" : "start")), name,
                              *is_end ? "start" : "end");
    return find_column(table, partner);
}

/* A text as a moment, however it is written; false: as none. */
static bool read_moment(const Row *row, unsigned index, const char *text, GazMoment *moment)
{
    int shift = 0;
    g_autofree char *taken = NULL;

    gaz_value_take(row->reading, row->table, &row->table->columns[index], text, &shift, &taken);
    return gaz_moment_parse(taken == NULL ? text : taken, moment);
}

static char *complete(const char *form, int year)
{
    return g_strdup_printf("%d年%s", year, form + strspn(form, " "));
}

/* The other day of the row, by the season where it lacks its year as well. */
static bool read_partner(const Row *row, unsigned index, GazMoment *moment)
{
    g_autofree char *form = g_utf8_normalize(text_of(row, index), -1, G_NORMALIZE_NFKC);
    GazMonthDay day = month_day_of(form == NULL ? "" : form);
    int year = day.month == 0 ? 0 : year_by_season(row, day);
    g_autofree char *dated = year == 0 ? NULL : complete(form, year);

    return form != NULL && read_moment(row, index, dated == NULL ? form : dated, moment);
}

/* 0: it doesn't say. */
static int year_by_partner(const Row *row, unsigned index, GazMonthDay day)
{
    bool is_end;
    int partner = partner_of(row->table, row->table->columns[index].name, &is_end);
    GazMonthDay known;
    GazMoment moment;
    int year;

    if (partner < 0 || !read_partner(row, (unsigned)partner, &moment))
        return 0;
    gaz_date_split(moment.day, &year, &known.month, &known.day);
    if (is_end && number_of(day) < number_of(known))
        return year_if_any(year + 1, day);
    if (!is_end && number_of(day) > number_of(known))
        return year_if_any(year - 1, day);
    return year_if_any(year, day);
}

char *gaz_yearless_complete(GazReading *reading, const GazTable *table, const GazHead *head,
                            const GazRow *row, unsigned index)
{
    const Row of = {reading, table, head, row};
    const char *text = text_of(&of, index);
    GazColumnKind kind = table->columns[index].kind;
    g_autofree char *form = NULL;
    GazMonthDay day;
    int season, partner;

    if ((kind != GAZ_COLUMN_DATE && kind != GAZ_COLUMN_MOMENT) || strstr(text, "月") == NULL)
        return NULL;
    form = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    day = month_day_of(form == NULL ? "" : form);
    if (day.month == 0)
        return NULL;
    season = year_by_season(&of, day);
    partner = year_by_partner(&of, index, day);
    if ((season == 0 && partner == 0) || (season != 0 && partner != 0 && season != partner))
        return NULL;
    return complete(form, season == 0 ? partner : season);
}
