import { expect } from 'chai';
import { Localization } from '../../../i18n/localization.ts';
import { readCoupon, type CouponValues } from './coupon-reading.ts';

const typed: CouponValues = {
  kind: 'amount',
  name: 'Thanks',
  value: '',
  currency: 'GBP',
  minimum: '',
  validUntil: '',
};

const errors = (values: Partial<CouponValues>, locale = 'en-GB') =>
  readCoupon({ ...typed, ...values }, Localization.of({ locale })).errors;

describe('coupon input', () => {
  it('is questioned if an amount looks like another locale’s thousands', () => {
    const question = 'This may mean 1,250.00 or 1.25. Write it as one of them.';
    expect(errors({ value: '1.250' })).to.deep.equal({ value: question });
    expect(errors({ value: '5', minimum: '1.250' })).to.deep.equal({ minimum: question });
    expect(errors({ value: '1,250' }, 'de_DE').value).to.equal(
      'This may mean 1.250,00 or 1,25. Write it as one of them.',
    );
    expect(errors({ value: '1.250', minimum: '2,500.00' }, 'id_ID').minimum).to.contain('Write it like');
    expect(errors({ value: '1.250' }, 'id_ID')).to.deep.equal({});
    expect(errors({ value: '1,250', minimum: '2,500.00' })).to.deep.equal({});
  });

  it('does not question a percentage, which cannot have thousands', () => {
    expect(errors({ kind: 'percent', value: '12.500' })).to.deep.equal({});
  });
});
