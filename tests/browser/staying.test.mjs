// SPDX-License-Identifier: EUPL-1.2
// Who goes by keys or by ear stays where they are when a page is put anew: by what they pressed themselves, and by what
// somebody else said.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, today } from './kit.mjs';

let team, laptop, noor;
const settled = page => page.waitForFunction(() => !document.querySelector('form[data-busy]'));
const says = (page, words) => page.waitForFunction(it => document.querySelector('main').textContent.includes(it), words);
const at = page => page.evaluate(() => {
  const it = document.activeElement;
  return { tag: it.tagName, id: it.id, form: it.form?.id ?? '', words: it.textContent.trim().slice(0, 40) };
});
async function presses(page, selector) {
  await page.focus(selector);
  await page.keyboard.press('Enter');
  await settled(page);
}
async function writes(words) {
  await noor.fill('#say textarea', words);
  await presses(noor, '#say button');
  await says(laptop, words);
}

before(async () => {
  team = new Team(['Samira', 'Noor', 'Daan']);
  team.opens('c1', 'Noor', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira');
  team.says('Samira', 'meeting', 'start', '--date', today());
  await team.serves();
  laptop = await team.laptop();
  await laptop.goto(team.origin + '/screen');
  const code = await laptop.textContent('.code');
  await laptop.goto(team.origin + '/lead');
  await presses(laptop, 'form[id^=take-]:has-text("c1") button');
  await says(laptop, 'Hoe verder?');
  noor = await team.phone('Noor', code);
});
after(() => team.close());

test('a button that is pressed has the focus still when it is there, and the page has it when it is gone', async () => {
  // What was pressed in the agenda is gone with the case on the table.
  assert.deepEqual((await at(laptop)).id, 'main');
  await presses(laptop, '#next button');
  if (await laptop.$('#next-because')) {
    await laptop.fill('#because', 'Wij beginnen');
    await presses(laptop, '#next-because button');
  } else {
    assert.deepEqual(await at(laptop), { tag: 'BUTTON', id: '', form: 'next', words: 'Verder' });
  }
  await noor.waitForSelector('#say textarea');
  await writes('Zij belt elke week met haar zus');
  assert.equal((await at(noor)).form, 'say');
});

test('what somebody else says takes nobody away from a field, its caret or what is folded', async () => {
  await laptop.focus('#action > summary');
  await writes('Haar buurvrouw kookt soms');
  assert.equal((await at(laptop)).tag, 'SUMMARY');
  await laptop.click('#write > summary');
  await laptop.fill('#said-text', 'abc def');
  await laptop.evaluate(() => document.getElementById('said-text').setSelectionRange(3, 3));
  await writes('De post ligt in de la');
  assert.equal((await at(laptop)).id, 'said-text');
  assert.equal(await laptop.evaluate(() => document.activeElement.selectionStart), 3);
  assert.equal(await laptop.inputValue('#said-text'), 'abc def');
});

test('what was told is put in a place that was there already, so that it is read aloud', async () => {
  await noor.evaluate(() => { document.getElementById('told').kept = true; });
  await writes('De jongste gaat graag naar school');
  assert.match(await noor.textContent('#told'), /De jongste gaat graag naar school/);
  assert.deepEqual(await noor.evaluate(() => [document.getElementById('told').kept, document.getElementById('told').role]),
    [true, 'status']);
});

test('danger that was told is reported once, and its form folds', async () => {
  await noor.click('#danger > summary');
  await noor.fill('#danger-text', 'De kinderen zijn nu alleen');
  await presses(noor, '#danger-form button.danger');
  await noor.waitForSelector('.danger-now');
  assert.equal(await noor.$('#danger[open]'), null);
  await says(laptop, 'Noor meldde: De kinderen zijn nu alleen');
  await laptop.fill('#handled-text', 'Oma is onderweg');
  await presses(laptop, '#handled button');
  await laptop.waitForSelector('.danger-now', { state: 'detached' });
  assert.doesNotMatch(await laptop.textContent('main'), /Noor meldde/);
});
