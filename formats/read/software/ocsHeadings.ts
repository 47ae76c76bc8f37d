/** The forms of OCS's CSV exports; `name` and `nbre` (the count of machines) are the same in every language. */
export type OcsForm = 'software' | 'summary' | 'machines';

/** The headings of OCS's exports as its language files have them, by language and form. */
export const ocsHeadings: Readonly<Record<string, Readonly<Record<OcsForm, readonly string[]>>>> = {
  en: {
    software: ['Publisher', 'name', 'Version', 'Standardized version', 'Category', 'nbre'],
    summary: ['Number', 'Software'],
    machines: ['TAG', 'Software', 'Computer', 'Connected user', 'Description', 'Inventory'],
  },
  fr: {
    software: ['Editeur', 'name', 'Version', 'Version standardisée', 'Catégorie', 'nbre'],
    summary: ['Nombre', 'Logiciel'],
    machines: ['TAG', 'Logiciel', 'Machine', 'Utilisateur connecté', 'Description', 'Inventaire'],
  },
  de: {
    software: ['Hersteller', 'name', 'Version', 'Standardized version', 'Kategorie', 'nbre'],
    summary: ['Anzahl', 'Software'],
    machines: ['TAG', 'Software', 'Rechner', 'Benutzer', 'Beschreibung', 'Inventar'],
  },
  it: {
    software: ['Produttore', 'name', 'Versione', 'Standardized version', 'Categoria', 'nbre'],
    summary: ['Numero', 'Software'],
    machines: ['TAG', 'Software', 'Computer', 'Utente', 'Descrizione', 'Inventario'],
  },
  nl: {
    software: ['Editor', 'name', 'Versie', 'Standardized version', 'Categorie', 'nbre'],
    summary: ['Aantal', 'Software'],
    machines: ['TAG', 'Software', 'Computer', 'Gebruiker', 'Omschrijving', 'Inventarisatie'],
  },
  es: {
    software: ['Editor', 'name', 'Versión', 'Standardized version', 'Categoría', 'nbre'],
    summary: ['Número', 'Software'],
    machines: ['TAG', 'Software', 'Dispositivo', 'Nombre usuario', 'Descripción', 'Inventario'],
  },
  pl: {
    software: ['Producent', 'name', 'Version', 'Standardized version', 'Kategoria', 'nbre'],
    summary: ['Numer', 'Oprogramowanie'],
    machines: ['TAG', 'Oprogramowanie', 'Komputer', 'Użytkownik', 'Opis', 'Inwentaryzacja'],
  },
  pt: {
    software: ['Editor', 'name', 'Version', 'Standardized version', 'Categoria', 'nbre'],
    summary: ['Número', 'Software'],
    machines: ['TAG', 'Software', 'Computador', 'Usuário', 'Descrição', 'Inventário'],
  },
  cs: {
    software: ['Editor', 'name', 'Verze', 'Standardized version', 'Kategorie', 'nbre'],
    summary: ['Počet', 'Software'],
    machines: ['TAG', 'Software', 'Počítač', 'Připojený uživatel', 'Popis', 'Inventář'],
  },
};
