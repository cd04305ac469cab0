/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Loaded into the desktop program (LD_PRELOAD) by tests/bench/desktop: writes how long each frame took,
 * told by the frame clock, and each turn of the window's main loop. While one lasts the window answers
 * nothing, so no frame comes sooner.
 *
 * A line each, to the file that GROEIPLAN_STALLS names, in milliseconds but for the first number, which
 * is when it ended (CLOCK_MONOTONIC, in seconds); processor time is that of the window's thread:
 *   turn   END WALL CPU                         of those over 2 ms
 *   frame  END WALL CPU UPDATE LAYOUT PAINT     its processor time by phase: what asks to be called
 *          every frame; style and layout; snapshot and drawing
 */
#include <gdk/gdk.h>
#include <stdio.h>
#include <time.h>

#define LEAST 2.0

enum { BEGIN, UPDATE, LAYOUT, PAINT, END, N_PHASES };
static const char *const phases[N_PHASES] = {"before-paint", "update", "layout", "paint",
                                             "after-paint"};

static FILE *file;
static double wall_before, cpu_before, frame_wall, frame_cpu[N_PHASES];
static gboolean watching;

static double
milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* A phase begins. The clock leaves out those that nothing asked for: they took no time. */
static gboolean
on_phase (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  int phase = GPOINTER_TO_INT (data);
  double wall = milliseconds (CLOCK_MONOTONIC), cpu = milliseconds (CLOCK_THREAD_CPUTIME_ID);

  (void)hint, (void)n_values, (void)values;
  if (phase == BEGIN)
    frame_wall = wall;
  for (int later = phase; later < N_PHASES; later++)
    frame_cpu[later] = cpu;
  if (phase == END) {
    fprintf (file, "frame %.3f %.2f %.2f %.2f %.2f %.2f\n", wall / 1e3, wall - frame_wall,
             cpu - frame_cpu[BEGIN], frame_cpu[LAYOUT] - frame_cpu[UPDATE],
             frame_cpu[PAINT] - frame_cpu[LAYOUT], frame_cpu[END] - frame_cpu[PAINT]);
    fflush (file);
  }
  return TRUE;
}

static void
watch_frames (void)
{
  GTypeClass *klass = g_type_class_ref (GDK_TYPE_FRAME_CLOCK);

  for (int i = 0; i < N_PHASES; i++)
    g_signal_add_emission_hook (g_signal_lookup (phases[i], GDK_TYPE_FRAME_CLOCK), 0, on_phase,
                                GINT_TO_POINTER (i), NULL);
  g_type_class_unref (klass);
  watching = TRUE;
}

/* Between two polls is a turn. */
static int
poll_and_tell (GPollFD *fds, guint n, int timeout)
{
  double wall = milliseconds (CLOCK_MONOTONIC), cpu = milliseconds (CLOCK_THREAD_CPUTIME_ID);
  int ready;

  if (!watching)
    watch_frames ();
  if (wall_before > 0 && wall - wall_before >= LEAST) {
    fprintf (file, "turn %.3f %.2f %.2f\n", wall / 1e3, wall - wall_before, cpu - cpu_before);
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
