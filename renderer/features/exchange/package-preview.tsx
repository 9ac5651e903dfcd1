import { useNavigate } from 'react-router-dom';
import type { ExchangeSource } from '#shared/domain/exchange/mapping';
import type { RouteOutput } from '#shared/ipc/contract';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Counts } from '../../components/table-import/import-counts';
import css from './exchange.module.css';

type Preview = RouteOutput<'exchange.preview'>;
type Refused = Preview['refusedRows'][number];
type Sample = { readonly at: number; readonly cells: readonly string[] };

const refusedColumns: readonly Column<Refused>[] = [
  { key: 'no', header: '编号', width: 200, sort: true, text: ({ no }) => no },
  { key: 'subject', header: '当事人', width: 220, sort: true, text: ({ subject }) => subject },
  { key: 'problems', header: '不能报送的原因', width: 360, grow: true, text: ({ problems }) => problems.join('；') },
];

/** What would go, first of all what cannot, each leading to where it can be put right. */
export function PackagePreview({ preview, source }: { readonly preview: Preview; readonly source: ExchangeSource }) {
  const navigate = useNavigate();
  const { ready, unchanged, refused, refusedRows, headings, sample } = preview;
  const columns = headings.map(
    (header, index): Column<Sample> => ({
      key: `${index}`,
      header,
      width: 130,
      text: ({ cells }) => cells[index] ?? '',
    }),
  );
  return (
    <>
      <Counts
        items={[
          { label: '可以报送', value: ready },
          { label: '已报送且没有变化', value: unchanged },
          { label: '不能报送', value: refused, tone: refused > 0 ? 'warn' : undefined },
        ]}
      />
      {refusedRows.length > 0 ? (
        <DataTable
          name="exchange-refused"
          label="不能报送的记录"
          columns={refusedColumns}
          rows={refusedRows}
          rowKey={({ id }) => id}
          onOpen={({ id }) => source === 'inspection_result' && navigate(`/inspections/${id}`)}
          maxHeight={300}
          empty={null}
        />
      ) : null}
      {sample.length > 0 ? (
        <>
          <h3 className={css.head}>前 {sample.length} 条，按平台的列序</h3>
          <DataTable
            name={`exchange-sample-${headings.length}`}
            label="报送内容"
            columns={columns}
            rows={sample.map((cells, at) => ({ at, cells }))}
            rowKey={({ at }) => String(at)}
            maxHeight={300}
            empty={null}
          />
        </>
      ) : null}
    </>
  );
}
