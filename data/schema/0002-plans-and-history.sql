-- Step 2: what the program keeps beside the data: plans, and the history of edits.
--
-- Plans name boards, regions and sectors by code and refer to nothing, so that a plan can be read next
-- to data that changed since. Unused keys are ''.

CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),                   -- one row
  data_version INTEGER NOT NULL CHECK (data_version >= 1)  -- grows with every change of the data
) STRICT;
INSERT INTO state (id, data_version) VALUES (1, 1);

CREATE TABLE history (
  id INTEGER PRIMARY KEY,                                  -- in the order of editing
  time INTEGER NOT NULL,                                   -- seconds since 1970, UTC
  label TEXT NOT NULL,                                     -- what was done, in the person's words
  undone INTEGER NOT NULL CHECK (undone BETWEEN 0 AND 1),        -- 1: taken back, may be done again
  changes BLOB NOT NULL                                    -- a changeset of SQLite's session extension
) STRICT;

CREATE TABLE plans (
  id INTEGER PRIMARY KEY,                                  -- the latest of a scenario has the highest
  scenario TEXT NOT NULL CHECK (length(scenario) BETWEEN 1 AND 64),
  published INTEGER NOT NULL CHECK (published BETWEEN 0 AND 1),  -- 1: agreed on; kept beside the latest one
  time INTEGER NOT NULL,                                   -- seconds since 1970, UTC
  status TEXT NOT NULL CHECK (status IN ('optimal', 'feasible', 'conflict', 'unknown', 'cancelled')),
  has_whole INTEGER NOT NULL CHECK (has_whole BETWEEN 0 AND 1),  -- 0: the relaxed plan alone
  data_version INTEGER NOT NULL,                           -- of the data it was made from
  seconds_read REAL NOT NULL,
  seconds_relaxed REAL NOT NULL,
  seconds_whole REAL NOT NULL
) STRICT;
CREATE INDEX plans_by_scenario ON plans (scenario);

CREATE TABLE plan_rows (
  plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part = 'relaxed' OR part = 'whole'),
  n INTEGER NOT NULL,                                      -- the row's place in its part
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32), -- 'start', 'partner', 'training', ...
  board TEXT NOT NULL CHECK (length(board) <= 64),
  sector TEXT NOT NULL CHECK (length(sector) <= 64),
  region TEXT NOT NULL CHECK (length(region) <= 64),       -- lending: the region that lends
  to_region TEXT NOT NULL CHECK (length(to_region) <= 64), -- lending: the region that gets
  need TEXT NOT NULL CHECK (need = '' OR need = 'high' OR need = 'other'),
  programme TEXT NOT NULL CHECK (programme = '' OR programme = 'groeikracht'
                                   OR programme = 'regular'),
  year TEXT NOT NULL CHECK (year = '' OR year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  amount REAL,                                             -- schools, coaches, days or a share
  hundredths INTEGER NOT NULL,                             -- whole part: amount times 100, exactly
  PRIMARY KEY (plan, part, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_priorities (
  plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 100),
  priority TEXT NOT NULL,
  relaxed REAL,                                            -- NULL: not a number
  whole REAL,
  held TEXT NOT NULL,                                      -- multipliers on 'overload', 'groeikracht_delay',
                                                           -- ... in that order, with a blank between
  proof_rows INTEGER NOT NULL CHECK (proof_rows >= 0),
  proof BLOB NOT NULL,                                     -- gzip of lines of ten values with a tab between:
                                                           -- rule, variant, board, sector, region, need,
                                                           -- programme, year, pin (place in the table
                                                           -- pins, from 0, or empty), multiplier
  PRIMARY KEY (plan, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE plan_conflicts (
  plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  PRIMARY KEY (plan, n)
) STRICT, WITHOUT ROWID;
