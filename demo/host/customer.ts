import { find, startFrame } from './frame.ts';
import { readList } from './last-list.ts';
import './widgets.ts';

const dashboard = find<HTMLElementTagNameMap['customer-dashboard']>('customer-dashboard');
const place = find('[data-place]');

/** Shows the customer named by the URL, and its place in the list. */
function show(): void {
  const id = decoded(location.pathname.split('/').at(-1) ?? '');
  dashboard.customerId = id;
  const { customerIds = [] } = readList();
  const index = customerIds.indexOf(id);
  place.textContent = index < 0 ? '' : `${index + 1} of ${customerIds.length}`;
  for (const [name, beside] of [
    ['previous', customerIds[index - 1]],
    ['next', customerIds[index + 1]],
  ] as const) {
    const link = find<HTMLAnchorElement>(`[data-${name}]`);
    link.hidden = index < 0;
    if (beside === undefined) link.removeAttribute('href');
    else link.href = pathOf(beside);
  }
}

const pathOf = (id: string): string => `/customers/${encodeURIComponent(id)}`;

/** Decodes a URL segment. Text that was typed without encoding, such as `100%`, is returned unchanged. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Opens another customer without leaving the page, so that this customer's drafts are still there on return. */
function open(event: Event, path: string): void {
  event.preventDefault();
  history.pushState(null, '', path);
  show();
}

document.addEventListener('customer-open', (event) => open(event, pathOf(event.customerId)));
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-previous], [data-next]'))
  link.addEventListener('click', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (isPlain && link.hasAttribute('href')) open(event, link.pathname);
  });
addEventListener('popstate', show);
startFrame(show);
