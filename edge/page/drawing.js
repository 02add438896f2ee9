// Markdown's tree -> elements. Each piece of text knows where it stood in the reply, and `mark`
// says what to put there for it: so a rendered reply can still show who wrote which words.

import { element } from "./elements.js";
import { tokensOf } from "./highlight.js";
import { parseInline } from "./inline.js";

/** `mark(text, at)`: nodes for the text that stands at this place of the reply. */
export class Drawing {
  #mark;
  #isOpen;

  constructor(mark, isOpen) {
    this.#mark = mark;
    this.#isOpen = isOpen;
  }

  /** `isLast`: of all blocks, so that its end may still be coming. */
  block(block, isLast) {
    const isOpen = this.#isOpen && isLast;
    switch (block.type) {
      case "heading":
        return element(headingName(block.level), {}, ...this.#inline(block.words, isOpen));
      case "rule":
        return element("hr");
      case "code":
        return this.#code(block);
      case "quote":
        return element("blockquote", {}, ...this.#blocks(block.blocks, isOpen));
      case "list":
        return this.#list(block, isOpen);
      case "table":
        return this.#table(block, isOpen);
      default:
        return element("p", {}, ...this.#inline(block.words, isOpen));
    }
  }

  #blocks(blocks, isOpen) {
    return blocks.map((block, n) => this.block(block, isOpen && n === blocks.length - 1));
  }

  #list({ isOrdered, start, isLoose, items }, isOpen) {
    const drawn = items.map(({ task, blocks }, n) => {
      const isLast = isOpen && n === items.length - 1;
      const item = element("li", task === null ? {} : { class: "task" });
      if (task !== null) item.append(taskBox(task));
      blocks.forEach((block, m) => {
        const isInline = block.type === "paragraph" && !isLoose;
        const isOpenBlock = isLast && m === blocks.length - 1;
        item.append(
          ...(isInline
            ? this.#inline(block.words, isOpenBlock)
            : [this.block(block, isOpenBlock)]),
        );
      });
      return item;
    });
    return element(isOrdered ? "ol" : "ul", start > 1 ? { start } : {}, ...drawn);
  }

  #table({ head, rows, aligned }, isOpen) {
    const row = (cells, name, isLast) => {
      const drawn = head.map((_, n) => {
        const attributes = aligned[n] ? { class: `to-${aligned[n]}` } : {};
        if (name === "th") attributes.scope = "col";
        const isOpenCell = isLast && n === cells.length - 1;
        return element(name, attributes, ...(cells[n] ? this.#inline(cells[n], isOpenCell) : []));
      });
      return element("tr", {}, ...drawn);
    };
    const body = rows.map((cells, n) => row(cells, "td", isOpen && n === rows.length - 1));
    const table = element(
      "table",
      {},
      element("thead", {}, row(head, "th", isOpen && rows.length === 0)),
      element("tbody", {}, ...body),
    );
    return element("div", { class: "wide", ...reachable("Table") }, table);
  }

  #code({ language, words }) {
    const tokens = tokensOf(words.text, language).map(({ kind, from, to }) => {
      const text = this.#text(words, from, to);
      return kind ? element("span", { class: `is-${kind}` }, ...text) : text;
    });
    const code = element("code", {}, ...tokens.flat());
    const label = language ? `Code in ${language}` : "Code";
    return element(
      "figure",
      { class: "code" },
      element(
        "figcaption",
        {},
        element("span", {}, language || "text"),
        element("button", { type: "button", class: "copy", "data-copies": "code" }, "Copy"),
      ),
      element("pre", reachable(label), code),
    );
  }

  #inline(words, isOpen) {
    return this.#nodes(parseInline(words.text, isOpen), words);
  }

  #nodes(nodes, words) {
    return nodes.flatMap((node) => {
      switch (node.type) {
        case "text":
          return this.#text(words, node.from, node.to);
        case "code":
          return [element("code", {}, ...this.#text(words, node.from, node.to))];
        case "link":
          return [link(node.href, this.#nodes(node.children, words))];
        default:
          return [element(ELEMENTS[node.type], {}, ...this.#nodes(node.children, words))];
      }
    });
  }

  #text(words, from, to) {
    return words.pieces(from, to).flatMap(({ text, at }) => this.#mark(text, at));
  }
}

/** The question above the reply is of the page's second level. */
function headingName(level) {
  return `h${Math.min(level + 2, 6)}`;
}

const ELEMENTS = { strong: "strong", emphasis: "em", strike: "s" };

/** Keys can scroll what is too wide only if they can get there. */
function reachable(label) {
  return { tabindex: "0", role: "group", "aria-label": label };
}

function link(href, children) {
  if (href === null) return element("span", { class: "unfinished" }, ...children);
  const safety = { target: "_blank", rel: "noopener noreferrer nofollow" };
  return element("a", { href, title: href, ...safety }, ...children);
}

function taskBox(isDone) {
  const said = { role: "img", "aria-label": isDone ? "done" : "to do" };
  return element("span", { class: isDone ? "box is-done" : "box", ...said });
}
