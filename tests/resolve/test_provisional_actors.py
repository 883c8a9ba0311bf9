"""Who is named and known to no pack gets an id made of the name; what two reports may mean differently gets none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from deconflict import packs
from deconflict.record import Attribution, Claim, Flag, Report, Role, Source
from deconflict.resolve import Gazetteer
from deconflict.resolve.actors import with_actors

Resolve = Callable[..., "list[str | None]"]


@pytest.fixture(scope="module")
def shipped() -> packs.Packs:
    return packs.load(packs.SHIPPED)


@pytest.fixture
def ids_of(shipped: packs.Packs, gazetteer: Gazetteer) -> Resolve:
    """The ids of words in a text, each found behind the one before: speakers, or players of a role."""

    def resolve(text: str, *words: str, role: str = "speaker", flags: tuple[Flag, ...] = ()) -> list[str | None]:
        report, claims, start = Report("r", "r", Source("s", "s"), "", text, "x", flags=flags), [], 0
        for each in words:
            start = text.index(each, start)
            span = report.span(start, start + len(each))
            start += len(each)
            speaks = role == "speaker"
            claims.append(
                Claim(
                    "r", "ASSAULT", span, span,
                    roles=() if speaks else (Role(role, span),),  # type: ignore[arg-type]
                    attribution=(Attribution(span),) if speaks else (),
                )
            )  # fmt: skip
        found = with_actors(report, tuple(claims), shipped, gazetteer)
        return [each.entity for claim in found for each in (*claim.roles, *claim.attribution)]

    return resolve


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Ada Oskenby", "named:ada-oskenby"),
        ("activist Ada al-Oskenby", "named:ada-oskenby"),
        ("Sheikh Ada bin Oskenby", "named:ada-bin-oskenby"),
        ("Ada Oskenby a teacher from the hills", "named:ada-oskenby"),
        ("Abu Oske al-Dorrini", "named:abu-oske-dorrini"),
        ("Dorrin Relief Command", "named:dorrin-relief-command"),
        ("the Council of Dorrin Elders", "named:council-of-dorrin-elders"),
    ],
)
def test_a_full_name_is_the_same_actor_in_every_report(ids_of: Resolve, words: str, id_: str) -> None:
    assert ids_of(f"{words} said so.", words) == [id_]
    assert ids_of(f"Shells fell. So said {words}. It rained.", words) == [id_]


@pytest.mark.parametrize(
    "words",
    [
        "Oskenby",  # a surname
        "Abu Oske",  # a byname
        "Abdel Oske",  # half a surname
        "Video Footage",
        "Local Sources",
        "Oske Hospital",
        "Grand Port",  # a town of the gazetteer
        "Monday Oskenby",
        "Foreign Ministry",  # every state has one
        "Relief Command",
        "ADA OSKENBY",
        "Ministry of Osk",
        "Dorrin News Agency Feb",
        "Ada al-",
        "Barack Obamo",  # a known name, misspelled
        "Silently Slaughtered",  # part of one
        "Ada Oskenby MSFs",  # two, joined by a lost comma
        "residents Ada Oskenby met in the town",
    ],
)
def test_what_two_reports_may_mean_differently_gets_no_id(ids_of: Resolve, words: str) -> None:
    (found,) = ids_of(f"{words} said so.", words)
    assert not (found or "").startswith("named:")


def test_a_surname_is_the_one_person_of_that_surname_whom_the_report_names_in_full(ids_of: Resolve) -> None:
    one = "Ada Oskenby said so. Oskenby added more."
    assert ids_of(one, "Ada Oskenby", "Oskenby") == ["named:ada-oskenby"] * 2
    two = "Ada Oskenby said so. Ida Oskenby said no. Oskenby added more."
    assert ids_of(two, "Ada Oskenby", "Ida Oskenby", "Oskenby")[2] is None


def test_a_part_of_the_only_longer_name_of_the_report_is_that_name(ids_of: Resolve) -> None:
    text = "Ada Oskenby al-Dorrin said so. Oskenby al-Dorrin went on. Dorrin added more."
    assert ids_of(text, "Ada Oskenby al-Dorrin", "Oskenby al-Dorrin", "Dorrin") == ["named:ada-oskenby-dorrin"] * 3
    two = "Ada Oskenby Marl said so. Ada Oskenby Hane said no. Ada Oskenby went on."
    assert ids_of(two, "Ada Oskenby Marl", "Ada Oskenby Hane", "Ada Oskenby")[2] == "named:ada-oskenby"


def test_who_acts_or_is_hit_is_a_person_only_if_a_title_says_so(ids_of: Resolve) -> None:
    assert ids_of("They shot Lieutenant Ada Oskenby.", "Ada Oskenby", role="recipient") == ["named:ada-oskenby"]
    assert ids_of("They shelled Ada Oskenby.", "Ada Oskenby", role="recipient") == [None]
    assert ids_of("Dorrin Hill Brigade attacked.", "Dorrin Hill Brigade", role="actor") == ["named:dorrin-hill-brigade"]


def test_a_name_that_may_go_on_behind_its_words_is_left_alone(ids_of: Resolve) -> None:
    assert ids_of("Liwa Oske al-Dorrin attacked.", "Liwa Oske", role="actor") == [None]
    assert ids_of("Liwa Oske attacked.", "Liwa Oske", role="actor") == ["named:liwa-oske"]


def test_names_of_a_report_whose_names_drift_are_not_guessed(ids_of: Resolve) -> None:
    assert ids_of("Ada Oskenby said so.", "Ada Oskenby", flags=(Flag("garbled_names", "", ()),)) == [None]
