// SPDX-License-Identifier: EUPL-1.2
// What a browser gets for a page, all that belongs to it counted, is under a hundred kilobytes: for every address that
// the pages lead to, in a team with the cases of a year and one case in which much was said and agreed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, newPage, today } from './kit.mjs';

const most = 100_000;
let team, laptop;
before(async () => {
  team = new Team(['Samira', 'Noor']);
  for (let i = 1; i < 120; ++i)
    team.says('Samira', 'case', 'open', `Voorbeeldgezin ${i} met veel post, en een vraag van school over het verzuim`,
      '--id', `2026-${i}`, '--privacy', 'anonymous', '--basis', 'wmo', '--purpose', 'Een volgende stap',
      '--method', 'kort/ronde', '--mode', 'coaching');
  team.opens('c1', 'Samira', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  team.says('Samira', 'case', 'join', 'c1', 'Noor', '--role', 'chair');
  team.says('Noor', 'case', 'next', 'c1', '--because', 'We beginnen');
  for (let i = 0; i < 50; ++i)
    team.says('Samira', 'case', 'say', 'c1', 'feit', `Wat er op dag ${i} gezegd werd, in een zin van gewone lengte`);
  for (let i = 0; i < 15; ++i) {
    team.says('Samira', 'plan', 'action', 'c1', `Afspraak ${i}: samen de post openen en sorteren`, '--who', 'Samira',
      '--by-when', '+14d', '--checks', 'Noor', '--rung', 'self');
    team.says('Samira', 'network', 'add', 'c1', `Kennis ${i}`, '--shell', i % 2 ? 'intimate' : 'friend', '--quadrant', 'family');
    team.says('Samira', 'network', 'family', 'person', 'c1', `Neef ${i}`);
  }
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Noor');
  team.says('Samira', 'meeting', 'start', '--date', today());
  await team.serves();
  laptop = await team.laptop();
});
after(() => team.close());

/** Every address that can be gone to from these, each kind once: of the other cases the first page alone. */
async function visits(page, from) {
  const sizes = new Map(), files = new Map(), queue = [...from];
  const fetched = async path => {
    const answer = await page.request.get(team.origin + path, { maxRedirects: 0 });
    return { status: answer.status(), type: answer.headers()['content-type'] ?? '', body: (await answer.body()) };
  };
  const kind = path => path.replace(/=[^&]*/g, '=');
  const seen = new Set(queue.map(kind));
  while (queue.length > 0) {
    const path = queue.shift();
    const { status, type, body } = await fetched(path);
    assert.ok(status < 500, `${path}: ${status}`);
    if (status !== 200 || !type.startsWith('text/html')) continue;
    const text = body.toString();
    let all = body.length;
    for (const [, file] of text.matchAll(/(?:href|src)="(\/casus[^"]*\.(?:css|js|svg)[^"]*)"/g)) {
      if (!files.has(file)) files.set(file, (await fetched(file.replaceAll('&amp;', '&'))).body.length);
      all += files.get(file);
    }
    sizes.set(path, all);
    for (const [, link] of text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const to = link.replaceAll('&amp;', '&');
      if (/^\/case\/2026-/.test(to) || seen.has(kind(to))) continue;
      seen.add(kind(to));
      queue.push(to);
    }
  }
  assert.ok(files.size >= 3, [...files.keys()].join());
  return sizes;
}

function areLight(sizes, least) {
  const heavy = [...sizes].filter(([, size]) => size >= most).map(([path, size]) => `${path}: ${size}`);
  assert.deepEqual(heavy, []);
  assert.ok(sizes.size >= least, `only ${sizes.size} pages were reached: ${[...sizes.keys()].join(' ')}`);
}

test('every page of who works with cases is under a hundred kilobytes', async () => {
  const page = await team.worker(laptop, 'Samira');
  const sizes = await visits(page, ['/today', '/all', '/cases', '/case/c1']);
  for (const path of ['/cases', '/case/c1/network', '/case/c1/family', '/case/c1/history', '/lead', '/screen'])
    assert.ok(sizes.has(path), `${path} was not reached`);
  areLight(sizes, 100);
  await page.context().close();
});

test('so is every page of who holds the keys, and of who stands at the door', async () => {
  areLight(await visits(laptop, ['/keep', '/devices']), 100);
  const stranger = await newPage();
  const sizes = new Map();
  for (const path of ['/join', '/enter']) sizes.set(path, (await (await stranger.request.get(team.origin + path)).body()).length);
  areLight(sizes, 2);
});
