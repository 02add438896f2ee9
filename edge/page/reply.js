// What is known of one reply, as its events tell it. It knows no element of the page.

const SILENCE_MS = 700; // a reader notices

/**
 * What the wire has told of one reply. Times are milliseconds since the question was sent.
 *
 * A run is what one leg said in one go; `start` is where it begins in all that was said. A silence
 * is a pause that a reader notices, other than the one before the hand-over. A reply is complete
 * only if it said so: a stream that ends with neither a finish_reason nor an error was cut off.
 */
export class Reply {
  runs = [];
  silences = []; // {from, to}
  said = "";
  plan = null;
  requestId = null;
  status = null; // the HTTP status, where there was an answer
  account = null; // the last chunk's `prelude`: models, clocks, cost, legs
  error = null;
  endedAt = null;
  #finish = null;
  #wasStopped = false;
  #unreadable = 0;

  /** Take one event's data; whether it brought words. */
  receive(data, at) {
    if (data === "[DONE]") return false;
    let chunk;
    try {
      chunk = JSON.parse(data);
    } catch {
      this.#unreadable += 1; // one bad line costs its words, not the reply
      return false;
    }
    if (chunk?.error) this.error = chunk.error;
    if (chunk?.prelude?.models) this.account = chunk.prelude;
    const choice = chunk?.choices?.[0];
    if (choice?.finish_reason) this.#finish = choice.finish_reason;
    const words = choice?.delta?.content;
    if (words) this.#grow(words, chunk.prelude, at);
    return Boolean(words);
  }

  end(at, wasStopped) {
    this.endedAt = at;
    this.#wasStopped = wasStopped;
  }

  get isOpen() {
    return this.endedAt === null;
  }

  get firstAt() {
    return this.runs[0]?.from ?? null;
  }

  /** When the first words after the draft's came. */
  get handoverAt() {
    if (this.runs[0]?.tier !== "draft") return null;
    return this.runs.find((run) => run.tier !== "draft")?.from ?? null;
  }

  /** One of waiting, writing, complete, short, stopped, failed, cut; and a line that says it. */
  get outcome() {
    if (this.error) return { kind: "failed", says: this.error.message || "The service failed." };
    if (this.#finish) return this.#finished();
    if (this.#wasStopped) return { kind: "stopped", says: "Stopped" };
    if (this.endedAt !== null) {
      return { kind: "cut", says: "Cut off: the stream ended before the reply was finished." };
    }
    return this.runs.length === 0
      ? { kind: "waiting", says: "Waiting for the first words" }
      : { kind: "writing", says: "Writing" };
  }

  #finished() {
    if (this.#unreadable > 0) {
      return { kind: "short", says: "A piece could not be read: words may be missing." };
    }
    if (this.#finish === "stop") return { kind: "complete", says: "Complete" };
    return { kind: "short", says: SHORT[this.#finish] ?? `Ended: ${this.#finish}` };
  }

  /**
   * The reply as a later turn shows it to the model. An opening that stands in a paragraph of its
   * own is left out: the target answered in full below it, and would learn to open twice. One that
   * the target continued is half of its first sentence, and stays.
   */
  get quoted() {
    const said = this.said;
    const body = this.runs.findIndex((run) => run.tier !== "draft");
    if (body < 1) return said;
    const opening = said.slice(0, this.runs[body].start);
    const rest = said.slice(opening.length);
    const gap = /\s*$/.exec(opening)[0] + /^\s*/.exec(rest)[0];
    return /\n[^\S\n]*\n/.test(gap) ? rest.trimStart() : said;
  }

  #grow(words, told, at) {
    const last = this.runs.at(-1);
    const { tier = last?.tier ?? "", leg = last?.leg ?? 0, model = last?.model ?? "" } = told ?? {};
    const isHandover = last?.tier === "draft" && tier !== "draft";
    if (last && !isHandover && at - last.to >= SILENCE_MS) {
      this.silences.push({ from: last.to, to: at });
    }
    if (last?.tier !== tier || last.leg !== leg) {
      this.runs.push({ tier, leg, model, start: this.said.length, from: at, to: at });
    }
    this.runs.at(-1).to = at;
    this.said += words;
  }
}

const SHORT = {
  length: "Ended at its length limit.",
  content_filter: "Ended by a content filter.",
  tool_calls: "Ended with a call to a tool, which this page has none of.",
};
