"""Whether a sentence has lost an article, or a plural: "use *coffee mug*", "six *different way*".

A frame says the asker's words back, and his slips with them. The commonest is a noun that wants
an article and has none. Nothing is parsed: where a phrase ends in a noun that is known to want
one (`Lexicon.counted`), the words before it are walked back to the nearest small word. If nothing
on the way determines the noun, the sentence is better left unsaid.
"""

from __future__ import annotations

from edge.core.openings.bank import Lexicon

_FAR = 5  # words that one phrase may have before its noun
_SIGNS = "\"'(),.:"
_END = ""


def lacks_article(sentence: str, lexicon: Lexicon) -> bool:
    """Whether some noun stands without its article, or with a capital that it should not have."""
    words = sentence.split()
    bare = [word.strip(_SIGNS).lower() for word in words]
    return any(
        not _is_part_of_name(words, at)
        and (_is_raised(words, at, lexicon) or _lacks(words, bare, at, lexicon))
        for at in range(len(words))
    )


def _is_raised(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether it is a common noun with a capital of its own: "have *Kids*"."""
    noun = words[at].strip(_SIGNS).lower().removesuffix("s")
    return at > 0 and words[at].istitle() and noun in lexicon.counted


def _lacks(words: list[str], bare: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether it ends its phrase, wants an article, and has none."""
    after = bare[at + 1] if at + 1 < len(bare) else _END
    return (
        bare[at] in lexicon.counted
        and (words[at][-1] in _SIGNS or after in lexicon.closes_phrase)
        and _is_bare(words[max(at - _FAR, 0) : at], after, lexicon)
    )


def _is_part_of_name(words: list[str], at: int) -> bool:
    """Whether a capital stands there, and another beside it: "the Central *Bank*"."""
    beside = words[at - 1 : at] + words[at + 1 : at + 2]
    return words[at].istitle() and any(word[0].isupper() for word in beside)


def _is_bare(before: list[str], after: str, lexicon: Lexicon) -> bool:
    """Whether nothing in the phrase between a small word and its noun determines that noun."""
    alone = True  # nothing between
    kind = ""
    for word in reversed(before):
        small = word.strip(_SIGNS).lower()
        if word[-1] in ",)" or small in lexicon.determiners or lexicon.possessive.fullmatch(small):
            return False
        if small in lexicon.opens_verb:  # the next word is a verb: "how to *house* a guest"
            return not alone
        if small in lexicon.picks:  # "which *airport* to use", but "what *airport* is"
            return after in lexicon.verbs
        if kind == "of":
            return small not in lexicon.kinds  # "a kind of *car*"
        if small == "of":
            kind = small
            continue
        if small in lexicon.closes_phrase and small not in lexicon.joins:
            return small not in lexicon.bares
        if alone and lexicon.plural.fullmatch(small):
            return False  # "do penguins *hunt*"
        alone = False
    return kind == "of"
