/* publication_read.c - publication.xml, which fits its schema, becomes a publication. */
#include "model/reading.h"

#include <stdlib.h>
#include <string.h>

static const char *const authority_kinds[] = {"industry", "ecology", "association", "other"};

GazText gaz_element_text(const GazElement *element)
{
    const GazElement *zh = element == NULL ? NULL : gaz_element_child(element, "zh");
    const GazElement *en = element == NULL ? NULL : gaz_element_child(element, "en");

    return gaz_text(zh == NULL ? NULL : zh->text, en == NULL ? NULL : en->text);
}

static GazText child_text(const GazElement *element, const char *name)
{
    return gaz_element_text(gaz_element_child(element, name));
}

static int number_of(const GazElement *element, const char *name)
{
    const char *value = gaz_element_value(element, name);

    return value == NULL ? 0 : atoi(value); /* digits, says the schema */
}

static bool is_yes(const GazElement *element, const char *name)
{
    return g_strcmp0(gaz_element_value(element, name), "yes") == 0;
}

bool gaz_attribute_date(GazReading *reading, const GazAttribute *attribute, GazDate *date)
{
    *date = GAZ_NO_DATE;
    if (attribute == NULL || gaz_date_parse(attribute->value, date))
        return true;
    *date = GAZ_NO_DATE;
    gaz_report_add(reading->report, &attribute->place, GAZ_MODEL_FAULT(DATE_UNKNOWN), attribute->name,
                   attribute->value, "a day such as 2021-11-15");
    return false;
}

static void unknown(GazReading *reading, const GazAttribute *attribute, const GazFaultKind *kind,
                    const char *expected)
{
    gaz_report_add(reading->report, &attribute->place, kind, attribute->name, attribute->value, "%s",
                   expected);
}

/* A name that names nothing, where all publication.xml could be read. */
static void unnamed(GazReading *reading, const GazAttribute *attribute, const GazFaultKind *kind,
                    const char *expected)
{
    if (!reading->unnamed)
        unknown(reading, attribute, kind, expected);
}

/* What a later year says of an authority stands in its place. */
static void keep_authority(GPtrArray *authorities, GazAuthority *authority)
{
    for (unsigned i = 0; i < authorities->len; i++)
        if (strcmp(((const GazAuthority *)authorities->pdata[i])->id, authority->id) == 0) {
            authorities->pdata[i] = authority;
            return;
        }
    g_ptr_array_add(authorities, authority);
}

static void read_authority(GazReading *reading, const GazElement *element)
{
    GazAuthority *authority = gaz_arena_new0(reading->data->arena, GazAuthority, 1);
    const GazElement *address = gaz_element_child(element, "address");
    const GazElement *contact = gaz_element_child(element, "contact");

    authority->at = element->place;
    authority->id = gaz_element_value(element, "id");
    while (strcmp(authority_kinds[authority->kind], gaz_element_value(element, "kind")) != 0)
        authority->kind++;
    authority->name = child_text(element, "name");
    authority->office = child_text(element, "office");
    authority->address = child_text(element, "address");
    authority->seal = gaz_reading_seal(reading, gaz_element_child(element, "seal"), "file", "diameter-mm");
    authority->postcode = address == NULL ? NULL : gaz_element_value(address, "postcode");
    if (contact != NULL) {
        authority->phone = gaz_element_value(contact, "phone");
        authority->fax = gaz_element_value(contact, "fax");
        authority->email = gaz_element_value(contact, "email");
        authority->web = gaz_element_value(contact, "web");
    }
    if (gaz_reading_claim(reading, element, "id", authority))
        keep_authority(reading->data->publication->authorities, authority);
}

/* Yours: g_free(). */
static char *list_countings(const GazReading *reading)
{
    const GPtrArray *countings = reading->data->rules->countings;
    g_autoptr(GString) list = g_string_new("one of ");

    for (unsigned i = 0; i < countings->len; i++)
        g_string_append_printf(list, "%s, ", ((const GazCounting *)countings->pdata[i])->id);
    g_string_append(list, "or the id of a <counting> of the folder's own rules.xml");
    return g_string_free(g_steal_pointer(&list), FALSE);
}

static void read_season(GazReading *reading, const GazElement *element)
{
    GazSeason *season = gaz_arena_new0(reading->data->arena, GazSeason, 1);
    const GazAttribute *counting = gaz_element_attribute(element, "counting");

    season->at = element->place;
    season->id = gaz_element_value(element, "id");
    season->name = child_text(element, "name");
    season->heating = is_yes(element, "heating");
    season->counting = counting->value;
    if (!reading->no_rules && gaz_reading_named(reading, "counting", season->counting) == NULL) {
        g_autofree char *known = list_countings(reading);

        unknown(reading, counting, GAZ_MODEL_FAULT(COUNTING_UNKNOWN), known);
        reading->broken = true; /* nothing can be counted without */
    }
    if (gaz_reading_claim(reading, element, "id", season))
        g_ptr_array_add(reading->data->publication->seasons, season);
}

static void read_texts(GazReading *reading, const GazElement *element, const char *name, GPtrArray *texts)
{
    for (const GazElement *child = gaz_element_child(element, name); child != NULL;
         child = gaz_element_again(child)) {
        GazText *text = gaz_arena_new0(reading->data->arena, GazText, 1);

        *text = gaz_element_text(child);
        g_ptr_array_add(texts, text);
    }
}

static void read_signature_seals(GazReading *reading, const GazElement *element, GazNotice *notice)
{
    for (const GazElement *child = gaz_element_child(element, "signatory"); child != NULL;
         child = gaz_element_again(child)) {
        bool given = gaz_element_attribute(child, "seal") != NULL;

        g_ptr_array_add(notice->signature_seals,
                        given ? (gpointer)gaz_reading_seal(reading, child, "seal", "width-mm") : NULL);
    }
}

static void read_issuers(GazReading *reading, const GazElement *element, GazNotice *notice)
{
    for (const GazElement *issuer = gaz_element_child(element, "issuer"); issuer != NULL;
         issuer = gaz_element_again(issuer)) {
        const GazAttribute *ref = gaz_element_attribute(issuer, "ref");
        const GazAuthority *authority = gaz_reading_named(reading, "authority", ref->value);

        if (authority == NULL)
            unnamed(reading, ref, GAZ_MODEL_FAULT(AUTHORITY_UNKNOWN), "the id of an <authority>");
        else
            g_ptr_array_add(notice->issuers, (gpointer)authority);
    }
}

static void read_attachments(GazReading *reading, const GazElement *element, GazNotice *notice)
{
    for (const GazElement *child = gaz_element_child(element, "attachment"); child != NULL;
         child = gaz_element_again(child)) {
        GazAttachment *attachment = gaz_arena_new0(reading->data->arena, GazAttachment, 1);

        attachment->at = child->place;
        attachment->title = child_text(child, "title");
        attachment->file = gaz_element_value(child, "file");
        attachment->notice = gaz_element_value(child, "notice");
        g_ptr_array_add(notice->attachments, attachment);
    }
}

/* Whether its days could be read: without one of them the notice can't say when comments are taken. */
static bool read_comment(GazReading *reading, const GazElement *element, GazNotice *notice)
{
    const GazElement *comment = gaz_element_child(element, "comment");
    const GazAttribute *to = comment == NULL ? NULL : gaz_element_attribute(comment, "to");
    bool good;

    notice->comment_from = notice->comment_to = GAZ_NO_DATE;
    if (comment == NULL)
        return true;
    good = gaz_attribute_date(reading, gaz_element_attribute(comment, "from"), &notice->comment_from);
    good = gaz_attribute_date(reading, to, &notice->comment_to) && good;
    if (good && notice->comment_to < notice->comment_from)
        gaz_report_add(reading->report, &to->place, GAZ_MODEL_FAULT(END_BEFORE_START), "to", to->value,
                       "%s or later", gaz_element_value(comment, "from"));
    return good;
}

static void read_number(const GazElement *element, GazNotice *notice)
{
    const GazElement *number = gaz_element_child(element, "number");

    if (number != NULL)
        notice->number = (GazDocumentNumber){gaz_element_value(number, "agency"), number_of(number, "year"),
                                             number_of(number, "serial")};
}

/* NULL: none named, or none of that name, with a fault. */
static const GazSeason *season_of(GazReading *reading, const GazElement *element)
{
    const GazAttribute *season = gaz_element_attribute(element, "season");
    const GazSeason *found = season == NULL ? NULL : gaz_reading_named(reading, "season", season->value);

    if (season != NULL && found == NULL)
        unnamed(reading, season, GAZ_MODEL_FAULT(SEASON_UNKNOWN), "the id of a <season>");
    return found;
}

/* What a kind of notice can't be written without. */
static const struct {
    bool season, year, finding, corrects, withdraws, reason, objection;
} needs[GAZ_NOTICE_KINDS] = {
    [GAZ_NOTICE_PLAN_DRAFT] = {.season = true},
    [GAZ_NOTICE_PLAN] = {.season = true},
    [GAZ_NOTICE_SPECIAL_TASK] = {.season = true},
    [GAZ_NOTICE_LINE_LIST] = {.year = true},
    [GAZ_NOTICE_EXPOSURE] = {.finding = true},
    [GAZ_NOTICE_INTERVIEW] = {.finding = true},
    [GAZ_NOTICE_SUMMARY] = {.year = true},
    [GAZ_NOTICE_CORRECTION] = {.corrects = true, .reason = true},
    [GAZ_NOTICE_WITHDRAWAL] = {.withdraws = true, .reason = true},
    [GAZ_NOTICE_OBJECTION] = {.objection = true},
};

static bool check_needs(GazReading *reading, const GazElement *element, int kind)
{
    const struct {
        bool needed, given;
        const char *what;
    } parts[] = {
        {needs[kind].season, gaz_element_attribute(element, "season") != NULL, "the attribute season"},
        {needs[kind].year, gaz_element_attribute(element, "year") != NULL, "the attribute year"},
        {needs[kind].finding, gaz_element_child(element, "finding") != NULL,
         "an element <finding ref=\"...\"/>"},
        {needs[kind].corrects, gaz_element_attribute(element, "corrects") != NULL, "the attribute corrects"},
        {needs[kind].withdraws, gaz_element_attribute(element, "withdraws") != NULL,
         "the attribute withdraws"},
        {needs[kind].reason, gaz_element_child(element, "reason") != NULL, "an element <reason>"},
        {needs[kind].objection, gaz_element_child(element, "objection") != NULL,
         "an element <objection ref=\"...\"/>"},
    };
    bool good = true;

    for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (!parts[i].needed || parts[i].given)
            continue;
        gaz_report_add(reading->report, &element->place, GAZ_MODEL_FAULT(NOTICE_INCOMPLETE), "notice",
                       gaz_notice_kinds[kind].code, "%s", parts[i].what);
        good = false;
    }
    return good;
}

static int urgency_of(const GazElement *element)
{
    const char *urgency = gaz_element_value(element, "urgency");

    return urgency == NULL                  ? GAZ_URGENCY_NONE
           : strcmp(urgency, "urgent") == 0 ? GAZ_URGENCY_URGENT
                                            : GAZ_URGENCY_EXTRA;
}

static GazNotice *new_notice(GazReading *reading, const GazElement *element)
{
    GazNotice *notice = gaz_arena_new0(reading->data->arena, GazNotice, 1);
    GPtrArray **const arrays[] = {&notice->issuers,         &notice->addressees, &notice->copies,
                                  &notice->signatories,     &notice->signers,    &notice->attachments,
                                  &notice->signature_seals, &notice->findings,   &notice->corrections,
                                  &notice->objections};

    for (unsigned i = 0; i < G_N_ELEMENTS(arrays); i++)
        *arrays[i] = gaz_reading_array(reading);
    notice->at = element->place;
    notice->id = gaz_element_value(element, "id");
    while (strcmp(gaz_notice_kinds[notice->kind].code, gaz_element_value(element, "kind")) != 0)
        notice->kind++;
    notice->title = child_text(element, "title");
    notice->remark = child_text(element, "remark");
    notice->year = number_of(element, "year");
    notice->folder_year = reading->year;
    notice->follows = gaz_element_value(element, "follows");
    notice->corrects = gaz_element_value(element, "corrects");
    notice->withdraws = gaz_element_value(element, "withdraws");
    notice->reason = child_text(element, "reason");
    notice->public_text = is_yes(element, "public-text");
    notice->copy_number = gaz_element_value(element, "copy-number");
    notice->urgency = urgency_of(element);
    notice->sealed = is_yes(element, "sealed");
    return notice;
}

static void leave_out(GazReading *reading)
{
    reading->data->lacking |= 1u << GAZ_TABLES;
}

static bool check_id(GazReading *reading, const GazElement *element)
{
    const GazAttribute *id = gaz_element_attribute(element, "id");

    if (!gaz_id_is_reserved_notice(id->value))
        return true;
    unknown(reading, id, GAZ_MODEL_FAULT(ID_RESERVED), "neither index nor an end such as .v1 or .announced");
    return false;
}

/* A notice that lacks what its kind or its day needs is left out, like a faulty record. */
static void read_notice(GazReading *reading, const GazElement *element)
{
    GPtrArray *notices = reading->data->publication->notices;
    GazNotice *notice = new_notice(reading, element);
    bool good = gaz_attribute_date(reading, gaz_element_attribute(element, "date"), &notice->date);

    gaz_attribute_date(reading, gaz_element_attribute(element, "printed-on"), &notice->printed_on);
    notice->season = season_of(reading, element);
    read_number(element, notice);
    read_issuers(reading, element, notice);
    read_texts(reading, element, "addressee", notice->addressees);
    read_texts(reading, element, "copy", notice->copies);
    read_texts(reading, element, "signer", notice->signers);
    read_texts(reading, element, "signatory", notice->signatories);
    read_signature_seals(reading, element, notice);
    good = read_comment(reading, element, notice) && good;
    read_attachments(reading, element, notice);
    good = check_needs(reading, element, notice->kind) && good;
    good = gaz_reading_claim(reading, element, "id", notice) && good;
    good = check_id(reading, element) && good;
    if (good && notice->issuers->len > 0 && (!needs[notice->kind].season || notice->season != NULL))
        g_ptr_array_add(notices, notice);
    else
        leave_out(reading);
}

static void read_meta(GazReading *reading, const GazElement *element)
{
    GazText *text = gaz_arena_new0(reading->data->arena, GazText, 1);

    *text = gaz_element_text(element);
    if (gaz_reading_claim(reading, element, "name", text))
        g_hash_table_insert(reading->data->publication->meta, (gpointer)gaz_element_value(element, "name"),
                            text);
}

static const struct {
    const char *name;
    void (*read)(GazReading *reading, const GazElement *element);
} parts[] = {
    {"meta", read_meta}, {"authority", read_authority}, {"season", read_season}, {"notice", read_notice}};

/* What the first year's publication can't do without; a later one has it from there. */
static void check_first(GazReading *reading, const GazElement *root)
{
    const struct {
        bool given;
        const char *what;
    } needed[] = {
        {gaz_element_attribute(root, "id") != NULL, "the attribute id"},
        {gaz_element_attribute(root, "region") != NULL, "the attribute region"},
        {gaz_element_child(root, "title") != NULL, "an element <title>"},
        {gaz_element_child(root, "authority") != NULL, "an element <authority>"},
    };

    for (unsigned i = 0; i < G_N_ELEMENTS(needed); i++) {
        if (needed[i].given)
            continue;
        gaz_report_add(reading->report, &root->place, GAZ_MODEL_FAULT(PUBLICATION_INCOMPLETE), "publication",
                       NULL, "%s", needed[i].what);
        reading->broken = true;
    }
}

/* A later year may repeat what the publication is, not say otherwise. */
static void check_same(GazReading *reading, const GazElement *root, const char *name, const char *first)
{
    const GazAttribute *attribute = gaz_element_attribute(root, name);

    if (attribute != NULL && g_strcmp0(attribute->value, first) != 0)
        unknown(reading, attribute, GAZ_MODEL_FAULT(PUBLICATION_OTHER), first);
}

static void check_later(GazReading *reading, const GazElement *root)
{
    const GazAttribute *year = gaz_element_attribute(root, "year");
    const GazPublication *first = reading->data->publication;

    check_same(reading, root, "id", first->id);
    check_same(reading, root, "region", first->region);
    if (atoi(year->value) != reading->year)
        gaz_report_add(reading->report, &year->place, GAZ_MODEL_FAULT(YEAR_FOLDER), "year", year->value, "%d",
                       reading->year);
}

static GPtrArray *array_with(GazReading *reading, const GPtrArray *before)
{
    GPtrArray *array = gaz_reading_array(reading);

    for (unsigned i = 0; before != NULL && i < before->len; i++)
        g_ptr_array_add(array, before->pdata[i]);
    return array;
}

static GHashTable *table_with(GHashTable *before)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    GHashTableIter iter;
    gpointer key, value;

    if (before == NULL)
        return table;
    g_hash_table_iter_init(&iter, before);
    while (g_hash_table_iter_next(&iter, &key, &value))
        g_hash_table_insert(table, key, value);
    return table;
}

/* A publication that says what the ones before it said: nothing, in the first year. */
static GazPublication *publication_after(GazReading *reading, const GazPublication *before)
{
    GazPublication *publication = gaz_arena_new0(reading->data->arena, GazPublication, 1);

    if (before != NULL)
        *publication = *before;
    publication->authorities = array_with(reading, publication->authorities);
    publication->seasons = array_with(reading, publication->seasons);
    publication->notices = array_with(reading, publication->notices);
    publication->meta = table_with(publication->meta);
    return publication;
}

static void read_head(GazPublication *publication, const GazElement *root)
{
    const char *base_url = gaz_element_value(root, "base-url");

    publication->at = root->place;
    if (base_url != NULL)
        publication->base_url = base_url;
    if (gaz_element_child(root, "title") != NULL)
        publication->title = child_text(root, "title");
    if (gaz_element_child(root, "disclaimer") != NULL)
        publication->disclaimer = child_text(root, "disclaimer");
}

void gaz_reading_publication(GazReading *reading, const GazElement *root)
{
    GazPublication *publication = publication_after(reading, reading->data->publication);

    if (reading->later) {
        check_later(reading, root);
    } else {
        check_first(reading, root);
        reading->year = number_of(root, "year");
        publication->id = gaz_element_value(root, "id");
        publication->region = gaz_element_value(root, "region");
    }
    publication->year = reading->year;
    publication->rules = reading->data->rules;
    read_head(publication, root);
    g_hash_table_remove_all(reading->renewed);
    reading->data->publication = publication;
    g_ptr_array_add(reading->data->years, publication);
    for (const GazElement *element = root->first; element != NULL; element = element->next)
        for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++)
            if (strcmp(parts[i].name, element->name) == 0)
                parts[i].read(reading, element);
}

/* The attributes by which one notice names another. One that follows nothing that is known is composed as one
 * that follows nothing: its wording has no more to say of it. */
static void check_names(GazReading *reading, const GazElement *element)
{
    static const char *const names[] = {"follows", "corrects", "withdraws"};
    GazNotice *notice = gaz_reading_named(reading, "notice", gaz_element_value(element, "id"));

    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        const GazAttribute *name = gaz_element_attribute(element, names[i]);

        if (name == NULL || gaz_reading_named(reading, "notice", name->value) != NULL)
            continue;
        unnamed(reading, name, GAZ_MODEL_FAULT(NOTICE_UNKNOWN), "the id of a <notice>");
        if (g_strcmp0(notice->follows, name->value) == 0)
            notice->follows = NULL;
    }
}

/* "texts/form.zh.md" of this year or an earlier one. */
static bool is_known_text(const GazReading *reading, const char *file)
{
    const char *name = file + strlen("texts/");
    g_autofree char *key = g_strndup(name, strlen(name) - strlen(".md"));

    return g_hash_table_contains(reading->data->texts, key);
}

static void check_attachment(GazReading *reading, const GazElement *element)
{
    const GazAttribute *file = gaz_element_attribute(element, "file");

    for (GazLanguage i = 0; file != NULL && i < GAZ_LANGUAGES; i++) {
        g_autofree char *name = g_strdup_printf("%s.%s.md", file->value, gaz_language_code(i));
        const char *path = gaz_reading_path(reading, name);

        if (g_file_test(path, G_FILE_TEST_EXISTS) || is_known_text(reading, name))
            continue;
        gaz_report_add(reading->report, &file->place, GAZ_MODEL_FAULT(TEXT_MISSING), "file", file->value,
                       "a file %s", name);
        break; /* the other language, if it is there, misses its partner */
    }
}

/* A notice that another one carries isn't issued by itself. */
static void check_carried(GazReading *reading, const GazElement *element)
{
    const GazAttribute *ref = gaz_element_attribute(element, "notice");
    GazNotice *carried = ref == NULL ? NULL : gaz_reading_named(reading, "notice", ref->value);

    if (ref != NULL && carried == NULL)
        unnamed(reading, ref, GAZ_MODEL_FAULT(NOTICE_UNKNOWN), "the id of a <notice>");
    if (carried != NULL)
        carried->carried = true;
}

/* Whether all records of `table` that the notice is about, by its elements called `name`, are there. */
static bool read_records(GazReading *reading, const GazElement *element, const char *name, const char *table,
                         GPtrArray *records)
{
    bool whole = true;

    for (const GazElement *child = gaz_element_child(element, name); child != NULL;
         child = gaz_element_again(child)) {
        const GazAttribute *ref = gaz_element_attribute(child, "ref");
        const GazRecord *record = gaz_reading_lookup(reading, table, ref->value, &ref->place, "ref");

        if (record == NULL)
            whole = false;
        else
            g_ptr_array_add(records, (gpointer)record);
    }
    return whole;
}

/* A notice whose finding or objection was left out is left out too: it would be told to be about nothing. */
static void read_subjects(GazReading *reading, const GazElement *element)
{
    GPtrArray *notices = reading->data->publication->notices;
    GazNotice *notice = gaz_reading_named(reading, "notice", gaz_element_value(element, "id"));
    bool second = strcmp(notice->at.file, element->place.file) != 0 ||
                  notice->at.line != element->place.line || notice->at.column != element->place.column;

    for (const GazElement *child = gaz_element_child(element, "attachment"); child != NULL;
         child = gaz_element_again(child)) {
        check_attachment(reading, child);
        check_carried(reading, child);
    }
    if (second)
        return;
    if (!read_records(reading, element, "finding", "findings", notice->findings) ||
        !read_records(reading, element, "objection", "objections", notice->objections)) {
        g_ptr_array_remove(notices, notice);
        leave_out(reading);
    }
}

void gaz_reading_subjects(GazReading *reading, const GazElement *root)
{
    for (const GazElement *element = gaz_element_child(root, "notice"); element != NULL;
         element = gaz_element_again(element)) {
        check_names(reading, element);
        read_subjects(reading, element);
    }
}
