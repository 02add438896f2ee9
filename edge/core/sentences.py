"""Where a sentence ends, in text that is still arriving.

An end that was found is shown, and cannot be taken back: so an end is only one when no text
to come could move it. A full stop behind a plain word waits for white space; any other one, and
`!` and `?`, for the next visible character (`3.` may become `3.14`, `approx. ` goes on in lower
case, an emoji belongs to the sentence before it); behind what may be an abbreviation for the
next whole word; a CJK stop for any character at all.

    text ──► a fence, a table: whole, over when it is over
         └─► prose: by its line break at the latest. Inside code, brackets and quotes nothing ends.

Where in doubt an end is not one: two sentences shown at once do no harm, half of one does. The
wait has a bound all the same: behind `HOLD_CHARS` the sentence is cut where a reader breathes.
"""

from __future__ import annotations

import re
import unicodedata

# A sentence with no end within so many characters is cut in its second half: at the last
# end inside brackets or quotes, else the last clause, word or character. The longest of 651 first
# sentences by GPT-4 has 210.
HOLD_CHARS = 280

_EMOJI = "\u2600-\u27bf\u2b50\u2b55\U0001f000-\U0001faff"
_WIDE = "。！？｡؟۔।॥។။።፧"  # need no white space behind them
_STOPS = f".!?…{_WIDE}\u037e։"
_PAIRS = {
    "(": ")",
    "[": "]",
    "“": "”",
    "„": "“”",
    "«": "»",
    '"': '"',
    "（": "）",
    "「": "」",
    "『": "』",
}
_OPENERS = "\"'“‘„«»‹([{（「『【《¿¡*_—–-"

_MARK = re.compile(
    rf"(?P<stop>[{_STOPS}]+"
    r"|(?<=[\u0370-\u03ff\u1f00-\u1fff]);"  # Greek asks with what looks like a semicolon
    r"|(?<=[\u0531-\u0587]):"  # Armenian ends with what looks like a colon
    r"|(?:ครับ|ค่ะ)(?=\s))"  # Thai has no stop, but words that only end a sentence
    r"|(?P<line>\n)|(?P<code>`+)"
    rf"|[{re.escape(''.join(_PAIRS) + ''.join(_PAIRS.values()))}]"
)
_CLOSERS = re.compile(  # among them a source cited: [1]
    r"(?:[\"'”“’»«›)\]}*_」』）】》]|\[\d{1,3}\])*"
)
_SPACED = re.compile("[ \u00a0\u202f]»")
_CITING = re.compile(r"\[\d{0,3}\Z")
_EMOJI_TAIL = re.compile(rf"(?:[ \t]*[{_EMOJI}][\ufe0f\u200d]*)*")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_SPOKEN = re.compile("[、，\u3041-\u309f]")  # 「はい。」と言う: behind the quote it goes on
_FENCE = re.compile(r"(`{3,}|~{3,})(?:(?<=`)[^`\n]*|(?<=~)[^\n]*)(\n|\Z)")
_ROWS = re.compile(r"(?:\|[^\n]*\n[ \t]*)+")
_SILENT_LINE = re.compile(  # a rule, a list marker alone: no sentence yet
    rf"(?!```|~~~|\|)(?:[^\w\n{_EMOJI}{_STOPS}]|_)*(?:(?:\d{{1,3}}|[A-Za-z])[.)][*_ \t\r]*)?\n"
)
_CLAUSE = re.compile(r"[,;:،؛](?=\s)|[、，；：]|\s[—–-](?=\s)")

_MARKER = re.compile(r"[#>*_(\s-]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")


def _abbreviations(words: str) -> re.Pattern[str]:
    """Matches one of these, a space allowed behind inner dots, where a text ends in it."""
    either = "|".join(re.escape(word).replace(r"\.", r"\.\s?") for word in words.split())
    return re.compile(rf"(?:^|[^\w./])(?:{either})$", re.IGNORECASE)


# A name, an example or an explanation follows: no end, whatever it looks like.
_GOES_ON = _abbreviations(
    "mr mrs ms messrs dr prof gen col capt lt sgt rev hon mt vs cf e.g i.e viz resp "
    "z.b d.h u.a i.d.r v.a s.o s.u bzw ggf vgl sog evtl inkl zzgl hr fr dipl ing "
    "mme mlle mmes me p.ex c.-à-d env sra srta dña p.ej ej ud uds dra dott dott.ssa ing sig sig.ra "
    "p.es avv bijv d.w.z dhr mevr m.b.v t.o.v v.d o.a exmo exma डॉ"
)
# No end before a number.
_COUNTS = _abbreviations(
    "c no nos nr núm num fig figs eq eqs sec ch vol pp p pg art par abs kap bd s str tel ca circa "
    "approx abt max min avg al ed eds pág págs cap pag ref ver v op "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun"
)
# No end before lower case.
_MAY_GO_ON = _abbreviations("etc usw incl excl est std temp misc ibid orig trad lit ggfs")
# An end only before a word that begins sentences; so are all initials (J., U.S., Ph.D.).
_MAY_END = _abbreviations("inc co corp ltd bros st jr sr ave blvd dept univ assn ph.d a.m p.m")
_INITIAL = re.compile(  # but not a unit: 5 m
    r"(?:^|[\s(\[\"'“‘«*-])(?:(?:[^\W\d_]\.\s?-?)+|(?<!\d\s))[^\W\d_]$"
)
_STARTERS = frozenset(
    "a according after all also an and are as at because before both but by can do each finally "
    "first for from given has have he hence her here his how however i if in is it its let lets "
    "my next no not now of on once one or our she since so some that the their then there "
    "therefore these they this those thus to together we what when where which while who why "
    "will with would yes you your "
    "aber als auch bei da das dann der dies diese dieser ein eine er es für ich ihr man mit nach "
    "sie und was wenn wie wir il elle nous vous ils elles ce cette ces une pour dans ella ellos "
    "esto este esta pero también para questo questa è anche het een zij wij dit dat ele ela isso"
    .split()
)  # fmt: skip
_PLAIN_WORD = re.compile(r"(?:^|[\s(\"'“‘«*_-])[a-zß-öø-ÿ'’]{3,}$")
_ORDINAL = re.compile(
    r"(?:^|\s)(?:am|im|der|dem|den|des|die|das|vom|zum|zur|beim|bis|ab|seit|jede[rsnm]?)\s\d{1,2}$",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:^|\D)\d{1,2}$")
_MONTHS = frozenset(
    "januar jänner februar märz april mai juni juli august september oktober november dezember "
    "jahrhundert jahrhunderts weltkrieg weltkriegs".split()
)


def first_sentence_end(text: str, final: bool = False) -> int | None:
    """Index just behind the first complete sentence, or None while there is none.

    The index lies behind closing quotes, brackets and emoji, before white space; more text
    does not move it. With `final` no more will come: a terminator at the very end counts,
    and there is nothing to wait for, so no bound.
    """
    return sentences_end(text, 1, final)


def sentences_end(text: str, count: int, final: bool = False) -> int | None:
    """Index just behind the `count`-th complete sentence, or None while there are fewer."""
    at = 0
    for _ in range(count):
        end = _next_end(text, at, final)
        if end is None:
            return None
        at = end
    return at


def line_end(text: str) -> int | None:
    """Index of the line break behind the first line that says something."""
    start = _skip(_SPACE, text, 0)
    at = text.find("\n", start)
    return at if at > start else None


def _next_end(text: str, start: int, final: bool) -> int | None:
    start = _skip(_SPACE, text, start)
    is_line_start = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    if is_line_start:
        while (silent := _SILENT_LINE.match(text, start, start + HOLD_CHARS)) is not None:
            start = _skip(_SPACE, text, silent.end())
        if text.startswith("|", start):
            return _table_end(text, start, final)
        if (fence := _FENCE.match(text, start)) is not None:
            return _fence_end(text, fence, final)
    stop = len(text) if final else start + HOLD_CHARS
    return _prose_end(text[start:stop], start, final, is_full=len(text) >= stop and not final)


def _table_end(text: str, start: int, final: bool) -> int | None:
    """Behind the last row: the first line that does not begin with a bar, were it empty."""
    rows = _ROWS.match(text, start)
    if rows is not None and text[rows.end() : rows.end() + 1] not in ("", "|"):
        return len(text[: rows.end()].rstrip())
    return len(text.rstrip()) if final else None


def _fence_end(text: str, opening: re.Match[str], final: bool) -> int | None:
    """Behind the closing fence: a line with nothing but at least as many of the same marks."""
    mark = re.escape(opening[1])
    behind = r"(?=\n|\Z)" if final else r"(?=\n)"  # the rest of its line may hold more
    closing = re.compile(rf"^[ \t]*{mark}{mark[-1]}*[ \t\r]*{behind}", re.MULTILINE)
    found = closing.search(text, opening.end())
    return len(text[: found.end()].rstrip()) if found else None


def _prose_end(text: str, offset: int, final: bool, is_full: bool) -> int | None:
    """Where this one line of prose, found at `offset`, has its first end."""
    open_pairs: list[str] = []
    soft = 0  # the last end inside brackets or quotes
    at = 0
    while (mark := _MARK.search(text, at)) is not None:
        at = mark.end()
        if mark["line"]:
            return offset + len(text[: mark.start()].rstrip())
        if mark["code"]:
            closing = _code_end(text, at, mark["code"])
            if closing is None and not (final or "\n" in text[at:]):
                break  # where the code ends is not known yet
            at = closing or at
        elif mark["stop"]:
            is_plain = not open_pairs and _is_plain(text, mark)
            at = _close_behind(text, at, open_pairs)
            end = at if is_plain else _skip(_EMOJI_TAIL, text, at)
            if is_plain or _is_end(text, mark, at, end, final):
                if not open_pairs or (final and end == len(text)):
                    return offset + end
                soft = end
        elif not _close(open_pairs, mark[0]) and _opens(text, mark):
            open_pairs.append(_PAIRS[mark[0]])
    return offset + _cut(text, soft) if is_full else None


def _code_end(text: str, at: int, ticks: str) -> int | None:
    line = text.find("\n", at)
    closing = re.compile(rf"(?<!`){ticks}(?!`)").search(text, at, len(text) if line < 0 else line)
    return closing.end() if closing else None


def _close_behind(text: str, at: int, open_pairs: list[str]) -> int:
    """Skip the quotes and brackets that close behind a terminator."""
    if open_pairs and open_pairs[-1] == "»" and _SPACED.match(text, at):
        at += 1  # « Fini. »
    end = _skip(_CLOSERS, text, at)
    for char in text[at:end]:
        _close(open_pairs, char)
    return end


def _close(open_pairs: list[str], char: str) -> bool:
    if open_pairs and char in open_pairs[-1]:
        open_pairs.pop()
        return True
    return False


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in '"«':  # not the inches of 5", nor where German »quotes« end
        return not text[: mark.start()][-1:].isalnum()
    return mark[0] in _PAIRS


def _is_end(text: str, stop: re.Match[str], closed: int, end: int, final: bool) -> bool:
    """Whether the sentence is over behind these marks; False as well while it is not known.

    `closed` is behind the quotes and brackets that close, `end` behind the emoji too.
    """
    rest = text[end:]
    if not rest.strip():
        return final or "\n" in rest
    if _CITING.match(rest):
        return final
    if stop[0][-1] in _WIDE:
        is_quote = end == closed > stop.end() and not rest[0].isspace()
        return not (is_quote and (_SPOKEN.match(rest) or text[0] in _OPENERS))
    if not rest[0].isspace() and end == closed:
        return stop[0][-1] in "!?" and _CJK.match(rest) is not None  # else 3.14, example.com
    line = rest.lstrip(" \t\r")
    if line[0] == "\n":
        return True
    following = line.lstrip(_OPENERS + " \t\r\u00a0\u202f")
    if not following or following[0].islower():
        return final and not following
    return stop[0] != "." or _full_stop_ends(text[: stop.start()], following, final)


def _is_plain(text: str, stop: re.Match[str]) -> bool:
    """A word that is no abbreviation, name, number or list marker, a full stop, white space:
    an end whatever follows, so that most sentences are not kept waiting."""
    if stop[0] != "." or not text[stop.end() : stop.end() + 1].isspace():
        return False
    sentence = text[: stop.start()]
    before = sentence[-24:]
    if _PLAIN_WORD.search(before) is None or _MARKER.fullmatch(sentence):
        return False
    return not any(table.search(before) for table in (_GOES_ON, _COUNTS, _MAY_END, _MAY_GO_ON))


def _full_stop_ends(sentence: str, following: str, final: bool) -> bool:
    if _MARKER.fullmatch(sentence):
        return False
    before = sentence[-24:]
    if _GOES_ON.search(before) or _ORDINAL.search(before):
        return False
    if following[0].isdigit() and _COUNTS.search(before):
        return False
    is_day = _DAY.search(before) is not None
    if not is_day and not _INITIAL.search(before) and not _MAY_END.search(before):
        return True
    found = _WORD.match(following)
    if found is None:
        return True
    word = found[0].lower()
    is_whole = final or found.end() < len(following)
    if is_day:
        return word not in _MONTHS if is_whole else not any(m.startswith(word) for m in _MONTHS)
    return is_whole and word in _STARTERS and not following.startswith(".", found.end())


def _cut(text: str, soft: int) -> int:
    """Where a reader breathes, in the second half of a text that is too long."""
    half = len(text) // 2
    if soft > half:
        return soft
    clauses = [clause.end() for clause in _CLAUSE.finditer(text, half)]
    if clauses:
        return clauses[-1]
    at = max(text.rfind(space, half) for space in " \t\u3000")
    if at < 0:
        at = len(text)
        while at > half and (unicodedata.category(text[at - 1])[0] in "MC"):
            at -= 1  # not between a letter and its marks
    return len(text[:at].rstrip())


def _skip(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
