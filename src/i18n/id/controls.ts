import type { controls as english } from '../en/controls.ts';
import type { Translation } from '../message.ts';

export const controls: Translation<typeof english> = {
  lifetime: 'Semua tanggal',
  today: 'Hari ini',
  days7: '7 hari terakhir',
  days30: '30 hari terakhir',
  thisMonth: 'Bulan ini',
  lastMonth: 'Bulan lalu',
  thisYear: 'Tahun ini',
  lastYear: 'Tahun lalu',
  from: 'Dari',
  to: 'Sampai',
  apply: 'Terapkan',
  daysIn: 'Hari dimulai tengah malam waktu {zone}.',
  reversed: 'Hari pertama setelah hari terakhir. Ubah salah satunya.',
  notADay: 'Ini bukan tanggal yang lengkap.',

  moveUp: 'Naikkan {what}',
  moveDown: 'Turunkan {what}',
  reset: 'Atur ulang',
  moved: '{what}, {place} dari {total}',
  clear: 'Hapus pilihan',

  explainReturns: 'Retur',
  explainNet: 'Sudah dikurangi',
  explainGross: 'Tidak dikurangi',
  explainRange: 'Tanggal',
  explainOrders: 'Dihitung dari',
  explainOrderCount: { other: '{count} pesanan' },
  explainScope: 'Di mana',
  explainAsOf: 'Per',

  exportShown: { other: '{count} baris yang tampil' },
  exportAll: 'Semua baris',
  exportAllOf: { other: 'Semua {count} baris' },
  exporting: 'Mengekspor',
  exportedOf: { other: '{done} dari {count} baris' },
  exportedSoFar: { other: '{count} baris sejauh ini' },
  exported: { other: '{count} baris diekspor' },
  exportPartial: 'Tidak ada dalam berkas: {what}.',
  exportFailed: 'Berkas tidak dibuat.',
};
