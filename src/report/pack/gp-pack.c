/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The board pack as a document: its head, its key figures, and its chapters in their order. */
#include "gp-pack.h"

#include "gp-doc-notes.h"
#include "gp-extract.h"
#include "gp-stamps.h"

#include <string.h>

static void
count_figure (GpPack *pack, gint64 n, GpTextId one, GpTextId many, guint note)
{
  gp_doc_figure (pack->doc, gp_format_integer (n, pack->language),
                 g_strdup (gp_text (pack->language, n == 1 ? one : many)));
  gp_doc_cite (pack->doc, note);
}

static void
partner_figure (GpPack *pack)
{
  GpYear since = pack->project->boards[0].partner_since, planned = gp_pack_partner_year (pack);
  char year[GP_YEAR_BYTES];

  if (since == GP_YEAR_NONE && planned == GP_YEAR_NONE) {
    gp_doc_figure (pack->doc, g_strdup ("\xE2\x80\x93"),
                   g_strdup (gp_text (pack->language, GP_TEXT_KEY_NO_PARTNER)));
    return;
  }
  gp_year_format (since != GP_YEAR_NONE ? since : planned, year);
  gp_doc_figure (pack->doc,
                 gp_text_fill (pack->language, since != GP_YEAR_NONE ? GP_TEXT_SINCE : GP_TEXT_FROM,
                               year, NULL),
                 g_strdup (gp_text (pack->language, GP_TEXT_KEY_PARTNER)));
  gp_doc_cite (pack->doc,
               since != GP_YEAR_NONE ? gp_pack_note_data (pack) : gp_pack_note_plan (pack));
}

static void
add_key_figures (GpPack *pack)
{
  GpPackSchools schools = gp_pack_count_schools (pack);
  GpPackCost cost = gp_pack_cost (pack, GP_YEAR_NONE);

  count_figure (pack, schools.started, GP_TEXT_KEY_STARTED_ONE, GP_TEXT_KEY_STARTED,
                gp_pack_note_data (pack));
  count_figure (pack, schools.planned, GP_TEXT_KEY_START_ONE, GP_TEXT_KEY_START,
                gp_pack_note_plan (pack));
  partner_figure (pack);
  count_figure (pack, gp_pack_trainings (pack, GP_YEAR_NONE), GP_TEXT_KEY_TRAIN_ONE,
                GP_TEXT_KEY_TRAIN, gp_pack_note_plan (pack));
  gp_doc_figure (pack->doc, gp_format_number ((double)gp_pack_days (pack) / 100, 0, pack->language),
                 g_strdup (gp_text (pack->language, GP_TEXT_KEY_DAYS)));
  gp_doc_cite (pack->doc, gp_pack_note_days (pack));
  g_autoptr (GPtrArray) lacking = gp_pack_lacking_fees (pack);
  gp_doc_figure (pack->doc,
                 lacking->len > 0 && cost.fees == 0
                     ? g_strdup ("\xE2\x80\x93")
                     : gp_format_money (cost.fees - cost.government, FALSE, pack->language),
                 g_strdup (gp_text (pack->language, GP_TEXT_KEY_COST)));
  gp_doc_cite (pack->doc, gp_pack_note_cost (pack));
}

static void
add_lookahead (GpPack *pack)
{
  char year[GP_YEAR_BYTES];

  if (pack->project->goal_year < pack->project->last_year)
    gp_doc_small (pack->doc, gp_text_fill (pack->language, GP_TEXT_LOOKAHEAD,
                                           gp_year_format (pack->project->goal_year, year), NULL));
}

static void
add_chapters (GpPack *pack)
{
  add_key_figures (pack);
  add_lookahead (pack);
  gp_pack_add_schools (pack);
  if (pack->project->n_schools > 0) {
    gp_pack_add_coaches (pack);
    gp_pack_add_verandercoaches (pack);
    gp_pack_add_asked (pack);
    gp_pack_add_costs (pack);
  }
  gp_pack_add_changes (pack);
  gp_pack_add_sure (pack);
  gp_doc_heading (pack->doc, g_strdup (gp_text (pack->language, GP_TEXT_SOURCES)));
  gp_pack_add_sources (pack);
}

/* Only this board's row of the futures comes in. */
static void
take_futures (GpPack *pack, const GpReportFutures *futures, const char *board)
{
  if (futures == NULL)
    return;
  pack->has_futures = TRUE;
  pack->n_futures = futures->count;
  for (guint i = 0; i < futures->n_boards; i++)
    if (g_str_equal (futures->boards[i].board, board)) {
      pack->has_kept = TRUE;
      pack->n_kept = futures->boards[i].kept;
      pack->kept_year = futures->boards[i].year;
    }
}

static void
add_head (GpPack *pack, const GpReportInput *input, guint32 board)
{
  const GpScenario *scenario = &input->project->scenarios[input->scenario];
  const char *name =
      gp_extract_harmless (input->project, board, gp_pack_name (scenario->name, scenario->code));
  char first[GP_YEAR_BYTES], last[GP_YEAR_BYTES];

  pack->doc->subtitle = gp_text_fill (pack->language, GP_TEXT_PACK_SUBTITLE,
                                      gp_year_format (pack->project->plan_from, first),
                                      gp_year_format (pack->project->last_year, last), NULL);
  pack->doc->subject = g_strdup (gp_text (pack->language, GP_TEXT_PACK_SUBJECT));
  gp_stamps_add (pack->doc, input,
                 name != NULL ? name : gp_text (pack->language, GP_TEXT_SCENARIO_UNNAMED));
}

GpDoc *
gp_pack_new (const GpReportInput *input, guint32 board, GpLanguage language, const char *stem,
             GError **error)
{
  g_autoptr (GpReportExtract) extract = gp_report_extract_new (input, board, error);

  if (extract == NULL)
    return NULL;
  const GpBoard *row = &extract->project->boards[0];
  GpPack pack = {.language = language,
                 .project = extract->project,
                 .scenario = extract->scenario,
                 .plan = extract->plan,
                 .published = extract->published,
                 .coaching = extract->coaching,
                 .published_when = input->published_when};
  g_autoptr (GpFinance) finance =
      gp_finance_new (extract->project, extract->scenario, extract->plan);
  g_autoptr (GpDoc) doc =
      gp_doc_new (language, stem, gp_pack_name (row->name, row->code), input->as_of);
  pack.finance = finance;
  pack.doc = doc;
  take_futures (&pack, input->futures, row->code);
  add_head (&pack, input, board);
  add_chapters (&pack);
  return g_steal_pointer (&doc);
}
