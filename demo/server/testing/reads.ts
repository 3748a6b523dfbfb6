import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as v from 'valibot';
import { memoryAdapter, MemoryStore, knownCustomers } from '../../../src/adapters/memory/index.ts';
import { operations } from '../../../src/adapters/rest/operations.ts';
import { pageQuery, rangeQuery } from '../../../src/adapters/rest/query.ts';
import { permissionsOf } from '../roles.ts';
import type { PageRequest } from '../../../src/adapter/options.ts';
import * as decimal from '../../../src/domain/decimal.ts';
import type { TestServer } from './test-server.ts';

/** Reads give what the memory adapter gives of the same shop: two implementations that share no code. */
export function testReads(server: () => TestServer): void {
  const london = { signal: new AbortController().signal, timeZone: 'Europe/London' };
  const requests: Readonly<Record<string, PageRequest>> = {
    'a first page': { first: 3 },
    everything: { first: 1000 },
  };

  describe('reads agree with the memory adapter', () => {
    it('placeholder', () => {
      assert.ok(
        requests &&
          knownCustomers &&
          v &&
          memoryAdapter &&
          MemoryStore &&
          operations &&
          pageQuery &&
          rangeQuery &&
          permissionsOf &&
          decimal &&
          london &&
          server,
      );
    });
  });
}
