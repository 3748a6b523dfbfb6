// Loaded with the first rows, if the platform keeps preferences.
import { html, type TemplateResult } from 'lit';
import { preferenceScopes } from '../../domain/preference.ts';
import type { WidgetHost } from '../../element/widget-host.ts';
import type { Popovers } from '../../ui/popover.ts';
import type { FurtherTool, ListPlace } from '../list-tools.ts';
import type { ChoosableWidget, ShownChoices } from '../choosable-widget.ts';
import { ListPreferences } from './list-preferences.ts';
import { listViewsWords } from './words.en.ts';

/** The preferences of a list with their tool: a button that names the applied view, and opens the menu of all. */
export class ViewsTool extends ListPreferences implements FurtherTool {
  readonly name = 'views';
  readonly #suffix: string;

  /** `number` counts the tools that the list has had, so that a popover never shows the views of another adapter. */
  constructor(host: WidgetHost, key: string, widget: ChoosableWidget, choices: ShownChoices, number: number) {
    super(host, key, widget, choices);
    this.#suffix = number > 1 ? `-${number}` : '';
  }

  render(popovers: Popovers, place: ListPlace): TemplateResult {
    const words = this.host.l10n.words(listViewsWords);
    const { view } = this;
    return html`${popovers.render({
      name: (place === 'panel' ? 'views-panel' : 'views') + this.#suffix,
      label: words.views,
      button: {
        label: view?.name ?? words.views,
        ...(view && { about: words.view }),
        ...(this.isChanged && { count: words.changed }),
      },
      load: async () => {
        const [{ ViewsMenu }] = await Promise.all([
          import('./views-menu.ts'),
          ...preferenceScopes.map((scope) => this.read(scope)),
        ]);
        return new ViewsMenu(this, place);
      },
      content: (menu) => menu.render(() => popovers.close()),
    })}`;
  }
}
