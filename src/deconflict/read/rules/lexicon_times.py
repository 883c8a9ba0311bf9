"""Words that tell time."""

from __future__ import annotations

DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|wed|thurs|fri"
FULL_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
"""Those that with "in" alone are a time; "may" alone is mostly a verb."""
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|"
    "sept|sep|oct|nov|dec"
)
PARTS = "morning|afternoon|evening|night|dawn|noon|midnight|day|predawn"
UNITS = "day|days|week|weeks|month|months|year|years|hour|hours"
SEASONS = "spring|summer|autumn|winter"
