import { fromWireError, type WireError } from '../../core/contract/errors.ts';
import type { ChosenFile, FileKind, RecentPlan, Shell } from '../../core/contract/shell.ts';

const endings: Readonly<Record<FileKind, string>> = {
  plan: '.bascule',
  import: '',
  folder: '',
  pdf: '.pdf',
  json: '.json',
  csv: '.csv',
  ics: '.ics',
  ods: '.ods',
  odt: '.odt',
  xlsx: '.xlsx',
  mspdi: '.xml',
};

/** The shell in a browser: files go to the program on this machine by upload and come back as downloads. */
export function createBrowserShell(base: string): Shell {
  const listeners = new Set<() => void>();
  const ask = async <Answer>(method: string, input: unknown = {}, signal?: AbortSignal): Promise<Answer> => {
    const response = await fetch(`${base}/shell/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(input),
      ...(signal ? { signal } : {}),
    });
    if (response.status === 422) throw fromWireError((await response.json()) as WireError);
    if (!response.ok) throw new Error(`${method}: ${response.status}`);
    return (await response.json()) as Answer;
  };
  const upload = async (file: File): Promise<ChosenFile> => {
    const response = await fetch(`${base}/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
    if (!response.ok) throw new Error(`upload: ${response.status}`);
    return (await response.json()) as ChosenFile;
  };
  const changed = () => {
    for (const listener of listeners) listener();
  };

  return {
    givesFolders: false,
    async chooseFiles(kind, isMany) {
      const files = await pickFiles(endings[kind], isMany);
      return Promise.all(files.map(upload));
    },
    acceptDropped: (files) => Promise.all(files.filter((file): file is File => file instanceof File).map(upload)),
    choosePlace: (_kind, suggestedName) => ask<ChosenFile>('choosePlace', { name: suggestedName }),
    async deliver(file) {
      const link = document.createElement('a');
      link.href = `${base}/files/${encodeURIComponent(file.handle)}`;
      link.download = file.name;
      link.click();
    },
    recentPlans: () => ask<readonly RecentPlan[]>('recentPlans'),
    async openPlan(source) {
      await ask('openPlan', source);
      changed();
    },
    async makePlan(suggestedName) {
      await ask('makePlan', { name: suggestedName });
      changed();
      return true;
    },
    async makeSample(sample, signal) {
      const controller = new AbortController();
      const stop = () => controller.abort();
      signal.addEventListener('abort', stop);
      try {
        return await ask<boolean>('makeSample', sample, controller.signal);
      } catch (error) {
        if (signal.aborted) return false;
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
        changed();
      }
    },
    async closePlan() {
      await ask('closePlan');
      changed();
    },
    currentPlan: () => ask('currentPlan'),
    onPlanChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async openLink(url) {
      if (new URL(url).protocol === 'https:') window.open(url, '_blank', 'noopener,noreferrer');
    },
  };
}

function pickFiles(accept: string, isMany: boolean): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMany;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => resolve([]), { once: true });
    input.click();
  });
}
