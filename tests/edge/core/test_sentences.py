from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.sentences import HOLD_CHARS, first_sentence_end, line_end, sentences_end

# Texts that are still arriving; ¦ stands where the first sentence ends (none: not known yet).
PROSE = """
Hello
Hello.
Hello.¦ World
Hello!¦ World
Really?!¦ Yes
Is it 3.¦ Yes
It is 3.14 units
It is 3.14 units.¦ Yes
See example.com for more
See https://example.com/a?b=c.d.¦ Then
Write to jo.doe@mail.example.org.¦ Then
Open notes.txt. and
Open main.py.¦ Then
Version v1.2.3 is out.¦ Get it
Use Node.js or .NET.¦ Both
An iPhone. iOS runs on it.¦ It
Well... maybe.¦ So
Well...¦ Maybe so
Wait… what?¦ No
Wait…¦ What
"What?" he asked.¦ She
He said "Stop."¦ Then
He said “Stop. Go.”¦ Then
Er sagte: „Halt. Geh.“¦ Dann
Il dit « Stop. »¦ Puis
Il dit « C'est fini. Allez. »¦ Puis
Das »Boot« ist voll.¦ Dann
Er sagt: »Das Boot ist voll.«¦ Dann
(That is all.)¦ Then
It (see above. Or below) works.¦ Then
A 5" pipe.¦ Then
**Bold end.**¦ Then
Great to know.[1]¦ Next
See [a. B](http://x.y).¦ Next
Dr. Smith is in.¦ He
Mr. and Mrs. Jones left.¦ They
J. R. R. Tolkien wrote it.¦ It
The number sold as H.¦ According to it
The number sold as H. Acc
Exit C.¦ The rest
The U.S. Army won.¦ It
See 402 U.S. 637 on it.¦ Then
At 50 km/hr.¦ If he
He lives in the U.S.¦ The rest
Bake at 245 °C.¦ Turn it
It is 5 m.¦ Turn left
Use fruit, e.g. apples.¦ Then
Use fruit, i.e. Apples or so.¦ Then
Apples, pears, etc. are fruit.¦ And
Apples, pears, etc.¦ Then more
Acme Inc. Berlin makes it.¦ It
Acme Inc.¦ They make
On Dec. 25 we rest.¦ Then
See Fig. 3 and No. 5.¦ Then
I say no.¦ Then
Around c. 1450 it began.¦ Then
At 5 p.m. we leave.¦ Then
At 5 p.m. EST we leave.¦ Then
Am 3. Mai ist Wahl.¦ Danach
Montag, 3. Mai, ist Wahl.¦ Danach
Im 19. Jahrhundert war es so.¦ Danach
Es sind 19.¦ Danach
Obst, z. B. Äpfel, bzw. Birnen.¦ Dann
Obst usw.¦ Dann
M. Dupont et Mme. Curie.¦ Ils
La Sra. López y el Sr. Gil.¦ Luego
Il dott. Rossi è qui.¦ Poi
Zie bijv. Amsterdam.¦ Dan
O Sr. Silva e a Dra. Lima.¦ Depois
¿Qué tal?¦ ¿Bien?
¿Qué? ¿cómo?¦ Bien
— Bonjour ! — dit-il.¦ Puis
Run `a. B` now.¦ Then
Run `a. B
Run ``a` b. C`` now.¦ Then
Τι κάνεις;¦ Καλά
Բարեւ ձեզ։¦ Ինչպես
Բարեւ ձեզ:¦ Ինչպես
你好。¦我是
你好！
你好!¦再见
我……不知道。¦好
“你好。”他说。¦好
他说：“你好。”¦好
「行きます。」と言う。¦次
彼は「はい。」と言う。¦次
مرحبا؟¦ نعم
یہ ہے۔¦ وہ
नमस्ते।¦ हाँ
डॉ. राम आए।¦ हाँ
สวัสดีครับ¦ ผม
ไทย ไทย
Okay 👍.¦ Next
Sure! 😊
Sure! 😊¦ Let us
Sure!👩‍💻¦ Let us
好的！😊¦我
1. First item.¦ Second
a. First item.¦ Second
**1.** First item.¦ Second
```a. b``` is code.¦ Then
"""

BLOCKS = [
    "",
    "Hello. ",
    "Hello there.¦ ",
    "Hello there.¦ i say",
    "Hello there.¦ 😊 Now",
    "Hello there! ",
    "iii. Then",
    "你好。¦ B",
    "Τι κάνεις\u037e¦ Καλά",
    "A line¦\nand another",
    "A heading:¦\n\n- item",
    "Here are some:¦\n1. One",
    "Here are some:¦\r\n1. One",
    "Dr.¦\nSmith",
    "# A heading¦\n\nText",
    "## 1. A heading¦\n\nText",
    "---\n\nText.¦ More",
    "1.\nFirst.¦ Then",
    "- Item one¦\n- Item two",
    "> Dear Dr. Who,¦\n>\n> Hello",
    "👍¦\nOkay",
    "A `stray.¦ Tick here.\nand more",
    "A (stray. Bracket¦\nand more",
    "```\na. B\nc. D\n",
    "```\na. B\n```",
    "```py\na. B\n\n```¦\nText",
    "````\n```\na. B\n````¦\nText",
    "~~~\n```\n~~~¦\nText",
    "```a. b",
    "| a. B | b |\n|---|---|\n",
    "| a. B | b |\n|---|---|\n| c. D | d |",
    "| a. B | b |\n|---|---|\n| c. D | d |¦\n\nText",
    "| a. B | b |\n|---|---|\n| c. D | d |¦\nText",
]

# Pieces that mean something to the gate, for texts that put them side by side.
PIECES = [
    *"aBI1 .!?…;:,'\"“”„()[]«»`*|-#。？」「，😊\u200d\u00a0\u3000\n",
    *("```", "```\n", "~~~", "|\n|", "\n\n", "\r\n", ". ", "! ", "[1]", " x" * 150, "ครับ "),
    *(
        "Dr. ",
        "e.g. ",
        "J. ",
        "fine. ",
        "fine",
        "etc. ",
        " »",
        "« ",
        "U.S.",
        "The ",
        "3. ",
        "Mai",
        "你好",
        "ไทย",
        "Τι;",
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(max_size=60)


def _unmark(marked: str) -> tuple[str, int | None]:
    at = marked.find("¦")
    return marked.replace("¦", ""), at if at >= 0 else None


@pytest.mark.parametrize("marked", [*PROSE.strip().splitlines(), *BLOCKS])
def test_sentence_ends_where_a_reader_says_so(marked: str) -> None:
    text, end = _unmark(marked)
    assert first_sentence_end(text) == end


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Hello.", 6),
        ("Hello", None),
        ("It is 3.", 8),
        ("你好", None),
        ("你好！", 3),
        ("Of plan B.", 10),
        ("It is (so.", 10),
        ("A `stray. Tick", 9),
        ("| a. B |\n| c |\n", 14),
        ("```\na. B\n```", 12),
        ("```\na. B\n", None),
        ("word " * HOLD_CHARS, None),
    ],
)
def test_terminator_at_the_very_end_counts_when_no_more_will_come(
    text: str, end: int | None
) -> None:
    assert first_sentence_end(text, final=True) == end


def test_several_sentences_are_counted() -> None:
    text = "One is here. Two is there! Three"
    assert sentences_end(text, 2) == 26
    assert sentences_end(text, 3) is None
    assert sentences_end("Code:\n```\na. B\n```\nThen.\n", 3) == 24


def test_line_ends_at_its_break_and_empty_lines_before_it_do_not_count() -> None:
    assert line_end("\n\nfoo = 1\nbar") == 9
    assert line_end("foo = 1") is None
    assert line_end("\n\n") is None


@pytest.mark.parametrize(
    ("unit", "last"),
    [
        ("one two, three four ", ","),  # a clause
        ("one two three four ", " three"),  # a word
        ('He said "' + "so on " * 25 + "Yes. No. " + "So on " * 20, "No."),  # an end inside quotes
        ("甲乙，丙丁", "，"),
        ("甲乙丙丁", "丁"),
        ("กำลังทำ", "ำ"),
        ("ไปไหนมา แล้วก็ ", "ไปไหนมา"),
        ("A ` stray one, and more ", ","),
    ],
)
def test_text_without_an_end_is_cut_where_a_reader_breathes(unit: str, last: str) -> None:
    """The wait is bounded, in any script."""
    text = unit * HOLD_CHARS
    assert first_sentence_end(text[: HOLD_CHARS - 1]) is None
    end = first_sentence_end(text[:HOLD_CHARS])
    assert end is not None
    assert HOLD_CHARS // 2 < end <= HOLD_CHARS
    assert text[:end].endswith(last)
    assert first_sentence_end(text) == end


def test_code_and_tables_are_never_cut() -> None:
    assert first_sentence_end("```\n" + "x = 1\n" * HOLD_CHARS) is None
    assert first_sentence_end("| a | b |\n" * HOLD_CHARS) is None


@given(TEXTS, st.integers(1, 3))
def test_an_end_once_found_stays_where_it_is(text: str, count: int) -> None:
    """What was shown cannot be taken back, so later text must not move the end."""
    found = None
    for length in range(len(text) + 1):
        end = sentences_end(text[:length], count)
        assert found is None or end == found, text[:length]
        found = end


@given(TEXTS)
def test_no_more_text_only_adds_an_end(text: str) -> None:
    end = first_sentence_end(text)
    if end is not None and end < HOLD_CHARS // 2:
        assert first_sentence_end(text, final=True) == end


@given(TEXTS, st.booleans())
def test_end_is_inside_the_text_and_never_in_white_space(text: str, final: bool) -> None:
    end = first_sentence_end(text, final)
    if end is not None:
        assert 0 < end <= len(text)
        assert not text[end - 1].isspace()
        assert text[:end].strip()
