import * as decimal from '../../../src/domain/decimal.ts';
import type { Client } from './client.ts';

/** A write that was acknowledged, with the id of its record. */
export interface Acknowledged {
  readonly kind: 'note' | 'coupon' | 'credit';
  readonly name: string;
  readonly id: string;
}

const writersAtOnce = 8;
const creditOfEach = '1.25';

/** The status codes after which a client asks again with the same key: nothing is known, or the server is busy. */
const isRetried = (status: number): boolean => status === 409 || status === 429 || status >= 500;

/** Sends writes of several kinds, several at once, each with its own key until it is acknowledged. */
export class Writers {
  /** The number of requests that were not acknowledged. */
  failures = 0;
  readonly #client: Client;
  readonly #random: () => number;
  readonly #onDone: (done: number) => void;

  /** `onDone` is called with the number of acknowledged writes after each. */
  constructor(client: Client, random: () => number, onDone: (done: number) => void) {
    this.#client = client;
    this.#random = random;
    this.#onDone = onDone;
  }

  async run(count: number): Promise<readonly Acknowledged[]> {
    const kinds = Array.from({ length: count }, () => this.#drawKind());
    const acknowledged: Acknowledged[] = [];
    let next = 0;
    const write = async (): Promise<void> => {
      for (let number = next++; number < count; number = next++) {
        acknowledged.push(await this.#write(kinds[number]!, `write ${String(number).padStart(5, '0')}`));
        this.#onDone(acknowledged.length);
      }
    };
    await Promise.all(Array.from({ length: writersAtOnce }, write));
    return acknowledged;
  }

  #drawKind(): Acknowledged['kind'] {
    const drawn = this.#random();
    return drawn < 0.5 ? 'note' : drawn < 0.8 ? 'credit' : 'coupon';
  }

  async #write(kind: Acknowledged['kind'], name: string): Promise<Acknowledged> {
    const key = crypto.randomUUID();
    const [path, body] = requestOf(kind, name);
    for (;;) {
      const status = await this.#client
        .send<{ id: string; entry?: { id: string } }>('POST', `/customers/C-20817/${path}`, { body, key })
        .then(
          (answer) => {
            if (answer.status !== 201) return answer.status;
            return { kind, name, id: answer.body.entry?.id ?? answer.body.id };
          },
          // The connection was cut, or nginx answered with a page.
          () => 502,
        );
      if (typeof status === 'object') return status;
      if (!isRetried(status)) throw new Error(`${status} for ${name}`);
      this.failures += 1;
      await new Promise((resolve) => setTimeout(resolve, 20 + this.#random() * 80));
    }
  }
}

function requestOf(kind: Acknowledged['kind'], name: string): readonly [path: string, body: object] {
  switch (kind) {
    case 'note':
      return ['notes', { body: name }];
    case 'coupon':
      return ['coupons', { name, benefit: { kind: 'percent', percent: '10' } }];
    case 'credit':
      return [
        'credit/adjustments',
        { accountId: 'cr-20817-eur', amount: { value: creditOfEach, currency: 'EUR' }, description: name },
      ];
  }
}

/** Returns a balance after the acknowledged credits. */
export const expectedBalance = (before: string, acknowledged: readonly Acknowledged[]): string =>
  acknowledged.reduce((total, { kind }) => (kind === 'credit' ? decimal.sum(total, creditOfEach) : total), before);
