// SPDX-License-Identifier: EUPL-1.2
// Looking back with its charts, and safety with the weighing of the meldcode: there, readable by everybody.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, findings, isTooWide } from './kit.mjs';

let team, laptop;
before(async () => {
  team = new Team(['Samira', 'Noor', 'Daan']);
  team.opens('c1', 'Noor', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  for (const [name, role] of [['Samira', 'chair'], ['Bewoner', 'resident']])
    team.says('Noor', 'case', 'join', 'c1', name, '--role', role);
  team.says('Samira', 'case', 'next', 'c1', '--because', 'We beginnen');
  team.says('Noor', 'plan', 'goal', 'c1', 'Ik open elke dag mijn post', '--resident-words', '--scale', '-2..+2', '--variable', 'weken met open post');
  for (const score of ['-1', '0', '1'])
    team.says('Noor', 'plan', 'score', 'c1', 'g1', score, '--evidence', `Er lagen brieven open (${score})`);
  team.says('Noor', 'plan', 'score', 'c1', 'g1', '0', '--resident', '--evidence', 'Zij vindt het al heel wat');
  team.says('Noor', 'network', 'add', 'c1', 'Tante', '--shell', 'friend', '--quadrant', 'family');
  team.says('Noor', 'case', 'safety', 'concern', 'c1', 'Het jongste kind had blauwe plekken');
  team.says('Noor', 'case', 'safety', 'step', 'c1', '1', 'Twee blauwe plekken gezien', '--children', 'yes');
  team.says('Noor', 'case', 'safety', 'step', 'c1', '2', 'Overlegd', '--consulted', 'colleague');
  team.says('Noor', 'case', 'safety', 'step', 'c1', '3', 'Gesproken met moeder');
  team.says('Noor', 'case', 'safety', 'step', 'c1', '4', 'Gewogen', '--suspicion', 'yes', '--unsafe', 'no',
    '--help-works', 'yes', '--help-taken', 'yes', '--safe-in-time', 'yes');
  await team.serves();
  laptop = await team.laptop();
});
after(() => team.close());

for (const [where, options] of [
  ['in Dutch, light', {}],
  ['in Dutch, dark, 320 pixels', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' }],
  ['in English, light', { locale: 'en-GB' }],
])
  test(`charts and weighing ${where}`, async () => {
    const page = await team.worker(laptop, 'Noor', options);
    const english = options.locale === 'en-GB';
    await page.goto(team.origin + '/case/c1/look-back');
    const charts = await page.$$('main figure svg');
    assert.ok(charts.length >= 1, await page.textContent('main'));
    for (const chart of charts) {
      // Drawn as large as its place, and said in words to who does not see it.
      const box = await chart.boundingBox();
      assert.ok(box.width > 100 && box.height > 40, JSON.stringify(box));
      assert.ok(await chart.evaluate(it => (it.getAttribute('aria-label') || it.querySelector('title')?.textContent || '').length > 3));
    }
    assert.match(await page.textContent('main'), /Ik open elke dag mijn post/);
    assert.deepEqual(await findings(page), []);
    assert.equal(await isTooWide(page), false);
    await page.goto(team.origin + '/case/c1/do/case/safety/step');
    for (const field of ['children', 'suspicion', 'unsafe', 'help-works', 'help-taken', 'safe-in-time', 'report-needed', 'help-possible'])
      assert.ok(await page.$(`#do-case-safety-step-${field}`), field);
    assert.deepEqual(await findings(page), []);
    for (const tab of ['safety', 'dossier']) {
      await page.goto(team.origin + '/case/c1/' + tab);
      assert.deepEqual(await findings(page), [], tab);
      assert.equal(await isTooWide(page), false, tab);
    }
    const said = await page.textContent('main');
    assert.match(said, english ? /suspicion/i : /vermoeden/i);
    assert.match(said, /Gewogen/);
    await page.context().close();
  });

test('the next step of the meldcode is taken on the page, with what it asks', async () => {
  const page = await team.worker(laptop, 'Noor');
  await page.goto(team.origin + '/case/c1/do/case/safety/step');
  await page.selectOption('#do-case-safety-step-step', '5').catch(() => page.fill('#do-case-safety-step-step', '5'));
  await page.fill('#do-case-safety-step-text', 'We helpen zelf en kijken volgende week weer');
  const more = await page.$('details:not([open]) > summary');
  if (more) await more.click();
  await page.selectOption('#do-case-safety-step-report-needed', 'no');
  await page.selectOption('#do-case-safety-step-help-possible', 'yes');
  await page.click('#do-case-safety-step button.first');
  await page.waitForURL('**/safety');
  assert.match(team.says('Noor', 'case', 'history', 'c1'), /We helpen zelf en kijken volgende week weer/);
  await page.context().close();
});
