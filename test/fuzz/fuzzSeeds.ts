import { encode } from 'iconv-lite';
import { odsFile, odsText, xlsxFile, xlsxRows } from '../support/spreadsheetFile.ts';
import { zipFile } from '../support/zipFile.ts';
import { tableSeeds } from './fuzzTableSeeds.ts';
import { personalMark } from './personalMark.ts';

const mark = personalMark;

export type TextSeed = { readonly format: string; readonly text: string };

const uninstall = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const json = (value: unknown): string => JSON.stringify(value, null, 1);
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The same for formats with a form of their own. */
export const textSeeds: readonly TextSeed[] = [
  {
    format: 'ldif',
    text: `version: 1\n\n# x\ndn: uid=e,ou=Hochbau,ou=people,dc=stadt,dc=example\nobjectClass: inetOrgPerson\nuid: e\ncn: ${mark}\nmail: e@stadt.exam\n ple\nou:: ${Buffer.from('Büro').toString('base64')}\nuserPassword:: ${mark}\njpegPhoto:: ${mark}\n ${mark}\n\ndn: cn=x\nchangetype: delete\n`,
  },
  {
    format: 'scim',
    text: json({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 2,
      Resources: [
        {
          userName: 'e',
          name: { familyName: mark, formatted: mark },
          emails: [{ value: 'e@stadt.example', type: 'work', primary: true }],
          phoneNumbers: [{ value: mark }],
          password: mark,
          photos: [{ value: mark }],
          active: true,
          userType: 'Employee',
          [enterprise]: { division: 'Bauamt', department: 'Hochbau', manager: { displayName: mark } },
        },
        { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: mark, members: [] },
      ],
    }),
  },
  {
    format: 'keycloak',
    text: json({
      realm: 'stadt',
      sslRequired: 'external',
      clients: [{ secret: mark }],
      users: [
        {
          username: 'e',
          firstName: mark,
          lastName: mark,
          email: 'e@stadt.example',
          enabled: true,
          credentials: [{ type: 'password', secretData: mark, value: mark }],
          attributes: { department: ['Bauamt / Hochbau'], phone: [mark] },
          groups: ['/a'],
        },
      ],
    }),
  },
  {
    format: 'imapsyncLog',
    text: `Here is imapsync 2.229 on host x\nTransfer started at Thursday 13 April 2023-04-13 14:42:11 +0200 CEST\nCommand line used, run by /usr/bin/perl:\n/usr/bin/imapsync --user1 x --password1 ${mark}\nHost1: IMAP server [alt.example] port [993] user [e@stadt.example]\nErr 1/1: - msg INBOX/866 {78} could not append ( Subject:[${mark}] ) to folder INBOX\nTransfer ended on : Thursday 13 April 2023-04-13 14:42:11 +0200 CEST\nExiting with return value 114 (EXIT_ERR_APPEND) 1/100 nb_errors/max_errors PID 1\n`,
  },
  {
    format: 'glpiInventory',
    text: json({
      action: 'inventory',
      deviceid: 'pc1-2026',
      itemtype: 'Computer',
      tag: 'Bauamt',
      content: {
        accesslog: { logdate: '2026-01-01 00:00:00' },
        bios: { ssn: mark },
        hardware: { lastloggeduser: mark },
        users: [{ login: mark }],
        licenseinfos: [{ name: 'x', key: mark }],
        softwares: [{ name: 'Textblick', version: '1.0', publisher: 'Text AG', folder: mark, username: mark, userid: mark }],
      },
    }),
  },
  {
    format: 'agentXml',
    text: `<?xml version="1.0" encoding="UTF-8"?><REQUEST><CONTENT><ACCESSLOG><LOGDATE>2026-01-02 03:04:05</LOGDATE></ACCESSLOG><BIOS><SSN>${mark}</SSN></BIOS><SOFTWARES><NAME>Textblick &amp; mehr</NAME><VERSION>1.0</VERSION><PUBLISHER>Text AG</PUBLISHER><USERNAME>${mark}</USERNAME></SOFTWARES><SOFTWARES><NAME>B</NAME></SOFTWARES><USERS><LOGIN>${mark}</LOGIN></USERS></CONTENT><DEVICEID>pc1</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`,
  },
  {
    format: 'ocsAgentJson',
    text: json({
      template_inventory: {
        BIOS: [{ 'SERIAL NUMBER': mark }],
        SOFTWARES: [{ NAME: ' Textblick ', PUBLISHER: ' ', VERSION: ' 1.42.0', FOLDER: mark }],
        'LOCAL USERS': [{ NAME: mark }],
      },
    }),
  },
  {
    format: 'wazuhPackages',
    text: json({
      data: {
        affected_items: [{ name: 'bash', version: '5', vendor: 'House', format: 'deb', architecture: 'amd64', agent_id: '001', location: mark }],
        total_affected_items: 1,
      },
    }),
  },
  {
    format: 'osqueryPackages',
    text: json([
      { name: 'Textblick', version: '1.0', install_location: mark, publisher: 'Text AG', identifying_number: '{A}', uninstall_string: mark, maintainer: mark },
    ]),
  },
  {
    format: 'osqueryPackages',
    text: `{"name":"pack","hostIdentifier":"pc1","columns":{"name":"bash","version":"5","maintainer":"${mark}","revision":"1"},"action":"added"}\n{"hostIdentifier":"pc1","snapshot":[{"name":"b","version":"1","revision":"","maintainer":"${mark}"}]}\n`,
  },
  {
    format: 'windowsRegistry',
    text: `Windows Registry Editor Version 5.00\r\n\r\n[${uninstall}\\{A-1}]\r\n"DisplayName"="Text \\"blick\\""\r\n"Publisher"=hex(2):48,00,e4,00,75,00,73,00,00,00\r\n"DisplayVersion"="1.0"\r\n"InstallLocation"="${mark}"\r\n"ProductID"="${mark}"\r\n\r\n[${uninstall}\\B]\r\n"DisplayName"="B"\r\n"SystemComponent"=dword:00000001\r\n`,
  },
  {
    format: 'consoleTable',
    text: 'DisplayName                      DisplayVersion Publisher\n-----------                      -------------- ---------\nTextblick für Straßen (x64)      1.2.3          Amt für Geodaten\nEin sehr langer Name, der nicht… 4.5            Haus\n',
  },
  {
    format: 'wingetExport',
    text: json({
      $schema: 'https://aka.ms/winget-packages.schema.2.0.json',
      Sources: [
        { Packages: [{ PackageIdentifier: 'House.Tool.Pro', Version: '1.2' }, { PackageIdentifier: '9WZDNCRFHVN5' }], SourceDetails: { Name: 'winget' } },
      ],
    }),
  },
  {
    format: 'wingetList',
    text: 'Name              ID                 Version  Verfügbar Quelle\n----------------------------------------------------------------\nTextblick         House.Tool.Pro     1.2      1.3       winget\nFirefox           Mozilla.Firefox    120.0              winget\n',
  },
  { format: 'chocoList', text: 'Chocolatey v2.2.2\n7zip 23.1.0\nfirefox 120.0\n2 packages installed.\n' },
  { format: 'dpkgPackages', text: 'tool\tall\t1.0-2\t120\tweb\tinstall ok installed\ngone\tamd64\t2.0\t9\tx\tdeinstall ok config-files\n' },
  {
    format: 'dpkgPackages',
    text: '||/ Name           Version      Architektur  Beschreibung\n+++-==============-============-============-====\nii  libreoffice    1:7.4.7-1    amd64        office\nrc  old  1 all x\n',
  },
  {
    format: 'rpmPackages',
    text: 'bash-5.1.8-6.el9.x86_64\npython3-dns-2.1.0-6.el9.noarch\ngpg-pubkey-8483c65d-5ccc5b19\nxorg-x11-font-utils-7.5-53.el9.x86_64\n',
  },
  {
    format: 'macApplications',
    text: json({
      SPSoftwareDataType: [{ local_host_name: 'mac1', user_name: mark }],
      SPApplicationsDataType: [{ _name: 'Textblick', version: '1', path: mark, signed_by: ['Developer ID: Text AG (ABCDEFGHIJ)'] }],
    }),
  },
  {
    format: 'macApplications',
    text: `<?xml version="1.0"?><plist version="1.0"><array><dict><key>_dataType</key><string>SPApplicationsDataType</string><key>_items</key><array><dict><key>_name</key><string>Textblick</string><key>path</key><string>${mark}</string><key>version</key><string>1</string><key>signed_by</key><array><string>Developer ID: Text AG (ABCDEFGHIJ)</string></array></dict></array></dict></array></plist>`,
  },
  {
    format: 'cycloneDxJson',
    text: json({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: {
        authors: [{ name: mark, email: mark }],
        component: { type: 'application', name: 'Fachverfahren', version: '3.1', supplier: { name: 'House', contact: [{ name: mark }] }, author: mark },
      },
      components: [
        { type: 'library', name: 'pad', components: [{ type: 'application', name: 'Inner', publisher: 'Other' }] },
        { type: 'library', name: 'T%2B', properties: [{ name: 'cdx:osquery:category', value: 'windows_programs' }] },
      ],
      services: [{ name: 'Maps', provider: { name: 'Map House' }, services: [{ name: 'Tiles', provider: { name: 'H' } }] }],
    }),
  },
  {
    format: 'cycloneDxXml',
    text: `<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1"><metadata><authors><author><name>${mark}</name></author></authors><component type="application"><supplier><name>House</name><contact><name>${mark}</name></contact></supplier><name>Fach</name><version>3.1</version></component></metadata><components><component type="library"><name>pad</name><components><component type="application"><name>Inner</name></component></components></component></components><services><service><provider><name>P</name></provider><name>Maps</name></service></services></bom>`,
  },
  {
    format: 'spdxJson',
    text: json({
      spdxVersion: 'SPDX-2.3',
      SPDXID: 'SPDXRef-DOCUMENT',
      creationInfo: { creators: [`Person: ${mark} (e@x)`] },
      packages: [
        { SPDXID: 'SPDXRef-app', name: 'Fach', versionInfo: '1', supplier: 'Organization: House (m@h)' },
        { SPDXID: 'SPDXRef-t', name: 'Tool', supplier: `Person: ${mark}`, primaryPackagePurpose: 'APPLICATION' },
      ],
      relationships: [{ spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-app' }],
    }),
  },
  {
    format: 'spdxTagValue',
    text: `SPDXVersion: SPDX-2.2\nDataLicense: CC0-1.0\nSPDXID: SPDXRef-DOCUMENT\nDocumentName: x\nCreator: Person: ${mark} (e@x)\n\nPackageName: Fach\nSPDXID: SPDXRef-app\nPackageVersion: 1\nPackageSupplier: Person: ${mark}\nPackageComment: <text>a\nPackageName: no\n</text>\n\nRelationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app\n`,
  },
  {
    format: 'spdx3Json',
    text: json({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        { type: 'Person', spdxId: 'urn:e', name: mark },
        { type: 'Organization', spdxId: 'urn:h', name: 'House' },
        { type: 'SpdxDocument', spdxId: 'urn:d', rootElement: ['urn:app'] },
        { type: 'software_Package', spdxId: 'urn:app', name: 'Fach', suppliedBy: 'urn:h', software_packageVersion: '1' },
        { type: 'software_Package', spdxId: 'urn:t', name: 'Tool', suppliedBy: 'urn:e', software_primaryPurpose: 'application' },
      ],
    }),
  },
  {
    format: 'swidTag',
    text: `<?xml version="1.0"?><SoftwareIdentity xmlns="http://standards.iso.org/iso/19770/-2/2015/schema.xsd" name="Textblick" tagId="x" version="1.0"><Entity name="House" regid="h.example" role="tagCreator softwareCreator"/></SoftwareIdentity>`,
  },
  {
    format: 'mspdi',
    text: `<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Author>${mark}</Author><MinutesPerDay>480</MinutesPerDay><Tasks><Task><UID>0</UID><Name>Umzug</Name><OutlineLevel>0</OutlineLevel></Task><Task><UID>1</UID><Name>Mail</Name><OutlineLevel>1</OutlineLevel><Start>2027-01-04T08:00:00</Start><Finish>2027-01-22T17:00:00</Finish><PercentComplete>40</PercentComplete><Cost>1</Cost><Notes>${mark}</Notes></Task><Task><UID>2</UID><Name>B</Name><OutlineLevel>2</OutlineLevel><Start>2027-01-04T08:00:00</Start><Duration>PT16H0M0S</Duration><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag><LagFormat>8</LagFormat></PredecessorLink></Task></Tasks><Resources><Resource><Name>${mark}</Name></Resource></Resources></Project>`,
  },
  {
    format: 'ganttProject',
    text: `<?xml version="1.0"?><project name="x" view-date="2027-01-01" gantt-divider-location="300" version="3"><calendars base-id=""><day-types><default-week id="1" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0" sat="1"/></day-types><date year="2027" month="1" date="6" type="HOLIDAY"/></calendars><tasks><task id="0" name="Mail" meeting="false" start="2027-01-04" duration="15" complete="10"><notes><![CDATA[${mark}]]></notes><depend id="1" type="3" difference="-2"/><task id="1" name="Pilot" meeting="true" start="2027-01-04" duration="5"/></task></tasks><resources><resource id="0" name="${mark}"/></resources></project>`,
  },
];

const liste = 'Software;Hersteller;Installationen\nTextblick;Text AG;12\nKartenblick;Geo;3\n';

/** Files that hold others. */
export const packedSeeds: readonly Uint8Array[] = [
  zipFile([
    { name: 'liste.csv', content: liste },
    { name: 'pc/pc1.json', content: textSeeds.find((seed) => seed.format === 'glpiInventory')?.text ?? '' },
    { name: 'innen.zip', content: zipFile([{ name: 'a.csv', content: liste }]) },
  ]),
  xlsxFile(
    [
      {
        name: 'Liste',
        rows: `${xlsxRows([
          ['Software', 'Hersteller', 'Installationen'],
          ['Textblick', 'Text AG', 1234],
        ])}<row r="9"><c r="A9" t="s"><v>0</v></c><c r="C9" s="1"><v>45000</v></c></row>`,
      },
      {
        name: 'Zweite',
        rows: xlsxRows([
          ['Computer', 'Software'],
          ['PC1', 'x'],
        ]),
        isHidden: true,
      },
    ],
    { strings: '<si><t>geteilt</t></si>' },
  ),
  odsFile([
    {
      name: 'Liste',
      rows: `<table:table-row>${odsText('Software')}${odsText('Installationen')}</table:table-row><table:table-row table:number-rows-repeated="2">${odsText('Textblick')}<table:table-cell office:value-type="float" office:value="12"/></table:table-row>`,
    },
  ]),
];

/** The seeds as bytes, in the encodings in which such files come. */
export function encodedSeeds(): readonly { readonly format: string; readonly bytes: Uint8Array }[] {
  const tables = tableSeeds.map(({ format, headings, row }) => ({
    format,
    text: [headings, row].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  }));
  return [...tables, ...textSeeds].flatMap(({ format, text }) => [
    { format, bytes: encode(text, 'utf-8') },
    { format, bytes: encode(`\ufeff${text}`, 'utf-16le') },
  ]);
}
