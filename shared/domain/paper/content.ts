import * as z from 'zod';
import { formatZh } from '../../kernel/dates';
import { paperIds } from './papers';

/** One labelled place of a form; an empty text is a place to write in by hand. */
const field = z.object({ label: z.string(), text: z.string() });
export type PaperField = z.output<typeof field>;

const signature = z.object({
  /** 当事人 / 见证人 / 检查人员 */
  title: z.string(),
  /** What stands in the place: a refusal with its witness, or nothing. */
  text: z.string(),
  /** `2026年11月23日`; empty: a line to write on; null: none stands there. */
  date: z.string().nullable(),
});
export type PaperSignature = z.output<typeof signature>;

const column = z.object({
  title: z.string(),
  /** Columns of a grid of twelve. */
  span: z.number().int().min(1).max(12),
  align: z.enum(['left', 'center']),
});

/**
 * What a paper is made of, from top to bottom. Two renderers draw it: the A4 page of the window and the Excel sheet,
 * so that no paper is written twice.
 */
export const paperBlock = z.discriminatedUnion('kind', [
  /** One or two labelled texts a row. */
  z.object({ kind: z.literal('fields'), rows: z.array(z.array(field).min(1).max(2)) }),
  /** A long text; `lines` are lines to write on when it is empty. */
  z.object({ kind: z.literal('text'), label: z.string(), text: z.string(), lines: z.number().int() }),
  z.object({ kind: z.literal('section'), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(column),
    rows: z.array(z.object({ cells: z.array(z.string()), strong: z.boolean() })),
    /** Least height of a row in lines, so that there is room for a hand. */
    lines: z.number().int(),
  }),
  /** Running text of a letter, each paragraph indented by two characters unless told. */
  z.object({ kind: z.literal('letter'), paragraphs: z.array(z.object({ text: z.string(), indent: z.boolean() })) }),
  z.object({
    kind: z.literal('questions'),
    lines: z.array(z.object({ question: z.string(), answer: z.string() })),
    /** Empty pairs of lines behind them. */
    blank: z.number().int(),
  }),
  z.object({ kind: z.literal('signatures'), places: z.array(signature).min(1).max(4) }),
  z.object({ kind: z.literal('seal'), office: z.string(), date: z.string() }),
  z.object({ kind: z.literal('note'), text: z.string() }),
]);
export type PaperBlock = z.output<typeof paperBlock>;

export const paperContent = z.object({
  paper: z.enum(paperIds),
  layout: z.enum(['form', 'letter']),
  office: z.string(),
  title: z.string(),
  no: z.string(),
  /** Beside the number: `未办结，仅供核对`. */
  remark: z.string(),
  blocks: z.array(paperBlock),
  /** At the foot of every page: who signs each of them. */
  pageLine: z.string(),
  /** Text of the code in the corner that binds a scan to its record, empty for none. */
  code: z.string(),
  blank: z.boolean(),
});
export type PaperContent = z.output<typeof paperContent>;

/** The party as papers name it; numbers of persons are masked already. */
export type PaperParty = {
  readonly name: string;
  readonly licence: string;
  readonly idLabel: string;
  readonly idText: string;
  readonly legalPerson: string;
  readonly address: string;
  readonly phone: string;
  readonly otherContact: string;
};

export type PaperPerson = { readonly name: string; readonly certificateNo: string };

/** What every paper of an office has around it. */
export type PaperHead = {
  readonly office: string;
  readonly no: string;
  readonly code: string;
  readonly blank: boolean;
};

export const BLANK_DAY = '　　年　　月　　日';
export const BLANK_MOMENT = '　　年　　月　　日　　时　　分';

/** @example zhDay('2026-11-23') // '2026年11月23日' */
export const zhDay = (date: string | null): string => (date ? formatZh(date) : BLANK_DAY);

/** @example zhMoment('2026-11-23T14:05') // '2026年11月23日14时05分' */
export const zhMoment = (at: string | null): string =>
  at ? `${formatZh(at.slice(0, 10))}${at.slice(11, 13)}时${at.slice(14, 16)}分` : BLANK_MOMENT;

/** From one moment to another; the day is named once. @example zhSpan('2026-11-23T09:00', '2026-11-23T11:30') */
export const zhSpan = (from: string | null, to: string | null): string =>
  from && to && from.slice(0, 10) === to.slice(0, 10)
    ? `${zhMoment(from)} 至 ${to.slice(11, 13)}时${to.slice(14, 16)}分`
    : `${zhMoment(from)} 至 ${zhMoment(to)}`;

/** @example personsText(pair) // '张三（执法证号 33010001）、李四（执法证号 33010002）' */
export const personsText = (persons: readonly PaperPerson[]): string =>
  persons.map(({ name, certificateNo }) => `${name}（执法证号 ${certificateNo}）`).join('、');

/** Head of a form: who the paper is about, two a row. */
export const partyRows = (party: PaperParty, label: string): PaperField[][] => [
  [{ label, text: party.name }],
  [
    { label: '主体资格\n证照名称', text: party.licence },
    { label: party.idLabel.replace('统一社会', '统一社会\n'), text: party.idText },
  ],
  [
    { label: '法定代表人\n（负责人、\n经营者）', text: party.legalPerson },
    { label: '联系电话', text: party.phone },
  ],
  [{ label: '住所（住址）', text: party.address }],
  [{ label: '其他联系方式', text: party.otherContact }],
];

/** Numbered lines; one alone bears no number. */
export const numbered = (lines: readonly string[]): string =>
  lines.length === 1 ? (lines[0] ?? '') : lines.map((line, index) => `${index + 1}．${line}`).join('\n');
