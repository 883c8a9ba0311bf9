"""Where a record is kept: one SQLite file.

with create_record(path) as store:
    store.keep(reading, input, method)
    for event in store.events(): ...
"""

from deconflict.store.knowledge import Knowledge
from deconflict.store.sqlite import check_place, create_record, open_record
from deconflict.store.store import Kept, Store

__all__ = ["Kept", "Knowledge", "Store", "check_place", "create_record", "open_record"]
