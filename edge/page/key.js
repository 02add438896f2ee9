// The API key: asked for only when the service wants one, kept in this tab until it is closed.

import { $ } from "./elements.js";

const NAME = "prelude-api-key";

export class Key {
  #key = "";

  constructor(use) {
    try {
      this.#key = sessionStorage.getItem(NAME) ?? "";
    } catch {
      // The browser keeps nothing for us: a key lasts as long as the page.
    }
    $("key-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#remember($("key").value.trim());
      $("key").value = "";
      $("key-form").hidden = true;
      use();
    });
  }

  get value() {
    return this.#key;
  }

  ask() {
    if (this.#key) $("key-why").textContent = "That key was refused. Try another.";
    this.#remember("");
    $("key-form").hidden = false;
    $("key").focus();
    $("key-form").scrollIntoView({ block: "nearest" });
  }

  #remember(given) {
    this.#key = given;
    try {
      sessionStorage.setItem(NAME, given);
    } catch {
      // As above.
    }
  }
}
