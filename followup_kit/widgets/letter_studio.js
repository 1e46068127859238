// The letter studio in the page: a text area with marks over it, and a checklist beside it.
//
// The text area is the browser's own, so that screen readers, spell checkers, input methods and the
// caret work as everywhere. Over it lies the same text again, invisible, whose underlines are seen.
// Places are UTF-16 units here, as the browser counts; Python converts them once.
// Whatever a person wrote enters the page as text, never as markup.

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

// ---- One letter ---------------------------------------------------------------------------------

class Letter {
  constructor(studio, number) {
    Object.assign(this, { studio, number, spans: new Map(), view: null, edits: [], current: null, turn: 0, chosen: "" });
    this.text = studio.draft().texts[number];
    const earlier = studio.model.get("earlier")[number];
    this.history = new History(earlier ? [earlier, this.text] : [this.text]);
    this.items = new Map();
    this.build();
    this.drawMarks();
  }

  build() {
    const { studio } = this;
    const id = `${studio.id}-${this.number}`;
    const name = studio.model.get("names")[this.number];
    this.area = make("textarea", {
      id, rows: "8", dir: "auto", lang: studio.model.get("lang"), spellcheck: "false", autocomplete: "off",
      "aria-describedby": `${id}-help`,
    });
    this.area.value = this.text;
    this.over = make("div", { class: "fk-over", dir: "auto", "aria-hidden": "true" });
    this.tip = make("div", { class: "fk-tip", role: "tooltip", hidden: "" });
    this.sheet = make("div", { class: "fk-sheet" }, this.area, this.over, this.tip);
    this.words = make("span", { class: "fk-words" });
    this.note = make("p", { class: "fk-note", hidden: "" });
    this.undo = button("Undo", () => this.stepBack(-1));
    this.redo = button("Redo", () => this.stepBack(1));
    this.mail = make("a", { class: "fk-button fk-primary", target: "_blank", rel: "noopener" }, "Open in my mail program");
    this.mail.addEventListener("click", (event) => this.mailed(event));
    this.long = make("p", { class: "fk-note", hidden: "" },
      "This letter is long for a link: some mail programs cut it short. The draft file and the copy hold all of it.");
    const key = make("ul", { class: "fk-key", "aria-label": "What the lines under the words mean" },
      make("li", {}, make("span", { class: "fk-mark fk-fix" }, "wavy"), " to fix"),
      make("li", {}, make("span", { class: "fk-mark fk-judge" }, "dotted"), " for you to judge"),
      make("li", {}, make("span", { class: "fk-mark fk-met" }, "thin"), " what was found"));
    const writing = make("div", { class: "fk-writing" },
      make("label", { for: id }, name ? `Your letter to ${name}` : "Your letter"),
      make("p", { class: "fk-help", id: `${id}-help` }, "Alt and full stop: next finding. Alt and comma: the one before. Tab leaves the letter."),
      this.starters(), this.sheet,
      make("div", { class: "fk-bar" }, this.words, key), this.note,
      make("div", { class: "fk-bar" }, button("Previous finding", () => this.go(-1)), button("Next finding", () => this.go(1)),
        this.undo, this.redo),
      make("div", { class: "fk-bar" }, this.mail,
        button("Save as e-mail draft (.eml)", () => this.ask({ do: "eml" })),
        button("Copy", () => this.copy()), button("Download as text", () => this.download())),
      this.long, make("p", { class: "fk-help" }, "Nothing is sent from here: your mail program opens, and you send it or not."));
    this.lists = new Map(studio.model.get("buckets").map(([bucket, title]) => [bucket, this.group(bucket, title)]));
    const level = Math.min(studio.model.get("level") + 1, 6);
    this.checklist = make("div", { class: "fk-checks" }, make(`h${level}`, { class: "fk-title" }, "Checklist"),
      ...[...this.lists.values()].map((list) => list.box));
    this.desk = make("div", { class: "fk-desk" }, writing, this.checklist);
    this.listen();
  }

  starters() {
    const list = make("ol", {});
    const all = [];
    for (const [purpose, text, reason] of this.studio.model.get("starters")) {
      const put = button("Insert", () => this.insert(text));
      put.setAttribute("aria-label", `Insert: ${purpose}`);
      all.push(text);
      list.append(make("li", {}, make("strong", {}, purpose), make("q", {}, text), make("small", {}, reason), put));
    }
    return make("details", { class: "fk-starters" }, make("summary", {}, "Sentence starters for a blank page"),
      make("p", {}, "Fill each gap in [brackets] with your own words, and leave out what does not fit."), list,
      button("Insert all of them", () => this.insert(all.join("\n\n"))));
  }

  group(bucket, title) {
    const list = make("ul", { class: "fk-items" });
    const count = make("span", {});
    const folded = FOLDED.includes(bucket);
    const level = Math.min(this.studio.model.get("level") + 2, 6);
    const head = folded ? make("summary", {}, `${title}: `, count) : make(`h${level}`, { class: "fk-group" }, `${title}: `, count);
    const box = make(folded ? "details" : "div", { class: `fk-bucket fk-${bucket}`, hidden: "" }, head, list);
    return { box, list, count };
  }

  listen() {
    const { area } = this;
    area.addEventListener("input", (event) => this.typed(event));
    area.addEventListener("beforeinput", (event) => {
      if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
      event.preventDefault();
      this.stepBack(event.inputType === "historyUndo" ? -1 : 1);
    });
    area.addEventListener("keydown", (event) => this.key(event));
    area.addEventListener("mousemove", (event) => this.pointed(event));
    area.addEventListener("mouseleave", () => this.leave());
    this.tip.addEventListener("mouseenter", () => clearTimeout(this.hiding));
    this.tip.addEventListener("mouseleave", () => this.leave());
  }

  // -- The text changes ---------------------------------------------------------------------------

  typed(event) {
    this.hideTip();
    this.typedAt = Date.now();
    this.history.add(this.area.value, this.area.selectionStart, this.area.selectionEnd, event.inputType ?? "");
    this.studio.put(this.number, this.area.value);
  }

  // Take over a text from wherever it comes; the marks follow at once, the verdicts when they are there.
  follow(text, version) {
    if (text === this.text) return;
    const edit = { ...difference(this.text, text), version };
    this.text = text;
    this.edits.push(edit);
    this.shift(edit);
    if (wellFormed(this.area.value) !== text) {
      this.area.value = text;
      this.history.add(text, text.length, text.length, "outside");
    }
    this.drawMarks();
    this.wait();
  }

  shift(edit) {
    for (const [item, spans] of this.spans) this.spans.set(item, spans.map((span) => moved(span, edit)).filter(Boolean));
  }

  replace(text, start, end, kind) {
    this.area.value = text;
    this.area.setSelectionRange(start, end);
    if (kind) this.history.add(text, start, end, kind);
    this.studio.put(this.number, text);
  }

  insert(text) {
    const { area } = this;
    // After the paragraph in which the caret is: a starter never cuts a sentence in two.
    const next = area.value.indexOf("\n\n", area.selectionEnd);
    const at = next < 0 ? area.value.length : next;
    const before = area.value.slice(0, at);
    const after = area.value.slice(at);
    const gap = (side) => (!side || side.endsWith("\n\n") ? "" : side.endsWith("\n") ? "\n" : "\n\n");
    const lead = before + gap(before);
    const tail = after && !after.startsWith("\n") ? "\n\n" : "";
    const open = text.indexOf("[");
    area.focus();
    this.replace(lead + text + tail + after, lead.length + open, lead.length + text.indexOf("]") + 1, "insert");
    this.studio.say("Inserted. The first gap is selected: type over it.");
  }

  stepBack(by) {
    const entry = this.history.step(by);
    if (!entry) {
      this.studio.say(by < 0 ? "There is nothing to undo." : "There is nothing to do again.");
      return;
    }
    this.hideTip();
    this.replace(entry.text, entry.start, entry.end, "");
  }

  // -- What was found -----------------------------------------------------------------------------

  show(view) {
    this.edits = this.edits.filter((edit) => edit.version > view.version);
    this.view = view;
    this.spans = new Map(view.findings.map((f) => [f.item, f.spans]));
    this.edits.forEach((edit) => this.shift(edit));
    this.places = new Map(view.findings.map((f) => [f.item, f]));
    if (this.current && !this.places.has(this.current)) this.current = null;
    setText(this.words, view.words);
    setText(this.note, view.note);
    this.note.hidden = !view.note;
    this.long.hidden = view.fits;
    if (view.mailto) this.mail.setAttribute("href", view.mailto);
    this.drawMarks();
    this.drawList();
    this.wait();
  }

  get stale() {
    return this.edits.length > 0;
  }

  wait() {
    clearTimeout(this.slow);
    this.sheet.classList.remove("fk-slow");
    if (!this.stale) return;
    this.slow = setTimeout(() => {
      this.sheet.classList.add("fk-slow");
      setText(this.words, "Checking …");
    }, SLOW_MS);
  }

  // The text once more, cut where a finding begins or ends.
  drawMarks() {
    const cuts = new Set([0, this.text.length]);
    const spans = [];
    for (const [item, places] of this.spans) {
      const { bucket } = this.places.get(item);
      for (const [a, b] of places) {
        spans.push([a, b, item, bucket]);
        cuts.add(a);
        cuts.add(b);
      }
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    const pieces = [];
    for (let n = 0; n + 1 < sorted.length; n += 1) {
      const [a, b] = [sorted[n], sorted[n + 1]];
      const here = spans.filter(([from, to]) => from <= a && b <= to);
      const words = this.text.slice(a, b);
      if (!here.length) {
        pieces.push(words);
        continue;
      }
      here.sort((x, y) => MARKED.indexOf(x[3]) - MARKED.indexOf(y[3]));
      const items = here.map(([, , item]) => item);
      const now = items.includes(this.current) ? " fk-now" : "";
      pieces.push(make("span", { class: `fk-mark fk-${here[0][3]}${now}`, "data-items": items.join(" ") }, words));
    }
    // A last line that is empty has a height only if something stands in it.
    pieces.push("\u200b");
    this.over.replaceChildren(...pieces);
  }

  drawList() {
    const held = this.checklist.contains(document.activeElement) ? document.activeElement : null;
    const next = new Map([...this.lists.keys()].map((bucket) => [bucket, 0]));
    for (const finding of this.view.findings) {
      const { list } = this.lists.get(finding.bucket);
      const entry = this.items.get(finding.item) ?? this.item(finding.item);
      this.drawItem(entry, finding);
      const at = next.get(finding.bucket);
      if (list.children[at] !== entry.line) list.insertBefore(entry.line, list.children[at] ?? null);
      next.set(finding.bucket, at + 1);
    }
    for (const [bucket, count] of next) {
      const { box, list, count: shown } = this.lists.get(bucket);
      while (list.children.length > count) list.lastElementChild.remove();
      box.hidden = count === 0;
      setText(shown, String(count));
    }
    if (held && held !== document.activeElement && held.isConnected) {
      held.closest("details.fk-bucket")?.setAttribute("open", "");
      held.focus({ preventScroll: true });
    }
  }

  item(item) {
    const sign = make("span", { class: "fk-sign", "aria-hidden": "true" });
    const kind = make("span", { class: "fk-live" });
    const title = make("strong", {});
    const message = make("span", { class: "fk-said" });
    const find = make("button", { type: "button", class: "fk-find" }, sign, kind, make("span", {}, title, message));
    find.addEventListener("click", () => this.choose(item));
    const about = make("span", { class: "fk-live" });
    const advice = make("p", {});
    const rules = make("ul", { class: "fk-rules" });
    const mark = button("", () => this.mark(item));
    const silence = button("", () => this.silence(item));
    const more = make("details", { class: "fk-more" }, make("summary", {}, "More", about), advice, rules,
      make("div", { class: "fk-bar" }, mark, silence),
      make("p", { class: "fk-help" }, "To keep words of your letter as the evidence, select them first."));
    const line = make("li", { class: "fk-item", "data-item": item }, find, more);
    const entry = { line, sign, kind, title, message, find, about, advice, rules, mark, silence, more };
    this.items.set(item, entry);
    return entry;
  }

  drawItem(entry, finding) {
    const { bucket } = finding;
    entry.line.className = `fk-item fk-${bucket}${this.current === finding.item ? " fk-current" : ""}`;
    setText(entry.sign, SIGNS[bucket]);
    setText(entry.kind, `${KINDS[bucket]}: `);
    setText(entry.title, finding.title);
    setText(entry.message, finding.message ? ` ${finding.message}` : "");
    setText(entry.about, ` on: ${finding.title}`);
    setText(entry.advice, finding.suggestion);
    entry.advice.hidden = !finding.suggestion;
    const told = this.studio.model.get("rules");
    const known = finding.rules.map((id) => (told[id] ? `${told[id][0]} (rule ${id}, ${told[id][1]})` : `Rule ${id}`));
    if (!finding.rules.length) known.push("Ours: no source says it.");
    if (entry.rules.dataset.shown !== known.join()) {
      entry.rules.dataset.shown = known.join();
      entry.rules.replaceChildren(...known.map((text) => make("li", {}, text)));
    }
    setText(entry.mark, finding.marked ? "Take my mark back" : "I have seen to this");
    setText(entry.silence, bucket === "left" ? "Take it in again" : "Leave this out");
    entry.mark.hidden = bucket === "rest" || bucket === "todo" || bucket === "left";
    entry.silence.hidden = bucket === "rest" || finding.marked;
    if (this.current === finding.item) entry.find.setAttribute("aria-current", "true");
    else entry.find.removeAttribute("aria-current");
  }

  // -- From the list to the text, and back ----------------------------------------------------------

  sentence(finding) {
    return [`${KINDS[finding.bucket]}: ${finding.title}.`, finding.message, finding.bucket === "met" ? "" : finding.suggestion].filter(Boolean).join(" ");
  }

  point(item) {
    if (item === this.current) return;
    const before = this.current;
    this.current = item;
    for (const one of [before, item]) {
      const finding = this.places?.get(one);
      if (finding) this.drawItem(this.items.get(one), finding);
    }
    this.drawMarks();
  }

  choose(item) {
    const spans = this.spans.get(item) ?? [];
    if (!spans.length) {
      this.point(item);
      this.items.get(item).more.open = true;
      this.studio.say(`${this.sentence(this.places.get(item))} There are no words in the letter to show for it.`);
      return;
    }
    this.turn = this.current === item ? this.turn + 1 : 0;
    this.select(item, spans[this.turn % spans.length]);
  }

  select(item, [a, b]) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(a, b);
    this.chosen = `${a} ${b} ${item}`;
    this.point(item);
    const mark = this.marksOf(item)[0];
    mark?.scrollIntoView({ block: "nearest", behavior: "auto" });
    this.showTip(item, this.rectAt(a) ?? mark?.getClientRects()[0]);
  }

  // Alt and full stop or comma: through what is to fix and to judge, in the order of the text.
  go(by) {
    const stops = [];
    for (const [item, spans] of this.spans) {
      if (["fix", "judge"].includes(this.places.get(item).bucket)) spans.forEach((span) => stops.push([item, span]));
    }
    const elsewhere = (this.view?.findings ?? []).filter((f) => f.bucket === "fix" && !f.spans.length).length;
    const rest = elsewhere ? ` ${elsewhere} to fix without words in the letter: see the checklist.` : "";
    if (!stops.length) {
      this.studio.say(`There is no finding in the text.${rest}`);
      return;
    }
    stops.sort((x, y) => x[1][0] - y[1][0] || x[1][1] - y[1][1]);
    const at = stops.findIndex(([item, [a, b]]) => this.chosen === `${a} ${b} ${item}`
      && this.area.selectionStart === a && this.area.selectionEnd === b);
    const caret = this.area.selectionStart;
    let n = at + by;
    if (at < 0 && by > 0) n = stops.findIndex(([, [a]]) => a >= caret);
    if (at < 0 && by < 0) n = stops.findLastIndex(([, [, b]]) => b <= caret);
    n = at < 0 && n < 0 ? (by > 0 ? 0 : stops.length - 1) : (n + stops.length) % stops.length;
    const [item, span] = stops[n];
    this.select(item, span);
    this.studio.say(`${n + 1} of ${stops.length}. ${this.sentence(this.places.get(item))}${rest}`);
  }

  // The caret has moved: show the item whose mark it is on.
  caret() {
    const { selectionStart: a, selectionEnd: b } = this.area;
    if (this.chosen.startsWith(`${a} ${b} `)) return;
    this.chosen = "";
    const [item] = this.itemsAt(a);
    this.point(item ?? null);
    if (item && a === b && Date.now() - (this.typedAt ?? 0) > RUN_MS) this.showTip(item, this.rectAt(a));
    else this.hideTip();
  }

  itemsAt(place) {
    const found = [];
    for (const [item, spans] of this.spans) {
      if (spans.some(([a, b]) => a <= place && place <= b)) found.push(item);
    }
    return found.sort((x, y) => MARKED.indexOf(this.places.get(x).bucket) - MARKED.indexOf(this.places.get(y).bucket));
  }

  marksOf(item) {
    return [...this.over.querySelectorAll(".fk-mark")].filter((mark) => mark.dataset.items.split(" ").includes(item));
  }

  // The box of the first letter of a mark that begins at or before a place.
  rectAt(place) {
    let seen = 0;
    for (const node of this.over.childNodes) {
      const length = node.textContent.length;
      if (node.nodeType === 1 && seen <= place && place <= seen + length) return node.getClientRects()[0];
      seen += length;
    }
    return null;
  }

  // -- Tooltip: can be hovered, stays, goes with Escape ------------------------------------------------

  pointed(event) {
    const { clientX: x, clientY: y } = event;
    const inside = (r) => r.left <= x && x <= r.right && r.top - 1 <= y && y <= r.bottom + 3;
    const mark = [...this.over.querySelectorAll(".fk-mark")].find((m) => [...m.getClientRects()].some(inside));
    if (mark === this.hovered) return;
    this.hovered = mark;
    clearTimeout(this.showing);
    if (!mark) {
      this.leave();
      return;
    }
    clearTimeout(this.hiding);
    const [item] = mark.dataset.items.split(" ");
    const box = [...mark.getClientRects()].find(inside);
    this.showing = setTimeout(() => this.showTip(item, box), SHOW_MS);
  }

  leave() {
    clearTimeout(this.showing);
    clearTimeout(this.hiding);
    this.hovered = null;
    this.hiding = setTimeout(() => this.hideTip(), HIDE_MS);
  }

  showTip(item, box) {
    const finding = this.places?.get(item);
    if (!finding || !box) return;
    clearTimeout(this.hiding);
    const frame = this.sheet.getBoundingClientRect();
    this.tip.replaceChildren(make("strong", {}, `${SIGNS[finding.bucket]} ${finding.title}`), make("span", {}, finding.message));
    this.tip.hidden = false;
    const width = this.tip.offsetWidth;
    this.tip.style.left = `${Math.max(0, Math.min(box.left - frame.left, frame.width - width))}px`;
    this.tip.style.top = `${box.bottom - frame.top + 6}px`;
    document.addEventListener("keydown", this.studio.escape, true);
  }

  hideTip() {
    clearTimeout(this.showing);
    clearTimeout(this.hiding);
    this.tip.hidden = true;
    document.removeEventListener("keydown", this.studio.escape, true);
  }

  // -- Keys and buttons ---------------------------------------------------------------------------

  key(event) {
    const control = event.ctrlKey || event.metaKey;
    if (control && !event.altKey && event.code && ["z", "y"].includes(event.key.toLowerCase())) {
      event.preventDefault();
      this.stepBack(event.key.toLowerCase() === "z" && !event.shiftKey ? -1 : 1);
    } else if (event.altKey && !control) {
      // The key's sign first: where Option makes another sign of it, the key's place.
      const by = { ".": 1, ",": -1 }[event.key] ?? { Period: 1, Comma: -1 }[event.code];
      if (!by) return;
      event.preventDefault();
      this.go(by);
    }
  }

  ask(what) {
    this.studio.ask(what);
  }

  mark(item) {
    const { marked, title } = this.places.get(item);
    const { selectionStart: start, selectionEnd: end } = this.area;
    this.ask(marked ? { do: "unmark", item } : { do: "mark", item, start, end });
    const evidence = end > start ? " The selected words are kept as the evidence." : "";
    this.studio.say(marked ? `Your mark is taken back: ${title}.` : `Noted that you have seen to it: ${title}.${evidence}`);
  }

  silence(item) {
    const { bucket, title } = this.places.get(item);
    this.ask({ do: "silence", item, on: bucket !== "left" });
    this.studio.say(bucket === "left" ? `Taken in again: ${title}.` : `Left out: ${title}.`);
  }

  mailed(event) {
    if (!this.stale) return;
    event.preventDefault();
    this.studio.say("Your last words are still being checked. Try again in a moment.", true);
  }

  async copy() {
    let done = true;
    try {
      await navigator.clipboard.writeText(this.area.value);
    } catch {
      const { selectionStart: start, selectionEnd: end } = this.area;
      this.area.select();
      done = document.execCommand("copy");
      this.area.setSelectionRange(start, end);
    }
    this.studio.say(done ? "Copied." : "The browser did not allow copying: select the letter and press Ctrl and C.", true);
  }

  download() {
    this.studio.save([this.text], `${this.studio.model.get("files")[this.number]}.txt`, "text/plain;charset=utf-8");
  }
}

// ---- The studio ---------------------------------------------------------------------------------

class Studio {
  constructor(model, el) {
    // Each widget loads this file for itself, so a counter would give the same ids to all.
    Object.assign(this, { model, id: `fk-letter-${Math.random().toString(36).slice(2)}`, spoken: null, due: false });
    this.escape = (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.letters.forEach((letter) => letter.hideTip());
    };
    this.status = make("div", { class: "fk-live", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.seen = make("p", { class: "fk-seen", hidden: "" });
    this.letters = this.draft().texts.map((_, n) => new Letter(this, n));
    this.root = make("div", { class: "fk-studio" }, this.status);
    const unknown = model.get("unknown");
    if (unknown.length) {
      this.root.append(make("p", { class: "fk-note" }, `The context holds what the checker does not know: ${unknown.join(", ")}.`));
    }
    if (this.letters.length > 1) this.root.append(this.tabs());
    else this.root.append(this.letters[0].desk);
    this.root.append(this.seen);
    el.append(this.root);
    this.open(this.draft().active, false);
    this.onDraft = () => this.drafted();
    this.onView = () => this.viewed();
    this.onMessage = (message, buffers) => {
      if (message.file) this.save(buffers.map((b) => b.buffer ?? b), message.file, message.type);
    };
    this.onSelection = () => this.letters.find((letter) => letter.area === document.activeElement)?.caret();
    model.on("change:draft", this.onDraft);
    model.on("change:view", this.onView);
    model.on("msg:custom", this.onMessage);
    document.addEventListener("selectionchange", this.onSelection);
    this.viewed();
    this.spoken = model.get("view").summary;
  }

  close() {
    clearTimeout(this.timer);
    clearTimeout(this.fading);
    this.letters.forEach((letter) => letter.hideTip());
    this.model.off("change:draft", this.onDraft);
    this.model.off("change:view", this.onView);
    this.model.off("msg:custom", this.onMessage);
    document.removeEventListener("selectionchange", this.onSelection);
  }

  draft() {
    return this.model.get("draft");
  }

  // One tab for each person; arrow keys move through them, as through any tablist.
  tabs() {
    const names = this.model.get("names");
    const list = make("div", { role: "tablist", class: "fk-tabs", "aria-label": "Letters to the panel" });
    const box = make("div", {}, list);
    this.tabButtons = this.letters.map((letter, n) => {
      const tab = make("button", { type: "button", role: "tab", id: `${this.id}-tab-${n}`, "aria-controls": `${this.id}-panel-${n}` }, names[n]);
      tab.addEventListener("click", () => this.open(n, true));
      tab.addEventListener("keydown", (event) => {
        const to = { ArrowRight: n + 1, ArrowLeft: n - 1, Home: 0, End: this.letters.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        const at = (to + this.letters.length) % this.letters.length;
        this.open(at, true);
        this.tabButtons[at].focus();
      });
      letter.panel = make("div", { role: "tabpanel", id: `${this.id}-panel-${n}`, "aria-labelledby": tab.id, hidden: "" }, letter.desk);
      list.append(tab);
      box.append(letter.panel);
      return tab;
    });
    return box;
  }

  open(n, tell) {
    this.letters.forEach((letter, m) => {
      letter.hideTip();
      if (letter.panel) letter.panel.hidden = m !== n;
      this.tabButtons?.[m].setAttribute("aria-selected", String(m === n));
      this.tabButtons?.[m].setAttribute("tabindex", m === n ? "0" : "-1");
    });
    if (!tell || this.draft().active === n) return;
    clearTimeout(this.timer);
    this.spoken = null; // the summary of another letter is news
    this.send({ active: n });
  }

  // -- To and from the kernel ------------------------------------------------------------------------

  send(change) {
    const draft = this.draft();
    this.model.set("draft", { ...draft, ...change, version: draft.version + 1 });
    this.model.save_changes();
  }

  put(n, text) {
    const texts = [...this.draft().texts];
    texts[n] = wellFormed(text);
    this.hush();
    this.send({ texts });
  }

  ask(what) {
    this.model.send({ ...what, draft: this.draft() });
  }

  drafted() {
    const { texts, version, active } = this.draft();
    this.letters.forEach((letter, n) => letter.follow(texts[n], version));
    this.open(active, false);
  }

  viewed() {
    const view = this.model.get("view");
    const letter = this.letters[view.letter];
    letter.show(view);
    if (this.due && !letter.stale) this.summarise();
  }

  // -- What is said ------------------------------------------------------------------------------------

  // Silent while keys come; one summary after the last of them.
  hush() {
    clearTimeout(this.timer);
    this.due = false;
    this.timer = setTimeout(() => {
      this.due = true;
      if (!this.letters[this.draft().active].stale) this.summarise();
    }, QUIET_MS);
  }

  summarise() {
    this.due = false;
    const { summary } = this.model.get("view");
    if (summary === this.spoken) return;
    this.spoken = summary;
    this.say(summary);
  }

  // `seen` shows it too, for a while: for what stands nowhere else.
  say(text, seen = false) {
    this.status.replaceChildren(text);
    clearTimeout(this.fading);
    this.seen.hidden = !seen;
    if (!seen) return;
    setText(this.seen, text);
    this.fading = setTimeout(() => { this.seen.hidden = true; }, 8000);
  }

  save(parts, name, type) {
    const address = URL.createObjectURL(new Blob(parts, { type }));
    const link = make("a", { href: address, download: name, hidden: "" });
    this.root.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    this.say(`Saved as ${name}.`, true);
  }
}

function render({ model, el }) {
  const studio = new Studio(model, el);
  return () => studio.close();
}

export default { render };
