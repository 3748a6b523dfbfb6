export { ProductOpenEvent } from '../../element/events.ts';
