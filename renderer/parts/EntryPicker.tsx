import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslator } from '../core/settings.ts';
import './entryPicker.css';

export type PickerEntry = { readonly id: string; readonly name: string; readonly detail: string };

const shownAtMost = 60;

type EntryPickerProps = {
  readonly label: string;
  readonly entries: readonly PickerEntry[];
  readonly value: string | null;
  readonly onPick: (id: string | null) => void;
  readonly placeholder?: string | undefined;
};

/** Chooses one of many by typing a part of its name. */
export function EntryPicker({ label, entries, value, onPick, placeholder }: EntryPickerProps) {
  const { translate } = useTranslator();
  const nameOf = (id: string | null) => entries.find((entry) => entry.id === id)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? nameOf(value);
  const found = useMemo(() => {
    const start = fold(typed ?? '').trim();
    const words = start.split(/\s+/);
    const fitting = entries.filter((entry) => words.every((word) => fold(`${entry.name} ${entry.detail}`).includes(word)));
    if (start === '') return fitting.slice(0, shownAtMost);
    // What begins with the words comes first, the order of the entries stays otherwise.
    const begins = (entry: PickerEntry) => Number(fold(entry.name).startsWith(start));
    return fitting.sort((one, other) => begins(other) - begins(one)).slice(0, shownAtMost);
  }, [entries, typed]);
  return (
    <ComboBox
      className="entry-picker"
      items={found}
      inputValue={text}
      onInputChange={(next) => setTyped(next === nameOf(value) ? null : next)}
      selectedKey={value}
      onSelectionChange={(key) => {
        setTyped(null);
        if (key !== null) onPick(String(key));
      }}
      onOpenChange={(isOpen) => {
        if (!isOpen) setTyped(null);
      }}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label className="small soft">{label}</Label>
      <div className="entry-picker-field">
        <Input placeholder={placeholder ?? ''} />
        <Button aria-label={translate('claims.showChoices')}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <Popover className="entry-picker-list" offset={4}>
        <ListBox<PickerEntry> renderEmptyState={() => <p className="soft entry-picker-none">{translate('claims.nothingFound')}</p>}>
          {(entry) => (
            <ListBoxItem id={entry.id} textValue={entry.name} className="entry-picker-item">
              <span>{entry.name}</span>
              <span className="small soft">{entry.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
