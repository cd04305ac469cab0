/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-chart-samples.h"

#include <math.h>

#define N_YEARS 7
static const GpYear years[N_YEARS] = {2025, 2026, 2027, 2028, 2029, 2030, 2031};

static GpChart *
goal (void)
{
  static const GpTakingPart taking_part[] = {
      {.year = 2025, .history = 1180},
      {.year = 2026, .history = 1180, .regular = 310, .groeikracht = 95},
      {.year = 2027, .history = 1180, .regular = 640, .groeikracht = 310},
      {.year = 2028, .history = 1180, .regular = 1040, .groeikracht = 560},
      {.year = 2029, .history = 1180, .regular = 1420, .groeikracht = 830},
      {.year = 2030, .history = 1180, .regular = 1710, .groeikracht = 1010},
      {.year = 2031, .history = 1180, .regular = 1861, .groeikracht = 1080},
      {.year = 2032, .history = 1180, .regular = 1990, .groeikracht = 1080}};
  GpGoalChart chart = {.years = taking_part,
                       .n_years = G_N_ELEMENTS (taking_part),
                       .goal = 4250,
                       .goal_year = 2031,
                       .plan_from = 2026,
                       .history_text = "already taking part",
                       .regular_text = "regular",
                       .groeikracht_text = "Groeikracht",
                       .goal_text = "goal",
                       .lookahead_text = "look-ahead",
                       .total_text = "all"};

  return gp_chart_new_goal (&chart);
}

static GpChart *
heat (void)
{
  static const char *const rows[] = {"Noordoost", "Noordwest", "Midden", "Zuidwest", "Zuid"};
  static const char *const columns[] = {"2026-27", "2027-28", "2028-29", "2029-30", "2030-31"};
  static const char *const shorts[] = {"’27", "’28", "’29", "’30", "’31"};
  static const double values[] = {41, 62, 78, 91,  100, 88, 104, 118, 112, 97, 55, 71, NAN,
                                  80, 69, 93, 101, 109, 99, 86,  33,  48,  66, 74, 70};
  GpHeatChart chart = {.row_labels = rows,
                       .column_labels = columns,
                       .short_labels = shorts,
                       .n_rows = 5,
                       .n_columns = 5,
                       .values = values,
                       .limits = {60, 75, 90, 100.5},
                       .suffix = "%"};

  return gp_chart_new_heat (&chart);
}

static const double expert[] = {4200, 4300, 4400, 4600, 4600, 4600, 4600};
static const double verandercoach[] = {0, 600, 1500, 2600, 3600, 4300, 4700};
static const double carry[] = {2800, 2100, 1400, 700, 200, 0, 0};
static const double regular[] = {900, 2300, 3300, 4100, 4700, 4500, 4100};
static const double groeikracht[] = {200, 900, 1900, 3100, 3900, 4100, 3600};
static const GpChartSeries supply_series[] = {
    {"expert days", GP_INK_EXPERT, expert},
    {"verandercoach days", GP_INK_VERANDERCOACH, verandercoach}};
static const GpChartSeries demand_series[] = {{"already taking part", GP_INK_HISTORY, carry},
                                              {"regular", GP_INK_REGULAR, regular},
                                              {"Groeikracht", GP_INK_GROEIKRACHT, groeikracht}};

static GpChart *
supply_of (guint n)
{
  static const char *const titles[] = {"Noordoost", "Noordwest", "Midden", "Zuidwest", "Zuid"};
  GpSupplyPanel panels[5];
  GpSupplyChart chart = {.panels = panels,
                         .n_panels = n,
                         .years = years,
                         .n_years = N_YEARS,
                         .supply_text = "Supply (days)",
                         .demand_text = "Demand (days)",
                         .shortage_text = "shortage"};

  for (guint i = 0; i < n; i++)
    panels[i] = (GpSupplyPanel){.title = n > 1 ? titles[i] : NULL,
                                .supply = supply_series,
                                .demand = demand_series,
                                .n_supply = 2,
                                .n_demand = 3};
  return gp_chart_new_supply (&chart);
}

static GpChart *
supply (void)
{
  return supply_of (1);
}

static GpChart *
supply_regions (void)
{
  return supply_of (5);
}

static GpChart *
lines (void)
{
  static const double one[] = {1180, 1585, 2130, 2780, 3430, 3900, 4121};
  static const double two[] = {1180, 1585, 2180, 2890, 3570, 4050, 4251};
  static const double three[] = {1180, 1520, 1990, 2500, 3010, 3420, 3702};
  static const double four[] = {1180, 1585, 2120, 2760, 3400, 3860, 4098};
  static const double five[] = {1180, 1600, 2200, 2950, 3650, 4150, 4260};
  static const GpChartLine all[] = {{.name = "Basis", .values = one},
                                    {.name = "More experts in Zuid", .values = two},
                                    {.name = "Lower interest", .values = three},
                                    {.name = "Hand over later", .values = four},
                                    {.name = "Try-out", .values = five, .rough = TRUE}};
  GpLinesChart chart = {.lines = all,
                        .n_lines = 5,
                        .highlighted = 1,
                        .years = years,
                        .n_years = N_YEARS,
                        .goal = 4250,
                        .goal_text = "goal",
                        .goal_year = 2031,
                        .from_zero = TRUE};

  return gp_chart_new_lines (&chart);
}

static GpChart *
bridge (void)
{
  static const GpBridgeBar steps[] = {{"Expert coaches", 92.4},
                                      {"Days an expert coach works", 31.3},
                                      {"Share handed over to verandercoaches", 44.8},
                                      {"Interest of boards", -61.7},
                                      {"Pins", 23.2}};
  GpBridgeChart chart = {.start_text = "Basis",
                         .end_text = "More experts in Zuid",
                         .rest_text = "not explained",
                         .start = 4121,
                         .end = 4251,
                         .steps = steps,
                         .n_steps = G_N_ELEMENTS (steps),
                         .ink = GP_INK_REGULAR};

  return gp_chart_new_bridge (&chart);
}

static GpChart *
fan (void)
{
  static const double p10[] = {1180, 1490, 1900, 2350, 2850, 3260, 3480};
  static const double p50[] = {1180, 1570, 2090, 2680, 3280, 3740, 3990};
  static const double p90[] = {1180, 1620, 2220, 2960, 3620, 4110, 4262};
  static const double plan[] = {1180, 1585, 2130, 2780, 3430, 3900, 4121};
  GpFanChart chart = {.years = years,
                      .n_years = N_YEARS,
                      .p10 = p10,
                      .p50 = p50,
                      .p90 = p90,
                      .plan = plan,
                      .goal = 4250,
                      .goal_text = "goal",
                      .plan_text = "the plan",
                      .p10_text = "in 9 of 10 futures at least",
                      .p50_text = "half of the futures",
                      .p90_text = "in 1 of 10 futures at least",
                      .goal_year = 2031,
                      .from_zero = TRUE};

  return gp_chart_new_fan (&chart);
}

static GpChart *
tornado (void)
{
  static const GpTornadoBar bars[] = {
      {"Interest of boards", 3702, 4260, "60%", "90%"},
      {"Expert coaches", 3890, 4255, "34", "44"},
      {"Days that a school asks in its first year", 4230, 3975, "10", "14"},
      {"Share handed over", 4040, 4180, NULL, NULL},
      {"Verandercoaches that leave each year", 4150, 4070, "5%", "15%"},
      {"Absence of expert coaches", NAN, 4090, NULL, NULL}};
  GpTornadoChart chart = {.bars = bars,
                          .n_bars = G_N_ELEMENTS (bars),
                          .base = 4121,
                          .low_text = "at its low value",
                          .high_text = "at its high value",
                          .unit = {.suffix = " schools"}};

  return gp_chart_new_tornado (&chart);
}

static GpChart *
budget (void)
{
  static const GpYear money_years[] = {2023, 2024, 2025, 2026, 2027, 2028};
  static const char *const names[] = {"Recruitment of schools",
                                      "Delivery regular",
                                      "Delivery Groeikracht",
                                      "Training of verandercoaches",
                                      "Quality and research",
                                      "Organisation",
                                      "Innovation"};
  static const double sizes[] = {240000, 2900000, 1700000, 310000, 145000, 968143, 82000};
  GpBudgetProject projects[7];
  double figures[7][4][6];
  GpBudgetChart chart = {.projects = projects,
                         .n_projects = 7,
                         .years = money_years,
                         .n_years = 6,
                         .actual_text = "actual",
                         .budget_text = "budget",
                         .committed_text = "committed",
                         .forecast_text = "forecast",
                         .variance_text = "difference with the budget",
                         .unit = {.euro = TRUE}};

  for (guint p = 0; p < 7; p++) {
    for (guint i = 0; i < 6; i++) {
      double plan = sizes[p] * (1 + 0.12 * i);

      figures[p][0][i] = i < 2 ? plan * (0.9 + 0.04 * p) : NAN;
      figures[p][1][i] = i < 4 ? plan : NAN;
      figures[p][2][i] = i >= 2 ? plan * (0.7 - 0.15 * (i - 2)) : NAN;
      figures[p][3][i] = i >= 2 ? plan * (1.06 - 0.02 * p) : NAN;
    }
    projects[p] =
        (GpBudgetProject){names[p], figures[p][0], figures[p][1], figures[p][2], figures[p][3]};
  }
  return gp_chart_new_budget (&chart);
}

static GpChart *
curve_of (gboolean spark)
{
  static const double kept[] = {100, 95, 90, 80, 0}, cost[] = {412, 268, 205, 160, 121};
  GpCurveChart chart = {.x = kept,
                        .y = cost,
                        .n_points = 5,
                        .falling = TRUE,
                        .x_text = "share of published starts that stay",
                        .y_text = "schools late in 2032",
                        .x_unit = {.suffix = "%"},
                        .chosen = 2,
                        .spark = spark};

  return gp_chart_new_curve (&chart);
}

static GpChart *
curve (void)
{
  return curve_of (FALSE);
}

static GpChart *
spark (void)
{
  return curve_of (TRUE);
}

static GpChart *
waterline (void)
{
  static const GpWaterlineRow rows[] = {
      {"Stichting Voorbeeld Noord", 12, 4, "no expert days in Noordwest until 2029"},
      {"Vereniging De Proef", 3, 9, "cohort of 2027-2028 is full"},
      {"Scholengroep Oefening", 20, 1, NULL},
      {"Stichting Geen Naam", 0, 6, "no partner year before 2030"},
      {"Stichting Alles Goed", 8, 0, NULL}};
  GpWaterlineChart chart = {.rows = rows,
                            .n_rows = G_N_ELEMENTS (rows),
                            .served_text = "schools that start in time",
                            .waiting_text = "schools that wait"};

  return gp_chart_new_waterline (&chart);
}

const ChartSample chart_samples[] = {
    {"goal", goal},     {"heat", heat},     {"supply", supply}, {"supply-regions", supply_regions},
    {"lines", lines},   {"bridge", bridge}, {"fan", fan},       {"tornado", tornado},
    {"budget", budget}, {"curve", curve},   {"spark", spark},   {"waterline", waterline}};
const guint n_chart_samples = G_N_ELEMENTS (chart_samples);
