// What the tests of whole notebooks do inside the page. "Ours" is what a cell puts out and the text of the lesson.

(() => {
  const PANEL = ".jp-NotebookPanel:not(.lm-mod-hidden)";
  const OURS = ".jp-OutputArea-output, .jp-MarkdownOutput";
  const CONTROL = "fk-axe-control";
  const LETTER = "Dear Anna,\n\nthank you, teh interview was realy nice. perhaps you can tell me the desicion ASAP!!!\n\nBest\n";

  const panel = () => document.querySelector(PANEL);
  const parts = () => [...panel().querySelectorAll(OURS)];
  const all = (selector) => parts().flatMap((part) => [...part.querySelectorAll(selector)]);
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const fire = (e, type) => e.dispatchEvent(new Event(type, { bubbles: true }));
  const text = (e) => (e?.textContent ?? "").replace(/\s+/g, " ").trim();
  const markup = (e) => e.outerHTML.replace(/\s+/g, " ").replace(/http:\/\/127\S+?\/files\/|\?_xsrf=[^"]*/g, "").slice(0, 160);
  const tell = (e) => `${markup(e)} … in: ${text(e.closest(OURS)).slice(0, 60)}`;

  // ---- Everything opened: answers given, hints and solutions shown, what folds unfolded -------------

  function answer() {
    for (const field of all(".fk-control input[type=text], .fk-control textarea")) {
      if (field.value) continue;
      field.value = "zzz";
      fire(field, "input");
      fire(field, "blur");
    }
    for (const group of all("fieldset")) group.querySelector("input[type=radio]:not(:checked)")?.click();
    for (const area of all(".fk-sheet textarea")) {
      area.value = LETTER;
      fire(area, "input");
    }
  }

  function press(names) {
    const buttons = all("button");
    for (const name of names) buttons.filter((b) => text(b) === name).forEach((b) => b.click());
  }

  const unfoldDetails = () => all("details").forEach((d) => { d.open = true; });

  // ---- The whole notebook as one tall page, and nothing of JupyterLab over it -----------------------
  // Inside JupyterLab only a window's height of the notebook is in view; what is not, axe-core takes for
  // hidden and passes without a look at its contrast.

  function spread() {
    const last = panel().querySelector(".jp-WindowedPanel-viewport");
    const tall = panel().querySelector(".jp-WindowedPanel-outer").scrollHeight + 1500;
    const style = document.createElement("style");
    style.id = "fk-spread";
    style.textContent = `
      html, body { overflow: visible !important; }
      [data-fk-above] { overflow: visible !important; contain: none !important; height: ${tall}px !important; max-height: none !important; }
      [data-fk-beside] { visibility: hidden !important; }`;
    document.head.append(style);
    for (let e = last; e && e !== document.documentElement; e = e.parentElement) {
      e.setAttribute("data-fk-above", "");
      if (e === document.body) break;
      for (const other of e.parentElement.children) if (other !== e) other.setAttribute("data-fk-beside", "");
    }
  }

  function unspread() {
    document.getElementById("fk-spread")?.remove();
    for (const name of ["data-fk-above", "data-fk-beside"]) {
      document.querySelectorAll(`[${name}]`).forEach((e) => e.removeAttribute(name));
    }
  }

  // ---- axe-core --------------------------------------------------------------------------------------

  // A fault in each part: where axe-core does not find it, it has not looked at that part.
  function plant() {
    let n = 0;
    for (const part of parts().filter(shown)) {
      const bad = document.createElement("div");
      bad.className = CONTROL;
      bad.id = `fk-planted-${n++}`;
      bad.style.cssText = "color:#bbb;background:#fff;padding:4px;position:static;width:max-content;float:none";
      bad.textContent = "too pale to read";
      part.append(bad);
    }
    return n;
  }

  const pull = () => document.querySelectorAll(`.${CONTROL}`).forEach((e) => e.remove());

  // The contrast of a colour with the nearest background that is painted, at an element or around it.
  function ratio(colour, place) {
    const read = (said) => (said.match(/[\d.]+/g) ?? []).map(Number);
    const over = ([r, g, b, a = 1], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a));
    const light = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    let paper = read(getComputedStyle(place).backgroundColor);
    while ((paper[3] ?? 1) < 1 && place.parentElement) {
      place = place.parentElement;
      paper = read(getComputedStyle(place).backgroundColor);
    }
    const [dark, bright] = [light(over(read(colour), paper)), light(paper.slice(0, 3))].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  }

  const contrast = (e) => ratio(getComputedStyle(e).color, e);

  async function axeOn(options, whole, where) {
    for (const part of parts()) part.setAttribute("data-fk-axe", "");
    const planted = plant();
    const context = { include: [["[data-fk-axe]"]], exclude: [["[data-fk-axe] svg[role=img] *"], [".fk-over"]] };
    const found = await axe.run(whole ? document : context, {
      resultTypes: ["violations", "incomplete"], preload: false, elementRef: true, ...options,
    });
    const seen = new Set();
    const nodes = [];
    for (const [kind, rules] of [["violation", found.violations], ["unsure", found.incomplete]]) {
      for (const rule of rules) {
        for (const { element: e, any } of rule.nodes) {
          if (e.classList.contains(CONTROL)) {
            if (kind === "violation") seen.add(e.id);
            continue;
          }
          if (kind === "unsure" && (rule.id !== "color-contrast" || contrast(e) >= 4.5)) continue;
          const data = any.map((check) => check.data?.messageKey ?? "").join(" ");
          nodes.push({
            rule: rule.id, help: rule.help, html: `${data} ${tell(e)}`.trim(), ours: Boolean(e.closest(OURS)),
            where: (where ?? []).filter((selector) => e.closest(selector)),
          });
        }
      }
    }
    const overlooked = [...document.querySelectorAll(`.${CONTROL}`)].filter((e) => !seen.has(e.id)).map((e) => tell(e.parentElement));
    pull();
    return { planted, overlooked, nodes };
  }

  // ---- What axe-core does not ask ----------------------------------------------------------------------

  function headings() {
    const faults = [];
    let before = 0;
    const found = all("h1, h2, h3, h4, h5, h6, [role=heading]").filter(shown);
    for (const e of found) {
      const level = Number(e.getAttribute("aria-level") ?? e.tagName[1]);
      if (before === 0 && level !== 1) faults.push(`the first heading is not of level 1: ${tell(e)}`);
      if (before && level === 1) faults.push(`a second heading of level 1: ${tell(e)}`);
      if (before && level > before + 1) faults.push(`from level ${before} to ${level}: ${text(e)}`);
      if (!text(e).replace("¶", "")) faults.push(`an empty heading: ${tell(e)}`);
      before = level;
    }
    if (!found.length) faults.push("there is no heading");
    return faults;
  }

  function tables() {
    const faults = [];
    for (const e of all("table")) {
      const labelled = (e.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => text(document.getElementById(id))).join(" ");
      if (!text(e.caption) && !e.getAttribute("aria-label") && !labelled.trim()) faults.push(`no caption: ${tell(e)}`);
      const heads = [...e.querySelectorAll("th")];
      if (!heads.length) faults.push(`no heads: ${tell(e)}`);
      if (heads.some((h) => !text(h))) faults.push(`an empty head: ${tell(e)}`);
      const plain = heads.filter((h) => !h.closest("thead") && !h.scope);
      if (plain.length) faults.push(`heads of rows without scope: ${tell(e)}`);
    }
    return faults;
  }

  function nameOf(e) {
    const by = (e.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => text(document.getElementById(id))).join(" ").trim();
    const labels = [...(e.labels ?? [])].map(text).join(" ");
    const own = e.matches("input, select, textarea, progress") ? "" : text(e);
    return by || e.getAttribute("aria-label") || labels || own || "";
  }

  function controls() {
    const faults = [];
    for (const e of all("input, select, textarea, progress").filter(shown)) {
      const label = e.labels?.[0];
      const drawn = label ? text(label) : "";
      if (!label && !e.getAttribute("aria-label")) faults.push(`no bound label: ${tell(e)}`);
      else if (label && !shown(label)) faults.push(`its label is not seen: ${tell(e)}`);
      if (!nameOf(e).toLowerCase().includes(drawn.toLowerCase())) faults.push(`its visible label is not in its name: ${tell(e)}`);
      if (e.type === "radio" || e.type === "checkbox") {
        const group = e.closest("fieldset");
        if (e.type === "radio" && !text(group?.querySelector("legend"))) faults.push(`a radio button without a legend: ${tell(e)}`);
      }
    }
    for (const e of all("button, a[href], summary, [role=button], [role=tab]").filter(shown)) {
      if (!nameOf(e)) faults.push(`no name: ${tell(e)}`);
      const said = e.getAttribute("aria-label");
      if (said && !said.toLowerCase().includes(text(e).toLowerCase())) faults.push(`its text is not in its name: ${tell(e)}`);
    }
    return faults;
  }

  function targets() {
    const faults = [];
    const inText = (e) => e.matches("a") && getComputedStyle(e).display === "inline";
    for (const e of all("button, input, select, textarea, summary, a[href], [role=tab]").filter(shown)) {
      if (inText(e)) continue;
      const boxes = [e, ...(e.matches("[type=radio], [type=checkbox]") ? e.labels : [])].map((x) => x.getBoundingClientRect());
      const wide = Math.max(...boxes.map((b) => b.right)) - Math.min(...boxes.map((b) => b.left));
      const high = Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top));
      if (Math.min(wide, high) < 23.9) faults.push(`${wide.toFixed(0)} × ${high.toFixed(0)} pixels: ${tell(e)}`);
    }
    return faults;
  }

  // The edge of a field stands out from its surroundings by 3:1.
  function edges() {
    const faults = [];
    const natural = (e) => e.matches("[type=radio], [type=checkbox], [type=file]");
    for (const e of all("input, select, textarea").filter(shown)) {
      if (natural(e)) continue; // drawn by the browser, which keeps to it
      const { borderTopColor, borderTopStyle, borderTopWidth, backgroundColor } = getComputedStyle(e);
      const seen = borderTopStyle !== "none" && parseFloat(borderTopWidth) >= 1 ? ratio(borderTopColor, e.parentElement) : 1;
      if (Math.max(seen, ratio(backgroundColor, e.parentElement)) < 3) faults.push(`its edge has ${seen.toFixed(1)}:1: ${tell(e)}`);
    }
    return faults;
  }

  // Nothing is said by colour where only one ink is used: besides it, links that are underlined, and the marks
  // of the letter studio, whose lines differ in shape (tests of their own look at them).
  function colours() {
    const faults = [];
    const drawn = new Set(["path", "rect", "circle", "polygon", "line", "text", "ellipse", "polyline"]);
    const ink = (e) => getComputedStyle(e).color;
    const probe = panel().appendChild(document.createElement("span"));
    const inks = new Set(["content-font-color0", "content-font-color1", "ui-font-color0", "ui-font-color1"].map((name) => {
      probe.style.color = `var(--jp-${name})`;
      return ink(probe);
    }));
    probe.remove();
    for (const part of parts().filter(shown)) {
      for (const e of part.querySelectorAll("*")) {
        if (drawn.has(e.localName)) {
          const { fill, stroke } = getComputedStyle(e);
          for (const paint of [fill, stroke]) {
            if (paint !== "none" && paint !== ink(e.closest("svg")) && paint !== getComputedStyle(e.closest("svg")).backgroundColor) faults.push(`painted ${paint}: ${tell(e)}`);
          }
          continue;
        }
        const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
        if (!words || !shown(e) || inks.has(ink(e)) || e.closest(".fk-over, .fk-key, pre code, option")) continue;
        const link = e.closest("a");
        if (link && getComputedStyle(link).textDecorationLine.includes("underline")) continue;
        faults.push(`written in ${ink(e)}, none of ${[...inks].join(", ")}: ${tell(e)}`);
      }
    }
    return faults;
  }

  // The page must have been worked by a key before: then a control that gets the focus shows it.
  function focus() {
    const faults = [];
    const look = (e) => {
      const s = getComputedStyle(e);
      return [s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 ? `${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor}` : "", s.boxShadow, s.borderColor, s.borderWidth];
    };
    const was = document.activeElement;
    for (const e of all("a[href], button, input, select, textarea, summary, progress, [tabindex]").filter(shown)) {
      if (e.tabIndex < 0 || e.disabled) continue;
      const before = look(e);
      e.focus({ preventScroll: true, focusVisible: true });
      if (document.activeElement !== e) { if (e.tabIndex >= 0 && e.localName !== "progress") faults.push(`takes no focus: ${tell(e)}`); continue; }
      const after = look(e);
      if (!after[0] && before.join() === after.join()) faults.push(`the focus is not seen: ${tell(e)}`);
      e.blur();
    }
    was?.focus?.({ preventScroll: true });
    return faults;
  }

  function motion() {
    const faults = [];
    const long = (times) => times.split(",").some((t) => parseFloat(t) > 0);
    for (const part of parts()) {
      for (const e of [part, ...part.querySelectorAll("*")]) {
        const s = getComputedStyle(e);
        if (long(s.transitionDuration)) faults.push(`a transition of ${s.transitionDuration}: ${tell(e)}`);
        if (s.animationName !== "none" && long(s.animationDuration)) faults.push(`an animation: ${tell(e)}`);
        if (s.scrollBehavior === "smooth") faults.push(`scrolls smoothly: ${tell(e)}`);
      }
    }
    return faults;
  }

  // Wider than its place: only tables, pictures and code may be, and these scroll in a box of their own.
  function overflow() {
    const faults = [];
    const scrolls = (e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX);
    for (const part of parts().filter(shown)) {
      const edge = part.getBoundingClientRect().right + 1;
      for (const e of part.querySelectorAll("*")) {
        if (!shown(e) || (e.closest("svg") && e.localName !== "svg") || (e.closest("table") && part.matches(".jp-MarkdownOutput"))) continue;
        let box = e.parentElement;
        while (box && box !== part && !scrolls(box)) box = box.parentElement;
        if (box && box !== part) continue;
        const { right, width, height } = e.getBoundingClientRect();
        if (right > edge && width > 1 && height > 1) faults.push(`${Math.round(right - edge)} pixels too far: ${tell(e)}`);
      }
      for (const e of part.querySelectorAll("*")) {
        if (!shown(e) || !scrolls(e)) continue;
        const wide = e.scrollWidth > e.clientWidth + 1;
        if (wide && !e.querySelector("table, svg, img") && !e.closest("pre, .cm-scroller, textarea")) faults.push(`scrolls sideways: ${tell(e)}`);
        if (wide && e.tabIndex < 0 && !e.querySelector("a, button, input, summary, [tabindex]") && !e.matches("textarea, pre *")) faults.push(`scrolls, but not by keyboard: ${tell(e)}`);
        if (wide && e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== "hidden" && !e.matches("textarea")) faults.push(`scrolls both ways: ${tell(e)}`);
      }
    }
    return [...new Set(faults)];
  }

  window.fkWhole = { answer, press, unfoldDetails, spread, unspread, axeOn, headings, tables, controls, targets, edges, colours, focus, motion, overflow };
})();
