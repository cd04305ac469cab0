/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any register files, of every kind: what they would change in a small project, or sentences that
 * say what is wrong. What they change is one edit, which can be taken back to the letter.
 *
 * When it ends it says how many files of each kind were taken for that kind.
 */
#include "fuzz.h"

#include <groeiplan/gp-register.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const kinds[] = {"primary", "secondary", "vocational", "pupils", "boards"};
static guint64 n_files[G_N_ELEMENTS (kinds)], n_applied;
static char *in;
static GpProject *base;
static GpStore *store;

static void
tell (void)
{
  fputs ("register files read, by kind:", stderr);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    fprintf (stderr, " %s %" G_GUINT64_FORMAT, kinds[i], n_files[i]);
  fprintf (stderr, "; applied %" G_GUINT64_FORMAT "\n", n_applied);
  g_clear_pointer (&store, gp_store_close);
}

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  g_autofree char *path = NULL;
  GError *error = NULL;

  fuzz_start ();
  in = fuzz_path ("in");
  path = fuzz_path ("base.groeiplan");
  g_mkdir_with_parents (in, 0700);
  base = fuzz_project ();
  store = gp_store_create (path, base, &error);
  FUZZ_CHECK (store != NULL, "%s", error->message);
  atexit (tell);
  return 0;
}

static void
check_preview (const GpRegisterPreview *preview)
{
  for (guint i = 0; i < gp_register_preview_n_files (preview); i++)
    n_files[gp_register_preview_file (preview, i)->kind]++;
  for (guint i = 0; i < gp_register_preview_n_changes (preview); i++) {
    const GpRegisterChange *change = gp_register_preview_change (preview, i);

    FUZZ_CHECK (change->table == GP_TABLE_BOARDS || change->table == GP_TABLE_SCHOOLS, "%d",
                change->table);
    FUZZ_CHECK (gp_register_preview_count (preview, change->table, change->kind) > 0, "none");
    fuzz_check_line (change->code);
    fuzz_check_line (change->name);
    fuzz_check_line (change->before);
    fuzz_check_line (change->after);
  }
}

static void
check_base (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) now = gp_store_snapshot (store, &error);
  g_autofree char *where = NULL;

  FUZZ_CHECK (now != NULL, "%s", error->message);
  FUZZ_CHECK (gp_project_equal (base, now, &where), "%s", where);
}

/* Applied and taken back. What was applied leaves nothing of it to apply. */
static void
check_apply (const GpRegisterPreview *preview)
{
  g_autoptr (GError) error = NULL;

  FUZZ_CHECK (gp_register_apply (store, preview, NULL, NULL, NULL, &error), "%s", error->message);
  n_applied++;
  if (gp_register_preview_n_changes (preview) > 0)
    FUZZ_CHECK (gp_store_undo (store, &error), "%s", error->message);
  check_base ();
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (GStrv) paths = fuzz_unpack (data, size, in);
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GpRegisterPreview) preview =
      gp_register_preview (base, (const char *const *)paths, problems, NULL, NULL, NULL, &error);

  for (guint i = 0; i < gp_problems_n_errors (problems); i++)
    fuzz_check_line (gp_problems_error (problems, i));
  for (guint i = 0; i < gp_problems_n_notes (problems); i++)
    fuzz_check_line (gp_problems_note (problems, i));
  if (preview != NULL) {
    check_preview (preview);
    check_apply (preview);
  } else
    fuzz_check_error (error);
  fuzz_empty (in);
  return 0;
}
