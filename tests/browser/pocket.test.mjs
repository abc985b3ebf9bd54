// SPDX-License-Identifier: EUPL-1.2
// From the pocket: what who leads, who takes notes and who takes part does with a phone; and what goes wrong with
// browsers: two tabs, the button back, a slow line, a double press, a form that was left open overnight.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, findings, isTooWide, newPage, today } from './kit.mjs';

let team, laptop, code;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const settled = page => page.waitForFunction(() => !document.querySelector('form[data-busy]'));
const says = (page, words) => page.waitForFunction(it => document.querySelector('main').textContent.includes(it), words);
/** What the agenda offers to take; taking over the chair is something else. */
const takes = 'form[id^=take-]:not(#take-over) button';
async function taps(page, selector) {
  await page.tap(selector);
  await settled(page);
}

async function begins(page) {
  await taps(page, '#next button');
  if (!await page.$('#next-because')) return;
  await page.fill('#because', 'Wij beginnen');
  await taps(page, '#next-because button');
}

before(async () => {
  team = new Team(['Samira', 'Noor', 'Daan', 'Ria']);
  team.opens('c1', 'Noor', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  team.opens('c2', 'Daan', 'Oudere man, alleen sinds het voorjaar', 'kort/ronde');
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira', '--note-taker', 'Daan');
  team.says('Samira', 'meeting', 'start', '--date', today());
  await team.serves();
  laptop = await team.laptop();
  await laptop.goto(team.origin + '/screen');
  code = await laptop.textContent('.code');
});
after(() => team.close());

test('who takes notes leads from a phone: takes a point, writes for another, parks it with a reason', async () => {
  const daan = await team.phone('Daan', code, phone);
  await daan.goto(team.origin + '/lead');
  for (const verb of [takes, '#ready button']) await taps(daan, verb);
  await taps(daan, 'button:has-text("c1")');
  await says(daan, 'Moeder met twee kinderen');
  await begins(daan);
  await daan.tap('#write > summary');
  await daan.selectOption('#said-name', 'Noor');
  await daan.fill('#said-text', 'Zij belt elke week met haar zus');
  await taps(daan, '#write-form button');
  await says(daan, 'Zij belt elke week met haar zus');
  assert.match(team.says('Noor', 'case', 'history', 'c1'), /Noor \(getypt door Daan/);
  // A line without a name is asked about; what was probably meant stands in its field, and goes as it stands.
  await daan.tap('#any > summary');
  await daan.fill('#line', 'de post ligt er nog');
  await taps(daan, '#line-form button');
  assert.equal(await daan.inputValue('#line'), 'Noor: de post ligt er nog');
  await taps(daan, '#line-form button');
  await says(daan, 'Noor (feit): de post ligt er nog');
  await daan.tap('#park > summary');
  await daan.fill('#park-because', 'Eerst bellen met school');
  await taps(daan, '#park-form button');
  await says(daan, 'Er ligt nu geen casus op tafel');
  await laptop.waitForFunction(() => document.body.textContent.includes('weggezet') || document.body.textContent.includes('geparkeerd'));
  assert.equal(await isTooWide(daan), false);
  await daan.context().close();
});

test('who is there takes over the chair from a phone, and the record says who did', async () => {
  const ria = await team.phone('Ria', code, phone);
  await ria.goto(team.origin + '/lead');
  assert.equal(await ria.$$eval(takes, all => all.length), 0, 'nothing can be led before');
  await taps(ria, '#take-over button');
  await ria.waitForSelector(takes);
  assert.match(team.says('Samira', 'meeting', 'show', '--date', today()), /Ria/);
  await taps(ria, 'button:has-text("c2")');
  await says(ria, 'Oudere man');
  await begins(ria);
  // The chair goes back by her own choice.
  await ria.tap('#coming > summary');
  await ria.selectOption('#chairs', 'Samira');
  await taps(ria, '#chairs-form button');
  await ria.waitForSelector('#take-over button');
  await ria.context().close();
});

test('dots are placed from a phone, and nobody sees them before all have', async () => {
  team.says('Samira', 'learn', 'circle', 'start', 'Hoe werken we samen in de wijk?');
  team.says('Samira', 'learn', 'circle', 'ask', 'Wat gaat al goed?');
  for (const [who, text] of [['Noor', 'We bellen elkaar'], ['Ria', 'De school doet mee']])
    team.says(who, 'learn', 'circle', 'card', text);
  team.says('Samira', 'learn', 'circle', 'reveal');
  team.says('Samira', 'learn', 'circle', 'cluster', 'Elkaar kennen', 'c1');
  team.says('Samira', 'learn', 'circle', 'cluster', 'De school', 'c2');
  const noor = await team.worker(laptop, 'Noor', phone);
  await noor.goto(team.origin + '/do/learn/circle/dots');
  assert.equal(await isTooWide(noor), false);
  await noor.fill('#do-learn-circle-dots-clusters', 'k1\nk1\nk2');
  await taps(noor, '#do-learn-circle-dots button.first');
  await noor.waitForSelector('.told.good');
  await noor.goto(team.origin + '/do/learn/circle/show');
  assert.doesNotMatch(await noor.textContent('main'), /2 stippen|2 dots/);
  for (const who of ['Samira', 'Daan', 'Ria']) team.says(who, 'learn', 'circle', 'dots', 'k1', 'k2', 'k2');
  team.says('Samira', 'learn', 'circle', 'count');
  await noor.goto(team.origin + '/do/learn/circle/show');
  await says(noor, 'Elkaar kennen');
  await noor.context().close();
});

test('two tabs of one person: what is said in one stands in the other, and the older form still works', async () => {
  const one = await team.phone('Noor', code, phone);
  const two = await one.context().newPage();
  await two.goto(team.origin + '/mine');
  for (const [tab, words] of [[one, 'Uit de ene tab'], [two, 'Uit de andere tab']]) {
    const folded = await tab.$('#all-the-same:not([open]) > summary');
    if (folded) await folded.tap();
    await tab.fill('#say textarea', words);
    await taps(tab, '#say button');
  }
  const said = team.json('Daan', 'case', 'show', 'c2').contributions.map(it => it.text);
  for (const words of ['Uit de ene tab', 'Uit de andere tab'])
    assert.equal(said.filter(it => it === words).length, 1, JSON.stringify(said));
  // What was opened to mend one's own words folds again when that is done.
  await one.goto(team.origin + '/mine');
  const mend = 'details[id^="mend-"]';
  await one.tap(mend + ' > summary');
  await one.fill(mend + ' textarea', 'Uit de eerste tab');
  await taps(one, mend + ' button[value="correct"]');
  await says(one, 'Uit de eerste tab');
  assert.equal(await one.$$eval(mend + '[open]', all => all.length), 0);
  // Half a sentence in one is not written on in another, and what was said stands in no field any more.
  const opens = async tab => {
    await tab.goto(team.origin + '/mine');
    const folded = await tab.$('#all-the-same:not([open]) > summary');
    if (folded) await folded.tap();
  };
  const field = '#say textarea';
  for (const tab of [one, two]) await opens(tab);
  await one.fill(field, 'Half in de ene');
  const version = await two.evaluate(() => document.body.dataset.version);
  team.says('Daan', 'case', 'say', 'c2', 'feit', 'De post van vandaag is open');
  await two.waitForFunction(before => document.body.dataset.version !== before, version);
  assert.equal(await two.inputValue(field), '');
  await two.fill(field, 'Heel iets anders');
  await taps(one, '#say button');
  assert.equal(await two.inputValue(field), 'Heel iets anders');
  // It is on this device still, for a page that begins anew and for one that is opened beside it.
  await opens(two);
  assert.equal(await two.inputValue(field), 'Heel iets anders');
  await opens(one);
  assert.equal(await one.inputValue(field), 'Heel iets anders');
  // Where nothing was typed yet it goes along with the other, so that no half of it is left when that is sent.
  await two.fill(field, 'Heel iets anders dus');
  await one.waitForFunction(at => document.querySelector(at).value === 'Heel iets anders dus', field);
  await taps(two, '#say button');
  await one.waitForFunction(at => document.querySelector(at).value === '', field);
  assert.deepEqual(await one.evaluate(() => Object.keys(localStorage)), []);
  // What one sends takes nothing from this device that was typed in the other.
  await one.fill(field, 'Nog niet af');
  await two.fill(field, 'Dit gaat eerst');
  await taps(two, '#say button');
  await one.waitForFunction(() => Object.values(localStorage).some(it => it.endsWith('Nog niet af')));
  await opens(one);
  assert.equal(await one.inputValue(field), 'Nog niet af');
  await one.fill(field, '');
  const kept = team.json('Daan', 'case', 'show', 'c2').contributions.map(it => it.text);
  for (const words of ['Half in de ene', 'Heel iets anders dus'])
    assert.equal(kept.filter(it => it === words).length, 1, JSON.stringify(kept));
  await one.context().close();
});

test('what was typed in a form that is gone comes back to who sent it, and waits for them', async () => {
  const noor = await team.worker(laptop, 'Noor', { ...phone, viewport: { width: 320, height: 640 } });
  // A slow line: this page does not hear what others do.
  await noor.context().route('**/live*', it => it.abort());
  await noor.goto(team.origin + '/mine');
  const mend = 'details[id^="mend-"]';
  await noor.tap(mend + ' > summary');
  const ref = await noor.inputValue(mend + ' [name=ref]');
  await noor.fill(mend + ' textarea', 'Zo had het er moeten staan');
  team.says('Noor', 'case', 'withdraw', 'c2', ref);
  await taps(noor, mend + '[open] button[value="correct"]');
  await noor.waitForSelector('#typed-back');
  assert.equal(await noor.inputValue('#typed-back textarea'), 'Zo had het er moeten staan');
  const { top, bottom } = await noor.$eval('#typed-back', it => it.getBoundingClientRect().toJSON());
  assert.ok(bottom > 0 && top < 640, JSON.stringify({ top, bottom }));
  await noor.context().close();
});

test('what is refused is brought into sight, however far below its form stands, and stays in its field', async () => {
  const samira = await team.worker(laptop, 'Samira', { ...phone, viewport: { width: 320, height: 640 } });
  await samira.goto(team.origin + '/lead');
  const isSeen = () => samira.$eval('#told', it => {
    const { top, bottom } = it.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
  await samira.tap('#write > summary');
  await samira.selectOption('#said-name', 'Noor');
  await samira.fill('#said-text', 'Haar nummer is 123456782');
  await samira.$eval('#write-form button', it => it.scrollIntoView({ block: 'center' }));
  assert.equal(await isSeen(), false, 'or this shows nothing');
  await taps(samira, '#write-form button');
  await samira.waitForSelector('#told .warning');
  assert.ok(await isSeen());
  assert.equal(await samira.inputValue('#said-text'), 'Haar nummer is 123456782');
  // Who goes by keys is where they pressed.
  assert.equal(await samira.evaluate(() => document.activeElement.form?.id), 'write-form');
  await samira.context().close();
});

test('a double press, a slow line and the button back do a thing once', async () => {
  const page = await team.worker(laptop, 'Daan', { ...phone, javaScriptEnabled: false });
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: 100_000, uploadThroughput: 100_000 });
  await page.goto(team.origin + '/case/c2/do/case/say');
  await page.selectOption('#do-case-say-kind', 'fact');
  await page.fill('#do-case-say-text', 'Hij gaat op dinsdag naar de markt');
  await page.dblclick('#do-case-say button.first');
  await page.waitForURL('**/case/c2').catch(async () => assert.fail(await page.innerText('main')));
  const times = () => team.json('Daan', 'case', 'show', 'c2').contributions
    .filter(it => it.text === 'Hij gaat op dinsdag naar de markt').length;
  assert.equal(times(), 1);
  // Back, the browser fills in again what was typed. A reload sends nothing; who presses again is told that it stands there.
  await page.goBack();
  await page.waitForSelector('#do-case-say');
  await page.reload();
  assert.equal(times(), 1);
  await page.selectOption('#do-case-say-kind', 'fact');
  await page.fill('#do-case-say-text', 'Hij gaat op dinsdag naar de markt');
  await page.click('#do-case-say button.first');
  await page.waitForURL('**/case/c2');
  assert.match(await page.textContent('#told'), /staat er al|stond er al|hetzelfde/);
  await page.context().close();
});

test('a form that was left open overnight says so, does nothing, and what was typed is not lost', async () => {
  const page = await team.worker(laptop, 'Daan', phone);
  await page.goto(team.origin + '/case/c2/do/case/say');
  await page.selectOption('#do-case-say-kind', 'fact');
  await page.fill('#do-case-say-text', 'Dit schreef ik gisteravond');
  await page.context().clearCookies();
  await page.click('#do-case-say button.first');
  await page.waitForSelector('textarea[name="text"]');
  assert.equal(await page.inputValue('textarea[name="text"]'), 'Dit schreef ik gisteravond');
  assert.match(await page.textContent('main'), /te oud/);
  assert.deepEqual(await findings(page), []);
  assert.ok(!JSON.stringify(team.json('Daan', 'case', 'show', 'c2')).includes('gisteravond'));
  await page.context().close();
});

test('the button back never ends at a page of the browser that asks whether to send a form once more', async () => {
  const page = await newPage(phone);
  await page.goto(team.origin + '/join');
  await page.fill('#code', code);
  await page.tap('#join-form button');
  await page.waitForSelector('#name-form');
  await page.tap('#name-form button[value="Samira"]');
  await page.waitForURL('**/mine');
  await page.goBack();
  await page.waitForURL('**/mine');
  await page.context().close();

  const noor = await team.worker(laptop, 'Noor', phone);
  await noor.goto(team.origin + '/open');
  await noor.fill('#open-title', 'Gezin met veel post');
  await noor.tap('#open button.first');
  await noor.waitForSelector('#open-privacy-1');
  await noor.check('#open-privacy-1');
  await noor.tap('#open button.first');
  await noor.waitForSelector('#open-basis-1');
  await noor.goBack();
  await noor.waitForSelector('#open-privacy-1');
  await noor.goBack();
  await noor.waitForSelector('#open-title');
  await noor.goto(team.origin + '/find');
  await noor.fill('#find-text', 'post');
  await noor.tap('#find button.first, #find button');
  await noor.tap('main a[href="/case/c1"]');
  await noor.waitForURL('**/case/c1');
  await noor.goBack();
  await noor.waitForSelector('main a[href="/case/c1"]');
  await noor.context().close();
});
