// Describes what the table of operations says of a method: its options, its errors, its place in the REST protocol.
import { AdapterError, errorCodes, isOutcomeUnknown } from '../../src/adapter/adapter-error.ts';
import type { Operation } from '../../src/adapter/operation.ts';
import {
  idNamesOf,
  methodOf,
  pathOf,
  portsChangedBy,
  type OperationName,
  type WriteName,
} from '../../src/adapter/operations.ts';
import { codes } from './schemas.ts';

/** Returns what the table of operations says of a method, one line each. */
export function factsOf(name: OperationName, operation: Operation): readonly string[] {
  const path = `- REST: \`${methodOf(operation)} ${pathOf(operation)}\``;
  if (operation.kind === 'read') return [errorsLine(name, operation), path];
  if (operation.kind === 'list') {
    const { search, sort = [], filter = [], range } = operation.can ?? {};
    const options = [
      ...(search ? ['search'] : []),
      ...(sort.length > 0 ? [`sort by ${codes(sort)}`] : []),
      ...(filter.length > 0 ? [`filters ${codes(filter)}`] : []),
      ...(range ? ['a range of days'] : []),
    ];
    return [
      `- Options that the list may declare in \`capabilities\`: ${options.join('; ') || 'none'}`,
      errorsLine(name, operation),
      path,
    ];
  }
  const { version, dryRun, needsReason, isSecret, creates } = operation;
  const changed = portsChangedBy(name as WriteName);
  const unknown = errorCodes.filter((code) => isOutcomeUnknown(new AdapterError(code)));
  return [
    ...(creates ? ['- Creates a record.'] : []),
    `- \`ifVersion\`: ${version ?? 'not used'}`,
    ...(dryRun ? ['- Supports `dryRun`, if `guarantees` says so.'] : []),
    ...(needsReason ? ['- Requires `reason`.'] : []),
    ...(isSecret ? ['- Stored nowhere, so a repeated call is carried out again.'] : []),
    `- Changes the data of: ${changed.length > 0 ? codes(changed) : 'no port'}`,
    errorsLine(name, operation),
    `- Outcome unknown after: ${codes(unknown)}`,
    path,
  ];
}

/** Returns the line with the errors that not every method has. */
function errorsLine(name: OperationName, operation: Operation): string {
  const { kind } = operation;
  const ids = idNamesOf(operation);
  const own = [
    ...(ids.length > 0 && name !== 'permissions' ? ['`not-found`'] : []),
    ...(kind === 'list' || (kind === 'read' && operation.range) || (kind === 'write' && operation.body)
      ? ['`validation`']
      : []),
    ...(kind === 'list' ? ['`unsupported`'] : []),
    ...(kind === 'write' && operation.version ? ['`conflict`'] : []),
  ];
  return `- Errors: ${[...own, `[those of any call](#errors)`].join(', ')}`;
}
