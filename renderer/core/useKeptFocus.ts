import { useEffect } from 'react';

/**
 * Where the keyboard is stays known: when what had the focus goes or can no longer be used, as a button that has done
 * its work, the focus goes to the nearest thing around it that can take it, and back as soon as that is possible.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let around: readonly HTMLElement[] = [];
    let isParked = false;
    let isAsked = false;
    const isUsable = (element: HTMLElement) => element.isConnected && !element.matches(':disabled') && element.getClientRects().length > 0;
    const isLost = () => document.activeElement === null || document.activeElement === document.body || document.activeElement.matches(':disabled');

    const onFocus = (event: FocusEvent) => {
      if (isParked || !(event.target instanceof HTMLElement)) return;
      last = event.target;
      around = ancestors(last);
    };
    // Whoever clicks beside everything wants the focus nowhere.
    const forget = () => {
      last = null;
    };
    const park = (element: HTMLElement) => {
      isParked = true;
      element.focus({ preventScroll: true });
      isParked = false;
    };
    const check = () => {
      isAsked = false;
      if (last === null || document.querySelector('[aria-modal="true"]') !== null) return;
      if (isLost()) park([last, ...around].find(isUsable) ?? document.body);
      else if (document.activeElement !== last && around.includes(document.activeElement as HTMLElement) && isUsable(last)) park(last);
    };
    // Dialogs give the focus back by themselves, one frame after they are gone: they come first.
    const ask = () => {
      if (isAsked || last === null || (!isLost() && document.activeElement === last)) return;
      isAsked = true;
      requestAnimationFrame(() => requestAnimationFrame(check));
    };
    const observer = new MutationObserver(ask);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('pointerdown', forget, true);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}

/** What is around an element and takes the focus by itself, the nearest first. */
function ancestors(element: HTMLElement): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (parent.hasAttribute('tabindex')) found.push(parent);
  }
  return found;
}
