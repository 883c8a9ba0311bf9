"""Words around the names of places."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag

BEFORE = bag("""
    in at near on outside around inside into across over from to toward towards through between of within northeast
    northwest southeast southwest north south east west
""")
"""Prepositions after which a capitalised phrase may be a place; the last few want "of" after them."""

PLACE_NOUNS = bag("""
    city town village province governorate district neighborhood neighbourhood suburb suburbs area region countryside camp
    airport airbase base border crossing valley mountain mountains river checkpoint square street road bridge highway
    hospital school market mosque capital enclave desert island port dam county hill hills plain hamlet quarter field
    oilfield refinery prison university cities towns villages provinces districts neighborhoods neighbourhoods areas
    junction sector outskirts coast heights headquarters township gate roundabout park station palace ghouta basin
    stronghold bastion front axis line zone zones territory territories
""")
DIRECTIONS = bag("""
    northern southern eastern western central north south east west northeastern northwestern southeastern southwestern
    north-eastern north-western south-eastern south-western rural downtown northeast northwest southeast southwest greater
    outer upper lower mid old coastal inner central-western south-west north-west north-east south-east
""")
HOLDING = bag("""
    held controlled besieged divided embattled based populated run dominated majority stricken torn backed
""")

COUNTRIES = bag("""
    syria iraq turkey iran russia israel lebanon jordan yemen libya egypt afghanistan ukraine palestine somalia sudan mali
    nigeria france germany britain china america kuwait qatar cyprus europe africa asia
""")
GENITIVES = frozenset(word + "s" for word in COUNTRIES)
"""Countries with an s whose apostrophe a table has lost ("in Syrias Idlib province")."""

NOT_PLACES = bag("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december ramadan eid christmas easter god islam arabic english twitter facebook youtube telegram
    instagram skype isis isil daesh is hezbollah taliban hamas fsa ypg sdf ypj pkk pyd afp reuters ap sana sohr cnn bbc
    tass rt xinhua unicef ocha hrw nato un u.n. eu allah muslims christians sunnis shiites alawites kurds arabs turks
    russians americans syrians iranians president mr mrs ms dr the a i it he she they we this that there according at in
    on and but however meanwhile shia muslim christian sunni shiite alawite kurdish syrian russian turkish iranian iraqi
    israeli american arab french british friday's islamists terrorists civilians u.s. al-assad al-assads every all most
    many assads jabhat kremlin regiment country countries saudi mondays tuesdays wednesdays thursdays fridays saturdays
    sundays feb jan mar apr aug sept oct nov dec levant town city village two three four five six seven eight nine ten
    several dozens hundreds scores more at least isiss isils daeshs zionist internet hezbollah's army assad bashar putin
    trump obama erdogan nusra al-nusra al-qaeda state-run pbuh ngo ngos amnesty human msf sarc
""")
NOT_PLACE_HEADS = bag("""
    army forces force front party council group organization organisation observatory agency ministry state movement
    brigade brigades coalition media network center centre union nations committee commission minister president
    government regime rights defense defence corps militia militants rebels fighters troops command league sham-based
    authority protocol convention resolution report statement agreement treaty court law war press news television tv
    times post journal institute fund crescent cross administration secretary general spokesman day constitution pact
    assembly security foundation affairs battalion division islam sham nusra resolution resolutions society association convention
    agency bank company office conference initiative charter forum summit talks league alliance union department house
    directorate
""")
"""A capitalised phrase that ends so is an organisation, a document or a person."""

BODIES = bag("weapons journalists units unit committees watch terrorism helmets international")
"""A capitalised phrase that ends so is none either; behind a place without capital they are only the next word."""
GROUPS = bag("ahrar jaish jaysh jund faylaq liwa harakat hayat ansar jabhat kataib lions eagles")
"""First words of the names of armed groups: what follows is no place ("Ahrar al-Sham")."""
GIVEN_NAMES = bag("""
    rami mohammad mohammed muhammad mohamed ahmed ahmad khaled mahmoud mustafa ibrahim yousef youssef omar hassan bashar vladimir
    sergei sergey john michael david james robert barack donald recep talal
""")
"""First words of the names of persons, unless a word for a place follows ("Khaled street")."""
