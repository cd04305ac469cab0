/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loaded into the desktop program (LD_PRELOAD) by tests/bench/desktop: writes how long each turn of
 * the window's main loop took, drawing included. While it lasts the window answers nothing, so no
 * frame comes sooner.
 *
 * A line a turn over 2 ms, to the file that GROEIPLAN_STALLS names: when it ended (CLOCK_MONOTONIC,
 * in seconds), how long it took, and how much processor time of its thread; in milliseconds.
 */
#include <glib.h>
#include <stdio.h>
#include <time.h>

#define LEAST 2.0

static FILE *file;
static double wall_before, cpu_before;

static double
milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Between two polls is a turn. */
static int
poll_and_tell (GPollFD *fds, guint n, int timeout)
{
  double wall = milliseconds (CLOCK_MONOTONIC), cpu = milliseconds (CLOCK_THREAD_CPUTIME_ID);
  int ready;

  if (wall_before > 0 && wall - wall_before >= LEAST) {
    fprintf (file, "%.3f %.1f %.1f\n", wall / 1e3, wall - wall_before, cpu - cpu_before);
    fflush (file);
  }
  ready = g_poll (fds, n, timeout);
  wall_before = milliseconds (CLOCK_MONOTONIC);
  cpu_before = milliseconds (CLOCK_THREAD_CPUTIME_ID);
  return ready;
}

static void __attribute__ ((constructor)) begin (void)
{
  const char *path = g_getenv ("GROEIPLAN_STALLS");

  file = path != NULL ? fopen (path, "ae") : NULL;
  if (file != NULL)
    g_main_context_set_poll_func (g_main_context_default (), poll_and_tell);
}
