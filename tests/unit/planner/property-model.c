/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning model once more; see the header. Rows are written densely, one at a time, so that a
 * rule may add to the same column twice. */
#include "property-model.h"

#include <groeiplan/gp-parameter.h>

#include <glpk.h>
#include <math.h>
#include <string.h>

#define MAX_K 10

typedef struct {
  guint32 board, sector, region;
  gboolean high;
  int n, ready, counted;
  double pupils; /* sum over those that are known */
} Cell;

typedef struct {
  const GpProject *project;
  guint32 scenario;
  guint n_years;
  GArray *cells; /* of Cell */
  /* first columns; each kind is laid out by (thing, year) */
  int x, z, n, stock, v, h, hired, lend, overload, delay, n_cols;
  glp_prob *lp;
  double *row; /* under construction, by column */
} Model;

static double
param (const Model *m, GpParam which, const char *scope, guint y)
{
  return gp_param_value (m->project, m->scenario, which, scope,
                         (GpYear)(m->project->plan_from + (GpYear)y));
}

/* Days of the k-th support year (from 0); none beyond the sector's. */
static double
support (const Model *m, guint32 sector, guint k)
{
  const GpSector *s = &m->project->sectors[sector];
  g_autofree char *scope = g_strdup_printf ("%s:%u", s->code, k + 1);
  return k < s->support_years ? param (m, GP_PARAM_SUPPORT_DAYS, scope, 0) : 0;
}

/* ---- sets and data ---------------------------------------------------------------- */

static void
count_school (Model *m, const GpSchool *school)
{
  Cell *cell = NULL;
  for (guint i = 0; i < m->cells->len && cell == NULL; i++) {
    Cell *c = &g_array_index (m->cells, Cell, i);
    if (c->board == school->board && c->sector == school->sector && c->region == school->region &&
        c->high == school->high_need)
      cell = c;
  }
  if (cell == NULL) {
    Cell fresh = {school->board, school->sector, school->region, school->high_need, 0, 0, 0, 0};
    g_array_append_val (m->cells, fresh);
    cell = &g_array_index (m->cells, Cell, m->cells->len - 1);
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
board_schools (const Model *m, guint32 b, gboolean started_only)
{
  guint n = 0;
  for (guint i = 0; i < m->project->n_schools; i++)
    n += m->project->schools[i].board == b &&
         (!started_only || m->project->schools[i].started != GP_YEAR_NONE);
  return n;
}

static gboolean
is_partner (const Model *m, guint32 b)
{
  return m->project->boards[b].partner_since != GP_YEAR_NONE;
}

static gboolean
can_partner (const Model *m, guint32 b)
{
  return is_partner (m, b) ||
         board_schools (m, b, FALSE) >= param (m, GP_PARAM_PARTNER_MIN_SCHOOLS, NULL, 0);
}

static double
carry (const Model *m, guint32 b, guint32 r, guint y)
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
known_coaches (const Model *m, guint32 b, guint y, gboolean days)
{
  double sum = 0, left = pow (param (m, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0), y);
  for (guint i = 0; i < m->project->n_verandercoaches; i++) {
    const GpVerandercoach *coach = &m->project->verandercoaches[i];
    if (coach->board != b ||
        (coach->to_year != GP_YEAR_NONE && m->project->plan_from + (int)y > coach->to_year))
      continue;
    double own = coach->has_days ? gp_decimal_to_double (coach->days_per_year)
                                 : param (m, GP_PARAM_VERANDERCOACH_DAYS, NULL, y);
    sum += days ? left * own : left;
  }
  return sum;
}

/* heads of all regions (GP_NONE), or A of one */
static double
known_experts (const Model *m, guint32 region, guint y)
{
  double sum = 0, left = pow (1 - param (m, GP_PARAM_EXPERT_ATTRITION, NULL, 0), y);
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
max_coaches (const Model *m, guint32 b)
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

static int
at (const Model *m, int first, guint thing, guint y)
{
  return first + (int)(thing * m->n_years + y);
}

static int
start (const Model *m, guint cell, guint programme, guint y)
{
  return at (m, m->x, cell * 2 + programme, y);
}

static int
lend (const Model *m, guint from, guint to, guint y)
{
  return at (m, m->lend, from * m->project->n_regions + to, y);
}

static int
coach (const Model *m, guint board, guint region, guint y)
{
  return at (m, m->v, board * m->project->n_regions + region, y);
}

static void
lay_out (Model *m)
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
shut (Model *m, int col)
{
  glp_set_col_bnds (m->lp, col, GLP_FX, 0, 0);
}

static void
add_columns (Model *m)
{
  const GpProject *p = m->project;
  glp_add_cols (m->lp, m->n_cols);
  for (int c = 1; c <= m->n_cols; c++)
    glp_set_col_bnds (m->lp, c, GLP_LO, 0, 0);
  for (guint y = 0; y < m->n_years; y++) {
    for (guint c = 0; c < m->cells->len; c++)
      if (!p->sectors[g_array_index (m->cells, Cell, c).sector].groeikracht)
        shut (m, start (m, c, GP_PROGRAMME_GROEIKRACHT, y));
    for (guint32 b = 0; b < p->n_boards; b++) {
      glp_set_col_bnds (m->lp, at (m, m->z, b, y), GLP_DB, 0, 1);
      if (is_partner (m, b) || !can_partner (m, b))
        shut (m, at (m, m->z, b, y));
      for (guint32 r = 0; r < p->n_regions && !can_partner (m, b); r++)
        shut (m, coach (m, b, r, y));
      if (!can_partner (m, b)) {
        shut (m, at (m, m->n, b, y));
        shut (m, at (m, m->stock, b, y));
      }
    }
    for (guint32 r = 0; r < p->n_regions; r++)
      shut (m, lend (m, r, r, y));
  }
}

/* ---- rows ------------------------------------------------------------------------- */

static void
put (Model *m, int col, double value)
{
  m->row[col] += value;
}

/* Every start of the year that matches (GP_NONE: any). */
static void
put_starts (Model *m, guint y, guint32 board, guint32 sector, guint programme, int high,
            double value)
{
  for (guint c = 0; c < m->cells->len; c++) {
    const Cell *cell = &g_array_index (m->cells, Cell, c);
    for (guint p = 0; p < 2; p++)
      if ((board == GP_NONE || cell->board == board) &&
          (sector == GP_NONE || cell->sector == sector) &&
          (programme == GP_NONE || programme == p) && (high < 0 || cell->high == high))
        put (m, start (m, c, p, y), value);
  }
}

/* D without carry, of a board (GP_NONE: all) in a region. */
static void
put_demand (Model *m, guint32 board, guint32 region, guint y, double value)
{
  for (guint c = 0; c < m->cells->len; c++) {
    const Cell *cell = &g_array_index (m->cells, Cell, c);
    if ((board != GP_NONE && cell->board != board) || cell->region != region)
      continue;
    for (guint k = 0; k <= y && k < MAX_K; k++)
      for (guint p = 0; p < 2; p++)
        put (m, start (m, c, p, y - k), value * support (m, cell->sector, k));
  }
}

static void
end_row (Model *m, int type, double bound)
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
add_start_rules (Model *m)
{
  for (guint c = 0; c < m->cells->len; c++) { /* 1 and 14 */
    const Cell *cell = &g_array_index (m->cells, Cell, c);
    for (guint y = 0; y < m->n_years; y++)
      put (m, start (m, c, 0, y), 1), put (m, start (m, c, 1, y), 1);
    end_row (m, GLP_UP, cell->n);
    if (param (m, GP_PARAM_REQUIRE_READY, NULL, 0) != 1)
      continue;
    put (m, start (m, c, 0, 0), 1), put (m, start (m, c, 1, 0), 1);
    end_row (m, GLP_UP, cell->ready);
  }
  for (guint p = 0; p < 2; p++) { /* 2, as running sums */
    double target = 0;
    for (guint y = 0; y < m->n_years; y++) {
      target += param (m, GP_PARAM_COHORT_TARGET, gp_programme_name ((GpProgramme)p), y);
      for (guint until = 0; until <= y; until++)
        put_starts (m, until, GP_NONE, GP_NONE, p, -1, 1);
      put (m, at (m, m->delay, p, y), 1);
      end_row (m, GLP_FX, target);
    }
  }
}

static void
add_share_rules (Model *m)
{
  for (guint y = 0; y < m->n_years; y++) {
    double equity = param (m, GP_PARAM_EQUITY_MIN_SHARE, NULL, y);
    put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, -1, 1); /* 3 */
    end_row (m, GLP_UP, param (m, GP_PARAM_INTEREST_CAP, NULL, y));
    if (equity > 0) { /* 4 */
      put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, 1, 1);
      put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, -1, -equity);
      end_row (m, GLP_LO, 0);
    }
    for (guint32 s = 0; s < m->project->n_sectors; s++) { /* 5 */
      double share = param (m, GP_PARAM_SECTOR_MIN_SHARE, m->project->sectors[s].code, y);
      if (share <= 0)
        continue;
      put_starts (m, y, GP_NONE, s, GP_NONE, -1, 1);
      put_starts (m, y, GP_NONE, GP_NONE, GP_NONE, -1, -share);
      end_row (m, GLP_LO, 0);
    }
  }
}

/* 6, 7 */
static void
add_coach_day_rules (Model *m, guint32 b, guint y)
{
  double share = param (m, GP_PARAM_HANDOVER_SHARE, NULL, y);
  double first = param (m, GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS, NULL, y);
  double full = param (m, GP_PARAM_VERANDERCOACH_DAYS, NULL, y);
  for (guint32 r = 0; r < m->project->n_regions; r++) {
    put (m, coach (m, b, r, y), 1);
    put_demand (m, b, r, y, -share);
    end_row (m, GLP_UP, share * carry (m, b, r, y));
  }
  for (guint32 r = 0; r < m->project->n_regions; r++)
    put (m, coach (m, b, r, y), 1);
  put (m, at (m, m->stock, b, y), -full);
  put (m, at (m, m->n, b, y), full - first);
  end_row (m, GLP_UP, known_coaches (m, b, y, TRUE));
}

/* 8, 9, 10 */
static void
add_stock_rules (Model *m, guint32 b, guint y)
{
  double each = param (m, GP_PARAM_CANDIDATES_PER_SCHOOL, NULL, y);
  double known = known_coaches (m, b, y, FALSE), most = max_coaches (m, b);
  put (m, at (m, m->stock, b, y), 1);
  put (m, at (m, m->n, b, y), -1);
  if (y > 0)
    put (m, at (m, m->stock, b, y - 1), -param (m, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0));
  end_row (m, GLP_FX, 0);
  put (m, at (m, m->stock, b, y), 1);
  for (guint before = 0; before < y; before++)
    put_starts (m, before, b, GP_NONE, GP_NONE, -1, -each);
  end_row (m, GLP_UP, fmax (0, each * board_schools (m, b, TRUE) - known));
  put (m, at (m, m->stock, b, y), 1);
  for (guint until = 0; until <= y && !is_partner (m, b); until++)
    put (m, at (m, m->z, b, until), -most);
  end_row (m, GLP_UP, is_partner (m, b) ? fmax (0, most - known) : 0);
}

static void
add_board_rules (Model *m)
{
  for (guint32 b = 0; b < m->project->n_boards; b++) {
    for (guint y = 0; y < m->n_years && can_partner (m, b); y++) {
      add_coach_day_rules (m, b, y);
      add_stock_rules (m, b, y);
    }
    for (guint y = 0; y < m->n_years; y++)
      put (m, at (m, m->z, b, y), 1);
    end_row (m, GLP_UP, 1);
  }
}

/* 11, 12 */
static void
add_cap_rules (Model *m)
{
  double stays = 1 - param (m, GP_PARAM_EXPERT_ATTRITION, NULL, 0);
  for (guint y = 0; y < m->n_years; y++) {
    for (guint32 b = 0; b < m->project->n_boards; b++)
      put (m, at (m, m->z, b, y), 1);
    end_row (m, GLP_UP, param (m, GP_PARAM_PARTNER_CAP, NULL, y));
    for (guint32 b = 0; b < m->project->n_boards; b++)
      put (m, at (m, m->n, b, y), 1);
    end_row (m, GLP_UP, param (m, GP_PARAM_TRAINING_CAP, NULL, y));
    for (guint32 r = 0; r < m->project->n_regions; r++)
      put (m, at (m, m->hired, r, y), 1);
    end_row (m, GLP_UP,
             fmax (0, param (m, GP_PARAM_EXPERT_CAP, NULL, y) - known_experts (m, GP_NONE, y)));
    for (guint32 r = 0; r < m->project->n_regions; r++) {
      put (m, at (m, m->hired, r, y), 1);
      put (m, at (m, m->h, r, y), -1);
      if (y > 0)
        put (m, at (m, m->hired, r, y - 1), -stays);
      end_row (m, GLP_FX, 0);
    }
  }
}

/* 13 */
static void
add_expert_rule (Model *m, guint32 r, guint y)
{
  const GpProject *p = m->project;
  double room = known_experts (m, r, y),
         each = param (m, GP_PARAM_VERANDERCOACH_EXPERT_DAYS, NULL, 0);
  put_demand (m, GP_NONE, r, y, 1);
  for (guint c = 0; c < m->cells->len && y + 1 < m->n_years; c++) {
    const Cell *cell = &g_array_index (m->cells, Cell, c);
    for (guint q = 0; q < 2 && cell->region == r; q++)
      put (m, start (m, c, q, y + 1),
           param (m, GP_PARAM_RECRUITMENT_DAYS, p->sectors[cell->sector].code, y + 1));
  }
  for (guint32 b = 0; b < p->n_boards; b++) {
    room -= carry (m, b, r, y);
    put (m, coach (m, b, r, y), -1);
    if (p->boards[b].home_region != r)
      continue;
    room -= each * (is_partner (m, b) ? known_coaches (m, b, y, FALSE) : 0);
    put (m, at (m, m->z, b, y), param (m, GP_PARAM_PARTNERSHIP_EXPERT_DAYS, NULL, 0));
    put (m, at (m, m->n, b, y), param (m, GP_PARAM_TRAINING_EXPERT_DAYS, NULL, 0) - each);
    put (m, at (m, m->stock, b, y), each);
  }
  for (guint32 other = 0; other < p->n_regions; other++) {
    put (m, lend (m, r, other, y), 1);
    put (m, lend (m, other, r, y), -param (m, GP_PARAM_LENDING_EFFICIENCY, NULL, 0));
  }
  put (m, at (m, m->hired, r, y), -param (m, GP_PARAM_EXPERT_DAYS, NULL, 0));
  put (m, at (m, m->h, r, y), param (m, GP_PARAM_EXPERT_TRAINING_DAYS, NULL, 0));
  put (m, at (m, m->overload, r, y), -1);
  end_row (m, GLP_UP, room);
}

/* 15 */
static void
put_pin (Model *m, const GpPin *pin)
{
  guint y = (guint)(pin->year - m->project->plan_from);
  if (pin->kind == GP_PIN_START)
    put_starts (m, y, pin->board, pin->sector, (guint)pin->programme, -1, 1);
  else
    put (m, at (m, pin->kind == GP_PIN_PARTNER ? m->z : m->n, pin->board, y), 1);
}

static void
add_pin_rules (Model *m)
{
  for (guint32 i = 0; i < m->project->n_pins; i++) {
    const GpPin *pin = &m->project->pins[i];
    if (!gp_project_pin_applies (m->project, m->scenario, i))
      continue;
    if (pin->min >= 0)
      put_pin (m, pin), end_row (m, GLP_LO, pin->min);
    if (pin->max >= 0)
      put_pin (m, pin), end_row (m, GLP_UP, pin->max);
  }
}

static void
model_init (Model *m, const GpProject *project, guint32 scenario)
{
  *m = (Model){.project = project, .scenario = scenario};
  m->n_years = (guint)(project->last_year - project->plan_from + 1);
  m->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  for (guint i = 0; i < project->n_schools; i++)
    if (project->schools[i].started == GP_YEAR_NONE && !project->schools[i].excluded)
      count_school (m, &project->schools[i]);
  lay_out (m);
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
}

/* GLPK's environment is not freed here: the planner may have programs of its own in it. */
static void
model_clear (Model *m)
{
  g_array_unref (m->cells);
  g_free (m->row);
  glp_delete_prob (m->lp);
}

/* ---- priorities ------------------------------------------------------------------- */

static void
put_reach (Model *m)
{
  for (guint c = 0; c < m->cells->len; c++) {
    const Cell *cell = &g_array_index (m->cells, Cell, c);
    double weight = param (m, GP_PARAM_NEED_WEIGHT, cell->high ? "high" : "other", 0);
    double pupils = cell->counted > 0 ? cell->pupils / cell->counted : 0;
    for (guint y = 0; y < m->n_years; y++)
      for (guint p = 0; p < 2; p++)
        put (m, start (m, c, p, y), -pupils * weight * (m->n_years - y));
  }
}

static void
put_cost (Model *m)
{
  double expert = param (m, GP_PARAM_COST_EXPERT_DAY, NULL, 0);
  double own = param (m, GP_PARAM_COST_VERANDERCOACH_DAY, NULL, 0);
  for (guint y = 0; y < m->n_years; y++) {
    for (guint32 r = 0; r < m->project->n_regions; r++) {
      put_demand (m, GP_NONE, r, y, expert);
      for (guint32 b = 0; b < m->project->n_boards; b++)
        put (m, coach (m, b, r, y), own - expert);
      for (guint32 to = 0; to < m->project->n_regions; to++)
        put (m, lend (m, r, to, y), param (m, GP_PARAM_COST_LENT_DAY, NULL, 0));
      put (m, at (m, m->h, r, y), param (m, GP_PARAM_COST_HIRE, NULL, 0));
      put (m, at (m, m->overload, r, y), param (m, GP_PARAM_COST_OVERLOAD_DAY, NULL, 0));
    }
    for (guint32 b = 0; b < m->project->n_boards; b++) {
      put (m, at (m, m->n, b, y), param (m, GP_PARAM_COST_TRAINING, NULL, 0));
      put (m, at (m, m->z, b, y), param (m, GP_PARAM_COST_PARTNERSHIP, NULL, 0));
    }
  }
}

static void
put_objective (Model *m, GpPriorityId priority)
{
  guint p = priority == GP_PRIORITY_GROEIKRACHT_DELAY ? 0 : 1;
  for (guint y = 0; y < m->n_years; y++) {
    if (priority == GP_PRIORITY_GROEIKRACHT_DELAY || priority == GP_PRIORITY_REGULAR_DELAY)
      put (m, at (m, m->delay, p, y), 1);
    for (guint32 r = 0; r < m->project->n_regions && priority == GP_PRIORITY_OVERLOAD; r++)
      put (m, at (m, m->overload, r, y), 1);
  }
  if (priority == GP_PRIORITY_REACH)
    put_reach (m);
  if (priority == GP_PRIORITY_COST)
    put_cost (m);
}

static PropertyAnswer
simplex (glp_prob *lp)
{
  glp_smcp how;
  glp_init_smcp (&how);
  how.msg_lev = GLP_MSG_OFF;
  how.tm_lim = 60000;
  if (glp_simplex (lp, &how) != 0)
    return PROPERTY_UNKNOWN;
  if (glp_get_status (lp) == GLP_NOFEAS)
    return PROPERTY_INFEASIBLE;
  return glp_get_status (lp) == GLP_OPT ? PROPERTY_SOLVED : PROPERTY_UNKNOWN;
}

/* Minimises, then holds the value in a row of its own. */
static PropertyAnswer
solve_and_hold (Model *m, GpPriorityId priority, double *value)
{
  PropertyAnswer answer;
  put_objective (m, priority);
  for (int c = 1; c <= m->n_cols; c++)
    glp_set_obj_coef (m->lp, c, m->row[c]);
  answer = simplex (m->lp);
  *value = glp_get_obj_val (m->lp);
  end_row (m, GLP_UP, *value);
  if (priority == GP_PRIORITY_REACH)
    *value = -*value;
  return answer;
}

PropertyAnswer
property_model_solve (const GpProject *project, guint32 scenario, double values[GP_N_PRIORITIES])
{
  Model m;
  GpPriorityId order[GP_N_PRIORITIES];
  guint n = gp_project_priorities (project, scenario, order);
  PropertyAnswer answer = PROPERTY_SOLVED;
  model_init (&m, project, scenario);
  glp_term_out (GLP_OFF);
  glp_scale_prob (m.lp, GLP_SF_AUTO);
  for (guint i = 0; i < n && answer == PROPERTY_SOLVED; i++)
    answer = solve_and_hold (&m, order[i], &values[i]);
  model_clear (&m);
  return answer;
}

/* ---- whole ------------------------------------------------------------------------ */

static void
make_whole (Model *m)
{
  int kinds[][2] = {{m->x, m->stock}, {m->h, m->hired}}; /* x, z and n stand together */
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (int c = kinds[k][0]; c < kinds[k][1]; c++)
      glp_set_col_kind (m->lp, c, GLP_IV);
}

PropertyAnswer
property_model_whole (const GpProject *project, guint32 scenario)
{
  Model m;
  glp_iocp how;
  PropertyAnswer answer;
  model_init (&m, project, scenario);
  glp_term_out (GLP_OFF);
  make_whole (&m);
  answer = simplex (m.lp);
  if (answer == PROPERTY_SOLVED) {
    glp_init_iocp (&how);
    how.msg_lev = GLP_MSG_OFF;
    how.tm_lim = 10000;
    int failed = glp_intopt (m.lp, &how), status = glp_mip_status (m.lp);
    answer = status == GLP_OPT || status == GLP_FEAS ? PROPERTY_SOLVED
             : failed == 0 && status == GLP_NOFEAS   ? PROPERTY_INFEASIBLE
                                                     : PROPERTY_UNKNOWN;
  }
  model_clear (&m);
  return answer;
}
