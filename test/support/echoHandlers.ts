import { contract } from '../../core/contract/contract.ts';
import { AppError } from '../../core/contract/errors.ts';
import type { CallContext, Handlers } from '../../core/contract/handlers.ts';
import type { Progress } from '../../core/contract/contract.ts';
import type { FreezeId } from '../../core/domain/ids.ts';

/** Made-up words that no message may leak; they stand in thrown errors. */
export const secret = 'Geheimrat-Konto-4711';

type PrintProgress = Progress<'report.print'>;

/**
 * Handlers without a plan behind them, one behaviour each, chosen by operation or by a word in the input: the wires'
 * tests run against these in this process and in a child.
 */
export function createEchoHandlers(): Handlers {
  const unused = Object.fromEntries(Object.keys(contract).map((name) => [name, refuse])) as unknown as Handlers;
  return {
    ...unused,
    // Echo: what went in comes out, in its order.
    'catalogue.search': ({ text }) => ({ products: [], providers: [{ id: 'echo' as never, name: text, jurisdiction: 'EU' }] }),
    // Answers late for the first and at once for the second, so that answers overtake each other.
    'catalogue.get': async ({ id }) => {
      if (id === 'late') await new Promise((resolve) => setTimeout(resolve, 20));
      return { kind: 'provider', provider: { id: 'echo' as never, name: id, jurisdiction: 'EU' }, claims: [], makes: [], dependents: [] };
    },
    'plan.get': () => {
      throw new TypeError(`cannot read ${secret} of /home/${secret}/plan`);
    },
    'schedule.explainTask': ({ taskId }) => ({ taskId, startsOn: 'tomorrow' as never, reasons: [], slackWorkingDays: 0 }),
    'schedule.addFreeze': () => ({ revision: 8, labelKey: 'label.freezeAdded', params: {}, changed: 1, freezeId: 'freeze-1' as FreezeId }),
    'schedule.removeFreeze': () => {
      throw new AppError('conflict', 'error.example', {
        params: { name: 'Weihnachten', count: 3 },
        issues: [{ severity: 'error', messageKey: 'issue.example', params: { value: 'ß' }, file: 'Fahrplan.csv', row: 7, field: 'Beginn' }],
      });
    },
    'report.print': async ({ target }, call) => {
      if (target === 'many steps') return manySteps(call);
      call.reportProgress({ stepKey: 'step.started', done: 0, total: null });
      return untilCancelled(call);
    },
    'tracking.importProgress': async ({ files }, call) => {
      call.reportProgress({ stepKey: 'step.started', done: 0, total: files.length });
      return untilCancelled(call);
    },
  };
}

function refuse(): never {
  throw new AppError('rule', 'error.notPartOfThisTest');
}

function manySteps(call: CallContext<'report.print'>): { pages: number; bytes: number; fingerprint: string } {
  for (let done = 0; done < 1000; done += 1) call.reportProgress({ stepKey: 'step.page', done, total: 1000 } satisfies PrintProgress);
  return { pages: 1000, bytes: 1, fingerprint: 'f' };
}

function untilCancelled(call: CallContext<'report.print' | 'tracking.importProgress'>): Promise<never> {
  return new Promise((_resolve, reject) => {
    call.signal.addEventListener('abort', () => reject(new AppError('cancelled', 'error.cancelled')));
  });
}
