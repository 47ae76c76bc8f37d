import { describe, expect, it } from 'vitest';
import { keysOf, only, readText } from './readSupport.ts';

const shown = (result: Awaited<ReturnType<typeof readText>>) =>
  only(result, 'software').map((record) => [record.rawName, record.version, record.publisher, record.device]);

describe('CycloneDX', () => {
  const found = (category: string, name: string, more = {}) => ({
    type: 'library',
    name,
    version: '1',
    properties: [{ name: 'cdx:osquery:category', value: category }],
    ...more,
  });
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    metadata: {
      authors: [{ name: 'Erika', email: 'e@x.example' }],
      tools: { components: [{ type: 'application', name: 'the tool that made the file' }] },
      component: {
        type: 'application',
        name: 'Fachverfahren',
        version: '3.1',
        supplier: { name: 'House', contact: [{ email: 'e@x.example' }] },
        author: 'Erika',
      },
    },
    components: [
      { type: 'library', name: 'left-pad', version: '1', components: [{ type: 'application', name: 'Inner tool', version: '2', publisher: 'Other' }] },
      { type: 'framework', name: 'frame', version: '1' },
      { type: 'operating-system', name: 'debian', version: '12' },
      { type: 'file', name: 'x.so' },
      'nothing',
    ],
    services: [
      { name: 'Maps', version: '1', provider: { name: 'Map House' }, services: [{ name: 'Tiles', provider: { name: 'Tile House' } }] },
      { name: 'database', version: '14' },
    ],
  };
  const products = [
    ['Fachverfahren', '3.1', 'House', null],
    ['Inner tool', '2', 'Other', null],
    ['debian', '12', '', null],
    ['Maps', '1', 'Map House', null],
    ['Tiles', '', 'Tile House', null],
  ];
  const skipped = { 'skip.libraryInProgram': 2, 'skip.notSoftware': 1, 'skip.serviceWithoutProvider': 1 };

  it('counts the program that it describes, applications in it, and services of others', async () => {
    const result = await readText(JSON.stringify(bill));
    expect([result.format, result.sniffed]).toMatchObject(['cycloneDxJson', { seen: { params: { version: '1.5' } } }]);
    expect([shown(result), result.summary.skippedByReason, result.issues]).toEqual([products, skipped, []]);
    expect(JSON.stringify(result.records)).not.toMatch(/Erika|e@x/);
  });

  it('counts the same in XML', async () => {
    const text = `<?xml version="1.0"?>
<bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1"><metadata>
 <tools><components><component type="application"><name>the tool that made the file</name></component></components></tools>
 <component type="application"><supplier><name>House</name><contact><name>Erika</name></contact></supplier><author>Erika</author><name>Fachverfahren</name><version>3.1</version></component>
</metadata><components>
 <component type="library"><name>left-pad</name><version>1</version><licenses><license><name>MIT</name></license></licenses>
  <pedigree><ancestors><component type="application"><name>ancestor</name></component></ancestors></pedigree>
  <components><component type="application"><publisher>Other</publisher><name>Inner tool</name><version>2</version></component></components></component>
 <component type="framework"><name>frame</name></component>
 <component type="operating-system"><name>debian</name><version>12</version></component>
 <component type="file"><name>x.so</name></component>
</components><services>
 <service><provider><name>Map House</name></provider><name>Maps</name><version>1</version><services><service><provider><name>Tile House</name></provider><name>Tiles</name></service></services></service>
 <service><name>database</name></service>
</services></bom>`;
    const result = await readText(text);
    expect([result.format, result.sniffed]).toMatchObject(['cycloneDxXml', { seen: { params: { version: '1.4' } } }]);
    const byName = (rows: readonly unknown[][]) => [...rows].sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    expect([byName(shown(result)), result.summary.skippedByReason, result.issues]).toEqual([byName(products), skipped, []]);
    expect(only(result, 'software').map((record) => record.row)).toEqual([1, 3, 5, 8, 7]);
  });

  it('of a running machine counts its programs and packages, with readable names', async () => {
    const machine = {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: found('win_version', 'Windows+11', { type: 'operating-system' }) },
      components: [
        found('windows_programs', 'Docker+Desktop', { publisher: 'Docker Inc.' }),
        found('programs', 'Notepad%2B%2B'),
        found('programs', 'Notepad+++(64-bit)'),
        found('deb_packages', 'libstdc++6'),
        found('deb_packages', '100% broken'),
        found('certificates', 'CN%3Dx', { type: 'data' }),
        found('windows_drivers', 'driver'),
        found('processes', 'init'),
      ],
    };
    const result = await readText(JSON.stringify(machine), { name: 'pc.json' });
    expect(shown(result)).toEqual([
      ['Docker Desktop', '1', 'Docker Inc.', 'pc.json'],
      ['Notepad++', '1', '', 'pc.json'],
      ['Notepad++ (64-bit)', '1', '', 'pc.json'],
      ['libstdc++6', '1', '', 'pc.json'],
      ['100% broken', '1', '', 'pc.json'],
    ]);
    expect(result.summary.skippedByReason).toEqual({ 'skip.notSoftware': 4 });
  });

  it('says when there is nothing in it', async () => {
    expect(keysOf(await readText('{"bomFormat": "CycloneDX", "specVersion": "1.6"}'))).toEqual(['issue.softwareNone']);
    expect(keysOf(await readText('<bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>'))).toEqual(['issue.softwareNone']);
  });

  it.each([
    ['cycloneDxJson', JSON.stringify(bill).slice(0, -1), 'issue.jsonInvalid'],
    ['cycloneDxJson', '[1]', 'issue.sectionMissing'],
    ['cycloneDxXml', '<bom><components>', 'issue.xmlInvalid'],
    ['cycloneDxXml', '<!DOCTYPE bom [<!ENTITY a "b">]><bom/>', 'issue.xmlDeclaresEntities'],
  ])('is refused when broken: %s %.30s', async (format, text, key) => {
    expect((await readText(text, { format })).summary.refused?.messageKey).toBe(key);
  });
});

describe('SPDX', () => {
  const packages = [
    { SPDXID: 'SPDXRef-lib', name: 'library', versionInfo: '1', downloadLocation: 'NOASSERTION' },
    { SPDXID: 'SPDXRef-app', name: 'Fachverfahren', versionInfo: 'NOASSERTION', supplier: 'Organization: House (mail@house.example)' },
    { SPDXID: 'SPDXRef-tool', name: 'Tool', versionInfo: '2', supplier: 'Person: Erika (e@x.example)', primaryPackagePurpose: 'APPLICATION' },
  ];
  const relationships = [{ spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-app' }];
  const products = [
    ['Fachverfahren', '', 'House', null],
    ['Tool', '2', '', null],
  ];

  it('2 as JSON counts what the file describes, and applications', async () => {
    const result = await readText(JSON.stringify({ spdxVersion: 'SPDX-2.3', SPDXID: 'SPDXRef-DOCUMENT', packages, relationships }));
    expect([result.format, shown(result), result.summary.skippedByReason, result.issues]).toEqual(['spdxJson', products, { 'skip.libraryInProgram': 1 }, []]);
  });

  it('2 as text counts the same', async () => {
    const text = `SPDXVersion: SPDX-2.2
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: x
Creator: Person: Erika (e@x.example)

PackageName: library
SPDXID: SPDXRef-lib
PackageVersion: 1
PackageComment: <text>a comment
PackageName: not a package
over several lines</text>

PackageName: Fachverfahren
SPDXID: SPDXRef-app
PackageVersion: NOASSERTION
PackageSupplier: Organization: House (mail@house.example)

FileName: ./x.c
SPDXID: SPDXRef-file

PackageName: Tool
SPDXID: SPDXRef-tool
PackageVersion: 2
PackageSupplier: Person: Erika (e@x.example)
PrimaryPackagePurpose: APPLICATION

Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app
Relationship: SPDXRef-app CONTAINS SPDXRef-lib
`;
    const result = await readText(text);
    expect([result.format, shown(result), result.summary.skippedByReason, result.issues]).toEqual([
      'spdxTagValue',
      products,
      { 'skip.libraryInProgram': 1 },
      [],
    ]);
    expect(only(result, 'software').map((record) => record.row)).toEqual([14, 22]);
  });

  it('3 counts the same', async () => {
    const graph = [
      { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1', createdBy: ['urn:erika'] },
      { type: 'Person', spdxId: 'urn:erika', name: 'Erika' },
      { type: 'Organization', spdxId: 'urn:house', name: 'House' },
      { type: 'SpdxDocument', spdxId: 'urn:doc', rootElement: ['urn:bom'] },
      { type: 'software_Sbom', spdxId: 'urn:bom', rootElement: ['urn:app'] },
      { type: 'software_Package', spdxId: 'urn:lib', name: 'library', software_packageVersion: '1', software_primaryPurpose: 'library' },
      { type: 'software_Package', spdxId: 'urn:app', name: 'Fachverfahren', suppliedBy: 'urn:house' },
      {
        type: 'software_Package',
        spdxId: 'urn:tool',
        name: 'Tool',
        software_packageVersion: '2',
        suppliedBy: 'urn:erika',
        software_primaryPurpose: 'application',
      },
    ];
    const result = await readText(JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph }));
    expect([result.format, shown(result), result.summary.skippedByReason, result.issues]).toEqual(['spdx3Json', products, { 'skip.libraryInProgram': 1 }, []]);
  });

  it('with a single package need not describe it; with several says what to do', async () => {
    const one = await readText(JSON.stringify({ spdxVersion: 'SPDX-2.3', packages: packages.slice(0, 1) }));
    expect([shown(one), one.issues]).toEqual([[['library', '1', '', null]], []]);
    const several = await readText(JSON.stringify({ spdxVersion: 'SPDX-2.3', packages: packages.slice(0, 2) }));
    expect([several.records, keysOf(several)]).toEqual([[], ['issue.sbomDescribesNothing']]);
    expect(keysOf(await readText('SPDXVersion: SPDX-2.3\n'))).toEqual(['issue.softwareNone']);
  });

  it.each([
    ['spdxJson', '{"spdxVersion": "SPDX-2.3"', 'issue.jsonInvalid'],
    ['spdxJson', '{"spdxVersion": "SPDX-2.3"}', 'issue.sectionMissing'],
    ['spdx3Json', '{"@graph": {}}', 'issue.sectionMissing'],
  ])('is refused when broken: %s %s', async (format, text, key) => {
    expect((await readText(text, { format })).summary.refused?.messageKey).toBe(key);
  });
});

describe('SWID', () => {
  const namespace = 'http://standards.iso.org/iso/19770/-2';
  const tag = (attributes: string, inner = '') =>
    `<?xml version="1.0" encoding="utf-8"?>\n<SoftwareIdentity xmlns="${namespace}/2015/schema.xsd" ${attributes}>${inner}</SoftwareIdentity>`;

  it('of 2015 names who made the software before who wrote the tag', async () => {
    const result = await readText(
      tag(
        'name="Größenrechner" version="1.2" tagId="x"',
        '<Entity name="Tagger" role="tagCreator"/><Entity name="House" role="softwareCreator licensor"/><Meta product="x"/>',
      ),
    );
    expect([result.format, shown(result), result.sniffed]).toMatchObject([
      'swidTag',
      [['Größenrechner', '1.2', 'House', null]],
      { seen: { params: { year: '2015' } } },
    ]);
  });

  it.each([
    ['patch="true"', 'skip.update'],
    ['corpus="true"', 'skip.notInstalled'],
    ['supplemental="true"', 'skip.packagePart'],
  ])('with %s is no installed product', async (attribute, reason) => {
    const result = await readText(tag(`name="x" ${attribute}`));
    expect([result.records, result.summary.skippedByReason]).toEqual([[], { [reason]: 1 }]);
  });

  it('of 2009 is read too', async () => {
    const text = `<?xml version="1.0"?>
<swid:software_identification_tag xmlns:swid="${namespace}/2009/schema.xsd">
  <swid:entitlement_required_indicator>true</swid:entitlement_required_indicator>
  <swid:product_title>Tool</swid:product_title>
  <swid:product_version><swid:name>11.0</swid:name><swid:numeric><swid:major>11</swid:major></swid:numeric></swid:product_version>
  <swid:software_creator><swid:name>House</swid:name><swid:regid>regid.x</swid:regid></swid:software_creator>
  <swid:tag_creator><swid:name>Tagger</swid:name></swid:tag_creator>
</swid:software_identification_tag>`;
    const result = await readText(text);
    expect([result.format, shown(result), result.sniffed]).toMatchObject([
      'swidTag',
      [['Tool', '11.0', 'House', null]],
      { seen: { params: { year: '2009' } } },
    ]);
  });

  it('without a name says so, and cut off is refused', async () => {
    expect(keysOf(await readText(tag('version="1"')))).toEqual(['issue.cellMissing']);
    expect((await readText(tag('name="x"').slice(0, -5))).summary.refused?.messageKey).toBe('issue.xmlInvalid');
  });
});
