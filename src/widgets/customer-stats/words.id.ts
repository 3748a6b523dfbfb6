export const words = {
  heading: 'Angka',
  orderDate: 'Tanggal pesanan',
  empty: 'Tidak ada angka.',
  emptyHelp: 'Platform tidak memilikinya untuk pelanggan ini.',
};
