export const words = {
  heading: 'Pelanggan',
  label: 'Temukan pelanggan',
  hint: 'Nama, email, telepon, atau nomor pesanan',
  found: { other: '{count} pelanggan ditemukan' },
  shownOf: '{shown} dari {total} pelanggan',
  none: 'Tidak ada pelanggan yang memuat “{text}”.',
  noneHelp: 'Sebagian nama atau email sudah cukup. Nomor pesanan dicocokkan seutuhnya.',
  viewAll: 'Tampilkan semuanya di daftar',
  clear: 'Hapus pencarian',
};
