/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-load-chart.h. */
#include "gp-load-chart.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <math.h>

/* ---- supply against demand --------------------------------------------------------------------
 */

typedef struct {
  GpChartSeries supply[GP_N_SUPPLIES], demand[GP_N_DEMANDS];
  guint n_supply, n_demand;
  double
      *values; /* (GP_N_SUPPLIES + GP_N_DEMANDS + 1) lines of n_years; the last is the shortage */
} Panel;

static double *
line_of (Panel *panel, const GpCapacity *capacity, guint line, const double *values, guint32 region)
{
  double *out = &panel->values[line * capacity->n_years];

  gp_capacity_sum (capacity, values, region, out);
  return out;
}

static void
fill_panel (Panel *panel, const GpCapacity *capacity, guint32 region)
{
  /* Borrowed and lent are one thing seen from two regions; talks and training belong to no
   * programme, and are grey. */
  static const GpInk supply_inks[] = {GP_INK_EXPERT, GP_INK_LESS, GP_INK_VERANDERCOACH};
  static const GpInk demand_inks[] = {GP_INK_HISTORY, GP_INK_REGULAR, GP_INK_GROEIKRACHT,
                                      GP_INK_LINE_6, GP_INK_LESS};
  const char *supply[] = {_ ("expert days"), _ ("borrowed expert days"), _ ("verandercoach days")};
  const char *demand[] = {_ ("started before"), _ ("regular"), "Groeikracht",
                          _ ("talks and training"), _ ("lent to other regions")};

  panel->values = g_new0 (double, (GP_N_SUPPLIES + GP_N_DEMANDS + 1) * MAX (capacity->n_years, 1));
  for (guint i = 0; i < GP_N_SUPPLIES; i++)
    if (region != GP_NONE || i != GP_SUPPLY_BORROWED)
      panel->supply[panel->n_supply++] = (GpChartSeries){
          supply[i], supply_inks[i], line_of (panel, capacity, i, capacity->supply[i], region)};
  for (guint i = 0; i < GP_N_DEMANDS; i++)
    if (region != GP_NONE || i != GP_DEMAND_LENT)
      panel->demand[panel->n_demand++] = (GpChartSeries){
          demand[i], demand_inks[i],
          line_of (panel, capacity, GP_N_SUPPLIES + i, capacity->demand[i], region)};
  line_of (panel, capacity, GP_N_SUPPLIES + GP_N_DEMANDS, capacity->shortage, region);
}

GpChart *
gp_load_chart_supply (const GpCapacity *capacity, guint32 region, gboolean each)
{
  guint n = each ? capacity->n_regions : 1;
  g_autofree Panel *panels = g_new0 (Panel, MAX (n, 1));
  g_autofree GpSupplyPanel *drawn = g_new0 (GpSupplyPanel, MAX (n, 1));
  g_autofree GpYear *years = g_new0 (GpYear, MAX (capacity->n_years, 1));
  GpSupplyChart chart = {.panels = drawn,
                         .n_panels = n,
                         .years = years,
                         .n_years = capacity->n_years,
                         .supply_text = _ ("there is"),
                         .demand_text = _ ("is asked"),
                         .shortage_text = _ ("short"),
                         .rough = capacity->rough};
  GpChart *copy;

  for (guint y = 0; y < capacity->n_years; y++)
    years[y] = (GpYear)(capacity->project->plan_from + (int)y);
  for (guint i = 0; i < n; i++) {
    guint32 which = each ? i : region;

    fill_panel (&panels[i], capacity, which);
    drawn[i] = (GpSupplyPanel){
        .title = each ? capacity->project->regions[i].name : NULL,
        .supply = panels[i].supply,
        .n_supply = panels[i].n_supply,
        .demand = panels[i].demand,
        .n_demand = panels[i].n_demand,
        .shortage = &panels[i].values[(GP_N_SUPPLIES + GP_N_DEMANDS) * capacity->n_years]};
  }
  copy = gp_chart_new_supply (&chart);
  for (guint i = 0; i < n; i++)
    g_free (panels[i].values);
  return copy;
}

/* ---- heat maps --------------------------------------------------------------------------------
 */

static char **
year_labels (const GpProject *project, gboolean shorter)
{
  guint n = (guint)(project->last_year - project->plan_from + 1);
  char **labels = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++) {
    int year = project->plan_from + (int)i;

    labels[i] = shorter ? g_strdup_printf ("’%02d", (year + 1) % 100)
                        : g_strdup_printf ("%d-%02d", year, (year + 1) % 100);
  }
  return labels;
}

static GpChart *
heat_of (const GpProject *project, GpHeatChart *chart)
{
  g_auto (GStrv) columns = year_labels (project, FALSE), narrow = year_labels (project, TRUE);

  chart->column_labels = (const char *const *)columns;
  chart->short_labels = (const char *const *)narrow;
  chart->n_columns = g_strv_length (columns);
  return gp_chart_new_heat (chart);
}

static GStrv
balance_sentences (const GpBalance *balance)
{
  GStrv texts = g_new0 (char *, (gsize)balance->n_regions * balance->n_years + 1);

  for (guint r = 0; r < balance->n_regions; r++)
    for (guint y = 0; y < balance->n_years; y++)
      texts[r * balance->n_years + y] = gp_balance_text (balance, r, y, gp_numbers_current ());
  return texts;
}

/* What a region lacks, as a share of the days there. What is full is never shown as what is left.
 */
static double
shade_of (const GpBalance *balance, guint cell)
{
  const GpSummary *summary = balance->summary;
  gboolean is_short =
      balance->days[cell] < 0 ||
      gp_summary_is_short (summary, cell / balance->n_years, cell % balance->n_years);

  return is_short ? MAX (-balance->share[cell], 0) : -MAX (balance->share[cell], 1e-9);
}

GpChart *
gp_load_chart_regions (const GpBalance *balance)
{
  const GpProject *project = balance->summary->project;
  guint n = balance->n_regions * balance->n_years;
  g_autofree const char **rows = g_new0 (const char *, balance->n_regions + 1);
  g_autofree double *shades = g_new0 (double, MAX (n, 1));
  g_auto (GStrv) sentences = balance_sentences (balance);
  GpHeatChart chart = {.row_labels = rows,
                       .n_rows = balance->n_regions,
                       .values = balance->days,
                       .limits = {-0.1, 0, 0.2, 0.6},
                       .shades = shades,
                       .is_balance = TRUE,
                       .sentences = (const char *const *)sentences};

  for (guint r = 0; r < balance->n_regions; r++)
    rows[r] = project->regions[r].name;
  for (guint i = 0; i < n; i++)
    shades[i] = shade_of (balance, i);
  return heat_of (project, &chart);
}

GStrv
gp_load_chart_links (const GpBalance *balance)
{
  const GpProject *project = balance->summary->project;
  guint n = balance->n_regions * balance->n_years;
  GStrv links = g_new0 (char *, (gsize)n + 1);

  for (guint i = 0; i < n; i++) {
    guint r = i / balance->n_years, y = i % balance->n_years;
    char year[GP_YEAR_BYTES];

    links[i] = g_strdup_printf ("%s %s %s", shade_of (balance, i) >= 0 ? "why" : "capacity",
                                project->regions[r].code,
                                gp_year_format ((GpYear)(project->plan_from + (int)y), year));
  }
  return links;
}

GpChart *
gp_load_chart_boards (const GpProject *project, guint32 scenario, const GpPlan *plan,
                      guint32 region, GArray *shown)
{
  guint n_years = (guint)(project->last_year - project->plan_from + 1), n;
  g_autofree double *days = gp_capacity_board_days (project, scenario, plan), *values = NULL;
  g_autoptr (GArray) boards = gp_capacity_boards_by_days (project, days, region);
  g_autofree const char **rows = NULL;
  GpHeatChart chart = {0};
  double most = 0;

  n = MIN (boards->len, GP_LOAD_CHART_BOARDS);
  if (n == 0)
    return NULL;
  rows = g_new0 (const char *, n + 1);
  values = g_new0 (double, (gsize)n *n_years);
  for (guint i = 0; i < n; i++) {
    guint32 board = g_array_index (boards, guint32, i);

    rows[i] = project->boards[board].name;
    if (shown != NULL)
      g_array_append_val (shown, board);
    for (guint y = 0; y < n_years; y++) {
      double asked = days[(gsize)board * n_years + y];

      values[i * n_years + y] = asked > 0.005 ? asked : NAN;
      most = MAX (most, asked);
    }
  }
  for (guint i = 0; i < 3; i++)
    chart.limits[i] = most * (i + 1) / 4;
  chart.limits[3] = most * 2 + 1; /* much is not short: the fifth step is for shortages */
  chart.row_labels = rows;
  chart.n_rows = n;
  chart.values = values;
  return heat_of (project, &chart);
}
