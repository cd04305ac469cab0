/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any rows as text for any table of a project: parameters, pins, all others. A line is a table's
 * name, a tab, and cells with tabs between them (an unknown name: parameters); cells are escaped as
 * in C. Numbers, amounts and years that are read come back as they are written; a project that is
 * right is one that every look-up answers in, and that its own texts make again.
 */
#include "fuzz.h"

#include <groeiplan/gp-uncertain.h>
#include <groeiplan/gp-variant.h>
#include <math.h>
#include <string.h>

#define MOST_LINES 40

static const char *const frame_rows[] = {
    "regions\tnoord\tNoord",
    "sectors\tpo\tPrimair\t1\t1",
    "sectors\tvo\tVoortgezet\t2\t1",
    "boards\tB1\tVerzonnen een\tnoord\t2024-2025\t\t\t\t",
    "boards\tB2\tVerzonnen twee\tnoord\t\t\t\t\t",
    "schools\tS1\tB1\tSchool\tpo\tnoord\t100\t0\t\t\t0\tnone\t\t\t\t",
    "scenarios\tbase\t\tBasis\t",
    "scenarios\tchild\tbase\tKind\t",
    "projects\tp1\tProject\tProject",
};

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  fuzz_start ();
  return 0;
}

/* ---- values by themselves ---- */

static void
try_decimal (const char *text)
{
  char plain[GP_DECIMAL_BYTES];
  GpDecimal value, again;
  gint64 floor;

  if (!gp_decimal_parse (text, &value))
    return;
  gp_decimal_format (value, plain);
  FUZZ_CHECK (gp_decimal_parse (plain, &again), "%s -> %s", text, plain);
  FUZZ_CHECK (again.units == value.units && again.scale == value.scale, "%s -> %s", text, plain);
  FUZZ_CHECK (gp_decimal_compare (value, again) == 0, "%s", plain);
  FUZZ_CHECK (isfinite (gp_decimal_to_double (value)), "%s", plain);
  for (guint digits = 0; digits <= 20; digits += 2)
    gp_decimal_scaled_floor (value, digits, &floor);
}

static void
try_value (const char *text)
{
  char plain[GP_YEAR_BYTES];
  gint64 cents, same;
  GpYear year;

  try_decimal (text);
  if (gp_money_parse (text, &cents)) {
    g_autofree char *money = gp_money_text (cents);

    FUZZ_CHECK (gp_money_parse (money, &same) && same == cents, "%s -> %s", text, money);
  }
  if (gp_year_parse (text, &year))
    FUZZ_CHECK (g_str_equal (gp_year_format (year, plain), text), "%s -> %s", text, plain);
}

/* ---- rows ---- */

static GpTableId
find_table (const char *name)
{
  for (int id = 0; id < GP_N_TABLES; id++)
    if (g_str_equal (gp_table ((GpTableId)id)->name, name))
      return (GpTableId)id;
  return GP_TABLE_PARAMETERS;
}

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  guint *n = data;

  FUZZ_CHECK (table <= GP_N_TABLES && (row == GP_NONE || row < 1000), "%d %u", table, row);
  fuzz_check_line (column);
  fuzz_check_line (message);
  FUZZ_CHECK (*message != '\0', "no message");
  (*n)++;
}

static void
add_line (GpProject *project, const char *line, guint *n_problems)
{
  g_auto (GStrv) words = g_strsplit (line, "\t", 40);
  GpTableId table = words[0] != NULL ? find_table (words[0]) : GP_TABLE_PARAMETERS;
  const char *cells[40] = {NULL};
  guint before = *n_problems;
  gboolean ok;

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++) {
    char *plain = fuzz_unescape (words[i]);

    g_free (words[i]);
    words[i] = plain;
    cells[i - 1] = plain;
    try_value (plain);
  }
  ok = gp_project_add_text (project, table, cells);
  FUZZ_CHECK (ok == (*n_problems == before), "taken %d, %u problems", ok, *n_problems - before);
}

/* ---- look-ups ---- */

static void
look_up (const GpProject *project, guint32 scenario)
{
  static const char *const scopes[] = {"", "po", "po:1", "vo:2", "groeikracht", "high"};
  GpPriorityId order[GP_N_PRIORITIES];
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) spreads = gp_project_spreads (project, scenario, &error);
  guint n = gp_project_priorities (project, scenario, order);

  FUZZ_CHECK (n >= 1 && n <= GP_N_PRIORITIES, "%u priorities", n);
  if (spreads == NULL)
    fuzz_check_error (error);
  for (int param = 0; param < GP_N_PARAMS; param++)
    for (guint i = 0; i < G_N_ELEMENTS (scopes); i++) {
      const GpParamInfo *info = gp_param_info ((GpParam)param);
      guint32 row = 0;
      GpDecimal value;

      if (!gp_param_lookup (project, scenario, (GpParam)param, scopes[i], 2027, &value, &row))
        continue;
      FUZZ_CHECK (row == GP_NONE || row < project->n_parameters, "%u", row);
      FUZZ_CHECK (gp_decimal_to_double (value) >= info->min &&
                      gp_decimal_to_double (value) <= info->max,
                  "%s is out of its range", info->name);
    }
  for (guint32 i = 0; i < project->n_pins; i++)
    gp_project_pin_applies (project, scenario, i);
}

static void
vary (const GpProject *project)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) made = NULL;

  for (guint i = 0; i < project->n_parameters; i++) {
    const GpParameterValue *row = &project->parameters[i];
    GpParam param;

    if (gp_param_parse (row->parameter, &param))
      gp_variant_set (variant, param, row->scope, row->year, &row->value);
  }
  for (guint i = 0; i < project->n_pins; i += 2)
    gp_variant_drop_pin (variant, i);
  for (guint i = 1; i < project->n_pins; i += 2)
    gp_variant_add_pin (variant, &project->pins[i]);
  made = gp_variant_make (variant, &error);
  if (made == NULL)
    fuzz_check_error (error);
  else
    look_up (made, 0);
}

static GpProject *
again (const GpProject *project)
{
  GpProject *copy = gp_project_new (NULL, NULL);

  gp_project_set_frame (copy, project->name, project->plan_from, project->last_year,
                        project->has_goal_year ? project->goal_year : GP_YEAR_NONE);
  for (int id = 0; id < GP_N_TABLES; id++)
    for (guint32 row = 0; row < gp_project_n_rows (project, (GpTableId)id); row++) {
      char *cells[40] = {NULL};
      guint n = gp_table ((GpTableId)id)->n_columns;

      for (guint i = 0; i < n; i++)
        cells[i] = gp_project_cell (project, (GpTableId)id, row, i);
      FUZZ_CHECK (gp_project_add_text (copy, (GpTableId)id, (const char *const *)cells),
                  "%s row %u", gp_table ((GpTableId)id)->name, row);
      for (guint i = 0; i < n; i++)
        g_free (cells[i]);
    }
  return copy;
}

static void
use (GpProject *project)
{
  g_autoptr (GpProject) copy = again (project);
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;

  FUZZ_CHECK (gp_project_finish (copy, &error), "%s", error->message);
  FUZZ_CHECK (gp_project_equal (project, copy, &where), "%s", where);
  for (guint32 i = 0; i < project->n_scenarios; i++)
    look_up (project, i);
  for (guint32 i = 0; i < project->n_boards; i++)
    gp_project_board_can_partner (project, 0, i);
  vary (project);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_LINES);
  guint n_problems = 0;
  g_autoptr (GpProject) project = gp_project_new (on_problem, &n_problems);
  g_autoptr (GError) error = NULL;

  gp_project_set_frame (project, "Verzonnen", 2026, 2030, 2029);
  for (guint i = 0; i < G_N_ELEMENTS (frame_rows); i++)
    add_line (project, frame_rows[i], &n_problems);
  FUZZ_CHECK (n_problems == 0, "the rows of the frame");
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (project, lines[i], &n_problems);
  if (gp_project_finish (project, &error)) {
    FUZZ_CHECK (n_problems == 0, "%u problems, and finished", n_problems);
    use (project);
  } else
    fuzz_check_error (error);
  return 0;
}
