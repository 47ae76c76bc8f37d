import { useTranslator } from '../../core/settings.ts';

/** What an assumption is called in a list of all of them: its own name, or its kind and its track. */
export function useAssumptionName(): (key: string) => string {
  const { translate, has } = useTranslator();
  return (key) => {
    const own = `costsPage.assumption.${key}`;
    if (has(own)) return translate(own);
    const [kind = '', track = ''] = key.split('.');
    const group = `costsPage.group.${kind}`;
    return has(group) && has(`common.track.${track}`)
      ? translate('costsPage.ofTrack', { kind: translate(group), what: translate(`common.track.${track}`) })
      : key;
  };
}
