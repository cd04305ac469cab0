/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each priority costs the others: the plan in which it comes last. */
#include "gp-prices-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The project with the priority last in the plan's order. */
static GpProject *
put_last (const GpTrial *trial, guint level, GError **error)
{
  const GpPlan *plan = trial->base;
  g_autoptr (GpVariant) variant = gp_variant_new (trial->project, trial->scenario);
  GpPriorityId order[GP_N_PRIORITIES];
  guint n = 0;

  for (guint i = 0; i < plan->n_priorities; i++)
    if (i != level)
      order[n++] = plan->priorities[i].id;
  order[n++] = plan->priorities[level].id;
  gp_variant_set_priorities (variant, order, n);
  return gp_variant_make (variant, error);
}

static gboolean
find_one (GpTrial *trial, guint level, GpPriorityPrice *price, GError **error)
{
  const GpPlan *plan = trial->base;
  g_autoptr (GpProject) project = put_last (trial, level, error);
  g_autoptr (GpPlan) other = project != NULL ? gp_trial_plan (trial, project, error) : NULL;

  if (other == NULL)
    return FALSE;
  price->id = plan->priorities[level].id;
  price->n = plan->n_priorities;
  for (guint i = 0; i < plan->n_priorities; i++) {
    price->ids[i] = plan->priorities[i].id;
    price->before[i] = plan->priorities[i].relaxed;
    price->after[i] = gp_trial_value (other, price->ids[i]);
  }
  return TRUE;
}

gboolean
gp_priority_prices_find (GpTrial *trial, GpPrices *prices, GError **error)
{
  for (guint level = 0; level + 1 < trial->base->n_priorities; level++) {
    GpPriorityPrice *price = &prices->priority_prices[prices->n_priority_prices];

    if (!gp_trial_tell (trial, 0.8 + 0.2 * level / GP_N_PRIORITIES,
                        _ ("Planning with other priorities"), error) ||
        !find_one (trial, level, price, error))
      return FALSE;
    if (!isnan (price->after[0]))
      prices->n_priority_prices++;
  }
  return TRUE;
}
