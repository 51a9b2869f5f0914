/* years.c - views and their assessments, each made once. */
#include "check/years.h"

#include <string.h>

struct GazYears {
    const GazData *all;
    GazViews *views;
    GHashTable *assessments; /* "VIEW AS-OF" to GazAssessment * */
};

static void free_assessment(void *assessment)
{
    gaz_assessment_free(assessment);
}

GazYears *gaz_years_new(const GazData *all)
{
    GazYears *years = g_new0(GazYears, 1);

    years->all = all;
    years->views = gaz_views_new(all);
    years->assessments = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_assessment);
    return years;
}

void gaz_years_free(GazYears *years)
{
    if (years == NULL)
        return;
    g_hash_table_unref(years->assessments);
    gaz_views_free(years->views);
    g_free(years);
}

static GazAssessment *find(const GazYears *years, const GazData *view, GazDate as_of)
{
    g_autofree char *key = g_strdup_printf("%p %d", (const void *)view, as_of);

    return g_hash_table_lookup(years->assessments, key);
}

static const GazAssessment *assess(GazYears *years, const GazViewDay *day, GazDate as_of,
                                   const GazAssessment *previous)
{
    const GazData *view = gaz_views_get(years->views, day);
    GazAssessment *assessment = find(years, view, as_of);

    if (assessment != NULL)
        return assessment;
    assessment = gaz_assessment_new_after(view, as_of, previous);
    g_hash_table_insert(years->assessments, g_strdup_printf("%p %d", (const void *)view, as_of), assessment);
    return assessment;
}

/* From the first year on, so that none has to ask for the one before it. */
const GazAssessment *gaz_years_assess(GazYears *years, const GazViewDay *day, GazDate as_of)
{
    const GazAssessment *assessment = NULL;
    GazViewDay each = *day;

    each.year = ((const GazPublication *)years->all->years->pdata[0])->year;
    each.recorded_until = day->year;
    do
        assessment = assess(years, &each, as_of, assessment);
    while (each.year++ < day->year);
    return assessment;
}

const GazData *gaz_years_view(GazYears *years, const GazViewDay *day)
{
    return gaz_views_get(years->views, day);
}

static gboolean is_unwanted(gpointer key, gpointer assessment, gpointer wanted)
{
    (void)key;
    for (const GazAssessment *at = wanted; at != NULL; at = at->previous)
        if (at == assessment)
            return false;
    return true;
}

void gaz_years_keep(GazYears *years, const GazAssessment *wanted)
{
    g_hash_table_foreach_remove(years->assessments, is_unwanted, (gpointer)wanted);
}

static int compare_dates(const void *one, const void *two)
{
    GazDate a = (*(const GazNotice *const *)one)->date, b = (*(const GazNotice *const *)two)->date;

    return (a > b) - (a < b);
}

GPtrArray *gaz_notice_amendments(const GazData *data, const GazNotice *notice, GazDate as_of)
{
    GPtrArray *amendments = g_ptr_array_new();

    for (unsigned i = 0; i < data->publication->notices->len; i++) {
        GazNotice *other = data->publication->notices->pdata[i];
        bool amends =
            g_strcmp0(other->corrects, notice->id) == 0 || g_strcmp0(other->withdraws, notice->id) == 0;

        if (amends && other->date <= as_of)
            g_ptr_array_add(amendments, other);
    }
    g_ptr_array_sort(amendments, compare_dates);
    return amendments;
}

GazViewDay gaz_version_day(const GazNotice *notice, const GPtrArray *amendments, unsigned version)
{
    const GazNotice *last = version > 1 ? amendments->pdata[version - 2] : notice;

    return (GazViewDay){.year = notice->folder_year,
                        .changes_until = notice->date,
                        .corrections_until = MAX(last->date, notice->date),
                        .only_corrections_of = version > 1 ? notice->id : NULL};
}
