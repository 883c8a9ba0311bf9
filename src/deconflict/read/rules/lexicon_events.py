"""Words that name an event, with PLOVER 2.0 type and mode, after the rulings of the annotation guide.

Source: Open Event Data Alliance, PLOVER manual 2.0 (types, modes); the words are our own.
"""

from __future__ import annotations

from typing import NamedTuple

from deconflict.read.rules.lexicon import Lexicon, bag, rows
from deconflict.record import EventType


class Kind(NamedTuple):
    """What a trigger names. `verb`: it is a verb with a subject before it; `needs`: a class of word that must stand near it."""

    type: EventType
    mode: str | None = None
    verb: bool = False
    needs: str = ""


def _noun(event: EventType, mode: str | None, words: str, needs: str = "") -> dict[str, Kind]:
    return {words: Kind(event, mode, False, needs)}


def _verb(event: EventType, mode: str | None, words: str, needs: str = "") -> dict[str, Kind]:
    return {words: Kind(event, mode, True, needs)}


_ASSAULT: dict[str, Kind] = {
    **_noun("ASSAULT", "aerial",
        """
            air strike | air strikes | airstrike | airstrikes | air raid | air raids | airraids | aerial attack |
            aerial attacks | air attack | air attacks | aerial bombardment | aerial bombardments | aerial bombing |
            air bombardment | bombing raid | bombing raids | bombing campaign | barrel bomb attack | barrel bomb attacks |
            barrel bombing | aerial raids | aerial raid | airstrikes and shelling | air campaign | air assault |
            air assaults | cluster bombs attack | aerial strikes | aerial strike | warplane attack | jet attack |
            bombing runs | combat flights | bombing sorties | barrel bombs attack | sorties | sortie
            """),
    **_noun("ASSAULT", "drone", "drone strike|drone strikes|drone attack|drone attacks"),
    **_noun("ASSAULT", "suicide-attack",
        """
            suicide attack | suicide attacks | suicide bombing | suicide bombings | suicide blast | suicide blasts |
            suicide car bomb | suicide bomb attack | suicide bomb attacks | suicide car bombing | suicide explosion |
            suicide bomb | suicide car bomb attack
            """),
    **_verb("ASSAULT", "suicide-attack", """
    blew himself up | blew herself up | blew themselves up | blowing himself up | blowing themselves up | blow themselves up
    """),
    **_noun("ASSAULT", "explosives",
        """
            car bomb | car bombs | car bombing | car bombings | bomb attack | bomb attacks | blast | blasts | explosion |
            explosions | bomb blast | bomb blasts | car bomb attack | car bomb attacks | bomb explosion | car bomb blast |
            car explosion | truck bomb | roadside bomb | roadside bombs | car bomb explosion | landmine | landmines |
            land mine | land mines | mine explosion | booby traps | double bombing | twin bombings | explosive device |
            explosive devices | ied | ieds | twin blasts | car blast
            """),
    **_verb("ASSAULT", "explosives", """
    exploded | detonated | went off | blew up | ripped through | explodes | detonates | detonate | detonating | exploding |
    explode
    """),
    **_noun("ASSAULT", "heavy-weapons",
        """
            shelling | rocket attack | rocket attacks | mortar attack | mortar attacks | artillery fire | mortar fire |
            rocket fire | shell fire | artillery shelling | rocket shelling | missile attack | missile attacks |
            missile strike | missile strikes | artillery attack | artillery attacks | artillery strikes |
            artillery bombardment | mortar shelling | cruise missile attack | cruise missile strike | cruise missile strikes |
            artillery shelling | rocket strikes | tank fire | rockets attack | mortar shells attack | shelling attacks
            """),
    **_verb("ASSAULT", "heavy-weapons", "shelled|shells|shell", "verb"),
    **_verb("ASSAULT", "heavy-weapons", "fired|firing|fires|fire|launched|launching|fell|landed|lobbed", "munition"),
    **_noun("ASSAULT", "unconventional",
        """
            chemical attack | chemical attacks | gas attack | gas attacks | chemical weapons attack |
            chemical weapons attacks | poison gas attack | poison gas attacks | sarin attack | sarin gas attack |
            toxic gas attack | chlorine attack | chlorine attacks | chlorine gas attack | chlorine gas attacks |
            nerve gas attack | suspected gas attack | chemical strike | use of chemical weapons | chemical weapons use |
            gassing | chemical bombing | alleged chemical weapons attack
            """),
    **_verb("ASSAULT", "unconventional", "gassed"),
    **_verb("ASSAULT", "unconventional", "used|using|use|uses", "chemical"),
    **_noun("ASSAULT", "firearms", """
    shooting | shootings | sniper fire | gunfire | machine gun fire | gun attack | gunbattle | shootout | drive-by
    """),
    **_verb("ASSAULT", "firearms", "opened fire|gunned down|shot dead|shot|sniped"),
    **_noun("ASSAULT", "targeted", """
    assassination | assassinations | execution | executions | mass execution | mass executions | assassination attempt
    """),
    **_verb("ASSAULT", "targeted", "assassinated|executed|execute|executing|executes|assassinating"),
    **_verb("ASSAULT", "primitive", "beheaded|beheading|stabbed|crucified|stoned|beheads"),
    **_noun("ASSAULT", "primitive", "beheadings"),
    **_verb("ASSAULT", "abduct", """
    kidnapped | abducted | kidnapping | abducting | kidnap | kidnaps | took hostage | taken hostage | taken captive |
    held hostage | taken prisoner | forcibly disappeared
    """),
    **_noun("ASSAULT", "abduct", "abduction|abductions|kidnappings"),
    **_verb("ASSAULT", "torture", "tortured|torturing"),
    **_noun("ASSAULT", "torture", "torture"),
    **_verb("ASSAULT", "sexual", "raped|raping"),
    **_noun("ASSAULT", "sexual", "rape|rapes|sexual violence"),
    **_verb("ASSAULT", "beat", "beaten|beating"),
    **_noun("ASSAULT", "crowd-control", "tear gas"),
    **_verb("ASSAULT", "destroy", """
    destroyed | destroying | demolished | razed | demolishing | looted | burned down | set ablaze
    """),
    **_noun("ASSAULT", None,
        """
            attack | attacks | assault | assaults | offensive | offensives | clashes | fighting | battle | battles |
            battle for | raid | raids | massacre | massacres | ambush | ambushes | strike | strikes | onslaught |
            counterattack | counterattacks | counter-attack | counteroffensive | counter-offensive | fierce fighting |
            firefight | hostilities | bloodshed | atrocities | killings | infighting | military operation |
            military operations | ground operation | incursion | skirmishes | gunfights | terror attack | terror attacks |
            terrorist attack | terrorist attacks | carnage | crossfire | bombardment | bombardments | bombing | bombings
            """),
    **_verb("ASSAULT", None,
        """
            attacked | attacking | clashed | fought | battled | battling | targeted | targeting | struck | hit | hitting |
            hits | ambushed | stormed | storming | raided | pounded | pounding | pounds | bombed | bombarded | bombarding |
            bombards | battles | repelled | repelling | assaulted | smashed into | slammed into | strafed | striking |
            shot down | shooting down | downed
            """),
    **_verb("ASSAULT", "aerial", "dropped|dropping|drop|drops", "munition"),
}  # fmt: skip

_FORCE: dict[str, Kind] = {
    **_verb("COERCE", "seize",
        """
            seized | captured | recaptured | retook | retaken | overran | overrun | capturing | seizing | recapturing |
            retaking | liberated | liberating | took control | taken control | seized control | gained control |
            regained control | take control | took over | taken over | recapture | retake | seize control | regain control |
            gaining control | taking control | conquered | annexed | regained | establish control | established control |
            wrested | swept into | driven out | drove out | ousted | pushed out | expelled | ejected | seize
            """, "land"),
    **_verb("COERCE", "restrict", """
    besieged | besieging | blockaded | surrounded | encircled | cut off | encircling | blocked | severed
    """, "verb"),
    **_noun("COERCE", "restrict", "siege|sieges|blockade"),
    **_verb("COERCE", "arrest", "arrested|detained|arresting|detaining|imprisoned|jailed|rounded up"),
    **_noun("COERCE", "arrest", "arrests|mass arrests|detentions"),
    **_verb("COERCE", None, """
    displaced | displacing | fled | fleeing | forced to flee | flee | forced from their homes | uprooted |
    forced to leave their homes | fled their homes | leave their homes | left their homes | displaces | forced to leave |
    become refugees | sought refuge
    """),
    **_noun("COERCE", None, "crackdown|repression|exodus"),
    **_verb("COERCE", None, "cracked down"),
    **_verb("MOBILIZE", "troops", """
    advanced | advancing | advances | deployed | deploying | dispatched | reinforced | intervened | massed | massing |
    mobilized | mobilised | sent troops | sent reinforcements | sent soldiers | send troops | pushed into
    """, "force"),
    **_noun("MOBILIZE", "troops", """
    deployment | troop buildup | military buildup | military intervention | intervention | advance
    """),
    **_verb("RETREAT", "withdraw", """
    withdrew | withdrawn | retreated | withdrawing | pulled out | pulling out | retreating | pulled back
    """, "force"),
    **_noun("RETREAT", "withdraw", "withdrawal|retreat|pullout"),
    **_noun("RETREAT", "ceasefire", "ceasefire|cease-fire|ceasefires|truce|cessation of hostilities"),
    **_verb("RETREAT", "release", "released|freed|releasing|freeing", "people"),
    **_noun("RETREAT", "release", "prisoner swap|prisoner exchange"),
    **_verb("RETREAT", "disarm", "surrendered|laid down their arms"),
    **_noun("RETREAT", "access", "humanitarian access"),
    **_verb("RETREAT", "resign", "resigned|stepped down|step down"),
}  # fmt: skip

_WORDS: dict[str, Kind] = {
    **_verb("REQUEST", None, """
    called for | called on | called upon | calling for | calling on | calls for | calls on | urged | urges | urging |
    demanded | demands | demanding | requested | appealed to | appealed for | appealing for | asked for | calling upon
    """),
    **_verb("ACCUSE", None, """
    accused | accuses | accusing | blamed | blames | blaming | condemned | condemns | condemning | denounced | denounces |
    criticized | criticised | deplored | alleged | lambasted | slammed
    """),
    **_verb("ACCUSE", None, "investigating|investigate|probing"),
    **_noun("ACCUSE", None, "investigation|inquiry|condemnation|accusations|probe"),
    **_verb("REJECT", None, """
    denied | denies | denying | rejected | rejects | rejecting | vetoed | declined to comment | refused | dismissed
    """),
    **_noun("REJECT", None, "veto|denials|denial"),
    **_verb("THREATEN", None, "threatened|threatens|threatening|vowed to|warned of"),
    **_verb("AGREE", None, "agreed|pledged|promised|agrees"),
    **_noun("AGREE", None, "ceasefire deal|peace deal|peace agreement"),
    **_noun("CONSULT", None, "talks|peace talks|negotiations|discussions"),
    **_noun("CONSULT", "multilateral", "emergency meeting|emergency session|summit"),
    **_verb("CONSULT", None, "met with|discussed|negotiating|held talks"),
    **_verb("CONSULT", "visit", "visited"),
    **_verb("SUPPORT", None, "welcomed|welcomes|praised|expressed support"),
    **_noun("PROTEST", None, """
    protests | demonstrations | uprising | protest | demonstration | anti-government protests | riots | sit-in
    """),
    **_verb("PROTEST", None, "protested"),
    **_noun("SANCTION", None, "sanctions|economic sanctions"),
    **_verb("AID", None, "rescued|evacuated|evacuating|treated|treating|rescuing|airlifted"),
    **_noun("AID", None, "evacuation|humanitarian aid|aid convoy|humanitarian assistance"),
    **_noun("COOPERATE", None, """
    joint exercise | joint exercises | military cooperation | arms sales | joint patrols
    """),
    **_noun("CONCEDE", None, "amnesty"),
}  # fmt: skip

EVENTS: Lexicon[Kind] = Lexicon(rows({**_WORDS, **_FORCE, **_ASSAULT}))

MUNITIONS = bag("""
    rocket rockets missile missiles shell shells mortar mortars bomb bombs barrel-bombs munitions projectiles projectile
    grenades vacuum artillery
""")
AIR = bag("""
    air aerial warplane warplanes jet jets aircraft helicopter helicopters plane planes bomber airplanes airforce sorties
    fighter-jets gunships airstrikes airstrike
""")
CHEMICAL = bag("chemical chemicals gas sarin chlorine poison poisonous toxic nerve mustard gases")
BOMB = bag("""
    bomb bombs blast explosion car-bomb explosive explosives mine mines ied ieds booby-trapped
""")
SUICIDE = bag("suicide kamikaze")
DRONE = bag("drone drones uav unmanned")
FIRE = bag("""
    rocket rockets missile missiles shell shells mortar mortars artillery shelling shelled howitzer cannon
""")
