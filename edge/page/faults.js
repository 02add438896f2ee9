// The switch that breaks the next replies of a simulated target, so that the recovery can be seen.
//
// The simulator hears of it in the request's `metadata`, under the model's name there; a real
// platform would hear of nothing, and the switch is not shown for one.

import { $ } from "./elements.js";

const FAULTS = {
  stall: "fault=stall&after=160",
  cut: "fault=cut&after=160",
  hang: "fault=hang",
  busy: "fault=429",
};

export class FaultSwitch {
  #model = null;

  /** `simulated`: names of models as the simulator knows them; the first one is broken. */
  offer(simulated) {
    this.#model = simulated[0] ?? null;
    $("faults").hidden = this.#model === null;
  }

  /** The `metadata` of the next request, or null. */
  get metadata() {
    const chosen = FAULTS[new FormData($("faults")).get("fault")];
    return this.#model && chosen ? { [this.#model]: chosen } : null;
  }
}
