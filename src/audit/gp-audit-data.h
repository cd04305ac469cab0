/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the audit derives from a project under one scenario, exactly: a parameter counts as the
 * decimal that was typed. Years are indices 0 .. n_years-1 from plan_from.
 *
 * Everything here is worked out again from the project; nothing is taken from the planner. */
#pragma once

#include "gp-audit-number.h"

#include <groeiplan/gp-parameter.h>

G_BEGIN_DECLS

#define GP_AUDIT_MAX_SUPPORT 10

/* A cell: the eligible schools that share board, sector, region and need. */
typedef struct {
  guint32 board, sector, region;
  GpNeed need;
  guint n_schools, n_ready; /* N_c, ready_c */
  guint n_counted;          /* schools whose pupils are known */
  guint64 pupils;           /* of those; P_c = pupils / n_counted */
} GpAuditCell;

/* A region in which a board has schools. */
typedef struct {
  guint32 board, region;
  guint32
      coached;   /* its number among the places whose board can have verandercoaches, or GP_NONE */
  mpq_ptr carry; /* by year: days asked by schools started in history; NULL: none */
} GpAuditPlace;

typedef struct {
  gboolean is_partner, can_partner;
  guint32 coached; /* its number among the boards that can have verandercoaches, or GP_NONE */
  guint first_cell, n_cells, first_place, n_places;
  guint n_started;     /* part0 */
  mpq_ptr heads, days; /* by year: V0 and G0; NULL: none */
  mpz_t most;          /* M_b */
  const GpAuditNumber *minus_most;
} GpAuditBoard;

typedef struct {
  guint n_support;
  gboolean groeikracht;
  const GpAuditNumber *support[GP_AUDIT_MAX_SUPPORT]; /* days asked in the k-th support year */
  mpq_t most_support;                                 /* the largest of those */
} GpAuditSector;

typedef struct {
  const GpAuditNumber *handed[GP_AUDIT_MAX_SUPPORT]; /* minus handover share x support */
  const GpAuditNumber *recruitment;          /* days a start of this year asks the year before */
  const GpAuditNumber *share_in, *share_out; /* 1 - share, - share; NULL: no such rule */
} GpAuditSectorYear;

typedef struct {
  mpq_t target[GP_N_PROGRAMMES]; /* cohort targets up to and including this year */
  mpq_t interest, partner_cap, training_cap;
  mpq_t handover, candidates, coach_days;
  mpq_t heads, hire_room;                      /* known expert coaches; max (0, cap - heads) */
  const GpAuditNumber *equity_in, *equity_out; /* 1 - share, - share; NULL: no such rule */
  const GpAuditNumber *minus_coach_days,
      *first_year_less; /* first_year_less: days - first-year days */
  const GpAuditNumber *minus_candidates;
} GpAuditYear;

/* Numbers that no year changes. */
typedef struct {
  mpq_t retention, expert_retention; /* expert_retention: 1 - attrition */
  mpq_t coach_days, partnership_days,
      training_days; /* expert days a coach, a partner, a training */
  mpq_t expert_days, expert_training_days, lending;
  mpq_t weight[GP_N_NEEDS];
  mpq_t cost_expert, cost_coach, cost_training, cost_partnership, cost_hire, cost_lent,
      cost_overload;
  gboolean require_ready;
} GpAuditScalars;

typedef struct {
  const GpAuditNumber *one, *minus_one, *minus_retention, *minus_expert_retention;
  const GpAuditNumber *coach_days, *partnership_days, *training_less; /* training - coach days */
  const GpAuditNumber *minus_expert_days, *expert_training_days, *minus_lending;
} GpAuditCoefficients;

/* Where each kind of decision has its columns; see gp-audit-columns.c. */
typedef enum {
  GP_AUDIT_COLUMN_START,
  GP_AUDIT_COLUMN_PARTNER,
  GP_AUDIT_COLUMN_TRAINING,
  GP_AUDIT_COLUMN_STOCK,
  GP_AUDIT_COLUMN_COACH_DAYS,
  GP_AUDIT_COLUMN_HIRE,
  GP_AUDIT_COLUMN_HIRED,
  GP_AUDIT_COLUMN_LENDING,
  GP_AUDIT_COLUMN_OVERLOAD,
  GP_AUDIT_COLUMN_DELAY,
  GP_AUDIT_N_COLUMN_KINDS
} GpAuditColumnKind;

typedef struct _GpAuditPublished GpAuditPublished; /* gp-audit-published.h */

typedef struct {
  const GpProject *project;
  guint32 scenario;
  GpAuditPublished *published; /* NULL: no priority `change` */
  guint n_years, n_regions, n_sectors, n_boards, n_cells, n_places, n_coached_boards,
      n_coached_places;
  GPtrArray *numbers;
  GpAuditScalars scalars;
  GpAuditCoefficients coefficients;
  GpAuditYear *years;
  GpAuditSector *sectors;
  GpAuditSectorYear *sector_years; /* [sector * n_years + year] */
  GpAuditCell *cells;              /* by board */
  GpAuditPlace *places;            /* by board */
  GpAuditBoard *boards;
  guint32 *coached_boards, *coached_places; /* their indices among boards and places */
  GArray **region_cells, **region_places;   /* by region: indices */
  GArray **region_boards; /* boards at home there, that can have verandercoaches */
  mpq_ptr available;      /* [region * n_years + year]: A */
  mpq_ptr
      demand; /* [region * n_years + year]: never more days are asked there (gp-audit-boxes.c) */
  guint first[GP_AUDIT_N_COLUMN_KINDS + 1];
} GpAuditData;

/* NULL with GP_ERROR_DATA when the scenario lacks a value without which no rule can be written, or
 * when the project is too large. */
GpAuditData *gp_audit_data_new (const GpProject *project, guint32 scenario, GError **error);
void gp_audit_data_free (GpAuditData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpAuditData, gp_audit_data_free)

GpYear gp_audit_year (const GpAuditData *data, guint year);

/* Parts of gp_audit_data_new. */
void gp_audit_data_add_cells (GpAuditData *data);
void gp_audit_data_add_carry (GpAuditData *data);
void gp_audit_data_add_experts (GpAuditData *data);
void gp_audit_data_add_coaches (GpAuditData *data);
void gp_audit_data_add_columns (GpAuditData *data);
void gp_audit_data_add_boxes (GpAuditData *data);

/* V0 and G0 of a board in a year; zero where it has none. */
void gp_audit_known_heads (const GpAuditData *data, guint32 board, guint year, mpq_ptr out);
void gp_audit_known_days (const GpAuditData *data, guint32 board, guint year, mpq_ptr out);

/* max (0, M_b - V0[b,year]). */
void gp_audit_room (const GpAuditData *data, guint32 board, guint year, mpq_ptr out);

/* ---- columns --------------------------------------------------------------------------------- */

guint gp_audit_n_columns (const GpAuditData *data);
GpAuditColumnKind gp_audit_column_kind (const GpAuditData *data, guint column);
/* FALSE for a number that stands for no decision (a region that lends to itself). */
gboolean gp_audit_column_exists (const GpAuditData *data, guint column);

/* FALSE where the cell's sector has no Groeikracht. */
gboolean gp_audit_may_start (const GpAuditData *data, guint cell, GpProgramme programme);
guint gp_audit_start (const GpAuditData *data, guint cell, GpProgramme programme, guint year);
guint gp_audit_by_board (const GpAuditData *data, GpAuditColumnKind kind, guint32 board,
                         guint year);
guint gp_audit_coach_days (const GpAuditData *data, guint place, guint year);
guint gp_audit_by_region (const GpAuditData *data, GpAuditColumnKind kind, guint32 region,
                          guint year);
guint gp_audit_lending (const GpAuditData *data, guint32 from, guint32 to, guint year);
guint gp_audit_delay (const GpAuditData *data, GpProgramme programme, guint year);

/* What a column is about; unused members are GP_NONE (programme NONE). */
typedef struct {
  GpAuditColumnKind kind;
  guint year;
  guint32 cell, board, place, region, to_region;
  GpProgramme programme;
} GpAuditColumn;
GpAuditColumn gp_audit_column (const GpAuditData *data, guint column);

/* How many columns from this first one on share a box. */
guint gp_audit_box_group (const GpAuditData *data, guint column);
/* A whole number that the sum of the columns of its box never needs to pass. */
void gp_audit_box (const GpAuditData *data, guint column, mpz_ptr out);

/* The column's coefficient in a priority, minimised (reach is negated); FALSE when it is zero. */
gboolean gp_audit_objective (const GpAuditData *data, GpPriorityId id, guint column, mpq_ptr out);

G_END_DECLS
