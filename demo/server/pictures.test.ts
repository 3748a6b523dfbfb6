import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { createShop } from '../../src/adapters/memory/shop.ts';
import { pictureUrl, servePictures } from './pictures.ts';

describe('product pictures', () => {
  const app = new Hono();
  servePictures(app);
  const get = (path: string) => app.request(path);

  it('exist for every product of the shop', async () => {
    const { products } = createShop({ customers: 1, pictureOf: pictureUrl });
    const skus = products.filter(({ image }) => image !== undefined);
    assert.ok(skus.length > 100);
    for (const { image } of skus) {
      const answer = await get(image!);
      assert.equal(answer.status, 200, image);
      assert.equal(answer.headers.get('Content-Type'), 'image/svg+xml');
      assert.match(await answer.text(), /^<svg [^>]+><rect [^>]+><path d="M[^"]+" fill="#[0-9a-f]{6}"/);
    }
  });

  it('use the glaze in the file name, and ignore names such as “constructor”', async () => {
    assert.match(await (await get('/pictures/cup-220-moss.svg')).text(), /fill="#6f7f55"/);
    assert.match(await (await get('/pictures/constructor-valueof.svg')).text(), /fill="#a9b1b7"/);
    assert.equal((await get('/pictures/%3Cscript%3E.svg')).status, 404);
  });
});
