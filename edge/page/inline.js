// Markdown within a line: emphasis, code, links. The tree has places in a passage, and no words.
//
// With `isOpen` the text is still being written: what has begun and not ended yet (a bold word, a
// link's address) is read as if it ended with the text, so that no sign flashes up and goes again.

const ESCAPABLE = /[!-/:-@[-`{-~]/;
const BARE_URL = /https?:\/\/[^\s<>"'`\u3000-\u303f\uff00-\uffef]+/y;
const ANGLE_URL = /<((?:https?:\/\/|mailto:)[^\s<>]+)>/y;
const TARGET = String.raw`<([^\s<>]*)>|((?:[^\s<>()]|\([^\s<>()]*\))*)`;
const TITLE = String.raw`\s+(?:"[^"]*"|'[^']*')`;
const ADDRESS = new RegExp(String.raw`\(\s*(?:${TARGET})(?:${TITLE})?\s*\)`, "y");
const HALF_ADDRESS = /^\(\s*<?(?:[^\s<>()]|\([^\s<>()]*\)?)*(?:\s+["'][^)]*)?$/;
const WORD = /[\p{L}\p{N}_]/u;
const LONGEST_LABEL = 1000;
const DEEPEST = 12;
const MARKS = [
  ["**", "strong"],
  ["__", "strong"],
  ["~~", "strike"],
  ["*", "emphasis"],
  ["_", "emphasis"],
];

/** {type: text or code, from, to}, {type: strong, emphasis or strike, children}, or a link, which
 * has an `href` besides: null while that is not whole. */
export function parseInline(text, isOpen) {
  return new Inline(text, isOpen).nodes(0, text.length, 0);
}

/** The address, where a reader may be led there; else null. */
export function safeAddress(href) {
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(href).protocol) ? href : null;
  } catch {
    return null; // no scheme: there is no page that it could be relative to
  }
}

class Inline {
  #text;
  #isOpen;
  #hopeless = new Map(); // by mark and end: from where on no closing one comes

  constructor(text, isOpen) {
    this.#text = text;
    this.#isOpen = isOpen;
  }

  nodes(from, to, depth) {
    const nodes = [];
    let plain = from;
    let at = from;
    const add = (node, next) => {
      if (at > plain) nodes.push({ type: "text", from: plain, to: at });
      if (node) nodes.push(node);
      plain = at = next;
    };
    while (at < to) {
      const found = depth < DEEPEST ? this.#at(at, from, to, depth) : null;
      if (Array.isArray(found)) add(...found);
      else at = found ?? at + 1;
    }
    add(null, to);
    return nodes;
  }

  /** [node, where to go on] for what begins here; where to go on, if it is plain; null: one on. */
  #at(at, from, to, depth) {
    switch (this.#text[at]) {
      case "\\":
        if (at + 1 >= to) return this.#isTail(to) ? [null, to] : null;
        if (!ESCAPABLE.test(this.#text[at + 1])) return null;
        return [textNode(at + 1, at + 2), at + 2];
      case "`":
        return this.#code(at, to);
      case "!":
        return this.#text[at + 1] === "[" && at + 1 < to ? this.#link(at + 1, to, depth) : null;
      case "[":
        return this.#link(at, to, depth);
      case "<":
        return this.#angle(at, to);
      case "h":
        return this.#bare(at, from, to);
      case "*":
      case "_":
      case "~":
        return this.#emphasis(at, from, to, depth);
      default:
        return null;
    }
  }

  #isTail(to) {
    return this.#isOpen && to === this.#text.length;
  }

  #code(at, to) {
    const run = runLength(this.#text, at, to);
    const end = this.#find(`\`${run}`, at + run, to, (place) => {
      const length = runLength(this.#text, place, to);
      return length === run ? place : -length;
    });
    if (end === null && !this.#isTail(to)) return at + run;
    let [begin, close] = [at + run, end ?? to];
    const inner = this.#text.slice(begin, close);
    if (/^ .*\S.* $/s.test(inner)) [begin, close] = [begin + 1, close - 1];
    return [{ type: "code", from: begin, to: close }, end === null ? to : end + run];
  }

  #link(at, to, depth) {
    const close = this.#labelEnd(at, to);
    if (close === null || this.#text[close + 1] !== "(") return null;
    ADDRESS.lastIndex = close + 1;
    const found = ADDRESS.exec(this.#text);
    const children = () => this.nodes(at + 1, close, depth + 1);
    const bang = this.#text[at - 1] === "!" ? 1 : 0;
    if (found && ADDRESS.lastIndex <= to) {
      const href = safeAddress(found[1] ?? found[2]);
      if (href === null) return [textNode(at - bang, ADDRESS.lastIndex), ADDRESS.lastIndex];
      return [{ type: "link", href, children: children() }, ADDRESS.lastIndex];
    }
    const isUnfinished = this.#isTail(to) && HALF_ADDRESS.test(this.#text.slice(close + 1, to));
    return isUnfinished ? [{ type: "link", href: null, children: children() }, to] : null;
  }

  #labelEnd(at, to) {
    let depth = 0;
    for (let place = at; place < Math.min(to, at + LONGEST_LABEL); place += 1) {
      if (this.#text[place] === "\\") place += 1;
      else if (this.#text[place] === "[") depth += 1;
      else if (this.#text[place] === "]" && (depth -= 1) === 0) return place;
    }
    return null;
  }

  #angle(at, to) {
    ANGLE_URL.lastIndex = at;
    const found = ANGLE_URL.exec(this.#text);
    const href = found && ANGLE_URL.lastIndex <= to ? safeAddress(found[1]) : null;
    if (href === null) return null;
    const end = ANGLE_URL.lastIndex;
    return [{ type: "link", href, children: [textNode(at + 1, end - 1)] }, end];
  }

  #bare(at, from, to) {
    if (at > from && WORD.test(this.#text[at - 1])) return null;
    BARE_URL.lastIndex = at;
    const found = BARE_URL.exec(this.#text)?.[0].slice(0, to - at);
    if (!found) return null;
    const address = found.replace(/[.,;:!?*_~'")\]]+$/, (end) =>
      end.startsWith(")") && found.includes("(") ? ")" : "",
    );
    const href = safeAddress(address);
    if (href === null) return null;
    const end = at + address.length;
    return [{ type: "link", href, children: [textNode(at, end)] }, end];
  }

  #emphasis(at, from, to, depth) {
    for (const [mark, type] of MARKS) {
      if (!this.#text.startsWith(mark, at)) continue;
      const begin = at + mark.length;
      if (begin >= to) return this.#isTail(to) ? [null, to] : null; // a sign that has just come
      if (/\s/.test(this.#text[begin])) continue;
      if (mark[0] === "_" && at > from && WORD.test(this.#text[at - 1])) continue;
      const end = this.#closing(mark, begin + 1, to);
      const isWithinWord = at > from && WORD.test(this.#text[at - 1]); // 2*3: no mark, likely
      if (end === null && (isWithinWord || !this.#isTail(to))) continue;
      const close = end ?? this.#withoutHalfMark(mark, begin, to);
      const children = this.nodes(begin, close, depth + 1);
      return [{ type, children }, end === null ? to : end + mark.length];
    }
    return at + runLength(this.#text, at, to);
  }

  /** Where the mark comes again, behind a word and, of `_`, before none. */
  #closing(mark, begin, to) {
    return this.#find(mark, begin, to, (place) => {
      const run = runLength(this.#text, place, to);
      if (run < mark.length) return -run;
      if (mark.length === 1 && run === 2) return -run; // of a bold word within
      const at = place + run - mark.length;
      const isBehindWord = !/\s/.test(this.#text[place - 1]);
      const isBeforeWord = place + run < to && WORD.test(this.#text[place + run]);
      return isBehindWord && !(mark[0] === "_" && isBeforeWord) ? at : -run;
    });
  }

  #withoutHalfMark(mark, begin, to) {
    const isHalf = mark.length === 2 && this.#text[to - 1] === mark[0] && to - 1 > begin;
    return isHalf ? to - 1 : to;
  }

  /** The first place that `accept` takes: it gives the place, or minus how far to go on. */
  #find(mark, begin, to, accept) {
    const known = `${mark} ${to}`;
    if (begin >= (this.#hopeless.get(known) ?? Infinity)) return null;
    let place = begin;
    while ((place = this.#text.indexOf(mark[0], place)) !== -1 && place < to) {
      if (mark[0] !== "`" && this.#text[place - 1] === "\\") {
        place += 1;
        continue;
      }
      const found = accept(place);
      if (found >= 0) return found;
      place -= found;
    }
    this.#hopeless.set(known, Math.min(begin, this.#hopeless.get(known) ?? Infinity));
    return null;
  }
}

function runLength(text, at, to) {
  let end = at;
  while (end < to && text[end] === text[at]) end += 1;
  return end - at;
}

function textNode(from, to) {
  return { type: "text", from, to };
}
