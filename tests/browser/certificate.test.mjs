// SPDX-License-Identifier: EUPL-1.2
// `serve --make-certificate`: a client that trusts the certificate which was made reaches the page by TLS, the key is
// for its owner alone, and a server that starts again shows the same certificate.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import { Team, newPage } from './kit.mjs';

let team, certificate, key;
const started = [];
before(() => {
  team = new Team(['Samira', 'Noor']);
  certificate = team.store + '.certificate.pem';
  key = team.store + '.certificate-key.pem';
});
after(async () => {
  for (const server of started) server.kill('SIGKILL');
  await team.close();
});

/** The page by TLS on a free port; the link of the team's own computer, and a way to stop it. */
async function serves(address = '127.0.0.1') {
  const server = spawn(process.env.CASUS_BINARY,
    ['serve', '--make-certificate', '--as', 'Samira', '--store', team.store, '--listen', address + ':0']);
  started.push(server);
  let out = '';
  server.stderr.on('data', bytes => { out += bytes; });
  const link = await new Promise((found, failed) => {
    const late = setTimeout(() => failed(new Error('the page did not start: ' + out)), 20_000);
    server.stdout.on('data', bytes => {
      out += bytes;
      const it = out.match(/https:\/\/127\.0\.0\.\d+:\d+\/in\/\S+/);
      if (!it) return;
      clearTimeout(late);
      found(it[0]);
    });
  });
  const stops = () => new Promise(on => { server.once('exit', on); server.kill('SIGTERM'); });
  return { link, port: new URL(link).port, said: out, stops };
}

function gets(link, options) {
  return new Promise((found, failed) => {
    const asked = request(link, { agent: false, ...options }, answer => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', text => { body += text; });
      answer.on('end', () => found({ status: answer.statusCode, body, headers: answer.headers }));
    });
    asked.on('error', failed);
    asked.end();
  });
}

/** The fingerprint of the certificate that is shown at this port. */
function shown(port) {
  return new Promise((found, failed) => {
    const socket = connect({ port, host: '127.0.0.1', ca: readFileSync(certificate) }, () => {
      const { fingerprint256 } = socket.getPeerCertificate();
      socket.end();
      found(fingerprint256);
    });
    socket.on('error', failed);
  });
}

test('the page is reached by the certificate that was made, and by no other trust', async () => {
  const it = await serves();
  const answer = await gets(it.link, { ca: readFileSync(certificate) });
  assert.equal(answer.status, 200);
  assert.match(answer.body, /Dag Samira/);
  // By no other trust, and under no other name.
  await assert.rejects(gets(it.link, {}), /self-signed|unable to verify/i);
  await assert.rejects(gets(it.link, { ca: readFileSync(certificate), servername: 'elsewhere.example' }), /altnames/i);
  for (const file of [key, certificate]) assert.equal((statSync(file).mode & 0o777).toString(8), '600', file);

  // A browser that was told once that it is all right comes in, with a cookie that goes by TLS alone.
  const page = await newPage({ ignoreHTTPSErrors: true });
  await page.goto(it.link);
  await page.click('#link-form button');
  await page.waitForURL('**/today');
  const [cookie] = (await page.context().cookies()).filter(one => one.name === '__Host-casus');
  assert.equal(cookie.secure, true);
  await page.context().close();
  await it.stops();
});

test('it is made once: the next server shows the same, and a lost half makes both anew', async () => {
  const first = await serves();
  const was = await shown(first.port);
  const bytes = [readFileSync(certificate, 'utf8'), readFileSync(key, 'utf8')];
  await first.stops();
  const second = await serves();
  assert.equal(await shown(second.port), was);
  assert.deepEqual([readFileSync(certificate, 'utf8'), readFileSync(key, 'utf8')], bytes);
  await second.stops();
  rmSync(key);
  const third = await serves();
  assert.notEqual(await shown(third.port), was);
  assert.equal((statSync(key).mode & 0o777).toString(8), '600');
  assert.equal((await gets(third.link, { ca: readFileSync(certificate) })).status, 200);
  await third.stops();
});

test('at another address, or near its end, it is renewed, and that is said', async () => {
  const same = await serves();
  assert.doesNotMatch(same.said, /certificaat/);
  const was = await shown(same.port);
  await same.stops();
  // The laptop came into another network.
  const moved = await serves('127.0.0.9');
  assert.match(moved.said, /Het certificaat gold niet voor 127\.0\.0\.9 en is vernieuwd: .*certificate\.pem/);
  const link = moved.link;
  assert.equal((await gets(link, { ca: readFileSync(certificate) })).status, 200);
  await moved.stops();
  const back = await serves();
  assert.match(back.said, /Het certificaat gold niet voor 127\.0\.0\.1/);
  assert.notEqual(await shown(back.port), was);
  await back.stops();
  // One that ends next week, as OpenSSL makes it.
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '7',
    '-subj', '/CN=casusberaad', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const late = await serves();
  assert.match(late.said, /Het certificaat liep af en is vernieuwd/);
  assert.equal((await gets(late.link, { ca: readFileSync(certificate) })).status, 200);
  await late.stops();
  writeFileSync(certificate, 'nonsense');
  const unread = await serves();
  assert.match(unread.said, /Het certificaat was niet te lezen en is vernieuwd/);
  await unread.stops();
});
