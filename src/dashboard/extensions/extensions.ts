import type { TemplateResult } from 'lit';
import { observeRecord, type Resource } from '../../data/observe.ts';
import type { ClientDependent, DashboardClient } from '../../data/client.ts';
import type { Permissions } from '../../domain/operator.ts';
import { permissionsOf } from '../../element/permissions.ts';
import type { Localization } from '../../i18n/localization.ts';
import { canonicalTag } from '../../i18n/locale-tag.ts';
import { buttonStyles } from '../../ui/button.ts';
import { panelStyles } from '../../ui/panel.ts';
import { stateStyles } from '../../ui/state-view.ts';
import { adopt } from '../../ui/styles.ts';
import { WidgetErrorEvent, type WidgetFailure } from '../customer-dashboard.events.ts';
import { idOf, type LayoutWidget } from '../layout/layout.ts';
import { contained, containUpdates, handled, isFrom } from './contain.ts';
import { ExtensionAccess, type ContextRequest } from './extension-access.ts';
import { extensionCard, extensionStyles } from './extension-card.ts';
import { ExtensionLoads } from './extension-loads.ts';
import type { ExtensionState, WidgetManifest } from './manifest.ts';
import { manifestOf } from './registry.ts';
import { extensionWords } from './words.en.ts';

/** The dashboard that shows the widgets of others. */
export interface ExtensionsHost extends HTMLElement {
  readonly client: DashboardClient | undefined;
  readonly activeCustomer: string | undefined;
  readonly grants: Readonly<Record<string, readonly string[]>>;
  readonly l10n: Localization;
  readonly requestedLocale: string;
  readonly renderRoot: Node;
  requestUpdate(): void;
}

/** The widgets of others in one dashboard: what each may reach, and what has gone wrong with it. */
export class Extensions {
  readonly #host: ExtensionsHost;
  readonly #loads: ExtensionLoads;
  readonly #accesses = new Map<Element, ExtensionAccess>();
  /** The failures of elements, by the id of their widget in the layout. */
  readonly #failures = new Map<string, 'failed'>();
  /** The elements that the dashboard has created, by the id of their widget. */
  readonly #created = new Map<string, { readonly element: HTMLElement; readonly manifest: WidgetManifest }>();
  #permissions:
    | { readonly key: string; readonly client: DashboardClient; readonly resource: Resource<Permissions> }
    | undefined;
  #subject: readonly unknown[] = [];
  /** The client that is followed to the end of the session. */
  #followed: DashboardClient | undefined;
  #isSignedOut = false;

  constructor(host: ExtensionsHost) {
    this.#host = host;
    for (const styles of [buttonStyles, panelStyles, stateStyles, extensionStyles]) adopt(host, styles);
    this.#loads = new ExtensionLoads(
      () => host.requestUpdate(),
      ({ tag }, failure, error) => this.#report(tag, failure, error),
    );
  }

  connect(): void {
    for (const type of ['error', 'unhandledrejection'])
      globalThis.addEventListener(type, this.#blame, { capture: true });
  }

  disconnect(): void {
    for (const type of ['error', 'unhandledrejection'])
      globalThis.removeEventListener(type, this.#blame, { capture: true });
    this.#permissions?.resource.release();
    this.#permissions = undefined;
    this.#followSession(undefined);
    for (const [element, access] of this.#accesses) if (!element.isConnected) this.#forget(element, access);
  }

  /** Follows the dashboard to another customer, adapter or language. Called before each update. */
  update(): void {
    const { client, activeCustomer } = this.#host;
    const subject = [client, activeCustomer];
    if (subject.some((part, index) => part !== this.#subject[index])) this.#failures.clear();
    this.#subject = subject;
    this.#followPermissions();
    this.#followSession(client);
    for (const [element, access] of this.#accesses)
      if (this.#host.contains(element)) access.update(this.#sourceOf(element.localName));
      else this.#forget(element, access);
  }

  /** Returns what is shown in the place of a widget. */
  stateOf(widget: LayoutWidget): ExtensionState {
    const manifest = manifestOf(widget.tag);
    const availability = manifest && this.#availabilityOf(manifest);
    if (!manifest || availability === 'absent') return 'absent';
    if (this.#isSignedOut) return this.#created.has(idOf(widget)) ? 'signed-out' : 'absent';
    return availability ?? this.#failures.get(idOf(widget)) ?? this.#loads.stateOf(manifest);
  }

  /** Loads or creates a widget again after a failure. */
  retry(widget: LayoutWidget): void {
    this.#failures.delete(idOf(widget));
    this.#loads.retry(manifestOf(widget.tag)!);
    this.#host.requestUpdate();
  }

  /**
   * Returns the element of a widget once it can be shown, after `apply` has set its attributes and has put it into the
   * page. Neither creating nor connecting an element throws: the widget fails instead.
   */
  show(widget: LayoutWidget, apply: (element: HTMLElement) => void): HTMLElement | undefined {
    const id = idOf(widget);
    const state = this.stateOf(widget);
    // What was typed in the element is kept.
    if (state === 'signed-out') return this.#created.get(id)?.element;
    if (state !== 'ready') return this.remove(id);
    const manifest = manifestOf(widget.tag)!;
    let { element } = this.#created.get(id) ?? {};
    const failure = contained(() => {
      element ??= this.#create(id, manifest);
      this.#created.set(id, { element, manifest });
      apply(element);
    });
    if (!failure) return element;
    this.#fail(id, widget.tag, failure.thrown);
    return this.remove(id);
  }

  /** Renders the place of a widget, whose slot is the content. */
  card(widget: LayoutWidget, title: string, content: TemplateResult): TemplateResult {
    const { l10n } = this.#host;
    const retry = (): void => this.retry(widget);
    return extensionCard({
      manifest: manifestOf(widget.tag)!,
      title,
      state: this.stateOf(widget),
      l10n,
      retry,
      content,
    });
  }

  /** Removes the element of a widget. */
  remove(id: string): undefined {
    const { element } = this.#created.get(id) ?? {};
    this.#created.delete(id);
    if (element) contained(() => element.remove());
  }

  /** Answers a request for the client by an element inside a child of the dashboard that is a widget of others. */
  answer(child: Element, request: ContextRequest): void {
    const manifest = manifestOf(child.localName)!;
    (this.#accesses.get(child) ?? this.#accessOf(child, manifest)).answer(request);
  }

  #create(id: string, manifest: WidgetManifest): HTMLElement {
    const element = new (customElements.get(manifest.tag)!)();
    this.#accessOf(element, manifest);
    containUpdates(element, (thrown) => this.#fail(id, manifest.tag, thrown));
    return element;
  }

  #accessOf(element: Element, manifest: WidgetManifest): ExtensionAccess {
    const reason = (): string => this.#host.l10n.words(extensionWords).readOnly;
    const access = new ExtensionAccess(manifest, reason, (thrown) => {
      const [id] = [...this.#created].find(([, created]) => created.element === element) ?? [];
      if (id !== undefined) this.#fail(id, manifest.tag, thrown);
    });
    this.#accesses.set(element, access);
    access.update(this.#sourceOf(manifest.tag));
    return access;
  }

  #forget(element: Element, access: ExtensionAccess): void {
    this.#accesses.delete(element);
    access.release();
  }

  #sourceOf(tag: string) {
    const { client, grants } = this.#host;
    return { client, grants: Object.hasOwn(grants, tag) ? grants[tag]! : [] };
  }

  #followPermissions(): void {
    const { client, activeCustomer, l10n, requestedLocale } = this.#host;
    const key = JSON.stringify([activeCustomer, requestedLocale, l10n.timeZone]);
    if (key === this.#permissions?.key && client === this.#permissions.client) return;
    this.#permissions?.resource.release();
    this.#permissions = undefined;
    if (!client?.adapter.permissions || activeCustomer === undefined) return;
    const settings = { locale: canonicalTag(requestedLocale) ?? 'en', timeZone: l10n.timeZone };
    const changed = (): void => this.#host.requestUpdate();
    const resource = observeRecord(client, permissionsOf(activeCustomer), settings, changed);
    this.#permissions = { key, client, resource };
  }

  #followSession(client: DashboardClient | undefined): void {
    if (client === this.#followed) return;
    this.#followed?.dependents.delete(this.#session);
    client?.dependents.add(this.#session);
    this.#followed = client;
    this.#isSignedOut = false;
  }

  readonly #session: ClientDependent = {
    clear: () => {},
    setSignedOut: (isSignedOut) => {
      this.#isSignedOut = isSignedOut;
      this.#host.requestUpdate();
    },
  };

  /** Returns `absent` if the platform or the operator lacks what the widget needs, `loading` until that is known. */
  #availabilityOf({ permissions = [] }: WidgetManifest): 'absent' | 'loading' | undefined {
    const { client } = this.#host;
    if (!client) return 'loading';
    if (permissions.some((operation) => !hasOperation(client, operation))) return 'absent';
    const snapshot = this.#permissions?.resource.snapshot;
    if (snapshot?.phase === 'loading' && permissions.length > 0) return 'loading';
    // As for the library's widgets, everything is allowed if nobody says otherwise: the server refuses it still.
    const known = snapshot?.phase === 'ready' ? snapshot.data : {};
    const isLacking = permissions.some((operation) => ['denied', 'planned'].includes(known[operation]?.state ?? ''));
    return isLacking ? 'absent' : undefined;
  }

  /** Finds the widget that has not caught an error: by the error of its facade, or by the module it comes from. */
  readonly #blame = (event: Event): void => {
    const isRejection = 'reason' in event;
    if (!isRejection && !(event instanceof ErrorEvent)) return;
    for (const [id, { element, manifest }] of this.#created) {
      const { source, tag } = manifest;
      const url = source && typeof source !== 'function' ? new URL(source, document.baseURI).href : undefined;
      const isCause = isRejection && this.#accesses.get(element)?.hasCaused(event.reason);
      if (!isCause && !(url && isFrom(url, event as ErrorEvent))) continue;
      handled(event);
      this.#fail(id, tag, isRejection ? event.reason : (event as ErrorEvent).error);
    }
  };

  #fail(id: string, tag: string, error: unknown): void {
    if (this.#failures.has(id)) return;
    this.#failures.set(id, 'failed');
    this.#report(tag, 'failed', error);
    this.#host.requestUpdate();
  }

  #report(tag: string, failure: WidgetFailure, error: unknown): void {
    // Logs only the name of the error, because its message may contain personal data of a customer.
    console.warn(`<${tag}> is not shown: ${failure}`, error instanceof Error ? error.name : '');
    this.#host.dispatchEvent(new WidgetErrorEvent(tag, failure, error));
  }
}

/** Returns whether an adapter has the method of an operation. */
function hasOperation({ adapter }: DashboardClient, operation: string): boolean {
  const [port = '', method = ''] = operation.split('.');
  const owner: unknown = Reflect.get(adapter, port);
  return typeof owner === 'object' && owner !== null && typeof Reflect.get(owner, method) === 'function';
}
