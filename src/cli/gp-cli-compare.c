/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli compare: the plans of several scenarios side by side, year by year. A scenario
 * without a plan, or with one that is older than the data, is planned first.
 */
#include "gp-cli-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define MAX_COMPARED 20

/* What is compared: its key in JSON, its name for people, its decimals, and where it stands. */
typedef struct {
  const char *key, *name;
  guint digits;
  gsize offset;     /* of a double in GpCliYear */
  gboolean adds_up; /* over the years */
} Line;

#define PROGRAMME(member, programme)                                                               \
  (G_STRUCT_OFFSET (GpCliYear, member) + programme * sizeof (double))

static const Line lines[] = {
    {"starts_groeikracht", N_ ("Groeikracht starts"), 0,
     PROGRAMME (starts, GP_PROGRAMME_GROEIKRACHT), TRUE},
    {"starts_regular", N_ ("Regular starts"), 0, PROGRAMME (starts, GP_PROGRAMME_REGULAR), TRUE},
    {"taking_part", N_ ("Schools taking part"), 0, G_STRUCT_OFFSET (GpCliYear, taking_part), FALSE},
    {"delay_groeikracht", N_ ("Groeikracht schools behind"), 0,
     PROGRAMME (delay, GP_PROGRAMME_GROEIKRACHT), TRUE},
    {"delay_regular", N_ ("Regular schools behind"), 0, PROGRAMME (delay, GP_PROGRAMME_REGULAR),
     TRUE},
    {"expert_days_available", N_ ("Expert days available"), 0,
     G_STRUCT_OFFSET (GpCliYear, available), TRUE},
    {"expert_days_used", N_ ("Expert days used"), 0, G_STRUCT_OFFSET (GpCliYear, used), TRUE},
    {"overload_days", N_ ("Expert days short"), 0, G_STRUCT_OFFSET (GpCliYear, overload), TRUE},
    {"verandercoach_days", N_ ("Verandercoach days"), 0,
     G_STRUCT_OFFSET (GpCliYear, verandercoach_days), TRUE},
    {"trainings", N_ ("Verandercoaches trained"), 0, G_STRUCT_OFFSET (GpCliYear, trainings), TRUE},
    {"verandercoaches", N_ ("Trained in plan years and still there"), 1,
     G_STRUCT_OFFSET (GpCliYear, verandercoaches), FALSE},
    {"partners", N_ ("New partner boards"), 0, G_STRUCT_OFFSET (GpCliYear, partners), TRUE},
    {"hires", N_ ("Expert coaches hired"), 0, G_STRUCT_OFFSET (GpCliYear, hires), TRUE},
    {"reach", N_ ("Reach (weighted pupil-years)"), 0, G_STRUCT_OFFSET (GpCliYear, reach), TRUE},
    {"cost", N_ ("Cost (euro)"), 0, G_STRUCT_OFFSET (GpCliYear, cost), TRUE},
};

typedef struct {
  const char *code;
  GArray *years; /* of GpCliYear */
} Compared;

static double
figure (const Compared *compared, guint year, const Line *line)
{
  const GpCliYear *row = &g_array_index (compared->years, GpCliYear, year);
  return G_STRUCT_MEMBER (double, row, line->offset);
}

static double
total (const Compared *compared, const Line *line)
{
  double sum = 0;
  for (guint y = 0; y < compared->years->len; y++)
    sum += figure (compared, y, line);
  return sum;
}

/* ---- printing
 * ------------------------------------------------------------------------------------ */

static void
print_line (GpCliTable *table, const Compared *compared, guint n, const Line *line)
{
  for (guint s = 0; s < n; s++) {
    gp_cli_table_add (table, s == 0 ? _ (line->name) : "");
    gp_cli_table_add (table, compared[s].code);
    for (guint y = 0; y < compared[s].years->len; y++)
      gp_cli_table_add_number (table, figure (&compared[s], y, line), line->digits);
    if (line->adds_up)
      gp_cli_table_add_number (table, total (&compared[s], line), line->digits);
    else
      gp_cli_table_add (table, "");
  }
}

static void
print_text (const GpProject *project, const Compared *compared, guint n)
{
  guint n_years = compared[0].years->len;
  GpCliTable *table = gp_cli_table_new (n_years + 3);
  gp_cli_table_set_left (table, 1);
  gp_cli_table_add (table, "");
  gp_cli_table_add (table, _ ("scenario"));
  for (guint y = 0; y < n_years; y++) {
    char name[GP_YEAR_BYTES];
    gp_cli_table_add (table, gp_year_format ((GpYear)(project->plan_from + (GpYear)y), name));
  }
  gp_cli_table_add (table, _ ("total"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    print_line (table, compared, n, &lines[i]);
  gp_cli_table_print (table);
}

static void
add_year (JsonBuilder *builder, const Compared *compared, guint year)
{
  char name[GP_YEAR_BYTES];
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "year");
  json_builder_add_string_value (
      builder, gp_year_format (g_array_index (compared->years, GpCliYear, year).year, name));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    json_builder_set_member_name (builder, lines[i].key);
    json_builder_add_double_value (builder, figure (compared, year, &lines[i]));
  }
  json_builder_end_object (builder);
}

static void
print_json (const Compared *compared, guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_string_value (builder, "groeiplan-compare-1");
  json_builder_set_member_name (builder, "scenarios");
  json_builder_begin_array (builder);
  for (guint s = 0; s < n; s++) {
    json_builder_begin_object (builder);
    json_builder_set_member_name (builder, "scenario");
    json_builder_add_string_value (builder, compared[s].code);
    json_builder_set_member_name (builder, "years");
    json_builder_begin_array (builder);
    for (guint y = 0; y < compared[s].years->len; y++)
      add_year (builder, &compared[s], y);
    json_builder_end_array (builder);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  json_generator_set_root (generator, root);
  gsize length;
  g_autofree char *text = json_generator_to_data (generator, &length);
  gp_cli_print_raw (text, length);
  gp_cli_print_raw ("\n", 1);
}

/* ---- getting the plans
 * --------------------------------------------------------------------------- */

/* The stored plan when it can be compared as it is, else a fresh one. */
static GpPlan *
usable_plan (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario, GError **error)
{
  g_autoptr (GpPlan) plan = gp_store_get_plan (store, project->scenarios[scenario].code, NULL);
  gboolean fresh = plan && plan->has_whole && plan->data_version == gp_store_data_version (store);
  if (fresh)
    return g_steal_pointer (&plan);
  if (gp_store_is_read_only (store)) {
    g_set_error (error, GP_ERROR, GP_ERROR_READ_ONLY,
                 _ ("Scenario %s has no fresh plan, and %s can only be read: %s"),
                 project->scenarios[scenario].code, gp_store_path (store),
                 gp_store_read_only_reason (store));
    return NULL;
  }
  return gp_cli_solve (cli, store, project, scenario, FALSE, error);
}

static gboolean
compare_one (GpCli *cli, GpStore *store, const GpProject *project, const char *code,
             Compared *compared, GError **error)
{
  guint32 scenario = gp_cli_find_scenario (project, code, error);
  if (scenario == GP_NONE)
    return FALSE;
  g_autoptr (GpPlan) plan = usable_plan (cli, store, project, scenario, error);
  if (!plan)
    return FALSE;
  if (plan->status != GP_PLAN_OPTIMAL && plan->status != GP_PLAN_FEASIBLE) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Scenario %s has no plan to compare (%s): see groeiplan-cli plan."), code,
                 gp_plan_status_name (plan->status));
    return FALSE;
  }
  compared->code = project->scenarios[scenario].code;
  compared->years = gp_cli_figures (project, scenario, plan);
  return TRUE;
}

static gboolean
compare_all (GpCli *cli, GStrv words, int format, GError **error)
{
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_WRITE, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  if (!project)
    return FALSE;
  Compared compared[MAX_COMPARED] = {{NULL, NULL}};
  guint n = g_strv_length (words) - 1, done = 0;
  while (done < n && compare_one (cli, store, project, words[done + 1], &compared[done], error))
    done++;
  if (done == n && format == 0)
    print_text (project, compared, n);
  else if (done == n)
    print_json (compared, n);
  for (guint i = 0; i < done; i++)
    g_array_unref (compared[i].years);
  return done == n;
}

gboolean
gp_cli_compare (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"text", "json", NULL};
  g_autofree char *word = NULL;
  const GOptionEntry entries[] = {
      {"format", 0, 0, G_OPTION_ARG_STRING, &word, N_ ("How to print the comparison"), "text|json"},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 3, MAX_COMPARED + 1, error);
  if (!words)
    return FALSE;
  int format = gp_cli_word ("--format", word, formats, error);
  return format >= 0 && compare_all (cli, words, format, error);
}
