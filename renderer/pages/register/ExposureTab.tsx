import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { lawArea } from '../../../core/domain/sovereignty/lawArea.ts';
import { countryName } from '../../core/countryName.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { AxisShape } from './AxisCell.tsx';
import { LaterDayField, useLaterDay } from './LaterDay.tsx';
import { detailOf } from './registerView.ts';

type Exposure = Output<'sovereignty.getExposure'>;
type Count = Exposure['jurisdictions'][number];
type Line = { readonly key: string; readonly now: Count | undefined; readonly later: Count | undefined };

/** Whom the plan depends on: by law and by provider, today and on a later day of the plan. */
export function ExposureTab({ hasPlan }: { readonly hasPlan: boolean }) {
  const { translate } = useTranslator();
  const { go } = useRoute();
  if (!hasPlan) {
    return (
      <EmptyPage sentence={translate('registerPage.noPlan')}>
        <button type="button" className="button-primary" onClick={() => go('start')}>
          {translate('registerPage.toStart')}
        </button>
      </EmptyPage>
    );
  }
  return <PlanExposure />;
}

function PlanExposure() {
  const { translate, locale, date } = useTranslator();
  const { go } = useRoute();
  const day = useLaterDay(true);
  const { data: now } = useQuery('sovereignty.getExposure', { at: null });
  const { data: later } = useQuery('sovereignty.getExposure', { at: day });
  if (!now) return null;
  if (now.items.length === 0) {
    return (
      <EmptyPage sentence={translate('registerPage.noExposure')}>
        <button type="button" className="button-primary" onClick={() => go('inventory')}>
          {translate('mappingPage.toInventory')}
        </button>
      </EmptyPage>
    );
  }
  const compared = day === null ? undefined : later;
  const most = Math.max(1, ...[now, compared].flatMap((side) => side?.providers.map((row) => row.accountsAtMost) ?? []));
  const names = new Map([...now.providers, ...(compared?.providers ?? [])].map((row) => [row.providerId as string, row]));
  const laws = linesOf(now.jurisdictions, compared?.jurisdictions, (row) => row.jurisdiction);
  const providers = linesOf(now.providers, compared?.providers, (row) => row.providerId);
  return (
    <div className="exposure">
      <div className="exposure-head">
        <p className="soft">{translate('registerPage.exposureLead', { items: now.items.length })}</p>
        {day !== null && <LaterDayField day={day} />}
      </div>
      <p className="exposure-legend small soft">
        <span>
          <span className="bar-key bar-operation" /> {translate('sovereignty.reach.operation')}
        </span>
        <span>
          <span className="bar-key bar-supply" /> {translate('sovereignty.reach.supply')}
        </span>
        {day === null && <span>{translate('registerPage.noDates')}</span>}
      </p>
      <div className="exposure-tables">
        <ExposureTable heading={translate('registerPage.byLaw')} lines={laws} most={most} day={day}>
          {(line) => {
            const area = lawArea([line.key]);
            return (
              <span className="axis-word">
                <AxisShape shape={area === 'union' ? 'inside' : area === 'outside' ? 'outside' : 'unknown'} />
                <span className="axis-text">{countryName(locale, line.key) ?? translate('common.unknown')}</span>
              </span>
            );
          }}
        </ExposureTable>
        <ExposureTable heading={translate('registerPage.byProvider')} lines={providers} most={most} day={day}>
          {(line) => {
            const row = names.get(line.key);
            return (
              <span className="register-name">
                <button type="button" className="text-link" onClick={() => go('register', detailOf('provider', line.key))}>
                  {row?.name ?? line.key}
                </button>
                <span className="small soft">{row === undefined ? '' : (countryName(locale, row.jurisdiction) ?? translate('common.unknown'))}</span>
              </span>
            );
          }}
        </ExposureTable>
      </div>
      <p className="small soft">{day === null ? translate('registerPage.exposureNote') : translate('registerPage.exposureNoteLater', { day: date(day) })}</p>
    </div>
  );
}

/** The rows of both days together, in today's order, what is new on the later day at the end. */
function linesOf<Row extends Count | Exposure['providers'][number]>(
  now: readonly Row[],
  later: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
): readonly Line[] {
  const laterByKey = new Map(later?.map((row) => [keyOf(row), row]));
  const keys = [...new Set([...now.map(keyOf), ...laterByKey.keys()])];
  return keys.map((key) => ({ key, now: now.find((row) => keyOf(row) === key), later: laterByKey.get(key) }));
}

type ExposureTableProps = {
  readonly heading: string;
  readonly lines: readonly Line[];
  readonly most: number;
  readonly day: IsoDate | null;
  readonly children: (line: Line) => React.ReactNode;
};

function ExposureTable({ heading, lines, most, day, children }: ExposureTableProps) {
  const { translate, date } = useTranslator();
  return (
    <table className="exposure-table">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className="number">
            {translate('registerPage.itemsToday')}
          </th>
          <th scope="col">{translate('registerPage.accountsToday')}</th>
          {day !== null && (
            <>
              <th scope="col" className="number">
                {translate('registerPage.itemsLater')}
              </th>
              <th scope="col">{translate('registerPage.accountsOn', { day: date(day) })}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{children(line)}</th>
            <ExposureCells count={line.now} most={most} />
            {day !== null && <ExposureCells count={line.later} most={most} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ExposureCells({ count, most }: { readonly count: Count | undefined; readonly most: number }) {
  const { translate, number } = useTranslator();
  const { items = 0, accounts = 0, accountsAtMost = 0, operationAccounts = 0 } = count ?? {};
  const width = (value: number) => ({ width: `${(100 * value) / most}%` });
  return (
    <>
      <td className="number">{items === 0 ? <span className="soft">–</span> : number(items)}</td>
      <td>
        <span className="exposure-cell">
          <span className="exposure-bar" aria-hidden="true">
            <span className="bar-supply" style={width(accounts)} />
            <span className="bar-operation" style={width(operationAccounts)} />
          </span>
          <span className="number exposure-figure">
            {accountsAtMost > accounts ? (
              translate('registerPage.between', { accounts, atMost: accountsAtMost })
            ) : accounts === 0 ? (
              <span className="soft">–</span>
            ) : (
              number(accounts)
            )}
          </span>
        </span>
      </td>
    </>
  );
}
