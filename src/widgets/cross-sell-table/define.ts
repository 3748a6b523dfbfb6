import { define } from '../../element/define.ts';
import { CrossSellTable } from './cross-sell-table.ts';

define(CrossSellTable);
