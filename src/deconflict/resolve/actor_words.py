"""English around a name: what may stand before and behind it without making it another actor."""

from __future__ import annotations

import re

MEMBERS = frozenset(
    """militants militant fighters fighter terrorists terrorist members member gunmen jihadists jihadist extremists insurgents
    troops forces force units unit soldiers soldier personnel elements element combatants rebels militiamen militia militias
    group groups organization organisation movement gang gangs network alliance brigade brigades cell cells
    commander commanders leader leaders chief head director deputy spokesman spokeswoman spokesperson spokesmen official
    officials
    source sources statement statements representative representatives media agency correspondent correspondents reporter report
    reports website television tv monitor watchdog officer officers doctor medics volunteers workers rescuers staff team
    teams monitors
    warplanes warplane jets jet aircraft aircrafts planes plane helicopters helicopter drones drone artillery fire
    snipers sniper bombers bomber suicide mercenaries terror sleeper service rescue photographer figure figures military
    mediator mediators negotiator negotiators delegation investigators envoy envoys""".split()  # noqa: SIM905
)
"""Nouns after a name that mean its people, its parts or its word: "ISIS militants" are ISIS."""

FIGHTERS = frozenset(
    """militants militant fighters fighter terrorists terrorist gunmen jihadists jihadist extremists insurgents combatants
    rebels militiamen militia militias gang gangs brigade brigades cell cells terror sleeper snipers sniper bombers bomber
    suicide mercenaries""".split()  # noqa: SIM905
)
"""Of these only armed groups and forces have any: rebels in a capital are not its government's."""

THINGS = frozenset(
    """positions position targets target hideouts hideout headquarters headquarter base bases camp camps convoy convoys vehicles
    vehicle tanks tank sites site strongholds stronghold depots depot checkpoint checkpoints barracks posts post gatherings
    gathering dens den fortifications infrastructure assets facilities facility centers centres warehouses lines equipment
    weapons ammunition command tactical staging fighting oil control center concentration centers bastions units""".split()  # noqa: SIM905
)
"""Nouns after a name that mean what belongs to it; a target, never a speaker."""

TITLES = frozenset(
    """mr mrs ms dr prof sir lord sheikh gen general lt lieutenant col colonel maj major capt captain brig brigadier adm admiral
    sgt president premier prime minister secretary foreign defence defense state king emir prince chancellor ambassador envoy
    senator congressman commander chief head director spokesman spokeswoman spokesperson leader vice deputy former late
    army his her excellency ayatollah imam judge professor military archimandrite bishop
    archbishop patriarch mufti cleric""".split()  # noqa: SIM905
)
"""Words before a person's name that do not change who it is."""

ROLES = frozenset(
    """minister president secretary chief head director spokesman spokeswoman spokesperson official commander reporter leader
    correspondent ambassador envoy king premier representative member general colonel coordinator founder lawmaker analyst
    spokesmen lieutenant officer""".split()  # noqa: SIM905
)
"""The last word of a title: what follows it in capitals is a person's name ("Turkish Foreign Minister", "Secretary of State")."""

BEFORE = frozenset(
    """the a an some several many more few both other all various dozens hundreds scores thousands local armed heavily other
    so-called self-styled self-proclaimed takfiri islamist islamic jihadist jihadi extremist terrorist militant hardline hard-line
    radical lebanese shiite shia sunni foreign unidentified unknown masked main key major powerful regional syrian-based notorious
    rival al-qaeda-linked senior official nearby advancing retreating attacking remaining captured wounded killed besieged
    opposition rebel main opposing two three four five six seven eight nine ten twenty fifty hundred of group militia leading top
    movement organization organisation front-line allied fellow mainly mostly non-state non-jihadist innocent ordinary""".split()  # noqa: SIM905
)
"""Words before a name that only describe it."""

MADE_OF = re.compile(r"^(?:the |an? )?((?:[\w-]+ ){0,3}?)([\w-]+) (?:of|from|for|belonging to) (?:the )?(.+)$")
""" "members of the X", "head of X", "spokesman for X"."""

LOYAL = re.compile(
    r"^(?:[\w-]+ ){0,2}(?:forces|troops|soldiers|army|units) loyal to (?:the )?(?:autocratic |embattled )?(.+)$", re.IGNORECASE
)
""" "forces loyal to X"."""

FORMER = re.compile(r"\b(?:former|ex|late|defected|onetime)\b", re.IGNORECASE)
"""Who left an office no longer speaks for it."""

BACKED = re.compile(r"^[\w.’'-]+-(?:backed|led|linked|affiliated|based|aligned|supported|allied|dominated|run|sponsored|funded)$")
"""Describes who stands behind an actor and is not that actor."""

PARTY = frozenset("rebel rebels opposition government regime coalition state army loyalist kurdish".split())  # noqa: SIM905
"""Words that tie the noun behind them to a party."""

POSSESSIVES = frozenset("its his her their our my your whose".split())  # noqa: SIM905
"""Whose they are stands elsewhere in the report."""

PREPOSITIONS = frozenset("of for from in at with by on to against near".split())  # noqa: SIM905

BODIES = frozenset("organization organisation agency network media team teams monitor monitors website council".split())  # noqa: SIM905
"""A body of an unnamed party is a body of its own."""

MEDIA = frozenset("agency channel television tv station newspaper network daily radio website".split())  # noqa: SIM905
"""The name of an outlet may follow."""

CUT = re.compile(
    r",| (?:including|who|which|that|operating|backed by|supported by|stationed|fighting|in|near|around|inside|on|at) "
)
"""What begins here tells more about the actor named before."""

LATELY = re.compile(
    r"^(?:(?:meanwhile|elsewhere|earlier|later|also|last|on|suspected|alleged|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january"
    r"|february|march|april|may|june|july|august|september|october|november|december)[ ,]+)+",
    re.IGNORECASE,
)
"""What a sentence begins with and is no part of the actor behind it."""

APPOSED = re.compile(
    r"\b(?:ally|backer|affiliate|branch|offshoot|franchise|wing|group|faction|militia|movement) (?=(?:[Aa]l-|[Aa]sh-)?[A-Z])"
)
"""What stands before the name of whom it tells: "the regime's ally Aldova"."""

WORD_OF = frozenset("office spokesman spokeswoman spokesperson statement".split())  # noqa: SIM905
"""What speaks for a person."""

JOINED = re.compile(r" (?:and|or|as well as|&) |,(?= )")
"""Two actors in one span have no single id."""

PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]?\s*")


def bare(word: str) -> str:
    """A word as the tables above hold it."""
    return word.strip(".,;:\"'“”‘’()").lower()


def is_name(word: str) -> bool:
    """Whether a word can be part of a person's name: capitalised, or a particle within one."""
    return (
        word[:1].isupper()
        or word.lower() in {"al", "el", "bin", "ibn", "de", "van", "von", "abu"}
        or word[:3].lower() in {"al-", "el-"}
    )


def without_possessives(words: str) -> str:
    """ "Syrias armed forces" as "Syria armed forces": some corpora have lost their apostrophes."""
    *firsts, last = words.split(" ")
    return " ".join([*map(_without_s, firsts), last])


def without_last_possessive(words: str) -> str:
    """ "Ankaras" as "Ankara", where the reader kept a possessor alone."""
    *firsts, last = words.split(" ")
    return " ".join([*firsts, _without_s(last)])


def has_capital(words: str) -> bool:
    """Whether the words hold a capital letter: a proper name."""
    return words != words.lower()


def _without_s(word: str) -> str:
    possessive = word.endswith("s") and len(word) > 4 and (has_capital(word) or word in {"regimes", "coalitions", "governments"})
    return word[:-1] if possessive else word
