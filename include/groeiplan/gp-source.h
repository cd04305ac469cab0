/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Where a figure comes from: a small tree that any figure of the program can answer with.
 *
 * A leaf was given by somebody: a report, an assumption, a register file, a person who typed it in.
 * A figure that was worked out is COMPUTED, and its parts are the figures that it was worked out
 * from, each with its own source.
 *
 * Data rows say where they come from in their column `source`, read here as
 *
 *     assumption            an assumption
 *     typed [2026-11-22]    typed in by a person, on that day when it is given
 *     fact:NAME             the fact of that name in facts.csv: its report and section
 *     register:FILE[:ROW]   a register file, and the row in it
 *     (empty)               nobody said
 *     anything else         a report and its section: "report-2024-2025, annex 1"
 */
#pragma once

#include <groeiplan/gp-figures.h>
#include <groeiplan/gp-parameter.h>

G_BEGIN_DECLS

typedef enum {
  GP_SOURCE_REPORT, /* a report and section, by itself or through a fact */
  GP_SOURCE_ASSUMPTION,
  GP_SOURCE_REGISTER,
  GP_SOURCE_TYPED,
  GP_SOURCE_DEFAULT,  /* the program's neutral value: the project gives none */
  GP_SOURCE_COMPUTED, /* from its parts */
  GP_SOURCE_UNKNOWN,  /* nobody said */
  GP_N_SOURCE_KINDS
} GpSourceKind;

/* "report", "assumption", ...: as in JSON, not translated. */
const char *gp_source_kind_name (GpSourceKind kind);
/* The same for people, translated: "Report", "Assumption", ... */
const char *gp_source_kind_label (GpSourceKind kind);

typedef struct _GpSource GpSource;

/* Read the members, never write them. Strings are never NULL. */
struct _GpSource {
  GpSourceKind kind;
  const char *what;  /* the figure, translated: "Rate per school that starts" */
  const char *value; /* as people read it: "€ 248.371,00"; "" when there is none to show */
  const char *text; /* where from, translated: "report-2024-2025, annex 1"; of a computed one how */
  const char *place; /* the row that says so, not translated: "budgets.csv row 8"; else "" */
  guint n_parts;
  GpSource *const *parts;
};

/* A new source; strings are copied, NULL counts as "". */
GpSource *gp_source_new (GpSourceKind kind, const char *what, const char *value, const char *text,
                         const char *place);
/* Takes the part over. */
void gp_source_add (GpSource *source, GpSource *part);
void gp_source_free (GpSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpSource, gp_source_free)

/* The source that a data row tells in its column `source` (above), with its note ("" or NULL
 * without); table and row say which row it is (GP_N_TABLES: none). For fact:NAME the facts of that
 * name are its parts: with several, the reports disagree or tell of several years. */
GpSource *gp_source_from_row (const GpProject *project, GpTableId table, guint32 row,
                              const char *source, const char *note, const char *what,
                              const char *value);

/* Where the value of a parameter comes from: its row in the nearest scenario, or the default. */
GpSource *gp_source_parameter (const GpProject *project, guint32 scenario, GpParam param,
                               const char *scope, GpYear year);

/* Where a figure of a plan (gp-figures.h) comes from: the plan's rows of that year, and the
 * parameters that decide it. year: GP_YEAR_NONE for the headline value. */
GpSource *gp_source_figure (const GpProject *project, guint32 scenario, const GpPlan *plan,
                            GpPlanPart part, GpFigureId figure, GpYear year);

/* The whole tree as lines of text, a part two blanks further to the right than what it is a part
 * of: what a tooltip, a cell note or a copy shows. A part does not repeat the words of its whole, and
 * what holds for all parts of one is said once, on a line before them. depth: 0 for the figure alone, 1 for its parts
 * too, ...; a negative one for all. A new string without a final line end. */
char *gp_source_to_text (const GpSource *source, int depth);

G_END_DECLS
