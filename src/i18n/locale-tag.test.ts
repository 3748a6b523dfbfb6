import { expect } from 'chai';
import { readDecimal } from './decimal-text.ts';
import { canonicalTag } from './locale-tag.ts';
import { addLocale, loadLocale } from './locales.ts';
import { Localization } from './localization.ts';

describe('language tags', () => {
  it('are accepted as frameworks and operating systems write them', () => {
    const tags = {
      id_ID: 'id-ID',
      de_DE: 'de-DE',
      'de-de': 'de-DE',
      in_ID: 'id-ID',
      pt_PT_ao90: 'pt-PT',
      de_DE_formal: 'de-DE-formal',
      'de_DE.UTF-8': 'de-DE',
      'de_DE.UTF-8@euro': 'de-DE',
      'zh_CN_#Hans': 'zh-CN',
      ' sr_Latn_RS ': 'sr-Latn-RS',
      'ar-EG-u-nu-latn': 'ar-EG-u-nu-latn',
    };
    for (const [tag, canonical] of Object.entries(tags)) expect(canonicalTag(tag), tag).to.equal(canonical);
    for (const nonsense of ['', '-', '_', 'x', 'C', 'not a locale', '\u0000', '../..', null, undefined, 17, {}])
      expect(canonicalTag(nonsense), JSON.stringify(nonsense)).to.equal(undefined);
  });

  it('with an underscore have the same words and numbers as with a hyphen', async () => {
    await loadLocale('id_ID');
    const indonesian = Localization.of({ locale: 'id_ID' });
    expect(indonesian.common.retry).to.equal('Coba lagi');
    expect(indonesian.amount({ value: '25000', currency: 'IDR' })).to.equal('Rp\u00a025.000,00');
    expect(readDecimal('25.000', indonesian)).to.equal('25000');
    const german = Localization.of({ locale: 'de_DE' });
    expect(german.amount({ value: '1234.5', currency: 'EUR' })).to.equal('1.234,50\u00a0€');
    expect(readDecimal('25.000', german)).to.equal('25000');
    expect(german.day('2026-03-31')).to.equal(Localization.of({ locale: 'de-DE' }).day('2026-03-31'));
  });

  it('with either separator match the host’s wording', async () => {
    addLocale('nds_DE', () => Promise.resolve({ catalogue: { common: { retry: 'Noch maal' } } }));
    for (const tag of ['nds-DE', 'nds_DE', 'NDS_de', 'nds_DE.UTF-8']) {
      await loadLocale(tag);
      expect(Localization.of({ locale: tag }).common.retry, tag).to.equal('Noch maal');
    }
  });

  it('never throw, and fall back to English words and formats if they are invalid', async () => {
    for (const tag of [
      'not a locale',
      '',
      'x',
      '_',
      'tlh',
      'zz_ZZ',
      '\u0000',
      null,
      undefined,
      17,
    ] as unknown as string[]) {
      await loadLocale(tag);
      const l10n = Localization.of({ locale: tag });
      expect(l10n.amount({ value: '1234.5', currency: 'GBP' }), String(tag)).to.equal('£1,234.50');
      expect(l10n.common.retry, String(tag)).to.equal('Try again');
    }
    addLocale('not a locale', () => Promise.resolve({ catalogue: { common: { retry: 'Still' } } }));
    await loadLocale('not a locale');
    expect(Localization.of({ locale: 'not a locale' }).common.retry).to.equal('Still');
  });
});
