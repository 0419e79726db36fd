// In every page of the preview: reloads when the site is new, and shows what stands in the way of a new one.
'use strict';
(() => {
  const mine = document.currentScript.dataset.versie;
  const token = localStorage.getItem('sitegen') || '';
  const privatePath = `/_sitegen/${encodeURIComponent(token)}/`;
  let stream = null;
  let shown = -1;
  let closed = false;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; position: fixed; z-index: 2147483647; inset: auto 1rem 1rem auto; font: 16px/1.5 system-ui, sans-serif; color: #22302c; }
    a, button { font: inherit; color: inherit; cursor: pointer; }
    .knop { display: inline-block; padding: .5rem 1rem; border-radius: 2rem; background: #22302c; color: #fff; text-decoration: none; box-shadow: 0 2px 8px #0004; }
    .knop:hover { background: #3a4f48; }
    a:focus-visible, button:focus-visible { outline: 3px solid #f2a33a; outline-offset: 2px; }
    section { position: fixed; inset: auto 0 0 0; max-height: 70vh; overflow: auto; background: #fffaf3; border-top: 6px solid #c2571a; box-shadow: 0 -6px 30px #0005; }
    .binnen { max-width: 52rem; margin: auto; padding: 1.25rem 1.5rem 1.75rem; }
    h2 { margin: 0; font-size: 1.35rem; line-height: 1.3; }
    p { margin: .25rem 0 1rem; color: #4d5a56; }
    ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
    li { background: #fff; border: 1px solid #ead9c4; border-left: 5px solid #c2571a; border-radius: .4rem; padding: .7rem 1rem; }
    li.zacht { border-left-color: #d8a200; }
    code { font: .85em ui-monospace, monospace; color: #7a3a10; overflow-wrap: anywhere; }
    b { display: block; font-weight: 600; }
    .kop { display: flex; gap: 1rem; justify-content: space-between; align-items: start; }
    .kop button { border: 1px solid #c9b8a2; background: #fff; border-radius: .4rem; padding: .3rem .9rem; flex: none; }
    @media (prefers-reduced-motion: no-preference) { section { animation: op .18s ease-out; } @keyframes op { from { transform: translateY(1.5rem); opacity: 0; } } }
    @media print { :host { display: none; } }
  `);
  const host = document.createElement('sitegen-voorbeeld');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);

  const make = (tag, text, attributes = {}) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };

  const desk = () => {
    if (!token) return null;
    return make('a', 'Redactie: wat is weggelaten?', { class: 'knop', href: `${privatePath}pagina?adres=${encodeURIComponent(decodeURI(location.pathname))}` });
  };

  const overlay = async (number) => {
    let faults = [];
    if (token) {
      try {
        const answer = await fetch(`${privatePath}fouten`);
        if (answer.ok) faults = await answer.json();
      } catch { /* the program has stopped; the stream says so by trying again */ }
    }
    const section = make('section', '', { role: 'alert', 'aria-label': 'Meldingen van sitegen' });
    const inside = make('div', '', { class: 'binnen' });
    const head = make('div', '', { class: 'kop' });
    const title = make('div');
    title.append(make('h2', number === 1 ? 'Er is één ding te verbeteren' : `Er zijn ${number} dingen te verbeteren`));
    title.append(make('p', 'Tot die tijd blijft de vorige versie staan. Bewaar het bestand na de verbetering; deze melding verdwijnt dan vanzelf.'));
    const close = make('button', 'Sluiten', { type: 'button' });
    const leave = () => { closed = true; root.replaceChildren(...[desk()].filter(Boolean)); };
    close.addEventListener('click', leave);
    section.addEventListener('keydown', (event) => { if (event.key === 'Escape') leave(); });
    head.append(title, close);
    const list = make('ol');
    for (const fault of faults) {
      const item = make('li', '', { class: fault.ernst === 'fout' ? '' : 'zacht' });
      item.append(make('code', fault.plaats), make('b', fault.fout), make('span', fault.wat_te_doen));
      list.append(item);
    }
    if (!faults.length) list.append(make('li', 'Wat er precies aan de hand is, staat in het venster waarin sitegen serve draait.'));
    inside.append(head, list);
    section.append(inside);
    root.replaceChildren(section);
  };

  const show = (number) => {
    if (number === shown && (closed || number === 0)) return;
    if (number !== shown) closed = false;
    shown = number;
    if (number > 0) overlay(number);
    else root.replaceChildren(...[desk()].filter(Boolean));
  };

  const listen = () => {
    stream = new EventSource('/_sitegen/signalen');
    stream.onmessage = (event) => {
      const state = JSON.parse(event.data);
      if (state.versie !== mine) location.reload();
      else show(state.fouten);
    };
  };
  const leave = () => { if (stream) stream.close(); stream = null; };

  // A browser has six connections for a site: a tab that nobody sees gives its own back, and looks again when it is seen.
  document.addEventListener('visibilitychange', () => { leave(); if (!document.hidden) listen(); });
  addEventListener('pagehide', leave);
  addEventListener('pageshow', (event) => { if (event.persisted && !stream) listen(); });
  if (!document.hidden) listen();
})();
