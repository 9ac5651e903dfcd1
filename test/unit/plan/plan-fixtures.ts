import { readFileSync } from 'node:fs';
import { parsePack } from '#shared/domain/basis/parse-pack';
import type { PlanOfficer } from '#shared/domain/plan/assign-officers';
import { drawFrozen } from '#shared/domain/plan/draw-frozen';
import { hashList } from '#shared/domain/plan/frozen-list';
import { freezePlan, type PlanInput } from '#shared/domain/plan/plan';
import type { PlanSubject } from '#shared/domain/plan/plan-subject';
import { samplingPackSchema } from '#shared/domain/plan/sampling-pack';
import { sha256Hex } from '#shared/kernel/sha256';
import { calendar } from '../calendar/shipped-calendar';

export const packJson = JSON.parse(
  readFileSync(new URL('../../../resources/packs/sampling/beijing-practice.v1.json', import.meta.url), 'utf8'),
);
export const pack = parsePack(samplingPackSchema, packJson, 'beijing-practice.v1.json');

export const seedParts = { officeNonce: '00112233445566778899aabbccddeeff', publicValue: '双色球 03 08 17' };

export function subject(number: number, change: Partial<PlanSubject> = {}): PlanSubject {
  const code = `9111000000${String(number).padStart(8, '0')}`;
  return { subjectId: `s${number}`, code, kind: 'patent_agency', grade: 'A', flags: [], ...change };
}

export function subjects(count: number, change: Partial<PlanSubject> = {}, from = 1): PlanSubject[] {
  return Array.from({ length: count }, (_, index) => subject(from + index, change));
}

export function officer(id: string, change: Partial<PlanOfficer> = {}): PlanOfficer {
  const none = { leaves: [], busy: [], skills: [], load: 0, avoids: [] };
  return { id, name: `张${id}`, certificateUntil: '2030-12-31', ...none, ...change };
}

export function officers(count: number): PlanOfficer[] {
  return Array.from({ length: count }, (_, index) => officer(`o${index + 1}`));
}

export function planInput(change: Partial<PlanInput> = {}): PlanInput {
  const base = { pack, year: 2026, startOn: '2026-01-01', subjects: subjects(750), officers: officers(8), calendar };
  return { ...base, ...change };
}

export type Built = ReturnType<typeof buildPlan>;

/** Freezes and draws. */
export function buildPlan(input: PlanInput, parts = seedParts) {
  const frozen = freezePlan(input, sha256Hex(parts.officeNonce));
  const hashes = hashList(frozen.listText);
  const drawn = drawFrozen(frozen.list, hashes.sha256, parts);
  return { ...frozen, ...drawn, hashes, seedParts: parts, problems: [...frozen.problems, ...drawn.problems] };
}
