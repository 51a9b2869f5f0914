/* commands.h - the commands, each in a file of its own name, and how they end. */
#ifndef GAZETTE_PROGRAM_COMMANDS_H
#define GAZETTE_PROGRAM_COMMANDS_H
#include "program/options.h"

/* Each returns a GazExit and has told what went wrong. */
int gaz_command_check(const GazOptions *options);
int gaz_command_build(const GazOptions *options);
int gaz_command_compose(const GazOptions *options);
int gaz_command_new(const GazOptions *options);
int gaz_command_verify(const GazOptions *options);
int gaz_command_diff(const GazOptions *options);
int gaz_command_import(const GazOptions *options);
int gaz_command_watch(const GazOptions *options);

/* Tells `error` and frees it. Returns what it means to the shell: GAZ_EXIT_USAGE for what was asked wrongly,
 * else GAZ_EXIT_MACHINE. */
int gaz_command_fail(GError *error);

#endif
