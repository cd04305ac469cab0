/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures of a pack come from: the plan, the data, and each tariff and fact with its
 * report or the word that it is an assumption. */
#include "gp-pack.h"

#include <groeiplan/gp-parameter.h>
#include <string.h>

static char *
fact_source (const GpPack *pack, const char *name)
{
  for (guint i = 0; i < pack->project->n_facts; i++) {
    const GpFact *fact = &pack->project->facts[i];
    if (g_str_equal (fact->fact, name))
      return gp_text_fill (pack->language, GP_TEXT_SOURCE_REPORT, fact->source, fact->section,
                           NULL);
  }
  return g_strdup (gp_text (pack->language, GP_TEXT_SOURCE_UNSAID));
}

static char *
parameter_source (const GpPack *pack, guint32 row)
{
  const char *source = row != GP_NONE ? pack->project->parameters[row].source : "";

  if (g_str_equal (source, "assumption"))
    return g_strdup (gp_text (pack->language, GP_TEXT_SOURCE_ASSUMPTION));
  if (g_str_has_prefix (source, "fact:"))
    return fact_source (pack, source + strlen ("fact:"));
  return g_strdup (gp_text (pack->language, GP_TEXT_SOURCE_UNSAID));
}

static void
add (GpGrid *grid, char *what, char *value, char *source)
{
  gp_grid_take (grid, what);
  gp_grid_take (grid, value);
  gp_grid_take (grid, source);
}

/* How a value is printed: "€ 8.500", "50%", "2,5". */
static char *
value_text (const GpPack *pack, GpParam param, GpDecimal value)
{
  double number = gp_decimal_to_double (value);

  if (param == GP_PARAM_SCHOOL_FEE)
    return gp_format_money ((gint64)(number * 100 + 0.5), FALSE, pack->language);
  if (param == GP_PARAM_GOVERNMENT_SHARE || param == GP_PARAM_PRICE_INDEX)
    return gp_format_percent (number, value.scale > 2 ? 1 : 0, pack->language);
  return gp_format_number (number, value.scale > 2 ? 2 : value.scale, pack->language);
}

static void
add_parameter (const GpPack *pack, GpGrid *grid, GpParam param, const char *scope, char *what)
{
  GpDecimal value;
  guint32 row;

  if (!gp_param_lookup (pack->project, pack->scenario, param, scope, pack->project->plan_from,
                        &value, &row)) {
    g_free (what);
    return;
  }
  add (grid, what, value_text (pack, param, value), parameter_source (pack, row));
}

static gboolean
has_sector (const GpPack *pack, guint32 sector)
{
  for (guint i = 0; i < pack->project->n_schools; i++)
    if (pack->project->schools[i].sector == sector)
      return TRUE;
  return FALSE;
}

static void
add_sector (const GpPack *pack, GpGrid *grid, guint32 sector)
{
  const GpSector *row = &pack->project->sectors[sector];
  const char *name = gp_pack_name (row->name, row->code);

  add_parameter (pack, grid, GP_PARAM_SCHOOL_FEE, row->code,
                 gp_text_fill (pack->language, GP_TEXT_SRC_FEE, name, NULL));
  for (guint k = 1; k <= row->support_years; k++) {
    g_autofree char *scope = g_strdup_printf ("%s:%u", row->code, k);
    add_parameter (
        pack, grid, GP_PARAM_SUPPORT_DAYS, scope,
        gp_text_fill (pack->language, GP_TEXT_SRC_DAYS, name, strchr (scope, ':') + 1, NULL));
  }
}

static void
add_facts (const GpPack *pack, GpGrid *grid)
{
  for (guint i = 0; i < pack->project->n_facts; i++) {
    const GpFact *fact = &pack->project->facts[i];
    gboolean time = g_str_equal (fact->fact, "school_coach_time");
    if (!time && !g_str_equal (fact->fact, "teacher_session_time"))
      continue;
    add (grid,
         g_strdup (gp_text (pack->language, time ? GP_TEXT_SRC_COACH_TIME : GP_TEXT_SRC_SESSIONS)),
         gp_format_number (gp_decimal_to_double (fact->value),
                           fact->value.scale > 2 ? 2 : fact->value.scale, pack->language),
         gp_text_fill (pack->language, GP_TEXT_SOURCE_REPORT, fact->source, fact->section, NULL));
  }
}

void
gp_pack_add_sources (GpPack *pack)
{
  GpLanguage language = pack->language;
  GpGrid *grid = gp_grid_new ("sources", gp_text (language, GP_TEXT_SHEET_SOURCES),
                              gp_text (language, GP_TEXT_SOURCES), NULL);

  gp_grid_column (grid, gp_text (language, GP_TEXT_FIGURE), GP_GRID_TEXT, 34, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_VALUE), GP_GRID_TEXT, 12, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_SOURCE), GP_GRID_TEXT, 34, GP_TOTAL_NONE);
  add (grid, g_strdup (gp_text (language, GP_TEXT_SRC_STARTS)), g_strdup (""),
       g_strdup (gp_text (language, GP_TEXT_SOURCE_PLAN)));
  add (grid, g_strdup (gp_text (language, GP_TEXT_SRC_SCHOOLS)), g_strdup (""),
       g_strdup (gp_text (language, GP_TEXT_SOURCE_DATA)));
  for (guint32 s = 0; s < pack->project->n_sectors; s++)
    if (has_sector (pack, s))
      add_sector (pack, grid, s);
  add_parameter (pack, grid, GP_PARAM_GOVERNMENT_SHARE, NULL,
                 g_strdup (gp_text (language, GP_TEXT_SRC_SHARE)));
  add_parameter (pack, grid, GP_PARAM_PRICE_INDEX, NULL,
                 g_strdup (gp_text (language, GP_TEXT_SRC_INDEX)));
  add_facts (pack, grid);
  gp_doc_grid (pack->doc, grid);
}
