import type { Address } from '../../../domain/address.ts';
import type { Phone, Named } from '../../../domain/customer.ts';
import type { Random } from '../random.ts';
import type { Actor } from '../../../domain/operator.ts';

/**
 * Places with names and addresses for invented people. Nobody here exists: names come from lists, e-mail domains end in
 * `.example`, and phone numbers come from ranges that regulators reserve for fiction.
 */
export interface Place {
  readonly country: string;
  readonly currency: string;
  readonly given: readonly string[];
  /** Empty where people have one name. */
  readonly family: readonly string[];
  readonly familyFirst?: true;
  readonly city: string;
  readonly street: string;
  readonly postalCode: string;
}

// oxfmt-ignore
export const places: readonly Place[] = [
  { country: 'GB', currency: 'GBP', given: ['Maud', 'Owain', 'Callum', 'Imogen', 'Rashida'], family: ['Thistlewood', 'Pryce-Evans', 'Okonjo', 'Fairweather'], city: 'Leeds', street: '{n} Kiln Lane', postalCode: 'LS1 4XX' },
  { country: 'GB', currency: 'GBP', given: ['Adaeze', 'Kwabena', 'Temitope'], family: ['Obi-Marsh', 'Asante', 'Adébáyọ̀'], city: 'Bristol', street: '{n} Harbour Terrace', postalCode: 'BS1 9ZZ' },
  { country: 'GB', currency: 'GBP', given: ['Harpreet', 'Meenakshi', 'Imran'], family: ['Kaur Sandhu', 'Venkataraghavan', 'Qureshi'], city: 'Leicester', street: '{n} Belgrave Close', postalCode: 'LE4 6XX' },
  { country: 'US', currency: 'USD', given: ['Marisol', 'Wyatt', 'Keisha', 'Noor'], family: ['Delacroix-Reyes', 'Lindqvist', 'Washington'], city: 'Portland', street: '{n} SW Tamarack St', postalCode: '97200' },
  { country: 'FR', currency: 'EUR', given: ['Éloïse', 'Gaëtan', 'Noémie'], family: ['d’Aubreville', 'Lefèvre-Morand', 'Çelik'], city: 'Lyon', street: '{n} rue des Potiers', postalCode: '69001' },
  { country: 'DE', currency: 'EUR', given: ['Jörg', 'Annelie', 'Björn'], family: ['Weißgerber', 'von der Lühe', 'Groß'], city: 'Leipzig', street: 'Töpfergasse {n}', postalCode: '04100' },
  { country: 'SE', currency: 'EUR', given: ['Åsa', 'Örjan', 'Linnéa'], family: ['Ångström', 'Sjöö', 'Öberg'], city: 'Malmö', street: 'Krukmakargatan {n}', postalCode: '211 00' },
  { country: 'PL', currency: 'EUR', given: ['Łucja', 'Zdzisław', 'Małgorzata'], family: ['Brzęczyszczykiewicz', 'Żółć', 'Wiśniewska'], city: 'Łódź', street: 'ul. Garncarska {n}', postalCode: '90-001' },
  { country: 'GR', currency: 'EUR', given: ['Ευαγγελία', 'Στέλιος'], family: ['Παπαδημητρίου', 'Κεραμιδάς'], city: 'Θεσσαλονίκη', street: 'Οδός Κεραμέων {n}', postalCode: '546 21' },
  { country: 'UA', currency: 'EUR', given: ['Олександра', 'Ярослав'], family: ['Гончаренко', 'Їжакевич'], city: 'Львів', street: 'вул. Гончарна {n}', postalCode: '79000' },
  { country: 'TR', currency: 'EUR', given: ['Işıl', 'Çağrı'], family: ['Gündoğdu', 'Şimşek'], city: 'Kütahya', street: 'Çini Sokak {n}', postalCode: '43000' },
  { country: 'AE', currency: 'USD', given: ['ليلى', 'سلمان', 'هند'], family: ['الفخاري', 'بن راشد الخزاف', 'العطار'], city: 'دبي', street: 'شارع الفخار {n}', postalCode: '' },
  { country: 'KW', currency: 'KWD', given: ['نورة', 'فهد'], family: ['الطيّان', 'المرجاني'], city: 'الكويت', street: 'قطعة ٣، شارع {n}', postalCode: '13001' },
  { country: 'IL', currency: 'EUR', given: ['תמר', 'אלון'], family: ['בן־חרס', 'קדרון'], city: 'חיפה', street: 'רחוב הקדרים {n}', postalCode: '3100000' },
  { country: 'IN', currency: 'USD', given: ['अनन्या', 'Thirunavukkarasu'], family: ['कुम्हार', 'Subramaniapillai'], city: 'Pune', street: '{n} Kumbharwada Road', postalCode: '411000' },
  { country: 'ID', currency: 'USD', given: ['Suparman', 'Wulandari', 'Ngatini', 'Sukarti'], family: [], city: 'Yogyakarta', street: 'Jalan Gerabah No. {n}', postalCode: '55000' },
  { country: 'JP', currency: 'JPY', given: ['陽菜', '蓮太郎'], family: ['陶山', '茶谷'], familyFirst: true, city: '多治見市', street: '窯町{n}番地', postalCode: '507-0000' },
  { country: 'KR', currency: 'USD', given: ['서연', '도윤'], family: ['도예', '한'], familyFirst: true, city: '이천시', street: '도자기로 {n}', postalCode: '17300' },
  { country: 'TW', currency: 'USD', given: ['怡君', '志豪'], family: ['歐陽', '陶'], familyFirst: true, city: '新北市', street: '鶯歌區陶瓷街{n}號', postalCode: '239' },
  { country: 'VN', currency: 'USD', given: ['Thị Hồng Nhung', 'Quốc Bảo'], family: ['Nguyễn', 'Đặng'], familyFirst: true, city: 'Hà Nội', street: '{n} phố Bát Tràng', postalCode: '100000' },
  { country: 'TH', currency: 'USD', given: ['พิมพ์ชนก', 'กิตติศักดิ์'], family: ['ช่างปั้นดินเผาวัฒนา', 'ศรีสุวรรณ'], city: 'ลำปาง', street: '{n} ถนนเซรามิก', postalCode: '52000' },
  { country: 'BR', currency: 'USD', given: ['Conceição', 'João Guilherme'], family: ['Barros de Alcântara e Souza', 'Oleiro'], city: 'Olinda', street: 'Rua dos Oleiros, {n}', postalCode: '53000-000' },
];

/** Returns the place for a country. */
export const placeIn = (country: string): Place => places.find((place) => place.country === country)!;

/** The patterns of phone numbers: `#` is any digit. Countries without a reserved range use a British number. */
const fictionalNumbers: Readonly<Record<string, string>> = {
  GB: '+44 7700 900###',
  US: '+1 503-555-01##',
  FR: '+33 6 39 98 ## ##',
  SE: '+46 70-174 06 6#',
};

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly phones: Phone[];
  readonly address: Address;
}

/** Creates an invented person. `serial` makes the e-mail address unique. */
export function createPerson(random: Random, place: Place, serial: number): Person {
  const given = random.pick(place.given);
  const family = place.family.length ? random.pick(place.family) : '';
  // Names in Han characters have no space.
  const gap = /\p{Script=Han}/u.test(given) ? '' : ' ';
  const name = (place.familyFirst ? [family, given] : [given, family]).filter(Boolean).join(gap);
  const number = (fictionalNumbers[place.country] ?? '+44 7700 900###').replace(/#/g, () => String(random.int(0, 9)));
  return {
    name,
    email: `customer.${serial}@${random.pick(['mail', 'post', 'studio', 'cafe'])}.example`,
    phones: [{ number, type: 'mobile' }],
    address: {
      id: `addr-${serial}`,
      name,
      company: null,
      lines: [place.street.replace('{n}', String(random.int(1, 140)))],
      city: place.city,
      region: null,
      postalCode: place.postalCode || null,
      country: place.country,
    },
  };
}

/** The shop's staff and its automated actors. */
export const staff = {
  dana: { id: 'op-114', name: 'Dana Whitlock' },
  tom: { id: 'op-131', name: 'Tom Adeyemi' },
  priya: { id: 'op-102', name: 'Priya Raman' },
  checkout: { id: 'checkout', name: 'Checkout' },
  rule: { id: 'rule', name: 'Rule' },
  customer: { id: 'customer', name: 'Customer' },
} as const satisfies Readonly<Record<string, Actor>>;

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
