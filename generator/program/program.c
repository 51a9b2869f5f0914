/* program.c - finds the command, parses its options, runs it. */
#include "program/program.h"

#include "program/commands.h"
#include "program/print.h"
#include "publish/publish.h"
#include <jansson.h>
#include <libxml/parser.h>
#include <libxslt/xslt.h>
#include <malloc.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define TROUBLE (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)

static const GazCommand commands[] = {
    {"check", "DATA...", "Says everything that is wrong with a data folder, sorted by file and line.",
     "Several are looked at in one run; what is said of each stands behind its name.\n"
     "Exit status: 0 without a fault, 1 with faults, 2 wrong use, 3 the machine failed.",
     GAZ_OPTION_FORMAT | GAZ_OPTION_AS_OF | GAZ_OPTION_REPORT | GAZ_OPTION_JOBS | GAZ_OPTION_QUIET |
         GAZ_OPTION_SHARE,
     gaz_command_check},
    {"build", "DATA...", "Publishes a data folder: the notices as PDF and the website.",
     "Notices dated after the as-of date are not issued yet and left out. Nothing is published where the "
     "data has\n"
     "a fault; whatever fails, the last publication stays as it was. Several data folders are published in "
     "one\nrun, each to a folder of its name, whatever becomes of the others.\n"
     "Exit status: 0 published, 1 faults, 2 wrong use, 3 the machine failed.",
     GAZ_OPTION_OUTPUT | GAZ_OPTION_AS_OF | GAZ_OPTION_ONLY | GAZ_OPTION_LANG | GAZ_OPTION_JOBS |
         GAZ_OPTION_RESET | GAZ_OPTION_DRAFT | GAZ_OPTION_QUIET | GAZ_OPTION_SHARE,
     gaz_command_build},
    {"compose", "DATA NOTICE", "Writes the document tree of one notice as XML to standard output.",
     "NOTICE is its id in publication.xml, or a page of words of the website: about, legal, "
     "channels, poster.",
     GAZ_OPTION_AS_OF | GAZ_OPTION_SHARE, gaz_command_compose},
    {"new", "DIR", "Writes a commented data folder to start from, which builds as it is.",
     "DIR may be there already if it is empty.", GAZ_OPTION_XLSX | GAZ_OPTION_QUIET | GAZ_OPTION_SHARE,
     gaz_command_new},
    {"verify", "DIR", "Says whether a publication, or a copy of its website, is what was published.",
     "Works offline, by SHA256SUMS and by the record of what was announced, and names each file that is "
     "missing,\nextra or changed, each manifest edited, each chain broken. It checks no signature: "
     "docs/record.md says how.\n"
     "Exit status: 0 all as published, 1 faults, 2 wrong use, 3 the machine failed.",
     GAZ_OPTION_FORMAT | GAZ_OPTION_QUIET, gaz_command_verify},
    {"diff", "OLD NEW", "Says what differs between two publications, notice by notice, in words or as JSON.",
     "Either may be a copy of a website. The words are English, or Chinese with --lang=zh.\n"
     "Exit status: 0 nothing differs, 1 something does, 2 wrong use or no whole record, 3 the machine "
     "failed.",
     GAZ_OPTION_FORMAT | GAZ_OPTION_WORDS | GAZ_OPTION_SHARE, gaz_command_diff},
    {"import", "FILE...", "Adds lists, as offices keep them, to the tables of a data folder.",
     "Says how each sheet and column was understood. Rows of the same enterprise or line are merged; where "
     "they\n"
     "differ, both places are told and nothing is added.",
     GAZ_OPTION_INTO | GAZ_OPTION_REPORT | GAZ_OPTION_QUIET | GAZ_OPTION_SHARE, gaz_command_import},
    {"watch", "DATA", "Builds a data folder anew whenever one of its files is saved.",
     "Says in a line what was published or what is wrong, until it is interrupted (Ctrl+C).",
     GAZ_OPTION_OUTPUT | GAZ_OPTION_AS_OF | GAZ_OPTION_SHARE, gaz_command_watch},
};

static char *overview(void)
{
    GString *text =
        g_string_new("Usage:\n  gazette COMMAND ...\n\n"
                     "Publishes a province's off-peak cement production: plans, line lists, notices and "
                     "the website.\n\nCommands:\n");

    for (unsigned i = 0; i < G_N_ELEMENTS(commands); i++) {
        g_autofree char *usage = g_strdup_printf("%s %s", commands[i].name, commands[i].arguments);

        g_string_append_printf(text, "  %-22s %s\n", usage, commands[i].summary);
    }
    g_string_append(text,
                    "\ngazette COMMAND --help says more; gazette --version says which gazette this is; the "
                    "manual is gazette(1).\n");
    return g_string_free(text, FALSE);
}

int gaz_command_fail(GError *error)
{
    bool asked_wrongly =
        error->domain == G_OPTION_ERROR || g_error_matches(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_FOREIGN);
    bool tampered = g_error_matches(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_TAMPERED);

    gaz_print_complaint("%s", error->message);
    g_error_free(error);
    return asked_wrongly ? GAZ_EXIT_USAGE : tampered ? GAZ_EXIT_FAULTS : GAZ_EXIT_MACHINE;
}

static int run_command(const GazCommand *command, char **arguments)
{
    g_auto(GazOptions) options = {0};
    g_autofree char *help = NULL;
    GError *error = NULL;

    if (!gaz_options_parse(&options, command, arguments, &error)) {
        int status = gaz_command_fail(error);

        gaz_print_complaint("gazette %s --help says what can be asked", command->name);
        return status;
    }
    if (!options.help)
        return command->run(&options);
    help = gaz_options_help(command);
    gaz_print("%s", help);
    return GAZ_EXIT_DONE;
}

static int run(const char *word, char **arguments);

/* `gazette help build` is what other programs taught people to ask. */
static int run_help(char *topic)
{
    char *words[] = {topic, (char *)"--help", NULL};

    return run(topic == NULL ? words[1] : topic, topic == NULL ? words + 1 : words);
}

static int run(const char *word, char **arguments)
{
    g_autofree char *help = overview();

    if (g_strcmp0(word, "help") == 0)
        return run_help(arguments[1]);
    for (unsigned i = 0; i < G_N_ELEMENTS(commands); i++)
        if (g_strcmp0(word, commands[i].name) == 0)
            return run_command(&commands[i], arguments);
    if (g_strcmp0(word, "--help") == 0 || g_strcmp0(word, "-h") == 0) {
        gaz_print("%s", help);
        return GAZ_EXIT_DONE;
    }
    if (g_strcmp0(word, "--version") == 0) {
        gaz_print("gazette " GAZETTE_VERSION "\n");
        return GAZ_EXIT_DONE;
    }
    if (word == NULL)
        gaz_print_complaint("no command given\n%s", help);
    else
        gaz_print_complaint("%s: no such command; gazette --help lists them", word);
    return GAZ_EXIT_USAGE;
}

/* GLib ends the program where memory does, and Pango warns that a font can't be read and leaves the text out:
 * a shell is told so. What is staged stays for the next run to tidy up. */
static void end_at_trouble(const char *domain, GLogLevelFlags level, const char *message, void *user)
{
    (void)level;
    (void)user;
    gaz_print_complaint("%s: too little memory, or a font that can't be read: %s", domain, message);
    _exit(GAZ_EXIT_MACHINE);
}

/* Pango's warnings come this way only. */
static GLogWriterOutput watch_log(GLogLevelFlags level, const GLogField *fields, gsize count, void *user)
{
    const char *domain = "", *message = "";

    for (gsize i = 0; i < count; i++) {
        if (strcmp(fields[i].key, "GLIB_DOMAIN") == 0)
            domain = fields[i].value;
        if (strcmp(fields[i].key, "MESSAGE") == 0)
            message = fields[i].value;
    }
    if (strcmp(domain, "Pango") == 0 && (level & TROUBLE) != 0)
        end_at_trouble(domain, level, message, user);
    return g_log_writer_default(level, fields, count, user);
}

static void watch_libraries(void)
{
    g_log_set_handler("GLib", G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION | G_LOG_LEVEL_ERROR, end_at_trouble,
                      NULL);
    g_log_set_writer_func(watch_log, NULL, NULL);
}

/* Where this process takes its memory from, and the one thread beside it (program/ground.h, layout/relay.h):
 * with one place for both they wait for each other, a fifteenth of a build after a change. Each of Pango's
 * threads, which live for one call, would reserve 128 MB for itself. */
enum { ARENAS = 2 };

/* What is freed is given back to the system, and what is large is taken from it by itself, from here on
 * [bytes]: pages that go and come again are a tenth of the faults of a build after a change. To set one ends
 * glibc's own adjusting of both. */
enum { KEPT = 64 << 20, LARGE = 32 << 20 };

int gaz_program_run(int argc, char **argv)
{
    int status;

    gaz_print_start();
    watch_libraries();
    mallopt(M_ARENA_MAX, ARENAS);
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, LARGE);
    json_set_alloc_funcs(g_malloc, g_free); /* where memory ends, GLib says so */
    signal(SIGXFSZ, SIG_IGN);               /* a file that grows too large is an error to tell, not a death */
    status = gaz_print_finish(run(argc > 1 ? argv[1] : NULL, argv + (argc > 1 ? 1 : 0)));
    xsltCleanupGlobals();
    xmlCleanupParser();
    return status;
}
