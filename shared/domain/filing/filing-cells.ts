import { checkIdNumber } from '../subject/id-number';
import { checkUscc } from '../subject/uscc';
import { choiceParser, codeText, textParser } from '../table-import/cell-parsers';
import { CellNote, CellRefusal, refuse } from '../table-import/column-spec';
import { type ImportCell, toHalfWidth } from '../table-import/import-cell';
import { type DecisionKind, decisionKindLabels, type Handling, handlingLabels } from './codes';

const words = <Code extends string>(labels: Readonly<Record<Code, string>>, more: Readonly<Record<string, Code>>) =>
  new Map<string, Code>([
    ...Object.entries<string>(labels).map(([code, label]) => [label, code as Code] as const),
    ...Object.entries(more),
  ]);

export const handlingCell = choiceParser<Handling>(
  words(handlingLabels, {
    通报: 'notified',
    未处理: 'notified',
    待处理: 'notified',
    未撤回: 'notified',
    否: 'notified',
    说明: 'explained',
    已申辩: 'explained',
    已陈述意见: 'explained',
    已提交说明: 'explained',
    申诉: 'explained',
    已申诉: 'explained',
    撤回: 'withdrawn',
    主动撤回: 'withdrawn',
    已主动撤回: 'withdrawn',
    已撤回申请: 'withdrawn',
    视为撤回: 'withdrawn',
    是: 'withdrawn',
  }),
  handlingLabels,
);

export const decisionKindCell = choiceParser<DecisionKind>(
  words(decisionKindLabels, {
    异议: 'opposition',
    不予注册: 'opposition',
    不予注册决定: 'opposition',
    无效: 'invalidation',
    无效宣告裁定: 'invalidation',
    撤销: 'cancellation',
    判决: 'judgment',
    裁定: 'judgment',
    法院判决: 'judgment',
    生效判决: 'judgment',
    其他: 'other',
  }),
  decisionKindLabels,
);

/** `35`, `第9类、35类`, `9；35`; ascending, each once. */
export function classesCell(text: string): readonly number[] | CellRefusal {
  const parts = toHalfWidth(text)
    .replace(/[第类\s]/g, '')
    .split(/[,，;；、/]/)
    .filter((part) => part !== '');
  const wrong = parts.find((part) => !/^\d{1,2}$/.test(part) || Number(part) < 1 || Number(part) > 45);
  if (wrong !== undefined || parts.length === 0)
    return refuse('国际分类应为 1 至 45 的类别号，多个类别用顿号隔开，请核对。');
  return [...new Set(parts.map(Number))].sort((a, b) => a - b);
}

/** An application or registration number of a trademark: digits, with G in front for international registrations. */
export function trademarkNumberCell(text: string, cell: ImportCell): string | CellRefusal {
  const raw = codeText(text, cell);
  if (raw instanceof CellRefusal) return raw;
  const value = raw.replace(/\s+/g, '').replace(/号$/, '').replace(/^第/, '').toUpperCase();
  return /^G?\d{5,9}[A-Z]?$/.test(value) ? value : refuse('商标申请号或注册号应为 5 至 9 位数字，请核对。');
}

/** A credit code when it is one; persons and foreign applicants have other numbers, which are kept as they are. */
export function applicantCodeCell(text: string, cell: ImportCell): string | CellNote<string> | CellRefusal {
  const code = codeText(text, cell);
  if (code instanceof CellRefusal) return code;
  const plain = code.replace(/\s+/g, '').toUpperCase();
  if (plain.length > 40) return refuse(`号码有 ${plain.length} 位，最多 40 位，请核对。`);
  const checked = checkUscc(plain);
  if (checked.ok)
    return checked.normalised ? new CellNote(checked.value, `代码已规范为 ${checked.value}，请核对。`) : checked.value;
  if (plain.length !== 18 || checkIdNumber(plain).ok) return plain;
  return refuse(checked.message, checked.suggestions[0] ?? null);
}

const name = textParser(200);

/** The first of several applicants is the one that is counted; the others stay in the row's note. */
export function applicantCell(text: string): string | CellNote<string> | CellRefusal {
  const parts = text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first = text, ...others] = parts;
  const value = name(first, first);
  if (value instanceof CellRefusal || value instanceof CellNote || others.length === 0) return value;
  return new CellNote(value, `这件申请有 ${parts.length} 个申请人，按第一申请人“${value}”统计。`);
}
