// What `useChat` is made of: the AI SDK's chat with its own transport, and no page around it.
// Plays cases at API, and tells each in a line of JSON.

import { load } from "./playing.mjs";

const { AbstractChat, DefaultChatTransport, lastAssistantMessageIsCompleteWithToolCalls } =
  load("ai");

class State {
  status = "ready";
  error = undefined;
  messages = [];
  seen = new Set(); // what the last message said, at any time

  pushMessage = (message) => this.#keep([...this.messages, message]);
  popMessage = () => this.#keep(this.messages.slice(0, -1));
  replaceMessage = (index, message) => this.#keep(this.messages.with(index, message));
  snapshot = (thing) => structuredClone(thing);

  #keep(messages) {
    this.messages = messages;
    const last = messages.at(-1);
    if (last?.role === "assistant") this.seen.add(texts(last).join("|"));
  }
}

class Chat extends AbstractChat {
  constructor(options) {
    const transport = new DefaultChatTransport({ api: process.env[options.line ?? "API"] });
    super({ ...options, state: new State(), transport });
  }

  get seen() {
    return [...this.state.seen];
  }
}

const texts = (message) =>
  message.parts.filter((part) => part.type === "text").map((part) => part.text);

async function tell(name, play) {
  const ends = [];
  const make = (options = {}) => new Chat({ ...options, onFinish: (end) => ends.push(end) });
  const chat = await play(make);
  const last = chat.messages.at(-1);
  const { isAbort, isError, finishReason } = ends.at(-1) ?? {};
  const told = {
    case: name,
    status: chat.status,
    error: chat.error?.message,
    roles: chat.messages.map(({ role }) => role),
    texts: last.role === "assistant" ? texts(last) : [],
    parts: last.parts,
    metadata: last.metadata,
    seen: chat.seen,
    end: { isAbort, isError, finishReason },
  };
  console.log(JSON.stringify(told));
}

const QUESTION = { text: "Do tides exist?" };
const asking = (body) => async (make) => {
  const chat = make();
  await chat.sendMessage(QUESTION, { body });
  return chat;
};

await tell("whole", asking({}));
await tell("thoughts", asking({ model: "mine/thinker" }));
await tell("broken", asking({ model: "mine/broken" }));
await tell("refused", asking({ model: "mine/nobody" }));
await tell("cut", asking({ prelude: { targets: ["mine/cut", "mine/rest"] } }));
await tell("contrary", asking({ prelude: { targets: ["mine/no"], strategy: "parallel", draft: "local" } }));
await tell("opening", async (make) => {
  const chat = make();
  const body = { prelude: { targets: ["mine/yes"], strategy: "preamble", draft: "local" } };
  await chat.sendMessage(QUESTION, { body });
  await chat.sendMessage({ text: "Why?" }, { body });
  return chat;
});
await tell("tool", async (make) => {
  const body = { model: "mine/caller", tools: [{ type: "function", function: { name: "tide" } }] };
  let answered;
  const done = new Promise((resolve) => (answered = resolve));
  const chat = make({
    sendAutomaticallyWhen: lastAssistantMessageIsCompleteWithToolCalls,
    onToolCall({ toolCall: { toolCallId, toolName, input } }) {
      const output = { [toolName]: input };
      chat.addToolOutput({ tool: toolName, toolCallId, output, options: { body } }).then(answered);
    },
  });
  await chat.sendMessage(QUESTION, { body });
  await done;
  while (chat.status !== "ready") await new Promise((resolve) => setTimeout(resolve, 5));
  return chat;
});
await tell("stopped", async (make) => {
  const chat = make();
  const sent = chat.sendMessage(QUESTION, { body: { model: "mine/forever" } });
  while (chat.seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await chat.stop();
  await sent;
  return chat;
});

// Its line is cut behind the first words (by whoever stands at CUT_API), and it asks for the rest.
const cutThere = async (make) => {
  const chat = make({ line: "CUT_API" });
  await chat.sendMessage(QUESTION, { body: { model: "mine/tidal", resume: true } });
  if (chat.status !== "error") throw new Error(`not cut: ${chat.status}`);
  return chat;
};
await tell("resumed", async (make) => {
  const chat = await cutThere(make);
  await chat.resumeStream();
  return chat;
});
await tell("resumed by another page", async (make) => {
  const { id, messages } = await cutThere(make);
  const chat = make({ id });
  chat.messages = messages.slice(0, 1);
  await chat.resumeStream();
  return chat;
});
await tell("nothing to resume", async (make) => {
  const chat = make();
  await chat.sendMessage(QUESTION, { body: { resume: true } });
  await chat.resumeStream();
  return chat;
});
