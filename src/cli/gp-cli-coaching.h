/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who coaches whom on the command line: what is shown (all, or of one board, one year), and the
 * three ways to show it.
 */
#pragma once

#include "gp-cli-private.h"

#include <groeiplan/gp-coaching.h>

typedef struct {
  const GpCoaching *coaching;
  guint32 board; /* GP_NONE: all */
  GpYear year;   /* GP_YEAR_NONE: all */
} GpCliCoaching;

/* TRUE when something about that board (GP_NONE: no board in particular) and year is to be shown.
 */
static inline gboolean
gp_cli_coaching_shows (const GpCliCoaching *shown, guint32 board, GpYear year)
{
  return (shown->board == GP_NONE || shown->board == board) &&
         (shown->year == GP_YEAR_NONE || shown->year == year);
}

static inline guint32
gp_cli_coaching_board_of (const GpCliCoaching *shown, guint32 school)
{
  return shown->coaching->project->schools[school].board;
}

static inline double
gp_cli_coaching_days (gint64 hundredths)
{
  return (double)hundredths / 100;
}

/* Coaches who come to the board at all; everybody when all boards are shown. A new array. */
gboolean *gp_cli_coaching_who (const GpCliCoaching *shown);
/* The year of its support in which a school is, from 1. */
guint gp_cli_coaching_support_year (const GpCliCoaching *shown, guint32 school, GpYear year);

void gp_cli_coaching_print (const GpCliCoaching *shown);
char *gp_cli_coaching_json (const GpCliCoaching *shown, gsize *length); /* groeiplan-coaching-1 */
char *gp_cli_coaching_csv (const GpCliCoaching *shown);
