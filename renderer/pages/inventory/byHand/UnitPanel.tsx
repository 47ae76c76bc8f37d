import { useState } from 'react';
import type { Output } from '../../../../core/contract/contract.ts';
import type { UnitId } from '../../../../core/domain/ids.ts';
import { goTo } from '../../../core/goTo.ts';
import { useNotices } from '../../../core/notices.ts';
import { readCount } from '../../../core/readFigure.ts';
import { useRoute } from '../../../core/route.ts';
import { useRefusal } from '../../../core/readOnly.ts';
import { useTranslator } from '../../../core/settings.ts';
import { useCommand } from '../../../core/useCommand.ts';
import { useDraft } from '../../../core/useDraft.ts';
import { useQuery } from '../../../core/useQuery.ts';
import { ChangeButton } from '../../../parts/ChangeButton.tsx';
import { ChangeFields } from '../../../parts/ChangeFields.tsx';
import { FormField } from '../../../parts/FormField.tsx';
import { SidePanel } from '../../../parts/SidePanel.tsx';
import { isCount } from './itemDraft.ts';
import { unitRoles } from './unitList.ts';

type Unit = Output<'inventory.listUnits'>[number];
type Draft = { readonly name: string; readonly accounts: string };

const mostAccounts = 300_000;

/** A unit with a number of accounts, for whoever has no file of them. */
export function NewUnitPanel({ units }: { readonly units: readonly Unit[] }) {
  const { translate, locale } = useTranslator();
  const go = useRoute((state) => state.go);
  const tell = useNotices((state) => state.tell);
  const add = useCommand('inventory.addUnit');
  const [parentId, setParentId] = useState('');
  const close = () => go('inventory', 'units');
  const save = async ({ name, accounts }: Draft) => {
    const parent = units.find(({ id }) => id === parentId)?.id ?? null;
    const done = await add.run({ name: name.trim(), parentId: parent, accounts: readCount(accounts, locale) ?? 0 });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    close();
  };
  return (
    <SidePanel title={translate('inventoryPage.addUnit')} onClose={close}>
      <UnitForm first={{ name: '', accounts: '' }} isNew isRunning={add.isRunning} onSave={(draft) => void save(draft)} onCancel={close}>
        {units.length > 0 && (
          <div className="form-whole">
            <FormField label={translate('inventoryPage.unit.parent')}>
              {(described) => (
                <select {...described} value={parentId} onChange={(event) => setParentId(event.target.value)}>
                  <option value="">{translate('inventoryPage.unit.noParent')}</option>
                  {units.map(({ id, path }) => (
                    <option key={id} value={id}>
                      {path}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
          </div>
        )}
      </UnitForm>
    </SidePanel>
  );
}

/** One unit: its name, when its accounts move, and how many of them have no sign-in name yet. */
export function UnitPanel({ unitId }: { readonly unitId: UnitId }) {
  const translator = useTranslator();
  const { translate, number, locale } = translator;
  const go = useRoute((state) => state.go);
  const tell = useNotices((state) => state.tell);
  const change = useCommand('inventory.changeUnit');
  const refusal = useRefusal();
  const setRole = useCommand('inventory.changeUnitRole');
  const { data, error } = useQuery('inventory.getUnit', { unitId });
  const close = () => go('inventory', 'units');
  if (error) {
    return (
      <SidePanel title={translate('inventoryPage.column.unit')} onClose={close}>
        <p>{translate(error.messageKey, error.params)}</p>
      </SidePanel>
    );
  }
  if (data?.unit.id !== unitId) return null;
  const { unit, accountsWithoutName } = data;
  const save = async ({ name, accounts }: Draft) => {
    const done = await change.run({ unitId, name: name.trim(), accountsWithoutName: readCount(accounts, locale) ?? 0 });
    if (done) tell(done.labelKey, done.params, true);
  };
  const saveRole = async (role: Unit['role']) => {
    const done = await setRole.run({ unitIds: [unitId], role });
    if (done) tell(done.labelKey, done.params, true);
  };
  return (
    <SidePanel title={unit.name} onClose={close}>
      {unit.path !== unit.name && <p className="soft">{unit.path}</p>}
      <p>{translate('inventoryPage.unit.accounts', { accounts: unit.accountCount, without: accountsWithoutName })}</p>
      <UnitForm
        key={`${unit.name} ${accountsWithoutName}`}
        first={{ name: unit.name, accounts: accountsWithoutName === 0 ? '' : number(accountsWithoutName) }}
        isNew={false}
        isRunning={change.isRunning}
        onSave={(draft) => void save(draft)}
        onCancel={close}
      />
      <fieldset className="unit-roles">
        <legend>{translate('inventoryPage.unit.role')}</legend>
        {unitRoles.map((role) => (
          <label key={role}>
            <input
              type="radio"
              name="unit-role"
              checked={unit.role === role}
              disabled={setRole.isRunning}
              {...refusal}
              onChange={() => refusal === null && void saveRole(role)}
            />
            {translate(`inventoryPage.unit.role.${role}`)}
          </label>
        ))}
      </fieldset>
      {unit.accountCount > 0 && (
        <button type="button" className="button-quiet detail-link" onClick={() => goTo({ kind: 'unit', id: unitId })}>
          {translate('inventoryPage.unit.toAccounts')}
        </button>
      )}
    </SidePanel>
  );
}

type FormProps = {
  readonly first: Draft;
  readonly isNew: boolean;
  readonly isRunning: boolean;
  readonly onSave: (draft: Draft) => void;
  readonly onCancel: () => void;
  readonly children?: React.ReactNode;
};

function UnitForm({ first, isNew, isRunning, onSave, onCancel, children }: FormProps) {
  const { translate, number, locale } = useTranslator();
  const { draft, errors, isChanged, change, leave, onSubmit } = useDraft(first, ({ name, accounts }) => ({
    ...(name.trim() === '' ? { name: 'inventoryPage.form.nameMissing' } : {}),
    ...(accounts.trim() !== '' && !isCount(readCount(accounts, locale), mostAccounts) ? { accounts: 'inventoryPage.form.notCount' } : {}),
  }));
  const sentence = (field: keyof Draft) => {
    const key = errors[field];
    return key === undefined ? undefined : translate(key, { example: number(1200) });
  };
  return (
    <form className="form-grid" onSubmit={onSubmit(() => onSave(draft))} noValidate>
      <ChangeFields>
        <div className="form-whole">
          <FormField label={translate('inventoryPage.unit.name')} error={sentence('name')}>
            {(described) => (
              <input
                {...described}
                // biome-ignore lint/a11y/noAutofocus: the form was opened to write here
                autoFocus={isNew}
                maxLength={300}
                value={draft.name}
                onChange={(event) => change({ name: event.target.value })}
                onBlur={() => leave('name')}
              />
            )}
          </FormField>
        </div>
        {children}
        <div className="form-whole">
          <FormField
            label={translate(isNew ? 'inventoryPage.column.accounts' : 'inventoryPage.unit.withoutName')}
            error={sentence('accounts')}
            help={translate('inventoryPage.unit.accountsHelp')}
          >
            {(described) => (
              <input
                {...described}
                className="number"
                inputMode="numeric"
                autoComplete="off"
                maxLength={24}
                value={draft.accounts}
                onChange={(event) => change({ accounts: event.target.value })}
                onBlur={() => leave('accounts')}
              />
            )}
          </FormField>
        </div>
      </ChangeFields>
      <div className="form-actions form-whole">
        <ChangeButton type="submit" className="button-primary" disabled={isRunning || (!isNew && !isChanged)}>
          {translate(isNew ? 'inventoryPage.unit.add' : 'inventoryPage.form.save')}
        </ChangeButton>
        <button type="button" className="button-quiet" onClick={onCancel}>
          {translate('window.cancel')}
        </button>
      </div>
    </form>
  );
}
