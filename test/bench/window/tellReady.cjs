/**
 * Loaded before the program by `electron -r`: says on standard output, as milliseconds since 1970, when the first window has painted
 * what the environment's READY_SELECTOR finds and can be clicked, and then ends the program.
 */
const { app } = require('electron');

const look = `new Promise((done) => {
  const found = () => document.querySelector(${JSON.stringify(process.env.READY_SELECTOR ?? 'h1')});
  // Two frames later what was found stands on the screen and the page has time for events.
  const check = () => (found() ? requestAnimationFrame(() => setTimeout(() => done(Date.now()))) : requestAnimationFrame(check));
  check();
})`;

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const at = await contents.executeJavaScript(look);
    process.stdout.write(`ready ${at}\n`);
    app.quit();
  });
});
