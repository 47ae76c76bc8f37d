import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../core/i18n/translate.ts';
import { ReadOnlyContext } from '../../renderer/core/readOnly.ts';
import { useSettings } from '../../renderer/core/settings.ts';
import { CountField } from '../../renderer/pages/timeline/CountField.tsx';
import { ChangeButton } from '../../renderer/parts/ChangeButton.tsx';
import { ReadOnlyMark } from '../../renderer/parts/ReadOnlyMark.tsx';

const reason = createTranslator(useSettings.getInitialState().locale).translate('window.readOnlyText');
const drawn = (isReadOnly: boolean, element: ReactElement) => renderToStaticMarkup(createElement(ReadOnlyContext, { value: isReadOnly }, element));
const save = createElement(ChangeButton, { type: 'submit', className: 'button' }, 'Save');
const count = createElement(CountField, { label: 'Trainers', value: 12, onSave: () => {} });

describe('what changes the plan', () => {
  it('is a control like any other where the plan may be changed', () => {
    expect(drawn(false, save)).toBe('<button class="button" type="submit">Save</button>');
    expect(drawn(false, count)).not.toMatch(/aria-disabled|readonly/i);
    expect(drawn(false, createElement(ReadOnlyMark))).toBe('<div role="status" class="read-only-mark small"></div>');
  });

  it('cannot be used where the plan can only be read, and says why', () => {
    const button = drawn(true, save);
    // Not a button to submit: Enter in a field would send the form.
    expect(button).toContain('type="button"');
    // It can be reached all the same: a disabled button is skipped, and nobody hears the reason.
    expect(button).not.toContain(' disabled');
    const field = drawn(true, count);
    expect(field).toMatch(/readonly/i);
    const mark = drawn(true, createElement(ReadOnlyMark));
    const id = /id="([^"]+)"/.exec(mark)?.[1];
    expect(mark).toContain(`<span id="${id}" class="visually-hidden">${reason}</span>`);
    for (const control of [button, field]) {
      expect(control).toContain('aria-disabled="true"');
      expect(control).toContain(`aria-describedby="${id}"`);
      expect(control).toContain(`title="${reason}"`);
    }
  });
});
