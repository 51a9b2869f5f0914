/* lasting.c - what a row of changes, objections and restrictions must be beyond its cells, and whether what
 * happened to each enterprise and line can have happened in that order. */
#include "model/reading.h"

/* Members of a change that only some kinds have. */
enum {
    ENTERPRISE = 1u << 0,
    LINE = 1u << 1,
    NAME = 1u << 2,
    TO = 1u << 3,
    DAILY = 1u << 4,
    ANNUAL = 1u << 5,
    DIAMETER = 1u << 6,
    BY = 1u << 7,
    MEMBERS = 8
};

static const struct {
    const char *name;
    size_t offset;
} members[MEMBERS] = {
    {"enterprise", offsetof(GazRegisterChange, enterprise)},
    {"line", offsetof(GazRegisterChange, line)},
    {"name_zh", offsetof(GazRegisterChange, name)},
    {"to_enterprise", offsetof(GazRegisterChange, to_enterprise)},
    {"approved_capacity_tpd", offsetof(GazRegisterChange, approved_capacity_tpd)},
    {"annual_capacity_10kt", offsetof(GazRegisterChange, annual_capacity_10kt)},
    {"kiln_diameter_m", offsetof(GazRegisterChange, kiln_diameter_m)},
    {"by_line", offsetof(GazRegisterChange, by_line)},
};

/* All of `all` are given, one at least of `some` where it isn't 0, and nothing else. */
static const struct {
    unsigned all, some;
} forms[] = {
    [GAZ_CHANGE_RENAMED] = {NAME, ENTERPRISE | LINE},
    [GAZ_CHANGE_MERGED] = {ENTERPRISE | TO, 0},
    [GAZ_CHANGE_MOVED] = {LINE | TO, 0},
    [GAZ_CHANGE_CAPACITY] = {LINE, DAILY | ANNUAL | DIAMETER},
    [GAZ_CHANGE_REPLACED] = {LINE | BY, 0},
    [GAZ_CHANGE_SUSPENDED] = {LINE, 0},
    [GAZ_CHANGE_RESUMED] = {LINE, 0},
    [GAZ_CHANGE_DISMANTLED] = {LINE, 0},
    [GAZ_CHANGE_COMMISSIONED] = {LINE, 0},
};

static unsigned given_in(const GazRegisterChange *change)
{
    return (change->enterprise != NULL ? (unsigned)ENTERPRISE : 0) |
           (change->line != NULL ? (unsigned)LINE : 0) |
           (change->name.in[GAZ_ZH] != NULL ? (unsigned)NAME : 0) |
           (change->to_enterprise != NULL ? (unsigned)TO : 0) |
           (change->approved_capacity_tpd != GAZ_NO_DECIMAL ? (unsigned)DAILY : 0) |
           (change->annual_capacity_10kt != GAZ_NO_DECIMAL ? (unsigned)ANNUAL : 0) |
           (change->kiln_diameter_m != GAZ_NO_DECIMAL ? (unsigned)DIAMETER : 0) |
           (change->by_line != NULL ? (unsigned)BY : 0);
}

static void refuse(GazReading *reading, const GazRecord *record, size_t member, const GazFaultKind *kind,
                   const char *field, const char *found, const char *expected)
{
    gaz_report_add(reading->report, GAZ_PLACE_OF(record, member), kind, field, found, "%s", expected);
}

static bool refuse_form(GazReading *reading, const GazRegisterChange *change, unsigned member, bool wanted)
{
    g_autofree char *expected = g_strdup_printf("%s for the kind %s", wanted ? "one" : "an empty cell",
                                                gaz_change_kind[change->kind].code);

    refuse(reading, &change->record, members[member].offset, GAZ_MODEL_FAULT(CHANGE_FORM),
           members[member].name, NULL, expected);
    return false;
}

static unsigned first_of(unsigned set)
{
    return (unsigned)__builtin_ctz(set);
}

bool gaz_change_check(GazReading *reading, const GazRecord *record)
{
    const GazRegisterChange *change = (const GazRegisterChange *)record;
    unsigned all = forms[change->kind].all, some = forms[change->kind].some, given = given_in(change);
    bool both = change->kind == GAZ_CHANGE_RENAMED && (given & some) == some;

    if (!gaz_date_check_far(reading, record, change->date, offsetof(GazRegisterChange, date), "date"))
        return false;
    if ((given & all) != all)
        return refuse_form(reading, change, first_of(all & ~given), true);
    if (some != 0 && (given & some) == 0)
        return refuse_form(reading, change, first_of(some), true);
    if ((given & ~(all | some)) != 0)
        return refuse_form(reading, change, first_of(given & ~(all | some)), false);
    if (both) /* an enterprise or a line, not both */
        return refuse_form(reading, change, first_of(LINE), false);
    if (change->enterprise != NULL && change->enterprise == change->to_enterprise)
        return refuse_form(reading, change, first_of(TO), false);
    return change->line == NULL || change->line != change->by_line ||
           refuse_form(reading, change, first_of(BY), false);
}

bool gaz_cells_check_together(GazReading *reading, const GazRecord *record, bool one, size_t first,
                              const char *name, bool other, size_t second, const char *other_name)
{
    if (one == other)
        return true;
    refuse(reading, record, one ? second : first, GAZ_MODEL_FAULT(CELLS_APART), one ? other_name : name, NULL,
           one ? name : other_name);
    return false;
}

bool gaz_date_check_far(GazReading *reading, const GazRecord *record, GazDate date, size_t member,
                        const char *field)
{
    enum { KNOWN_YEARS = 3 }; /* the folder's and the two after it */
    GazDate end = reading->data->publication == NULL || date == GAZ_NO_DATE
                      ? GAZ_NO_DATE
                      : gaz_rules_year_begin(reading->data->rules, reading->year + KNOWN_YEARS);
    char found[11], expected[11];

    if (end == GAZ_NO_DATE || date < end)
        return true;
    gaz_report_add(reading->report, GAZ_PLACE_OF(record, member), GAZ_MODEL_FAULT(DATE_FAR), field,
                   gaz_date_write(date, found), "a day before %s, for the folder of %d",
                   gaz_date_write(end, expected), reading->year);
    return false;
}

static bool check_days(GazReading *reading, const GazRecord *record, GazDate first, GazDate second,
                       size_t member, const char *field)
{
    char found[11], expected[11];

    if (first == GAZ_NO_DATE || second == GAZ_NO_DATE || second >= first)
        return true;
    gaz_report_add(reading->report, GAZ_PLACE_OF(record, member), GAZ_MODEL_FAULT(END_BEFORE_START), field,
                   gaz_date_write(second, found), "%s or later", gaz_date_write(first, expected));
    return false;
}

bool gaz_objection_check(GazReading *reading, const GazRecord *record)
{
    const GazObjection *objection = (const GazObjection *)record;
    size_t decided_on = offsetof(GazObjection, decided_on);

    return gaz_date_check_far(reading, record, objection->filed_on, offsetof(GazObjection, filed_on),
                              "filed_on") &&
           check_days(reading, record, objection->filed_on, objection->decided_on, decided_on,
                      "decided_on") &&
           gaz_cells_check_together(reading, record, objection->decided_on != GAZ_NO_DATE, decided_on,
                                    "decided_on", objection->outcome >= 0, offsetof(GazObjection, outcome),
                                    "outcome");
}

bool gaz_restriction_check(GazReading *reading, const GazRecord *record)
{
    const GazRestriction *restriction = (const GazRestriction *)record;
    size_t lifted_on = offsetof(GazRestriction, lifted_on);

    return gaz_date_check_far(reading, record, restriction->from, offsetof(GazRestriction, from), "from") &&
           check_days(reading, record, restriction->from, restriction->lifted_on, lifted_on, "lifted_on") &&
           gaz_cells_check_together(reading, record, restriction->lifted_on != GAZ_NO_DATE, lifted_on,
                                    "lifted_on", restriction->lift_approval != NULL,
                                    offsetof(GazRestriction, lift_approval), "lift_approval");
}

/* By date, else as written. */
static int compare_changes(const void *one, const void *two)
{
    GazDate a = (*(const GazRegisterChange *const *)one)->date,
            b = (*(const GazRegisterChange *const *)two)->date;

    return (a > b) - (a < b);
}

/* What a line must be for a change of it, and what it is after; -1: any, or as before. */
static const struct {
    int before, after;
} steps[] = {
    [GAZ_CHANGE_RENAMED] = {-1, -1},
    [GAZ_CHANGE_MERGED] = {-1, -1},
    [GAZ_CHANGE_MOVED] = {-1, -1},
    [GAZ_CHANGE_CAPACITY] = {-1, -1},
    [GAZ_CHANGE_REPLACED] = {-1, GAZ_LINE_DISMANTLED},
    [GAZ_CHANGE_SUSPENDED] = {GAZ_LINE_OPERATING, GAZ_LINE_SUSPENDED},
    [GAZ_CHANGE_RESUMED] = {GAZ_LINE_SUSPENDED, GAZ_LINE_OPERATING},
    [GAZ_CHANGE_DISMANTLED] = {-1, GAZ_LINE_DISMANTLED},
    [GAZ_CHANGE_COMMISSIONED] = {GAZ_LINE_UNDER_CONSTRUCTION, GAZ_LINE_OPERATING},
};

static void tell_step(GazReading *reading, const GazRegisterChange *change, const char *found,
                      const char *expected)
{
    refuse(reading, &change->record, offsetof(GazRegisterChange, kind), GAZ_MODEL_FAULT(CHANGE_ORDER), "kind",
           found, expected);
}

/* Nothing happens to a line that is gone. */
static void step_line(GazReading *reading, const GazRegisterChange *change, GHashTable *statuses)
{
    gpointer known = NULL;
    int status = g_hash_table_lookup_extended(statuses, change->line, NULL, &known) ? GPOINTER_TO_INT(known)
                                                                                    : change->line->status;
    int before = steps[change->kind].before, after = steps[change->kind].after;
    g_autofree char *found = g_strdup_printf("%s of line %s, which is %s", gaz_change_kind[change->kind].code,
                                             change->line->record.id, gaz_line_status[status].code);

    if (before >= 0 && status != before)
        tell_step(reading, change, found, gaz_line_status[before].code);
    else if (status == GAZ_LINE_DISMANTLED)
        tell_step(reading, change, found, "a line that there still is");
    if (after >= 0)
        g_hash_table_insert(statuses, (gpointer)change->line, GINT_TO_POINTER(after));
}

/* Nor to an enterprise that has become part of another. */
static void step_enterprise(GazReading *reading, const GazRegisterChange *change, GHashTable *merged)
{
    const GazEnterprise *gone = g_hash_table_contains(merged, change->enterprise)      ? change->enterprise
                                : g_hash_table_contains(merged, change->to_enterprise) ? change->to_enterprise
                                                                                       : NULL;
    g_autofree char *found = NULL;

    if (gone != NULL) {
        found = g_strdup_printf("%s: enterprise %s has been merged", gaz_change_kind[change->kind].code,
                                gone->record.id);
        tell_step(reading, change, found, "an enterprise that there still is");
    }
    if (change->kind == GAZ_CHANGE_MERGED)
        g_hash_table_add(merged, (gpointer)change->enterprise);
}

void gaz_reading_changes(GazReading *reading)
{
    g_autoptr(GHashTable) statuses = g_hash_table_new(NULL, NULL), merged = g_hash_table_new(NULL, NULL);
    GPtrArray *changes = reading->data->changes;

    g_ptr_array_sort(changes, compare_changes);
    for (unsigned i = 0; i < changes->len; i++) {
        const GazRegisterChange *change = changes->pdata[i];

        if (change->line != NULL)
            step_line(reading, change, statuses);
        if (change->enterprise != NULL || change->to_enterprise != NULL)
            step_enterprise(reading, change, merged);
    }
}
