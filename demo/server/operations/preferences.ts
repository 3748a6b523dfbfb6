import {
  preferenceScopes,
  type Preference,
  type PreferenceChange,
  type PreferenceScope,
} from '../../../src/domain/preference.ts';
import { sql } from '../database/sql.ts';
import { invalid, notFound, RequestError } from '../http/problems.ts';
import type { Answer, Call, Handler } from './operation.ts';
import { instant } from './values.ts';

interface Row {
  readonly value: Preference['value'];
  readonly version: string;
  readonly updatedAt: Date;
}

/** The length of a value as JSON, in characters. A layout of a hundred widgets has a fifth of it. */
const maxLength = 100_000;
const columns = sql`value, version::text as version, updated_at as "updatedAt"`;

export const get: Handler = async (call) => {
  const scope = preferenceScopes.find((one) => one === call.id('scope'));
  if (!scope) throw notFound();
  return answerOf(scope, call.id('key'), await read(call, scope));
};

/** Creates the handler that stores a preference. Of two concurrent first writes, the second finds that of the other. */
const storing =
  (scope: PreferenceScope): Handler<PreferenceChange> =>
  async (call) => {
    const key = call.id('key');
    if (key.length > 200) throw invalid({ key: 'is too long' });
    const value = call.body.value === null ? null : JSON.stringify(call.body.value);
    if (value && value.length > maxLength) throw invalid({ value: 'is too long' });
    const [stored] = await call.db.query<Row>(sql`
      insert into preferences (operator_id, key, value, version)
      select ${ownerOf(call, scope)}, ${key}, ${value}::jsonb, 1
      where ${call.ifVersion ?? ''} = '0' or exists (select 1 from preferences
        where operator_id = ${ownerOf(call, scope)} and key = ${key})
      on conflict (operator_id, key) do update
      set value = excluded.value, version = preferences.version + 1, updated_at = now()
      where preferences.version::text = ${call.ifVersion ?? ''}
      returning ${columns}`);
    if (stored) return answerOf(scope, key, stored);
    throw new RequestError('conflict', { current: answerOf(scope, key, await read(call, scope)).body });
  };

export const set = storing('personal');
export const setShared = storing('shared');

const ownerOf = ({ operator }: Pick<Call, 'operator'>, scope: PreferenceScope): string =>
  scope === 'personal' ? operator.id : '';

async function read(call: Pick<Call, 'db' | 'operator' | 'id'>, scope: PreferenceScope): Promise<Row | undefined> {
  const [row] = await call.db.query<Row>(sql`
    select ${columns} from preferences where operator_id = ${ownerOf(call, scope)} and key = ${call.id('key')}`);
  return row;
}

function answerOf(scope: PreferenceScope, key: string, row: Row | undefined): Answer {
  const preference: Preference = {
    key,
    scope,
    value: row?.value ?? null,
    version: row?.version ?? '0',
    updatedAt: row ? instant(row.updatedAt) : null,
  };
  return { body: preference, version: preference.version };
}
