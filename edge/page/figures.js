// How times, money and models are written for people.

export function formatTime(ms) {
  if (ms === null) return "none";
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}

export function formatCents(cents) {
  return `${Number(cents.toPrecision(2))} ¢`;
}

export function speakerName({ tier, model }) {
  return [...new Set([tier, model])].filter(Boolean).join(" · ") || "unnamed";
}
