/**
 * What is known of capitals beyond the list of capitals itself (countries-list): further spellings and seats of
 * government, and which names are too common, or too often a meeting place, to speak of their country.
 */

/** Other spellings, older names and seats of government. */
export const MORE_CAPITALS: Readonly<Record<string, string>> = {
  BJ: 'Cotonou',
  BI: 'Bujumbura',
  BO: 'La Paz',
  CI: 'Abidjan',
  FJ: 'Suva',
  GE: 'Tiflis',
  IN: 'Delhi',
  IR: 'Teheran',
  KG: 'Frunze',
  KZ: 'Nur-Sultan|Nursultan|Almaty',
  LK: 'Sri Jayawardenepura Kotte',
  MD: 'Chisinau|Kishinev',
  MM: 'Nay Pyi Taw|Rangoon|Yangon',
  MN: 'Ulaanbaatar|Ulan Bator',
  MY: 'Putrajaya',
  NG: 'Lagos',
  PW: 'Melekeok',
  SZ: 'Mbabane',
  TZ: 'Dar es Salaam',
  UA: 'Kiev|Kyiv',
  US: 'Washington DC|Washington, D.C.|Washington, DC',
  UZ: 'Toshkent',
  XK: 'Prishtina',
  YE: 'Sanaa',
  ZA: 'Cape Town',
}

/** Names that are ordinary words, given names or places elsewhere, or a contested seat: no capital at all here. */
export const NOT_CAPITALS: ReadonlySet<string> = new Set([
  'adamstown',
  'alofi',
  'city of victoria',
  'douglas',
  'fakaofo',
  'hamilton',
  'jamestown',
  'jerusalem',
  'king edward point',
  'kingston',
  'male',
  'moroni',
  'plymouth',
  'saint denis',
  'saint helier',
  'saint johns',
  'saint pierre',
  'stanley',
  'the valley',
  'victoria',
  'wellington',
  'west island',
])

/**
 * Capitals that count in what a person types, but in prose are as often a seat of organisations, a meeting place, a
 * name of another town or a person's name.
 */
export const TYPED_CAPITALS: ReadonlySet<string> = new Set([
  'athens',
  'bern',
  'brussels',
  'cape town',
  'george town',
  'georgetown',
  'gustavia',
  'lima',
  'lobamba',
  'london',
  'nassau',
  'paris',
  'rome',
  'roseau',
  'saint georges',
  'san jose',
  'san juan',
  'santiago',
  'sofia',
  'sucre',
  'the hague',
  'tripoli',
  'vienna',
  'washington , d c',
  'washington , dc',
  'washington d c',
  'washington dc',
])
