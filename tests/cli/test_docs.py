"""The command reference is what the commands say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from deconflict.cli import main

DOCS = Path(__file__).parents[2] / "docs"


def test_the_command_reference_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == generate.commands(), "run `make docs`"


def test_every_command_and_option_says_what_it_does() -> None:
    for name, command in main.commands.items():
        assert command.help, name
        for parameter in command.params:
            assert parameter.param_type_name == "argument" or getattr(parameter, "help", None), (name, parameter.name)
