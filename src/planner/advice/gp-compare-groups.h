/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which assumptions two scenarios of a project differ, group by group, and how a variant of the
 * one takes over a group from the other. */
#pragma once

#include <groeiplan/gp-variant.h>

G_BEGIN_DECLS

typedef enum {
  GP_GROUP_PARAMETER,
  GP_GROUP_PINS,
  GP_GROUP_PUBLISHED,
  GP_GROUP_PRIORITIES
} GpGroupKind;

typedef struct {
  GpGroupKind kind;
  GpParam param;    /* of a parameter */
  guint n_values;   /* in how many of them the two differ */
  gboolean matters; /* FALSE for what no plan and no figure depends on (finance, the goal line) */
} GpGroup;

/* The groups in which they differ, in the order of a bridge. The published plans are the caller's:
 * published tells whether they differ. */
GArray *gp_groups_new (const GpProject *project, guint32 from, guint32 to, gboolean published);

const char *gp_group_name (const GpGroup *group);

/* The variant, of the scenario from, gets to's values of that group (of PUBLISHED there are none).
 */
void gp_group_apply (const GpGroup *group, GpVariant *variant, const GpProject *project,
                     guint32 from, guint32 to);

G_END_DECLS
