// The letter studio in the page: a text area with marks over it, and a checklist beside it.
//
// The text area is the browser's own, so that screen readers, spell checkers, input methods and the
// caret work as everywhere. Over it lies the same text again, invisible, whose underlines are seen.
// Places are UTF-16 units here, as the browser counts; Python converts them once.
// Whatever a person wrote enters the page as text, never as markup.
//
// The page gets the files of this folder as one script, in the order of their numbers.

const QUIET_MS = 1500; // the summary is spoken this long after the last key
const SHOW_MS = 250; // a tooltip appears this long after the pointer has come
const HIDE_MS = 350; // and stays this long, so that the pointer can move onto it
const SLOW_MS = 700; // an answer that takes longer is announced as being waited for
const RUN_MS = 900; // keys with shorter gaps are undone together
const MOST_UNDO = 500;

const SIGNS = { fix: "✗", add: "+", judge: "?", todo: "○", met: "✓", left: "–", rest: "–" };
const KINDS = { fix: "Fix", add: "You could add", judge: "Judge yourself", met: "Met", todo: "To do", left: "Left out", rest: "Does not apply" };
const MARKED = ["fix", "judge", "add", "met"]; // from the most to the least severe
const FOLDED = ["met", "left", "rest"];

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

function button(text, act) {
  const node = make("button", { type: "button", class: "fk-button" }, text);
  node.addEventListener("click", act);
  return node;
}

// Half of a pair of surrogates cannot travel; one unit takes the place of one unit.
function wellFormed(text) {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

// ---- Places that move with the text --------------------------------------------------------------

// The one stretch in which two texts differ.
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, removed: before.length - start - same, added: after.length - start - same };
}

// Where a span is after an edit. One that was cut into keeps its rest; one that was removed is gone.
function moved([a, b], { start, removed, added }) {
  const end = start + removed;
  if (end <= a) return [a + added - removed, b + added - removed];
  if (start >= b) return [a, b];
  const first = a < start ? a : start + added;
  const last = b > end ? b + added - removed : start + (a < start ? 0 : added);
  return last > first ? [first, last] : null;
}

// ---- Undo ---------------------------------------------------------------------------------------

// The browser's own undo is one for the whole page and forgets what a script inserts.
class History {
  constructor(texts) {
    this.entries = texts.map((text) => ({ text, start: text.length, end: text.length }));
    this.at = this.entries.length - 1;
    this.last = { kind: "", time: 0 };
  }
  add(text, start, end, kind) {
    const now = Date.now();
    const typing = kind === "insertText" || kind === "deleteContentBackward" || kind === "insertCompositionText";
    const joined = typing && kind === this.last.kind && now - this.last.time < RUN_MS && this.at === this.entries.length - 1 && this.at > 0;
    if (!joined) this.at += 1;
    this.entries.length = this.at;
    this.entries.push({ text, start, end });
    if (this.entries.length > MOST_UNDO) this.entries.shift();
    this.at = this.entries.length - 1;
    this.last = { kind: /\s$/.test(text.slice(0, start)) ? "" : kind, time: now };
  }
  step(by) {
    const entry = this.entries[this.at + by];
    if (!entry) return null;
    this.at += by;
    this.last.kind = "";
    return entry;
  }
}
