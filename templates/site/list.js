/* list.js - search, filter and sort of a list that is complete without it. The filter lives in the address:
   codes, in a fixed order, defaults left out, so that it means the same in both languages and can be sent.
   Only rows that come or go are touched. The first frame shows a screen of them, each one after it twice as many as
   the one before, out of sight: nobody waits for the last. */
'use strict';
(() => {
  const form = document.querySelector('form.filter');
  const list = document.getElementById(form.dataset.list);
  const status = document.querySelector('.shown');
  const chips = document.querySelector('.chips');
  const language = document.querySelector('.language');
  const fields = [...form.elements].filter((field) => field.name);
  const title = document.title;
  const SCREEN = 20; // rows that fill a screen: what the first frame shows, and a part of the sorted list

  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const rows = [...list.querySelectorAll('[data-q]')].map((element) => ({
    element, home: element.parentNode, part: element.closest('.part, section, ul'), data: { ...element.dataset },
    text: fold(element.dataset.q), shown: true, hit: true,
  }));
  const parts = [...new Set(rows.map((row) => row.part))].map((element) => ({ element, shown: true, hits: 0 }));
  for (const row of rows) row.part = parts.find(({ element }) => element === row.part);
  const sums = list.querySelectorAll('tfoot');
  let sorted = []; // parts of the sorted list
  let order = '';
  let run = 0;

  const values = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));
  const label = (field) => (field.selectedOptions ? field.selectedOptions[0].textContent : field.value.trim());

  function address(now) {
    const query = new URLSearchParams();
    for (const field of fields) if (now[field.name]) query.append(field.name, now[field.name]);
    const text = query.toString();
    return text ? '?' + text : location.pathname.split('/').pop() || '.';
  }

  const matches = (row, chosen, words) => chosen.every(([name, value]) => row.data[name]?.split(' ').includes(value)) &&
    words.every((word) => row.text.includes(word));

  const afterFrame = (then) => requestAnimationFrame(() => setTimeout(then)); // when it has been drawn

  // Keeps what is chosen in the address; later, as browsers then go through all links of the page.
  function note(how) {
    const text = address(values());
    afterFrame(() => history[how](null, '', text));
  }

  // Has `step` do all up to so many rows, twice as many with each frame, until it says that nothing is left; a newer
  // run takes over.
  function inFrames(step) {
    const mine = ++run;
    let until = SCREEN;
    list.setAttribute('aria-busy', 'true');
    (function frame() {
      if (mine !== run) return;
      if (!step(until)) return stop();
      until *= 2;
      afterFrame(frame);
    })();
  }

  function stop() {
    run++;
    list.removeAttribute('aria-busy');
  }

  function hide(part, hidden) {
    if (part.shown !== hidden) return;
    part.element.hidden = hidden;
    part.shown = !hidden;
  }

  function hideRow(row, hidden) {
    if (row.shown !== hidden) return;
    row.element.hidden = hidden;
    row.shown = !hidden;
  }

  // A part of the sorted list: a table like the others, without their caption and sums.
  function chunk() {
    const element = parts[0].element.cloneNode(false);
    element.classList.add('sorted');
    const table = list.querySelector('table').cloneNode(false);
    const body = document.createElement('tbody');
    table.append(list.querySelector('thead').cloneNode(true), body);
    element.append(table);
    element.hidden = false;
    list.append(element);
    return { element, body, shown: true };
  }

  // Every row in its city, those that don't match hidden. A city without a match goes at once, its rows when all
  // others are done; what another run left half done is done again.
  function showByCity() {
    const moved = order !== '';
    for (const part of parts) part.hits = 0;
    for (const row of rows) if (row.hit) row.part.hits++;
    if (!moved && rows.every((row) => row.shown === row.hit) && parts.every((part) => part.shown === part.hits > 0)) return stop();
    if (moved) order = null; // until all are there
    const drawn = new Set(parts.filter(({ element }) => element.firstElementChild.checkVisibility?.({ contentVisibilityAuto: true })));
    for (const part of sorted) hide(part, true);
    for (const part of parts) if (moved || !part.hits) hide(part, true);
    const wanted = [...rows.filter((row) => row.part.hits), ...rows.filter((row) => !row.part.hits)];
    let at = 0;
    let hits = 0;
    inFrames((until) => {
      for (; at < wanted.length && hits < until; at++) {
        const row = wanted[at];
        if (moved) row.home.append(row.element);
        hideRow(row, !row.hit);
        if (row.hit) hide(row.part, false);
        if (row.hit) hits++;
      }
      // What comes into sight with them waits for its turn, where it costs a frame: in a part not drawn yet.
      const part = wanted[at]?.part;
      if (part && !drawn.has(part))
        for (let i = at; wanted[i]?.part === part; i++) hideRow(wanted[i], true);
      if (at === wanted.length) order = '';
      return at < wanted.length;
    });
  }

  // The rows that match, in the order of a column, in parts of their own; the others wait where they are, out of sight.
  function showSorted(sort) {
    const key = sort.replace('-', '');
    const turned = sort.startsWith('-') ? -1 : 1;
    const wanted = rows.filter((row) => row.hit).map((row) => ({ row, value: turned * row.data[key] }))
      .sort((a, b) => a.value - b.value).map(({ row }) => row);
    for (const part of parts) hide(part, true);
    for (const part of sorted.slice(Math.ceil(wanted.length / SCREEN))) hide(part, true);
    order = sort;
    let at = 0;
    inFrames((until) => {
      for (; at < Math.min(until, wanted.length); at += SCREEN) {
        const part = sorted[at / SCREEN] || (sorted[at / SCREEN] = chunk());
        const here = wanted.slice(at, at + SCREEN);
        for (const row of here) hideRow(row, false);
        if (here.length !== part.body.children.length || here.some(({ element }, i) => element !== part.body.children[i]))
          part.body.replaceChildren(...here.map(({ element }) => element));
        hide(part, false);
      }
      return at < wanted.length;
    });
  }

  function say(now, count) {
    const filtered = fields.filter(({ name }) => name !== 'sort' && now[name]);
    status.classList.toggle('hidden', count === rows.length); // the caption says that
    status.textContent = count === 0 ? form.dataset.none : form.dataset.shown.replace('{n}', count).replace('{all}', rows.length);
    const named = filtered.length ? `${filtered.map(label).join(', ')} (${count}) – ${title}` : title;
    afterFrame(() => { document.title = named; });
    chips.replaceChildren(...filtered.map((field) => chip(label(field), form.dataset.remove.replace('{what}', label(field)), [field])));
    if (filtered.length > 1) chips.append(chip(form.dataset.clear, form.dataset.clear, filtered));
    chips.hidden = filtered.length === 0;
  }

  function chip(text, name, cleared) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.setAttribute('aria-label', name);
    button.addEventListener('click', () => {
      for (const field of cleared) field.value = '';
      note('pushState');
      apply();
      cleared[0].focus();
    });
    item.append(button);
    return item;
  }

  function apply() {
    const now = values();
    const sort = now.sort || '';
    const words = fold(now.q).split(/\s+/).filter(Boolean);
    const chosen = Object.entries(now).filter(([name, value]) => value && name !== 'q' && name !== 'sort');
    let count = 0;
    for (const row of rows) if (row.hit = matches(row, chosen, words)) count++;
    for (const sum of sums) sum.hidden = count !== rows.length;
    if (sort) showSorted(sort);
    else showByCity();
    say(now, count);
    if (language) language.search = address(now).startsWith('?') ? address(now) : '';
  }

  function read() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = query.get(field.name) || '';
      field.value = value;
      if (field.value !== value) field.value = '';
    }
    apply();
  }

  form.hidden = false;
  for (const jump of document.querySelectorAll('.jump')) jump.hidden = true; // its anchors may be filtered away
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => {
    note(event.target.name === 'q' ? 'replaceState' : 'pushState');
    apply();
  });
  addEventListener('popstate', read);
  read();
})();
