// Whose words are whose: shown on demand, for all replies alike, and remembered.

const NAME = "prelude-tint";

export function isTinted() {
  return document.body.classList.contains("is-tinted");
}

export function showTints(isShown) {
  document.body.classList.toggle("is-tinted", isShown);
  for (const button of document.querySelectorAll(".tint")) {
    button.setAttribute("aria-pressed", isShown);
  }
  try {
    localStorage.setItem(NAME, isShown);
  } catch {
    // The browser keeps nothing for us: it lasts as long as the page.
  }
}

export function recallTints() {
  try {
    if (localStorage.getItem(NAME) === "true") showTints(true);
  } catch {
    // As above.
  }
}
