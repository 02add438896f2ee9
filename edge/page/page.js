// The page: its parts put together, and its controls wired.
//
//   events ─► reply ─► asking      the wire: what came of a question
//   passage ─► blocks, inline      Markdown, as a tree over places in the reply
//   highlight ─► drawing ─► writing     that tree on the page, as it grows
//   explaining, timeline ─► turn   one question, its reply, and how it was made
//   key, settings, faults ─► conversation ─► page
//
// Whatever a model says enters the page as text nodes, never as HTML.

import { Conversation } from "./conversation.js";
import { $ } from "./elements.js";
import { FaultSwitch } from "./faults.js";
import { Key } from "./key.js";
import { RequestSettings } from "./settings.js";
import { isTinted, recallTints, showTints } from "./tint.js";

const faults = new FaultSwitch();
const key = new Key(() => conversation.askAgain());
const settings = new RequestSettings(key);
const conversation = new Conversation({ key, settings, faults, ended: showNews });

function submit() {
  const question = $("question").value.trim();
  if (conversation.isRunning || question === "") return;
  $("question").value = "";
  $("question").focus();
  conversation.ask(question);
}

function listen() {
  $("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  $("send").addEventListener("click", (event) => {
    if (!conversation.isRunning) return; // the form's own submit
    event.preventDefault();
    if (event.detail < 2) conversation.stop(); // the second half of a double click is no Stop
  });
  $("question").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !$("settings").open) conversation.stop();
  });
  $("fresh").addEventListener("click", () => {
    conversation.clear();
    $("question").focus();
  });
  $("conversation").addEventListener("click", ({ target }) => {
    const button = target.closest("[data-copies], .tint");
    if (button?.classList.contains("tint")) showTints(!isTinted());
    else if (button) copy(button);
  });
  for (const example of document.querySelectorAll(".example")) {
    example.addEventListener("click", () => {
      $("question").value = example.dataset.asks ?? example.textContent;
      $("question").focus();
    });
  }
}

async function copy(button) {
  const isCode = button.dataset.copies === "code";
  const holder = button.closest(isCode ? "figure" : ".turn");
  const source = holder.querySelector(isCode ? "pre" : ".words");
  const usual = button.textContent;
  const outcome = await navigator.clipboard
    .writeText(source.innerText)
    .then(() => "Copied", () => "Not allowed");
  button.textContent = outcome;
  setTimeout(() => (button.textContent = usual), 1500);
}

async function showNews() {
  const response = await fetch("page.json").catch(() => null);
  if (!response?.ok) return; // the page works without it
  const { version, simulated, ...lines } = await response.json();
  for (const id of ["notice", "trouble"]) {
    if ($(id).textContent !== lines[id]) $(id).textContent = lines[id]; // or it is read out again
    $(id).hidden = lines[id] === "";
  }
  $("version").textContent = `Prelude ${version}`;
  faults.offer(simulated);
}

recallTints();
listen();
showNews();
