"""The neural reader: one small encoder that finds what a sentence tells and ties it together."""

from deconflict.read.neural.shipped import ShippedReader

__all__ = ["ShippedReader"]
