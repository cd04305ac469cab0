#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The invented boards have the register's sizes and places, and hang together."""

import collections
import unittest

from starter import register, rows, schools_by_board


def sizes(sector):
    count = collections.Counter(s["board"] for s in rows("schools") if s["sector"] == sector)
    return dict(collections.Counter(count.values()))


class Sizes(unittest.TestCase):
    def test_boards_as_in_the_register(self):
        self.assertEqual(sizes("po"), register.PO_BOARD_SIZES)
        self.assertEqual(sizes("vo"), register.VO_BOARD_SIZES)

    def test_colleges(self):
        mbo = sizes("mbo")
        self.assertEqual(sum(mbo.values()), register.MBO_BOARDS)
        self.assertEqual(sum(size * count for size, count in mbo.items()), register.MBO_TEAMS)

    def test_boards_in_two_sectors(self):
        sectors = [len({s["sector"] for s in schools}) for schools in schools_by_board().values()]
        self.assertEqual(collections.Counter(sectors),
                         {1: len(sectors) - register.BOARDS_IN_PO_AND_VO,
                          2: register.BOARDS_IN_PO_AND_VO})

    def test_boards_in_several_regions(self):
        regions = [len({s["region"] for s in schools}) for schools in schools_by_board().values()]
        several = sum(1 for count in regions if count > 1)
        self.assertTrue(30 <= several <= register.BOARDS_IN_SEVERAL_PROVINCES, several)

    def test_schools_per_region_as_in_the_register(self):
        wanted = collections.Counter()
        for region, po, vo in register.PROVINCES.values():
            wanted[region] += po + vo
        found = collections.Counter(s["region"] for s in rows("schools") if s["sector"] != "mbo")
        self.assertEqual(found, wanted)

    def test_pupils(self):
        for sector, low, high in (("po", 220, 240), ("vo", 580, 660), ("mbo", 290, 320)):
            pupils = [int(s["pupils"]) for s in rows("schools") if s["sector"] == sector]
            self.assertTrue(low <= sum(pupils) / len(pupils) <= high, sector)
            self.assertTrue(min(pupils) > 0 and max(pupils) < 3000, sector)

    def test_high_need(self):
        share = sum(s["high_need"] == "1" for s in rows("schools")) / len(rows("schools"))
        self.assertTrue(0.25 <= share <= 0.3, share)


class Links(unittest.TestCase):
    def test_codes_are_unique(self):
        for table in ("boards", "schools", "regions", "sectors", "scenarios", "projects",
                      "expert_coaches", "verandercoaches", "provinces"):
            codes = [next(iter(row.values())) for row in rows(table)]
            self.assertEqual(len(codes), len(set(codes)), table)

    def test_references(self):
        def codes(table):
            return {next(iter(row.values())) for row in rows(table)}
        for table, column, target in (
                ("schools", "board", "boards"), ("schools", "region", "regions"),
                ("schools", "sector", "sectors"), ("boards", "home_region", "regions"),
                ("provinces", "region", "regions"), ("expert_coaches", "region", "regions"),
                ("verandercoaches", "board", "boards"), ("parameters", "scenario", "scenarios"),
                ("priorities", "scenario", "scenarios"), ("budgets", "project", "projects")):
            self.assertEqual({row[column] for row in rows(table)} - codes(target), set(), table)

    def test_every_board_has_schools(self):
        self.assertEqual({row["board"] for row in rows("boards")}, set(schools_by_board()))

    def test_home_is_where_most_schools_are(self):
        schools = schools_by_board()
        for board in rows("boards"):
            count = collections.Counter(s["region"] for s in schools[board["board"]])
            self.assertEqual(count[board["home_region"]], max(count.values()), board["board"])

    def test_provinces(self):
        self.assertEqual({row["province"] for row in rows("provinces")}, set(register.PROVINCES))
        self.assertEqual(len(register.PROVINCES), 12)


class History(unittest.TestCase):
    def test_programmes(self):
        with_groeikracht = {s["sector"] for s in rows("sectors") if s["groeikracht"] == "1"}
        self.assertEqual(with_groeikracht, {"po", "vo"})
        for school in rows("schools"):
            self.assertEqual(bool(school["started"]), bool(school["programme"]))
            if school["programme"] == "groeikracht":
                self.assertIn(school["sector"], with_groeikracht)
                self.assertGreaterEqual(school["started"], "2023-2024")

    def test_started_from_2012_before_the_plan(self):
        years = {s["started"] for s in rows("schools") if s["started"]}
        self.assertEqual((min(years), max(years), len(years)), ("2012-2013", "2025-2026", 14))

    def test_partners_had_a_school_first(self):
        schools = schools_by_board()
        for board in rows("boards"):
            if board["partner_since"]:
                first = min(s["started"] for s in schools[board["board"]] if s["started"])
                self.assertLessEqual(first, board["partner_since"])

    def test_verandercoaches_are_at_partners(self):
        since = {board["board"]: board["partner_since"] for board in rows("boards")}
        coached = collections.Counter()
        for coach in rows("verandercoaches"):
            self.assertTrue(since[coach["board"]])
            self.assertGreaterEqual(coach["trained_year"], since[coach["board"]])
            coached[coach["board"]] += 1
        self.assertEqual(set(coached), {board for board, year in since.items() if year})


class Intake(unittest.TestCase):
    REQUIREMENTS = ("team_support", "leader_active", "coach_time", "session_time")

    def test_only_schools_that_can_start(self):
        for school in rows("schools"):
            if school["intake"] != "none":
                self.assertEqual((school["started"], school["excluded"]), ("", "0"))
            if school["excluded"] == "1":
                self.assertEqual(school["started"], "")

    def test_ready_is_all_four(self):
        for school in rows("schools"):
            answers = [school[name] for name in self.REQUIREMENTS]
            self.assertEqual(school["intake"] == "ready", answers == ["1"] * 4)
            if school["intake"] == "none":
                self.assertEqual(answers, [""] * 4)

    def test_every_answer_occurs(self):
        for name in self.REQUIREMENTS:
            self.assertEqual({s[name] for s in rows("schools") if s["intake"] == "talks"},
                             {"", "0", "1"})


if __name__ == "__main__":
    unittest.main()
