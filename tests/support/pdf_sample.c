/* pdf_sample.c - a data folder opened as the program opens it. */
#include "pdf_sample.h"

#include "check/assessment.h"
#include "compose/compose.h"
#include "data_view.h"
#include "wording.h"
#include <check.h>
#include <glib/gstdio.h>

struct PdfSample {
    DataView view;
    const GazData *data;
    GazAssessment *assessment;
    GazWording *wording;
    GazFonts *fonts;
    GazReport *report;
    char *folder; /* of the PDFs */
};

PdfSample *pdf_sample_open(const char *folder)
{
    PdfSample *sample = g_new0(PdfSample, 1);
    g_autoptr(GError) error = NULL;

    sample->report = gaz_report_new();
    sample->folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    sample->view = data_view_open(folder, gaz_date_make(2022, 4, 30), sample->report, &error);
    sample->data = sample->view.data;
    ck_assert_ptr_nonnull(sample->data);
    sample->assessment = gaz_assessment_new(sample->data, gaz_date_make(2022, 4, 30));
    sample->wording = wording_read("templates/wording", sample->data, sample->report, &error);
    ck_assert_ptr_nonnull(sample->wording);
    sample->fonts = gaz_fonts_open("fonts", &error);
    ck_assert_ptr_nonnull(sample->fonts);
    return sample;
}

void pdf_sample_close(PdfSample *sample)
{
    gaz_fonts_free(sample->fonts);
    gaz_wording_free(sample->wording);
    gaz_assessment_free(sample->assessment);
    data_view_close(&sample->view);
    gaz_report_free(sample->report);
    g_rmdir(sample->folder);
    g_free(sample->folder);
    g_free(sample);
}

const char *pdf_sample_folder(const PdfSample *sample)
{
    return sample->folder;
}

const char *pdf_sample_notice(const PdfSample *sample, unsigned at)
{
    const GPtrArray *notices = sample->data->publication->notices;

    return at < notices->len ? ((const GazNotice *)notices->pdata[at])->id : NULL;
}

GazDocument *pdf_sample_compose(PdfSample *sample, const char *notice)
{
    GazDocument *document =
        gaz_compose(sample->assessment, sample->wording,
                    gaz_publication_notice(sample->data->publication, notice), sample->report);

    ck_assert_ptr_nonnull(document);
    return document;
}

char *pdf_sample_set(PdfSample *sample, const GazDocument *document, GazLanguageSet languages)
{
    char *path = g_strdup_printf("%s/%s-%d.pdf", sample->folder, document->id, (int)languages);
    g_autoptr(GError) error = NULL;

    g_unlink(path); /* a test that failed leaves it there */
    ck_assert_msg(gaz_pdf_write(document, &(GazPress){sample->fonts, languages, false}, path, NULL, &error),
                  "%s", error == NULL ? "" : error->message);
    return path;
}

void pdf_sample_remove(char *path)
{
    g_unlink(path);
    g_free(path);
}

char *pdf_output_of(const char *program, const char *option, const char *path, const char *last)
{
    const char *arguments[] = {program, option, path, last, NULL};
    char *output = NULL;
    int status = -1;

    ck_assert(g_spawn_sync(NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                           &status, NULL));
    ck_assert_int_eq(status, 0);
    return output;
}
