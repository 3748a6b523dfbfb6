import { expect } from 'chai';
import { mergedText, wordDiff } from './word-diff.ts';

const drawn = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}}` : `{-${text}}`))
    .join('');
const rebuilt = (before: string, after: string, without: 'added' | 'removed'): string =>
  wordDiff(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('the difference of two texts', () => {
  it('is by word, and joins changes with only a space between them', () => {
    expect(drawn('Pays on delivery.', 'Pays by invoice, 14 days.')).to.equal(
      'Pays {-on delivery}{+by invoice, 14 days}.',
    );
    expect(drawn('One two three', 'One three')).to.equal('One {-two }three');
    expect(drawn('', 'New')).to.equal('{+New}');
    expect(drawn('Same', 'Same')).to.equal('Same');
    expect(drawn('价格很高', '价格不高')).to.equal('价格{-很}{+不}高');
  });

  it('reproduces both texts exactly, with any characters', () => {
    const texts = ['', ' ', 'a\n\nb', '👩🏽‍🍳 one', 'ﬁ é é', '<b>x</b>', 'a b  c', '\u202Etfel\u202C', 'x'.repeat(50)];
    for (const before of texts)
      for (const after of texts) {
        expect(rebuilt(before, after, 'added')).to.equal(before);
        expect(rebuilt(before, after, 'removed')).to.equal(after);
      }
  });

  it('is fast for texts of maximum length', () => {
    const [a, b] = ['ab ', 'cd '].map((word) => word.repeat(3333));
    const start = performance.now();
    expect(rebuilt(a!, b!, 'removed')).to.equal(b);
    expect(performance.now() - start).to.be.below(500);
  });
});

describe('merging two changes of a text', () => {
  it('keeps both if they do not overlap', () => {
    expect(mergedText('Call her on Monday.', 'Call Ingrid on Monday.', 'Call her on Monday morning.')).to.equal(
      'Call Ingrid on Monday morning.',
    );
    expect(mergedText('A b c', 'A b c', 'A b d')).to.equal('A b d');
    expect(mergedText('A b c', 'A x c', 'A x c')).to.equal('A x c');
  });

  it('puts them one after the other if they overlap, and loses nothing', () => {
    const merged = mergedText('Gave £20.', 'Gave £25.', 'Gave £30.');
    expect(merged).to.contain('25').and.contain('30');
    expect(mergedText('', 'Theirs', 'Mine')).to.equal('Theirs Mine');
    expect(mergedText('Old', '', 'Mine')).to.equal('Mine');
    expect(mergedText('Rang.', 'Rang. Twice.', 'Rang. No answer.')).to.equal('Rang. Twice. No answer.');
  });
});
