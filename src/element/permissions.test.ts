import { expect } from 'chai';
import { html } from 'lit';
import type { Adapter } from '../adapter/adapter.ts';
import { provideDashboard } from '../dashboard/provide-dashboard.ts';
import type { Permissions } from '../domain/operator.ts';
import { deferred, nextTask, textOf, until } from '../testing/kit.ts';
import { scripted } from '../testing/scripted.ts';
import { DashboardElement } from './dashboard-element.ts';
import { define } from './define.ts';

class TestOperator extends DashboardElement {
  static readonly tag = 'test-operator';
  asked: readonly string[] = [];
  reads: readonly string[] = [];
  rendered = 0;

  override refresh(): void {
    this.permissions.refresh();
  }

  protected override render() {
    this.rendered++;
    const states = this.asked.map((operation) => this.permissions.of(operation).state);
    return html`${[...states, ...this.reads.map((operation) => this.permissions.ofRead(operation).state)].join()}`;
  }
}
define(TestOperator);

/** Shows elements that ask for operations; the permissions arrive when `answer` is resolved. */
function open(...questions: readonly (readonly string[])[]) {
  const answer = deferred<Permissions>();
  const root = document.body.appendChild(document.createElement('div'));
  const script = scripted<Adapter>({ permissions: () => answer.promise });
  const provider = provideDashboard(root, { adapter: script.adapter, customerId: 'C-1' });
  const elements = questions.map((asked) =>
    root.appendChild(Object.assign(document.createElement('test-operator') as TestOperator, { asked })),
  );
  return { answer, elements, script, root, provider };
}

describe('the permissions of an operator', () => {
  afterEach(() => document.body.replaceChildren());

  it('render only the elements that get another answer', async () => {
    const { answer, elements, script } = open([], ['notes.create']);
    const [silent, asking] = elements as [TestOperator, TestOperator];
    await until(() => textOf(asking) === 'unknown', 'the element without an answer');
    const before = silent.rendered;
    answer.resolve({});
    await until(() => textOf(asking) === 'allowed', 'the answer');
    await silent.updateComplete;
    expect(silent.rendered).to.equal(before);
    const { rendered } = asking;
    asking.refresh();
    await until(() => script.callsTo('permissions').length === 2, 'the second request');
    await new Promise((resolve) => setTimeout(resolve));
    await asking.updateComplete;
    expect(asking.rendered, 'after the same answer').to.equal(rendered);
  });

  it('are known for the next customer, also if nobody has asked for what is planned', async () => {
    const { answer, script, root, provider } = open([]);
    await until(() => script.callsTo('permissions').length, 'the request');
    answer.resolve({ 'quotes.list': { state: 'planned' } });
    await nextTask();
    provider.customerId = 'C-2';
    const added = document.createElement('test-operator') as TestOperator;
    root.append(Object.assign(added, { asked: ['notes.create'], reads: ['quotes.list'] }));
    await added.updateComplete;
    expect(textOf(added)).to.equal('unknown,planned');
  });
});
