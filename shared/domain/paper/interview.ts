import type { IsoDate } from '../../kernel/dates';
import { AppError, type FieldProblem } from '../../kernel/errors';
import { type OfficerOnDuty, pairProblems } from '../inspection/officer-pair';
import { type LocalTime, overlap, type VisitTime } from '../inspection/visit-time';

export const interviewStates = ['open', 'finished', 'void'] as const;
export type InterviewState = (typeof interviewStates)[number];
export const interviewStateLabels: Record<InterviewState, string> = {
  open: '询问中',
  finished: '已核对确认',
  void: '已作废',
};

export const sexes = ['male', 'female', 'unknown'] as const;
export type Sex = (typeof sexes)[number];
export const sexLabels: Record<Sex, string> = { male: '男', female: '女', unknown: '未登记' };

export type InterviewLine = {
  readonly id: string;
  readonly seq: number;
  /** Code of a standard question, null for a free one. */
  readonly standard: string | null;
  readonly question: string;
  readonly answer: string;
};

export type Interview = {
  readonly no: string;
  readonly startedAt: LocalTime;
  readonly endedAt: LocalTime | null;
  readonly officers: readonly OfficerOnDuty[];
  readonly state: InterviewState;
  readonly lines: readonly InterviewLine[];
  readonly personName: string;
  /** What the person wrote at the end. */
  readonly confirmation: string | null;
  readonly refusedReason: string | null;
  readonly witnessName: string | null;
};

/** Something else an officer did, with a name for the message. */
export type OtherWork = VisitTime & { readonly label: string };

/**
 * What is wrong with the head of a record of questioning (询问笔录): the pair, the day, and time that one of them
 * spent elsewhere. A questioning must not overlap the site record of the same officers.
 *
 * @example interviewProblems({ officers, startedAt: '2026-11-20T10:30', endedAt: null }, [siteRecord], today)
 */
export function interviewProblems(
  interview: Pick<Interview, 'officers' | 'startedAt' | 'endedAt'>,
  others: readonly OtherWork[],
  today: IsoDate,
): readonly FieldProblem[] {
  const day = interview.startedAt.slice(0, 10);
  const problems: FieldProblem[] = [...pairProblems(interview.officers, day)];
  if (day > today) problems.push({ path: 'startedAt', message: '询问时间不能晚于今天' });
  if (interview.endedAt !== null && interview.endedAt <= interview.startedAt)
    problems.push({ path: 'endedAt', message: '询问结束时间应当晚于开始时间' });
  const officerIds = interview.officers.map((officer) => officer.id);
  // against what has ended, an interview that just begins claims its first moment only; its end is checked later
  const endedAt = interview.endedAt ?? `${interview.startedAt}:01`;
  for (const other of others) {
    const common = overlap({ officerIds, startedAt: interview.startedAt, endedAt }, other);
    if (!common) continue;
    const name = interview.officers.find((officer) => officer.id === common.officerId)?.name ?? '';
    const until = other.endedAt === null ? '尚未结束' : `至 ${other.endedAt.slice(11)}`;
    problems.push({
      path: 'startedAt',
      message: `${name}在 ${other.startedAt.replace('T', ' ')} ${until} 另有“${other.label}”，询问时间与它重叠`,
    });
  }
  return problems;
}

/** @throws AppError `bad_input` with all problems at their fields */
export function requireInterview(
  interview: Pick<Interview, 'officers' | 'startedAt' | 'endedAt'>,
  others: readonly OtherWork[],
  today: IsoDate,
): void {
  const problems = interviewProblems(interview, others, today);
  const first = problems[0];
  if (first) throw new AppError('bad_input', `${first.message}，请核对后重试。`, problems);
}

/** A line that was opened and left empty says nothing and is not counted. */
export const isEmptyLine = (line: Pick<InterviewLine, 'standard' | 'question' | 'answer'>): boolean =>
  line.standard === null && line.question.trim() === '' && line.answer.trim() === '';

/**
 * What still keeps the record from being finished: every question has its answer, the standard questions are there,
 * the end is known, and the person confirmed it or refused before a witness.
 *
 * @example finishProblems(record, ['identity', 'rights', 'truth'])
 */
export function finishProblems(interview: Interview, standards: readonly string[]): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const code of standards)
    if (!interview.lines.some((line) => line.standard === code))
      problems.push({ path: 'lines', message: '缺少标准提问，请补问后再结束询问' });
  const lines = interview.lines.filter((line) => !isEmptyLine(line));
  lines.forEach((line, index) => {
    if (line.question.trim() === '') problems.push({ path: `lines.${line.id}`, message: `第 ${index + 1} 问没有内容` });
    else if (line.answer.trim() === '')
      problems.push({ path: `lines.${line.id}`, message: `第 ${index + 1} 问还没有回答` });
  });
  if (!lines.some((line) => line.standard === null))
    problems.push({ path: 'lines', message: '除标准提问外还没有询问任何事项' });
  if (interview.endedAt === null) problems.push({ path: 'endedAt', message: '请填写询问结束时间' });
  const refused = (interview.refusedReason ?? '').trim() !== '';
  if (!refused && (interview.confirmation ?? '').trim() === '')
    problems.push({ path: 'confirmation', message: '请填写被询问人核对后的意见，或者记明拒绝签名的情况' });
  if (refused && (interview.witnessName ?? '').trim() === '')
    problems.push({ path: 'witnessName', message: '被询问人拒绝签名的，请写明见证人' });
  return problems;
}

/** @throws AppError `bad_state` once the record is finished or void: it is corrected by a new one */
export function requireOpen(interview: Pick<Interview, 'state' | 'no'>): void {
  if (interview.state === 'open') return;
  throw new AppError(
    'bad_state',
    `询问笔录 ${interview.no} ${interviewStateLabels[interview.state]}，不能再修改；有遗漏的，请再次询问并另作笔录。`,
  );
}
