/* write.c - pages are drawn by Cairo as they are done; the whole is archived in memory, then written. */
#include "pdf/pdf.h"

#include "layout/faces.h"
#include "pdf/archive.h"
#include "pdf/image.h"
#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    GByteArray *drawn; /* by Cairo so far */
    GazStructure *structure;
    unsigned pages;
    double height; /* [pt] of the page at hand */
    cairo_surface_t *surface;
    cairo_t *cairo;
    int parents[8]; /* outline entries by level */
} Writer;

static cairo_status_t take_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(((Writer *)closure)->drawn, data, length);
    return CAIRO_STATUS_SUCCESS;
}

static void set_ink(cairo_t *cairo, GazInk ink)
{
    static const double inks[GAZ_INKS][3] = {
        [GAZ_INK_BLACK] = {0, 0, 0},         [GAZ_INK_RED] = {0.85, 0.05, 0.05},
        [GAZ_INK_GREY] = {0.5, 0.5, 0.5},    [GAZ_INK_LIGHT] = {0.86, 0.88, 0.90},
        [GAZ_INK_DARK] = {0.15, 0.25, 0.38}, [GAZ_INK_WHITE] = {1, 1, 1}};

    cairo_set_source_rgb(cairo, inks[ink][0], inks[ink][1], inks[ink][2]);
}

static void draw_lines(cairo_t *cairo, const GazMark *mark)
{
    static const double dash[] = {2, 1.5};

    set_ink(cairo, mark->ink);
    cairo_set_line_width(cairo, mark->thickness);
    cairo_set_dash(cairo, dash, mark->dashed ? 2 : 0, 0);
    if (mark->kind == GAZ_MARK_FRAME) {
        cairo_rectangle(cairo, mark->x, mark->y, mark->width, mark->height);
    } else {
        cairo_move_to(cairo, mark->x, mark->y);
        cairo_rel_line_to(cairo, mark->width, mark->height);
    }
    cairo_stroke(cairo);
}

static void add_outline(Writer *writer, const GazMark *mark)
{
    unsigned level = MIN((unsigned)mark->thickness, 6);
    g_autofree char *place = g_strdup_printf("page=%u pos=[%g %g]", writer->pages + 1, 0.0, mark->y);
    int parent = level == 0 ? CAIRO_PDF_OUTLINE_ROOT : writer->parents[level - 1];
    int entry = cairo_pdf_surface_add_outline(writer->surface, parent, mark->name, place,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);

    for (unsigned i = level; i < G_N_ELEMENTS(writer->parents); i++)
        writer->parents[i] = entry;
}

static void draw_glyphs(cairo_t *cairo, const GazMark *mark)
{
    set_ink(cairo, mark->ink);
    cairo_save(cairo);
    cairo_translate(cairo, mark->x, mark->y);
    if (mark->turned)
        cairo_rotate(cairo, G_PI / 2);
    cairo_move_to(cairo, 0, 0);
    pango_cairo_show_glyph_item(cairo, mark->text, mark->item);
    cairo_restore(cairo);
}

/* A destination's name in Cairo's quotes. */
static void add_target(cairo_t *cairo, const char *id)
{
    g_autoptr(GString) name = g_string_new("name='");

    for (const char *at = id; *at != '\0'; at++) {
        if (*at == '\'' || *at == '\\')
            g_string_append_c(name, '\\');
        g_string_append_c(name, *at);
    }
    g_string_append_c(name, '\'');
    cairo_tag_begin(cairo, CAIRO_TAG_DEST, name->str);
    cairo_tag_end(cairo, CAIRO_TAG_DEST);
}

static void draw_mark(Writer *writer, const GazMark *mark)
{
    cairo_t *cairo = writer->cairo;

    gaz_structure_draw(writer->structure, mark, writer->pages, writer->height);
    switch (mark->kind) {
    case GAZ_MARK_GLYPHS:
        draw_glyphs(cairo, mark);
        break;
    case GAZ_MARK_FILL:
        set_ink(cairo, mark->ink);
        cairo_rectangle(cairo, mark->x, mark->y, mark->width, mark->height);
        cairo_fill(cairo);
        break;
    case GAZ_MARK_FRAME:
    case GAZ_MARK_LINE:
        draw_lines(cairo, mark);
        break;
    case GAZ_MARK_IMAGE:
        gaz_image_draw(cairo, mark);
        break;
    case GAZ_MARK_OPEN:
        gaz_structure_open(writer->structure, mark->name, &mark->element);
        cairo_tag_begin(cairo, mark->name, mark->element.target);
        break;
    case GAZ_MARK_CLOSE:
        gaz_structure_close(writer->structure);
        cairo_tag_end(cairo, mark->name);
        break;
    case GAZ_MARK_TARGET:
        add_target(cairo, mark->name);
        break;
    case GAZ_MARK_OUTLINE:
        add_outline(writer, mark);
        break;
    }
}

static bool no_trouble(cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "drawing a PDF: %s",
                cairo_status_to_string(status));
    return false;
}

static void open_document(Writer *writer)
{
    static const GazElement plain = {0};

    gaz_structure_open(writer->structure, "Document", &plain);
    cairo_tag_begin(writer->cairo, "Document", NULL);
}

/* A page is shown when the next begins: what closes the document must still stand on the last. Cairo throws
 * away what was drawn before a page's size is set, so that the document opens after that. */
static bool draw_page(const GazPage *page, void *user, GError **error)
{
    Writer *writer = user;
    g_autofree char *label = g_strdup_printf("%u", page->number);

    if (writer->pages > 0)
        cairo_show_page(writer->cairo);
    cairo_pdf_surface_set_size(writer->surface, page->width, page->height);
    cairo_pdf_surface_set_page_label(writer->surface, label);
    writer->height = page->height;
    if (writer->pages == 0)
        open_document(writer);
    for (unsigned i = 0; i < page->marks->len; i++)
        draw_mark(writer, &g_array_index(page->marks, GazMark, i));
    writer->pages++;
    return no_trouble(cairo_status(writer->cairo), error);
}

static void set_text(cairo_surface_t *surface, cairo_pdf_metadata_t which, const GazText *text,
                     GazLanguageSet languages)
{
    const char *zh = text->in[GAZ_ZH], *en = text->in[GAZ_EN];
    const char *own = languages == GAZ_LANGUAGES_EN && en != NULL ? en : zh != NULL ? zh : en;

    if (own != NULL)
        cairo_pdf_surface_set_metadata(surface, which, own);
}

/* Dated by the document, not by the clock: the same document gives the same bytes. */
static void set_metadata(cairo_surface_t *surface, const GazDocument *document, GazLanguageSet languages)
{
    char date[11];
    g_autofree char *created = g_strdup_printf("%sT00:00:00Z", gaz_date_write(document->date, date));

    set_text(surface, CAIRO_PDF_METADATA_TITLE, &document->title, languages);
    set_text(surface, CAIRO_PDF_METADATA_AUTHOR, &document->issuer, languages);
    set_text(surface, CAIRO_PDF_METADATA_SUBJECT, &document->subject, languages);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "gazette " GAZETTE_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created);
}

static bool draw_all(Writer *writer, const GazDocument *document, GazLanguageSet languages, GazFonts *fonts,
                     GError **error)
{
    bool ok = gaz_layout(document, languages, fonts, draw_page, writer, error);

    if (writer->pages > 0) {
        gaz_structure_close(writer->structure);
        cairo_tag_end(writer->cairo, "Document");
        cairo_show_page(writer->cairo);
    }
    cairo_surface_finish(writer->surface);
    return ok && no_trouble(cairo_surface_status(writer->surface), error);
}

/* The pages as Cairo writes them, in `writer->drawn`. */
static bool draw(Writer *writer, const GazDocument *document, GazLanguageSet languages, GazFonts *fonts,
                 GError **error)
{
    bool ok;

    writer->surface = cairo_pdf_surface_create_for_stream(take_bytes, writer, 595.28, 841.89);
    cairo_pdf_surface_restrict_to_version(writer->surface, CAIRO_PDF_VERSION_1_5);
    set_metadata(writer->surface, document, languages);
    writer->cairo = cairo_create(writer->surface);
    ok = draw_all(writer, document, languages, fonts, error);
    cairo_destroy(writer->cairo);
    cairo_surface_destroy(writer->surface);
    return ok;
}

/* The finished file. NULL with `error` set where it can't be made. Yours: g_bytes_unref(). */
static GBytes *make(const GazDocument *document, GazLanguageSet languages, GazFonts *fonts, unsigned *pages,
                    GError **error)
{
    g_auto(GazProfile) profile = {0};
    g_autoptr(GByteArray) drawn = g_byte_array_new();
    g_autoptr(GazStructure) structure = gaz_structure_new();
    GazArchive archive = {document, languages, &profile, structure};
    Writer writer = {.drawn = drawn, .structure = structure};

    if (!gaz_profile_read(&profile, gaz_fonts_folder(fonts), error) ||
        !draw(&writer, document, languages, fonts, error))
        return NULL;
    gaz_structure_finish(structure);
    *pages = writer.pages;
    return gaz_archive_finish(&archive, drawn, error);
}

/* 0, or the errno of the write that failed. */
static int write_all(int file, GBytes *content)
{
    gsize length;
    const char *data = g_bytes_get_data(content, &length);

    while (length > 0) {
        ssize_t done = write(file, data, length);

        if (done < 0 && errno != EINTR)
            return errno;
        data += MAX(done, 0);
        length -= (gsize)MAX(done, 0);
    }
    return fsync(file) == 0 ? 0 : errno;
}

static bool fail(const char *path, int trouble, GError **error)
{
    g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(trouble), "%s: %s", path,
                g_strerror(trouble));
    return false;
}

/* The whole content or no file; one that is there already isn't touched. */
static bool write_file(const char *path, GBytes *content, GError **error)
{
    int file = g_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644), trouble;

    if (file < 0)
        return fail(path, errno, error);
    trouble = write_all(file, content);
    if (close(file) != 0 && trouble == 0)
        trouble = errno;
    if (trouble == 0)
        return true;
    g_unlink(path);
    return fail(path, trouble, error);
}

bool gaz_pdf_write(const GazDocument *document, GazLanguageSet languages, GazFonts *fonts, const char *path,
                   GazPdfFacts *facts, GError **error)
{
    unsigned pages = 0;
    g_autoptr(GBytes) content = make(document, languages, fonts, &pages, error);

    if (content == NULL || !write_file(path, content, error))
        return false;
    if (facts != NULL)
        *facts = (GazPdfFacts){pages, g_bytes_get_size(content)};
    return true;
}
