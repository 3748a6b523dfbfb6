export const words = {
  websiteInvalid: 'Tulis alamat lengkap, misalnya https://market.example/shop.',
  dayInvalid: 'Ini bukan tanggal yang lengkap.',
  pending: 'Rincian sedang disimpan.',
  unknown: 'Kami tidak tahu apakah rincian tersimpan. Jangan simpan lagi.',
  refused: 'Rincian tidak disimpan.',
  done: 'Rincian penjual ulang disimpan.',
  unchanged: 'Tidak ada yang diubah.',
  conflict:
    'Orang lain mengubah rincian ini sementara itu. Perubahan Anda belum disimpan; yang sama-sama diubah ditandai.',
  noVersions: 'Platform ini tidak mengetahui bila dua orang mengubah rincian ini bersamaan.',
};
