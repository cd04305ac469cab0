/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every decision of the planning model has a column number; kind after kind:
 *
 *   start      cell, programme, year       coach days  place of a coached board, year
 *   partner    coached board, year         hire, hired region, year (h and H)
 *   training   coached board, year (n)     lending     region, region, year
 *   stock      coached board, year (N)     overload    region, year
 *                                          delay       programme, year
 *
 * A coached board is one that can have verandercoaches. Some numbers stand for nothing (see
 * gp_audit_column_exists): that keeps the arithmetic plain. */
#include "gp-audit-data.h"

void
gp_audit_data_add_columns (GpAuditData *data)
{
  const guint years = data->n_years, regions = data->n_regions;
  const guint n[GP_AUDIT_N_COLUMN_KINDS] = {
      [GP_AUDIT_COLUMN_START] = data->n_cells * GP_N_PROGRAMMES * years,
      [GP_AUDIT_COLUMN_PARTNER] = data->n_coached_boards * years,
      [GP_AUDIT_COLUMN_TRAINING] = data->n_coached_boards * years,
      [GP_AUDIT_COLUMN_STOCK] = data->n_coached_boards * years,
      [GP_AUDIT_COLUMN_COACH_DAYS] = data->n_coached_places * years,
      [GP_AUDIT_COLUMN_HIRE] = regions * years,
      [GP_AUDIT_COLUMN_HIRED] = regions * years,
      [GP_AUDIT_COLUMN_LENDING] = regions * regions * years,
      [GP_AUDIT_COLUMN_OVERLOAD] = regions * years,
      [GP_AUDIT_COLUMN_DELAY] = GP_N_PROGRAMMES * years,
  };
  for (guint kind = 0; kind < GP_AUDIT_N_COLUMN_KINDS; kind++)
    data->first[kind + 1] = data->first[kind] + n[kind];
}

guint
gp_audit_n_columns (const GpAuditData *data)
{
  return data->first[GP_AUDIT_N_COLUMN_KINDS];
}

GpAuditColumnKind
gp_audit_column_kind (const GpAuditData *data, guint column)
{
  guint kind = 0;
  while (column >= data->first[kind + 1])
    kind++;
  return (GpAuditColumnKind)kind;
}

gboolean
gp_audit_may_start (const GpAuditData *data, guint cell, GpProgramme programme)
{
  return programme == GP_PROGRAMME_REGULAR || data->sectors[data->cells[cell].sector].groeikracht;
}

guint
gp_audit_start (const GpAuditData *data, guint cell, GpProgramme programme, guint year)
{
  return data->first[GP_AUDIT_COLUMN_START] +
         (cell * GP_N_PROGRAMMES + (guint)programme) * data->n_years + year;
}

guint
gp_audit_by_board (const GpAuditData *data, GpAuditColumnKind kind, guint32 board, guint year)
{
  return data->first[kind] + data->boards[board].coached * data->n_years + year;
}

guint
gp_audit_coach_days (const GpAuditData *data, guint place, guint year)
{
  return data->first[GP_AUDIT_COLUMN_COACH_DAYS] + data->places[place].coached * data->n_years +
         year;
}

guint
gp_audit_by_region (const GpAuditData *data, GpAuditColumnKind kind, guint32 region, guint year)
{
  return data->first[kind] + region * data->n_years + year;
}

guint
gp_audit_lending (const GpAuditData *data, guint32 from, guint32 to, guint year)
{
  return data->first[GP_AUDIT_COLUMN_LENDING] + (from * data->n_regions + to) * data->n_years +
         year;
}

guint
gp_audit_delay (const GpAuditData *data, GpProgramme programme, guint year)
{
  return data->first[GP_AUDIT_COLUMN_DELAY] + (guint)programme * data->n_years + year;
}

GpAuditColumn
gp_audit_column (const GpAuditData *data, guint column)
{
  GpAuditColumn out = {.kind = gp_audit_column_kind (data, column),
                       .cell = GP_NONE,
                       .board = GP_NONE,
                       .place = GP_NONE,
                       .region = GP_NONE,
                       .to_region = GP_NONE,
                       .programme = GP_PROGRAMME_NONE};
  guint thing = (column - data->first[out.kind]) / data->n_years;
  out.year = (column - data->first[out.kind]) % data->n_years;
  switch (out.kind) {
  case GP_AUDIT_COLUMN_START:
    out.cell = thing / GP_N_PROGRAMMES;
    out.programme = (GpProgramme)(thing % GP_N_PROGRAMMES);
    break;
  case GP_AUDIT_COLUMN_PARTNER:
  case GP_AUDIT_COLUMN_TRAINING:
  case GP_AUDIT_COLUMN_STOCK:
    out.board = data->coached_boards[thing];
    break;
  case GP_AUDIT_COLUMN_COACH_DAYS:
    out.place = data->coached_places[thing];
    break;
  case GP_AUDIT_COLUMN_LENDING:
    out.region = thing / data->n_regions;
    out.to_region = thing % data->n_regions;
    break;
  case GP_AUDIT_COLUMN_DELAY:
    out.programme = (GpProgramme)thing;
    break;
  default:
    out.region = thing;
  }
  return out;
}

gboolean
gp_audit_column_exists (const GpAuditData *data, guint column)
{
  GpAuditColumn c = gp_audit_column (data, column);
  if (c.kind == GP_AUDIT_COLUMN_START)
    return gp_audit_may_start (data, c.cell, c.programme);
  if (c.kind == GP_AUDIT_COLUMN_PARTNER)
    return !data->boards[c.board].is_partner; /* a partner already is one */
  if (c.kind == GP_AUDIT_COLUMN_LENDING)
    return c.region != c.to_region;
  return TRUE;
}
