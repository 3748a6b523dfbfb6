import { expect } from 'chai';
import { html, render } from 'lit';
import { Localization } from '../i18n/localization.ts';
import { until } from '../testing/kit.ts';
import { briefId, copyId, identifier } from './identifier.ts';

const l10n = Localization.of({ locale: 'en-GB' });
const user = 'user_01M5QZ8N7T4F2B6C8D9E0F7K2P';

describe('an identifier', () => {
  const { clipboard } = navigator;
  const clipboardWith = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });

  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    document.body.replaceChildren();
  });

  function drawn(id: string) {
    const root = document.body.appendChild(document.createElement('p'));
    const draw = (text: string) => render(html`${identifier(text, l10n)}`, root);
    draw(id);
    const button = () => root.querySelector('button');
    return { root, draw, button, text: () => (root.textContent ?? '').replace(/\s+/g, ' ').trim() };
  }

  it('is shortened if a machine made it, and stays distinguishable; a readable one is not', () => {
    const short = {
      [user]: 'user_01M…7K2P',
      cus_01M5QZ8N7T4F2B6C8D9E0F7K2P: 'cus_01M…7K2P',
      '3f2c9a1b-7d4e-4c1a-9b0e-5f6a7b8c9d0e': '3f2…9d0e',
      '507f1f77bcf86cd799439011': '507…9011',
      'gid://shopify/Customer/748392017': 'gid…2017',
    };
    for (const [id, brief] of Object.entries(short)) expect(briefId(id)).to.equal(brief);
    for (const id of [
      'C-20817',
      'op-114',
      '17850',
      'dana.whitlock@holmcafe.example',
      'checkout',
      'Dana Whitlock 2',
      '',
    ])
      expect(briefId(id)).to.equal(id);
  });

  it('can be copied completely if it is shortened, which is announced', async () => {
    const copied: string[] = [];
    clipboardWith(async (text) => void copied.push(text));
    const { button, draw, text, root } = drawn(user);
    expect(text()).to.equal('user_01M…7K2P');
    expect(button()!.getAttribute('aria-label')).to.equal('Copy id user_01M…7K2P');
    button()!.click();
    await until(() => text().endsWith('Copied'), 'copied');
    expect(copied).to.deep.equal([user]);
    expect(root.querySelector('[role=status]')!.textContent).to.equal('Copied');
    draw('op-114');
    expect(button()).to.equal(null);
    expect(text()).to.equal('op-114');
    expect(copyId('op-114', l10n)).to.equal('');
  });

  it('is shown completely if copying fails', async () => {
    clipboardWith(() => Promise.reject(new Error('no')));
    const { button, text } = drawn(user);
    button()!.click();
    await until(() => text().includes(user), 'the whole');
    expect(text()).to.contain('Could not be copied');
  });
});
