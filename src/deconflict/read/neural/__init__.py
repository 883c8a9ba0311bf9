"""The neural reader: one small encoder that finds what a sentence tells and ties it together."""

from deconflict.read.neural.neural_reader import NeuralReader

__all__ = ["NeuralReader"]
