import { expect } from 'chai';
import * as v from 'valibot';
import { isCardExpired, PaymentCard } from './payment-card.ts';

const card = { id: 'card-1', customerId: 'C-1', lastFour: '1111', expires: '2027-04' };
const faults = (record: object) => v.safeParse(PaymentCard, record).issues?.map((issue) => v.getDotPath(issue));

describe('PaymentCard', () => {
  it('refuses a card number in any member, in any script and with anything between its digits', () => {
    for (const number of ['4111111111111111', '4111 1111-1111.1111', '٤١١١١١١١١١١١١١١١', '3782\u200b822463 10005'])
      for (const member of [
        { holder: `Ingrid ${number}` },
        { holder: { withheld: 'masked', display: number } },
        { label: number },
        { brand: { code: 'x', label: number } },
        { lastFour: number },
        { further: { pan: [number] } },
      ]) {
        const [name] = Object.keys(member);
        expect(faults({ ...card, ...member }), JSON.stringify(member)).to.include(name);
      }
    expect(faults({ ...card, number: 4_111_111_111_111_111 })).to.deep.equal(['number']);
    expect(faults({ ...card, '4111111111111111': '' })).to.deep.equal([null]);
  });

  it('refuses an id that passes for a card number, and accepts long ids that do not', () => {
    for (const id of ['4111111111111111', 'pm_4111111111111111']) expect(faults({ ...card, id })).to.deep.equal(['id']);
    for (const id of [
      '4111111111111112',
      '1701234567890123',
      'a4111111111111111',
      '550e8400-e29b-41d4-a716-446655440000',
    ])
      expect(faults({ ...card, id, version: id }), id).to.equal(undefined);
    // The id of the customer is the one that was asked for.
    expect(faults({ ...card, customerId: '4111111111111111' })).to.equal(undefined);
  });

  it('has four last digits, no more and no fewer', () => {
    for (const lastFour of ['11111', '111', '', '١١١١', 'abcd'])
      expect(faults({ ...card, lastFour })).to.include('lastFour');
  });

  it('names the member in an issue, and never the number', () => {
    const { issues } = v.safeParse(PaymentCard, { ...card, holder: '4111 1111 1111 1111' });
    expect(JSON.stringify(issues)).to.contain('holder').and.not.contain('1111 1111');
  });

  it('is valid until the end of its month', () => {
    expect(isCardExpired({ expires: '2026-11' }, '2026-11-30')).to.equal(false);
    expect(isCardExpired({ expires: '2026-11' }, '2026-12-01')).to.equal(true);
    for (const expires of [null, undefined]) expect(isCardExpired({ expires }, '2026-12-01')).to.equal(false);
  });
});
