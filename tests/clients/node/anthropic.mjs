// Anthropic's own SDK for Node.

import { load, PARAMETERS, play, QUESTION, TOOL, TOOL_DOC } from "./playing.mjs";

const { Anthropic } = load("@anthropic-ai/sdk");
const { zodOutputFormat } = load("@anthropic-ai/sdk/helpers/zod");
const { z } = load("zod");

const TURN = { role: "user", content: QUESTION };
const Place = z.object({ city: z.string() });

const client = ({ url, key }) => new Anthropic({ baseURL: url, apiKey: key, maxRetries: 0 });
const asked = ({ model }) => ({ model, max_tokens: 4096, messages: [TURN] });
const textOf = ({ content }) => content.map((block) => block.text ?? "").join("");
const end = ({ stop_reason, usage }) => ({
  finish: stop_reason,
  usage: [usage.input_tokens, usage.output_tokens],
});

const messages = {
  async whole(door) {
    const reply = await client(door).messages.create(asked(door));
    return { text: textOf(reply), ...end(reply) };
  },
  async *stream(door) {
    const told = client(door).messages.stream(asked(door));
    for await (const event of told) yield event.delta?.text;
    return end(await told.finalMessage());
  },
  async tool(door) {
    const api = client(door).messages;
    const tools = [{ name: TOOL, description: TOOL_DOC, input_schema: PARAMETERS }];
    const called = await api.create({ ...asked(door), tools });
    const [call] = called.content.filter((block) => block.type === "tool_use");
    const result = { type: "tool_result", tool_use_id: call.id, content: "rain" };
    const final = await api.create({
      ...asked(door),
      tools,
      messages: [
        TURN,
        { role: "assistant", content: called.content },
        { role: "user", content: [result] },
      ],
    });
    return { name: call.name, arguments: call.input, text: textOf(final) };
  },
  async form(door) {
    const output_config = { format: zodOutputFormat(Place) };
    const reply = await client(door).messages.parse({ ...asked(door), output_config });
    return { city: reply.parsed_output.city };
  },
};

await play({ messages });
