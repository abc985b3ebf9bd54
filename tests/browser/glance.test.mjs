// SPDX-License-Identifier: EUPL-1.2
// At first sight and after a reload: the code on the wall, a phone without a line, a slip that is being mended, and the
// meeting of another day.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, findings, isTooWide, newPage, today } from './kit.mjs';

let team, laptop, wall, code;
const phone = { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true };
const members = ['Samira', 'Noor', 'Daan', 'Ria', 'Bram', 'Fatma', 'Joost', 'Lotte', 'Musa'];
const settled = page => page.waitForFunction(() => !document.querySelector('form[data-busy]'));
const says = (page, words) => page.waitForFunction(it => document.querySelector('main').textContent.includes(it), words);
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });
async function press(page, selector) {
  await page.click(selector);
  await settled(page);
}

before(async () => {
  team = new Team(members);
  for (let i = 1; i < 7; ++i) team.opens(`c${i}`, 'Noor', `Gezin ${i}, de post blijft dicht en de school belt`, 'kort/ronde');
  for (const [date, chair] of [[today(), 'Samira'], [inAWeek(), 'Samira']])
    team.says('Samira', 'meeting', 'plan', '--date', date, '--chair', chair);
  team.says('Samira', 'meeting', 'start', '--date', today());
  await team.serves();
  laptop = await team.laptop();
  wall = await laptop.context().newPage();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(team.origin + '/screen');
  code = await wall.textContent('.code');
  await laptop.goto(team.origin + '/lead');
  await press(laptop, 'form[id^=take-]:has-text("Opening") button');
});
after(() => team.close());

test('the opening is named on the wall; with a case on the table the code is read there without scrolling', async () => {
  await wall.waitForFunction(() => document.querySelector('#case').textContent.includes('Opening'));
  await press(laptop, '#ready button');
  await press(laptop, 'form[id^=take-]:has-text("c1") button');
  await says(wall, 'Hoe verder?');
  for (const selector of ['.join svg', '.code']) {
    const { bottom } = await wall.$eval(selector, it => it.getBoundingClientRect().toJSON());
    assert.ok(bottom <= 1080, `${selector} ends at ${bottom}`);
  }
  assert.ok((await (await wall.$('.join svg')).boundingBox()).height > 200, 'or nobody reads it from their chair');
  assert.deepEqual(await findings(wall), []);
});

test('a phone without a line says so in words that can be read, and what it sent arrives', async () => {
  await press(laptop, '#next button');
  if (await laptop.$('#next-because')) {
    await laptop.fill('#because', 'Wij beginnen');
    await press(laptop, '#next-because button');
  }
  const noor = await team.phone('Noor', code, phone);
  await noor.fill('#say textarea', 'Zij belt elke week met haar zus');
  await noor.context().setOffline(true);
  await noor.click('#say button');
  await noor.waitForFunction(() => document.getElementById('connection').textContent !== '');
  assert.deepEqual(await findings(noor), []);
  assert.equal(await isTooWide(noor), false);
  await noor.context().setOffline(false);
  await settled(noor);
  await says(wall, 'Zij belt elke week met haar zus');
  await noor.context().close();
});

test('a slip that is being mended is there still after a reload, and only then lies on the device', async () => {
  const noor = await team.worker(laptop, 'Noor', phone);
  await noor.goto(team.origin + '/mine');
  const mend = 'details[id^="mend-"]', field = mend + ' textarea';
  const kept = () => noor.evaluate(() => Object.keys(localStorage).length);
  assert.equal(await kept(), 0, 'what stands is nothing that was typed');
  await noor.tap(mend + ' > summary');
  await noor.fill(field, 'Zij belt elke dag met haar zus');
  assert.equal(await kept(), 1);
  await noor.reload();
  assert.equal(await noor.inputValue(field), 'Zij belt elke dag met haar zus');
  assert.ok(await noor.isVisible(field), 'and it is seen that it is');
  await noor.tap(mend + ' button[value="correct"]');
  await settled(noor);
  await says(wall, 'Zij belt elke dag met haar zus');
  assert.equal(await kept(), 0);
  assert.equal(await noor.$(mend + '[open]'), null);
  // Who only looks at it sees what stands, also when another puts it right meanwhile.
  const ref = await noor.inputValue(mend + ' [name=ref]');
  team.says('Noor', 'case', 'correct', 'c1', ref, 'Zij belt elke avond met haar zus');
  await noor.waitForFunction(at => document.querySelector(at).value === 'Zij belt elke avond met haar zus', field);
  assert.equal(await kept(), 0);
  await noor.context().close();
});

test('the laptop turns to the meeting of another day, and its wall goes along', async () => {
  await laptop.goto(team.origin + '/lead');
  await laptop.click('#other-meeting > summary');
  await laptop.click('form[id^=turn-] button');
  await says(laptop, 'Het overleg is nog niet begonnen.');
  await says(wall, 'Het overleg is nog niet begonnen.');
  assert.ok((await wall.getAttribute('body', 'data-live')).includes(inAWeek()), 'it listens to that meeting from now on');
  await laptop.click('#other-meeting > summary');
  await laptop.click('form[id^=turn-] button');
  await says(wall, 'Hoe verder?');
  assert.equal(await wall.textContent('.code'), code);
});
