/* value.h - what placeholders are filled with: texts in both languages, with the links that belong to them.
 * Values live in the arena of the document they are made for. */
#ifndef GAZETTE_COMPOSE_VALUE_H
#define GAZETTE_COMPOSE_VALUE_H
#include "base/arena.h"
#include "base/moment.h"
#include "base/place.h"
#include "base/text.h"
#include "compose/glossary.h"

typedef struct GazPhrase {
    struct GazPhrase *next;
    GazText text;
    const char *link; /* as in GazRun; NULL: none */
} GazPhrase;

typedef struct {
    GazPhrase *first, *last;
    const GazPlace *at; /* of the datum, for messages; NULL: not one cell */
} GazValue;

/* Adds a phrase to `value`. */
void gaz_value_add(GazArena *arena, GazValue *value, GazText text, const char *link);

/* Adds one member of an enumeration of `count`, with the mark that goes before it: 甲、乙、丙; A, B and C. */
void gaz_value_add_member(GazArena *arena, const GazGlossary *glossary, GazValue *value, unsigned index,
                          unsigned count, GazText text, const char *link);

/* The words of `value` in `language`, put together. In the arena; NULL where a phrase has none. */
const char *gaz_value_text(GazArena *arena, const GazValue *value, GazLanguage language);

/* Texts in the arena. */
GazText gaz_text_date(GazArena *arena, GazDate date);       /* 2021年9月28日, 28 September 2021 */
GazText gaz_text_moment(GazArena *arena, GazMoment moment); /* 2021年9月28日8时, 28 September 2021, 8:00 */
GazText gaz_text_month_day(GazArena *arena, int month,
                           int day); /* 10月15日, 15 October; day 0: 3月底, the end of March */
GazText gaz_text_month(GazArena *arena, int month); /* 11月, November */
/* A season's name in a sentence: "summer 2021", "the 2021–2022 heating season". */
GazText gaz_text_season(GazArena *arena, GazText name);
GazText gaz_text_number(GazArena *arena, GazDecimal number); /* 4,500 in both */

/* So many ten-thousands: 380 in Chinese, where 万 follows; 3.8 million, 65,000 in English. Exact. */
GazText gaz_text_ten_thousands(GazArena *arena, GazDecimal number);

/* A measure with its unit, whose English may count in ten-thousands as the Chinese does: 380万平方米,
 * 3.8 million m² for "10,000 m²" or "× 10,000 m²"; 6.5万吨/年, 65,000 t a year for "10 kt a year". Empty
 * where the number or its unit is missing. */
GazText gaz_text_measure(GazArena *arena, GazDecimal number, GazText unit);
GazText gaz_text_year(GazArena *arena, int year); /* 2021 in both, never grouped */

/* The same text where it begins a sentence: English with a capital. */
GazText gaz_text_start(GazArena *arena, GazText text);

/* A name that begins with a capital where it stands inside a sentence: "on-site inspection"; an abbreviation
 * such as DCS stays. */
GazText gaz_text_inside(GazArena *arena, GazText text);

/* From `from` to `to`, both included: 2021年11月15日至2022年3月15日, 15 November 2021 to 15 March 2022. */
GazText gaz_text_dates(GazArena *arena, GazDate from, GazDate to);

/* [minutes] half-open. Whole days as their dates, both included; else with times of day: 11月15日8时. An end
 * at midnight is 24时 of the day before. */
GazText gaz_text_span(GazArena *arena, int64_t start, int64_t end);

/* One end of a span for a table: "2021-11-15", or "2021-11-15 8:00" where `timed`; the end of a day is 24:00
 * of that day. */
const char *gaz_text_begin_cell(GazArena *arena, int64_t start, bool timed);
const char *gaz_text_end_cell(GazArena *arena, int64_t end, bool timed);

/* Whether a span begins or ends inside a day. */
bool gaz_span_is_timed(int64_t start, int64_t end);

/* A section of a notice as it is numbered, 1 to 99: 一 to 九十九. */
const char *gaz_text_han_number(GazArena *arena, unsigned number);

/* The reverse; 0: not one. */
unsigned gaz_han_number_read(const char *text);

#endif
