/* picture.c - marks put in order: those of the page's own language and those without one, then another's
 * words. */
#include "layout/picture.h"

static const char *said_in(const GazPicture *picture, GazLanguage language)
{
    const GazText *said = picture->again ? &picture->flow->document->figure_continued : picture->alternative;

    if (said->in[language] == NULL)
        said = picture->alternative;
    return said->in[language] != NULL ? said->in[language] : said->in[GAZ_ZH];
}

static bool speaks(const GazPicture *picture, GazLanguage language)
{
    return (picture->shared || language == picture->flow->language) &&
           (picture->flow->languages & 1u << language) != 0 && picture->alternative->in[language] != NULL;
}

GazPicture gaz_picture_begin(GazFlow *flow, const GazText *alternative, bool shared)
{
    flow->apart++;
    return (GazPicture){
        .flow = flow, .alternative = alternative, .shared = shared, .first = flow->page.marks->len};
}

/* The language whose element `mark` goes into. */
static GazLanguage owner_of(const GazPicture *picture, const GazMark *mark)
{
    bool words = mark->kind == GAZ_MARK_GLYPHS && mark->language != picture->flow->language;

    return words && speaks(picture, mark->language) ? mark->language : picture->flow->language;
}

/* No element is empty: a language without words of its own has the last mark. */
static GazLanguage *owners_of(const GazPicture *picture, const GazMark *marks, guint count)
{
    GazLanguage *owners = g_new(GazLanguage, count);
    guint each[GAZ_LANGUAGES] = {0};

    for (guint i = 0; i < count; i++)
        each[owners[i] = owner_of(picture, &marks[i])]++;
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (speaks(picture, language) && each[language] == 0)
            owners[count - 1] = language;
    return owners;
}

static GazMark *put(GazMark *to, const GazPicture *picture, GazLanguage language, const GazMark *marks,
                    const GazLanguage *owners, guint count)
{
    GazMark edge = {.kind = GAZ_MARK_OPEN, .name = "Figure"};

    edge.element.alternative = said_in(picture, language);
    edge.element.language = language == picture->flow->language ? NULL : gaz_language_tag(language);
    *to++ = edge;
    for (guint i = 0; i < count; i++)
        if (owners[i] == language)
            *to++ = marks[i];
    edge.kind = GAZ_MARK_CLOSE;
    *to++ = edge;
    return to;
}

void gaz_picture_end(GazPicture *picture)
{
    GazFlow *flow = picture->flow;
    GArray *all = flow->page.marks;
    guint count = all->len - picture->first;
    g_autofree GazMark *marks = NULL;
    g_autofree GazLanguage *owners = NULL;
    GazMark *to;

    flow->apart--;
    if (count == 0)
        return;
    marks = g_memdup2(&g_array_index(all, GazMark, picture->first), count * sizeof *marks);
    owners = owners_of(picture, marks, count);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (language == flow->language || speaks(picture, language))
            g_array_set_size(all, all->len + 2);
    to = put(&g_array_index(all, GazMark, picture->first), picture, flow->language, marks, owners, count);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (language != flow->language && speaks(picture, language))
            to = put(to, picture, language, marks, owners, count);
}

void gaz_picture_need(GazPicture *picture, double height)
{
    GazFlow *flow = picture->flow;

    if (gaz_flow_fits(flow, height))
        return;
    gaz_picture_end(picture);
    gaz_flow_need(flow, height);
    *picture = gaz_picture_begin(flow, picture->alternative, picture->shared);
    picture->again = true;
}
