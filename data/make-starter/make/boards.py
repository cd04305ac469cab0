# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented boards and their schools, of the register's sizes and places."""

from . import names, register
from .rng import Random


class Board:
    def __init__(self, po=0, vo=0, mbo=0):
        self.sizes = {"po": po, "vo": vo, "mbo": mbo}
        self.sectors = {sector for sector, size in self.sizes.items() if size}
        self.size = po + vo + mbo
        self.home = None  # province
        self.several_provinces = False
        self.partner_since = None
        self.schools = []


class School:
    def __init__(self, board, sector, province):
        self.board, self.sector, self.province = board, sector, province
        self.region = register.PROVINCES[province][0]
        self.started = None  # calendar year in which the school year begins
        self.programme = ""
        self.excluded = False
        self.intake = ""
        self.answers = [""] * 4


def spread(sizes):
    return [size for size, count in sorted(sizes.items(), reverse=True) for _ in range(count)]


def make_sizes():
    """Boards with their number of schools per sector, largest first."""
    rng = Random("sizes")
    po, vo = spread(register.PO_BOARD_SIZES), spread(register.VO_BOARD_SIZES)
    both = register.BOARDS_IN_PO_AND_VO
    po_of_both = sorted(rng.sample(po, po, both))
    vo_small = [size for size in vo if size <= 30]
    vo_of_both = sorted(rng.sample(vo_small, vo_small, both), reverse=True)
    for size in po_of_both:
        po.remove(size)
    for size in vo_of_both:
        vo.remove(size)
    # The largest of the one with the smallest of the other, so that no board gets out of shape.
    boards = [Board(po=a, vo=b) for a, b in zip(po_of_both, vo_of_both)]
    boards += [Board(po=size) for size in po] + [Board(vo=size) for size in vo]
    boards += [Board(mbo=size) for size in mbo_sizes()]
    boards.sort(key=lambda board: -board.size)
    return boards


def mbo_sizes():
    """Sizes spread evenly from the smallest to the largest, of the right total."""
    n, low, high = register.MBO_BOARDS, register.MBO_SMALLEST, register.MBO_LARGEST
    sizes = [low + (high - low) * i // (n - 1) for i in range(n)]
    for i in range(register.MBO_TEAMS - sum(sizes)):
        sizes[n // 3 + i] += 1
    return sizes


class Room:
    """The schools that each province still has to get, per sector."""

    def __init__(self):
        provinces = register.PROVINCES
        self.left = {
            "po": {name: row[1] for name, row in provinces.items()},
            "vo": {name: row[2] for name, row in provinces.items()},
            "mbo": mbo_by_province(),
        }

    def choose_home(self, rng, board):
        """A province with room for the whole board, the more room the likelier."""
        def room(name):
            return min(self.left[s][name] - board.sizes[s] for s in board.sectors)
        fits = [name for name in register.PROVINCES if room(name) >= 0]
        if not fits:  # the last colleges: where most room is left
            return max(register.PROVINCES, key=lambda name: (room(name), name))
        sector = max(board.sectors, key=lambda s: (board.sizes[s], s))
        return rng.weighted(fits, [self.left[sector][name] for name in fits])

    def take(self, sector, province):
        self.left[sector][province] -= 1


def mbo_by_province():
    total = sum(po + vo for _, po, vo in register.PROVINCES.values())
    return {name: register.MBO_TEAMS * (po + vo) // total + 1
            for name, (_, po, vo) in register.PROVINCES.items()}


def place_schools(boards):
    """Gives every board a home province and its schools; large boards first, so that the many small
    ones fill each province up to the register's count."""
    rng, room = Random("places"), Room()
    in_po = [board for board in boards if board.sizes["po"] >= 2]
    for board in rng.sample(in_po, [b.size for b in in_po], register.BOARDS_IN_SEVERAL_PROVINCES):
        board.several_provinces = True
    for board in boards:
        board.home = room.choose_home(rng, board)
        for sector in ("po", "vo", "mbo"):
            away = away_provinces(rng, room, board) if sector == "po" else []
            provinces = [board.home] * (board.sizes[sector] - len(away)) + away
            for province in provinces:
                room.take(sector, province)
                board.schools.append(School(board, sector, province))


def away_provinces(rng, room, board):
    """The provinces of those primary schools of a board that lie outside its own."""
    if not board.several_provinces:
        return []
    near = [p for p in register.NEIGHBOURS[board.home] if room.left["po"][p] >= board.size]
    size = board.sizes["po"]
    count = max(1, size * rng.between(5, 40) // 100)
    chosen = [rng.pick(near) for _ in range(min(1 + size // 12, 3))]
    return sorted(rng.pick(chosen) for _ in range(count))


def describe_schools(boards):
    """Pupils and need."""
    rng = Random("pupils")
    for board in boards:
        lean = rng.between(-12, 12)
        for school in board.schools:
            school.pupils = draw_pupils(rng, register.PUPILS[school.sector])
            chance = register.HIGH_NEED[school.province] + lean
            school.high_need = rng.percent(chance + register.HIGH_NEED_BY_SECTOR[school.sector])


def draw_pupils(rng, marks):
    """A number between two neighbouring twentieth marks."""
    i = rng.below(len(marks) - 1)
    return rng.between(marks[i], marks[i + 1])


def make_boards():
    """All boards in the order of their codes, complete but for history and intake."""
    boards = make_sizes()
    place_schools(boards)
    boards = Random("codes").shuffled(boards)
    for i, board in enumerate(boards):
        board.code = "F%04d" % (i + 1)
        for k, school in enumerate(board.schools):
            school.code = "%s-%02d" % (board.code, k + 1)
    describe_schools(boards)
    names.name_boards(Random("board names"), boards)
    names.name_schools(Random("school names"), [s for b in boards for s in b.schools])
    return boards
