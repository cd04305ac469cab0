/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning model once more; see the header. Rows are written densely, one at a time, so that a
 * rule may add to the same column twice. */
#include "property-private.h"

#include <math.h>
#include <string.h>

#define MAX_K 10

double
property_param (const PropertyModel *m, GpParam which, const char *scope, guint y)
{
  return gp_param_value (m->project, m->scenario, which, scope,
                         (GpYear)(m->project->plan_from + (GpYear)y));
}

/* Days of the k-th support year (from 0); none beyond the sector's. */
static double
support (const PropertyModel *m, guint32 sector, guint k)
{
  const GpSector *s = &m->project->sectors[sector];
  g_autofree char *scope = g_strdup_printf ("%s:%u", s->code, k + 1);
  return k < s->support_years ? property_param (m, GP_PARAM_SUPPORT_DAYS, scope, 0) : 0;
}

/* ---- sets and data ---------------------------------------------------------------- */

static void
count_school (PropertyModel *m, const GpSchool *school)
{
  PropertyCell *cell = NULL;
  for (guint i = 0; i < m->cells->len && cell == NULL; i++) {
    PropertyCell *c = &g_array_index (m->cells, PropertyCell, i);
    if (c->board == school->board && c->sector == school->sector && c->region == school->region &&
        c->high == school->high_need)
      cell = c;
  }
  if (cell == NULL) {
    PropertyCell fresh = {
        school->board, school->sector, school->region, school->high_need, 0, 0, 0, 0};
    g_array_append_val (m->cells, fresh);
    cell = &g_array_index (m->cells, PropertyCell, m->cells->len - 1);
  }
  gboolean all = TRUE;
  for (guint i = 0; i < GP_N_REQUIREMENTS; i++)
    all = all && school->requirements[i] == GP_ANSWER_YES;
  cell->n++;
  cell->ready += all || school->intake == GP_INTAKE_READY;
  if (school->pupils >= 0) {
    cell->pupils += school->pupils;
    cell->counted++;
  }
}

static guint
board_schools (const PropertyModel *m, guint32 b, gboolean started_only)
{
  guint n = 0;
  for (guint i = 0; i < m->project->n_schools; i++)
    n += m->project->schools[i].board == b &&
         (!started_only || m->project->schools[i].started != GP_YEAR_NONE);
  return n;
}

static gboolean
is_partner (const PropertyModel *m, guint32 b)
{
  return m->project->boards[b].partner_since != GP_YEAR_NONE;
}

static gboolean
can_partner (const PropertyModel *m, guint32 b)
{
  return is_partner (m, b) ||
         board_schools (m, b, FALSE) >= property_param (m, GP_PARAM_PARTNER_MIN_SCHOOLS, NULL, 0);
}

static double
carry (const PropertyModel *m, guint32 b, guint32 r, guint y)
{
  double days = 0;
  for (guint i = 0; i < m->project->n_schools; i++) {
    const GpSchool *school = &m->project->schools[i];
    int k = m->project->plan_from + (int)y - school->started;
    if (school->started != GP_YEAR_NONE && school->board == b && school->region == r && k < MAX_K)
      days += support (m, school->sector, (guint)k);
  }
  return days;
}

/* V0, or G0 when days are asked. */
static double
known_coaches (const PropertyModel *m, guint32 b, guint y, gboolean days)
{
  double sum = 0, left = pow (property_param (m, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0), y);
  for (guint i = 0; i < m->project->n_verandercoaches; i++) {
    const GpVerandercoach *coach = &m->project->verandercoaches[i];
    if (coach->board != b ||
        (coach->to_year != GP_YEAR_NONE && m->project->plan_from + (int)y > coach->to_year))
      continue;
    double own = coach->has_days ? gp_decimal_to_double (coach->days_per_year)
                                 : property_param (m, GP_PARAM_VERANDERCOACH_DAYS, NULL, y);
    sum += days ? left * own : left;
  }
  return sum;
}

/* heads of all regions (GP_NONE), or A of one */
static double
known_experts (const PropertyModel *m, guint32 region, guint y)
{
  double sum = 0, left = pow (1 - property_param (m, GP_PARAM_EXPERT_ATTRITION, NULL, 0), y);
  for (guint i = 0; i < m->project->n_expert_coaches; i++) {
    const GpExpertCoach *coach = &m->project->expert_coaches[i];
    int year = m->project->plan_from + (int)y;
    if ((coach->from_year != GP_YEAR_NONE && year < coach->from_year) ||
        (coach->to_year != GP_YEAR_NONE && year > coach->to_year))
      continue;
    if (region == GP_NONE)
      sum += left;
    else if (coach->region == region)
      sum += left * gp_decimal_to_double (coach->days_per_year);
  }
  return sum;
}

/* M_b */
static double
max_coaches (const PropertyModel *m, guint32 b)
{
  GpDecimal each;
  double most = m->project->boards[b].max_verandercoaches;
  gp_param_lookup (m->project, m->scenario, GP_PARAM_VERANDERCOACHES_PER_SCHOOL, NULL,
                   m->project->plan_from, &each, NULL);
  if (most < 0) {
    gint64 ten = 1, n = board_schools (m, b, FALSE);
    for (guint i = 0; i < each.scale; i++)
      ten *= 10;
    most = (double)((each.units * n + ten - 1) / ten);
  }
  return fmax (most, known_coaches (m, b, 0, FALSE));
}

/* ---- columns ---------------------------------------------------------------------- */

int
property_at (const PropertyModel *m, int first, guint thing, guint y)
{
  return first + (int)(thing * m->n_years + y);
}

int
property_start (const PropertyModel *m, guint cell, guint programme, guint y)
{
  return property_at (m, m->x, cell * 2 + programme, y);
}

int
property_lend (const PropertyModel *m, guint from, guint to, guint y)
{
  return property_at (m, m->lend, from * m->project->n_regions + to, y);
}

int
property_coach (const PropertyModel *m, guint board, guint region, guint y)
{
  return property_at (m, m->v, board * m->project->n_regions + region, y);
}

static void
lay_out (PropertyModel *m)
{
  const GpProject *p = m->project;
  int years = (int)m->n_years, boards = (int)p->n_boards * years, next = 1;
  int regions = (int)p->n_regions * years;
  m->x = next, next += (int)m->cells->len * 2 * years;
  m->z = next, next += boards;
  m->n = next, next += boards;
  m->stock = next, next += boards;
  m->v = next, next += boards * (int)p->n_regions;
  m->h = next, next += regions;
  m->hired = next, next += regions;
  m->lend = next, next += regions * (int)p->n_regions;
  m->overload = next, next += regions;
  m->delay = next, next += 2 * years;
  m->n_cols = next - 1;
}

static void
shut (PropertyModel *m, int col)
{
  glp_set_col_bnds (m->lp, col, GLP_FX, 0, 0);
}

static void
add_columns (PropertyModel *m)
{
  const GpProject *p = m->project;
  glp_add_cols (m->lp, m->n_cols);
  for (int c = 1; c <= m->n_cols; c++)
    glp_set_col_bnds (m->lp, c, GLP_LO, 0, 0);
  for (guint y = 0; y < m->n_years; y++) {
    for (guint c = 0; c < m->cells->len; c++)
      if (!p->sectors[g_array_index (m->cells, PropertyCell, c).sector].groeikracht)
        shut (m, property_start (m, c, GP_PROGRAMME_GROEIKRACHT, y));
    for (guint32 b = 0; b < p->n_boards; b++) {
      glp_set_col_bnds (m->lp, property_at (m, m->z, b, y), GLP_DB, 0, 1);
      if (is_partner (m, b) || !can_partner (m, b))
        shut (m, property_at (m, m->z, b, y));
      for (guint32 r = 0; r < p->n_regions && !can_partner (m, b); r++)
        shut (m, property_coach (m, b, r, y));
      if (!can_partner (m, b)) {
        shut (m, property_at (m, m->n, b, y));
        shut (m, property_at (m, m->stock, b, y));
      }
    }
    for (guint32 r = 0; r < p->n_regions; r++)
      shut (m, property_lend (m, r, r, y));
  }
}

/* ---- rows ------------------------------------------------------------------------- */

void
property_put (PropertyModel *m, int col, double value)
{
  m->row[col] += value;
}

/* Every start of the year that matches (GP_NONE: any). */
static void
put_starts (PropertyModel *m, guint y, guint32 board, guint32 sector, guint programme, int high,
            double value)
{
  for (guint c = 0; c < m->cells->len; c++) {
    const PropertyCell *cell = &g_array_index (m->cells, PropertyCell, c);
    for (guint p = 0; p < 2; p++)
      if ((board == GP_NONE || cell->board == board) &&
          (sector == GP_NONE || cell->sector == sector) &&
          (programme == GP_NONE || programme == p) && (high < 0 || cell->high == high))
        property_put (m, property_start (m, c, p, y), value);
  }
}

/* D without carry, of a board (GP_NONE: all) in a region. */
void
property_put_demand (PropertyModel *m, guint32 board, guint32 region, guint y, double value)
{
  for (guint c = 0; c < m->cells->len; c++) {
    const PropertyCell *cell = &g_array_index (m->cells, PropertyCell, c);
    if ((board != GP_NONE && cell->board != board) || cell->region != region)
      continue;
    for (guint k = 0; k <= y && k < MAX_K; k++)
      for (guint p = 0; p < 2; p++)
        property_put (m, property_start (m, c, p, y - k), value * support (m, cell->sector, k));
  }
}

void
property_end_row (PropertyModel *m, int type, double bound)
{
  g_autofree int *cols = g_new (int, m->n_cols + 1);
  g_autofree double *values = g_new (double, m->n_cols + 1);
  int n = 0, row = glp_add_rows (m->lp, 1);
  for (int c = 1; c <= m->n_cols; c++)
    if (m->row[c] != 0) {
      cols[++n] = c;
      values[n] = m->row[c];
    }
  glp_set_mat_row (m->lp, row, n, cols, values);
  glp_set_row_bnds (m->lp, row, type, bound, bound);
  memset (m->row, 0, sizeof (double) * (gsize)(m->n_cols + 1));
}

static void
add_start_rules (PropertyModel *m)
{
  for (guint c = 0; c < m->cells->len; c++) { /* 1 and 14 */
    const PropertyCell *cell = &g_array_index (m->cells, PropertyCell, c);
    for (guint y = 0; y < m->n_years; y++)
      property_put (m, property_start (m, c, 0, y), 1),
          property_put (m, property_start (m, c, 1, y), 1);
    property_end_row (m, GLP_UP, cell->n);
    if (property_param (m, GP_PARAM_REQUIRE_READY, NULL, 0) != 1)
      continue;
    property_put (m, property_start (m, c, 0, 0), 1),
        property_put (m, property_start (m, c, 1, 0), 1);
    property_end_row (m, GLP_UP, cell->ready);
  }
  for (guint p = 0; p < 2; p++) { /* 2, as running sums */
    double target = 0;
    for (guint y = 0; y < m->n_years; y++) {
      target += property_param (m, GP_PARAM_COHORT_TARGET, gp_programme_name ((GpProgramme)p), y);
      for (guint until = 0; until <= y; until++)
        put_starts (m, until, GP_NONE, GP_NONE, p, -1, 1);
      property_put (m, property_at (m, m->delay, p, y), 1);
      property_end_row (m, GLP_FX, target);
    }
  }
}

static void
add_share_rules (PropertyModel *m)
{
  for (guint y = 0; y < m->n_years; y++) {
    double equity = property_param (m, GP_PARAM_EQUITY_MIN_SHARE, NULL, y);
    put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, -1, 1); /* 3 */
    property_end_row (m, GLP_UP, property_param (m, GP_PARAM_INTEREST_CAP, NULL, y));
    if (equity > 0) { /* 4 */
      put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, 1, 1);
      put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, -1, -equity);
      property_end_row (m, GLP_LO, 0);
    }
    for (guint32 s = 0; s < m->project->n_sectors; s++) { /* 5 */
      double share = property_param (m, GP_PARAM_SECTOR_MIN_SHARE, m->project->sectors[s].code, y);
      if (share <= 0)
        continue;
      put_starts (m, y, GP_NONE, s, GP_NONE, -1, 1);
      put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, -1, -share);
      property_end_row (m, GLP_LO, 0);
    }
  }
}

/* 6, 7 */
static void
add_coach_day_rules (PropertyModel *m, guint32 b, guint y)
{
  double share = property_param (m, GP_PARAM_HANDOVER_SHARE, NULL, y);
  double first = property_param (m, GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS, NULL, y);
  double full = property_param (m, GP_PARAM_VERANDERCOACH_DAYS, NULL, y);
  for (guint32 r = 0; r < m->project->n_regions; r++) {
    property_put (m, property_coach (m, b, r, y), 1);
    property_put_demand (m, b, r, y, -share);
    property_end_row (m, GLP_UP, share * carry (m, b, r, y));
  }
  for (guint32 r = 0; r < m->project->n_regions; r++)
    property_put (m, property_coach (m, b, r, y), 1);
  property_put (m, property_at (m, m->stock, b, y), -full);
  property_put (m, property_at (m, m->n, b, y), full - first);
  property_end_row (m, GLP_UP, known_coaches (m, b, y, TRUE));
}

/* 8, 9, 10 */
static void
add_stock_rules (PropertyModel *m, guint32 b, guint y)
{
  double each = property_param (m, GP_PARAM_CANDIDATES_PER_SCHOOL, NULL, y);
  double known = known_coaches (m, b, y, FALSE), most = max_coaches (m, b);
  property_put (m, property_at (m, m->stock, b, y), 1);
  property_put (m, property_at (m, m->n, b, y), -1);
  if (y > 0)
    property_put (m, property_at (m, m->stock, b, y - 1),
                  -property_param (m, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0));
  property_end_row (m, GLP_FX, 0);
  property_put (m, property_at (m, m->stock, b, y), 1);
  for (guint before = 0; before < y; before++)
    put_starts (m, before, b, GP_NONE, GP_NONE, -1, -each);
  property_end_row (m, GLP_UP, fmax (0, each * board_schools (m, b, TRUE) - known));
  property_put (m, property_at (m, m->stock, b, y), 1);
  for (guint until = 0; until <= y && !is_partner (m, b); until++)
    property_put (m, property_at (m, m->z, b, until), -most);
  property_end_row (m, GLP_UP, is_partner (m, b) ? fmax (0, most - known) : 0);
}

static void
add_board_rules (PropertyModel *m)
{
  for (guint32 b = 0; b < m->project->n_boards; b++) {
    for (guint y = 0; y < m->n_years && can_partner (m, b); y++) {
      add_coach_day_rules (m, b, y);
      add_stock_rules (m, b, y);
    }
    for (guint y = 0; y < m->n_years; y++)
      property_put (m, property_at (m, m->z, b, y), 1);
    property_end_row (m, GLP_UP, 1);
  }
}

/* 11, 12 */
static void
add_cap_rules (PropertyModel *m)
{
  double stays = 1 - property_param (m, GP_PARAM_EXPERT_ATTRITION, NULL, 0);
  for (guint y = 0; y < m->n_years; y++) {
    for (guint32 b = 0; b < m->project->n_boards; b++)
      property_put (m, property_at (m, m->z, b, y), 1);
    property_end_row (m, GLP_UP, property_param (m, GP_PARAM_PARTNER_CAP, NULL, y));
    for (guint32 b = 0; b < m->project->n_boards; b++)
      property_put (m, property_at (m, m->n, b, y), 1);
    property_end_row (m, GLP_UP, property_param (m, GP_PARAM_TRAINING_CAP, NULL, y));
    for (guint32 r = 0; r < m->project->n_regions; r++)
      property_put (m, property_at (m, m->hired, r, y), 1);
    property_end_row (
        m, GLP_UP,
        fmax (0, property_param (m, GP_PARAM_EXPERT_CAP, NULL, y) - known_experts (m, GP_NONE, y)));
    for (guint32 r = 0; r < m->project->n_regions; r++) {
      property_put (m, property_at (m, m->hired, r, y), 1);
      property_put (m, property_at (m, m->h, r, y), -1);
      if (y > 0)
        property_put (m, property_at (m, m->hired, r, y - 1), -stays);
      property_end_row (m, GLP_FX, 0);
    }
  }
}

/* 13 */
static void
add_expert_rule (PropertyModel *m, guint32 r, guint y)
{
  const GpProject *p = m->project;
  double room = known_experts (m, r, y),
         each = property_param (m, GP_PARAM_VERANDERCOACH_EXPERT_DAYS, NULL, 0);
  property_put_demand (m, GP_NONE, r, y, 1);
  for (guint c = 0; c < m->cells->len && y + 1 < m->n_years; c++) {
    const PropertyCell *cell = &g_array_index (m->cells, PropertyCell, c);
    for (guint q = 0; q < 2 && cell->region == r; q++)
      property_put (
          m, property_start (m, c, q, y + 1),
          property_param (m, GP_PARAM_RECRUITMENT_DAYS, p->sectors[cell->sector].code, y + 1));
  }
  for (guint32 b = 0; b < p->n_boards; b++) {
    room -= carry (m, b, r, y);
    property_put (m, property_coach (m, b, r, y), -1);
    if (p->boards[b].home_region != r)
      continue;
    room -= each * (is_partner (m, b) ? known_coaches (m, b, y, FALSE) : 0);
    property_put (m, property_at (m, m->z, b, y),
                  property_param (m, GP_PARAM_PARTNERSHIP_EXPERT_DAYS, NULL, 0));
    property_put (m, property_at (m, m->n, b, y),
                  property_param (m, GP_PARAM_TRAINING_EXPERT_DAYS, NULL, 0) - each);
    property_put (m, property_at (m, m->stock, b, y), each);
  }
  for (guint32 other = 0; other < p->n_regions; other++) {
    property_put (m, property_lend (m, r, other, y), 1);
    property_put (m, property_lend (m, other, r, y),
                  -property_param (m, GP_PARAM_LENDING_EFFICIENCY, NULL, 0));
  }
  property_put (m, property_at (m, m->hired, r, y),
                -property_param (m, GP_PARAM_EXPERT_DAYS, NULL, 0));
  property_put (m, property_at (m, m->h, r, y),
                property_param (m, GP_PARAM_EXPERT_TRAINING_DAYS, NULL, 0));
  property_put (m, property_at (m, m->overload, r, y), -1);
  property_end_row (m, GLP_UP, room);
}

/* 15 */
static void
put_pin (PropertyModel *m, const GpPin *pin)
{
  guint y = (guint)(pin->year - m->project->plan_from);
  if (pin->kind == GP_PIN_START)
    put_starts (m, y, pin->board, pin->sector, (guint)pin->programme, -1, 1);
  else
    property_put (m, property_at (m, pin->kind == GP_PIN_PARTNER ? m->z : m->n, pin->board, y), 1);
}

static void
add_pin_rules (PropertyModel *m)
{
  for (guint32 i = 0; i < m->project->n_pins; i++) {
    const GpPin *pin = &m->project->pins[i];
    if (!gp_project_pin_applies (m->project, m->scenario, i))
      continue;
    if (pin->min >= 0)
      put_pin (m, pin), property_end_row (m, GLP_LO, pin->min);
    if (pin->max >= 0)
      put_pin (m, pin), property_end_row (m, GLP_UP, pin->max);
  }
}

void
property_model_init (PropertyModel *m, const GpProject *project, guint32 scenario,
                     const GpPlan *published)
{
  *m = (PropertyModel){.project = project, .scenario = scenario, .published = published};
  m->n_years = (guint)(project->last_year - project->plan_from + 1);
  m->cells = g_array_new (FALSE, FALSE, sizeof (PropertyCell));
  for (guint i = 0; i < project->n_schools; i++)
    if (project->schools[i].started == GP_YEAR_NONE && !project->schools[i].excluded)
      count_school (m, &project->schools[i]);
  lay_out (m);
  property_read_published (m);
  m->row = g_new0 (double, m->n_cols + 1);
  m->lp = glp_create_prob ();
  add_columns (m);
  add_start_rules (m);
  add_share_rules (m);
  add_board_rules (m);
  add_cap_rules (m);
  for (guint32 r = 0; r < project->n_regions; r++)
    for (guint y = 0; y < m->n_years; y++)
      add_expert_rule (m, r, y);
  add_pin_rules (m);
  property_add_distances (m);
}

/* GLPK's environment is not freed here: the planner may have programs of its own in it. */
void
property_model_clear (PropertyModel *m)
{
  g_array_unref (m->cells);
  g_free (m->row);
  g_free (m->before);
  g_free (m->away);
  glp_delete_prob (m->lp);
}
