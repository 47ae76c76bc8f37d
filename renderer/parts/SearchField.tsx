import { Search } from 'lucide-react';
import './filters.css';

export function SearchField({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (text: string) => void }) {
  return (
    <label className="field list-search">
      <Search size={16} aria-hidden />
      <input type="search" aria-label={label} placeholder={label} maxLength={200} value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
