/**
 * In a bundle the sentences of each language are one text that is read when its language is first spoken: three
 * languages of 80 files, put together at every start, cost the window more time than all else in its first file.
 */
export function messagesAsText(messages) {
  const languages = Object.entries(messages).map(([locale, sentences]) => {
    const text = JSON.stringify(JSON.stringify(sentences));
    return `get ${locale}() { return (known.${locale} ??= JSON.parse(${text})); }`;
  });
  return {
    name: 'bascule-messages-as-text',
    load: (id) =>
      id.replaceAll('\\', '/').endsWith('/core/i18n/messages.ts') ? `const known = {};\nexport const messages = { ${languages.join(',\n')} };` : null,
  };
}
