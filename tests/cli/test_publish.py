# SPDX-License-Identifier: GPL-3.0-or-later
"""A published plan: agreed on, kept to, and what a later plan changes of it."""
import json
import sqlite3
import unittest

import solver
from support import CliTest, read_bytes, small_files, write_folder


class Publish(CliTest):
    def plan(self, project, *words):
        return json.loads(self.cli("plan", project, "--format", "json", *words).out)

    def value(self, plan, name):
        found = [p for p in plan["priorities"] if p["name"] == name]
        return found[0] if found else None

    def edit(self, project, change):
        """Data as a person would change them: the folder out, an edit, and in again."""
        files = small_files()
        change(files)
        self.cli("import", project, write_folder(self.path("edited"), files), "--replace")

    def test_publish_edit_plan(self):
        project = self.small_project()
        first = self.plan(project)
        self.assertIsNone(self.value(first, "change"))
        self.assertNotIn("changes", first)
        published = self.plan(project, "--publish")
        self.assertIsNone(self.value(published, "change"))
        self.cli("audit", project)

        again = self.plan(project)
        names = [p["name"] for p in again["priorities"]]
        self.assertEqual(names, ["overload", "groeikracht_delay", "regular_delay", "change", "reach",
                                 "cost"])
        for name in ("overload", "groeikracht_delay", "regular_delay"):
            self.assertLessEqual(self.value(again, name)["whole"],
                                 self.value(published, name)["whole"] + 1e-9)
        self.cli("audit", project)

        # half of the expert days are gone, and one board with its schools
        def fewer(files):
            for row in files["expert_coaches.csv"][1:]:
                row[3] = str(float(row[3]) / 2)
            gone = [row["board"] for row in published["whole"]["starts"]][-1]
            files["schools.csv"] = [row for row in files["schools.csv"] if row[1] != gone]
            files["verandercoaches.csv"] = [r for r in files["verandercoaches.csv"] if r[1] != gone]
            files["boards.csv"] = [row for row in files["boards.csv"] if row[0] != gone]
            self.gone = gone

        self.edit(project, fewer)
        later = self.plan(project)
        self.check_changes(published, later)
        self.assertTrue(any(c["gone"] and c["board"] == self.gone for c in later["changes"]))
        audit = self.cli("audit", project).out
        self.assertIn("bound:change", audit)
        text = self.cli("plan", project, "--stored").out
        self.assertIn("What changes in the published plan", text)
        self.assertIn("no longer in the project", text)

    def check_changes(self, published, later):
        """The list is what differs between the two documents, and adds up to the priority."""
        keys = {"starts": ("board", "sector", "region", "need", "programme", "year"),
                "partners": ("board", "year"), "trainings": ("board", "year")}
        amount = {"starts": "schools", "trainings": "coaches"}
        kinds = {"start": "starts", "partner": "partners", "training": "trainings"}
        expected = {}
        for sign, plan in ((0, published), (1, later)):
            for part, key in keys.items():
                for row in plan["whole"][part]:
                    pair = expected.setdefault((part, *(row[k] for k in key)), [0, 0])
                    pair[sign] += row.get(amount.get(part), 1)
        expected = {k: tuple(v) for k, v in expected.items() if v[0] != v[1]}
        listed = {(kinds[c["kind"]], *(c[k] for k in keys[kinds[c["kind"]]])): (c["was"], c["is"])
                  for c in later["changes"]}
        self.assertEqual(listed, expected)
        self.assertGreater(len(listed), 3)
        self.assertEqual(self.value(later, "change")["whole"],
                         sum(abs(was - now) for was, now in listed.values()))
        self.assertEqual([c["board"] for c in later["changes"]],
                         sorted(c["board"] for c in later["changes"]))

    def test_scenarios_below_inherit(self):
        project = self.small_project()
        self.assertIsNone(self.value(self.plan(project, "--scenario", "tight"), "change"))
        self.plan(project, "--publish")
        tight = self.plan(project, "--scenario", "tight")
        self.assertIsNotNone(self.value(tight, "change"))
        agreed = self.plan(project, "--scenario", "tight", "--publish")
        own = self.plan(project, "--scenario", "tight")
        for name in ("overload", "groeikracht_delay", "regular_delay"):
            was, now = (self.value(plan, name)["whole"] for plan in (agreed, own))
            self.assertLessEqual(now, was + 1e-6)
            if now < was - 1e-6:  # something better is worth a change
                return
        self.assertEqual(self.value(own, "change")["whole"], 0)
        self.assertEqual(own["changes"], [])

    def test_another_solver_agrees(self):
        if not solver.find():
            self.skipTest("neither clp nor cbc is installed")
        project = self.small_project()
        self.plan(project, "--publish")
        tight = self.plan(project, "--scenario", "tight")
        self.assertGreater(self.value(tight, "change")["relaxed"], 0)
        self.assertEqual(solver.disagreement(self, project, tight, self.folder, ("mps", "lp")), [])

    def test_the_audit_finds_a_tampered_change(self):
        project = self.small_project()
        self.plan(project, "--publish")
        self.plan(project, "--scenario", "tight")
        self.cli("audit", project, "--scenario", "tight")
        good = read_bytes(project)
        for sql, line in (
                ("UPDATE plan_priorities SET whole = whole + 1", "values"),
                ("UPDATE plan_priorities SET relaxed = relaxed - 1", "bound:change"),
                ("UPDATE plan_priorities SET relaxed = relaxed + 1", "bound:change")):
            with open(project, "wb") as file:
                file.write(good)
            with sqlite3.connect(project) as database:
                database.execute(sql + " WHERE priority = 'change' AND plan IN "
                                 "(SELECT id FROM plans WHERE scenario = 'tight')")
            database.close()
            audit = self.cli("audit", project, "--scenario", "tight", status=1).out
            self.assertRegex(audit, rf"(?m)^ *{line} +\d+ +1 ")

    def test_a_plan_published_after_another_passes(self):
        """It counts its change from the one before, which is there no more."""
        project = self.small_project()
        self.plan(project, "--publish")
        self.edit(project, lambda files: files["expert_coaches.csv"][1].__setitem__(3, "20"))
        later = self.plan(project, "--publish")
        self.assertGreater(self.value(later, "change")["whole"], 0)
        audit = self.cli("audit", project).out
        self.assertIn("bound:regular_delay", audit)
        self.assertNotIn("bound:change", audit)
        self.assertIn("cannot be proven again", audit)
        with sqlite3.connect(project) as database:
            database.execute("UPDATE plan_priorities SET whole = whole + 1 WHERE priority = 'cost'")
        database.close()
        self.assertRegex(self.cli("audit", project, status=1).out, r"(?m)^ *values +\d+ +1 ")

        self.plan(project)
        audit = self.cli("audit", project).out
        self.assertIn("bound:change", audit)
        self.assertNotIn("cannot be proven again", audit)

    def stale(self, project):
        return "data changed since" in self.cli("info", project).out

    def versions(self, project):
        with sqlite3.connect(project) as database:
            found = database.execute("SELECT data_version, last_version FROM state").fetchone()
            edits = database.execute("SELECT version_before, version_after FROM history "
                                     "ORDER BY id").fetchall()
        database.close()
        return found, edits

    def test_fresh_and_stale(self):
        """A publication leaves its own plan fresh, an edit does not; every one has its numbers."""
        project = self.small_project()
        self.plan(project, "--publish")
        self.assertFalse(self.stale(project))

        def shorter(files):
            files["boards.csv"][1][1] = "Another name"

        self.edit(project, shorter)
        self.assertTrue(self.stale(project))
        (now, last), edits = self.versions(project)
        self.assertEqual(now, last)
        self.assertEqual(now, edits[-1][1])
        for before, after in zip(edits, edits[1:]):
            self.assertEqual(before[1], after[0])
        self.assertEqual(len({after for _, after in edits}), len(edits))
        self.plan(project)
        self.assertFalse(self.stale(project))

    def test_a_plan_without_change_is_old(self):
        """A plan made after the publication must know of it."""
        project = self.small_project()
        self.plan(project, "--publish")
        self.plan(project)
        with sqlite3.connect(project) as database:
            database.execute("DELETE FROM plan_priorities WHERE priority = 'change' AND plan = "
                             "(SELECT max(id) FROM plans)")
            database.execute("UPDATE plans SET data_version = data_version + 1 WHERE id = "
                             "(SELECT max(id) FROM plans)")
        database.close()
        audit = self.cli("audit", project, status=1)
        self.assertIn("The priorities of the plan are not those of the scenario", audit.out)

    def test_only_whole_plans_that_pass(self):
        project = self.small_project()
        self.cli("plan", project, "--relaxed", "--publish", status=2)
        self.cli("plan", project, "--relaxed")
        refused = self.cli("plan", project, "--stored", "--publish", status=3)
        self.assertIn("no whole schools", refused.err)
        self.plan(project)
        with sqlite3.connect(project) as database:
            database.execute("UPDATE plan_rows SET amount = amount + 90, "
                             "hundredths = hundredths + 9000 WHERE part = 'whole' AND n = "
                             "(SELECT min(n) FROM plan_rows WHERE part = 'whole' "
                             "AND kind = 'start')")
        database.close()
        refused = self.cli("plan", project, "--stored", "--publish", status=3)
        self.assertIn("does not pass its audit", refused.err)
        self.assertEqual(refused.err.count("\n"), 1)
        self.cli("stability", project, status=3)
        self.assertIsNone(self.value(self.plan(project), "change"))

    def test_stability(self):
        project = self.small_project()
        refused = self.cli("stability", project, status=3)
        self.assertIn("--publish", refused.err)
        published = self.plan(project, "--publish")
        starts = sum(row["schools"] for row in published["whole"]["starts"])
        curve = json.loads(self.cli("stability", project, "--scenario", "tight", "--format",
                                    "json").out)
        self.assertEqual(curve["format"], "groeiplan-stability-1")
        self.assertEqual(curve["published_starts"], starts)
        self.assertEqual([p["share"] for p in curve["points"]], [1, 0.95, 0.9, 0.8, 0])
        free = {p["name"]: p["relaxed"] for p in curve["points"][-1]["priorities"]}
        alone = self.plan(project, "--scenario", "tight", "--relaxed")
        for name in ("overload", "groeikracht_delay", "regular_delay"):
            self.assertAlmostEqual(free[name], self.value(alone, name)["relaxed"], 6)
        for more, less in zip(curve["points"], curve["points"][1:]):
            if more["status"] == "optimal":
                self.assertGreaterEqual(more["priorities"][0]["relaxed"],
                                        less["priorities"][0]["relaxed"] - 1e-6)

        def nobody(files):
            files["schools.csv"] = [row for row in files["schools.csv"]
                                    if row[0] == "school" or row[7]]

        self.edit(project, nobody)
        curve = json.loads(self.cli("stability", project, "--format", "json").out)
        self.assertEqual([p["status"] for p in curve["points"]], ["conflict"] * 4 + ["optimal"])
        self.assertIn("impossible", self.cli("stability", project).out)


if __name__ == "__main__":
    unittest.main()
