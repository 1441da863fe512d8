// The page of scenarios: sliders that never run ahead of the charts, drawn paths, dialogs, keys, and the desk that this browser keeps.
(function () {
  'use strict';

  // While a move is being solved and drawn, the next ones wait, and only the newest of them is sent.
  var patience = 400;
  var isBusy = false;
  var waiting = null;
  var timer = null;

  function isLive(element) { return element instanceof HTMLInputElement && element.hasAttribute('data-live'); }

  function send(element, value) {
    element.value = value;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function free() {
    clearTimeout(timer);
    isBusy = false;
    if (!waiting) { return; }
    var next = waiting;
    waiting = null;
    send(next.element, next.value);
  }

  window.addEventListener('input', function (event) {
    if (!isLive(event.target)) { return; }
    if (isBusy) {
      event.stopImmediatePropagation();
      if (waiting && waiting.element !== event.target) { var other = waiting; waiting = null; isBusy = false; send(other.element, other.value); }
      waiting = { element: event.target, value: event.target.value };
      return;
    }
    isBusy = true;
    timer = setTimeout(free, patience);
  }, true);

  // The end of a move comes after the last of its moves.
  window.addEventListener('change', function (event) {
    if (isLive(event.target) && waiting) { free(); }
  }, true);

  new MutationObserver(free).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-version'] });

  // Drawn paths: the pointer sets the share of each period it passes, the keyboard that of one.
  var drawing = null;

  function fieldOf(pad) { return document.getElementById(pad.dataset.for); }

  function sharesOf(pad) { return fieldOf(pad).value.split(',').map(Number); }

  function tell(pad, at, shares) {
    pad.dataset.at = at;
    pad.querySelectorAll('rect').forEach(function (bar, k) {
      bar.setAttribute('y', 62 - 60 * shares[k]);
      bar.setAttribute('height', 2 + 60 * shares[k]);
      bar.classList.toggle('at', k === at);
    });
    var percent = Math.round(100 * shares[at]);
    pad.setAttribute('aria-valuenow', percent);
    pad.setAttribute('aria-valuetext', window.studio.periodName(pad.dataset.first, at) + ': ' + percent + ' %');
    send(fieldOf(pad), shares.join(','));
  }

  function end(pad) { fieldOf(pad).dispatchEvent(new Event('change', { bubbles: true })); }

  function placeOf(pad, event, count) {
    var frame = pad.getBoundingClientRect();
    var at = Math.floor((event.clientX - frame.left) / frame.width * count);
    var share = 1 - (event.clientY - frame.top - 2) / (frame.height - 4);
    return { at: Math.min(count - 1, Math.max(0, at)), share: Math.min(1, Math.max(0, Math.round(20 * share) / 20)) };
  }

  function drawTo(event) {
    var shares = drawing.shares;
    var place = placeOf(drawing.pad, event, shares.length);
    var from = drawing.last || place;
    var steps = Math.abs(place.at - from.at);
    for (var k = 0; k <= steps; k++) {
      var way = steps === 0 ? 1 : k / steps;
      shares[from.at + Math.sign(place.at - from.at) * k] = Math.round(20 * (from.share + way * (place.share - from.share))) / 20;
    }
    drawing.last = place;
    tell(drawing.pad, place.at, shares);
  }

  document.addEventListener('pointerdown', function (event) {
    var pad = event.target instanceof Element ? event.target.closest('.pad') : null;
    if (!pad || event.button !== 0) { return; }
    drawing = { pad: pad, shares: sharesOf(pad), last: null };
    pad.setPointerCapture(event.pointerId);
    drawTo(event);
  });
  document.addEventListener('pointermove', function (event) {
    if (drawing) { drawTo(event); }
  });
  ['pointerup', 'pointercancel'].forEach(function (name) {
    document.addEventListener(name, function () {
      if (!drawing) { return; }
      end(drawing.pad);
      drawing = null;
    });
  });

  function drawByKey(event, pad) {
    var shares = sharesOf(pad);
    var at = Math.min(shares.length - 1, Number(pad.dataset.at || 0));
    var share = shares[at];
    switch (event.key) {
      case 'ArrowLeft': at -= 1; break;
      case 'ArrowRight': at += 1; break;
      case 'Home': at = 0; break;
      case 'End': at = shares.length - 1; break;
      case 'ArrowUp': share += 0.05; break;
      case 'ArrowDown': share -= 0.05; break;
      case 'PageUp': share += 0.25; break;
      case 'PageDown': share -= 0.25; break;
      default: return;
    }
    event.preventDefault();
    at = Math.min(shares.length - 1, Math.max(0, at));
    if (at === Number(pad.dataset.at || 0)) { shares[at] = Math.round(20 * Math.min(1, Math.max(0, share))) / 20; }
    tell(pad, at, shares);
    end(pad);
  }

  // Keys of the whole page; in a field of text they belong to the field.
  function isText(element) { return element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && ['text', 'search', 'number'].indexOf(element.type) >= 0); }

  document.addEventListener('keydown', function (event) {
    var pad = event.target instanceof Element ? event.target.closest('.pad') : null;
    if (pad) { drawByKey(event, pad); }
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || isText(event.target)) { return; }
    var button = document.getElementById(event.shiftKey ? 'desk-redo' : 'desk-undo');
    if (!button) { return; }
    event.preventDefault();
    button.click();
  });

  // Dialogs, copying and pictures.
  function copy(source, button) {
    var text = source.value || source.textContent;
    var label = button.textContent;
    navigator.clipboard.writeText(text).then(function () { button.textContent = 'Copied'; }, function () {
      // The clipboard is out of reach; the text is selected for the user to copy.
      if (source.select) { source.select(); } else { window.getSelection().selectAllChildren(source); }
      button.textContent = 'Press Ctrl+C';
    }).then(function () { setTimeout(function () { button.textContent = label; }, 2000); });
  }

  function savePng(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) { throw new Error('The charts could not be fetched.'); }
      return answer.text();
    }).then(function (text) { return window.chartDialog.savePng('scenarios.png', text); });
  }

  document.addEventListener('click', function (event) {
    var target = event.target instanceof Element ? event.target : null;
    if (!target) { return; }
    if (target instanceof HTMLDialogElement && target.classList.contains('desk-dialog')) { target.close(); return; }
    var button = target.closest('button');
    if (!button) { return; }
    if (button.dataset.dialog) { document.getElementById(button.dataset.dialog).showModal(); }
    if (button.hasAttribute('data-close')) { button.closest('dialog').close(); }
    if (button.dataset.copy) { copy(document.getElementById(button.dataset.copy), button); }
    if (button.dataset.png) { savePng(button.dataset.png); }
  });

  // The desk of this browser.
  function keep(model, text) {
    try { window.localStorage.setItem('plenum-desk-' + model, text); } catch { /* Storage is switched off or full; the desk lasts as long as the page. */ }
  }

  function kept(model) {
    try { return window.localStorage.getItem('plenum-desk-' + model); } catch { return null; }
  }

  window.whatIf = { keep: keep, kept: kept };
})();
