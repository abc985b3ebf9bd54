// SPDX-License-Identifier: EUPL-1.2
// The same work by other hands: a meeting by keyboard alone, a case and a meeting without script, and the pictures by
// mouse, finger and keyboard.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, newPage, today } from './kit.mjs';

let team, laptop;
before(async () => {
  team = new Team(['Samira', 'Noor', 'Daan']);
  team.opens('c1', 'Noor', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  team.opens('c2', 'Daan', 'Oudere man, alleen sinds het voorjaar', 'kort/ronde');
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira');
  await team.serves();
  laptop = await team.laptop();
});
after(() => team.close());

/** Tab until the wanted element has the focus, as somebody does who has no mouse. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 150; ++presses) {
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by keyboard on ${page.url()}`);
}
const settled = page => page.waitForFunction(() => !document.querySelector('form[data-busy]'));
async function presses(page, selector, key = 'Enter') {
  await tabTo(page, selector);
  await page.keyboard.press(key);
  await settled(page);
}
async function opens(page, id) {
  if (await page.$(`#${id}:not([open])`)) await presses(page, `#${id} > summary`);
}
const says = (page, words) => page.waitForFunction(it => document.querySelector('main').textContent.includes(it), words);

test('a whole meeting by keyboard alone', async () => {
  await laptop.goto(team.origin + '/screen');
  const code = await laptop.textContent('.code');
  const noor = await newPage({ viewport: { width: 390, height: 844 } });
  await noor.goto(team.origin + '/join');
  await tabTo(noor, '#code');
  await noor.keyboard.type(code.toLowerCase());
  await noor.keyboard.press('Enter');
  await noor.waitForSelector('#name-form');
  await tabTo(noor, '#name-form button[value=Noor]');
  await noor.keyboard.press('Space');
  await noor.waitForURL('**/mine');

  await laptop.goto(team.origin + '/lead');
  await presses(laptop, '#begin button.first');
  await laptop.waitForSelector('#begin', { state: 'detached' });
  await presses(laptop, '[id^=take-] button');
  await says(laptop, 'Opening');
  await presses(laptop, '#ready button');
  const take = await laptop.evaluate(() => [...document.querySelectorAll('button')].find(it => it.textContent.includes('c1')).closest('form').id);
  await presses(laptop, `#${take} button`);
  await says(laptop, 'Moeder met twee kinderen');
  await presses(laptop, '#next button');

  if (await laptop.$('#next-because')) {
    await tabTo(laptop, '#because');
    await laptop.keyboard.type('Wij beginnen');
    await laptop.keyboard.press('Enter');
    await settled(laptop);
  }
  await noor.waitForSelector('#say textarea', { state: 'attached' });
  await opens(noor, 'all-the-same');
  await tabTo(noor, '#say textarea');
  await noor.keyboard.type('Zij belt elke week met haar zus');
  await noor.keyboard.press('Control+Enter');
  await settled(noor);
  await says(laptop, 'Zij belt elke week met haar zus');

  await opens(noor, 'danger');
  await tabTo(noor, '#danger-text');
  await noor.keyboard.type('De kinderen zijn alleen');
  await presses(noor, '#danger-form button.danger');
  await laptop.waitForSelector('.danger-now');
  await tabTo(laptop, '#handled-text');
  await laptop.keyboard.type('Oma is onderweg');
  await laptop.keyboard.press('Control+Enter');
  await laptop.waitForSelector('.danger-now', { state: 'detached' });

  await opens(laptop, 'action');
  await tabTo(laptop, '#action-text');
  await laptop.keyboard.type('Samen de post openen');
  await tabTo(laptop, '#action-name');
  await laptop.keyboard.type('Noor');
  await tabTo(laptop, '#action-day');
  await laptop.keyboard.type('12122027');
  await tabTo(laptop, '#action-checks');
  await laptop.keyboard.type('Samira');
  await presses(laptop, '#action-form button');
  await says(laptop, 'Samen de post openen');

  await presses(laptop, '#ready button');
  await opens(laptop, 'ending');
  await presses(laptop, '#finish button');
  await says(noor, 'Het overleg is afgelopen');
  const minutes = team.says('Samira', 'meeting', 'minutes');
  for (const words of ['Samen de post openen', 'c1']) assert.ok(minutes.includes(words), minutes);
});

test('a case is opened by four questions, without script and by keyboard alone', async () => {
  for (const options of [{ javaScriptEnabled: false }, {}]) {
    const page = await team.worker(laptop, 'Daan', options);
    await page.goto(team.origin + '/today');
    await tabTo(page, 'a[href="/open"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/open');
    await tabTo(page, '#open-title');
    await page.keyboard.type('Gezin met veel post');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#open-privacy-1');
    await tabTo(page, '#open-privacy-1');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#open-basis-1');
    await tabTo(page, '#open-basis-1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#open-purpose');
    await tabTo(page, '#open-purpose');
    await page.keyboard.type('Samen een eerste stap vinden');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/case/*');
    assert.match(await page.textContent('main'), /Gezin met veel post/);
    await page.context().close();
  }
});

test('a letter is sent and fetched without script', async () => {
  const page = await team.worker(laptop, 'Noor', { javaScriptEnabled: false });
  await page.goto(team.origin + '/case/c1/files');
  await page.setInputFiles('#file', { name: 'brief één.txt', mimeType: 'text/plain', buffer: Buffer.from('Beste mevrouw,\n') });
  await page.fill('#file-about', 'Brief van school');
  await page.click('#send-file button');
  await page.waitForURL('**/files');
  const saved = page.waitForEvent('download');
  await page.click('main ul a:has-text("Brief van school")');
  assert.equal((await saved).suggestedFilename(), 'brief één.txt');
  await page.context().close();
});

const place = (page, name) => page.$eval(`svg.over a[data-name="${name}"]`, it => `${it.dataset.shell} ${it.dataset.quadrant}`);
async function isAt(page, name, where) {
  await page.waitForFunction(([who, wanted]) => {
    const it = document.querySelector(`svg.over a[data-name="${who}"]`);
    return it && `${it.dataset.shell} ${it.dataset.quadrant}` === wanted;
  }, [name, where]);
}

test('people are moved on the network map by mouse, by finger and by keyboard; and by links and a form without script', async () => {
  team.says('Noor', 'network', 'add', 'c1', 'Tante Els', '--shell', 'service', '--quadrant', 'family');
  const page = await team.worker(laptop, 'Noor', { viewport: { width: 1280, height: 1400 }, hasTouch: true });
  await page.goto(team.origin + '/case/c1/network');
  const before = await place(page, 'Tante Els');
  // Where the middle of the map is on the screen, and how far the innermost ring reaches.
  const spot = async (x, y, ring) => page.evaluate(([side, up, nth]) => {
    const svg = document.querySelector('svg.over'), all = svg.dataset.rings.trim().split(' ');
    const from = nth > 0 ? +all[2 * nth - 1] : 46, to = +all[2 * nth + 1], away = (from + to) / 2 / Math.SQRT2;
    const at = new DOMPoint(side * away, up * away).matrixTransform(svg.getScreenCTM());
    return { x: at.x, y: at.y };
  }, [x, y, ring]);
  const sides = await page.$eval('svg.over', it => it.dataset.sides.trim().split(' '));
  const side = key => { const i = sides.indexOf(key); return [+sides[i + 1], +sides[i + 2]]; };
  const middle = async () => {
    const box = await (await page.$('svg.over a[data-name="Tante Els"] circle')).boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  const rings = await page.$eval('svg.over', it => it.dataset.rings.trim().split(' ').filter((_, i) => i % 2 === 0));
  let from = await middle();
  let to = await spot(...side('society'), 0);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
  await isAt(page, 'Tante Els', `${rings[0]} society`);
  assert.notEqual(await place(page, 'Tante Els'), before);

  // A finger; when the page stands still again.
  await settled(page);
  await page.evaluate(() => new Promise(on => requestAnimationFrame(() => requestAnimationFrame(on))));
  from = await middle();
  to = await spot(...side('peers'), 2);
  const session = await page.context().newCDPSession(page);
  const touch = (type, at) => session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', from);
  await touch('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  await touch('touchMove', to);
  await touch('touchEnd');
  await page.waitForFunction(was => {
    const it = document.querySelector('svg.over a[data-name="Tante Els"]');
    return it && it.dataset.shell === was;
  }, rings[2]);

  // The keyboard.
  await tabTo(page, 'svg.over a[data-name="Tante Els"]');
  await page.keyboard.press('-');
  await page.waitForFunction(was => document.querySelector('svg.over a[data-name="Tante Els"]')?.dataset.shell === was, rings[1]);
  const [x] = side(await page.$eval('svg.over a[data-name="Tante Els"]', it => it.dataset.quadrant));
  await page.waitForFunction(() => document.activeElement?.matches('svg.over a'));
  await page.keyboard.press(x < 0 ? 'ArrowRight' : 'ArrowLeft');
  await page.waitForFunction(was => {
    const svg = document.querySelector('svg.over'), all = svg.dataset.sides.trim().split(' ');
    const it = document.querySelector('svg.over a[data-name="Tante Els"]');
    return it && +all[all.indexOf(it.dataset.quadrant) + 1] === -was;
  }, x);
  await page.context().close();

  const plain = await team.worker(laptop, 'Noor', { javaScriptEnabled: false });
  await plain.goto(team.origin + '/case/c1/network');
  await tabTo(plain, 'svg.over a[data-name="Tante Els"]');
  await plain.keyboard.press('Enter');
  await plain.waitForURL('**person=*');
  assert.equal(await plain.inputValue('#do-network-add-name'), 'Tante Els');
  await plain.selectOption('#do-network-add-shell', rings[0]);
  await plain.click('#do-network-add button.first');
  await plain.waitForURL('**/network');
  assert.equal((await place(plain, 'Tante Els')).split(' ')[0], rings[0]);
  await plain.context().close();
});

test('two people of the genogram are connected by keyboard', async () => {
  for (const name of ['Oma Bep', 'Kees']) team.says('Noor', 'network', 'family', 'person', 'c1', name);
  const page = await team.worker(laptop, 'Noor');
  await page.goto(team.origin + '/case/c1/family');
  await tabTo(page, 'svg.over a[data-name="Oma Bep"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**person=*');
  await tabTo(page, 'svg.over a[data-name="Kees"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**other=*');
  await opens(page, 'of-child');
  await presses(page, '#of-child button.first');
  await page.waitForURL('**/family');
  assert.match(await page.textContent('main'), /Oma Bep/);
  assert.match(team.says('Noor', 'network', 'family', 'show', 'c1'), /Oma Bep.*\n?.*Kees|Kees.*Oma Bep/s);
  await page.context().close();
});
