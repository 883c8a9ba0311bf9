"""Which claims speak of one event, and why."""

from deconflict.merge.clusters import clusters
from deconflict.merge.link import link

__all__ = ["clusters", "link"]
