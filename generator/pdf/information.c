/* information.c - title, author, subject and dates: by the document, not by the clock, so that the same
 * document gives the same bytes. */
#include "pdf/information.h"

#include "pdf/syntax.h"

char *gaz_information_date(GazDate date, bool pdf)
{
    int year, month, day;

    gaz_date_split(date, &year, &month, &day);
    return g_strdup_printf(pdf ? "D:%04d%02d%02d000000+08'00'" : "%04d-%02d-%02dT00:00:00+08:00", year, month,
                           day);
}

static const char *text_in(const GazText *text, GazLanguageSet languages)
{
    const char *zh = text->in[GAZ_ZH], *en = text->in[GAZ_EN];

    return languages == GAZ_LANGUAGES_EN && en != NULL ? en : zh != NULL ? zh : en;
}

GazInformation gaz_information_of(const GazDocument *document, GazLanguageSet languages)
{
    return (GazInformation){document, languages, text_in(&document->title, languages),
                            text_in(&document->issuer, languages), text_in(&document->subject, languages)};
}

static void put(GString *to, const char *key, const char *text)
{
    if (text == NULL)
        return;
    gaz_put_name(to, key);
    gaz_put_text(to, text);
}

GString *gaz_information_dictionary(const GazInformation *information)
{
    GString *body = g_string_new("<<");
    g_autofree char *date = gaz_information_date(information->document->date, true);

    put(body, "Title", information->title);
    put(body, "Author", information->author);
    put(body, "Subject", information->subject);
    put(body, "Creator", GAZ_PROGRAM);
    put(body, "Producer", GAZ_PROGRAM);
    put(body, "CreationDate", date);
    put(body, "ModDate", date);
    g_string_append(body, ">>");
    return body;
}
