// The questions and replies so far: what is asked next, asked again, stopped, and what it cost.

import { fetchReply } from "./asking.js";
import { $ } from "./elements.js";
import { formatCents } from "./figures.js";
import { Reply } from "./reply.js";
import { TurnView } from "./turn.js";

export class Conversation {
  #turns = []; // {question, reply, view}
  #running = null; // the AbortController of the reply being written
  #spent = { cents: 0, isKnown: true, replies: 0 };
  #parts;

  /** `parts`: {key, settings, faults}, and `ended`, which is called after each reply. */
  constructor(parts) {
    this.#parts = parts;
  }

  get isRunning() {
    return this.#running !== null;
  }

  get isEmpty() {
    return this.#turns.length === 0;
  }

  stop() {
    this.#running?.abort();
  }

  /** Forget all; a reply under way is stopped. What was spent stays spent. */
  clear() {
    this.stop();
    this.#running = null;
    this.#turns.length = 0;
    $("conversation").replaceChildren();
    this.#showControls();
  }

  async ask(question) {
    this.#turns.at(-1)?.view.offerActs(false);
    const messages = [...this.#history(), { role: "user", content: question }];
    const acts = { again: () => this.askAgain(), reword: () => this.#reword() };
    const turn = { question, reply: new Reply(), view: new TurnView(question, acts) };
    this.#turns.push(turn);
    $("conversation").append(turn.view.root);
    turn.view.show(turn.reply);
    this.#running = new AbortController();
    this.#showControls();
    scrollToEnd();
    await this.#fetch(turn, messages);
    this.#count(turn.reply);
    if (turn.reply.status !== null) this.#parts.ended(); // else there is nobody to ask
    if (!this.#turns.includes(turn)) return; // a new conversation began meanwhile
    this.#running = null;
    this.#showControls();
    followEnd(() => {
      turn.view.show(turn.reply);
      turn.view.offerActs(true);
    });
    if (turn.reply.status === 401) this.#parts.key.ask();
  }

  /** The last question anew: its reply so far is gone. */
  askAgain() {
    const question = this.#takeLast();
    $("question").focus();
    this.ask(question);
  }

  #reword() {
    $("question").value = this.#takeLast();
    $("question").focus();
    this.#turns.at(-1)?.view.offerActs(true);
    this.#showControls();
  }

  #takeLast() {
    const { question, view } = this.#turns.pop();
    view.root.remove();
    return question;
  }

  async #fetch(turn, messages) {
    const { key, settings, faults } = this.#parts;
    let frame = null;
    const draw = () => {
      frame = null;
      followEnd(() => turn.view.show(turn.reply));
    };
    await fetchReply(turn.reply, settings.body(messages, faults.metadata), {
      key: key.value,
      signal: this.#running.signal,
      heard: () => (frame ??= requestAnimationFrame(draw)), // words come faster than a screen shows
    });
    cancelAnimationFrame(frame);
  }

  /** Turns that got no word of reply are left out: the model has nothing to learn from them. */
  #history() {
    return this.#turns
      .map(({ question, reply }) => ({ question, answer: reply.quoted }))
      .filter(({ answer }) => answer !== "")
      .flatMap(({ question, answer }) => [
        { role: "user", content: question },
        { role: "assistant", content: answer },
      ]);
  }

  /** One that was stopped or cut off never came to say what it cost. */
  #count({ account, outcome }) {
    if (!account && !["stopped", "cut"].includes(outcome.kind)) return;
    this.#spent.replies += 1;
    this.#spent.cents += account?.cost_cents ?? 0;
    this.#spent.isKnown &&= account?.cost_known ?? false;
    const { cents, isKnown, replies } = this.#spent;
    const many = replies === 1 ? "1 reply" : `${replies} replies`;
    $("spent").textContent = `${isKnown ? "" : "at least "}${formatCents(cents)} · ${many}`;
    $("spent").hidden = false;
  }

  #showControls() {
    $("welcome").hidden = !this.isEmpty;
    $("fresh").hidden = this.isEmpty;
    $("send").classList.toggle("is-stop", this.isRunning);
    $("send-name").textContent = this.isRunning ? "Stop" : "Send";
  }
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
