import type { CreditAccount, CreditEntry } from '../../../domain/credit.ts';
import type { WidgetHost } from '../../../element/widget-host.ts';
import type { ShownCredit } from '../shown-credit.ts';

export interface AdjustHost extends WidgetHost {
  allowDebit: boolean;
  readonly: boolean;
}

/** The part of the ledger on screen that an adjustment needs. */
export interface Ledger {
  newestOf(account: CreditAccount): CreditEntry | undefined;
  reread(): void;
}

/** Returns true if the platform can adjust one of the accounts and the host allows it. */
export const canAdjust = ({ client, readonly }: AdjustHost, { list }: ShownCredit): boolean =>
  client?.adapter.credit?.adjust !== undefined && list.length > 0 && !readonly;

/** Returns true if this operator has the permission, too. */
export const mayAdjust = (host: AdjustHost, shown: ShownCredit): boolean =>
  canAdjust(host, shown) && host.can('credit.adjust');
