// Markdown's blocks: headings, paragraphs, lists, quotes, fences, tables, rules.
//
// What models write, not all of CommonMark: no HTML (it is text), no code by indent (it is prose
// that somebody indented), no headings by underline. A line break in a paragraph is one.
//
// Blocks hold passages, so each character still knows its place in the reply. With `isOpen` the
// text is still being written, and its last line may be half of something: a block that is only
// begun is read as what it will most likely be, so that nothing changes its looks when it is whole.

import { Passage } from "./passage.js";

const BLANK = /^\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^`]*)$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+|$)/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(?: {1,4}|\t|$)/;
const TASK = /^\[([ xX])\][ \t]+/;
const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const HALF_DELIMITERS = /^[ \t|:-]*$/;
const DEEPEST = 12; // quotes in lists in quotes: more is no text that anybody meant

/** The blocks of these lines, each with `from`: where its first line stands in the reply. */
export function parseBlocks(lines, isOpen, depth = 0) {
  const blocks = [];
  let n = 0;
  while (n < lines.length) {
    if (BLANK.test(lines[n].text)) {
      n += 1;
      continue;
    }
    const [block, next] = blockAt(lines, n, isOpen, depth);
    blocks.push({ ...block, from: lines[n].at });
    n = next;
  }
  return blocks;
}

function blockAt(lines, n, isOpen, depth) {
  const line = lines[n].text;
  const fence = FENCE.exec(line);
  if (fence) return codeAt(lines, n, fence);
  const heading = HEADING.exec(line);
  if (heading) {
    const text = cut(lines[n], heading[0].length);
    text.text = text.text.replace(/(?:^|[ \t])#+[ \t]*$/, "");
    return [{ type: "heading", level: heading[1].length, words: new Passage([text]) }, n + 1];
  }
  if (RULE.test(line)) return [{ type: "rule" }, n + 1];
  if (depth < DEEPEST && QUOTE.test(line)) return quoteAt(lines, n, isOpen, depth);
  if (depth < DEEPEST && ITEM.test(line)) return listAt(lines, n, isOpen, depth);
  if (isTableAt(lines, n, isOpen)) return tableAt(lines, n);
  return paragraphAt(lines, n, isOpen);
}

function codeAt(lines, n, [opening, mark, told]) {
  const indent = /^ */.exec(opening)[0].length;
  const closing = new RegExp(`^ {0,3}${mark[0]}{${mark.length},}[ \\t]*$`);
  const code = [];
  let at = n + 1;
  while (at < lines.length && !closing.test(lines[at].text)) {
    const spaces = Math.min(indent, /^ */.exec(lines[at].text)[0].length);
    code.push(cut(lines[at], spaces));
    at += 1;
  }
  const isClosed = at < lines.length;
  if (!isClosed && code.at(-1)?.text === "") code.pop(); // the line that is to come
  const language = told.trim().split(/[\s{:,]/)[0].toLowerCase();
  return [{ type: "code", language, isClosed, words: new Passage(code) }, at + 1];
}

function quoteAt(lines, n, isOpen, depth) {
  const inner = [];
  let at = n;
  for (; at < lines.length; at += 1) {
    const mark = QUOTE.exec(lines[at].text);
    if (!mark && (BLANK.test(lines[at].text) || isStart(lines, at, isOpen))) break;
    inner.push(cut(lines[at], mark ? mark[0].length : 0));
  }
  return [{ type: "quote", blocks: parseBlocks(inner, isOpen, depth + 1) }, at];
}

function listAt(lines, n, isOpen, depth) {
  const first = ITEM.exec(lines[n].text);
  const isOrdered = /\d/.test(first[2]);
  const sign = first[2].at(-1);
  const items = [];
  let isLoose = false;
  let at = n;
  while (at < lines.length) {
    const mark = ITEM.exec(lines[at].text);
    if (!mark || mark[2].at(-1) !== sign || RULE.test(lines[at].text)) break;
    const [item, next, endsBlank] = itemAt(lines, at, mark, isOpen);
    isLoose ||= item.hasGap || (endsBlank && ITEM.test(lines[next]?.text ?? ""));
    items.push({
      task: item.task,
      blocks: parseBlocks(item.lines, isOpen, depth + 1),
    });
    at = next;
  }
  const start = isOrdered ? Number.parseInt(first[2], 10) : null;
  return [{ type: "list", isOrdered, start, isLoose, items }, at];
}

/** An item has every line that is indented below its mark, and those that go on with its text. */
function itemAt(lines, n, mark, isOpen) {
  const indent = mark[1].length;
  let first = cut(lines[n], mark[0].length);
  const task = TASK.exec(first.text);
  if (task) first = cut(first, task[0].length);
  const own = [first];
  let at = n + 1;
  let isAfterBlank = false;
  let hasGap = false;
  for (; at < lines.length; at += 1) {
    const { text } = lines[at];
    if (BLANK.test(text)) {
      isAfterBlank = true;
      continue;
    }
    const depth = /^[ \t]*/.exec(text)[0].replaceAll("\t", "    ").length;
    const isInside = depth >= indent + 2;
    if (!isInside && (isAfterBlank || isStart(lines, at, isOpen))) break;
    if (isAfterBlank) {
      own.push({ text: "", at: lines[at].at });
      hasGap = true;
    }
    isAfterBlank = false;
    const most = /^\t/.test(text) ? 1 : Math.min(depth, Math.max(mark[0].length, indent + 2));
    own.push(cut(lines[at], isInside ? most : 0));
  }
  const said = { lines: own, hasGap, task: task ? task[1] !== " " : null };
  return [said, at, isAfterBlank];
}

function isTableAt(lines, n, isOpen) {
  const { text } = lines[n];
  if (!text.includes("|")) return false;
  const next = lines[n + 1]?.text;
  const isLast = n + 1 >= lines.length - 1; // what follows may be half of the line of dashes
  if (isOpen && isLast && /^ {0,3}\|/.test(text)) return HALF_DELIMITERS.test(next ?? "");
  if (next === undefined || !DELIMITERS.test(next)) return false;
  return cellsOf(lines[n]).length === cellsOf(lines[n + 1]).length;
}

function tableAt(lines, n) {
  const head = cellsOf(lines[n]).map(passage);
  const aligned = cellsOf(lines[n + 1] ?? { text: "", at: 0 }).map(({ text }) => alignment(text));
  const rows = [];
  let at = n + 2;
  for (; at < lines.length && lines[at].text.includes("|"); at += 1) {
    const cells = cellsOf(lines[at]).slice(0, head.length).map(passage);
    rows.push(cells);
  }
  return [{ type: "table", head, rows, aligned }, at];
}

/** The cells of a row; a sign with a backslash, or within code, parts none. */
function cellsOf(line) {
  const cells = [];
  const { text } = line;
  let from = /^\s*\|?/.exec(text)[0].length;
  let inCode = false;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "`") inCode = !inCode;
    else if (text[at] === "|" && !inCode) {
      cells.push(trimmed(line, from, at));
      from = at + 1;
    }
  }
  if (!BLANK.test(text.slice(from))) cells.push(trimmed(line, from, text.length));
  return cells;
}

function alignment(dashes) {
  const [left, right] = [dashes.startsWith(":"), dashes.endsWith(":")];
  if (right) return left ? "center" : "right";
  return left ? "left" : "";
}

function paragraphAt(lines, n, isOpen) {
  let at = n + 1;
  while (at < lines.length && !BLANK.test(lines[at].text) && !isStart(lines, at, isOpen)) at += 1;
  const own = lines.slice(n, at).map((line) => trimmed(line, 0, line.text.length));
  return [{ type: "paragraph", words: new Passage(own) }, at];
}

/** Whether a block begins here, though the one above has not ended with a blank line. */
function isStart(lines, n, isOpen) {
  const { text } = lines[n];
  const starts = [FENCE, HEADING, RULE, QUOTE].some((start) => start.test(text));
  return starts || /^ {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text) || isTableAt(lines, n, isOpen);
}

function passage(line) {
  return new Passage([line]);
}

function cut(line, length) {
  return { text: line.text.slice(length), at: line.at + length };
}

function trimmed({ text, at }, from, to) {
  const inner = text.slice(from, to);
  const lead = /^\s*/.exec(inner)[0].length;
  return { text: inner.trim(), at: at + from + lead };
}
