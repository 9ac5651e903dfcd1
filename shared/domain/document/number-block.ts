import { AppError } from '../../kernel/errors';

/** A device warns when so few numbers are left of what it holds. */
export const FEW_LEFT = 10;

/** Largest block that is handed out at once: more would leave a hole in the series that nobody can explain. */
export const MAX_BLOCK = 2000;

export type NumberBlock = {
  readonly id: string;
  /** own: this device takes its numbers from it; given: the office handed it to another device. */
  readonly role: 'own' | 'given';
  readonly firstNo: number;
  readonly lastNo: number;
  /** The number that comes next out of an own block. */
  readonly nextNo: number;
  readonly deviceNo: string;
  readonly state: 'active' | 'closed';
};

/** One series of one year on one device. */
export type NumberSeries = {
  readonly word: string;
  readonly year: number;
  /** whole: the device numbers on by itself, around what it gave away; block: out of its own blocks only. */
  readonly mode: 'whole' | 'block';
  /** Highest number that the device has used in whole mode, 0 before the first. */
  readonly lastNo: number;
  readonly blocks: readonly NumberBlock[];
};

export type NextNumber = {
  readonly seq: number;
  /** The block it comes from, null in whole mode. */
  readonly blockId: string | null;
  /** Numbers left after this one, null in whole mode. */
  readonly left: number | null;
};

const range = ({ firstNo, lastNo }: Pick<NumberBlock, 'firstNo' | 'lastNo'>) => `${firstNo}—${lastNo}`;

/**
 * The number that comes next. In whole mode it steps over every block that was given away, also a closed one: its
 * numbers may stand on papers of the other device. In block mode own blocks are used up from the lowest on.
 *
 * @throws AppError `bad_state` when the device holds no number of this year any more: says what to do
 * @example nextNumber({ word: '检', year: 2026, mode: 'whole', lastNo: 100, blocks: [given101to200] }).seq // 201
 */
export function nextNumber(series: NumberSeries): NextNumber {
  if (series.mode === 'whole') {
    const given = series.blocks.filter((block) => block.role === 'given');
    let seq = series.lastNo + 1;
    for (;;) {
      const inside = given.find((block) => block.firstNo <= seq && seq <= block.lastNo);
      if (!inside) return { seq, blockId: null, left: null };
      seq = inside.lastNo + 1;
    }
  }
  const own = ownBlocks(series);
  const open = own.find((block) => block.state === 'active' && block.nextNo <= block.lastNo);
  if (open) return { seq: open.nextNo, blockId: open.id, left: (numbersLeft(series) ?? 1) - 1 };
  const what = `${series.year} 年“${series.word}”字`;
  if (own.length === 0)
    throw new AppError('bad_state', `本机还没有${what}的号段，请向机关领取号段，在“设置—文号”登记后再办理。`);
  throw new AppError(
    'bad_state',
    `本机${what}的号段 ${own.map(range).join('、')} 已用完，请向机关领取新号段，在“设置—文号”登记后再办理。`,
  );
}

const ownBlocks = ({ blocks }: NumberSeries) =>
  blocks.filter((block) => block.role === 'own').sort((a, b) => a.firstNo - b.firstNo);

/** How many numbers the device may still use; null in whole mode, where nothing runs out. */
export function numbersLeft(series: NumberSeries): number | null {
  if (series.mode === 'whole') return null;
  return ownBlocks(series)
    .filter((block) => block.state === 'active')
    .reduce((sum, block) => sum + Math.max(0, block.lastNo - block.nextNo + 1), 0);
}

/** `还剩 8 个号`, from `FEW_LEFT` on; null while there are enough or nothing can run out. */
export function fewLeft(series: NumberSeries): string | null {
  const left = numbersLeft(series);
  if (left === null || left > FEW_LEFT) return null;
  const what = `${series.year} 年“${series.word}”字号段`;
  return left === 0 ? `${what}已用完，请向机关领取新号段` : `${what}还剩 ${left} 个，请及时向机关领取新号段`;
}

/**
 * May this block be handed out by, or entered on, this device? It must not touch a number that was used, nor any
 * block that is known here, closed ones included.
 *
 * @throws AppError `bad_input` for a range that is none, `conflict` for one that overlaps
 * @example requireFreeRange(series, { firstNo: 101, lastNo: 150 })
 */
export function requireFreeRange(
  series: NumberSeries,
  { firstNo, lastNo }: { readonly firstNo: number; readonly lastNo: number },
): void {
  const at = (path: string, message: string) => [{ path, message }];
  if (lastNo < firstNo)
    throw new AppError('bad_input', '号段的末号不能小于起号，请核对后重新填写。', at('lastNo', '末号小于起号'));
  if (lastNo - firstNo + 1 > MAX_BLOCK)
    throw new AppError(
      'bad_input',
      `一次最多发放 ${MAX_BLOCK} 个号，请分次发放。`,
      at('lastNo', `最多 ${MAX_BLOCK} 个号`),
    );
  const clash = series.blocks.find((block) => block.firstNo <= lastNo && firstNo <= block.lastNo);
  if (clash)
    throw new AppError(
      'conflict',
      `号段 ${firstNo}—${lastNo} 与${clash.role === 'given' ? `已发给设备 ${clash.deviceNo} 的` : '本机已登记的'}号段 ${range(clash)} 重叠，请换一段号码。`,
      at('firstNo', '与已有号段重叠'),
    );
  if (firstNo <= series.lastNo)
    throw new AppError(
      'conflict',
      `“${series.word}”字 ${series.year} 年本机已用到 ${series.lastNo} 号，新号段应当从 ${series.lastNo + 1} 号以后开始。`,
      at('firstNo', '号码已经用过'),
    );
}

/**
 * Four digits that stand on the printed slip and are typed in with the block on the other device: a wrong number, a
 * wrong year or somebody else's slip does not match.
 *
 * @example blockCheckCode({ officeCode: '云知', word: '检', year: 2026, deviceNo: '02', firstNo: 101, lastNo: 150 })
 */
export function blockCheckCode(block: {
  readonly officeCode: string;
  readonly word: string;
  readonly year: number;
  readonly deviceNo: string;
  readonly firstNo: number;
  readonly lastNo: number;
}): string {
  const text = [block.officeCode, block.word, block.year, block.deviceNo, block.firstNo, block.lastNo].join('|');
  // FNV-1a: a guard against slips of the pen, not a seal
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return String(hash % 10_000).padStart(4, '0');
}
