import { ColumnsChangedEvent, OrderHistory, type CrossSellTable } from 'clientele';
import 'clientele/define/order-history';

const orders = new OrderHistory();
orders.columns = ['order', 'total'];
// wrong: an unknown column
orders.columns = ['order', 'totals'];
orders.toolbar = 'search range';
// wrong: an unknown tool
orders.toolbar = 'serach range';

declare const products: CrossSellTable;
products.columns = ['title', 'cogs'];
// wrong: a column of another table
products.columns = ['order'];

orders.addEventListener('columns-changed', ({ columns }) => console.log(columns?.join()));
export const isTold = (event: Event): boolean => event instanceof ColumnsChangedEvent;
