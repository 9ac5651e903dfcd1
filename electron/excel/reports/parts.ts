import { type Basis, formatBasis } from '#shared/domain/basis/basis';
import { formatZh, type IsoDate } from '#shared/kernel/dates';
import type { Paper } from '../paper/paper';
import type { PaperStep } from './data/json-column';
import type { PaperSubject } from './data/subject-repository';
import type { Issue } from './definition';

/** Twelve equal columns carry every single-case paper. */
export const FORM_GRID: readonly number[] = Array.from({ length: 12 }, () => 1);

export const BLANK_DATE = '　　年　月　日';

/** Office, title and number; repeated on every page. */
export function formHead(paper: Paper, issue: Issue, title: string, remark = ''): void {
  paper.line(issue.frame.office, 'office');
  paper.line(title, 'title', 38);
  const half = paper.columns / 2;
  paper.row([
    { text: remark, span: half, look: 'line' },
    { text: issue.no, span: half, look: 'number' },
  ]);
  paper.repeatAbove();
}

/** Title, office, number, remark and the day of the data. */
export function ledgerHead(paper: Paper, issue: Issue, title: string, remark: string): void {
  paper.line(title, 'ledgerTitle', 30);
  const [left = 1, right = 1] = paper.evenSpans(2);
  const line = (first: string, second: string) =>
    paper.row([
      { text: first, span: left, look: 'line' },
      { text: second, span: right, look: 'lineRight' },
    ]);
  line(`填报单位：${issue.frame.office}`, issue.no);
  line(remark, issue.frame.asOf);
}

export function section(paper: Paper, text: string): void {
  paper.line(text, 'section', 24);
}

/** One labelled text over the whole width. */
export function wide(paper: Paper, label: string, text: string, look: 'cell' | 'alert' = 'cell'): void {
  paper.row([
    { text: label, span: 2, look: 'label' },
    { text: text || '—', span: paper.columns - 2, look },
  ]);
}

/** Two labelled texts side by side. */
export function pair(paper: Paper, first: readonly [string, string], second: readonly [string, string]): void {
  paper.row([
    { text: first[0], span: 2, look: 'label' },
    { text: first[1] || '—', span: 4, look: 'cell' },
    { text: second[0], span: 2, look: 'label' },
    { text: second[1] || '—', span: 4, look: 'cell' },
  ]);
}

export function subjectBlock(paper: Paper, subject: PaperSubject, nameLabel = '监管对象'): void {
  wide(paper, nameLabel, subject.name);
  pair(paper, [subject.idLabel.replace('统一社会', '统一社会\n'), subject.idText], ['主体类型', subject.kindText]);
  pair(
    paper,
    ['法定代表人\n（负责人）', subject.legalPerson],
    subject.agencyCode === '' ? ['联系电话', subject.phone] : ['机构代码\n（资格证号）', subject.agencyCode],
  );
  wide(paper, '住所（住址）', subject.address);
}

/** Places to sign in one row, which no page break can divide. */
export function signatures(paper: Paper, places: readonly string[], height = 72): void {
  const spans = paper.evenSpans(places.length);
  paper.row(
    places.map((place, index) => ({
      text: `${place}\n\n${BLANK_DATE}`,
      span: spans[index] ?? 1,
      look: 'cellTop' as const,
    })),
    { minHeight: height },
  );
}

/** How a day was counted, one step a line; the day stands before a step that does not name it. */
export function stepsText(steps: readonly PaperStep[]): string {
  return steps
    .map(({ date, text }, index) => `${index + 1}．${/\d月\d/.test(text) ? '' : `${formatZh(date)}　`}${text}`)
    .join('\n');
}

/** A basis as papers cite it: the number of the document behind its title, and only what is an article. */
export function citation({ document, article }: Basis): string {
  const [, title = document, number = ''] = /^([^《》]+)（([^（）]*号)）$/.exec(document) ?? [];
  return `${formatBasis({ document: title, article: '' })}${number ? `（${number}）` : ''}${article.startsWith('第') ? article : ''}`;
}

export const day = (date: IsoDate | null): string => (date === null || date === '' ? '' : formatZh(date));

export const UNVERIFIED = '（未经官方文本核实）';
export const unverified = (verified: boolean): string => (verified ? '' : UNVERIFIED);

/** Texts end with exactly one full stop. */
export function sentence(text: string): string {
  const bare = text.trim().replace(/[。；;.\s]+$/, '');
  return bare === '' ? '' : `${bare}。`;
}
