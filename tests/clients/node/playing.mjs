// Somebody else's client plays the same cases as all others, and tells each in a line of JSON: as
// `tests/clients/python/playing.py` says. The packages are where PACKAGES says.

import { createRequire } from "node:module";

export const load = createRequire(process.env.PACKAGES);

export const QUESTION = "Why does the sea have tides?";
export const TOOL = "weather";
export const TOOL_DOC = "Tells the weather.";
export const PARAMETERS = {
  type: "object",
  properties: { city: { type: "string" } },
  required: ["city"],
  additionalProperties: false,
};

export async function play(players) {
  const door = { url: process.env.BASE_URL, key: process.env.KEY, model: "auto" };
  const named = (model) => ({ ...door, model });
  for (const [client, player] of Object.entries(players)) {
    const tell = (name, ask) => tellCase(client, name, ask);
    await tell("whole", () => player.whole(door));
    await tell("stream", () => player.stream(named("sim/paced")));
    await tell("tool", () => player.tool(named("sim/caller")));
    await tell("form", () => player.form(door));
    if (player.turns) await tell("turns", () => player.turns(door));
    await tell("opening", () => player.stream({ ...door, url: process.env.OPENING_URL }));
    await cutTheNext();
    await tell("cut", () => player.stream(door));
    await tell("unfinished", () => player.stream(named("sim/broken")));
    await tell("busy", () => player.whole(named("sim/busy")));
    await tell("no model", () => player.whole(named("nobody/big")));
    await tell("wrong key", () => player.whole({ ...door, key: "wrong-key-0123456789" }));
  }
}

/** At the door that goes on with a text, where a model neither calls nor fills in forms. */
export async function playTexts(players) {
  const door = { url: process.env.BASE_URL, key: process.env.KEY, model: "auto" };
  for (const [client, player] of Object.entries(players)) {
    const tell = (name, ask) => tellCase(client, name, ask);
    await tell("whole", () => player.whole(door));
    await tell("stream", () => player.stream(door));
    await tell("no model", () => player.whole({ ...door, model: "nobody/big" }));
    await tell("wrong key", () => player.whole({ ...door, key: "wrong-key-0123456789" }));
  }
}

async function cutTheNext() {
  const body = JSON.stringify({ fault: "cut", after: 120 });
  const answer = await fetch(process.env.CONTROL_URL, { method: "POST", body });
  await answer.arrayBuffer();
}

async function tellCase(client, name, ask) {
  const told = { client, case: name };
  const pieces = [];
  try {
    Object.assign(told, await heard(ask(), pieces));
  } catch (error) {
    told.raised = error.constructor.name;
    told.status = error.status ?? error.statusCode ?? null;
    told.message = String(error.message);
  }
  if (pieces.length > 0) Object.assign(told, { text: pieces.join(""), pieces: pieces.length });
  console.log(JSON.stringify(told));
}

/** A stream is a generator of pieces of text, which returns what is told beside them. */
async function heard(reply, pieces) {
  if (reply[Symbol.asyncIterator] === undefined) return reply;
  for (;;) {
    const { value, done } = await reply.next();
    if (done) return value;
    if (value) pieces.push(value);
  }
}
