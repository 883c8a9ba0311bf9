"""English in the names that no pack knows: what tells a body from a person, and both from a place or a common noun."""

from __future__ import annotations

BODY = frozenset(
    """front brigade brigades army council committee committees movement union party network organization organisation battalion
    battalions division corps legion agency association foundation institute command directorate league commission
    federation forces force bureau society press journal news militia jaish jaysh liwa jabhat harakat kataib kateeba
    faylaq failaq gathering alliance coalition congress assembly authority administration""".split()  # noqa: SIM905
)
"""A capitalised name with one of these words is a body's."""

COMMON = frozenset(
    """police military local revolutionary supreme national general central joint high security provincial civil civilian relief
    humanitarian medical political executive special united popular islamic media free defence defense foreign interior health
    state public human rights international""".split()  # noqa: SIM905
)
"""Words that many bodies share: with nothing else a name could be several."""

PLACE = frozenset(
    """hospital hospitals school schools airport airbase base street square mosque church bridge prison camp neighborhood
    neighbourhood neighborhoods neighbourhoods district districts province governorate city town village countryside road highway
    market university border valley mountain mountains gate suburb suburbs area region state river dam field crossing checkpoint
    east west north south eastern western northern southern old new upper lower center centre""".split()  # noqa: SIM905
)
"""A name with one of these words is a place's or a building's."""

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december ramadan mondays tuesdays wednesdays thursdays fridays saturdays sundays
    jan feb mar apr jun jul aug sep sept oct nov dec""".split()  # noqa: SIM905
)

WITHIN = frozenset("of for and the in on to al bin ibn al- de".split())  # noqa: SIM905
"""Small words that the name of a body may hold."""

LINKING = frozenset({"a", "an", "the", "who"})
"""What follows here says who a person is."""

HALF_NAMES = frozenset("abu umm abou oum abdel abdul abdal abdur abd ibn bin".split())  # noqa: SIM905
"""With one more word they are a byname or a surname alone, which many bear."""

PEOPLES = frozenset("arab kurdish alawite druze sunni shiite shia christian assyrian turkmen yazidi muslim".split())  # noqa: SIM905
CAPITALISED = frozenset(
    """the a an in on at as but and or for from he she it they we i this that these those according related read tags video
    footage images pictures""".split()  # noqa: SIM905
)
"""Words that begin a sentence with a capital and no name."""
