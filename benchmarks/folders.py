"""Where the corpora and the annotated development set lie."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent


def corpora() -> Path:
    """The corpora's folder: DECONFLICT_DATA, else `../shared/corpora` beside the project."""
    return Path(os.environ.get("DECONFLICT_DATA", ROOT.parent / "shared" / "corpora"))


def annotation() -> Path:
    """The annotation's folder, beside the corpora."""
    return corpora().parent / "annotation"
