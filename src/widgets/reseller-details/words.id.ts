export const words = {
  heading: 'Rincian penjual ulang',
  empty: 'Tidak ada rincian penjual ulang.',
  emptyHelp: 'Belum ada yang mengisinya untuk pelanggan ini.',
  businessName: 'Menjual sebagai',
  website: 'Menjual di',
  certificate: 'Sertifikat penjualan ulang',
  certificateUntil: 'Sertifikat berlaku sampai',
  noEnd: 'tanpa batas waktu',
  remark: 'Keterangan',
  updated: 'Perubahan terakhir',
  edit: 'Ubah rincian penjual ulang',
  readOnly: 'Anda tidak boleh mengubah rincian penjual ulang.',
};
