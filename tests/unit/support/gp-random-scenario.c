/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random scenarios for tests; see the header. Everything is drawn from one GRand in a fixed order.
 */
#include "gp-random-scenario.h"
#include "gp-random-project.h"

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-table.h>

typedef struct {
  GRand *rand;
  GpProject *project;
  guint32 scenario;
  GpRandomSizes sizes;
  GHashTable *pinned; /* what has a pin: only one a thing is allowed */
} Maker;

static const GpDecimal shares[] = {{0, 0}, {1, 1}, {25, 2}, {333333, 6},
                                   {5, 1}, {8, 1}, {95, 2}, {1, 0}};
static const GpDecimal days[] = {{0, 0},  {5, 1}, {125, 2}, {75, 1},
                                 {20, 0}, {6, 1}, {60, 0},  {110, 0}};
static const GpDecimal counts[] = {{0, 0}, {1, 0}, {2, 0}, {3, 0}, {35, 1}, {5, 0}, {12, 0}};
static const GpDecimal euros[] = {{0, 0}, {1, 2}, {75, 0}, {5505, 1}, {900, 0}, {12000, 0}};
static const GpDecimal believable[] = {{0, 0}, {1, 3},         {1, 1},  {333333333, 9},
                                       {5, 1}, {1, 0},         {17, 0}, {123456789, 5},
                                       {9, 1}, {1000000000, 0}};
static const GpDecimal absurd[] = {{0, 0},   {1, 9},      {1, 6},         {3, 3},     {1, 1},
                                   {333, 9}, {1, 0},      {123456789, 5}, {99999, 1}, {1000000, 0},
                                   {1, 0},   {999999, 6}, {1000000000, 0}};

static GpDecimal
pick (Maker *maker, const GpDecimal *from, guint n)
{
  return from[g_rand_int_range (maker->rand, 0, (gint32)n)];
}

static GpDecimal
sensible_size (Maker *maker, const GpParamInfo *info)
{
  if (g_str_equal (info->unit, "share") || g_str_equal (info->unit, "flag"))
    return pick (maker, shares, G_N_ELEMENTS (shares));
  if (g_str_equal (info->unit, "coach-days"))
    return pick (maker, days, G_N_ELEMENTS (days));
  if (g_str_equal (info->unit, "EUR"))
    return pick (maker, euros, G_N_ELEMENTS (euros));
  return pick (maker, counts, G_N_ELEMENTS (counts));
}

static GpDecimal
some_size (Maker *maker, const GpParamInfo *info)
{
  switch (maker->sizes) {
  case GP_SIZES_SENSIBLE:
    return sensible_size (maker, info);
  case GP_SIZES_BELIEVABLE:
    return pick (maker, believable, G_N_ELEMENTS (believable));
  default:
    return pick (maker, absurd, G_N_ELEMENTS (absurd));
  }
}

/* One that the parameter may have. */
static GpDecimal
any_size (Maker *maker, const GpParamInfo *info)
{
  for (;;) {
    GpDecimal size = some_size (maker, info);
    double number = gp_decimal_to_double (size);
    gboolean fits = !g_str_equal (info->unit, "flag") || number <= 0 || number >= 1;
    char text[GP_DECIMAL_BYTES];
    gp_decimal_format (size, text);
    if (fits && number >= info->min && number <= info->max && gp_decimal_parse (text, &size))
      return size;
  }
}

/* ---- parameters ---------------------------------------------------------------------- */

static void
set (Maker *maker, const GpParamInfo *info, const char *scope)
{
  GpProject *project = maker->project;
  GpYear year = GP_YEAR_NONE;
  if (info->by_year && g_rand_int_range (maker->rand, 0, 3) == 0)
    year = (GpYear)g_rand_int_range (maker->rand, project->plan_from, project->last_year + 1);
  GpParameterValue row = {maker->scenario,        info->name,   scope, year,
                          any_size (maker, info), "assumption", ""};
  gp_project_add_parameter (project, &row);
}

static void
set_parameters (Maker *maker, int percent)
{
  static const char *const scopes[][6] = {
      [GP_SCOPE_NONE] = {""},
      [GP_SCOPE_SECTOR] = {"po", "vo", "mbo"},
      [GP_SCOPE_SECTOR_SUPPORT] = {"po:1", "vo:1", "vo:2", "mbo:1", "mbo:2"},
      [GP_SCOPE_PROGRAMME] = {"groeikracht", "regular"},
      [GP_SCOPE_NEED] = {"high", "other"}};
  for (guint param = 0; param < GP_N_PARAMS; param++) {
    const GpParamInfo *info = gp_param_info ((GpParam)param);
    const char *const *scope = scopes[info->scope];
    for (guint i = 0; i < 6 && scope[i] != NULL; i++)
      if (g_rand_int_range (maker->rand, 0, 100) < percent)
        set (maker, info, scope[i]);
  }
}

/* ---- priorities and pins --------------------------------------------------------------- */

static void
shuffle_priorities (Maker *maker)
{
  guint32 order[GP_N_PRIORITIES];
  guint n = (guint)g_rand_int_range (maker->rand, 1, GP_N_PRIORITIES + 1);
  for (guint i = 0; i < GP_N_PRIORITIES; i++) {
    guint at = (guint)g_rand_int_range (maker->rand, 0, (gint32)i + 1);
    order[i] = order[at];
    order[at] = i;
  }
  for (guint i = 0; i < n; i++) {
    GpPriority row = {maker->scenario, i + 1, (GpPriorityId)order[i]};
    gp_project_add_priority (maker->project, &row);
  }
}

static void
add_pin (Maker *maker, int greed)
{
  const GpProject *p = maker->project;
  GpPin pin = {.scenario = maker->scenario, .sector = GP_NONE, .reason = ""};
  pin.board = (guint32)g_rand_int_range (maker->rand, 0, (gint32)p->n_boards);
  pin.year = (GpYear)g_rand_int_range (maker->rand, p->plan_from, p->last_year + 1);
  pin.kind = (GpPinKind)g_rand_int_range (maker->rand, 0, 3);
  pin.programme = GP_PROGRAMME_NONE;
  if (pin.kind == GP_PIN_START) {
    pin.sector = (guint32)g_rand_int_range (maker->rand, 0, (gint32)p->n_sectors);
    pin.programme = p->sectors[pin.sector].groeikracht && g_rand_boolean (maker->rand)
                        ? GP_PROGRAMME_GROEIKRACHT
                        : GP_PROGRAMME_REGULAR;
  }
  char *key =
      g_strdup_printf ("%d %u %u %d %d", pin.kind, pin.board, pin.sector, pin.programme, pin.year);
  if (!g_hash_table_add (maker->pinned, key))
    return;
  int most = pin.kind == GP_PIN_PARTNER ? 1 : g_rand_int_range (maker->rand, 0, 4);
  gboolean asks = g_rand_int_range (maker->rand, 0, 100) < greed;
  pin.min = asks ? MAX (1, most / 2) : -1;
  pin.max = !asks || g_rand_boolean (maker->rand) ? MAX (most, pin.min) : -1;
  gp_project_add_pin (maker->project, &pin);
}

/* A mistake of this file. */
static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  g_error ("random scenario %u: %s row %u %s: %s", GPOINTER_TO_UINT (data), gp_table (table)->file,
           row, column, message);
}

GpProject *
gp_random_scenario (const GpProject *project, const GpRandomScenario *how)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (how->seed);
  g_autoptr (GError) error = NULL;
  GpProject *copy = gp_random_rebuild (project, on_problem, GUINT_TO_POINTER (how->seed));
  g_autoptr (GHashTable) pinned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Maker maker = {rand, copy, project->n_scenarios, how->sizes, pinned};
  GpScenario scenario = {"random", "Random", "", how->parent};
  gp_project_add_scenario (copy, &scenario);
  set_parameters (&maker, how->percent);
  if (how->shuffle)
    shuffle_priorities (&maker);
  for (guint i = 0; i < how->n_pins; i++)
    add_pin (&maker, how->greed);
  if (!gp_project_finish (copy, &error))
    g_error ("random scenario %u: %s", how->seed, error->message);
  return copy;
}
