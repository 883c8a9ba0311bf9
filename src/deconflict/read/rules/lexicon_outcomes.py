"""Words for what befell people or things, and on which side of the word the number stands."""

from __future__ import annotations

from typing import Literal, NamedTuple

from deconflict.read.rules.lexicon import Lexicon, rows
from deconflict.record import Outcome

Form = Literal["object", "either", "subject", "noun", "toll"]


class Result(NamedTuple):
    """`form`: the number follows (object: "killing 5"), precedes (subject: "5 died"), does either ("killed"),
    counts the noun itself ("5 deaths", "the death of 5"), or is what a tally stands at (toll: "the toll rose to 5")."""

    outcome: Outcome
    form: Form


def _forms(outcome: Outcome, **words: str) -> dict[str, Result]:
    """One row of the table: form -> phrases split at ""."""
    return {phrases: Result(outcome, form) for form, phrases in words.items()}  # type: ignore[arg-type]


_TABLE: dict[str, Result] = {
    **_forms(
        "killed",
        object="""
            kill | kills | killing | massacring | murdering | executing | executes | slaying | slaughtering | assassinating |
            beheading | among the dead were | among the dead was | among those killed were | among those killed was |
            among the killed were | among the victims were | those killed included | the dead included | the dead were |
            claimed the lives of | claiming the lives of | claims the lives of | claim the lives of | took the lives of |
            taking the lives of | claimed the life of | claiming the life of | takes the lives of | claimed | claiming |
            claims | cost | taken | takes | lost | losing | loses | lose | eliminating |
            martyring | gunning down | liquidating | crucifying | cost the lives of | costing the lives of | bodies of |
            body of | corpses of | remains of | death of | deaths of | killing of | killings of | execution of |
            executions of | murder of | massacre of | martyrdom of | loss of | losses of | slaughter of | assassination of |
            kill off | lives of
            """,
        either="""
            killed | executed | murdered | slain | massacred | slaughtered | beheaded | assassinated | martyred |
            eliminated | shot dead | gunned down | burned to death | burnt to death | crucified |
            liquidated | lynched | hanged | starved to death | crushed to death
            """,
        subject="""
            among those killed | among the dead | among the deceased | among the killed | among those who died |
            among the fatalities | died | die | dies | dying | dead | perished | lost their lives | lost his life |
            lost her life | lose their lives | have lost their lives | losing their lives | succumbed | passed away |
            drowned
            """,
        noun="deaths|fatalities|fatality|dead bodies|bodies|corpses|martyrs",
        toll="""
            death toll | toll | number of dead | number of deaths | number of killed | number of those killed |
            number of people killed | number of civilians killed | number of victims | number of fatalities |
            number of the dead | death tolls | true number |
            real number | actual number | correct number | true figure | real figure | correct figure | actual figure
            """,
    ),
    **_forms(
        "wounded",
        object="""
            wound | wounds | wounding | injure | injures | injuring | hurting | maiming | injury of | wounding of |
            injuries of | injury to | injuries to
            """,
        either="wounded|injured|hurt|maimed",
        subject="""
            among the injured | among the wounded | among those injured | among those wounded | treated for |
            experienced breathing difficulties | suffered breathing difficulties | sustained injuries |
            sustained severe injuries | suffered injuries | suffered burns | sustained serious injuries | suffering injuries |
            suffered from suffocation | suffered suffocation | treated for injuries | received treatment |
            have received treatment
            """,
        noun="injuries|injured people|wounded people",
        toll="""
            number of wounded | number of injured | number of injuries | number of the wounded | number of the injured
            """,
    ),
    **_forms("missing", either="unaccounted for", subject="missing|disappeared|went missing|gone missing|vanished"),
    **_forms(
        "detained",
        object="""
            arresting | detaining | arrest | detain | arrests | capturing | kidnapping | abducting | kidnap | abduct |
            arrest of | detention of | kidnapping of | abduction of | capture of | kidnaps | imprisoning | rounding up |
            took hostage | taking hostage
            """,
        either="""
            arrested | detained | captured | kidnapped | abducted | imprisoned | jailed | taken hostage | taken prisoner |
            taken captive | rounded up | held hostage | held captive | taken hostages | taken prisoners |
            forcibly disappeared
            """,
        noun="arrests|hostages|detentions|abductions|kidnappings",
    ),
    **_forms(
        "displaced",
        object="""
            displacing | displaces | displace | forcing | uprooting | displacement of | exodus of | flight of | drove |
            driven
            """,
        either="""
            displaced | uprooted | internally displaced | driven from their homes | forced to flee | forced from their homes |
            forced to leave their homes | forced to leave | made homeless | left homeless
            """,
        subject="""
            fled | flee | fleeing | have fled | sought refuge | become refugees | became refugees | left their homes |
            leave their homes | taken refuge | escaped
            """,
        noun="refugees|internally displaced people|displaced people|idps",
    ),
    **_forms(
        "deployed",
        object="""
            deploying | deploy | deploys | sending | send | sends | dispatching | dispatch | deployment of | dispatch of |
            arrival of
            """,
        either="deployed|dispatched|sent",
    ),
    **_forms(
        "withdrawn",
        object="withdrawing|withdrawal of|withdraw|withdraws|pulling out|pull out",
        either="withdrawn|withdrew|pulled out|evacuated from the front",
    ),
    **_forms(
        "destroyed",
        object="""
            destroying | destroy | destroys | demolishing | demolish | demolishes | shooting down | destruction of |
            wrecking | razing | blowing up
            """,
        either="""
            destroyed | demolished | wrecked | razed | levelled | leveled | shot down | burned down | downed | blown up
            """,
    ),
    **_forms(
        "struck",
        object="""
            hitting | striking | strikes | damaging | engaging | damage | hits | targeting | bombing | shelling
            """,
        either="hit|struck|damaged|engaged|targeted|bombed|shelled",
    ),
    **_forms(
        "other",
        object="torturing | neutralizing | neutralizes | neutralising | neutralises",
        either="tortured | neutralized | neutralised",
        noun="casualties|casualty|causalities",
        toll="casualty toll|number of casualties",
    ),
}  # fmt: skip

RESULTS: Lexicon[Result] = Lexicon(rows(_TABLE))

ONLY_THINGS: frozenset[str] = frozenset({"destroyed", "struck"})
"""Outcomes that count things; "destroyed 60 terrorists" counts as killed."""

NEEDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("claimed", "claiming", "claims", "cost", "taken", "takes"), frozenset({"lives", "life"})),
    **dict.fromkeys(
        ("forcing", "drove", "driven"), frozenset({"to flee", "from their", "to leave", "out of", "from the", "to seek"})
    ),
}
"""Words that count only with these nouns ("claimed 12 lives"), or with these words after them ("forcing 12 families to flee")."""

LOST = frozenset({"lost", "losing", "loses", "lose"})
"""Lost people are counted as killed; lost ground is not."""

TRUE_FIGURES = frozenset({f"{word} {noun}" for word in ("true", "real", "actual", "correct") for noun in ("number", "figure")})
"""They stand for the dead only where the sentence speaks of deaths."""
