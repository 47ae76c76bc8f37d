export type WindowsEntry = { readonly name: string; readonly isSystemComponent: boolean; readonly parent: string; readonly releaseType: string };

/**
 * Why an entry of Windows' Uninstall keys is no program, or null where it is one: the same entries that Windows itself
 * hides under "Apps and features".
 */
export function windowsEntryToLeaveOut(entry: WindowsEntry): string | null {
  if (entry.name === '') return 'skip.withoutName';
  if (entry.isSystemComponent) return 'skip.windowsComponent';
  return entry.parent !== '' || /update|hotfix|service pack|rollup/i.test(entry.releaseType) ? 'skip.update' : null;
}
