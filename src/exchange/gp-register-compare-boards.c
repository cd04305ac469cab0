/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What becomes of the boards: those that schools need are made, those that a list names otherwise
 * are renamed, those that lost their last school go unless the user knows something about them.
 *
 * The home region of a new board is the region with most of its schools; of two that have as many,
 * the one with most pupils, then the first. A board that is there keeps its home region: experts of
 * that region work for it, which the register cannot know.
 *
 * A new board without a name in any file is called "Bestuur 12345", whatever the language of the
 * program: it is a name in the data, which must not depend on who imported them.
 */
#include <glib/gi18n-lib.h>

#include "gp-register-compare.h"

static const GpRegisterBoard *
data_board (const GpRegisterComparison *c, guint32 target)
{
  return &g_array_index (c->data->boards, GpRegisterBoard, target - c->project->n_boards);
}

static gboolean
is_new (const GpRegisterComparison *c, guint32 target)
{
  return target >= c->project->n_boards;
}

const char *
gp_register_target_code (const GpRegisterComparison *c, guint32 target)
{
  return is_new (c, target) ? data_board (c, target)->key : c->project->boards[target].code;
}

/* The name in the files, or "". */
static const char *
listed_name (const GpRegisterComparison *c, guint32 target)
{
  char key[GP_REGISTER_BOARD_BYTES];
  if (is_new (c, target))
    return data_board (c, target)->name;
  if (gp_register_board_key (c->project->boards[target].code, key) != GP_BOARD_KEY_OK ||
      gp_register_index (c->known_boards, key) != target)
    return "";
  guint32 index = gp_register_index (c->data->board_of, key);
  return index == GP_NONE ? "" : g_array_index (c->data->boards, GpRegisterBoard, index).name;
}

const char *
gp_register_target_name (const GpRegisterComparison *c, guint32 target)
{
  const char *name = listed_name (c, target);
  if (name[0] != '\0')
    return name;
  if (!is_new (c, target))
    return c->project->boards[target].name;
  g_autofree char *made = g_strdup_printf ("Bestuur %s", gp_register_target_code (c, target));
  return g_string_chunk_insert_const (c->data->strings, made);
}

/* ---- new ----------------------------------------------------------------- */

typedef struct {
  guint schools;
  gint64 pupils;
} Weight;

/* Per new board (data's index) and region. */
static Weight *
weigh (const GpRegisterComparison *c)
{
  guint n_regions = c->project->n_regions;
  Weight *weights = g_new0 (Weight, (gsize)c->data->boards->len * n_regions);
  for (guint i = 0; i < c->outcomes->len; i++) {
    const GpRegisterOutcome *out = &g_array_index (c->outcomes, GpRegisterOutcome, i);
    if (!is_new (c, out->board) || out->fate == GP_FATE_DELETED)
      continue;
    gsize row = out->board - c->project->n_boards;
    Weight *weight = &weights[row * n_regions + out->region];
    weight->schools++;
    weight->pupils += MAX (out->pupils, 0);
  }
  return weights;
}

static guint32
heaviest (const Weight *weights, guint n_regions)
{
  guint32 best = 0;
  for (guint32 i = 1; i < n_regions; i++)
    if (weights[i].schools > weights[best].schools ||
        (weights[i].schools == weights[best].schools && weights[i].pupils > weights[best].pupils))
      best = i;
  return best;
}

static void
add_new (GpRegisterComparison *c, guint32 target, const GpRegion *home)
{
  const char *code = gp_register_target_code (c, target);
  const char *name = gp_register_target_name (c, target);
  gp_register_add_change (c, GP_CHANGE_NEW, GP_TABLE_BOARDS, code, name, "", home->name);
  gp_register_add_put (c, GP_TABLE_BOARDS, GP_NONE, code, "name", name, "home_region", home->code,
                       NULL);
}

static void
rename_known (GpRegisterComparison *c, guint32 target)
{
  const GpBoard *board = &c->project->boards[target];
  const char *name = gp_register_target_name (c, target);
  if (g_str_equal (name, board->name))
    return;
  gp_register_add_change (c, GP_CHANGE_RENAMED, GP_TABLE_BOARDS, board->code, name, board->name,
                          name);
  gp_register_add_put (c, GP_TABLE_BOARDS, target, board->code, "name", name, NULL);
}

void
gp_register_compare_boards (GpRegisterComparison *c)
{
  guint n_regions = c->project->n_regions;
  for (guint32 target = 0; target < c->project->n_boards; target++)
    rename_known (c, target);
  g_autofree Weight *weights = weigh (c);
  for (guint32 target = c->project->n_boards; target < c->n_targets; target++) {
    if (c->schools_of[target] == 0)
      continue;
    const Weight *own = &weights[(gsize)(target - c->project->n_boards) * n_regions];
    add_new (c, target, &c->project->regions[heaviest (own, n_regions)]);
  }
}

/* ---- left without schools ------------------------------------------------ */

/* Boards of which the project knows something that is not the register's. */
static gboolean *
find_kept (const GpProject *project)
{
  gboolean *kept = g_new0 (gboolean, MAX (project->n_boards, 1));
  char key[GP_REGISTER_BOARD_BYTES];
  for (guint i = 0; i < project->n_boards; i++) {
    const GpBoard *board = &project->boards[i];
    kept[i] = board->partner_since != GP_YEAR_NONE || board->max_verandercoaches >= 0 ||
              board->note[0] != '\0' || board->stage[0] != '\0' || board->contact[0] != '\0' ||
              gp_register_board_key (board->code, key) != GP_BOARD_KEY_OK;
  }
  for (guint i = 0; i < project->n_verandercoaches; i++)
    kept[project->verandercoaches[i].board] = TRUE;
  for (guint i = 0; i < project->n_pins; i++)
    kept[project->pins[i].board] = TRUE;
  return kept;
}

static void
note_kept (GpRegisterComparison *c, const GpBoard *board)
{
  g_autofree char *message =
      g_strdup_printf (_ ("board %s (%s) is left without schools; it stays because the project "
                          "knows more about it"),
                       board->code, board->name);
  gp_problems_add_note (c->problems, NULL, 0, NULL, message);
}

void
gp_register_close_boards (GpRegisterComparison *c)
{
  g_autofree gboolean *kept = find_kept (c->project);
  for (guint32 i = 0; i < c->project->n_boards; i++) {
    const GpBoard *board = &c->project->boards[i];
    guint before;
    gp_project_board_schools (c->project, i, &before);
    if (before == 0 || c->schools_of[i] > 0)
      continue;
    if (kept[i]) {
      note_kept (c, board);
      continue;
    }
    gp_register_add_change (c, GP_CHANGE_CLOSED, GP_TABLE_BOARDS, board->code, board->name,
                            c->project->regions[board->home_region].name, "");
    gp_register_add_delete (c, GP_TABLE_BOARDS, board->code);
  }
}
