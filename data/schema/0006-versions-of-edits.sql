-- Step 6: which number the data had before every edit and after it, so that undo gives it back.
--
-- The number in state is that of the data as they are, publications included: the same number, the
-- same data, and a plan with that number is of the data as they are. Undo sets it to version_before,
-- redo to version_after; an edit takes one above last_version, which was never given before, also not
-- to an edit that was taken back.

ALTER TABLE state ADD COLUMN last_version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE history ADD COLUMN version_before INTEGER NOT NULL DEFAULT 1;
ALTER TABLE history ADD COLUMN version_after INTEGER NOT NULL DEFAULT 1;
-- The plan that was published by this edit, and made from the data as they were then: publishing
-- changes nothing that it was made from, so it has the number of the data before and after as well.
ALTER TABLE history ADD COLUMN fresh_plan INTEGER;

-- Nobody noted which number the data had between the edits there are: new ones, but for today's.
UPDATE history SET
  version_before = now.version + CASE WHEN o.place - 1 = now.done THEN 0 ELSE o.place END,
  version_after = now.version + CASE WHEN o.place = now.done THEN 0 ELSE o.place + 1 END
FROM (SELECT id, row_number () OVER (ORDER BY id) AS place FROM history) AS o,
     (SELECT data_version AS version,
             (SELECT count(*) FROM history WHERE undone = 0) AS done FROM state) AS now
WHERE o.id = history.id;
UPDATE state SET last_version = max (data_version, (
  SELECT ifnull (max (max (version_before, version_after)), 1) FROM history));
