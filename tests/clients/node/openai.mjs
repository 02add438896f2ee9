// OpenAI's own SDK for Node.

import { load, PARAMETERS, play, playTexts, QUESTION, TOOL, TOOL_DOC } from "./playing.mjs";

const { OpenAI } = load("openai");
const { zodResponseFormat, zodTextFormat } = load("openai/helpers/zod");
const { z } = load("zod");

const TURN = { role: "user", content: QUESTION };
const FUNCTION = { name: TOOL, description: TOOL_DOC, parameters: PARAMETERS };
const Place = z.object({ city: z.string() });

const client = ({ url, key }) => new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0 });

const chatEnd = ({ choices, usage }) => ({
  finish: choices[0].finish_reason,
  usage: [usage.prompt_tokens, usage.completion_tokens],
});

const chat = {
  async whole(door) {
    const reply = await client(door).chat.completions.create({ model: door.model, messages: [TURN] });
    return { text: reply.choices[0].message.content, ...chatEnd(reply) };
  },
  async *stream(door) {
    const told = client(door).chat.completions.stream({
      model: door.model,
      messages: [TURN],
      stream_options: { include_usage: true },
    });
    for await (const chunk of told) yield chunk.choices[0]?.delta.content;
    return chatEnd(await told.finalChatCompletion());
  },
  async tool(door) {
    let name, args;
    const weather = (given) => {
      [name, args] = [TOOL, given];
      return "rain";
    };
    const run = client(door).chat.completions.runTools({
      model: door.model,
      messages: [TURN],
      tools: [{ type: "function", function: { ...FUNCTION, function: weather, parse: JSON.parse } }],
    });
    return { text: await run.finalContent(), name, arguments: args };
  },
  async form(door) {
    const reply = await client(door).chat.completions.parse({
      model: door.model,
      messages: [TURN],
      response_format: zodResponseFormat(Place, "place"),
    });
    return { city: reply.choices[0].message.parsed.city };
  },
};

const end = ({ status, usage }) => ({ finish: status, usage: [usage.input_tokens, usage.output_tokens] });

const responses = {
  async whole(door) {
    const reply = await client(door).responses.create({ model: door.model, input: QUESTION });
    return { text: reply.output_text, ...end(reply) };
  },
  async *stream(door) {
    const told = client(door).responses.stream({ model: door.model, input: QUESTION });
    for await (const event of told) {
      if (event.type === "response.output_text.delta") yield event.delta;
      // The SDK hands failures on as events, and leaves it to us to mind them.
      if (event.type === "response.failed") throw new Failed(event.response.error.message);
    }
    return end(await told.finalResponse());
  },
  async tool(door) {
    const api = client(door).responses;
    const asked = { model: door.model, tools: [{ type: "function", strict: true, ...FUNCTION }] };
    const called = await api.create({ ...asked, input: QUESTION });
    const [call] = called.output.filter((item) => item.type === "function_call");
    const result = { type: "function_call_output", call_id: call.call_id, output: "rain" };
    const final = await api.create({ ...asked, input: [result], previous_response_id: called.id });
    return { name: call.name, arguments: call.arguments, text: final.output_text };
  },
  async form(door) {
    const reply = await client(door).responses.parse({
      model: door.model,
      input: QUESTION,
      text: { format: zodTextFormat(Place, "place") },
    });
    return { city: reply.output_parsed.city };
  },
};

class Failed extends Error {}

const completions = {
  async whole(door) {
    const asked = { model: door.model, prompt: QUESTION, max_tokens: 4096 };
    const reply = await client(door).completions.create(asked);
    return { text: reply.choices[0].text, ...chatEnd(reply) };
  },
  async *stream(door) {
    const last = { choices: [{}] };
    const told = await client(door).completions.create({
      model: door.model,
      prompt: QUESTION,
      max_tokens: 4096,
      stream: true,
      stream_options: { include_usage: true },
    });
    for await (const { choices, usage } of told) {
      yield choices[0]?.text;
      if (choices[0]?.finish_reason) last.choices = choices;
      if (usage) last.usage = usage;
    }
    return chatEnd(last);
  },
};

await play({ chat, responses });
await playTexts({ completions });
