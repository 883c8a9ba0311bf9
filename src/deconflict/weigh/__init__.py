"""How far the voices of an event agree."""

from deconflict.weigh.event import weigh

__all__ = ["weigh"]
