import { create } from 'zustand';
import { createTranslator, type Translator } from '../../core/i18n/translate.ts';
import type { Locale } from '../../core/i18n/keys.ts';

export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast'];

type Settings = {
  readonly locale: Locale;
  readonly theme: Theme;
  setLocale(locale: Locale): void;
  setTheme(theme: Theme): void;
};

const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const remember = (key: string, value: string) => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
};

function firstLocale(): Locale {
  for (const tag of [stored('locale'), ...navigator.languages]) {
    const language = tag?.slice(0, 2);
    if (language === 'de' || language === 'en' || language === 'fr') return language;
  }
  return 'en';
}

/** Language and theme of this window; they belong to the person, not to the plan. */
export const useSettings = create<Settings>()((set) => ({
  locale: firstLocale(),
  theme: themes.find((theme) => theme === stored('theme')) ?? 'system',
  setLocale: (locale) => {
    remember('locale', locale);
    set({ locale });
  },
  setTheme: (theme) => {
    remember('theme', theme);
    set({ theme });
  },
}));

const translators = new Map<Locale, Translator>();

/** The translator of the window's language. */
export function useTranslator(): Translator {
  const locale = useSettings((state) => state.locale);
  const known = translators.get(locale) ?? createTranslator(locale);
  translators.set(locale, known);
  return known;
}
