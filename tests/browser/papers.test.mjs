// SPDX-License-Identifier: EUPL-1.2
// What is printed and what is looked at on a phone: minutes of a team's whole year on one sheet each, and every
// document at 320 pixels, light and dark.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closeBrowser, findings, isTooWide, newPage } from './kit.mjs';

let folder, papers;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'casus-papers-'));
  execFileSync(process.env.CASUS_TESTS, ['-#', '[#papers]'], { env: { ...process.env, CASUS_PAPERS: folder } });
  papers = readdirSync(folder).sort();
});
after(async () => {
  await closeBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const url = name => 'file://' + join(folder, name);
/** Pages in a PDF as Chromium writes it. */
const sheets = pdf => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;

async function sheetsOf(page, name) {
  await page.goto(url(name));
  return sheets(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
}

test('minutes of every meeting in the year are one sheet, in both languages', async () => {
  const page = await newPage();
  const minutes = papers.filter(name => name.startsWith('minutes-'));
  assert.equal(minutes.length, 96);
  const longer = [];
  for (const name of minutes) if (await sheetsOf(page, name) !== 1) longer.push(name);
  assert.deepEqual(longer, []);
});

test('minutes of six cases with nineteen agreements are one sheet', async () => {
  const page = await newPage();
  for (const lang of ['nl', 'en']) assert.equal(await sheetsOf(page, `busy-minutes.${lang}.html`), 1, lang);
});

test('what to do on a Monday with phones, with a card and with the register is one sheet each', async () => {
  const page = await newPage();
  const told = papers.filter(name => name.startsWith('sheet-'));
  assert.equal(told.length, 6);
  for (const name of told) assert.equal(await sheetsOf(page, name), 1, name);
});

test('a case of some weeks is a dossier of at most four sheets, and a plan for the resident one', async () => {
  const page = await newPage();
  for (const lang of ['nl', 'en']) {
    assert.ok(await sheetsOf(page, `dossier-full.${lang}.html`) <= 4, lang);
    assert.equal(await sheetsOf(page, `plan-resident-full.${lang}.html`), 1, lang);
    assert.ok(await sheetsOf(page, `evaluation-full.${lang}.html`) <= 2, lang);
  }
});

test('what a trainer prints: a debrief is at most six sheets, what is to find four, two runs two', async () => {
  const page = await newPage();
  for (const lang of ['nl', 'en'])
    for (const [name, most] of [['debrief', 6], ['preview', 4], ['preview-debts-and-shame', 4], ['preview-circle-says-no', 4],
      ['compare', 2]]) {
      const told = await sheetsOf(page, `training-${name}.${lang}.html`);
      assert.ok(told <= most, `${name} ${lang}: ${told}`);
    }
});

for (const colorScheme of ['light', 'dark'])
  test(`every document can be read at 320 pixels without scrolling sideways, ${colorScheme}`, async () => {
    const page = await newPage({ viewport: { width: 320, height: 640 }, colorScheme });
    const documents = papers.filter(name => !name.startsWith('minutes-'));
    const longest = papers.filter(name => name.startsWith('minutes-')).slice(-4);
    assert.ok(documents.length >= 32);
    for (const name of [...documents, ...longest]) {
      await page.goto(url(name));
      assert.equal(await isTooWide(page), false, `${name} is too wide`);
      assert.deepEqual(await findings(page), [], name);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(ground === 'rgb(255, 255, 255)', colorScheme === 'light', `${name}: ${ground}`);
    }
  });
