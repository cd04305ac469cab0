/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a shard file, for its writer and its reader.
 *
 *   groeiplan-futures-shard-1
 *   scenario CODE
 *   seed N
 *   count N                    futures in all shards together
 *   shard I N
 *   data SHA-256               of the project
 *   plans SHA-256              of the held first year and the published plan
 *   regret 0|1
 *   priorities NAME...         in order
 *   years YEAR YEAR            first and last plan year
 *   boards N
 *   board YEAR KEPT CODE       N times, by code
 *   futures N
 *   NUMBER STATUS FIGURE...    N times, by number; figures in thousandths: priorities, schools
 * taking part by year, regret end
 */
#pragma once

#define GP_SHARD_FORMAT "groeiplan-futures-shard-1"
#define GP_SHARD_LINE_MAX 4096 /* bytes of a line, with its LF */
