"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  // Okabe and Ito's colours, safe for colour-blind eyes; lighter ones on a dark ground. Dashes say
  // the same again without colour.
  const LIGHT = ["#0072b2", "#d55e00", "#009e73", "#b0578d", "#946800", "#2f86b5"];
  const DARK = ["#56b4e9", "#e69f00", "#2fc79b", "#e09cc4", "#f0e442", "#d5733a"];
  const DASHES = [[], [6, 3], [2, 3], [9, 3, 2, 3]];
  const CHART_HEIGHT = 170, WIPE_WIDTH = 576, FEW_POINTS = 20;
  /** The held-out error of predicting no change, and the terms that predict. */
  const BASELINE = "copy_last", PREDICTIONS = ["recurrent", "recycle"];

  const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colour = (i) => (dark.matches ? DARK : LIGHT)[i % LIGHT.length];
  const axis = (extra) => Object.assign(
    { stroke: () => variable("--quiet"), grid: { stroke: () => variable("--line"), width: 1 }, ticks: { show: false } }, extra);
  const number = (value) => value == null ? "–" : Number(value.toPrecision(4)).toString();

  function plot(place, xs, lines, xLabel, hooks) {
    const options = {
      width: Math.max(200, place.clientWidth), height: CHART_HEIGHT,
      scales: { x: { time: false } },
      axes: [axis({ size: 30 }), axis({ size: 62, values: (u, ticks) => ticks.map(number) })],
      cursor: { drag: { x: false, y: false }, y: false },
      series: [{ label: xLabel }].concat(lines.map((line) => ({
        label: line.name, stroke: () => colour(line.colour), dash: DASHES[line.dash % DASHES.length],
        width: 1.75, points: { show: xs.length < FEW_POINTS }, value: (u, value) => number(value) }))),
      hooks: hooks || {},
    };
    const chart = new uPlot(options, [xs].concat(lines.map((line) => line.values)), place);
    new ResizeObserver(() => chart.setSize({ width: Math.max(200, place.clientWidth), height: CHART_HEIGHT })).observe(place);
    dark.addEventListener("change", () => chart.redraw());
    return chart;
  }

  class Player {
    constructor(section, scene) {
      this.section = section; this.fps = scene.framesPerSecond; this.frames = scene.frames;
      this.videos = [...section.querySelectorAll(".stage video")];
      this.scrubber = section.querySelector(".scrubber");
      this.playButton = section.querySelector("[data-act=play]");
      this.speed = section.querySelector(".speed");
      this.time = section.querySelector(".time");
      this.marks = [...section.querySelectorAll(".now")];
      this.charts = []; this.frame = 0; this.playing = false; this.seeking = false; this.telling = false;
      this.wipe = section.querySelector(".wipe");
      this.listen(); this.wipeListen(); this.draw(scene.curves); this.show(0);
    }

    listen() {
      this.section.querySelector("[data-act=back]").onclick = () => this.go(this.frame - 1);
      this.section.querySelector("[data-act=forward]").onclick = () => this.go(this.frame + 1);
      this.playButton.onclick = () => (this.playing ? this.pause() : this.play());
      this.scrubber.oninput = () => this.go(Number(this.scrubber.value));
      this.section.addEventListener("keydown", (event) => this.key(event));
      for (const video of this.videos) video.addEventListener("seeked", () => this.paintWipe());
      for (const slice of this.section.querySelectorAll(".slice-frame")) {
        slice.addEventListener("pointermove", (event) => {
          if (this.playing) return;
          const box = slice.getBoundingClientRect();
          this.go(Math.floor((event.clientX - box.left) / box.width * this.frames));
        });
      }
      for (const video of this.videos) video.addEventListener("loadeddata", () => this.paintWipe());
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const own = event.target.closest("button, select, summary, .wipe-at, .scroll");
      if (own) return;
      const step = event.shiftKey ? 10 : 1;
      const moves = { ArrowLeft: this.frame - step, ArrowRight: this.frame + step, Home: 0, End: this.frames - 1 };
      if (event.key in moves) this.go(moves[event.key]);
      else if (event.key === " " || event.key === "k") this.playing ? this.pause() : this.play();
      else return;
      event.preventDefault();
    }

    /** Shows a frame of all videos: the newest wish, once the seeks before it are done. */
    go(frame) {
      if (this.playing) this.pause();
      this.show(Math.max(0, Math.min(this.frames - 1, frame)));
      if (!this.seeking) this.seek();
    }

    async seek() {
      this.seeking = true;
      let sought;
      do {
        sought = this.frame;
        await Promise.all(this.videos.map((video) => this.seekOne(video, sought)));
      } while (sought !== this.frame);
      this.seeking = false;
      this.paintWipe();
      this.section.dataset.shown = sought;
    }

    seekOne(video, frame) {
      // The middle of a frame: its start may be rounded into the one before.
      const wanted = (frame + 0.5) / this.fps;
      return new Promise((done) => {
        if (video.error || video.readyState === 0) { video.currentTime = wanted; done(); return; }
        const finish = () => { clearTimeout(patience); video.removeEventListener("seeked", finish); done(); };
        const patience = setTimeout(finish, 2000);
        video.addEventListener("seeked", finish);
        video.currentTime = wanted;
      });
    }

    play() {
      if (this.frame >= this.frames - 1) this.show(0);
      this.playing = true; this.playButton.textContent = "Pause";
      for (const video of this.videos) {
        video.playbackRate = Number(this.speed.value);
        video.currentTime = (this.frame + 0.5) / this.fps;
        video.play().catch(() => {});
      }
      requestAnimationFrame(() => this.tick());
    }

    pause() {
      this.playing = false; this.playButton.textContent = "Play";
      for (const video of this.videos) video.pause();
      if (!this.seeking) this.seek();
    }

    tick() {
      if (!this.playing) return;
      const [first, ...others] = this.videos;
      for (const video of this.videos) video.playbackRate = Number(this.speed.value);
      for (const video of others) {
        if (Math.abs(video.currentTime - first.currentTime) > 1.5 / this.fps && !video.seeking) video.currentTime = first.currentTime;
      }
      this.show(Math.min(this.frames - 1, Math.floor(first.currentTime * this.fps)));
      this.paintWipe();
      if (first.ended || this.frame >= this.frames - 1) { this.pause(); return; }
      requestAnimationFrame(() => this.tick());
    }

    show(frame) {
      this.frame = frame;
      this.scrubber.value = frame;
      const seconds = (frame / this.fps).toFixed(2);
      this.time.textContent = `frame ${frame} of 0 to ${this.frames - 1}, ${seconds} s`;
      this.scrubber.setAttribute("aria-valuetext", this.time.textContent);
      for (const mark of this.marks) mark.style.left = `${(frame + 0.5) / this.frames * 100}%`;
      this.telling = true;
      for (const chart of this.charts) {
        const left = chart.valToPos(frame, "x");
        chart.setCursor({ left, top: chart.bbox.height / 2 / devicePixelRatio });
      }
      this.telling = false;
    }

    draw(curves) {
      const names = [...new Set(curves.map((curve) => curve.line))];
      const order = names.filter((name) => name !== "source").concat(names.filter((name) => name === "source"));
      for (const figure of this.section.querySelectorAll(".chart")) {
        const mine = curves.filter((curve) => curve.chart === figure.dataset.chart);
        const xs = Array.from({ length: this.frames }, (ignored, i) => i);
        const lines = mine.map((curve) => ({
          name: curve.line, colour: order.indexOf(curve.line), dash: order.indexOf(curve.line),
          values: xs.map((x) => curve.values[x - curve.firstFrame] ?? null) }));
        this.charts.push(plot(figure.querySelector(".plot"), xs, lines, "frame", {
          setCursor: [(chart) => {
            const at = chart.cursor.idx;
            if (!this.telling && !this.playing && chart.cursor.event && at != null && at !== this.frame) this.go(at);
          }],
        }));
      }
    }

    wipeListen() {
      if (!this.wipe) return;
      this.canvas = this.wipe.querySelector("canvas");
      // Small videos are enlarged; the line between the two should not be.
      const scale = Math.max(1, Math.round(WIPE_WIDTH / this.canvas.width));
      this.canvas.width *= scale; this.canvas.height *= scale;
      this.at = this.wipe.querySelector(".wipe-at");
      this.left = this.wipe.querySelector(".wipe-left");
      this.right = this.wipe.querySelector(".wipe-right");
      for (const part of [this.at, this.left, this.right]) part.oninput = () => this.paintWipe();
      this.wipe.addEventListener("toggle", () => this.paintWipe());
      const drag = (event) => {
        const box = this.canvas.getBoundingClientRect();
        this.at.value = (event.clientX - box.left) / box.width * 100;
        this.paintWipe();
      };
      this.canvas.addEventListener("pointermove", drag);
      this.canvas.addEventListener("pointerdown", drag);
    }

    paintWipe() {
      if (!this.wipe || !this.wipe.open) return;
      const { width, height } = this.canvas, pen = this.canvas.getContext("2d");
      const cut = Math.round(Number(this.at.value) / 100 * width);
      const paint = (choice, from, to) => {
        const video = this.videos[Number(choice.value)];
        if (video.readyState < 2 || to <= from) return;
        pen.save(); pen.beginPath(); pen.rect(from, 0, to - from, height); pen.clip();
        pen.drawImage(video, 0, 0, width, height); pen.restore();
      };
      pen.clearRect(0, 0, width, height);
      paint(this.left, 0, cut); paint(this.right, cut, width);
      pen.fillStyle = "#000"; pen.fillRect(cut - 1, 0, 3, height);
      pen.fillStyle = "#fff"; pen.fillRect(cut, 0, 1, height);
    }
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      head.querySelector("button").onclick = () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].innerText.trim();
        const rows = [...table.tBodies[0].rows];
        const numeric = rows.every((row) => key(row) === "" || !Number.isNaN(Number(key(row))));
        rows.sort((a, b) => {
          const x = key(a), y = key(b);
          // What has no number stays at the end either way.
          if (x === "" || y === "") return (x === "") - (y === "");
          const order = numeric ? Number(x) - Number(y) : x.localeCompare(y, "en", { numeric: true });
          return down ? -order : order;
        });
        table.tBodies[0].append(...rows);
      };
    });
  }

  const termOf = (name) => name.replace(/_[^_]*$/, "");
  const namesOf = (points) => [...new Set(points.flatMap((point) => Object.keys(point.losses)))].sort();

  /** A chart a term, with a line for each training and direction, and for what there is to beat. */
  function byTerm(place, kind, what) {
    const several = data.trainings.length > 1;
    const all = data.trainings.flatMap((training) => training[kind]);
    const xs = [...new Set(all.map((point) => point.step))].sort((a, b) => a - b);
    const line = (points, name, label, colour, dash) => {
      const bySteps = new Map(points.map((point) => [point.step, point.losses]));
      return { name: label, colour, dash, values: xs.map((x) => (bySteps.get(x) || {})[name] ?? null) };
    };
    for (const term of [...new Set(namesOf(all).map(termOf))].filter((term) => term !== BASELINE)) {
      const lines = [];
      data.trainings.forEach((training, i) => {
        namesOf(training[kind]).filter((name) => termOf(name) === term).forEach((name, j) =>
          lines.push(line(training[kind], name, (several ? training.method + " " : "") + name, several ? i : j, j)));
      });
      if (PREDICTIONS.includes(term)) {
        namesOf(all).filter((name) => termOf(name) === BASELINE).forEach((name, j) =>
          lines.push(line(all, name, name.replace(BASELINE, "copy of the last frame").replace(/_/, " "), 3, 2 + j)));
      }
      const figure = document.createElement("figure"), caption = document.createElement("figcaption"), inner = document.createElement("div");
      figure.className = "chart"; inner.className = "plot"; caption.textContent = term;
      inner.setAttribute("role", "img"); inner.setAttribute("aria-label", `${what} ${term} over the steps`);
      figure.append(caption, inner); place.append(figure);
      plot(inner, xs, lines, "step");
    }
  }

  function progress(place) {
    const groups = [...new Set(data.curves.map((curve) => curve.group))];
    for (const chart of new Set(data.curves.map((curve) => curve.chart))) {
      const mine = data.curves.filter((curve) => curve.chart === chart);
      const xs = [...new Set(mine.flatMap((curve) => curve.points.map((p) => p.step)))].sort((a, b) => a - b);
      const lines = mine.map((curve) => {
        const bySteps = new Map(curve.points.map((p) => [p.step, p.value]));
        const group = groups.indexOf(curve.group);
        return { name: curve.line, colour: group, dash: group, values: xs.map((x) => bySteps.get(x)) };
      });
      const figure = document.createElement("figure"), caption = document.createElement("figcaption"), inner = document.createElement("div");
      figure.className = "chart"; inner.className = "plot"; caption.textContent = chart;
      inner.setAttribute("role", "img"); inner.setAttribute("aria-label", `${chart} over the steps of the training`);
      figure.append(caption, inner); place.append(figure);
      plot(inner, xs, lines, "step");
    }
  }

  window.players = [...document.querySelectorAll(".scene")].map((section) => new Player(section, data.scenes[Number(section.dataset.scene)]));
  document.querySelectorAll("table.sortable").forEach(sortable);
  const places = { losses: ["points", "Loss term"], "held-out": ["heldOut", "Held-out error"] };
  for (const [id, [kind, what]] of Object.entries(places)) {
    const place = document.getElementById(id);
    if (place) byTerm(place, kind, what);
  }
  const curves = document.getElementById("curves");
  if (curves) progress(curves);
})();
