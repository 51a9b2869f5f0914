// site.test.mjs - the website in GAZETTE_SITE, as people meet it. Every page goes through the machines (axe, the Nu
// checker, links to other hosts, sideways scroll); what people do is done on the pages where they do it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const site = process.env.GAZETTE_SITE;
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const AXE = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

const pages = readdirSync(site, { recursive: true })
  .filter((path) => path.endsWith('.html') && !path.endsWith('404.html') && // nor what only leads on to another
    !readFileSync(join(site, path), 'utf8').includes('http-equiv="refresh"')).sort();
const address = (path) => pathToFileURL(join(site, path.split(/[?#]/)[0])).href + (path.match(/[?#].*/) || [''])[0];
const first = (start) => pages.find((path) => path.startsWith(start) && !/lines\/\d{4}\.html$/.test(path)); // no list of a year

// One page of each kind, in both languages.
const kinds = ['index.html', 'lines.html', 'notices.html', 'violations.html', 'consultations.html', 'channels.html',
  'enterprises.html', 'about.html', 'legal.html', 'corrections.html', 'announced.html', 'data/index.html', first('lines/'), first('enterprises/'),
  first('notices/'), first('cities/')].flatMap((path) => [path, 'en/' + path]);

// Fails with the first few of them, not with a thousand.
const nothing = (found) => assert.ok(found.length === 0, `${found.length} found:\n${found.slice(0, 10).join('\n')}`);

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic',
    '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
});
after(() => browser.close());

// Opens a page; whatever it says on the console, and whatever it asks of others, goes into `troubles`.
async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const troubles = [];
  page.on('console', (message) => troubles.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error}`));
  page.on('request', (request) => request.url().startsWith('file:') || troubles.push(`request: ${request.url()}`));
  page.on('requestfailed', (request) => { // left unfinished by going on to the next page is no failure
    if (request.failure().errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`);
  });
  if (path) await page.goto(address(path));
  return { page, troubles, close: () => context.close() };
}

describe('every page', () => {
  // Pages of one kind come from one stylesheet: each page is looked at once, each kind in every way; with
  // GAZETTE_SAMPLE set, each kind alone, while one works on the site.
  for (const [name, options, chosen] of [
    ['wide and light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }, (path) => !path.startsWith('en/')],
    ['narrow and dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }, (path) => path.startsWith('en/')],
  ]) {
    test(`axe finds nothing, ${name}`, async () => {
      const { page, close } = await open(null, { ...options, bypassCSP: true });
      const found = [];
      for (const path of pages.filter((path) => kinds.includes(path) || (!process.env.GAZETTE_SAMPLE && chosen(path)))) {
        await page.goto(address(path));
        await page.evaluate(axe);
        const { violations } = await page.evaluate((rules) => axe.run(document, rules), AXE);
        for (const { id, nodes } of violations) found.push(`${path}: ${id}: ${nodes[0].html}`);
      }
      await close();
      nothing(found);
    });
  }

  test('says nothing on the console, asks nothing of others, and never scrolls sideways at 320 pixels', async () => {
    const { page, troubles, close } = await open(null, { viewport: { width: 320, height: 640 } });
    for (const path of pages) {
      await page.goto(address(path));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) troubles.push(`${path} is ${width} wide`);
    }
    await close();
    nothing(troubles);
  });

  test('passes the Nu HTML checker', async () => {
    const jar = join(require.resolve('vnu-jar/package.json'), '..', 'build', 'dist', 'vnu.jar');
    // Of a file, the checker can't tell that 'self' is the folder: the policy itself is tried by the browser above.
    const said = await promisify(execFile)('java', ['-Xss8m', '-jar', jar, '--skip-non-html', '--errors-only', site],
      { maxBuffer: 1 << 26 }).then(({ stderr }) => stderr, (error) => error.stderr);
    assert.equal(said, '');
  });

  test('tells machines what they can read', () => {
    const troubles = [];
    for (const path of pages)
      for (const [, text] of readFileSync(join(site, path), 'utf8').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        try {
          JSON.parse(text);
        } catch (error) {
          troubles.push(`${path}: ${error.message}`);
        }
    nothing(troubles);
  });

  // A page with what it asks for but pictures; pages with a full table may weigh more.
  test('weighs less than 100 kB, full tables aside', (t) => {
    const size = (file) => readFileSync(join(site, file)).length;
    const weigh = (path) => ['style.css', 'icon.svg', 'list.js'].filter((file) => readFileSync(join(site, path), 'utf8').includes(file))
      .reduce((sum, file) => sum + size(file), size(path));
    for (const path of kinds) t.diagnostic(`${path} ${weigh(path)}`);
    assert.ok(size('style.css') < 20_000);
    nothing(pages.filter((path) => !/(^|\/)(lines\.html|lines\/\d{4}\.html|notices\/.*|data\/.*)$/.test(path) && weigh(path) >= 100_000));
  });
});

describe('the other language', () => {
  test('is the same page, with the same question and place', async () => {
    const { page, close } = await open('lines.html?status=operating');
    await page.click('.language');
    assert.match(page.url(), /\/en\/lines\.html\?status=operating$/);
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await page.click('.language');
    assert.match(page.url(), /\/lines\.html\?status=operating$/);
    assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN');
    await close();
  });

  test('is one step away on every kind of page', async () => {
    const { page, close } = await open(null);
    for (const path of kinds) {
      await page.goto(address(path));
      await page.click('.language');
      const there = path.startsWith('en/') ? path.slice(3) : 'en/' + path;
      assert.equal(page.url(), address(there));
    }
    await close();
  });
});

const shownRows = (page) => page.$$eval('#lines tr[data-q]', (rows) => rows.filter((row) => row.getClientRects().length).map((row) => row.id));
// The list is whole, and the address says so: that comes with the frame after the first.
// Looked for in the page: waitForFunction() takes the promise of an answer for a yes.
const settled = (page) => page.evaluate(() => new Promise((done) => {
  const look = () => requestAnimationFrame(() => requestAnimationFrame(() =>
    setTimeout(() => (document.querySelector('[aria-busy]') ? look() : done()))));
  look();
}));

describe('the line list', () => {
  test('finds by Chinese, pinyin initials, English and id', async () => {
    const { page, troubles, close } = await open('lines.html');
    const row = await page.$eval('#lines tr[data-q]', ({ dataset, id }) => ({ id, words: dataset.q }));
    const words = row.words.split(' ');
    const chinese = words.find((word) => /^\p{Script=Han}{4,}/u.test(word)).slice(1, 4);
    for (const word of [row.id, chinese, words.find((word) => /^[a-z]{8,}$/.test(word)).slice(0, 8), words[1]]) {
      await page.fill('#f-q', word);
      await settled(page);
      const shown = await shownRows(page);
      assert.ok(shown.includes(row.id), `${word} finds ${row.id}`);
      assert.match(await page.textContent('.shown'), new RegExp(String(shown.length)));
    }
    await page.fill('#f-q', 'nothing is called so');
    await settled(page);
    assert.deepEqual(await shownRows(page), []);
    nothing(troubles);
    await close();
  });

  test('keeps the filter in the address, and Back takes it off', async () => {
    const { page, close } = await open('lines.html');
    const all = (await shownRows(page)).length;
    const city = await page.$eval('#f-city option:nth-child(2)', (option) => option.value);
    await page.selectOption('#f-city', city);
    await settled(page);
    assert.ok(page.url().endsWith(`lines.html?city=${city}`));
    const some = (await shownRows(page)).length;
    assert.ok(some > 0 && some < all);
    assert.ok(await page.isHidden('#lines tfoot'));
    await page.selectOption('#f-sort', '-capacity');
    await settled(page);
    assert.ok(page.url().endsWith(`?city=${city}&sort=-capacity`));
    await page.goBack();
    await page.goBack();
    await settled(page);
    assert.equal((await shownRows(page)).length, all);
    await page.goto(address(`lines.html?sort=-capacity&city=${city}`));
    await settled(page);
    assert.equal((await shownRows(page)).length, some);
    await page.click('.chips button');
    await settled(page);
    assert.equal((await shownRows(page)).length, all);
    await close();
  });

  test('sorts by what is missing, and back into its cities', async () => {
    const { page, close } = await open('lines.html');
    const before = await shownRows(page);
    await page.selectOption('#f-sort', '-missing');
    await settled(page);
    const missing = await page.$$eval('#lines tr[data-q]', (rows) => rows.map((row) => Number(row.dataset.missing)));
    assert.deepEqual(missing, [...missing].sort((a, b) => b - a));
    await page.selectOption('#f-sort', '');
    await settled(page);
    assert.deepEqual(await shownRows(page), before);
    assert.ok(await page.isVisible('#lines tfoot'));
    await close();
  });

  test('touches no row that neither comes nor goes', async () => {
    const { page, close } = await open('lines.html');
    await page.evaluate(() => {
      window.touched = [];
      new MutationObserver((records) => window.touched.push(...records.map(({ target }) => target)))
        .observe(document.getElementById('lines'), { subtree: true, childList: true, attributes: true });
    });
    const rowsTouched = () => page.evaluate(() => window.touched.splice(0).filter((element) => element.matches('tr[data-q], tbody')).length);
    let before = await shownRows(page);
    for (const typed of ['L-00', 'L-001', 'L-001', 'L-0019', '', '']) {
      await page.fill('#f-q', typed);
      await settled(page);
      const now = await shownRows(page);
      const changed = before.filter((id) => !now.includes(id)).length + now.filter((id) => !before.includes(id)).length;
      assert.equal(await rowsTouched(), changed, `typed “${typed}”`);
      before = now;
    }
    await page.selectOption('#f-sort', '-missing');
    await settled(page);
    const moved = await rowsTouched();
    assert.ok(moved <= 3 * before.length, `${moved} changes for ${before.length} rows`); // each leaves, comes; and its bodies
    await close();
  });

  test('shows a screen of rows first, and the others after it', async () => {
    const { page, close } = await open('lines.html');
    const all = (await shownRows(page)).length;
    for (const [field, from, to] of [['q', 'L-00', ''], ['q', 'nothing is called so', ''], ['sort', '', '-missing'], ['sort', '-missing', '']]) {
      const choose = (value) => page.evaluate(([name, text]) => {
        const input = document.getElementById(`f-${name}`);
        const shown = () => [...document.querySelectorAll('#lines tr[data-q]')].filter((row) => !row.closest('[hidden]'));
        const before = new Set(shown());
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        return { shown: shown().length, came: shown().filter((row) => !before.has(row)).length };
      }, [field, value]);
      await choose(from);
      await settled(page);
      const { shown, came } = await choose(to);
      assert.ok(shown >= Math.min(20, all) && came <= 20, `${field}: “${from}” to “${to}”: ${shown} shown at once, ${came} new`);
      await settled(page);
      assert.equal((await shownRows(page)).length, all);
    }
    await close();
  });

  test('stays whole when one sort overtakes another', async () => {
    const { page, close } = await open('lines.html');
    const before = await shownRows(page);
    await page.evaluate(() => {
      const sort = document.getElementById('f-sort');
      for (const value of ['-missing', '', '-capacity', '']) {
        sort.value = value;
        sort.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await settled(page);
    assert.deepEqual(await shownRows(page), before);
    await close();
  });

  test('is reached by the search on the home page', async () => {
    const { page, close } = await open('en/index.html');
    await page.fill('#q', 'L-001');
    await page.press('#q', 'Enter');
    await page.waitForURL(/lines\.html\?q=L-001/);
    await settled(page);
    assert.ok((await shownRows(page)).every((id) => id.startsWith('L-001')));
    await close();
  });

  test('ignores a question it does not know', async () => {
    const { page, troubles, close } = await open('lines.html?city=<script>&sort=constructor&other=1#nowhere');
    await settled(page);
    assert.ok((await shownRows(page)).length > 0);
    nothing(troubles);
    await close();
  });
});

describe('without script', () => {
  test('everything is there, and nothing that does nothing', async () => {
    const { page, close } = await open('lines.html', { javaScriptEnabled: false });
    const { rows, forms, text } = { rows: await page.locator('#lines tr[data-q]').count(), forms: await page.isVisible('form.filter'),
      text: await page.textContent('#list') };
    assert.ok(text.includes(String(rows)));
    assert.equal(forms, false);
    await page.goto(address('notices.html'));
    assert.equal(await page.isVisible('form.filter'), false);
    assert.ok(await page.locator('.notice a').count() > 0);
    await close();
  });
});

describe('by keyboard', () => {
  test('the skip link comes first and leads to the text', async () => {
    for (const path of kinds) {
      const { page, close } = await open(path);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.className), 'skip', path);
      assert.ok(await page.isVisible('.skip'));
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'main', path);
      await close();
    }
  });

  test('focus goes everywhere in order and is always seen', async () => {
    for (const path of kinds.filter((path) => !path.includes('lines.html'))) {
      const { page, close } = await open(path);
      const wanted = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, [tabindex="0"]')]
        .filter((element) => element.getClientRects().length && element.tabIndex >= 0).length);
      for (let step = 0; step < Math.min(wanted, 120); step++) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const style = getComputedStyle(document.activeElement);
          return document.activeElement !== document.body && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3;
        });
        assert.ok(seen, `${path}: focus ${step + 1}`);
      }
      await close();
    }
  });

  test('a filter is chosen and taken off', async () => {
    const { page, close } = await open('lines.html');
    await page.focus('#f-q');
    await page.keyboard.type('L-002');
    await settled(page);
    const some = (await shownRows(page)).length;
    await page.focus('.chips button');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.ok((await shownRows(page)).length > some);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'f-q');
    await close();
  });
});

describe('on paper', () => {
  test('it is white, open and without what only a screen needs', async () => {
    for (const path of kinds) {
      const { page, close } = await open(path, { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const looks = await page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        ink: getComputedStyle(document.body).color,
        nav: [...document.querySelectorAll('.masthead nav, .skip, .search, .filter')].some((element) => element.getClientRects().length),
        scroll: [...document.querySelectorAll('.scroll')].every((element) => getComputedStyle(element).overflowX === 'visible'),
      }));
      assert.deepEqual(looks, { ground: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)', nav: false, scroll: true }, path);
      const pdf = await page.pdf({ format: 'A4', printBackground: true });
      assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
      await close();
    }
  });
});

describe('numbers', () => {
  test('are never broken in a cell', async () => {
    for (const width of [360, 1280]) {
      const { page, close } = await open('lines.html', { viewport: { width, height: 800 } });
      const broken = await page.$$eval('td.n', (cells) => cells.filter((cell) => cell.getClientRects().length &&
        cell.textContent.trim() && (() => { const range = document.createRange(); range.selectNodeContents(cell);
          return new Set([...range.getClientRects()].map((box) => Math.round(box.bottom))).size > 1; })()).length);
      assert.equal(broken, 0);
      await close();
    }
  });

  test('and months stay legible in the calendar of a phone', async () => {
    const { page, close } = await open(first('lines/'), { viewport: { width: 360, height: 800 } });
    const sizes = await page.$$eval('.calendar text', (texts) => texts.map((text) =>
      parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a));
    assert.ok(sizes.length > 12 && Math.min(...sizes) >= 11, String(Math.min(...sizes)));
    await close();
  });
});

// What `pattern` finds in the texts of `selector` and stands on more than one line.
const broken = (page, selector, pattern) => page.$$eval(selector, (elements, source) => elements.flatMap((element) => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    for (const match of text.data.matchAll(new RegExp(source, 'g'))) {
      const range = document.createRange();
      range.setStart(text, match.index);
      range.setEnd(text, match.index + match[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.bottom))).size > 1) found.push(match[0]);
    }
  return found;
}), pattern);

test('no line of a title ends within 错峰生产 or Off-Peak', async () => {
  const titles = ['index.html', 'notices.html', 'consultations.html', ...pages.filter((path) => path.startsWith('notices/'))];
  for (const width of [320, 375]) {
    const { page, close } = await open(null, { viewport: { width, height: 640 } });
    for (const [path, name] of titles.flatMap((title) => [[title, '错峰生产'], ['en/' + title, 'Off-[Pp]eak']])) {
      await page.goto(address(path));
      assert.deepEqual(await broken(page, '.name, h1, h2, h3, .title a', name), [], `${path} at ${width}`);
    }
    await close();
  }
});

test('spans of years and times and numbers of documents are never broken', async () => {
  const shown = ['channels.html', first('lines/'), ...pages.filter((path) => path.startsWith('notices/'))];
  for (const width of [320, 360, 375]) {
    const { page, close } = await open(null, { viewport: { width, height: 640 } });
    for (const path of shown.flatMap((path) => [path, 'en/' + path])) {
      await page.goto(address(path));
      assert.deepEqual(await broken(page, 'main', '[0-9.:]+[–—][0-9.:]+|〔[0-9]+〕[0-9]+号?'), [], `${path} at ${width}`);
    }
    await close();
  }
});

test('dates are never broken in a table of a wide page', async () => {
  const { page, close } = await open(null, { viewport: { width: 1280, height: 900 } });
  for (const path of pages.filter((path) => /^(en\/)?lines\/L-/.test(path))) {
    await page.goto(address(path));
    assert.deepEqual(await broken(page, 'td, th', '[0-9]+年[0-9]+月[0-9]+日|[0-9]+ [A-Z][a-z]+ [0-9]{4}'), [], path);
  }
  await close();
});

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 740 } };

  test('the line stays in sight with its enterprise while a notice’s table scrolls', async () => {
    const { page, close } = await open(null, phone);
    for (const path of pages.filter((path) => path.includes('notices/'))) {
      await page.goto(address(path));
      const lost = await page.$$eval('.scroll', (regions) => regions.flatMap((region) => {
        region.scrollLeft = region.scrollWidth;
        return [...region.querySelectorAll('tbody tr:first-child a[href*="lines/"]')].filter((line) => line.getBoundingClientRect().left < 0 ||
          !line.closest('.pin')).map((line) => line.href);
      }));
      assert.deepEqual(lost, [], path);
    }
    await close();
  });

  test('bars begin where their labels begin', async () => {
    const { page, close } = await open(null, phone);
    for (const path of pages.filter((path) => /notices\/.*summary/.test(path))) {
      await page.goto(address(path));
      const off = await page.$$eval('.bars .strip-row', (rows) => rows.map((row) =>
        row.querySelector('svg').getBoundingClientRect().left - row.getBoundingClientRect().left));
      assert.ok(off.length > 0 && off.every((pixels) => pixels === 0), `${path}: ${off}`);
    }
    await close();
  });

  test('the title of the home page takes two lines', async () => {
    for (const path of ['index.html', 'en/index.html']) {
      const { page, close } = await open(path, phone);
      const lines = await page.$eval('h1', (title) => title.clientHeight / parseFloat(getComputedStyle(title).lineHeight));
      assert.ok(lines < 2.5, `${path}: ${lines}`);
      await close();
    }
  });

  test('tags in a cell keep their distance', async () => {
    const { page, close } = await open('en/lines.html', phone);
    const gaps = await page.$$eval('td .tag + .tag', (tags) => tags.map((tag) =>
      tag.getBoundingClientRect().top - tag.previousElementSibling.getBoundingClientRect().bottom));
    assert.ok(gaps.length > 0 && gaps.every((pixels) => pixels >= 2), String(gaps));
    await close();
  });
});

test('no caption says what the heading above it says', async () => {
  const { page, close } = await open(null);
  for (const path of pages.filter((path) => path.includes('notices/'))) {
    await page.goto(address(path));
    const said = await page.$$eval('caption:not(.hidden), figcaption:not(.hidden)', (captions) => captions.filter((caption) =>
      caption.closest('.scroll, figure').previousElementSibling?.textContent.toLowerCase() === caption.textContent.toLowerCase()).map((caption) => caption.textContent));
    assert.deepEqual(said, [], path);
  }
  await close();
});

test('the folder works wherever it stands: no link begins at the root but those of 404', () => {
  const rooted = pages.filter((path) => /(href|src|action)="\//.test(readFileSync(join(site, path), 'utf8')));
  nothing(rooted);
  assert.ok(existsSync(join(site, '404.html')));
});
