/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-paste-dialog.h. */
#include "gp-paste-dialog.h"
#include "gp-inner-parts.h"
#include "gp-table-page.h"

#include <glib/gi18n-lib.h>

struct _GpPasteDialog {
  AdwWindow parent;
  GtkButton *apply;
  GtkLabel *headline;
  GtkLabel *details;
  GpTablePage *items;

  GpPaste *paste;
};

enum { ACCEPTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpPasteDialog, gp_paste_dialog, ADW_TYPE_WINDOW)

/* clang-format off */
static const GpTableColumn change_columns[] = {
  {N_("Code"), FALSE, FALSE, 9}, {N_("Column"), FALSE, FALSE, 14},
  {N_("Before"), FALSE, TRUE, 18}, {N_("After"), FALSE, TRUE, 18},
};
static const GpTableColumn problem_columns[] = {
  {N_("Line"), TRUE, FALSE, 5}, {N_("Code"), FALSE, FALSE, 9}, {N_("Column"), FALSE, FALSE, 12},
  {N_("What is wrong"), FALSE, TRUE, 32}, {N_("Pasted"), FALSE, FALSE, 14},
};
/* clang-format on */
static const GpTableKind change_kind = {N_ ("All changes"), change_columns,
                                        G_N_ELEMENTS (change_columns), -1, NULL};
static const GpTableKind problem_kind = {N_ ("What is wrong"), problem_columns,
                                         G_N_ELEMENTS (problem_columns), -1, NULL};

static const char *
column_title (const GpPasteItem *item)
{
  return item->title != NULL ? _ (item->title) : "";
}

static GpRow *
change_row (const GpPasteItem *item)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (change_columns));

  gp_row_set_text (row, 0, item->code);
  gp_row_set_text (row, 1, column_title (item));
  gp_row_set_text (row, 2, item->before);
  gp_row_set_text (row, 3, item->after);
  return row;
}

static GpRow *
problem_row (const GpPasteItem *item)
{
  GpRow *row = gp_row_new (G_N_ELEMENTS (problem_columns));

  gp_row_take_number (row, 0, item->line, gp_format_integer (item->line, gp_numbers_current ()));
  gp_row_set_text (row, 1, item->code);
  gp_row_set_text (row, 2, column_title (item));
  gp_row_set_text (row, 3, item->message);
  gp_row_set_text (row, 4, item->after != NULL ? item->after : "");
  return row;
}

static GListModel *
rows (guint kind, gpointer data)
{
  GpPasteDialog *self = data;
  GListStore *store = g_list_store_new (GP_TYPE_ROW);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean wrong = self->paste->problems->len > 0;
  const GPtrArray *items = wrong ? self->paste->problems : self->paste->changes;

  (void)kind;
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (made, wrong ? problem_row (items->pdata[i]) : change_row (items->pdata[i]));
  g_list_store_splice (store, 0, 0, made->pdata, made->len);
  return G_LIST_MODEL (store);
}

/* "12 schools change, 3 are new, 40 stay as they are" */
static char *
headline (const GpPaste *paste, GpTableId table)
{
  g_autofree char *changed = gp_records_count_text (table, paste->n_changed);
  g_autofree char *new = gp_records_count_text (table, paste->n_new);
  guint n = paste->problems->len;

  if (n >= GP_PASTE_MAX_PROBLEMS)
    return g_strdup_printf (_ ("Nothing can be pasted: more than %u cells are wrong"),
                            GP_PASTE_MAX_PROBLEMS);
  if (n > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Nothing can be pasted: %u cell is wrong",
                                         "Nothing can be pasted: %u cells are wrong", n),
                            n);
  if (paste->n_changed == 0 && paste->n_new == 0)
    return g_strdup (_ ("Nothing changes"));
  if (paste->n_new == 0)
    return g_strdup_printf (_ ("%s will change"), changed);
  if (paste->n_changed == 0)
    return g_strdup_printf (_ ("%s will be added"), new);
  return g_strdup_printf (_ ("%s will change, %s will be added"), changed, new);
}

static char *
details (const GpPaste *paste, GpTableId table)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *same = gp_records_count_text (table, paste->n_same);

  if (paste->problems->len > 0)
    g_string_append (text, _ ("Correct these cells in the spreadsheet and copy again."));
  else if (paste->n_same > 0)
    g_string_append_printf (text, _ ("%s stay as they are."), same);
  if (paste->unknown != NULL && paste->by_code)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? " " : "",
                            _ ("Left out, for there are no such columns:"), paste->unknown);
  return g_strdup (text->str);
}

static void
on_apply (GpPasteDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gp_paste_dialog_finalize (GObject *object)
{
  g_clear_pointer (&GP_PASTE_DIALOG (object)->paste, gp_paste_free);
  G_OBJECT_CLASS (gp_paste_dialog_parent_class)->finalize (object);
}

static void
gp_paste_dialog_class_init (GpPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gp_paste_dialog_finalize;
  signals[ACCEPTED] = g_signal_new ("accepted", GP_TYPE_PASTE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (GP_TYPE_TABLE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GpPasteDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, GpPasteDialog, headline);
  gtk_widget_class_bind_template_child (widget_class, GpPasteDialog, details);
  gtk_widget_class_bind_template_child (widget_class, GpPasteDialog, items);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gp_paste_dialog_init (GpPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_inner_parts_mend (GTK_WIDGET (self));
}

GpPasteDialog *
gp_paste_dialog_new (GtkWindow *parent, GpPaste *paste, const GpRecordsKind *kind)
{
  GpPasteDialog *self =
      g_object_new (GP_TYPE_PASTE_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *first = headline (paste, kind->table);
  g_autofree char *second = details (paste, kind->table);
  gboolean wrong = paste->problems->len > 0;

  self->paste = paste;
  gtk_label_set_text (self->headline, first);
  gtk_label_set_text (self->details, second);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *second != '\0');
  gp_table_page_set_empty (self->items, _ ("Nothing changes"),
                           _ ("The rows are in the project as they were copied."),
                           GP_FIRST_NOTHING);
  gp_table_page_set_kinds (self->items, wrong ? &problem_kind : &change_kind, 1, rows, self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply),
                            !wrong && (paste->n_changed > 0 || paste->n_new > 0));
  return self;
}

const GpPaste *
gp_paste_dialog_get (GpPasteDialog *self)
{
  return self->paste;
}
