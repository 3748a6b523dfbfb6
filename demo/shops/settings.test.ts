import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { settingsFor } from './settings.ts';

describe('the settings of the demo of a shop', () => {
  let signIn: () => Promise<string | undefined>;
  let signedIn = 0;
  const answer = settingsFor('medusa', async () => {
    signedIn += 1;
    return signIn();
  });
  const server = createServer((request, response) => void answer(request, response));
  before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  after(() => {
    server.close();
    server.closeAllConnections();
  });
  const ask = async (site?: string) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      headers: site === undefined ? {} : { 'Sec-Fetch-Site': site },
    });

  it('give the page a token, and no other page anything', async () => {
    signIn = async () => 'token';
    for (const site of [undefined, 'none', 'same-site', 'cross-site']) {
      const response = await ask(site);
      assert.deepEqual([response.status, await response.text()], [403, ''], site);
    }
    assert.equal(signedIn, 0);
    const response = await ask('same-origin');
    assert.deepEqual(await response.json(), { name: 'medusa', token: 'token' });
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
  });

  it('have no token if the shop does not accept the password', async (test) => {
    const logged = test.mock.method(console, 'error', () => undefined);
    signIn = async () => Promise.reject(new Error('unauthenticated'));
    assert.deepEqual(await (await ask('same-origin')).json(), { name: 'medusa' });
    assert.equal(logged.mock.callCount(), 1);
  });
});
