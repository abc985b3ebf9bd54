// SPDX-License-Identifier: EUPL-1.2
// A team with its page on a free port of loopback, and real browsers that come to it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const need = createRequire(join(process.env.CASUS_NODE_MODULES, 'x'));
const { chromium } = need('playwright-core');
const axe = readFileSync(need.resolve('axe-core/axe.min.js'), 'utf8');

export const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** A store in a folder of its own; `close` ends all that was started for it. */
export class Team {
  constructor(members) {
    this.folder = mkdtempSync(join(tmpdir(), 'casus-browser-'));
    this.store = join(this.folder, 'casus.db');
    this.members = members;
    this.says(members[0], 'team', 'init', 'Wijkteam Voorbeeld');
    for (const name of members) this.says(members[0], 'team', 'add', name);
  }

  /** A command as somebody types it; throws when it is refused. */
  says(by, ...args) {
    return execFileSync(process.env.CASUS_BINARY, [...args, '--as', by, '--store', this.store], {
      encoding: 'utf8', env: { ...process.env, XDG_DATA_HOME: this.folder, LANG: 'C.UTF-8' },
    });
  }
  json(by, ...args) { return JSON.parse(this.says(by, ...args, '--json')); }

  opens(id, by, title, method) {
    this.says(by, 'case', 'open', title, '--id', id, '--privacy', 'anonymous', '--basis', 'wmo',
      '--purpose', 'Een volgende stap', '--method', method, '--mode', 'coaching');
    this.says(by, 'meeting', 'ask', id, 'Hoe verder?');
  }

  /** Starts the page, with more options when they are given; the same port again after it was killed. */
  async serves(by = this.members[0], more = []) {
    this.server = spawn(process.env.CASUS_BINARY,
      ['serve', '--as', by, '--store', this.store, '--listen', `127.0.0.1:${this.port ?? 0}`, ...more]);
    let out = '';
    this.link = await new Promise((found, failed) => {
      const late = setTimeout(() => failed(new Error('the page did not start: ' + out)), 20_000);
      this.server.stdout.on('data', bytes => {
        out += bytes;
        const link = out.match(/(http:\/\/127\.0\.0\.1:(\d+))\/in\/\S+/);
        if (!link) return;
        clearTimeout(late);
        this.origin = link[1];
        this.port = link[2];
        found(link[0]);
      });
    });
  }
  async kills() {
    const gone = new Promise(on => this.server.once('exit', on));
    this.server.kill('SIGKILL');
    await gone;
  }

  async close() {
    await closeBrowser();
    if (this.server && this.server.exitCode === null) await this.kills();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The team's own computer. */
  async laptop(options) {
    const page = await newPage(options);
    await page.goto(this.link);
    await page.click('#link-form button');
    return page;
  }
  /** Somebody with the code of the meeting. */
  async phone(name, code, options) {
    const page = await newPage({ viewport: { width: 390, height: 844 }, ...options });
    await page.goto(`${this.origin}/join?code=${code}`);
    await page.click('#join-form button');
    await page.click(`#name-form button[value="${name}"]`);
    await page.waitForURL('**/mine');
    return page;
  }
  async worker(laptop, name, options) {
    await laptop.goto(this.origin + '/devices');
    await laptop.selectOption('#invite-name', name);
    await laptop.click('#invite button');
    const link = await laptop.textContent('main code');
    const page = await newPage(options);
    await page.goto(link);
    await page.click('#link-form button');
    return page;
  }
}

let browser;
export async function newPage(options = {}) {
  browser ??= await chromium.launch({ executablePath: process.env.CASUS_CHROMIUM, args: ['--no-sandbox'] });
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/** What axe finds on the page as it is now, a line each; in the world beside the page's own, which lets no script in. */
export async function findings(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const run = async expression => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate',
      { expression, contextId, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await run(axe);
  const found = await run(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(all => all.violations.map(one => one.id + ': ' + one.nodes[0].html.slice(0, 160)))`);
  await session.detach();
  return found;
}

/** Whether something of the page can only be read by scrolling sideways. */
export const isTooWide = page =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
