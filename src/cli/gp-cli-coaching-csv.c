/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who coaches whom as one CSV table for people and spreadsheets: a row a visit, a piece of work,
 * days in another region, and days that nobody does.
 */
#include "gp-cli-coaching.h"

#include "exchange/gp-csv-writer.h"

typedef struct {
  const GpCliCoaching *shown;
  const GpProject *project;
  GpCsvWriter writer;
} Csv;

/* What a row says; members that it does not have are GP_NONE. */
typedef struct {
  const char *what, *reason;
  GpYear year;
  guint32 region, board, school, coach;
  gint64 days;
} Row;

static void
put_school (Csv *csv, const Row *row)
{
  const GpSchool *school = row->school != GP_NONE ? &csv->project->schools[row->school] : NULL;
  guint support =
      school != NULL ? gp_cli_coaching_support_year (csv->shown, row->school, row->year) : 0;
  g_autofree char *number = support > 0 ? g_strdup_printf ("%u", support) : g_strdup ("");
  gp_csv_writer_text (&csv->writer, school != NULL ? school->code : "");
  gp_csv_writer_text (&csv->writer, school != NULL ? school->name : "");
  gp_csv_writer_text (&csv->writer,
                      school != NULL ? csv->project->sectors[school->sector].code : "");
  gp_csv_writer_cell (&csv->writer, number);
}

static void
put_coach (Csv *csv, const Row *row)
{
  const GpCoaching *c = csv->shown->coaching;
  gboolean any = row->coach != GP_NONE;
  g_autofree char *code = any ? gp_coaching_coach_code (c, row->coach) : g_strdup ("");
  g_autofree char *name = any ? gp_coaching_coach_name (c, row->coach) : g_strdup ("");
  gp_csv_writer_text (&csv->writer, code);
  gp_csv_writer_text (&csv->writer, name);
  gp_csv_writer_cell (&csv->writer, any ? gp_coach_kind_name (c->coaches[row->coach].kind) : "");
}

static void
put_row (Csv *csv, Row row)
{
  char year[GP_YEAR_BYTES];
  if (!gp_cli_coaching_shows (csv->shown, row.board, row.year))
    return;
  g_autofree char *days = gp_cli_number (gp_cli_coaching_days (row.days), 2);
  gp_csv_writer_cell (&csv->writer, row.what);
  gp_csv_writer_cell (&csv->writer, gp_year_format (row.year, year));
  gp_csv_writer_text (&csv->writer, csv->project->regions[row.region].code);
  gp_csv_writer_text (&csv->writer,
                      row.board != GP_NONE ? csv->project->boards[row.board].code : "");
  gp_csv_writer_text (&csv->writer,
                      row.board != GP_NONE ? csv->project->boards[row.board].name : "");
  put_school (csv, &row);
  put_coach (csv, &row);
  gp_csv_writer_cell (&csv->writer, days);
  gp_csv_writer_cell (&csv->writer, row.reason);
  gp_csv_writer_end_row (&csv->writer);
}

static void
put_visits (Csv *csv)
{
  const GpCoaching *c = csv->shown->coaching;
  for (guint i = 0; i < c->n_visits; i++) {
    const GpVisit *visit = &c->visits[i];
    const GpSchool *school = &csv->project->schools[visit->school];
    put_row (csv, (Row){"visit", "", visit->year, school->region, school->board, visit->school,
                        visit->coach, visit->days});
  }
}

static void
put_works (Csv *csv)
{
  const GpCoaching *c = csv->shown->coaching;
  for (guint i = 0; i < c->n_works; i++) {
    const GpCoachingWork *work = &c->works[i];
    put_row (csv, (Row){gp_work_kind_name (work->kind), "", work->year, work->region, work->board,
                        work->school, work->coach, work->days});
  }
}

static void
put_loans (Csv *csv)
{
  const GpCoaching *c = csv->shown->coaching;
  for (guint i = 0; i < c->n_loans; i++) {
    const GpCoachingLoan *loan = &c->loans[i];
    put_row (csv, (Row){"lent", "", loan->year, loan->region, GP_NONE, GP_NONE, loan->coach,
                        loan->days});
  }
}

static void
put_uncovered (Csv *csv)
{
  const GpCoaching *c = csv->shown->coaching;
  for (guint i = 0; i < c->n_uncovered; i++) {
    const GpUncovered *row = &c->uncovered[i];
    put_row (csv, (Row){"uncovered", gp_uncovered_reason_name (row->reason), row->year, row->region,
                        row->board, row->school, GP_NONE, row->days});
  }
}

char *
gp_cli_coaching_csv (const GpCliCoaching *shown)
{
  static const char *const heads[] = {
      "what",   "year",         "region", "board",      "board_name", "school", "school_name",
      "sector", "support_year", "coach",  "coach_name", "kind",       "days",   "reason"};
  GString *text = g_string_new (NULL);
  Csv csv = {shown, shown->coaching->project, {.text = text}};
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_csv_writer_cell (&csv.writer, heads[i]);
  gp_csv_writer_end_row (&csv.writer);
  put_visits (&csv);
  put_works (&csv);
  put_loans (&csv);
  put_uncovered (&csv);
  return g_string_free (text, FALSE);
}
