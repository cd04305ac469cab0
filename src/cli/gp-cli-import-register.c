/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli import-register: what register files would change in a project; with --apply it is
 * changed, as one edit.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-register.h>

#include <glib/gi18n-lib.h>

#define SHOWN_PER_KIND 10

static const char *
kind_name (GpRegisterKind kind)
{
  switch (kind) {
  case GP_REGISTER_PRIMARY_LOCATIONS:
    return _ ("primary school locations");
  case GP_REGISTER_SECONDARY_LOCATIONS:
    return _ ("secondary school locations");
  case GP_REGISTER_VOCATIONAL_LOCATIONS:
    return _ ("vocational school locations");
  case GP_REGISTER_PUPILS:
    return _ ("pupils per location");
  case GP_REGISTER_BOARDS:
  default:
    return _ ("boards");
  }
}

static const char *
change_name (GpChangeKind kind)
{
  switch (kind) {
  case GP_CHANGE_NEW:
    return _ ("new");
  case GP_CHANGE_MOVED:
    return _ ("moved");
  case GP_CHANGE_RENAMED:
    return _ ("renamed");
  case GP_CHANGE_PUPILS:
    return _ ("other number of pupils");
  case GP_CHANGE_CLOSED:
  case GP_N_CHANGES:
  default:
    return _ ("closed");
  }
}

static void
print_files (const GpRegisterPreview *preview)
{
  GpCliTable *table = gp_cli_table_new (5);
  const char *const heads[] = {_ ("file"), _ ("kind"), _ ("encoding"), _ ("rows"),
                               _ ("not fully known")};
  gp_cli_table_set_left (table, 1);
  gp_cli_table_set_left (table, 2);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_cli_table_add (table, heads[i]);
  for (guint i = 0; i < gp_register_preview_n_files (preview); i++) {
    const GpRegisterFile *file = gp_register_preview_file (preview, i);
    g_autofree char *name = g_filename_display_basename (file->path);
    gp_cli_table_add (table, name);
    gp_cli_table_add (table, kind_name (file->kind));
    gp_cli_table_add (table, file->encoding);
    gp_cli_table_add_number (table, file->rows, 0);
    gp_cli_table_add_number (table, file->notes, 0);
  }
  gp_cli_table_print (table);
}

static void
print_change (const GpRegisterChange *change)
{
  gp_cli_print ("    %s  %s", change->code, change->name);
  if (*change->before)
    gp_cli_print (": %s -> %s", change->before, change->after);
  else if (*change->after)
    gp_cli_print (": %s", change->after);
  gp_cli_print ("\n");
}

/* The changes of one kind in one table: how many, and the first of them (or all). */
static void
print_changes (const GpRegisterPreview *preview, GpTableId table, GpChangeKind kind, gboolean all)
{
  guint count = gp_register_preview_count (preview, table, kind), shown = 0;
  if (count == 0)
    return;
  gp_cli_print ("  %s, %s: %u\n", table == GP_TABLE_BOARDS ? _ ("boards") : _ ("schools"),
                change_name (kind), count);
  for (guint i = 0; i < gp_register_preview_n_changes (preview); i++) {
    const GpRegisterChange *change = gp_register_preview_change (preview, i);
    if (change->table != table || change->kind != kind)
      continue;
    if (!all && shown == SHOWN_PER_KIND) {
      gp_cli_print (_ ("    and %u more (--all shows them)\n"), count - shown);
      return;
    }
    print_change (change);
    shown++;
  }
}

static void
print_preview (const GpRegisterPreview *preview, gboolean all)
{
  static const GpTableId tables[] = {GP_TABLE_BOARDS, GP_TABLE_SCHOOLS};
  print_files (preview);
  if (gp_register_preview_n_changes (preview) == 0)
    gp_cli_print ("%s\n", _ ("Nothing changes."));
  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    for (GpChangeKind kind = 0; kind < GP_N_CHANGES; kind++)
      print_changes (preview, tables[t], kind, all);
}

static gboolean
apply (GpStore *store, const GpRegisterPreview *preview, GError **error)
{
  if (gp_register_preview_n_changes (preview) == 0)
    return TRUE;
  if (!gp_register_apply (store, preview, NULL, NULL, NULL, error))
    return FALSE;
  gp_cli_print (_ ("Applied to %s.\n"), gp_store_path (store));
  return TRUE;
}

static GpRegisterPreview *
preview_files (GpCli *cli, const GpProject *project, char **paths, GError **error)
{
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) local = NULL;
  GpRegisterPreview *preview = gp_register_preview (project, (const char *const *)paths, problems,
                                                    gp_cli_progress, cli, cli->cancellable, &local);
  gp_cli_print_problems (cli, problems, local);
  if (!preview)
    g_propagate_error (error, g_steal_pointer (&local));
  return preview;
}

gboolean
gp_cli_import_register (GpCli *cli, char **argv, GError **error)
{
  gboolean wants_apply = FALSE, all = FALSE;
  const GOptionEntry entries[] = {
      {"apply", 0, 0, G_OPTION_ARG_NONE, &wants_apply, N_ ("Take the changes over"), NULL},
      {"all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Show every change"), NULL},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 2, 0, error);
  if (!words)
    return FALSE;
  g_autoptr (GpStore) store = wants_apply ? gp_cli_open_for_writing (words[0], error)
                                          : gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  if (!project)
    return FALSE;
  g_autoptr (GpRegisterPreview) preview = preview_files (cli, project, words + 1, error);
  if (!preview)
    return FALSE;
  gp_cli_progress_done (cli);
  print_preview (preview, all);
  if (wants_apply)
    return apply (store, preview, error);
  gp_cli_print ("%s\n", _ ("Nothing is stored yet: add --apply to take this over."));
  return TRUE;
}
