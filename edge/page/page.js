// Ask, watch the reply arrive, and see who said what and when.
//
// Each part knows only those above it:
//
//   EventReader   bytes of a server-sent event stream -> the data of its events
//   Reply         that data -> what is known of one reply; it knows no element of the page
//   TurnView      one question and its Reply -> elements
//   the page      the conversation, the key, and the controls
//
// Whatever a model says enters the page as text nodes, never as HTML.

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

/**
 * What the wire has told of one reply. Times are milliseconds since the question was sent.
 *
 * A run is what one leg said in one go. A reply is complete only if it said so: a stream that
 * ends with neither a finish_reason nor an error was cut off.
 */
export class Reply {
  runs = [];
  plan = null;
  requestId = null;
  status = null; // the HTTP status, where there was an answer
  account = null; // the last chunk's `prelude`: models, clocks, cost, legs
  error = null;
  endedAt = null;
  #finish = null;
  #wasStopped = false;
  #unreadable = 0;

  /** Take one event's data; the run that grew and the words it got, or null. */
  receive(data, at) {
    if (data === "[DONE]") return null;
    let chunk;
    try {
      chunk = JSON.parse(data);
    } catch {
      this.#unreadable += 1; // one bad line costs its words, not the reply
      return null;
    }
    if (chunk?.error) this.error = chunk.error;
    if (chunk?.prelude?.models) this.account = chunk.prelude;
    const choice = chunk?.choices?.[0];
    if (choice?.finish_reason) this.#finish = choice.finish_reason;
    const words = choice?.delta?.content;
    return words ? { run: this.#grow(words, chunk.prelude, at), words } : null;
  }

  end(at, wasStopped) {
    this.endedAt = at;
    this.#wasStopped = wasStopped;
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
    const said = this.runs.map((run) => run.text).join("");
    const body = this.runs.findIndex((run) => run.tier !== "draft");
    if (body < 1) return said;
    const opening = this.runs.slice(0, body).map((run) => run.text).join("");
    const rest = said.slice(opening.length);
    const gap = /\s*$/.exec(opening)[0] + /^\s*/.exec(rest)[0];
    return /\n[^\S\n]*\n/.test(gap) ? rest.trimStart() : said;
  }

  #grow(words, told, at) {
    const last = this.runs.at(-1);
    const { tier = last?.tier ?? "", leg = last?.leg ?? 0, model = last?.model ?? "" } = told ?? {};
    let run = last;
    if (last?.tier !== tier || last.leg !== leg) {
      run = { tier, leg, model, text: "", from: at, to: at };
      this.runs.push(run);
    }
    run.text += words;
    run.to = at;
    return run;
  }
}

const SHORT = {
  length: "Ended at its length limit.",
  content_filter: "Ended by a content filter.",
  tool_calls: "Ended with a call to a tool, which this page has none of.",
};

/** Sends the question; feeds the reply to its end, and calls `grew` with each {run, words}. */
async function fetchReply(reply, body, { key, signal, opened, grew }) {
  const sentAt = performance.now();
  const headers = { "content-type": "application/json" };
  if (key) headers.authorization = `Bearer ${key}`;
  const init = { method: "POST", headers, body: JSON.stringify(body), signal };
  const response = await fetch("v1/chat/completions", init).catch(() => null);
  if (response) {
    reply.status = response.status;
    reply.plan = response.headers.get("x-prelude-plan");
    reply.requestId = response.headers.get("x-prelude-request-id");
    opened();
  }
  if (response?.ok) {
    for await (const data of eventsOf(response.body)) {
      const growth = reply.receive(data, performance.now() - sentAt);
      if (growth) grew(growth);
    }
  } else if (response) {
    reply.error = await refusal(response);
  } else if (!signal.aborted) {
    reply.error = { message: "The service could not be reached." };
  }
  reply.end(performance.now() - sentAt, signal.aborted);
}

async function* eventsOf(body) {
  const reader = body.getReader();
  const events = new EventReader();
  for (;;) {
    // A connection that breaks, or that we abort, ends the stream: what is missing tells the rest.
    const { done, value } = await reader.read().catch(() => ({ done: true }));
    if (done) return;
    yield* events.feed(value);
  }
}

async function refusal(response) {
  const told = await response.json().catch(() => null);
  const message = told?.error?.message ?? `The service answered ${response.status}.`;
  const wait = response.headers.get("retry-after");
  return { ...told?.error, message: wait ? `${message} Try again in ${wait} s.` : message };
}

// -- one turn on the page ----------------------------------------------------

class TurnView {
  #root;
  #words;
  #run = null; // the run whose element is the last one
  #part = (name) => this.#root.querySelector(`.${name}`);

  constructor(question) {
    const template = document.getElementById("turn");
    this.#root = template.content.firstElementChild.cloneNode(true);
    this.#words = this.#part("words");
    this.#part("question").textContent = question;
  }

  get root() {
    return this.#root;
  }

  offerAgain(again) {
    this.#part("again").hidden = false;
    this.#part("again").addEventListener("click", again);
  }

  withdrawAgain() {
    this.#part("again").hidden = true;
  }

  add({ run, words }) {
    if (run !== this.#run) {
      this.#run = run;
      const space = /^\s*/.exec(words)[0]; // bare, so that no line is drawn under the seam
      this.#words.append(space, runElement(run));
      this.#addSpeaker(run);
      words = words.slice(space.length);
    }
    this.#words.lastElementChild.firstChild.appendData(words);
  }

  /** How far it is, and how fast it came. */
  show(reply) {
    const { kind, says } = reply.outcome;
    this.#root.dataset.outcome = kind;
    // Not at each chunk: a screen reader says a status again whenever it is set.
    if (this.#part("state").textContent !== says) this.#part("state").textContent = says;
    this.#figure("first", reply.firstAt, formatTime);
    this.#figure("handover", reply.handoverAt, formatTime);
    this.#figure("total", reply.firstAt && reply.endedAt, formatTime);
    this.#figure("cost", reply.account?.cost_known ? reply.account.cost_cents : null, formatCents);
    this.#part("timeline").replaceChildren(...timeline(reply));
  }

  /** What the service says of it: the plan at once, the rest at the end. */
  showMaking(reply) {
    const facts = Object.entries(making(reply)).filter(([, value]) => value);
    const legs = reply.account?.legs ?? [];
    this.#part("making").hidden = facts.length === 0;
    this.#part("facts").replaceChildren(
      ...facts.flatMap(([name, value]) => [element("dt", name), element("dd", value)]),
    );
    this.#part("legs").hidden = legs.length === 0;
    this.#part("legs").tBodies[0].replaceChildren(...legs.map(legRow));
  }

  #figure(name, value, format) {
    this.#part(name).hidden = value === null;
    if (value !== null) this.#part(name).querySelector("dd").textContent = format(value);
  }

  #addSpeaker({ tier, model }) {
    const name = speakerName(tier, model);
    const speakers = this.#part("speakers");
    if ([...speakers.children].some((speaker) => speaker.textContent === name)) return;
    const speaker = element("li", name);
    speaker.dataset.tier = tier;
    speakers.append(speaker);
  }
}

function runElement(run) {
  const span = element("span", "");
  span.append(document.createTextNode(""));
  span.className = "run";
  span.dataset.tier = run.tier;
  span.title = `${speakerName(run.tier, run.model)}, from ${formatTime(run.from)}`;
  return span;
}

/** Silences and runs, side by side, each as wide as it was long. */
function timeline(reply) {
  const bars = [];
  const bar = (tier, from, to) => {
    const span = element("span", "");
    span.dataset.tier = tier;
    span.style.flexGrow = Math.max(to - from, 1);
    bars.push(span);
  };
  let at = 0;
  for (const run of reply.runs) {
    bar("", at, run.from);
    bar(run.tier || "untold", run.from, run.to);
    at = run.to;
  }
  return bars;
}

function making({ plan, requestId, error, account }) {
  return {
    Plan: plan,
    Models: account?.models.join(", "),
    "Service’s clock":
      account &&
      `first words ${formatTime(account.ttft_ms)}, whole reply ${formatTime(account.latency_ms)}`,
    Error: [error?.type, error?.code].filter(Boolean).join(", "),
    Request: requestId,
  };
}

function legRow(leg) {
  const { input_tokens, output_tokens, reported } = leg.usage;
  const row = document.createElement("tr");
  const cells = [
    speakerName(leg.tier, leg.model),
    formatTime(leg.started_ms),
    formatTime(leg.first_text_ms),
    formatTime(leg.ended_ms),
    [leg.outcome, leg.error].filter(Boolean).join(": "),
    `${reported ? "" : "about "}${input_tokens}, ${output_tokens}`,
    leg.cost_cents === null ? "unknown" : formatCents(leg.cost_cents),
  ];
  row.append(...cells.map((text) => element("td", text)));
  return row;
}

function speakerName(tier, model) {
  return [...new Set([tier, model])].filter(Boolean).join(" · ") || "unnamed";
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function formatTime(ms) {
  if (ms === null) return "none";
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

function formatCents(cents) {
  return `${Number(cents.toPrecision(2))} ¢`;
}

// -- the page ----------------------------------------------------------------

const $ = (id) => document.getElementById(id);
const turns = []; // {question, reply, view}
let running = null; // the AbortController of the reply being written

async function ask(question) {
  turns.at(-1)?.view.withdrawAgain();
  const messages = [...history(), { role: "user", content: question }];
  const turn = { question, reply: new Reply(), view: new TurnView(question) };
  turns.push(turn);
  $("conversation").append(turn.view.root);
  turn.view.show(turn.reply);
  running = new AbortController();
  showControls();
  scrollToEnd();
  await fetchReply(turn.reply, requestBody(messages), {
    key,
    signal: running.signal,
    opened: () => turn.view.showMaking(turn.reply),
    grew: (growth) =>
      followEnd(() => {
        turn.view.add(growth);
        turn.view.show(turn.reply);
      }),
  });
  if (!turns.includes(turn)) return; // a new conversation began meanwhile
  running = null;
  showControls();
  followEnd(() => {
    turn.view.show(turn.reply);
    turn.view.showMaking(turn.reply);
    turn.view.offerAgain(askAgain);
  });
  if (turn.reply.status === 401) askForKey();
}

function askAgain() {
  const { question, view } = turns.pop();
  view.root.remove();
  $("question").focus();
  ask(question);
}

/** Turns that got no word of reply are left out: the model has nothing to learn from them. */
function history() {
  return turns
    .map(({ question, reply }) => ({ question, answer: reply.quoted }))
    .filter(({ answer }) => answer !== "")
    .flatMap(({ question, answer }) => [
      { role: "user", content: question },
      { role: "assistant", content: answer },
    ]);
}

function requestBody(messages) {
  const prelude = { trace: true };
  if ($("strategy").value !== "auto") prelude.strategy = $("strategy").value;
  if (!$("draft").checked) prelude.draft = "none";
  return {
    model: "auto",
    stream: true,
    stream_options: { include_usage: true },
    prelude,
    messages,
  };
}

function showControls() {
  $("welcome").hidden = turns.length > 0;
  $("fresh").hidden = turns.length === 0;
  $("send").textContent = running ? "Stop" : "Send";
  $("send").classList.toggle("is-stop", running !== null);
}

function submit() {
  const question = $("question").value.trim();
  if (running || question === "") return;
  $("question").value = "";
  $("question").focus();
  ask(question);
}

// A reader who scrolled up to read is left there.
function followEnd(change) {
  const { scrollHeight } = document.documentElement;
  const isAtEnd = innerHeight + scrollY > scrollHeight - 80;
  change();
  if (isAtEnd) scrollToEnd();
}

function scrollToEnd() {
  scrollTo(0, document.documentElement.scrollHeight);
}

// -- the key: asked for only when the service wants one ----------------------

const KEY = "prelude-api-key";
let key = "";

function recallKey() {
  try {
    key = sessionStorage.getItem(KEY) ?? "";
  } catch {
    // The browser keeps nothing for us: a key lasts as long as the page.
  }
}

function rememberKey(given) {
  key = given;
  try {
    sessionStorage.setItem(KEY, given);
  } catch {
    // As above.
  }
}

function askForKey() {
  if (key) $("key-why").textContent = "That key was refused. Try another.";
  rememberKey("");
  $("key-form").hidden = false;
  $("key").focus();
  scrollToEnd();
}

function useKey() {
  rememberKey($("key").value.trim());
  $("key").value = "";
  $("key-form").hidden = true;
  askAgain();
}

// -- wiring ------------------------------------------------------------------

function listen() {
  $("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  $("send").addEventListener("click", (event) => {
    if (!running) return; // the form's own submit
    event.preventDefault();
    if (event.detail < 2) running.abort(); // the second half of a double click is no Stop
  });
  $("question").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") running?.abort();
  });
  $("key-form").addEventListener("submit", (event) => {
    event.preventDefault();
    useKey();
  });
  $("fresh").addEventListener("click", () => {
    running?.abort();
    running = null;
    turns.length = 0;
    $("conversation").replaceChildren();
    showControls();
    $("question").focus();
  });
  $("tint").addEventListener("change", () => {
    document.body.classList.toggle("is-plain", !$("tint").checked);
  });
  for (const example of document.querySelectorAll(".example")) {
    example.addEventListener("click", () => {
      $("question").value = example.textContent;
      $("question").focus();
    });
  }
}

async function showNews() {
  const response = await fetch("page.json").catch(() => null);
  if (!response?.ok) return; // the page works without it
  const { notice, version } = await response.json();
  $("notice").textContent = notice;
  $("notice").hidden = notice === "";
  $("version").textContent = `Prelude ${version}`;
}

recallKey();
listen();
showNews();
