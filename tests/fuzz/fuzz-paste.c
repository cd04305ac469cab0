/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Any text pasted into the tables of the desktop. The first byte chooses the table, the second the
 * current column, the third how many rows are below it and whether one line fills them; the rest is
 * the text. What is offered as an edit makes a project that is right; cells that are copied come
 * back as they were.
 */
#include "fuzz.h"

#include "gp-records-paste.h"

#include <string.h>

static const GpRecordsKind *const kinds[] = {&gp_records_boards, &gp_records_schools,
                                             &gp_records_expert_coaches,
                                             &gp_records_verandercoaches};
static GpProject *base;
static GpRecordsNames *names;

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  fuzz_start ();
  base = fuzz_project ();
  names = gp_records_names_new (base);
  return 0;
}

/* ---- lines ---- */

static gboolean
is_mark_of_ours (const char *cell)
{
  return cell[0] == '\'' && cell[1] != '\0' && strchr ("=+-@\t\r\n", cell[1]) != NULL;
}

/* Every cell of every line, copied and pasted again. */
static void
check_lines (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = gp_paste_lines (text, &error);

  if (lines == NULL) {
    fuzz_check_error (error);
    return;
  }
  for (guint i = 0; i < lines->len; i++) {
    char **cells = lines->pdata[i];
    g_autoptr (GString) copy =
        g_string_new ("x\t"); /* so that no cell begins with a mark of UTF-8 */
    g_autoptr (GPtrArray) same = NULL;

    for (guint k = 0; cells[k] != NULL; k++) {
      if (is_mark_of_ours (cells[k]))
        return; /* an apostrophe before a formula: taken for the one that we write */
      gp_paste_append_cell (copy, cells[k]);
      g_string_append_c (copy, '\t');
    }
    same = gp_paste_lines (copy->str, &error);
    FUZZ_CHECK (same != NULL && same->len == 1, "%s", copy->str);
    for (guint k = 0; cells[k] != NULL; k++)
      FUZZ_CHECK (g_str_equal (((char **)same->pdata[0])[k + 1], cells[k]), "%s", cells[k]);
  }
}

/* ---- the edit ---- */

static int
find_row (const GpRecordsEdit *edit, const char *code)
{
  for (guint i = 0; i < edit->puts->len; i++)
    if (g_str_equal (((GpRecordsRow *)edit->puts->pdata[i])->cells[0], code))
      return (int)i;
  return -1;
}

static void
add_or_replace (GpProject *made, GpTableId id, const GpRecordsEdit *edit)
{
  for (guint32 row = 0; row < gp_project_n_rows (base, id); row++) {
    g_auto (GStrv) cells = gp_records_row (base, id, row);
    int put = edit->puts->len > 0 && ((GpRecordsRow *)edit->puts->pdata[0])->table == id
                  ? find_row (edit, cells[0])
                  : -1;
    const GpRecordsRow *with = put >= 0 ? edit->puts->pdata[put] : NULL;

    gp_project_add_text (made, id, (const char *const *)(with != NULL ? with->cells : cells));
  }
  for (guint i = 0; i < edit->puts->len; i++) {
    const GpRecordsRow *put = edit->puts->pdata[i];

    if (put->table == id && gp_project_find (base, id, put->cells[0]) == GP_NONE)
      gp_project_add_text (made, id, (const char *const *)put->cells);
  }
}

static void
check_edit (const GpRecordsEdit *edit)
{
  g_autoptr (GpProject) made = gp_project_new (NULL, NULL);
  g_autoptr (GError) error = NULL;

  gp_project_set_frame (made, base->name, base->plan_from, base->last_year, base->goal_year);
  for (int id = 0; id < GP_N_TABLES; id++)
    add_or_replace (made, (GpTableId)id, edit);
  FUZZ_CHECK (gp_project_finish (made, &error), "offered, and wrong: %s", error->message);
}

static void
check_paste (const GpPaste *paste)
{
  FUZZ_CHECK (paste->problems->len <= GP_PASTE_MAX_PROBLEMS, "%u", paste->problems->len);
  FUZZ_CHECK ((paste->edit != NULL) == (paste->problems->len == 0), "%u", paste->problems->len);
  for (guint i = 0; i < paste->problems->len; i++) {
    const GpPasteItem *item = paste->problems->pdata[i];

    FUZZ_CHECK (item->message != NULL && *item->message != '\0', "no message");
    fuzz_check_line (item->message);
  }
  if (paste->unknown != NULL)
    FUZZ_CHECK (g_utf8_validate (paste->unknown, -1, NULL), "no UTF-8");
  if (paste->edit != NULL)
    check_edit (paste->edit);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPaste) paste = NULL;
  const GpRecordsKind *kind;

  if (size < 3)
    return 0;
  kind = kinds[data[0] % G_N_ELEMENTS (kinds)];
  text = g_strndup ((const char *)data + 3, size - 3);
  for (guint32 i = 0; i < MIN (data[2] & 0x7fu, gp_project_n_rows (base, kind->table)); i++)
    g_array_append_val (rows, i);
  GpPasteTarget target = {data[1] % kind->n_columns, rows, (data[2] & 0x80) != 0};
  paste = gp_paste_new (names, kind, rows->len > 0 ? &target : NULL, text, NULL, &error);
  if (paste == NULL)
    fuzz_check_error (error);
  else
    check_paste (paste);
  check_lines (text);
  return 0;
}
