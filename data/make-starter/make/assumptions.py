# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenarios and every value that they plan with. Edit the tables, run make-starter.py.

A row is (parameter, scope, value or {year: value}, source, Dutch, English). Years are the calendar
years in which school years begin. What the reports give names its fact; all else is an assumption and
says so. Values are written as they stand here (text, so that 0.10 stays what was typed).

Rough balance of the base scenario in coach-days, when every promise is kept (a primary school asks 14
days once; a secondary school or an mbo team 12 and then 8; 18% vo, 4% mbo). It shows why the plan is
tight; the planner knows better:

    year                          2026-27 2027-28 2028-29 2029-30 2030-31 2031-32
    starts (85 or 220 + regular)      200     410     460     505     530     545
    support asked, second year too   3120    6090    6960    7660    8080    8320
    talks with next year's schools    710     790     870     910     940     580
    partners, training, guidance      260     280     300     300     310     320
    asked in all                     4090    7160    8130    8870    9330    9220
    expert days (40 heads)           5380    5360    5380    5390    5410    5420
    left for verandercoaches            0    1800    2750    3480    3920    3800
      as a share of all support        0%     30%     40%     45%     49%     46%
    most at partner boards            40%     42%     44%     46%     48%     50%

From 2029-2030 on nearly all support would have to lie at partner boards, with enough verandercoaches
there to give half of it: with 30 trained a year there are not. About 180 schools come later than
promised, and the goal year ends near 4,070 of 4,250. Without the scale phase there is room to spare.
"""

FROM, GOAL, LAST = 2026, 2031, 2033
YEARS = range(FROM, LAST + 1)
FROM_2027 = range(FROM + 1, GOAL + 1)

ASSUMED = "assumption"


def per_year(*values, years=YEARS):
    values = list(values)
    assert len(values) == len(years)
    return dict(zip(years, values))


SCENARIOS = [  # code, parent, name, Dutch, English
    ("base", "", "Basis",
     "Groeikracht schaalt op (1.100 scholen in vijf jaar) en de reguliere groei brengt het totaal in "
     "2031-2032 op 4.250 scholen.",
     "Groeikracht scales up (1,100 schools in five years) and regular growth brings the total to "
     "4,250 schools in 2031-2032."),
    ("no-go", "base", "Geen opschaling (no-go)",
     "De opschalingsfase van Groeikracht wordt niet gegund: na 2026-2027 zijn er alleen reguliere "
     "starts.",
     "The scale phase of Groeikracht is refused: after 2026-2027 there are only regular starts."),
    ("cautious", "base", "Voorzichtig",
     "Minder reguliere groei, minder overdracht aan verandercoaches, meer vertrek van coaches.",
     "Less regular growth, less hand-over to verandercoaches, more coaches leaving."),
    ("fast", "base", "Snelle groei",
     "Meer reguliere groei, met sneller nieuwe partnerbesturen en verandercoaches.",
     "More regular growth, with new partner boards and verandercoaches coming faster."),
]

PRIORITIES = ("overload", "groeikracht_delay", "regular_delay", "change", "reach", "cost")

BASE = [
    # What a school asks.
    ("support_days", "po:1", "14", ASSUMED,
     "begeleidingsdagen van een basisschool, in haar ene jaar",
     "coach-days for a primary school, in its one year"),
    ("support_days", "vo:1", "12", ASSUMED, "vo-school, eerste jaar", "secondary school, first year"),
    ("support_days", "vo:2", "8", ASSUMED, "vo-school, tweede jaar", "secondary school, second year"),
    ("support_days", "mbo:1", "12", ASSUMED, "mbo-team, eerste jaar", "mbo team, first year"),
    ("support_days", "mbo:2", "8", ASSUMED, "mbo-team, tweede jaar", "mbo team, second year"),
    ("recruitment_days", "po", "1.5", ASSUMED,
     "dagen in het jaar ervoor aan gesprekken en draagvlak, per school die start",
     "days in the year before on talks and support in the team, per school that starts"),
    ("recruitment_days", "vo", "2.5", ASSUMED, "vo heeft meer tijd nodig om te besluiten",
     "secondary schools take longer to decide"),
    ("recruitment_days", "mbo", "2.5", ASSUMED, "als in het vo", "as in secondary education"),
    # What is promised.
    ("cohort_target", "groeikracht", {FROM: "85"}, "fact:groeikracht_cohort",
     "laatste jaar van de onderzoeksfase", "last year of the research phase"),
    ("cohort_target", "groeikracht", {y: "220" for y in FROM_2027}, "fact:groeikracht_scale_phase",
     "1.100 scholen; dat zij gelijk over vijf jaar verdeeld zijn is een aanname",
     "1,100 schools; that they spread evenly over five years is an assumption"),
    ("cohort_target", "groeikracht", {y: "0" for y in range(GOAL + 1, LAST + 1)}, ASSUMED,
     "na de opschalingsfase is er geen Groeikracht meer", "no Groeikracht after the scale phase"),
    ("cohort_target", "regular", per_year("115", "190", "240", "285", "310", "325", "335", "345"),
     ASSUMED,
     "tot en met 2031-2032 samen 1.465, zodat 1.600 + 85 + 1.100 + 1.465 = 4.250; het rapport noemt "
     "1.500 tot 2032, de verdeling over jaren is een aanname",
     "1,465 by 2031-2032, so that 1,600 + 85 + 1,100 + 1,465 = 4,250; the report says 1,500 until "
     "2032, the spread over years is an assumption"),
    ("participation_goal", "", "4250", "fact:participating_schools_goal",
     "de helft van alle scholen", "half of all schools"),
    ("interest_cap", "", {FROM: "400"}, "fact:interested_schools",
     "hoogste aantal starts in een jaar: niet meer dan er scholen interesse tonen",
     "most starts in a year: no more than schools show interest"),
    ("interest_cap", "", per_year("460", "520", "570", "610", "640", "660", "680",
                                  years=range(FROM + 1, LAST + 1)), ASSUMED,
     "de interesse groeit mee met de bekendheid", "interest grows as more schools know the method"),
    ("equity_min_share", "", "0.2", ASSUMED,
     "deel van de starts op scholen waar leerlingen het het hardst nodig hebben",
     "share of starts at schools whose pupils need it most"),
    # Without these the plan would start the schools that ask least, or those with most pupils.
    ("sector_min_share", "po", "0.65", ASSUMED,
     "minste deel van de starts in het po: de starts lijken op de scholen van het land (72%)",
     "least share of starts in primary education: starts look like the country's schools (72%)"),
    ("sector_min_share", "vo", "0.18", ASSUMED,
     "minste deel van de starts in het vo (19% van de scholen)",
     "least share of starts in secondary education (19% of schools)"),
    ("sector_min_share", "mbo", "0.04", ASSUMED,
     "minste deel van de starts in het mbo (9% van de scholen en teams)",
     "least share of starts in vocational education (9% of schools and teams)"),
    ("require_ready", "", "1", ASSUMED,
     "in het eerste planjaar starten alleen scholen die aan de vier eisen voldoen",
     "in the first plan year only schools that meet the four requirements start"),
    ("need_weight", "high", "1.5", ASSUMED,
     "zo zwaar telt een leerling op een school met veel behoefte in het bereik",
     "how much a pupil at a school with high need counts in the reach"),
    ("need_weight", "other", "1", ASSUMED, "een leerling elders", "a pupil elsewhere"),
    ("school_continuation", "", "1", ASSUMED,
     "de rapporten tellen elke school die ooit meedeed; 79% van de leraren verwacht door te gaan",
     "the reports count every school that ever took part; 79% of teachers expect to go on"),
    # Expert coaches.
    ("expert_days", "", "140", ASSUMED, "dagen op scholen per nieuwe expertcoach per jaar",
     "days at schools per new expert coach a year"),
    ("expert_training_days", "", "10", "fact:expert_training_days",
     "opleiding in het eerste jaar", "training in the first year"),
    ("expert_attrition", "", "0.08", ASSUMED, "deel van de expertcoaches dat per jaar vertrekt",
     "share of expert coaches who leave each year"),
    ("expert_cap", "", "40", "fact:expert_coaches",
     "de stichting wil niet verder groeien (fact:staff): vertrek wordt aangevuld, meer niet",
     "the foundation does not want to grow (fact:staff): leavers are replaced, no more"),
    ("lending_efficiency", "", "0.85", ASSUMED,
     "wat van een uitgeleende dag overblijft na het reizen",
     "what is left of a lent day after travelling"),
    # Partner boards and their verandercoaches.
    ("handover_share", "", per_year("0.4", "0.42", "0.44", "0.46", "0.48", "0.5", "0.5", "0.5"),
     ASSUMED, "hoogste deel van de begeleiding dat verandercoaches van een partnerbestuur geven; "
     "het rapport zegt: in toenemende mate",
     "largest share of support that a partner board's verandercoaches give; the report says: "
     "increasingly"),
    ("verandercoach_days", "", "25", ASSUMED,
     "dagen per verandercoach per jaar: twee op de drie schoolweken een",
     "days per verandercoach a year: one in two of three school weeks"),
    ("verandercoach_first_year_days", "", "10", ASSUMED, "in het jaar van de opleiding",
     "in the year of training"),
    ("verandercoach_retention", "", "0.9", ASSUMED, "deel dat een jaar later nog verandercoach is",
     "share still a verandercoach a year later"),
    ("verandercoaches_per_school", "", "0.25", ASSUMED,
     "meer kan een bestuur niet kwijt: een op de vier scholen",
     "a board has no room for more: one in four schools"),
    ("candidates_per_school", "", "0.5", ASSUMED,
     "schoolcoaches die verandercoach kunnen worden, per school die meedoet of deed",
     "school coaches who can become verandercoaches, per school that takes or took part"),
    ("verandercoach_expert_days", "", "1", ASSUMED,
     "begeleiding door een expertcoach, per verandercoach per jaar",
     "guidance by an expert coach, per verandercoach a year"),
    ("training_expert_days", "", "4", ASSUMED, "opleiden van een verandercoach",
     "training one verandercoach"),
    ("training_cap", "", "30", ASSUMED,
     "hoogste aantal verandercoaches dat in een jaar wordt opgeleid (26 in 2024-2025); hiermee "
     "verdubbelt hun aantal tot 2031-2032 ongeveer, zoals de ambitie is "
     "(fact:verandercoach_ambition)",
     "most verandercoaches trained in a year (26 in 2024-2025); with it their number about doubles "
     "by 2031-2032, as is the ambition (fact:verandercoach_ambition)"),
    ("partner_min_schools", "", "5", "fact:board_size_min",
     "een partnerbestuur heeft 5 tot 60 scholen", "a partner board has 5 to 60 schools"),
    ("partner_cap", "", per_year("6", "7", "8", "8", "8", "8", "8", "8"), ASSUMED,
     "hoogste aantal nieuwe partnerbesturen; het waren er 6 in 2024-2025",
     "most new partner boards; it was 6 in 2024-2025"),
    ("partnership_expert_days", "", "6", ASSUMED, "beginnen met een partnerbestuur",
     "starting with a partner board"),
    # Money.
    ("cost_expert_day", "", "900", ASSUMED, "euro per dag van een expertcoach",
     "euro per day of an expert coach"),
    ("cost_verandercoach_day", "", "350", ASSUMED, "euro per dag van een verandercoach",
     "euro per day of a verandercoach"),
    ("cost_training", "", "4000", ASSUMED, "euro per opgeleide verandercoach",
     "euro per verandercoach trained"),
    ("cost_partnership", "", "5000", ASSUMED, "euro per nieuw partnerbestuur",
     "euro per new partner board"),
    ("cost_hire", "", "8000", ASSUMED, "euro per nieuwe expertcoach", "euro per expert coach hired"),
    ("cost_lent_day", "", "60", ASSUMED, "euro reis en tijd per uitgeleende dag",
     "euro of travel and time per lent day"),
    ("cost_overload_day", "", "2000", ASSUMED, "euro per beloofde dag die niemand kan geven",
     "euro per promised day that nobody can give"),
    ("school_fee", "po", "8500", ASSUMED, "euro per school per begeleidingsjaar",
     "euro per school per support year"),
    ("school_fee", "vo", "9500", ASSUMED, "euro per school per begeleidingsjaar",
     "euro per school per support year"),
    ("school_fee", "mbo", "9500", ASSUMED, "euro per team per begeleidingsjaar",
     "euro per team per support year"),
    ("government_share", "", "0.5", "fact:government_share_of_school_cost",
     "de overheid betaalt de helft voor Groeikracht-scholen",
     "the government pays half for Groeikracht schools"),
    ("price_index", "", "0.025", ASSUMED, "stijging van prijzen per jaar", "growth of prices a year"),
    ("driven_share", "", "0.5", ASSUMED,
     "deel van de projectkosten dat meegroeit met scholen, besturen en coaches; de rest ligt vast",
     "share of a project's costs that grows with schools, boards and coaches; the rest is fixed"),
]

NO_GO = [
    ("cohort_target", "groeikracht", {y: "0" for y in FROM_2027}, ASSUMED,
     "no-go: geen opschalingsfase", "no-go: no scale phase"),
]

CAUTIOUS = [
    ("cohort_target", "regular", per_year("100", "160", "205", "240", "265", "275", "285", "295"),
     ASSUMED, "15% minder dan de basis", "15% less than the base"),
    ("interest_cap", "", per_year("420", "440", "460", "470", "480", "490", "500",
                                  years=range(FROM + 1, LAST + 1)), ASSUMED,
     "de interesse groeit langzamer", "interest grows more slowly"),
    ("handover_share", "", {y: "0.4" for y in YEARS}, ASSUMED,
     "de overdracht blijft zoals zij is", "hand-over stays as it is"),
    ("expert_attrition", "", "0.1", ASSUMED, "meer expertcoaches vertrekken",
     "more expert coaches leave"),
    ("verandercoach_retention", "", "0.85", ASSUMED, "minder verandercoaches blijven",
     "fewer verandercoaches stay"),
    ("training_cap", "", "22", ASSUMED, "iets minder dan in 2024-2025", "a few less than in 2024-2025"),
    ("partner_cap", "", {y: "6" for y in YEARS}, ASSUMED, "evenveel als in 2024-2025",
     "as many as in 2024-2025"),
]

FAST = [
    ("cohort_target", "regular", per_year("120", "235", "300", "355", "390", "405", "420", "430"),
     ASSUMED, "ongeveer een kwart meer dan de basis", "about a quarter more than the base"),
    ("interest_cap", "", per_year("520", "600", "670", "730", "780", "800", "820",
                                  years=range(FROM + 1, LAST + 1)), ASSUMED,
     "de interesse groeit sneller", "interest grows faster"),
    ("handover_share", "", per_year("0.4", "0.45", "0.5", "0.55", "0.6", "0.65", "0.65", "0.65"),
     ASSUMED, "verandercoaches nemen sneller over", "verandercoaches take over faster"),
    ("training_cap", "", "45", ASSUMED, "de helft meer dan de basis", "half as many again as the base"),
    ("partner_cap", "", {y: "10" for y in YEARS}, ASSUMED, "een kwart meer dan de basis",
     "a quarter more than the base"),
]


def spread(name, scope, low, mode, high, dutch, english):
    """How uncertain a value is: factors on what each scenario says for each year, triangular."""
    for word, factor in (("low", low), ("mode", mode), ("high", high)):
        yield ("uncertain:" + name, "factor_%s%s" % (word, scope and ":" + scope), factor, ASSUMED,
               "%s: factor op de waarde van het scenario (laagst %s, waarschijnlijkst %s, hoogst %s)"
               % (dutch, low, mode, high),
               "%s: factor on the scenario's value (lowest %s, likeliest %s, highest %s)"
               % (english, low, mode, high))


# What may turn out otherwise than planned, for the futures. Caps that are decisions of the foundation
# (training, partner boards, expert coaches) are left out: nobody draws lots for them.
UNCERTAIN = [
    ("uncertain:cohort_target", "go:groeikracht", {FROM + 1: "0.75"}, ASSUMED,
     "kans dat de opschalingsfase van Groeikracht wordt gegund (go / no-go)",
     "probability that the scale phase of Groeikracht is granted (go / no-go)"),
    *spread("interest_cap", "", "0.75", "1", "1.2", "interesse van scholen",
            "interest of schools"),
    *spread("support_days", "po:1", "0.95", "1", "1.15", "begeleidingsdagen van een basisschool",
            "coach-days of a primary school"),
    *spread("recruitment_days", "", "0.8", "1", "1.5", "dagen aan gesprekken per school die start",
            "days on talks per school that starts"),
    *spread("handover_share", "", "0.75", "1", "1.1", "wat verandercoaches overnemen",
            "what verandercoaches take over"),
    *spread("verandercoach_days", "", "0.75", "1", "1.2", "dagen per verandercoach",
            "days per verandercoach"),
    *spread("verandercoach_retention", "", "0.9", "1", "1.05", "verandercoaches die blijven",
            "verandercoaches who stay"),
    *spread("expert_attrition", "", "0.6", "1", "1.9", "expertcoaches die vertrekken",
            "expert coaches who leave"),
]

PARAMETERS = {"base": BASE + UNCERTAIN, "no-go": NO_GO, "cautious": CAUTIOUS, "fast": FAST}

# What drives the cost of which project. Rates are not made up: 0 asks to calibrate them on the last
# actual year. Research (projects 5 and 7) is driven by nothing that a plan decides.
DRIVERS = [("1", "recruited_school"), ("2", "start"), ("3", "supported_school"),
           ("4", "supported_school"), ("6", "partner_board"), ("6", "verandercoach")]
