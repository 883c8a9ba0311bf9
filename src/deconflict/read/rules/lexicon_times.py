"""Words that tell time."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag

FULL_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
DAYS = rf"(?:{FULL_DAYS})s?|mon|tues|wed|thurs|fri"
"""With the s of a genitive whose apostrophe a table has lost ("Mondays attack")."""
FULL_MONTHS = "january|february|march|april|june|july|august|september|october|november|december"
"""Those that with "in" alone are a time; "may" alone is mostly a verb."""
MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|"
    "sept|sep|oct|nov|dec"
)
PARTS = "morning|afternoon|evening|night|dawn|noon|midday|midnight|day|predawn"
UNITS = "day|days|week|weeks|month|months|year|years|hour|hours"
SEASONS = "spring|summer|autumn|winter"

WARS = (
    "war|conflict|uprising|crisis|revolution|revolt|unrest|rebellion|insurgency|fighting|violence|hostilities|turmoil|bloodshed"
)
"""What a whole war is called."""
CAMPAIGNS = (
    "offensive|operation|operations|campaign|intervention|siege|battle|truce|ceasefire|cease-fire|raids|strikes|airstrikes|"
    "attack|attacks|assault|year|month|week|day"
)
"""What else has a beginning that is counted from."""
BEGAN = "began|begun|flared|flared up|started|starting|erupted|broke out|launched|intervened|entered|joined|seized|captured|took"

TIME_WORDS = (
    bag("""
    mon tues wed thurs fri yesterday today tonight overnight night last this next past previous same since recent weekend that
    following before
""")
    | frozenset(f"{FULL_DAYS}|{MONTHS}|{UNITS}|{SEASONS}".split("|"))
    | {day + "s" for day in FULL_DAYS.split("|")}
)
"""A sentence without any of them, any year and any "six-year" tells no time."""
PAST_WORDS = bag("""
    since years year decade ago previously past recent months usually regularly frequently routinely sporadically repeatedly far
    locked gripped mired ravaged wracked torn devastated embroiled earlier
""") | frozenset(WARS.split("|"))
"""A sentence without any of them and any year tells nothing of what came before the news."""
