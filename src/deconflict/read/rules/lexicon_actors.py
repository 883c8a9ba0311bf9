"""Nouns that name who acts or is acted upon, and the words that may stand before them."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag

HEADS = bag("""
    forces force army troops soldiers fighters militants rebels rebel insurgents terrorists gunmen militia militias
    militiamen jihadists extremists mercenaries regime government military coalition bomber bombers suicide-bomber
    attacker attackers assailants warplanes warplane jets jet helicopters helicopter aircraft planes plane drones drone
    police policemen opposition group groups organization organisation airforce navy guards guard guerrillas islamists
    takfiris units unit brigade brigades battalion division front faction factions alliance authorities snipers sniper
    commandos allies ally affiliate offshoot state movement gang gangs regiment corps troop legion loyalists separatists
    hardliners tribesmen gunman hardline crew artillery tanks gunboats gunships defenses mob hijackers marines peshmerga
    security-forces air-force occupation enemy ministry council president minister envoy parliament commission mission
    party delegation opponents armies powers nations
""")
"""Last words of an actor's name."""

ADJECTIVES = bag("""
    syrian russian turkish american iranian iraqi israeli saudi jordanian lebanese french british qatari kurdish arab
    islamic islamist shiite sunni alawite takfiri jihadist terrorist rebel regime government opposition u.s. uk un u.n.
    allied foreign western us-led u.s.-led american-led coalition russian-backed us-backed u.s.-backed iranian-backed
    turkish-backed iran-backed russia-backed saudi-backed turkey-backed government-backed pro-government pro-regime
    pro-assad anti-government anti-regime anti-assad hezbollah isis isil daesh al-qaeda qaeda-linked al-qaeda-linked nato
    houthi afghan chechen uzbek ukrainian armed unidentified unknown masked suicide security military air fighter army
    national democratic joint international moderate extremist militant insurgent loyalist allied saudi-led arab-led
    moscow-backed western-backed syrias army's state yemeni egyptian sudanese palestinian libyan druze tribal local
    militia special suspected islamist-led kurdish-led rebels' terror turkmen republican elite presidential
""")
"""Words inside an actor's name before its head; alone before an event noun they stand for it ("Russian air strikes")."""

NAMES = bag("""
    isis isil daesh hezbollah hizbullah hizbollah nusra al-nusra taliban hamas ypg ypj sdf pyd pkk fsa jaish al-qaeda
    qaeda russia turkey iran israel syria iraq damascus moscow washington ankara tehran u.s. nato assad u.s uk france
    saudi germany qatar jordan lebanon houthis un u.n. kremlin pentagon centcom tahrir jabhat ahrar houthi idf hts snc
    isis's britain
""")
"""One-word names of parties, common enough in any report to be known without a pack."""

GENITIVES = bag("assads isils isiss daeshs")
"""Names with an s whose apostrophe a table has lost."""

BYSTANDERS = bag("""
    observatory monitor monitors agency media source sources network center centre journalist witness
""")
"""Heads of names that report and do not act."""
