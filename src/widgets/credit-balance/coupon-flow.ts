import type { ReactiveController } from 'lit';
import type { AdapterError } from '../../adapter/adapter-error.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import { Drafts, type DraftSlot } from '../../element/drafts.ts';
import type { RequestEvent } from '../../element/events.ts';
import {
  couponFields,
  emptyCoupon,
  errorsAt,
  isBlankCoupon,
  readCoupon,
  type CouponDraft,
  type CouponField,
  type CouponReading,
} from './coupon-draft.ts';
import { benefitText, wordsOf } from './coupon-words.ts';
import { compareCoupon, doing, type CouponWork } from './coupon.data.ts';
import * as events from './credit-balance.events.ts';
import { Sending, type Outcome } from './sending.ts';

export interface CouponFlowNeeds {
  readonly announce: (request: RequestEvent) => boolean;
  readonly say: (text: string) => void;
  /** The dialog has no more to show. */
  readonly closed: () => void;
  /** In which currency an amount is typed at first. */
  readonly currency: () => string;
  /** The coupons are not what they were thought to be. */
  readonly reread: () => void;
}

/** What was refused: the work, and why. Nothing was written. */
interface RefusedWork {
  readonly work: CouponWork;
  readonly kind: CouponWork['kind'];
  readonly error: AdapterError;
}

/** A coupon from its draft, or its revocation, by way of the review, to its outcome. */
export class CouponFlow implements ReactiveController {
  readonly #host: DashboardElement;
  readonly #needs: CouponFlowNeeds;
  readonly #drafts: Drafts<CouponDraft>;
  readonly #refused: Drafts<RefusedWork>;
  readonly sending: Sending<CouponWork, Coupon, Coupon>;
  readonly #touched = new Set<CouponField>();
  #reviewed: CouponWork | undefined;

  constructor(host: DashboardElement, needs: CouponFlowNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#drafts = new Drafts(host, (draft) => !isBlankCoupon(draft));
    this.#refused = new Drafts(host);
    this.sending = new Sending(host, {
      name: 'coupon',
      customerOf: ({ customerId }) => customerId,
      writing: doing,
      guarantees: ({ adapter }) => adapter.coupons?.guarantees,
      compare: compareCoupon,
    });
    host.addController(this);
  }

  hostUpdate(): void {
    const late = this.sending.collect();
    if (late) this.#refuse(late.what, late.refused, this.#slots(late.what.customerId));
  }

  get draft(): CouponDraft | undefined {
    return this.#drafts.get();
  }

  get isBlank(): boolean {
    return !this.draft || isBlankCoupon(this.draft);
  }

  get reviewed(): CouponWork | undefined {
    return this.#reviewed;
  }

  get refused(): RefusedWork | undefined {
    return this.#refused.get();
  }

  get reading(): CouponReading {
    return this.draft ? readCoupon(this.draft, this.#host.l10n) : { errors: {} };
  }

  /** What is wrong, as far as it is time to say so: what was left or reviewed, and all that the server said. */
  get errors(): CouponReading['errors'] {
    const due = Object.entries(this.reading.errors).filter(([field]) => this.#touched.has(field as CouponField));
    return { ...this.draft?.errors, ...Object.fromEntries(due) };
  }

  /** The coupon of a conflict as it is now. */
  currentOf({ current }: AdapterError): Coupon | undefined {
    const { customerId } = this.refused?.work ?? {};
    const coupon = current as Partial<Coupon> | undefined;
    return coupon?.customerId === customerId && coupon?.status !== undefined ? (coupon as Coupon) : undefined;
  }

  issue(): void {
    this.#needs.say('');
    this.#refused.set(undefined);
    if (this.isBlank) this.#drafts.set(emptyCoupon(this.#needs.currency()));
  }

  revoke(coupon: Coupon): void {
    this.#needs.say('');
    this.#refused.set(undefined);
    this.sending.renew();
    this.#reviewed = { kind: 'revoke', customerId: coupon.customerId, coupon };
  }

  /** Back to what was refused. */
  resume(): void {
    const { refused } = this;
    if (refused?.kind === 'revoke') this.#reviewed = refused.work;
  }

  /** The dialog is closed: what was typed stays. */
  stop(): void {
    this.#reviewed = undefined;
    this.#touched.clear();
    if (this.refused?.kind === 'revoke') this.#refused.set(undefined);
    this.#host.requestUpdate();
  }

  /** Something was typed or chosen. */
  change(part: Partial<CouponDraft>): void {
    const { draft } = this;
    if (!draft) return;
    this.#refused.set(undefined);
    this.#drafts.set({ ...draft, ...part, errors: {} });
  }

  /** A field was left: now it may be said what is wrong with it. */
  touch(field: CouponField): void {
    if (this.draft?.[field]) this.#touched.add(field);
    this.#host.requestUpdate();
  }

  discard(): void {
    this.#touched.clear();
    this.#refused.set(undefined);
    this.#drafts.set(emptyCoupon(this.#needs.currency()));
  }

  /** On to the second step, where nothing is wrong. Whether it is. */
  review(): boolean {
    for (const field of couponFields) this.#touched.add(field);
    this.#host.requestUpdate();
    const { coupon } = this.reading;
    const { activeCustomer } = this.#host;
    if (!coupon || activeCustomer === undefined || this.sending.sent) return false;
    this.#refused.set(undefined);
    this.sending.renew();
    this.#reviewed = { kind: 'issue', customerId: activeCustomer, coupon };
    return true;
  }

  /** Back to the first step. */
  edit(): void {
    if (this.sending.sent) return;
    this.#reviewed = undefined;
    this.#host.requestUpdate();
  }

  /** Sends what was reviewed. Once: while it is on its way, or nobody knows, nothing else is sent. */
  async confirm(): Promise<void> {
    const { reviewed } = this;
    if (!reviewed || this.sending.sent || !this.#needs.announce(requestOf(reviewed))) return;
    this.#refused.set(undefined);
    await this.sending.send(reviewed, this.#settling(reviewed));
  }

  /** Asks what became of what is in doubt. */
  async check(): Promise<void> {
    const { sent } = this.sending;
    if (sent) await this.sending.check(this.#settling(sent));
  }

  #settling(work: CouponWork): (outcome: Outcome<Coupon>) => void {
    const { client } = this.#host;
    const slots = this.#slots(work.customerId);
    return (outcome) => {
      const isHere = client === this.#host.client && work.customerId === this.#host.activeCustomer;
      if ('refused' in outcome) return this.#refuse(work, outcome.refused, slots);
      if ('unknownOutcome' in outcome) {
        if (isHere) this.#needs.closed();
        return;
      }
      if (work.kind === 'issue') slots.draft.set(undefined);
      if (isHere) this.#done(work);
      const { customerId, id } = outcome.done;
      this.#host.dispatchEvent(
        work.kind === 'issue'
          ? new events.CouponIssuedEvent(customerId, id)
          : new events.CouponRevokedEvent(customerId, id),
      );
    };
  }

  #done(work: CouponWork): void {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    this.#needs.closed();
    this.#needs.say(
      work.kind === 'issue'
        ? l10n.text(words.issued, { benefit: benefitText(work.coupon.benefit, l10n) })
        : words.wasRevoked,
    );
  }

  /** Nothing was written. What was typed stays, and what is wrong is said beside it. */
  #refuse(work: CouponWork, error: AdapterError, { draft, refused }: Slots): void {
    refused.set({ work, kind: work.kind, error });
    const typed = draft.get();
    if (work.kind === 'issue' && typed) draft.set({ ...typed, errors: errorsAt(error.fieldErrors) });
    if (work.customerId !== this.#host.activeCustomer) return;
    if (work.kind === 'issue' && error.code === 'validation') this.#reviewed = undefined;
    if (error.code === 'conflict' || error.code === 'not-found' || error.code === 'validation') this.#needs.reread();
  }

  #slots(customerId: string): Slots {
    return { draft: this.#drafts.slot(customerId), refused: this.#refused.slot(customerId) };
  }
}

interface Slots {
  readonly draft: DraftSlot<CouponDraft>;
  readonly refused: DraftSlot<RefusedWork>;
}

const requestOf = (work: CouponWork): RequestEvent =>
  work.kind === 'issue'
    ? new events.CouponIssueEvent(work.customerId)
    : new events.CouponRevokeEvent(work.customerId, work.coupon.id);
