export const words = {
  adapter: 'Elemen ini belum memiliki adapter.',
  customer: 'Elemen ini belum memiliki ID pelanggan.',
  both: 'Elemen ini belum memiliki adapter maupun ID pelanggan.',
  help: 'Untuk pengembang: atur yang kurang pada elemen ini, atau sediakan di atasnya. Konsol menjelaskan lebih lanjut.',
};
