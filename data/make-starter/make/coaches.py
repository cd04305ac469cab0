# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented coaches, called by a number: no person is made up. Heads and years are the reports'; the
region, the days and the sectors of each are assumptions."""

from .rng import Random

# Heads per region in 2025-2026, uneven: teams do not lie where the schools to come lie.
EXPERTS = {"noord": 6, "noordwest": 10, "oost": 6, "zuidwest": 11, "zuid": 7}
NEW_EXPERTS = 3  # since 2024-2025: 37 before, 40 after
EXPERT_DAYS = (140, 140, 140, 140, 112)  # a year on schools: four in five work full time
EXPERT_SECTORS = ("", "", "po", "po", "po+vo", "vo+mbo")  # "": any

# Trained per school year: 77 by 2023-2024, 103 by 2024-2025.
TRAINED = {2019: 6, 2020: 9, 2021: 14, 2022: 20, 2023: 28, 2024: 26}


def make_experts():
    """Rows of expert_coaches.csv."""
    rng = Random("experts")
    regions = [region for region, count in EXPERTS.items() for _ in range(count)]
    since = rng.shuffled(["2024-2025"] * NEW_EXPERTS + [""] * (len(regions) - NEW_EXPERTS))
    rows = []
    for i, region in enumerate(regions):
        rows.append(("E%02d" % (i + 1), "Expertcoach %02d" % (i + 1), region,
                     EXPERT_DAYS[i % len(EXPERT_DAYS)], since[i], "", rng.pick(EXPERT_SECTORS)))
    return rows


def make_verandercoaches(boards):
    """Rows of verandercoaches.csv: every partner has one trained in its first year, and large
    partners have more."""
    rng = Random("verandercoaches")
    partners = [board for board in boards if board.partner_since]
    people = []
    for year, count in TRAINED.items():
        new = [board for board in partners if board.partner_since == year]
        there = [board for board in partners if board.partner_since <= year]
        more = rng.sample(there * 4, [board.size for board in there * 4], count - len(new))
        people += [(year, board.code) for board in new + more]
    return [("V%03d" % (i + 1), board, "Verandercoach %03d" % (i + 1), "%d-%d" % (year, year + 1),
             "", "") for i, (year, board) in enumerate(sorted(people))]
