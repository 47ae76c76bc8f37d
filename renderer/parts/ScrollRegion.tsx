import type { ReactNode, Ref } from 'react';

type Name = { readonly labelledBy: string } | { readonly label: string };
type Props = Name & { readonly className: string; readonly ref?: Ref<HTMLElement>; readonly children: ReactNode };

/** What may be larger than its place: it scrolls by the keyboard too, and a screen reader hears what it has come to. */
export function ScrollRegion({ className, ref, children, ...name }: Props) {
  return (
    <section
      ref={ref}
      className={className}
      aria-labelledby={'labelledBy' in name ? name.labelledBy : undefined}
      aria-label={'label' in name ? name.label : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
