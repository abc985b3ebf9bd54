// SPDX-License-Identifier: EUPL-1.2
// What somebody writes where nobody sees it yet, and the table goes on before they send it: the form that is put anew
// asks first, as the old one would without a script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, today } from './kit.mjs';

const words = 'Vraag de buurvrouw om hulp';
let team, laptop, wall, noor;

before(async () => {
  team = new Team(['Samira', 'Noor', 'Daan', 'Ria']);
  for (const id of ['c1', 'c2']) {
    team.opens(id, 'Daan', 'Oudere man, alleen sinds het voorjaar', 'action-learning/advice-round');
    team.says('Daan', 'case', 'join', id, 'Samira', '--role', 'chair');
    for (const name of ['Noor', 'Ria']) team.says('Daan', 'case', 'join', id, name, '--role', 'member');
  }
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira', '--minutes', '90');
  team.says('Samira', 'meeting', 'start', '--date', today());
  await team.serves();
  laptop = await team.laptop();
  await laptop.goto(team.origin + '/screen');
  noor = await team.phone('Noor', await laptop.textContent('.code'));
  wall = await team.phone('Ria', await laptop.textContent('.code'));
});
after(() => team.close());

const settled = page => page.waitForFunction(() => !document.querySelector('form[data-busy]'));
async function goesOn() {
  await laptop.goto(team.origin + '/lead');
  const soft = await laptop.$('#next-because');
  if (soft) await laptop.fill('#because', 'Wij gaan verder');
  await laptop.click(soft ? '#next-because button' : '#next button');
  await settled(laptop);
}
const isUnseen = page => page.evaluate(() => !!document.querySelector('#say [name=unseen]'));
/** Takes the case, and goes on until Noor writes unseen. */
async function comesTo(id) {
  await laptop.goto(team.origin + '/lead');
  await laptop.click(`button:has-text("${id}")`);
  await settled(laptop);
  for (let steps = 0; steps < 12; ++steps) {
    await noor.goto(team.origin + '/mine');
    if (await isUnseen(noor)) return;
    const check = await laptop.$('#said-kind option[value=check]');
    if (check && !await laptop.$('#next-because') && steps > 0) {
      await laptop.click('#write > summary');
      await laptop.selectOption('#said-name', 'Samira');
      await laptop.selectOption('#said-kind', 'check');
      await laptop.selectOption('#said-answer', 'yes');
      await laptop.fill('#said-text', 'De vraag is helder');
      await laptop.click('#write-form button');
      await settled(laptop);
    }
    await goesOn();
  }
  assert.fail('nobody writes unseen');
}
/** The table goes on until everybody reads at once what is written. */
async function opens() {
  for (let steps = 0; steps < 3; ++steps) {
    await goesOn();
    const page = await (await wall.request.get(team.origin + '/mine')).text();
    if (page.includes('id="say"') && !page.includes('name="unseen"')) return;
  }
  assert.fail('it stays unseen');
}
const says = async () => {
  const aside = await noor.$('#all-the-same:not([open]) > summary');
  if (aside) await aside.click();
  await noor.click('#say button.first');
  await settled(noor);
};
async function isAskedFirst() {
  await says();
  assert.match(await noor.textContent('#seen-at-once'), /leest iedereen meteen/);
  assert.equal(await noor.inputValue('#say textarea'), words);
  assert.doesNotMatch(await (await wall.request.get(team.origin + '/mine')).text(), new RegExp(words));
  await says();
  assert.match(await (await wall.request.get(team.origin + '/mine')).text(), new RegExp(words));
}

test('a form that turns open while somebody types asks before everybody reads it', async () => {
  await comesTo('c1');
  await noor.fill('#say textarea', words);
  const label = await noor.textContent('label[for=text]');
  await opens();
  await noor.waitForFunction(was => document.querySelector('label[for=text]')?.textContent !== was, label);
  assert.equal(await noor.inputValue('#say textarea'), words);
  // Whatever else is said meanwhile, it stays so.
  team.says('Ria', 'case', 'say', 'c1', 'feit', 'Zij slaapt slecht');
  await noor.waitForFunction(async () => {
    const now = await (await fetch(location.href, { headers: { 'X-Live': '1' } })).text();
    return now.includes(`data-version="${document.body.dataset.version}"`);
  }, null, { polling: 100 });
  await isAskedFirst();
});

test('and so does one that comes back from this device on a page that is loaded anew', async () => {
  await laptop.goto(team.origin + '/lead');
  await laptop.click('#ready button');
  await settled(laptop);
  await comesTo('c2');
  await noor.fill('#say textarea', words);
  await noor.goto(team.origin + '/screen');  // away from what was written
  await opens();
  await noor.goto(team.origin + '/mine');
  assert.equal(await noor.inputValue('#say textarea'), words);
  await isAskedFirst();
  // Nothing of it is left behind.
  await noor.reload();
  assert.equal(await noor.inputValue('#say textarea'), '');
});
