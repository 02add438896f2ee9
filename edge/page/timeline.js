// A reply's time, drawn: what the reader saw, and each leg behind it, on one scale.
//
// The drawing is for the eye; the table beside it says the same to everybody else.

import { element } from "./elements.js";
import { formatCents, formatTime, speakerName } from "./figures.js";

/** One thin bar of silences and runs, side by side, each as wide as it was long. */
export function thinBar(reply) {
  const bars = [];
  const bar = (tier, from, to) => {
    const span = element("span", { "data-tier": tier });
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

/** Rows of the large drawing: the reader, the legs, the scale, and what its signs mean. */
export function chart(reply) {
  const legs = reply.account?.legs ?? [];
  const ends = [reply.endedAt ?? 0, reply.runs.at(-1)?.to ?? 0, ...legs.map((leg) => leg.ended_ms)];
  const whole = Math.max(1, ...ends);
  const scale = new Scale(whole);
  const rows = legs.map((leg) => legRow(leg, scale));
  return [seenRow(reply, scale), ...rows, axisRow(scale), legend()];
}

export function tableRow(leg) {
  const { input_tokens, output_tokens, reported } = leg.usage;
  const cells = [
    speakerName(leg),
    formatTime(leg.started_ms),
    formatTime(leg.first_text_ms),
    formatTime(leg.ended_ms),
    [leg.outcome, leg.error].filter(Boolean).join(": "),
    `${reported ? "" : "about "}${input_tokens}, ${output_tokens}`,
    leg.cost_cents === null ? "unknown" : formatCents(leg.cost_cents),
  ];
  return element("tr", {}, ...cells.map((text) => element("td", {}, text)));
}

class Scale {
  #whole;

  constructor(whole) {
    this.#whole = whole;
  }

  /** Three to six round instants. */
  get ticks() {
    const rough = this.#whole / 4;
    const unit = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((n) => n * unit).find((size) => size >= rough);
    const ticks = [];
    for (let at = 0; at <= this.#whole; at += step) ticks.push(at);
    return ticks;
  }

  place(mark, from, to = from) {
    mark.style.left = `${(100 * from) / this.#whole}%`;
    if (to > from) mark.style.width = `${(100 * (to - from)) / this.#whole}%`;
    return mark;
  }
}

function seenRow(reply, scale) {
  const marks = [];
  if (reply.firstAt) marks.push(bar("wait", "", 0, reply.firstAt, scale));
  for (const { tier, from, to } of reply.runs) {
    marks.push(bar("speaks", tier || "untold", from, to, scale));
  }
  for (const { from, to } of reply.silences) marks.push(bar("silence", "", from, to, scale));
  return row("What you saw", "", marks);
}

function legRow(leg, scale) {
  const { tier, started_ms: began, first_text_ms: first, ended_ms: ended } = leg;
  const marks = [bar("wait", tier, began, first ?? ended, scale)];
  if (first !== null) marks.push(bar("speaks", tier, first, ended, scale));
  const ending = { failed: "is-fault", cancelled: "is-cut" }[leg.outcome];
  if (ending) marks.push(scale.place(element("span", { class: `ending ${ending}` }), ended));
  return row(leg.model, tier, marks);
}

function axisRow(scale) {
  const marks = scale.ticks.map((at) =>
    scale.place(element("span", { class: "tick" }, at === 0 ? "0" : shortTime(at)), at),
  );
  return row("", "", marks, "row axis");
}

function row(label, tier, marks, kind = "row") {
  return element(
    "div",
    { class: kind, "data-tier": tier || null },
    element("span", { class: "who" }, label),
    element("span", { class: "track" }, ...marks),
  );
}

function legend() {
  const meanings = { wait: "waits", speaks: "speaks", silence: "nothing comes" };
  const entries = Object.entries(meanings).map(([kind, means]) =>
    element("span", {}, element("i", { class: `bar ${kind}` }), means),
  );
  return element("div", { class: "legend" }, ...entries);
}

function bar(kind, tier, from, to, scale) {
  const mark = element("span", { class: `bar ${kind}`, "data-tier": tier || null });
  return scale.place(mark, from, to);
}

function shortTime(ms) {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${Number((ms / 1000).toFixed(2))} s`;
}
