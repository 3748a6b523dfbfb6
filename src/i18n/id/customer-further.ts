import type { customerFurther as english } from '../en/customer-further.ts';
import type { Translation } from '../message.ts';

export const customerFurther: Translation<typeof english> = {
  highValue: 'Bernilai tinggi',
  highFrom: 'bernilai tinggi mulai {amount}',
  totalPaid: 'Total dibayar',
  orderTotal: 'Total pesanan',
  orderTotalExcludingCanceled: 'Total pesanan, tanpa yang dibatalkan',
  transactions: 'Transaksi',
  items: 'Barang dipesan',
  canceledItems: 'Barang dibatalkan',
  returnedItems: 'Barang diretur',
  points: 'Poin',
  pointsBasis: 'Saldo saat ini',
  lastOrderOn: 'Pesanan terakhir',
  grossWithoutCanceled: 'Tanpa yang dibatalkan; retur tidak dikurangkan',
  units: 'Unit produk',
  paymentsAndRefunds: 'Pembayaran dan pengembalian dana',
  additional: 'Rincian lain',
  yes: 'Ya',
  no: 'Tidak',
};
