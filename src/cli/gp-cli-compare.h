/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What compare and its bridge share. */
#pragma once

#include "gp-cli-private.h"

#include <groeiplan/gp-compare.h>

#include <json-glib/json-glib.h>

#define GP_CLI_MAX_COMPARED 20

typedef struct {
  guint32 scenario;
  const char *code;
  GpPlan *plan;
  GArray *figures; /* of GpFigureYear */
} GpCliCompared;

/* The bridge between two scenarios, from the plans that are compared. */
GpBridge *gp_cli_bridge (GpCli *cli, GpStore *store, const GpProject *project,
                         const GpCliCompared compared[2], GpFigureId figure, gboolean relaxed,
                         GError **error);
void gp_cli_bridge_text (const GpProject *project, const GpBridge *bridge);
/* The member "bridge". */
void gp_cli_bridge_json (JsonBuilder *builder, const GpBridge *bridge);
