/* options.h - the arguments of one command, parsed. */
#ifndef GAZETTE_PROGRAM_OPTIONS_H
#define GAZETTE_PROGRAM_OPTIONS_H
#include "base/moment.h"
#include "layout/layout.h"
#include <glib.h>

/* The options a command may take. Bits. */
enum {
    GAZ_OPTION_FORMAT = 1 << 0,
    GAZ_OPTION_AS_OF = 1 << 1,
    GAZ_OPTION_OUTPUT = 1 << 2,
    GAZ_OPTION_ONLY = 1 << 3,
    GAZ_OPTION_LANG = 1 << 4,
    GAZ_OPTION_QUIET = 1 << 5,
    GAZ_OPTION_SHARE = 1 << 6,
    GAZ_OPTION_JOBS = 1 << 7,
    GAZ_OPTION_REPORT = 1 << 8,
    GAZ_OPTION_XLSX = 1 << 9,
    GAZ_OPTION_INTO = 1 << 10,
    GAZ_OPTION_RESET = 1 << 11,
    GAZ_OPTION_DRAFT = 1 << 12,
    GAZ_OPTION_WORDS = 1 << 13 /* --lang of what is only said */
};

typedef struct {
    char **arguments;         /* what isn't an option, as many as the command takes */
    gboolean help;            /* asks for help; nothing else was looked at */
    gboolean json, quiet;     /* `json`: results as JSON */
    gboolean steps;           /* says on standard error what it is doing */
    gboolean draft;           /* nothing is announced by what is written, and every page says so */
    gboolean reset_layout;    /* notices announced may be set anew, their text being equal */
    GazDate as_of;            /* today where not given */
    GazDate today;            /* by the clock */
    char *output;             /* NULL: not given */
    int only;                 /* GazNoticeKind; -1: all */
    GazLanguageSet languages; /* both where not given */
    unsigned jobs;            /* processes at once; as many as there are cores where not given */
    char *share;              /* NULL: not given */
    char *report;             /* file to write faults to as well, .html or .xlsx; NULL: none */
    gboolean xlsx;            /* workbooks in place of CSV files */
    char *into;               /* folder to add to; NULL: not given */
} GazOptions;

typedef struct GazCommand GazCommand;
struct GazCommand {
    const char *name;
    const char *arguments; /* "DATA NOTICE": for the help, and how many there are; "FILE...": one or more */
    const char *summary;   /* one line */
    const char *details;   /* the paragraph of its help below the options */
    unsigned options;      /* bits GAZ_OPTION_... */
    int (*run)(const GazOptions *options); /* returns a GazExit */
};

/* Parses what follows the command's name; `arguments` is NULL-terminated. False with `error` set where they
 * are wrong. Clear with gaz_options_clear() either way. */
bool gaz_options_parse(GazOptions *options, const GazCommand *command, char **arguments, GError **error);
void gaz_options_clear(GazOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(GazOptions, gaz_options_clear)

/* The command's help, with its options. Yours: g_free(). */
char *gaz_options_help(const GazCommand *command);

#endif
