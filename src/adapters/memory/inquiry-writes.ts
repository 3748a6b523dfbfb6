import { check } from '../../adapter/check.ts';
import type { WriteName } from '../../adapter/operations.ts';
import type { WriteOptions } from '../../adapter/options.ts';
import type { InquiriesPort } from '../../adapter/ports/inquiries.ts';
import { InquiryChange, InquiryReply, type Inquiry } from '../../domain/inquiry.ts';
import { replied } from './inquiries.ts';
import { demandVersion, following, found, type MemorySession } from './session.ts';

/** Creates the writes of the port `inquiries`. */
export function inquiryWrites(session: MemorySession) {
  const { store, operator } = session;

  function replace(
    operation: WriteName,
    customerId: string,
    [inquiryId, body]: readonly [string, unknown],
    options: WriteOptions,
    replaced: (current: Inquiry) => Inquiry,
  ): Promise<Inquiry> {
    return session.change(operation, customerId, [inquiryId, body], options, (file) => {
      const before = found(file.lists.inquiries, inquiryId);
      demandVersion(before, options.ifVersion);
      const after = { ...replaced(before), version: following(before.version) };
      const inquiries = file.lists.inquiries.map((other) => (other === before ? after : other));
      file.lists = { ...file.lists, inquiries };
      return after;
    });
  }

  return {
    reply(customerId, id, reply, options) {
      return replace('inquiries.reply', customerId, [id, reply], options, (current) =>
        replied(current, check(InquiryReply, reply), store.tick(), operator.actor),
      );
    },

    update(customerId, id, change, options) {
      return replace('inquiries.update', customerId, [id, change], options, (current) => ({
        ...current,
        ...check(InquiryChange, change),
      }));
    },
  } satisfies Pick<InquiriesPort, 'reply' | 'update'>;
}
