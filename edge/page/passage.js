// A stretch of a reply without what marks its block (quote signs, indents), which still knows where
// each of its characters stood in the reply: so that whatever is drawn can say who wrote it.

/** `lines` are {text, at}: without their line ends, each with its place in the reply. */
export class Passage {
  #starts = []; // of each line, in `text`
  #lines;

  constructor(lines) {
    this.#lines = lines;
    let start = 0;
    for (const line of lines) {
      this.#starts.push(start);
      start += line.text.length + 1;
    }
    this.text = lines.map((line) => line.text).join("\n");
  }

  /** The characters from one place to another, in pieces that stood together in the reply. */
  pieces(from, to) {
    const found = [];
    for (let n = this.#lineAt(from); n < this.#lines.length && this.#starts[n] < to; n += 1) {
      const begin = Math.max(from, this.#starts[n]);
      const end = Math.min(to, this.#starts[n] + this.#lines[n].text.length + 1);
      const at = this.#lines[n].at + begin - this.#starts[n];
      if (end > begin) found.push({ text: this.text.slice(begin, end), at });
    }
    return found;
  }

  #lineAt(place) {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle] <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A text's lines, for a passage or for blocks. */
export function linesOf(text, at = 0) {
  const lines = [];
  for (const line of text.split("\n")) {
    lines.push({ text: line.endsWith("\r") ? line.slice(0, -1) : line, at });
    at += line.length + 1;
  }
  return lines;
}
