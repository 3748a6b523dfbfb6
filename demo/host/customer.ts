import { restAdapter } from '../../src/adapters/rest/index.ts';
import '../../src/dashboard/define.ts';
import '../../src/widgets/credit-balance/define.ts';
import '../../src/widgets/cross-sell-table/define.ts';
import '../../src/widgets/customer-info/define.ts';
import '../../src/widgets/notes-panel/define.ts';
import '../../src/widgets/order-history/define.ts';
import { readSession, signOut, type Session } from './session.ts';
import { onSignIn } from './sign-in-form.ts';

const find = <E extends Element>(selector: string): E => document.querySelector<E>(selector)!;

const dashboard = find<HTMLElementTagNameMap['customer-dashboard']>('customer-dashboard');
const again = find<HTMLDialogElement>('[data-again]');
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

function show({ operator }: Session): void {
  find('[data-operator]').textContent = `${operator.name}, ${operator.role}`;
}

/** Shows the customer whom the address names. */
function open(): void {
  const id = decodeURIComponent(location.pathname.split('/').at(-1) ?? '');
  dashboard.customerId = id;
  customerId.value = id;
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

find('[data-sign-out]').addEventListener('click', async () => {
  await signOut();
  location.assign('/sign-in');
});

dashboard.addEventListener('session-expired', () => {
  if (!again.open) again.showModal();
});
onSignIn((signedIn) => {
  again.close();
  show(signedIn);
  dashboard.clear();
});
