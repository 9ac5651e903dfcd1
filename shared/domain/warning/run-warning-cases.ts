import { addDays } from '../../kernel/dates';
import type { Filing } from '../filing/filing';
import { findLeads } from './find-leads';
import type { WarningCase, WarningPack } from './warning-pack';

export type WarningOutcome = { readonly name: string; readonly passed: boolean; readonly sentence: string };

/** Runs a pack's own cases: exactly the leads they name must come out. */
export function runWarningCases(pack: WarningPack): readonly WarningOutcome[] {
  return pack.cases.map((one) => {
    const actual = findLeads(pack, one.filings.flatMap(filingsOf)).map(
      ({ rule, party, filings }) => `${rule.id} ${party.name} ${filings.length} 件`,
    );
    const expected = one.leads.map(({ rule, party, filings }) => `${rule} ${party} ${filings} 件`);
    const passed = actual.sort().join('\n') === expected.sort().join('\n');
    const got = actual.length === 0 ? '没有线索' : actual.join('；');
    return {
      name: one.name,
      passed,
      sentence: passed
        ? `“${one.name}”：${got}，与预期一致。`
        : `“${one.name}”：得到${got}，预期${expected.length === 0 ? '没有线索' : expected.join('；')}。`,
    };
  });
}

/** One line of a case as so many filings, numbered on from its own number. */
function filingsOf(line: WarningCase['filings'][number], index: number): readonly Filing[] {
  const later = (date: string | undefined, at: number) =>
    date === undefined ? null : addDays(date, at * line.everyDays);
  return Array.from({ length: line.times }, (_, at) => ({
    id: `${index}-${at}`,
    kind: line.list,
    number: `${line.number}-${String(at).padStart(5, '0')}`,
    title: line.title,
    applicantName: line.applicant,
    applicantCode: line.code ?? null,
    agency: line.agency ?? null,
    filedOn: later(line.filedOn, at),
    notifiedOn: later(line.notifiedOn, at),
    handling: line.handling ?? null,
    classes: line.classes,
    assignee: line.assignee ?? null,
    assignedOn: later(line.assignedOn, at),
    decisionKind: line.decisionKind ?? null,
    decisionNo: line.decisionNo ?? null,
    decidedOn: later(line.decidedOn, at),
  }));
}
