/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-table.h. */
#include "fault-table.h"

#include "fault-file.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define MOST_KINDS 64
#define MOST_SHOWN 5 /* of what was wrong, per kind */
#define EVERY (30 * G_TIME_SPAN_SECOND)

static struct {
  char *name;
  guint tried, survived, shown;
} kinds[MOST_KINDS];
static guint n_kinds;
static gboolean quiet;
static gint64 began, last_told; /* on the monotonic clock */
static char at[120];
static volatile sig_atomic_t stopped;

static void
stop (int number)
{
  stopped = number;
}

void
fault_table_watch (void)
{
  struct sigaction action = {.sa_handler = stop, .sa_flags = (int)SA_RESETHAND | SA_RESTART};

  sigaction (SIGINT, &action, NULL); /* the second time it ends at once */
  sigaction (SIGTERM, &action, NULL);
  sigaction (SIGHUP, &action, NULL);
  began = last_told = g_get_monotonic_time ();
}

void
fault_table_at (const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_vsnprintf (at, sizeof at, format, arguments);
  va_end (arguments);
}

/* Twice a minute, how far it is; the table, when it is to end. */
static void
tell (void)
{
  gint64 now = g_get_monotonic_time ();
  guint tried = 0, survived = 0;

  if (began == 0 || (stopped == 0 && now < last_told + EVERY))
    return;
  last_told = now;
  for (guint i = 0; i < n_kinds; i++) {
    tried += kinds[i].tried;
    survived += kinds[i].survived;
  }
  fprintf (stderr, "%3d min: %u tried, %u survived; at %s\n",
           (int)((now - began) / G_TIME_SPAN_MINUTE), tried, survived, at);
  if (stopped == 0)
    return;
  printf ("stopped, at %s; of those tried by then\n", at);
  fault_table_print ();
  fflush (NULL);
  fault_folders_remove ();
  _exit (3); /* in the middle of things: no memory is given back */
}

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
  if (!quiet)
    tell ();
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
