import type { PlanReport } from '../../core/report/planReport.ts';
import { writeJson } from './writeJson.ts';

/** The whole plan. Every list of amounts says in its name that it counts cents. */
export function writePlanJson(report: PlanReport): Uint8Array {
  const { costs, schema, ...rest } = report;
  const { lines, totalsByYear, stayByYear, ...figures } = costs;
  const plan = {
    schema,
    ...rest,
    costs: {
      ...figures,
      lines: lines.map(({ byYear, ...line }) => ({ ...line, byYearCents: byYear })),
      totalsByYearCents: totalsByYear,
      stayByYearCents: stayByYear,
    },
  };
  return writeJson(plan);
}
