export const words = {
  heading: 'Buka akun',
  account: 'Akun',
  help: 'Dimulai dari nol. Pelanggan punya satu akun untuk tiap jenis dan mata uang, dan tidak dapat ditutup di sini.',
  open: 'Buka akun',
  pending: 'Akun sedang dibuka.',
  unknown: 'Belum diketahui apakah akun dibuka.',
  opened: '{account}: dibuka.',
  notOpened: 'Tidak ada akun yang dibuka.',
  exists: 'Pelanggan sudah punya akun ini.',
  none: 'Pilih akun.',
};
