import type { Output } from '../../contract/contract.ts';
import type { Axis, ProductAxes } from '../../domain/sovereignty/axesOfProduct.ts';

type AxesLine = Output<'catalogue.listAxes'>['rows'][number]['axes'];

export function axesLine({ law, ownership, hosting, subProviders, updates, licence, support, exit }: ProductAxes): AxesLine {
  return {
    law: { ...axisLine(law), area: law.area },
    ownership: axisLine(ownership),
    hosting: axisLine(hosting),
    subProviders: axisLine(subProviders),
    updates: axisLine(updates),
    licence,
    support,
    exit: { replacements: exit.replacements, standards: [...exit.standards] },
  };
}

function axisLine({ state, values }: Axis): AxesLine['hosting'] {
  return { state, values: values.map((value) => ({ ...value })) };
}
