"""Step 3, read: sentences to claims."""

from deconflict.read.reader import READERS, Reader
from deconflict.read.rules import RuleReader

__all__ = ["READERS", "Reader", "RuleReader"]
