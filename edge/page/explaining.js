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
  const told = [account?.verdict && explainVerdict(account.verdict), plan && explainPlan(plan)];
  return told.filter(Boolean);
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
    const end = legEnd(leg);
    if (end) tell(leg.ended_ms, `${capital(named(leg.model))} ${end}.`, leg.outcome);
  }
  if (!reply.isOpen) tell(reply.endedAt, ending(reply), "end");
  return happened.sort((one, other) => one.at - other.at);
}

function explainVerdict({ task, difficulty, confidence, decided_by: by }) {
  if (by.startsWith("nobody")) return "Nobody judged the prompt: nothing depended on it.";
  const name = TASKS[task] ?? task.replaceAll("_", " ");
  const hard = difficulty < 0.35 ? "easy" : difficulty < 0.65 ? "neither easy nor hard" : "hard";
  return (
    `The prompt looks like ${name} (${percent(confidence)} sure), and ${hard}: the chance that ` +
    `the small model’s answer would be worse is ${percent(difficulty)}. Decided by ${by}.`
  );
}

/** `preamble; draft=local:frame; targets=sim/big,local` */
function explainPlan(line) {
  const [strategy, ...rest] = line.split("; ");
  const parts = Object.fromEntries(rest.map((part) => part.split("=", 2)));
  const [first = "local", ...others] = (parts.targets ?? "").split(",").filter(Boolean);
  const opens = parts.draft && explainDraft(parts.draft);
  const says = {
    local: "The local model answers by itself.",
    target: `${capital(named(first))} answers, without an opening.`,
    preamble: `${opens}; ${named(first)} answers in full below it.`,
    continue: `${opens}; ${named(first)} goes on from there.`,
    parallel: `${opens}; ${named(first)} answers beside it, without what was said already.`,
  }[strategy];
  if (!says) return `The plan: ${line}.`;
  const isLocal = strategy === "local";
  const next = isLocal ? [first, ...others].filter((name) => name !== "local") : others;
  return next.length ? `${says} Should that fail: ${next.map(named).join(", then ")}.` : says;
}

function spoke(run, before) {
  const name = capital(named(run.model || "somebody"));
  if (!before) return `${name} spoke the first words.`;
  if (before.tier === "draft") {
    return `${name} took over, ${formatTime(run.from - before.to)} after the opening.`;
  }
  return `${name} went on where ${named(before.model)} had stopped.`;
}

/** What there is to say of the end of a leg; of a good one, nothing. */
function legEnd({ model, outcome, error, abandoned, first_text_ms: first }) {
  if (outcome === "failed") {
    const why = error?.replace(`${model}: `, "").replace(/\.$/, ""); // it names the model again
    return `failed: ${why ?? "no reason given"}`;
  }
  if (!abandoned) return null;
  return first === null ? "was stopped before it had said a word" : "was no longer needed";
}

function ending({ outcome, account }) {
  const cost = account?.cost_known ? ` It cost ${formatCents(account.cost_cents)}.` : "";
  return `${outcome.says.replace(/\.$/, "")}.${cost}`;
}

/** `local:frame`; a model's name may have colons of its own. */
function explainDraft(draft) {
  const cut = draft.lastIndexOf(":");
  const level = draft.slice(cut + 1);
  return `${capital(named(draft.slice(0, cut)))} opens ${OPENINGS[level] ?? `(${level})`}`;
}

function named(model) {
  return model === "local" ? "the local model" : model;
}

function capital(text) {
  return text.startsWith("the ") ? `T${text.slice(1)}` : text; // never a model's own name
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}
