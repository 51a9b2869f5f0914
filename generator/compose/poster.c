/* poster.c - the sheet to hang up: who takes complaints by telephone in the whole province, and where all
 * ways are listed. */
#include "compose/composer.h"
#include "compose/contacts.h"

static const GazSlot number_slots[] = {GAZ_VALUE("authority"), GAZ_VALUE("phones"), {0}};

const GazSlot gaz_poster_slots[] = {
    GAZ_LIST("numbers", number_slots),
    GAZ_VALUE("address"), /* of the channels' page; empty where the publication doesn't name its own */
    GAZ_FIGURE("code"),
    {0},
};

static void add_hours(GazComposing *work, GazValue *phones, GazText hours)
{
    GazText inside = gaz_text_inside(work->arena, hours);

    if (hours.in[GAZ_ZH] == NULL || hours.in[GAZ_EN] == NULL)
        return;
    gaz_value_add(work->arena, phones,
                  gaz_glossary_between(work->glossary, work->arena, "contact.before-hours"), NULL);
    gaz_value_add(work->arena, phones,
                  gaz_glossary_format(work->glossary, work->arena, "contact.hours", &inside, 1), NULL);
}

/* The telephones of `authority` that serve the whole province, each a link, in the order of the data. */
static void give_phones(GazComposing *work, GazFrame *member, const char *authority)
{
    const GPtrArray *channels = work->data->channels;
    GazValue phones = {0};

    for (unsigned i = 0; i < channels->len; i++) {
        const GazChannel *channel = channels->pdata[i];
        const char *number = channel->value.in[GAZ_ZH];

        if (channel->city != NULL || channel->kind != GAZ_CHANNEL_PHONE ||
            g_strcmp0(channel->authority, authority) != 0)
            continue;
        if (phones.first != NULL)
            gaz_value_add(work->arena, &phones, gaz_text("、", ", "), NULL);
        gaz_value_add(work->arena, &phones, gaz_text(number, number),
                      gaz_contact_link(work->arena, channel->kind, number));
        add_hours(work, &phones, gaz_channel_hours(work->data, channel));
    }
    gaz_frame_value(member, "phones", &phones);
}

static void give_numbers(GazComposing *work)
{
    g_autoptr(GHashTable) told = g_hash_table_new(g_str_hash, g_str_equal);
    const GPtrArray *channels = work->data->channels;

    for (unsigned i = 0; i < channels->len; i++) {
        const GazChannel *channel = channels->pdata[i];
        const GazAuthority *authority =
            gaz_publication_authority(work->data->publication, channel->authority);
        GazFrame *member;

        if (channel->city != NULL || channel->kind != GAZ_CHANNEL_PHONE || authority == NULL ||
            authority->kind == GAZ_AUTHORITY_ASSOCIATION ||
            !g_hash_table_add(told, (gpointer)channel->authority))
            continue;
        member = gaz_frame_add(work->facts, "numbers");
        gaz_frame_text(member, "authority", authority->name);
        give_phones(work, member, channel->authority);
    }
}

static void give_code(GazComposing *work, const char *base)
{
    const char *slash = g_str_has_suffix(base, "/") ? "" : "/";
    const char *address = gaz_arena_printf(work->arena, "%s%schannels.html", base, slash);
    GazFigure *code = gaz_composing_figure(work, "code", GAZ_FIGURE_CODE);

    code->address = address;
    gaz_frame_text(work->facts, "address", gaz_text(address, address));
    gaz_frame_figure(work->facts, "code", code);
}

/* It says the same on whatever day it is made: so it is dated by the year, and stays the same file. */
bool gaz_poster_give(GazComposing *work)
{
    const GazPublication *publication = work->data->publication;

    work->document->form = GAZ_FORM_POSTER;
    work->document->issuer = publication->title;
    work->document->subject = gaz_label(work, "document.subject");
    work->document->date = gaz_date_make(publication->year, 1, 1);
    give_numbers(work);
    if (publication->base_url != NULL)
        give_code(work, publication->base_url);
    return true;
}
