import { describe, expect, expectTypeOf, it } from 'vitest';
import { contract, type OperationName } from '../../core/contract/contract.ts';
import type { CallContext, Handlers } from '../../core/contract/handlers.ts';
import { createEchoHandlers } from '../support/echoHandlers.ts';

describe('the handlers of the contract', () => {
  it('are complete, or the program does not compile', () => {
    const { 'plan.get': left, ...rest } = createEchoHandlers();
    // @ts-expect-error -- one operation has no handler: `plan.get`
    const incomplete: Handlers = rest;
    expect(Object.keys(incomplete)).not.toContain('plan.get');
    expect(left).toBeTypeOf('function');
    expectTypeOf<keyof Handlers>().toEqualTypeOf<OperationName>();
  });

  it('give what the contract says, or the program does not compile', () => {
    const handlers = {
      ...createEchoHandlers(),
      'report.listFormats': () => ({ read: 'glpi', write: [] }),
    };
    // @ts-expect-error -- `read` is a list
    const wrong: Handlers = handlers;
    expect(wrong).toBe(handlers);
  });

  it('report progress only where the contract has it', () => {
    expectTypeOf<Parameters<CallContext<'report.print'>['reportProgress']>[0]>().toEqualTypeOf<{
      stepKey: string;
      params?: Record<string, string | number> | undefined;
      done: number;
      total: number | null;
    }>();
    expectTypeOf<Parameters<CallContext<'plan.get'>['reportProgress']>[0]>().toBeNever();
    expect(contract['report.print'].kind).toBe('job');
  });

  it.each(Object.entries(contract))('%s is a well-formed operation', (name, operation) => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+[A-Za-z]*$/);
    expect(['query', 'command', 'job']).toContain(operation.kind);
    if (operation.kind === 'command') {
      expect(operation.topics, 'a command without topics changes what nobody reloads').not.toEqual([]);
      expect(operation.input.safeParse({}).error?.issues.map(({ path }) => path[0])).toContain('commandId');
    }
  });

  it.each(Object.entries(contract))('%s refuses a field that it does not know', (_name, operation) => {
    const codes = operation.input.safeParse({ thisFieldDoesNotExist: 1 }).error?.issues.map(({ code }) => code);
    expect(codes).toContain('unrecognized_keys');
  });
});
