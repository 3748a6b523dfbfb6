import type { orderDetail as english } from '../en/order-detail.ts';
import type { Translation } from '../message.ts';

export const orderDetail: Translation<typeof english> = {
  original: 'Pesanan asal',
  lines: 'Rincian barang',
  product: 'Produk',
  sku: 'SKU',
  quantity: 'Jumlah',
  unitPrice: 'Harga satuan',
  charge: 'Biaya',
  payments: 'Pembayaran',
  paidAt: 'Tanggal',
  method: 'Metode',
  refund: 'pengembalian dana',
  reference: 'Referensi',
  amount: 'Nominal',
  fulfillments: 'Pengiriman',
  sentAt: 'Tanggal',
  carrier: 'Kurir',
  tracking: 'Pelacakan',
  orderNumber: 'Pesanan {number}',
  returnNumber: 'Retur {number}',

  refunds: 'Pengembalian dana',
  refundedAt: 'Tanggal',
  refundedTo: 'Ke',
  reason: 'Alasan',
  refundPending: 'Sedang diproses',
  refundDone: 'Dana kembali',
  refundFailed: 'Pengembalian gagal',
  related: 'Terkait',
  relatedExchange: 'Penggantinya dikirim sebagai {number}',
};
