/* write.c - pages become a file as they are done: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2). */
#include "pdf/pdf.h"

#include "layout/faces.h"
#include "pdf/content.h"
#include "pdf/fontfiles.h"
#include "pdf/information.h"
#include "pdf/outline.h"
#include "pdf/pages.h"
#include "pdf/profile.h"
#include "pdf/syntax.h"
#include <string.h>

/* A file that is being written. */
typedef struct {
    GazSink *sink;
    GazObjects *objects;
    GazTags *tags;
    GazTypefaces *typefaces;
    GazImages *images;
    GazContent *content;
    GazPages *pages;
    GazOutline *outline;
    unsigned resources, page; /* objects: of what pages draw with, of the page at hand */
    double height;            /* [pt] of that page */
    GString *keys;            /* of the page's dictionary */
} Writer;

static Writer open_writer(GazSink *sink)
{
    Writer writer = {.sink = sink, .objects = gaz_objects_new(sink), .keys = g_string_new(NULL)};

    writer.tags = gaz_tags_new(writer.objects);
    writer.typefaces = gaz_typefaces_new();
    writer.images = gaz_images_new(writer.objects);
    writer.content = gaz_content_new(writer.tags, writer.typefaces, writer.images);
    writer.resources = gaz_objects_reserve(writer.objects);
    writer.pages = gaz_pages_new(writer.objects, writer.resources);
    writer.outline = gaz_outline_new(writer.objects);
    return writer;
}

static void clear_writer(Writer *writer)
{
    gaz_outline_free(writer->outline);
    gaz_pages_free(writer->pages);
    gaz_content_free(writer->content);
    gaz_images_free(writer->images);
    gaz_typefaces_free(writer->typefaces);
    gaz_tags_free(writer->tags);
    gaz_objects_free(writer->objects);
    g_string_free(writer->keys, TRUE);
}

static void open_element(Writer *writer, const char *name, const GazElement *element)
{
    gaz_content_break(writer->content);
    gaz_tags_open(writer->tags, name, element);
    if (*name == 'H' && gaz_outline_wants_element(writer->outline))
        gaz_outline_set_element(writer->outline, gaz_tags_last(writer->tags));
}

static void add_outline(Writer *writer, const GazMark *mark)
{
    gaz_outline_add(writer->outline, mark->name, (unsigned)mark->thickness, writer->page,
                    writer->height - mark->y);
    if (gaz_tags_in_heading(writer->tags))
        gaz_outline_set_element(writer->outline, gaz_tags_last(writer->tags));
}

static void take_mark(Writer *writer, const GazMark *mark)
{
    switch (mark->kind) {
    case GAZ_MARK_OPEN:
        open_element(writer, mark->name, &mark->element);
        break;
    case GAZ_MARK_CLOSE:
        gaz_content_break(writer->content);
        gaz_tags_close(writer->tags);
        break;
    case GAZ_MARK_TARGET:
        gaz_outline_add_target(writer->outline, mark->name, writer->page, writer->height - mark->y);
        break;
    case GAZ_MARK_OUTLINE:
        add_outline(writer, mark);
        break;
    default:
        gaz_content_draw(writer->content, mark);
    }
}

static bool write_page(const GazPage *page, void *user, GError **error)
{
    static const GazElement plain = {0};
    Writer *writer = user;

    writer->page = gaz_pages_begin(writer->pages);
    writer->height = page->height;
    gaz_content_begin(writer->content, page->height);
    gaz_tags_begin_page(writer->tags, writer->page, page->height);
    if (gaz_pages_count(writer->pages) == 0) {
        open_element(writer, "Document", &plain);
        gaz_tags_last(writer->tags); /* there even if it holds nothing */
    }
    for (unsigned i = 0; i < page->marks->len; i++)
        take_mark(writer, &g_array_index(page->marks, GazMark, i));
    g_string_truncate(writer->keys, 0);
    gaz_tags_end_page(writer->tags, writer->keys);
    gaz_pages_end(writer->pages, page, gaz_content_end(writer->content), writer->keys);
    return gaz_images_good(writer->images, error) && gaz_sink_good(writer->sink, error);
}

/* What all pages draw with. */
static bool write_resources(Writer *writer, GError **error)
{
    g_autoptr(GString) body = g_string_new("<</Font<<");

    if (!gaz_fontfiles_write(writer->typefaces, writer->objects, body, error))
        return false;
    g_string_append(body, ">>");
    gaz_images_finish(writer->images, body);
    g_string_append(body, ">>");
    gaz_objects_put(writer->objects, writer->resources, body);
    return true;
}

/* PDF/A 6.2.3: the colours are the profile's. */
static void put_intent(Writer *writer, const GazProfile *profile, GString *to)
{
    gsize length;
    const void *content = g_bytes_get_data(profile->content, &length);
    unsigned stream = gaz_objects_add_stream(writer->objects, "/N 3", content, length, true);

    g_string_append(to, "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier");
    gaz_put_text(to, profile->name);
    g_string_append(to, "/Info");
    gaz_put_text(to, profile->name);
    g_string_append_printf(to, "/DestOutputProfile %u 0 R>>]", stream);
}

/* What the file says of itself as a whole; the metadata is readable without unpacking. */
static void write_end(Writer *writer, const GazInformation *information, const GazProfile *profile)
{
    g_autoptr(GString) root = g_string_new("<</Type/Catalog/MarkInfo<</Marked true>>"
                                           "/ViewerPreferences<</DisplayDocTitle true>>/Lang");
    g_autoptr(GString) dictionary = gaz_information_dictionary(information);
    g_autofree char *packet = gaz_information_xmp(information);
    GazLanguage language = information->languages == GAZ_LANGUAGES_EN ? GAZ_EN : GAZ_ZH;

    gaz_put_text(root, gaz_language_tag(language));
    put_intent(writer, profile, root);
    gaz_pages_finish(writer->pages, root);
    gaz_outline_finish(writer->outline, root);
    g_string_append_printf(root, "/StructTreeRoot %u 0 R", gaz_tags_finish(writer->tags));
    g_string_append_printf(
        root, "/Metadata %u 0 R>>",
        gaz_objects_add_stream(writer->objects, "/Type/Metadata/Subtype/XML", packet, strlen(packet), false));
    gaz_objects_finish(writer->objects, gaz_objects_add(writer->objects, root),
                       gaz_objects_add(writer->objects, dictionary));
}

static bool write_all(Writer *writer, const GazDocument *document, const GazPress *press, GError **error)
{
    g_auto(GazProfile) profile = {0};
    GazInformation information = gaz_information_of(document, press->languages);

    if (!gaz_profile_read(&profile, gaz_fonts_folder(press->fonts), error) ||
        !gaz_layout(document, press, write_page, writer, error))
        return false;
    if (gaz_pages_count(writer->pages) > 0)
        gaz_tags_close(writer->tags); /* the document */
    if (!write_resources(writer, error))
        return false;
    write_end(writer, &information, &profile);
    return true;
}

bool gaz_pdf_write(const GazDocument *document, const GazPress *press, const char *path, GazPdfFacts *facts,
                   GError **error)
{
    GazSink *sink = gaz_sink_open(path, error);
    GazPdfFacts own;
    Writer writer;
    bool good;

    if (sink == NULL)
        return false;
    writer = open_writer(sink);
    good = write_all(&writer, document, press, error);
    own = (GazPdfFacts){
        gaz_pages_count(writer.pages), gaz_objects_count(writer.objects), gaz_sink_length(sink), {""}};
    clear_writer(&writer);
    good = gaz_sink_close(sink, good, &own.sum, error) && good;
    if (good && facts != NULL)
        *facts = own;
    return good;
}
