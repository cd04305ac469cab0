/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan as four CSV files for people and spreadsheets:
 *
 *   allocation.csv  one row a board, sector, programme and year: schools that start
 *   trainings.csv   one row a board and year: verandercoaches to train
 *   partners.csv    one row a board: the year in which it becomes a partner
 *   capacity.csv    one row a region and year: expert days, lent days, hires
 *
 * The same plan gives the same bytes. A relaxed plan gives fractions.
 */
#include "gp-cli-private.h"

#include "exchange/gp-csv-writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define AMOUNT_DIGITS 6

static void
put_heads (GpCsvWriter *csv, const char *const *heads)
{
  for (guint i = 0; heads[i]; i++)
    gp_csv_writer_cell (csv, heads[i]);
  gp_csv_writer_end_row (csv);
}

static void
put_year (GpCsvWriter *csv, GpYear year)
{
  char text[GP_YEAR_BYTES];
  gp_csv_writer_cell (csv, gp_year_format (year, text));
}

static void
put_number (GpCsvWriter *csv, double value)
{
  g_autofree char *text = gp_cli_number (value, AMOUNT_DIGITS);
  gp_csv_writer_cell (csv, text);
}

/* The code, and the name next to it; a board that is no longer in the project has none. */
static void
put_named (GpCsvWriter *csv, const GpProject *project, GpTableId table, const char *code)
{
  guint32 found = gp_project_find (project, table, code);
  const char *name = "";
  if (found != GP_NONE)
    name = table == GP_TABLE_BOARDS ? project->boards[found].name : project->regions[found].name;
  gp_csv_writer_text (csv, code);
  gp_csv_writer_text (csv, name);
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const GpPlanRow *p = a, *q = b;
  int order = strcmp (p->board, q->board);
  if (order == 0)
    order = strcmp (p->sector, q->sector);
  if (order == 0)
    order = (int)p->programme - (int)q->programme;
  return order ? order : p->year - q->year;
}

/* The starts without their region and need: rows that are then alike become one. */
static GArray *
merged_starts (const GpPlan *plan)
{
  guint n, last = 0;
  const GpPlanRow *rows = gp_plan_rows (plan, gp_cli_part (plan), GP_ROW_START, &n);
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (GpPlanRow), n);
  g_array_append_vals (merged, rows, n);
  g_array_sort (merged, compare_starts);
  for (guint i = 1; i < n; i++) {
    GpPlanRow *into = &g_array_index (merged, GpPlanRow, last);
    const GpPlanRow *row = &g_array_index (merged, GpPlanRow, i);
    if (compare_starts (into, row) == 0)
      into->amount += row->amount;
    else
      g_array_index (merged, GpPlanRow, ++last) = *row;
  }
  g_array_set_size (merged, n > 0 ? last + 1 : 0);
  return merged;
}

static void
put_starts (GpCsvWriter *csv, const GpProject *project, const GpPlan *plan)
{
  static const char *const heads[] = {"board", "board_name", "sector", "programme",
                                      "year",  "schools",    NULL};
  g_autoptr (GArray) starts = merged_starts (plan);
  put_heads (csv, heads);
  for (guint i = 0; i < starts->len; i++) {
    const GpPlanRow *row = &g_array_index (starts, GpPlanRow, i);
    put_named (csv, project, GP_TABLE_BOARDS, row->board);
    gp_csv_writer_text (csv, row->sector);
    gp_csv_writer_cell (csv, gp_programme_name (row->programme));
    put_year (csv, row->year);
    put_number (csv, row->amount);
    gp_csv_writer_end_row (csv);
  }
}

static void
put_board_years (GpCsvWriter *csv, const GpProject *project, const GpPlan *plan, GpPlanRowKind kind,
                 const char *const *heads)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, gp_cli_part (plan), kind, &n);
  put_heads (csv, heads);
  for (guint i = 0; i < n; i++) {
    put_named (csv, project, GP_TABLE_BOARDS, rows[i].board);
    put_year (csv, rows[i].year);
    put_number (csv, rows[i].amount);
    gp_csv_writer_end_row (csv);
  }
}

static void
put_trainings (GpCsvWriter *csv, const GpProject *project, const GpPlan *plan)
{
  static const char *const heads[] = {"board", "board_name", "year", "verandercoaches", NULL};
  put_board_years (csv, project, plan, GP_ROW_TRAINING, heads);
}

static void
put_partners (GpCsvWriter *csv, const GpProject *project, const GpPlan *plan)
{
  static const char *const heads[] = {"board", "board_name", "year", "share", NULL};
  put_board_years (csv, project, plan, GP_ROW_PARTNER, heads);
}

static void
put_capacity (GpCsvWriter *csv, const GpProject *project, const GpPlan *plan)
{
  static const char *const heads[] = {"region", "region_name", "year", "available",
                                      "used",   "overload",    "lent", "borrowed",
                                      "hires",  "worked",      NULL};
  g_autoptr (GArray) rows = gp_cli_capacity (plan, gp_cli_part (plan));
  put_heads (csv, heads);
  for (guint i = 0; i < rows->len; i++) {
    const GpCliCapacity *row = &g_array_index (rows, GpCliCapacity, i);
    const double amounts[] = {row->available, row->used,  row->overload,        row->lent,
                              row->borrowed,  row->hires, row->used - row->lent};
    put_named (csv, project, GP_TABLE_REGIONS, row->region);
    put_year (csv, row->year);
    for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
      put_number (csv, amounts[k]);
    gp_csv_writer_end_row (csv);
  }
}

static gboolean
write_file (const char *folder, const char *name, const GString *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) local = NULL;
  if (g_file_set_contents_full (path, text->str, (gssize)text->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &local))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("%s could not be written: %s. Choose another folder, or make room."), path,
               local->message);
  return FALSE;
}

gboolean
gp_cli_write_allocation (const GpProject *project, const GpPlan *plan, const char *folder,
                         GError **error)
{
  static const struct {
    const char *name;
    void (*put) (GpCsvWriter *, const GpProject *, const GpPlan *);
  } files[] = {{"allocation.csv", put_starts},
               {"trainings.csv", put_trainings},
               {"partners.csv", put_partners},
               {"capacity.csv", put_capacity}};
  if (g_mkdir_with_parents (folder, 0777) != 0) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("The folder %s could not be made: %s. Choose another one."), folder,
                 g_strerror (errno));
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    GpCsvWriter csv = {.text = text};
    files[i].put (&csv, project, plan);
    if (!write_file (folder, files[i].name, text, error))
      return FALSE;
  }
  return TRUE;
}
