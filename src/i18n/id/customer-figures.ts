import type { customerFigures as english } from '../en/customer-figures.ts';
import type { Translation } from '../message.ts';

export const customerFigures: Translation<typeof english> = {
  netOfReturns: 'Semua baris pesanan, termasuk ongkos kirim dan biaya, dikurangi yang dikembalikan.',
  paidNetOfRefunds: 'Yang dibayar untuk pesanan, dikurangi pengembalian dana.',
  gross: 'Semua yang dipesan.',
  grossWithoutCanceled: 'Semua yang dipesan, kecuali pesanan yang dibatalkan seluruhnya.',
  sales: 'Pesanan yang tidak dibatalkan seluruhnya. Retur tidak dihitung.',
  salesPerOrder: 'Nilai penjualan dibagi jumlah pesanan.',
  salesPerOrderByCurrency: 'Nilai penjualan dibagi jumlah pesanan, tiap mata uang dengan pesanannya sendiri.',
  transactions: 'Pembayaran dan pengembalian dana, masing-masing dihitung sendiri.',
  items: 'Unit produk yang dipesan, termasuk yang kemudian dibatalkan.',
  canceledItems: 'Unit produk yang kemudian dibatalkan, bersama pesanannya atau tersendiri.',
  returnedItems: 'Unit produk yang dikembalikan.',
  firstOrder: 'Saat pesanan pertama dibuat yang tidak dibatalkan seluruhnya.',
  lastOrder: 'Saat pesanan terbaru dibuat yang tidak dibatalkan seluruhnya.',
  points: 'Saldo pada akun-akun poin.',
  inPlatformWords: 'Yang dihitung platform: {basis}.',
};
