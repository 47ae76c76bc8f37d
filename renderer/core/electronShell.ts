import { fromWireError } from '../../core/contract/errors.ts';
import type { Shell } from '../../core/contract/shell.ts';
import type { ShellAnswer, ShellBridge } from '../../core/contract/shellBridge.ts';
import { useSettings } from './settings.ts';

/** The shell of the desktop program, behind the functions that its preload script shows. */
export function createElectronShell(bridge: ShellBridge, mayAskCore: Promise<void>): Shell {
  const tellSettings = ({ locale, theme }: Pick<ReturnType<typeof useSettings.getState>, 'locale' | 'theme'>) => void bridge.tellSettings({ locale, theme });
  // Its menu and dialogs speak the language of the window.
  tellSettings(useSettings.getState());
  useSettings.subscribe(tellSettings);
  const listeners = new Set<() => void>();
  bridge.onPlanChanged(() => {
    for (const listener of listeners) listener();
  });
  return {
    givesFolders: true,
    chooseFiles: async (kind, isMany) => opened(await bridge.chooseFiles(kind, isMany)),
    acceptDropped: async (files) => opened(await bridge.acceptDropped(files)),
    choosePlace: async (kind, suggestedName) => opened(await bridge.choosePlace(kind, suggestedName)),
    // What was written lies where the user wanted it.
    deliver: async () => {},
    recentPlans: () => mayAskCore.then(async () => opened(await bridge.recentPlans())),
    async openPlan(source) {
      opened(await bridge.openPlan('recent' in source ? source : { handle: source.file.handle }));
    },
    makePlan: async (suggestedName) => opened(await bridge.makePlan(suggestedName)),
    async makeSample(sample, signal) {
      const cancel = () => void bridge.cancelSample();
      signal.addEventListener('abort', cancel);
      try {
        return opened(await bridge.makeSample(sample));
      } finally {
        signal.removeEventListener('abort', cancel);
      }
    },
    async closePlan() {
      opened(await bridge.closePlan());
    },
    currentPlan: async () => opened(await bridge.currentPlan()),
    onPlanChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async openLink(url) {
      opened(await bridge.openLink(url));
    },
  };
}

function opened<Value>(answer: ShellAnswer<Value>): Value {
  if (!answer.ok) throw fromWireError(answer.error);
  return answer.value;
}
