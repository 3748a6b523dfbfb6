import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { AdapterError } from '../../adapter/adapter-error.ts';
import type { List } from '../../data/snapshot.ts';
import type { Coupon } from '../../domain/coupon.ts';
import type { Customer } from '../../domain/customer.ts';
import type { DashboardElement } from '../../element/dashboard-element.ts';
import type { RequestEvent } from '../../element/events.ts';
import { ListController, RecordController } from '../../element/resource-controller.ts';
import type { Localization } from '../../i18n/localization.ts';
import { adopt } from '../../ui/adopt.ts';
import { Dialog, type DialogContent } from '../../ui/dialog.ts';
import { icon } from '../../ui/icon.ts';
import * as icons from '../../ui/icons.ts';
import { moreRows } from '../../ui/more-rows.ts';
import { footer } from '../../ui/panel.ts';
import { RowWindow } from '../../ui/row-window.ts';
import { line, notice, stateView } from '../../ui/state-view.ts';
import { table, type TableShape } from '../../ui/table.ts';
import { datum } from '../../ui/text.ts';
import { warningNotices } from '../../ui/warnings.ts';
import { customerOf } from './adjust.data.ts';
import { CouponFlow } from './coupon-flow.ts';
import { couponConfirmation, couponForm, couponRefusal } from './coupon-form.ts';
import { couponShape, type CouponRow } from './coupon-table.ts';
import { statusText, wordsOf } from './coupon-words.ts';
import { couponStyles } from './coupon.styles.ts';
import { couponsOf, usable } from './credit-balance.data.ts';
import { sentStrip } from './sent-strip.ts';
import { whyNot } from './why-not.ts';

export interface CouponDeskNeeds {
  readonly announce: (request: RequestEvent) => boolean;
  /** Says once what has happened, to those who do not see it. */
  readonly say: (text: string) => void;
  /** Whether somebody may, and the platform can; the reason where somebody may not. */
  readonly may: (operation: 'issue' | 'revoke') => boolean | string;
  readonly signIn: () => string | null | undefined;
  /** Of the customer's accounts. */
  readonly currencies: () => readonly string[];
  readonly lapsingDays: () => number;
}

/** Coupons on screen, their issuing and their revocation. */
export class CouponDesk implements ReactiveController {
  readonly #host: DashboardElement;
  readonly #needs: CouponDeskNeeds;
  readonly #list: ListController<Coupon>;
  readonly #window: RowWindow<CouponRow>;
  readonly #customer: RecordController<Customer>;
  readonly #flow: CouponFlow;
  readonly #dialog: Dialog;
  #all = false;
  #copied: { readonly id: string; readonly done: boolean } | undefined;
  #made = new WeakMap<Coupon, CouponRow>();
  #shape: { readonly l10n: Localization; readonly may: boolean; readonly table: TableShape<CouponRow> } | undefined;
  #step: unknown;
  #focused: Element | null | undefined;

  constructor(host: DashboardElement, needs: CouponDeskNeeds) {
    this.#host = host;
    this.#needs = needs;
    this.#list = new ListController(
      host,
      (customerId) =>
        host.client?.adapter.coupons?.list ? couponsOf(customerId, this.#all ? undefined : usable) : undefined,
      { keepsLast: true },
    );
    this.#window = new RowWindow(host, () => this.#list.more());
    this.#flow = new CouponFlow(host, {
      announce: needs.announce,
      say: needs.say,
      closed: () => this.#dialog.close(),
      currency: () => needs.currencies()[0] ?? 'EUR',
      reread: () => this.#list.refresh(),
    });
    this.#dialog = new Dialog(host, 'coupon', () => this.#flow.stop());
    this.#customer = new RecordController(host, (customerId) =>
      this.#dialog.isOpen && host.client?.adapter.customers?.get ? customerOf(customerId) : undefined,
    );
    host.addController(this);
    adopt(host, couponStyles);
  }

  hostUpdate(): void {
    this.#focused = this.#host.shadowRoot?.activeElement;
  }

  hostUpdated(): void {
    const focused = this.#focused;
    this.#focused = undefined;
    const step = this.#dialog.isOpen ? this.#flow.reviewed : undefined;
    if (step !== this.#step && this.#dialog.isOpen) void this.#host.updateComplete.then(() => this.#refocus());
    this.#step = step;
    // What was revoked has no button any more to give the focus back to.
    const isOurs = focused?.closest('#dialog-coupon, [part~=revoke], [part~=issue]');
    if (isOurs && !this.#dialog.isOpen && (!focused!.isConnected || focused!.matches(':disabled')))
      void this.#host.updateComplete.then(() => this.#refocus());
  }

  get announcement(): string {
    return this.#stripText;
  }

  refresh(): void {
    this.#list.refresh();
  }

  /** For another customer: what was typed is kept. */
  close(): void {
    this.#dialog.close();
    this.#all = false;
    this.#copied = undefined;
  }

  /** What can be done, or why not. */
  actions(): TemplateResult | typeof nothing {
    const words = wordsOf(this.#host.l10n);
    const [issue, revoke] = [this.#needs.may('issue'), this.#needs.may('revoke')];
    if (issue === true)
      return html`<button
        type="button"
        class="button"
        part="issue"
        ?disabled=${this.#flow.sending.sent !== undefined}
        @click=${() => this.#open(() => this.#flow.issue())}
      >
        ${icon(icons.plus)}${words.issue}
      </button>`;
    if (typeof issue !== 'string') return nothing;
    const text = typeof revoke === 'string' ? words.readOnly : words.issueDenied;
    return html`<p class="quiet small coupon-denied">${icon(icons.lock)}<span>${text} ${datum(issue)}</span></p>`;
  }

  render(): TemplateResult {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    return stateView(this.#list.snapshot, {
      l10n,
      retry: () => this.#list.refresh(),
      signIn: this.#needs.signIn(),
      what: words.heading,
      isPart: true,
      skeleton: () => html`<div class="coupon-wait">${line(60)}${line(44)}${line(60)}</div>`,
      isEmpty: ({ items }) => !items.length,
      empty: () => ({
        path: icons.tag,
        title: this.#all ? words.noneAtAll : words.none,
        help: this.#all ? undefined : words.noneHelp,
      }),
      ready: (list) => this.#renderTable(list),
    }).content;
  }

  /** How many there are, and the way to the others. */
  footer(): TemplateResult | typeof nothing {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    const { snapshot } = this.#list;
    if (snapshot.phase !== 'ready') return nothing;
    const { items, total, hasMore } = snapshot.data;
    const count = total ?? items.length;
    const said = hasMore && total === undefined ? words.allSoFar : this.#all ? words.all : words.usable;
    return footer(
      typeof said === 'string' ? l10n.text(said, { count }) : l10n.text(said, { count }),
      html`<button type="button" class="link" part="view-all" @click=${this.#toggle}>
        ${this.#all ? words.showUsable : words.showAll}
      </button>`,
    );
  }

  strip(): TemplateResult | typeof nothing {
    if (this.#dialog.isOpen) return nothing;
    const { sending, refused } = this.#flow;
    const words = wordsOf(this.#host.l10n);
    const text = this.#stripText;
    if (sending.sent)
      return sentStrip({
        sending,
        text,
        words,
        onCheck: () => void this.#flow.check(),
        onRead: () => this.#list.refresh(),
      });
    if (!refused) return nothing;
    return notice({
      path: icons.alert,
      tone: 'warning',
      text: datum(text),
      action: html`<button type="button" class="button inline" @click=${() => this.#open(() => this.#flow.resume())}>
        ${words.lookAgain}
      </button>`,
    });
  }

  dialog(): TemplateResult | typeof nothing {
    return this.#dialog.render(() => this.#content());
  }

  #renderTable(list: List<Coupon>): TemplateResult {
    const { l10n } = this.#host;
    const content = table({
      label: wordsOf(l10n).heading,
      shape: this.#shapeIn(l10n),
      window: this.#window,
      items: list.items.map((coupon) => this.#rowOf(coupon)),
      total: list.total,
    });
    return html`${warningNotices(list.warnings, l10n)}
      <div class="coupons" part="coupons">${content}</div>
      ${moreRows(list, l10n, (again) => this.#list.more(again))}`;
  }

  /** The same row for the same coupon, so that it is not drawn again. */
  #rowOf(coupon: Coupon): CouponRow {
    const copied = this.#copied?.id === coupon.id ? this.#copied.done : undefined;
    const known = this.#made.get(coupon);
    if (known && known.copied === copied) return known;
    const row = { coupon, copied };
    this.#made.set(coupon, row);
    return row;
  }

  /** Made anew only for another language or permission. */
  #shapeIn(l10n: Localization): TableShape<CouponRow> {
    const may = this.#needs.may('revoke') === true;
    if (this.#shape?.l10n !== l10n || this.#shape.may !== may) {
      const soon = new Date(Date.parse(l10n.today) + this.#needs.lapsingDays() * 86_400_000).toISOString().slice(0, 10);
      const onRevoke = may ? (coupon: Coupon) => this.#open(() => this.#flow.revoke(coupon)) : undefined;
      this.#shape = {
        l10n,
        may,
        table: couponShape(this.#window, { l10n, soon, onCopy: (...code) => void this.#copy(...code), onRevoke }),
      };
    }
    return this.#shape.table;
  }

  #open(start: () => void): void {
    if (this.#flow.sending.sent) return;
    start();
    this.#dialog.show();
  }

  readonly #toggle = (): void => {
    this.#all = !this.#all;
    this.#host.requestUpdate();
  };

  async #copy(coupon: Coupon, code: string): Promise<void> {
    const { activeCustomer } = this.#host;
    let done = true;
    try {
      // Not there on a page served over plain http.
      await navigator.clipboard.writeText(code);
    } catch {
      done = false;
    }
    if (activeCustomer !== this.#host.activeCustomer) return;
    this.#copied = { id: coupon.id, done };
    this.#needs.say(done ? this.#host.l10n.common.copied : this.#host.l10n.common.notCopied);
    this.#host.requestUpdate();
  }

  get #stripText(): string {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    const { sending, refused } = this.#flow;
    const { sent, phase, doubt, canCheck } = sending;
    if (!sent || !phase) return refused ? this.#refusalText(refused.error, refused.kind) : '';
    const issues = sent.kind === 'issue';
    const pending = issues ? words.pendingIssue : words.pendingRevoke;
    const text = phase === 'pending' ? pending : issues ? words.unknownIssue : words.unknownRevoke;
    const why = doubt && whyNot(doubt, words.changed, l10n);
    return [text, phase === 'checking' && words.checking, doubt && !canCheck && words.lookYourself, why]
      .filter(Boolean)
      .join(' ');
  }

  #refusalText(error: AdapterError, kind: 'issue' | 'revoke'): string {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    const current = this.#flow.currentOf(error);
    const changed = current ? l10n.text(words.changed, { status: statusText(current, l10n) }) : l10n.common.conflict;
    return `${kind === 'issue' ? words.refusedIssue : words.refusedRevoke} ${whyNot(error, changed, l10n)}`.trim();
  }

  #content(): DialogContent {
    const { l10n } = this.#host;
    const words = wordsOf(l10n);
    const flow = this.#flow;
    const { reviewed, draft, refused } = flow;
    const refusal = refused ? couponRefusal(this.#refusalText(refused.error, refused.kind)) : nothing;
    const { snapshot } = this.#customer;
    if (reviewed) {
      const issues = reviewed.kind === 'issue';
      const busy = flow.sending.sent !== undefined;
      const button = html`<button
        type="button"
        class=${issues ? 'button primary' : 'button danger'}
        part="confirm"
        aria-disabled=${busy ? 'true' : 'false'}
        @click=${(event: MouseEvent) => {
          // The second click of a double click on what led here confirms nothing.
          if (event.detail <= 1) void flow.confirm();
        }}
      >
        ${busy ? words.sending : issues ? words.issue : words.confirmRevoke}
      </button>`;
      const leave = issues ? () => flow.edit() : () => this.#dialog.close();
      return {
        heading: issues ? words.issueQuestion : words.revokeQuestion,
        l10n,
        body: couponConfirmation({
          coupon: reviewed.coupon,
          customerId: reviewed.customerId,
          customer: snapshot.phase === 'ready' ? snapshot.data : undefined,
          remark: issues ? words.issueFinal : words.revokeFinal,
          isSlow: flow.sending.phase === 'pending',
          l10n,
          refusal,
        }),
        footer: html`<button
            type="button"
            class="button ghost"
            part=${issues ? 'back' : 'cancel'}
            aria-disabled=${busy && issues ? 'true' : 'false'}
            @click=${leave}
          >
            ${issues ? l10n.common.back : l10n.common.cancel}</button
          >${button}`,
      };
    }
    return {
      heading: words.issue,
      l10n,
      body: draft
        ? couponForm({
            draft,
            reading: flow.reading,
            errors: flow.errors,
            currencies: [...new Set([...this.#needs.currencies(), draft.currency])],
            l10n,
            refusal,
            change: (part) => flow.change(part),
            touch: (name) => flow.touch(name),
            onReview: () => {
              if (!flow.review()) void this.#host.updateComplete.then(() => this.#refocus());
            },
          })
        : html`<div class="body"></div>`,
      footer: html`${
          flow.isBlank
            ? nothing
            : html`<button type="button" class="button ghost discard" part="discard" @click=${() => flow.discard()}>
                ${words.discard}
              </button>`
        }
        <button type="button" class="button ghost" part="cancel" @click=${() => this.#dialog.close()}>
          ${l10n.common.cancel}
        </button>
        <button type="submit" class="button primary" part="review" form="coupon-form">${words.review}</button>`,
    };
  }

  /** To where the operator goes on. */
  #refocus(): void {
    const targets = this.#dialog.isOpen
      ? ['#coupon-confirmation', '#coupon-form [aria-invalid=true]', '#coupon-name']
      : ['[part=check]', '[part=issue]:not(:disabled)'];
    for (const target of targets) {
      const element = this.#host.renderRoot.querySelector<HTMLElement>(target);
      if (element) return element.focus();
    }
  }
}
