#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Futures: the same bytes however they are shared out, what they say, and calls and files that are
wrong."""
import json
import os
import shutil
import signal
import subprocess
import unittest

import support
from support import CLI, CliTest, SOURCE

CLUSTER = os.path.join(SOURCE, "packaging", "cluster")
COUNT = "26"


def uncertain(files):
    """What is uncertain in the small project."""
    rows = [("handover_share", "factor_low", "0.5"), ("handover_share", "factor_mode", "1"),
            ("handover_share", "factor_high", "1.1"), ("support_days", "low:po:1", "11"),
            ("support_days", "mode:po:1", "12"), ("support_days", "high:po:1", "16")]
    for name, scope, value in rows:
        files["parameters.csv"].append(
            ["base", "uncertain:" + name, scope, "", value, "assumption", ""])
    files["parameters.csv"].append(["base", "uncertain:cohort_target", "go:groeikracht",
                                    "2027-2028", "0.6", "assumption", ""])


class Futures(CliTest):
    def setUp(self):
        super().setUp()
        self.project = self.small_project(change=uncertain)
        self.cli("plan", self.project)

    def json(self, *words):
        return self.cli("futures", self.project, "--count", COUNT, "--format", "json", *words).out

    def test_threads_and_shards_give_the_same_bytes(self):
        one = self.json("--threads", "1")
        self.assertEqual(self.json("--threads", "2"), one)
        shards = []
        for i in (3, 1, 2):
            shards.append(self.path(f"shard.{i}"))
            self.cli("futures", self.project, "--count", COUNT, "--shard", f"{i}/3",
                     "--output", shards[-1])
        merged = self.cli("futures-merge", self.project, *shards, "--format", "json").out
        self.assertEqual(merged, one)
        self.assertEqual(self.cli("futures-merge", self.project, *shards).out,
                         self.cli("futures", self.project, "--count", COUNT).out)
        self.cli("futures-merge", self.project, *shards, "--format", "json", "--output", "all.json")
        self.assertEqual(support.read_bytes(self.path("all.json")).decode(), one)

    def script(self, name, *words, **changes):
        env = support.environment(**changes)
        env["PATH"] = os.path.dirname(os.path.realpath(CLI)) + os.pathsep + env["PATH"]
        env["HOME"] = self.folder
        done = subprocess.run([os.path.join(CLUSTER, name), *words], capture_output=True, text=True,
                              check=False, env=env, cwd=self.folder, timeout=600)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    @unittest.skipUnless(shutil.which("parallel"), "no GNU parallel here")
    def test_gnu_parallel_gives_the_same_bytes(self):
        one = self.json("--seed", "7")
        self.assertEqual(self.script("futures-parallel", self.project, COUNT, "7", "4"), one)
        with open(self.path("hosts"), "w", encoding="utf-8") as hosts:
            hosts.write("2/:\n")
        self.assertEqual(self.script("futures-parallel", self.project, COUNT, "7", "4", "hosts"), one)

    def test_a_slurm_array_gives_the_same_bytes(self):
        for task in range(1, 5):
            self.script("futures-slurm", self.project, COUNT, "1", "shards",
                        SLURM_ARRAY_TASK_ID=str(task), SLURM_ARRAY_TASK_COUNT="4",
                        SLURM_CPUS_PER_TASK="1")
        shards = [self.path("shards", name) for name in sorted(os.listdir(self.path("shards")))]
        self.assertEqual(len(shards), 4)
        merged = self.cli("futures-merge", self.project, *shards, "--format", "json").out
        self.assertEqual(merged, self.json())

    def test_an_interrupted_shard_is_not_written(self):
        def interrupt_itself():
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            os.kill(os.getpid(), signal.SIGINT)
        done = subprocess.run([CLI, "futures", self.project, "--count", "100000", "--shard", "1/1",
                               "--output", "shard"], capture_output=True, text=True, check=False,
                              cwd=self.folder, env=support.environment(),
                              preexec_fn=interrupt_itself, timeout=600)
        self.assertEqual(done.returncode, 130, done.stderr)
        self.assertEqual((done.stdout, done.stderr.count("\n")), ("", 1), done.stderr)
        self.assertEqual([name for name in os.listdir(self.folder) if "shard" in name], [])

    def test_what_is_said(self):
        said = json.loads(self.json())
        self.assertEqual(said["format"], "groeiplan-futures-1")
        self.assertEqual((said["scenario"], said["seed"], said["count"]), ("base", "1", int(COUNT)))
        self.assertEqual(said["planned"] + said["conflicts"] + said["unknown"], int(COUNT))
        promises = {promise["name"]: promise for promise in said["promises"]}
        self.assertEqual(set(promises), {"no_overload", "groeikracht", "regular", "goal", "all"})
        for promise in promises.values():
            self.assertAlmostEqual(promise["share"],
                                   promise["kept"] / (int(COUNT) - said["unknown"]))
            self.assertLessEqual(promises["all"]["kept"], promise["kept"])
        self.assertEqual([year["year"] for year in said["schools"]], support.YEARS)
        self.assertEqual([year["goal"] for year in said["schools"]], [False, False, True, False])
        for row in said["schools"] + said["priorities"]:
            self.assertLessEqual(row["p10"], row["p50"])
            self.assertLessEqual(row["p50"], row["p90"])
        self.assertLessEqual(said["regret"]["p90"], said["regret"]["worst"])
        self.assertEqual({(one["parameter"], one["scope"], one["kind"])
                          for one in said["assumptions"]},
                         {("handover_share", "", "value"), ("support_days", "po:1", "value"),
                          ("cohort_target", "groeikracht", "go")})
        strengths = [abs(one["correlation"]) for one in said["assumptions"]
                     if one["correlation"] is not None]
        self.assertEqual(strengths, sorted(strengths, reverse=True))

    def test_outcomes_and_regret(self):
        said = json.loads(self.json("--outcome", "cost", "--without-regret"))
        self.assertEqual(said["outcome"], {"name": "cost", "unit": "EUR"})
        self.assertIsNone(said["regret"])

    def test_a_project_without_a_plan_is_planned(self):
        fresh = self.small_project("fresh.groeiplan", uncertain)
        self.assertEqual(self.cli("futures", fresh, "--count", COUNT, "--format", "json").out,
                         self.json())
        self.assertIn("\nplans\t0\n", self.cli("info", fresh).out)

    def test_text(self):
        out = self.cli("futures", self.project, "--count", "10").out
        self.assertIn("Scenario base in 10 futures (seed 1)", out)
        self.assertIn("2028-2029 (goal)", out)
        self.assertIn("cohort_target groeikracht, go or no-go from 2027-2028", out)

    def test_wrong_calls(self):
        for words in (("--count", "0"), ("--count", "1000001"), ("--count", "ten"),
                      ("--seed", "-1"), ("--seed", "18446744073709551616"), ("--shard", "0/4"),
                      ("--shard", "5/4"), ("--shard", "1"), ("--shard", "1/2/3"),
                      ("--shard", "1/10001"), ("--threads", "0"), ("--outcome", "luck"),
                      ("--format", "xml")):
            with self.subTest(words):
                self.cli("futures", self.project, *words, status=2)
        self.cli("futures-merge", self.project, status=2)
        self.cli("futures", self.project, "--scenario", "none", status=3)

    def test_output_that_is_no_plain_file_is_left_alone(self):
        os.mkfifo(self.path("pipe"))
        self.cli("futures", self.project, "--count", "2", "--output", "pipe", status=4)
        self.cli("futures", self.project, "--count", "2", "--output", self.folder, status=4)

    def test_nothing_uncertain(self):
        plain = self.small_project("plain.groeiplan")
        self.assertIn("Nothing is uncertain", self.cli("futures", plain, status=3).err)

    def test_shards_that_do_not_fit(self):
        self.cli("futures", self.project, "--count", COUNT, "--shard", "1/2", "--output", "1")
        self.cli("futures", self.project, "--count", COUNT, "--shard", "2/2", "--output", "2",
                 "--seed", "2")
        merge = ("futures-merge", self.project)
        self.assertIn("Shard 2 of 2 is missing", self.cli(*merge, "1", status=3).err)
        self.assertIn("twice", self.cli(*merge, "1", "1", status=3).err)
        self.assertIn("differ in the seed", self.cli(*merge, "1", "2", status=3).err)
        self.cli(*merge, "absent", status=4)
        with open(self.path("junk"), "wb") as file:
            file.write(b"groeiplan-futures-shard-1\nscenario " + b"x" * 100000)
        self.assertIn("junk is no whole shard of futures (line 2)",
                      self.cli(*merge, "1", "junk", status=3).err)
        other = self.small_project("other.groeiplan")
        self.cli("futures", self.project, "--count", "2", "--shard", "1/1", "--output", "whole")
        self.assertIn("another project",
                      self.cli("futures-merge", other, "whole", status=3).err)

    def test_wrong_rows_get_a_sentence_at_import(self):
        for rows, message in (
                ([["base", "uncertain:expert_days", "low", "", "5", "", ""],
                  ["base", "uncertain:expert_days", "mode", "", "4", "", ""]],
                 "parameters.csv:39: value: the lowest value is above the likeliest one (mode)"),
                ([["base", "uncertain:cohort_target", "go:groeikracht", "2027-2028", "1.2", "", ""]],
                 "parameters.csv:39: value: must lie between 0 and 1"),
                ([["base", "uncertain:luck", "low", "", "1", "", ""]],
                 "parameters.csv:39: parameter: there is no parameter of this name")):
            files = support.small_files()
            files["parameters.csv"].extend(rows)
            folder = support.write_folder(self.path("wrong"), files)
            done = self.cli("import", self.path("wrong.groeiplan"), folder, status=3)
            self.assertIn(message, done.err)
            self.assertEqual(done.err.count("\n"), 1, done.err)

    def test_uncertain_rows_go_out_and_come_back(self):
        self.cli("export", self.project, "out")
        rows = [row for row in support.read_csv(self.path("out", "parameters.csv"))
                if row["parameter"].startswith("uncertain:")]
        self.assertEqual(len(rows), 7)
        self.cli("import", "again.groeiplan", "out")
        self.cli("export", "again.groeiplan", "out2")
        self.assertEqual(support.folder_bytes(self.path("out")),
                         support.folder_bytes(self.path("out2")))


if __name__ == "__main__":
    unittest.main()
