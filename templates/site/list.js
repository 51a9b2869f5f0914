/* list.js - search, filter and sort of a list that is complete without it. The filter lives in the address:
   codes, in a fixed order, defaults left out, so that it means the same in both languages and can be sent.
   Only rows that come or go are touched, a slice a frame: typing never waits for the last. */
'use strict';
(() => {
  const form = document.querySelector('form.filter');
  const list = document.getElementById(form.dataset.list);
  const status = document.querySelector('.shown');
  const chips = document.querySelector('.chips');
  const language = document.querySelector('.language');
  const fields = [...form.elements].filter((field) => field.name);
  const choices = fields.filter(({ name }) => name !== 'q' && name !== 'sort');
  const title = document.title;
  const SLICE = 150; // rows a frame
  const CHUNK = 40; // rows of a part of the sorted list

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

  function matches(row, now, words) {
    return choices.every(({ name }) => !now[name] || (row.data[name] || '').split(' ').includes(now[name])) &&
      words.every((word) => row.text.includes(word));
  }

  // Does `step` to each of `items`, a slice a frame; a newer run takes over.
  function inSlices(items, step, done) {
    const mine = ++run;
    (function slice(from) {
      if (mine !== run) return;
      for (let i = from; i < Math.min(from + SLICE, items.length); i++) step(items[i], i);
      if (from + SLICE < items.length) requestAnimationFrame(() => slice(from + SLICE));
      else done();
    })(0);
  }

  function hide(part, hidden) {
    if (part.shown !== hidden) return;
    part.element.hidden = hidden;
    part.shown = !hidden;
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
    return { element, body, shown: true, hits: 0 };
  }

  // Puts every row where the order asks for it; what was left half done by another run is done again.
  function arrange(sort, done) {
    const key = sort.replace('-', '');
    const turned = sort.startsWith('-') ? -1 : 1;
    const wanted = sort ? [...rows].sort((a, b) => turned * (a.data[key] - b.data[key])) : rows;
    order = null;
    for (const part of sorted) part.element.hidden = true;
    for (const part of parts) hide(part, true);
    if (sort && !sorted.length) sorted = Array.from({ length: Math.ceil(rows.length / CHUNK) }, chunk);
    inSlices(wanted, (row, i) => {
      const part = sort ? sorted[Math.floor(i / CHUNK)] : row.part;
      (sort ? part.body : row.home).append(row.element);
      row.place = part;
      if (sort && row.hit) part.element.hidden = false;
    }, () => {
      for (const part of sorted) part.shown = !part.element.hidden;
      order = sort;
      done();
    });
  }

  function show() {
    const now = order ? sorted : parts;
    for (const part of now) part.hits = 0;
    for (const row of rows) if (row.hit) (order ? row.place : row.part).hits++;
    for (const part of now) if (part.hits) hide(part, false);
    // What is to be seen comes first.
    const changed = rows.filter((row) => row.shown !== row.hit).sort((a, b) => a.shown - b.shown);
    inSlices(changed, (row) => { row.element.hidden = row.shown; row.shown = !row.shown; }, () => {
      for (const part of now) hide(part, !part.hits);
    });
  }

  function say(now, count) {
    const filtered = fields.filter(({ name }) => name !== 'sort' && now[name]);
    status.classList.toggle('hidden', count === rows.length); // the caption says that
    status.textContent = count === 0 ? form.dataset.none : form.dataset.shown.replace('{n}', count).replace('{all}', rows.length);
    document.title = filtered.length ? `${filtered.map(label).join(', ')} (${count}) – ${title}` : title;
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
      apply();
      history.pushState(null, '', address(values()));
      cleared[0].focus();
    });
    item.append(button);
    return item;
  }

  function apply() {
    const now = values();
    const sort = now.sort || '';
    const words = fold(now.q).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const row of rows) count += row.hit = matches(row, now, words);
    for (const sum of sums) sum.hidden = count !== rows.length;
    if (sort !== order) arrange(sort, show);
    else show();
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
    apply();
    if (event.target.name === 'q') history.replaceState(null, '', address(values()));
    else history.pushState(null, '', address(values()));
  });
  addEventListener('popstate', read);
  read();
})();
