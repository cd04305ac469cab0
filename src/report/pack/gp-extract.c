/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The extract of a project for one board. Invariants:
 *
 * 1. Nothing in it was copied from a record of another board, and no sum over boards is in it.
 * 2. What belongs to no board is taken from a short list: regions, sectors, the parameters that a
 *    pack shows, three facts about the method. Free texts (notes, reasons, descriptions, contacts)
 *    are left out, for anything can stand in them.
 * 3. An expert coach has the days of this board's schools alone: the rest of the year tells of
 *    others.
 *
 * A pack is made from the extract and never sees the whole.
 */
#include "gp-extract.h"

#include <glib/gi18n-lib.h>
#include <string.h>

guint32
gp_extraction_find (GHashTable *map, guint32 whole)
{
  gpointer part;

  if (whole == GP_NONE ||
      !g_hash_table_lookup_extended (map, GUINT_TO_POINTER (whole), NULL, &part))
    return GP_NONE;
  return GPOINTER_TO_UINT (part);
}

void
gp_extraction_keep (GHashTable *map, guint32 whole, guint32 part)
{
  g_hash_table_insert (map, GUINT_TO_POINTER (whole), GUINT_TO_POINTER (part));
}

/* Does the text hold the word? Words of one or two bytes say nothing: they are in any sentence. */
static gboolean
holds (const char *text, const char *word)
{
  return strlen (word) > 2 && strcasestr (text, word) != NULL;
}

const char *
gp_extract_harmless (const GpProject *project, guint32 board, const char *text)
{
  if (*text == '\0')
    return NULL;
  for (const GpBoard *b = project->boards; b < project->boards + project->n_boards; b++)
    if (b != &project->boards[board] && (holds (text, b->code) || holds (text, b->name)))
      return NULL;
  for (const GpSchool *s = project->schools; s < project->schools + project->n_schools; s++)
    if (s->board != board && (holds (text, s->code) || holds (text, s->name)))
      return NULL;
  for (guint32 i = 0; i < project->n_verandercoaches; i++) {
    const GpVerandercoach *coach = &project->verandercoaches[i];
    if (coach->board != board && (holds (text, coach->code) || holds (text, coach->name)))
      return NULL;
  }
  return text;
}

static void
extraction_clear (GpExtraction *x)
{
  g_clear_pointer (&x->project, gp_project_unref);
  g_clear_pointer (&x->schools, g_hash_table_unref);
  g_clear_pointer (&x->experts, g_hash_table_unref);
  g_clear_pointer (&x->verandercoaches, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GpExtraction, extraction_clear)

gboolean
gp_extract_check (const GpReportInput *input, GError **error)
{
  const char *scenario = input->project->scenarios[input->scenario].code;

  if (input->plan == NULL)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("There is no plan of scenario %s yet: plan it first."), scenario);
  else if (!input->plan->has_whole || input->coaching == NULL)
    g_set_error (
        error, GP_ERROR, GP_ERROR_DATA,
        _ ("The plan of scenario %s has no whole schools, so there is nothing to hand to a "
           "board: plan it in full first."),
        scenario);
  else
    return TRUE;
  return FALSE;
}

GpReportExtract *
gp_report_extract_new (const GpReportInput *input, guint32 board, GError **error)
{
  g_return_val_if_fail (input->scenario < input->project->n_scenarios, NULL);
  g_return_val_if_fail (board < input->project->n_boards, NULL);
  if (!gp_extract_check (input, error))
    return NULL;
  g_auto (GpExtraction) x = {.input = input,
                             .board = board,
                             .project = gp_project_new (NULL, NULL),
                             .schools = g_hash_table_new (NULL, NULL),
                             .experts = g_hash_table_new (NULL, NULL),
                             .verandercoaches = g_hash_table_new (NULL, NULL)};
  gp_extract_data (&x);
  if (!gp_project_finish (x.project, error))
    return NULL;
  GpReportExtract *extract = g_new0 (GpReportExtract, 1);
  extract->project = gp_project_ref (x.project);
  extract->scenario = x.scenario;
  extract->plan = gp_extract_plan (&x, input->plan);
  if (input->published != NULL)
    extract->published = gp_extract_plan (&x, input->published);
  extract->coaching = gp_extract_coaching (&x, input->coaching);
  return extract;
}

void
gp_report_extract_free (GpReportExtract *extract)
{
  if (extract == NULL)
    return;
  g_clear_pointer (&extract->coaching, gp_coaching_unref);
  g_clear_pointer (&extract->published, gp_plan_unref);
  g_clear_pointer (&extract->plan, gp_plan_unref);
  g_clear_pointer (&extract->project, gp_project_unref);
  g_free (extract);
}
