export const words = {
  adapter: 'Elemen ini belum memiliki adapter.',
  customer: 'Elemen ini belum memiliki ID pelanggan.',
  both: 'Elemen ini belum memiliki adapter maupun ID pelanggan.',
  wrongAdapter: 'Nilai yang diatur sebagai adapter elemen ini bukan adapter.',
  wrongCustomer: 'Nilai yang diatur sebagai ID pelanggan elemen ini bukan teks.',
  help: 'Untuk pengembang: atur yang kurang pada elemen ini, atau sediakan di atasnya. Konsol menjelaskan lebih lanjut.',
};
