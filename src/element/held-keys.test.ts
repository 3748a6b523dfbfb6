import { expect } from 'chai';
import { html } from 'lit';
import { mount, unmountAll } from '../testing/kit.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';

class TestHolder extends DashboardElement {
  static readonly tag = 'test-holder';
  override refresh(): void {}
  protected override render() {
    return html`<button id="one">One</button><button id="two">Two</button><input id="line" /><textarea
        id="text"
      ></textarea
      ><slot></slot>`;
  }
}
define(TestHolder);

interface Press {
  readonly on: string;
  readonly key?: string;
  readonly repeat?: boolean;
  readonly ctrlKey?: boolean;
}

describe('a held key', () => {
  afterEach(unmountAll);

  /** Returns, for each press in order, whether its default action and its listeners still ran. */
  async function presses(...all: readonly Press[]): Promise<readonly boolean[]> {
    const element = mount<TestHolder>('test-holder');
    element.append(Object.assign(document.createElement('button'), { id: 'hosts' }));
    await element.updateComplete;
    return all.map(({ on, key = 'Enter', repeat = false, ctrlKey = false }) => {
      const target =
        element.shadowRoot!.querySelector<HTMLElement>(`#${on}`) ?? element.querySelector<HTMLElement>(`#${on}`)!;
      target.focus();
      let isHeard = false;
      target.addEventListener('keydown', () => (isHeard = true), { once: true });
      const event = new KeyboardEvent('keydown', {
        key,
        repeat,
        ctrlKey,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      const goesOn = target.dispatchEvent(event);
      expect(goesOn).to.equal(isHeard);
      return goesOn;
    });
  }

  it('acts once on the control that it was pressed on, and not on one that is focused later', async () => {
    expect(
      await presses({ on: 'one' }, { on: 'one', repeat: true }, { on: 'two', repeat: true }, { on: 'two' }),
    ).to.deep.equal([true, false, false, true]);
  });

  it('submits once, and nothing that is focused later', async () => {
    expect(await presses({ on: 'line' }, { on: 'line', repeat: true }, { on: 'one', repeat: true })).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('adds lines where it was pressed, and in no field that is focused later', async () => {
    expect(await presses({ on: 'text' }, { on: 'text', repeat: true })).to.deep.equal([true, true]);
    expect(await presses({ on: 'one' }, { on: 'text', repeat: true })).to.deep.equal([true, false]);
    // Moves to another control and back.
    expect(await presses({ on: 'text' }, { on: 'one', repeat: true }, { on: 'text', repeat: true })).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('saves once with Ctrl', async () => {
    expect(await presses({ on: 'text', ctrlKey: true }, { on: 'text', ctrlKey: true, repeat: true })).to.deep.equal([
      true,
      false,
    ]);
  });

  it('does not press a control that is focused later if it is Space', async () => {
    const key = ' ';
    expect(
      await presses({ on: 'one', key }, { on: 'one', key, repeat: true }, { on: 'two', key, repeat: true }),
    ).to.deep.equal([true, true, false]);
  });

  it('repeats if it is another key, or in the host’s own fields', async () => {
    expect(await presses({ on: 'one', key: 'ArrowDown' }, { on: 'two', key: 'ArrowDown', repeat: true })).to.deep.equal(
      [true, true],
    );
    expect(await presses({ on: 'hosts' }, { on: 'hosts', repeat: true })).to.deep.equal([true, true]);
  });
});
