# SPDX-License-Identifier: GPL-3.0-or-later
"""Invented names. Each joins a thing to a stuff that it is never made of ("De Kartonnen Otter"), so
that no school or board can be taken for one that exists; boards also say "(voorbeeld)"."""

STUFFS = """Aardewerken Barnstenen Berkenhouten Betonnen Biezen Blikken Brokaten Bronzen Damasten Fluwelen
Gebreide Geborduurde Gehaakte Geknoopte Gelakte Gevilte Gevlochten Geweven Gipsen Granieten
Jaden Kanten Kartonnen Katoenen Keramieken Koperen Kristallen Kurken Lakense Leistenen Lemen Linnen
Marmeren Messing Mozaïeken Notenhouten Opalen Papieren Parelmoeren Perkamenten Pluchen Porseleinen
Rieten Rubberen Satijnen Tinnen Tweedse Vilten Wassen Wilgenhouten Wollen Zandstenen
Zeepstenen Zijden""".split()

ANIMALS = """Albatros Alpaca Bever Bizon Bonobo Boomklever Buidelrat Cavia Dolfijn Dromedaris Duizendpoot
Eekhoorn Egel Emoe Fazant Flamingo Fuut Gazelle Gekko Geit Giraffe Gnoe Goudvis Grutto Hagedis Hamster
Hermelijn Hommel Inktvis Jaguar Jakhals Kaketoe Kameleon Karper Kievit Kikker Koala Koekoek Krekel
Kwartel Lama Lemming Libel Lynx Makreel Mammoet Marmot Meerkat Meeuw Mol Mossel Mug Narwal Neushoorn
Ocelot Oester Okapi Olifant Otter Panda Papegaai Parkiet Pelikaan Pinguïn Poema Poolvos Rendier Rups
Salamander Sardine Schildpad Slak Snoek Spitsmuis Sprinkhaan Stekelbaars Stokstaart Tapir Tonijn Toekan
Tortel Uil Veldmuis Vleermuis Walrus Waterjuffer Wasbeer Wezel Wielewaal Wolverine Wombat Wulp Zalm
Zebra Zeeëgel Zeehond Zeekoe Zeester Zijdehoen Zwaluw""".split()

PLACES = """Bergpas Bocht Boomgaard Brug Dam Dijk Duinpan Engte Fontein Gracht Grot Haven Heuvel Kade
Kaap Klif Kloof Kreek Kust Landtong Lagune Molen Oase Oever Plas Poort Poel Ravijn Rivier Rots
Schans Sluis Stuwdam Terp Toren Uiterwaard Vallei Vesting Vijver Vlakte Vuurtoren Waard Waterval Weide
Werf Wildernis Zandbank""".split()

MBO_FIELDS = """Techniek Zorg Economie Groen Horeca ICT Logistiek Bouw Mobiliteit Sport Welzijn Media
Veiligheid Laboratorium Mode Toerisme""".split()


def shuffled_pairs(rng, first, second):
    """All pairs of the two lists in a random order."""
    return rng.shuffled((a, b) for a in first for b in second)


def name_boards(rng, boards):
    """Gives every board a name of its own."""
    pairs = shuffled_pairs(rng, STUFFS, PLACES)
    for board, (stuff, place) in zip(boards, pairs):
        form = "Mbo-college De %s %s (voorbeeld)" if board.sectors == {"mbo"} \
            else "Stichting De %s %s (voorbeeld)"
        board.name = form % (stuff, place)


def name_schools(rng, schools):
    """Gives po and vo schools names; the teams of a college are called by their field."""
    pairs = iter(shuffled_pairs(rng, STUFFS, ANIMALS) * 2)
    forms = {"po": "De %s %s", "vo": "College De %s %s"}
    teams = {}
    for school in schools:
        if school.sector in forms:
            school.name = forms[school.sector] % next(pairs)
        else:
            n = teams[school.board] = teams.get(school.board, -1) + 1
            field = MBO_FIELDS[n % len(MBO_FIELDS)]
            round_ = n // len(MBO_FIELDS)
            school.name = "Team %s %d" % (field, round_ + 1) if round_ else "Team %s" % field
