/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Prices and repairs as texts, to be kept and read back: a line with the form's number, then a
 * value in GVariant's notation, which GLib reads and checks against the form's type. Regions,
 * parameters and programmes are named, so that the text still says the same of a project that
 * changed.
 *
 * Reading trusts nothing: every name must be known and every figure be a number of the size that
 * plans have; else there is no result. A price of a region that is gone is left out.
 */
#include <groeiplan/gp-prices.h>
#include <groeiplan/gp-repairs.h>

#include <math.h>
#include <string.h>

#define PRICES_HEAD "groeiplan-prices 1\n"
#define PRICES_TYPE "(sua(ssssssdddd)a(sa(sdd)))"
#define REPAIRS_HEAD "groeiplan-repairs 1\n"
#define REPAIRS_TYPE "(sbua(sssdsddddda(ssssd)))"
#define FIGURE_MAX 1e15 /* more than any plan says */

static char *
text_of (const char *head, GVariant *value)
{
  g_autoptr (GVariant) own = g_variant_ref_sink (value);
  g_autofree char *body = g_variant_print (own, FALSE);

  return g_strconcat (head, body, NULL);
}

static GVariant *
value_of (const char *text, const char *head, const char *type)
{
  if (!g_str_has_prefix (text, head))
    return NULL;
  return g_variant_parse (G_VARIANT_TYPE (type), text + strlen (head), NULL, NULL, NULL);
}

static gboolean
is_figure (double value)
{
  return isfinite (value) && fabs (value) <= FIGURE_MAX;
}

static gboolean
is_figure_or_nan (double value)
{
  return isnan (value) || is_figure (value);
}

/* The place of the name among n; n: it is none of them. */
static guint
find_name (const char *name, const char *(*name_of) (guint), guint n)
{
  guint i = 0;

  while (i < n && g_strcmp0 (name, name_of (i)) != 0)
    i++;
  return i;
}

static const char *
scarce_name (guint i)
{
  return gp_scarce_name ((GpScarce)i);
}

static const char *
price_status_name (guint i)
{
  return gp_price_status_name ((GpPriceStatus)i);
}

static const char *
extent_name (guint i)
{
  return gp_repair_extent_name ((GpRepairExtent)i);
}

static gboolean
parse_year (const char *text, GpYear *out)
{
  *out = GP_YEAR_NONE;
  return *text == '\0' || gp_year_parse (text, out);
}

static gboolean
parse_programme (const char *text, GpProgramme *out)
{
  *out = GP_PROGRAMME_NONE;
  return *text == '\0' || gp_programme_parse (text, out);
}

/* The plan beside a result that was read back: that it is one, and no more. */
static GpPlan *
empty_plan (const char *scenario)
{
  GpPlan *plan = gp_plan_new (scenario, GP_PLAN_OPTIMAL);

  gp_plan_finish (plan);
  return plan;
}

/* ---- prices ------------------------------------------------------------------------------------
 */

static void
add_price (GVariantBuilder *builder, const GpProject *project, const GpPrice *price)
{
  char year[GP_YEAR_BYTES];

  g_variant_builder_add (builder, "(ssssssdddd)", gp_scarce_name (price->scarce),
                         price->region != GP_NONE ? project->regions[price->region].code : "",
                         gp_programme_name (price->programme), gp_year_format (price->year, year),
                         gp_price_status_name (price->status), gp_priority_name (price->priority),
                         price->value, price->up, price->down, price->measured);
}

static void
add_priority (GVariantBuilder *builder, const GpPriorityPrice *price)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("(sa(sdd))"));
  g_variant_builder_add (builder, "s", gp_priority_name (price->id));
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sdd)"));
  for (guint i = 0; i < price->n; i++)
    g_variant_builder_add (builder, "(sdd)", gp_priority_name (price->ids[i]), price->before[i],
                           price->after[i]);
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

char *
gp_prices_to_text (const GpProject *project, const GpPrices *prices)
{
  GVariantBuilder builder;

  g_return_val_if_fail (project != NULL && prices != NULL, NULL);
  if (prices->plan->n_conflicts > 0)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (PRICES_TYPE));
  g_variant_builder_add (&builder, "s", prices->plan->scenario);
  g_variant_builder_add (&builder, "u", prices->n_plans);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(ssssssdddd)"));
  for (guint i = 0; i < prices->n_prices; i++)
    add_price (&builder, project, &prices->prices[i]);
  g_variant_builder_close (&builder);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(sa(sdd))"));
  for (guint i = 0; i < prices->n_priority_prices; i++)
    add_priority (&builder, &prices->priority_prices[i]);
  g_variant_builder_close (&builder);
  return text_of (PRICES_HEAD, g_variant_builder_end (&builder));
}

/* *gone: all is well, but for the region. */
static gboolean
take_price (const GpProject *project, GVariant *value, GpPrice *price, gboolean *gone)
{
  const char *scarce, *region, *programme, *year, *status, *priority;

  g_variant_get (value, "(&s&s&s&s&s&sdddd)", &scarce, &region, &programme, &year, &status,
                 &priority, &price->value, &price->up, &price->down, &price->measured);
  price->scarce = (GpScarce)find_name (scarce, scarce_name, GP_N_SCARCE);
  price->status = (GpPriceStatus)find_name (status, price_status_name, GP_N_PRICE_STATUSES);
  price->region = *region != '\0' ? gp_project_find (project, GP_TABLE_REGIONS, region) : GP_NONE;
  *gone = price->region == GP_NONE && price->scarce == GP_SCARCE_EXPERT_DAY;
  return price->scarce < GP_N_SCARCE && price->status < GP_N_PRICE_STATUSES &&
         parse_programme (programme, &price->programme) && parse_year (year, &price->year) &&
         gp_priority_parse (priority, &price->priority) && is_figure (price->value) &&
         is_figure (price->up) && is_figure (price->down) && is_figure (price->measured);
}

static gboolean
take_prices (GpPrices *prices, const GpProject *project, GVariant *list)
{
  gsize n = g_variant_n_children (list);

  prices->prices = g_new0 (GpPrice, MAX (n, 1));
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GVariant) value = g_variant_get_child_value (list, i);
    gboolean gone;

    if (!take_price (project, value, &prices->prices[prices->n_prices], &gone))
      return FALSE;
    prices->n_prices += gone ? 0 : 1;
  }
  return TRUE;
}

static gboolean
take_priority (GVariant *value, GpPriorityPrice *price)
{
  g_autoptr (GVariant) list = NULL;
  const char *name;

  g_variant_get (value, "(&s@a(sdd))", &name, &list);
  if (!gp_priority_parse (name, &price->id) || g_variant_n_children (list) > GP_N_PRIORITIES)
    return FALSE;
  price->n = (guint)g_variant_n_children (list);
  for (guint i = 0; i < price->n; i++) {
    g_variant_get_child (list, i, "(&sdd)", &name, &price->before[i], &price->after[i]);
    if (!gp_priority_parse (name, &price->ids[i]) || !is_figure (price->before[i]) ||
        !is_figure (price->after[i]))
      return FALSE;
  }
  return TRUE;
}

static gboolean
take_priorities (GpPrices *prices, GVariant *list)
{
  gsize n = g_variant_n_children (list);

  if (n > GP_N_PRIORITIES)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GVariant) value = g_variant_get_child_value (list, i);

    if (!take_priority (value, &prices->priority_prices[i]))
      return FALSE;
  }
  prices->n_priority_prices = (guint)n;
  return TRUE;
}

GpPrices *
gp_prices_from_text (const GpProject *project, const char *text)
{
  g_autoptr (GVariant) value = NULL, list = NULL, priorities = NULL;
  g_autoptr (GpPrices) prices = NULL;
  const char *scenario;

  g_return_val_if_fail (project != NULL && text != NULL, NULL);
  value = value_of (text, PRICES_HEAD, PRICES_TYPE);
  if (value == NULL)
    return NULL;
  prices = g_new0 (GpPrices, 1);
  g_variant_get (value, "(&su@a(ssssssdddd)@a(sa(sdd)))", &scenario, &prices->n_plans, &list,
                 &priorities);
  prices->plan = empty_plan (scenario);
  return take_prices (prices, project, list) && take_priorities (prices, priorities)
             ? g_steal_pointer (&prices)
             : NULL;
}

/* ---- repairs -----------------------------------------------------------------------------------
 */

static void
add_setting (GVariantBuilder *builder, const GpRepairSetting *setting)
{
  char year[GP_YEAR_BYTES], value[GP_DECIMAL_BYTES];

  g_variant_builder_add (builder, "(ssssd)", gp_param_info (setting->param)->name, setting->scope,
                         gp_year_format (setting->year, year),
                         gp_decimal_format (setting->value, value), setting->before);
}

static void
add_repair (GVariantBuilder *builder, const GpRepair *repair)
{
  char from[GP_YEAR_BYTES];

  g_variant_builder_open (builder, G_VARIANT_TYPE ("(sssdsddddda(ssssd))"));
  g_variant_builder_add (builder, "s", gp_priority_name (repair->goal));
  g_variant_builder_add (builder, "s", gp_lever_name (repair->lever));
  g_variant_builder_add (builder, "s", gp_repair_extent_name (repair->extent));
  g_variant_builder_add (builder, "d", repair->amount);
  g_variant_builder_add (builder, "s", gp_year_format (repair->from, from));
  g_variant_builder_add (builder, "d", repair->before);
  g_variant_builder_add (builder, "d", repair->after);
  g_variant_builder_add (builder, "d", repair->whole_after);
  g_variant_builder_add (builder, "d", repair->euro);
  g_variant_builder_add (builder, "d", repair->plan_euro);
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(ssssd)"));
  for (guint i = 0; i < repair->n_settings; i++)
    add_setting (builder, &repair->settings[i]);
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
}

char *
gp_repairs_to_text (const GpRepairs *repairs)
{
  GVariantBuilder builder;

  g_return_val_if_fail (repairs != NULL, NULL);
  if (repairs->plan->n_conflicts > 0)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE (REPAIRS_TYPE));
  g_variant_builder_add (&builder, "s", repairs->plan->scenario);
  g_variant_builder_add (&builder, "b", repairs->cut);
  g_variant_builder_add (&builder, "u", repairs->n_plans);
  g_variant_builder_open (&builder, G_VARIANT_TYPE ("a(sssdsddddda(ssssd))"));
  for (guint i = 0; i < repairs->n_repairs; i++)
    add_repair (&builder, &repairs->repairs[i]);
  g_variant_builder_close (&builder);
  return text_of (REPAIRS_HEAD, g_variant_builder_end (&builder));
}

static gboolean
take_setting (GVariant *list, gsize i, GpRepairSetting *setting)
{
  const char *param, *scope, *year, *value;
  GpProgramme programme;

  g_variant_get_child (list, i, "(&s&s&s&sd)", &param, &scope, &year, &value, &setting->before);
  if (!gp_param_parse (param, &setting->param) || !parse_programme (scope, &programme) ||
      !parse_year (year, &setting->year) || !gp_decimal_parse (value, &setting->value))
    return FALSE;
  setting->scope = programme != GP_PROGRAMME_NONE ? gp_programme_name (programme) : "";
  return is_figure_or_nan (setting->before);
}

static gboolean
take_settings (GVariant *list, GpRepair *repair)
{
  gsize n = g_variant_n_children (list);

  repair->settings = g_new0 (GpRepairSetting, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    if (!take_setting (list, i, &repair->settings[i]))
      return FALSE;
  repair->n_settings = (guint)n;
  return TRUE;
}

static gboolean
take_repair (GVariant *value, GpRepair *repair)
{
  g_autoptr (GVariant) settings = NULL;
  const char *goal, *lever, *extent, *from;

  g_variant_get (value, "(&s&s&sd&sddddd@a(ssssd))", &goal, &lever, &extent, &repair->amount, &from,
                 &repair->before, &repair->after, &repair->whole_after, &repair->euro,
                 &repair->plan_euro, &settings);
  repair->extent = (GpRepairExtent)find_name (extent, extent_name, GP_N_REPAIR_EXTENTS);
  return gp_priority_parse (goal, &repair->goal) && gp_lever_parse (lever, &repair->lever) &&
         repair->extent < GP_N_REPAIR_EXTENTS && parse_year (from, &repair->from) &&
         is_figure (repair->amount) && is_figure (repair->before) && is_figure (repair->after) &&
         is_figure_or_nan (repair->whole_after) && is_figure_or_nan (repair->euro) &&
         is_figure_or_nan (repair->plan_euro) && take_settings (settings, repair);
}

GpRepairs *
gp_repairs_from_text (const char *text)
{
  g_autoptr (GVariant) value = NULL, list = NULL;
  g_autoptr (GpRepairs) repairs = NULL;
  const char *scenario;
  gsize n;

  g_return_val_if_fail (text != NULL, NULL);
  value = value_of (text, REPAIRS_HEAD, REPAIRS_TYPE);
  if (value == NULL)
    return NULL;
  repairs = g_new0 (GpRepairs, 1);
  g_variant_get (value, "(&sbu@a(sssdsddddda(ssssd)))", &scenario, &repairs->cut, &repairs->n_plans,
                 &list);
  repairs->plan = empty_plan (scenario);
  n = g_variant_n_children (list);
  repairs->repairs = g_new0 (GpRepair, MAX (n, 1));
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GVariant) one = g_variant_get_child_value (list, i);

    repairs->n_repairs++; /* whatever it has by then is freed */
    if (!take_repair (one, &repairs->repairs[i]))
      return NULL;
  }
  return g_steal_pointer (&repairs);
}
