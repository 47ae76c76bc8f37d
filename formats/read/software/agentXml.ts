import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readLine } from '../textCell.ts';
import { readXml, xmlRoot } from '../xml.ts';
import { type SoftwareFind, softwareRecord } from './softwareFind.ts';

/** The inventory of one machine as FusionInventory's agent and OCS write it: `<REQUEST><CONTENT><SOFTWARES>…`. */
export const agentXml: Reader = {
  id: 'agentXml',
  nameKey: 'format.agentXml',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const isInventory = xmlRoot(sample.text)?.name === 'REQUEST' && /<(CONTENT|QUERY>INVENTORY)/.test(sample.text);
    return { confidence: isInventory ? 0.97 : 0, seen: { messageKey: 'format.seen.agentXml', params: {} } };
  },
  async *read(source, sample, options, report) {
    yield* readXml<ImportRecord>(source, sample, options, report, (emit) => {
      const finds: Omit<SoftwareFind, 'row'>[] = [];
      const path: string[] = [];
      let deviceId = '';
      let machineName = '';
      let uuid = '';
      let serial = '';
      let tag = '';
      let loggedAt = '';
      let fields = new Map<string, string>();
      return {
        open: (name) => {
          path.push(name);
          if (path.length === 3) fields = new Map();
        },
        close: (name, text, depth) => {
          path.pop();
          const [, content, section] = path;
          if (depth === 2 && name === 'DEVICEID') deviceId = readLine(text);
          if (depth === 2 && name === 'CONTENT') return;
          if (content === 'CONTENT' && depth === 4) fields.set(name, readLine(text));
          if (content === 'CONTENT' && depth === 3 && section === undefined) {
            if (name === 'SOFTWARES')
              finds.push({ rawName: fields.get('NAME') ?? '', publisher: fields.get('PUBLISHER') ?? '', version: fields.get('VERSION') ?? '' });
            else if (name === 'HARDWARE') [machineName, uuid] = [fields.get('NAME') ?? '', fields.get('UUID') ?? ''];
            else if (name === 'BIOS') serial = fields.get('SSN') ?? '';
            else if (name === 'ACCESSLOG') loggedAt = fields.get('LOGDATE') ?? '';
            else if (name === 'ACCOUNTINFO' && fields.get('KEYNAME') === 'TAG') tag = fields.get('KEYVALUE') ?? '';
          }
          if (depth !== 1) return;
          // The id of the machine stands behind its software, so the finds wait for it.
          const device = deviceId || machineName;
          if (device === '') return report.refuse('issue.inventoryWithoutDevice');
          report.noteDevice(device, loggedAt || null, { hostName: machineName || device, uuid, serial });
          if (finds.length === 0) report.warn('issue.inventoryWithoutSoftware');
          for (const [index, find] of finds.entries()) {
            const record = softwareRecord({ ...find, row: index + 1, device, unitName: tag }, 'NAME', report);
            if (record) emit(record);
          }
        },
      };
    });
  },
};
