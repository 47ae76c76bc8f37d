import type { ImportRecordKind } from '../../core/domain/inventory/importRecords.ts';

export type TableKind = Exclude<ImportRecordKind, 'accountCounts' | 'planTask'>;

export type FieldType = 'text' | 'count' | 'money' | 'date' | 'boolean' | 'path' | 'list' | 'notice' | 'months' | 'renewal' | 'accountKind' | 'state' | 'track';

export type FieldSpec = {
  readonly type: FieldType;
  /** Headings in German, French and English, and the names under which tools export the column; compared folded. */
  readonly aliases: readonly string[];
  /** Without this column the table is not of this kind. */
  readonly isRequired?: true;
  /** A column that only this kind of table has. */
  readonly isTelling?: true;
  /** A cell that cannot be read leaves only itself out, not the row: nothing is computed from this column. */
  readonly isMinor?: true;
};

function list(words: string): readonly string[] {
  return words.split(', ');
}

const publishers = list(
  'publisher, vendor, manufacturer, software publisher, application publisher, Hersteller, Herausgeber, Anbieter, éditeur, fabricant, Anwendung - Hersteller, Publisher0, editor',
);
const departments = list(
  'department, departmentPath, unit, unitName, unit name, organisational unit, organizational unit, org unit path, division, entity, office, TAG, Abteilung, Amt, Fachbereich, Dezernat, Referat, Dienststelle, Organisationseinheit, Einheit, Bereich, Kostenstelle, cost centre, cost center, service, direction, département, entité, unité, pôle',
);
const logins = list(
  'login, user principal name, UPN, account, username, user name, user, e-mail, email, email address, mail, sAMAccountName, primary mail, Anmeldename, Benutzername, Benutzer, Benutzerkonto, Konto, Kennung, E-Mail-Adresse, identifiant, utilisateur, compte, adresse e-mail, adresse électronique, courriel, nom d’utilisateur, owner principal name',
);
const seats = list(
  'seats, quantity, licences, licenses, number of licences, number of licenses, licence count, license count, Anzahl, Lizenzen, Anzahl Lizenzen, Lizenzanzahl, Plätze, Arbeitsplätze, Stückzahl, Menge, nombre de licences, nombre de postes, quantité, postes, sièges',
);
const annualCosts = list(
  'annual cost, yearly cost, cost per year, annual price, yearly fee, annual fee, Jahreskosten, Kosten pro Jahr, Kosten je Jahr, jährliche Kosten, Jahrespreis, Jahresbetrag, coût annuel, prix annuel, montant annuel, redevance annuelle, coût par an, cost/year, Kosten/Jahr, coût/an',
);
const suppliers = list(
  'supplier, reseller, contractor, Lieferant, Händler, Auftragnehmer, Vertragspartner, fournisseur, revendeur, prestataire, titulaire, contract partner',
);
const softwareNames = list(
  'rawName, software, software name, application, application name, DisplayName, display name, DisplayName0, product, product name, program, title, name, Programm, Anwendung, Anwendungsname, Produkt, Produktname, Bezeichnung, Softwarename, ObjektName, logiciel, nom, nom du logiciel, produit, désignation, intitulé, item name, item',
);

/** Headings of a cost that do not say for how long it is. */
export const costsWithoutPeriod = list('cost, price, Kosten, Preis, coût, montant');

/** Which columns each kind of table has. The order of the aliases is their rank where a table has several of them. */
export const tableFields: Readonly<Record<TableKind, Readonly<Record<string, FieldSpec>>>> = {
  software: {
    rawName: { type: 'text', isRequired: true, aliases: softwareNames },
    publisher: { type: 'text', aliases: publishers },
    version: {
      type: 'text',
      isTelling: true,
      aliases: list(
        'version, DisplayVersion, application version, software version, Version0, product version, Version - Versionsnummer, Versionsnummer, numéro de version, application short version',
      ),
    },
    installations: {
      type: 'count',
      isTelling: true,
      aliases: list(
        'installations, install count, number of installations, device count, installed, installs, total, number in use, nbre, count, number, Installationen, Anzahl Installationen, Anzahl der Installationen, Anzahl, Anzahl Geräte, nombre d’installations, nombre installation, nombre, nombre de machines, nb installations',
      ),
    },
    device: {
      type: 'text',
      isTelling: true,
      aliases: list(
        'device, device name, computer, computer name, machine, hostname, host, host name, asset name, Netbios_Name0, PSComputerName, deviceid, Rechner, Rechnername, Gerät, Gerätename, PC, poste, poste de travail, ordinateur, nom de la machine',
      ),
    },
    unitName: { type: 'text', aliases: departments },
  },
  licence: {
    name: {
      type: 'text',
      isRequired: true,
      aliases: [...list('licence, license, licence name, license name, Lizenz, Lizenzname, nom de la licence'), ...softwareNames],
    },
    key: { type: 'text', aliases: list('id, key, licence id, license id, Lizenznummer, Lizenz-ID, numéro de licence, Nr, number') },
    publisher: { type: 'text', aliases: publishers },
    seats: { type: 'count', isTelling: true, aliases: seats },
    annualCostCents: { type: 'money', isTelling: true, aliases: annualCosts },
    purchaseCostCents: {
      type: 'money',
      isTelling: true,
      aliases: list(
        'purchase cost, purchase price, one-time cost, acquisition cost, total cost, Kaufpreis, Einkaufspreis, Anschaffungskosten, Anschaffungspreis, prix d’achat, coût d’achat, coût d’acquisition',
      ),
    },
    purchasedOn: {
      type: 'date',
      isMinor: true,
      aliases: list(
        'purchased on, purchase date, bought on, start date, Kaufdatum, Anschaffungsdatum, Startdatum, gekauft am, date d’achat, date d’acquisition',
      ),
    },
    expiresOn: {
      type: 'date',
      isTelling: true,
      aliases: list(
        'expires on, expiration date, expiry date, expiry, valid until, expires, end date, Ablaufdatum, läuft ab am, gültig bis, Laufzeitende, date d’expiration, date de fin, expire le, valable jusqu’au',
      ),
    },
    terminatesOn: { type: 'date', aliases: list('terminates on, termination date, Kündigungsdatum, gekündigt zum, date de résiliation') },
    supplier: { type: 'text', aliases: suppliers },
    orderNumber: { type: 'text', aliases: list('order number, order no, purchase order, Bestellnummer, numéro de commande, n° de commande') },
    unitName: { type: 'text', aliases: [...list('company, Firma, Compagnie'), ...departments] },
    notes: {
      type: 'text',
      aliases: list('notes, note, comment, comments, Notizen, Bemerkung, Bemerkungen, Kommentar, remarque, remarques, commentaire'),
    },
  },
  account: {
    login: { type: 'text', isRequired: true, aliases: logins },
    accountKind: {
      type: 'accountKind',
      isTelling: true,
      aliases: list(
        'kind, account kind, account type, type, recipient type, recipient type details, mailbox type, user type, Art, Kontoart, Kontotyp, Typ, Postfachtyp, type de compte, type de boîte',
      ),
    },
    departmentPath: { type: 'path', isTelling: true, aliases: departments },
    isEnabled: {
      type: 'boolean',
      isMinor: true,
      isTelling: true,
      aliases: list('isEnabled, enabled, account enabled, active, status, is active, aktiv, aktiviert, actif, activé, statut'),
    },
    isBlocked: {
      type: 'boolean',
      isMinor: true,
      isTelling: true,
      aliases: list('block credential, blocked, disabled, sign-in blocked, gesperrt, deaktiviert, Anmeldung gesperrt, bloqué, désactivé'),
    },
    isDeleted: { type: 'boolean', isMinor: true, aliases: list('is deleted, deleted, gelöscht, supprimé') },
    lastActiveOn: {
      type: 'date',
      isMinor: true,
      isTelling: true,
      aliases: list(
        'last active on, last activity date, last activity, last sign-in, last sign in, last login, last logon, last seen, LastLogonTime, letzte Anmeldung, letzte Aktivität, zuletzt aktiv, dernière connexion, dernière activité',
      ),
    },
    licences: {
      type: 'list',
      isTelling: true,
      aliases: list(
        'licences, licenses, assigned products, assigned licenses, assigned licences, Lizenzen, zugewiesene Lizenzen, zugewiesene Produkte, licences attribuées',
      ),
    },
    services: { type: 'list', isTelling: true, aliases: list('services, applications, Dienste, Anwendungen') },
  },
  contract: {
    name: {
      type: 'text',
      isRequired: true,
      aliases: list(
        'contract, contract name, Vertrag, Vertragsname, Vertragsbezeichnung, contrat, marché, nom du contrat, intitulé du contrat, name, title, Bezeichnung, nom, intitulé, désignation, product, product name, software, Produkt, produit, logiciel',
      ),
    },
    key: {
      type: 'text',
      isTelling: true,
      aliases: list('contract number, contract no, contract id, Vertragsnummer, Vertrags-Nr, numéro de contrat, numéro de marché, key, id'),
    },
    productName: { type: 'text', aliases: list('product, product name, software, application, item, Produkt, Anwendung, produit, logiciel') },
    supplier: { type: 'text', aliases: [...suppliers, ...publishers] },
    startsOn: {
      type: 'date',
      aliases: list(
        'start, starts on, start date, begin, contract start, valid from, Beginn, Vertragsbeginn, Startdatum, Laufzeitbeginn, gültig ab, début, date de début, début du contrat',
      ),
    },
    endsOn: {
      type: 'date',
      aliases: list(
        'end, ends on, end date, contract end, valid until, expires on, expiration date, Ende, Vertragsende, Enddatum, Laufzeitende, Ablaufdatum, gültig bis, fin, date de fin, fin du contrat, échéance, date d’échéance, date d’expiration',
      ),
    },
    noticeDays: {
      type: 'notice',
      isTelling: true,
      aliases: list(
        'notice days, notice, notice period, notice period days, notice months, notice period months, notice in days, notice in months, cancellation period, Kündigungsfrist, Kündigungsfrist in Tagen, Kündigungsfrist Tage, Kündigungsfrist in Monaten, Kündigungsfrist Monate, préavis, préavis en jours, préavis en mois, préavis jours, préavis mois, délai de préavis, jours de préavis',
      ),
    },
    renewal: {
      type: 'renewal',
      isTelling: true,
      aliases: list(
        'renewal, renewal type, auto renewal, automatic renewal, auto-renew, Verlängerung, Verlängerungsart, automatische Verlängerung, reconduction, type de reconduction, renouvellement',
      ),
    },
    renewalMonths: {
      type: 'months',
      isTelling: true,
      aliases: list(
        'renewal months, renewal period, renewal term, Verlängerung Monate, Verlängerung in Monaten, Verlängerungszeitraum, durée de reconduction, reconduction mois, mois de reconduction',
      ),
    },
    annualCostCents: { type: 'money', aliases: [...annualCosts, ...costsWithoutPeriod] },
    seats: { type: 'count', aliases: seats },
  },
  progress: {
    login: { type: 'text', isRequired: true, aliases: logins },
    trackKey: {
      type: 'track',
      isRequired: true,
      isTelling: true,
      aliases: list('track, trackKey, track key, workstream, stream, Strang, Teilprojekt, Spur, Migrationsstrang, piste, volet, chantier'),
    },
    state: {
      type: 'state',
      isRequired: true,
      isTelling: true,
      aliases: list('state, status, migration state, result, Stand, Zustand, Migrationsstatus, Ergebnis, état, statut, avancement, résultat'),
    },
    reason: {
      type: 'text',
      aliases: list('reason, message, error, comment, Grund, Begründung, Fehler, Meldung, Bemerkung, motif, raison, erreur, commentaire'),
    },
    on: { type: 'date', aliases: list('on, date, day, migrated on, finished, Datum, Tag, am, migriert am, jour, le, migré le, umgestellt am, basculé le') },
  },
};

export const tableKinds = Object.keys(tableFields) as readonly TableKind[];
