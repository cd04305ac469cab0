/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan with its proofs packed: see gp_packed_plan_new (). Knows no database, and so any thread.
 */
#include "gp-store-private.h"

static GBytes *
pack (const GpProofRow *rows, guint n, gboolean *ok, GError **error)
{
  GBytes *bytes = *ok ? gp_proof_pack (rows, n, error) : NULL;

  *ok = bytes != NULL;
  return bytes;
}

GpPackedPlan *
gp_packed_plan_new (const GpPlan *plan, GError **error)
{
  g_autoptr (GpPackedPlan) self = NULL;
  gboolean ok = TRUE;

  g_return_val_if_fail (plan != NULL && !plan->without_proofs, NULL);
  self = g_new0 (GpPackedPlan, 1);
  self->plan = gp_plan_ref ((GpPlan *)plan);
  for (guint i = 0; i < plan->n_priorities; i++) {
    const GpPlanPriority *priority = &plan->priorities[i];

    self->proofs[i] = pack (priority->proof, priority->n_proof, &ok, error);
    self->bounds[i] = pack (priority->bound_proof, priority->n_bound_proof, &ok, error);
  }
  return ok ? g_steal_pointer (&self) : NULL;
}

void
gp_packed_plan_free (GpPackedPlan *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < GP_N_PRIORITIES; i++) {
    g_clear_pointer (&self->proofs[i], g_bytes_unref);
    g_clear_pointer (&self->bounds[i], g_bytes_unref);
  }
  gp_plan_unref (self->plan);
  g_free (self);
}

const GpPlan *
gp_packed_plan_get (const GpPackedPlan *self)
{
  return self->plan;
}
