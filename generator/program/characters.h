/* characters.h - the characters of a data folder against the fonts, cell by cell. */
#ifndef GAZETTE_PROGRAM_CHARACTERS_H
#define GAZETTE_PROGRAM_CHARACTERS_H
#include "layout/layout.h"
#include "model/data.h"

/* Adds a fault for each character of a text of `data` that no named face has. */
void gaz_characters_check(const GazData *data, GazFonts *fonts, GazReport *report);

#endif
