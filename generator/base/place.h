/* place.h - where a value was written, kept from reading to the page.
 * Every record, text and tree node carries one, so that a message made three stages later
 * still leads to the cell. Lines and columns count from 1, columns in characters, not bytes. */
#ifndef GAZETTE_BASE_PLACE_H
#define GAZETTE_BASE_PLACE_H

typedef struct {
    const char *file; /* as the reader of a message names it, e.g. "lines.csv"; lent; NULL: nowhere */
    unsigned line;    /* 1 and up; 0: the file as a whole */
    unsigned column;  /* [characters] 1 and up; 0: the line as a whole */
} GazPlace;

#endif
