// SPDX-License-Identifier: EUPL-1.2
// Ten browsers hold a whole meeting of three cases: silent writing, danger in the middle, the chair's laptop closed and
// opened, the server killed and started. The same meeting by commands gives the same minutes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, newPage, today } from './kit.mjs';

const members = ['Samira', 'Noor', 'Daan', 'Ria', 'Bram', 'Fatma', 'Joost', 'Lotte', 'Musa', 'Wim'];
const cases = [
  ['c1', 'Noor', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde'],
  ['c2', 'Daan', 'Oudere man, alleen sinds het voorjaar', 'action-learning/advice-round'],
  ['c3', 'Ria', 'Jongen van zeventien, niet op school', 'kort/ronde'],
];
const words = {
  fact: 'Zij belt elke week met haar zus', question: 'Wat helpt haar het meest?', idea: 'Samen met de buurvrouw naar de markt',
  choice: 'Het wordt de buurvrouw', agreement: 'De buurvrouw vraagt het zelf', advice: 'Begin met de post van deze week',
  check: 'De vraag is helder', observation: 'Ik hoor vooral wat er al lukt',
};

let team, twin, laptop, wall, phones, code;
/** What was done, in its order, to do the same by commands: [who, ...arguments]. */
const done = [];

before(async () => {
  for (const one of [team = new Team(members), twin = new Team(members)]) {
    for (const it of cases) one.opens(...it);
    one.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira', '--minutes', '90');
  }
  await team.serves();
  laptop = await team.laptop();
  await laptop.goto(team.origin + '/screen');
  code = await laptop.textContent('.code');
});
after(async () => {
  await team.close();
  await twin.close();
});

const settled = page => page.waitForFunction(() => !document.querySelector('form[data-busy]'));
const lead = async () => { if (!laptop.url().endsWith('/lead')) await laptop.goto(team.origin + '/lead'); };
async function press(page, selector) {
  await page.click(selector);
  await settled(page);
}
/** Until this page shows what the store holds. */
async function isUpToDate(page) {
  await page.waitForFunction(async () => {
    const now = await (await fetch(location.href, { headers: { 'X-Live': '1' } })).text();
    return now.includes(`data-version="${document.body.dataset.version}"`);
  }, null, { timeout: 10_000, polling: 100 });
}

async function writes(name, text) {
  const page = phones.get(name);
  await isUpToDate(page);
  await page.waitForSelector('#say textarea', { state: 'attached' });
  const aside = await page.$('#all-the-same:not([open]) > summary');
  if (aside) await aside.click();
  const kind = await page.$eval('#say [name=kind]', it => it.value);
  await page.fill('#say textarea', text ?? words[kind] ?? 'Dit valt mij op');
  await press(page, '#say button');
  assert.ok(!await page.$('#told .told.warning'), `${name} (${kind}): ${await page.textContent('#told')}`);
  done.push([name, 'case', 'say', await caseId(), kind, text ?? words[kind] ?? 'Dit valt mij op']);
}
const caseId = async () => (await wall.textContent('#case')).match(/c[123]/)[0];

async function goesOn(because = 'Wij gaan verder') {
  await lead();
  await isUpToDate(wall);
  const id = await caseId();
  const soft = await laptop.$('#next-because');
  if (soft) {
    await laptop.fill('#because', because);
    await press(laptop, '#next-because button');
    done.push(['Samira', 'case', 'next', id, '--because', because]);
  } else {
    await press(laptop, '#next button');
    done.push(['Samira', 'case', 'next', id]);
  }
}

/** The chair answers what the step asks of the chair. */
async function confirms() {
  done.pop();
  await laptop.click('#write > summary');
  await laptop.selectOption('#said-name', 'Samira');
  await laptop.selectOption('#said-kind', 'check');
  await laptop.selectOption('#said-answer', 'yes');
  await laptop.fill('#said-text', words.check);
  await press(laptop, '#write-form button');
  done.push(['Samira', 'case', 'say', await caseId(), 'check', words.check, '--answer', 'yes']);
}

async function takes(id) {
  await lead();
  await press(laptop, `button:has-text("${id}")`);
  await isUpToDate(wall);
  assert.equal(await caseId(), id);
  done.push(['Samira', 'meeting', 'take', id]);
}
async function isReady() {
  await lead();
  await press(laptop, '#ready button');
  done.push(['Samira', 'meeting', 'done']);
}
async function agrees(text, who, day, checks) {
  await lead();
  const id = await caseId();
  await laptop.click('#action > summary');
  await laptop.fill('#action-text', text);
  await laptop.selectOption('#action-name', who);
  await laptop.fill('#action-day', day);
  await laptop.selectOption('#action-checks', checks);
  await press(laptop, '#action-form button');
  assert.match(await laptop.textContent('#told'), new RegExp(text));
  done.push([who, 'plan', 'action', id, text, '--who', who, '--by-when', day, '--checks', checks]);
}

test('nine phones come in with the code, and the chair begins', async () => {
  phones = new Map();
  for (const name of members.slice(1)) phones.set(name, await team.phone(name, code));
  wall = await newPage({ viewport: { width: 1920, height: 1080 }, storageState: await laptop.context().storageState() });
  await wall.goto(team.origin + '/screen');
  await laptop.goto(team.origin + '/lead');
  await press(laptop, '#begin button.first');
  done.push(['Samira', 'meeting', 'start', ...members.flatMap(name => ['--present', name])]);
  for (const phone of phones.values()) await phone.waitForFunction(() => !document.body.textContent.includes('nog niet begonnen'));
  // Opening: nothing to write.
  await press(laptop, 'button:has-text("Opening")');
  done.push(['Samira', 'meeting', 'take']);
  await isReady();
});

test('the first case: each from the own phone, on every screen at once', async () => {
  await takes('c1');
  await goesOn();
  await writes('Noor');
  for (const page of [wall, phones.get('Wim'), laptop])
    await page.waitForFunction(text => document.body.textContent.includes(text), words.fact, { timeout: 5_000 });
  await goesOn();
  await writes('Bram');
  await goesOn();
});

test('danger is raised in the middle, stops everything, and is handled', async () => {
  const fatma = phones.get('Fatma');
  await fatma.click('#danger > summary');
  await fatma.fill('#danger-text', 'De kinderen zijn nu alleen');
  await press(fatma, '#danger-form button.danger');
  done.push(['Fatma', 'case', 'safety', 'acute', 'c1', 'De kinderen zijn nu alleen']);
  for (const page of [wall, laptop, ...phones.values()]) await page.waitForSelector('.danger-now');
  await press(laptop, '#next button');
  assert.ok(await laptop.$('.told.warning'), 'nothing goes on while it is not safe');
  await laptop.fill('#handled-text', 'Oma is gebeld en is onderweg');
  await press(laptop, '#handled button');
  done.push(['Samira', 'case', 'safety', 'handle', 'c1', 'Oma is gebeld en is onderweg']);
  await laptop.waitForSelector('.danger-now', { state: 'detached' });
});

test('the server is killed while somebody writes, and comes back: nothing is retyped, nothing done twice', async () => {
  const turn = await turnOf();
  const page = phones.get(turn);
  await page.fill('#say textarea', words.idea);
  await team.kills();
  await page.click('#say button');
  await page.waitForFunction(() => document.getElementById('connection').textContent !== '');
  await team.serves();
  await settled(page);
  await page.waitForFunction(() => document.querySelector('#say textarea')?.value === '' || !document.querySelector('#say'));
  const said = team.json('Samira', 'case', 'show', 'c1').contributions.filter(one => one.text === words.idea);
  assert.equal(said.length, 1);
  done.push([turn, 'case', 'say', 'c1', 'idea', words.idea]);
});

/** Whose phone says that it is their turn. */
let had;
async function turnOf() {
  for (let tries = 0; tries < 50; ++tries) {
    for (const [name, page] of phones) if (name !== had && await page.$('.turn[role=status]')) return had = name;
    await new Promise(on => setTimeout(on, 100));
  }
  throw new Error('it is the turn of nobody');
}

test('the laptop of the chair is closed, and opened again', async () => {
  const kept = await laptop.context().storageState();
  await laptop.context().close();
  await writes(await turnOf(), 'Vraag de zus om dinsdag mee te gaan');
  laptop = await newPage({ storageState: kept });
  await lead();
  await laptop.waitForFunction(() => document.body.textContent.includes('Vraag de zus om dinsdag mee te gaan'));
  await goesOn();
  await writes('Noor');
  await agrees('Samen met de buurvrouw naar de markt', 'Noor', inDays(14), 'Bram');
  await isReady();
});

const inDays = days => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });

test('the second case: what is written in silence is nobody else’s until it opens', async () => {
  await takes('c2');
  const isSilent = page => page.evaluate(() => document.body.textContent.includes('Niemand ziet dit voordat'));
  for (let steps = 0; steps < 12 && !await isSilent(phones.get('Wim')); ++steps) {
    await goesOn();
    if (await laptop.$('#told .told.warning') && await laptop.$('#said-kind option[value="check"]')) await confirms();
    await isUpToDate(phones.get('Wim'));
  }
  assert.ok(await isSilent(phones.get('Wim')), await laptop.textContent('main'));
  const secret = { Wim: 'Vraag de kaartclub Kwinkslag', Lotte: 'Bel de huisarts Zeezicht' };
  for (const [name, text] of Object.entries(secret)) await writes(name, text);
  for (const [name, page] of [['wall', wall], ['laptop', laptop], ...phones])
    for (const [whose, text] of Object.entries(secret)) {
      if (name === whose) continue;
      const shown = await page.content() + await page.evaluate(async () => (await fetch(location.href, { headers: { 'X-Live': '1' } })).text());
      assert.ok(!shown.includes(text.split(' ').at(-1)), `${name} sees what ${whose} wrote`);
    }
  await goesOn();
  for (const page of phones.values())
    for (const text of Object.values(secret))
      await page.waitForFunction(text => document.body.textContent.includes(text), text, { timeout: 10_000 });
  await isReady();
});

test('the third case, and the end; drafts are gone from every device', async () => {
  await takes('c3');
  await goesOn();
  await writes('Ria', 'Hij staat elke ochtend op');
  const joost = phones.get('Joost');
  const field = await joost.$('#all-the-same > summary');
  if (field) await field.click();
  await joost.fill('#say textarea', 'Half geschreven');
  await isReady();
  await laptop.click('#ending > summary');
  await press(laptop, '#finish button');
  done.push(['Samira', 'meeting', 'finish']);
  await joost.waitForFunction(() => document.body.textContent.includes('Het overleg is afgelopen'));
  await joost.reload();
  assert.deepEqual(await joost.evaluate(() => Object.keys(localStorage)), []);
});

test('the same meeting by commands has the same minutes', () => {
  for (const [by, ...line] of done) twin.says(by, ...line);
  // Commands take no time: the methods and steps in which none was spent are not listed.
  const minutes = one => one.says('Samira', 'meeting', 'minutes')
    .replaceAll(/^(\|.*|- \*\*(methode|minuten):.*)\n/gm, '')
    .replaceAll(/\d{2}:\d{2}/g, 'TIME')
    .replaceAll(/[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/g, 'CODE')
    .replaceAll(/[\d,]+ (minuut|minuten)/g, 'N minuten')
    .replaceAll(/\n+/g, '\n');
  assert.equal(minutes(team), minutes(twin));
});
