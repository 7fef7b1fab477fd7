import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/inspect/arguments.ts';

describe('the command line', () => {
  it('takes files and directories, and --json anywhere', () => {
    expect(parseArguments(['a.pem', '--json', 'b'])).toEqual({
      kind: 'inspect',
      json: true,
      paths: ['a.pem', 'b'],
    });
    expect(parseArguments(['a.pem'])).toEqual({ kind: 'inspect', json: false, paths: ['a.pem'] });
  });

  it('takes everything after -- as a name', () => {
    expect(parseArguments(['--', '--json', '-x'])).toEqual({
      kind: 'inspect',
      json: false,
      paths: ['--json', '-x'],
    });
  });

  it.each([[[]], [['--json']], [['--jsn', 'a.pem']], [['-j', 'a.pem']], [['']]])('refuses %j', (words) => {
    expect(parseArguments(words).kind).toBe('wrong');
  });

  it('shows its usage when asked', () => {
    expect(parseArguments(['--help'])).toEqual({ kind: 'help' });
  });
});
