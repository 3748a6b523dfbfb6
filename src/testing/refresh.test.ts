import { expect } from 'chai';
import type { Adapter } from '../adapter/adapter.ts';
import '../define-all.ts';
import { sampledTags } from './engines.ts';
import { textOf, until } from './kit.ts';
import { scenarios } from './scenarios.ts';
import { scripted } from './scripted.ts';
import { stage } from './stage.ts';

describe('refresh()', () => {
  afterEach(() => document.body.replaceChildren());

  for (const tag of sampledTags)
    it(`${tag}: refetches everything once, and keeps it on screen meanwhile`, async () => {
      const scenario = scenarios[tag].populated;
      if ('absent' in scenario) throw new Error('every widget can be populated');
      const script = scripted<Adapter>(scenario.adapter());
      const { root, element, arrive } = stage(tag, { ...scenario, adapter: () => script.adapter }, 'en-GB');
      document.body.append(root);
      await arrive();
      // Other content may arrive later than the words that the scenario waits for.
      await until(() => !element.shadowRoot!.querySelector('[aria-busy=true], .skeleton'), 'all data');
      const calls = () => script.calls.map(({ method, args }) => JSON.stringify([method, ...args.slice(0, -1)]));
      const reads = calls().filter((call) => !/^\["(permissions|preferences\.get)"/.test(call));
      const shown = textOf(element);
      element.refresh();
      element.refresh();
      await element.updateComplete;
      expect(textOf(element)).to.contain(scenario.shows);
      await until(() => reads.every((read) => calls().lastIndexOf(read) >= reads.length), 'another request');
      await until(() => !element.shadowRoot!.querySelector('[aria-busy=true]'), 'answered');
      expect(textOf(element)).to.equal(shown);
      for (const read of reads) expect(calls().filter((call) => call === read).length, read).to.equal(2);
    });
});
