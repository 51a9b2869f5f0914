/* recording.c - what is about to be published, as the record wants it, and what the record has against it. */
#include "program/recording.h"

#include "compose/difference.h"
#include "document/xml.h"
#include "publish/faults.h"
#include "publish/file.h"
#include <glib/gstdio.h>
#include <string.h>

/* One writing of a record. */
typedef struct {
    const GazEdition *edition;
    const GazRecordingPlace *place;
    GPtrArray *recorded; /* of GazRecorded *, and everything they lend */
    GazArena *arena;
    GPtrArray *texts; /* of char *: their trees */
} Recording;

static const char *status_of(const GazIssue *issue)
{
    if (issue->ended_by == NULL)
        return "in-force";
    return issue->ended_by->withdraws != NULL ? "withdrawn" : "corrected";
}

/* The sum of the PDF as it was announced; the file is taken away. NULL where it is the same as the file that
 * stays. False with `error` set. */
static bool take_announced(Recording *recording, const GazWrittenVersion *version, const char **kept,
                           GError **error)
{
    g_autofree char *path = NULL;
    g_autofree char *sum = NULL;

    *kept = NULL;
    if (version->announced == NULL)
        return true;
    path = g_build_filename(recording->place->folder, recording->place->root, version->announced, NULL);
    sum = gaz_file_sum(path, error);
    if (sum == NULL)
        return false;
    g_unlink(path);
    *kept = gaz_arena_strdup(recording->arena, sum);
    return true;
}

/* Where the text of a version stands. Yours: g_free(). */
static char *tree_path(const Recording *recording, const GazIssue *issue)
{
    g_autofree char *name = gaz_record_tree_name(issue->notice->id, issue->version);

    return g_build_filename(recording->place->folder, recording->place->root, name, NULL);
}

/* The text of the issue's document: to put it together is dear, that of last time serves again where the
 * document is the same, and then stands in its place already, with this `sum`: NULL. Yours: g_free(). */
static char *make_tree(const Recording *recording, const GazIssue *issue, const char **sum)
{
    const GazKey *key = gaz_known_document(recording->place->known, issue->document);
    g_autofree char *path = tree_path(recording, issue);

    if (!gaz_kept_take(recording->place->kept, path, key, NULL))
        return gaz_document_to_text(issue->document);
    *sum = gaz_kept_sum(recording->place->kept, path);
    return NULL;
}

/* Of the PDF; lent; NULL: it is still to be made. */
static const char *known_sum(const Recording *recording, const GazWrittenVersion *version)
{
    const GazRecordingPlace *place = recording->place;
    g_autofree char *path = g_build_filename(place->folder, place->root, version->address, NULL);

    return gaz_kept_sum(place->kept, path);
}

static void note_trees(const Recording *recording, const GPtrArray *versions)
{
    for (unsigned i = 0; i < versions->len; i++) {
        const GazIssue *issue = ((const GazWrittenVersion *)versions->pdata[i])->issue;
        const char *tree = ((const GazRecorded *)recording->recorded->pdata[i])->tree;
        const GazKey *key = gaz_known_document(recording->place->known, issue->document);
        g_autofree char *path = tree_path(recording, issue);
        GazSum sum;

        if (tree == NULL)
            continue;
        sum = gaz_sum_of(tree, strlen(tree));
        gaz_kept_note_sum(recording->place->kept, path, &sum);
        gaz_kept_note(recording->place->kept, path, key, 0);
    }
}

static bool add_version(Recording *recording, const GazWrittenVersion *version, GError **error)
{
    const GazIssue *issue = version->issue;
    GazRecorded *recorded = gaz_arena_new0(recording->arena, GazRecorded, 1);
    const char *tree_sum = NULL;
    char date[11], *tree = make_tree(recording, issue, &tree_sum);

    if (tree != NULL)
        g_ptr_array_add(recording->texts, tree);
    recorded->tree = tree;
    recorded->announced = (GazAnnounced){
        .id = issue->notice->id,
        .version = issue->version,
        .kind = gaz_notice_kinds[issue->notice->kind].code,
        .status = status_of(issue),
        .by = issue->ended_by == NULL ? NULL : issue->ended_by->id,
        .number = issue->document->number,
        .date = gaz_arena_strdup(recording->arena, gaz_date_write(issue->notice->date, date)),
        .title = issue->document->title,
        .address = version->address,
        .sha256 = known_sum(recording, version),
        .tree_sha256 = tree_sum,
    };
    g_ptr_array_add(recording->recorded, recorded);
    return take_announced(recording, version, &recorded->announced.announced_sha256, error);
}

/* The place of a notice in publication.xml. */
static GazPlace place_of(const GazEdition *edition, const char *id)
{
    const GazNotice *notice = gaz_publication_notice(edition->all->publication, id);

    return notice == NULL ? (GazPlace){.file = edition->all->folder} : notice->at;
}

/* In the language the text is in; of a text in both, in English, as messages are. */
static const char *said(const Recording *recording, const GazDifference *difference, GazText text,
                        GazText other)
{
    GazLanguage language = difference->language == GAZ_ZH ? GAZ_ZH : GAZ_EN;
    const char *words = text.in[language] == NULL ? text.in[GAZ_ZH] : text.in[language];
    const char *against = other.in[language] == NULL ? other.in[GAZ_ZH] : other.in[language];

    /* where a table's English stays, it is the Chinese that differs */
    if (difference->language == GAZ_LANGUAGES && g_strcmp0(words, against) == 0) {
        language = GAZ_ZH;
        words = text.in[GAZ_ZH];
        against = other.in[GAZ_ZH];
    }
    return words == NULL
               ? NULL
               : gaz_difference_excerpt(recording->arena, words, against == NULL ? "" : against, language);
}

static void tell_difference(const Recording *recording, const GazAnnounced *announced,
                            const GazDifference *difference)
{
    const GazGlossary *glossary = gaz_wording_glossary(recording->edition->wording);
    GazPlace at = place_of(recording->edition, announced->id);
    const char *place = gaz_difference_place(glossary, recording->arena, difference, true).in[GAZ_EN];
    const char *was = said(recording, difference, difference->was, difference->is);
    const char *is = said(recording, difference, difference->is, difference->was);

    if (difference->kind == GAZ_DIFFERS_MOVED || difference->kind == GAZ_DIFFERS_RENUMBERED)
        gaz_report_add(recording->edition->report, &at, &gaz_publish_faults[GAZ_PUBLISH_ANNOUNCED_CHANGED],
                       place, gaz_difference_kind_code(difference->kind), "the order announced on %s",
                       announced->date);
    else
        gaz_report_add(recording->edition->report, &at, &gaz_publish_faults[GAZ_PUBLISH_ANNOUNCED_CHANGED],
                       place, is == NULL ? "" : is, "%s%s%s, as announced on %s",
                       was == NULL || was[0] == '\0' ? "nothing" : "“", was == NULL ? "" : was,
                       was == NULL || was[0] == '\0' ? "" : "”", announced->date);
}

/* A notice, or a version of one, that the data still give, but only on a later day than the one looked at:
 * the clock is wrong, or the day given. */
static bool is_later(const GazEdition *edition, const GazAnnounced *announced)
{
    const GazNotice *notice = gaz_publication_notice(edition->all->publication, announced->id);

    return notice != NULL && edition->later > 0 && (notice->date > edition->as_of || announced->version > 1);
}

static void tell_missing(const Recording *recording, const GazAnnounced *announced, const GazPlace *at)
{
    const GazEdition *edition = recording->edition;
    const GazFaultKind *fault = &gaz_publish_faults[GAZ_PUBLISH_ANNOUNCED_MISSING];
    char as_of[11];

    if (is_later(edition, announced))
        gaz_report_add(edition->report, at, fault, announced->id, NULL,
                       "a day to look from (--as-of, or the machine's clock) on which it is announced: %s is "
                       "too early",
                       gaz_date_write(edition->as_of, as_of));
    else
        gaz_report_add(edition->report, at, fault, announced->id, NULL,
                       "the notice announced on %s; to take it back, announce its withdrawal",
                       announced->date);
}

static void tell_refusal(const Recording *recording, const GazRefusal *refusal)
{
    GazReport *report = recording->edition->report;
    const GazAnnounced *announced = refusal->announced;
    GazPlace at = place_of(recording->edition, announced->id);
    const GPtrArray *differences;

    switch (refusal->kind) {
    case GAZ_REFUSED_TEXT:
        differences = gaz_comparison_differences(refusal->comparison);
        for (unsigned i = 0; i < differences->len; i++)
            tell_difference(recording, announced, differences->pdata[i]);
        return;
    case GAZ_REFUSED_LAYOUT:
        gaz_report_add(report, &at, &gaz_publish_faults[GAZ_PUBLISH_ANNOUNCED_LAYOUT], announced->id,
                       announced->address, "the file announced on %s, or --reset-layout", announced->date);
        return;
    case GAZ_REFUSED_MISSING:
        tell_missing(recording, announced, &at);
        return;
    }
}

bool gaz_recording_exists(const char *before, const char *root)
{
    g_autofree char *old = g_build_filename(before, root, NULL);

    return gaz_chain_exists(old);
}

static GazRecordKeeper *open_record(Recording *recording, GError **error)
{
    const GazEdition *edition = recording->edition;
    const GazRecordingPlace *place = recording->place;
    g_autofree char *root = g_build_filename(place->folder, place->root, NULL);
    g_autofree char *old = g_build_filename(place->before, place->root, NULL);
    g_autofree char *shown = g_strconcat(place->root, "/", NULL);
    char as_of[11];
    const GazRecordPlaces places = {root, old, shown, place->sums};
    const GazRecordFacts facts = {.publication = edition->all->publication->id,
                                  .title = edition->data->publication->title,
                                  .as_of = gaz_date_write(edition->as_of, as_of),
                                  .reset_layout = place->reset_layout};

    return gaz_record_new(&places, &facts, recording->recorded, edition->report, error);
}

static GazRecordKeeper *write_record(Recording *recording, GError **error)
{
    g_autoptr(GazRecordKeeper) record = open_record(recording, error);

    if (record == NULL)
        return NULL;
    for (unsigned i = 0; i < gaz_record_refusals(record)->len; i++)
        tell_refusal(recording, gaz_record_refusals(record)->pdata[i]);
    if (gaz_record_refusals(record)->len > 0 || !gaz_record_write(record, error))
        return NULL;
    return g_steal_pointer(&record);
}

GazRecordKeeper *gaz_recording_write(const GazEdition *edition, const GazRecordingPlace *place,
                                     const GPtrArray *versions, GError **error)
{
    g_autoptr(GazArena) arena = gaz_arena_new();
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) recorded = g_ptr_array_new();
    Recording recording = {edition, place, recorded, arena, texts};
    GazRecordKeeper *record;

    for (unsigned i = 0; i < versions->len; i++)
        if (!add_version(&recording, versions->pdata[i], error))
            return NULL;
    record = write_record(&recording, error);
    if (record != NULL)
        note_trees(&recording, versions);
    return record;
}
