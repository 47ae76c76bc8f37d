import { AppError } from '../core/contract/errors.ts';
import { hasWords, type NameEffect, namePatterns } from '../core/domain/catalogue/nameRules.ts';
import type { ProductId } from '../core/domain/ids.ts';
import type { NameRuleFiles, RuleInFile } from '../core/ports/nameRuleFiles.ts';
import { decodeBytes, detectEncoding } from './read/encoding.ts';
import { writeJson } from './write/writeJson.ts';

const schemaName = 'bascule.nameRules/';
const schema = `${schemaName}1`;
/** As in the contract; a longer text is no name. */
const longest = 1000;
const mostRules = 20_000;

/** Rules about names as JSON. A product stands with its id in the catalogue; a rule without a publisher is for all. */
export const nameRuleFiles: NameRuleFiles = {
  read(file, bytes) {
    const document = parse(file, bytes);
    if (!isObject(document) || typeof document.schema !== 'string' || !document.schema.startsWith(schemaName))
      throw new AppError('invalid', 'app.nameRules.otherFile', { params: { file } });
    if (document.schema !== schema) throw new AppError('invalid', 'app.nameRules.newerFile', { params: { file, schema: document.schema.slice(0, 60) } });
    if (!Array.isArray(document.rules) || document.rules.length > mostRules)
      throw new AppError('invalid', 'app.nameRules.noList', { params: { file, mostRules } });
    return document.rules.map((rule: unknown, index) => readRule(file, rule, index + 1));
  },
  write(rules) {
    const document = {
      schema,
      rules: rules.map(({ pattern, text, publisher, effect }) => ({
        pattern,
        text,
        ...(publisher === null ? {} : { publisher }),
        effect: effect.kind,
        ...(effect.kind === 'product' ? { product: effect.productId } : {}),
      })),
    };
    return writeJson(document);
  },
};

function parse(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeBytes(bytes, detectEncoding(bytes)).replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new AppError('invalid', 'app.nameRules.notJson', { params: { file }, cause });
  }
}

function readRule(file: string, rule: unknown, number: number): RuleInFile {
  const broken = (field: string) => new AppError('invalid', 'app.nameRules.brokenRule', { params: { file, number, field } });
  if (!isObject(rule)) throw broken('{ }');
  const pattern = namePatterns.find((known) => known === rule.pattern);
  if (pattern === undefined) throw broken('pattern');
  const { text, publisher = null } = rule;
  if (!isText(text) || (!hasWords(text) && pattern !== 'exact') || text.trim() === '') throw broken('text');
  if (publisher !== null && !isText(publisher)) throw broken('publisher');
  const effect = readEffect(rule);
  if (effect === null) throw broken(rule.effect === 'product' ? 'product' : 'effect');
  return { pattern, text: text.trim(), publisher: publisher?.trim() ?? null, effect };
}

function readEffect({ effect, product }: Readonly<Record<string, unknown>>): NameEffect | null {
  if (effect === 'noise' || effect === 'ownItem') return { kind: effect };
  return effect === 'product' && typeof product === 'string' && /^[a-z0-9][a-z0-9.-]{0,119}$/.test(product)
    ? { kind: effect, productId: product as ProductId }
    : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longest;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
