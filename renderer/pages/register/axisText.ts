import type { Translator } from '../../../core/i18n/translate.ts';
import { countryName } from '../../core/countryName.ts';
import type { Axes, AxisLine } from './registerView.ts';

/** The axes in full and in words, for where neither shapes nor short forms are seen. */
export function axisText({ translate, locale }: Pick<Translator, 'translate' | 'locale'>) {
  const disputed = (text: string, isDisputed: boolean) => (isDisputed ? translate('registerPage.disputedText', { text }) : text);
  const all = (values: AxisLine['values'], nameOf: (text: string) => string = (text) => text) =>
    values.map(({ text, isDisputed }) => disputed(nameOf(text), isDisputed)).join(', ');
  return {
    disputed,
    line: ({ state, values }: AxisLine, freeKey = 'registerPage.free'): string =>
      state === 'known' ? all(values) : translate(state === 'free' ? freeKey : 'common.unknown'),
    law: ({ state, values }: Axes['law']): string =>
      state === 'unknown' ? translate('common.unknown') : all(values, (text) => countryName(locale, text) ?? translate('common.unknown')),
    licence: ({ text, isDisputed }: Axes['licence']): string =>
      disputed(text === 'proprietary' ? translate('registerPage.licence.proprietary') : text, isDisputed),
    exit: ({ replacements, standards }: Axes['exit'], isProprietary: boolean): string => {
      if (isProprietary && replacements > 0) return translate('registerPage.replacements', { replacements });
      return standards.length === 0 ? translate('common.unknown') : standards.join(', ');
    },
  };
}
