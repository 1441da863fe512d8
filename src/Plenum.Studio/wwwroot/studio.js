// What pages of the studio do in the browser alone: the theme, reading values off charts, and large charts.
(function () {
  'use strict';
  var root = document.documentElement;
  var system = window.matchMedia('(prefers-color-scheme: dark)');
  var kept = null;
  try { kept = window.localStorage.getItem('plenum-theme'); } catch { /* Storage is switched off; the system decides. */ }
  if (kept === 'dark' || kept === 'light') { root.dataset.theme = kept; }

  function isDark() { return root.dataset.theme ? root.dataset.theme === 'dark' : system.matches; }

  function toggleTheme() {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try { window.localStorage.setItem('plenum-theme', root.dataset.theme); } catch { /* It lasts as long as the page. */ }
    drawn.forEach(draw);
    return isDark();
  }

  // Reading off: the pointer finds the nearest period of a small chart, and a box tells its values.
  var box = null;

  function periodName(first, steps) {
    var parts = /^(\d+)([QM]?)(\d*)$/.exec(first);
    if (!parts || !parts[2]) { return String(Number(first) + steps); }
    var perYear = parts[2] === 'Q' ? 4 : 12;
    var ordinal = Number(parts[1]) * perYear + Number(parts[3]) - 1 + steps;
    var number = String(ordinal % perYear + 1);
    return Math.floor(ordinal / perYear) + parts[2] + (perYear === 12 ? number.padStart(2, '0') : number);
  }

  function written(value, plot) {
    if (value === null) { return 'none'; }
    var text = Math.abs(value).toFixed(plot.decimals);
    var sign = value < 0 && Number(text) !== 0 ? '\u2212' : plot.signed && value > 0 ? '+' : '';
    return sign + text + plot.suffix;
  }

  function hide() {
    if (box) { box.hidden = true; }
  }

  function show(tile, clientX) {
    var plot = JSON.parse(tile.dataset.plot);
    var picture = tile.querySelector('svg[role=img]');
    if (!picture || plot.series.length === 0) { return hide(); }
    var frame = picture.getBoundingClientRect();
    var left = frame.left + plot.left * frame.width;
    var width = (plot.right - plot.left) * frame.width;
    var position = Math.min(plot.count - 1, Math.max(0, Math.floor((clientX - left) / width * plot.count)));
    if (!box) {
      box = document.createElement('div');
      box.className = 'reading';
      box.setAttribute('aria-hidden', 'true');
      document.body.appendChild(box);
    }
    box.replaceChildren();
    var head = document.createElement('strong');
    head.textContent = periodName(plot.first, position);
    box.appendChild(head);
    plot.series.forEach(function (series) {
      if (series.values[position] === null) { return; }
      var line = document.createElement('div');
      var key = document.createElement('span');
      key.className = 'key ' + series.colour;
      line.append(key, series.label + '  ' + written(series.values[position], plot));
      box.appendChild(line);
    });
    box.hidden = false;
    var x = left + (position + 0.5) / plot.count * width;
    box.style.left = Math.min(window.innerWidth - box.offsetWidth - 8, Math.max(8, x - box.offsetWidth / 2)) + 'px';
    box.style.top = Math.max(8, frame.top - box.offsetHeight + 12) + 'px';
  }

  document.addEventListener('pointermove', function (event) {
    var tile = event.target instanceof Element ? event.target.closest('.tile') : null;
    if (tile) { show(tile, event.clientX); } else { hide(); }
  }, { passive: true });
  document.addEventListener('scroll', hide, { passive: true, capture: true });

  // Large charts: plotly.js is fetched from the studio when the first one is opened.
  var library = null;
  var drawn = new Map();
  var narrowest = 520;

  function load() {
    if (!library) {
      library = new Promise(function (done, failed) {
        var script = document.createElement('script');
        script.src = '/plotly.js';
        script.onload = function () { done(window.Plotly); };
        script.onerror = function () { library = null; failed(new Error('The chart library could not be loaded.')); };
        document.head.appendChild(script);
      });
    }
    return library;
  }

  function fitted(layout, width, zooms) {
    layout.width = width;
    layout.autosize = false;
    layout.xaxis.fixedrange = !zooms;
    if (width >= narrowest || !layout.annotations.length) { return layout; }
    layout.annotations = layout.annotations.filter(function (note) { return note.name !== 'label'; });
    layout.margin.r = 14;
    layout.showlegend = layout.annotations.length !== 1;
    return layout;
  }

  function draw(figures, element) {
    var width = Math.floor(element.getBoundingClientRect().width);
    if (width === 0) { return Promise.resolve(); }
    var figure = JSON.parse(isDark() ? figures.dark : figures.light);
    return load().then(function (plotly) {
      return plotly.react(element, figure.data, fitted(figure.layout, width, element.closest('dialog') !== null), { displayModeBar: false, showTips: false });
    }).then(function () { element.parentElement.classList.add('drawn'); });
  }

  var resized = null;
  window.addEventListener('resize', function () {
    clearTimeout(resized);
    resized = setTimeout(function () { drawn.forEach(draw); }, 120);
  });
  system.addEventListener('change', function () { drawn.forEach(draw); });

  function plot(element, light, dark) {
    var figures = { light: light, dark: dark };
    drawn.set(element, figures);
    return draw(figures, element);
  }

  function unplot(element) {
    drawn.delete(element);
    if (window.Plotly && element) { window.Plotly.purge(element); }
  }

  // Files that the page made itself.
  function save(name, type, text) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  // The address of every page ends where the studio begins, so a link to a part of the page would leave it; the focus goes there instead.
  document.addEventListener('click', function (event) {
    var skip = event.target instanceof Element ? event.target.closest('a.skip') : null;
    if (!skip) { return; }
    event.preventDefault();
    document.getElementById('content').focus();
  }, true);

  // Brings a part of the page into view within what scrolls around it.
  function reveal(selector) {
    var part = document.querySelector(selector);
    if (part) { part.scrollIntoView({ block: 'nearest', inline: 'nearest' }); }
  }

  // The key of this browser's shelf, where many use one studio.
  function ownKey() {
    try {
      var key = window.localStorage.getItem('plenum-key');
      if (!key) {
        key = Array.from(window.crypto.getRandomValues(new Uint8Array(16)), function (b) { return b.toString(16).padStart(2, '0'); }).join('');
        window.localStorage.setItem('plenum-key', key);
      }
      return key;
    } catch { return null; /* Storage is switched off: nothing can be found again, so nothing is kept. */ }
  }

  window.studio = { reveal: reveal, isDark: isDark, toggleTheme: toggleTheme, plot: plot, unplot: unplot, save: save, ownKey: ownKey, periodName: periodName };
})();
