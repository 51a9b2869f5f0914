/* subjects.c - lines, enterprises, cities and notices as facts. */
#include "site/subjects.h"
#include "site/addresses.h"
#include "site/gaps.h"
#include "site/known.h"
#include "site/shown.h"
#include <string.h>

#define MINUTES_A_DAY 1440

static void set_days(GazFact *node, const char *name, GazDecimal days)
{
    gaz_fact_set_decimal(node, name, days == GAZ_NO_DECIMAL ? 0 : days);
}

static void add_owner(const GazPage *page, GazFact *node, const GazEnterprise *owner)
{
    g_autofree char *path = gaz_address_enterprise(owner);
    GazFact *name = gaz_fact_both(node, "owner", &owner->name);

    gaz_page_set_link(page, name, "href", path);
    gaz_fact_set(name, "code", owner->credit_code);
}

static void add_tasks(GazFact *node, const GazLine *line)
{
    for (int task = 0; gaz_task_kind[task].code != NULL; task++)
        if ((line->special_tasks & (1u << task)) != 0)
            gaz_fact_code(node, "task", gaz_task_kind, task);
}

static int status_of(const GazPage *page, const GazLine *line)
{
    return gaz_line_on(line, page->run->seen_on).status;
}

static void add_identity(const GazPage *page, GazFact *node, const GazLine *line)
{
    gaz_fact_set(node, "id", line->record.id);
    gaz_fact_set_decimal(node, "capacity", line->approved_capacity_tpd);
    gaz_fact_set_decimal(node, "annual", line->annual_capacity_10kt);
    gaz_fact_set_decimal(node, "diameter", line->kiln_diameter_m);
    gaz_fact_set_decimal(node, "length", line->kiln_length_m);
    gaz_fact_set_date(node, "commissioned", line->commissioned);
    gaz_fact_set_flag(node, "carbide-slag", line->carbide_slag);
    gaz_fact_both(node, "name", &line->name);
    gaz_fact_code(node, "status", gaz_line_status, status_of(page, line));
    gaz_fact_code(node, "kiln", gaz_kiln_kind, line->kiln);
    gaz_fact_both(node, "note", &line->note);
    add_tasks(node, line);
}

static void add_days(GazFact *node, const GazAccount *account)
{
    set_days(node, "planned", account->days_planned);
    set_days(node, "required", account->days_required);
    set_days(node, "verified", account->days_verified);
    set_days(node, "short", account->days_short);
    set_days(node, "missing", MAX(account->days_required - account->days_verified, 0));
    set_days(node, "owed", account->days_owed);
    set_days(node, "earned", account->days_earned);
    gaz_fact_set_minutes(node, "year-from", account->year.start, false);
    gaz_fact_set_minutes(node, "year-to", account->year.end, true);
    gaz_fact_set_flag(node, "over", account->reckoned);
    gaz_fact_set_flag(node, "takes-part", account->days_required > 0);
}

GazFact *gaz_subject_stage(GazFact *parent, const char *name, GazFindingStage stage)
{
    GazFact *node = gaz_fact_code(parent, name, gaz_finding_stage, (int)stage);

    if (stage == GAZ_STAGE_EXPOSED || stage == GAZ_STAGE_REFUSED)
        gaz_fact_set(node, "tone", "breach");
    else
        gaz_fact_set(node, "tone", stage == GAZ_STAGE_CORRECTED ? "good" : "note");
    return node;
}

static bool is_noted(const GArray *annotations, const GazFindingState *state)
{
    for (unsigned i = 0; annotations != NULL && i < annotations->len; i++)
        if (strcmp(g_array_index(annotations, GazAnnotation, i).finding->finding->record.id,
                   state->finding->record.id) == 0)
            return true;
    return false;
}

bool gaz_subject_is_about(const GazSiteRun *run, const GazFindingState *state, const GazEnterprise *owner)
{
    const GazEnterprise *now = gaz_data_lookup(run->data, "enterprises", owner->record.id);

    return gaz_finding_enterprise(run->data, state) == gaz_enterprise_now(now);
}

const GazFindingState *gaz_subject_newest(const GazSiteRun *run, const GazFindingState *state)
{
    const GazAssessment *newest = run->site->assessment;
    const GazFinding *finding = gaz_data_lookup(newest->data, "findings", state->finding->record.id);
    const GazFindingState *now = finding == NULL ? NULL : gaz_assessment_finding(newest, finding);

    return now == NULL ? state : now;
}

/* The badge of the row: noted in a year's list (N 四), or how far its newest breach has gone. */
static void add_marks(const GazPage *page, GazFact *node, const GazAccount *account,
                      const GazEnterprise *owner)
{
    const GArray *annotations = gaz_site_run_annotations(page->run, account->line);

    for (unsigned i = 0; annotations != NULL && i < annotations->len; i++) {
        const GazAnnotation *annotation = &g_array_index(annotations, GazAnnotation, i);
        GazFact *mark = gaz_fact(node, "annotation");

        gaz_fact_set_count(mark, "list-year", (size_t)annotation->list_year);
        gaz_fact_set(mark, "finding", annotation->finding->finding->record.id);
    }
    for (unsigned i = 0; i < account->findings->len; i++) {
        const GazFindingState *state = account->findings->pdata[i];
        GazFact *mark;

        if (!gaz_known_finding(page->run->assessment, state) ||
            !gaz_subject_is_about(page->run, state, owner))
            continue;
        mark = gaz_subject_stage(node, "mark", gaz_subject_newest(page->run, state)->stage);
        gaz_fact_set(mark, "finding", state->finding->record.id);
        gaz_fact_set_decimal(mark, "year", state->finding->year);
        gaz_fact_set(mark, "result", gaz_result[state->finding->result].code);
        gaz_fact_set_flag(mark, "noted", is_noted(annotations, state));
    }
}

GazFact *gaz_subject_line(const GazPage *page, GazFact *parent, const GazAccount *account)
{
    const GazLine *line = gaz_site_run_seen(page->run, account->line);
    g_autofree char *path = gaz_address_line(line);
    GazFact *node = gaz_fact(parent, "line");

    gaz_page_set_link(page, node, "href", path);
    add_identity(page, node, line);
    add_owner(page, node, line->enterprise);
    gaz_subject_city(page, node, line->enterprise->city);
    gaz_fact_both(node, "county", &line->enterprise->county);
    add_days(node, account);
    add_marks(page, node, account, line->enterprise);
    return node;
}

static void add_span(GazFact *node, GazSpan span)
{
    gaz_fact_set_minutes(node, "from", span.start, false);
    gaz_fact_set_minutes(node, "to", span.end, true);
    gaz_fact_set_decimal(node, "days", (span.end - span.start) * GAZ_DECIMAL_ONE / MINUTES_A_DAY);
}

static void add_window(GazFact *parent, const GazWindow *window)
{
    GazFact *node = gaz_fact(parent, "window");

    add_span(node, window->span);
    gaz_fact_set_decimal(node, "quota", window->plan->quota_days);
    gaz_fact_set_decimal(node, "load", window->plan->load_percent);
    gaz_fact_both(node, "season", &window->season->name);
    gaz_fact_code(node, "purpose", gaz_plan_purpose, window->plan->purpose);
    gaz_fact_both(node, "reason", &window->plan->reason);
}

static void add_stop(GazFact *parent, const char *name, const GazStop *stop)
{
    GazFact *node = gaz_fact(parent, name);

    add_span(node, stop->span);
    gaz_fact_set_flag(node, "counts", stop->counts);
    gaz_fact_code(node, "why", gaz_stop_why, stop->stoppage->why);
    gaz_fact_both(node, "by", &stop->stoppage->verified_by);
    gaz_fact_both(node, "evidence", &stop->stoppage->evidence);
    gaz_fact_set_date(node, "verified-on", stop->stoppage->verified_on);
}

/* Of earlier years, what the folder of the page's year recorded: it counts there, and is told here as well,
 * though the calendar doesn't reach back to it. */
static void add_late_stops(const GazPage *page, GazFact *stops, const GazAccount *account, int64_t reach)
{
    const GazAssessment *now = page->run->assessment;

    for (const GazAssessment *year = now->previous; year != NULL; year = year->previous) {
        const GazLine *line = gaz_data_lookup(year->data, "lines", account->line->record.id);
        const GazAccount *before = line == NULL ? NULL : gaz_assessment_account(year, line);

        for (unsigned i = 0; before != NULL && i < before->stops->len; i++) {
            const GazStop *stop = &g_array_index(before->stops, GazStop, i);

            if (stop->stoppage->record.year == now->data->publication->year && stop->span.end <= reach &&
                stop->span.end > before->year.start)
                add_stop(stops, "late", stop);
        }
    }
}

void gaz_subject_record(const GazPage *page, GazFact *parent, const GazAccount *account, GazAxis axis)
{
    const GazAssessment *assessment = page->run->assessment;
    GazFact *windows = gaz_fact(parent, "windows"), *stops = gaz_fact(parent, "stops");
    GazSpan span = {gaz_moment_begin((GazMoment){.day = axis.from}),
                    gaz_moment_begin((GazMoment){.day = axis.to + 1})};
    g_autoptr(GazAccount) shown = gaz_shown_new(assessment, account, axis.from);
    g_autoptr(GArray) gaps = gaz_gaps(shown, span, assessment->as_of);

    for (unsigned i = 0; i < gaps->len; i++)
        add_span(gaz_fact(parent, "gap"), g_array_index(gaps, GazSpan, i));
    for (unsigned i = 0; i < shown->windows->len; i++)
        add_window(windows, &g_array_index(shown->windows, GazWindow, i));
    add_late_stops(page, stops, account, span.start);
    for (unsigned i = 0; i < shown->stops->len; i++)
        add_stop(stops, "stop", &g_array_index(shown->stops, GazStop, i));
}

void gaz_subject_sums(const GazPage *page, GazFact *parent, const GPtrArray *accounts)
{
    GazDecimal capacity = 0, annual = 0, required = 0, verified = 0, missing = 0;
    GazFact *node = gaz_fact(parent, "sums");
    size_t operating = 0;

    for (unsigned i = 0; i < accounts->len; i++) {
        const GazAccount *account = accounts->pdata[i];
        const GazLine *line = gaz_site_run_seen(page->run, account->line);

        if (status_of(page, line) != GAZ_LINE_DISMANTLED) { /* as in the line list */
            capacity += line->approved_capacity_tpd;
            annual += line->annual_capacity_10kt;
        }
        required += account->days_required;
        verified += account->days_verified;
        missing += account->days_short;
        operating += status_of(page, line) == GAZ_LINE_OPERATING;
    }
    gaz_fact_set_count(node, "lines", accounts->len);
    gaz_fact_set_count(node, "operating", operating);
    set_days(node, "capacity", capacity);
    set_days(node, "annual", annual);
    set_days(node, "required", required);
    set_days(node, "verified", verified);
    set_days(node, "short", missing);
}

GazFact *gaz_subject_enterprise(const GazPage *page, GazFact *parent, const GazEnterprise *enterprise)
{
    g_autofree char *path = gaz_address_enterprise(enterprise);
    GazFact *node = gaz_fact(parent, "enterprise");

    gaz_fact_set(node, "id", enterprise->record.id);
    gaz_fact_set(node, "code", enterprise->credit_code);
    gaz_page_set_link(page, node, "href", path);
    gaz_fact_set_flag(node, "member", enterprise->member);
    gaz_fact_both(node, "name", &enterprise->name);
    gaz_fact_both(node, "county", &enterprise->county);
    gaz_subject_city(page, node, enterprise->city);
    gaz_subject_sums(page, node, gaz_site_run_owned(page->run, enterprise));
    return node;
}

GazFact *gaz_subject_city(const GazPage *page, GazFact *parent, const GazCity *city)
{
    g_autofree char *path = gaz_address_city(city);
    GazFact *node = gaz_fact_both(parent, "city", &city->name);

    gaz_fact_set(node, "code", city->code);
    gaz_page_set_link(page, node, "href", path);
    return node;
}

/* Consultation: the days left as of the as-of date; none where it is closed. */
static void add_consultation(const GazPage *page, GazFact *node, const GazNotice *notice)
{
    GazDate as_of = page->run->assessment->as_of;
    const char *state = as_of < notice->comment_from ? "ahead"
                        : as_of > notice->comment_to ? "closed"
                                                     : "open";

    if (notice->comment_to == GAZ_NO_DATE)
        return;
    gaz_fact_set_date(node, "comment-from", notice->comment_from);
    gaz_fact_set_date(node, "comment-to", notice->comment_to);
    gaz_fact_set(node, "consultation", state);
    if (as_of <= notice->comment_to)
        gaz_fact_set_count(node, "days-left", (size_t)(notice->comment_to - as_of));
}

/* The sum that lets a reader check the file, as it was noted when that was made or taken from last time;
 * where the file isn't written yet, none. */
static void add_sum(const GazPage *page, GazFact *node, const char *pdf)
{
    const GazKept *kept = page->run->site->kept;
    g_autofree char *path = g_build_filename(page->run->folder, pdf, NULL);
    const char *known = kept == NULL ? NULL : gaz_kept_heard(kept, path);
    g_autofree char *bytes = NULL;
    gsize length;

    if (known != NULL)
        gaz_fact_set(node, "pdf-sha256", known);
    else if (g_file_get_contents(path, &bytes, &length, NULL))
        gaz_fact_set(node, "pdf-sha256", gaz_sum_of(bytes, length).text);
}

static void add_pdf(const GazPage *page, GazFact *node, const GazSiteNotice *notice)
{
    if (notice->pdf == NULL)
        return;
    gaz_page_set_file(page, node, "pdf", notice->pdf);
    gaz_fact_set(node, "pdf-path", notice->pdf);
    gaz_fact_set_count(node, "pdf-bytes", notice->pdf_bytes);
    gaz_fact_set_count(node, "pdf-pages", notice->pdf_pages);
}

void gaz_subject_pdf_sum(const GazPage *page, GazFact *node, const GazSiteNotice *notice)
{
    if (notice->pdf != NULL)
        add_sum(page, node, notice->pdf);
}

/* Which notice did so, as a link with its date and title. */
static void add_cause(const GazPage *page, GazFact *node, const char *name, const GazNotice *notice)
{
    g_autofree char *path = gaz_address_notice(notice);
    GazFact *cause = gaz_fact(node, name);

    gaz_fact_set_date(cause, "date", notice->date);
    gaz_page_set_link(page, cause, "href", path);
    gaz_fact_both(cause, "reason", &notice->reason);
}

void gaz_subject_versions(const GazPage *page, GazFact *node, const GazSiteNotice *notice)
{
    for (unsigned i = 0; notice->earlier != NULL && i < notice->earlier->len; i++) {
        const GazSiteVersion *version = &g_array_index(notice->earlier, GazSiteVersion, i);
        GazFact *before = gaz_fact(node, "version");

        gaz_fact_set_count(before, "n", version->version);
        gaz_page_set_file(page, before, "pdf", version->pdf.path);
        gaz_fact_set_count(before, "pdf-bytes", version->pdf.bytes);
        gaz_fact_set_count(before, "pdf-pages", version->pdf_pages);
        add_sum(page, before, version->pdf.path);
        if (version->ended_by != NULL)
            add_cause(page, before, "ended", version->ended_by);
    }
    gaz_fact_set_count(node, "version", notice->version);
    if (notice->ended_by != NULL)
        add_cause(page, node, "ended", notice->ended_by);
}

GazFact *gaz_subject_notice(const GazPage *page, GazFact *parent, const GazSiteNotice *notice)
{
    const GazDocument *document = notice->document;
    g_autofree char *path = gaz_address_notice(notice->notice);
    GazFact *node = gaz_fact(parent, "notice");

    gaz_fact_set(node, "id", document->id);
    gaz_fact_set(node, "path", path);
    gaz_fact_set(node, "kind", document->kind);
    gaz_page_set_link(page, node, "href", path);
    gaz_fact_set_date(node, "date", document->date);
    gaz_fact_set(node, "number", document->number);
    gaz_fact_both(node, "kind-name", &document->kind_name);
    gaz_fact_both(node, "title", &document->title);
    gaz_fact_both(node, "brief", &document->brief);
    gaz_fact_both(node, "issuer", &document->issuer);
    gaz_fact_set_flag(node, "corrected", notice->version > 1);
    gaz_fact_set_flag(node, "withdrawn", notice->ended_by != NULL);
    add_consultation(page, node, notice->notice);
    add_pdf(page, node, notice);
    return node;
}

static void notice_facts(GazPage *page, const void *notice)
{
    gaz_subject_notice(page, page->root, notice);
}

void gaz_subject_share_notice(const GazPage *page, GazFact *parent, const GazSiteNotice *notice)
{
    g_autofree char *key = g_strconcat("notice ", notice->document->id, NULL);

    gaz_page_share(page, parent, key, notice_facts, notice);
}
