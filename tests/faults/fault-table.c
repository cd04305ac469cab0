/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-table.h. */
#include "fault-table.h"

#include <stdio.h>

#define MOST_KINDS 64
#define MOST_SHOWN 5 /* of what was wrong, per kind */

static struct {
  char *name;
  guint tried, survived, shown;
} kinds[MOST_KINDS];
static guint n_kinds;
static gboolean quiet;

void
fault_count (const char *kind, const char *wrong)
{
  guint i = 0;

  while (i < n_kinds && !g_str_equal (kinds[i].name, kind))
    i++;
  g_assert_cmpuint (i, <, MOST_KINDS);
  if (i == n_kinds)
    kinds[n_kinds++].name = g_strdup (kind);
  kinds[i].tried++;
  if (wrong == NULL)
    kinds[i].survived++;
  else if (kinds[i].shown++ < MOST_SHOWN && !quiet)
    fprintf (stderr, "%s: %s\n", kind, wrong);
}

void
fault_table_set_quiet (gboolean is_quiet)
{
  quiet = is_quiet;
}

guint
fault_table_forget (void)
{
  guint wrong = 0;

  for (guint i = 0; i < n_kinds; i++) {
    wrong += kinds[i].tried - kinds[i].survived;
    g_free (kinds[i].name);
    kinds[i].tried = kinds[i].survived = kinds[i].shown = 0;
  }
  n_kinds = 0;
  return wrong;
}

gboolean
fault_table_print (void)
{
  for (guint i = 0; i < n_kinds; i++)
    printf ("%-40s %8u tried %8u survived\n", kinds[i].name, kinds[i].tried, kinds[i].survived);
  return fault_table_forget () == 0;
}
