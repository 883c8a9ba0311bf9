"""A "he said" is the person who spoke before, an "it said" the body; whatever comes between leaves it open."""

from __future__ import annotations

import pytest

from deconflict import packs
from deconflict.record import Attribution, Claim, Report, Source
from deconflict.resolve.actors import with_actors


@pytest.fixture(scope="module")
def shipped() -> packs.Packs:
    return packs.load(packs.SHIPPED)


def speaker(pronoun: str, text: str, known: packs.Packs) -> str | None:
    """The id of the last "pronoun" of the text, which speaks."""
    report = Report("r", "r", Source("s", "s"), "", text, "x")
    start = text.rindex(pronoun)
    span = report.span(start, start + len(pronoun))
    (claim,) = with_actors(report, (Claim("r", "ASSAULT", span, span, attribution=(Attribution(span),)),), known)
    return claim.attribution[0].entity


@pytest.mark.parametrize(
    ("pronoun", "text", "actor"),
    [
        ("It", "Five died in Syria, Amnesty International said. It earlier put the toll at three and said so.", "amnesty"),
        ("It", "Five died in Syria, Amnesty International said. It added that two were missing.", "amnesty"),
        ("It", "Human Rights Watch reported on Syria. It has also said that more were missing.", "hrw"),
        ("he", "“We shall stay in Syria”, said Vladimir Putin. “For long”, he added.", "ru.putin"),
        ("he", "Vladimir Putin said so. “More”, he said. “Much more”, he added.", "ru.putin"),
        ("It", "SANA said five died. It said more. It added that it rained.", "sana"),
        ("It", "SANA state news agency reported on Friday. It said five died.", "sana"),
        ("he", "Observatory director Jane Doe told of five dead. Doe said two were missing. Much more, he added.", "sohr"),
    ],
)
def test_a_pronoun_that_speaks_is_who_spoke_before(pronoun: str, text: str, actor: str | None, shipped: packs.Packs) -> None:
    assert speaker(pronoun, text, shipped) == actor


@pytest.mark.parametrize(
    ("pronoun", "text"),
    [
        ("he", "Amnesty International said five died in Syria. Much more, he added."),
        ("It", "Vladimir Putin said five died in Syria. It added more."),
        ("he", "Vladimir Putin said so in Syria. A shopkeeper said no. Much more, he added."),
        ("It", "Amnesty International said so." + " It rained in Syria." * 50 + " It said more."),
        ("It", "Five died, said a man accused by Amnesty International. It added more."),
        ("they", "Amnesty International said so in Syria. Much more, they added."),
    ],
)
def test_a_pronoun_of_another_sort_or_after_somebody_else_stays_open(pronoun: str, text: str, shipped: packs.Packs) -> None:
    assert speaker(pronoun, text, shipped) is None
