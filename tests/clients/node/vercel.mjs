// The Vercel AI SDK with four of its providers: chat, responses, messages, and what is alike OpenAI.

import { load, play, playTexts, QUESTION, TOOL, TOOL_DOC } from "./playing.mjs";

const { generateObject, generateText, isStepCount, streamText, tool } = load("ai");
const { createAnthropic } = load("@ai-sdk/anthropic");
const { createOpenAI } = load("@ai-sdk/openai");
const { createOpenAICompatible } = load("@ai-sdk/openai-compatible");
const { z } = load("zod");

const end = ({ finishReason, usage }) => ({
  finish: finishReason,
  usage: [usage.inputTokens, usage.outputTokens],
});

function player(makeModel, members = {}) {
  const asked = (door) => ({ model: makeModel(door), prompt: QUESTION, maxRetries: 0, ...members });
  return {
    async whole(door) {
      const reply = await generateText(asked(door));
      return { text: reply.text, ...end(reply) };
    },
    async *stream(door) {
      let told = {};
      const { fullStream } = streamText({ ...asked(door), onError: () => {} });
      for await (const part of fullStream) {
        if (part.type === "text-delta") yield part.text;
        if (part.type === "error") throw part.error;
        if (part.type === "finish") told = end({ ...part, usage: part.totalUsage });
      }
      return told;
    },
    async tool(door) {
      let args;
      const execute = (given) => {
        args = given;
        return "rain";
      };
      const inputSchema = z.object({ city: z.string() });
      const weather = tool({ description: TOOL_DOC, inputSchema, execute });
      const reply = streamText({
        ...asked(door),
        tools: { [TOOL]: weather },
        stopWhen: isStepCount(2),
      });
      const [first] = await reply.steps;
      return { name: first.toolCalls[0].toolName, arguments: args, text: await reply.text };
    },
    async turns(door) {
      const { prompt, ...rest } = asked(door);
      const question = { role: "user", content: prompt };
      const first = await generateText({ ...rest, messages: [question] });
      const messages = [question, ...first.response.messages, question];
      const reply = await generateText({ ...rest, messages });
      return { text: reply.text, ...end(reply) };
    },
    async form(door) {
      const schema = z.object({ city: z.string() });
      const { object } = await generateObject({ ...asked(door), schema });
      return object;
    },
  };
}

const provider = (make) => (door) =>
  make({ name: "ours", baseURL: `${door.url}/v1`, apiKey: door.key });
const openai = provider(createOpenAI);
const compatible = provider((settings) =>
  createOpenAICompatible({ ...settings, includeUsage: true, supportsStructuredOutputs: true }),
);

const { whole, stream } = player((door) => openai(door).completion(door.model), { maxOutputTokens: 4096 });

await play({
  chat: player((door) => openai(door).chat(door.model)),
  compatible: player((door) => compatible(door)(door.model)),
  responses: player((door) => openai(door).responses(door.model)),
  messages: player((door) => provider(createAnthropic)(door)(door.model)),
});
await playTexts({ completions: { whole, stream } });
