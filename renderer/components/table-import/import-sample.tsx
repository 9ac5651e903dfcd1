import { DataTable } from '../data-table/data-table';
import { Section } from '../section';
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
        columns={used.map(({ key, label }) => ({
          key,
          header: label,
          width: widthOf([label, ...preview.sample.map((row) => row[key] ?? '')]),
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

/** Wide enough for the longest text, within reason; a Chinese character is twice as wide as a digit. */
function widthOf(texts: readonly string[]): number {
  const longest = Math.max(...texts.map((text) => [...text].reduce((sum, c) => sum + (c > '\u00ff' ? 14 : 8), 0)));
  return Math.min(280, Math.max(88, longest + 26));
}
