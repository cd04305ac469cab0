/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every check of a project: a valid project with one wrong row added gives just that problem, with
 * its table, row and column, and cannot be finished. */
#include "gp-test.h"

#include <groeiplan/gp-table.h>
#include <string.h>

typedef struct {
  guint n;
  GpTableId table;
  guint32 row;
  char *column, *message;
} Heard;

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  Heard *heard = data;

  heard->n++;
  if (heard->n > 1)
    return;
  heard->table = table;
  heard->row = row;
  heard->column = g_strdup (column);
  heard->message = g_strdup (message);
}

static void
heard_clear (Heard *heard)
{
  g_free (heard->column);
  g_free (heard->message);
  *heard = (Heard){0};
}

/* A small project that has what the rows below name: boards B1 (partner) and B2 (none), school S1,
 * scenarios base, child and orphan (no parent), years 2026-2027 to 2031-2032. */
static const struct {
  GpTableId table;
  const char *cells;
} valid[] = {
    {GP_TABLE_REGIONS, "north|North"},
    {GP_TABLE_PROVINCES, "Noordland|north"},
    {GP_TABLE_SECTORS, "po|Primary|1|1"},
    {GP_TABLE_SECTORS, "mbo|Vocational|2|0"},
    {GP_TABLE_BOARDS, "B1|First|north|2020-2021|3|||"},
    {GP_TABLE_BOARDS, "B2|Second|north|||two\nlines||"},
    {GP_TABLE_SCHOOLS, "S1|B1|One|po|north|100|1|2024-2025|groeikracht|0|ready|1|0||"},
    {GP_TABLE_EXPERT_COACHES, "E1|Coach|north|120.5|2020-2021|2020-2021|po+mbo"},
    {GP_TABLE_VERANDERCOACHES, "V1|B1|Coach|2022-2023||2022-2023"},
    {GP_TABLE_SCENARIOS, "base||Base|"},
    {GP_TABLE_SCENARIOS, "child|base|Child|"},
    {GP_TABLE_PARAMETERS, "base|support_days|po:1||20|assumption|"},
    {GP_TABLE_PARAMETERS, "base|support_days|mbo:2||20|assumption|"},
    {GP_TABLE_PARAMETERS, "base|cohort_target|regular|2026-2027|20|assumption|"},
    {GP_TABLE_PARAMETERS, "base|uncertain:expert_attrition|low||0.02|assumption|"},
    {GP_TABLE_PARAMETERS, "base|need_weight|high||2|assumption|"},
    {GP_TABLE_PARAMETERS, "base|price_index|||-0.5|assumption|"},
    {GP_TABLE_PRIORITIES, "base|1|overload"},
    {GP_TABLE_PRIORITIES, "base|3|cost"},
    {GP_TABLE_PINS, "base|start|B1|po|groeikracht|2027-2028|2|2|because"},
    {GP_TABLE_PINS, "base|partner|B2|||2026-2027|1||"},
    {GP_TABLE_PINS, "base|training|B1|||2031-2032||5|"},
    {GP_TABLE_PROJECTS, "1|Een|One"},
    {GP_TABLE_BUDGETS, "1|2024-2025|actual||968142|report|"},
    {GP_TABLE_BUDGETS, "1|2024-2025|actual|base|968142.5|report|"},
    {GP_TABLE_PLEDGES, "Fund|1|2024-2025|100|report|"},
    {GP_TABLE_DRIVERS, "base|1|fixed|12.25|estimate"},
    {GP_TABLE_FACTS, "schools|1600|schools|2025-2026|report|2.3|"},
};

static gboolean
add (GpProject *project, GpTableId table, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", -1);

  ck_assert_msg (g_strv_length (cells) == gp_table (table)->n_columns, "%s: %s",
                 gp_table (table)->name, text);
  return gp_project_add_text (project, table, (const char *const *)cells);
}

static GpProject *
new_project (Heard *heard)
{
  GpProject *project = gp_project_new (on_problem, heard);

  gp_project_set_frame (project, "Example", 2026, 2031, GP_YEAR_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    ck_assert_msg (add (project, valid[i].table, valid[i].cells), "%s: %s", valid[i].cells,
                   heard->message);
  return project;
}

START_TEST (valid_project_is_right)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_project_finish (project, &error), "%s", heard.message);
  ck_assert_uint_eq (heard.n, 0);
  ck_assert_ptr_null (error);
}
END_TEST

static const struct {
  GpTableId table;
  const char *cells, *column, *message;
} wrong[] = {
    /* codes and texts */
    {GP_TABLE_REGIONS, "|No code", "region", "must not be empty"},
    {GP_TABLE_REGIONS, "north|Again", "region", "twice"},
    {GP_TABLE_REGIONS, " west|West", "region", "blank"},
    {GP_TABLE_REGIONS, "west |West", "region", "blank"},
    {GP_TABLE_REGIONS, "west|Line\nend", "name", "control character"},
    {GP_TABLE_REGIONS, "west|Tab\there", "name", "control character"},
    {GP_TABLE_REGIONS, "west|Bell\a", "name", "control character"},
    {GP_TABLE_REGIONS, "west|Delete\x7f", "name", "control character"},
    {GP_TABLE_REGIONS, "west|Next line\xC2\x85", "name", "control character"},
    {GP_TABLE_REGIONS, "west|Broken \xC3(", "name", "UTF-8"},
    {GP_TABLE_REGIONS, "west|Surrogate \xED\xA0\x80", "name", "UTF-8"},
    {GP_TABLE_BOARDS, "B9|Nine|north|||Bell \a in a note||", "note", "control character"},
    {GP_TABLE_BOARDS, "B9|Nine|north||||line\nend|", "stage", "control character"},
    {GP_TABLE_REGIONS, "0123456789012345678901234567890123456789012345678901234567890123x|Long",
     "region", "64"},
    {GP_TABLE_PROVINCES, "Noordland|north", "province", "twice"},
    {GP_TABLE_PROVINCES, "Zuidland|south", "region", "unknown region south"},
    /* sectors */
    {GP_TABLE_SECTORS, "v+o|Two|1|1", "sector", "+"},
    {GP_TABLE_SECTORS, "v:o|Two|1|1", "sector", ":"},
    {GP_TABLE_SECTORS, "vo|Secondary|0|1", "support_years", "from 1 to 10"},
    {GP_TABLE_SECTORS, "vo|Secondary|11|1", "support_years", "from 1 to 10"},
    {GP_TABLE_SECTORS, "vo|Secondary||1", "support_years", "must not be empty"},
    {GP_TABLE_SECTORS, "vo|Secondary|2|", "groeikracht", "must not be empty"},
    {GP_TABLE_SECTORS, "vo|Secondary|2|yes", "groeikracht", "neither 1"},
    {GP_TABLE_SECTORS, "po|Primary|1|1", "sector", "twice"},
    /* boards */
    {GP_TABLE_BOARDS, "B9|Nine|south|||||", "home_region", "unknown region south"},
    {GP_TABLE_BOARDS, "B9|Nine||||||", "home_region", "must not be empty"},
    {GP_TABLE_BOARDS, "B1|Nine|north|||||", "board", "twice"},
    {GP_TABLE_BOARDS, "B9|Nine|north|2026-2027||||", "partner_since", "pin"},
    {GP_TABLE_BOARDS, "B9|Nine|north|2026||||", "partner_since", "no school year"},
    {GP_TABLE_BOARDS, "B9|Nine|north||-1|||", "max_verandercoaches", "from 0"},
    {GP_TABLE_BOARDS, "B9|Nine|north||1.5|||", "max_verandercoaches", "whole number"},
    {GP_TABLE_BOARDS, "B9|Nine|north||1000000000000000000000|||", "max_verandercoaches",
     "whole number"},
    /* schools */
    {GP_TABLE_SCHOOLS, "S1|B1|Two|po|north||||||||||", "school", "twice"},
    {GP_TABLE_SCHOOLS, "S2|B9|Two|po|north||||||||||", "board", "unknown board B9"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|xx|north||||||||||", "sector", "unknown sector xx"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|south||||||||||", "region", "unknown region south"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north|-5|||||||||", "pupils", "from 0"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north|1000001|||||||||", "pupils", "to 1000000"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north|<5|||||||||", "pupils", "<5"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north||2||||||||", "high_need", "neither 1"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north|||2026-2027|||||||", "started", "pin"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north||||regular||||||", "programme", "has not started"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|mbo|north|||2024-2025|groeikracht||||||", "programme",
     "cannot take part"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north|||2024-2025|Regular||||||", "programme",
     "not one of: groeikracht, regular"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north|||||maybe|||||", "excluded", "neither 1"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north||||||soon||||", "intake", "not one of"},
    {GP_TABLE_SCHOOLS, "S2|B1|Two|po|north|||||||2|||", "team_support", "neither 1"},
    /* coaches */
    {GP_TABLE_EXPERT_COACHES, "E1|Coach|north|1|||", "coach", "twice"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|south|1|||", "region", "unknown region south"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|north||||", "days_per_year", "must not be empty"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|north|-1|||", "days_per_year", "0 to 100000"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|north|100000.1|||", "days_per_year", "0 to 100000"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|north|NaN|||", "days_per_year", "no number"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|north|1|2027-2028|2026-2027|", "to_year", "before"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|north|1|||po+xx", "sectors", "unknown sector xx"},
    {GP_TABLE_EXPERT_COACHES, "E2|Coach|north|1|||po+", "sectors", "unknown sector"},
    {GP_TABLE_VERANDERCOACHES, "V1|B1|Coach|2022-2023||", "coach", "twice"},
    {GP_TABLE_VERANDERCOACHES, "V2|B9|Coach|2022-2023||", "board", "unknown board B9"},
    {GP_TABLE_VERANDERCOACHES, "V2|B2|Coach|2022-2023||", "board", "no partner"},
    {GP_TABLE_VERANDERCOACHES, "V2|B1|Coach|||", "trained_year", "must not be empty"},
    {GP_TABLE_VERANDERCOACHES, "V2|B1|Coach|2026-2027||", "trained_year", "pin"},
    {GP_TABLE_VERANDERCOACHES, "V2|B1|Coach|2022-2023|-2|", "days_per_year", "0 to 100000"},
    {GP_TABLE_VERANDERCOACHES, "V2|B1|Coach|2022-2023||2021-2022", "to_year", "before"},
    /* scenarios */
    {GP_TABLE_SCENARIOS, "base||Again|", "scenario", "twice"},
    {GP_TABLE_SCENARIOS, "x|gone|X|", "parent", "unknown scenario gone"},
    {GP_TABLE_SCENARIOS, "x|x|X|", "parent", "own ancestor"},
    /* parameters */
    {GP_TABLE_PARAMETERS, "gone|handover_share|||0.5||", "scenario", "unknown scenario gone"},
    {GP_TABLE_PARAMETERS, "base||||0.5||", "parameter", "must not be empty"},
    {GP_TABLE_PARAMETERS, "base|handover|||0.5||", "parameter", "no parameter"},
    {GP_TABLE_PARAMETERS, "base|uncertain:handover|low||0.5||", "parameter", "no parameter"},
    {GP_TABLE_PARAMETERS, "base|handover_share|||1.01||", "value", "between 0 and 1"},
    {GP_TABLE_PARAMETERS, "base|handover_share|||-0.01||", "value", "between 0 and 1"},
    {GP_TABLE_PARAMETERS, "base|handover_share|||||", "value", "must not be empty"},
    {GP_TABLE_PARAMETERS, "base|handover_share|||nan||", "value", "no number"},
    {GP_TABLE_PARAMETERS, "base|handover_share|||1e400||", "value", "no number"},
    {GP_TABLE_PARAMETERS, "child|price_index|||-0.51||", "value", "between -0.5 and 1"},
    {GP_TABLE_PARAMETERS, "base|require_ready|||0.5||", "value", "1 (yes) or 0"},
    {GP_TABLE_PARAMETERS, "base|require_ready|||2||", "value", "between 0 and 1"},
    {GP_TABLE_PARAMETERS, "base|handover_share|po||0.5||", "scope", "no scope"},
    {GP_TABLE_PARAMETERS, "base|recruitment_days|xx||0.5||", "scope", "sector"},
    {GP_TABLE_PARAMETERS, "base|cohort_target|po||5||", "scope", "groeikracht or regular"},
    {GP_TABLE_PARAMETERS, "base|need_weight|low||5||", "scope", "high or other"},
    {GP_TABLE_PARAMETERS, "base|support_days|po||5||", "scope", "support year"},
    {GP_TABLE_PARAMETERS, "base|support_days|po:2||5||", "scope", "no such support year"},
    {GP_TABLE_PARAMETERS, "base|support_days|po:01||5||", "scope", "no such support year"},
    {GP_TABLE_PARAMETERS, "base|support_days|po:0||5||", "scope", "no such support year"},
    {GP_TABLE_PARAMETERS, "base|support_days|xx:1||5||", "scope", "support year"},
    {GP_TABLE_PARAMETERS, "base|support_days||2027-2028|5||", "year", "same in all years"},
    {GP_TABLE_PARAMETERS, "base|handover_share||2025-2026|0.5||", "year",
     "a year outside the plan"},
    {GP_TABLE_PARAMETERS, "base|handover_share||2032-2033|0.5||", "year",
     "a year outside the plan"},
    {GP_TABLE_PARAMETERS, "base|handover_share||2027|0.5||", "year", "no school year"},
    {GP_TABLE_PARAMETERS, "base|price_index|||0.1||", "", "scenario, parameter, scope, year"},
    /* priorities */
    {GP_TABLE_PRIORITIES, "gone|2|reach", "scenario", "unknown scenario gone"},
    {GP_TABLE_PRIORITIES, "base|0|reach", "rank", "from 1"},
    {GP_TABLE_PRIORITIES, "base|1|reach", "", "scenario, rank"},
    {GP_TABLE_PRIORITIES, "base|2|cost", "priority", "twice"},
    {GP_TABLE_PRIORITIES, "base|2|speed", "priority", "not one of"},
    {GP_TABLE_PRIORITIES, "base|2|", "priority", "must not be empty"},
    /* pins */
    {GP_TABLE_PINS, "gone|partner|B2|||2027-2028|1||", "scenario", "unknown scenario gone"},
    {GP_TABLE_PINS, "base|begin|B2|||2027-2028|1||", "kind", "not one of"},
    {GP_TABLE_PINS, "base|partner|B9|||2027-2028|1||", "board", "unknown board B9"},
    {GP_TABLE_PINS, "base|partner|B2|||2027-2028|||", "min", "minimum, a maximum"},
    {GP_TABLE_PINS, "base|training|B2|||2027-2028|3|2|", "max", "less than"},
    {GP_TABLE_PINS, "base|training|B2|||2027-2028|1|0|", "max", "less than"},
    {GP_TABLE_PINS, "base|training|B2|||2027-2028|-3||", "min", "from 0"},
    {GP_TABLE_PINS, "base|partner|B2|||2027-2028|2||", "min", "1 or 0"},
    {GP_TABLE_PINS, "base|partner|B2|||2027-2028||2|", "max", "1 or 0"},
    {GP_TABLE_PINS, "base|partner|B2||||1||", "year", "must not be empty"},
    {GP_TABLE_PINS, "base|partner|B2|||2025-2026|1||", "year", "a year outside the plan"},
    {GP_TABLE_PINS, "base|partner|B2|||2032-2033|1||", "year", "a year outside the plan"},
    {GP_TABLE_PINS, "base|partner|B2|po||2027-2028|1||", "sector", "must be empty"},
    {GP_TABLE_PINS, "base|training|B2||regular|2027-2028|1||", "programme", "must be empty"},
    {GP_TABLE_PINS, "base|start|B2||regular|2027-2028|1||", "sector", "needs a sector"},
    {GP_TABLE_PINS, "base|start|B2|po||2027-2028|1||", "programme", "needs a programme"},
    {GP_TABLE_PINS, "base|start|B2|mbo|groeikracht|2027-2028|1||", "programme", "cannot take part"},
    {GP_TABLE_PINS, "base|partner|B2|||2026-2027||0|", "", "kind, board, sector, programme, year"},
    /* finance */
    {GP_TABLE_PROJECTS, "1|Een|One", "project", "twice"},
    {GP_TABLE_BUDGETS, "9|2024-2025|actual||1||", "project", "unknown project 9"},
    {GP_TABLE_BUDGETS, "1||actual||1||", "year", "must not be empty"},
    {GP_TABLE_BUDGETS, "1|2024-2025|spent||1||", "kind", "not one of"},
    {GP_TABLE_BUDGETS, "1|2024-2025|budget|gone|1||", "scenario", "unknown scenario gone"},
    {GP_TABLE_BUDGETS, "1|2024-2025|budget||||", "amount_eur", "must not be empty"},
    {GP_TABLE_BUDGETS, "1|2024-2025|budget||1.234||", "amount_eur", "two decimals"},
    {GP_TABLE_BUDGETS, "1|2024-2025|budget||10000000001||", "amount_eur", "more money"},
    {GP_TABLE_BUDGETS, "1|2024-2025|actual||5||", "", "project, year, kind, scenario"},
    {GP_TABLE_BUDGETS, "1|2024-2025|actual|base|5||", "", "project, year, kind, scenario"},
    {GP_TABLE_PLEDGES, "|1|2024-2025|5||", "fund", "must not be empty"},
    {GP_TABLE_PLEDGES, "Fund|1|2024-2025|5||", "", "fund, project, year"},
    {GP_TABLE_PLEDGES, "Fund|9|2024-2025|5||", "project", "unknown project 9"},
    {GP_TABLE_DRIVERS, "base|1|fixed|5|", "", "scenario, project, driver"},
    {GP_TABLE_DRIVERS, "base|1|wages|5|", "driver", "not one of"},
    {GP_TABLE_DRIVERS, "base|1|hire|x|", "rate_eur", "no amount"},
    {GP_TABLE_BUDGETS, "1|2024-2025|budget||-10000000000.01||", "amount_eur", "more money"},
    /* what a message shows of a cell is short and on one line */
    {GP_TABLE_FACTS,
     "x|a\x01"
     "b\x7f"
     "c|||||",
     "value",
     "a\xef\xbf\xbd"
     "b\xef\xbf\xbd"
     "c is"},
    {GP_TABLE_FACTS, "x|0123456789012345678901234567890123456789XY|||||", "value",
     "0123456789012345678901234567890123456789 is"},
    /* facts */
    {GP_TABLE_FACTS, "schools|1|schools|2025-2026|report|2.3|", "", "fact, year, source, section"},
    {GP_TABLE_FACTS, "schools|many|schools||||", "value", "no number"},
    {GP_TABLE_FACTS, "|1|schools||||", "fact", "must not be empty"},
};

START_TEST (wrong_row_is_found)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  g_autoptr (GError) error = NULL;
  guint32 row = gp_project_n_rows (project, wrong[_i].table);
  add (project, wrong[_i].table, wrong[_i].cells);
  ck_assert_msg (!gp_project_finish (project, &error), "%s was taken", wrong[_i].cells);
  ck_assert_msg (heard.n == 1, "%s: %u problems, first: %s: %s", wrong[_i].cells, heard.n,
                 heard.column, heard.message);
  ck_assert_int_eq (heard.table, wrong[_i].table);
  ck_assert_uint_eq (heard.row, row);
  ck_assert_msg (g_str_equal (heard.column, wrong[_i].column), "%s: column %s: %s", wrong[_i].cells,
                 heard.column, heard.message);
  ck_assert_msg (strstr (heard.message, wrong[_i].message) != NULL, "%s: %s", wrong[_i].cells,
                 heard.message);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_ptr_nonnull (strstr (error->message, gp_table (wrong[_i].table)->file));
  ck_assert_ptr_nonnull (strstr (error->message, heard.message));
  heard_clear (&heard);
}
END_TEST

START_TEST (one_row_many_problems)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);

  ck_assert (!add (project, GP_TABLE_SCHOOLS, "|B9|a\nb|xx|south|-1|2|x|y|z|w|3|4|5|6"));
  ck_assert_uint_eq (heard.n, 15);
  ck_assert_uint_eq (gp_project_n_rows (project, GP_TABLE_SCHOOLS), 2);
  heard_clear (&heard);
}
END_TEST

/* A wrong board keeps its code, so that its schools are not reported too. */
START_TEST (wrong_row_keeps_its_code)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);

  ck_assert (!add (project, GP_TABLE_BOARDS, "B9|Nine|south|||||"));
  ck_assert (add (project, GP_TABLE_SCHOOLS, "S2|B9|Two|po|north||||||||||"));
  ck_assert (!gp_project_finish (project, NULL));
  ck_assert_uint_eq (heard.n, 1);
  heard_clear (&heard);
}
END_TEST

START_TEST (circles_of_scenarios)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);

  /* a -> b -> c -> a is a circle of three; d hangs on it and is not to blame */
  add (project, GP_TABLE_SCENARIOS, "a|b||");
  add (project, GP_TABLE_SCENARIOS, "b|c||");
  add (project, GP_TABLE_SCENARIOS, "c|a||");
  add (project, GP_TABLE_SCENARIOS, "d|a||");
  ck_assert (!gp_project_finish (project, NULL));
  ck_assert_uint_eq (heard.n, 3);
  ck_assert_uint_eq (heard.row, 2);
  ck_assert_str_eq (heard.column, "parent");
  heard_clear (&heard);
}
END_TEST

START_TEST (parent_may_stand_further_down)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  guint32 parent;

  ck_assert (add (project, GP_TABLE_SCENARIOS, "early|late||"));
  ck_assert (add (project, GP_TABLE_SCENARIOS, "late|base||"));
  ck_assert_msg (gp_project_finish (project, NULL), "%s", heard.message);
  parent = project->scenarios[gp_project_find (project, GP_TABLE_SCENARIOS, "early")].parent;
  ck_assert_str_eq (project->scenarios[parent].code, "late");
}
END_TEST

static const struct {
  GpYear from, last, goal;
  const char *column;
} frames[] = {
    {GP_YEAR_NONE, 2031, GP_YEAR_NONE, "plan_from"},
    {1899, 2031, GP_YEAR_NONE, "plan_from"},
    {2026, GP_YEAR_NONE, GP_YEAR_NONE, "last_year"},
    {2026, 2025, GP_YEAR_NONE, "last_year"},
    {2026, 2056, GP_YEAR_NONE, "last_year"},
    {2026, 2200, GP_YEAR_NONE, "last_year"},
    {2026, 2031, 2032, "goal_year"},
    {2026, 2031, 2025, "goal_year"},
};

START_TEST (wrong_frame_is_found)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = gp_project_new (on_problem, &heard);

  gp_project_set_frame (project, "Example", frames[_i].from, frames[_i].last, frames[_i].goal);
  ck_assert (!gp_project_finish (project, NULL));
  ck_assert_uint_eq (heard.n, 1);
  ck_assert_str_eq (heard.column, frames[_i].column);
  ck_assert_int_eq (heard.table, GP_N_TABLES);
  ck_assert_uint_eq (heard.row, GP_NONE);
  heard_clear (&heard);
}
END_TEST

START_TEST (frames_at_their_limits)
{
  Heard heard = {0};
  g_autoptr (GpProject) longest = gp_project_new (on_problem, &heard);
  g_autoptr (GpProject) missing = gp_project_new (on_problem, &heard);

  g_autoptr (GpProject) last = gp_project_new (on_problem, &heard);
  g_autoptr (GpProject) first = gp_project_new (on_problem, &heard);

  gp_project_set_frame (last, "", GP_YEAR_MAX, GP_YEAR_MAX, GP_YEAR_MAX);
  ck_assert (gp_project_finish (last, NULL));
  gp_project_set_frame (first, "", GP_YEAR_MIN, GP_YEAR_MIN, GP_YEAR_NONE);
  ck_assert (gp_project_finish (first, NULL));
  gp_project_set_frame (longest, "", 2026, 2026 + GP_MAX_PLAN_YEARS - 1, GP_YEAR_NONE);
  ck_assert (gp_project_finish (longest, NULL));
  ck_assert_int_eq (longest->goal_year, longest->last_year);
  ck_assert (!longest->has_goal_year);
  ck_assert_uint_eq (heard.n, 0);
  ck_assert (!gp_project_finish (missing, NULL)); /* no frame at all */
  ck_assert_uint_eq (heard.n, 1);
  heard_clear (&heard);
}
END_TEST

/* Typed rows are checked as texts are: here what a text cannot even say. */
START_TEST (typed_rows_are_checked)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  const GpBoard no_region = {.code = "X", .home_region = 99, .max_verandercoaches = -1};
  const GpSchool no_need = {.code = "X", .programme = (GpProgramme)7, .pupils = -1};
  const GpSchool no_answer = {
      .code = "Y", .programme = GP_PROGRAMME_NONE, .requirements = {(GpAnswer)9}};
  const GpExpertCoach no_sector = {.code = "X", .sectors = 1u << 31};
  const GpExpertCoach no_days = {.code = "Y", .days_per_year = {G_MAXINT64, 0}};
  const GpScenario no_parent = {"X", NULL, NULL, 3} /* itself would be 2 */;
  const GpBudget no_sum = {.year = 2030, .scenario = GP_NONE, .amount = G_MAXINT64};
  const GpPin no_kind = {.board = 0,
                         .sector = GP_NONE,
                         .kind = (GpPinKind)9,
                         .year = 2027,
                         .programme = GP_PROGRAMME_NONE,
                         .min = 1,
                         .max = 1};

  const GpSector no_years[] = {{"x", "", 0, TRUE}, {"y", "", 11, TRUE}};
  const GpSchool no_pupils[] = {{.code = "P", .programme = GP_PROGRAMME_NONE, .pupils = -2},
                                {.code = "Q", .programme = GP_PROGRAMME_NONE, .pupils = 1000001}};
  const GpProvince next_region = {"Next", project->n_regions}; /* one after the last */

  for (guint i = 0; i < 2; i++) {
    ck_assert (!gp_project_add_sector (project, &no_years[i]));
    ck_assert (!gp_project_add_school (project, &no_pupils[i]));
  }
  ck_assert (!gp_project_add_province (project, &next_region));
  ck_assert_uint_eq (heard.n, 5);
  ck_assert (!gp_project_add_board (project, &no_region));
  ck_assert (!gp_project_add_school (project, &no_need));
  ck_assert (!gp_project_add_school (project, &no_answer));
  ck_assert (!gp_project_add_expert_coach (project, &no_sector));
  ck_assert (!gp_project_add_expert_coach (project, &no_days));
  ck_assert (!gp_project_add_budget (project, &no_sum));
  ck_assert (!gp_project_add_pin (project, &no_kind));
  gp_project_add_scenario (project, &no_parent); /* may still come */
  ck_assert_uint_eq (heard.n, 12);
  ck_assert (!gp_project_finish (project, NULL));
  ck_assert_uint_eq (heard.n, 13);
  ck_assert_str_eq (project->facts[0].fact, "schools"); /* what was right is untouched */
  heard_clear (&heard);
}
END_TEST

/* The largest values that are right. */
START_TEST (values_at_their_limits)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  const GpFact facts[] = {{"a", {G_GINT64_CONSTANT (999999999999999999), 18}},
                          {"b", {G_GINT64_CONSTANT (-999999999999999999), 0}}};
  const GpFact over[] = {{"c", {G_GINT64_CONSTANT (1000000000000000000), 18}},
                         {"d", {G_GINT64_CONSTANT (-1000000000000000000), 0}},
                         {"e", {1, 19}}};

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    ck_assert (gp_project_add_fact (project, &facts[i]));
  ck_assert (add (project, GP_TABLE_BUDGETS, "1|1900-1901|budget||10000000000||"));
  ck_assert (add (project, GP_TABLE_BUDGETS, "1|2199-2200|budget||-10000000000||"));
  ck_assert (add (project, GP_TABLE_PINS, "base|training|B2|||2027-2028|0|0|"));
  ck_assert (add (project, GP_TABLE_SECTORS, "vo||10|1"));
  ck_assert (add (project, GP_TABLE_EXPERT_COACHES, "E9||north|100000|2027-2028|2027-2028|"));
  ck_assert_uint_eq (heard.n, 0);
  for (guint i = 0; i < G_N_ELEMENTS (over); i++)
    ck_assert (!gp_project_add_fact (project, &over[i]));
  ck_assert_uint_eq (heard.n, G_N_ELEMENTS (over));
  heard_clear (&heard);
}
END_TEST

/* The error names the file, the row counted from 1, and the column. */
START_TEST (error_says_where)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other = NULL;
  g_autoptr (GpProject) frameless = gp_project_new (NULL, NULL);

  add (project, GP_TABLE_BUDGETS, "1|2024-2025|budget||x||");
  add (project, GP_TABLE_BUDGETS, "1|2024-2025|budget||y||");
  ck_assert (!gp_project_finish (project, &error));
  ck_assert_str_eq (error->message, "budgets.csv row 3, amount_eur: x is no amount in euro with at "
                                    "most two decimals");
  ck_assert (!gp_project_finish (frameless, &other));
  ck_assert_str_eq (other->message, "project.csv, plan_from: the plan’s years are missing");
  heard_clear (&heard);
}
END_TEST

START_TEST (decimals_get_one_form)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  const GpExpertCoach row = {.code = "E9", .days_per_year = {12500, 2}};

  ck_assert (gp_project_add_expert_coach (project, &row));
  ck_assert_int_eq (project->expert_coaches[1].days_per_year.units, 125);
  ck_assert_uint_eq (project->expert_coaches[1].days_per_year.scale, 0);
  ck_assert_str_eq (project->expert_coaches[1].name, ""); /* NULL counts as empty */
}
END_TEST

START_TEST (too_long_a_text)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = new_project (&heard);
  g_autofree char *most = g_strnfill (GP_TEXT_MAX, 'x');
  g_autofree char *more = g_strnfill (GP_TEXT_MAX + 1, 'x');
  const char *const fits[] = {"west", most};
  const char *const not [] = {"east", more};

  ck_assert (gp_project_add_text (project, GP_TABLE_REGIONS, fits));
  ck_assert (!gp_project_add_text (project, GP_TABLE_REGIONS, not ));
  ck_assert_str_eq (heard.column, "name");
  heard_clear (&heard);
}
END_TEST

START_TEST (too_many_rows)
{
  Heard heard = {0};
  g_autoptr (GpProject) project = gp_project_new (on_problem, &heard);

  for (guint i = 0; i < GP_MAX_REGIONS + 5; i++) {
    g_autofree char *code = g_strdup_printf ("r%u", i);
    const GpRegion row = {code, ""};
    ck_assert_int_eq (gp_project_add_region (project, &row), i < GP_MAX_REGIONS);
  }
  ck_assert_uint_eq (project->n_regions, GP_MAX_REGIONS);
  ck_assert_uint_eq (heard.n, 1); /* told once */
  heard_clear (&heard);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("checks");
  TCase *tests = tcase_create ("checks");

  tcase_add_test (tests, valid_project_is_right);
  tcase_add_loop_test (tests, wrong_row_is_found, 0, G_N_ELEMENTS (wrong));
  tcase_add_test (tests, one_row_many_problems);
  tcase_add_test (tests, wrong_row_keeps_its_code);
  tcase_add_test (tests, circles_of_scenarios);
  tcase_add_test (tests, parent_may_stand_further_down);
  tcase_add_loop_test (tests, wrong_frame_is_found, 0, G_N_ELEMENTS (frames));
  tcase_add_test (tests, frames_at_their_limits);
  tcase_add_test (tests, typed_rows_are_checked);
  tcase_add_test (tests, values_at_their_limits);
  tcase_add_test (tests, error_says_where);
  tcase_add_test (tests, decimals_get_one_form);
  tcase_add_test (tests, too_long_a_text);
  tcase_add_test (tests, too_many_rows);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
