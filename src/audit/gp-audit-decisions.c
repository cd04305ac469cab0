/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a plan to decisions by column; every row must make sense (line "plan"). */
#include "gp-audit-decisions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A row with its codes looked up; GP_NONE where there is no such thing. */
typedef struct {
  const GpPlanRow *row;
  guint32 board, sector, region, to_region;
  guint year; /* GP_NONE: outside the plan */
} Found;

static Found
look_up (const GpAuditData *data, const GpPlanRow *row)
{
  const GpProject *project = data->project;
  return (Found){row,
                 gp_project_find (project, GP_TABLE_BOARDS, row->board),
                 gp_project_find (project, GP_TABLE_SECTORS, row->sector),
                 gp_project_find (project, GP_TABLE_REGIONS, row->region),
                 gp_project_find (project, GP_TABLE_REGIONS, row->to_region),
                 row->year >= project->plan_from && row->year <= project->last_year
                     ? (guint)(row->year - project->plan_from)
                     : GP_NONE};
}

/* ---- which column a row is about ------------------------------------------------------------- */

static guint
find_start (const GpAuditData *data, const Found *f)
{
  if (f->board == GP_NONE || f->row->programme < 0 || f->row->programme >= GP_N_PROGRAMMES)
    return GP_NONE;
  const GpAuditBoard *board = &data->boards[f->board];
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (data->cells[c].sector == f->sector && data->cells[c].region == f->region &&
        data->cells[c].need == f->row->need)
      return gp_audit_start (data, c, f->row->programme, f->year);
  return GP_NONE;
}

static guint
find_by_board (const GpAuditData *data, const Found *f, GpAuditColumnKind kind)
{
  if (f->board == GP_NONE || !data->boards[f->board].can_partner)
    return GP_NONE;
  return gp_audit_by_board (data, kind, f->board, f->year);
}

static guint
find_coach_days (const GpAuditData *data, const Found *f)
{
  if (f->board == GP_NONE || !data->boards[f->board].can_partner)
    return GP_NONE;
  const GpAuditBoard *board = &data->boards[f->board];
  for (guint i = board->first_place; i < board->first_place + board->n_places; i++)
    if (data->places[i].region == f->region)
      return gp_audit_coach_days (data, i, f->year);
  return GP_NONE;
}

static guint
find_by_region (const GpAuditData *data, const Found *f, GpAuditColumnKind kind)
{
  return f->region == GP_NONE ? GP_NONE : gp_audit_by_region (data, kind, f->region, f->year);
}

static guint
find_lending (const GpAuditData *data, const Found *f)
{
  if (f->region == GP_NONE || f->to_region == GP_NONE)
    return GP_NONE;
  return gp_audit_lending (data, f->region, f->to_region, f->year);
}

static guint
find_delay (const GpAuditData *data, const Found *f)
{
  if (f->row->programme < 0 || f->row->programme >= GP_N_PROGRAMMES)
    return GP_NONE;
  return gp_audit_delay (data, f->row->programme, f->year);
}

static guint
find_column (const GpAuditData *data, const Found *f)
{
  switch (f->row->kind) {
  case GP_ROW_START:
    return find_start (data, f);
  case GP_ROW_PARTNER:
    return find_by_board (data, f, GP_AUDIT_COLUMN_PARTNER);
  case GP_ROW_TRAINING:
    return find_by_board (data, f, GP_AUDIT_COLUMN_TRAINING);
  case GP_ROW_STOCK:
    return find_by_board (data, f, GP_AUDIT_COLUMN_STOCK);
  case GP_ROW_VERANDERCOACH_DAYS:
    return find_coach_days (data, f);
  case GP_ROW_OVERLOAD:
    return find_by_region (data, f, GP_AUDIT_COLUMN_OVERLOAD);
  case GP_ROW_HIRE:
    return find_by_region (data, f, GP_AUDIT_COLUMN_HIRE);
  case GP_ROW_LENDING:
    return find_lending (data, f);
  case GP_ROW_DELAY:
    return find_delay (data, f);
  default:
    return GP_NONE;
  }
}

guint
gp_audit_find_column (const GpAuditData *data, const GpPlanRow *row)
{
  Found found = look_up (data, row);
  guint column = found.year == GP_NONE ? GP_NONE : find_column (data, &found);
  return column != GP_NONE && gp_audit_column_exists (data, column) ? column : GP_NONE;
}

/* ---- where its amount goes ------------------------------------------------------------------- */

static gint64 *
find_place (GpAuditDecisions *d, const Found *f)
{
  const GpAuditData *data = d->data;
  if (f->year == GP_NONE)
    return NULL;
  if (f->row->kind == GP_ROW_AVAILABLE || f->row->kind == GP_ROW_USED) {
    gint64 *figures = f->row->kind == GP_ROW_USED ? d->used : d->available;
    return f->region == GP_NONE ? NULL : &figures[f->region * data->n_years + f->year];
  }
  guint column = find_column (data, f);
  if (column == GP_NONE || !gp_audit_column_exists (data, column))
    return NULL;
  return &d->hundredths[column];
}

static gboolean
must_be_whole (GpPlanRowKind kind)
{
  return kind == GP_ROW_START || kind == GP_ROW_PARTNER || kind == GP_ROW_TRAINING ||
         kind == GP_ROW_HIRE;
}

static gboolean
amounts_agree (const GpPlanRow *row)
{
  double stated = (double)row->hundredths / 100;
  return fabs (row->amount - stated) <= 1e-9 * MAX (1, fabs (stated));
}

/* Days available can be short of zero: hires in their training weeks. */
static gboolean
may_be_negative (GpPlanRowKind kind)
{
  return kind == GP_ROW_AVAILABLE;
}

/* What is wrong with the row (translated), or NULL. seen: places that have a row. */
static const char *
fault_of (const GpPlanRow *row, const gint64 *place, GHashTable *seen)
{
  if (place == NULL)
    return _ ("The plan has a row about something that the project does not have");
  if (!g_hash_table_add (seen, (gpointer)place))
    return _ ("The plan has two rows about the same");
  if (!amounts_agree (row))
    return _ ("The plan has a row whose amount is stored in two ways that differ");
  if (row->hundredths < 0 && !may_be_negative (row->kind))
    return _ ("The plan has an amount below zero");
  if (row->hundredths % 100 != 0 && must_be_whole (row->kind))
    return _ ("The plan has a part of something that must be whole");
  return NULL;
}

static void
read_row (GpAuditDecisions *d, const GpPlanRow *row, GHashTable *seen, GpAuditReport *report)
{
  GpAuditReportLine *line = gp_audit_report_line (report, "plan");
  Found found = look_up (d->data, row);
  gint64 *place = find_place (d, &found);
  const char *fault = fault_of (row, place, seen);
  mpq_t slack; /* one row too many, or nothing */
  mpq_init (slack);
  mpq_set_si (slack, fault != NULL ? -1 : 0, 1);
  if (gp_audit_report_count (line, slack)) {
    g_autofree char *where = gp_audit_where_row (row);
    gp_audit_report_note (report, line, slack, where, fault != NULL ? fault : "");
  }
  mpq_clear (slack);
  if (place != NULL && *place == 0)
    *place = row->hundredths;
}

/* ---- what follows ---------------------------------------------------------------------------- */

/* level[y] = kept x level[y-1] + new[y], for n things, new from their columns. */
static void
accumulate (GpAuditDecisions *d, mpq_ptr level, guint n, GpAuditColumnKind kind, mpq_srcptr kept)
{
  const GpAuditData *data = d->data;
  mpq_t new;
  mpq_init (new);
  for (guint i = 0; i < n * data->n_years; i++) {
    if (i % data->n_years > 0)
      mpq_mul (&level[i], &level[i - 1], kept);
    if (gp_audit_decided (d, data->first[kind] + i, new))
      mpq_add (&level[i], &level[i], new);
  }
  mpq_clear (new);
}

/* B: the places of the cohorts so far less the starts so far. */
static void
derive_delay (GpAuditDecisions *d, GpProgramme programme)
{
  const GpAuditData *data = d->data;
  mpq_t started, starts;
  mpq_inits (started, starts, NULL);
  for (guint y = 0; y < data->n_years; y++) {
    mpq_ptr delay = &d->delay[(guint)programme * data->n_years + y];
    for (guint c = 0; c < data->n_cells; c++)
      if (gp_audit_decided (d, gp_audit_start (data, c, programme, y), starts))
        mpq_add (started, started, starts);
    mpq_sub (delay, data->years[y].target[programme], started);
  }
  mpq_clears (started, starts, NULL);
}

static void
derive_available (GpAuditDecisions *d)
{
  const GpAuditData *data = d->data;
  mpq_t days, hires;
  mpq_inits (days, hires, NULL);
  for (guint i = 0; i < data->n_regions * data->n_years; i++) {
    mpq_mul (days, &d->hired[i], data->scalars.expert_days);
    mpq_add (&d->available_exact[i], &data->available[i], days);
    if (!gp_audit_decided (d, data->first[GP_AUDIT_COLUMN_HIRE] + i, hires))
      continue;
    mpq_mul (days, hires, data->scalars.expert_training_days);
    mpq_sub (&d->available_exact[i], &d->available_exact[i], days);
  }
  mpq_clears (days, hires, NULL);
}

gboolean
gp_audit_decided (const GpAuditDecisions *d, guint column, mpq_ptr out)
{
  const GpAuditData *data = d->data;
  GpAuditColumnKind kind = gp_audit_column_kind (data, column);
  guint i = column - data->first[kind];
  mpq_srcptr derived = kind == GP_AUDIT_COLUMN_STOCK   ? &d->stock[i]
                       : kind == GP_AUDIT_COLUMN_HIRED ? &d->hired[i]
                       : kind == GP_AUDIT_COLUMN_DELAY ? &d->delay[i]
                                                       : NULL;
  if (derived == NULL && d->hundredths[column] == 0)
    return FALSE;
  if (derived != NULL)
    mpq_set (out, derived);
  else {
    mpq_set_si (out, d->hundredths[column], 100);
    mpq_canonicalize (out);
  }
  return mpq_sgn (out) != 0;
}

/* ---- the whole ------------------------------------------------------------------------------- */

GpAuditDecisions *
gp_audit_decisions_new (const GpAuditData *data, const GpPlan *plan, GpAuditReport *report)
{
  const guint by_region = data->n_regions * data->n_years;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GpAuditDecisions *d = g_new0 (GpAuditDecisions, 1);
  d->data = data;
  d->hundredths = g_new0 (gint64, gp_audit_n_columns (data));
  d->available = g_new0 (gint64, by_region);
  d->used = g_new0 (gint64, by_region);
  d->stock = gp_audit_rationals_new (data->n_coached_boards * data->n_years);
  d->hired = gp_audit_rationals_new (by_region);
  d->delay = gp_audit_rationals_new (GP_N_PROGRAMMES * data->n_years);
  d->available_exact = gp_audit_rationals_new (by_region);
  d->used_exact = gp_audit_rationals_new (by_region);
  for (guint i = 0; i < plan->n_rows[GP_PART_WHOLE]; i++)
    read_row (d, &plan->rows[GP_PART_WHOLE][i], seen, report);
  accumulate (d, d->stock, data->n_coached_boards, GP_AUDIT_COLUMN_TRAINING,
              data->scalars.retention);
  accumulate (d, d->hired, data->n_regions, GP_AUDIT_COLUMN_HIRE, data->scalars.expert_retention);
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    derive_delay (d, (GpProgramme)p);
  derive_available (d);
  return d;
}

void
gp_audit_decisions_free (GpAuditDecisions *d)
{
  if (d == NULL)
    return;
  const guint by_region = d->data->n_regions * d->data->n_years;
  g_free (d->hundredths);
  g_free (d->available);
  g_free (d->used);
  gp_audit_rationals_free (d->stock, d->data->n_coached_boards * d->data->n_years);
  gp_audit_rationals_free (d->hired, by_region);
  gp_audit_rationals_free (d->delay, GP_N_PROGRAMMES * d->data->n_years);
  gp_audit_rationals_free (d->available_exact, by_region);
  gp_audit_rationals_free (d->used_exact, by_region);
  g_free (d);
}
