"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  root.classList.add("js");

  // The panel: a link into a report opens it by :target alone; here its words are told apart, focus follows, Escape closes.
  let opener = null;

  const panel = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return target ? [target, target.closest(".report")] : [null, null];
  };

  const legend = document.createElement("p");
  legend.className = "legend";
  for (const part of all(".parts b")) legend.append(part.cloneNode(true), " ");
  const parts = all("b", legend).map((part) => part.className);

  const clear = () => {
    for (const element of all(".hit")) {
      element.classList.remove("hit", ...parts.filter((part) => !"nt".includes(part)));
      delete element.dataset.as;
    }
  };

  const underline = (mark, report) => {
    const claim = mark.dataset.k;
    mark.classList.add("hit");
    report.querySelector(".text").prepend(legend);
    for (const word of all("b[data-c]", report)) {
      const own = word.dataset.c.split(" ").filter((code) => code.slice(0, -1) === claim);
      if (!own.length) continue;
      word.classList.add("hit", ...own.map((code) => code.slice(-1)));
      const labels = (word.dataset.l || "").split("|").filter((label) => label.split(":")[0] === claim);
      if (labels.length) word.dataset.as = labels.map((label) => label.slice(claim.length + 1)).join(", ");
    }
  };

  const arrive = () => {
    clear();
    const [target, report] = panel();
    if (!target) return;
    const folded = target.closest("details:not([open])");
    if (folded) {
      folded.open = true;
      target.scrollIntoView({ block: "center" });
    }
    if (!report) return;
    if (target.matches("mark[data-k]")) underline(target, report);
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (target !== report) target.scrollIntoView({ block: "center" });
  };

  const close = () => {
    const [, report] = panel();
    if (!report) return;
    const y = window.scrollY;
    const back = opener;
    location.hash = "#closed";
    window.scrollTo(0, y);
    if (back && back.isConnected) back.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.matches(".close")) {
      event.preventDefault();
      close();
    } else if (!link.closest(".report:target, .report:has(:target)")) {
      opener = link;
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  window.addEventListener("hashchange", arrive);
  window.addEventListener("beforeprint", () => all("details.quotes, details.why").forEach((details) => { details.open = true; }));

  // Choosing and sorting events.
  const events = all("article.event");
  const list = document.getElementById("list");
  const words = new WeakMap();
  const text = (element) => {
    if (!words.has(element)) words.set(element, element.textContent.toLowerCase());
    return words.get(element);
  };
  const holds = (element, wanted) => wanted.every((word) => text(element).includes(word));
  const asked = (value) => value.toLowerCase().split(/\s+/).filter(Boolean);
  const chapters = events.map((event) => event.parentElement);
  const order = {
    toll: (a, b) => b.dataset.toll - a.dataset.toll,
    origins: (a, b) => b.dataset.origins - a.dataset.origins || b.dataset.reports - a.dataset.reports,
    reports: (a, b) => b.dataset.reports - a.dataset.reports,
  };

  const sort = (by) => {
    list.classList.toggle("sorted", by !== "date");
    if (by === "date") events.forEach((event, at) => chapters[at].append(event));
    else list.append(...[...events].sort(order[by]));
  };

  const fits = (event, form) =>
    !(form.background.checked && "background" in event.dataset) &&
    (!form.type.value || event.dataset.type === form.type.value) &&
    (!form.standing.value || event.dataset.standing === form.standing.value) &&
    (!form.side.value || event.dataset.sides.split("|").includes(form.side.value)) &&
    (!form.toll.value || Number(event.dataset.toll) >= Number(form.toll.value)) &&
    holds(event, asked(form.words.value));

  const dim = () => {
    const seen = new Set();
    for (const event of events) if (!event.hidden) seen.add(event.id).add(event.dataset.place);
    for (const dot of all(".map a")) dot.classList.toggle("off", !seen.has(dot.getAttribute("href").slice(1)));
  };

  const choose = (form) => {
    let shown = 0;
    for (const event of events) {
      event.hidden = !fits(event, form);
      shown += !event.hidden;
    }
    for (const chapter of new Set(chapters)) chapter.hidden = !chapter.querySelector(".event:not([hidden])");
    form.querySelector(".shown").textContent = `${shown} of ${events.length} events`;
    dim();
  };

  for (const form of all("form.tools")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  const tools = list && document.querySelector("#events form.tools");
  if (tools) {
    let waiting = 0;
    const later = () => { clearTimeout(waiting); waiting = setTimeout(() => choose(tools), 120); };
    tools.addEventListener("input", later);
    tools.sort.addEventListener("change", () => sort(tools.sort.value));
    tools.addEventListener("reset", () => setTimeout(() => { sort("date"); choose(tools); }));
    choose(tools);
  }
  const search = document.querySelector("input[name=reports]");
  if (search) {
    const reports = all("article.report");
    search.addEventListener("input", () => {
      const wanted = asked(search.value);
      for (const report of reports) report.hidden = !holds(report, wanted);
      const shown = reports.filter((report) => !report.hidden).length;
      search.form.querySelector(".shown").textContent = wanted.length ? `${shown} of ${reports.length} reports` : "";
    });
  }

  // The map: drag, buttons, Ctrl and wheel. Dots and names keep their size; names appear as room is made.
  const svg = document.querySelector("svg.map");
  if (svg) {
    const whole = svg.viewBox.baseVal;
    const home = { x: whole.x, y: whole.y, w: whole.width, h: whole.height };
    const view = { ...home };
    const marks = all("a > path, path.town, text", svg).map((element) => {
      const [, x, y] = element.getAttribute("transform").match(/translate\(([-\d.e]+),\s*([-\d.e]+)\)/);
      return { element, x: Number(x), y: Number(y), gap: 0 };
    });
    const names = marks.filter((mark) => mark.element.tagName === "text");
    const dots = marks.filter((mark) => mark.element.tagName !== "text");
    const widths = names.map((name) => 6.2 * name.element.textContent.length);
    let frame = 0;

    const overlaps = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    const declutter = (k) => {
      const taken = [];
      names.forEach((name, at) => {
        const box = [name.x / k, name.y / k - 6.5, name.x / k + widths[at], name.y / k + 6.5];
        const free = !taken.some((other) => overlaps(box, other));
        name.element.classList.toggle("tight", !free);
        if (free) taken.push(box);
      });
    };
    const draw = () => {
      frame = 0;
      svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
      const k = view.w / Math.max(svg.clientWidth, 1);
      const size = Math.min(k, k * Math.max(svg.clientWidth / 700, 0.6));
      for (const dot of dots) dot.element.setAttribute("transform", `translate(${dot.x},${dot.y}) scale(${size})`);
      for (const name of names) name.element.setAttribute("transform", `translate(${name.x},${name.y}) scale(${k})`);
      declutter(k);
    };
    const redraw = () => { frame = frame || requestAnimationFrame(draw); };
    const zoom = (factor, x = view.x + view.w / 2, y = view.y + view.h / 2) => {
      const w = Math.min(Math.max(view.w * factor, home.w / 60), home.w * 2);
      const by = w / view.w;
      Object.assign(view, { x: x - (x - view.x) * by, y: y - (y - view.y) * by, w, h: view.h * by });
      redraw();
    };
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      return [view.x + ((event.clientX - box.left) / box.width) * view.w, view.y + ((event.clientY - box.top) / box.height) * view.h];
    };

    const buttons = document.createElement("div");
    buttons.className = "zoom";
    for (const [sign, name, act] of [
      ["+", "Zoom in", () => zoom(0.6)],
      ["\u2212", "Zoom out", () => zoom(1 / 0.6)],
      ["\u2302", "Whole map", () => { Object.assign(view, home); redraw(); }],
    ]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", name);
      button.title = name;
      button.addEventListener("click", act);
      buttons.append(button);
    }
    svg.parentElement.append(buttons);

    let held = null;
    let moved = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "touch" || event.button) return;
      held = [event.clientX, event.clientY, view.x, view.y];
      moved = false;
    });
    window.addEventListener("pointermove", (event) => {
      if (!held) return;
      const k = view.w / svg.clientWidth;
      moved = moved || Math.hypot(event.clientX - held[0], event.clientY - held[1]) > 4;
      Object.assign(view, { x: held[2] - (event.clientX - held[0]) * k, y: held[3] - (event.clientY - held[1]) * k });
      redraw();
    });
    window.addEventListener("pointerup", () => { held = null; });
    svg.addEventListener("click", (event) => { if (moved) { event.preventDefault(); event.stopPropagation(); } }, true);
    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("dblclick", (event) => zoom(0.5, ...at(event)));
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(Math.exp(event.deltaY / 200), ...at(event));
    }, { passive: false });
    window.addEventListener("resize", redraw);
    window.addEventListener("beforeprint", () => { Object.assign(view, home); draw(); });
    draw();
  }
  arrive();
})();
