import type { IsoDate } from '#shared/kernel/dates';
import type { FieldProblem } from '#shared/kernel/errors';
import { checkIdNumber } from './id-number';
import { type SubjectDraft, subjectKindLabels } from './subject';
import { checkUscc } from './uscc';

/**
 * The rules that depend on the kind of subject. The single values are the schema's business; only the two codes
 * are checked again, so that an import that has not been through the schema is safe.
 *
 * @param options.today refuses birth and founding dates after it, when given
 * @returns one problem a field, `path` = field key; empty when all is right
 * @example checkSubject(emptySubject('patent_agency', '甲')).map(({ path }) => path) // ['uscc', 'agencyCode']
 */
export function checkSubject(draft: SubjectDraft, options: { readonly today?: IsoDate } = {}): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const say = (path: keyof SubjectDraft, message: string): void => {
    problems.push({ path, message });
  };
  if (draft.name.trim() === '') say('name', '请填写名称。');
  if (draft.kind === 'agent') checkAgent(draft, options, say);
  else checkOrganisation(draft, say);
  if (draft.establishedOn !== null && options.today !== undefined && draft.establishedOn > options.today) {
    say('establishedOn', '成立日期晚于今天，请核对。');
  }
  return problems;
}

type Say = (path: keyof SubjectDraft, message: string) => void;

function checkAgent(draft: SubjectDraft, options: { readonly today?: IsoDate }, say: Say): void {
  if (draft.uscc !== null) say('uscc', '专利代理师是自然人，没有统一社会信用代码，请填到所在机构。');
  if (draft.idNumber !== null) {
    const checked = checkIdNumber(draft.idNumber, options);
    if (!checked.ok) say('idNumber', checked.message);
  }
  if (draft.idNumber === null && draft.agentCertNo === null) {
    say('agentCertNo', '专利代理师须填资格证号或公民身份号码，请至少补一项。');
  }
}

function checkOrganisation(draft: SubjectDraft, say: Say): void {
  const label = subjectKindLabels[draft.kind];
  if (draft.uscc !== null) {
    const checked = checkUscc(draft.uscc);
    if (!checked.ok) say('uscc', checked.message);
  } else if (draft.noUsccReason === null) {
    say('uscc', `${label}须填统一社会信用代码；确实没有的，请写明无代码的原因。`);
  }
  if (draft.idNumber !== null) say('idNumber', `${label}不是自然人，不应填公民身份号码，请删去。`);
  if (draft.agentCertNo !== null) say('agentCertNo', `${label}不是专利代理师，不应填资格证号，请核对类型。`);
  if (draft.kind === 'patent_agency') {
    if (draft.agencyCode === null) say('agencyCode', '专利代理机构须填 5 位机构代码，请补上。');
    else if (draft.agencyCode.length !== 5)
      say('agencyCode', '专利代理机构代码应为 5 位；7 位的是分支机构，请核对类型。');
  } else if (draft.kind !== 'agency_branch' && draft.kind !== 'trademark_agency' && draft.agencyCode !== null) {
    say('agencyCode', `${label}没有专利代理机构代码，请核对类型。`);
  }
  if (draft.kind === 'agency_branch' && draft.parentName === null && draft.parentUscc === null) {
    say('parentName', '分支机构须填总部的名称或统一社会信用代码，请补上。');
  }
  if (draft.parentUscc !== null && draft.parentUscc === draft.uscc) {
    say('parentUscc', '上级机构与本机构的统一社会信用代码相同，请核对。');
  }
}
