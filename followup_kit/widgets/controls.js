// Radio group, checkbox group, list, line and area of text, day: native elements with bound labels.

// Each control loads this file anew, so the count that keeps ids apart belongs to the page.
function nextId() {
  globalThis.followupKitViews = (globalThis.followupKitViews ?? 0) + 1;
  return `fk-control-${globalThis.followupKitViews}`;
}

const PAUSE = 150; // milliseconds after the last key

function make(tag, attributes = {}, text = "") {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (text) node.textContent = text;
  return node;
}

function render({ model, el }) {
  const id = nextId();
  const kind = model.get("kind");
  const grouped = kind === "radio" || kind === "checkbox";
  const root = make(grouped ? "fieldset" : "div", { class: "fk-control" });
  const label = grouped ? make("legend") : make("label", { for: id });
  const help = make("p", { class: "fk-help", id: `${id}-help` });
  const body = make("div", { class: "fk-options" });
  const error = make("p", { class: "fk-error", id: `${id}-error` });
  root.append(label, help, body, error);
  el.append(root);

  // As a message, not as saved state: state waits for the kernel, and the press of a button would overtake it.
  const send = () => model.send({ value: model.get("value"), entered: model.get("entered") });

  const drawOptions = () => {
    const held = body.querySelector(":focus")?.value;
    body.replaceChildren();
    model.get("options").forEach(([value, text], index) => {
      const line = make("div", { class: "fk-option" });
      const input = make("input", { type: kind, id: `${id}-${index}`, name: id, value });
      input.addEventListener("change", () => {
        const chosen = [...body.querySelectorAll("input:checked")].map((i) => i.value);
        model.set("value", kind === "radio" ? chosen[0] ?? null : chosen);
        send();
      });
      line.append(input, make("label", { for: input.id }, text));
      body.append(line);
      if (value === held) input.focus();
    });
    drawValue();
  };

  const drawList = () => {
    const held = body.contains(document.activeElement);
    const list = make("select", { id });
    for (const [value, text] of model.get("options")) list.append(make("option", { value }, text));
    list.addEventListener("change", () => {
      model.set("value", list.value);
      send();
    });
    body.replaceChildren(list);
    drawValue();
    if (held) list.focus();
  };

  const drawText = () => {
    const input = kind === "area" ? make("textarea", { rows: model.get("rows") }) : make("input", { type: kind });
    if (kind === "date") {
      input.min = "1970-01-01";
      input.max = "2200-12-31"; // also keeps the year to four digits
    }
    input.id = id;
    input.autocomplete = "off";
    let later;
    const save = () => {
      clearTimeout(later);
      later = undefined;
      send();
    };
    input.addEventListener("input", () => {
      model.set("value", input.value);
      clearTimeout(later);
      later = setTimeout(save, PAUSE);
    });
    input.addEventListener("blur", () => {
      if (later !== undefined) save();
    });
    if (kind !== "area") {
      input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter") return;
        model.set("entered", model.get("entered") + 1);
        save();
      });
    }
    body.replaceChildren(input);
    drawValue();
  };

  const drawValue = () => {
    const value = model.get("value");
    if (!grouped) {
      const input = body.firstElementChild;
      if (input.value !== (value ?? "")) input.value = value ?? "";
      return;
    }
    for (const input of body.querySelectorAll("input")) {
      input.checked = kind === "radio" ? input.value === value : (value ?? []).includes(input.value);
    }
  };

  const drawWords = () => {
    label.textContent = model.get("label");
    help.textContent = model.get("help");
    help.hidden = !model.get("help");
    const wrong = model.get("error");
    error.textContent = wrong;
    error.hidden = !wrong;
    root.classList.toggle("fk-wrong", Boolean(wrong));
    const described = [model.get("help") && help.id, wrong && error.id].filter(Boolean).join(" ");
    const target = grouped ? root : body.firstElementChild;
    if (described) target.setAttribute("aria-describedby", described);
    else target.removeAttribute("aria-describedby");
    if (!grouped) {
      if (wrong) target.setAttribute("aria-invalid", "true");
      else target.removeAttribute("aria-invalid");
    }
    if (grouped) root.disabled = model.get("disabled");
    else target.disabled = model.get("disabled");
  };

  const draw = grouped ? drawOptions : kind === "select" ? drawList : drawText;
  const redraw = () => {
    draw();
    drawWords();
  };
  redraw();

  const wordTraits = ["label", "help", "error", "disabled"].map((trait) => `change:${trait}`).join(" ");
  model.on(wordTraits, drawWords);
  model.on("change:value", drawValue);
  if (draw !== drawText) model.on("change:options", redraw);
  return () => {
    model.off(wordTraits, drawWords);
    model.off("change:value", drawValue);
    if (draw !== drawText) model.off("change:options", redraw);
  };
}

export default { render };
