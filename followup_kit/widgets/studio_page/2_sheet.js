// ---- The sheet: a letter's text area, the marks over it, their tooltip --------------------------

class Sheet {
  constructor(studio, number) {
    Object.assign(this, { studio, number, spans: new Map(), view: null, edits: [], current: null, turn: 0, chosen: "", drawn: [] });
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
    this.desk = make("div", { class: "fk-desk" }, writing, this.checks());
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

  // -- The marks ----------------------------------------------------------------------------------

  // The text once more, cut where a finding begins or ends: class, items and words of each piece.
  pieces() {
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
    const found = [];
    for (let n = 0; n + 1 < sorted.length; n += 1) {
      const [a, b] = [sorted[n], sorted[n + 1]];
      const here = spans.filter(([from, to]) => from <= a && b <= to);
      here.sort((x, y) => MARKED.indexOf(x[3]) - MARKED.indexOf(y[3]));
      const items = here.map(([, , item]) => item);
      const now = items.includes(this.current) ? " fk-now" : "";
      found.push([here.length ? `fk-mark fk-${here[0][3]}${now}` : "", items.join(" "), this.text.slice(a, b)]);
    }
    // A last line that is empty has a height only if something stands in it.
    found.push(["", "", "\u200b"]);
    return found;
  }

  // A piece that is as before keeps its node: the browser then lays out and paints only what has changed.
  drawMarks() {
    const next = this.pieces();
    const before = this.drawn;
    const same = (one, other) => one[0] === other[0] && one[1] === other[1] && one[2] === other[2];
    const most = Math.min(before.length, next.length);
    let head = 0;
    while (head < most && same(before[head], next[head])) head += 1;
    let tail = 0;
    while (tail < most - head && same(before[before.length - 1 - tail], next[next.length - 1 - tail])) tail += 1;
    const nodes = [...this.over.childNodes].slice(head, before.length - tail);
    const after = this.over.childNodes[before.length - tail] ?? null;
    this.drawn = next;
    for (const [kind, items, words] of next.slice(head, next.length - tail)) {
      let node = nodes.shift();
      if (!node || (node.nodeType === 1) !== (kind !== "")) {
        const made = kind ? make("span", {}) : document.createTextNode("");
        if (node) node.replaceWith(made);
        else this.over.insertBefore(made, after);
        node = made;
      }
      if (kind) {
        node.className = kind;
        node.dataset.items = items;
      }
      setText(node, words);
    }
    nodes.forEach((node) => node.remove());
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
}
