/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edits of scenarios, as functions for gp_document_edit (): each is what happens to the store
 * between begin and commit. No GTK.
 */
#pragma once

#include "gp-lever.h"

#include <groeiplan/gp-store.h>
#include <groeiplan/gp-uncertain.h>

G_BEGIN_DECLS

/* A code for a new scenario that is not in use, from a name: "Meer coaches" gives "meer-coaches".
 * A new string. */
char *gp_scenario_new_code (const GpProject *project, const char *name);
/* "Basis (copy)", or "Basis (copy 2)": a name not in use. A new string. */
char *gp_scenario_copy_name (const GpProject *project, const char *name);

/* Scenarios under it at any depth, itself first: indices. Free with g_array_unref (). */
GArray *gp_scenario_subtree (const GpProject *project, guint32 scenario);

typedef struct {
  const GpProject *project;
  guint32 scenario; /* the one edited, or the parent, or the one copied */
  const char *code; /* of a new one */
  const char *name, *description;
} GpScenarioEdit;

/* Each is a GpEditFunc. */
gboolean gp_scenario_add_child (GpStore *store, gpointer edit, GError **error);
/* With all that the scenario says itself: a twin beside it. */
gboolean gp_scenario_copy (GpStore *store, gpointer edit, GError **error);
gboolean gp_scenario_describe (GpStore *store, gpointer edit, GError **error);
/* With the scenarios under it. */
gboolean gp_scenario_delete (GpStore *store, gpointer edit, GError **error);

typedef struct {
  const GpProject *project;
  guint32 scenario;
  const char *parameter; /* as in parameters.csv */
  const char *scope;
  GpYear year;
  GpDecimal value;
  const char *source, *note;
} GpValueEdit;

gboolean gp_value_put (GpStore *store, gpointer edit, GError **error);
gboolean gp_value_reset (GpStore *store, gpointer edit, GError **error); /* takes the row away */

typedef struct {
  const GpProject *project;
  const char *code; /* of the scenario, which may be new */
  const GpLeverValue *values;
  guint n;
  const GpScenarioEdit *child; /* to be made first, or NULL */
} GpLeverEdit;

gboolean gp_lever_keep (GpStore *store, gpointer edit, GError **error);

typedef struct {
  const GpProject *project;
  guint32 scenario;
  GpPriorityId order[GP_N_PRIORITIES];
  guint n; /* 0: those of the parent again */
} GpOrderEdit;

gboolean gp_order_put (GpStore *store, gpointer edit, GError **error);

typedef struct {
  const GpProject *project;
  guint32 scenario;
  GpSpread spread;
} GpSpreadEdit;

gboolean gp_spread_put (GpStore *store, gpointer edit, GError **error);
/* Takes the scenario's own rows away. */
gboolean gp_spread_reset (GpStore *store, gpointer edit, GError **error);
/* TRUE when the scenario itself says it. */
gboolean gp_spread_is_own (const GpProject *project, guint32 scenario, const GpSpread *spread);

G_END_DECLS
