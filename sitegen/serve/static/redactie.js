// The editor's view: a page follows the site by itself, and a remedy can be copied.
'use strict';
for (const button of document.querySelectorAll('.kopieer')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector('code').textContent);
    button.textContent = 'Gekopieerd';
    setTimeout(() => { button.textContent = 'Kopieer'; }, 2000);
  });
}
(() => {
  let stream = null;
  let seen = '';
  const listen = () => {
    stream = new EventSource('/_sitegen/signalen');
    stream.onmessage = (event) => {
      if (seen && seen !== event.data) location.reload();
      seen = event.data;
    };
  };
  const leave = () => { if (stream) stream.close(); stream = null; };
  document.addEventListener('visibilitychange', () => { leave(); if (!document.hidden) listen(); });
  addEventListener('pagehide', leave);
  if (!document.hidden) listen();
})();
