"""Deaths without violence: by nature, disease or accident, and those of films and games. They are no assault."""

from __future__ import annotations

import re

from deconflict.read.rules.lexicon import bag
from deconflict.read.rules.words import Line

NATURE = bag("""
    typhoon typhoons cyclone cyclones hurricane hurricanes flood floods flooding floodwaters storm storms thunderstorm snowstorm
    sandstorm blizzard tornado tornadoes earthquake earthquakes quake quakes aftershock aftershocks tsunami landslide landslides
    mudslide mudslides avalanche avalanches lightning drought heatwave wildfire wildfires bushfire volcano eruption monsoon rains
""")
DISEASE = bag("""
    malaria cholera virus coronavirus covid covid-19 influenza flu measles cancer disease diseases epidemic pandemic ebola dengue
    tuberculosis pneumonia polio infection infections aids hiv diphtheria typhoid diarrhoea diarrhea hepatitis meningitis
    stroke
""")
ACCIDENT = bag("""
    crash crashes crashed collision collisions collided accident accidents derailed derailment capsized stampede drowned shipwreck
    overturned carbon-monoxide overdose
""")
FICTION = bag("film film's movie movie's novel sequel episode gameplay zombies zombie videogame")
_PHRASES = re.compile(
    r"\b(?:heart attacks?|gas leak|gas explosion|gas blast|gas cylinder|coal mine|boiler|"
    r"fireworks? (?:factory|depot)|cold snap|heat wave|"
    r"house fire|forest fires?|"
    r"crane|scaffolding|(?:the|a) fire (?:killed|left|claimed)|(?:killed|died) in (?:a|the) fire|car accident|traffic|video game|"
    r"(?:bus|minibus|lorry|truck|car|van|train|tram|taxi)s? (?:hit|struck|rammed|overturned|collided)(?: (?:a|an|another|the))? "
    r"(?:\w+ )?(?:lorry|truck|bus|car|train|tree|van|wall|minibus|tanker|pole|taxi|motorcycle)|"
    r"sank|run over|snake|snakes|shark|sharks|dogs?|bees|food poisoning|suffered a stroke)\b",
    re.IGNORECASE,
)
_VIOLENCE = bag("""
    attack attacks attacked attacking air-strike airstrike airstrikes strikes shelling shelled shells bomb bombs bombed
    bombing bombings bombardment explosive explosives bomber bombers gunmen gunman gunfire sniper snipers militants
    militant rebels rebel insurgents insurgent terrorists terrorist jihadists fighters fighting clashes clashed battle
    battles war warplanes warplane missile missiles rocket rockets mortar mortars artillery grenade grenades mine mines
    ied landmine landmines shot downed besieged siege troops soldiers army forces isis isil taliban ambush ambushed raid
    raids massacre executed torture tortured weapons chemical sarin chlorine gas hostage hostages kidnapped suicide
    offensive assault violence conflict regime jets fire gunships hijacked rammed hijackers helicopters crossfire
    militia militiamen police riot riots unrest crackdown
""")
_ALOFT = bag("soldiers army forces troops police fighters jets helicopters regime militiamen fighter")
"""Who may be aboard: "a helicopter crash killed 4 soldiers" is an accident, "a warplane crashed into a market" is not."""
_TOLD_BY = (
    NATURE
    | DISEASE
    | ACCIDENT
    | FICTION
    | bag("""
    heart gas coal boiler firework fireworks cold heat house forest crane scaffolding fire car traffic video bus
    minibus lorry truck van train tram taxi buses lorries trucks cars vans trains trams taxis sank run snake snakes
    shark sharks dog dogs bees food stroke
    """)
)
"""A sentence without any of them names no such cause."""
_TELLING = bag("in the this new his her animated")
_ONLY_TOLD = ("zombie", "gameplay", "sequel", "videogame", "film's", "movie's")
_OF = bag("of from by in with")
_DYING = bag("died die dies dying dead deaths death killed")


def is_peaceful(line: Line) -> bool:
    """Whether the sentence tells a cause of death that is no violence, and none that is; or tells it of a film or a game."""
    words = set(line.low)
    if words.isdisjoint(_TOLD_BY):
        return False
    if words & FICTION and _is_told_in(line):
        return True
    if words & ACCIDENT:
        return not words & (_VIOLENCE - _ALOFT)
    if words & (NATURE | DISEASE):
        return not words & _VIOLENCE or _died_of(line)
    body = line.report.body(line.part)
    found = _PHRASES.search(body, line.sentence.start, line.sentence.end)
    return found is not None and (words - set(found[0].lower().split())).isdisjoint(_VIOLENCE)


def _is_told_in(line: Line) -> bool:
    """ "in the film soldiers kill 50": not a film crew, and not what a film of an attack shows."""
    return any(
        line.at(i - 1) in _TELLING or line.at(i - 2) in _TELLING or line.low[i].startswith(_ONLY_TOLD) for i in _at(line, FICTION)
    )


def _died_of(line: Line) -> bool:
    """ "died of cholera": the cause right behind the word, whatever else the sentence speaks of."""
    return any(
        line.at(i - 1) in _OF or line.at(i - 2) in _OF
        for i in _at(line, DISEASE | NATURE)
        if _DYING & set(line.low[max(0, i - 4) : i])
    )


def _at(line: Line, words: frozenset[str]) -> list[int]:
    return [index for index, word in enumerate(line.low) if word in words]
