"""Reading by rule: words, lexicons, numbers and a shallow grammar between them."""

from deconflict.read.rules.rule_reader import RuleReader

__all__ = ["RuleReader"]
