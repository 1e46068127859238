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
