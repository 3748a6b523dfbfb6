import { CustomerPage } from './CustomerPage';

export default function Page() {
  return <CustomerPage />;
}
