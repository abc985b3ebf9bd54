// SPDX-License-Identifier: EUPL-1.2
// The sign-in of a municipality that we did not write: a certified provider, on a free port of loopback.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const need = createRequire(join(process.env.CASUS_NODE_MODULES, 'x'));

export const freePort = () => new Promise(found => {
  const socket = createSocket().listen(0, '127.0.0.1', () => {
    const { port } = socket.address();
    socket.close(() => found(port));
  });
});

/** A key with which tokens are signed. */
function key(kid) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
}

export class Municipality {
  /** `people`: by the name that they type, what the provider knows of them; `page`: the address of casus. */
  constructor(people, page) {
    this.people = people;
    this.page = page;
    this.keyNumber = 0;
    this.asked = [];
  }

  async opens() {
    const { default: Provider } = await import(pathToFileURL(need.resolve('oidc-provider')));
    this.Provider = Provider;
    this.port = await freePort();
    this.issuer = `http://127.0.0.1:${this.port}`;
    this.turnsKey();
    this.server = createServer((request, response) => {
      this.asked.push(request.url.split('?')[0]);
      if (this.broken) return response.writeHead(500).end();
      this.watches(response);
      this.handle(request, response);
    });
    await new Promise(on => this.server.listen(this.port, '127.0.0.1', on));
  }

  /** Sees where a browser is sent back to; while `holds`, it is not sent there. */
  watches(response) {
    const sets = response.setHeader.bind(response);
    response.setHeader = (name, value) => {
      if (name.toLowerCase() !== 'location' || !value.startsWith(this.page + '/signed-in')) return sets(name, value);
      this.answer = value;
      return sets(name, this.holds ? this.issuer + '/held' : value);
    };
  }

  /** From here on with another key, and without what was kept of who is signed in. */
  turnsKey() {
    const people = this.people;
    const provider = new this.Provider(this.issuer, {
      jwks: { keys: [key('key-' + ++this.keyNumber)] },
      cookies: { keys: ['voorbeeld'] },
      clients: [{
        client_id: 'casus', client_secret: 'geheim van het voorbeeld', redirect_uris: [this.page + '/signed-in'],
        post_logout_redirect_uris: [this.page + '/signed-out'], grant_types: ['authorization_code'], response_types: ['code'],
      }],
      claims: { openid: ['sub'], werk: ['employee_id', 'groups'] },
      pkce: { required: () => true, methods: ['S256'] },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
      // What may be told was agreed on with the municipality: nobody is asked for it at each sign-in.
      loadExistingGrant: async ctx => {
        const grant = new provider.Grant({ clientId: 'casus', accountId: ctx.oidc.session.accountId });
        grant.addOIDCScope('openid werk');
        await grant.save();
        return grant;
      },
    });
    provider.on('server_error', (_, error) => console.error(error));
    this.handle = provider.callback();
  }

  /** Types a name on the page of the provider. */
  async knows(page, name) {
    await page.fill('input[name="login"]', name);
    await page.fill('input[name="password"]', 'wachtwoord');
    await page.click('button[type="submit"]');
  }

  async closes() {
    this.server.closeAllConnections();
    await new Promise(on => this.server.close(on));
  }
}
