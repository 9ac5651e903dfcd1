import { DataTable } from '../../components/data-table/data-table';
import { Section } from '../../components/section';
import type { Preview } from './import-words';

/** The first rows as they will be understood. */
export function ImportSample({ preview }: { readonly preview: Preview }) {
  const used = preview.fields.filter(({ key }) => preview.sample.some((row) => row[key] != null));
  if (used.length === 0) return null;
  return (
    <Section title="前几行" hint="按现在的列对应读出" flush>
      <DataTable
        name={`import-sample-${used.length}`}
        label="前几行"
        columns={used.map(({ key, label }, at) => ({
          key,
          header: label,
          width: at === 0 ? 240 : 150,
          text: ({ row }: { row: Preview['sample'][number] }) => row[key] ?? '',
        }))}
        rows={preview.sample.map((row, index) => ({ row, index }))}
        rowKey={({ index }) => String(index)}
        maxHeight={330}
        empty={null}
      />
    </Section>
  );
}
