"""Level `frame`: one sentence that says what the reply will do and asserts nothing.

`frames` offers a few whole sentences; the small model only picks the likeliest of them. The
prompt must hold one request and no second, that request must fit a reviewed form from end to
end, and what is copied from it must pass the rules of its slot: else nothing is offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from edge.core.openings import phrases, spans
from edge.core.openings.articles import lacks_article
from edge.core.openings.bank import Bank, Lexicon
from edge.core.openings.banks import BANKS
from edge.core.openings.level import NEVER_OPENED
from edge.core.openings.spelling import respell
from edge.core.sentences import first_sentence_end
from edge.core.verdict import Verdict

MAX_FRAME_CHARS = 160
_MAX_PROMPT_CHARS = 20_000  # longer ones are not looked into
_MAX_PARAGRAPH_CHARS = 700  # longer ones are pasted: they do not ask
_MAX_ASK_CHARS = 220
_MAX_COURTESIES = 12  # and cuts alike: real prompts have a few, "so, so, so" has hundreds
_TEXT_CHARS = 200  # of a prompt beside its ask, for it to bring a text along
_PASSAGE_CHARS = 60  # of a paragraph beside its ask, for it to be what is asked about
_SLOT = re.compile(r"\{(\w+)\}")
_SPACE = re.compile(r"\s+")


def frames(prompt: str, verdict: Verdict) -> tuple[str, ...]:
    """The sentences that may stand above any good answer to `prompt`; none where in doubt."""
    bank = BANKS.get(verdict.language)
    if bank is None or len(prompt) > _MAX_PROMPT_CHARS:
        return ()
    if verdict.unsafe or verdict.asks_format or verdict.task in NEVER_OPENED:
        return ()
    ask = _single_ask(list(_sentences(prompt)), bank)
    if ask is None:
        return ()
    brings_text = len(prompt) - len(ask) > _TEXT_CHARS
    core = _core(ask, bank)
    # Asked above a passage, a question wants the few words that answer it there.
    closed = bank.questions.match(core) is not None and _stands_by_passage(prompt, ask)
    otherwise: tuple[str, ...] = ()
    for form, found in bank.matches(core):
        if form.tasks and verdict.task not in form.tasks:
            continue
        if (form.needs_text and not brings_text) or (closed and not form.needs_text):
            continue
        filled = _filled(found, bank)
        if filled is None:
            continue
        said = tuple(dict.fromkeys(_say(form.says, filled, bank)))
        if said:
            return _vary(said, form.says, core)
        otherwise = otherwise or form.otherwise
    return _vary(otherwise, otherwise, core)


def _vary(said: tuple[str, ...], templates: tuple[str, ...], core: str) -> tuple[str, ...]:
    """One of several fixed sentences, by the ask: the likeliest would be the same every time."""
    if said != templates or len(said) < 2:
        return said
    return (said[sum(map(ord, core)) % len(said)],)


def _filled(found: Mapping[str, str], bank: Bank) -> Mapping[str, str] | None:
    """What to say for the slots of a form, if all of them pass, said or not."""
    filled: dict[str, str] = {}
    for slot, span in found.items():
        said = bank.phrase(slot, span) if slot in bank.groups else _fill(slot, span, bank)
        if said is None:
            return None
        filled[slot] = said
    for name, table in bank.inflections.items():
        slot = name.partition("_")[0]
        if slot in filled:
            filled[name] = table[filled[slot]]
    return filled if _are_alike(filled, bank) else None


def _say(templates: tuple[str, ...], filled: Mapping[str, str], bank: Bank) -> Iterator[str]:
    for template in templates:
        sentence = _sentence(template, filled, bank)
        if sentence and len(sentence) <= MAX_FRAME_CHARS and not _is_clumsy(sentence, bank):
            yield sentence


def _sentence(template: str, filled: Mapping[str, str], bank: Bank) -> str | None:
    said: dict[str, str] = {}
    for slot in _SLOT.findall(template):
        words = _spell(slot, filled[slot], bank)
        if words is None:
            return None
        said[slot] = words
    return _SLOT.sub(lambda slot: said[slot[1]], template)


def _spell(slot: str, words: str, bank: Bank) -> str | None:
    """The words as they are printed; None if the asker's spelling is not to be trusted."""
    ours = slot in bank.groups or slot in bank.inflections
    if ours or not isinstance(bank.lexicon, Lexicon):
        return words
    return respell(words, bank.lexicon.vocabulary)


def _is_clumsy(sentence: str, bank: Bank) -> bool:
    lexicon = bank.lexicon
    if lexicon.clumsy.search(sentence):
        return True
    return isinstance(lexicon, Lexicon) and lacks_article(sentence, lexicon)


def _fill(slot: str, span: str, bank: Bank) -> str | None:
    if isinstance(bank.lexicon, Lexicon):
        return spans.fill(slot, span, bank.lexicon)
    return phrases.fill(slot, span, bank.lexicon)


def _are_alike(filled: Mapping[str, str], bank: Bank) -> bool:
    """Whether two things are just two, and named alike: not "a red and white wine"."""
    if "thing2" not in filled:
        return True
    lexicon = bank.lexicon
    if not isinstance(lexicon, Lexicon):
        return phrases.are_alike(filled["thing"], filled["thing2"], lexicon)
    one, other = (filled[slot].lower().split() for slot in ("thing", "thing2"))
    return (
        one != other
        and (one[0] in lexicon.indefinite) == (other[0] in lexicon.indefinite)
        and not lexicon.joins.intersection(one + other)
    )


# -- the request in a prompt -------------------------------------------------


def _single_ask(sentences: list[str], bank: Bank) -> str | None:
    """The one sentence that asks for something; None if there is none, or more than one."""
    if any(map(bank.untouchable.search, sentences)):
        return None
    asks = [s for s in sentences if bank.asks.match(s) and not bank.aside.match(s)]
    if not asks and len(sentences) == 1:
        asks = sentences
    if len(asks) != 1 or len(asks[0]) > _MAX_ASK_CHARS or asks[0].isupper():
        return None
    return asks[0]


def _sentences(prompt: str) -> Iterator[str]:
    """Of the first and the last paragraph, unless they are so long that they were pasted."""
    paragraphs = [line for line in map(str.strip, prompt.splitlines()) if line]
    for paragraph in dict.fromkeys(paragraphs[:1] + paragraphs[-1:]):
        rest = paragraph if len(paragraph) <= _MAX_PARAGRAPH_CHARS else ""
        while rest:
            end = first_sentence_end(rest, final=True) or len(rest)
            yield rest[:end]
            rest = rest[end:].strip()


def _stands_by_passage(prompt: str, ask: str) -> bool:
    """Whether a paragraph without the ask is long enough to hold the answer."""
    return any(
        len(line) >= _PASSAGE_CHARS and ask not in line
        for line in map(str.strip, prompt.splitlines())
    )


def _core(ask: str, bank: Bank) -> str:
    """The ask without its courtesies, contractions written out."""
    core = _SPACE.sub(" ", ask)
    for _ in range(_MAX_COURTESIES):
        before = core
        courtesy = bank.polite_start.match(core)
        core = bank.polite_end.sub("", core[courtesy.end() :] if courtesy else core)
        for pattern, replacement in bank.spellings:
            core = pattern.sub(replacement, core)
        if core == before:
            break
    return core
