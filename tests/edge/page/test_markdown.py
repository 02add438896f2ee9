"""Markdown on the page: as it grows, as it stands in the end, who wrote it, and as an attack."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.edge.page.reader import ask, outcome, turn
from tests.edge.page.scripted_door import ScriptedDoor

TEXT = """\
# Heat *pumps*

A **bold claim**, an *aside*, a ***both***, ~~gone~~, `code **here**`, snake_case_name, 2 * 3 * 4,
\\*no stars\\*. See [the *manual*](https://example.org/a_(b)?c=1), <https://example.org/x> or
https://example.org/y. ![A pump](https://example.org/pump.png)

1. First
2. Second, with
   more of it
   - inner **one**
   - inner two

   ```js
   const x = `a ${1}`; // why
   ```
3. Third

- [x] done
- [ ] to do

> Quoted
> words

| Left | Right | `a|b` |
|:-----|------:|:-:|
| 1 | **2** | 3 |
x \\| y | | z |

---

```python
def f(a: int) -> str:  # "why"
    return 'one' + str(0x1F)

```

10) ten

Last *line"""

HTML = [
    "<h3>Heat <em>pumps</em></h3>",
    (
        "<p>A <strong>bold claim</strong>, an <em>aside</em>, a <strong><em>both</em></strong>, "
        "<s>gone</s>, <code>code **here**</code>, snake_case_name, 2 * 3 * 4,\n*no stars*. See "
        '<a href="https://example.org/a_(b)?c=1">the <em>manual</em></a>, '
        '<a href="https://example.org/x">https://example.org/x</a> or\n'
        '<a href="https://example.org/y">https://example.org/y</a>. '
        '<a href="https://example.org/pump.png">A pump</a></p>'
    ),
    (
        "<ol><li><p>First</p></li><li><p>Second, with\nmore of it</p>"
        "<ul><li>inner <strong>one</strong></li><li>inner two</li></ul>"
        "<figure><figcaption><span>js</span><button>Copy</button></figcaption><pre><code>"
        '<span class="is-keyword">const</span> x = <span class="is-string">`a ${1}`</span>; '
        '<span class="is-comment">// why</span></code></pre></figure></li>'
        "<li><p>Third</p></li></ol>"
    ),
    (
        '<ul><li class="task"><span class="box is-done"></span>done</li>'
        '<li class="task"><span class="box"></span>to do</li></ul>'
    ),
    "<blockquote><p>Quoted\nwords</p></blockquote>",
    (
        '<div class="wide"><table><thead><tr><th class="to-left">Left</th>'
        '<th class="to-right">Right</th><th class="to-center"><code>a|b</code></th></tr></thead>'
        '<tbody><tr><td class="to-left">1</td><td class="to-right"><strong>2</strong></td>'
        '<td class="to-center">3</td></tr><tr><td class="to-left">x | y</td>'
        '<td class="to-right"></td><td class="to-center">z</td></tr></tbody></table></div>'
    ),
    "<hr>",
    (
        "<figure><figcaption><span>python</span><button>Copy</button></figcaption>"
        '<pre><code><span class="is-keyword">def</span> <span class="is-call">f</span>(a: int) '
        '-&gt; str:  <span class="is-comment"># "why"</span>\n    '
        '<span class="is-keyword">return</span> '
        '<span class="is-string">\'one\'</span> + <span class="is-call">str</span>('
        '<span class="is-number">0x1F</span>)\n</code></pre></figure>'
    ),
    '<ol start="10"><li>ten</li></ol>',
    "<p>Last *line</p>",
]

# Draws `said` as the page would, with a run of every length in `ends`, and tells what came of it.
DRAW = """async ({ said, steps, ends }) => {
  const { Writing } = await import("/page/writing.js");
  const draw = (root, writing, text, isOpen) => {
    const runs = ends.map((start, n) => ({ start, tier: String(n) }));
    writing.show({ said: text, runs, isOpen });
    return root;
  };
  const fresh = () => {
    const root = document.createElement("div");
    document.body.append(root);
    return [root, new Writing(root, () => "")];
  };
  const [root, writing] = fresh();
  const seen = steps.map((to) => {
    draw(root, writing, said.slice(0, to), true);
    const bare = root.cloneNode(true);
    bare.querySelectorAll("code").forEach((code) => code.replaceWith("x"));
    return bare.textContent;
  });
  draw(root, writing, said, false);
  const once = draw(...fresh(), said, false);
  const runs = [...once.querySelectorAll(".run")].map((run) => [run.dataset.tier, run.textContent]);
  const plain = (root) => {
    const bare = root.cloneNode(true);
    bare.querySelectorAll(".run").forEach((run) => run.replaceWith(...run.childNodes));
    for (const element of bare.querySelectorAll("*")) {
      for (const { name } of [...element.attributes]) {
        const isKept = ["href", "start"].includes(name)
          || (name === "class" && /^(is-|to-|task|box|wide)/.test(element.className));
        if (!isKept) element.removeAttribute(name);
      }
    }
    bare.normalize();
    return [...bare.children].map((block) => block.outerHTML);
  };
  return { isSame: root.isEqualNode(once), blocks: plain(once), seen, runs };
}"""


def draw(page: Page, said: str, ends: tuple[int, ...] = (0,), steps: Any = None) -> Any:
    steps = list(range(len(said) + 1)) if steps is None else steps
    return page.evaluate(DRAW, {"said": said, "steps": steps, "ends": list(ends)})


def test_a_reply_that_grows_letter_by_letter_ends_as_if_it_had_come_at_once(page: Page) -> None:
    drawn = draw(page, TEXT)

    assert drawn["blocks"] == HTML
    assert drawn["isSame"]


def test_no_sign_flashes_up_before_it_has_a_meaning(page: Page) -> None:
    """Stars that close nothing are there at the end: the last line's, and those of the sum."""
    for seen in draw(page, TEXT)["seen"]:
        shown = seen.replace("2 * 3 * 4", "").replace("*no stars*", "").replace("2 * 3", "")
        for sign in ("**", "~~", "`", "](", "|-", ":-", "# ", "[x]", "> ", "\\"):
            assert sign not in shown, (sign, seen[-60:])


def test_every_word_knows_who_wrote_it_wherever_the_seams_are(page: Page) -> None:
    ends = (0, 5, 31, 32, 140, 301, 302, 470, 610, len(TEXT) - 3)
    runs = draw(page, TEXT, ends, steps=[])["runs"]

    for n, (start, end) in enumerate(zip(ends, (*ends[1:], len(TEXT)), strict=True)):
        said = "".join(text for tier, text in runs if tier == str(n))
        source = iter(TEXT[start:end])
        assert all(letter in source for letter in said), (n, said)  # in its order, and only its
    assert sum(len(text) for _, text in runs) > len(TEXT) / 2


HOSTILE = [
    "<script>document.title = 'hit'</script>",
    "<img src=x onerror=\"document.title='hit'\">",
    "[link](javascript:document.title='hit')",
    "[link](JaVaScRiPt&#58;document.title='hit')",
    "[link](\tjavascript:document.title='hit')",
    "[link](data:text/html,<script>1</script>)",
    "[link](vbscript:hit) <javascript:hit> [rel](/v1/models) [hash](#settings)",
    "![x](javascript:hit) ![x](https://example.org/x.png\"onerror=\"document.title='hit')",
    "```html\n<script>document.title = 'hit'</script>\n```",
    '```"><img src=x onerror=alert(1)>\n<svg onload=hit>\n```',
    "| <img src=x onerror=hit> | b |\n|-|-|\n| <svg/onload=hit> | [x](javascript:hit) |",
    "# <iframe src=//example.org></iframe>\n> <style>*{display:none}</style>",
]


def test_hostile_markdown_makes_no_element_that_acts(page: Page, door: ScriptedDoor) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page)
    door.say("\n\n".join(HOSTILE))
    door.finish()

    expect(outcome(page)).to_have_text("Complete")
    shown = turn(page).locator(".words")
    expect(shown).to_contain_text("<script>document.title = 'hit'</script>")
    expect(shown).to_contain_text("[link](javascript:document.title='hit')")
    assert shown.locator("script, img, svg, iframe, style, object, base, form").count() == 0
    acting = """root => [...root.querySelectorAll("*")]
      .flatMap((element) => [...element.attributes])
      .filter(({ name, value }) => /^on|^style$/.test(name)
        || (name === "href" && !/^(https?|mailto):/.test(value))).length"""
    assert shown.evaluate(acting) == 0
    for link in shown.locator("a").all():
        expect(link).to_have_attribute("rel", "noopener noreferrer nofollow")
    assert page.title() == "Prelude"
    assert not [url for url in asked if "example.org" in url]


@pytest.mark.parametrize(
    "said",
    [
        "*a " * 60_000,
        "[" * 20_000,
        "`a" * 10_000 + "``",
        "> " * 5_000,
        "- " * 5_000,
        "|" * 20_000 + "\n" + "|-" * 10_000,
        "**a *b _c ~~d " * 2_000,
        "```x\n" + '"' * 20_000,
        "https://" * 5_000,
        "![](" * 5_000,
    ],
    ids=lambda said: said[:8],
)
def test_text_that_means_no_reader_well_is_drawn_all_the_same(page: Page, said: str) -> None:
    assert draw(page, said, steps=[len(said) // 2, len(said)])["isSame"]


def test_code_is_copied_as_it_was_written(page: Page, door: ScriptedDoor) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page)
    door.say("Like so:\n\n```python\nif a < b:\n    print('**')\n```\n\nDone.")
    door.finish()
    page.locator("figure").get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()

    assert page.evaluate("navigator.clipboard.readText()") == "if a < b:\n    print('**')"
    page.locator(".acts").get_by_role("button", name="Copy").click()
    expect(page.locator(".acts").get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("Done.")


def test_what_is_selected_stays_so_while_the_words_go_on(page: Page, door: ScriptedDoor) -> None:
    ask(page)
    door.say("One **two** three")
    expect(turn(page).locator(".words")).to_have_text("One two three")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.words strong'))")
    door.say(" *four*.\n\nFive")
    expect(turn(page).locator(".words")).to_contain_text("Five")

    assert page.evaluate("String(getSelection())") == "two"
