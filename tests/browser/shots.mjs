// SPDX-License-Identifier: EUPL-1.2
// Pictures of every page of `casus serve`, to look at: a made-up team in the middle of its week, both languages, at the
// widths of a small phone, a phone, a laptop and a wall. No test; see CMakeLists.txt for how it is run.
//   CASUS_SHOTS=FOLDER  where they go, else .build/shots
//   CASUS_WIDTHS=390    and CASUS_ONLY=today,lead: some of them
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Team, newPage, today } from './kit.mjs';

const folder = process.env.CASUS_SHOTS ?? join(import.meta.dirname, '../../.build/shots');
const widths = (process.env.CASUS_WIDTHS ?? '320,390,1280,1920').split(',').map(Number);
const only = process.env.CASUS_ONLY?.split(',');
mkdirSync(folder, { recursive: true });

const team = new Team(['Samira', 'Noor', 'Daan', 'Ria']);
const says = (by, ...args) => team.says(by, ...args);

function cases() {
  team.opens('2026-001', 'Noor', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  for (const [name, role] of [['Els Voorbeeld', 'resident'], ['Joke Voorbeeld', 'circle'], ['Samira', 'chair'], ['Daan', 'member']])
    says('Noor', 'case', 'join', '2026-001', name, '--role', role);
  says('Samira', 'case', 'next', '2026-001', '--because', 'We beginnen');
  says('Noor', 'plan', 'goal', '2026-001', 'Ik open elke dag mijn post', '--resident-words');
  says('Noor', 'plan', 'action', '2026-001', 'Samen de post openen', '--who', 'Els Voorbeeld', '--by-when', '+14d',
    '--checks', 'Noor', '--rung', 'self', '--first-step');
  says('Noor', 'plan', 'action', '2026-001', 'Bellen met de woningbouw over de achterstand in de huur', '--who', 'Noor',
    '--by-when', '+3d', '--checks', 'Samira', '--rung', 'maatwerk');
  says('Noor', 'network', 'add', '2026-001', 'Tante Els', '--shell', 'intimate', '--quadrant', 'family');
  says('Noor', 'network', 'add', '2026-001', 'Buurvrouw', '--shell', 'bekenden', '--quadrant', 'samenleving');
  says('Noor', 'network', 'add', '2026-001', 'Huisarts', '--shell', 'diensten', '--quadrant', 'professionals', '--professional');
  says('Noor', 'case', 'safety', 'concern', '2026-001', 'Het jongste kind had blauwe plekken');
  team.opens('2026-002', 'Daan', 'Oudere man, alleen sinds het voorjaar', 'action-learning/advice-round');
  says('Daan', 'case', 'join', '2026-002', 'Samira', '--role', 'chair');
  team.opens('2026-003', 'Ria', 'Jong gezin dat uit huis moet, en een oma die de zorg niet meer aankan', 'solution-focused/reflecting-team');
}

const home = ['today', 'find', 'open', 'cases', 'all', 'train', 'lead', 'mine', 'screen', 'sessions', 'devices', 'keep',
  'sheet/monday', 'sheet/card', 'sheet/keep', 'join', 'enter', 'case/2026-404', 'no/such/page'];
const ofCase = ['', '/plan', '/network', '/family', '/files', '/safety', '/look-back', '/dossier', '/history', '/seen',
  '/do/case/say', '/do/plan/action', '/do/plan/done?action=a1', '/do/case/score', '/do/case/next', '/do/case/join',
  '/do/case/destroy?ref=b1', '/do/network/tie', '/do/case/export'];
const verbs = ['meeting/propose', 'meeting/list', 'meeting/minutes', 'case/list', 'team/list', 'team/set', 'area/signals',
  'method/list', 'learn/scan/start', 'learn/circle/dots', 'learn/mine', 'store/verify', 'store/retention', 'plan/mine', 'serve'];

let count = 0, laptop;
/** One page as it is now, at each width. */
async function shoot(page, name) {
  if (only && !only.some(part => name.includes(part))) return;
  const was = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 1000 ? 800 : 1000 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
    if (wide) console.log(`${name}: wider than ${width}`);
    ++count;
  }
  await page.setViewportSize(was);
}
const named = path => path.replace(/^\//, '').replace(/[/?=&.]+/g, '_') || 'start';

/** The team's own computer in this language. */
async function speaks(page, lang) {
  await page.goto(team.origin + '/keep');
  if (await page.getAttribute('html', 'lang') !== lang) await page.click('#language button');
}

async function inLanguage(lang) {
  const options = { locale: lang === 'nl' ? 'nl-NL' : 'en-GB' };
  const go = async (page, path, name = named(path)) => {
    await page.goto(`${team.origin}/${path.replace(/^\//, '')}`);
    await shoot(page, `${lang}-${name}`);
  };
  await speaks(laptop, lang);
  const noor = await team.worker(laptop, 'Noor', options);
  for (const path of home) await go(['devices', 'keep'].includes(path) ? laptop : ['join', 'enter'].includes(path) ? await newPage(options) : noor, path);
  for (const path of ofCase) await go(noor, 'case/2026-001' + path, 'case' + named(path));
  for (const path of verbs) await go(noor, 'do/' + path, 'do_' + named(path));

  // Refused, with a way on; asked once more; found.
  await noor.goto(team.origin + '/case/2026-001/do/case/join');
  await noor.fill('#do-case-join-name', 'Bram');
  await noor.click('#do-case-join button.first');
  await noor.waitForSelector('.told');
  await shoot(noor, `${lang}-refused_join`);
  await noor.goto(team.origin + '/case/2026-003/do/case/next');
  await noor.click('#do-case-next button.first');
  await noor.waitForSelector('.told');
  await shoot(noor, `${lang}-refused_next`);
  await go(noor, 'case/2026-003', 'not_at_table');
  await noor.goto(team.origin + '/find');
  await noor.fill('#find-text', 'post');
  await noor.click('#find button');
  await noor.waitForSelector('main [role=status] *');
  await shoot(noor, `${lang}-found`);

  // The resident and the circle, by a card.
  for (const [who, name] of [['Els Voorbeeld', 'resident'], ['Joke Voorbeeld', 'circle']]) {
    await noor.goto(team.origin + '/cards?case=2026-001');
    await shoot(noor, `${lang}-cards`);
    await noor.click(`button[name=name][value="${who}"]`);
    await noor.waitForSelector('.card');
    await shoot(noor, `${lang}-card_${name}`);
    const link = (await noor.textContent('.card')).match(/http:\S+\/card\/[\w-]{43}/)[0];
    const code = await noor.textContent('.card .code');
    const page = await newPage(options);
    await page.goto(link);
    await shoot(page, `${lang}-card_${name}_code`);
    await page.fill('#code', code);
    await page.click('#card-form button');
    await page.waitForURL('**/ours');
    await shoot(page, `${lang}-ours_${name}`);
    if (name === 'resident') for (const path of ['ours/file', 'ours/seen']) await go(page, path);
    await page.context().close();
  }

  // A training, as who leads sees it and as a seat at the table does.
  await noor.goto(team.origin + '/train');
  await noor.check('#begin-training input[type=radio] >> nth=1');
  await noor.click('#begin-training button');
  await noor.waitForURL('**/train/*');
  await shoot(noor, `${lang}-training`);
  await go(noor, new URL(noor.url()).pathname + '/debrief', 'training_debrief');
  await noor.context().close();
}

/** The meeting from its agenda to its end, on the wall, on a phone and with who leads. */
async function meeting(lang) {
  const options = { locale: lang === 'nl' ? 'nl-NL' : 'en-GB' };
  await speaks(laptop, lang);
  const noor = await team.worker(laptop, 'Noor', options);
  const daan = await team.worker(laptop, 'Daan', options);
  const all = async name => {
    for (const [who, page, path] of [['lead', laptop, 'lead'], ['mine', noor, 'mine'], ['other', daan, 'mine'], ['screen', laptop, 'screen']]) {
      await page.goto(`${team.origin}/${path}`);
      await shoot(page, `${lang}-meeting_${name}_${who}`);
    }
  };
  const on = ['--date', today()];
  says('Samira', 'meeting', 'plan', ...on, '--chair', 'Samira', '--again');
  await all('planned');
  says('Samira', 'meeting', 'start', ...on);
  await all('begun');
  says('Samira', 'meeting', 'take', '2026-001', ...on);
  await all('taken');
  await noor.goto(team.origin + '/mine');
  await noor.fill('#say textarea', 'Zij belt haar zus elke week, en opent daarna samen met haar de brieven van de gemeente');
  await noor.click('#say button');
  await noor.waitForSelector('.said, .told');
  await all('said');
  for (let step = 0; step < 3; ++step) {
    try { says('Samira', 'case', 'next', '2026-001', '--because', 'Het is duidelijk'); } catch { break; }
    await all('step' + step);
  }
  says('Samira', 'meeting', 'done', ...on);
  await all('between');
  for (const page of [noor, daan]) await page.context().close();
}

try {
  cases();
  await team.serves();
  laptop = await team.laptop();
  for (const lang of ['nl', 'en']) await inLanguage(lang);
  await meeting('nl');
  console.log(`${count} pictures in ${folder}`);
} finally {
  await team.close();
}
