export type * from './adapter.ts';
export * from './adapter-error.ts';
export type { AdapterOperation, AdapterPort, PortDefinition } from './define-port.ts';
export type { OperationName } from './operations.ts';
export * from './options.ts';
export type * from './ports.ts';
export type { Capabilities, PortFeatures } from '../domain/capabilities.ts';
export type { ListCapabilities } from '../domain/page.ts';
