/** Words from which made-up administrations are put together. Nobody is meant by any combination. */
export const givenNames = [
  'anna', 'ben', 'clara', 'david', 'elif', 'fatima', 'georg', 'hanna', 'ivan', 'jana', 'karim', 'lena', 'marc', 'nora', 'olivier', 'paula', 'quentin', 'rosa',
  'samir', 'tina', 'uwe', 'vera', 'wim', 'xenia', 'yann', 'zoe', 'aline', 'bruno', 'celine', 'dario', 'emma', 'felix', 'gina', 'hugo', 'ines', 'jonas', 'katja', 'luc',
];

export const familyNames = [
  'abel', 'bauer', 'carre', 'dubois', 'ebert', 'fischer', 'garnier', 'hansen', 'iversen', 'jansen', 'keller', 'lambert', 'moreau', 'neumann', 'otto', 'petit',
  'quast', 'richter', 'schulz', 'thomas', 'ulrich', 'vogel', 'weber', 'yilmaz', 'ziegler', 'arnold', 'blanc', 'claus', 'dietz', 'engel', 'faure', 'graf', 'huber', 'imhof', 'jung', 'kraus',
];

export const departments = [
  'Finanzen', 'Personal', 'Inneres', 'Bildung', 'Soziales', 'Gesundheit', 'Bauen', 'Verkehr', 'Umwelt', 'Kultur', 'Justiz', 'Wirtschaft', 'Landwirtschaft', 'Vermessung',
  'Ordnung', 'Feuerwehr', 'Jugend', 'Sport', 'Stadtplanung', 'Bürgerdienste',
];

export const divisions = ['Zentrale Dienste', 'Grundsatz', 'Haushalt', 'Recht', 'Planung', 'Außenstelle Nord', 'Außenstelle Süd', 'Leitstelle', 'Service', 'Aufsicht', 'Förderung', 'Archiv'];

/** Line-of-business software that exists nowhere: no catalogue knows it, so it must come out as undecided. */
export const unknownSoftware = [
  'Hundesteuer Plus', 'Kita-Platzfinder', 'Wegewart', 'Marktstandverwaltung', 'Friedhofskataster', 'Bootsliegeplatz', 'Schulbuchausleihe', 'Baumkontrolle mobil', 'Wahlhelfereinsatz',
  'Fundbüro Digital', 'Winterdienstplaner', 'Zählerstand Kommunal', 'Parkausweis Pro', 'Ratsinfo Altbestand', 'Deichaufsicht', 'Spielplatzprüfung', 'Obdachmanager', 'Sperrmülltermin',
];

export const noise = [
  ['Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.38.33135', 'Microsoft Corporation', '14.38.33135.0'],
  ['Security Update for Microsoft Office 2016 (KB5002700)', 'Microsoft', ''],
  ['Microsoft .NET Runtime - 8.0.8 (x64)', 'Microsoft Corporation', '8.0.8'],
  ['Intel(R) Graphics Driver', 'Intel Corporation', '31.0.101.5333'],
  ['Microsoft Update Health Tools', 'Microsoft Corporation', '5.72.0.0'],
] as const;
