"""What is known about a conflict is in packs: no code names a country at war, its parties, towns or outlets."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import deconflict

SOURCE = Path(deconflict.__file__).parent

NAMES = re.compile(
    r"\b(?:syrias?|syrians?|assads?|damascus|aleppo|idlib|raqqa|isiss?|isils?|daeshs?|hezbollah|hizb[ou]llah|(?:al-)?nusra|ypg|ypj|"
    r"sdf|fsa|pyd|sohr|sana|kurd(?:s|ish)|alawites?|jabhat|jaish|tanf|ghouta|euphrates|salvador(?:ans?)?|fmln|farabundo)\b",
    re.IGNORECASE,
)

WORD_LISTS = frozenset(
    f"read/rules/{name}.py"
    for name in (
        "authors", "background", "causes", "lexicon_actors", "lexicon_people", "lexicon_places", "lexicon_speech", "places",
        "shares", "topics", "words",
    )
) | {
    "resolve/actor_name_words.py", "resolve/actor_own_names.py", "resolve/actor_words.py", "segment/bylines.py",
    "segment/captions.py", "segment/datelines.py",
}  # fmt: skip
"""Word lists of English news that name parties of several wars beside common nouns: how a sentence is taken apart, not who is
who. No file may join them."""


def strings(code: str) -> Iterator[str]:
    """The strings that a program works with: none of its docstrings and comments."""
    tree = ast.parse(code)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def named() -> dict[str, set[str]]:
    """What each file of the program names of a conflict."""
    found = {}
    for file in sorted(SOURCE.rglob("*.py")):
        if names := {name.lower() for text in strings(file.read_text("utf-8")) for name in NAMES.findall(text)}:
            found[file.relative_to(SOURCE).as_posix()] = names
    return found


def test_no_code_outside_word_lists_names_a_conflict() -> None:
    found = named()
    assert found.pop("packs/load.py") == {"syria", "salvador"}  # the names of the packs that ship
    assert set(found) <= WORD_LISTS, {file: names for file, names in found.items() if file not in WORD_LISTS}


def test_names_are_found_in_strings_and_not_in_what_is_written_about_them() -> None:
    assert list(strings('"""About Idlib."""\nCITY = "Idlib"  # near Aleppo\n')) == ["Idlib"]
    assert NAMES.findall("the Syrian town of Idlib") == ["Syrian", "Idlib"]
