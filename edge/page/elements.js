// Elements of the page, made and found. Text goes in as text: nothing here reads HTML.

export const $ = (id) => document.getElementById(id);

/** `element("a", {href, class: "quiet"}, "words", other)`; what is null is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A copy of a <template>'s element, and how to find its parts by their class. */
export function fromTemplate(id) {
  const root = $(id).content.firstElementChild.cloneNode(true);
  return [root, (name) => root.querySelector(`.${name}`)];
}

/**
 * Make `parent` hold what `next` holds and touch no more than differs: what a reader has selected
 * stays so, what they scrolled aside stays there, and nothing flickers.
 */
export function patch(parent, next) {
  const wanted = [...next.childNodes];
  wanted.forEach((want, n) => {
    const have = parent.childNodes[n];
    if (have === undefined) parent.append(want);
    else if (!isAlike(have, want)) have.replaceWith(want);
    else if (have.nodeType === Node.TEXT_NODE) patchText(have, want.data);
    else patchElement(have, want);
  });
  while (parent.childNodes.length > wanted.length) parent.lastChild.remove();
}

function isAlike(one, other) {
  return one.nodeName === other.nodeName;
}

function patchElement(have, want) {
  for (const { name, value } of want.attributes) {
    if (have.getAttribute(name) !== value) have.setAttribute(name, value);
  }
  for (const { name } of [...have.attributes]) {
    if (!want.hasAttribute(name)) have.removeAttribute(name);
  }
  patch(have, want);
}

function patchText(have, data) {
  if (data.startsWith(have.data)) have.appendData(data.slice(have.data.length));
  else have.data = data;
}
