"""Bodies every state has - government, armed forces, ministries - named by rule and not row by row."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from deconflict.record import Entity


class Body(msgspec.Struct, frozen=True):
    """A kind of body: "armed forces". Together with a state it is an actor: id "tr.armed_forces", "Turkey: armed forces"."""

    id: str
    name: str
    kind: str
    part_of: str | None

    def of(self, state: Entity) -> Entity:
        """That body of that state; it stands on the state's side."""
        whole = f"{state.id}.{self.part_of}" if self.part_of else state.id
        return Entity(
            f"{state.id}.{self.id}", f"{state.name}: {self.name}", self.kind, state.side, state.country, whole, state.pack
        )


def split_id(actor: str) -> tuple[str, str]:
    """State and body of "tr.armed_forces"; empty strings if it is no such id."""
    state, _, body = actor.rpartition(".")
    return state, body


def state_and_body(folded: str, demonyms: Mapping[str, str], body_words: Mapping[str, str]) -> tuple[str, str] | None:
    """Ids of state and body in folded words: "turkish army", "army of turkey", "army of the turkish republic" not."""
    words = folded.split()
    for cut in range(1, len(words)):
        state, body = demonyms.get(" ".join(words[:cut])), body_words.get(" ".join(words[cut:]))
        if state and body:
            return state, body
    body_name, of, state_name = folded.partition(" of ")
    state, body = demonyms.get(state_name.removeprefix("the ")), body_words.get(body_name)
    return (state, body) if of and state and body else None
