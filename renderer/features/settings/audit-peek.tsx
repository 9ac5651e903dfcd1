import { useRoute } from '../../api/queries';
import { Facts } from '../../components/facts';
import { PeekDrawer } from '../../components/peek-drawer';
import { Loading, QueryError } from '../../components/state-panels';
import { HashText } from '../../components/text';
import { moment, thousands } from '../../components/words';
import css from './audit-peek.module.css';
import { fieldLabel, type RowChange, readChanges, readCounts, tableLabel } from './audit-words';

type AuditPeekProps = { readonly seq: number | null; readonly onClose: () => void };

/** One entry of the log: what stood there before and what stands there now. */
export function AuditPeek({ seq, onClose }: AuditPeekProps) {
  const { data: entry, error } = useRoute('audit.get', { seq: seq ?? 0 }, { enabled: seq !== null });
  const changes = entry ? readChanges(entry.changes) : [];
  return (
    <PeekDrawer open={seq !== null} onClose={onClose} title={entry?.summary ?? `第 ${seq} 号操作记录`}>
      {error ? <QueryError error={error} /> : null}
      {!entry && !error ? <Loading /> : null}
      {entry ? (
        <>
          <Facts
            columns={2}
            items={[
              { label: '序号', value: thousands(entry.seq) },
              { label: '时间', value: moment(entry.at) },
              { label: '经办人', value: entry.officerName },
              { label: '写入', value: `${thousands(entry.rowCount)} 行` },
              { label: '操作', value: entry.route },
              { label: '对象', value: entry.object },
            ]}
          />
          {changes.map((change) => (
            <Change key={change.key} change={change} />
          ))}
          {changes.length === 0 && entry.rowCount > 0 ? (
            <p className={css.none}>
              行数较多，记录行数和全部行的校验值，不逐行列出：
              {readCounts(entry.changes)
                .map(({ table, count }) => `${tableLabel(table)} ${thousands(count)} 行`)
                .join('、')}
              。
            </p>
          ) : null}
          <Facts
            columns={1}
            items={[
              { label: '写入内容的校验值', value: <HashText hash={entry.digest} /> },
              { label: '上一条的校验值', value: <HashText hash={entry.prevHash} /> },
              { label: '本条的校验值', value: <HashText hash={entry.hash} /> },
            ]}
          />
        </>
      ) : null}
    </PeekDrawer>
  );
}

function Change({ change }: { readonly change: RowChange }) {
  const added = change.kind === 'added';
  return (
    <table className={css.change}>
      <caption>
        {added ? '新增' : '修改'} {tableLabel(change.table)}
      </caption>
      <thead>
        <tr>
          <th>项目</th>
          {added ? null : <th>改前</th>}
          <th>{added ? '内容' : '改后'}</th>
        </tr>
      </thead>
      <tbody>
        {change.lines.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{fieldLabel(field)}</th>
            {added ? null : <td className={css.before}>{before || '（空）'}</td>}
            <td>{after || '（空）'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
