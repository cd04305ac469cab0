/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of GpVariant: what is to change (gp-variant.c), and the project that comes of it
 * (gp-variant-make.c, gp-variant-values.c). */
#pragma once

#include "gp-project-private.h"
#include <groeiplan/gp-variant.h>

G_BEGIN_DECLS

typedef struct {
  GpParam param;
  char *scope; /* never NULL */
  GpYear year;
  GpDecimal value;
} GpSetting;

typedef struct {
  GpPin pin; /* reason is our own */
  char *reason;
} GpAddedPin;

struct _GpVariant {
  GpProject *project;
  guint32 scenario;
  GArray *settings;   /* of GpSetting, in order */
  GArray *added_pins; /* of GpAddedPin, in order */
  GHashTable *dropped_pins;
  GArray *extra_days; /* of GpExtraDays */
  gboolean has_priorities;
  GpPriorityId priorities[GP_N_PRIORITIES];
  guint n_priorities;
};

/* ---- gp-variant-make.c ---- */

/* Gives the builder rows of its own for a table, in place of the base's. */
void gp_variant_own_table (GpBuilder *builder, GpTableId table);
/* Puts a row in place of the one with the same key, or after the others. Returns its index, or
 * GP_NONE when the row breaks a rule of its table. */
guint32 gp_variant_put_row (GpBuilder *builder, GpTableId table, gconstpointer record);

/* ---- gp-variant-values.c ---- */

/* All values that the variant sets; FALSE, with the parameter and the reason, when one cannot be.
 */
gboolean gp_variant_put_settings (GpBuilder *builder, const GpVariant *variant, GError **error);

G_END_DECLS
