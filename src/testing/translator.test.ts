import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import '../define-all.ts';
import type { CreditAccount } from '../domain/credit.ts';
import type { Page } from '../domain/page.ts';
import type { DashboardElement } from '../element/dashboard-element.ts';
import type { CreditBalance } from '../widgets/credit-balance/credit-balance.ts';
import type { OrderHistory } from '../widgets/order-history/order-history.ts';
import { isChromium, sampledTags } from './engines.ts';
import { mount, part, parts, textOf, type, unmountAll, until } from './kit.ts';
import { scenarioNames } from './scenario.ts';
import { scenarios, widgetTags } from './scenarios.ts';
import { scripted } from './scripted.ts';
import { knownCustomers, shopAdapter } from './shop.ts';
import { stage } from './stage.ts';
import { translatable, translate } from './translator.ts';

const { ingrid } = knownCustomers;
const isSettled = ({ shadowRoot }: Element) => !shadowRoot!.querySelector('[aria-busy=true], .skeleton');

const changed = { value: '136.50', currency: 'GBP' };

/** Returns the text of an order's row. */
const rowOf = (element: Element, number: string) =>
  parts(element, 'row')
    .map(({ textContent }) => textContent.replace(/\s+/g, ' '))
    .find((text) => text.includes(number));

describe('a page that a browser extension translates', () => {
  afterEach(() => {
    unmountAll();
    document.body.replaceChildren();
  });

  async function orders(properties: Partial<OrderHistory> = {}) {
    const script = scripted<Adapter>(shopAdapter());
    const element = mount<OrderHistory>('order-history', {
      adapter: script.adapter,
      customerId: ingrid,
      limit: 8,
      ...properties,
    });
    await until(() => rowOf(element, '#10512'), 'orders');
    return { script, element };
  }

  for (const ignoresMarks of [false, true]) {
    const title = ignoresMarks ? 'by one that translates everything' : 'by one that leaves data alone';

    it(`${title}: a live change is shown`, async () => {
      const script = scripted<Adapter>(shopAdapter());
      const element = mount<CreditBalance>('credit-balance', { adapter: script.adapter, customerId: ingrid });
      await until(() => parts(element, 'figure').length && isSettled(element), 'balances');
      const figures = () => parts(element, 'figure').map(({ textContent }) => textContent.trim());
      expect(figures()).to.include('£86.50');
      translate(element.shadowRoot!, { ignoresMarks });
      script.always('credit.accounts', {
        answer: async (carryOut) => {
          const page = (await carryOut()) as Page<CreditAccount>;
          return {
            ...page,
            items: page.items.map((account, index) => (index ? account : { ...account, balance: changed })),
          };
        },
      });
      element.refresh();
      await until(() => figures().includes('£136.50'), 'the new balance');
      expect(figures()).to.not.include('£86.50');
    });

    it(`${title}: search results appear with their own amounts`, async () => {
      const { element } = await orders({ toolbar: 'search' } as Partial<OrderHistory>);
      const own = rowOf(element, '#10498');
      expect(own).to.contain('£86.00');
      const field = await until(() => element.shadowRoot!.querySelector<HTMLInputElement>('[type=search]'), 'a field');
      translate(element.shadowRoot!, { ignoresMarks });
      type(field, '10498');
      await until(() => parts(element, 'row').length === 1 && isSettled(element), 'the matches');
      expect(rowOf(element, '#10498')).to.equal(own);
    });

    for (const tag of sampledTags) {
      it(`${title}: ${tag} shows every customer as on a page without translation`, async function () {
        this.timeout(30_000);
        const adapter = shopAdapter();
        const pair = [0, 1].map(() => mount<DashboardElement>(tag, { adapter, customerId: ingrid }));
        const [translated, plain] = pair as [DashboardElement, DashboardElement];
        for (const customerId of [ingrid, ...Object.values(knownCustomers).slice(-6), ingrid]) {
          for (const element of pair) element.customerId = customerId;
          await Promise.all(pair.map(({ updateComplete }) => updateComplete));
          await until(
            () => pair.every(isSettled) && textOf(translated) === textOf(plain),
            `${tag}: the same for ${customerId}`,
          );
          translate(translated.shadowRoot!, { ignoresMarks });
          expect(textOf(translated)).to.equal(textOf(plain));
          expect(translated.shadowRoot!.querySelector('font')).to.not.equal(null);
          for (const element of pair) element.refresh();
        }
      });
    }
  }

  it('keeps the translated words while nothing changes', async () => {
    const { element } = await orders();
    translate(element.shadowRoot!, { translation: (text) => text.toUpperCase() });
    expect(part(element, 'heading')!.textContent).to.contain('ORDERS');
    expect(rowOf(element, '#10512')).to.contain('£412.40');
  });
});

/**
 * Text that consists of data alone: an amount, a number, a time, an e-mail address, or what people of the shop are
 * called or wrote. A sentence of the widget with a figure in it may be translated as a whole.
 */
const data = new RegExp(
  [
    String.raw`^\W*(US)?[£€$]?\d[\d,.]*\W*$`,
    String.raw`^#\S+$`,
    String.raw`^\S+@\S+$`,
    String.raw`^[\s,]*(\d{1,2} [A-Z][a-z]+|Today)?(, )?\d{1,2}:\d{2}$`,
    'Ingrid|Vasquez|Holm|Okafor|^Stoneware|^Gave|^Deliver before|^Chip|^Payment for',
  ].join('|'),
);

// Asks for the attributes that the templates have written, which are the same in every engine.
describe('data is marked as not translatable', () => {
  for (const tag of isChromium ? widgetTags : [])
    for (const name of scenarioNames) {
      const scenario = scenarios[tag][name];
      if ('absent' in scenario) continue;
      it(`${tag}, ${name}`, async () => {
        const staged = stage(tag, scenario, 'en-GB');
        document.body.append(staged.root);
        await staged.arrive();
        expect(translatable(staged.element.shadowRoot!).filter((text) => data.test(text))).to.deep.equal([]);
        staged.root.remove();
      });
    }
});
