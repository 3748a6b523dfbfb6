import { restAdapter } from '../../src/adapters/rest/index.ts';
import '../../src/define-all.ts';
import { forgetSession, readSession, signOut, type Session } from './session.ts';
import { onSignIn } from './sign-in-form.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

const dashboard = find<HTMLElementTagNameMap['customer-dashboard']>('customer-dashboard');
const again = find<HTMLDialogElement>('[data-again]');
const door = find<HTMLButtonElement>('[data-sign-out]');
const opener = find<HTMLFormElement>('[data-open]');
const customerId = find<HTMLInputElement>('#customer-id');

const session = readSession();
if (session) start(session);
else location.replace(`/sign-in?to=${encodeURIComponent(location.pathname)}`);

function start(signedIn: Session): void {
  // A token that was refused is not renewed without a password, so there is none but the one that is kept.
  const getToken = ({ refresh }: { readonly refresh: boolean }) => (refresh ? null : (readSession()?.token ?? null));
  show(signedIn);
  dashboard.adapter = restAdapter({ baseUrl: '/api', getToken });
  open();
}

/** In the frame: who is signed in, and the way out; or nobody, and the way in. */
function show(signedIn?: Session): void {
  find('[data-operator]').textContent = signedIn
    ? `${signedIn.operator.name}, ${signedIn.operator.role}`
    : 'Signed out';
  door.textContent = signedIn ? 'Sign out' : 'Sign in';
}

/** Shows the customer whom the address names. */
function open(): void {
  const id = decoded(location.pathname.split('/').at(-1) ?? '');
  dashboard.customerId = id;
  customerId.value = id;
}

/** What somebody typed without encoding it, such as `100%`, is meant as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

// Another customer is opened in this page, so that what was typed for this one is there on return.
opener.addEventListener('submit', (event) => {
  event.preventDefault();
  const id = customerId.value.trim();
  if (!id) return;
  history.pushState(null, '', `/customers/${encodeURIComponent(id)}`);
  open();
});
addEventListener('popstate', open);

door.addEventListener('click', async () => {
  const signedIn = readSession();
  if (!signedIn) return again.showModal();
  await signOut(signedIn);
  location.assign('/sign-in');
});

// Signing in again happens on this page: on another, what was typed would be lost.
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
