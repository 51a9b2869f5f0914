/* options.c - GLib's option parser, fed from one table. Words are taken as bytes (FILENAME), so that a path
 * is the same in every locale. */
#include "program/options.h"

#include "model/publication.h"
#include <string.h>

#define MOST_JOBS 256

/* The options as the parser fills them in. */
typedef struct {
    char *format, *as_of, *output, *only, *lang, *jobs, *share, *report, *into;
    gboolean quiet, reset, draft, help, xlsx;
    char **rest;
} Words;

static const struct {
    unsigned bit; /* 0: of every command */
    const char *name;
    char letter;
    GOptionArg kind;
    size_t offset;
    const char *text, *value;
} table[] = {
    {GAZ_OPTION_FORMAT, "format", 'f', G_OPTION_ARG_FILENAME, offsetof(Words, format),
     "How faults are written: text (default) or json", "FORMAT"},
    {GAZ_OPTION_OUTPUT, "output", 'o', G_OPTION_ARG_FILENAME, offsetof(Words, output),
     "Folder to publish to (default: output/ and the name of DATA, a draft's with .draft behind it); "
     "of several DATA: the folder of theirs",
     "DIR"},
    {GAZ_OPTION_AS_OF, "as-of", 'd', G_OPTION_ARG_FILENAME, offsetof(Words, as_of),
     "Day to look at the data from, YYYY-MM-DD (default: today in Beijing)", "DATE"},
    {GAZ_OPTION_ONLY, "only", 'k', G_OPTION_ARG_FILENAME, offsetof(Words, only),
     "Write only the PDFs of this kind of notice, and no website", "KIND"},
    {GAZ_OPTION_LANG, "lang", 'l', G_OPTION_ARG_FILENAME, offsetof(Words, lang),
     "Languages to publish in: zh, en or both (default)", "LANG"},
    {GAZ_OPTION_WORDS, "lang", 'l', G_OPTION_ARG_FILENAME, offsetof(Words, lang),
     "Language of the words: en (default) or zh", "LANG"},
    {GAZ_OPTION_JOBS, "jobs", 'j', G_OPTION_ARG_FILENAME, offsetof(Words, jobs),
     "Processes to work with at once (default: one a core)", "N"},
    {GAZ_OPTION_REPORT, "report", 'r', G_OPTION_ARG_FILENAME, offsetof(Words, report),
     "Write the faults as a page (.html) or a workbook (.xlsx) as well, in Chinese and English", "FILE"},
    {GAZ_OPTION_XLSX, "xlsx", 'x', G_OPTION_ARG_NONE, offsetof(Words, xlsx),
     "Tables as one workbook to fill in, in place of CSV files", NULL},
    {GAZ_OPTION_DRAFT, "draft", 0, G_OPTION_ARG_NONE, offsetof(Words, draft),
     "Announce nothing: every page says that it is a draft, and there is no record", NULL},
    {GAZ_OPTION_RESET, "reset-layout", 0, G_OPTION_ARG_NONE, offsetof(Words, reset),
     "Let notices already announced be set anew, where their text stays the same", NULL},
    {GAZ_OPTION_INTO, "into", 'i', G_OPTION_ARG_FILENAME, offsetof(Words, into), "Data folder to add to",
     "DIR"},
    {GAZ_OPTION_QUIET, "quiet", 'q', G_OPTION_ARG_NONE, offsetof(Words, quiet),
     "Say nothing but what is wrong", NULL},
    {GAZ_OPTION_SHARE, "share", 0, G_OPTION_ARG_FILENAME, offsetof(Words, share),
     "Folder of templates, rules and fonts (default: the program's own)", "DIR"},
    {0, "help", 'h', G_OPTION_ARG_NONE, offsetof(Words, help), "Show this help", NULL},
};

/* The parser of `command`, filling in `words`. Yours: g_option_context_free(). */
static GOptionContext *new_parser(const GazCommand *command, Words *words)
{
    GOptionEntry entries[G_N_ELEMENTS(table) + 2] = {0};
    GOptionContext *context = g_option_context_new(command->arguments);
    unsigned count = 0;

    for (unsigned i = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].bit == 0 || (table[i].bit & command->options) != 0)
            entries[count++] = (GOptionEntry){.long_name = table[i].name,
                                              .short_name = table[i].letter,
                                              .arg = table[i].kind,
                                              .arg_data = (char *)words + table[i].offset,
                                              .description = table[i].text,
                                              .arg_description = table[i].value};
    entries[count] = (GOptionEntry){
        .long_name = G_OPTION_REMAINING, .arg = G_OPTION_ARG_FILENAME_ARRAY, .arg_data = &words->rest};
    g_option_context_set_help_enabled(context, FALSE); /* GLib's own prints and exits by itself */
    g_option_context_set_summary(context, command->summary);
    g_option_context_set_description(context, command->details);
    g_option_context_add_main_entries(context, entries, NULL);
    return context;
}

static void clear_words(Words *words)
{
    g_free(words->format);
    g_free(words->as_of);
    g_free(words->output);
    g_free(words->only);
    g_free(words->lang);
    g_free(words->jobs);
    g_free(words->share);
    g_free(words->report);
    g_free(words->into);
    g_strfreev(words->rest);
}

static bool wrong(GError **error, const char *option, const char *word, const char *expected)
{
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s: %s: expected %s", option, word,
                expected);
    return false;
}

static bool take_format(GazOptions *options, const char *word, GError **error)
{
    options->json = g_strcmp0(word, "json") == 0;
    return word == NULL || options->json || strcmp(word, "text") == 0 ||
           wrong(error, "--format", word, "text or json");
}

/* The day in Beijing, which is what the notices are dated by wherever the machine stands: a server that keeps
 * UTC would leave out the day's notices until eight in the morning. */
static GazDate today(void)
{
    enum { BEIJING = 8 * 3600 /* [s] east of Greenwich */ };
    g_autoptr(GTimeZone) zone = g_time_zone_new_offset(BEIJING);
    g_autoptr(GDateTime) now = g_date_time_new_now(zone);

    return gaz_date_make(g_date_time_get_year(now), g_date_time_get_month(now),
                         g_date_time_get_day_of_month(now));
}

static bool take_as_of(GazOptions *options, const char *word, GError **error)
{
    options->today = today();
    options->as_of = word == NULL ? options->today : GAZ_NO_DATE;
    return word == NULL || gaz_date_parse(word, &options->as_of) ||
           wrong(error, "--as-of", word, "a day like 2021-11-15");
}

static bool take_only(GazOptions *options, const char *word, GError **error)
{
    g_autoptr(GString) kinds = g_string_new(NULL);

    options->only = -1;
    if (word == NULL)
        return true;
    for (int kind = 0; kind < GAZ_NOTICE_KINDS; kind++) {
        if (strcmp(word, gaz_notice_kinds[kind].code) == 0)
            options->only = kind;
        g_string_append_printf(kinds, "%s%s", kind == 0 ? "" : ", ", gaz_notice_kinds[kind].code);
    }
    return options->only >= 0 || wrong(error, "--only", word, kinds->str);
}

static bool take_lang(GazOptions *options, const char *word, GError **error)
{
    static const struct {
        const char *word;
        GazLanguageSet set;
    } languages[] = {{"both", GAZ_LANGUAGES_BOTH}, {"zh", GAZ_LANGUAGES_ZH}, {"en", GAZ_LANGUAGES_EN}};

    for (unsigned i = 0; i < G_N_ELEMENTS(languages); i++)
        if (word == NULL || strcmp(word, languages[i].word) == 0) {
            options->languages = languages[i].set;
            return true;
        }
    return wrong(error, "--lang", word, "zh, en or both");
}

static bool take_jobs(GazOptions *options, const char *word, GError **error)
{
    guint64 jobs = g_get_num_processors();

    if (word != NULL && !g_ascii_string_to_unsigned(word, 10, 1, MOST_JOBS, &jobs, NULL))
        return wrong(error, "--jobs", word, "a number from 1 to " G_STRINGIFY(MOST_JOBS));
    options->jobs = (unsigned)MIN(jobs, MOST_JOBS);
    return true;
}

static unsigned count_words(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);

    return g_strv_length(words);
}

static bool take_rest(GazOptions *options, const GazCommand *command, Words *words, GError **error)
{
    unsigned given = words->rest == NULL ? 0 : g_strv_length(words->rest);
    unsigned wanted = count_words(command->arguments);

    if (given < wanted || (given > wanted && !g_str_has_suffix(command->arguments, "..."))) {
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "expected: gazette %s %s", command->name,
                    command->arguments);
        return false;
    }
    options->arguments = g_steal_pointer(&words->rest);
    return true;
}

static bool take_words(GazOptions *options, const GazCommand *command, Words *words, GError **error)
{
    options->help = words->help;
    if (options->help)
        return true;
    options->quiet = words->quiet;
    options->steps = !words->quiet;
    options->reset_layout = words->reset;
    options->draft = words->draft;
    options->output = g_steal_pointer(&words->output);
    options->share = g_steal_pointer(&words->share);
    options->report = g_steal_pointer(&words->report);
    options->into = g_steal_pointer(&words->into);
    options->xlsx = words->xlsx;
    return take_format(options, words->format, error) && take_as_of(options, words->as_of, error) &&
           take_only(options, words->only, error) && take_lang(options, words->lang, error) &&
           take_jobs(options, words->jobs, error) && take_rest(options, command, words, error);
}

bool gaz_options_parse(GazOptions *options, const GazCommand *command, char **arguments, GError **error)
{
    Words words = {0};
    g_autoptr(GOptionContext) parser = new_parser(command, &words);
    g_auto(GStrv) copy = g_strdupv(arguments); /* the parser takes words out */
    bool parsed;

    *options = (GazOptions){.only = -1};
    parsed = g_option_context_parse_strv(parser, &copy, error) && take_words(options, command, &words, error);
    clear_words(&words);
    return parsed;
}

void gaz_options_clear(GazOptions *options)
{
    g_strfreev(options->arguments);
    g_free(options->output);
    g_free(options->share);
    g_free(options->report);
    g_free(options->into);
}

char *gaz_options_help(const GazCommand *command)
{
    Words words = {0};
    g_autoptr(GOptionContext) parser = new_parser(command, &words);
    g_autofree char *help = g_option_context_get_help(parser, FALSE, NULL);
    g_autofree char *usage = g_strdup_printf("gazette %s [", command->name);
    const char *after = strstr(help, " [");

    /* GLib names the process, not the command. */
    return after == NULL ? g_steal_pointer(&help) : g_strconcat("Usage:\n  ", usage, after + 2, NULL);
}
