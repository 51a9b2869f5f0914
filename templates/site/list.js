/* list.js - search, filter and sort of a list that is complete without it. The filter lives in the address:
   codes, in a fixed order, defaults left out, so that it means the same in both languages and can be sent. */
'use strict';
(() => {
  const form = document.querySelector('form.filter');
  const list = document.getElementById(form.dataset.list);
  const status = document.querySelector('.shown');
  const chips = document.querySelector('.chips');
  const language = document.querySelector('.language');
  const fields = [...form.elements].filter((field) => field.name);
  const title = document.title;
  const SLICE = 150; // changed rows a frame: the first hits stand at once, and typing never waits for the last

  const fold = (text) => text.normalize('NFKC').toLowerCase();
  const rows = [...list.querySelectorAll('[data-q]')].map((element) => ({
    element, home: element.parentNode, after: element.nextElementSibling, text: fold(element.dataset.q), shown: true,
  }));
  const groups = [...new Set(rows.map((row) => row.home))];
  const sums = list.querySelectorAll('.subtotal, .total');
  const sorted = list.tagName === 'TABLE' ? list.insertBefore(document.createElement('tbody'), list.tFoot) : null;
  let order = '';
  let run = 0;

  const values = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]));

  function address(now) {
    const query = new URLSearchParams();
    for (const field of fields) if (now[field.name]) query.append(field.name, now[field.name]);
    const text = query.toString();
    return text ? '?' + text : location.pathname.split('/').pop() || '.';
  }

  function matches(row, now, words) {
    if (!words.every((word) => row.text.includes(word))) return false;
    return fields.every(({ name }) => name === 'q' || name === 'sort' || !now[name] ||
      (row.element.dataset[name] || '').split(' ').includes(now[name]));
  }

  // While rows come and go, columns keep the widths they have: nothing jumps, and the browser needn't measure
  // every cell again. A new window width frees them.
  const heads = list.tHead ? [...list.tHead.rows[0].cells] : [];
  let frozen = false;
  function freeze() {
    if (frozen || heads.length === 0) return;
    const widths = heads.map((head) => head.getBoundingClientRect().width);
    list.style.width = `${list.getBoundingClientRect().width}px`;
    heads.forEach((head, i) => { head.style.width = `${widths[i]}px`; });
    list.style.tableLayout = 'fixed';
    frozen = true;
  }
  function thaw() {
    if (frozen) for (const element of [list, ...heads]) element.removeAttribute('style');
    frozen = false;
  }

  // Does `step` to each of `items`, a slice a frame; a newer run takes over.
  function inSlices(items, step, done) {
    const mine = ++run;
    (function slice(from) {
      if (mine !== run) return;
      items.slice(from, from + SLICE).forEach(step);
      if (from + SLICE < items.length) requestAnimationFrame(() => slice(from + SLICE));
      else done();
    })(0);
  }

  function arrange(sort) {
    const key = sort.replace('-', '');
    const value = (row) => Number(row.element.dataset[key]);
    const turned = sort.startsWith('-') ? -1 : 1;
    const wanted = sort ? [...rows].sort((a, b) => turned * (value(a) - value(b))) : rows;
    order = sort;
    if (sort) sorted.append(...wanted.map((row) => row.element));
    else for (let i = rows.length; i-- > 0;) rows[i].home.insertBefore(rows[i].element, rows[i].after);
  }

  function say(now, count) {
    const filtered = fields.filter(({ name }) => name !== 'sort' && now[name]);
    status.textContent = count === 0 ? form.dataset.none : form.dataset.shown.replace('{n}', count).replace('{all}', rows.length);
    document.title = filtered.length ? `${filtered.map(label).join(', ')} (${count}) – ${title}` : title;
    chips.replaceChildren(...filtered.map((field) => chip(label(field), form.dataset.remove.replace('{what}', label(field)), [field])));
    if (filtered.length > 1) chips.append(chip(form.dataset.clear, form.dataset.clear, filtered));
    chips.hidden = filtered.length === 0;
  }

  const label = (field) => (field.selectedOptions ? field.selectedOptions[0].textContent : field.value.trim());

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
    const words = fold(now.q).split(/\s+/).filter(Boolean);
    const hits = new Set(rows.filter((row) => matches(row, now, words)));
    const all = hits.size === rows.length;
    if (hits.size < rows.length || (now.sort || '') !== order) freeze();
    if (sorted && (now.sort || '') !== order) arrange(now.sort || '');
    for (const sum of sums) sum.hidden = !all || order !== '';
    // What is to be seen comes first.
    const changed = rows.filter((row) => row.shown !== hits.has(row)).sort((a, b) => a.shown - b.shown);
    inSlices(changed, (row) => { row.shown = !row.shown; row.element.hidden = !row.shown; }, () => {
      for (const group of groups) {
        const part = sorted ? group : group.closest('section') || group;
        part.hidden = order !== '' || !rows.some((row) => row.home === group && row.shown);
      }
    });
    say(now, hits.size);
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
  addEventListener('resize', thaw);
  addEventListener('beforeprint', thaw);
  read();
})();
