// What a screen reader says of a reply: whole blocks, when they are whole, and each once.
//
// The words themselves arrive some twenty times a second; read out like that nobody could listen.

import { $, element } from "./elements.js";

export class Spoken {
  #said = 0;

  constructor() {
    $("spoken").replaceChildren();
  }

  /** `blocks`: the text of those that are whole, from the first one on. */
  say(blocks) {
    for (const text of blocks.slice(this.#said)) $("spoken").append(element("p", {}, text));
    this.#said = Math.max(this.#said, blocks.length);
  }
}
