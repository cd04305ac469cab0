/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How futures are kept: a header that says what run they are of, and a row of whole numbers each.
 */
#pragma once

#include <groeiplan/gp-futures.h>

typedef enum { GP_FUTURE_PLANNED, GP_FUTURE_CONFLICT, GP_FUTURE_UNKNOWN } GpFutureStatus;

#define GP_DIGEST_BYTES 65 /* SHA-256 in hexadecimal, with its NUL */
#define GP_THOUSAND 1000

/* A board whose first start a published plan promises, and in how many of the futures it is kept.
 */
typedef struct {
  char code[GP_CODE_MAX + 1];
  GpYear year;
  guint32 kept;
} GpFuturesBoard;

/* What all futures of a run share. */
typedef struct {
  char scenario[GP_CODE_MAX + 1];
  guint64 seed;
  guint32 count;               /* in all shards together */
  guint shard, n_shards;       /* 1 of 1 for a whole run */
  char data[GP_DIGEST_BYTES];  /* of the project */
  char plans[GP_DIGEST_BYTES]; /* of the held first year and what is published */
  gboolean has_regret;
  guint n_priorities;
  GpPriorityId priorities[GP_N_PRIORITIES];
  GpYear first_year, last_year;
} GpFuturesHead;

struct _GpFutures {
  gatomicrefcount refs;
  GpFuturesHead head;
  guint32 first, n; /* numbers first .. first + n - 1 are here */
  guint stride;     /* numbers a row */
  gint64 *rows;     /* thousandths; see gp_futures_row () */
  GArray *boards;   /* of GpFuturesBoard, by code */
};

/* Which numbers shard 1..n of count futures has: they come in order, and sizes differ by one at
 * most. */
static inline guint32
gp_shard_begin (guint32 count, guint shard, guint n_shards)
{
  return (guint32)((guint64)count * (shard - 1) / n_shards);
}

static inline guint
gp_futures_n_years (const GpFuturesHead *head)
{
  return (guint)(head->last_year - head->first_year) + 1;
}

/* Room for the futures of the head's shard, all zero. GP_ERROR_DATA when there is no memory. */
GpFutures *gp_futures_new (const GpFuturesHead *head, GError **error);

/* A row: its status; the values of the priorities, in order; schools taking part, by year; regret
 * (0 without). number counts from 0 over all shards. */
gint64 *gp_futures_row (const GpFutures *futures, guint32 number);
static inline gint64 *
gp_row_values (gint64 *row)
{
  return row + 1;
}
static inline gint64 *
gp_row_schools (const GpFutures *futures, gint64 *row)
{
  return row + 1 + futures->head.n_priorities;
}
static inline gint64 *
gp_row_regret (const GpFutures *futures, gint64 *row)
{
  return row + futures->stride - 1;
}

/* Place of a priority in the head's order, or -1. */
int gp_futures_find_priority (const GpFuturesHead *head, GpPriorityId id);

/* SHA-256 of everything in the project and the program's version; of the first year's decisions and
 * the published starts. */
void gp_futures_digest_project (const GpProject *project, char digest[static GP_DIGEST_BYTES]);
void gp_futures_digest_plans (GpYear first, const GpPlan *held, const GpPlan *published,
                              char digest[static GP_DIGEST_BYTES]);
