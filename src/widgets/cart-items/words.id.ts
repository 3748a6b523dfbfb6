import { indonesianList } from '../../i18n/list-messages.ts';

export const words = {
  ...indonesianList('produk'),
  heading: 'Keranjang',
  allHeading: 'Seluruh keranjang',
  product: 'Produk',
  sku: 'SKU',
  variant: 'Varian',
  cart: 'Keranjang',
  quantity: 'Jumlah',
  unitPrice: 'Harga satuan',
  total: 'Total',
  noPrice: 'Tanpa harga',
  added: 'Ditambahkan',
  units: { other: '{count} unit' },
  updated: 'Diubah {time}',
  empty: 'Keranjang kosong.',
  viewAll: 'Lihat seluruh keranjang',
  search: 'Cari di keranjang',
  noMatch: 'Tidak ada produk di keranjang yang memuat “{text}”.',
  noMatchHelp: 'Nama, varian, dan nomor dicari.',
  clearSearch: 'Tampilkan seluruh keranjang',
};
