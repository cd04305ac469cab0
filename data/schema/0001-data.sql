-- Step 1: the data of a project.
--
-- For whoever reads or queries this file by hand (start with the views v_...: step 3):
--   * Every table has a column n: the row's place in the table. It never changes.
--   * Codes are text, also where they look like numbers ('08AB', '00123').
--   * A school year is text, '2026-2027', so that it sorts, compares and shows as it reads.
--   * Decimal numbers are text, exactly as typed ('0.1' is one tenth); money is whole euro cents.
--   * Yes and no are 1 and 0; NULL is "not given" or "not known".
--   * In large tables words are checked with OR: an IN of three or more is set up anew for every row.
-- A program that changes data should leave the tables history and state alone; the next undo refuses
-- where it no longer fits.

CREATE TABLE frame (
  id INTEGER PRIMARY KEY CHECK (id = 1),                   -- one row
  name TEXT NOT NULL,
  plan_from TEXT NOT NULL CHECK (plan_from GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  last_year TEXT NOT NULL CHECK (last_year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'
                                 AND last_year >= plan_from),
  goal_year TEXT CHECK (goal_year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'
                        AND goal_year BETWEEN plan_from AND last_year) -- later years: look-ahead
) STRICT;

CREATE TABLE regions (
  n INTEGER PRIMARY KEY,
  region TEXT NOT NULL CHECK (length(region) BETWEEN 1 AND 64),
  name TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX regions_key ON regions (region);

CREATE TABLE provinces (
  n INTEGER PRIMARY KEY,
  province TEXT NOT NULL CHECK (length(province) BETWEEN 1 AND 64), -- as the register writes it
  region TEXT NOT NULL REFERENCES regions (region) ON UPDATE CASCADE
) STRICT;
CREATE UNIQUE INDEX provinces_key ON provinces (province);

CREATE TABLE sectors (
  n INTEGER PRIMARY KEY,
  sector TEXT NOT NULL CHECK (length(sector) BETWEEN 1 AND 64),
  name TEXT NOT NULL,
  support_years INTEGER NOT NULL CHECK (support_years BETWEEN 1 AND 10),
  groeikracht INTEGER NOT NULL CHECK (groeikracht BETWEEN 0 AND 1)   -- 1: may start in that programme
) STRICT;
CREATE UNIQUE INDEX sectors_key ON sectors (sector);

CREATE TABLE boards (
  n INTEGER PRIMARY KEY,
  board TEXT NOT NULL CHECK (length(board) BETWEEN 1 AND 64),
  name TEXT NOT NULL,
  home_region TEXT NOT NULL REFERENCES regions (region) ON UPDATE CASCADE,
  partner_since TEXT CHECK (partner_since GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  max_verandercoaches INTEGER CHECK (max_verandercoaches >= 0),
  note TEXT NOT NULL,
  stage TEXT NOT NULL,
  contact TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX boards_key ON boards (board);

CREATE TABLE schools (
  n INTEGER PRIMARY KEY,
  school TEXT NOT NULL CHECK (length(school) BETWEEN 1 AND 64),
  board TEXT NOT NULL REFERENCES boards (board) ON UPDATE CASCADE,
  name TEXT NOT NULL,
  sector TEXT NOT NULL REFERENCES sectors (sector) ON UPDATE CASCADE,
  region TEXT NOT NULL REFERENCES regions (region) ON UPDATE CASCADE,
  pupils INTEGER CHECK (pupils >= 0),
  high_need INTEGER NOT NULL CHECK (high_need BETWEEN 0 AND 1),
  started TEXT CHECK (started GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  programme TEXT CHECK (programme = 'groeikracht' OR programme = 'regular'),
  excluded INTEGER NOT NULL CHECK (excluded BETWEEN 0 AND 1),        -- 1: leave out of every plan
  intake TEXT CHECK (intake = 'none' OR intake = 'interested' OR intake = 'talks'
                            OR intake = 'ready'),
  team_support INTEGER CHECK (team_support BETWEEN 0 AND 1),         -- the four requirements:
  leader_active INTEGER CHECK (leader_active BETWEEN 0 AND 1),       -- 1 met, 0 not met, NULL not known
  coach_time INTEGER CHECK (coach_time BETWEEN 0 AND 1),
  session_time INTEGER CHECK (session_time BETWEEN 0 AND 1)
) STRICT;
CREATE UNIQUE INDEX schools_key ON schools (school);
CREATE INDEX schools_by_board ON schools (board);

CREATE TABLE expert_coaches (
  n INTEGER PRIMARY KEY,
  coach TEXT NOT NULL CHECK (length(coach) BETWEEN 1 AND 64),
  name TEXT NOT NULL,
  region TEXT NOT NULL REFERENCES regions (region) ON UPDATE CASCADE,
  days_per_year TEXT NOT NULL CHECK (days_per_year GLOB '[0-9]*'
                                     AND days_per_year NOT GLOB '*[^0-9.]*'),
  from_year TEXT CHECK (from_year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'), -- both included
  to_year TEXT CHECK (to_year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  sectors TEXT NOT NULL                                        -- 'po+vo'; '' is any
) STRICT;
CREATE UNIQUE INDEX expert_coaches_key ON expert_coaches (coach);

CREATE TABLE verandercoaches (
  n INTEGER PRIMARY KEY,
  coach TEXT NOT NULL CHECK (length(coach) BETWEEN 1 AND 64),
  board TEXT NOT NULL REFERENCES boards (board) ON UPDATE CASCADE,
  name TEXT NOT NULL,
  trained_year TEXT NOT NULL CHECK (trained_year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  days_per_year TEXT CHECK (days_per_year GLOB '[0-9]*'        -- NULL: what the scenario says
                            AND days_per_year NOT GLOB '*[^0-9.]*'),
  to_year TEXT CHECK (to_year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]')
) STRICT;
CREATE UNIQUE INDEX verandercoaches_key ON verandercoaches (coach);
CREATE INDEX verandercoaches_by_board ON verandercoaches (board);

CREATE TABLE scenarios (
  n INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL CHECK (length(scenario) BETWEEN 1 AND 64),
  parent TEXT REFERENCES scenarios (scenario) ON UPDATE CASCADE -- what is not given here comes from it
    DEFERRABLE INITIALLY DEFERRED,                             -- (it may stand further down)
  name TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX scenarios_key ON scenarios (scenario);

CREATE TABLE parameters (
  n INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenarios (scenario) ON UPDATE CASCADE,
  parameter TEXT NOT NULL CHECK (parameter <> ''),
  scope TEXT NOT NULL,                                         -- '' where it has none
  year TEXT CHECK (year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'), -- NULL: all years
  value TEXT NOT NULL CHECK (value GLOB '*[0-9]' AND value NOT GLOB '*[^-0-9.]*'),
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX parameters_key ON parameters (scenario, parameter, scope, ifnull (year, ''));

CREATE TABLE priorities (
  n INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenarios (scenario) ON UPDATE CASCADE,
  rank INTEGER NOT NULL CHECK (rank >= 1),                     -- 1 comes first
  priority TEXT NOT NULL CHECK (priority IN ('overload', 'groeikracht_delay', 'regular_delay',
                                             'change', 'reach', 'cost'))
) STRICT;
CREATE UNIQUE INDEX priorities_key ON priorities (scenario, rank);

CREATE TABLE pins (
  n INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenarios (scenario) ON UPDATE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('start', 'partner', 'training')),
  board TEXT NOT NULL REFERENCES boards (board) ON UPDATE CASCADE,
  sector TEXT REFERENCES sectors (sector) ON UPDATE CASCADE,
  programme TEXT CHECK (programme = 'groeikracht' OR programme = 'regular'),
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  min INTEGER CHECK (min >= 0),
  max INTEGER CHECK (max >= 0),
  reason TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX pins_key ON pins (scenario, kind, board, ifnull (sector, ''),
                                      ifnull (programme, ''), year);
CREATE INDEX pins_by_board ON pins (board);

CREATE TABLE projects (
  n INTEGER PRIMARY KEY,
  project TEXT NOT NULL CHECK (length(project) BETWEEN 1 AND 64),
  name_nl TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX projects_key ON projects (project);

CREATE TABLE budgets (
  n INTEGER PRIMARY KEY,
  project TEXT NOT NULL REFERENCES projects (project) ON UPDATE CASCADE,
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('actual', 'budget', 'committed')),
  scenario TEXT REFERENCES scenarios (scenario) ON UPDATE CASCADE, -- NULL: all of them
  amount_cents INTEGER NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX budgets_key ON budgets (project, year, kind, ifnull (scenario, ''));

CREATE TABLE pledges (
  n INTEGER PRIMARY KEY,
  fund TEXT NOT NULL CHECK (fund <> ''),
  project TEXT NOT NULL REFERENCES projects (project) ON UPDATE CASCADE,
  year TEXT NOT NULL CHECK (year GLOB '[12][0-9][0-9][0-9]-[12][0-9][0-9][0-9]'),
  amount_cents INTEGER NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX pledges_key ON pledges (fund, project, year);

CREATE TABLE project_drivers (
  n INTEGER PRIMARY KEY,
  scenario TEXT NOT NULL REFERENCES scenarios (scenario) ON UPDATE CASCADE,
  project TEXT NOT NULL REFERENCES projects (project) ON UPDATE CASCADE,
  driver TEXT NOT NULL CHECK (driver IN ('fixed', 'start', 'recruited_school', 'supported_school',
                                         'partner_board', 'training', 'verandercoach', 'hire')),
  rate_cents INTEGER NOT NULL,
  source TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX project_drivers_key ON project_drivers (scenario, project, driver);

CREATE TABLE facts (
  n INTEGER PRIMARY KEY,
  fact TEXT NOT NULL CHECK (fact <> ''),
  value TEXT NOT NULL CHECK (value GLOB '*[0-9]' AND value NOT GLOB '*[^-0-9.]*'),
  unit TEXT NOT NULL,
  year TEXT NOT NULL,                                          -- free text: '2032', '2024-2025'
  source TEXT NOT NULL,
  section TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX facts_key ON facts (fact, year, source, section);
