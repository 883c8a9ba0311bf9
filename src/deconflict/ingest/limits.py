"""How much of one input is read, so that no single one can exhaust the memory."""

from __future__ import annotations

LONGEST_REPORT = 2_000_000
"""Characters: some 1,000 printed pages. The longest of 709 news articles (FA-KES) has 8,700; what is longer is an archive."""

LARGEST_TEXT = 4 * LONGEST_REPORT + 4
"""Bytes of a text file. No encoding needs more than 4 bytes a character, so a larger one is too long whatever it says."""

LARGEST_PAGE = 20_000_000
"""Bytes of an HTML page, most of them scripts; trafilatura takes no more either (MAX_FILE_SIZE)."""

LARGEST_PIPE = 256_000_000
"""Bytes from standard input, which cannot be read twice and so is kept in memory."""

LONGEST_ROW = 4 * LONGEST_REPORT
"""Characters of one row of a table: a report with all its other cells. A longer one is a quotation mark that never closes."""
