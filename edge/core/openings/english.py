"""The English bank of frames, to be read top to bottom by whoever reviews them.

An opening stands above an answer that knows nothing of it, so each form must be true and
natural whatever that answer says: it may ask back, correct the question, or say that no such
thing exists. Hence "Let's look at the best ways to ..." and not "Here are the best ways to ...",
no "Sure", no praise, and nothing about what is or is not so. "Here is" is kept for what is made
to order: a poem, ideas, a summary of a text that lies there.

The first form that yields anything decides, so the particular stand before the general: those
that say much of the prompt back first, those that say nothing of it (`english_rests.py`) last.
Where a form fits but a word in it is
misspelt, and no later form yields anything, a fixed sentence of its kind is said.
"""

from __future__ import annotations

from edge.core.openings import english_asks
from edge.core.openings.bank import Bank, otherwise
from edge.core.openings.english_deeds import DEEDS
from edge.core.openings.english_groups import GROUPS, INFLECTIONS
from edge.core.openings.english_orders import LISTS, ORDERS
from edge.core.openings.english_questions import QUESTIONS
from edge.core.openings.english_rests import RESTS
from edge.core.openings.english_selves import SELVES
from edge.core.openings.english_terms import TERMS
from edge.core.openings.english_texts import TEXTS
from edge.core.openings.english_topics import TOPICS
from edge.core.openings.english_words import LEXICON

_LOOKED_AT = ("Let's take a closer look at this.",)
_DONE = ("Let's go through this step by step.", "Let's walk through this step by step.")
_ASKED = (
    "Let's take a closer look at this question.",
    "Let's take a look at this question together.",
)

ENGLISH = Bank(
    lexicon=LEXICON,
    forms=TEXTS
    + SELVES
    + otherwise(TERMS, *_LOOKED_AT)
    + otherwise(DEEDS, *_DONE)
    + ORDERS
    + otherwise(LISTS, *_LOOKED_AT)
    + otherwise(TOPICS, *_LOOKED_AT)
    + otherwise(QUESTIONS, *_ASKED)
    + RESTS,
    groups=GROUPS,
    inflections=INFLECTIONS,
    spellings=english_asks.SPELLINGS,
    polite_start=english_asks.POLITE_START,
    polite_end=english_asks.POLITE_END,
    asks=english_asks.ASKS,
    aside=english_asks.ASIDE,
    questions=english_asks.QUESTIONS,
    untouchable=english_asks.UNTOUCHABLE,
)
