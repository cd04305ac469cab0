-- Step 3: views for people, with names beside codes. The program itself never reads them.

CREATE VIEW v_boards AS -- every board with its region, schools and coaches
  SELECT b.board, b.name, b.home_region AS region, r.name AS region_name, b.partner_since,
         (SELECT count(*) FROM schools s WHERE s.board = b.board) AS schools,
         (SELECT count(*) FROM schools s WHERE s.board = b.board AND s.started IS NOT NULL)
           AS schools_started,
         (SELECT count(*) FROM verandercoaches v WHERE v.board = b.board) AS verandercoaches,
         b.max_verandercoaches, b.stage, b.contact, b.note
  FROM boards b JOIN regions r ON r.region = b.home_region
  ORDER BY b.n;

CREATE VIEW v_schools AS -- every school with the names of its board, sector and region
  SELECT s.school, s.name, s.board, b.name AS board_name, s.sector, t.name AS sector_name,
         s.region, r.name AS region_name, s.pupils, s.high_need, s.started, s.programme, s.excluded,
         ifnull (s.intake, 'none') AS intake,
         (ifnull (s.intake, '') = 'ready'
          OR ifnull (s.team_support + s.leader_active + s.coach_time + s.session_time, 0) = 4)
           AS ready,
         s.team_support, s.leader_active, s.coach_time, s.session_time
  FROM schools s JOIN boards b ON b.board = s.board
                 JOIN sectors t ON t.sector = s.sector
                 JOIN regions r ON r.region = s.region
  ORDER BY s.n;

CREATE VIEW v_coaches AS -- expert coaches and verandercoaches together
  SELECT 'expert' AS kind, e.coach, e.name, '' AS board, '' AS board_name, e.region,
         r.name AS region_name, CAST (e.days_per_year AS REAL) AS days_per_year, e.from_year,
         e.to_year, e.sectors
  FROM expert_coaches e JOIN regions r ON r.region = e.region
  UNION ALL
  SELECT 'verandercoach', v.coach, v.name, v.board, b.name, b.home_region, r.name,
         CAST (v.days_per_year AS REAL), v.trained_year, v.to_year, ''
  FROM verandercoaches v JOIN boards b ON b.board = v.board
                         JOIN regions r ON r.region = b.home_region;

CREATE VIEW v_parameters AS -- what each scenario says itself (the rest comes from its parents)
  SELECT p.scenario, s.name AS scenario_name, p.parameter, p.scope, p.year,
         CAST (p.value AS REAL) AS value, p.source, p.note
  FROM parameters p JOIN scenarios s ON s.scenario = p.scenario
  ORDER BY s.n, p.n;

CREATE VIEW v_budget AS -- budgets and pledges in euro
  SELECT b.project, p.name_nl, p.name_en, b.year, b.kind, b.scenario, '' AS fund,
         b.amount_cents / 100.0 AS amount_eur, b.source, b.note
  FROM budgets b JOIN projects p ON p.project = b.project
  UNION ALL
  SELECT g.project, p.name_nl, p.name_en, g.year, 'pledged', NULL, g.fund,
         g.amount_cents / 100.0, g.source, g.note
  FROM pledges g JOIN projects p ON p.project = g.project;

CREATE VIEW v_plan AS -- the latest plan of every scenario, row by row, with names where still known
  SELECT q.scenario, q.status, w.part, w.kind, w.year, w.board, b.name AS board_name, w.sector,
         w.region, r.name AS region_name, w.to_region, w.need, w.programme, w.amount
  FROM plans q JOIN plan_rows w ON w.plan = q.id
               LEFT JOIN boards b ON b.board = w.board
               LEFT JOIN regions r ON r.region = w.region
  WHERE q.id = (SELECT max (id) FROM plans WHERE scenario = q.scenario);

CREATE VIEW v_starts AS -- which board's schools start when, in the latest whole-school plans
  SELECT scenario, year, board, board_name, sector, region, region_name, need, programme,
         CAST (amount AS INTEGER) AS schools
  FROM v_plan WHERE kind = 'start' AND part = 'whole';

CREATE VIEW v_history AS -- the edits that can be taken back, newest first
  SELECT id, datetime (time, 'unixepoch') AS time_utc, label, undone
  FROM history ORDER BY id DESC;
