/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-kind.h. */
#include "gp-records-kind.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const GpRecordsColumn board_columns[] = {
  {"name", N_("Board"), NULL, 28, TRUE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"board", N_("Code"), N_("The number by which the register knows the board"), 8, FALSE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"home_region", N_("Home region"), N_("Verandercoaches of the board count in this region"), 12, FALSE, FALSE, TRUE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"schools", N_("Schools"), NULL, 7, FALSE, TRUE, FALSE, GP_CHIP_NONE, GP_EXTRA_COUNT, 0},
  {"taking_part", N_("Taking part"), N_("Schools that started before the plan"), 7, FALSE, TRUE, FALSE, GP_CHIP_NONE, GP_EXTRA_COUNT, 1},
  {"starts", N_("Starts planned"), N_("Schools that start in the plan"), 7, FALSE, TRUE, FALSE, GP_CHIP_NONE, GP_EXTRA_COUNT, 2},
  {"first_start", N_("First start"), N_("The first year in which the plan starts schools here"), 9, FALSE, FALSE, FALSE, GP_CHIP_FILLED, GP_EXTRA_YEAR, 3},
  {"partner_since", N_("Partner since"), N_("A partner board has verandercoaches of its own"), 9, FALSE, FALSE, FALSE, GP_CHIP_FILLED, GP_EXTRA_NONE, 0},
  {"partner_planned", N_("Partner in plan"), N_("The year in which the plan makes the board a partner"), 9, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_YEAR, 4},
  {"verandercoaches", N_("Verandercoaches"), N_("Coaches whom the board has now"), 6, FALSE, TRUE, FALSE, GP_CHIP_NONE, GP_EXTRA_COUNT, 5},
  {"max_verandercoaches", N_("Limit"), N_("The most verandercoaches the board wants; empty: no limit"), 6, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"stage", N_("Stage"), NULL, 12, FALSE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"contact", N_("Contact"), NULL, 14, FALSE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"note", N_("Note"), NULL, 18, FALSE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
};
static const GpRecordsColumn school_columns[] = {
  {"name", N_("School"), NULL, 26, TRUE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"school", N_("Code"), N_("The code by which the register knows the school"), 9, FALSE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"board", N_("Board"), NULL, 22, TRUE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"sector", N_("Sector"), NULL, 14, FALSE, FALSE, TRUE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"region", N_("Region"), NULL, 11, FALSE, FALSE, TRUE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"pupils", N_("Pupils"), NULL, 7, FALSE, TRUE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"high_need", N_("High need"), N_("Much to gain: these schools go first where the plan asks so"), 5, FALSE, FALSE, FALSE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"started", N_("Started"), N_("The school year in which the school began, before the plan"), 9, FALSE, FALSE, FALSE, GP_CHIP_FILLED, GP_EXTRA_NONE, 0},
  {"programme", N_("Programme"), N_("In which the school began"), 10, FALSE, FALSE, FALSE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"planned", N_("Start planned"), N_("The year in which the plan lets the school begin"), 9, FALSE, FALSE, FALSE, GP_CHIP_FILLED, GP_EXTRA_YEAR, 0},
  {"intake", N_("Intake"), N_("How far the school is on its way to starting"), 11, FALSE, FALSE, FALSE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"team_support", N_("Team support"), N_("There is support in the team (draagvlak)"), 5, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"leader_active", N_("Active leader"), N_("The school leader takes an active part"), 5, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"coach_time", N_("Coach time"), N_("Internal coaches are free for half a day a week"), 5, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"session_time", N_("Session time"), N_("All teachers have two hours a week for working sessions"), 5, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"excluded", N_("Left out"), N_("The plan does not start this school"), 5, FALSE, FALSE, FALSE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
};
static const GpRecordsColumn expert_columns[] = {
  {"name", N_("Expert coach"), NULL, 24, TRUE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"coach", N_("Code"), NULL, 8, FALSE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"region", N_("Region"), NULL, 12, FALSE, FALSE, TRUE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"days_per_year", N_("Days a year"), N_("Days at schools in a school year"), 8, FALSE, TRUE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"sectors", N_("Sectors"), N_("Where the coach can work; empty: everywhere"), 22, TRUE, FALSE, TRUE, GP_CHIP_VALUES, GP_EXTRA_NONE, 0},
  {"from_year", N_("From"), N_("The first school year; empty: always"), 9, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"to_year", N_("Until"), N_("The last school year; empty: for ever"), 9, FALSE, FALSE, FALSE, GP_CHIP_FILLED, GP_EXTRA_NONE, 0},
};
static const GpRecordsColumn verandercoach_columns[] = {
  {"name", N_("Verandercoach"), NULL, 24, TRUE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"coach", N_("Code"), NULL, 8, FALSE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"board", N_("Board"), NULL, 24, TRUE, FALSE, TRUE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"region", N_("Home region"), N_("Of the board"), 12, FALSE, FALSE, TRUE, GP_CHIP_VALUES, GP_EXTRA_REGION, 0},
  {"trained_year", N_("Trained"), N_("The school year of the training"), 9, FALSE, FALSE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"days_per_year", N_("Days a year"), N_("Days at schools in a school year; empty: as the scenario says"), 8, FALSE, TRUE, FALSE, GP_CHIP_NONE, GP_EXTRA_NONE, 0},
  {"to_year", N_("Until"), N_("The last school year; empty: for ever"), 9, FALSE, FALSE, FALSE, GP_CHIP_FILLED, GP_EXTRA_NONE, 0},
};
/* clang-format on */

const GpRecordsKind gp_records_boards = {GP_TABLE_BOARDS, board_columns,
                                         G_N_ELEMENTS (board_columns), 0};
const GpRecordsKind gp_records_schools = {GP_TABLE_SCHOOLS, school_columns,
                                          G_N_ELEMENTS (school_columns), 0};
const GpRecordsKind gp_records_expert_coaches = {GP_TABLE_EXPERT_COACHES, expert_columns,
                                                 G_N_ELEMENTS (expert_columns), 0};
const GpRecordsKind gp_records_verandercoaches = {GP_TABLE_VERANDERCOACHES, verandercoach_columns,
                                                  G_N_ELEMENTS (verandercoach_columns), 0};

int
gp_records_table_column (const GpRecordsKind *kind, guint column)
{
  if (kind->columns[column].extra != GP_EXTRA_NONE)
    return -1;
  return gp_table_column (kind->table, kind->columns[column].name);
}

const GpColumn *
gp_records_column_info (const GpRecordsKind *kind, guint column)
{
  int at = gp_records_table_column (kind, column);

  return at >= 0 ? &gp_table (kind->table)->columns[at] : NULL;
}

gboolean
gp_records_is_numeric (const GpRecordsKind *kind, guint column)
{
  const GpColumn *info = gp_records_column_info (kind, column);

  if (info == NULL)
    return kind->columns[column].extra == GP_EXTRA_COUNT;
  return info->type == GP_COLUMN_INTEGER || info->type == GP_COLUMN_DECIMAL ||
         info->type == GP_COLUMN_MONEY;
}

/* "school" is the column of that name, a code; "School" is the title of the names. */
static int
find_name (const GpRecordsKind *kind, const char *heading)
{
  for (guint i = 0; i < kind->n_columns; i++)
    if (g_str_equal (heading, kind->columns[i].name))
      return (int)i;
  return -1;
}

int
gp_records_find_column (const GpRecordsKind *kind, const char *heading)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (heading));
  g_autofree char *wanted = g_utf8_casefold (trimmed, -1);
  int named = find_name (kind, trimmed);

  for (guint i = 0; named < 0 && i < kind->n_columns; i++) {
    const GpRecordsColumn *column = &kind->columns[i];
    g_autofree char *here = g_utf8_casefold (_ (column->title), -1);
    g_autofree char *english = g_utf8_casefold (column->title, -1);

    if (g_str_equal (wanted, here) || g_str_equal (wanted, english))
      named = (int)i;
  }
  return named;
}

char *
gp_records_count_text (GpTableId table, guint n)
{
  g_autofree char *count = gp_format_integer (n, gp_numbers_current ());

  switch (table) {
  case GP_TABLE_BOARDS:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s board", "%s boards", n), count);
  case GP_TABLE_SCHOOLS:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s school", "%s schools", n), count);
  case GP_TABLE_EXPERT_COACHES:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s expert coach", "%s expert coaches", n), count);
  case GP_TABLE_VERANDERCOACHES:
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s verandercoach", "%s verandercoaches", n), count);
  case GP_TABLE_PINS:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pin", "%s pins", n), count);
  default:
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n), count);
  }
}
