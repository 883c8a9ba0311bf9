"""Words of saying, and nouns for those who say."""

from __future__ import annotations

from deconflict.read.rules.lexicon import Lexicon, bag, rows

CUES: Lexicon[str] = Lexicon(
    rows(
        {
            """
                gave its rundown | gave a rundown | issued a statement | released a statement | gave details | gave a toll |
                said | says | has said | have said | had said | reported | reports | has reported | have reported | added |
                adds | stated | states | claimed | claims | announced | confirmed | told | tells | noted | explained |
                revealed | insisted | insists | alleged | warned | warns | indicated | declared | pointed out | stressed |
                recalled | recounted | estimated | estimates | wrote | tweeted | acknowledged | maintains | asserted |
                affirmed | documented | has documented | have documented | recorded | has confirmed | has claimed |
                have claimed | admitted | disclosed | also said | also reported | further said | later said | observed |
                elaborated | say | report | claim | went on to say | went on | put | puts | has announced |
                commented | argued | testified | concluded | described | emphasized | clarified | suggested | suggest |
                indicate | reveals | showed | show | has told | monitored | counted | mentioned | asserts | quoted | cited
                """: "after",
            "accused|accuses|accusing": "blame",
            "lowered|revised|raised|updated|cut|reduced|increased|corrected|lowers|raises|revises|updates": "toll",
            "according to|as reported by|reported by|as told by|in the words of": "before",
            "citing|quoting|cited|quotes|cites": "source",
            """
                saying | adding | noting | stating | claiming | asserting | stressing | explaining | pointing out |
                confirming | indicating
                """: "again",
            """
                denied | denies | has denied | have denied | denying | rejected claims | dismissed reports
                """: "denial",
        }
    )
)
"""phrase -> where its speaker stands: after (speaker before it or, turned round, behind it), before (speaker follows),
source (the inner speaker follows), again (the last speaker goes on), denial, blame ("accused X of"),
toll ("lowered the toll")."""

SPEAKERS = bag("""
    observatory monitor monitors groups service services directorate extremists agency media source sources network group
    activist activists official officials spokesman spokeswoman spokesperson spokesmen statement ministry reports resident
    residents witness witnesses eyewitness eyewitnesses police center centre organization organisation army military
    government authorities command commander chief director head minister president ambassador envoy correspondent
    reporter reporters journalist television tv newspaper website channel radio analyst analysts expert experts doctor
    doctors medic medics rescuers committee commission office council coalition figure leader lawmaker secretary deputy
    governor mayor survivor survivors locals local-residents civil-defense defense defence bulletin survey study document
    agency's watchdog monitoring-group general colonel staff hospital units representative representatives investigators
    inspectors pentagon kremlin union daily post paper workers sources' regime rebels militants opposition militiaman
    fighter fighters diplomat diplomats team mission bureau department institute front isis isil daesh un unicef who sana
    afp reuters ap xinhua tass interfax rt hrw amnesty ocha ngo ngos body jihadists article foundation tribune counterpart
    lieutenant brigadier captain administration delegation crescent cross records interview announcement sohr assessments
    estimates figures data tribesmen
""")
"""Last words of a speaker's description ("a police source"); a capitalised name needs none."""

SPEAKER_MODIFIERS = bag("""
    local senior military police security medical hospital opposition rebel government official state-run state
    pro-government pro-opposition pro-regime anti-government monitoring rights human activist media field diplomatic
    well-informed informed unnamed anonymous intelligence news civil defense defence defence- british-based britain-based
    uk-based london-based turkish-based foreign health interior rescue aid relief international independent western top
    regional provincial district army kurdish syrian russian turkish american us u.s. iranian iraqi iraqs syrias russias
    turkeys israeli un u.n. arab private group militant jihadist other two three several some many one multiple pro-rebel
    semi-official regime humanitarian leading key spokesman's press reliable knowledgeable tribal city resident village
    same second third deputy general latest initial early recent previous separate joint islamic rebels' wire national
    political chief war coalition general's official's emergency charity leaked eye eyewitness conflict law enforcement
    armed moderate federal french uk local-based
""")

PERSON_TITLES = bag("""
    mr mrs ms dr prof professor president minister secretary general gen colonel col lt lieutenant maj major captain capt
    brigadier sheikh spokesman spokeswoman spokesperson chief director head ambassador envoy activist commander leader
    governor mayor king prince senator rep sen sgt sergeant adm admiral chancellor premier doctor citizen lawyer
    coordinator analyst eyewitness resident secretary-general reporter correspondent journalist lawmaker chairman
    chairwoman
""")
"""Job titles before a person's name: no part of the name."""

WEAK_SPEAKERS = bag("he she it they who we i you which that this these those there one")
