import { describe, expect, it } from 'vitest';
import { mergeInFile } from '#shared/domain/subject/merge-in-file';
import { mergeSubject, type SubjectChange } from '#shared/domain/subject/merge-subject';
import { findSame, isSameSubject, subjectKeys } from '#shared/domain/subject/same-subject';
import { emptySubject, type SubjectDraft } from '#shared/domain/subject/subject';

const USCC = '91330100799655058B';
const old: SubjectDraft = {
  ...emptySubject('enterprise', '甲公司'),
  uscc: USCC,
  phone: '0571-88880000',
  status: 'revoked',
  tags: ['重点'],
};

function change(fields: Partial<SubjectChange>): SubjectChange {
  return { ...emptySubject('enterprise', '甲公司'), kind: null, status: null, uscc: USCC, ...fields };
}

describe('mergeSubject', () => {
  it('takes what is given and never erases by an empty cell', () => {
    const { merged, changedFields } = mergeSubject(old, change({ address: '某路 1 号' }));
    expect(merged).toEqual({ ...old, address: '某路 1 号' });
    expect(changedFields).toEqual(['address']);
  });

  it('does not revive a revoked firm because the new table has no status column', () => {
    expect(mergeSubject(old, change({})).merged.status).toBe('revoked');
    expect(mergeSubject(old, change({ status: 'active' })).changedFields).toEqual(['status']);
  });

  it('unites tags and reports nothing when none is new', () => {
    expect(mergeSubject(old, change({ tags: ['重点', '抽查'] })).merged.tags).toEqual(['重点', '抽查']);
    expect(mergeSubject(old, change({ tags: ['重点'] })).changedFields).toEqual([]);
  });

  it('keeps the old name as a former name, but not a different way of writing it', () => {
    const renamed = mergeSubject(old, change({ name: '乙公司' }));
    expect(renamed.merged).toMatchObject({ name: '乙公司', formerNames: ['甲公司'] });
    const back = mergeSubject(renamed.merged, change({ name: '甲公司' })).merged;
    expect(back).toMatchObject({ name: '甲公司', formerNames: ['乙公司'] });
    const rewritten = mergeSubject({ ...old, name: '甲（杭州）公司' }, change({ name: '甲(杭州)公司' }));
    expect(rewritten.merged.formerNames).toEqual([]);
  });

  it('lets 企业 become an agency and never the other way round', () => {
    expect(mergeSubject(old, change({ kind: 'patent_agency' })).merged.kind).toBe('patent_agency');
    const agency: SubjectDraft = { ...old, kind: 'patent_agency' };
    expect(mergeSubject(agency, change({ kind: 'enterprise' })).changedFields).toEqual([]);
    expect(mergeSubject(agency, change({ kind: 'trademark_agency' })).merged).toMatchObject({
      kind: 'patent_agency',
      tags: ['重点', '商标代理机构'],
    });
  });

  it('drops the reason for having no code once there is one', () => {
    const without: SubjectDraft = { ...old, uscc: null, noUsccReason: '尚未换发' };
    expect(mergeSubject(without, change({})).merged).toMatchObject({ uscc: USCC, noUsccReason: null });
  });

  it('changes nothing when merged a second time', () => {
    const incoming = change({ name: '乙公司', tags: ['新'], kind: 'market', phone: '1' });
    const once = mergeSubject(old, incoming).merged;
    expect(mergeSubject(once, incoming)).toEqual({ merged: once, changedFields: [] });
  });
});

describe('same subject', () => {
  const agency = { ...emptySubject('patent_agency', '甲'), agencyCode: '11426' };

  it('finds by the agency code only where a credit code is missing', () => {
    expect(isSameSubject(agency, { ...agency, uscc: USCC })).toBe(true);
    expect(isSameSubject({ ...agency, uscc: '914403001922038216' }, { ...agency, uscc: USCC })).toBe(false);
  });

  it('does not take an agent for the agency whose code stands in the row', () => {
    const agent = { ...emptySubject('agent', '张三'), agencyCode: '11426', agentCertNo: '4358209' };
    expect(isSameSubject(agent, agency)).toBe(false);
    expect(subjectKeys(agent)).toEqual(['cert:4358209']);
  });

  it('never merges by name', () => {
    const nameless = emptySubject('enterprise', '甲');
    expect(subjectKeys(nameless)).toEqual([]);
    expect(findSame(nameless, () => nameless)).toBeUndefined();
  });
});

describe('mergeInFile', () => {
  const row = (rowNumber: number, fields: Partial<SubjectDraft>) => {
    const draft = { ...emptySubject('enterprise', '甲公司'), ...fields };
    return { rowNumber, draft, change: { ...draft, kind: null, status: fields.status ?? null } };
  };

  it('lets the later row win where it says something, and reports it', () => {
    const { entries, repeats } = mergeInFile([
      row(2, { uscc: USCC, phone: '1', address: '旧址' }),
      row(3, { uscc: '914403001922038216', name: '丙公司' }),
      row(4, { uscc: USCC, phone: '2', status: 'cancelled' }),
    ]);
    expect(entries.map(({ rowNumber, draft }) => [rowNumber, draft.phone, draft.address, draft.status])).toEqual([
      [2, '2', '旧址', 'cancelled'],
      [3, null, null, 'active'],
    ]);
    expect(entries.map((entry) => [entry.change.kind, entry.change.status])).toEqual([
      [null, 'cancelled'],
      [null, null],
    ]);
    expect(repeats).toEqual([{ rowNumber: 4, firstRowNumber: 2 }]);
  });

  it('finds a third row through a code that only the second one brought', () => {
    const agent = { kind: 'agent', name: '张三' } as const;
    const { entries, repeats } = mergeInFile([
      row(2, { ...agent, agentCertNo: '4358209' }),
      row(3, { ...agent, agentCertNo: '4358209', idNumber: '11010519491231002X' }),
      row(4, { ...agent, idNumber: '11010519491231002X', phone: '13800138000' }),
    ]);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.draft).toMatchObject({ phone: '13800138000', agentCertNo: '4358209' });
    expect(repeats.map(({ rowNumber }) => rowNumber)).toEqual([3, 4]);
  });

  it('keeps two rows without any code apart', () => {
    expect(mergeInFile([row(2, {}), row(3, {})]).entries).toHaveLength(2);
  });
});
