/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shards must have in common, as SHA-256: machines may hold copies of a project that are no
 * longer the same, or have planned another first year. */
#include "gp-futures-private.h"

#include <groeiplan/gp-table.h>
#include <string.h>

static void
add_text (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *)text, (gssize)strlen (text) + 1);
}

static void
add_number (GChecksum *sum, gint64 number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, number);
  add_text (sum, text);
}

static void
finish (GChecksum *sum, char digest[static GP_DIGEST_BYTES])
{
  g_strlcpy (digest, g_checksum_get_string (sum), GP_DIGEST_BYTES);
}

static void
add_table (GChecksum *sum, const GpProject *project, GpTableId id)
{
  const GpTable *table = gp_table (id);
  guint n = gp_project_n_rows (project, id);

  add_text (sum, table->name);
  add_number (sum, n);
  for (guint32 row = 0; row < n; row++)
    for (guint column = 0; column < table->n_columns; column++) {
      g_autofree char *cell = gp_project_cell (project, id, row, column);
      add_text (sum, cell);
    }
}

void
gp_futures_digest_project (const GpProject *project, char digest[static GP_DIGEST_BYTES])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (sum, GP_VERSION); /* another version may plan otherwise */
  add_number (sum, project->plan_from);
  add_number (sum, project->last_year);
  add_number (sum, project->goal_year);
  for (guint i = 0; i < GP_N_TABLES; i++)
    add_table (sum, project, (GpTableId)i);
  finish (sum, digest);
}

static void
add_row (GChecksum *sum, const GpPlanRow *row)
{
  add_number (sum, row->kind);
  add_text (sum, row->board);
  add_text (sum, row->sector);
  add_text (sum, row->region);
  add_number (sum, row->need);
  add_number (sum, row->programme);
  add_number (sum, row->year);
  add_number (sum, row->hundredths);
}

static gboolean
is_decision (const GpPlanRow *row)
{
  return row->kind == GP_ROW_START || row->kind == GP_ROW_PARTNER || row->kind == GP_ROW_TRAINING ||
         row->kind == GP_ROW_HIRE;
}

/* year NONE: of every year. */
static void
add_decisions (GChecksum *sum, const GpPlan *plan, GpYear year)
{
  for (guint i = 0; plan != NULL && i < plan->n_rows[GP_PART_WHOLE]; i++) {
    const GpPlanRow *row = &plan->rows[GP_PART_WHOLE][i];

    if (is_decision (row) && (year == GP_YEAR_NONE || row->year == year))
      add_row (sum, row);
  }
  add_text (sum, plan != NULL ? "plan" : "no plan");
}

void
gp_futures_digest_plans (GpYear first, const GpPlan *held, const GpPlan *published,
                         char digest[static GP_DIGEST_BYTES])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  add_decisions (sum, held, first);
  add_decisions (sum, published, GP_YEAR_NONE);
  finish (sum, digest);
}
