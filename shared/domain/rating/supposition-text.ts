import { assertNever } from '../../kernel/assert';
import type { IsoDate } from '../../kernel/dates';
import type { Supposition } from './suppose';

type Known = { readonly itemName: string; readonly occurredOn: IsoDate; readonly source: string };
type Names = {
  readonly record: (factId: string) => Known | undefined;
  readonly item: (code: string) => string;
};

/**
 * What is supposed, in a sentence, as the page and the paper say it.
 *
 * @example suppositionText({ kind: 'repaired', factId: 'f1', on: '2027-01-01' }, names)
 *   // '2026-03-02 代理非正常专利申请（国家知识产权局 国知代通〔2026〕18号）自 2027-01-01 起已修复或者撤回'
 */
export function suppositionText(supposition: Supposition, { record, item }: Names): string {
  const name = (id: string): string => {
    const known = record(id);
    return known ? `${known.occurredOn} ${known.itemName}（${known.source || '来源未登记'}）` : id;
  };
  switch (supposition.kind) {
    case 'repaired':
      return `${name(supposition.factId)}自 ${supposition.on} 起已修复或者撤回`;
    case 'rectified':
      return `${name(supposition.factId)}已于 ${supposition.on} 改正`;
    case 'new':
      return `${supposition.occurredOn} 新增一条“${item(supposition.itemCode)}”`;
    default:
      return assertNever(supposition);
  }
}
