import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, isOutcomeUnknown, type AdapterErrorCode } from '../../src/adapter/adapter-error.ts';
import { graphqlData, refuseUserErrors, type GraphqlOptions } from '../../src/adapter/toolkit/graphql-error.ts';

function errorOf(work: () => unknown): AdapterError {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof AdapterError) return thrown;
    throw thrown;
  }
  assert.fail('should have thrown');
}

const failed = (code: unknown, data: unknown = null) => ({
  data,
  errors: [{ message: 'Ingrid', extensions: { code } }],
});
const codeFor = (code: unknown, options?: GraphqlOptions): AdapterErrorCode =>
  errorOf(() => graphqlData(failed(code), options)).code;

describe('graphqlData', () => {
  it('returns the data', () => {
    assert.deepEqual(graphqlData({ data: { customer: null } }), { customer: null });
    assert.deepEqual(graphqlData({ data: {}, errors: [] }), {});
  });

  for (const [said, code] of [
    ['UNAUTHENTICATED', 'unauthenticated'],
    ['FORBIDDEN', 'forbidden'],
    ['ACCESS_DENIED', 'forbidden'],
    ['ENTITY_NOT_FOUND', 'not-found'],
    ['BAD_USER_INPUT', 'validation'],
    ['USER_INPUT_ERROR', 'validation'],
    ['THROTTLED', 'rate-limited'],
    ['GRAPHQL_VALIDATION_FAILED', 'unsupported'],
    ['INTERNAL_SERVER_ERROR', 'internal'],
    ['ORDER_LOCKED', 'internal'],
    ['constructor', 'internal'],
    [undefined, 'internal'],
    [7, 'internal'],
  ] as const)
    it(`throws ${code} for ${String(said)}`, () => assert.equal(codeFor(said), code));

  it('takes the codes of the API first', () => {
    assert.equal(codeFor('ORDER_LOCKED', { codes: { ORDER_LOCKED: 'conflict' } }), 'conflict');
    assert.equal(codeFor('FORBIDDEN', { codes: { FORBIDDEN: 'unauthenticated' } }), 'unauthenticated');
  });

  for (const answer of [undefined, null, 'x', [], {}, { data: null }, { data: 'x' }, { data: [] }, { errors: [] }])
    it(`throws malformed for ${JSON.stringify(answer) ?? 'nothing'}`, () =>
      assert.equal(errorOf(() => graphqlData(answer)).code, 'malformed'));

  it('leaves a mutation unknown if a member of its answer failed, also without data', () => {
    const nested = (path: unknown) => ({ data: null, errors: [{ path, extensions: { code: 'FORBIDDEN' } }] });
    assert.ok(isOutcomeUnknown(errorOf(() => graphqlData(nested(['addNote', 'history'])))));
    assert.ok(isOutcomeUnknown(errorOf(() => graphqlData(nested(['addNote', 'items', 0])))));
    for (const path of [['addNote'], [], undefined, 'addNote.history'])
      assert.ok(!isOutcomeUnknown(errorOf(() => graphqlData(nested(path)))));
  });

  it('throws for errors of any shape, and never ends up with their text', () => {
    for (const errors of [[null], ['x'], [{}], [{ extensions: null }], [{ extensions: [] }]])
      assert.equal(errorOf(() => graphqlData({ data: { a: 1 }, errors })).code, 'internal');
    const { message, reason, fieldErrors } = errorOf(() => graphqlData(failed('FORBIDDEN')));
    assert.deepEqual([message, reason, fieldErrors], ['forbidden', undefined, undefined]);
  });

  it('leaves a write unknown if data came along, and settled if none did', () => {
    assert.equal(isOutcomeUnknown(errorOf(() => graphqlData(failed('BAD_USER_INPUT')))), false);
    assert.equal(isOutcomeUnknown(errorOf(() => graphqlData(failed('BAD_USER_INPUT', { note: null })))), false);
    assert.equal(isOutcomeUnknown(errorOf(() => graphqlData(failed('BAD_USER_INPUT', { note: { id: '1' } })))), true);
    assert.equal(isOutcomeUnknown(errorOf(() => graphqlData(failed('INTERNAL_SERVER_ERROR')))), true);
  });
});

describe('refuseUserErrors', () => {
  it('throws validation with an error by member', () => {
    const error = errorOf(() => refuseUserErrors([{ field: ['input', 'email'], message: 'is taken' }]));
    assert.deepEqual([error.code, error.fieldErrors], ['validation', { 'input.email': 'is taken' }]);
  });

  it('throws the text as the reason if it is of no member', () => {
    const error = errorOf(() => refuseUserErrors([{ field: null, message: 'The shop is closed.' }]));
    assert.deepEqual([error.code, error.fieldErrors, error.reason], ['validation', undefined, 'The shop is closed.']);
    for (const errors of [[null], [7], [{}]]) assert.equal(errorOf(() => refuseUserErrors(errors)).code, 'validation');
  });

  for (const errors of [undefined, null, [], 'x', {}])
    it(`does nothing for ${JSON.stringify(errors) ?? 'nothing'}`, () => refuseUserErrors(errors));
});
