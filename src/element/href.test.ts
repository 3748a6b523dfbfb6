import { expect } from 'chai';
import { render } from 'lit';
import { safeHref, safeImageSrc } from './href.ts';
import { picture } from '../list/product-cell.ts';

const base = 'https://admin.example/customers/17';

describe('URLs from data', () => {
  it('of a picture are allowed from the web and the page’s origin only', () => {
    for (const url of [
      'https://pictures.example/cup.webp',
      'http://pictures.example/cup.webp',
      '/cup.webp',
      'cup.webp',
      '//pictures.example/cup.webp',
      'blob:https://admin.example/5b0c',
    ])
      expect(safeImageSrc(url, base), url).to.equal(url);
    for (const url of [
      'mailto:ingrid@holm.example',
      'tel:+442079460958',
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:image/svg+xml,<svg onload="alert(1)"/>',
      'blob:https://elsewhere.example/5b0c',
      'file:///etc/hostname',
      'about:blank',
      'https://',
      '',
      null,
      undefined,
    ])
      expect(safeImageSrc(url, base), String(url)).to.equal(undefined);
  });

  it('of a picture with another scheme are not requested', () => {
    const box = document.createElement('div');
    for (const url of ['mailto:a@b.example', 'tel:1', 'data:image/png;base64,AA==']) {
      render(picture(url), box);
      expect(box.querySelector('img')!.hasAttribute('src'), url).to.equal(false);
    }
  });

  it('of a link may also be e-mail addresses and phone numbers', () => {
    for (const url of ['https://shop.example', 'mailto:a@b.example', 'tel:+1', '/orders'])
      expect(safeHref(url, base), url).to.equal(url);
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://', ''])
      expect(safeHref(url, base), url).to.equal(undefined);
  });
});
