// SPDX-License-Identifier: EUPL-1.2
// Every page, for everybody: nothing that axe finds, in both languages, light and dark, down to 320 pixels; and each
// form without script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, findings, isTooWide, newPage, today } from './kit.mjs';

let team, laptop;
const work = ['/today', '/find', '/open', '/cases', '/case/c1', '/case/c1/plan', '/case/c1/network', '/case/c1/family', '/case/c1/files', '/case/c1/safety', '/case/c1/look-back',
  '/case/c1/dossier', '/case/c1/history', '/case/c1/seen', '/case/c1/do/case/say', '/case/c1/do/plan/action',
  '/case/c1/do/network/tie', '/cards?case=c1', '/all', '/train', '/do/case/open', '/do/team/list', '/do/method/list',
  '/do/meeting/propose', '/do/store/verify', '/keep', '/sessions', '/devices', '/lead', '/mine', '/screen'];

before(async () => {
  team = new Team(['Samira', 'Noor', 'Daan', 'Ria']);
  team.opens('c1', 'Samira', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  team.says('Samira', 'case', 'join', 'c1', 'Bewoner', '--role', 'resident');
  team.says('Samira', 'case', 'join', 'c1', 'Noor', '--role', 'chair');
  team.says('Noor', 'case', 'next', 'c1', '--because', 'We beginnen');
  team.says('Samira', 'plan', 'goal', 'c1', 'Ik open elke dag mijn post', '--resident-words');
  team.says('Samira', 'plan', 'action', 'c1', 'Samen de post openen', '--who', 'Bewoner', '--by-when', '+14d',
    '--checks', 'Noor', '--rung', 'self', '--first-step');
  team.says('Samira', 'network', 'add', 'c1', 'Tante', '--shell', 'intimate', '--quadrant', 'family');
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Noor');
  team.says('Samira', 'meeting', 'start', '--date', today());
  for (const verb of ['take', 'done', 'take']) team.says('Samira', 'meeting', verb, '--date', today());
  await team.serves();
  laptop = await team.laptop();
});
after(() => team.close());

async function isForEverybody(page, paths, where) {
  for (const path of paths) {
    const answer = await page.goto(team.origin + path);
    assert.equal(answer.status(), 200, `${where} ${path}`);
    assert.deepEqual(await findings(page), [], `${where} ${path}`);
    assert.equal(await isTooWide(page), false, `${where} ${path} is too wide`);
  }
}

for (const [where, options, lang] of [
  ['Dutch, light, wide', {}, 'nl'],
  ['English, dark, 320 pixels', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }, 'en'],
  ['Dutch, dark, 400 % of 1280', { viewport: { width: 320, height: 256 }, colorScheme: 'dark' }, 'nl'],
  ['English, light, a wall', { viewport: { width: 1920, height: 1080 } }, 'en'],
])
  test(`the pages of who works with cases: ${where}`, async () => {
    const page = await team.worker(laptop, 'Samira', { ...options, locale: lang === 'nl' ? 'nl-NL' : 'en-GB' });
    assert.equal(await page.getAttribute('html', 'lang'), lang);
    await isForEverybody(page, work.filter(path => path !== '/devices' && path !== '/keep'), where);
    await page.context().close();
  });

test('the pages of who holds the keys, and of who comes in', async () => {
  await isForEverybody(laptop, work, 'laptop');
  await isForEverybody(await newPage(), ['/join', '/enter'], 'at the door');
});

test('the page of the resident, by the card', async () => {
  await laptop.goto(team.origin + '/cards?case=c1');
  await laptop.click('text=Kaart voor Bewoner');
  assert.deepEqual(await findings(laptop), []);
  const link = (await laptop.textContent('.card')).match(/http:\S+\/card\/[\w-]{43}/)[0];
  const code = await laptop.textContent('.card .code');
  const page = await newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(link);
  assert.deepEqual(await findings(page), []);
  await page.fill('#code', code.toLowerCase());
  await page.click('#card-form button');
  await page.waitForURL('**/ours');
  await isForEverybody(page, ['/ours', '/ours/file', '/ours/seen'], 'resident');
  await page.goto(team.origin + '/ours');
  await page.click('text=Mijn afspraak is gedaan');
  await page.selectOption('#do-plan-done-action', { label: 'Samen de post openen' });
  await page.selectOption('#do-plan-done-state', 'done');
  await page.click('#do-plan-done button');
  await page.waitForSelector('.told.good');
  assert.match(team.says('Samira', 'case', 'history', 'c1'), /Bewoner/);
});

test('every form works without script', async () => {
  const page = await team.worker(laptop, 'Samira', { javaScriptEnabled: false });
  await page.goto(team.origin + '/case/c1/do/network/name');
  await page.fill('#do-network-name-name', 'Buurvrouw');
  await page.click('#do-network-name button.first');
  await page.waitForURL('**/network');
  assert.match(await page.textContent('main'), /Buurvrouw/);
  await page.goto(team.origin + '/mine');
  await page.fill('#say textarea', 'Zij belt haar zus elke week');
  await page.click('#say button');
  await page.waitForURL('**/mine');
  assert.match(await page.textContent('main'), /Zij belt haar zus elke week/);
  await page.click('#language button');
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  const chair = await team.worker(laptop, 'Noor', { javaScriptEnabled: false });
  await chair.goto(team.origin + '/lead');
  await chair.click('#next button');
  await chair.waitForURL('**/lead');
  assert.match(await chair.textContent('main'), /Kort vragen/);
});

test('the whole of a page is reached by keyboard, and where one is can be seen', async () => {
  const page = await team.worker(laptop, 'Samira');
  await page.goto(team.origin + '/case/c1/do/plan/action');
  const reached = new Set();
  for (let presses = 0; presses < 60; ++presses) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return null;
      return { id: at.id || at.getAttribute('href') || at.textContent, seen: getComputedStyle(at).outlineStyle !== 'none' };
    });
    if (!here) continue;
    assert.equal(here.seen, true, `no outline at ${here.id}`);
    reached.add(here.id);
  }
  for (const id of ['do-plan-action-what', '/cases', '/lead']) assert.ok(reached.has(id), `${id} is not reached`);
  await page.focus('#do-plan-action-what');
  await page.keyboard.type('Samen bellen met de gemeente');
  const onButton = () => page.evaluate(() => document.activeElement?.matches('#do-plan-action button') === true);
  for (let presses = 0; presses < 20 && !(await onButton()); ++presses) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.told');
});
