// The keeper of a shell: keeps JupyterLab's command shortcuts out of our controls, and speaks.
// Without it `x` cuts the cell while a radio button has the focus, and the arrow keys leave it.

const MOST_FRAMES = 600;

// Keys that the page may have even so: save, find, command palette.
function belongsToPage(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  return event.shiftKey ? key === "c" : key === "s" || key === "f";
}

function keepInside(event) {
  if (belongsToPage(event)) return;
  event.stopPropagation();
  // The way out: to the cell around it, from where the arrow keys go on. A shell within a shell leaves both.
  if (event.key === "Escape" && !event.isComposing) event.currentTarget.closest(".jp-Cell")?.focus();
}

function render({ model, el }) {
  const region = document.createElement("div");
  region.className = "fk-live";
  region.setAttribute("role", "status");
  region.setAttribute("aria-live", "polite");
  region.setAttribute("aria-atomic", "true");
  el.append(region);

  let timer;
  const speak = () => {
    const text = model.get("said")[1];
    region.textContent = "";
    clearTimeout(timer);
    // Emptied first: a region whose text is replaced by the same text stays silent.
    timer = setTimeout(() => { region.textContent = text; }, 60);
  };
  model.on("change:said", speak);

  let shell = null;
  let frame = 0;
  let tried = 0;
  const name = () => {
    const label = model.get("label");
    if (shell && label) {
      shell.setAttribute("role", "group");
      shell.setAttribute("aria-label", label);
    }
  };
  const settle = () => {
    shell = el.closest(".fk-shell");
    if (!shell) {
      // The view is made before it is put into the page.
      if (++tried < MOST_FRAMES) frame = requestAnimationFrame(settle);
      return;
    }
    shell.addEventListener("keydown", keepInside);
    shell.classList.add("fk-ready");
    name();
    if (!model.get("ready")) {
      model.set("ready", true);
      model.save_changes();
    }
  };
  settle();
  model.on("change:label", name);

  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    model.off("change:said", speak);
    model.off("change:label", name);
    if (shell) shell.removeEventListener("keydown", keepInside);
  };
}

export default { render };
