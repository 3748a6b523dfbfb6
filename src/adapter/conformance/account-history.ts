import * as v from 'valibot';
import { Customer } from '../../domain/customer.ts';
import type { CustomerChange } from '../../domain/customer-change.ts';
import { codeOf, isWithheld } from '../../domain/field.ts';
import { Login } from '../../domain/login.ts';
import { ProfileChange } from '../../domain/profile-change.ts';
import type { Adapter } from '../adapter.ts';
import { updatesOf } from '../features.ts';
import { ensure, readable, same, skip } from './assert.ts';
import { newestFirst, walk } from './lists.ts';
import { all, reading, writing, type ConformanceCase, type ConformanceSetup } from './subject.ts';

/** Tests the log of logins: how far back it goes. */
export function loginCases({ adapter: { logins }, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  if (!logins?.list) return [];
  const read = async () =>
    readable(v.array(Login), await walk({ load: (...args) => logins.list!(...args) }, full, all), 'logins.list');
  return [
    newestFirst('logins.list', async () => (await read()).map(({ at }) => at)),
    {
      name: 'logins.list: no login is older than the declared retention',
      async run() {
        const { retention = skip('logins.retention is not declared') } = logins;
        const days = daysOf(retention);
        ensure(days !== undefined, `logins.retention is ${JSON.stringify(retention)} instead of a duration like "P1Y"`);
        const [newest = skip('the full customer has no logins'), ...others] = await read();
        // The newest login is not in the future, so whatever is older than the duration before it is too old.
        const oldest = Date.parse(newest.at) - days * dayLength;
        for (const { id, at } of others)
          ensure(
            Date.parse(at) >= oldest,
            `logins.list: the login ${id} is of ${at}, although they are kept ${retention}`,
          );
      },
    },
  ];
}

/** Tests the log of changes: that it has each change, and masks what the record masks. */
export function changeCases({ adapter, restricted, customers: { full } }: ConformanceSetup): ConformanceCase[] {
  const { changes, customers } = adapter;
  if (!changes?.list) return [];
  const read = async ({ changes: port }: Adapter = adapter) =>
    readable(
      v.array(ProfileChange),
      await walk({ load: (...args) => port!.list!(...args) }, full, all),
      'changes.list',
    );
  const recordOf = async ({ customers: port }: Adapter) =>
    readable(Customer, await port!.get!(full, reading()), 'customers.get');
  const cases: ConformanceCase[] = [newestFirst('changes.list', async () => (await read()).map(({ at }) => at))];
  if (customers?.get)
    cases.push({
      name: 'changes.list: values that the record masks are masked in the log too',
      async run() {
        let masked = 0;
        for (const each of [adapter, ...(restricted?.changes?.list && restricted.customers?.get ? [restricted] : [])]) {
          const record: Readonly<Record<string, unknown>> = await recordOf(each);
          for (const { id, field, oldValue, newValue } of await read(each)) {
            if (!isWithheld(record[codeOf(field)])) continue;
            masked += 1;
            for (const value of [oldValue, newValue])
              ensure(
                typeof value !== 'string',
                `changes.list: the change ${id} shows ${codeOf(field)}, which is withheld`,
              );
          }
        }
        if (masked === 0) skip('no member that the log has is withheld');
      },
    });
  const update = customers?.get && customers.update;
  const member = (['company', 'lastName', 'login'] as const).find((one) => updatesOf(adapter).includes(one));
  if (update && member)
    cases.push({
      name: 'changes.list: has a change of the record, with the value before and after',
      async run() {
        const set = async (change: CustomerChange) =>
          update.call(customers, full, change, writing({ ifVersion: (await recordOf(adapter)).version }));
        const { [member]: before = null } = await recordOf(adapter);
        if (isWithheld(before)) skip(`${member} of the full customer is withheld`);
        const known = new Set((await read()).map(({ id }) => id));
        const text = `kit-${crypto.randomUUID().slice(0, 8)}`;
        await set({ [member]: text });
        try {
          const added = (await read()).filter(({ id }) => !known.has(id));
          const made = added.map(({ field, oldValue = null, newValue }) => [codeOf(field), oldValue, newValue]);
          same(made, [[member, before, text]], `changes.list: what a change of ${member} has added`);
        } finally {
          await set({ [member]: before });
        }
      },
    });
  return cases;
}

const dayLength = 86_400_000;

/** Returns the most days of an ISO 8601 duration of years, months, weeks and days. */
function daysOf(duration: string): number | undefined {
  const [, years = 0, months = 0, weeks = 0, days = 0] =
    /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration) ?? [];
  const most = Number(years) * 366 + Number(months) * 31 + Number(weeks) * 7 + Number(days);
  return most > 0 ? most : undefined;
}
