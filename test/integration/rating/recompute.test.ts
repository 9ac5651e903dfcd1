import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseRatingPack } from '#shared/domain/rating/parse-rating-pack';
import { rate } from '#shared/domain/rating/rate';
import { caseInput } from '#shared/domain/rating/run-cases';
import { createEngine, type Engine } from '../../../electron/engine/engine';
import { temporaryFolder } from '../../support/store';

const root = resolve(import.meta.dirname, '../../..');
const script = join(root, 'test/recompute/recompute.mjs');

type Outcome = { readonly score: number; readonly grade: string; readonly vetoes?: readonly string[] };

/** Runs the script, which shares no code with the program, in a process of its own. */
function recompute(data: { readonly packs: unknown; readonly ratings: readonly unknown[] }): Outcome[] {
  const file = join(temporaryFolder(), 'export.json');
  writeFileSync(file, JSON.stringify(data));
  const text = execFileSync(process.execPath, [script, file], { encoding: 'utf8', maxBuffer: 256 << 20 });
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const day = '2026-11-23';
let engine: Engine;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhixin-recompute-'));
  engine = createEngine({
    storeDir: folder,
    resourcesDir: join(root, 'resources'),
    nativeBinding: null,
    workerFile: null,
    checkOutput: false,
    clock: { today: () => day, now: () => `${day}T02:00:00.000Z` },
  });
  const reply = await engine.invoke('sample.load', {});
  if (!reply.ok) throw new Error(reply.error.message);
  return async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  };
}, 120_000);

type Row = Record<string, string | null>;
const all = (sql: string): Row[] => engine.store.reader.prepare(sql).all() as Row[];

/** Subjects and records straight out of the tables, without the program's own gathering. */
function exported(asOf: string) {
  const facts = all('select * from fact').map((row) => ({
    subjectId: row['subject_id'],
    id: row['id'],
    item: row['item_code'],
    occurredOn: row['occurred_on'],
    validFrom: row['valid_from'],
    validTo: row['valid_to'],
    state: row['state'],
    stateOn: row['state_on'],
    originOffice: row['origin_office'],
    adoptedOn: row['adopted_on'],
    fields: JSON.parse(row['fields'] ?? '{}'),
  }));
  const subjects = all('select * from subject where withdrawn_at is null');
  const relation: Readonly<Record<string, string>> = { agent: 'agents', agency_branch: 'branches' };
  const related = (subject: Row) => {
    const under = (parent: string | null) => subjects.filter((one) => one['parent_id'] === parent);
    const below = under(subject['id'] ?? '').flatMap((child) => [
      child,
      ...(child['kind'] === 'agency_branch' ? under(child['id'] ?? '') : []),
    ]);
    return below.filter((one) => relation[one['kind'] ?? ''] !== undefined);
  };
  return subjects.map((row) => ({
    asOf,
    subject: {
      id: row['id'] ?? '',
      kind: row['kind'] ?? '',
      status: row['status'],
      tags: JSON.parse(row['tags'] ?? '[]'),
    },
    facts: [
      ...facts.filter((fact) => fact.subjectId === row['id']),
      ...related(row).flatMap((one) =>
        facts
          .filter((fact) => fact.subjectId === one['id'])
          .map((fact) => ({ ...fact, via: relation[one['kind'] ?? ''] })),
      ),
    ],
  }));
}

describe('an independent recomputation from exported records and pack files', () => {
  it('gives every sample subject the score and grade that the program stored', () => {
    const ratings = all(
      'select c.subject_id, c.score, c.grade_code, r.pack_sha256, r.as_of from current_rating c join rating r on r.id = c.rating_id',
    );
    const kept = all("select sha256, content from rule_pack where state = 'ready'");
    const packs = Object.fromEntries(kept.map((row) => [row['sha256'], JSON.parse(row['content'] ?? '')]));
    const bySubject = new Map(exported(day).map((one) => [one.subject.id, one]));
    expect(ratings.length).toBeGreaterThan(300);
    const outcomes = recompute({
      packs,
      ratings: ratings.map((row) => ({
        pack: row['pack_sha256'],
        ...bySubject.get(row['subject_id'] ?? ''),
        asOf: row['as_of'],
      })),
    });
    const differing = ratings.filter(
      (row, index) => outcomes[index]?.score !== row['score'] || outcomes[index]?.grade !== row['grade_code'],
    );
    expect(differing).toEqual([]);
    expect(new Set(outcomes.map(({ grade }) => grade)).size).toBeGreaterThan(2);
  });

  it('agrees with the program about every shipped pack, on the sample subjects and on its own cases', () => {
    const folder = join(root, 'resources/packs/rating');
    const files = readdirSync(folder).filter((name) => /\.v\d+\.json$/.test(name));
    expect(files.length).toBeGreaterThanOrEqual(2);
    const people = exported(day);
    for (const file of files) {
      const json = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const pack = parseRatingPack(json);
      const cases = pack.cases.map((one) => {
        const { subject, facts, asOf } = caseInput(one);
        return {
          asOf,
          subject,
          facts: facts.map((fact) => ({
            ...fact,
            item: fact.itemCode,
            stateOn: fact.repairedOn,
            via: fact.via?.relation,
          })),
        };
      });
      const rated = people.filter((one) => pack.subjectKinds.includes(one.subject.kind));
      const outcomes = recompute({
        packs: { pack: json },
        ratings: [...cases, ...rated].map((one) => ({ ...one, pack: 'pack' })),
      });
      const expected = [
        ...pack.cases.map((one) => rate(pack, caseInput(one))),
        ...rated.map((one) =>
          rate(pack, {
            asOf: day,
            subject: one.subject as never,
            facts: one.facts.map((fact) => ({
              id: fact.id ?? '',
              itemCode: fact.item ?? '',
              occurredOn: fact.occurredOn ?? '',
              validFrom: fact.validFrom ?? '',
              validTo: fact.validTo ?? null,
              state: fact.state as 'active',
              repairedOn: fact.stateOn ?? null,
              fields: fact.fields,
              sourceOrg: '',
              sourceNo: '',
              ...('via' in fact ? { via: { relation: fact.via as 'agents', subjectId: '', name: '' } } : {}),
            })),
          }),
        ),
      ].map((result) => ({
        score: result.scoreThousandths,
        grade: result.gradeCode,
        vetoes: result.trace.vetoes.map((veto) => veto.vetoId),
      }));
      expect(outcomes, file).toEqual(expected);
    }
  });
});
