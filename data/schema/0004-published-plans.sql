-- Step 4: which plan of a scenario is the agreed one.
--
-- The plan itself stays in plans, with published = 1, so that taking a publication back, and doing it
-- again, only changes a row here; the history of edits has that row like any other.

CREATE TABLE published_plans (
  n INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL CHECK (length(scenario) BETWEEN 1 AND 64), -- also for the scenarios below it,
                                                           -- unless they have their own
  plan INTEGER NOT NULL REFERENCES plans (id)
) STRICT;
CREATE UNIQUE INDEX published_plans_key ON published_plans (scenario);

CREATE VIEW v_published AS -- the published plans, row by row, with names where still known
  SELECT q.scenario, datetime (q.time, 'unixepoch') AS time_utc, w.kind, w.year, w.board,
         b.name AS board_name, w.sector, w.region, w.to_region, w.need, w.programme, w.amount
  FROM published_plans p JOIN plans q ON q.id = p.plan
                         JOIN plan_rows w ON w.plan = q.id AND w.part = 'whole'
                         LEFT JOIN boards b ON b.board = w.board;
