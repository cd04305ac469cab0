/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Interrupting: a thread of its own waits for SIGINT and SIGTERM, which every other thread blocks,
 * and cancels. A signal handler may not do that (g_cancellable_cancel takes locks), and a main loop
 * is not running while the planner works.
 */
#include "gp-cli-private.h"

#include <signal.h>
#include <unistd.h>

static sigset_t
interrupts (void)
{
  sigset_t set;
  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  return set;
}

static gpointer
wait_for_interrupt (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set = interrupts ();
  int signal_number;
  if (sigwait (&set, &signal_number) == 0)
    g_cancellable_cancel (cancellable);
  if (sigwait (&set, &signal_number) == 0)
    _exit (
        130); /* the person insists; whatever is written appears under its name only when whole */
  return NULL;
}

void
gp_cli_interrupt_watch (GCancellable *cancellable)
{
  sigset_t set = interrupts ();
  if (pthread_sigmask (SIG_BLOCK, &set, NULL) != 0)
    return;
  GThread *thread =
      g_thread_try_new ("interrupt", wait_for_interrupt, g_object_ref (cancellable), NULL);
  if (thread != NULL)
    g_thread_unref (thread);
  else { /* then an interrupt ends the program at once */
    g_object_unref (cancellable);
    pthread_sigmask (SIG_UNBLOCK, &set, NULL);
  }
}
