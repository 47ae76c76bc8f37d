import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { useReadOnly } from '../../core/readOnly.ts';
import { useTranslator } from '../../core/settings.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { type PlanGoal, planGoals } from './usePlanWaves.ts';
import '../../parts/floating.css';

/** Plans the waves for the earliest finish with one press, or for what the menu beside it offers. */
export function PlanWavesButtons({ isPlanning, onPlan }: { readonly isPlanning: boolean; readonly onPlan: (goal: PlanGoal) => void }) {
  const { translate } = useTranslator();
  const isReadOnly = useReadOnly();
  return (
    <span className="timeline-plan">
      <ChangeButton type="button" className="button-primary" disabled={isPlanning} onClick={() => onPlan('finish')}>
        {translate('timelinePage.planWaves')}
      </ChangeButton>
      <MenuTrigger>
        <Button className="button-primary timeline-plan-more" aria-label={translate('timelinePage.planFor')} isDisabled={isPlanning || isReadOnly}>
          <ChevronDown size={16} aria-hidden />
        </Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label={translate('timelinePage.planFor')}
            onAction={(key) => {
              const goal = planGoals.find((name) => name === key);
              if (goal) onPlan(goal);
            }}
          >
            {planGoals.map((goal) => (
              <MenuItem key={goal} id={goal} textValue={translate(`timelinePage.planFor.${goal}`)} className="menu-item">
                <Text slot="label" className="menu-label">
                  {translate(`timelinePage.planFor.${goal}`)}
                  <span className="small soft">{translate(`timelinePage.planFor.${goal}.note`)}</span>
                </Text>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </span>
  );
}
