import { describe, expect, it } from 'vitest';
import { checkSubject } from '#shared/domain/subject/check-subject';
import {
  emptySubject,
  type SubjectDraft,
  subjectDraft,
  subjectKindLabels,
  subjectKinds,
} from '#shared/domain/subject/subject';

const USCC = '91330100799655058B';
const paths = (draft: SubjectDraft): string[] => checkSubject(draft).map(({ path }) => path);

describe('checkSubject', () => {
  it.each(subjectKinds.filter((kind) => kind !== 'agent'))(
    'asks %s for a credit code or the reason of its absence',
    (kind) => {
      const bare = emptySubject(kind, '甲');
      expect(paths(bare)).toContain('uscc');
      expect(paths({ ...bare, noUsccReason: '境外设立' })).not.toContain('uscc');
      expect(paths({ ...bare, uscc: USCC })).not.toContain('uscc');
    },
  );

  it('finds a wrong credit code that has not been through the schema', () => {
    expect(paths({ ...emptySubject('enterprise', '甲'), uscc: '91330100799655059B' })).toEqual(['uscc']);
  });

  it('asks an agent for one of two numbers and allows no credit code', () => {
    const agent = emptySubject('agent', '张三');
    expect(paths(agent)).toEqual(['agentCertNo']);
    expect(paths({ ...agent, agentCertNo: '4358209' })).toEqual([]);
    expect(paths({ ...agent, idNumber: '11010519491231002X' })).toEqual([]);
    expect(paths({ ...agent, idNumber: '110105194912310021' })).toEqual(['idNumber']);
    expect(paths({ ...agent, agentCertNo: '4358209', uscc: USCC })).toEqual(['uscc']);
  });

  it('asks a patent agency for five digits', () => {
    const agency = { ...emptySubject('patent_agency', '甲'), uscc: USCC };
    expect(paths(agency)).toEqual(['agencyCode']);
    expect(paths({ ...agency, agencyCode: '1142601' })).toEqual(['agencyCode']);
    expect(paths({ ...agency, agencyCode: '11426' })).toEqual([]);
  });

  it('asks a branch for its head office', () => {
    const branch = { ...emptySubject('agency_branch', '甲分所'), uscc: USCC };
    expect(paths(branch)).toEqual(['parentName']);
    expect(paths({ ...branch, parentName: '甲事务所' })).toEqual([]);
    expect(paths({ ...branch, parentUscc: USCC })).toEqual(['parentUscc']);
  });

  it('keeps personal numbers away from organisations', () => {
    const firm = { ...emptySubject('enterprise', '甲'), uscc: USCC };
    expect(paths({ ...firm, idNumber: '11010519491231002X', agentCertNo: '4358209', agencyCode: '11426' })).toEqual([
      'idNumber',
      'agentCertNo',
      'agencyCode',
    ]);
  });

  it('refuses a founding day after today', () => {
    const firm = { ...emptySubject('enterprise', '甲'), uscc: USCC, establishedOn: '2026-05-02' };
    expect(checkSubject(firm, { today: '2026-05-01' }).map(({ path }) => path)).toEqual(['establishedOn']);
    expect(checkSubject(firm, { today: '2026-05-02' })).toEqual([]);
  });
});

describe('subjectDraft', () => {
  it('takes a draft and trims it', () => {
    expect(subjectDraft.parse({ ...emptySubject('enterprise', ' 甲公司 '), uscc: USCC }).name).toBe('甲公司');
  });

  it.each([
    ['uscc', 'ｕｓｃｃ'],
    ['uscc', '91330100799655058b'],
    ['idNumber', '110105491231002'],
    ['establishedOn', '2026-02-29'],
    ['agencyCode', '1142'],
    ['name', '  '],
    ['kind', 'firm'],
  ])('refuses a wrong %s (%s)', (field, value) => {
    const result = subjectDraft.safeParse({ ...emptySubject('enterprise', '甲'), [field]: value });
    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it('has a label for every kind', () => {
    expect(Object.keys(subjectKindLabels).sort()).toEqual([...subjectKinds].sort());
  });
});
