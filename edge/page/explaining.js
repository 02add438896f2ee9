// What the service decided for a reply, and what then happened, in sentences.

import { formatCents, formatTime } from "./figures.js";

const OPENINGS = {
  frame: "with a sentence that claims nothing",
  model: "in its own words, a sentence or a few",
  full: "in its own words, until it is relieved",
};
const TASKS = { open_qa: "an open question", closed_qa: "a question about a given text" };

/** Sentences on what the prompt looked like, and on who was to answer it. */
export function explain({ plan, account }) {
  return [account?.verdict && explainVerdict(account.verdict), plan && explainPlan(plan)].filter(Boolean);
}

/** The service's own reasons, but for the one that the verdict's sentence tells already. */
export function reasonsOf({ account }) {
  return (account?.reasons ?? []).filter((reason) => !(account.verdict && /^task /.test(reason)));
}

/** {at, says, kind} for everything that a reader may want to know of, in order. */
export function story(reply) {
  const happened = [];
  const tell = (at, says, kind = "") => happened.push({ at, says, kind });
  reply.runs.forEach((run, n) => tell(run.from, spoke(run, reply.runs[n - 1]), run.tier));
  for (const { from, to } of reply.silences) {
    tell(from, `Nothing came for ${formatTime(to - from)}.`, "silence");
  }
  for (const leg of reply.account?.legs ?? []) {
    const fault = leg.error?.replace(`${leg.model}: `, "").replace(/\.$/, "");
    if (leg.outcome === "failed") tell(leg.ended_ms, `${leg.model} failed: ${fault ?? "no reason given"}.`, "fault");
    else if (leg.abandoned) tell(leg.ended_ms, `${leg.model} was no longer needed${leg.first_text_ms === null ? ", and had said nothing yet" : ""}.`);
  }
  if (!reply.isOpen) tell(reply.endedAt, ending(reply), "end");
  return happened.sort((one, other) => one.at - other.at);
}

function explainVerdict({ task, difficulty, confidence, decided_by: by }) {
  const name = TASKS[task] ?? task.replaceAll("_", " ");
  const hard = difficulty < 0.35 ? "easy" : difficulty < 0.65 ? "neither easy nor hard" : "hard";
  return (
    `The prompt looks like ${name} (${percent(confidence)} sure), and ${hard}: the chance that the ` +
    `small model’s answer would be worse is ${percent(difficulty)}. Decided by ${by}.`
  );
}

/** `preamble; draft=local:frame; targets=sim/big,local` */
function explainPlan(line) {
  const [strategy, ...rest] = line.split("; ");
  const parts = Object.fromEntries(rest.map((part) => part.split("=", 2)));
  const [first, ...others] = (parts.targets ?? "").split(",").filter(Boolean);
  const cut = parts.draft?.lastIndexOf(":") ?? -1;
  const [tier, level] = [parts.draft?.slice(0, cut), parts.draft?.slice(cut + 1)];
  const opens = `${tier} opens ${OPENINGS[level] ?? `(${level})`}`;
  const says = {
    local: "The local model answers by itself.",
    target: `${first} answers, without an opening.`,
    preamble: `${opens}; ${first} answers in full below it.`,
    continue: `${opens}; ${first} goes on from there.`,
    parallel: `${opens}; ${first} answers beside it, without what was said already.`,
  }[strategy];
  if (!says) return `The plan: ${line}.`;
  const next = strategy === "local" ? [first, ...others].filter((name) => name !== "local") : others;
  return next.length ? `${says} Should that fail: ${next.join(", then ")}.` : says;
}

function spoke(run, before) {
  if (!before) return `${run.model || "It"} spoke the first words.`;
  if (before.tier === "draft") return `${run.model} took over, ${formatTime(run.from - before.to)} after the opening.`;
  return `${run.model} went on where ${before.model} had stopped.`;
}

function ending({ outcome, account }) {
  const cost = account?.cost_known ? ` It cost ${formatCents(account.cost_cents)}.` : "";
  return `${outcome.says.replace(/\.$/, "")}.${cost}`;
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}
