/* standing.c - a fixed line of the glossary, with the notice it names. */
#include "compose/standing.h"

#include "compose/value.h"
#include "compose/wording.h"

void gaz_compose_standing(GazDocument *document, const GazWording *wording, const GazNotice *ended_by)
{
    bool withdrawn = ended_by->withdraws != NULL;
    g_autofree char *number = gaz_document_number_write(&ended_by->number);
    GazText values[2] = {gaz_text_date(document->arena, ended_by->date), gaz_text(number, number)};
    const char *id = withdrawn ? number != NULL ? "standing.withdrawn" : "standing.withdrawn.unnumbered"
                     : number != NULL ? "standing.corrected"
                                      : "standing.corrected.unnumbered";

    document->standing =
        gaz_glossary_format(wording->glossary, document->arena, id, values, number == NULL ? 1 : 2);
}

void gaz_compose_draft(GazDocument *document, const GazWording *wording)
{
    document->standing = gaz_glossary_label(wording->glossary, "standing.draft");
}
