-- Step 5: what is proven about every whole-school plan, where a plan knows more than its relaxed value.

CREATE TABLE plan_bounds (
  plan INTEGER NOT NULL REFERENCES plans (id) ON DELETE CASCADE,
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 100),    -- of the priority in plan_priorities
  bound REAL NOT NULL,
  held TEXT NOT NULL,                                      -- as in plan_priorities, like the proof
  proof_rows INTEGER NOT NULL CHECK (proof_rows >= 0),     -- 0: the relaxed value's proof is enough
  proof BLOB NOT NULL,
  PRIMARY KEY (plan, rank)
) STRICT, WITHOUT ROWID;
