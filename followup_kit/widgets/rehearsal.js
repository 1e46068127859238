// The rehearsal timer: figures and a bar, no sound. It can be paused, extended, begun anew, switched off.
// It speaks rarely: Python announces a few moments (started, half, over), never the seconds.

const MOST = 600;
let views = 0;

function say(seconds) {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function render({ model, el }) {
  const id = `fk-rehearsal-${++views}`;
  const root = document.createElement("div");
  root.className = "fk-rehearsal";
  const line = document.createElement("p");
  const clock = document.createElement("span");
  clock.setAttribute("role", "timer");
  clock.id = `${id}-clock`;
  clock.className = "fk-clock";
  const state = document.createElement("span");
  line.append(clock, " ", state);
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", "Time used");
  const buttons = document.createElement("div");
  buttons.className = "fk-buttons fk-rehearsal-buttons";
  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "jupyter-button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };

  let most = model.get("seconds");
  let used = 0;          // seconds before the last start
  let since = null;      // when it was last started, or null
  let on = true;
  let told = "";
  let ticking;

  const now = () => Math.min(MOST * 2, used + (since === null ? 0 : (performance.now() - since) / 1000));
  const tell = (moment) => {
    if (moment === told) return;
    told = moment;
    model.set("moment", moment);
    model.save_changes();
  };

  const go = button("Start", () => (since === null ? start() : pause()));
  const more = button("15 seconds more", () => {
    most = Math.min(MOST, most + 15);
    told = since === null ? "paused" : "started";
    draw();
  });
  const anew = button("Begin anew", () => { stop(); tell("ready"); draw(); });
  const off = button("Timer off", () => {
    on = !on;
    stop();
    tell(on ? "ready" : "off");
    draw();
    off.focus();
  });
  buttons.append(go, more, anew, off);
  root.append(line, bar, buttons);
  el.append(root);

  function start() {
    since = performance.now();
    tell("started");
    clearInterval(ticking);
    ticking = setInterval(tick, 200);
    draw();
  }
  function pause() {
    used = now();
    since = null;
    clearInterval(ticking);
    tell("paused");
    draw();
  }
  function stop() {
    clearInterval(ticking);
    since = null;
    used = 0;
    most = model.get("seconds");
  }
  function tick() {
    const time = now();
    if (time >= most) tell("over");
    else if (time >= most / 2 && told === "started") tell("half");
    draw();
  }

  let shown = "";
  function draw() {
    const time = now();
    const over = time >= most;
    const words = !on ? "The timer is off."
      : since !== null ? (over ? "Past the time. Finish your sentence calmly." : "running")
      : used > 0 ? "paused" : "ready";
    const clocked = `${say(time)} of ${say(most)}`;
    const all = [clocked, words, most, on].join("|");
    if (all === shown) return;   // at most one change a second
    shown = all;
    clock.textContent = on ? clocked : "";
    state.textContent = on && !over ? `(${words})` : words;
    bar.max = most;
    bar.value = Math.min(time, most);
    go.textContent = since !== null ? "Pause" : used > 0 ? "Continue" : "Start";
    off.textContent = on ? "Timer off" : "Timer on";
    for (const part of [bar, go, more, anew]) part.hidden = !on;
  }

  const changed = () => { stop(); told = ""; draw(); };
  model.on("change:seconds", changed);
  draw();
  return () => {
    clearInterval(ticking);
    model.off("change:seconds", changed);
  };
}

export default { render };
