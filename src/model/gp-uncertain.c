/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The uncertain rows of parameters.csv: what their words mean, and which rows of a scenario and its
 * parents count. */
#include "gp-project-private.h"
#include <groeiplan/gp-uncertain.h>

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct {
  const char *word;
  GpSpreadKind kind;
  guint which;
} words[] = {
    {"low", GP_SPREAD_VALUE, 0},
    {"mode", GP_SPREAD_VALUE, 1},
    {"high", GP_SPREAD_VALUE, 2},
    {"factor_low", GP_SPREAD_FACTOR, 0},
    {"factor_mode", GP_SPREAD_FACTOR, 1},
    {"factor_high", GP_SPREAD_FACTOR, 2},
    {"go", GP_SPREAD_GO, 0},
};

gboolean
gp_spread_parse_scope (const char *text, GpSpreadKind *kind, guint *which, const char **scope)
{
  gsize length = strcspn (text, ":");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    if (strlen (words[i].word) != length || strncmp (words[i].word, text, length) != 0)
      continue;
    if (text[length] == ':' && text[length + 1] == '\0')
      return FALSE; /* "low:" would be told apart from "low" */
    *kind = words[i].kind;
    *which = words[i].which;
    *scope = text[length] == ':' ? text + length + 1 : "";
    return TRUE;
  }
  return FALSE;
}

/* ---- rows ------------------------------------------------------------------------- */

/* An uncertain row, taken apart. */
typedef struct {
  GpParam param;
  GpSpreadKind kind;
  guint which;
  const char *scope;
  GpYear year;
  guint32 scenario, row;
  guint distance; /* from the scenario asked for: 0 itself, 1 its parent, ... */
} Part;

static gboolean
take_apart (const GpProject *project, guint32 row, Part *part)
{
  const GpParameterValue *value = &project->parameters[row];
  gboolean uncertain;

  *part = (Part){.year = value->year, .scenario = value->scenario, .row = row};
  return gp_param_parse_row (value->parameter, &part->param, &uncertain) && uncertain &&
         gp_spread_parse_scope (value->scope, &part->kind, &part->which, &part->scope);
}

/* By what they are about: a go is something else than a value or a factor. */
static int
compare_subject (const Part *a, const Part *b)
{
  int order;

  if (a->param != b->param)
    return a->param < b->param ? -1 : 1;
  if ((a->kind == GP_SPREAD_GO) != (b->kind == GP_SPREAD_GO))
    return a->kind == GP_SPREAD_GO ? 1 : -1;
  order = strcmp (a->scope, b->scope);
  if (order != 0)
    return order;
  return a->year < b->year ? -1 : a->year > b->year;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *x = a, *y = b;
  int order = compare_subject (x, y);

  if (order != 0)
    return order;
  if (x->distance != y->distance)
    return x->distance < y->distance ? -1 : 1;
  if (x->scenario != y->scenario)
    return x->scenario < y->scenario ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* ---- the check of a whole project ----------------------------------------------------- */

static void
check_order (GpBuilder *builder, const Part *below, const Part *above)
{
  static const char *const sentences[3][3] = {
      {NULL, N_ ("the lowest value is above the likeliest one (mode)"),
       N_ ("the lowest value is above the highest one")},
      {NULL, NULL, N_ ("the likeliest value (mode) is above the highest one")}};
  const GpParameterValue *rows = builder->public.parameters;

  if (below != NULL && above != NULL &&
      gp_decimal_compare (rows[below->row].value, rows[above->row].value) > 0)
    gp_builder_report (builder, GP_TABLE_PARAMETERS, below->row, "value", "%s",
                       _ (sentences[below->which][above->which]));
}

/* The rows of one scenario about one thing: in order, and all values or all factors. */
static void
check_group (GpBuilder *builder, const Part *parts, guint n)
{
  const Part *found[3] = {NULL};

  for (guint i = 0; i < n; i++) {
    if (parts[i].kind != parts[0].kind) {
      gp_builder_report (builder, GP_TABLE_PARAMETERS, parts[i].row, "scope", "%s",
                         _ ("values (low, mode, high) and factors cannot be mixed"));
      return;
    }
    found[parts[i].which] = &parts[i];
  }
  check_order (builder, found[0], found[1]);
  check_order (builder, found[1], found[2]);
  if (found[1] == NULL)
    check_order (builder, found[0], found[2]);
}

void
gp_builder_check_uncertain (GpBuilder *builder)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  const Part *all;
  Part part;

  for (guint i = 0; builder->uncertain != NULL && i < builder->uncertain->len; i++)
    if (take_apart (&builder->public, g_array_index (builder->uncertain, guint32, i), &part))
      g_array_append_val (parts, part);
  g_array_sort (parts, compare_parts);
  all = (const Part *)(gpointer)parts->data;
  for (guint from = 0, to; from < parts->len; from = to) {
    for (to = from + 1; to < parts->len && all[to].scenario == all[from].scenario &&
                        compare_subject (&all[to], &all[from]) == 0;)
      to++;
    check_group (builder, &all[from], to - from);
  }
}

/* ---- what counts in a scenario --------------------------------------------------------- */

/* How far up the scenario's line the other one stands; G_MAXUINT when it does not. */
static guint
distance_to (const GpProject *project, guint32 scenario, guint32 other)
{
  guint steps = 0;

  for (; scenario != GP_NONE; scenario = project->scenarios[scenario].parent, steps++)
    if (scenario == other)
      return steps;
  return G_MAXUINT;
}

static GArray *
parts_in_line (const GpProject *project, guint32 scenario)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint32 row = 0; row < project->n_parameters; row++) {
    Part part;

    if (!take_apart (project, row, &part))
      continue;
    part.distance = distance_to (project, scenario, part.scenario);
    if (part.distance != G_MAXUINT)
      g_array_append_val (parts, part);
  }
  g_array_sort (parts, compare_parts);
  return parts;
}

static gboolean
set_missing (const GpProject *project, const Part *part, GError **error)
{
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("%s of scenario %s (%s) needs a lowest, a likeliest and a highest value: add "
                  "the row that is missing."),
               project->parameters[part->row].parameter, project->scenarios[part->scenario].code,
               project->parameters[part->row].scope);
  return FALSE;
}

static gboolean
append_spread (const GpProject *project, const Part *parts, guint n, GArray *spreads,
               GError **error)
{
  const guint asked = parts->kind == GP_SPREAD_GO ? 1 : 3;
  GpDecimal values[3];
  GpSpread spread = {
      .param = parts->param, .kind = parts->kind, .scope = parts->scope, .year = parts->year};

  if (n != asked)
    return set_missing (project, parts, error);
  for (guint i = 0; i < 3; i++)
    values[asked == 1 ? i : parts[i].which] = project->parameters[parts[i % n].row].value;
  spread.low = values[0];
  spread.mode = values[1];
  spread.high = values[2];
  g_array_append_val (spreads, spread);
  return TRUE;
}

GArray *
gp_project_spreads (const GpProject *project, guint32 scenario, GError **error)
{
  g_autoptr (GArray) spreads = g_array_new (FALSE, FALSE, sizeof (GpSpread));
  g_autoptr (GArray) parts = NULL;
  const Part *all;

  g_return_val_if_fail (project != NULL && GP_BUILDER (project)->sealed, NULL);
  g_return_val_if_fail (scenario < project->n_scenarios, NULL);
  parts = parts_in_line (project, scenario);
  all = (const Part *)(gpointer)parts->data;
  for (guint from = 0, to; from < parts->len; from = to) {
    guint n = 0; /* of the nearest scenario */

    for (to = from; to < parts->len && compare_subject (&all[to], &all[from]) == 0; to++)
      n += all[to].distance == all[from].distance;
    if (!append_spread (project, &all[from], n, spreads, error))
      return NULL;
  }
  return g_steal_pointer (&spreads);
}
