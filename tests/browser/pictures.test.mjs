// SPDX-License-Identifier: EUPL-1.2
// The network circle and the genogram by a mouse, by a finger, by keyboard and by the form beside them. Dragging on the
// circle is in hands.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team } from './kit.mjs';

let team, laptop;
before(async () => {
  team = new Team(['Samira', 'Noor']);
  team.opens('c1', 'Noor', 'Moeder met twee kinderen', 'kort/ronde');
  for (const name of ['Oma Bep', 'Kees', 'Lies', 'Opa Jan']) team.says('Noor', 'network', 'family', 'person', 'c1', name);
  await team.serves();
  laptop = await team.laptop();
});
after(() => team.close());

const family = () => team.says('Noor', 'network', 'family', 'show', 'c1');
const circle = () => team.json('Noor', 'network', 'show', 'c1');
const handle = name => `svg.over a[data-name="${name}"]`;
const edge = (page, name) => page.$eval(`${handle(name)} circle`, it => getComputedStyle(it).stroke);

/** Points at two people one after the other, and says how they belong together in the form that comes. */
async function connects(page, point, one, other, how) {
  await page.goto(team.origin + '/case/c1/family');
  await point(handle(one));
  await page.waitForURL('**person=*');
  assert.ok(await page.$(`${handle(one)}.chosen`), `${one} is not shown as chosen`);
  await point(handle(other));
  await page.waitForURL('**other=*');
  const words = await page.textContent('#change h2');
  assert.ok(words.includes(one) && words.includes(other), words);
  await point(`#${how} > summary`);
  await point(`#${how} button.first`);
  await page.waitForURL('**/family');
}

test('two people of the genogram are connected by mouse, and one is let go by pointing again', async () => {
  const page = await team.worker(laptop, 'Noor');
  const clicks = selector => page.click(selector);
  const apart = family();
  await connects(page, clicks, 'Oma Bep', 'Kees', 'of-child');
  const before = family();
  assert.notEqual(before, apart);
  await page.goto(team.origin + '/case/c1/family');
  await clicks(handle('Lies'));
  await page.waitForURL('**person=*');
  await clicks(handle('Lies'));
  await page.waitForURL('**/family');
  assert.equal(await page.$('svg.over a.chosen'), null);
  assert.equal(family(), before);
  // Where the mouse is, is seen.
  await page.hover(handle('Kees'));
  assert.notEqual(await edge(page, 'Kees'), await edge(page, 'Lies'));
  await page.context().close();
});

test('two people of the genogram are connected by finger, on a phone', async () => {
  const before = family();
  const page = await team.worker(laptop, 'Noor', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await connects(page, selector => page.tap(selector), 'Oma Bep', 'Opa Jan', 'of-partner');
  assert.notEqual(family(), before);
  assert.match(family(), /Opa Jan/);
  await page.context().close();
});

test('somebody of the genogram gets another symbol, and two are connected, by the form alone', async () => {
  const page = await team.worker(laptop, 'Noor');
  await page.goto(team.origin + '/case/c1/family');
  await page.fill('#do-network-family-person-name', 'Baby Noa');
  await page.selectOption('#do-network-family-person-symbol', { index: 1 });
  await page.click('#do-network-family-person button.first');
  await page.waitForSelector(handle('Baby Noa'));
  const before = family();
  await page.goto(team.origin + '/case/c1/do/network/family/parent');
  await page.fill('#do-network-family-parent-parent', 'Lies');
  await page.fill('#do-network-family-parent-child', 'Baby Noa');
  await page.click('#do-network-family-parent button.first');
  await page.waitForURL('**/family');
  assert.notEqual(family(), before);
  await page.context().close();
});

test('somebody is put on the circle and moved there by the form beside it, chosen by mouse, finger and keyboard', async () => {
  const page = await team.worker(laptop, 'Noor', { hasTouch: true });
  await page.goto(team.origin + '/case/c1/network');
  await page.fill('#do-network-add-name', 'Tante Els');
  await page.selectOption('#do-network-add-shell', 'intimate');
  await page.selectOption('#do-network-add-quadrant', 'family');
  await page.fill('#do-network-add-relation', 'zus van moeder');
  await page.click('#do-network-add button.first');
  await page.waitForSelector(handle('Tante Els'));
  const shells = await page.$$eval('#do-network-add-shell option', all => all.map(it => it.value).filter(it => it && it !== 'intimate'));
  const points = [s => page.click(s), s => page.tap(s), async s => { await page.focus(s); await page.keyboard.press('Enter'); }];
  for (const [i, point] of points.entries()) {
    await page.goto(team.origin + '/case/c1/network');
    await point(handle('Tante Els'));
    await page.waitForURL('**person=*');
    assert.equal(await page.inputValue('#do-network-add-name'), 'Tante Els');
    assert.equal(await page.inputValue('#do-network-add-relation'), 'zus van moeder');
    await page.selectOption('#do-network-add-shell', shells[i]);
    await page.click('#do-network-add button.first');
    await page.waitForSelector(`${handle('Tante Els')}[data-shell="${shells[i]}"]`);
    const text = JSON.stringify(circle());
    assert.ok(text.includes(shells[i]) && text.includes('zus van moeder'), text);
  }
  await page.context().close();
});
