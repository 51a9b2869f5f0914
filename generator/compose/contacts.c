/* contacts.c - how to reach those who publish, and those who take complaints. */
#include "compose/contacts.h"

const GazSlot gaz_contact_slots[] = {
    GAZ_VALUE("authority"), GAZ_VALUE("phone"),   GAZ_VALUE("fax"),      GAZ_VALUE("email"),
    GAZ_VALUE("web"),       GAZ_VALUE("address"), GAZ_VALUE("postcode"), {0},
};

static const GazSlot way_slots[] = {GAZ_VALUE("kind"), GAZ_VALUE("value"), GAZ_VALUE("hours"), {0}};

const GazSlot gaz_receiver_slots[] = {
    GAZ_VALUE("authority"),
    GAZ_VALUE("takes"),
    GAZ_VALUE("city"),
    GAZ_LIST("ways", way_slots),
    GAZ_VALUE("ways.words"),
    GAZ_VALUE("ways.hours"),
    {0},
};

/* Digits and a leading + only: what a telephone can dial. An extension or a second number ends it. */
static const char *dialled(GazArena *arena, const char *value)
{
    g_autoptr(GString) digits = g_string_new("tel:");

    for (const char *at = value; *at != '\0'; at++)
        if (g_ascii_isdigit(*at) || (*at == '+' && at == value))
            g_string_append_c(digits, *at);
        else if (*at != '-' && *at != ' ' && *at != '(' && *at != ')')
            break;
    return digits->len == 4 ? NULL : gaz_arena_strdup(arena, digits->str);
}

static const char *mailto(GazArena *arena, const char *value)
{
    g_autofree char *escaped = g_uri_escape_string(value, "@", FALSE);

    return gaz_arena_printf(arena, "mailto:%s", escaped);
}

const char *gaz_contact_link(GazArena *arena, int kind, const char *value)
{
    switch (kind) {
    case GAZ_CHANNEL_PHONE:
        return dialled(arena, value);
    case GAZ_CHANNEL_EMAIL:
        return mailto(arena, value);
    case GAZ_CHANNEL_WEB: /* nothing but the web: a script's address must not become a link */
        return g_str_has_prefix(value, "https://") || g_str_has_prefix(value, "http://")
                   ? gaz_arena_strdup(arena, value)
                   : NULL;
    default:
        return NULL;
    }
}

static void give_way(GazComposing *work, GazFrame *member, const char *name, int kind, const char *value)
{
    if (value != NULL)
        gaz_frame_link(member, name, gaz_text(value, value), gaz_contact_link(work->arena, kind, value));
}

void gaz_contact_give(GazComposing *work, GazFrame *member, const GazAuthority *authority)
{
    gaz_frame_text(member, "authority", authority->name);
    give_way(work, member, "phone", GAZ_CHANNEL_PHONE, authority->phone);
    give_way(work, member, "fax", GAZ_CHANNEL_FAX, authority->fax);
    give_way(work, member, "email", GAZ_CHANNEL_EMAIL, authority->email);
    give_way(work, member, "web", GAZ_CHANNEL_WEB, authority->web);
    gaz_frame_text_from(member, "address", authority->address, &authority->at);
    give_way(work, member, "postcode", GAZ_CHANNEL_POST, authority->postcode);
}

static bool has_twin(const GazData *data, const GazChannel *channel)
{
    for (unsigned i = 0; i < data->channels->len; i++) {
        const GazChannel *other = data->channels->pdata[i];

        if (other != channel && other->kind == channel->kind && other->city == channel->city &&
            g_strcmp0(other->authority, channel->authority) == 0)
            return true;
    }
    return false;
}

GazText gaz_channel_hours(const GazData *data, const GazChannel *channel)
{
    return has_twin(data, channel) ? channel->hours : gaz_text(NULL, NULL);
}

/* A place needs its colon; a number stands well after its kind. */
static const char *way_label(const GazChannel *channel)
{
    return channel->kind == GAZ_CHANNEL_POST || channel->kind == GAZ_CHANNEL_VISIT ? "contact.place"
                                                                                   : "contact.way";
}

/* 电话12369；传真…: one way more, its number a link, after those before it; with its hours where `hours` has
 * any. */
static void append_way(GazComposing *work, GazFrame *receiver, const char *slot, const GazChannel *channel,
                       GazText value, const GazText *hours)
{
    const GazValue *before = gaz_frame_get(receiver, slot);
    const char *link = gaz_contact_link(work->arena, channel->kind, value.in[GAZ_ZH]);
    GazValue words = before == NULL ? (GazValue){0} : *before;

    if (before != NULL)
        gaz_value_add(work->arena, &words, gaz_glossary_between(work->glossary, work->arena, "join.clauses"),
                      NULL);
    gaz_value_add(work->arena, &words, *gaz_code_name(gaz_channel_kind, channel->kind), NULL);
    gaz_value_add(work->arena, &words, gaz_glossary_between(work->glossary, work->arena, way_label(channel)),
                  NULL);
    gaz_value_add(work->arena, &words, value, link);
    if (hours->in[GAZ_ZH] != NULL && hours->in[GAZ_EN] != NULL) {
        GazText inside = gaz_text_inside(work->arena, *hours);

        gaz_value_add(work->arena, &words,
                      gaz_glossary_between(work->glossary, work->arena, "contact.before-hours"), NULL);
        gaz_value_add(work->arena, &words,
                      gaz_glossary_format(work->glossary, work->arena, "contact.hours", &inside, 1), NULL);
    }
    gaz_frame_value(receiver, slot, &words);
}

static void add_way(GazComposing *work, GazFrame *receiver, const GazChannel *channel)
{
    GazText hours = gaz_channel_hours(work->data, channel);
    GazFrame *way = gaz_frame_add(receiver, "ways");
    GazText value = channel->value;

    if (value.in[GAZ_EN] == NULL)
        value.in[GAZ_EN] = value.in[GAZ_ZH];
    gaz_frame_text(way, "kind", *gaz_code_name(gaz_channel_kind, channel->kind));
    gaz_frame_link(way, "value", value, gaz_contact_link(work->arena, channel->kind, value.in[GAZ_ZH]));
    gaz_frame_text_from(way, "hours", gaz_text_inside(work->arena, channel->hours), GAZ_AT(channel, hours));
    append_way(work, receiver, "ways.words", channel, value, &hours);
    append_way(work, receiver, "ways.hours", channel, value, &channel->hours);
}

static GazFrame *add_receiver(GazComposing *work, GazFrame *frame, const char *name,
                              const GazChannel *channel)
{
    const GazAuthority *authority = gaz_publication_authority(work->data->publication, channel->authority);
    GazFrame *receiver = gaz_frame_add(frame, name);

    if (authority != NULL)
        gaz_frame_text(receiver, "authority", authority->name);
    if (channel->city != NULL)
        gaz_frame_text(receiver, "city", channel->city->name);
    return receiver;
}

bool gaz_receivers_give(GazComposing *work, GazFrame *frame, const char *name, const GazCity *city)
{
    g_autoptr(GHashTable) receivers = g_hash_table_new(g_str_hash, g_str_equal);
    const GPtrArray *channels = work->data->channels;

    for (unsigned i = 0; i < channels->len; i++) {
        const GazChannel *channel = channels->pdata[i];
        GazFrame *receiver;

        if (channel->city != city)
            continue;
        receiver = g_hash_table_lookup(receivers, channel->authority);
        if (receiver == NULL) {
            receiver = add_receiver(work, frame, name, channel);
            g_hash_table_insert(receivers, (gpointer)channel->authority, receiver);
        }
        /* What it takes may stand on any of its rows. */
        if (channel->takes.in[GAZ_ZH] != NULL)
            gaz_frame_text_from(receiver, "takes", channel->takes, GAZ_AT(channel, takes));
        add_way(work, receiver, channel);
    }
    return g_hash_table_size(receivers) > 0;
}
