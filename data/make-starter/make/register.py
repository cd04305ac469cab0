# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of Dutch education, as counts: how many boards of each size, schools per province, pupils
per school.

Counted from the public register of DUO (open onderwijsdata: school locations in primary education of
August 2026 and in secondary education of 2020, pupils per location of 2025 and 2020). Only these
counts are kept; no board or school of the register is in here.
"""

# How many boards have so many schools: {size: boards}.
PO_BOARD_SIZES = {
    1: 282, 2: 44, 3: 28, 4: 13, 5: 31, 6: 18, 7: 25, 8: 24, 9: 17, 10: 16, 11: 29, 12: 20, 13: 22,
    14: 27, 15: 20, 16: 18, 17: 10, 18: 12, 19: 4, 20: 12, 21: 11, 22: 5, 23: 7, 24: 7, 25: 8, 26: 4,
    27: 2, 28: 8, 29: 2, 30: 4, 31: 1, 32: 5, 33: 2, 34: 1, 37: 2, 39: 1, 40: 1, 41: 2, 45: 1, 46: 1,
    56: 1, 57: 1,
}
VO_BOARD_SIZES = {
    1: 102, 2: 47, 3: 38, 4: 33, 5: 26, 6: 17, 7: 12, 8: 9, 9: 10, 10: 8, 12: 3, 13: 4, 14: 1, 15: 3,
    16: 1, 20: 2, 21: 1, 23: 1, 25: 1, 26: 1, 27: 2, 28: 2, 37: 1, 38: 1, 52: 1, 75: 1,
}
BOARDS_IN_PO_AND_VO = 36
BOARDS_IN_SEVERAL_PROVINCES = 73  # of the boards in primary education

# Colleges for vocational education and their teams are no part of these registers: an assumption
# that brings the whole to the 8,500 schools which the reports count.
MBO_BOARDS = 59
MBO_TEAMS = 768
MBO_SMALLEST, MBO_LARGEST = 3, 23

# Province as the register writes it: (region, schools in po, schools in vo). The reports speak of
# five regional teams without naming them: this division is an assumption.
PROVINCES = {
    "Drenthe": ("noord", 253, 47),
    "Flevoland": ("noord", 176, 46),
    "Friesland": ("noord", 349, 92),
    "Gelderland": ("oost", 843, 199),
    "Groningen": ("noord", 251, 76),
    "Limburg": ("zuid", 322, 77),
    "Noord-Brabant": ("zuid", 817, 184),
    "Noord-Holland": ("noordwest", 844, 250),
    "Overijssel": ("oost", 488, 129),
    "Utrecht": ("noordwest", 477, 117),
    "Zeeland": ("zuidwest", 190, 39),
    "Zuid-Holland": ("zuidwest", 1112, 354),
}

# Where the schools of a board with several provinces lie besides its own.
NEIGHBOURS = {
    "Drenthe": ("Overijssel", "Groningen", "Friesland"),
    "Flevoland": ("Gelderland", "Overijssel", "Utrecht"),
    "Friesland": ("Groningen", "Drenthe"),
    "Gelderland": ("Utrecht", "Overijssel", "Noord-Brabant"),
    "Groningen": ("Drenthe", "Friesland"),
    "Limburg": ("Noord-Brabant",),
    "Noord-Brabant": ("Limburg", "Gelderland", "Zeeland"),
    "Noord-Holland": ("Utrecht", "Zuid-Holland"),
    "Overijssel": ("Gelderland", "Drenthe", "Flevoland"),
    "Utrecht": ("Zuid-Holland", "Gelderland", "Noord-Holland"),
    "Zeeland": ("Noord-Brabant", "Zuid-Holland"),
    "Zuid-Holland": ("Utrecht", "Noord-Holland", "Zeeland"),
}

# Pupils per school at every twentieth part of the schools, smallest to largest (21 marks). po and vo
# follow the register, rounded and without its extremes (vo smaller than counted, because the pupil
# file leaves locations out); mbo, pupils in a team, is an assumption.
PUPILS = {
    "po": (25, 57, 77, 93, 109, 126, 142, 159, 175, 188, 200, 212, 227, 243, 266, 287, 320, 359, 401,
           460, 900),
    "vo": (30, 60, 110, 160, 210, 260, 300, 340, 380, 430, 490, 560, 650, 730, 810, 900, 990, 1100,
           1220, 1380, 2000),
    "mbo": (110, 130, 150, 170, 190, 210, 230, 250, 265, 280, 295, 310, 325, 340, 360, 380, 400, 420,
            450, 490, 560),
}

# Schools where more pupils need good teaching most, in percent of the schools: an assumption.
HIGH_NEED = {
    "Drenthe": 26, "Flevoland": 31, "Friesland": 25, "Gelderland": 22, "Groningen": 31, "Limburg": 31,
    "Noord-Brabant": 24, "Noord-Holland": 29, "Overijssel": 24, "Utrecht": 22, "Zeeland": 22,
    "Zuid-Holland": 34,
}
HIGH_NEED_BY_SECTOR = {"po": 0, "vo": 0, "mbo": 8}
