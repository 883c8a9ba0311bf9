"""Step 2: blocks and sentences of a report."""

from deconflict.segment.segmenting import segment

__all__ = ["segment"]
