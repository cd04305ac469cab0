/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-jump-search.h. All rows are looked at for each text: in the national project that is
 * 10,000 short names. */
#include "gp-jump-search.h"

#include <string.h>

typedef struct {
  const GpProject *project;
  char **words;
  char *whole;      /* what was typed, folded, with single spaces */
  char **in_boards; /* the folded names of the boards, made when a school asks for the first */
  char **in_regions;
  GArray *found;
} Search;

char *
gp_jump_fold (const char *text)
{
  g_autofree char *apart = NULL;
  g_autoptr (GString) bare = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);
  apart = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (apart == NULL) /* not UTF-8 */
    return g_ascii_strdown (text, -1);
  bare = g_string_new (NULL);
  for (const char *at = apart; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_ismark (g_utf8_get_char (at)))
      g_string_append_unichar (bare, g_utf8_get_char (at));
  return g_utf8_casefold (bare->str, -1);
}

static char **
split (const char *folded)
{
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
  return g_strv_builder_end (words);
}

/* ---- rows -------------------------------------------------------------------------------------
 */

const char *
gp_jump_name (const GpProject *project, const GpJumpFound *found)
{
  switch (found->kind) {
  case GP_JUMP_BOARD:
    return project->boards[found->index].name;
  case GP_JUMP_SCHOOL:
    return project->schools[found->index].name;
  case GP_JUMP_EXPERT:
    return project->expert_coaches[found->index].name;
  default:
    return project->verandercoaches[found->index].name;
  }
}

const char *
gp_jump_code (const GpProject *project, const GpJumpFound *found)
{
  switch (found->kind) {
  case GP_JUMP_BOARD:
    return project->boards[found->index].code;
  case GP_JUMP_SCHOOL:
    return project->schools[found->index].code;
  case GP_JUMP_EXPERT:
    return project->expert_coaches[found->index].code;
  default:
    return project->verandercoaches[found->index].code;
  }
}

static guint32
board_of (const GpProject *project, const GpJumpFound *found)
{
  if (found->kind == GP_JUMP_SCHOOL)
    return project->schools[found->index].board;
  return found->kind == GP_JUMP_VERANDERCOACH ? project->verandercoaches[found->index].board
                                              : GP_NONE;
}

static guint32
region_of (const GpProject *project, const GpJumpFound *found)
{
  switch (found->kind) {
  case GP_JUMP_BOARD:
    return project->boards[found->index].home_region;
  case GP_JUMP_SCHOOL:
    return project->schools[found->index].region;
  case GP_JUMP_EXPERT:
    return project->expert_coaches[found->index].region;
  default:
    return project->boards[project->verandercoaches[found->index].board].home_region;
  }
}

char *
gp_jump_place (const GpProject *project, const GpJumpFound *found)
{
  guint32 board = board_of (project, found);
  const char *region = project->regions[region_of (project, found)].name;

  return board != GP_NONE ? g_strjoin (" · ", project->boards[board].name, region, NULL)
                          : g_strdup (region);
}

/* ---- how well a row answers -------------------------------------------------------------------
 */

/* Is there a word in text that begins with the given one? */
static gboolean
begins_a_word (const char *text, const char *word)
{
  for (const char *at = text; (at = strstr (at, word)) != NULL; at++)
    if (at == text || !(g_ascii_isalnum (at[-1]) || (guchar)at[-1] >= 0x80))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_place (Search *self, const GpJumpFound *found, const char *word)
{
  guint32 board = board_of (self->project, found), region = region_of (self->project, found);

  if (self->in_boards == NULL) {
    self->in_boards = g_new0 (char *, (gsize)self->project->n_boards + 1);
    self->in_regions = g_new0 (char *, (gsize)self->project->n_regions + 1);
    for (guint32 i = 0; i < self->project->n_boards; i++)
      self->in_boards[i] = gp_jump_fold (self->project->boards[i].name);
    for (guint32 i = 0; i < self->project->n_regions; i++)
      self->in_regions[i] = gp_jump_fold (self->project->regions[i].name);
  }
  return (board != GP_NONE && strstr (self->in_boards[board], word) != NULL) ||
         strstr (self->in_regions[region], word) != NULL;
}

/* TRUE when the row has all words; one of them at least is in its own name or code. */
static gboolean
rank_row (Search *self, GpJumpFound *found, const char *name, const char *code)
{
  gboolean all_begin = TRUE, elsewhere = FALSE;
  guint own = 0;

  for (guint i = 0; self->words[i] != NULL; i++) {
    gboolean begins = begins_a_word (name, self->words[i]);

    if (begins || strstr (name, self->words[i]) != NULL || strstr (code, self->words[i]) != NULL)
      own++;
    else if (is_in_place (self, found, self->words[i]))
      elsewhere = TRUE;
    else
      return FALSE;
    all_begin = all_begin && begins;
  }
  if (g_str_equal (name, self->whole) || g_str_equal (code, self->whole))
    found->rank = GP_JUMP_IS;
  else if (g_str_has_prefix (name, self->whole) || g_str_has_prefix (code, self->whole))
    found->rank = GP_JUMP_BEGINS;
  else
    found->rank = elsewhere ? GP_JUMP_PLACE : all_begin ? GP_JUMP_WORDS : GP_JUMP_HOLDS;
  return own > 0;
}

static void
look_through (Search *self, GpJumpKind kind, guint32 n)
{
  for (guint32 i = 0; i < n; i++) {
    GpJumpFound found = {kind, i, GP_JUMP_HOLDS, NULL};
    g_autofree char *name = gp_jump_fold (gp_jump_name (self->project, &found));
    g_autofree char *code = gp_jump_fold (gp_jump_code (self->project, &found));

    if (!rank_row (self, &found, name, code))
      continue;
    found.sort = g_steal_pointer (&name);
    g_array_append_val (self->found, found);
  }
}

/* ---- the best ---------------------------------------------------------------------------------
 */

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const GpJumpFound *one = a, *other = b;
  int order;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  order = strcmp (one->sort, other->sort);
  return order != 0 ? order : (one->index > other->index) - (one->index < other->index);
}

static void
clear_found (gpointer found)
{
  g_free (((GpJumpFound *)found)->sort);
}

GArray *
gp_jump_search (const GpProject *project, const char *text, guint most, guint *n_all)
{
  g_autofree char *folded = gp_jump_fold (text);
  g_auto (GStrv) words = split (folded);
  g_autofree char *whole = g_strjoinv (" ", words);
  Search self = {project, words, whole,
                 NULL,    NULL,  g_array_new (FALSE, FALSE, sizeof (GpJumpFound))};

  g_array_set_clear_func (self.found, clear_found);
  if (words[0] != NULL) {
    look_through (&self, GP_JUMP_BOARD, project->n_boards);
    look_through (&self, GP_JUMP_SCHOOL, project->n_schools);
    look_through (&self, GP_JUMP_EXPERT, project->n_expert_coaches);
    look_through (&self, GP_JUMP_VERANDERCOACH, project->n_verandercoaches);
    g_array_sort (self.found, compare_found);
  }
  if (n_all != NULL)
    *n_all = self.found->len;
  if (self.found->len > most)
    g_array_set_size (self.found, most);
  g_strfreev (self.in_boards);
  g_strfreev (self.in_regions);
  return self.found;
}
