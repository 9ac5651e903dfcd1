import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { proofText } from '#shared/domain/plan/draw-frozen';
import { type Built, buildPlan, officer, pack, planInput, subject, subjects } from './plan-fixtures';

const dir = mkdtempSync(join(tmpdir(), 'verify-draw-'));
afterAll(() => rmSync(dir, { recursive: true }));

const scripts = (name: string) => join(import.meta.dirname, '../../../resources/verifiers', name);
const hasPython = spawnSync('python3', ['--version']).status === 0;
const RUNNERS = [
  ['JavaScript', process.execPath, scripts('verify-draw.mjs')],
  ...(hasPython ? [['Python', 'python3', scripts('verify_draw.py')] as const] : []),
] as const;

const PICK_RUNNERS = [
  ['JavaScript', process.execPath, scripts('verify-picks.mjs')],
  ...(hasPython ? [['Python', 'python3', scripts('verify_picks.py')] as const] : []),
] as const;

function verify(runner: string, script: string, text: string): string {
  const file = join(dir, 'data.txt');
  writeFileSync(file, text);
  return execFileSync(runner, [script, file], { encoding: 'utf8', env: { ...process.env, PYTHONIOENCODING: 'utf-8' } });
}

const textOf = (plan: Built) => proofText({ ...plan, listSha256: plan.hashes.sha256, listSm3: plan.hashes.sm3 });

const codeOf = (number: number) => subject(number).code;
const crowded = [
  officer('o1', { leaves: [{ from: '2026-02-01', to: '2026-03-15' }], load: 3 }),
  officer('o2', {
    avoids: Array.from({ length: 30 }, (_, index) => codeOf(index * 5 + 1)),
    skills: ['商标', '专利 代理'],
  }),
  officer('o3', { certificateUntil: '2026-05-31', skills: ['商标'] }),
  officer('o4', { busy: ['2026-01-04', '2026-01-05', '2026-04-01'], skills: ['商标'] }),
  officer('o5', { avoids: [codeOf(100), codeOf(101)] }),
];
const skilled = pack.strata.map((rule) => (rule.id === 'listed_patent' ? { ...rule, skill: '商标' } : rule));
const mixed = [
  ...subjects(400),
  ...subjects(40, { flags: ['abnormal_list'] }, 1000),
  ...subjects(9, { flags: ['ceased'] }, 3000),
];

const CASES: readonly [string, Built][] = [
  [
    'a year with leave, avoidance, skills and certificates',
    buildPlan(planInput({ subjects: mixed, officers: crowded, pack: { ...pack, strata: skilled } })),
  ],
  ['one officer only', buildPlan(planInput({ officers: crowded.slice(0, 1) }))],
  ['nobody', buildPlan(planInput({ officers: [] }))],
  [
    'everybody avoids',
    buildPlan(
      planInput({
        subjects: subjects(9),
        officers: crowded.map((one) => ({ ...one, avoids: subjects(9).map(({ code }) => code) })),
      }),
    ),
  ],
  [
    'a plan that does not fit its days',
    buildPlan(
      planInput({
        subjects: mixed,
        officers: crowded.slice(3),
        startOn: '2026-12-20',
        pack: { ...pack, visitsPerDay: 1 },
      }),
    ),
  ],
  [
    'more batches than months, some without a working day',
    buildPlan(planInput({ officers: crowded, startOn: '2026-12-10', pack: { ...pack, batches: 20 } })),
  ],
  [
    'one batch of the year',
    buildPlan(
      planInput({
        officers: crowded,
        startOn: '2026-05-06',
        series: { batchNo: 5, drawn: { good_patent: 60 }, startOn: '2026-01-01' },
      }),
    ),
  ],
  [
    'a public value with the separator',
    buildPlan(planInput({ officers: crowded }), { publicValue: '3|5|双色球', officeNonce: 'ab'.repeat(32) }),
  ],
];

describe.each(RUNNERS)('the printed verifier in %s', (_language, runner, script) => {
  it.each(CASES)('finds the same subjects, days, pairs and skips: %s', (_what, plan) => {
    const said = verify(runner, script, textOf(plan));
    expect(said).toContain(`抽取结果 ${plan.visits.length} 户`);
    expect(said).not.toContain('不一致');
  });

  it('reads what a spreadsheet copies: a mark at the beginning, the headings, other line ends, empty lines at the end', () => {
    const [, plan] = CASES[0] ?? ['', buildPlan(planInput())];
    expect(
      verify(runner, script, `\ufeff核验数据\n公布的名录\n${textOf(plan).replaceAll('\n', '\r\n')}\r\n\r\n`),
    ).toContain('抽取结果');
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['one subject more', (text) => text.replace(/^subject\|/m, 'subject|FRIEND|good_patent\nsubject|'), /SHA-256/],
    ['an officer exchanged', (text) => text.replace(/^(visit.*)\|o\d\|o(\d)\|/m, '$1|o9|o$2|'), /抽取结果/],
    ['a skip taken away', (text) => text.replace(/^(visit.*\|)[^|\n]+:[a-z_]+:\d+.*$/m, '$1'), /抽取结果/],
    ['a visit taken away', (text) => text.replace(/^visit.*\n/m, ''), /抽中户数/],
    ['another public value', (text) => text.replace(/^public\|.*$/m, 'public|6 6 6'), /种子/],
    ['another nonce', (text) => text.replace(/^nonce\|.*$/m, `nonce|${'00'.repeat(32)}`), /承诺值/],
  ])('refuses %s', (_what, change, words) => {
    const [, plan] = CASES[0] ?? ['', buildPlan(planInput())];
    const text = textOf(plan);
    expect(change(text)).not.toBe(text);
    let said = '';
    try {
      verify(runner, script, change(text));
    } catch (error) {
      said = String((error as { stdout?: string }).stdout);
    }
    expect(said.split('\n').find((line) => line.startsWith('不一致'))).toMatch(words);
  });
});

/** What a failed verifier said. */
function refusal(runner: string, script: string, text: string): string {
  try {
    verify(runner, script, text);
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
  return '';
}

describe.each(PICK_RUNNERS)('the short verifier in %s', (_language, runner, script) => {
  it('is short enough to be read by a witness', () => {
    expect(readFileSync(script, 'utf8').split('\n').length).toBeLessThan(42);
  });

  it.each(CASES)('finds the same subjects, ranks and batches: %s', (_what, plan) => {
    const said = verify(runner, script, `\ufeff核验数据\n公布的名录\n${textOf(plan).replaceAll('\n', '\r\n')}\r\n`);
    expect(said).toContain(`抽中对象 ${plan.visits.length} 户`);
    expect(said).not.toContain('不一致');
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['one subject more', (text) => text.replace(/^subject\|/m, 'subject|FRIEND|good_patent\nsubject|'), /SHA-256/],
    ['another subject picked', (text) => text.replace(/^(visit\|[^|]+\|[^|]+)\|[^|]+/m, '$1|FRIEND'), /抽中对象/],
    ['a pick put into another batch', (text) => text.replace(/^visit\|1\|/m, 'visit|2|'), /抽中对象/],
    ['another rank', (text) => text.replace(/^(visit(?:\|[^|]+){4})\|\d+/m, '$1|99'), /抽中对象/],
    ['a visit taken away', (text) => text.replace(/^visit.*\n/m, ''), /抽中户数/],
    ['another public value', (text) => text.replace(/^public\|.*$/m, 'public|6 6 6'), /种子/],
    ['another nonce', (text) => text.replace(/^nonce\|.*$/m, `nonce|${'00'.repeat(32)}`), /承诺值/],
  ])('refuses %s', (_what, change, words) => {
    const [, plan] = CASES[0] ?? ['', buildPlan(planInput())];
    const text = textOf(plan);
    expect(change(text)).not.toBe(text);
    const said = refusal(runner, script, change(text));
    expect(said.split('\n').find((line) => line.startsWith('不一致'))).toMatch(words);
  });
});
