# SPDX-License-Identifier: GPL-3.0-or-later
"""Every command's good path, and every exit status, on a small project."""
import json
import os
import sqlite3
import subprocess
import sys
import unittest

import support
from support import CLI, CliTest, YEARS, folder_bytes, read_bytes, read_csv, small_files, write_folder

COMMANDS = ["new", "info", "import", "export", "import-register", "plan", "audit", "coaching", "model",
            "compare", "stability", "finance", "futures", "futures-merge", "prices", "repairs",
            "report", "backup", "backups", "restore", "forget", "anonymise"]


class Calls(CliTest):
    def test_help_names_every_command_and_no_other(self):
        out = self.cli("--help").out
        listed = [line.split()[0] for line in out.splitlines() if line.startswith("  ")
                  and line.split()[0] != "groeiplan-cli"]
        self.assertEqual(listed, COMMANDS)

    def test_help_and_version_of_every_command(self):
        version = self.cli("--version").out
        self.assertRegex(version, r"^groeiplan-cli \d+\.\d+\.\d+\n$")
        for command in COMMANDS:
            with self.subTest(command):
                self.assertIn(f"groeiplan-cli [OPTION…] {command} FILE",
                              self.cli(command, "--help").out)
                self.assertEqual(self.cli(command, "--version").out, version)

    def test_wrong_calls_are_status_2_and_one_line(self):
        calls = [[], ["nonsense"], ["plan"], ["plan", "a", "b"], ["plan", "a", "--nonsense"],
                 ["plan", "a", "--format", "yaml"], ["plan", ""], ["new"], ["export", "a"],
                 ["compare", "a", "base"], ["model", "a", "--output", "m.mps"],
                 ["model", "a", "--priority", "fame", "--output", "m.mps"],
                 ["model", "a", "--priority", "reach"], ["backup", "a"],
                 ["plan", "a", "--publish", "--relaxed"],
                 ["import-register", "a"], ["audit", "a", "--scenario"]]
        for call in calls:
            with self.subTest(call):
                err = self.cli(*call, status=2).err
                self.assertEqual(err.count("\n"), 1, err)
                self.assertTrue(err.startswith("groeiplan-cli: "), err)

    def test_a_name_that_is_no_text_is_not_a_crash(self):
        done = subprocess.run([CLI, "info", b"\xff\xfe\n.groeiplan"], capture_output=True, check=False)
        self.assertEqual(done.returncode, 4)
        self.assertEqual(done.stderr.count(b"\n"), 1)

    def test_output_that_cannot_be_written_is_status_4(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([CLI, "--help"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 4)

    def test_a_missing_file_is_status_4(self):
        for call in (["info", "no.groeiplan"], ["plan", "no.groeiplan"], ["audit", "no.groeiplan"],
                     ["export", "no.groeiplan", "out"], ["backup", "no.groeiplan", "copy"],
                     ["import", "new.groeiplan", "no-folder"],
                     ["compare", "no.groeiplan", "base", "tight"]):
            with self.subTest(call):
                self.cli(*call, status=4)
        self.assertEqual(os.listdir(self.folder), [])


class Projects(CliTest):
    def test_new_makes_the_starter_project_and_never_overwrites(self):
        out = self.cli("new", "a.groeiplan").out
        self.assertIn("a.groeiplan", out)
        info = self.cli("info", "a.groeiplan").out
        self.assertIn("\nintegrity\tok\n", info)
        self.assertIn("\nscenario\tbase\t", info)
        before = read_bytes(self.path("a.groeiplan"))
        self.cli("new", "a.groeiplan", status=4)
        self.assertEqual(read_bytes(self.path("a.groeiplan")), before)
        self.assertEqual(os.listdir(self.folder), ["a.groeiplan"])

    def test_new_empty_keeps_facts_and_assumptions_and_no_boards(self):
        self.cli("new", "--empty", "b.groeiplan")
        info = dict(line.split("\t", 1) for line in self.cli("info", "b.groeiplan").out.splitlines())
        for table in ("boards", "schools", "verandercoaches", "pins"):
            self.assertEqual(info[table], "0", table)
        for table in ("regions", "provinces", "sectors", "scenarios", "parameters", "facts",
                      "expert_coaches"):
            self.assertGreater(int(info[table]), 0, table)
        self.assertEqual(info["name"], "b")
        self.cli("export", "b.groeiplan", "out")
        names = {row["parameter"] for row in read_csv(self.path("out", "parameters.csv"))}
        self.assertIn("cohort_target", names)
        self.assertFalse(names & {"equity_min_share", "sector_min_share", "require_ready"})

    def test_starter_data_that_are_not_there(self):
        env = support.environment(GROEIPLAN_DATA_DIR=self.path("nowhere"))
        self.cli("new", "a.groeiplan", status=4, env=env)
        self.assertEqual(os.listdir(self.folder), [])

    def test_info_counts_what_was_imported(self):
        files = small_files()
        info = self.cli("info", self.small_project()).out
        for table in ("boards", "schools", "parameters", "budgets"):
            self.assertIn(f"\n{table}\t{len(files[table + '.csv']) - 1}\n", info)
        self.assertIn("name\tKlein verzonnen project\n", info)
        self.assertIn("plan_from\t2026-2027\nlast_year\t2029-2030\ngoal_year\t2028-2029\n", info)

    def test_export_import_export_gives_the_same_bytes(self):
        first = self.small_project()
        self.cli("export", first, "one")
        self.cli("import", "second.groeiplan", "one")
        self.cli("export", "second.groeiplan", "two")
        self.assertEqual(folder_bytes(self.path("one")), folder_bytes(self.path("two")))
        self.cli("export", first, "one")  # over itself
        self.assertEqual(folder_bytes(self.path("one")), folder_bytes(self.path("two")))

    def test_starter_data_come_back_as_they_were(self):
        self.cli("new", "a.groeiplan")
        self.cli("export", "a.groeiplan", "out")
        for name, data in folder_bytes(self.path("out")).items():
            original = read_csv(os.path.join(support.STARTER, name))
            came_back = read_csv(self.path("out", name))
            self.assertEqual(len(came_back), len(original), name)
            for before, after in zip(original, came_back):
                self.assertEqual({k: v for k, v in after.items() if v or k in before}, before, name)
            self.assertTrue(data.endswith(b"\n"), name)

    def test_import_into_data_needs_replace(self):
        project = self.small_project()
        before = read_bytes(project)
        other = small_files()
        other["boards.csv"][1][1] = "Bestuur Anders"
        write_folder(self.path("other"), other)
        err = self.cli("import", project, "other", status=3).err
        self.assertIn("--replace", err)
        self.assertEqual(read_bytes(project), before)
        self.cli("import", project, "other", "--replace")
        self.cli("export", project, "out")
        self.assertEqual(read_csv(self.path("out", "boards.csv"))[0]["name"], "Bestuur Anders")

    def test_import_into_an_empty_project(self):
        self.cli("new", "--empty", "c.groeiplan")
        write_folder(self.path("small"), small_files())
        self.cli("import", "c.groeiplan", "small")
        self.assertIn("\nboards\t6\n", self.cli("info", "c.groeiplan").out)

    def test_unknown_columns_and_files_are_told_but_not_fatal(self):
        files = small_files()
        for row, extra in zip(files["regions.csv"], ["colour", "red", "blue"]):
            row.append(extra)
        files["recipes.csv"] = [["a"], ["b"]]
        folder = write_folder(self.path("extra"), files)
        err = self.cli("import", "x.groeiplan", folder, notes=True).err
        for words in ("regions.csv", "colour", "recipes.csv"):
            self.assertIn(words, err)

    def test_backup_is_the_same_project_and_never_overwrites(self):
        project = self.small_project()
        self.cli("backup", project, "copy.groeiplan")
        self.assertEqual(self.cli("info", "copy.groeiplan").out, self.cli("info", project).out)
        self.cli("backup", project, "copy.groeiplan", status=4)

    def test_a_project_that_can_only_be_read_is_status_4(self):
        project = self.small_project()
        if os.geteuid() == 0:
            other = sqlite3.connect(project)  # another program is writing to it
            self.addCleanup(other.close)
            other.execute("BEGIN IMMEDIATE")
        else:
            os.chmod(project, 0o444)
        self.assertIn("work on a copy", self.cli("plan", project, status=4).err)


class Plans(CliTest):
    def test_plan_text_and_exit_status(self):
        out = self.cli("plan", self.small_project()).out
        for words in ("Klein verzonnen project, scenario base", "By the end of 2028-2029",
                      "groeikracht_delay", "Noord", "2029-2030*"):
            self.assertIn(words, out)

    def test_progress_goes_to_a_terminal_and_leaves_nothing_behind(self):
        """Without a terminal there is none: every other test sees an empty standard error."""
        project = self.small_project()
        try:
            leader, follower = os.openpty()
        except OSError:
            print("\nnot run: no pseudo-terminal here", flush=True)
            return
        done = subprocess.run([CLI, "plan", project, "--format", "json"], stdout=subprocess.PIPE,
                              stderr=follower, check=False, env=support.environment())
        os.close(follower)
        shown = os.read(leader, 1 << 16).decode()
        os.close(leader)
        self.assertEqual(done.returncode, 0)
        self.assertIn(json.loads(done.stdout)["status"], ("optimal", "feasible"))
        self.assertRegex(shown, r"\d+% \w")
        self.assertTrue(shown.endswith("\r\x1b[K"), repr(shown[-40:]))

    def test_no_plan_yet_is_status_3(self):
        project = self.small_project()
        for call in (["audit", project], ["plan", project, "--stored"]):
            err = self.cli(*call, status=3).err
            self.assertIn("groeiplan-cli plan", err)

    def test_an_unknown_scenario_is_status_3_and_lists_those_there(self):
        project = self.small_project()
        for call in (["plan", project], ["audit", project],
                     ["model", project, "--priority", "reach", "--output", "m.mps"]):
            self.assertIn("base, tight", self.cli(*call, "--scenario", "x", status=3).err)

    def test_the_plan_passes_its_audit(self):
        project = self.small_project()
        for scenario in ("base", "tight"):
            self.cli("plan", project, "--scenario", scenario)
            out = self.cli("audit", project, "--scenario", scenario).out
            for rule in ("supply", "cohort", "expert_days"):
                self.assertRegex(out, rf"(?m)^ *{rule} +[\d,]+ +0 ")
            self.assertIn("The plan passes.", out)

    def test_a_plan_that_no_longer_fits_fails_the_audit(self):
        project = self.small_project()
        self.cli("plan", project)
        files = small_files()
        for row in files["parameters.csv"]:
            if row[1] == "interest_cap":
                row[4] = "1"
        self.cli("import", project, write_folder(self.path("less"), files), "--replace")
        done = self.cli("audit", project, status=1)
        self.assertRegex(done.out, r"(?m)^ *interest +4 +[1-4] ")
        self.assertRegex(done.out, r"(?m)^ *supply +[\d,]+ +0 ")
        self.assertIn("does not pass", done.out)
        self.assertIn("changed since", done.err)

    def test_pins_that_contradict_are_status_1_and_named(self):
        def pin(files):
            files["pins.csv"].append(["base", "start", "B5", "po", "groeikracht", YEARS[0], "5", "",
                                      "afspraak"])
            files["parameters.csv"].append(["base", "interest_cap", "", YEARS[0], "4", "assumption",
                                            ""])
        project = self.small_project(change=pin)
        done = self.cli("plan", project, status=1)
        self.assertIn("Bestuur Verzonnen 5", done.out)
        plan = json.loads(self.cli("plan", project, "--format", "json", status=1).out)
        self.assertEqual(plan["status"], "conflict")
        self.assertTrue(plan["conflicts"])

    def test_a_pin_is_obeyed(self):
        def pin(files):
            files["pins.csv"].append(["base", "start", "B5", "vo", "regular", YEARS[3], "2", "2", ""])
        project = self.small_project(change=pin)
        plan = json.loads(self.cli("plan", project, "--format", "json").out)
        starts = [row["schools"] for row in plan["whole"]["starts"]
                  if (row["board"], row["sector"], row["programme"], row["year"])
                  == ("B5", "vo", "regular", YEARS[3])]
        self.assertEqual(sum(starts), 2)

    def test_a_missing_assumption_is_status_3_and_named(self):
        def drop(files):
            files["parameters.csv"] = [row for row in files["parameters.csv"]
                                       if row[2] != "vo:2"]
        self.assertIn("vo:2", self.cli("plan", self.small_project(change=drop), status=3).err)

    def test_allocation_files_say_what_the_plan_says(self):
        project = self.small_project()
        plan = json.loads(self.cli("plan", project, "--format", "json", "--output", "out").out)
        self.assertEqual(sorted(os.listdir(self.path("out"))),
                         ["allocation.csv", "capacity.csv", "partners.csv", "trainings.csv"])
        merged = {}
        for row in plan["whole"]["starts"]:
            key = (row["board"], row["sector"], row["programme"], row["year"])
            merged[key] = merged.get(key, 0) + row["schools"]
        rows = read_csv(self.path("out", "allocation.csv"))
        self.assertEqual({(r["board"], r["sector"], r["programme"], r["year"]): int(r["schools"])
                          for r in rows}, merged)
        self.assertEqual(rows[0]["board_name"], "Bestuur Verzonnen " + rows[0]["board"][1:])
        self.assertEqual([(r["board"], r["year"], int(r["verandercoaches"]))
                          for r in read_csv(self.path("out", "trainings.csv"))],
                         [(r["board"], r["year"], r["coaches"])
                          for r in plan["whole"]["trainings"]])
        self.assertEqual([(r["board"], r["year"]) for r in read_csv(self.path("out", "partners.csv"))],
                         [(r["board"], r["year"]) for r in plan["whole"]["partners"]])
        self.assertEqual([(r["region"], r["year"], float(r["available"]), float(r["used"]))
                          for r in read_csv(self.path("out", "capacity.csv"))],
                         [(r["region"], r["year"], r["available"], r["used"])
                          for r in plan["whole"]["expert"]])

    def test_allocation_from_a_stored_plan_gives_the_same_bytes(self):
        project = self.small_project()
        self.cli("plan", project, "--output", "one")
        self.cli("plan", project, "--stored", "--output", "two")
        self.assertEqual(folder_bytes(self.path("one")), folder_bytes(self.path("two")))

    def test_a_name_that_is_a_formula_is_defused(self):
        def rename(files):
            for row in files["boards.csv"][1:]:
                row[1] = "'=HYPERLINK(\"x\")"
        self.cli("plan", self.small_project(change=rename), "--output", "out")
        text = read_bytes(self.path("out", "allocation.csv")).decode()
        self.assertIn("\"'=HYPERLINK(\"\"x\"\")\"", text)

    def test_an_output_folder_that_cannot_be_made_is_status_4(self):
        project = self.small_project()
        self.cli("plan", project, "--output", "/proc/nowhere/out", status=4)

    def test_relaxed_stops_there(self):
        project = self.small_project()
        plan = json.loads(self.cli("plan", project, "--relaxed", "--format", "json").out)
        self.assertIsNone(plan["whole"])
        self.assertTrue(all(p["whole"] is None for p in plan["priorities"]))
        self.assertIn("~", self.cli("plan", project, "--relaxed").out)

    def test_a_relaxed_plan_leaves_the_whole_one_that_is_kept(self):
        project = self.small_project()
        self.cli("plan", project)
        kept = self.cli("plan", project, "--stored", "--format", "json").out
        self.assertIn("kept", self.cli("plan", project, "--relaxed", notes=True).err)
        self.assertEqual(self.cli("plan", project, "--stored", "--format", "json").out, kept)

    def test_compare_plans_what_is_missing_and_adds_up(self):
        project = self.small_project()
        base = json.loads(self.cli("plan", project, "--format", "json").out)
        compared = json.loads(self.cli("compare", project, "base", "tight", "--format", "json").out)
        self.assertEqual([s["scenario"] for s in compared["scenarios"]], ["base", "tight"])
        tight = json.loads(self.cli("plan", project, "--scenario", "tight", "--stored",
                                    "--format", "json").out)
        for plan, scenario in zip((base, tight), compared["scenarios"]):
            values = {p["name"]: p["whole"] for p in plan["priorities"]}
            years = scenario["years"]
            self.assertEqual([y["year"] for y in years], YEARS)
            for key, value in (("reach", values["reach"]), ("cost", values["cost"]),
                               ("overload_days", values["overload"]),
                               ("delay_groeikracht", values["groeikracht_delay"]),
                               ("delay_regular", values["regular_delay"])):
                self.assertAlmostEqual(sum(y[key] for y in years), value, delta=1e-6 * max(1, value))
            for programme in ("groeikracht", "regular"):
                self.assertEqual(sum(y["starts_" + programme] for y in years),
                                 sum(r["schools"] for r in plan["whole"]["starts"]
                                     if r["programme"] == programme))
        text = self.cli("compare", project, "base", "tight").out
        self.assertIn("Schools taking part", text)

    def test_compare_of_a_scenario_with_itself_is_refused(self):
        self.assertIn("twice", self.cli("compare", self.small_project(), "base", "base", status=2).err)

    def test_a_plan_without_starts_says_where_to_look(self):
        def of_all_started(files):
            head, rows = files["schools.csv"][0], files["schools.csv"][1:]
            at, programme = head.index("started"), head.index("programme")
            for row in rows:
                row[at], row[programme] = "2023-2024", "regular"
        started = self.small_project("started.groeiplan", of_all_started)
        self.assertIn("No school starts in any year.", self.cli("plan", started).out)
        self.cli("new", self.path("empty.groeiplan"), "--empty")
        self.assertIn("There are no schools to plan", self.cli("plan", self.path("empty.groeiplan")).out)
        self.assertNotIn("No school starts", self.cli("plan", self.small_project()).out)

    def test_projects_of_many_sizes_have_no_numerical_trouble(self):
        """Parts of the starter project: what each priority holds of the ones before it, it holds with
        multiples up to 1e8, and every proof must stand them. (150 boards once did not.)"""
        sys.path.insert(0, os.path.join(support.SOURCE, "tests", "bench"))
        import sizes  # found there
        for n in (60, 149, 150):
            folder = self.path(f"of-{n}")
            sizes.make(os.path.join(support.SOURCE, "data", "starter"), folder, n)
            project = self.path(f"of-{n}.groeiplan")
            self.cli("import", project, folder)
            plan = json.loads(self.cli("plan", project, "--relaxed", "--format", "json").out)
            self.assertEqual(plan["status"], "optimal", n)

    def test_compare_with_an_unknown_scenario_is_status_3(self):
        self.cli("compare", self.small_project(), "base", "dream", status=3)

    def test_texts_follow_the_locale_and_json_does_not(self):
        project = self.small_project()
        env = support.environment(LC_ALL="", LANG="nl_NL.UTF-8", LANGUAGE="nl")
        english = json.loads(self.cli("plan", project, "--format", "json").out)
        dutch = json.loads(self.cli("plan", project, "--format", "json", env=env).out)
        english.pop("seconds")
        dutch.pop("seconds")
        self.assertEqual(english, dutch)
        text = self.cli("plan", project, "--stored", env=env).out
        self.assertIn("scholen", text)
        self.assertNotIn("schools take part", text)


if __name__ == "__main__":
    unittest.main()
