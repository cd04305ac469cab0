/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-memory.h. */
#include "gp-memory.h"

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

void
gp_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
