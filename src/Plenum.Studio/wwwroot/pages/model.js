// The text area of the model page: line numbers, a pause before the text is checked, and jumps to a place.
(function () {
  'use strict';
  var pause = 300;
  var area = null, gutter = null, page = null, file = 0, waiting = null, lines = 0;

  function number() {
    var count = area.value.split('\n').length;
    if (count !== lines) {
      lines = count;
      var text = '';
      for (var line = 1; line <= count; line++) { text += line + '\n'; }
      gutter.textContent = text;
    }
    gutter.scrollTop = area.scrollTop;
  }

  function send() {
    waiting = null;
    return page.invokeMethodAsync('Typed', file, area.value);
  }

  function flush() {
    if (waiting === null) { return Promise.resolve(); }
    clearTimeout(waiting);
    return send();
  }

  function attach(textArea, numbers, dotnet) {
    area = textArea; gutter = numbers; page = dotnet; lines = 0; waiting = null;
    area.addEventListener('input', function () {
      number();
      clearTimeout(waiting);
      waiting = setTimeout(send, pause);
    });
    area.addEventListener('scroll', function () { gutter.scrollTop = area.scrollTop; }, { passive: true });
  }

  function show(index, text) {
    file = index;
    area.value = text;
    area.scrollTop = 0;
    number();
  }

  function jump(line, column, length) {
    var rows = area.value.split('\n');
    var start = 0;
    for (var row = 0; row < line - 1 && row < rows.length; row++) { start += rows[row].length + 1; }
    start += column - 1;
    area.focus();
    area.setSelectionRange(start, start + Math.max(1, length));
    area.scrollTop = Math.max(0, (line - 6) * parseFloat(getComputedStyle(area).lineHeight));
  }

  window.modelEditor = { attach: attach, show: show, jump: jump, flush: flush };
})();
