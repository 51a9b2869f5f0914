/* notices.c - document numbers, printing, copies; and what a year of publications must hold: complaint
 * channels (R10), a line list (R11), a summary of a year that is over (R12). */
#include "check/rule.h"

#include "model/view.h"

static void check_number(const GazCheck *check, const GazNotice *notice, GHashTable *seen)
{
    g_autofree char *number = gaz_document_number_write(&notice->number);
    const GazNotice *known;
    int year, month, day;

    if (number == NULL)
        return;
    known = g_hash_table_lookup(seen, number);
    if (known == NULL)
        g_hash_table_insert(seen, g_strdup(number), (void *)notice);
    if (!gaz_notice_is_of_year(check, notice))
        return;
    gaz_date_split(notice->date, &year, &month, &day);
    if (notice->number.year != year)
        gaz_fault(check, GAZ_CHECK_NUMBER_YEAR, NULL, &notice->at, "number", g_strdup(number),
                  "a number of %d", year);
    if (known != NULL)
        gaz_fault(check, GAZ_CHECK_NUMBER_DUPLICATE, NULL, &notice->at, "number", g_strdup(number),
                  "a number other than that of %s", known->id);
}

void gaz_check_numbers(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (unsigned i = 0; i < notices->len; i++)
        check_number(check, notices->pdata[i], seen);
}

/* A slip in the month or the year; printing takes days. */
static void check_printed(const GazCheck *check, const GazNotice *notice)
{
    enum { LONGEST = 92 }; /* [d] */
    g_autofree char *date = gaz_date_text(notice->date);

    if (notice->printed_on < notice->date)
        gaz_fault(check, GAZ_CHECK_PRINTED_EARLY, NULL, &notice->at, "printed-on",
                  gaz_date_text(notice->printed_on), "%s, the notice's date, or later", date);
    else if (notice->printed_on > notice->date + LONGEST)
        gaz_fault(check, GAZ_CHECK_PRINTED_LATE, NULL, &notice->at, "printed-on",
                  gaz_date_text(notice->printed_on), "a day at most %d days after %s, the notice's date",
                  LONGEST, date);
}

void gaz_check_printing(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (notice->printed_on != GAZ_NO_DATE && gaz_notice_is_of_year(check, notice))
            check_printed(check, notice);
    }
}

static void check_bodies(const GazCheck *check, const GazNotice *notice, const char *field,
                         const GPtrArray *bodies, GHashTable *seen)
{
    for (unsigned i = 0; i < bodies->len; i++) {
        const char *name = ((const GazText *)bodies->pdata[i])->in[GAZ_ZH];

        if (!g_hash_table_add(seen, (void *)name))
            gaz_fault(check, GAZ_CHECK_COPY_DUPLICATE, NULL, &notice->at, field, g_strdup(name),
                      "each body once among addressees and copies");
    }
}

/* A body is an addressee or gets a copy, never both (GB/T 9704 7.3.1, 7.4.2), and gets it once. */
static void check_copies(const GazCheck *check, const GazNotice *notice)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    check_bodies(check, notice, "addressee", notice->addressees, seen);
    check_bodies(check, notice, "copy", notice->copies, seen);
}

/* Its name would stand twice at the head and below the text. */
static void check_issuers(const GazCheck *check, const GazNotice *notice)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (unsigned i = 0; i < notice->issuers->len; i++) {
        const char *id = ((const GazAuthority *)notice->issuers->pdata[i])->id;

        if (!g_hash_table_add(seen, (void *)id))
            gaz_fault(check, GAZ_CHECK_ISSUER_DUPLICATE, NULL, &notice->at, "issuer", g_strdup(id),
                      "each authority once");
    }
}

void gaz_check_copies(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++)
        if (gaz_notice_is_of_year(check, notices->pdata[i])) {
            check_copies(check, notices->pdata[i]);
            check_issuers(check, notices->pdata[i]);
        }
}

void gaz_check_channels(const GazCheck *check)
{
    static const GazChannelKind kinds[] = {GAZ_CHANNEL_PHONE, GAZ_CHANNEL_FAX, GAZ_CHANNEL_EMAIL,
                                           GAZ_CHANNEL_WEB};
    unsigned known = 0;

    for (unsigned i = 0; i < check->data->channels->len; i++)
        known |= 1u << ((const GazChannel *)check->data->channels->pdata[i])->kind;
    /* Channels that an earlier year gives were judged with it. */
    if (check->data->channels->len > 0 && check->assessment->previous != NULL &&
        !gaz_is_of_year(check, &((const GazChannel *)check->data->channels->pdata[0])->record))
        return;
    if (check->data->lines->len == 0) /* a folder of documents alone: there is nothing to complain of */
        return;
    for (unsigned i = 0; i < G_N_ELEMENTS(kinds); i++)
        if ((known & 1u << kinds[i]) == 0)
            gaz_fault(check, GAZ_CHECK_CHANNEL_MISSING, NULL, &check->data->publication->at, "publication",
                      NULL, "a row of channels.csv of the kind %s", gaz_channel_kind[kinds[i]].code);
}

static bool is_plan(const GazNotice *notice)
{
    return notice->kind == GAZ_NOTICE_PLAN_DRAFT || notice->kind == GAZ_NOTICE_PLAN ||
           notice->kind == GAZ_NOTICE_SPECIAL_TASK;
}

/* Lists are announced for the year or, with its findings noted, for the next. */
static bool is_list_of(const GazNotice *notice, int year)
{
    return notice->kind == GAZ_NOTICE_LINE_LIST && (notice->year == year || notice->year == year + 1);
}

/* A list of another year stands for the one that would be missing. Whether there is one. */
static bool check_list_years(const GazCheck *check, int year)
{
    const GPtrArray *notices = check->data->publication->notices;
    bool any = false;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (notice->kind != GAZ_NOTICE_LINE_LIST || is_list_of(notice, year) ||
            !gaz_notice_is_of_year(check, notice))
            continue;
        gaz_fault(check, GAZ_CHECK_LIST_YEAR, NULL, &notice->at, "year", g_strdup_printf("%d", notice->year),
                  "%d, the year of the publication, or %d", year, year + 1);
        any = true;
    }
    return any;
}

/* The year of the last list before that of `list`; 0: none. */
static int list_year_before(const GazCheck *check, const GazNotice *list)
{
    const GPtrArray *notices = check->data->publication->notices;
    int before = 0;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];

        if (notice->kind == GAZ_NOTICE_LINE_LIST && notice->year < list->year)
            before = MAX(before, notice->year);
    }
    return before;
}

/* Lists follow one another year by year: the violations of a year stand in the next year's list (N 四), and
 * where there is none they stand in no list. Told at the list that comes after the one that is missing. */
static void check_gaps(const GazCheck *check, int year)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *list = notices->pdata[i];
        int before =
            is_list_of(list, year) && gaz_notice_is_of_year(check, list) ? list_year_before(check, list) : 0;

        if (before > 0 && before < list->year - 1)
            gaz_fault(check, GAZ_CHECK_LIST_MISSING, NULL, &list->at, "year",
                      g_strdup_printf("%d after %d", list->year, before),
                      "a notice line-list of the year %d before it", before + 1);
    }
}

/* A folder with nothing but plans is the record of these plans, not of a year. */
void gaz_check_line_list(const GazCheck *check)
{
    const GazPublication *publication = check->data->publication;
    bool of_year = check->data->findings->len > 0, told = check_list_years(check, publication->year);
    bool over = gaz_year_is_over(check->assessment, gaz_accounting_year(check->data, publication->year));

    check_gaps(check, publication->year);
    for (unsigned i = 0; i < publication->notices->len; i++) {
        const GazNotice *notice = publication->notices->pdata[i];

        of_year = of_year || !is_plan(notice);
        told = told || is_list_of(notice, publication->year);
    }
    if (of_year && over && !told &&
        check->data->lines->len > 0) /* a folder of documents alone has no list to announce */
        gaz_fault(check, GAZ_CHECK_LIST_MISSING, NULL, &publication->at, "publication", NULL,
                  "a notice line-list of the year %d or %d", publication->year, publication->year + 1);
}

static void check_summary(const GazCheck *check, const GazNotice *notice)
{
    int year = check->data->publication->year;
    GazSpan span = gaz_accounting_year(check->data, year);
    g_autofree char *end = gaz_date_text(gaz_date_of(span.end));

    if (notice->year != year)
        gaz_fault(check, GAZ_CHECK_SUMMARY_YEAR, NULL, &notice->at, "year",
                  g_strdup_printf("%d", notice->year), "%d, the year of the publication", year);
    else if (gaz_date_begin(notice->date) < span.end)
        gaz_fault(check, GAZ_CHECK_SUMMARY_EARLY, NULL, &notice->at, "date", gaz_date_text(notice->date),
                  "%s or later", end);
}

static void for_each_summary(const GazCheck *check, void (*look)(const GazCheck *, const GazNotice *))
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++)
        if (((const GazNotice *)notices->pdata[i])->kind == GAZ_NOTICE_SUMMARY &&
            gaz_notice_is_of_year(check, notices->pdata[i]))
            look(check, notices->pdata[i]);
}

void gaz_check_summaries(const GazCheck *check)
{
    for_each_summary(check, check_summary);
}

static void tell_unverified(const GazCheck *check, const GazNotice *notice)
{
    gaz_fault(check, GAZ_CHECK_SUMMARY_UNVERIFIED, NULL, &notice->at, "year", NULL,
              "stoppages in stoppages.csv: without any nobody can say which line kept its days");
}

/* Of lines of which nothing is known none is short (check/assessment.h): a summary would say that all of them
 * kept their days. */
void gaz_check_summaries_verified(const GazCheck *check)
{
    GazDecimal required = 0;

    for (unsigned i = 0; i < check->accounts->len; i++)
        required += ((const GazAccount *)check->accounts->pdata[i])->days_required;
    if (required > 0 && check->data->stoppages->len == 0)
        for_each_summary(check, tell_unverified);
}

static bool is_withdrawn(const GazCheck *check, const GazNotice *notice, GazDate by)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *other = notices->pdata[i];

        if (g_strcmp0(other->withdraws, notice->id) == 0 && other->date <= by)
            return true;
    }
    return false;
}

/* Departments may circulate the summary that an association reports to them. */
static bool is_of_one_issuer(const GazNotice *one, const GazNotice *other)
{
    return one->issuers->len > 0 && other->issuers->len > 0 &&
           one->issuers->pdata[0] == other->issuers->pdata[0];
}

/* The list, or summary, of the same year that stood when `notice` was issued; NULL: none. */
static const GazNotice *twin_of(const GazCheck *check, const GazNotice *notice)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len && notices->pdata[i] != notice; i++) {
        const GazNotice *other = notices->pdata[i];

        if (other->kind == notice->kind && other->year == notice->year && is_of_one_issuer(other, notice) &&
            !is_withdrawn(check, other, notice->date))
            return other;
    }
    return NULL;
}

/* Of two lists of one year nobody knows which holds, and a finding to be noted in it stands in one of them:
 * what was wrong in the first is corrected, or it is withdrawn. */
void gaz_check_years_once(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i], *twin = NULL;

        if ((notice->kind == GAZ_NOTICE_LINE_LIST || notice->kind == GAZ_NOTICE_SUMMARY) &&
            gaz_notice_is_of_year(check, notice))
            twin = twin_of(check, notice);
        if (twin != NULL)
            gaz_fault(check, GAZ_CHECK_YEAR_TWICE, NULL, &notice->at, "year",
                      g_strdup_printf("%d", notice->year),
                      "another year than %s has, its correction, or its withdrawal before", twin->id);
    }
}

/* The day of the first document that a notice can rest on; GAZ_NO_DATE: the rules name none. */
static GazDate first_ground(const GazRules *rules)
{
    GazDate first = GAZ_NO_DATE;

    for (unsigned i = 0; i < rules->clauses->len; i++) {
        GazDate issued = ((const GazClause *)rules->clauses->pdata[i])->issued;

        first = first == GAZ_NO_DATE ? issued : MIN(first, issued);
    }
    return first;
}

/* What tells on an enterprise needs the law of its day. A plan doesn't: the industry may have agreed on it
 * before any. */
void gaz_check_grounds(const GazCheck *check)
{
    const GPtrArray *notices = check->data->publication->notices;
    GazDate first = first_ground(check->rules);

    for (unsigned i = 0; first != GAZ_NO_DATE && i < notices->len; i++) {
        const GazNotice *notice = notices->pdata[i];
        g_autofree char *date = gaz_date_text(first);
        bool needs = notice->kind == GAZ_NOTICE_EXPOSURE || notice->kind == GAZ_NOTICE_INTERVIEW ||
                     notice->kind == GAZ_NOTICE_LINE_LIST;

        if (needs && notice->date < first && gaz_notice_is_of_year(check, notice))
            gaz_fault(check, GAZ_CHECK_NOTICE_UNFOUNDED, NULL, &notice->at, "date",
                      gaz_date_text(notice->date), "%s or later, or an older <document> in rules.xml", date);
    }
}
