/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of a pack: where each figure comes from. The plan, the data, or a tariff or fact with
 * its report or the word that it is an assumption; what is worked out names the notes that it
 * follows from. Each function gives a note's number, and makes it when it is cited first. */
#include "gp-pack.h"

#include "gp-doc-notes.h"
#include "gp-provenance.h"

#include <groeiplan/gp-parameter.h>
#include <string.h>

static guint
plain_note (GpPack *pack, GpTextId what, char *source)
{
  return gp_doc_note (pack->doc, g_strdup (gp_text (pack->language, what)), g_strdup (""), source);
}

guint
gp_pack_note_data (GpPack *pack)
{
  return plain_note (pack, GP_TEXT_SRC_SCHOOLS,
                     g_strdup (gp_text (pack->language, GP_TEXT_SOURCE_SCHOOLS)));
}

guint
gp_pack_note_plan (GpPack *pack)
{
  return plain_note (pack, GP_TEXT_SRC_STARTS,
                     g_strdup (gp_text (pack->language, GP_TEXT_SOURCE_PLAN)));
}

/* How a value is printed: "€ 8.500", "50%", "2,5". */
static char *
value_text (const GpPack *pack, GpParam param, GpDecimal value)
{
  double number = gp_decimal_to_double (value);

  if (param == GP_PARAM_SCHOOL_FEE)
    return gp_format_money ((gint64)(number * 100 + 0.5), value.scale > 0, pack->language);
  if (param == GP_PARAM_GOVERNMENT_SHARE || param == GP_PARAM_PRICE_INDEX)
    return gp_format_percent (number, value.scale > 2 ? 1 : 0, pack->language);
  return gp_format_number (number, value.scale > 2 ? 2 : value.scale, pack->language);
}

/* 0 where the project says nothing. */
static guint
parameter_note (GpPack *pack, GpParam param, const char *scope, char *what)
{
  GpDecimal value;
  guint32 row;

  if (!gp_param_lookup (pack->project, pack->scenario, param, scope, pack->project->plan_from,
                        &value, &row)) {
    g_free (what);
    return 0;
  }
  return gp_doc_note (pack->doc, what, value_text (pack, param, value),
                      gp_provenance_of_parameter (pack->project, row, FALSE, pack->language));
}

static gboolean
has_sector (const GpPack *pack, guint32 sector)
{
  for (guint i = 0; i < pack->project->n_schools; i++)
    if (pack->project->schools[i].sector == sector)
      return TRUE;
  return FALSE;
}

guint
gp_pack_note_fee (GpPack *pack, guint32 sector)
{
  const GpSector *row = &pack->project->sectors[sector];

  return parameter_note (
      pack, GP_PARAM_SCHOOL_FEE, row->code,
      gp_text_fill (pack->language, GP_TEXT_SRC_FEE, gp_pack_name (row->name, row->code), NULL));
}

guint
gp_pack_note_share (GpPack *pack)
{
  return parameter_note (pack, GP_PARAM_GOVERNMENT_SHARE, NULL,
                         g_strdup (gp_text (pack->language, GP_TEXT_SRC_SHARE)));
}

guint
gp_pack_note_index (GpPack *pack)
{
  return parameter_note (pack, GP_PARAM_PRICE_INDEX, NULL,
                         g_strdup (gp_text (pack->language, GP_TEXT_SRC_INDEX)));
}

guint
gp_pack_note_days (GpPack *pack)
{
  guint notes[GP_MAX_SECTORS * 8], n = 0;

  for (guint32 s = 0; s < pack->project->n_sectors; s++) {
    const GpSector *row = &pack->project->sectors[s];
    for (guint k = 1; has_sector (pack, s) && k <= row->support_years && n < G_N_ELEMENTS (notes);
         k++) {
      g_autofree char *scope = g_strdup_printf ("%s:%u", row->code, k);
      notes[n++] = parameter_note (pack, GP_PARAM_SUPPORT_DAYS, scope,
                                   gp_text_fill (pack->language, GP_TEXT_SRC_DAYS,
                                                 gp_pack_name (row->name, row->code),
                                                 strrchr (scope, ':') + 1, NULL));
    }
  }
  g_autofree char *numbers = gp_note_numbers (pack->language, notes, n);
  return plain_note (pack, GP_TEXT_SRC_ALL_DAYS,
                     gp_text_fill (pack->language, GP_TEXT_SRC_ALL_DAYS_HOW, numbers, NULL));
}

/* Only the fees of sectors in which the board has schools. */
guint
gp_pack_note_fees (GpPack *pack)
{
  guint notes[GP_MAX_SECTORS + 1], n = 0;

  for (guint32 s = 0; s < pack->project->n_sectors; s++)
    if (has_sector (pack, s))
      notes[n++] = gp_pack_note_fee (pack, s);
  notes[n++] = gp_pack_note_index (pack);
  g_autofree char *numbers = gp_note_numbers (pack->language, notes, n);
  return plain_note (pack, GP_TEXT_COL_FEES,
                     gp_text_fill (pack->language, GP_TEXT_SRC_FEES_HOW, numbers, NULL));
}

guint
gp_pack_note_cost (GpPack *pack)
{
  guint notes[] = {gp_pack_note_fees (pack), gp_pack_note_share (pack)};
  g_autofree char *numbers = gp_note_numbers (pack->language, notes, G_N_ELEMENTS (notes));

  return plain_note (pack, GP_TEXT_COL_SCHOOLS_PAY,
                     gp_text_fill (pack->language, GP_TEXT_SRC_COST_HOW, numbers, NULL));
}

guint
gp_pack_note_fact (GpPack *pack, const char *name, GpTextId what)
{
  for (guint32 i = 0; i < pack->project->n_facts; i++) {
    const GpFact *fact = &pack->project->facts[i];
    if (g_str_equal (fact->fact, name))
      return gp_doc_note (pack->doc, g_strdup (gp_text (pack->language, what)),
                          gp_format_number (gp_decimal_to_double (fact->value),
                                            fact->value.scale > 2 ? 2 : fact->value.scale,
                                            pack->language),
                          gp_provenance_of_fact (pack->project, i, FALSE, pack->language));
  }
  return plain_note (pack, what, g_strdup (gp_text (pack->language, GP_TEXT_SOURCE_METHOD)));
}

guint
gp_pack_note_published (GpPack *pack)
{
  g_autofree char *date = gp_text_date (pack->language, pack->published_when);

  return plain_note (pack, GP_TEXT_SRC_BEFORE,
                     gp_text_fill (pack->language, GP_TEXT_SRC_BEFORE_HOW, date, NULL));
}

guint
gp_pack_note_futures (GpPack *pack)
{
  return plain_note (pack, GP_TEXT_SRC_FUTURES,
                     g_strdup (gp_text (pack->language, GP_TEXT_SRC_FUTURES_HOW)));
}

void
gp_pack_add_sources (GpPack *pack)
{
  gp_pack_note_data (pack);
  gp_doc_notes (pack->doc);
}
