(function () {
  'use strict';
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var counterpart = JSON.parse(document.getElementById('dark').textContent);
  var narrowest = 520;

  // A figure in the colours of the theme: only texts that are colours have a counterpart.
  function themed(part) {
    if (typeof part === 'string') { return dark.matches && counterpart.hasOwnProperty(part) ? counterpart[part] : part; }
    if (Array.isArray(part)) { return part.map(themed); }
    if (part && typeof part === 'object') {
      var copy = {};
      Object.keys(part).forEach(function (key) { copy[key] = themed(part[key]); });
      return copy;
    }
    return part;
  }

  // Direct labels need room; where there is none the legend above the chart tells the lines apart.
  function fitted(layout, width) {
    layout.width = width;
    layout.autosize = false;
    if (width >= narrowest || !layout.annotations.length) { return layout; }
    layout.annotations = layout.annotations.filter(function (note) { return note.name !== 'label'; });
    layout.margin.r = 14;
    var every = Math.ceil(layout.xaxis.tickvals.length / 6);
    layout.xaxis.tickvals = layout.xaxis.tickvals.filter(function (_, i) { return i % every === 0; });
    layout.xaxis.ticktext = layout.xaxis.ticktext.filter(function (_, i) { return i % every === 0; });
    return layout;
  }

  function draw(figure) {
    var spec = themed(JSON.parse(figure.querySelector('script[type="application/json"]').textContent));
    var plot = figure.querySelector('.plot');
    if (!plot) {
      plot = document.createElement('div');
      plot.className = 'plot';
      figure.querySelector('.picture').appendChild(plot);
    }
    var width = Math.floor(figure.getBoundingClientRect().width);
    plot.dataset.width = width;
    window.Plotly.react(plot, spec.data, fitted(spec.layout, width), { displayModeBar: false, showTips: false });
    figure.classList.add('drawn');
  }

  function figures(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  if (window.Plotly) {
    var seen = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) { return; }
        seen.unobserve(entry.target);
        draw(entry.target);
      });
    }, { rootMargin: '400px' });
    figures('figure.chart').forEach(function (figure) { seen.observe(figure); });
    dark.addEventListener('change', function () { figures('figure.drawn').forEach(draw); });
    var pending;
    window.addEventListener('resize', function () {
      clearTimeout(pending);
      pending = setTimeout(function () {
        figures('figure.drawn').forEach(function (figure) {
          var width = Math.floor(figure.getBoundingClientRect().width);
          if (width > 0 && String(width) !== figure.querySelector('.plot').dataset.width) { draw(figure); }
        });
      }, 120);
    });
  }

  // Sorting: a button in each heading, so that it works by keyboard and is announced.
  function key(row, column) {
    var cell = row.cells[column];
    return cell.dataset.value === undefined ? null : Number(cell.dataset.value);
  }

  function sort(table, column, direction) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).filter(function (row) { return !row.classList.contains('sum'); });
    var sums = Array.prototype.slice.call(body.rows).filter(function (row) { return row.classList.contains('sum'); });
    rows.sort(function (a, b) {
      var x = key(a, column), y = key(b, column);
      if (x === null && y === null) { return direction * a.cells[column].textContent.localeCompare(b.cells[column].textContent); }
      if (x === null || y === null) { return x === null ? 1 : -1; }
      return direction * (x - y);
    });
    rows.concat(sums).forEach(function (row) { body.appendChild(row); });
  }

  figures('table[data-sortable]').forEach(function (table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      while (head.firstChild) { button.appendChild(head.firstChild); }
      head.appendChild(button);
      head.setAttribute('aria-sort', 'none');
      button.addEventListener('click', function () {
        var falls = head.getAttribute('aria-sort') === 'descending' || (head.getAttribute('aria-sort') === 'none' && !head.classList.contains('number'));
        heads.forEach(function (other) { other.setAttribute('aria-sort', 'none'); });
        head.setAttribute('aria-sort', falls ? 'ascending' : 'descending');
        sort(table, column, falls ? 1 : -1);
      });
    });
  });

  // What is folded away on a screen is printed in full.
  window.addEventListener('beforeprint', function () { figures('details').forEach(function (fold) { fold.dataset.was = fold.open; fold.open = true; }); });
  window.addEventListener('afterprint', function () { figures('details').forEach(function (fold) { fold.open = fold.dataset.was === 'true'; }); });
  document.documentElement.dataset.ready = 'true';
})();
