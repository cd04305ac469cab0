/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One chart of each kind with figures of the size that the starter project has. */
#pragma once

#include <groeiplan/gp-chart-copy.h>

typedef struct {
  const char *name;
  GpChart *(*make) (void);
} ChartSample;

extern const ChartSample chart_samples[];
extern const guint n_chart_samples;
