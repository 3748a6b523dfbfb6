export const words = {
  highValue: 'Bernilai tinggi',
  additional: 'Rincian lain',
  yes: 'Ya',
  no: 'Tidak',
};
