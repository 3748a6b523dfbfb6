import { restAdapter } from '../../src/adapters/rest/index.ts';
import '../../src/define-all.ts';
import { forgetSession, readSession, signOut, type Session } from './session.ts';
import { onSignIn } from './sign-in-form.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

const dashboard = find<HTMLElementTagNameMap['customer-dashboard']>('customer-dashboard');
const again = find<HTMLDialogElement>('[data-again]');
const signOutButton = find<HTMLButtonElement>('[data-sign-out]');
const opener = find<HTMLFormElement>('[data-open]');
const customerId = find<HTMLInputElement>('#customer-id');

const session = readSession();
if (session) start(session);
else location.replace(`/sign-in?to=${encodeURIComponent(location.pathname)}`);

function start(signedIn: Session): void {
  // A rejected token cannot be renewed without a password, so a refresh returns no token.
  const getToken = ({ refresh }: { readonly refresh: boolean }) => (refresh ? null : (readSession()?.token ?? null));
  show(signedIn);
  dashboard.adapter = restAdapter({ baseUrl: '/api', getToken });
  open();
}

/** Shows the signed-in operator and the sign-out button, or the link to sign in. */
function show(signedIn?: Session): void {
  find('[data-operator]').textContent = signedIn
    ? `${signedIn.operator.name}, ${signedIn.operator.role}`
    : 'Signed out';
  signOutButton.textContent = signedIn ? 'Sign out' : 'Sign in';
}

/** Shows the customer named by the URL. */
function open(): void {
  const id = decoded(location.pathname.split('/').at(-1) ?? '');
  dashboard.customerId = id;
  customerId.value = id;
}

/** Decodes a URL segment. Text that was typed without encoding, such as `100%`, is returned unchanged. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

// Opening another customer does not leave the page, so that this customer's drafts are still there on return.
opener.addEventListener('submit', (event) => {
  event.preventDefault();
  const id = customerId.value.trim();
  if (!id) return;
  history.pushState(null, '', `/customers/${encodeURIComponent(id)}`);
  open();
});
addEventListener('popstate', open);

signOutButton.addEventListener('click', async () => {
  const signedIn = readSession();
  if (!signedIn) return again.showModal();
  await signOut(signedIn);
  location.assign('/sign-in');
});

// The operator signs in again on this page, because leaving it would lose the drafts.
dashboard.addEventListener('session-expired', () => {
  forgetSession();
  show();
  if (!again.open) again.showModal();
});
onSignIn((signedIn) => {
  again.close();
  show(signedIn);
  dashboard.clear();
});
