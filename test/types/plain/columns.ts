import { ColumnsChangedEvent, OrderHistory, type CrossSellTable } from 'clientele';
import 'clientele/define/order-history';

const orders = new OrderHistory();
orders.columns = ['order', 'total'];
// wrong: a column that there is not
orders.columns = ['order', 'totals'];
orders.toolbar = 'search range';
// wrong: a tool that there is not
orders.toolbar = 'serach range';

declare const products: CrossSellTable;
products.columns = ['title', 'cogs'];
// wrong: a column of another table
products.columns = ['order'];

orders.addEventListener('columns-changed', ({ columns }) => console.log(columns?.join()));
export const isTold = (event: Event): boolean => event instanceof ColumnsChangedEvent;
