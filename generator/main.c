/* main.c - the whole program is program/; this is only its door. */
#include "program/program.h"

int main(int argc, char **argv)
{
    return gaz_program_run(argc, argv);
}
