import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { corePortMessage, noPlanArgument, type ShellBridge, shellChannels, windowChannels } from '../core/contract/shellBridge.ts';

/** One function a message: the page can neither name a channel nor reach an event of Electron's. */
const bridge: ShellBridge = {
  opensWithoutPlan: () => process.argv.includes(noPlanArgument),
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
  connectCore: () => ipcRenderer.invoke(shellChannels.connectCore),
  onPlanChanged: (listener) => void ipcRenderer.on(windowChannels.planChanged, () => listener()),
};

contextBridge.exposeInMainWorld('bascule', bridge);

// A port cannot cross the bridge; as a message of the window it can.
ipcRenderer.on(windowChannels.corePort, (event) => window.postMessage(corePortMessage, window.location.origin, [...event.ports]));
