import { createTranslator, type Translator } from '../core/i18n/translate.ts';
import { AppError } from '../core/contract/errors.ts';
import type { Locale, PlanWriters } from '../core/ports/planWriters.ts';
import { readers } from '../formats/read/registry.ts';
import { writers } from '../formats/write/registry.ts';
import type { PaperSetter } from './report/setPaper.ts';

/** Offers paper and the writers of `formats/` to the core. */
export function createPlanWriters(): PlanWriters {
  const translators = new Map<Locale, Translator>();
  let setter: PaperSetter | null = null;
  const translatorOf = (locale: Locale): Translator => {
    const known = translators.get(locale) ?? createTranslator(locale);
    translators.set(locale, known);
    return known;
  };
  // The compiler is a library of 50 MB: only who prints loads it.
  const setterOf = async (): Promise<PaperSetter> => {
    setter ??= (await import('./report/setPaper.ts')).createPaperSetter();
    return setter;
  };
  return {
    setPaper: async (report, options) => (await setterOf())(report, options),
    async export(format, report, locale) {
      const write = writers.find((writer) => writer.id === format)?.write;
      if (!write) throw new AppError('invalid', 'app.formatToCome', { params: { format, known: '' } });
      return write(report, translatorOf(locale));
    },
    readFormats: readers.map(({ id, nameKey }) => ({ id, nameKey })),
    writeFormats: writers.map(({ id, nameKey, write }) => ({ id, nameKey, isAvailable: write !== null })),
    translate: (locale, key, params) => translatorOf(locale).translate(key, params),
  };
}
