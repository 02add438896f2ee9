// Bytes of a server-sent event stream -> the data of its events.

/** https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation */
export class EventReader {
  #decoder = new TextDecoder(); // keeps half a character back, and drops a byte-order mark
  #line = "";
  #endedInCr = false;
  #data = [];

  /** The data of every event that these bytes complete. */
  feed(bytes) {
    let text = this.#decoder.decode(bytes, { stream: true });
    if (text === "") return [];
    if (this.#endedInCr && text.startsWith("\n")) text = text.slice(1); // a CR LF in two reads
    this.#endedInCr = text.endsWith("\r");
    const lines = (this.#line + text).split(/\r\n|\r|\n/);
    this.#line = lines.pop();
    return lines.map((line) => this.#read(line)).filter((data) => data !== null);
  }

  #read(line) {
    if (line === "") return this.#dispatch();
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line); // a comment's field is empty
    if (field === "data") this.#data.push(value);
    return null;
  }

  #dispatch() {
    if (this.#data.length === 0) return null;
    const data = this.#data.join("\n");
    this.#data = [];
    return data;
  }
}

/** The data of the events of a response's body, until it ends in whatever way. */
export async function* eventsOf(body) {
  const reader = body.getReader();
  const events = new EventReader();
  for (;;) {
    // A connection that breaks, or that we abort, ends the stream: what is missing tells the rest.
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    if (done) return;
    yield* events.feed(value);
  }
}
