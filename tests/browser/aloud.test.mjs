// SPDX-License-Identifier: EUPL-1.2
// What a screen reader says of a page: the accessibility tree of the browser in reading order, in both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Team, newPage, today } from './kit.mjs';

let team, laptop, code;
const cards = {};

before(async () => {
  team = new Team(['Samira', 'Noor', 'Daan']);
  team.opens('c1', 'Samira', 'Moeder met twee kinderen, post blijft dicht', 'kort/ronde');
  for (const [name, role] of [['Bewoner', 'resident'], ['Tante', 'circle'], ['Noor', 'chair']])
    team.says('Samira', 'case', 'join', 'c1', name, '--role', role);
  team.says('Noor', 'case', 'next', 'c1', '--because', 'We beginnen');
  team.says('Samira', 'plan', 'goal', 'c1', 'Ik open elke dag mijn post', '--resident-words');
  for (const [what, who] of [['Samen de post openen', 'Bewoner'], ['Op woensdag samen koken', 'Tante']])
    team.says('Samira', 'plan', 'action', 'c1', what, '--who', who, '--by-when', '+14d', '--checks', 'Noor', '--rung',
      'self', '--first-step');
  team.says('Samira', 'meeting', 'plan', '--date', today(), '--chair', 'Noor');
  team.says('Samira', 'meeting', 'start', '--date', today());
  for (const verb of ['take', 'done', 'take']) team.says('Samira', 'meeting', verb, '--date', today());
  await team.serves();
  laptop = await team.laptop();
  await laptop.goto(team.origin + '/screen');
  code = await laptop.textContent('.code');
  for (const name of ['Bewoner', 'Tante']) {
    await laptop.goto(team.origin + '/cards?case=c1');
    await laptop.click(`text=Kaart voor ${name}`);
    cards[name] = {
      link: (await laptop.textContent('.card')).match(/http:\S+\/card\/[\w-]{43}/)[0],
      code: await laptop.textContent('.card .code'),
    };
  }
});
after(() => team.close());

/** What is spoken, a line each, with all that is folded away opened. */
async function spoken(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach(it => { it.open = true; }));
  return (await page.locator('body').ariaSnapshot()).split('\n').map(line => line.trim().replace(/^- /, ''))
    .filter(line => !line.startsWith('/url:'));
}

const needsName = /^(button|link|textbox|combobox|checkbox|radio|spinbutton|navigation|img|searchbox)\b/;

/** What holds for every page that is read aloud. */
function isReadWell(lines, where) {
  const all = lines.join('\n');
  assert.ok(lines.some(line => line.startsWith('main')), `${where}: no main part\n${all}`);
  const levels = lines.map(line => line.match(/^heading .*\[level=(\d)\]/)).filter(Boolean).map(found => +found[1]);
  assert.deepEqual(levels.filter(level => level === 1), [1], `${where}: not one first heading\n${all}`);
  levels.reduce((before, level) => {
    assert.ok(level <= before + 1, `${where}: a level of headings is left out\n${all}`);
    return level;
  }, 0);
  for (const line of lines)
    if (needsName.test(line)) assert.match(line, /^\w+ "[^"]*[\p{L}]{2}/u, `${where}: nothing to say of "${line}"\n${all}`);
  // Neither a line to type, nor the key of a word, nor what is only a sign.
  assert.doesNotMatch(all, /\bcasus (?:case|plan|network|meeting|store|team|method) /, `${where}: a command\n${all}`);
  assert.doesNotMatch(all, /\b(?:web|plan|desk|case|ours)\.[a-z_]{3,}/, `${where}: the id of a text\n${all}`);
  assert.doesNotMatch(all, /[✓✗→←↔▲▼●○■□★☆]|\[\d+\](?!:)/u, `${where}: a sign\n${all}`);
}

/** No number of a case, a goal or an action. In what is kept of the resident stands the one of the case, to ask by. */
const outsiders = (lines, where) =>
  assert.doesNotMatch(lines.join('\n'), /\b(?:c1|[ag]\d+)\b/, `${where}: the id of something\n${lines.join('\n')}`);

const hears = {
  Bewoner: {
    nl: ['heading "Het plan" [level=1]', 'heading "Wat u wilt bereiken" [level=2]', 'listitem: Ik open elke dag mijn post.',
      'option "Samen de post openen"', 'option "Ik heb een vraag"', 'option "gelukt"'],
    en: ['heading "The plan" [level=1]', 'listitem: Ik open elke dag mijn post.', 'option "Samen de post openen"',
      'option "I have a question"'],
  },
  Tante: {
    nl: ['heading "Wat u doet in het plan" [level=1]', 'option "Op woensdag samen koken"', 'option "gelukt"'],
    en: ['heading "What you do in the plan" [level=1]', 'option "Op woensdag samen koken"'],
  },
};

for (const lang of ['nl', 'en']) {
  const options = { locale: lang === 'nl' ? 'nl-NL' : 'en-GB', viewport: { width: 390, height: 844 } };
  for (const name of ['Bewoner', 'Tante'])
    test(`the page of ${name} by the card, read aloud, ${lang}`, async () => {
      const page = await newPage(options);
      await page.goto(cards[name].link);
      isReadWell(await spoken(page), `the card of ${name}, ${lang}`);
      await page.fill('#code', cards[name].code);
      await page.click('#card-form button');
      await page.waitForURL('**/ours');
      for (const path of name === 'Bewoner' ? ['/ours', '/ours/file', '/ours/seen'] : ['/ours']) {
        await page.goto(team.origin + path);
        const lines = await spoken(page);
        isReadWell(lines, `${name} ${path}, ${lang}`);
        if (path !== '/ours/file') outsiders(lines, `${name} ${path}, ${lang}`);
        // What stands in the file is a page with parts, in which one finds the way by its headings.
        else assert.ok(lines.filter(line => /^heading .*level=2/.test(line)).length >= 5, lines.join('\n'));
        assert.doesNotMatch(lines.join('\n'), /(?:^|[: ])(?:#+ |\*\*|\|---)/m, `${name} ${path}, ${lang}: marks of a file`);
        const all = lines.join('\n');
        if (path === '/ours') for (const said of hears[name][lang]) assert.ok(lines.includes(said) || lines.includes(said + ' [selected]'), `${said}\n${all}`);
        if (name === 'Tante') assert.doesNotMatch(all, /Samen de post openen|Ik open elke dag/);
      }
    });
  test(`a phone in the meeting and the screen, read aloud, ${lang}`, async () => {
    const page = await team.phone(lang === 'nl' ? 'Daan' : 'Noor', code, options);
    for (const path of ['/mine', '/screen']) {
      await page.goto(team.origin + path);
      const lines = await spoken(page);
      isReadWell(lines, `${path}, ${lang}`);
    }
  });
}
