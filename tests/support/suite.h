/* suite.h - how every test program runs its suite. */
#ifndef GAZETTE_TESTS_SUITE_H
#define GAZETTE_TESTS_SUITE_H
#include <check.h>

/* Runs `suite`, takes it over, and gives what main() returns: success where no test failed. */
int suite_run(Suite *suite);

#endif
