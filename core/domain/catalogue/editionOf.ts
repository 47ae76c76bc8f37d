/** Folded words of an edition, the longer before the shorter that begins alike. */
const editions: readonly (readonly [string, string])[] = [
  ['professional plus', 'Professional Plus'],
  ['professionnel plus', 'Professional Plus'],
  ['pro plus', 'Professional Plus'],
  ['proplus', 'Professional Plus'],
  ['home and business', 'Home and Business'],
  // Of "Home & Business" no word stands for the sign.
  ['home business', 'Home and Business'],
  ['famille et petite entreprise', 'Home and Business'],
  ['home and student', 'Home and Student'],
  ['home student', 'Home and Student'],
  ['famille et etudiant', 'Home and Student'],
  ['small business', 'Small Business'],
  ['pro education', 'Pro Education'],
  ['professional', 'Professional'],
  ['professionnel', 'Professional'],
  ['pro', 'Professional'],
  ['enterprise', 'Enterprise'],
  ['entreprise', 'Enterprise'],
  ['datacenter', 'Datacenter'],
  ['standard', 'Standard'],
  ['education', 'Education'],
  ['essentials', 'Essentials'],
  ['developer', 'Developer'],
  ['express', 'Express'],
  ['community', 'Community'],
  ['ultimate', 'Ultimate'],
  ['premium', 'Premium'],
  ['business', 'Business'],
  ['home', 'Home'],
  ['famille', 'Home'],
  ['esr', 'ESR'],
];
const longTerm = ['ltsc', 'ltsb', 'lts'];

/**
 * The edition that cleaned words of a name say, in English whatever their language; null where they say none. LTSC and
 * LTSB stand before it, or alone; LTS says nothing about the edition.
 *
 * Example: `professionnel plus` is `Professional Plus`, `standard ltsc` is `LTSC Standard`, and `ubuntu lts` says none.
 */
export function editionOf(words: readonly string[]): string | null {
  const text = ` ${words.join(' ')} `;
  const edition = editions.find(([folded]) => text.includes(` ${folded} `))?.[1] ?? null;
  const term = longTerm.find((word) => text.includes(` ${word} `))?.toUpperCase() ?? null;
  if (term === null || term === 'LTS') return edition;
  return edition === null ? term : `${term} ${edition}`;
}
