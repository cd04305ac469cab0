-- Step 7: results that take minutes to find, and who made an edit.
--
-- A result names its scenario by code and refers to nothing, as plans do. What it says is a text of
-- its kind's own form, with the number of that form in front; it names boards and regions by code, and
-- no person.

CREATE TABLE results (
  id INTEGER PRIMARY KEY,                                  -- in the order of keeping
  scenario TEXT NOT NULL CHECK (length(scenario) BETWEEN 1 AND 64),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32), -- 'futures', 'prices', 'repairs'
  time INTEGER NOT NULL,                                   -- seconds since 1970, UTC
  data_version INTEGER NOT NULL,                           -- of the data it was made from
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX results_key ON results (scenario, kind);

-- The name that the person gave the program to be known by; '' when none, or from before this step.
ALTER TABLE history ADD COLUMN author TEXT NOT NULL DEFAULT '';
