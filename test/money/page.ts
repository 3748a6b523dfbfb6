// The page of the runs: the widget with the REST adapter, and the state that an operator sees.
import { restAdapter } from '../../src/adapters/rest/index.ts';
import '../../src/widgets/credit-balance/define.ts';

/** The visible state. */
export interface Seen {
  readonly step: 'form' | 'confirmation' | undefined;
  /** The displayed outcome. */
  readonly outcome: 'added' | 'not-added' | 'unknown' | 'under-way' | undefined;
  /** `true` if the operator can check the outcome. */
  readonly canCheck: boolean;
  readonly text: string;
}

/** Shows a customer's credit. */
export function show(customerId: string, token: string): void {
  const element = document.createElement('credit-balance');
  element.limit = 3;
  element.customerId = customerId;
  element.adapter = restAdapter({ baseUrl: '/api', getToken: () => token });
  document.body.replaceChildren(element);
}

const root = (): ShadowRoot => document.querySelector('credit-balance')!.shadowRoot!;
const textOf = (selector: string): string =>
  [...root().querySelectorAll(selector)]
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

export function readState(): Seen {
  const confirm = root().querySelector('[part~=confirm]');
  const check = root().querySelector('[part~=check]');
  const notices = textOf('.notice, dialog [role=alert]');
  const isUnderWay = confirm?.getAttribute('aria-disabled') === 'true' || /is being added|Checking/.test(notices);
  return {
    step: confirm ? 'confirmation' : root().querySelector('[part~=form]') ? 'form' : undefined,
    outcome: isUnderWay
      ? 'under-way'
      : notices.includes('We do not know')
        ? 'unknown'
        : notices.includes('was not added')
          ? 'not-added'
          : /added\. The balance is/.test(textOf('.widget > [role=status]'))
            ? 'added'
            : undefined,
    canCheck: check?.getAttribute('aria-disabled') === 'false',
    text: textOf('.widget'),
  };
}

/** `true` if accounts and entries are visible. The ledger is loaded after the accounts. */
const isRead = ({ text }: Seen): boolean =>
  /No entries yet|\d entr(y|ies)|Latest/.test(text) &&
  root().querySelector('[part~=adjust]') !== null &&
  root().querySelector('[aria-busy=true]') === null;

/** Waits until the visible state satisfies the condition, and returns it. Checks in every task. */
export async function wait(isReached: (seen: Seen) => boolean, what: string): Promise<Seen> {
  const end = performance.now() + 20_000;
  for (;;) {
    const seen = readState();
    if (isReached(seen)) return seen;
    if (performance.now() > end) throw new Error(`never ${what}: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}

export const waits = {
  read: () => wait(isRead, 'read'),
  form: () => wait(({ step }) => step === 'form', 'the form'),
  confirmation: () => wait(({ step }) => step === 'confirmation', 'the confirmation'),
  closed: () => wait(({ step }) => step === undefined, 'closed'),
  outcome: () => wait(({ outcome }) => outcome !== undefined && outcome !== 'under-way', 'an outcome'),
} as const;
