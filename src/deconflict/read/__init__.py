"""Step 3, read: sentences to claims."""

from deconflict.read.reader import DEFAULT, FALLBACK, READERS, Reader, missing
from deconflict.read.rules import RuleReader

__all__ = ["DEFAULT", "FALLBACK", "READERS", "Reader", "RuleReader", "missing"]
