/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person does with a project file, as stories of steps: each either happens or does not. */
#pragma once

#include "fault-file.h"

#define STORY_MOST_STEPS 10

typedef struct {
  char *folder, *path, *copy; /* copy: the name that a backup gets */
  GpStore *store;
  guint n_edits;
} World;

typedef gboolean (*StoryStep) (World *world, GError **error);

typedef enum { START_NOTHING, START_FILE, START_OLD, START_INTERRUPTED, N_STARTS } StoryStart;

typedef struct {
  const char *name;
  StoryStart start; /* what is in the folder before */
  StoryStep steps[STORY_MOST_STEPS];

  /* What the file holds before the first step, after it ...; filled by story_learn (). */
  guint n_steps;
  guint64 file[STORY_MOST_STEPS + 1], project[STORY_MOST_STEPS + 1];
} Story;

#define STORY_ABSENT 1 /* the digest of a file that is not there */

extern Story stories[];
extern const guint n_stories;

/* Makes the files that stories begin with; once. */
void story_setup (void);
void story_teardown (void);

World *world_new (void);
void world_free (World *world);
/* Closes the store and puts the folder back to how the story begins. */
void world_reset (World *world, StoryStart start);
void world_close (World *world);

/* Runs the story without faults. */
void story_learn (Story *story, World *world);

/* 0 and *wrong as fault_file_digest (). */
guint64 world_digest (const World *world, char **wrong);
/* Of the store's snapshot; 0 with an error. */
guint64 world_project (World *world, GError **error);

/* One small edit of the open store. */
gboolean story_edit (World *world, GError **error);
