"""Whom reports name and no pack knows: shown by the name as most claims spell it, until a pack knows it."""

from __future__ import annotations

from deconflict.packs import Packs
from deconflict.packs.provisional import with_provisional
from deconflict.record import Attribution, Claim, Entity, Role, Span

ADA = "named:ada-oskenby"


def claim(*words: str, actor: str = ADA) -> Claim:
    """A claim by speakers of that id, in these words."""
    none = Span(0, 0, "")
    spans = [Span(0, len(each), each) for each in words]
    return Claim("r", "ASSAULT", none, none, attribution=tuple(Attribution(span, entity=actor) for span in spans))


def test_a_provisional_actor_has_the_full_name_that_most_claims_give_it() -> None:
    known = with_provisional(Packs(), [claim("Oskenby", "Oskenby", "Ada al-Oskenby", "Ada Oskenby", "Ada al-Oskenby")])
    assert known.entity(ADA) == Entity(ADA, "Ada al-Oskenby", "unknown", provisional=True)
    surname = with_provisional(Packs(), [claim("Oskenby")]).entity(ADA)
    assert surname is not None
    assert surname.name == "Ada Oskenby"


def test_a_pack_that_has_come_to_know_the_name_takes_it_over() -> None:
    ada = Entity("lune.osk", "Ada Oskenby", "person", "crown")
    packs = Packs(entities={ada.id: ada}, actor_names={"ada oskenby": (ada.id,)})
    assert with_provisional(packs, [claim("Oskenby")]).entity(ADA) == ada


def test_a_name_that_two_actors_bear_or_a_common_noun_stays_provisional() -> None:
    one, two = Entity("a", "Ada Oskenby", "person"), Entity("b", "Ada Oskenby", "person")
    noun = Entity("c", "hill men", "generic")
    packs = Packs(entities={"a": one, "b": two, "c": noun}, actor_names={"ada oskenby": ("a", "b"), "hill men": ("c",)})
    known = with_provisional(packs, [claim("Ada Oskenby"), claim("Hill Men", actor="named:hill-men")])
    assert [entity.provisional for actor in (ADA, "named:hill-men") if (entity := known.entity(actor))] == [True, True]


def test_other_ids_and_roles_without_any_change_nothing() -> None:
    packs = Packs(entities={"lune": Entity("lune", "Lune", "state")})
    span = Span(0, 4, "Lune")
    plain = Claim("r", "ASSAULT", span, span, roles=(Role("actor", span, "lune"), Role("recipient", span)))
    assert with_provisional(packs, [plain]) is packs
