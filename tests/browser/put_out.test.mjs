// SPDX-License-Identifier: EUPL-1.2
// A phone that is put out by whoever leads: its holder reads why, and what was sent just then is not lost.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, findings, isTooWide, today } from './kit.mjs';

let team, laptop, code;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const settled = page => page.waitForFunction(() => !document.querySelector('form[data-busy]'));
const why = 'Wie het overleg leidt, heeft dit toestel afgemeld.';
const says = (page, words) => page.waitForFunction(it => document.querySelector('main').textContent.includes(it), words);

before(async () => {
  team = new Team(['Samira', 'Noor', 'Ria']);
  team.opens('c1', 'Noor', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira');
  team.says('Samira', 'meeting', 'start', '--date', today());
  await team.serves();
  laptop = await team.laptop();
  await laptop.goto(team.origin + '/screen');
  code = await laptop.textContent('.code');
  await laptop.goto(team.origin + '/lead');
});
after(() => team.close());

async function putsOut(name) {
  await laptop.goto(team.origin + '/lead');
  await laptop.click('#devices > summary');
  await laptop.click(`form[id^=out-]:has-text("${name}") button`);
  await settled(laptop);
}

test('who only looks reads why, with the way back in', async () => {
  const ria = await team.phone('Ria', code, phone);
  await putsOut('Ria');
  await says(ria, why);
  assert.deepEqual(await findings(ria), []);
  assert.ok(!await isTooWide(ria));
  await ria.click('main a');
  await ria.waitForURL('**/join');
  const again = await team.phone('Ria', code, phone);
  assert.ok(again.url().endsWith('/mine'));
});

test('what was sent just then stands there until it is copied', async () => {
  const noor = await team.phone('Noor', code, phone);
  await noor.click('#danger > summary');
  await noor.fill('#danger-text', 'De kinderen zijn alleen');
  // Its page has not heard of it yet.
  await noor.route('**/live*', route => route.abort());
  await noor.evaluate(() => { window.stays = true; });
  await putsOut('Noor');
  await noor.click('#danger-form button');
  await says(noor, why);
  await says(noor, 'Dit is nog niet gemeld.');
  await noor.waitForTimeout(4_000);
  assert.ok(await noor.evaluate(() => window.stays));
  assert.equal(await noor.inputValue('main textarea'), 'De kinderen zijn alleen');
});
