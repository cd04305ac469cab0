/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the program, coefficient by coefficient: those that the example's figures give by hand
 * (see audit-example.h), at least one of each rule. Years are 0 to 2; Pp- is the cell of P's
 * primary schools with other need, Pv+ that of its secondary schools with high need. */
#include "../../../src/audit/gp-audit-rows.h"
#include "audit-example.h"

static const struct {
  GpRule rule;
  guint variant;
  const char *where; /* codes of board, sector, region, need; year */
  const char *text;
} expected[] = {
    {GP_RULE_SUPPLY, 0, "P po noord other -",
     "1 Pp-.g.0 1 Pp-.g.1 1 Pp-.g.2 1 Pp-.r.0 1 Pp-.r.1 1 Pp-.r.2 <= 4"},
    /* no Groeikracht in mbo */
    {GP_RULE_SUPPLY, 0, "Q mbo zuid other -", "1 Qm-.r.0 1 Qm-.r.1 1 Qm-.r.2 <= 1"},
    {GP_RULE_COHORT, 0, "groeikracht 1",
     "1 B.g.1 1 Pp+.g.0 1 Pp+.g.1 1 Pp-.g.0 1 Pp-.g.1 1 Pv+.g.0 1 Pv+.g.1 1 Qp+.g.0 1 Qp+.g.1 "
     "1 Qp-.g.0 1 Qp-.g.1 1 Rp-.g.0 1 Rp-.g.1 = 3"},
    {GP_RULE_COHORT, 0, "regular 0",
     "1 B.r.0 1 Pp+.r.0 1 Pp-.r.0 1 Pv+.r.0 1 Qm-.r.0 1 Qp+.r.0 1 Qp-.r.0 1 Rp-.r.0 = 2"},
    {GP_RULE_INTEREST, 0, "2",
     "1 Pp+.g.2 1 Pp+.r.2 1 Pp-.g.2 1 Pp-.r.2 1 Pv+.g.2 1 Pv+.r.2 1 Qm-.r.2 1 Qp+.g.2 1 Qp+.r.2 "
     "1 Qp-.g.2 1 Qp-.r.2 1 Rp-.g.2 1 Rp-.r.2 <= 3"},
    {GP_RULE_EQUITY, 0, "1",
     "-1/4 Pp-.g.1 -1/4 Pp-.r.1 -1/4 Qm-.r.1 -1/4 Qp-.g.1 -1/4 Qp-.r.1 -1/4 Rp-.g.1 -1/4 Rp-.r.1 "
     "3/4 Pp+.g.1 3/4 Pp+.r.1 3/4 Pv+.g.1 3/4 Pv+.r.1 3/4 Qp+.g.1 3/4 Qp+.r.1 >= 0"},
    {GP_RULE_SECTOR_SHARE, 0, "vo 0",
     "-1/5 Pp+.g.0 -1/5 Pp+.r.0 -1/5 Pp-.g.0 -1/5 Pp-.r.0 -1/5 Qm-.r.0 -1/5 Qp+.g.0 -1/5 Qp+.r.0 "
     "-1/5 Qp-.g.0 -1/5 Qp-.r.0 -1/5 Rp-.g.0 -1/5 Rp-.r.0 4/5 Pv+.g.0 4/5 Pv+.r.0 >= 0"},
    /* half of 16, and half of the 8 that history still asks */
    {GP_RULE_HANDOVER, 0, "P zuid 0", "-8 Pv+.g.0 -8 Pv+.r.0 1 v.P.zuid.0 <= 4"},
    {GP_RULE_HANDOVER, 0, "P zuid 1",
     "-4 Pv+.g.0 -4 Pv+.r.0 -8 Pv+.g.1 -8 Pv+.r.1 1 v.P.zuid.1 <= 0"},
    {GP_RULE_HANDOVER, 0, "Q zuid 1",
     "-3 Qm-.r.0 -5 Qp+.g.1 -5 Qp+.r.1 -5 Qp-.g.1 -5 Qp-.r.1 -6 Qm-.r.1 1 v.Q.zuid.1 <= 0"},
    {GP_RULE_COACH_CAPACITY, 0, "P 0", "-20 N.P.0 1 v.P.noord.0 1 v.P.zuid.0 16 n.P.0 <= 65/2"},
    {GP_RULE_COACH_CAPACITY, 0, "P 1", "-20 N.P.1 1 v.P.noord.1 1 v.P.zuid.1 16 n.P.1 <= 45/4"},
    {GP_RULE_STOCK, 0, "Q 0", "-1 n.Q.0 1 N.Q.0 = 0"},
    {GP_RULE_STOCK, 0, "Q 2", "-1 n.Q.2 -9/10 N.Q.1 1 N.Q.2 = 0"},
    {GP_RULE_POOL, 0, "P 0", "1 N.P.0 <= 0"},
    {GP_RULE_POOL, 0, "P 1",
     "-1/2 Pp+.g.0 -1/2 Pp+.r.0 -1/2 Pp-.g.0 -1/2 Pp-.r.0 -1/2 Pv+.g.0 -1/2 Pv+.r.0 1 N.P.1 "
     "<= 1/10"},
    {GP_RULE_POOL, 0, "Q 2",
     "-1 Qm-.r.0 -1 Qm-.r.1 -1 Qp+.g.0 -1 Qp+.g.1 -1 Qp+.r.0 -1 Qp+.r.1 -1 Qp-.g.0 -1 Qp-.g.1 "
     "-1 Qp-.r.0 -1 Qp-.r.1 1 N.Q.2 <= 0"},
    {GP_RULE_PARTNER_ROOM, 0, "P 0", "1 N.P.0 <= 0"},
    {GP_RULE_PARTNER_ROOM, 0, "P 1", "1 N.P.1 <= 11/10"},
    {GP_RULE_PARTNER_ROOM, 0, "Q 1", "-2 z.Q.0 -2 z.Q.1 1 N.Q.1 <= 0"},
    {GP_RULE_PARTNER_ROOM, 1, "Q -", "1 z.Q.0 1 z.Q.1 1 z.Q.2 <= 1"},
    {GP_RULE_CAPS, 0, "0", "1 z.Q.0 <= 0"},
    {GP_RULE_CAPS, 0, "2", "1 z.Q.2 <= 1"},
    {GP_RULE_CAPS, 1, "1", "1 n.P.1 1 n.Q.1 <= 2"},
    {GP_RULE_HIRING, 0, "zuid 0", "-1 h.zuid.0 1 H.zuid.0 = 0"},
    {GP_RULE_HIRING, 0, "zuid 1", "-1 h.zuid.1 -9/10 H.zuid.0 1 H.zuid.1 = 0"},
    {GP_RULE_HIRING, 1, "0", "1 H.noord.0 1 H.zuid.0 <= 0"},
    {GP_RULE_HIRING, 1, "1", "1 H.noord.1 1 H.zuid.1 <= 11/5"},
    {GP_RULE_HIRING, 1, "2", "1 H.noord.2 1 H.zuid.2 <= 119/50"},
    /* 60 less 1.5 days for each of the two verandercoaches at home there */
    {GP_RULE_EXPERT_DAYS, 0, "noord 0",
     "-1 o.noord.0 -1 v.P.noord.0 -100 H.noord.0 -4/5 l.zuid.noord.0 1 l.noord.zuid.0 10 Pp+.g.0 "
     "10 Pp+.r.0 10 Pp-.g.0 10 Pp-.r.0 2 Pp+.g.1 2 Pp+.r.1 2 Pp-.g.1 2 Pp-.r.1 3/2 N.P.0 "
     "30 h.noord.0 5/2 n.P.0 <= 57"},
    /* 52.65 - 1.5 x 0.81; no talks for the year after the last */
    {GP_RULE_EXPERT_DAYS, 0, "noord 2",
     "-1 o.noord.2 -1 v.P.noord.2 -100 H.noord.2 -4/5 l.zuid.noord.2 1 l.noord.zuid.2 10 Pp+.g.2 "
     "10 Pp+.r.2 10 Pp-.g.2 10 Pp-.r.2 3/2 N.P.2 30 h.noord.2 5/2 n.P.2 <= 10287/200"},
    /* no talks with mbo schools, whose parameter is not given */
    {GP_RULE_EXPERT_DAYS, 0, "zuid 1",
     "-1 o.zuid.1 -1 v.P.zuid.1 -1 v.Q.zuid.1 -100 H.zuid.1 -4/5 l.noord.zuid.1 1 l.zuid.noord.1 "
     "10 Qp+.g.1 10 Qp+.r.1 10 Qp-.g.1 10 Qp-.r.1 10 Rp-.g.1 10 Rp-.r.1 12 Qm-.r.1 16 Pv+.g.1 "
     "16 Pv+.r.1 2 Qp+.g.2 2 Qp+.r.2 2 Qp-.g.2 2 Qp-.r.2 2 Rp-.g.2 2 Rp-.r.2 3 Pv+.g.2 3 Pv+.r.2 "
     "3/2 N.Q.1 30 h.zuid.1 5 z.Q.1 5/2 n.Q.1 6 Qm-.r.0 8 Pv+.g.0 8 Pv+.r.0 <= 441/20"},
    {GP_RULE_READINESS, 0, "P po noord other -", "1 Pp-.g.0 1 Pp-.r.0 <= 1"},
    {GP_RULE_READINESS, 0, "P vo zuid high -", "1 Pv+.g.0 1 Pv+.r.0 <= 1"},
    {GP_RULE_READINESS, 0, "Q po zuid high -", "1 Qp+.g.0 1 Qp+.r.0 <= 0"},
    {GP_RULE_PINS, 0, "pin 0 -", "1 Pp+.g.1 1 Pp-.g.1 >= 2"},
    {GP_RULE_PINS, 0, "pin 1 -", "1 z.Q.1 >= 1"},
    {GP_RULE_PINS, 1, "pin 2 -", "1 n.Q.2 <= 1"},
    /* a partner already is one: there is nothing to pin */
    {GP_RULE_PINS, 1, "pin 3 -", "<= 0"},
};

/* How many rows there are of each rule. */
static const guint expected_rows[GP_N_RULES] = {
    [GP_RULE_SUPPLY] = 7,         [GP_RULE_COHORT] = 6,       [GP_RULE_INTEREST] = 3,
    [GP_RULE_EQUITY] = 1,         [GP_RULE_SECTOR_SHARE] = 1, [GP_RULE_HANDOVER] = 9,
    [GP_RULE_COACH_CAPACITY] = 6, [GP_RULE_STOCK] = 6,        [GP_RULE_POOL] = 6,
    [GP_RULE_PARTNER_ROOM] = 7,   [GP_RULE_CAPS] = 6,         [GP_RULE_HIRING] = 9,
    [GP_RULE_EXPERT_DAYS] = 6,    [GP_RULE_READINESS] = 7,    [GP_RULE_PINS] = 4,
};

/* ---- words ----------------------------------------------------------------------------------- */

static char *
column_name (const GpAuditData *data, guint column)
{
  static const char *const letters[GP_AUDIT_N_COLUMN_KINDS] = {"",  "z", "n", "N", "v",
                                                               "h", "H", "l", "o", "B"};
  const GpProject *project = data->project;
  GpAuditColumn c = gp_audit_column (data, column);
  GString *name = g_string_new (letters[c.kind]);
  if (c.cell != GP_NONE) {
    const GpAuditCell *cell = &data->cells[c.cell];
    g_string_append_printf (name, "%s%c%c", project->boards[cell->board].code,
                            project->sectors[cell->sector].code[0],
                            cell->need == GP_NEED_HIGH ? '+' : '-');
  }
  if (c.place != GP_NONE)
    g_string_append_printf (name, ".%s.%s", project->boards[data->places[c.place].board].code,
                            project->regions[data->places[c.place].region].code);
  if (c.board != GP_NONE)
    g_string_append_printf (name, ".%s", project->boards[c.board].code);
  if (c.region != GP_NONE)
    g_string_append_printf (name, ".%s", project->regions[c.region].code);
  if (c.to_region != GP_NONE)
    g_string_append_printf (name, ".%s", project->regions[c.to_region].code);
  if (c.programme != GP_PROGRAMME_NONE)
    g_string_append_printf (name, ".%c", gp_programme_name (c.programme)[0]);
  g_string_append_printf (name, ".%u", c.year);
  return g_string_free (name, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

static char *
row_text (const GpAuditData *data, const GpAuditRow *row)
{
  static const char *const senses[] = {"<=", ">=", "="};
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);
  char number[100];
  for (guint i = 0; i < row->terms->len; i++) {
    const GpAuditTerm *term = &g_array_index (row->terms, GpAuditTerm, i);
    g_autofree char *name = column_name (data, term->column);
    ck_assert (gp_audit_column_exists (data, term->column));
    gmp_snprintf (number, sizeof number, "%Qd", term->coefficient->value);
    g_ptr_array_add (terms, g_strdup_printf ("%s %s ", number, name));
  }
  g_ptr_array_sort (terms, compare_texts);
  for (guint i = 0; i < terms->len; i++)
    g_string_append (text, g_ptr_array_index (terms, i));
  gmp_snprintf (number, sizeof number, "%Qd", row->limit);
  g_string_append_printf (text, "%s %s", senses[row->sense], number);
  return g_string_free (text, FALSE);
}

static char *
row_where (const GpAuditData *data, const GpAuditKey *key)
{
  const GpProject *project = data->project;
  GString *text = g_string_new (NULL);
  if (key->pin != GP_NONE)
    g_string_append_printf (text, "pin %u ", key->pin);
  if (key->board != GP_NONE)
    g_string_append_printf (text, "%s ", project->boards[key->board].code);
  if (key->sector != GP_NONE)
    g_string_append_printf (text, "%s ", project->sectors[key->sector].code);
  if (key->region != GP_NONE)
    g_string_append_printf (text, "%s ", project->regions[key->region].code);
  if (key->rule == GP_RULE_SUPPLY || key->rule == GP_RULE_READINESS)
    g_string_append_printf (text, "%s ", gp_need_name (key->need));
  if (key->programme != GP_PROGRAMME_NONE)
    g_string_append_printf (text, "%s ", gp_programme_name (key->programme));
  if (key->year == GP_YEAR_NONE)
    g_string_append (text, "-");
  else
    g_string_append_printf (text, "%d", key->year - project->plan_from);
  return g_string_free (text, FALSE);
}

/* ---- tests ----------------------------------------------------------------------------------- */

typedef struct {
  const GpAuditData *data;
  guint wanted; /* into expected */
  guint n_found, n[GP_N_RULES];
} Look;

static gboolean
look_at (const GpAuditRow *row, gpointer user)
{
  Look *look = user;
  GpAuditKey key = row->key;
  g_autofree char *where = row_where (look->data, &row->key);
  gp_audit_key_normalize (&key);
  ck_assert_msg (gp_audit_key_equal (&key, &row->key), "%s", where);
  look->n[row->key.rule]++;
  if (row->key.rule != expected[look->wanted].rule ||
      row->key.variant != expected[look->wanted].variant ||
      !g_str_equal (where, expected[look->wanted].where))
    return TRUE;
  g_autofree char *text = row_text (look->data, row);
  ck_assert_str_eq (text, expected[look->wanted].text);
  look->n_found++;
  return TRUE;
}

START_TEST (test_row)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpAuditData) data = gp_audit_data_new (project, 0, NULL);
  Look look = {.data = data, .wanted = (guint)_i};
  ck_assert (data != NULL && gp_audit_write_rows (data, look_at, &look, NULL));
  ck_assert_msg (look.n_found == 1, "%s %s", gp_rule_name (expected[_i].rule), expected[_i].where);
  for (guint rule = GP_RULE_SUPPLY; rule < GP_N_RULES; rule++)
    ck_assert_msg (look.n[rule] == expected_rows[rule], "%s", gp_rule_name ((GpRule)rule));
}
END_TEST

/* Boxes by hand: from the row of each kind of column, see gp-audit-boxes.c. */
static const struct {
  const char *name;
  unsigned long box;
} expected_boxes[] = {
    {"Pp-.g.1", 4},
    {"z.Q.2", 1},
    {"N.P.1", 2}, /* 1.1 */
    {"n.Q.0", 2},
    {"v.P.zuid.0", 12}, /* half of 8 + 16 */
    {"v.P.noord.1", 25},
    {"v.Q.zuid.2", 21},
    {"H.zuid.1", 3}, /* 2.2 */
    {"h.noord.0", 0},
    {"B.g.1", 3},
    {"l.noord.zuid.1", 274}, /* 54 + 100 x 2.2 */
    /* 5 po schools: 50, talks 10; coaches 2 x 1.5 in y0, where there is room for none */
    {"o.noord.0", 63},
    /* carry 8, vo 16, po 40, mbo 12, talks 4 + 8; Q: 5 and 2 x 4 in training */
    {"o.zuid.0", 101},
    /* vo 16, po 40, mbo 12, talks 3 + 8; Q: 5 and 2 x 4 in training; hires 2.2 x 30 */
    {"o.zuid.1", 158},
};

START_TEST (test_boxes)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpAuditData) data = gp_audit_data_new (project, 0, NULL);
  guint n_found = 0;
  mpz_t box;
  mpz_init (box);
  for (guint column = 0; column < gp_audit_n_columns (data); column++) {
    g_autofree char *name = column_name (data, column);
    for (guint i = 0; i < G_N_ELEMENTS (expected_boxes); i++)
      if (g_str_equal (name, expected_boxes[i].name)) {
        gp_audit_box (data, column, box);
        ck_assert_msg (mpz_cmp_ui (box, expected_boxes[i].box) == 0, "%s: %lu", name,
                       mpz_get_ui (box));
        n_found++;
      }
  }
  mpz_clear (box);
  ck_assert_uint_eq (n_found, G_N_ELEMENTS (expected_boxes));
}
END_TEST

/* Room for verandercoaches: the board's own maximum, also of none; or so many a school. */
START_TEST (test_room)
{
  const unsigned long expected_room[] = {5, 0, 2};
  const ExampleLine lines[] = {{GP_TABLE_REGIONS, "r"},
                               {GP_TABLE_SECTORS, "po,,1,1"},
                               {GP_TABLE_BOARDS, "own,,r,2020-2021,5"},
                               {GP_TABLE_BOARDS, "none,,r,2020-2021,0"},
                               {GP_TABLE_BOARDS, "schools,,r"},
                               {GP_TABLE_SCHOOLS, "s1,schools,,po,r"},
                               {GP_TABLE_SCHOOLS, "s2,schools,,po,r,,,2020-2021"},
                               {GP_TABLE_SCHOOLS, "s3,schools,,po,r,,,,,1"},
                               {GP_TABLE_SCENARIOS, "base"},
                               {GP_TABLE_PARAMETERS, "base,support_days,po:1,,1"},
                               {GP_TABLE_PARAMETERS, "base,verandercoaches_per_school,,,0.45"}};
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  mpq_t room;
  gp_project_set_frame (project, "Room", 2026, 2027, GP_YEAR_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    example_add (project, &lines[i]);
  example_finish (project);
  g_autoptr (GpAuditData) data = gp_audit_data_new (project, 0, NULL);
  mpq_init (room);
  for (guint32 b = 0; b < G_N_ELEMENTS (expected_room); b++) {
    gp_audit_room (data, b, 1, room);
    ck_assert_msg (mpq_cmp_ui (room, expected_room[b], 1) == 0, "%u: %g", b, mpq_get_d (room));
  }
  mpq_clear (room);
}
END_TEST

/* What the boxes of lending and overload lean on. */
START_TEST (test_ranges)
{
  const GpParam shares[] = {GP_PARAM_LENDING_EFFICIENCY, GP_PARAM_HANDOVER_SHARE};
  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    ck_assert_double_le (gp_param_info (shares[i])->max, 1);
  for (guint param = 0; param < GP_N_PARAMS; param++)
    if (param != GP_PARAM_PRICE_INDEX) /* finance alone */
      ck_assert_double_ge (gp_param_info ((GpParam)param)->min, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: rows");
  TCase *tests = tcase_create ("rows");
  tcase_add_loop_test (tests, test_row, 0, G_N_ELEMENTS (expected));
  tcase_add_test (tests, test_boxes);
  tcase_add_test (tests, test_room);
  tcase_add_test (tests, test_ranges);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
