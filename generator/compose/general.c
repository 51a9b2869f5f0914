/* general.c - a notice in the data folder's own words: it needs no facts but those that every notice has. */
#include "compose/composer.h"
#include "compose/composing.h"
#include "compose/faults.h"

const GazSlot gaz_general_slots[] = {{0}};

bool gaz_general_give(GazComposing *work)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES && work->notice != NULL; language++) {
        const GazTemplate *words = gaz_words(work, language);

        if (words != NULL && !gaz_block_says(words->root)) {
            gaz_report_add(work->report, &work->notice->at, &gaz_compose_faults[GAZ_COMPOSE_TEXT_EMPTY], NULL,
                           words->file, "words below its title");
            return false;
        }
    }
    return work->notice != NULL;
}
