import { expect } from 'chai';
import { common } from './en/common.ts';
import { coupons } from './en/coupons.ts';
import { orderDetail } from './en/order-detail.ts';
import { orderHistory } from './en/order-history.ts';
import { orderTools } from './en/order-tools.ts';
import { addLocale, loadLocale } from './locales.ts';
import { Localization } from './localization.ts';
import type { Section } from './message.ts';
import { spelled } from './spelling.ts';

const words = (locale: string) => {
  const l10n = Localization.of({ locale });
  const { canceled, fulfillment, authorized } = l10n.section('orderHistory', orderHistory);
  return [canceled, fulfillment, authorized, l10n.section('orderTools', orderTools).legend];
};
const american = ['Canceled', 'Fulfillment', 'Authorized', 'What the colors mean'];
const british = ['Cancelled', 'Fulfilment', 'Authorised', 'What the colours mean'];

describe('the spelling of English', () => {
  it('is that of the region: American, British, Canadian', () => {
    for (const locale of ['en', 'en-US', 'en_US', 'en-PH', 'de', 'not a locale'])
      expect(words(locale), locale).to.deep.equal(american);
    for (const locale of ['en-GB', 'en_GB', 'en-AU', 'en-NZ', 'en-IE', 'en-IN', 'en-ZA', 'en-SG', 'en-001', 'en-150'])
      expect(words(locale), locale).to.deep.equal(british);
    expect(words('en-CA')).to.deep.equal(['Cancelled', 'Fulfillment', 'Authorized', 'What the colours mean']);
  });

  it('reaches sentences and plurals, and leaves every place and name alone', () => {
    const l10n = Localization.of({ locale: 'en-GB' });
    const tools = l10n.section('orderTools', orderTools);
    expect(l10n.text(tools.orderCountAndCanceled, { count: 1 })).to.equal('1 cancelled not counted');
    expect(tools.orderTotalBasis).to.equal('Cancelled ones included, returns not taken off');
    expect(l10n.section('orderDetail', orderDetail).fulfillments).to.equal('Fulfilments');
    expect(l10n.section('coupons', coupons).percent).to.equal('Per cent off');
    expect(l10n.section('coupons', coupons).percentKind).to.equal('Percentage');
    expect(l10n.section('coupons', coupons).percentOff).to.equal('{percent} off');
    expect(Object.keys(tools)).to.deep.equal(Object.keys(orderTools));
  });

  it('is American in the catalogues, so that it is mended in one place, and changes no place in a message', async () => {
    const names = ['order-history', 'order-tools', 'order-detail', 'customer-figures', 'customer-further', 'coupons'];
    const sections = (await Promise.all(names.map((name) => import(`./en/${name}.ts`)))) as Record<string, Section>[];
    const text = JSON.stringify(sections.map((section) => ({ ...section })));
    expect(text).to.match(/anceled/);
    expect(text).to.not.match(/ancell(ed|ing)|ulfilment|uthoris|olour|[Pp]er cent/);
    const places = (section: unknown) => JSON.stringify(section).match(/\{\w+\}/g);
    for (const section of sections.flatMap((module) => Object.values(module)))
      expect(places(spelled(section, 'en-GB'))).to.deep.equal(places(section));
  });

  it('is the host\u2019s where the host words it', async () => {
    addLocale('en-ie', () => Promise.resolve({ catalogue: { common: { ...common, retry: 'Color canceled' } } }));
    await loadLocale('en-IE');
    expect(Localization.of({ locale: 'en-IE' }).common.retry).to.equal('Color canceled');
    expect(words('en-IE')).to.deep.equal(british);
  });
});
