import { useTranslator } from '../../core/settings.ts';
import { type Status, StatusMark } from '../../parts/StatusMark.tsx';
import type { State } from './trackingView.ts';

const marks: Readonly<Record<State, Status>> = { planned: 'planned', migrated: 'done', problem: 'problem', exception: 'exception' };

export function StateMark({ state }: { readonly state: State }) {
  const { translate } = useTranslator();
  return <StatusMark state={marks[state]} label={translate(`common.state.${state}`)} />;
}
