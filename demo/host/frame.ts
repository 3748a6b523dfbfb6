import { restAdapter } from '../../src/adapters/rest/index.ts';
import '../../src/define-all.ts';
import { provideDashboard } from '../../src/index.ts';
import { loyaltyOf } from './loyalty.ts';
import type { Adapter } from '../../src/adapter/adapter.ts';
import { forgetSession, readSession, signOut, type Session } from './session.ts';
import { onSignIn } from './sign-in-form.ts';

export const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

/** The pages of this admin that widgets link to. */
const links: Adapter['links'] = (intent, params) => {
  if (intent === 'customer') return `/customers/${encodeURIComponent(params['customerId'] ?? '')}`;
  if (intent !== 'customers') return null;
  return params['text'] ? `/customers?text=${encodeURIComponent(params['text'])}` : '/customers';
};

/**
 * Starts the frame that every page has: the header with the search and the signed-in operator, and the dialog that asks
 * to sign in again. Calls `show` once an operator is signed in.
 */
export function startFrame(show: () => void): void {
  const again = find<HTMLDialogElement>('[data-again]');
  const signOutButton = find<HTMLButtonElement>('[data-sign-out]');
  const showOperator = (signedIn?: Session): void => {
    find('[data-operator]').textContent = signedIn
      ? `${signedIn.operator.name}, ${signedIn.operator.role}`
      : 'Signed out';
    signOutButton.textContent = signedIn ? 'Sign out' : 'Sign in';
  };

  const session = readSession();
  if (!session) return location.replace(`/sign-in?to=${encodeURIComponent(location.pathname)}`);
  showOperator(session);
  // A rejected token cannot be renewed without a password, so a refresh returns no token.
  const getToken = ({ refresh }: { readonly refresh: boolean }) => (refresh ? null : (readSession()?.token ?? null));
  const shop = restAdapter({ baseUrl: '/api', getToken });
  const provider = provideDashboard(document.body, {
    adapter: { ...shop, loyalty: loyaltyOf(shop.stats), links },
    locale: { timeZone: 'Europe/London' },
  });

  signOutButton.addEventListener('click', async () => {
    const signedIn = readSession();
    if (!signedIn) return again.showModal();
    await signOut(signedIn);
    location.assign('/sign-in');
  });
  // The operator signs in again on this page, because leaving it would lose the drafts.
  document.body.addEventListener('session-expired', () => {
    forgetSession();
    showOperator();
    if (!again.open) again.showModal();
  });
  onSignIn((signedIn) => {
    again.close();
    showOperator(signedIn);
    provider.clear();
  });
  show();
}
