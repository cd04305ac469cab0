/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is uncertain: rows that are wrong give one sentence, and of right ones the nearest
 * scenario's count. */
#include "gp-test.h"

#include <groeiplan/gp-table.h>
#include <groeiplan/gp-uncertain.h>
#include <string.h>

typedef struct {
  guint n;
  guint32 row;
  char *column, *message;
} Heard;

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  Heard *heard = data;

  ck_assert_int_eq (table, GP_TABLE_PARAMETERS);
  if (heard->n++ > 0)
    return;
  heard->row = row;
  heard->column = g_strdup (column);
  heard->message = g_strdup (message);
}

static void
heard_clear (Heard *heard)
{
  g_free (heard->column);
  g_free (heard->message);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heard, heard_clear)

static void
add (GpProject *project, GpTableId table, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", -1);

  ck_assert_msg (g_strv_length (cells) == gp_table (table)->n_columns, "%s", text);
  gp_project_add_text (project, table, (const char *const *)cells);
}

/* Rows of parameters.csv without source and note, parted by blanks; scenarios base, child. */
static GpProject *
project_with (const char *rows, Heard *heard)
{
  GpProject *project = gp_project_new (on_problem, heard);
  g_auto (GStrv) each = g_strsplit (rows, " ", -1);

  gp_project_set_frame (project, "Example", 2026, 2031, GP_YEAR_NONE);
  add (project, GP_TABLE_SECTORS, "po|Primary|1|1");
  add (project, GP_TABLE_SECTORS, "vo|Secondary|2|1");
  add (project, GP_TABLE_SCENARIOS, "base||Base|");
  add (project, GP_TABLE_SCENARIOS, "child|base|Child|");
  add (project, GP_TABLE_SCENARIOS, "other||Other|");
  for (guint i = 0; each[i] != NULL; i++) {
    g_autofree char *row = g_strconcat (each[i], "|assumption|", NULL);
    add (project, GP_TABLE_PARAMETERS, row);
  }
  return project;
}

/* The row (from 0) and column of the one problem, and a piece of its sentence. */
static const struct {
  const char *rows;
  guint32 row;
  const char *column, *sentence;
} wrong[] = {
    {"base|uncertain:none|low||1", 0, "parameter", "no parameter of this name"},
    {"base|uncertain:|low||1", 0, "parameter", "no parameter of this name"},
    {"base|uncertain:expert_days|||1", 0, "scope", "must begin with low, mode or high"},
    {"base|uncertain:expert_days|lowest||1", 0, "scope", "must begin with low, mode or high"},
    {"base|uncertain:expert_days|low:||1", 0, "scope", "must begin with low, mode or high"},
    {"base|uncertain:expert_days|low:po||1", 0, "scope", "no scope"},
    {"base|uncertain:support_days|low:po:2||1", 0, "scope", "no such support year"},
    {"base|uncertain:cohort_target|high:po||1", 0, "scope", "groeikracht or regular"},
    {"base|uncertain:expert_days|low|2027-2028|1", 0, "year", "the same in all years"},
    {"base|uncertain:handover_share|low|2032-2033|1", 0, "year", "outside the plan"},
    {"base|uncertain:handover_share|high||1.1", 0, "value", "between 0 and 1"},
    {"base|uncertain:handover_share|factor_high||101", 0, "value", "between 0 and 100"},
    {"base|uncertain:handover_share|factor_low||-0.5", 0, "value", "between 0 and 100"},
    {"base|uncertain:require_ready|low||0", 0, "parameter", "cannot be uncertain"},
    {"base|uncertain:expert_cap|go|2027-2028|0.5", 0, "scope", "cohort_target alone"},
    {"base|uncertain:cohort_target|go:groeikracht|2027-2028|1.2", 0, "value", "between 0 and 1"},
    {"base|uncertain:cohort_target|go:groeikracht||0.5", 0, "year", "from which year on"},
    {"base|uncertain:cohort_target|go:po|2027-2028|0.5", 0, "scope", "groeikracht or regular"},
    {"base|uncertain:expert_days|low||5 base|uncertain:expert_days|mode||4 "
     "base|uncertain:expert_days|high||6",
     0, "value", "the lowest value is above the likeliest one (mode)"},
    {"base|uncertain:expert_days|low||3 base|uncertain:expert_days|mode||7 "
     "base|uncertain:expert_days|high||6",
     1, "value", "the likeliest value (mode) is above the highest one"},
    {"base|uncertain:expert_days|high||3 base|uncertain:expert_days|low||3.01", 1, "value",
     "the lowest value is above the highest one"},
    {"base|uncertain:expert_days|low||3 base|uncertain:expert_days|factor_high||3", 1, "scope",
     "cannot be mixed"},
    /* a value that is wrong by itself is not compared with others as well */
    {"base|uncertain:expert_days|low||3 base|uncertain:expert_days|high||x", 1, "value",
     "no number"},
};

START_TEST (wrong_rows_give_one_sentence)
{
  g_auto (Heard) heard = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = project_with (wrong[_i].rows, &heard);

  ck_assert (!gp_project_finish (project, &error));
  ck_assert_msg (heard.n == 1, "%s: %u problems, first %s", wrong[_i].rows, heard.n, heard.message);
  ck_assert_uint_eq (heard.row, wrong[_i].row);
  ck_assert_str_eq (heard.column, wrong[_i].column);
  ck_assert_msg (strstr (heard.message, wrong[_i].sentence) != NULL, "%s", heard.message);
}
END_TEST

static GpProject *
right_project (const char *rows)
{
  g_auto (Heard) heard = {0};
  g_autoptr (GError) error = NULL;
  GpProject *project = project_with (rows, &heard);

  ck_assert_msg (gp_project_finish (project, &error), "%s", heard.message);
  return project;
}

static void
check_spread (const GArray *spreads, guint i, GpParam param, GpSpreadKind kind, const char *scope,
              GpYear year, double low, double mode, double high)
{
  const GpSpread *spread = &g_array_index (spreads, GpSpread, i);

  ck_assert_uint_lt (i, spreads->len);
  ck_assert_int_eq (spread->param, param);
  ck_assert_int_eq (spread->kind, kind);
  ck_assert_str_eq (spread->scope, scope);
  ck_assert_int_eq (spread->year, year);
  ck_assert_double_eq (gp_decimal_to_double (spread->low), low);
  ck_assert_double_eq (gp_decimal_to_double (spread->mode), mode);
  ck_assert_double_eq (gp_decimal_to_double (spread->high), high);
}

/* The same thing in base and child, in another order and of another kind; a go; a scope and a year.
 */
static const char nearest[] =
    "base|uncertain:expert_attrition|high||0.3 base|uncertain:expert_attrition|low||0.1 "
    "base|uncertain:expert_attrition|mode||0.2 child|uncertain:expert_attrition|factor_mode||1 "
    "child|uncertain:expert_attrition|factor_low||0.5 "
    "child|uncertain:expert_attrition|factor_high||2 "
    "base|uncertain:cohort_target|go:groeikracht|2027-2028|0.75 "
    "base|uncertain:recruitment_days|low:vo|2028-2029|1 "
    "base|uncertain:recruitment_days|mode:vo|2028-2029|1 "
    "base|uncertain:recruitment_days|high:vo|2028-2029|4 other|uncertain:expert_days|low||1";

START_TEST (nearest_scenario_counts)
{
  g_autoptr (GpProject) project = right_project (nearest);
  g_autoptr (GArray) base = gp_project_spreads (project, 0, NULL);
  g_autoptr (GArray) child = gp_project_spreads (project, 1, NULL);

  ck_assert_uint_eq (base->len, 3);
  check_spread (base, 0, GP_PARAM_COHORT_TARGET, GP_SPREAD_GO, "groeikracht", 2027, 0.75, 0.75,
                0.75);
  check_spread (base, 1, GP_PARAM_RECRUITMENT_DAYS, GP_SPREAD_VALUE, "vo", 2028, 1, 1, 4);
  check_spread (base, 2, GP_PARAM_EXPERT_ATTRITION, GP_SPREAD_VALUE, "", GP_YEAR_NONE, 0.1, 0.2,
                0.3);
  ck_assert_uint_eq (child->len, 3);
  check_spread (child, 2, GP_PARAM_EXPERT_ATTRITION, GP_SPREAD_FACTOR, "", GP_YEAR_NONE, 0.5, 1, 2);
}
END_TEST

START_TEST (missing_row_is_named)
{
  g_autoptr (GpProject) project = right_project (nearest);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (gp_project_spreads (project, 2, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_msg (strstr (error->message, "uncertain:expert_days of scenario other (low)") != NULL,
                 "%s", error->message);
}
END_TEST

START_TEST (uncertain_rows_are_no_values)
{
  g_autoptr (GpProject) project = right_project (nearest);

  ck_assert_double_eq (gp_param_value (project, 1, GP_PARAM_EXPERT_ATTRITION, NULL, 2026), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("uncertain");
  TCase *tcase = tcase_create ("rows");

  tcase_add_loop_test (tcase, wrong_rows_give_one_sentence, 0, G_N_ELEMENTS (wrong));
  tcase_add_test (tcase, nearest_scenario_counts);
  tcase_add_test (tcase, missing_row_is_named);
  tcase_add_test (tcase, uncertain_rows_are_no_values);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
