/* reading.h - what the parts that read a data folder share; inside model/ only. */
#ifndef GAZETTE_MODEL_READING_H
#define GAZETTE_MODEL_READING_H
#include "model/data.h"
#include "model/faults.h"
#include "read/elements.h"
#include "read/rows.h"

typedef struct GazHeadings GazHeadings;
typedef struct GazSources GazSources;

typedef struct {
    GazData *data;
    GazReport *report;
    const char *rules_folder;
    const char *folder;       /* that is being read: the data folder, or that of a later year in it */
    const char *prefix;       /* of its files' names in messages: "" or "2022/" */
    int year;                 /* of that folder */
    bool later;               /* whether it is that of a later year: it only adds to what there is */
    GHashTable *renewed;      /* set of "<authority>/industry": what this folder says of these in place of an
                                 earlier one */
    GHashTable *left_out;     /* set of "lines/L-001" and "lines//1号" (see names.c): records with a fault;
                                 references to them are     let pass */
    GHashTable *unknown;      /* names that name nothing; see unknown.h */
    GHashTable *named;        /* "<season>/heating-2021" to what an XML file gave this id */
    GHashTable *credit_codes; /* set of those of enterprises read so far */
    GHashTable *partial;      /* set of names of tables that could not be read to their end */
    GHashTable *names;        /* of enterprises by name; NULL: not made yet */
    guint names_count;        /* enterprises there were when it was made */
    GHashTable *line_names;   /* of lines; see names.c */
    guint line_names_count;   /* lines there were when it was made */
    guint names_compared;     /* unknown names that the nearest was looked for */
    GHashTable *taken;   /* values read otherwise than written, of the table that is being read; see rows.c */
    GHashTable *schemas; /* by the names of their files; NULL: none read yet */
    GazHeadings *headings; /* NULL: not read yet, or it can't be */
    bool no_headings;      /* headings.xml can't be read: told once */
    bool no_rules;         /* region or rules could not be read: what refers to them is let pass */
    bool unnamed;          /* a year's publication.xml can't be read: names of its notices, seasons and
                              authorities are let pass */
    bool broken;           /* what the data can't be used without is missing: no data is given */
} GazReading;

#define GAZ_MODEL_FAULT(fault) (&gaz_model_faults[GAZ_MODEL_##fault])

/* An array that dies with the data. Lent. */
GPtrArray *gaz_reading_array(GazReading *reading);

/* Index of `code` in `codes`; -1: not one of them. */
int gaz_code_find(const GazCode *codes, const char *code);

/* "one, two or three", for messages. Yours: g_free(). */
char *gaz_codes_in_words(const GazCode *codes);

/* Whether `id` may be an id: letters, digits, - _ . (ASCII), a letter or digit first, at most 64. */
bool gaz_id_is_valid(const char *id);

/* Whether the website needs the name of the page that a line, or a notice, of this id would have for another:
 * the index of the folder; beside lines the list of a year, lines/2021.html; beside notices the versions of
 * another one, ID.v1.pdf, and the file as announced, ID.announced.pdf. */
bool gaz_id_is_reserved_line(const char *id);
bool gaz_id_is_reserved_notice(const char *id);

/* Reads the XML file `path`, to be called `file`, under the schema `name` of the folder beside the rules.
 * NULL: not well-formed, or missing (a fault where `required`), or `error` is set. `*valid` as in
 * gaz_elements_parse(). */
const GazElement *gaz_reading_xml(GazReading *reading, const char *path, const char *file, const char *name,
                                  bool required, bool *valid, GError **error);

/* The zh and en children of `element`; its members NULL where it is NULL. */
GazText gaz_element_text(const GazElement *element);

/* The name of a file as messages can show it: valid UTF-8, and U+FFFD for what can't be printed. Lent. */
const char *gaz_reading_shown(GazReading *reading, const char *name);

/* Two cells of `record` that say one thing are given both or neither; else a fault at the one that is empty.
 * `one`, `other`: whether each is given; `first`, `second`: where their members are. */
bool gaz_cells_check_together(GazReading *reading, const GazRecord *record, bool one, size_t first,
                              const char *name, bool other, size_t second, const char *other_name);

/* Whether `date`, a member of `record`, can be known in its folder's year or the two after it: a slip in the
 * year would put it off for ever. Else a fault. GAZ_NO_DATE is none. */
bool gaz_date_check_far(GazReading *reading, const GazRecord *record, GazDate date, size_t member,
                        const char *field);

/* Whether the id of `element` is its own among elements of its name, which gives it to `value`; else a fault.
 * What a later year says of an authority or a fact about the site stands in place of what was said before. */
bool gaz_reading_claim(GazReading *reading, const GazElement *element, const char *attribute, void *value);

/* What has this id among the elements called `name`; lent; NULL: none. */
void *gaz_reading_named(const GazReading *reading, const char *name, const char *id);

/* A day or a day of a year from an attribute; false, with a fault, where there is no such day. NULL leaves
 * none. */
bool gaz_attribute_date(GazReading *reading, const GazAttribute *attribute, GazDate *date);

/* Reads the `region` (a code; NULL: not known), the national rules, its own and the data folder's
 * own into data->rules. False only with `error` set. */
bool gaz_reading_rules(GazReading *reading, const GazAttribute *region, GError **error);

/* The rules.xml of a later year's folder, where there is one: what it says holds from that year on, the rules
 * of the years before stay as they are. False only with `error` set. */
bool gaz_reading_later_rules(GazReading *reading, GError **error);

/* Fills data->publication from a valid root element. */
void gaz_reading_publication(GazReading *reading, const GazElement *root);

/* What an element says of a seal by its attributes `name` and `measure`; NULL for NULL. An image that can't
 * be used is a fault. Lent, the data's. */
const GazSeal *gaz_reading_seal(GazReading *reading, const GazElement *element, const char *name,
                                const char *measure);

/* After the tables: the findings and texts that notices name. */
void gaz_reading_subjects(GazReading *reading, const GazElement *root);

/* Reads one table of the folder into its list. False only with `error` set. */
bool gaz_reading_table(GazReading *reading, GazSources *sources, const GazTable *table, GError **error);

/* Reads reading->folder. False only with `error` set. */
bool gaz_reading_folder(GazReading *reading, GError **error);

/* Whether a sub-folder called so is that of a year: 2022. */
bool gaz_year_names_folder(const char *name);

/* After the data folder's own year: the sub-folders of later years. False only with `error` set. */
bool gaz_reading_years(GazReading *reading, GError **error);

/* After all years: whether what happened to each enterprise and line can have happened, in order of date. */
void gaz_reading_changes(GazReading *reading);

/* After all years: finds the notice and the cell of each correction and compares what it says it was. */
void gaz_reading_corrections(GazReading *reading);

/* After all years: finds the corrections that bring words of their own. */
void gaz_reading_rewordings(GazReading *reading);

/* A file of reading->folder: its path, and its name in messages ("2022/lines.csv"). Lent. */
const char *gaz_reading_path(GazReading *reading, const char *name);
const char *gaz_reading_file(GazReading *reading, const char *name);

/* Reads texts/. False only with `error` set. */
bool gaz_reading_texts(GazReading *reading, GError **error);

/* Sets the member that `column` describes from the text of `cell`, which isn't empty and may be gone
 * afterwards. `shift`: places that a number's decimal point moves to the right. False: a fault. */
bool gaz_cell_convert(GazReading *reading, const GazColumn *column, const GazCell *cell, int shift,
                      GazRecord *record);

/* What an empty cell leaves in the member. */
void gaz_cell_clear(const GazColumn *column, GazRecord *record);

/* To be asked when a name that should be in `table` isn't: whether the table holds no row at all. Whatever
 * else names one of its rows is let pass from then on, so that it is told once. */
bool gaz_reading_pass_empty(GazReading *reading, const char *table);

/* The record that `id` names in `table`. NULL with a fault, or without where it was left out for a fault of
 * its own. */
const GazRecord *gaz_reading_lookup(GazReading *reading, const char *table, const char *id,
                                    const GazPlace *place, const char *field);

/* The city with this code; NULL with a fault, or without where the region isn't known. */
const GazCity *gaz_reading_city(GazReading *reading, const char *code, const GazPlace *place,
                                const char *field);

/* What a record must be beyond its cells, by table: orders of dates, forms of a plan ... `whole`: whether all
 * its cells could be read; where not, what would only follow from that is let pass. False: a fault. */
bool gaz_record_check(GazReading *reading, const GazRecord *record, bool whole);

/* The same for these tables, of whole records. */
bool gaz_change_check(GazReading *reading, const GazRecord *record);
bool gaz_objection_check(GazReading *reading, const GazRecord *record);
bool gaz_restriction_check(GazReading *reading, const GazRecord *record);

/* GB 32100-2015. */
typedef enum { GAZ_CREDIT_CODE_RIGHT, GAZ_CREDIT_CODE_MALFORMED, GAZ_CREDIT_CODE_WRONG_CHECK } GazCreditCode;

/* `*check`: the check character that the first 17 call for; 0 where malformed. */
GazCreditCode gaz_credit_code_check(const char *code, char *check);

#endif
