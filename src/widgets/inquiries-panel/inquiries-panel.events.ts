import { factEvent, requestEvent } from '../../element/events.ts';

/** The actions on an inquiry that send no reply. */
export type InquiryStep = 'close' | 'reopen' | 'markUrgent' | 'unmarkUrgent';

/** An inquiry is about to be opened. */
export class InquiryOpenEvent extends requestEvent('inquiry-open', 'inquiryId') {}

/** A reply is about to be sent. */
export class InquiryReplyEvent extends requestEvent('inquiry-reply', 'inquiryId') {}

/** A reply was sent. */
export class InquiryRepliedEvent extends factEvent('inquiry-replied', 'inquiryId') {}

/** An inquiry is about to be changed without a reply. */
export class InquiryChangeEvent extends requestEvent('inquiry-change', 'inquiryId', 'step')<{ step: InquiryStep }> {}

/** An inquiry was changed without a reply. */
export class InquiryChangedEvent extends factEvent('inquiry-changed', 'inquiryId', 'step')<{ step: InquiryStep }> {}

declare global {
  interface GlobalEventHandlersEventMap {
    'inquiry-open': InquiryOpenEvent;
    'inquiry-reply': InquiryReplyEvent;
    'inquiry-replied': InquiryRepliedEvent;
    'inquiry-change': InquiryChangeEvent;
    'inquiry-changed': InquiryChangedEvent;
  }
}
