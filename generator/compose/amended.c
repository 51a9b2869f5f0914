/* amended.c - a version is written again from the record, as it was written on its day. */
#include "compose/amended.h"

#include <string.h>

/* The whole data that a view is one of. */
static const GazData *whole(const GazData *data)
{
    return data->of == NULL ? data : data->of;
}

GazAmended gaz_amended_open(const GazComposing *work, const char *id)
{
    const GazData *all = whole(work->data);
    GazAmended amended = {.years = gaz_years_new(all),
                          .target = id == NULL ? NULL : gaz_publication_notice(all->publication, id)};

    if (amended.target == NULL) {
        gaz_composing_lacks(work, work->notice->kind == GAZ_NOTICE_CORRECTION ? "corrects" : "withdraws", id,
                            "the id of the notice it is about");
        return amended;
    }
    amended.corrections = gaz_notice_amendments(all, amended.target, work->notice->date);
    for (unsigned i = amended.corrections->len; i-- > 0;)
        if (((const GazNotice *)amended.corrections->pdata[i])->corrects == NULL)
            g_ptr_array_remove_index(amended.corrections, i);
    return amended;
}

void gaz_amended_clear(GazAmended *amended)
{
    gaz_years_free(amended->years);
    g_clear_pointer(&amended->corrections, g_ptr_array_unref);
}

GazDocument *gaz_amended_compose(const GazComposing *work, const GazAmended *amended, unsigned version)
{
    GazViewDay day = gaz_version_day(amended->target, amended->corrections, version);
    const GazAssessment *assessment = gaz_years_assess(amended->years, &day, amended->target->date);

    return gaz_compose(assessment, work->wording, gaz_view_notice(assessment->data, amended->target),
                       work->report);
}

/* A full stop that the data give is the wording's to set. */
static GazText without_stop(GazComposing *work, GazText text)
{
    static const char *const stops[GAZ_LANGUAGES] = {"。", "."};

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (text.in[language] != NULL && g_str_has_suffix(text.in[language], stops[language]))
            text.in[language] = gaz_arena_strndup(work->arena, text.in[language],
                                                  strlen(text.in[language]) - strlen(stops[language]));
    return text;
}

void gaz_amended_give(GazComposing *work, const GazAmended *amended, const GazDocument *version)
{
    const char *number = gaz_arena_strdup(work->arena, version->number);
    GazText title = gaz_text(gaz_arena_strdup(work->arena, version->title.in[GAZ_ZH]),
                             gaz_arena_strdup(work->arena, version->title.in[GAZ_EN]));
    GazText values[2] = {title, gaz_text(number, number)};

    gaz_frame_text(work->facts, "target.title", title);
    gaz_frame_text(work->facts, "target.quoted",
                   gaz_glossary_format(work->glossary, work->arena, "amended.cite.unnumbered", &title, 1));
    gaz_frame_date(work->facts, "target.date", amended->target->date);
    gaz_frame_text(work->facts, "target.number", values[1]);
    gaz_frame_text(work->facts, "target.cite",
                   gaz_glossary_format(work->glossary, work->arena,
                                       number == NULL ? "amended.cite.unnumbered" : "amended.cite", values,
                                       number == NULL ? 1 : 2));
    gaz_frame_text(work->facts, "reason", without_stop(work, work->notice->reason));
}
