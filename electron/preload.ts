import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { corePortMessage, noPlanArgument, type ShellBridge, shellChannels, windowChannels } from '../core/contract/shellBridge.ts';

const opensWithoutPlan = process.argv.includes(noPlanArgument);

/** Where a plan is opened the core is asked for before the page's own code runs; its port waits here until the page takes it. */
let asked: ReturnType<ShellBridge['connectCore']> | null = null;
if (!opensWithoutPlan) {
  // Not at once: the shell may learn later than this script which page the frame shows, and refuses what it does not know.
  document.addEventListener(
    'readystatechange',
    () => {
      if (!isAwaited) asked = ipcRenderer.invoke(shellChannels.connectCore);
    },
    { once: true },
  );
}
let isAwaited = false;
let held: readonly MessagePort[] = [];

/** One function a message: the page can neither name a channel nor reach an event of Electron's. */
const bridge: ShellBridge = {
  opensWithoutPlan: () => opensWithoutPlan,
  chooseFiles: (kind, isMany) => ipcRenderer.invoke(shellChannels.chooseFiles, kind, isMany),
  // The path comes from Electron, not from the page: a file that a script made has none.
  acceptDropped: (files) =>
    ipcRenderer.invoke(
      shellChannels.acceptDropped,
      files.map((file) => (file instanceof File ? webUtils.getPathForFile(file) : '')),
    ),
  choosePlace: (kind, suggestedName) => ipcRenderer.invoke(shellChannels.choosePlace, kind, suggestedName),
  recentPlans: () => ipcRenderer.invoke(shellChannels.recentPlans),
  openPlan: (source) => ipcRenderer.invoke(shellChannels.openPlan, source),
  makePlan: (suggestedName) => ipcRenderer.invoke(shellChannels.makePlan, suggestedName),
  makeSample: (sample) => ipcRenderer.invoke(shellChannels.makeSample, sample),
  cancelSample: () => ipcRenderer.invoke(shellChannels.cancelSample),
  closePlan: () => ipcRenderer.invoke(shellChannels.closePlan),
  currentPlan: () => ipcRenderer.invoke(shellChannels.currentPlan),
  openLink: (url) => ipcRenderer.invoke(shellChannels.openLink, url),
  tellSettings: (settings) => ipcRenderer.invoke(shellChannels.tellSettings, settings),
  connectCore() {
    isAwaited = true;
    if (held.length > 0) hand(held);
    const answer = asked ?? ipcRenderer.invoke(shellChannels.connectCore);
    asked = null;
    return answer;
  },
  onPlanChanged: (listener) => void ipcRenderer.on(windowChannels.planChanged, () => listener()),
};

contextBridge.exposeInMainWorld('bascule', bridge);

// A port cannot cross the bridge; as a message of the window it can.
function hand(ports: readonly MessagePort[]): void {
  held = [];
  window.postMessage(corePortMessage, window.location.origin, [...ports]);
}
ipcRenderer.on(windowChannels.corePort, (event) => {
  if (isAwaited) hand(event.ports);
  else held = event.ports;
});
