/** Loaded before the program by `electron -r`: ends it before its page has asked for anything. */
const { app } = require('electron');

app.once('web-contents-created', (_event, contents) => contents.once('did-start-navigation', () => app.quit()));
