/* characters.c - here the place of each cell is still known; on the page a name stands in many places. */
#include "program/characters.h"

typedef struct {
    GazFonts *fonts;
    GazReport *report;
} Search;

/* The text that `record` has in `column`, or NULL where the column holds none. */
static const char *text_in(const void *record, const GazColumn *column)
{
    const void *member = (const char *)record + column->offset;

    switch (column->kind) {
    case GAZ_COLUMN_ZH:
        return ((const GazText *)member)->in[GAZ_ZH];
    case GAZ_COLUMN_EN:
        return ((const GazText *)member)->in[GAZ_EN];
    case GAZ_COLUMN_STRING:
        return *(const char *const *)member;
    default:
        return NULL;
    }
}

static void search_record(const Search *search, const GazTable *table, const GazRecord *record)
{
    for (unsigned i = 0; i < table->column_count; i++) {
        const char *text = text_in(record, &table->columns[i]);
        GazPlace place = gaz_places_get(record->places, i);

        if (text != NULL)
            gaz_fonts_check_text(search->fonts, text, &place, table->columns[i].name, search->report);
    }
}

static void search_text(const Search *search, const GazText *text, const GazPlace *at, const char *field)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (text->in[language] != NULL)
            gaz_fonts_check_text(search->fonts, text->in[language], at, field, search->report);
}

static void search_texts(const Search *search, const GPtrArray *texts, const GazPlace *at, const char *field)
{
    for (unsigned i = 0; i < texts->len; i++)
        search_text(search, texts->pdata[i], at, field);
}

static void search_notice(const Search *search, const GazNotice *notice)
{
    search_text(search, &notice->title, &notice->at, "title");
    search_texts(search, notice->addressees, &notice->at, "addressee");
    search_texts(search, notice->copies, &notice->at, "copy");
    search_texts(search, notice->signers, &notice->at, "signer");
    search_texts(search, notice->signatories, &notice->at, "signatory");
    for (unsigned i = 0; i < notice->attachments->len; i++) {
        const GazAttachment *attachment = notice->attachments->pdata[i];

        search_text(search, &attachment->title, &attachment->at, "attachment");
    }
}

static void search_publication(const Search *search, const GazPublication *publication)
{
    search_text(search, &publication->title, &publication->at, "title");
    search_text(search, &publication->disclaimer, &publication->at, "disclaimer");
    for (unsigned i = 0; i < publication->authorities->len; i++) {
        const GazAuthority *authority = publication->authorities->pdata[i];

        search_text(search, &authority->name, &authority->at, "name");
        search_text(search, &authority->office, &authority->at, "office");
        search_text(search, &authority->address, &authority->at, "address");
    }
    for (unsigned i = 0; i < publication->seasons->len; i++) {
        const GazSeason *season = publication->seasons->pdata[i];

        search_text(search, &season->name, &season->at, "name");
    }
    for (unsigned i = 0; i < publication->notices->len; i++)
        search_notice(search, publication->notices->pdata[i]);
}

void gaz_characters_check(const GazData *data, GazFonts *fonts, GazReport *report)
{
    Search search = {fonts, report};

    search_publication(&search, data->publication);
    for (unsigned i = 0; i < gaz_table_count; i++) {
        const GPtrArray *records = *(
            GPtrArray *const *)((const char *)data + gaz_tables[i].list); /* each begins with its GazRecord */

        for (unsigned j = 0; j < records->len; j++)
            search_record(&search, &gaz_tables[i], records->pdata[j]);
    }
}
