import { indonesianList } from '../../i18n/list-messages.ts';

export const words = {
  ...indonesianList('pelanggan', 'teratas'),
  heading: 'Pelanggan teratas',
  allHeading: 'Pelanggan menurut peringkat',
  empty: 'Belum ada pelanggan yang memesan.',
  rankedBy: 'Peringkat menurut',
  'lifetime-value': 'Nilai seumur hidup',
  frequency: 'Frekuensi pesanan',
  'average-order': 'Rata-rata pesanan',
  name: 'Nama',
  email: 'Email',
  lifetimeTotal: 'Nilai seumur hidup',
  orders: 'Pesanan',
  averageOrderValue: 'Rata-rata pesanan',
  lastOrder: 'Pesanan terakhir',
  id: 'ID pelanggan',
  filter: 'Filter',
  currency: 'Mata uang',
  inCurrency: 'Pelanggan yang biasanya membayar dalam {currency}',
  noneMatch: 'Tidak ada pelanggan seperti itu.',
};
