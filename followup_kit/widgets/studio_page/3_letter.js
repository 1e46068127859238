// ---- A letter: its sheet, and the checklist beside it --------------------------------------------

class Letter extends Sheet {
  checks() {
    const { studio } = this;
    this.lists = new Map(studio.model.get("buckets").map(([bucket, title]) => [bucket, this.group(bucket, title)]));
    const level = Math.min(studio.model.get("level") + 1, 6);
    this.checklist = make("div", { class: "fk-checks" }, make(`h${level}`, { class: "fk-title" }, "Checklist"),
      ...[...this.lists.values()].map((list) => list.box));
    return this.checklist;
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
