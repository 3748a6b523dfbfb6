import type * as v from 'valibot';
import * as domain from '../domain/index.ts';
import { page } from '../domain/page.ts';
import type { Operation, SchemaName } from './operation.ts';

// This file loads every domain schema. It is for servers, the conformance kit and the OpenAPI generator, not for
// clients.

const schemas: Readonly<Record<SchemaName, v.GenericSchema>> = { ...domain };

/** Returns a schema by its name. */
export const schemaOf = (name: SchemaName): v.GenericSchema => schemas[name];

/** Returns the schema of an operation's body, or `undefined` if it has none. */
export const bodySchemaOf = (operation: Operation): v.GenericSchema | undefined =>
  operation.kind === 'write' && operation.body !== undefined ? schemaOf(operation.body) : undefined;

/** Returns the schema of an operation's response, or `undefined` if the response is empty. */
export function answerSchemaOf(operation: Operation): v.GenericSchema | undefined {
  if (operation.kind === 'list')
    return page(schemaOf(operation.item), operation.totals === undefined ? undefined : schemaOf(operation.totals));
  return operation.answer === undefined ? undefined : schemaOf(operation.answer);
}
