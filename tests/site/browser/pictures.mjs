// pictures.mjs - one page of each kind, at three widths, in both languages, light and dark, and as printed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const site = process.env.GAZETTE_SITE;
const folder = process.env.GAZETTE_PICTURES;
const first = (of) => join(of, readdirSync(join(site, of)).filter((file) => file.endsWith('.html') && !/^(index|\d{4})\.html$/.test(file)).sort()[0]);
const years = readdirSync(join(site, 'notices')).filter((name) => /^\d+$/.test(name));
const kinds = ['index.html', 'lines.html', 'notices.html', 'violations.html', 'consultations.html', 'channels.html',
  'enterprises.html', 'about.html', 'legal.html', 'corrections.html', 'announced.html', 'data/index.html', first('lines'), first('enterprises'),
  first('cities'), ...years.map((year) => first(`notices/${year}`))];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-quic'] });
for (const width of [360, 768, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const path of kinds.flatMap((kind) => [kind, `en/${kind}`])) {
      await page.goto(pathToFileURL(join(site, path)).href);
      const name = path.replace(/\.html$/, '').replaceAll('/', '-');
      // As high as the page, so that what is left alone out of sight is drawn too; what is longer is more of the same.
      const height = Math.min(await page.evaluate(() => document.documentElement.scrollHeight), 8000);
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(folder, `${name}.${width}.${colorScheme}.png`) });
      await page.setViewportSize({ width, height: 900 });
      if (width === 1280 && colorScheme === 'light')
        await page.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    }
    await context.close();
  }
}
await browser.close();
