import { AdapterError } from '../../adapter/adapter-error.ts';
import { ingrid } from '../../testing/circumstances.ts';
import { part, parts, type, until } from '../../testing/kit.ts';
import { listCells } from '../../testing/list-cells.ts';
import { scripted } from '../../testing/scripted.ts';
import { adminLinks, shopAdapter } from '../../testing/shop.ts';

const inquiry = { id: 'inq-1', ...ingrid, subject: 'Where is it?', status: 'open', createdAt: '2026-11-17T16:20:00Z' };
const long = {
  subject: 'The delivery of the two-group espresso machine with grinder, filter and quarterly service is late again',
  text: 'We waited from eight to twelve.\n'.repeat(20),
  channel: { code: 'marketplace', label: 'Messages of the marketplace’s own buyer and seller center' },
  urgent: true,
  lastReply: { at: '2026-11-18T07:42:00Z', author: { id: 'op-1', name: 'Wilhelmina Brzęczyszczykiewicz-Fairweather' } },
  order: { id: 'o-1', number: 'KILN-LANE-WHOLESALE-0000001042' },
};

export const cells = listCells(
  'inquiries.list',
  { heading: 'Inquiries' },
  {
    populated: { ...ingrid, adapter: () => shopAdapter({ links: adminLinks }), shows: '3 open, 1 urgent' },
    empty: 'No inquiries yet.',
    partial: { page: [inquiry], shows: 'Where is it?' },
    conflict: {
      ...ingrid,
      adapter: () => {
        const script = scripted(shopAdapter());
        script.always('inquiries.reply', { fail: new AdapterError('conflict', {}) });
        return script.adapter;
      },
      act: async (element) => {
        (await until(() => parts(element, 'reply')[0], 'an inquiry')).click();
        type(await until(() => element.shadowRoot!.querySelector('textarea'), 'the form'), 'It is on its way.');
        part(element, 'save')!.click();
      },
      shows: 'The reply was not sent.',
    },
    longText: { page: [{ ...inquiry, ...long }], shows: 'Urgent' },
    redacted: {
      ...ingrid,
      adapter: () =>
        shopAdapter({
          permissions: { 'inquiries.reply': { state: 'denied', reason: 'Agents reply to customers.' } },
        }),
      shows: 'Agents reply to customers.',
    },
  },
);
