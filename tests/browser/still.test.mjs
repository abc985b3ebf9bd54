// SPDX-License-Identifier: EUPL-1.2
// Who asks for less motion sees none: on no page, at rest, under the mouse, on a button that was pressed, and when
// something comes in live.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, today } from './kit.mjs';

let team, laptop;
const pages = ['/today', '/cases', '/case/c1', '/case/c1/network', '/case/c1/family', '/case/c1/plan', '/lead', '/mine', '/screen'];
before(async () => {
  team = new Team(['Samira', 'Noor']);
  team.opens('c1', 'Samira', 'Moeder met twee kinderen', 'kort/ronde');
  team.says('Samira', 'case', 'join', 'c1', 'Noor', '--role', 'chair');
  team.says('Samira', 'network', 'add', 'c1', 'Tante', '--shell', 'intimate', '--quadrant', 'family');
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Samira');
  team.says('Samira', 'meeting', 'start', '--date', today());
  await team.serves();
  laptop = await team.laptop();
});
after(() => team.close());

/** What could move on the page: by style, by a picture that moves itself, or by what scrolls by itself. */
const movers = page => page.evaluate(() => {
  const found = [];
  const seconds = all => all.split(',').some(it => parseFloat(it) > 0);
  for (const it of document.querySelectorAll('*')) {
    for (const pseudo of [undefined, '::before', '::after']) {
      const style = getComputedStyle(it, pseudo);
      if (seconds(style.transitionDuration) || seconds(style.transitionDelay)) found.push(`${it.localName}: transition`);
      if (style.animationName !== 'none') found.push(`${it.localName}: ${style.animationName}`);
      if (style.scrollBehavior !== 'auto') found.push(`${it.localName}: scroll`);
    }
    if (/^(animate|animateTransform|animateMotion|set|marquee|blink|video)$/i.test(it.localName)) found.push(it.localName);
    if (it.localName === 'img' && /\.(gif|webp|apng)/.test(it.src)) found.push(it.src);
  }
  return [...new Set([...found, ...document.getAnimations().map(it => it.constructor.name)])];
});

test('nothing moves for who asked for less motion', async () => {
  const page = await team.worker(laptop, 'Noor', { reducedMotion: 'reduce' });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of pages) {
    assert.equal((await page.goto(team.origin + path)).status(), 200, path);
    assert.deepEqual(await movers(page), [], path);
    const link = page.locator('main a, .head a').first();
    await link.hover();
    assert.deepEqual(await movers(page), [], `${path} under the mouse`);
    await link.focus();
    assert.deepEqual(await movers(page), [], `${path} with the focus`);
  }
  // The table of the chair, when the meeting goes on somewhere else.
  await page.goto(team.origin + '/screen');
  const before = await page.textContent('main');
  team.says('Samira', 'meeting', 'take', '--date', today());
  await page.waitForFunction(was => document.querySelector('main').textContent !== was, before);
  assert.deepEqual(await movers(page), []);
  await page.context().close();
});

test('the same pages do have motion for who did not ask: so this looks at something', async () => {
  const page = await team.worker(laptop, 'Noor', { reducedMotion: 'no-preference' });
  await page.goto(team.origin + '/today');
  assert.ok((await movers(page)).includes('a: transition'));
  await page.context().close();
});
