/* write.c - pages are drawn by Cairo and written as they are done. */
#include "pdf/pdf.h"

#include "layout/page.h"
#include <cairo-pdf.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    int file;
    int trouble; /* errno of the first write that failed */
    size_t bytes;
    unsigned pages;
    cairo_surface_t *surface;
    cairo_t *cairo;
    int parents[8]; /* outline entries by level */
} Writer;

/* Cairo's own file writing loses what stdio holds when the disk is full, so that each write is looked at
 * here. Cairo isn't told: 1.16 reads freed memory when it finishes a surface whose first write failed. The
 * trouble is kept, nothing more is written, and no_trouble() tells it. */
static cairo_status_t write_bytes(void *closure, const unsigned char *data, unsigned int length)
{
    Writer *writer = closure;

    while (length > 0 && writer->trouble == 0) {
        ssize_t done = write(writer->file, data, length);

        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0) {
            writer->trouble = errno;
            break;
        }
        data += done;
        length -= (unsigned)done;
        writer->bytes += (size_t)done;
    }
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
    case GAZ_MARK_OPEN:
        cairo_tag_begin(cairo, mark->name, mark->element.target);
        break;
    case GAZ_MARK_CLOSE:
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

static bool no_trouble(const Writer *writer, cairo_status_t status, GError **error)
{
    if (status == CAIRO_STATUS_SUCCESS && writer->trouble == 0)
        return true;
    g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(writer->trouble), "writing a PDF: %s",
                writer->trouble != 0 ? g_strerror(writer->trouble) : cairo_status_to_string(status));
    return false;
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
    if (writer->pages == 0)
        cairo_tag_begin(writer->cairo, "Document", NULL);
    for (unsigned i = 0; i < page->marks->len; i++)
        draw_mark(writer, &g_array_index(page->marks, GazMark, i));
    writer->pages++;
    return no_trouble(writer, cairo_status(writer->cairo), error);
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
        cairo_tag_end(writer->cairo, "Document");
        cairo_show_page(writer->cairo);
    }
    cairo_surface_finish(writer->surface);
    return ok && no_trouble(writer, cairo_surface_status(writer->surface), error);
}

static bool close_file(Writer *writer, GError **error)
{
    bool ok = fsync(writer->file) == 0;
    int trouble = errno;

    if (close(writer->file) != 0 && ok) {
        ok = false;
        trouble = errno;
    }
    if (!ok)
        g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(trouble), "writing a PDF: %s",
                    g_strerror(trouble));
    return ok;
}

bool gaz_pdf_write(const GazDocument *document, GazLanguageSet languages, GazFonts *fonts, const char *path,
                   GazPdfFacts *facts, GError **error)
{
    Writer writer = {.file = g_open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644)};
    bool ok;

    if (writer.file < 0) {
        g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(errno), "%s: %s", path,
                    g_strerror(errno));
        return false;
    }
    writer.surface = cairo_pdf_surface_create_for_stream(write_bytes, &writer, 595.28, 841.89);
    cairo_pdf_surface_restrict_to_version(writer.surface, CAIRO_PDF_VERSION_1_5);
    set_metadata(writer.surface, document, languages);
    writer.cairo = cairo_create(writer.surface);
    ok = draw_all(&writer, document, languages, fonts, error);
    cairo_destroy(writer.cairo);
    cairo_surface_destroy(writer.surface);
    ok = close_file(&writer, ok ? error : NULL) && ok;
    if (!ok)
        g_unlink(path);
    if (ok && facts != NULL)
        *facts = (GazPdfFacts){writer.pages, writer.bytes};
    return ok;
}
