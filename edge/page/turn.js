// One question and its reply on the page.

import { element, fromTemplate, patch } from "./elements.js";
import { explain, reasonsOf, story } from "./explaining.js";
import { formatCents, formatTime, speakerName } from "./figures.js";
import { Spoken } from "./spoken.js";
import { isTinted } from "./tint.js";
import { chart, tableRow, thinBar } from "./timeline.js";
import { Writing } from "./writing.js";

export class TurnView {
  #root;
  #part;
  #writing;
  #spoken = new Spoken();
  #reply = null;

  /** `acts`: what the buttons of the last turn do, by their class. */
  constructor(question, acts) {
    [this.#root, this.#part] = fromTemplate("turn");
    this.#part("question").textContent = question;
    this.#writing = new Writing(
      this.#part("words"),
      (run) => `${speakerName(run)}, from ${formatTime(run.from)}`,
    );
    this.#part("tint").setAttribute("aria-pressed", isTinted());
    for (const [name, act] of Object.entries(acts)) this.#part(name).addEventListener("click", act);
    this.#part("making").addEventListener("toggle", () => this.#drawChart());
  }

  get root() {
    return this.#root;
  }

  /** Only the last turn can be asked again or put in other words, once its reply has ended. */
  offerActs(isOffered) {
    for (const name of ["again", "reword"]) this.#part(name).hidden = !isOffered;
  }

  /** How far it is, and how fast it came. */
  show(reply) {
    const { kind, says } = reply.outcome;
    this.#root.dataset.outcome = kind;
    // Not at each chunk: a screen reader says a status again whenever it is set.
    if (this.#part("state").textContent !== says) this.#part("state").textContent = says;
    this.#writing.show(reply);
    this.#spoken.say(this.#writing.settledText(reply.isOpen));
    this.#figure("first", reply.firstAt, formatTime);
    this.#figure("handover", reply.handoverAt, formatTime);
    this.#figure("total", reply.firstAt && reply.endedAt, formatTime);
    this.#figure("cost", reply.account?.cost_known ? reply.account.cost_cents : null, formatCents);
    this.#part("timeline").replaceChildren(...thinBar(reply));
    this.#showSpeakers(reply);
    this.#showMaking(reply);
  }

  #figure(name, value, format) {
    this.#part(name).hidden = value === null;
    if (value !== null) this.#part(name).querySelector("dd").textContent = format(value);
  }

  #showSpeakers({ runs }) {
    const names = new Map(runs.map((run) => [speakerName(run), run.tier]));
    const chips = [...names].map(([name, tier]) => element("li", { "data-tier": tier }, name));
    this.#list("speakers", chips);
    this.#part("tint").hidden = runs.length === 0;
    this.#part("copy-all").hidden = runs.length === 0;
  }

  /** The plan is known at once, the rest at the end. */
  #showMaking(reply) {
    this.#reply = reply;
    const facts = Object.entries(factsOf(reply)).filter(([, value]) => value);
    const legs = reply.account?.legs ?? [];
    this.#part("making").hidden = facts.length === 0;
    this.#list("why", explain(reply).map((says) => element("p", {}, says)));
    this.#list("reasons", reasonsOf(reply).map((reason) => element("li", {}, reason)));
    this.#list(
      "facts",
      facts.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
    );
    this.#part("table").hidden = legs.length === 0;
    this.#part("legs").tBodies[0].replaceChildren(...legs.map(tableRow));
    this.#drawChart();
  }

  #drawChart() {
    if (!this.#part("making").open || !this.#reply) return;
    this.#list("chart", chart(this.#reply));
    this.#list("story", story(this.#reply).map(storyLine));
  }

  #list(name, nodes) {
    const next = document.createDocumentFragment();
    next.append(...nodes);
    patch(this.#part(name), next);
    this.#part(name).hidden = nodes.length === 0;
  }
}

function storyLine({ at, says, kind }) {
  const instant = element("span", { class: "at" }, formatTime(at));
  return element("li", { "data-kind": kind || null }, instant, says);
}

function factsOf({ plan, requestId, error, account }) {
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
