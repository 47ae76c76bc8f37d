import type { CliCommand } from '../io.ts';
import { withCore } from '../withPlan.ts';

export const listTemplates: CliCommand = {
  name: 'templates',
  usage: '[--json]',
  options: {},
  positionals: { least: 0, most: 0 },
  run: (call) =>
    withCore(call, async ({ core }) => {
      const templates = await core.call('plan.listTemplates', { locale: call.locale });
      call.print({ templates }, () =>
        templates.flatMap((template) => [
          `${template.id}  ${template.name}`,
          `    ${template.summary}`,
          ...template.sources.map((source) => `    ${source.title} (${source.publisher})${source.url ? ` ${source.url}` : ''}`),
        ]),
      );
      return 0;
    }),
};
