import type { CatalogueItem } from '#shared/domain/catalogue/catalogue';
import type { FactListRow } from '#shared/domain/fact/fact-list';
import { subjectKindLabels } from '#shared/domain/subject/subject';
import type { FieldProblem } from '#shared/kernel/errors';
import type { Store } from '../../db/open-store';
import { readKind } from '../../table-import/subject-row';
import { type PartyRow, preparePartyQueries } from './fact-repository';

/** The column that tells who the row is about. */
export const partyColumn = ({ uscc, idNumber }: FactListRow) =>
  uscc !== null ? 'uscc' : idNumber !== null ? 'idNumber' : 'name';

type Found = { readonly subject: PartyRow } | { readonly problem: FieldProblem };

/**
 * The subject a row of a list is about: by credit code or identity number, else by a name that only one subject the
 * item is meant for has. A subject with another code is another firm of the same name. Never a guess.
 */
export function createListPartyFinder(store: Store, on: 'reader' | 'writer', item: CatalogueItem) {
  const find = preparePartyQueries(store, on);
  return (row: FactListRow): Found => {
    const { name, uscc, idNumber } = row;
    const no = (message: string): Found => ({ problem: { path: partyColumn(row), message } });
    const [coded] = [
      ...(uscc === null ? [] : find.byUscc(uscc)),
      ...(idNumber === null ? [] : find.byIdNumber(idNumber)),
    ];
    const sameName = coded
      ? [coded]
      : find.byName(name).filter((subject) => (uscc === null && idNumber === null) || subject.uscc === null);
    const suited = sameName.filter(({ kind }) => item.subjectKinds.includes(kind));
    const [only, second] = suited;
    if (second) return no(`系统中有 ${suited.length} 个“${name}”，无法确定是哪一个，请补上统一社会信用代码。`);
    if (only) return { subject: only };
    const [other] = sameName;
    if (other) return no(`“${item.name}”不适用于${subjectKindLabels[readKind(other.kind)]}，请核对信息项或主体类型。`);
    return no('监管对象名录中没有这个主体，请先登记，或核对名称和统一社会信用代码。');
  };
}
