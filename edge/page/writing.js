// The words of a reply on the page, as Markdown, while they are written and after.
//
// Blocks that can no longer change are drawn once. The last two are read anew with every frame and
// patched: the line that follows a list may still turn out to be its next item.

import { parseBlocks } from "./blocks.js";
import { Drawing } from "./drawing.js";
import { element, patch } from "./elements.js";
import { linesOf } from "./passage.js";

// A last line that says nothing yet: the beginning of a mark, or of a word's emphasis.
const HALF_LINE =
  /(?:^|\n)[ \t]*(?:\d{1,9}[.)]?|[-+*_#>~`|=:][-+*_#>~`|=: \t]*|[-+*] \[[ xX]?\]?[ \t]*)$/;

export class Writing {
  #root;
  #name;
  #settled = 0; // elements that are done
  #from = 0; // where the first of the others stands in the reply

  /** `name(run)`: what to say of a run where a reader points at its words. */
  constructor(root, name) {
    this.#root = root;
    this.#name = name;
  }

  show({ said, runs, isOpen }) {
    const text = said.slice(this.#from);
    const whole = isOpen ? text.replace(HALF_LINE, "") : text;
    const blocks = parseBlocks(linesOf(whole, this.#from), isOpen);
    const drawing = new Drawing((words, at) => this.#mark(words, at, runs), isOpen);
    const next = document.createDocumentFragment();
    const isLast = (n) => n === blocks.length - 1;
    next.append(...blocks.map((block, n) => drawing.block(block, isLast(n))));
    patch(new Tail(this.#root, this.#settled), next);
    if (blocks.length > 2) {
      this.#settled += blocks.length - 2;
      this.#from = blocks.at(-2).from;
    }
  }

  /** What the words up to now say, block by block, without Markdown's signs. */
  settledText(isOpen) {
    const blocks = [...this.#root.children];
    return (isOpen ? blocks.slice(0, -2) : blocks).map((block) => block.textContent);
  }

  #mark(words, at, runs) {
    const marked = [];
    let n = runs.findLastIndex((run) => run.start <= at);
    for (let done = 0; done < words.length; n += 1) {
      const end = Math.min(words.length, (runs[n + 1]?.start ?? Infinity) - at);
      const told = { class: "run", "data-tier": runs[n].tier, title: this.#name(runs[n]) };
      marked.push(element("span", told, words.slice(done, end)));
      done = end;
    }
    return marked;
  }
}

/** The last children of an element, as if they were all it had. */
class Tail {
  #parent;
  #from;

  constructor(parent, from) {
    this.#parent = parent;
    this.#from = from;
  }

  get childNodes() {
    return [...this.#parent.childNodes].slice(this.#from);
  }

  get lastChild() {
    return this.#parent.lastChild;
  }

  append(node) {
    this.#parent.append(node);
  }
}
