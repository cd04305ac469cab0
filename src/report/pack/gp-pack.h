/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The board pack: what it is made from (an extract alone), and its chapters, each a file that adds
 * its blocks to the document.
 */
#pragma once

#include "gp-doc.h"
#include "gp-text.h"

#include <groeiplan/gp-finance.h>
#include <groeiplan/gp-report.h>

typedef struct {
  GpLanguage language;
  const GpProject *project; /* the extract's: one board, number 0 */
  guint32 scenario;
  const GpPlan *plan, *published;
  const GpCoaching *coaching;
  GpFinance *finance;
  gint64 published_when;
  GpDoc *doc;
  /* how sure: of this board alone */
  gboolean has_futures, has_kept;
  guint32 n_futures, n_kept;
  GpYear kept_year;
} GpPack;

/* Schools by what the plan says of them. */
typedef struct {
  guint started, planned, waiting, excluded;
} GpPackSchools;

GpPackSchools gp_pack_count_schools (const GpPack *pack);
gint64 gp_pack_trainings (const GpPack *pack, GpYear year); /* GP_YEAR_NONE: of all years */
GpYear gp_pack_partner_year (const GpPack *pack);           /* by plan; GP_YEAR_NONE: not */
gint64 gp_pack_days (const GpPack *pack);                   /* hundredths, all visits */

typedef struct {
  guint schools;
  gint64 fees, government; /* cents */
} GpPackCost;
GpPackCost gp_pack_cost (const GpPack *pack, GpYear year); /* GP_YEAR_NONE: of all years */
/* Names of the sectors that have schools in a support year and no fee; free with g_ptr_array_unref
 * (). */
GPtrArray *gp_pack_lacking_fees (const GpPack *pack);

/* The programme that a school started, or starts by plan; REGULAR when it is not known. */
GpProgramme gp_pack_programme (const GpPack *pack, guint32 school);
const char *gp_pack_programme_text (const GpPack *pack, GpProgramme programme);
/* The start by plan or in history; GP_YEAR_NONE: neither. */
GpYear gp_pack_start (const GpPack *pack, guint32 school);
/* The board's schools by start, name and code; those without a start last. Free with g_array_unref
 * (). */
GArray *gp_pack_school_order (const GpPack *pack); /* of guint32 */
/* A name, or the code where there is none. */
const char *gp_pack_name (const char *name, const char *code);

/* A column for every plan year; those beyond the goal are marked. */
void gp_pack_year_columns (const GpPack *pack, GpGrid *grid, GpGridKind kind, GpGridTotal total);
/* A year as a row's head, marked when it lies beyond the goal. */
char *gp_pack_year (const GpPack *pack, GpYear year);

void gp_pack_add_schools (GpPack *pack);
void gp_pack_add_coaches (GpPack *pack);
void gp_pack_add_verandercoaches (GpPack *pack);
void gp_pack_add_asked (GpPack *pack);
void gp_pack_add_costs (GpPack *pack);
void gp_pack_add_changes (GpPack *pack);
void gp_pack_add_sure (GpPack *pack);
void gp_pack_add_sources (GpPack *pack);

/* gp-pack-notes.c: the number of the note that says where such figures come from; 0: there is none.
 */
guint gp_pack_note_data (GpPack *pack);
guint gp_pack_note_plan (GpPack *pack);
guint gp_pack_note_days (GpPack *pack);
guint gp_pack_note_fee (GpPack *pack, guint32 sector);
guint gp_pack_note_share (GpPack *pack);
guint gp_pack_note_index (GpPack *pack);
guint gp_pack_note_fees (GpPack *pack);
guint gp_pack_note_cost (GpPack *pack);
guint gp_pack_note_fact (GpPack *pack, const char *name, GpTextId what);
guint gp_pack_note_published (GpPack *pack);
guint gp_pack_note_futures (GpPack *pack);

/* A coach's name in the language of the pack; a new string. */
char *gp_pack_coach (const GpPack *pack, guint32 coach);

/* The pack as a document. stem: of its files. */
GpDoc *gp_pack_new (const GpReportInput *input, guint32 board, GpLanguage language,
                    const char *stem, GError **error);
