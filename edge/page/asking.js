// Sends one question, and feeds its reply to the end, whatever that end is.

import { eventsOf } from "./events.js";

const REFUSALS = {
  401: "This service wants a key.",
  413: "That is more than this service takes at once.",
  429: "Too many requests just now.",
  502: "Something in front of the service could not reach it.",
  503: "The service has no room just now.",
  504: "Nobody answered in time.",
};

/** `heard` is called when the head of the answer is there, and at each of its words. */
export async function fetchReply(reply, body, { key, signal, heard }) {
  const sentAt = performance.now();
  const headers = { "content-type": "application/json" };
  if (key) headers.authorization = `Bearer ${key}`;
  const init = { method: "POST", headers, body: JSON.stringify(body), signal };
  const response = await fetch("v1/chat/completions", init).catch(() => null);
  if (response) {
    reply.status = response.status;
    reply.plan = response.headers.get("x-prelude-plan");
    reply.requestId = response.headers.get("x-prelude-request-id");
    heard();
  }
  if (response?.ok) {
    for await (const data of eventsOf(response.body)) {
      if (reply.receive(data, performance.now() - sentAt)) heard();
    }
  } else if (response) {
    reply.error = await refusal(response);
  } else if (!signal.aborted) {
    reply.error = {
      message: navigator.onLine
        ? "The service could not be reached. Is it running?"
        : "This device is offline: the service could not be reached.",
    };
  }
  reply.end(performance.now() - sentAt, signal.aborted);
}

async function refusal(response) {
  const told = await response.json().catch(() => null);
  const { status } = response;
  const usual = [REFUSALS[status], `The service answered ${status}.`].filter(Boolean).join(" ");
  const message = told?.error?.message ?? usual;
  const wait = response.headers.get("retry-after");
  return { ...told?.error, message: wait ? `${message} Try again in ${wait} s.` : message };
}
