import { type FormEvent, useState } from 'react';

/** What a form has to say about each of its fields: a message key where the entry is wrong. */
export type FieldErrors<Draft> = Readonly<Partial<Record<keyof Draft, string>>>;

/**
 * What is typed in a form until it is saved. What is wrong with a field is told once the field has been left or saving
 * was tried; then the first wrong field takes the focus.
 */
export function useDraft<Draft extends object>(first: Draft, errorsOf: (draft: Draft) => FieldErrors<Draft>) {
  const [draft, setDraft] = useState(first);
  const [left, setLeft] = useState<ReadonlySet<keyof Draft>>(new Set());
  const [wasTried, setTried] = useState(false);
  const errors = errorsOf(draft);
  const shown = Object.fromEntries(Object.entries(errors).filter(([field]) => wasTried || left.has(field as keyof Draft))) as FieldErrors<Draft>;
  return {
    draft,
    errors: shown,
    isChanged: Object.keys(first).some((field) => first[field as keyof Draft] !== draft[field as keyof Draft]),
    change: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    leave: (field: keyof Draft) => setLeft((before) => (before.has(field) ? before : new Set([...before, field]))),
    reset: (next: Draft) => {
      setDraft(next);
      setLeft(new Set());
      setTried(false);
    },
    onSubmit: (save: () => void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      setTried(true);
      const form = event.currentTarget;
      // Also what a field of its own, such as a date, has found wrong.
      if (Object.keys(errors).length === 0 && form.querySelector('[aria-invalid="true"]') === null) return save();
      setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    },
  };
}
