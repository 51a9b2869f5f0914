/* own_words.c - which wording a notice has: the data folder's own, as corrected by then, or the shipped one.
 */
#include "compose/composing.h"

#include <string.h>

/* The words that a correction of the notice gives in place of those called `name`; the last one that does. */
static const GazTemplate *corrected(const GazComposing *work, const char *name, GazLanguage language)
{
    const GPtrArray *rewordings = work->data->rewordings;

    for (unsigned i = work->notice == NULL ? 0 : rewordings->len; i-- > 0;) {
        const GazNotice *correction = rewordings->pdata[i];
        g_autofree char *own = g_strdup_printf("%s.%s", name, correction->id);
        const GazTemplate *words = strcmp(correction->corrects, work->notice->id) != 0
                                       ? NULL
                                       : gaz_wording_own(work->wording, own, language);

        if (words != NULL)
            return words;
    }
    return NULL;
}

const GazTemplate *gaz_own_words(const GazComposing *work, const char *name, GazLanguage language)
{
    const GazTemplate *words = corrected(work, name, language);

    return words != NULL ? words : gaz_wording_own(work->wording, name, language);
}

/* The notice's own, or those of its kind; NULL: none. */
static const GazTemplate *own_of(const GazComposing *work, GazLanguage language)
{
    const GazTemplate *own = work->notice == NULL ? NULL : gaz_own_words(work, work->notice->id, language);

    return own != NULL ? own : gaz_own_words(work, work->name, language);
}

const GazTemplate *gaz_words(const GazComposing *work, GazLanguage language)
{
    const GazTemplate *own = own_of(work, language);

    return own != NULL ? own : gaz_wording_shipped(work->wording, work->name, language);
}

const GazBlock *gaz_words_part(const GazComposing *work, GazLanguage language, const char *part)
{
    const GazTemplate *own = own_of(work, language);
    const GazTemplate *shipped = gaz_wording_shipped(work->wording, work->name, language);
    const GazBlock *block = own == NULL ? NULL : gaz_template_part(own, part);

    return block != NULL || shipped == NULL ? block : gaz_template_part(shipped, part);
}
