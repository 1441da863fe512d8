// The dialog of one large chart: opened over the page, closed by Escape, by its button or by a click beside it, and saved as a picture.
(function () {
  'use strict';
  var sharpness = 2;

  function show(dialog) {
    if (!dialog.open) { dialog.showModal(); }
    dialog.onclick = function (event) {
      if (event.target === dialog) { dialog.close(); }
    };
  }

  function close(dialog) { dialog.close(); }

  function savePng(name, text) {
    var picture = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    var box = picture.viewBox.baseVal;
    picture.setAttribute('width', box.width);
    picture.setAttribute('height', box.height);
    var address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(picture)], { type: 'image/svg+xml' }));
    var image = new Image();
    return new Promise(function (done, failed) {
      image.onload = done;
      image.onerror = function () { failed(new Error('The chart could not be drawn as a picture.')); };
      image.src = address;
    }).then(function () {
      var sheet = document.createElement('canvas');
      sheet.width = sharpness * box.width;
      sheet.height = sharpness * box.height;
      sheet.getContext('2d').drawImage(image, 0, 0, sheet.width, sheet.height);
      URL.revokeObjectURL(address);
      return new Promise(function (done) { sheet.toBlob(done, 'image/png'); });
    }).then(function (file) { window.studio.save(name, 'image/png', file); });
  }

  window.chartDialog = { show: show, close: close, savePng: savePng };
})();
