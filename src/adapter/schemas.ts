import type * as v from 'valibot';
import * as domain from '../domain/index.ts';
import { page } from '../domain/page.ts';
import type { Operation, SchemaName } from './operation.ts';

// This file loads every schema of the vocabulary: it is for servers, for the conformance kit and for the description of
// the protocol, not for a client.

const schemas: Readonly<Record<SchemaName, v.GenericSchema>> = { ...domain };

/** The schema of that name. */
export const schemaOf = (name: SchemaName): v.GenericSchema => schemas[name];

/** The schema of what is sent with an operation; `undefined` where nothing is. */
export const bodySchemaOf = (operation: Operation): v.GenericSchema | undefined =>
  operation.kind === 'write' && operation.body !== undefined ? schemaOf(operation.body) : undefined;

/** The schema of what an operation answers; `undefined` where it answers nothing. */
export function answerSchemaOf(operation: Operation): v.GenericSchema | undefined {
  if (operation.kind === 'list')
    return page(schemaOf(operation.item), operation.totals === undefined ? undefined : schemaOf(operation.totals));
  return operation.answer === undefined ? undefined : schemaOf(operation.answer);
}
