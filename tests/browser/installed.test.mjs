// SPDX-License-Identifier: EUPL-1.2
// `cli/run serve` on a bare machine: the script itself, on a machine that is made up of small stand-ins for the programs
// that it calls. What it installs, in which order, and what it says to who may not.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tree = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
let machine, log;

const writes = (path, text) => { writeFileSync(path, text); chmodSync(path, 0o755); };
/** A program of this machine: what it is called with goes into the log, then it does this. */
const program = (name, does = '') => writes(join(machine, 'bin', name), `#!/bin/sh\necho "${name} $*" >> "${log}"\n${does}\n`);
const calls = () => existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
const run = (script, ...args) => spawnSync(join(machine, 'tree', script), args, {
  encoding: 'utf8', env: { PATH: join(machine, 'bin'), HOME: machine },
});

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'casus-bare-'));
  log = join(machine, 'log');
  for (const folder of ['bin', 'tree/cli', 'tree/.ci']) mkdirSync(join(machine, folder), { recursive: true });
  cpSync(join(tree, 'cli/run'), join(machine, 'tree/cli/run'));
  cpSync(join(tree, '.ci/install'), join(machine, 'tree/.ci/install'));
  writes(join(machine, 'tree/CMakePresets.json'), '{}');
  for (const name of ['bash', 'sh', 'env', 'grep', 'mkdir', 'readlink', 'flock', 'touch', 'rm', 'cat', 'chmod'])
    symlinkSync(execFileSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim(), join(machine, 'bin', name));
  program('dpkg-query', 'exit 1');
  program('id', 'echo 0');
  program('apt-get');
  program('cmake', 'mkdir -p .build/release; : > .build/release/build.ninja');
  // Building makes a program that says what it was started with.
  program('ninja', `mkdir -p "$2/bin"; printf '#!/bin/sh\\necho "casus $* as $CASUS_COMMAND"\\n' > "$2/bin/casus"; chmod +x "$2/bin/casus"`);
});
afterEach(() => rmSync(machine, { recursive: true, force: true }));

test('it installs what is missing, builds, and serves', () => {
  const ended = run('cli/run', 'serve', '--listen', '192.168.1.20:8443', '--make-certificate');
  assert.equal(ended.status, 0, ended.stderr);
  assert.match(ended.stdout, /^casus serve --listen 192\.168\.1\.20:8443 --make-certificate as .*cli\/run$/m);
  assert.match(ended.stderr, /installing: g\+\+ cmake/);
  const order = calls().map(line => line.split(' ').slice(0, 3).join(' ')).filter(line => !/^(dpkg-query|id)/.test(line));
  assert.deepEqual(order, ['apt-get -qq update', 'apt-get -qq install', 'cmake --preset release', `ninja -C ${join(machine, 'tree/.build/release')}`]);
  const packages = calls().find(line => line.startsWith('apt-get -qq install'));
  // What the page stands on.
  for (const name of ['libboost1.81-dev', 'libssl-dev', 'libqrencode-dev', 'libmagic-dev', 'libsodium-dev'])
    assert.ok(packages.split(' ').includes(name), name);
  // Neither a browser nor what tests need: that is for who tests.
  for (const name of ['chromium', 'catch2', 'nodejs']) assert.ok(!packages.split(' ').includes(name), name);
});

test('the second time nothing is installed or asked', () => {
  run('cli/run', 'serve');
  rmSync(log);
  assert.equal(run('cli/run', 'serve').status, 0);
  assert.deepEqual(calls().filter(line => /^(apt-get|dpkg-query|cmake)/.test(line)), []);
});

test('who may not install is told what to ask for, and nothing is built', () => {
  program('id', 'echo 1000');
  const ended = run('cli/run', 'serve');
  assert.equal(ended.status, 4);
  assert.match(ended.stderr, /ask for: apt-get install g\+\+ .*libqrencode-dev/);
  assert.deepEqual(calls().filter(line => /^(apt-get|cmake|ninja)/.test(line)), []);
});

test('on a machine that has all of it nothing is installed', () => {
  program('dpkg-query', 'echo installed');
  assert.equal(run('cli/run', 'serve').status, 0);
  assert.deepEqual(calls().filter(line => line.startsWith('apt-get')), []);
});
