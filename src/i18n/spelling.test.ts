import { expect } from 'chai';
import { allWords } from '../locales/all-words.ts';
import { couponWords } from '../widgets/credit-balance/coupons/coupon-words.en.ts';
import { orderDetailWords } from '../widgets/order-history/detail-words.en.ts';
import { orderStatusWords } from '../features/orders/words.en.ts';
import { orderToolWords } from '../widgets/order-history/tool-words.en.ts';
import { addLocale, loadLocale } from './locales.ts';
import { Localization } from './localization.ts';
import { spelled } from './locale-tag.ts';

const words = (locale: string) => {
  const l10n = Localization.of({ locale });
  const { canceled, fulfillment, authorized } = l10n.words(orderStatusWords);
  return [canceled, fulfillment, authorized, l10n.words(orderToolWords).legend];
};
const american = ['Canceled', 'Fulfillment', 'Authorized', 'What the colors mean'];
const british = ['Cancelled', 'Fulfilment', 'Authorised', 'What the colours mean'];

describe('English spelling', () => {
  it('follows the region: American, British, Canadian', () => {
    for (const locale of ['en', 'en-US', 'en_US', 'en-PH', 'de', 'not a locale'])
      expect(words(locale), locale).to.deep.equal(american);
    for (const locale of ['en-GB', 'en_GB', 'en-AU', 'en-NZ', 'en-IE', 'en-IN', 'en-ZA', 'en-SG', 'en-001', 'en-150'])
      expect(words(locale), locale).to.deep.equal(british);
    expect(words('en-CA')).to.deep.equal(['Cancelled', 'Fulfillment', 'Authorized', 'What the colours mean']);
  });

  it('covers sentences and plurals, and leaves names and placeholders alone', () => {
    const l10n = Localization.of({ locale: 'en-GB' });
    const tools = l10n.words(orderToolWords);
    expect(l10n.text(tools.orderCountAndCanceled, { count: 1 })).to.equal('1 cancelled not counted');
    expect(tools.orderTotalBasis).to.equal('Cancelled ones included, returns not taken off');
    expect(l10n.words(orderDetailWords).fulfillments).to.equal('Fulfilments');
    expect(l10n.words(couponWords).percent).to.equal('Per cent off');
    expect(l10n.words(couponWords).percentKind).to.equal('Percentage');
    expect(l10n.words(couponWords).percentOff).to.equal('{percent} off');
    expect(Object.keys(tools)).to.deep.equal(Object.keys(orderToolWords.english));
  });

  it('is American in the catalogues, and never changes a placeholder', () => {
    const sections = allWords.map(({ english }) => english);
    const text = JSON.stringify(sections);
    expect(text).to.match(/anceled/);
    expect(text).to.not.match(/ancell(ed|ing)|ulfilment|uthoris|olour|[Pp]er cent/);
    const places = (section: unknown) => JSON.stringify(section).match(/\{\w+\}/g);
    for (const section of sections) expect(places(spelled(section, 'en-GB'))).to.deep.equal(places(section));
  });

  it('leaves a section without such a word as it is', () => {
    const section = { heading: 'Notes', per: '{percent} of all' };
    expect(spelled(section, 'en-GB')).to.equal(section);
  });

  it('is the host’s in the host’s wording', async () => {
    addLocale('en-ie', () => Promise.resolve({ catalogue: { common: { retry: 'Color canceled' } } }));
    await loadLocale('en-IE');
    expect(Localization.of({ locale: 'en-IE' }).common.retry).to.equal('Color canceled');
    expect(words('en-IE')).to.deep.equal(british);
  });
});
