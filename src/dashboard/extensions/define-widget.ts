import type { PortDefinition } from '../../adapter/define-port.ts';
import { operations } from '../../adapter/operations.ts';
import { widgetTags } from '../../widgets/registry.ts';
import type { WidgetManifest } from './manifest.ts';
import { register } from './registry.ts';

const tagPattern = /^[a-z][a-z\d._]*-[\w.-]*$/;
const pathPattern = /^[MmZzLlHhVvCcSsQqTtAaEe\d\s,.+-]+$/;

/**
 * Registers a widget that is not one of the library's. Dashboards place it as their layouts say, and give it a read-only
 * copy of what their adapter returns. Throws a `TypeError` that names what is wrong with the manifest.
 */
export function defineWidget(manifest: WidgetManifest): void {
  const { tag, title, icon, zone, rows = 1, permissions = [], ports = [], source, timeout = 1 } = manifest;
  const check = (isRight: boolean, fault: string): void => {
    if (!isRight) throw new TypeError(`defineWidget(${JSON.stringify(tag)}): ${fault}`);
  };
  check(typeof tag === 'string' && tagPattern.test(tag), '`tag` is not the tag of a custom element');
  check(!widgetTags.some((own) => own === tag), 'the library has this widget itself');
  check(Boolean(title), '`title` is missing');
  check(icon === undefined || pathPattern.test(icon), '`icon` is not the path of an SVG');
  check(zone === undefined || ['main', 'end', 'full'].includes(zone), '`zone` has to be main, end or full');
  check(rows > 0 && timeout > 0, '`rows` and `timeout` must be above zero');
  check(
    source === undefined || typeof source === 'function' || /^https?:$/.test(new URL(source, baseOf()).protocol),
    '`source` has to be an http or https URL, or a function',
  );
  for (const operation of permissions)
    check(isKnown(operation, ports), `no port has the operation "${operation}": define it in \`ports\``);
  const frozen = Object.freeze({ ...manifest, ports: [...ports], permissions: [...permissions] });
  if (!register(frozen)) console.warn(`defineWidget: <${tag}> is registered already, and stays as it is.`);
}

const baseOf = (): string => globalThis.document?.baseURI ?? 'http://localhost';

const isKnown = (operation: string, added: readonly PortDefinition[]): boolean =>
  Object.hasOwn(operations, operation) ||
  added.some(({ name, operations: own }) => Object.keys(own).some((method) => `${name}.${method}` === operation));
