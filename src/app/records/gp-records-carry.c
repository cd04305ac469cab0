/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carrying out what was edited in a table: at once, or where there are many rows as work on the
 * file that the header shows. */
#include "gp-records-apply.h"
#include "gp-records-private.h"
#include "gp-store-work.h"

#include <glib/gi18n-lib.h>

gboolean
gp_records_carry_out (GpRecords *self, const GpRecordsEdit *edit, GError **error)
{
  if (!gp_records_apply (self->document, edit, error))
    return FALSE;
  gp_records_set_problem (self, NULL);
  return TRUE;
}

static void
on_carried_out (GtkWidget *owner, gpointer edit)
{
  gp_records_set_problem (GP_RECORDS (owner), NULL);
  gp_page_toast (owner, ((GpRecordsEdit *)edit)->label, _ ("_Undo"), "win.undo");
}

gboolean
gp_records_carry_out_large (GpRecords *self, GpRecordsEdit *edit, const char *trouble)
{
  const GpStoreWork work = {.title = _ ("Changing the table"),
                            .trouble = trouble,
                            .func = gp_records_apply_in_worker,
                            .done = on_carried_out,
                            .free_data = (GDestroyNotify)gp_records_edit_free};

  if (!gp_records_edit_is_large (edit))
    return FALSE;
  gp_store_work_start (GTK_WIDGET (self), self->document, &work, gp_records_edit_ref (edit));
  return TRUE;
}
