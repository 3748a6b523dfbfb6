import { find, startFrame } from './frame.ts';
import { keepList, readList } from './last-list.ts';

const list = find<HTMLElementTagNameMap['customer-list']>('customer-list');

startFrame(() => {
  const text = new URLSearchParams(location.search).get('text');
  const { query } = text === null ? readList() : { query: { text } };
  if (query) list.startQuery = query;
  list.hidden = false;
});

list.addEventListener('query-changed', ({ query }) => {
  keepList({ query });
  // The text in the address is only where the list began.
  history.replaceState(null, '', location.pathname);
});
list.addEventListener('customer-open', ({ customerIds }) => keepList({ customerIds }));
