import type { WordsOnDemand } from '../../catalogue.ts';
import { controls } from '../../id/controls.ts';

export const catalogue: WordsOnDemand = {
  controls,
};
