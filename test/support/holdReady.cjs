/**
 * Loaded before the program by `electron -r`: holds its `ready` until Playwright is attached and calls
 * `__playwright_run`. Playwright has the same, but with switches of its own, and this is about ours.
 */
const { app } = require('electron');

const whenReady = app.whenReady();
const emit = app.emit.bind(app);
let heldArguments = null;
let open;
const opened = new Promise((resolve) => {
  open = resolve;
});
let isOpen = false;
app.emit = (event, ...given) => {
  if (event !== 'ready' || isOpen) return emit(event, ...given);
  heldArguments = given;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isOpen;
app.whenReady = () => opened;
globalThis.__playwright_run = async () => {
  await whenReady;
  isOpen = true;
  open();
  if (heldArguments !== null) emit('ready', ...heldArguments);
};
