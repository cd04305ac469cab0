/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a variant of a project is to change, gathered. It is made in gp-variant-make.c. */
#include "gp-variant-private.h"

#include <math.h>
#include <string.h>

static void
setting_clear (gpointer data)
{
  g_free (((GpSetting *)data)->scope);
}

static void
added_pin_clear (gpointer data)
{
  g_free (((GpAddedPin *)data)->reason);
}

GpVariant *
gp_variant_new (const GpProject *project, guint32 scenario)
{
  GpVariant *variant;

  g_return_val_if_fail (project != NULL && GP_BUILDER (project)->sealed, NULL);
  g_return_val_if_fail (scenario < project->n_scenarios, NULL);
  variant = g_new0 (GpVariant, 1);
  variant->project = gp_project_ref ((GpProject *)project);
  variant->scenario = scenario;
  variant->settings = g_array_new (FALSE, FALSE, sizeof (GpSetting));
  g_array_set_clear_func (variant->settings, setting_clear);
  variant->added_pins = g_array_new (FALSE, FALSE, sizeof (GpAddedPin));
  g_array_set_clear_func (variant->added_pins, added_pin_clear);
  variant->dropped_pins = g_hash_table_new (NULL, NULL);
  variant->extra_days = g_array_new (FALSE, FALSE, sizeof (GpExtraDays));
  return variant;
}

void
gp_variant_free (GpVariant *variant)
{
  if (variant == NULL)
    return;
  gp_project_unref (variant->project);
  g_array_unref (variant->settings);
  g_array_unref (variant->added_pins);
  g_hash_table_unref (variant->dropped_pins);
  g_array_unref (variant->extra_days);
  g_free (variant);
}

void
gp_variant_set (GpVariant *variant, GpParam param, const char *scope, GpYear year,
                const GpDecimal *value)
{
  GpSetting setting;

  g_return_if_fail (variant != NULL && value != NULL && (guint)param < GP_N_PARAMS);
  setting = (GpSetting){param, g_strdup (scope != NULL ? scope : ""), year, *value};
  g_array_append_val (variant->settings, setting);
}

void
gp_variant_drop_pin (GpVariant *variant, guint32 pin)
{
  g_return_if_fail (variant != NULL && pin < variant->project->n_pins);
  g_hash_table_add (variant->dropped_pins, gp_dropped_pin_key (variant->scenario, pin));
}

void
gp_variant_add_pin (GpVariant *variant, const GpPin *pin)
{
  GpAddedPin added;

  g_return_if_fail (variant != NULL && pin != NULL);
  added = (GpAddedPin){*pin, g_strdup (pin->reason != NULL ? pin->reason : "")};
  added.pin.scenario = variant->scenario;
  added.pin.reason = added.reason;
  g_array_append_val (variant->added_pins, added);
}

void
gp_variant_add_expert_days (GpVariant *variant, guint32 region, GpYear year, double days)
{
  GpExtraDays extra = {region, year, days};

  g_return_if_fail (variant != NULL && region < variant->project->n_regions && isfinite (days));
  g_array_append_val (variant->extra_days, extra);
}

void
gp_variant_set_priorities (GpVariant *variant, const GpPriorityId *order, guint n)
{
  g_return_if_fail (variant != NULL && order != NULL && n > 0 && n <= GP_N_PRIORITIES);
  variant->has_priorities = TRUE;
  variant->n_priorities = n;
  memcpy (variant->priorities, order, n * sizeof *order);
}

double
gp_project_extra_expert_days (const GpProject *project, guint32 region, GpYear year)
{
  const GArray *extra;
  double days = 0;

  g_return_val_if_fail (project != NULL, 0);
  extra = GP_BUILDER (project)->extra_days;
  for (guint i = 0; extra != NULL && i < extra->len; i++) {
    const GpExtraDays *one = &g_array_index (extra, GpExtraDays, i);

    if (one->region == region && one->year == year)
      days += one->days;
  }
  return days;
}
