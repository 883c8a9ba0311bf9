"""The neural reader: one small encoder that finds what a sentence tells and ties it together."""

from deconflict.read.neural.shipped import shipped_reader

__all__ = ["shipped_reader"]
