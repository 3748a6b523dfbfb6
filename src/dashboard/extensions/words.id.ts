export const words = {
  notLoaded: '{what} tidak dapat dimuat.',
  late: '{what} tidak selesai dimuat tepat waktu.',
  failed: '{what} mengalami gangguan.',
  help: 'Bagian lain halaman ini tetap berfungsi.',
  readOnly: 'Halaman ini mengizinkan bagian ini membaca, tetapi tidak mengubah apa pun.',
};
