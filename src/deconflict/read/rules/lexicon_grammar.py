"""Small closed classes of English words."""

from __future__ import annotations

from deconflict.read.rules.lexicon import bag

ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "such"})
AUXILIARIES = bag("""
    is are was were be been being has have had having got get gets will would may might could can must should also
    reportedly confirmed reported believed feared thought allegedly apparently already since later all still now to not
    never instantly immediately so far least either estimated known presumed to brutally publicly begun started
""")
"""Words that may stand between a subject and its participle."""

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "got", "have", "has", "had", "get"})
PREPOSITIONS = bag("""
    in at near on by from with after during since when as over for against around inside outside across under amid
    following through into between before while including among throughout within per because due along until towards
    toward to of off about upon without via
""")
SUBORDINATORS = frozenset(
    {"when", "while", "because", "where", "whereas", "if", "although", "though", "as", "after", "before", "but"}
)
COORDINATORS = frozenset({"and", "or", "plus", "as well as", "&", ",", "along", "besides", "nor"})
STOPS = frozenset({".", ";", ":", "!", "?", "—", "–", "(", ")", "|", "•"})
QUOTES = frozenset({'"', "“", "”", "«", "»", "``", "''"})
PRONOUNS = frozenset({"he", "she", "it", "they", "him", "her", "them", "who", "which", "that", "we", "i", "you", "us", "whom"})
VERBS = bag("""
    said says say saying told tells reported reports added adds stated states claimed claims announced confirmed attacked
    attack attacks launched launches launch carried carry fired fires fire hit hits struck targeted targets shelled bombed
    detonated blew exploded seized captured took takes take entered stormed advanced fought fights fight denied denies
    accused accuses blamed blames warned warns called calls urged urges continued continues began begins started starts
    used uses made makes came comes went goes left leaves led leads held holds include includes included remain remains
    remained want wants wanted gave gives support supports supported killed wounded injured destroyed arrested kidnapped
    control controls controlled live lives lived joined join need needs needed received receive demanded face faces faced
    backed crossed arrived managed tried participated operate operated became become belong belonged work worked had
""")
"""Finite verbs that end a subject's reach."""

NEGATIONS = frozenset({"no", "not", "never", "neither", "nor", "without", "nobody", "none", "cannot", "n't"})
FUNCTION = ARTICLES | AUXILIARIES | PREPOSITIONS | COORDINATORS | STOPS | QUOTES | PRONOUNS | NEGATIONS
