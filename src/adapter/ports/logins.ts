import type { Login } from '../../domain/login.ts';
import type { ListCapabilities, Page } from '../../domain/page.ts';
import type { OperationsOf } from '../operation.ts';
import type { PageRequest, ReadOptions } from '../options.ts';

/**
 * A customer's attempts to sign in to the shop, newest first. Filter: `outcome`; several codes separated by commas match
 * any of them.
 */
export interface LoginsPort {
  /** The query options that each list supports. A list without an entry supports none. */
  readonly capabilities?: { readonly list?: ListCapabilities };
  /**
   * The period for which the platform keeps logins, as an ISO 8601 duration: `P1Y`, `P90D`. `list` returns none that are older. Absent:
   * unknown.
   */
  readonly retention?: string | undefined;
  /** Fetches a page of logins. */
  list?(customerId: string, page: PageRequest, options: ReadOptions): Promise<Page<Login>>;
}

export const logins = {
  list: {
    kind: 'list',
    scope: 'customer',
    path: '/logins',
    item: 'Login',
    can: { filter: ['outcome'], range: true },
    summary: 'The attempts of the customer to sign in, newest first',
  },
} as const satisfies OperationsOf<LoginsPort>;
