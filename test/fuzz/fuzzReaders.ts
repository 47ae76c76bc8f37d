import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFromBytes } from '../../formats/read/sourceFile.ts';
import { createImportReader } from '../../host/importReader.ts';
import { fuzzInput } from './fuzzInput.ts';
import { type Finding, readingDefects } from './readingDefects.ts';

/**
 * `npm run fuzz`: reads BASCULE_FUZZ_INPUTS inputs (100,000) made from BASCULE_FUZZ_SEED (else drawn, always printed) and
 * says what was found. Input N of a seed is always the same; BASCULE_FUZZ_FIRST begins with another than the first.
 * The smallest input of each finding is kept under .cache/fuzz.
 */
type Told =
  | { readonly kind: 'at'; readonly index: number; readonly readings: number }
  | { readonly kind: 'found'; readonly index: number; readonly finding: Finding };

const processorLimitMs = 1_000;
const memoryLimitMb = 300;
/** An input that says nothing for so long hangs; the machine may be busy with other things. */
const silenceMs = 120_000;
const script = import.meta.filename;
const kept = join(import.meta.dirname, '../../.cache/fuzz');

const [role, ...given] = process.argv.slice(2);
if (role === 'read') await readInputs(given.map(Number) as [number, number, number]);
else
  await watch(
    Number(process.env.BASCULE_FUZZ_INPUTS ?? 100_000),
    Number(process.env.BASCULE_FUZZ_SEED ?? Date.now() % 1_000_000),
    Number(process.env.BASCULE_FUZZ_FIRST ?? 0),
  );

/** The child: everything that a reader may do to a process happens here. */
async function readInputs([seed, first, end]: readonly [number, number, number]): Promise<void> {
  const tell = (told: Told): Promise<void> => new Promise((resolve) => process.send?.(told, () => resolve()));
  for await (const member of createImportReader().open(sourceFromBytes('first.csv', Buffer.from('Software;Version\na;1\n'))))
    if (member.kind === 'file') await member.look();
  let readings = 0;
  for (let index = first; index < end; index++) {
    const input = fuzzInput(seed, index);
    if (index % 20 === 0 || end - first === 1) await tell({ kind: 'at', index, readings });
    const memoryBefore = process.resourceUsage().maxRSS;
    const { findings, readings: more, milliseconds } = await timed(() => readingDefects(input, index));
    readings += more;
    for (const finding of findings) await tell({ kind: 'found', index, finding });
    if (milliseconds > processorLimitMs) {
      const again = await timed(() => readingDefects(input, index));
      if (again.milliseconds > processorLimitMs)
        await tell({
          kind: 'found',
          index,
          finding: { rule: 'slow', reader: input.format ?? input.kind, detail: `${again.milliseconds} ms, ${input.bytes.length} bytes` },
        });
    }
    const megabytes = (process.resourceUsage().maxRSS - memoryBefore) / 1_024;
    if (megabytes > memoryLimitMb)
      await tell({
        kind: 'found',
        index,
        finding: { rule: 'memory', reader: input.format ?? input.kind, detail: `${Math.round(megabytes)} MB, ${input.bytes.length} bytes` },
      });
  }
  await tell({ kind: 'at', index: end, readings });
  process.disconnect();
}

async function timed<Result>(work: () => Promise<Result>): Promise<Result & { readonly milliseconds: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { ...result, milliseconds: Math.round((user + system) / 1_000) };
}

async function watch(inputs: number, seed: number, firstIndex: number): Promise<void> {
  const findings = new Map<string, { count: number; index: number; finding: Finding; size: number }>();
  const end = firstIndex + inputs;
  let readings = 0;
  let at = firstIndex;
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const note = (index: number, finding: Finding): void => {
    const key = `${finding.rule} ${finding.reader}`;
    const size = fuzzInput(seed, index).bytes.length;
    const known = findings.get(key);
    if (!known) say(`found: ${key}: input ${index}: ${finding.detail}`);
    if (!known || size < known.size) findings.set(key, { count: (known?.count ?? 0) + 1, index, finding, size });
    else known.count++;
  };
  say(`seed ${seed}, inputs ${firstIndex} to ${end - 1}`);
  let nextWord = 0;
  while (at < end) {
    const result = await runChild(seed, at, end, (told) => {
      if (told.kind === 'found') return note(told.index, told.finding);
      at = told.index;
      if (at - firstIndex >= nextWord) {
        say(`${at - firstIndex} of ${inputs}, ${findings.size} findings`);
        nextWord += 5_000;
      }
    });
    readings += result.readings;
    if (at >= end) break;
    // The inputs since the last word, one by one, each in a process of its own, so that the one that hangs or ends the process is named.
    const until = Math.min(end, at + 20);
    for (let index = at; index < until; index++) {
      const alone = await runChild(seed, index, index + 1, (told) => told.kind === 'found' && note(told.index, told.finding));
      readings += alone.readings;
      if (alone.ending !== 'done')
        note(index, { rule: alone.ending, reader: fuzzInput(seed, index).format ?? fuzzInput(seed, index).kind, detail: 'the process did not end by itself' });
    }
    at = until;
  }
  mkdirSync(kept, { recursive: true });
  for (const [key, { index }] of findings) writeFileSync(join(kept, `${key.replaceAll(/[^\w]+/g, '-')}-${seed}-${index}.bin`), fuzzInput(seed, index).bytes);
  say(`${inputs} inputs of seed ${seed}, ${readings} readings, ${findings.size} findings`);
  for (const [key, { count, index, finding, size }] of findings)
    say(`  ${key}: ${count} times; the smallest is input ${index} (${size} bytes): ${finding.detail}`);
  process.exitCode = findings.size > 0 ? 1 : 0;
}

function runChild(
  seed: number,
  first: number,
  end: number,
  onTold: (told: Told) => void,
): Promise<{ readonly readings: number; readonly ending: 'done' | 'hangs' | 'dies' }> {
  return new Promise((resolve) => {
    const child = fork(script, ['read', String(seed), String(first), String(end)], { execArgv: ['--max-old-space-size=2048'] });
    let readings = 0;
    let isSilent = false;
    let isDone = false;
    const silence = (): NodeJS.Timeout =>
      setTimeout(() => {
        isSilent = true;
        child.kill('SIGKILL');
      }, silenceMs);
    let timer = silence();
    child.on('message', (message) => {
      const told = message as Told;
      clearTimeout(timer);
      timer = silence();
      if (told.kind === 'at') {
        readings = told.readings;
        isDone = told.index === end;
      }
      onTold(told);
    });
    child.on('exit', () => {
      clearTimeout(timer);
      resolve({ readings, ending: isDone ? 'done' : isSilent ? 'hangs' : 'dies' });
    });
  });
}
