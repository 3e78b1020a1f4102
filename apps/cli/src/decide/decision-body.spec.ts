import { Command } from 'commander';
import { DECISION_INPUTS, isDecisionType, parseDecision } from '#api';
import { addDecisionVerbs } from '../verbs/decisions.js';
import { decisionBody, nameOfField } from './decision-body.js';
import { DECISION_VERBS, type DecisionVerb } from './decision-verbs.js';

const ID = '0b6f1d5e-6f0a-4a52-9c1e-1f6d0a7c4b21';
const verbOf = (name: string): DecisionVerb => DECISION_VERBS.find((verb) => verb.name === name)!;

describe('decisionBody', () => {
  it('makes changes of what is set, and of what was seen there', () => {
    const options = {
      kind: 'publisher',
      set: ['value=60', 'unit=household', 'note=a=b'],
      was: ['value=40'],
      reason: 'a misprint',
      expect: '2',
      key: 'k',
    };
    expect(decisionBody(verbOf('correct'), [ID], options)).toEqual({
      reportId: ID,
      kind: 'publisher',
      changes: [
        { field: 'value', from: 40, to: 60 },
        { field: 'unit', to: 'household' },
        { field: 'note', to: 'a=b' },
      ],
      reason: 'a misprint',
      expectedVersion: 2,
      idempotencyKey: 'k',
    });
  });

  it('takes a place for where it happened, in the words given', () => {
    const options = { set: ['place=1770'], was: ['places=[]'] };
    expect(decisionBody(verbOf('correct'), [ID], options)['changes']).toEqual([
      { field: 'places', from: [], to: [{ text: '1770', role: 'location' }] },
    ]);
  });

  it.each([
    ['a change without a value', 'correct', { set: ['value'] }, '--set: must be as field=value'],
    ['what was seen of a field that stays', 'correct', { set: ['value=1'], was: ['max=2'] }, 'names "max"'],
    ['a version that is none', 'confirm', { expect: 'two' }, '--expect: must be a number'],
    [
      'a mention without its place',
      'split-entity',
      { mention: [`${ID}:attribution`] },
      '--mention: must be as REPORT',
    ],
  ])('refuses %s', (_case, name, options, message) => {
    expect(() => decisionBody(verbOf(name), [ID], options)).toThrow(message);
  });

  it('names fields as they are called here', () => {
    expect(
      ['kind', 'changes.0.to', 'reportId', 'reason', 'other'].map((field) =>
        nameOfField(verbOf('correct'), field),
      ),
    ).toEqual(['--kind', '--set', '<report>', '--reason', 'other']);
  });
});

describe('every verb', () => {
  const OPTIONS: Readonly<Record<string, unknown>> = {
    set: ['value=60'],
    mention: [`${ID}:attribution:0`],
    seen: '7',
    acceptDifferences: true,
    value: '12',
    from: ID,
    linkedClaim: ID,
    kind: 'source',
    anomaly: 'falls',
    role: 'recommended',
    calculation: 'words',
    evidence: 'words',
    field: 'value',
    comment: 'words',
    reason: 'words',
  };

  it.each(DECISION_VERBS.map((verb) => [verb.name, verb] as const))(
    'gives what the API takes: %s',
    (name, verb) => {
      if (!isDecisionType(verb.type)) throw new Error(`${verb.type} is no decision`);
      const given = verb.arguments.map((one) => (one.name.includes('...') ? [ID] : ID));
      const verdict = name === 'comment' ? 'wrong' : 'approved';
      const { reason, ...rest } = OPTIONS;
      const why = name === 'comment' ? {} : { reason };
      const body = decisionBody(verb, given, { ...rest, ...why, verdict });
      expect(parseDecision(verb.type, body)).toMatchObject({ type: verb.type });
    },
  );

  it('is one of each kind there is', () => {
    expect(DECISION_VERBS.map(({ type }) => type).sort()).toEqual(Object.keys(DECISION_INPUTS).sort());
  });

  it('asks for a reason, but for a remark', () => {
    const program = new Command();
    addDecisionVerbs(program);
    const verbs = program.commands.find((one) => one.name() === 'decide')!.commands;
    const unreasoned = verbs.filter(
      ({ options }) => !options.some(({ long, mandatory }) => long === '--reason' && mandatory),
    );
    expect(unreasoned.map((one) => one.name())).toEqual(['comment', 'many']);
  });
});
