/* records.c - what a record must be beyond its cells: dates in order, a credit code of its own, one form of a
 * period. */
#include "model/names.h"
#include "model/unknown.h"

#include <string.h>

static bool refuse(GazReading *reading, const GazRecord *record, size_t member, const GazFaultKind *kind,
                   const char *field, const char *found, const char *expected)
{
    const GazPlace *place = GAZ_PLACE_OF(record, member);

    if (expected == NULL)
        gaz_report_add(reading->report, place, kind, field, found, NULL);
    else
        gaz_report_add(reading->report, place, kind, field, found, "%s", expected);
    return false;
}

#define REFUSE(type, member, kind, found, expected)                                                          \
    refuse(reading, record, offsetof(type, member), GAZ_MODEL_FAULT(kind), #member, found, expected)

enum { LONGEST_PERIOD = 366 }; /* [days] of what is planned, and of one stop */

/* Two moments or dates of a record in their order. */
typedef struct {
    size_t first, second; /* offsets of GazMoment or GazDate */
    const char *field;    /* of the second */
    bool dates;           /* both are GazDate */
    bool period; /* a period that is planned or stopped for: a slip in the year would make it endless */
} Order;

#define ORDER(type, first_, second_, dates_, period_)                                                        \
    {                                                                                                        \
        offsetof(type, first_), offsetof(type, second_), #second_, dates_, period_                           \
    }

static GazMoment moment_at(const GazRecord *record, size_t offset, bool date)
{
    const void *member = (const char *)record + offset;

    return date ? (GazMoment){.day = *(const GazDate *)member} : *(const GazMoment *)member;
}

/* A bare day ends with its 24:00, so that one day alone is in order, but 8:00 to 8:00 is not. */
static bool check_order(GazReading *reading, const GazRecord *record, const Order *order)
{
    GazMoment first = moment_at(record, order->first, order->dates);
    GazMoment second = moment_at(record, order->second, order->dates);
    char earlier[17], later[17];

    if (first.day == GAZ_NO_DATE || second.day == GAZ_NO_DATE)
        return true;
    if (order->period && second.day > first.day && second.day - first.day > LONGEST_PERIOD)
        return refuse(reading, record, order->second, GAZ_MODEL_FAULT(PERIOD_LONG), order->field,
                      gaz_moment_write(second, later), "a day within a year of its start");
    if (gaz_moment_end(second, true) > gaz_moment_begin(first))
        return true;
    gaz_report_add(reading->report, GAZ_PLACE_OF(record, order->second), GAZ_MODEL_FAULT(END_BEFORE_START),
                   order->field, gaz_moment_write(second, later), "%s or later",
                   gaz_moment_write(first, earlier));
    return false;
}

static bool check_orders(GazReading *reading, const GazRecord *record, const Order *orders, unsigned count)
{
    bool good = true;

    for (unsigned i = 0; i < count; i++)
        good = check_order(reading, record, &orders[i]) && good;
    return good;
}

static bool check_enterprise(GazReading *reading, const GazRecord *record)
{
    const char *code = ((const GazEnterprise *)record)->credit_code;
    char check, expected[64];

    if (code == NULL)
        return true;
    switch (gaz_credit_code_check(code, &check)) {
    case GAZ_CREDIT_CODE_MALFORMED:
        return REFUSE(GazEnterprise, credit_code, CREDIT_CODE_MALFORMED, code,
                      "18 digits and capital letters without I, O, S, V and Z (GB 32100-2015)");
    case GAZ_CREDIT_CODE_WRONG_CHECK:
        g_snprintf(expected, sizeof expected, "%c as the last (GB 32100-2015)", check);
        return REFUSE(GazEnterprise, credit_code, CREDIT_CODE_CHECK, code, expected);
    default:
        return g_hash_table_add(reading->credit_codes, (gpointer)code) ||
               REFUSE(GazEnterprise, credit_code, CREDIT_CODE_DUPLICATE, code, NULL);
    }
}

/* A wrong digit in the year would excuse the line from everything: it takes part from its first day on.
 * Whoever lists it knows that day when it has come, or at the most a year before. */
static bool check_first_day(GazReading *reading, const GazRecord *record)
{
    const GazLine *line = (const GazLine *)record;
    const GazRules *rules = reading->data->rules;
    char found[11];

    if (reading->data->publication == NULL || line->commissioned == GAZ_NO_DATE)
        return true;
    if (line->status == GAZ_LINE_OPERATING &&
        line->commissioned >= gaz_rules_year_begin(rules, reading->year + 2))
        return REFUSE(GazLine, commissioned, LINE_STATE, gaz_date_write(line->commissioned, found),
                      "a day of the folder's year, the next or an earlier one for a line that is operating");
    return line->status != GAZ_LINE_UNDER_CONSTRUCTION ||
           line->commissioned >= gaz_rules_year_begin(rules, reading->year) ||
           REFUSE(GazLine, commissioned, LINE_STATE, gaz_date_write(line->commissioned, found),
                  "no day before the folder's year for a line under construction");
}

/* A digit too many or too few in either capacity: the one is about what the other makes in a year. Lines that
 * may make more than was approved, or run for few days, are within the bounds. */
static bool check_annual(GazReading *reading, const GazRecord *record)
{
    enum {
        TONNES = 10000,
        MOST = 2,
        LEAST = 5
    }; /* of the annual capacity's unit; times, and parts, of a year */
    const GazLine *line = (const GazLine *)record;
    GazDecimal year = line->approved_capacity_tpd * LONGEST_PERIOD / TONNES;
    char found[32], least[32], most[32];

    if (line->annual_capacity_10kt * LEAST >= year && line->annual_capacity_10kt <= year * MOST)
        return true;
    gaz_report_add(reading->report, GAZ_AT(line, annual_capacity_10kt), GAZ_MODEL_FAULT(NUMBER_OUT_OF_RANGE),
                   "annual_capacity_10kt", gaz_decimal_write(line->annual_capacity_10kt, false, found),
                   "about what approved_capacity_tpd makes in a year: from %s to %s",
                   gaz_decimal_write(year / LEAST, false, least),
                   gaz_decimal_write(year * MOST, false, most));
    return false;
}

/* A kiln of no capacity is a cell not filled in. */
static bool check_capacities(GazReading *reading, const GazRecord *record)
{
    const GazLine *line = (const GazLine *)record;

    if (line->kiln_diameter_m == 0)
        return REFUSE(GazLine, kiln_diameter_m, NUMBER_OUT_OF_RANGE, "0", "more than 0");
    if (line->approved_capacity_tpd == 0)
        return REFUSE(GazLine, approved_capacity_tpd, NUMBER_OUT_OF_RANGE, "0", "more than 0");
    return check_annual(reading, record);
}

static bool check_line(GazReading *reading, const GazRecord *record)
{
    bool good = check_first_day(reading, record);

    return check_capacities(reading, record) && good;
}

/* Days earned shorten the duty: only what is approved is of use (SD 二), while days owed have a due day and
 * no cap. A kind that was mistaken for the other would turn a debt into a credit. */
static bool check_ledger(GazReading *reading, const GazRecord *record)
{
    const GazLedgerEntry *entry = (const GazLedgerEntry *)record;

    if (entry->kind == GAZ_LEDGER_EARNED && entry->approval == NULL)
        return REFUSE(GazLedgerEntry, approval, LEDGER_FORM, NULL,
                      "the document that approves the days, for the kind earned");
    if (entry->kind == GAZ_LEDGER_EARNED && entry->due != GAZ_NO_DATE)
        return REFUSE(GazLedgerEntry, due, LEDGER_FORM, NULL, "an empty cell for the kind earned");
    if (entry->kind == GAZ_LEDGER_OWED && entry->cap != GAZ_NO_DECIMAL)
        return REFUSE(GazLedgerEntry, cap, LEDGER_FORM, NULL, "an empty cell for the kind owed");
    return gaz_date_check_far(reading, record, entry->due, offsetof(GazLedgerEntry, due), "due");
}

static bool check_season(GazReading *reading, const GazRecord *record)
{
    const GazPlan *plan = (const GazPlan *)record;
    const GazPublication *publication = reading->data->publication;

    if (plan->season == NULL || publication == NULL || reading->unnamed ||
        gaz_publication_season(publication, plan->season) != NULL)
        return true;
    gaz_unknown_add(reading, GAZ_AT(plan, season), GAZ_MODEL_FAULT(SEASON_UNKNOWN), "seasons", "season",
                    plan->season, "the id of a <season> of publication.xml");
    return false;
}

static bool check_target(GazReading *reading, const GazRecord *record)
{
    const GazPlan *plan = (const GazPlan *)record;
    const GazPlace *place = GAZ_PLACE_OF(record, offsetof(GazPlan, target));

    if (plan->scope == GAZ_SCOPE_PROVINCE)
        return plan->target == NULL ||
               REFUSE(GazPlan, target, PLAN_TARGET, plan->target, "an empty cell for the scope province");
    if (plan->target == NULL)
        return REFUSE(GazPlan, target, PLAN_TARGET, NULL,
                      "the line, enterprise or city that the scope speaks of");
    if (plan->scope == GAZ_SCOPE_CITY)
        return gaz_reading_city(reading, plan->target, place, "target") != NULL;
    return gaz_reading_lookup(reading, plan->scope == GAZ_SCOPE_LINE ? "lines" : "enterprises", plan->target,
                              place, "target") != NULL;
}

static bool is_known(const GazReading *reading, const char *table, const char *id)
{
    g_autofree char *key = g_strdup_printf("%s/%s", table, id);

    return g_hash_table_contains(reading->data->records, key) ||
           g_hash_table_contains(reading->left_out, key) || g_hash_table_contains(reading->partial, table);
}

static bool is_left_out(GazReading *reading, const char *name)
{
    const char *id = NULL;

    return gaz_name_find(reading, "enterprises", name, &id) == GAZ_NAME_LEFT_OUT ||
           gaz_name_find(reading, "lines", name, &id) == GAZ_NAME_LEFT_OUT;
}

static bool check_excludes(GazReading *reading, const GazRecord *record)
{
    const GazPlan *plan = (const GazPlan *)record;
    g_auto(GStrv) names = g_strsplit(plan->excludes == NULL ? "" : plan->excludes, ";", -1);
    bool good = true;

    for (char **name = names; *name != NULL; name++) {
        g_strstrip(*name);
        if (!is_known(reading, "lines", *name) && !is_known(reading, "enterprises", *name) &&
            gaz_code_find(gaz_kiln_kind, *name) < 0 && !is_left_out(reading, *name)) {
            const char *expected =
                gaz_reading_pass_empty(reading, "lines")
                    ? "ids of lines, but lines.csv has no rows"
                    : "ids or names of lines or enterprises, or kinds of kiln, with ; between them";

            good = REFUSE(GazPlan, excludes, PLAN_EXCLUDES, *name, expected);
        }
    }
    return good;
}

/* start and end; start and days; start, end and quota_days. */
static bool check_form(GazReading *reading, const GazRecord *record)
{
    const GazPlan *plan = (const GazPlan *)record;
    bool end = plan->end.day != GAZ_NO_DATE, days = plan->days != GAZ_NO_DECIMAL;
    bool quota = plan->quota_days != GAZ_NO_DECIMAL, first = plan->first_stop_by.day != GAZ_NO_DATE;

    if (end == days)
        return REFUSE(GazPlan, end, PLAN_FORM, NULL,
                      "either an end or a number of days (start and end; start and days; start, end and "
                      "quota_days)");
    if (quota && !end)
        return REFUSE(GazPlan, quota_days, PLAN_FORM, NULL, "a quota only within a range of start and end");
    if (first && !quota)
        return REFUSE(GazPlan, first_stop_by, PLAN_FORM, NULL, "a latest first stop only with quota_days");
    return true;
}

/* A row that asks for nothing is a slip, and so is one of more days than a year has. */
static bool check_days(GazReading *reading, const GazRecord *record)
{
    const GazPlan *plan = (const GazPlan *)record;
    const char *none = "more than 0";

    if (plan->days != GAZ_NO_DECIMAL && plan->days > LONGEST_PERIOD * GAZ_DECIMAL_ONE)
        return REFUSE(GazPlan, days, PERIOD_LONG, NULL, "as many days as a year has, or fewer");
    if (plan->days == 0)
        return REFUSE(GazPlan, days, NUMBER_OUT_OF_RANGE, "0", none);
    return plan->quota_days != 0 || REFUSE(GazPlan, quota_days, NUMBER_OUT_OF_RANGE, "0", none);
}

static bool check_load(GazReading *reading, const GazRecord *record)
{
    const GazPlan *plan = (const GazPlan *)record;
    enum { WHOLE = 100 };

    if (plan->load_percent == GAZ_NO_DECIMAL || plan->load_percent <= WHOLE * GAZ_DECIMAL_ONE)
        return true;
    return REFUSE(GazPlan, load_percent, NUMBER_OUT_OF_RANGE, NULL, "at most 100 percent");
}

static bool check_plan(GazReading *reading, const GazRecord *record)
{
    static const Order orders[] = {ORDER(GazPlan, start, end, false, true),
                                   ORDER(GazPlan, start, first_stop_by, false, false),
                                   ORDER(GazPlan, first_stop_by, end, false, false)};
    bool good = check_orders(reading, record, orders, G_N_ELEMENTS(orders));

    good = check_season(reading, record) && good;
    good = check_excludes(reading, record) && good;
    good = check_days(reading, record) && good;
    return check_load(reading, record) && good;
}

static bool check_whole_plan(GazReading *reading, const GazRecord *record)
{
    bool good = check_target(reading, record);

    return check_form(reading, record) && good;
}

static bool check_adjustment(GazReading *reading, const GazRecord *record)
{
    static const Order orders[] = {ORDER(GazAdjustment, open_start, open_end, false, true),
                                   ORDER(GazAdjustment, stop_start, stop_end, false, true)};

    return check_orders(reading, record, orders, G_N_ELEMENTS(orders));
}

static bool check_stoppage(GazReading *reading, const GazRecord *record)
{
    static const Order order = ORDER(GazStoppage, start, end, false, true);

    return check_order(reading, record, &order);
}

static bool check_finding(GazReading *reading, const GazRecord *record)
{
    GazDecimal year = ((const GazFinding *)record)->year;

    if (year == GAZ_NO_DECIMAL || gaz_date_make((int)(year / GAZ_DECIMAL_ONE), 1, 1) != GAZ_NO_DATE)
        return true;
    return REFUSE(GazFinding, year, NUMBER_OUT_OF_RANGE, NULL, "a year such as 2021");
}

/* A fine without its ground, or a ground without its fine: the one that is missing wouldn't be published. */
static bool check_fine(GazReading *reading, const GazRecord *record)
{
    const GazFinding *finding = (const GazFinding *)record;

    return gaz_cells_check_together(reading, record, finding->fine_yuan != GAZ_NO_DECIMAL,
                                    offsetof(GazFinding, fine_yuan), "fine_yuan",
                                    finding->fine_ground.in[GAZ_ZH] != NULL,
                                    offsetof(GazFinding, fine_ground.in[GAZ_ZH]), "fine_ground_zh");
}

static bool check_interview(GazReading *reading, const GazRecord *record)
{
    const GazInterview *interview = (const GazInterview *)record;
    char at[17], by[11];

    if (!gaz_date_check_far(reading, record, interview->correct_by, offsetof(GazInterview, correct_by),
                            "correct_by"))
        return false;
    if (interview->at.day == GAZ_NO_DATE || interview->correct_by == GAZ_NO_DATE ||
        interview->correct_by >= interview->at.day)
        return true;
    gaz_report_add(reading->report, GAZ_AT(interview, correct_by), GAZ_MODEL_FAULT(END_BEFORE_START),
                   "correct_by", gaz_date_write(interview->correct_by, by), "%s or later",
                   gaz_moment_write(interview->at, at));
    return false;
}

static bool check_task(GazReading *reading, const GazRecord *record)
{
    static const Order order = ORDER(GazTask, declared_on, recognised_on, true, false);

    return check_order(reading, record, &order);
}

static bool is_email(const char *text)
{
    const char *at = strchr(text, '@');

    return at != NULL && at != text && at[1] != '\0' && strchr(at + 1, '@') == NULL && g_str_is_ascii(text) &&
           strpbrk(text, " \t?&;,<>") == NULL;
}

/* What stands before an address, "网址：", would take the link away. */
static bool is_web(const char *text)
{
    return (g_str_has_prefix(text, "https://") || g_str_has_prefix(text, "http://")) &&
           strstr(text, "://")[3] != '\0' && strpbrk(text, " \t<>\"") == NULL;
}

/* 12369, 0531-8888 8888转601: an address has fewer digits than that, and a mail address or website others. */
static bool is_telephone(const char *text)
{
    enum { FEWEST_DIGITS = 3 };
    unsigned digits = 0;

    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at))
        digits += g_unichar_isdigit(g_utf8_get_char(at)) ? 1 : 0;
    return digits >= FEWEST_DIGITS && strchr(text, '@') == NULL && strstr(text, "://") == NULL;
}

/* What has to stand in place of `value`, where it is no address of its kind; NULL: it is one. */
static const char *find_expected(int kind, const char *value)
{
    if (kind == GAZ_CHANNEL_EMAIL && !is_email(value))
        return "one address such as name@example.org";
    if (kind == GAZ_CHANNEL_WEB && !is_web(value))
        return "one address that begins with https:// or http://";
    if ((kind == GAZ_CHANNEL_PHONE || kind == GAZ_CHANNEL_FAX) && !is_telephone(value))
        return "a number such as 0531-0000 0000 or 12369";
    return NULL;
}

/* A complaint goes nowhere by an address that is none (R10). */
static bool check_address(GazReading *reading, const GazChannel *channel)
{
    bool good = true;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *value = channel->value.in[language];
        const char *expected = value == NULL ? NULL : find_expected(channel->kind, value);

        if (expected != NULL)
            good = refuse(reading, &channel->record, offsetof(GazChannel, value.in[language]),
                          GAZ_MODEL_FAULT(CHANNEL_VALUE), language == GAZ_ZH ? "value_zh" : "value_en", value,
                          expected);
    }
    return good;
}

static bool check_channel(GazReading *reading, const GazRecord *record)
{
    const GazChannel *channel = (const GazChannel *)record;
    const char *authority = channel->authority;
    const GazPublication *publication = reading->data->publication;
    bool good = check_address(reading, channel);

    if (authority == NULL || publication == NULL || reading->unnamed ||
        gaz_publication_authority(publication, authority) != NULL)
        return good;
    gaz_unknown_add(reading, GAZ_AT(channel, authority), GAZ_MODEL_FAULT(AUTHORITY_UNKNOWN), "authorities",
                    "authority", authority, "the id of an <authority> of publication.xml");
    return false;
}

static bool check_line_id(GazReading *reading, const GazRecord *record)
{
    if (record->id == NULL || !gaz_id_is_reserved_line(record->id))
        return true;
    return refuse(reading, record, offsetof(GazRecord, id), GAZ_MODEL_FAULT(ID_RESERVED), "id", record->id,
                  "neither index nor a year such as 2021");
}

/* check_whole: only of a record all of whose cells could be read. */
static const struct {
    const char *table;
    bool (*check)(GazReading *reading, const GazRecord *record);
    bool (*check_whole)(GazReading *reading, const GazRecord *record);
} checks[] = {
    {"enterprises", check_enterprise, NULL},
    {"lines", check_line_id, check_line},
    {"ledger", NULL, check_ledger},
    {"plan", check_plan, check_whole_plan},
    {"adjustments", check_adjustment, NULL},
    {"stoppages", check_stoppage, NULL},
    {"findings", check_finding, check_fine},
    {"interviews", check_interview, NULL},
    {"tasks", check_task, NULL},
    {"channels", check_channel, NULL},
    {"changes", NULL, gaz_change_check},
    {"objections", NULL, gaz_objection_check},
    {"restrictions", NULL, gaz_restriction_check},
};

bool gaz_record_check(GazReading *reading, const GazRecord *record, bool whole)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(checks); i++) {
        bool good;

        if (strcmp(checks[i].table, record->table->name) != 0)
            continue;
        good = checks[i].check == NULL || checks[i].check(reading, record);
        return (checks[i].check_whole == NULL || !whole || checks[i].check_whole(reading, record)) && good;
    }
    return true;
}
