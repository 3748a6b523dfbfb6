import type { RoleName } from '../../src/adapters/memory/roles.ts';

interface DemoOperator {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: RoleName;
  readonly password: string;
}

/** The fictional staff of the demo shop. The passwords are public: use them only for a local server. */
export const demoOperators: readonly DemoOperator[] = [
  { id: 'op-114', login: 'dana', name: 'Dana Whitlock', role: 'manager', password: 'kiln-at-dawn' },
  { id: 'op-131', login: 'tom', name: 'Tom Adeyemi', role: 'agent', password: 'oat-glaze' },
  { id: 'op-102', login: 'priya', name: 'Priya Raman', role: 'viewer', password: 'paper-filter' },
];
