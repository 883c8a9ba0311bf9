"""Whether a report is of conflict at all: sport, films, games, weather and disease speak of attacks and the killed, too."""

from __future__ import annotations

from collections import Counter

from deconflict.read.rules.causes import ACCIDENT, DISEASE, FICTION, NATURE
from deconflict.read.rules.lexicon import bag
from deconflict.record import Report
from deconflict.record.report import READ_BLOCKS

_SPACES = str.maketrans(dict.fromkeys(".,;:!?()[]{}\"'“”‘’«»/|–—•", " "))
"""What parts words, as spaces."""
_ARMED = bag("""
    airstrike airstrikes air-strike air-strikes warplane warplanes shelling shelled bombardment bombing bombings bombed
    bomber bombers bombs militant militants militia militias militiamen rebel rebels insurgent insurgents insurgency
    terrorist terrorists terrorism terror jihadist jihadists jihadi gunman gunmen gunfire sniper snipers missile
    missiles artillery mortar mortars grenade grenades explosive explosives ammunition weapons weapon massacre massacres
    massacred civilians ceasefire truce hostage hostages besieged siege sarin chlorine chemical landmine landmines isis
    isil daesh al-qaeda qaeda taliban hezbollah hamas guerrilla guerrillas extremists extremist separatists paramilitary
    paramilitaries militarily gunned executed beheaded suicide-bomber kidnapped abducted assassinated assassination
    ambush ambushed airbase bomb explosion explosions troops combatants fighters regime uprising coup peacekeepers
    warring war-torn refugees offensive clashes fighting war conflict
""")
"""Words of armed conflict that other reports use seldom."""
_STATE = bag("""
    army armies military soldier soldiers police policeman policemen government governments forces protest protests
    protesters demonstrators opposition ministry minister president parliament security violence violent armed unrest
    riot riots village villagers town province rocket rockets shells raid raids
""")
"""Words that leave it open."""
_OTHER = (
    NATURE
    | DISEASE
    | ACCIDENT
    | FICTION
    | bag("""
    football soccer rugby cricket basketball baseball tennis hockey golf chess grandmaster pawn pawns striker midfielder
    goalkeeper coach coached season league championship tournament playoff playoffs matches scored innings quarterback
    touchdown olympic olympics batsman teammate teammates halftime referee penalty games game gamer gamers gaming console player
    players multiplayer gameplay episode episodes movies films filmmaker actor actress sitcom album bands concert novels
    shareholders earnings merger startup brand brands customers retailer retailers profit profits stocks investors
    software app apps users bug bugs browser recipe recipes forecast meteorologists meteorologist symptoms
    vaccine vaccines vaccination outbreak epidemiologists motorway nasa spacecraft shuttle orbit telescope
    astronaut astronauts asteroid spaceflight
    """)
)
_SHORT = 60  # words; a shorter text need not name what it is of
_ENOUGH = 3  # words of state and army in a longer one; of 709 FA-KES reports none falls below, and 4 have nothing else


def is_of_conflict(report: Report) -> bool:
    """Whether words of armed conflict outweigh those of other fields; where neither stands, words of state and army decide."""
    words = Counter(_read(report).lower().translate(_SPACES).split())
    armed, other = _sum(words, _ARMED), _sum(words, _OTHER)
    if armed or other:
        return armed >= other
    return _sum(words, _STATE) >= _ENOUGH or words.total() < _SHORT


def _read(report: Report) -> str:
    """The title and what is read of the text: a teaser of another report says nothing of this one."""
    parts = [report.text[each.start : each.end] for each in report.sentences if each.part == "text" and each.kind in READ_BLOCKS]
    return "\n".join((report.title, *parts))


def _sum(words: Counter[str], table: frozenset[str]) -> int:
    return sum(words[word] for word in words.keys() & table)
