"""Nouns for people who can be counted, and whether they are civilians or combatants; and nouns for things."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag
from deconflict.record import Category

_PEOPLE: dict[Category, str] = {
    "civilian": """civilian civilians child children woman women girl girls boy boys baby babies infant infants
        toddler toddlers mother mothers father fathers son sons daughter daughters brother brothers sister sisters
        grandson granddaughter grandchild grandchildren grandfather grandmother kid kids minor minors schoolchildren
        schoolchild pupil pupils student students teacher teachers doctor doctors nurse nurses medic medics paramedic
        paramedics surgeon surgeons pharmacist journalist journalists reporter reporters cameraman cameramen
        photographer photographers activist activists worker workers volunteer volunteers rescuer rescuers farmer
        farmers villager villagers resident residents worshippers worshipper pilgrim pilgrims passenger passengers
        patient patients refugee refugees relatives relative shopkeeper shopkeepers bystander bystanders passers-by
        pedestrian pedestrians mourners protester protesters demonstrators demonstrator noncombatants non-combatants
        staff employees employee clergymen priest priests imam wife husband toddlers teenagers teenager schoolgirls
        schoolboys driver drivers aid-workers lawyer lawyers inhabitants evacuees guests tourists tourist peacekeepers
        miner miners sailor sailors fisherman fishermen herder herders cleric clerics monk monks nun nuns aid-worker
        trader traders vendor vendors merchant merchants shepherd shepherds engineer engineers labourer labourers
        laborer laborers firefighter firefighters staffer staffers academics professor professors visitors visitor
        customers worshipers locals newborn newborns siblings sibling crewmembers bakers shoppers commuters churchgoers
        picnickers builders mayors judges judge prosecutors prosecutor politicians politician councillors lawmakers
        editor editors broadcasters artists singers fishers foreigners expatriates townspeople townsfolk housewives
        widows orphans orphan seminarians""",
    "combatant": """soldier soldiers fighter fighters militant militants rebel rebels terrorist terrorists gunman
        gunmen troops troop officer officers policeman policemen police insurgent insurgents jihadist jihadists jihadi
        jihadis extremist extremists mercenary mercenaries militiaman militiamen commander commanders general generals
        colonel pilot pilots sniper snipers conscript conscripts recruit recruits guard guards guerrilla guerrillas
        serviceman servicemen combatant combatants takfiris takfiri islamists islamist commandos commando airmen marines
        marine personnel policewomen attackers attacker bombers bomber ringleaders ringleader warlord deserters
        infantrymen crew crewmen crewman cadets loyalists operatives operative warriors infiltrators infiltrator
        regulars forces paratroopers advisers advisors instructors contractors lieutenant captain brigadier combattants
        legionnaires partisans partisan separatists separatist gendarmes gendarme policewoman lieutenants captains
        colonels majors sergeants sergeant corporals servicewomen bodyguards bodyguard mutineers paramilitaries sappers
        deminers seamen raiders assailants assailant hijackers hijacker reservists militia militias peshmerga operators""",
    "unknown": """person persons people man men others other members member individuals individual citizen citizens
        hostage hostages prisoner prisoners detainee detainees captive captives suspect suspects leader leaders
        nationals national victims victim lives life souls souls youths youth leaders chiefs heads head officials
        official adults adult elders compatriots countrymen delegates deputies supporters followers migrants kurds
        alawites christians yazidis turkmen arabs shiites sunnis turks iranians russians americans palestinians israelis
        iraqis syrians afghans yemenis egyptians britons germans inmates inmate comrades assyrians observers observer
        houthis muslims jews hindus buddhists maronites tribesmen ukrainians chechens serbs croats bosniaks tamils
        kashmiris uighurs rohingya hutus tutsis somalis libyans sudanese saudis pakistanis indians nigerians congolese
        armenians azerbaijanis georgians survivors survivor trainees rioters deportees settlers settler participants
        responders population evacuees defectors""",
}
PEOPLE: dict[str, Category] = {noun.lower(): category for category, nouns in _PEOPLE.items() for noun in nouns.split()}
"""noun -> category; the noun alone decides, its modifiers may overrule (`MODIFIERS`)."""

SINGLE: frozenset[str] = bag("""
    member civilian child woman man girl boy baby infant toddler mother father son daughter brother sister grandson
    granddaughter grandchild grandfather grandmother student teacher doctor nurse medic paramedic surgeon pharmacist
    journalist reporter cameraman photographer activist worker volunteer rescuer farmer villager resident passenger
    patient refugee relative shopkeeper bystander pedestrian protester soldier fighter militant rebel terrorist gunman
    officer policeman commander general colonel pilot sniper conscript guard serviceman captain lieutenant brigadier
    person citizen hostage prisoner leader official teenager driver priest wife husband cleric minor pupil peacekeeper
    marine member mayor lawyer engineer national
""")
"""Nouns which with an article are one victim ("a civilian was killed")."""

MODIFIERS: dict[str, Category] = {
    "civilian": "civilian", "innocent": "civilian", "unarmed": "civilian", "aid": "civilian", "medical": "civilian",
    "rebel": "combatant", "regime": "combatant", "army": "combatant", "isil": "combatant", "isis": "combatant", "is": "combatant",
    "daesh": "combatant", "government": "combatant", "military": "combatant", "jihadist": "combatant", "terrorist": "combatant",
    "insurgent": "combatant", "armed": "combatant", "militia": "combatant", "police": "combatant", "security": "combatant",
    "pro-regime": "combatant", "pro-government": "combatant", "opposition": "combatant", "militant": "combatant",
    "hezbollah": "combatant", "extremist": "combatant", "front": "combatant", "coalition": "combatant",
}  # fmt: skip
"""Words before a noun of unknown category ("Daesh members", "security personnel")."""

_THINGS = """
    tank tanks vehicle vehicles car cars truck trucks building buildings house houses home homes position positions depot
    depots warehouse warehouses base bases headquarters post posts checkpoint checkpoints facility facilities target
    targets aircraft plane planes helicopter helicopters warplane warplanes jet jets drone drones launcher launchers gun
    guns cannon convoy convoys bridge bridges hospital hospitals school schools mosque mosques shop shops stronghold
    strongholds hideout hideouts camp camps tunnel tunnels bunker bunkers fortification fortifications structure
    structures ship ships boat boats site sites centre centres center centers tanker tankers bulldozer bulldozers pickup
    pickups pickups shelter shelters apartments settlements units installations object objects gathering gatherings caches
    missiles rockets ambulance ambulances den dens airport factories factory workshops refineries clinics bakeries bakery
    churches church hotels buses bus carriers
"""
THINGS: frozenset[str] = frozenset(_THINGS.split())
"""Things that are destroyed or struck and counted."""

SORTIES: frozenset[str] = bag("""
    sorties sortie airstrikes airstrike raids raid flights flight airdrops airdrop strikes strike missions bombardments
    bombings
""")
"""What is flown. "strikes", "raids" and the like only after "air" or a word of the same kind; see counts."""

NOT_COUNTED: frozenset[str] = bag("""
    year years month months week weeks day days hour hours minute minutes second seconds time times percent per cent pct
    km kilometer kilometers kilometre kilometres mile miles meter meters metre metres feet foot yards ton tons tonne
    tonnes kg kilograms pounds dollar dollars euro euros lira am pm a.m p.m o'clock degrees point points villages
    village towns town cities city districts neighborhoods neighbourhoods provinces areas area countries country nations
    states miles hectares acres rounds shells mortars bombs grenades bullets barrels litres liters square inches
    occasions sides fronts parties factions groups group families family households couples votes seats ways
    cattle sheep livestock goats cows horses camels animals donkeys pigs poultry chickens birds dogs cats
    elephants phases stages rounds calibre caliber mm cents things reasons
    questions points brigades battalions attacks explosions blasts January February March April May June July August
    September October November December years-old
""")
"""Nouns after a number that make it no toll: measures, times, land, munitions, attacks themselves."""
