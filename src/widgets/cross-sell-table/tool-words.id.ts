export const words = {
  orderDate: 'Tanggal pesanan',
  find: 'Cari produk',
  columns: 'Kolom',
  currency: 'Mata uang',
  figures: 'Apa yang dihitung',
  figuresOver: 'Pesanan pada {range}; yang dibatalkan tidak dihitung. Retur dikurangkan pada hari barang kembali.',
  skuCounts: 'Nomor produk di toko ini.',
  revenueCounts:
    'Yang dibayar untuk produk ini setelah diskon, dikurangi retur. Ongkos kirim dan biaya tidak termasuk.',
  shareCounts:
    'Dari pendapatan semua produk dalam daftar, dalam mata uang yang sama. Di bawah nol bila retur melebihi pembelian.',
  ordersCounts: 'Pesanan berbeda yang memuat produk ini. Retur tidak dihitung.',
  unitsCounts: 'Unit terjual. Retur tidak dikurangkan.',
  unitsReturnedCounts: 'Unit yang dikembalikan.',
  promoRevenueCounts: 'Bagian pendapatan yang terjual dengan promosi.',
  nonPromoRevenueCounts: 'Bagian pendapatan yang terjual tanpa promosi.',
  promotionsCounts: 'Diskon yang diberikan promosi untuk produk ini.',
  profitCounts: 'Pendapatan dikurangi harga pokok dan biaya. Tidak diketahui bila salah satunya tidak diketahui.',
  cogsCounts: 'Harga pokok unit bagi toko, dikurangi yang kembali.',
  feesCounts: 'Yang dipotong penyedia pembayaran dan lokapasar.',
  chargesCounts: 'Ongkos kirim, biaya, dan diskon seluruh pesanan, yang bukan milik produk mana pun.',
  lifetimeTotalCounts: 'Pendapatan produk dan biaya tambahan: seluruh nilai pesanan setelah retur.',
};
