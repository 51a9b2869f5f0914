/* encoding.h - the bytes of a table's file as UTF-8, whatever encoding an office saved it in. */
#ifndef GAZETTE_READ_ENCODING_H
#define GAZETTE_READ_ENCODING_H
#include "read/input.h"

/* Makes `input`, as it was loaded, UTF-8 where it is UTF-16 (with or without a byte order mark) or GB 18030
 * (GBK and GB 2312 are parts of it), says in a note which it was, and checks it like gaz_input_check().
 * Bytes that fit none are a fault at their place. False: not to be read. */
bool gaz_input_decode(GazInput *input, GazReport *report);

#endif
