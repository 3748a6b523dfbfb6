import { indonesianList } from '../../i18n/list-messages.ts';

export const words = {
  ...indonesianList('kartu'),
  heading: 'Kartu pembayaran',
  create: 'Tambah kartu',
  card: 'Kartu',
  brand: 'Merek',
  lastFour: 'Empat angka terakhir',
  expires: 'Berlaku hingga',
  expired: 'Kedaluwarsa {month}',
  soon: 'Segera kedaluwarsa: {month}',
  noExpiry: 'Tanpa batas waktu',
  holder: 'Nama di kartu',
  default: 'Utama',
  added: 'Ditambahkan',
  actions: 'Tindakan',
  choose: 'Jadikan utama',
  chooseOne: 'Jadikan utama: {card}',
  remove: 'Hapus',
  removeOne: 'Hapus {card}',
  empty: 'Tidak ada kartu tersimpan.',
};
