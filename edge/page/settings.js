// What a request asks for besides its messages. Remembered by this browser, from visit to visit;
// a key never is.

import { $, element } from "./elements.js";

const NAME = "prelude-settings";
const PRELUDE = ["strategy", "draft", "task", "priority"];
const PRELUDE_NUMBERS = ["max_latency_ms", "max_cost_cents", "quality"];
const NUMBERS = ["temperature", "max_completion_tokens"];

export class RequestSettings {
  #form = $("settings-form");

  #key;

  constructor(key) {
    this.#key = key;
    this.#recall();
    this.#form.addEventListener("input", () => this.#remember());
    $("settings-open").addEventListener("click", () => {
      $("settings").showModal();
      this.#offerModels();
    });
    $("settings-reset").addEventListener("click", () => {
      this.#form.reset();
      this.#remember();
    });
    $("settings").addEventListener("click", (event) => {
      if (event.target === $("settings")) $("settings").close(); // beside the panel
    });
  }

  /** The body of a request; `metadata` travels with it to whoever is called. */
  body(messages, metadata) {
    const value = (name) => this.#form.elements[name].value.trim();
    const prelude = { trace: true };
    for (const name of PRELUDE) if (value(name)) prelude[name] = value(name);
    for (const name of PRELUDE_NUMBERS) if (value(name)) prelude[name] = Number(value(name));
    const targets = value("targets").split(/[\s,]+/).filter(Boolean);
    if (targets.length > 0) prelude.targets = targets;
    const system = value("system") ? [{ role: "system", content: value("system") }] : [];
    const body = {
      model: value("model") || "auto",
      stream: true,
      stream_options: { include_usage: true },
      prelude,
      messages: [...system, ...messages],
    };
    for (const name of NUMBERS) if (value(name)) body[name] = Number(value(name));
    return metadata ? { ...body, metadata } : body;
  }

  async #offerModels() {
    const headers = this.#key.value ? { authorization: `Bearer ${this.#key.value}` } : {};
    const response = await fetch("v1/models", { headers }).catch(() => null);
    const { data } = response?.ok ? await response.json() : { data: [] };
    $("models").replaceChildren(...data.map(({ id }) => element("option", { value: id })));
  }

  #remember() {
    this.#showCount();
    try {
      localStorage.setItem(NAME, JSON.stringify(this.#chosen()));
    } catch {
      // The browser keeps nothing for us: they last as long as the page.
    }
  }

  #recall() {
    try {
      const chosen = JSON.parse(localStorage.getItem(NAME)) ?? {};
      for (const [name, value] of Object.entries(chosen)) {
        if (name in this.#form.elements) this.#form.elements[name].value = String(value);
      }
    } catch {
      // As above, or it is not what we wrote.
    }
    this.#showCount();
  }

  #chosen() {
    return Object.fromEntries([...new FormData(this.#form)].filter(([, value]) => value.trim()));
  }

  #showCount() {
    const count = Object.keys(this.#chosen()).length;
    $("settings-count").textContent = count ? `${count} changed` : "";
  }
}
