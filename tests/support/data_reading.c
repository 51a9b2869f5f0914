/* data_reading.c - reads by the project's own rules. */
#include "data_reading.h"

#include "data_folder.h"

Reading reading_of_folder(char *folder)
{
    Reading reading = {.folder = folder, .report = gaz_report_new()};
    g_autofree char *notes = NULL;
    GError *error = NULL;

    reading.data = gaz_data_read(folder, "data/rules", reading.report, &error);
    g_assert_no_error(error);
    reading.faults = gaz_report_to_text(reading.report);
    notes = gaz_report_notes_to_text(reading.report);
    reading.told = g_strconcat(reading.faults, notes, NULL);
    return reading;
}

Reading reading_of(const char *file, const char *text, gssize length)
{
    char *folder = data_folder_new();

    data_folder_write(folder, file, text, length);
    return reading_of_folder(folder);
}

void reading_clear(Reading *reading)
{
    g_free(reading->faults);
    g_free(reading->told);
    gaz_data_free(reading->data);
    gaz_report_free(reading->report);
    data_folder_remove(reading->folder);
}
