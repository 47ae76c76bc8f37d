import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { firstPaint } from '../core/firstPaint.ts';

/** What lies below the window's lower edge: drawn once that above it stands on the screen. */
export function AfterPaint({ children }: { readonly children: ReactNode }) {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let isShown = true;
    void firstPaint().then(() => {
      if (isShown) startTransition(() => setPainted(true));
    });
    return () => {
      isShown = false;
    };
  }, []);
  return isPainted ? children : null;
}
