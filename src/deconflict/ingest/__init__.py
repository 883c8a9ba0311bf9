"""Step 1, ingest: files, tables and pages become reports, each text fixed for ever."""

from deconflict.ingest.intake import inputs
from deconflict.ingest.options import ColumnRole, IngestOptions
from deconflict.ingest.reports import report_of, with_language

__all__ = ["ColumnRole", "IngestOptions", "inputs", "report_of", "with_language"]
