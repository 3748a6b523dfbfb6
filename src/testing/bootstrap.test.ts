import { executeServerCommand } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../widgets/notes-panel/define.ts';
import type { NotesPanel } from '../widgets/notes-panel/notes-panel.ts';
import { until } from './kit.ts';
import { knownCustomers, shopAdapter } from './shop.ts';

interface Overlay {
  show(): void;
  hide(): void;
  dispose(): void;
}

interface Bootstrap {
  readonly Modal: new (element: Element) => Overlay;
  readonly Offcanvas: new (element: Element) => Overlay;
}

declare global {
  // Bootstrap's UMD build declares a global with its name.
  var bootstrap: Bootstrap | undefined;
}

const library: string = '/node_modules/bootstrap/dist/js/bootstrap.bundle.js';
const press = (keys: string) => executeServerCommand('press', keys);

describe('inside a Bootstrap 5 overlay', () => {
  before(async () => {
    await import(library);
    const sheet = new CSSStyleSheet();
    await sheet.replace(
      (await (await fetch('/node_modules/bootstrap/dist/css/bootstrap.css')).text()).replaceAll(
        /@font-face\s*\{[^}]*\}|@charset[^;]*;/g,
        '',
      ),
    );
    document.adoptedStyleSheets = [sheet];
  });

  after(() => {
    document.adoptedStyleSheets = [];
  });

  for (const kind of ['Modal', 'Offcanvas'] as const)
    it(`${kind}: Escape closes what is open in a widget first, then the overlay`, async function () {
      this.timeout(20_000);
      const box = document.createElement('div');
      box.className = kind === 'Modal' ? 'modal' : 'offcanvas offcanvas-end';
      box.tabIndex = -1;
      const widget = document.createElement('notes-panel') as NotesPanel;
      Object.assign(widget, { adapter: shopAdapter(), customerId: knownCustomers.ingrid, limit: 2 });
      if (kind === 'Modal') {
        const content = document.createElement('div');
        content.className = 'modal-dialog';
        const inner = content.appendChild(document.createElement('div'));
        inner.className = 'modal-content';
        inner.append(widget);
        box.append(content);
      } else box.append(widget);
      document.body.append(box);
      const overlay = new globalThis.bootstrap![kind](box);
      const events: string[] = [];
      const name = kind.toLowerCase();
      for (const event of ['shown', 'hide', 'hidden'])
        box.addEventListener(`${event}.bs.${name}`, () => events.push(event));
      overlay.show();
      await until(() => events.includes('shown'), 'the overlay');

      const link = await until(() => widget.shadowRoot!.querySelector<HTMLElement>('[part~=view-all]'), 'all notes');
      link.click();
      const dialog = () => widget.shadowRoot!.querySelector('dialog[open]');
      await until(dialog, 'a dialog of the widget');
      await press('Escape');
      await until(() => !dialog(), 'the dialog closes');
      expect(events).to.deep.equal(['shown']);

      await press('Escape');
      await until(() => events.includes('hidden'), 'the overlay closes');
      overlay.dispose();
      box.remove();
    });
});
