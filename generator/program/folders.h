/* folders.h - one command upon several data folders: each is done by a process of its own, which takes its
 * memory with it, and can fail or die without the others. What was loaded before, all have. */
#ifndef GAZETTE_PROGRAM_FOLDERS_H
#define GAZETTE_PROGRAM_FOLDERS_H
#include "program/options.h"

typedef struct {
    /* Does one folder, in a process of its own, and returns a GazExit: `options` are those of the run, with
     * this folder alone, where it is published to, and its share of the processes. */
    int (*command)(const GazOptions *options, void *user);
    void *user;
    const char
        *part; /* what is published of each, as gaz_staging_new() has it; NULL: the whole, or nothing */
} GazFolders;

/* Where a folder is published to: in `parent` ("output" where NULL) by the folder's name, a part beside the
 * whole. Yours: g_free(). */
char *gaz_folders_output(const char *parent, const char *folder, const char *part);

/* Does all folders that the options name, the heaviest first and as many at once as `jobs`; this process has
 * no threads. What is said of a folder is told together, in the order in which they are named, each line
 * behind the folder's name; as JSON in one object, a member a folder. Two folders of one name are refused
 * before anything is done. Returns the worst GazExit of all. */
int gaz_folders_run(const GazFolders *folders, const GazOptions *options);

#endif
