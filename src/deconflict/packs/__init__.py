"""What is known about conflicts - actors, places, zones, sources - as data in folders beside this file."""

from deconflict.packs.folding import acronym, fold
from deconflict.packs.load import BUILT_IN, SHIPPED, load
from deconflict.packs.pack import PackPlace, Packs
from deconflict.packs.zones import Zone, feature_of

__all__ = ["BUILT_IN", "SHIPPED", "PackPlace", "Packs", "Zone", "acronym", "feature_of", "fold", "load"]
