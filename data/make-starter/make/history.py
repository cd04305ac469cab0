# SPDX-License-Identifier: GPL-3.0-or-later
"""What has happened before the plan: partner boards, schools that took part, and how far other
schools are on their way in. The totals are those of the reports (facts.csv); which invented board or
school gets them is drawn.

How the reports' totals are read:
- Taking part: 1,600 schools by 2025-2026. For 2023-2024 the reports give 1,500 ("now") and 1,400
  (start of the growth figure). Groeikracht alone started 85 schools in each of the two years
  between, so at most 1,430 had started before them: the history follows the 1,400.
- Interested: 400 schools in the year, of which 326 got as far as talks. Of these 212 meet all four
  requirements: an assumption, a few more than the plan's first cohorts ask.
- Partners: 20 boards by 2023-2024, 26 by 2024-2025; nothing is told of 2025-2026.
"""

from . import register
from .rng import Random

# Starts per school year (the calendar year in which it begins); those up to 2022 are assumptions.
STARTS = {
    2012: 15, 2013: 40, 2014: 80, 2015: 115, 2016: 140, 2017: 150, 2018: 155, 2019: 150, 2020: 105,
    2021: 145, 2022: 155, 2023: 150, 2024: 95, 2025: 105,
}
# Of which, in the years that Groeikracht ran: {year: {(sector, programme): schools}}.
RECENT = {
    2023: {("po", "groeikracht"): 8, ("vo", "groeikracht"): 4,
           ("po", "regular"): 84, ("vo", "regular"): 36, ("mbo", "regular"): 18},
    2024: {("po", "groeikracht"): 50, ("vo", "groeikracht"): 35,
           ("po", "regular"): 2, ("vo", "regular"): 5, ("mbo", "regular"): 3},
    2025: {("po", "groeikracht"): 45, ("vo", "groeikracht"): 40,
           ("po", "regular"): 4, ("vo", "regular"): 11, ("mbo", "regular"): 5},
}
TAKING_PART = {"po": 930, "vo": 470, "mbo": 200}  # the mix is an assumption
PUPILS_TAKING_PART = 650000

INTERESTED = {"po": 255, "vo": 110, "mbo": 35}
IN_TALKS = 326  # ready schools included
READY = 212

PARTNERS_PER_YEAR = {2019: 3, 2020: 3, 2021: 4, 2022: 5, 2023: 5, 2024: 6}
# Who becomes a partner: {(region, main sector): boards}; an assumption, uneven on purpose.
PARTNERS = {
    ("noord", "po"): 2, ("noord", "mbo"): 1,
    ("noordwest", "po"): 4, ("noordwest", "vo"): 1, ("noordwest", "mbo"): 1,
    ("oost", "po"): 3, ("oost", "vo"): 1, ("oost", "mbo"): 1,
    ("zuidwest", "po"): 4, ("zuidwest", "vo"): 2, ("zuidwest", "mbo"): 1,
    ("zuid", "po"): 3, ("zuid", "vo"): 1, ("zuid", "mbo"): 1,
}


def main_sector(board):
    return max(board.sectors, key=lambda sector: (board.sizes[sector], sector))


def choose_partners(boards):
    """Marks the partner boards, large ones first in likelihood, and the year each became one."""
    rng, chosen = Random("partners"), []
    for (region, sector), count in PARTNERS.items():
        fit = [b for b in boards if 8 <= b.size <= 60 and main_sector(b) == sector
               and register.PROVINCES[b.home][0] == region]
        chosen += rng.sample(fit, [b.size * b.size for b in fit], count)
    years = [year for year, count in PARTNERS_PER_YEAR.items() for _ in range(count)]
    for board, year in zip(rng.shuffled(chosen), years):
        board.partner_since = year


def choose_starters(boards):
    """The schools that took part: about two in five of a partner's, and clusters elsewhere, for one
    school of a board brings in the next. Returns them per sector."""
    rng, chosen = Random("starters"), {sector: [] for sector in TAKING_PART}
    left = {board: rng.shuffled(board.schools) for board in boards}
    partners = [board for board in boards if board.partner_since]
    for board in partners:
        take(rng, chosen, left[board], max(2, board.size * rng.between(32, 48) // 100))
    others = [board for board in boards if not board.partner_since]
    weights = [board.size + (3 * board.sizes["mbo"] + board.sizes["vo"]) // 2 for board in others]
    while any(len(chosen[sector]) < count for sector, count in TAKING_PART.items()):
        board = rng.weighted(others, weights)
        if 2 * len(left[board]) >= board.size:
            take(rng, chosen, left[board], 1 + rng.below(1 + board.size // 5))
    return chosen


def take(rng, chosen, left, count):
    """Moves up to count schools whose sector still has room; in vo larger ones are likelier."""
    for school in left[:]:
        full = len(chosen[school.sector]) >= TAKING_PART[school.sector]
        small = school.sector == "vo" and school.pupils < 300 and rng.percent(50)
        if count and not full and not small:
            chosen[school.sector].append(school)
            left.remove(school)
            count -= 1


def date_starts(chosen):
    """Gives the chosen schools their school year and programme. A partner's first school starts
    before the board becomes one, and partners begin early on the whole."""
    rng = Random("start years")
    first = first_of_partners(chosen)
    pools = {sector: rng.shuffled(s for s in schools if s not in first)
             for sector, schools in chosen.items()}
    for year, groups in RECENT.items():
        for (sector, programme), count in groups.items():
            for _ in range(count):
                school = pools[sector].pop()
                school.started, school.programme = year, programme
    early = {school: rng.below(500 if school in first else 1000)
             for schools in (first, *pools.values()) for school in schools}
    order = sorted(early, key=lambda school: (early[school], school.code))
    years = [y for y, count in STARTS.items() if y not in RECENT for _ in range(count)]
    assert len(order) == len(years)
    for school, year in zip(order, years):
        school.started, school.programme = year, "regular"
    for board, school in ((s.board, s) for s in first):
        assert school.started <= board.partner_since, board.code


def first_of_partners(chosen):
    """One chosen school of every partner, in the order of the schools' codes."""
    first = {}
    for school in sorted((s for schools in chosen.values() for s in schools), key=lambda s: s.code):
        if school.board.partner_since:
            first.setdefault(school.board, school)
    return list(first.values())


def settle_pupils(schools):
    """Scales the pupils of the schools taking part so that they sum to the reports' figure."""
    total = sum(school.pupils for school in schools)
    for school in schools:
        school.pupils = school.pupils * PUPILS_TAKING_PART // total
    short = PUPILS_TAKING_PART - sum(school.pupils for school in schools)
    for school in sorted(schools, key=lambda s: (-s.pupils, s.code))[:short]:
        school.pupils += 1


def exclude_some(boards):
    """Here and there a school that is not asked: it closes, or wants no part in it."""
    rng = Random("excluded")
    for board in boards:
        for school in board.schools:
            school.excluded = not school.started and rng.percent(1)


def choose_interested(boards):
    """The schools on their way in; those of boards that know the method are likelier."""
    rng, ways = Random("interest"), []
    for sector, count in INTERESTED.items():
        schools = [s for b in boards for s in b.schools
                   if s.sector == sector and not s.started and not s.excluded]
        weights = [5 if s.board.partner_since else 3 if knows(s.board) else 1 for s in schools]
        ways += rng.sample(schools, weights, count)
    for i, school in enumerate(rng.shuffled(ways)):
        school.intake = "ready" if i < READY else "talks" if i < IN_TALKS else "interested"
        school.answers = draw_answers(rng, school.intake)


def knows(board):
    return any(school.started for school in board.schools)


def draw_answers(rng, intake):
    """The four requirements as known so far: all yes when ready, else at least one is not."""
    if intake == "ready":
        return ["1"] * 4
    yes, no = (55, 15) if intake == "talks" else (15, 3)
    answers = []
    for _ in range(4):
        at = rng.below(100)
        answers.append("1" if at < yes else "0" if at < yes + no else "")
    if answers == ["1"] * 4:
        answers[rng.below(4)] = rng.pick(["0", ""])
    return answers


def add_history(boards):
    choose_partners(boards)
    chosen = choose_starters(boards)
    date_starts(chosen)
    settle_pupils([school for schools in chosen.values() for school in schools])
    exclude_some(boards)
    choose_interested(boards)
