// SPDX-License-Identifier: EUPL-1.2
// Coming in by the sign-in of a municipality: from the page to the provider and back to a seat, in a browser, with a
// provider that we did not write; its keys turned, a session that ran out while somebody was typing, and going out.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Municipality, freePort } from './municipality.mjs';
import { Team, findings, newPage, today } from './kit.mjs';

let team, municipality;
const serves = () => team.serves('Samira', ['--sign-in', join(team.folder, 'sign-in.json')]);
before(async () => {
  team = new Team(['Samira', 'Noor de Wit', 'Daan']);
  team.opens('c1', 'Noor de Wit', 'Moeder met twee kinderen', 'kort/ronde');
  team.port = await freePort();
  municipality = new Municipality({
    noor: { employee_id: 'm-1042', groups: ['wijkteam-voorbeeld'] },
    daan: { employee_id: 'm-1043', groups: ['een-ander-team'] },
    nora: { employee_id: 'm-2000', groups: ['wijkteam-voorbeeld'] },
    beheer: { employee_id: 'b-1', groups: ['beheer'] },
  }, `http://127.0.0.1:${team.port}`);
  await municipality.opens();
  const secret = join(team.folder, 'secret');
  writeFileSync(secret, 'geheim van het voorbeeld\n');
  chmodSync(secret, 0o600);
  writeFileSync(join(team.folder, 'sign-in.json'), JSON.stringify({
    format: 1, issuer: municipality.issuer, client: 'casus', secret_file: 'secret', address: municipality.page,
    name: 'Gemeente Voorbeeld', scopes: ['werk'], claims: { person: 'employee_id', groups: 'groups' },
    groups: [
      { group: 'wijkteam-voorbeeld', team: 'Wijkteam Voorbeeld', role: 'member' },
      { group: 'beheer', team: 'Wijkteam Voorbeeld', role: 'keeper' },
    ],
    people: [{ id: 'm-1042', name: 'Noor de Wit' }, { id: 'm-1043', name: 'Daan' }, { id: 'b-1', name: 'Beheer' }],
  }));
  await serves();
});
after(async () => {
  await team?.close();
  await municipality?.closes();
});

/** The page is stopped, the end of every session is moved to the past as a night would, and it is there again. */
async function lastsTheNight() {
  await team.kills();
  const file = team.store + '.devices';
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  for (const device of kept.devices) device.until = 1;
  writeFileSync(file, JSON.stringify(kept));
  await serves();
}

/** Somebody at the page of the provider, after the button on ours. */
async function atProvider(options) {
  const page = await newPage(options);
  await page.goto(team.origin + '/');
  await page.click('a.button[href="/sign-in"]');
  await page.waitForURL(municipality.issuer + '/**');
  return page;
}

test('from the page to the provider and back, to a seat that says how sure it was', async () => {
  const page = await newPage();
  await page.goto(team.origin + '/');
  await page.waitForSelector('text=Aanmelden bij Gemeente Voorbeeld');
  assert.deepEqual(await findings(page), []);
  await page.click('a.button[href="/sign-in"]');
  await municipality.knows(page, 'noor');
  await page.waitForURL('**/today');
  await page.goto(team.origin + '/case/c1/do/network/name');
  await page.fill('#do-network-name [name="name"]', 'Tante Els');
  await page.click('#do-network-name button.first');
  await page.goto(team.origin + '/case/c1/history');
  assert.match(await page.textContent('main'), /Noor de Wit \(aangemeld\)/);

  // Out: here at once, and at the provider by its own page.
  await page.click('#leave button');
  await page.waitForURL('**/signed-out');
  assert.deepEqual(await findings(page), []);
  await page.click('a.button');
  await page.waitForURL(municipality.issuer + '/**');
  await page.click('button[name="logout"]');
  await page.waitForURL(/\/signed-out\?state=all$/);
  await page.waitForSelector('text=Je bent hier en bij Gemeente Voorbeeld afgemeld');
  await page.goto(team.origin + '/today');
  await page.waitForURL('**/join');
  await page.context().close();
});

test('who is in no group, in no table or in no team stays outside, however much a name is like another', async () => {
  for (const [who, said] of [['daan', /in geen groep die bij Wijkteam Voorbeeld hoort/],
    ['nora', /niet in de tabel[\s\S]*m-2000/]]) {
    const page = await atProvider();
    await municipality.knows(page, who);
    await page.waitForURL(/\/signed-in\?/);
    assert.match(await page.textContent('main'), said);
    await page.goto(team.origin + '/today');
    await page.waitForURL('**/join');
    await page.context().close();
  }
  const keeper = await atProvider();
  await municipality.knows(keeper, 'beheer');
  await keeper.waitForURL('**/keep');
  await keeper.goto(team.origin + '/case/c1');
  assert.match(await keeper.textContent('main'), /gaat nu niet/i);
  await keeper.context().close();
});

test('an answer for another browser, or given twice, lets nobody in', async () => {
  const page = await atProvider();
  municipality.holds = true;
  await municipality.knows(page, 'noor');
  await page.waitForURL('**/held');
  municipality.holds = false;
  const { answer } = municipality;
  const stranger = await newPage();
  assert.equal((await stranger.goto(answer)).status(), 403);
  assert.match(await stranger.textContent('main'), /niet begonnen/);
  const made = new URL(answer);
  made.searchParams.set('state', 'verzonnen');
  assert.equal((await page.goto(made.href)).status(), 403);
  await page.goto(answer);
  await page.waitForURL('**/today');
  assert.equal((await stranger.goto(answer)).status(), 403);
  await page.goto(answer);
  assert.match(await page.textContent('main'), /niet begonnen/);
  await page.context().close();
  await stranger.context().close();
});

test('keys that were turned are fetched again, once', async () => {
  municipality.turnsKey();
  municipality.asked.length = 0;
  const page = await atProvider();
  await municipality.knows(page, 'noor');
  await page.waitForURL(/\/(today|signed-in.*)$/);
  // Within a minute after the first time nobody asks; then the page says why.
  if (!page.url().endsWith('/today')) assert.match(await page.textContent('main'), /sleutel is niet bekend/);
  assert.ok(municipality.asked.filter(path => path === '/jwks').length <= 1);
  await page.context().close();
});

test('a session that ran out gives back what was typed, to the same person', async () => {
  municipality.turnsKey();
  await team.kills();
  await serves();
  const page = await atProvider();
  await municipality.knows(page, 'noor');
  await page.waitForURL('**/today');
  await page.goto(team.origin + '/case/c1/do/case/question');
  await page.fill('#do-case-question [name="text"]', 'Wat helpt haar nu de tijd om is?');
  await lastsTheNight();
  await page.click('#do-case-question button.first');
  await page.waitForSelector('text=Je aanmelding is verlopen');
  assert.equal(await page.inputValue('textarea'), 'Wat helpt haar nu de tijd om is?');
  // The provider knows them still: no name is typed again.
  await page.click('a.button');
  await page.waitForURL('**/again');
  assert.deepEqual(await findings(page), []);
  assert.equal(await page.inputValue('#again-form textarea'), 'Wat helpt haar nu de tijd om is?');
  await page.click('#again-form button.first');
  await page.waitForURL(url => !url.pathname.endsWith('/again'));
  await page.goto(team.origin + '/case/c1/history');
  assert.match(await page.textContent('main'), /nu de tijd om is/);
  await page.context().close();
});

test('a meeting that goes on while a session runs out keeps what is being typed', async () => {
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira');
  team.says('Samira', 'meeting', 'start', '--date', today());
  team.says('Samira', 'meeting', 'take', 'c1', '--date', today());
  const page = await atProvider();
  await municipality.knows(page, 'noor');
  await page.waitForURL('**/today');
  await page.goto(team.origin + '/mine');
  await page.click('#danger > summary');
  await page.fill('#danger-text', 'Half geschreven');
  await page.evaluate(() => { document.title = 'before'; });
  await lastsTheNight();
  // The page finds out by itself, and goes round by the provider.
  await page.waitForFunction(() => document.title !== 'before' && location.pathname === '/mine');
  assert.equal(await page.inputValue('#danger-text'), 'Half geschreven');
  await page.click('#leave button');
  await page.waitForURL('**/signed-out');
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  await page.context().close();
});

test('a provider that is away is said, and the page goes on', async () => {
  municipality.broken = true;
  await team.kills();
  await serves();
  const page = await newPage();
  await page.goto(team.origin + '/sign-in');
  assert.match(await page.textContent('main'), /het antwoord was anders dan afgesproken/);
  const laptop = await team.laptop();
  await laptop.waitForURL('**/today');
  municipality.broken = false;
});
