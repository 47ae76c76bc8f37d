import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { CallContext } from '../../contract/handlers.ts';
import { type NameRule, namesKey, withNameRules } from '../../domain/catalogue/nameRules.ts';
import type { ReadableFile } from '../../ports/files.ts';
import { type AppContext, openStore } from '../context.ts';
import { runCommand } from '../runCommand.ts';
import { applyNameRules } from './applyNameRules.ts';
import { knownRules } from './planMatcher.ts';

/** Twenty thousand rules take a tenth of it. */
const mostBytes = 50_000_000;

export async function exportNameRules(
  context: AppContext,
  input: Parsed<'inventory.exportNameRules'>,
  call: CallContext<'inventory.exportNameRules'>,
): Promise<Output<'inventory.exportNameRules'>> {
  const rules = openStore(context).read((reader) => reader.nameRules());
  const bytes = context.nameRuleFiles.write(rules);
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  await context.files.write(input.target, bytes);
  return { rules: rules.length, bytes: bytes.byteLength };
}

export async function importNameRules(
  context: AppContext,
  input: Parsed<'inventory.importNameRules'>,
  call: CallContext<'inventory.importNameRules'>,
): Promise<Output<'inventory.importNameRules'>> {
  const file = await context.files.open(input.file);
  const inFile = context.nameRuleFiles.read(file.name, await bytesOf(file));
  if (call.signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  return runCommand(context, 'inventory.importNameRules', input, (writer) => {
    const read = inFile.map((rule): NameRule => ({ ...rule, id: context.ids.next<'nameRule'>() }));
    const known = new Set(knownRules(context, read));
    const stored = writer.nameRules();
    const after = withNameRules(stored, [...known]);
    const before = new Map(stored.map((rule) => [namesKey(rule), rule]));
    const counts = { added: 0, replaced: 0, unchanged: 0 };
    for (const rule of after) {
      const standing = before.get(namesKey(rule));
      if (!standing) counts.added += 1;
      else if (JSON.stringify(contentOf(standing)) !== JSON.stringify(contentOf(rule))) counts.replaced += 1;
    }
    counts.unchanged = new Set([...known].map(namesKey)).size - counts.added - counts.replaced;
    const changed = applyNameRules(context, writer, after);
    const leftOut = read.flatMap((rule) => (known.has(rule) || rule.effect.kind !== 'product' ? [] : [{ text: rule.text, productId: rule.effect.productId }]));
    const params = { file: file.name, rules: counts.added + counts.replaced, names: changed };
    return { result: { ...counts, leftOut }, label: { labelKey: 'history.importNameRules', params }, changed };
  });
}

/** The order of the fields does not matter to what a rule says. */
function contentOf({ pattern, text, publisher, effect }: NameRule) {
  return [pattern, text, publisher, effect.kind, effect.kind === 'product' ? effect.productId : null];
}

async function bytesOf(file: ReadableFile): Promise<Uint8Array> {
  if (file.size > mostBytes) throw new AppError('invalid', 'app.nameRules.otherFile', { params: { file: file.name } });
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for await (const chunk of file.stream()) {
    if (at + chunk.byteLength > bytes.byteLength) throw new AppError('invalid', 'app.nameRules.otherFile', { params: { file: file.name } });
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes.subarray(0, at);
}
