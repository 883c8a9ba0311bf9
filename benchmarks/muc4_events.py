"""MUC-4's third test set: whole incidents, of a hundred messages from Latin America around 1990, in capital letters.

Fillers of five roles by CEAF-RME phi 3 (`ceaf`), types of incidents, and numbers of killed and wounded people above one. The keys
are read as the published figures read them (`muc4`), claims become incidents by a plain mapping (`incidents`). No reader is tuned
on these messages. IterX (Chen et al., EACL 2023), trained on the 1,300 messages of the development set, gets about .43 over this
and a fourth set; on this set alone the outputs of its four models that are published score .385 to .431.
`dev_people_`: what the claims of people make through the same mapping, on 82 messages of the development set, none of these.
What MUC-4 leaves out and the mapping does not: attacks of soldiers on soldiers, what lies months back, and what is named only in
general. So the reader's claims about such events count as wrong here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks import annotated, ceaf, default_reader
from benchmarks.ceaf import Agreement
from benchmarks.incidents import UNREAL, incidents
from benchmarks.matching import best_total
from benchmarks.muc4 import EFFECTS, ROLES, Template, Toll, keys, messages
from deconflict.read.reader import Reader
from deconflict.record import Claim, Count

Read = Sequence[tuple[Sequence[Template], Sequence[Claim]]]
"""Of each message the incidents of its key and the claims read."""
Number = tuple[int, str]
"""A number of people, and what befell them."""
ALL = tuple(ROLES.values())


def measure(data: Path) -> dict[str, float]:
    """Figures by name of the default reader on the set in `data`."""
    texts = messages(data / "tst3" / "tst3-muc4")
    found = figures(read(texts, keys(data / "tst3" / "key-tst3.v2", texts), default_reader.reader()))
    return found | {"dev_people_ceaf_rme_phi3_f1": by_people(data)}


def read(texts: Mapping[str, str], gold: Mapping[str, Sequence[Template]], reader: Reader) -> Read:
    """What `reader` reads in each message, beside its key."""
    return [(gold[message], default_reader.claims_in(text, message, reader)) for message, text in texts.items()]


def figures(messages: Read) -> dict[str, float]:
    """Shares 0..1, and how many incidents there are and were read."""
    documents = [(gold, incidents(claims)) for gold, claims in messages]
    kinds = ceaf.types(documents)
    return {
        **_named("ceaf_rme_phi3", ceaf.fillers(documents, ALL)),
        **{f"{role}_f1".lower(): ceaf.fillers(documents, [role]).f1 for role in ALL},
        **_named("incident_type", kinds),
        **_named("number", numbers(messages, with_effect=False)),
        **_named("number_and_effect", numbers(messages, with_effect=True)),
        "incidents_in_keys": float(kinds.gold),
        "incidents_read": float(kinds.read),
    }


def by_people(data: Path) -> float:
    """F1 of fillers that the claims of people give in the annotated messages of the development set: no reading, only mapping."""
    known = {report.id.partition(":")[2]: (report.text, claims) for report, claims in annotated.reports(data.parent, "muc4")}
    texts = {message: text for message, (text, _) in known.items()}
    gold: dict[str, list[Template]] = {message: [] for message in texts}
    for path in sorted((data / "dev").glob("key-dev-*")):
        for message, templates in keys(path, texts).items():
            gold[message] += templates
    return ceaf.fillers([(gold[message], incidents(claims)) for message, (_, claims) in known.items()], ALL).f1


def numbers(messages: Read, *, with_effect: bool) -> Agreement:
    """Numbers of killed and wounded that agree, each of a message once, whatever incident they belong to."""
    right = gold = found = 0
    for templates, claims in messages:
        known = list(dict.fromkeys(toll for template in templates for toll in template.tolls))
        said = _said(claims, with_effect)
        right += best_total([[int(_agree(toll, number, with_effect)) for toll in known] for number in said])
        gold, found = gold + len(known), found + len(said)
    return Agreement(right, gold, found)


def _said(claims: Iterable[Claim], with_effect: bool) -> list[Number]:
    """The numbers above one, each with its outcome once; without effects, each number once."""
    counts = [count for claim in claims if claim.status not in UNREAL for count in claim.counts if count.what in EFFECTS.values()]
    said = ((_number(count), count.what if with_effect else "") for count in counts)
    return list(dict.fromkeys(each for each in said if each[0] > 1))


def _number(count: Count) -> int:
    return (count.low if count.low is not None else count.high) or 0


def _agree(toll: Toll, number: Number, with_effect: bool) -> bool:
    return number[0] in toll.numbers and (not with_effect or number[1] in toll.effects)


def _named(name: str, found: Agreement) -> dict[str, float]:
    return {f"{name}_f1": found.f1, f"{name}_precision": found.precision, f"{name}_recall": found.recall}
