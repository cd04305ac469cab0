/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-finance-view.h: what all tables of the Finance page have in common. */
#include "gp-finance-view.h"

#include <groeiplan/gp-format.h>
#include <string.h>

static void
clear_line (gpointer line)
{
  g_free (((GpFinanceLine *)line)->label);
}

static void
clear_cell (gpointer data)
{
  GpFinanceCell *cell = data;

  g_free (cell->text);
  g_free (cell->change);
}

GpFinanceView *
gp_finance_view_new (const GpFinanceViewClass *klass, GpFinance *finance)
{
  GpFinanceView *view = g_new0 (GpFinanceView, 1);

  view->klass = klass;
  view->finance = gp_finance_ref (finance);
  view->heads = g_ptr_array_new_with_free_func (g_free);
  view->years = g_array_new (FALSE, FALSE, sizeof (GpYear));
  view->fundings = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_funding_free);
  view->lines = g_array_new (FALSE, TRUE, sizeof (GpFinanceLine));
  view->cells = g_array_new (FALSE, TRUE, sizeof (GpFinanceCell));
  g_array_set_clear_func (view->lines, clear_line);
  g_array_set_clear_func (view->cells, clear_cell);
  return view;
}

void
gp_finance_view_free (GpFinanceView *view)
{
  if (view == NULL)
    return;
  gp_finance_unref (view->finance);
  g_clear_pointer (&view->other, gp_finance_unref);
  g_ptr_array_unref (view->heads);
  g_array_unref (view->years);
  g_ptr_array_unref (view->fundings);
  g_array_unref (view->lines);
  g_array_unref (view->cells);
  g_clear_pointer (&view->rows, g_hash_table_unref);
  g_free (view);
}

void
gp_finance_view_add_head (GpFinanceView *view, const char *head)
{
  g_ptr_array_add (view->heads, g_strdup (head));
}

void
gp_finance_view_add_year (GpFinanceView *view, GpYear year)
{
  char name[GP_YEAR_BYTES];

  g_array_append_val (view->years, year);
  gp_finance_view_add_head (view, gp_year_format (year, name));
}

void
gp_finance_view_add_line (GpFinanceView *view, const char *label, GpFinanceLineStyle style,
                          guint figure, guint32 index)
{
  const GpFinanceLine line = {g_strdup (label), style, figure, index, GP_NONE};

  g_array_append_val (view->lines, line);
}

/* Without the sign of euro, which would stand in every cell. */
char *
gp_finance_view_amount (gint64 cents, gboolean with_cents)
{
  g_autofree char *money = gp_format_money (cents, with_cents, gp_numbers_current ());
  GString *text = g_string_new (money);

  g_string_replace (text, "€\u00a0", "", 0);
  g_string_replace (text, "€", "", 0);
  return g_string_free (text, FALSE);
}

void
gp_finance_view_add_cell (GpFinanceView *view, GpMoneyState state, gint64 cents,
                          gboolean with_cents, char *change)
{
  g_autofree char *amount = gp_finance_view_amount (cents, with_cents);
  gboolean missing = state == GP_MONEY_MISSING;
  const GpFinanceCell cell = {
      .text =
          missing ? g_strdup ("–") : g_strconcat (state == GP_MONEY_ROUGH ? "~" : "", amount, NULL),
      .change = change,
      .missing = missing,
      .rough = state == GP_MONEY_ROUGH,
      .worked_out = state == GP_MONEY_COMPUTED || state == GP_MONEY_ROUGH};

  g_array_append_val (view->cells, cell);
}

char *
gp_finance_view_project (const GpFinance *finance, guint32 project)
{
  const GpFinanceProject *row = &gp_finance_project (finance)->projects[project];

  return g_strdup_printf ("%s %s", row->code,
                          gp_finance_project_name (row, gp_language_current ()));
}

static const GpFinanceCell *
cell_at (const GpFinanceView *view, guint line, guint column)
{
  return &g_array_index (view->cells, GpFinanceCell, line * view->heads->len + column);
}

const GpFinanceCell *
gp_finance_view_cell (const GpFinanceView *view, guint line, guint column)
{
  g_return_val_if_fail (line < view->lines->len && column < view->heads->len, NULL);
  return cell_at (view, line, column);
}

/* ---- to a spreadsheet --------------------------------------------------------------------------
 */

/* No tab or line end may break a line up, and no label may begin a formula. */
static void
append_label (GString *text, const char *label)
{
  if (*label != '\0' && strchr ("=+-@", *label) != NULL)
    g_string_append_c (text, '\'');
  for (; *label != '\0'; label++)
    g_string_append_c (text, strchr ("\t\r\n", *label) != NULL ? ' ' : *label);
}

/* What a spreadsheet reads as a number: a plain minus, no grouping, the locale's own mark. */
static void
append_amount (GString *text, const GpFinanceCell *cell)
{
  gboolean dutch = gp_numbers_current () == GP_LANGUAGE_DUTCH;

  for (const char *at = cell->missing ? "" : cell->text; *at != '\0'; at = g_utf8_next_char (at)) {
    if (g_str_has_prefix (at, "−"))
      g_string_append_c (text, '-');
    else if (g_ascii_isdigit (*at) || *at == '-' || *at == (dutch ? ',' : '.'))
      g_string_append_c (text, *at);
  }
}

char *
gp_finance_view_text (const GpFinanceView *view)
{
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < view->heads->len; c++) {
    g_string_append_c (text, '\t');
    append_label (text, g_ptr_array_index (view->heads, c));
  }
  for (guint l = 0; l < view->lines->len; l++) {
    g_string_append_c (text, '\n');
    append_label (text, g_array_index (view->lines, GpFinanceLine, l).label);
    for (guint c = 0; c < view->heads->len; c++) {
      g_string_append_c (text, '\t');
      append_amount (text, cell_at (view, l, c));
    }
  }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

/* ---- amounts as they are typed
 * ------------------------------------------------------------------- */

/* Digits, marks and a sign alone; anything else is no amount. */
static char *
bare (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    gunichar c = g_utf8_get_char (text);

    if (c == 0x2212)
      g_string_append_c (plain, '-');
    else if (c < 128 && (g_ascii_isdigit (c) || strchr (".,-+", (int)c) != NULL))
      g_string_append_c (plain, (char)c);
    else if (!g_unichar_isspace (c) && c != 0x20AC)
      return NULL;
  }
  return g_strdup (plain->str);
}

/* Which of the marks is the decimal one; NULL when none is. */
static const char *
find_decimal (const char *plain, GpLanguage language)
{
  const char *comma = strrchr (plain, ','), *point = strrchr (plain, '.');
  const char *last = comma > point ? comma : point;
  char grouping = language == GP_LANGUAGE_DUTCH ? '.' : ',';

  if (comma != NULL && point != NULL)
    return last;
  if (last == NULL || strchr (plain, *last) != last) /* none, or several of one kind: grouping */
    return NULL;
  return *last == grouping && strlen (last + 1) == 3 ? NULL : last;
}

gboolean
gp_finance_read_amount (const char *text, GpLanguage language, gint64 *cents)
{
  g_autofree char *plain = bare (text);
  g_autoptr (GString) number = g_string_new (NULL);
  const char *decimal;

  if (plain == NULL)
    return FALSE;
  decimal = find_decimal (plain, language);
  for (const char *at = plain; *at != '\0'; at++) {
    if (at == decimal)
      g_string_append_c (number, '.');
    else if (*at != ',' && *at != '.' && !(*at == '+' && at == plain))
      g_string_append_c (number, *at);
  }
  return gp_money_parse (number->str, cents);
}
