import type { creditLedger as english } from '../en/credit-ledger.ts';
import type { Translation } from '../message.ts';

export const creditLedger: Translation<typeof english> = {
  find: 'Cari entri',
  findHint: 'Keterangan, referensi, pelaku',
  dates: 'Tanggal entri',
  noneFound: 'Tidak ada entri yang cocok.',
  noneFoundHelp: 'Pencarian atau tanggal ini tidak menyisakan apa pun.',
  showAll: 'Tampilkan semua entri',
  entryId: 'ID entri',
  account: 'Akun',
  date: 'Tanggal',
  kind: 'Jenis',
  description: 'Keterangan',
  reference: 'Referensi',
  reason: 'Alasan',
  by: 'Oleh',
  byId: 'Oleh (ID)',
  change: 'Perubahan',
  balance: 'Saldo sesudahnya',
  unit: 'Mata uang atau satuan',
  lapses: 'Hangus',
  reverses: 'Membalik (ID entri)',
  reversedBy: 'Dibalik oleh (ID entri)',
  balanceCounts: 'Yang diberikan, dikembalikan, atau diperoleh, dikurangi yang dipakai, diambil, atau hangus.',
  lapsesNext: 'Berikutnya hangus',
  lapsesNextAt: '{amount}, {time}',
  couponsCount:
    'Kupon yang dapat dipakai, sekarang atau mulai hari nanti. Yang sudah dipakai, kedaluwarsa, atau dicabut tidak dihitung.',
  runningCounts:
    'Isi akun setelah entri itu dibuat. Nilainya tetap seperti waktu itu, juga bila entri kemudian dibalik.',
};
