"""Roles and speakers to actors: by name, through the words around the name, and only where it is plain."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from deconflict import packs
from deconflict.record import Attribution, Claim, Flag, Report, Role, Source
from deconflict.resolve.actors import with_actors

Resolve = Callable[..., "str | None"]
HOME = " The fighting in Syria went on."


@pytest.fixture(scope="module")
def shipped() -> packs.Packs:
    return packs.load(packs.SHIPPED)


@pytest.fixture
def actor_of(shipped: packs.Packs) -> Resolve:
    """The id that the words of a role, or of a speaker, get in a text; `nth`: which of their occurrences."""

    def resolve(
        words: str,
        text: str = "",
        role: str = "actor",
        nth: int = 0,
        source: str = "",
        flags: tuple[Flag, ...] = (),
        published: str | None = None,
        background: bool = False,
    ) -> str | None:
        text = text or f"{words}.{HOME}"
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        report = Report("r", "r", shipped.source_named(source) if source else Source("source:x", "x"), "", text, "x", flags=flags)
        span = report.span(start, start + len(words))
        report = msgspec.structs.replace(report, published=published)
        claim = Claim("r", "ASSAULT", span, span, background=background)
        if role == "speaker":
            claim = msgspec.structs.replace(claim, attribution=(Attribution(span),))
            return with_actors(report, (claim,), shipped)[0].attribution[0].entity
        claim = msgspec.structs.replace(claim, roles=(Role(role, span),))  # type: ignore[arg-type]
        return with_actors(report, (claim,), shipped)[0].roles[0].entity

    return resolve


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("ISIS militants", "isis"),
        ("heavily armed ISIS fighters", "isis"),
        ("members of the YPG", "ypg"),
        ("Russian warplanes", "ru.air_force"),
        ("Syrian army helicopters", "sy.air_force"),
        ("Syrias armed forces", "sy.armed_forces"),
        ("Assads forces", "sy.armed_forces"),
        ("forces loyal to President Bashar al-Assad", "sy.armed_forces"),
        ("Free Syrian Army (FSA) fighters", "fsa"),
        ("aircraft of the US-led coalition", "coalition"),
        ("the Kurdish-led Syrian Democratic Forces", "sdf"),
        ("Russian-backed regime forces", "sy.armed_forces"),
        ("ISIS in Raqqa", "isis"),
        ("Meanwhile government forces", "sy.armed_forces"),
        ("last Monday ISIS militants", "isis"),
        ("the regime's key ally Iran", "ir"),
        ("Syrian Islamist rebel group Ahrar al-Sham", "ahrar_al_sham"),
        ("Kurdish militia fighters", "kurdish_fighters"),
        ("war-weary civilians", "civilians"),
        ("Takfiri militant groups", "unnamed.militants"),
        ("Syrian activists", "unnamed.activists"),
    ],
)
def test_nouns_and_adjectives_around_a_name_leave_the_actor_the_same(actor_of: Resolve, words: str, actor: str) -> None:
    assert actor_of(words) == actor


@pytest.mark.parametrize(
    "words",
    [
        "Russian or Turkish warplanes",
        "Damascus rebels",
        "rebel Army",
        "Saudi-led coalition",
        "US-backed forces",
        "its militants",
        "opposition Syrian forces",
        "former French president Jane Doe",
        "Syrians",
        "Syrian Democratic Army",
        "Army of Elsewhere",
        "independent monitors",
        "victims of the armed group Hezbollah",
        "Damascus Media Office",
        "anti-ISIS gunmen from many places of the world who came over the border in one long year of war",
    ],
)
def test_words_that_mean_somebody_else_or_several_get_no_actor(actor_of: Resolve, words: str) -> None:
    assert actor_of(words) is None


@pytest.mark.parametrize(
    "words", ["terrorists", "terrorist groups", "Takfiri terrorists", "brutal terrorists", "opposition terrorists"]
)
def test_terrorists_in_general_are_never_tied_to_a_party(actor_of: Resolve, words: str) -> None:
    assert actor_of(words) in ("unnamed.terrorists", None)


def test_what_belongs_to_a_party_may_be_hit_but_does_not_speak(actor_of: Resolve) -> None:
    assert actor_of("ISIS positions", role="recipient") == "isis"
    assert actor_of("ISIS positions", role="speaker") is None


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Observatory chief Jane Doe", "sohr"),
        ("head of the Syrian Observatory for Human Rights Jane Doe", "sohr"),
        ("Turkish Foreign Minister Jane Doe", "tr.foreign_ministry"),
        ("Jaish al-Islam spokesman Jane Doe", "jaish_al_islam"),
        ("SANA reporter", "sana"),
        ("the state's official news agency SANA", "sana"),
        ("Foreign Secretary William Hague", "gb.hague"),
        ("local residents", "unnamed.residents"),
        ("Ban Ki-moons office", "un.secretary_general"),
    ],
)
def test_a_speaker_with_a_title_speaks_for_the_body_of_the_title(actor_of: Resolve, words: str, actor: str) -> None:
    assert actor_of(words, role="speaker") == actor


@pytest.mark.parametrize(
    ("published", "actor"),
    [
        ("2014-05-18", "us.hagel"),
        ("2017-05-18", "us.mattis"),
        ("2017-01-20", "us.defence_ministry"),
        (None, "us.defence_ministry"),
    ],
)
def test_an_office_is_who_held_it_on_the_day_of_the_report_else_its_body(
    actor_of: Resolve, published: str | None, actor: str
) -> None:
    assert actor_of("the US Secretary of Defense", role="speaker", published=published) == actor


def test_an_office_in_what_lies_back_is_its_body(actor_of: Resolve) -> None:
    assert actor_of("the US Secretary of Defense", published="2017-05-18", background=True) == "us.defence_ministry"
    assert actor_of("the former US Secretary of Defense", published="2017-05-18") is None


def test_a_surname_is_who_was_introduced_by_it(actor_of: Resolve) -> None:
    text = "Shells fell, said Observatory chief Jane Doe. Doe told reporters more."
    assert actor_of("Doe", text, "speaker", nth=1) == "sohr"
    assert actor_of("Roe", text + " Roe agreed.", "speaker") is None


def test_a_surname_is_the_known_person_whom_the_report_names_in_full(actor_of: Resolve) -> None:
    text = "Ashton Carter came to Syria. Carter said so."
    assert actor_of("Carter", text, "speaker", nth=1) == "us.carter"
    assert actor_of("Carter", "A man named Carter said so in Syria.", "speaker") is None


def test_an_office_told_after_the_name_introduces_too(actor_of: Resolve) -> None:
    text = "Jane Doe, director of the Syrian Observatory for Human Rights, spoke. Doe gave no names."
    assert actor_of("Doe", text, "speaker", nth=1) == "sohr"


def test_two_people_of_one_surname_are_nobody_in_particular(actor_of: Resolve) -> None:
    text = "Turkish Foreign Minister Jane Doe met French Foreign Minister John Doe. Doe was content."
    assert actor_of("Doe", text, "speaker", nth=2) is None


def test_a_monitor_is_the_only_monitor_the_report_names(actor_of: Resolve) -> None:
    text = "Shelling killed five, a monitor said. The Syrian Observatory for Human Rights gave no more."
    assert actor_of("monitor", text, "speaker") == "sohr"
    assert actor_of("monitor", "Shelling killed five in Syria, a monitor said.", "speaker") is None


def test_the_group_is_the_body_just_named_and_only_if_there_is_one(actor_of: Resolve) -> None:
    one = "Human Rights Watch wrote on Syria. The group said more."
    two = "Human Rights Watch and Amnesty International wrote on Syria. The group said more."
    assert actor_of("The group", one, "speaker") == "hrw"
    assert actor_of("The group", two, "speaker") is None


def test_a_described_group_is_not_the_group(actor_of: Resolve) -> None:
    text = "The Syrian Democratic Forces met shells, activists and the extremist group said."
    assert actor_of("group", text, "speaker") is None
    assert actor_of("group", "In Syria the Daesh terrorist group said so.", "speaker") == "isis"


def test_the_ministry_is_the_one_the_report_has_named(actor_of: Resolve) -> None:
    assert (
        actor_of("the ministry", "Russia's Defense Ministry spoke. Later the ministry said more.", "speaker")
        == "ru.defence_ministry"
    )
    both = "Russia's Defense Ministry met the Turkish Foreign Ministry." + " It rained." * 60 + " Later the ministry said more."
    assert actor_of("the ministry", both, "speaker") is None


def test_the_coalition_in_the_reports_of_a_coalition_is_that_coalition(actor_of: Resolve) -> None:
    text = "The Syrian Coalition met in Istanbul. The Coalition called for talks on Syria."
    assert actor_of("The Coalition", text, source="etilaf") == "syrian_coalition"
    assert actor_of("The Coalition", text, source="reuters") is None


def test_the_packs_common_nouns_hold_only_where_the_report_speaks_of_the_country(actor_of: Resolve) -> None:
    assert actor_of("rebels", "In northern Syria rebels attacked.") == "syrian_rebels"
    assert actor_of("rebels", "In eastern Congo rebels attacked.") is None
    assert actor_of("Regime forces", "Regime forces advanced in Ruritania.") is None


def test_an_acronym_means_what_the_report_says_it_means(actor_of: Resolve) -> None:
    text = "The Syrian Observatory for Human Rights (SORH) counted five dead. SORH said no more."
    assert actor_of("SORH", text, "speaker", nth=1) == "sohr"
    own = "The Sarvenan Ambulance Association (SAA) came to Syria. SAA said so."
    assert actor_of("SAA", own, "speaker", nth=1) == "named:sarvenan-ambulance-association"
    assert actor_of("SAA", "Some Sarvenan ambulances (SAA) came to Syria. SAA said so.", "speaker", nth=1) == "sy.armed_forces"


def test_acronyms_of_a_report_whose_acronyms_drift_are_not_trusted(actor_of: Resolve, shipped: packs.Packs) -> None:
    text = "In Syria the Syrian Democratic Forces (SDF) met. The SDC came too."
    spans = tuple(Report("r", "r", Source("s", "s"), "", text, "x").span(at, at + 3) for at in (text.index("SDF"),))
    assert actor_of("SDC", text) == "sdc"
    assert actor_of("SDC", text, flags=(Flag("acronym_drift", "", spans),)) is None


def test_pronouns_that_do_not_speak_stay_open(actor_of: Resolve) -> None:
    assert actor_of("he", "Vladimir Putin said so in Syria. Then he fired.") is None
    assert actor_of("us", "In Syria they bombed us.", "recipient") is None


def test_an_actor_the_reader_has_found_is_kept(shipped: packs.Packs) -> None:
    report = Report("r", "r", Source("s", "s"), "", "ISIS fled.", "x")
    span = report.span(0, 4)
    claim = Claim("r", "RETREAT", span, span, roles=(Role("actor", span, "isis.rear"), Role("place", span)))
    assert [role.entity for role in with_actors(report, (claim,), shipped)[0].roles] == ["isis.rear", None]
