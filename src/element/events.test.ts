import { expect } from 'chai';
import { FactEvent, factEvent, RequestEvent, requestEvent } from './events.ts';

class MugPaintEvent extends requestEvent('mug-paint', 'mugId', 'isGlazed', 'color')<{
  isGlazed: boolean;
  color: string | undefined;
}> {}
class MugPaintedEvent extends factEvent('mug-painted', 'mugId') {}

describe('events about a customer', () => {
  it('have the type and the fields of their class', () => {
    const event = new MugPaintEvent('C-1', 'm-1', true, 'oat');
    const { type, customerId, mugId, isGlazed, color } = event;
    expect({ type, customerId, mugId, isGlazed, color }).to.deep.equal({
      type: 'mug-paint',
      customerId: 'C-1',
      mugId: 'm-1',
      isGlazed: true,
      color: 'oat',
    });
    expect(event).to.be.instanceOf(RequestEvent);
  });

  it('can be canceled if they request something, and not if they report it', () => {
    const facts = new MugPaintedEvent('C-1', 'm-1');
    expect(facts).to.be.instanceOf(FactEvent);
    for (const [event, cancelable] of [
      [new MugPaintEvent('C-1', 'm-1', false), true],
      [facts, false],
    ] as const)
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, cancelable]);
  });

  it('do not compile without a field, or with a value of another type', () => {
    // @ts-expect-error The second argument is the id of the mug.
    const lacks = new MugPaintedEvent('C-1');
    // @ts-expect-error `isGlazed` is a boolean.
    const differs = new MugPaintEvent('C-1', 'm-1', 'yes');
    // Only a last field that may be undefined can be left out.
    const shorter: string | undefined = new MugPaintEvent('C-1', 'm-1', true).color;
    expect([lacks.mugId, differs.mugId, shorter]).to.deep.equal([undefined, 'm-1', undefined]);
  });
});
