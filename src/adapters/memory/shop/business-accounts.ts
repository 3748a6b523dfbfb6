import type { Named } from '../../../domain/customer.ts';

/** The companies that the shop's customers buy for. */
export const businessAccounts: readonly Named[] = [
  ['B-311', 'Holm & Daughters Ltd'],
  ['B-318', 'Fairweather Coffee House'],
  ['B-327', 'Kiln Lane Studios'],
  ['B-340', 'Harbour Terrace Hotel'],
  ['B-352', 'Töpferei Groß & Söhne'],
  ['B-366', 'Atelier des Potiers SARL'],
  ['B-371', 'Penang Row Catering'],
  ['B-389', 'Moss & Ash Interiors'],
  ['B-402', 'Companhia Brasileira de Cerâmica Artesanal e Utilitária do Nordeste Limitada'],
  ['B-417', 'Second Firing CIC'],
  ['B-425', 'The Long Table Kitchen'],
  ['B-433', 'Yard Entrance Roasters'],
].map(([id = '', name = '']) => ({ id, name }));
