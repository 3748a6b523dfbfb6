export const words = { sections: 'Bagian halaman ini', arrange: 'Atur' };
