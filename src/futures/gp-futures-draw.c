/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which values are drawn, and what they become.
 *
 * Once, everything that depends on the scenario alone: a cell for each parameter, scope and year
 * that something uncertain touches, with the spread that counts there (the most specific one, as
 * with values) and the gos. For a future: a number an assumption, and from those a value a cell.
 *
 * Values are rounded to six decimals, so that they are decimals like those that people type, and
 * kept within their parameter's bounds. */
#include "gp-futures-draw.h"
#include "gp-futures-random.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DECIMALS 6
#define NO_ASSUMPTION G_MAXUINT

typedef struct {
  GpParam param;
  const char *scope;
  GpYear year;
  double base;      /* what the scenario says */
  guint assumption; /* NO_ASSUMPTION: the scenario's value, but for the gos */
  gboolean is_factor;
  double low, mode, high;
} Cell;

struct _GpDraw {
  GpProject *project;
  guint32 scenario;
  GArray *assumptions; /* of GpAssumption */
  GArray *cells;       /* of Cell */
  GStringChunk *scopes;
};

/* ---- assumptions --------------------------------------------------------------------- */

static guint64
assumption_key (const GpAssumption *assumption)
{
  char year[GP_YEAR_BYTES];
  g_autofree char *name =
      g_strdup_printf ("%s|%s|%s|%s", gp_param_info (assumption->param)->name, assumption->scope,
                       assumption->is_go ? "go" : "value", gp_year_format (assumption->year, year));

  return gp_futures_key (name);
}

/* The spread's assumption, which is added when it is not there yet. */
static guint
assumption_of (GpDraw *draw, const GpSpread *spread)
{
  gboolean is_go = spread->kind == GP_SPREAD_GO;
  GpAssumption made = {.param = spread->param,
                       .scope = spread->scope,
                       .is_go = is_go,
                       .year = is_go ? spread->year : GP_YEAR_NONE,
                       .probability = is_go ? gp_decimal_to_double (spread->mode) : 0};

  for (guint i = 0; i < draw->assumptions->len; i++) {
    const GpAssumption *one = &g_array_index (draw->assumptions, GpAssumption, i);

    if (one->param == made.param && one->is_go == made.is_go && one->year == made.year &&
        strcmp (one->scope, made.scope) == 0)
      return i;
  }
  made.key = assumption_key (&made);
  g_array_append_val (draw->assumptions, made);
  return draw->assumptions->len - 1;
}

/* ---- cells --------------------------------------------------------------------------- */

static void
add_support_scopes (GpDraw *draw, GPtrArray *scopes)
{
  char text[GP_CODE_MAX + 16];

  for (guint s = 0; s < draw->project->n_sectors; s++) {
    const GpSector *sector = &draw->project->sectors[s];

    for (guint k = 1; k <= sector->support_years; k++) {
      g_snprintf (text, sizeof text, "%s:%u", sector->code, k);
      g_ptr_array_add (scopes, g_string_chunk_insert_const (draw->scopes, text));
    }
  }
}

/* Every scope that the parameter's values can have. */
static GPtrArray *
scopes_of (GpDraw *draw, GpParam param)
{
  GPtrArray *scopes = g_ptr_array_new ();

  switch (gp_param_info (param)->scope) {
  case GP_SCOPE_SECTOR:
    for (guint s = 0; s < draw->project->n_sectors; s++)
      g_ptr_array_add (scopes, (gpointer)draw->project->sectors[s].code);
    break;
  case GP_SCOPE_SECTOR_SUPPORT:
    add_support_scopes (draw, scopes);
    break;
  case GP_SCOPE_PROGRAMME:
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      g_ptr_array_add (scopes, (gpointer)gp_programme_name ((GpProgramme)p));
    break;
  case GP_SCOPE_NEED:
    for (guint need = 0; need < GP_N_NEEDS; need++)
      g_ptr_array_add (scopes, (gpointer)gp_need_name ((GpNeed)need));
    break;
  case GP_SCOPE_NONE:
  default:
    g_ptr_array_add (scopes, (gpointer) "");
    break;
  }
  return scopes;
}

/* How well a spread fits a cell: 0 not at all, else more for a scope and less for a year. */
static guint
fit (const GpSpread *spread, const Cell *cell)
{
  gboolean scope = *spread->scope != '\0', year = spread->year != GP_YEAR_NONE;

  if (spread->param != cell->param || spread->kind == GP_SPREAD_GO)
    return 0;
  if ((scope && strcmp (spread->scope, cell->scope) != 0) || (year && spread->year != cell->year))
    return 0;
  return 1u + (scope ? 2u : 0) + (year ? 1u : 0);
}

static gboolean
go_touches (const GpAssumption *go, const Cell *cell)
{
  return go->is_go && go->param == cell->param && cell->year >= go->year &&
         (*go->scope == '\0' || strcmp (go->scope, cell->scope) == 0);
}

static gboolean
any_go_touches (const GpDraw *draw, const Cell *cell)
{
  for (guint i = 0; i < draw->assumptions->len; i++)
    if (go_touches (&g_array_index (draw->assumptions, GpAssumption, i), cell))
      return TRUE;
  return FALSE;
}

/* Adds the cell when something uncertain touches it and there is a value to begin with. */
static void
add_cell (GpDraw *draw, const GArray *spreads, Cell cell)
{
  const GpSpread *best = NULL;
  GpDecimal base;

  cell.assumption = NO_ASSUMPTION;
  for (guint i = 0; i < spreads->len; i++) {
    const GpSpread *spread = &g_array_index (spreads, GpSpread, i);

    if (fit (spread, &cell) > 0 && (best == NULL || fit (spread, &cell) > fit (best, &cell)))
      best = spread;
  }
  if (best != NULL) {
    cell.assumption = assumption_of (draw, best);
    cell.is_factor = best->kind == GP_SPREAD_FACTOR;
    cell.low = gp_decimal_to_double (best->low);
    cell.mode = gp_decimal_to_double (best->mode);
    cell.high = gp_decimal_to_double (best->high);
  } else if (!any_go_touches (draw, &cell))
    return;
  if (gp_param_lookup (draw->project, draw->scenario, cell.param, cell.scope, cell.year, &base,
                       NULL))
    cell.base = gp_decimal_to_double (base);
  else if (best == NULL || cell.is_factor)
    return; /* the planner says what is missing */
  g_array_append_val (draw->cells, cell);
}

static void
add_cells (GpDraw *draw, const GArray *spreads, GpParam param)
{
  g_autoptr (GPtrArray) scopes = scopes_of (draw, param);
  gboolean by_year = gp_param_info (param)->by_year;
  GpYear first = by_year ? draw->project->plan_from : GP_YEAR_NONE;
  GpYear last = by_year ? draw->project->last_year : GP_YEAR_NONE;

  for (guint i = 0; i < scopes->len; i++)
    for (int year = first; year <= last; year++)
      add_cell (draw, spreads,
                (Cell){.param = param, .scope = scopes->pdata[i], .year = (GpYear)year});
}

/* Spreads come by parameter, so each parameter's cells are made once. */
static void
fill (GpDraw *draw, const GArray *spreads)
{
  for (guint i = 0; i < spreads->len; i++)
    assumption_of (draw, &g_array_index (spreads, GpSpread, i));
  for (guint i = 0; i < spreads->len; i++) {
    GpParam param = g_array_index (spreads, GpSpread, i).param;

    if (i == 0 || g_array_index (spreads, GpSpread, i - 1).param != param)
      add_cells (draw, spreads, param);
  }
}

GpDraw *
gp_draw_new (const GpProject *project, guint32 scenario, GError **error)
{
  g_autoptr (GArray) spreads = gp_project_spreads (project, scenario, error);
  GpDraw *draw;

  if (spreads == NULL)
    return NULL;
  if (spreads->len == 0) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Nothing is uncertain in scenario %s: add rows such as "
                    "uncertain:handover_share with scope low, mode and high to its parameters."),
                 project->scenarios[scenario].code);
    return NULL;
  }
  draw = g_new0 (GpDraw, 1);
  draw->project = gp_project_ref ((GpProject *)project);
  draw->scenario = scenario;
  draw->assumptions = g_array_new (FALSE, FALSE, sizeof (GpAssumption));
  draw->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  draw->scopes = g_string_chunk_new (256);
  fill (draw, spreads);
  return draw;
}

void
gp_draw_free (GpDraw *draw)
{
  if (draw == NULL)
    return;
  gp_project_unref (draw->project);
  g_array_unref (draw->assumptions);
  g_array_unref (draw->cells);
  g_string_chunk_free (draw->scopes);
  g_free (draw);
}

guint
gp_draw_n_assumptions (const GpDraw *draw)
{
  return draw->assumptions->len;
}

const GpAssumption *
gp_draw_assumption (const GpDraw *draw, guint i)
{
  g_return_val_if_fail (i < draw->assumptions->len, NULL);
  return &g_array_index (draw->assumptions, GpAssumption, i);
}

/* ---- a future ------------------------------------------------------------------------ */

double
gp_draw_rank_value (const GpDraw *draw, guint i, guint64 seed, guint32 number)
{
  const GpAssumption *assumption = gp_draw_assumption (draw, i);
  g_return_val_if_fail (assumption != NULL, 0);
  double u = gp_futures_uniform (seed, number, assumption->key);

  if (!assumption->is_go)
    return u;
  return u < assumption->probability ? 1 : 0;
}

/* The cell's value, where values has one an assumption; FALSE when it is the scenario's own. */
static gboolean
cell_value (const GpDraw *draw, const Cell *cell, const double *values, double *out)
{
  const GpParamInfo *info = gp_param_info (cell->param);
  gboolean differs = cell->assumption != NO_ASSUMPTION;
  double value = cell->base;

  if (differs) {
    value = gp_futures_triangular (cell->low, cell->mode, cell->high, values[cell->assumption]);
    value *= cell->is_factor ? cell->base : 1;
  }
  for (guint i = 0; i < draw->assumptions->len; i++) {
    const GpAssumption *go = &g_array_index (draw->assumptions, GpAssumption, i);

    if (!go_touches (go, cell) || values[i] > 0.5)
      continue;
    value = 0;
    differs = TRUE;
  }
  *out = CLAMP (value, info->min, info->max);
  return differs;
}

static GpDecimal
to_decimal (double value)
{
  GpDecimal decimal = {llround (value * 1e6), DECIMALS};

  while (decimal.scale > 0 && decimal.units % 10 == 0) {
    decimal.units /= 10;
    decimal.scale--;
  }
  return decimal;
}

GpVariant *
gp_draw_variant (const GpDraw *draw, guint64 seed, guint32 number)
{
  GpVariant *variant = gp_variant_new (draw->project, draw->scenario);
  g_autofree double *values = g_new (double, draw->assumptions->len);

  for (guint i = 0; i < draw->assumptions->len; i++)
    values[i] = gp_draw_rank_value (draw, i, seed, number);
  for (guint i = 0; i < draw->cells->len; i++) {
    const Cell *cell = &g_array_index (draw->cells, Cell, i);
    double value;

    if (cell_value (draw, cell, values, &value)) {
      GpDecimal decimal = to_decimal (value);
      gp_variant_set (variant, cell->param, cell->scope, cell->year, &decimal);
    }
  }
  return variant;
}
