import { IconChartBar } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { monthZh, shiftMonth } from '#shared/domain/statistics/month';
import { DataTable } from '../../components/data-table/data-table';
import type { Column } from '../../components/data-table/table-types';
import { Section } from '../../components/section';
import { EmptyState } from '../../components/state-panels';
import css from './statistics.module.css';
import { type Figure, type Overview, rowsPath, type Scope, sectionLabels } from './statistics-words';

/** A count is a link to its records; a quotient has those of its parts. */
function Value({ figure, at, month, scope }: { figure: Figure; at: Figure['now']; month: string; scope: Scope }) {
  if (figure.unit === 'ratio' || at.value.unit === 'ratio') return <span className={css.number}>{at.text}</span>;
  if (at.value.value === 0) return <span className={css.number}>0</span>;
  return (
    <Link className={css.number} to={rowsPath({ month, scope, figure: figure.id })} title="查看记录">
      {at.text}
    </Link>
  );
}

const columnsOf = ({ month, figures }: Overview, scope: Scope): readonly Column<Figure>[] => {
  const yearly = scope === 'year';
  const before = figures[0]?.before.month ?? month;
  const compare: readonly Column<Figure>[] = yearly
    ? []
    : [
        {
          key: 'before',
          header: `上月（${Number(before.slice(5))} 月）`,
          width: 140,
          align: 'right',
          text: (figure) => figure.before.text,
          render: (figure) => <Value figure={figure} at={figure.before} month={before} scope={scope} />,
        },
        { key: 'change', header: '比上月', width: 128, align: 'right', text: (figure) => figure.before.change },
      ];
  const last = shiftMonth(month, -12);
  return [
    { key: 'label', header: '指标', width: 132, text: (figure) => figure.label },
    { key: 'section', header: '类别', width: 84, hidden: true, text: (figure) => sectionLabels[figure.section] },
    {
      key: 'now',
      header: yearly ? `1 月至 ${Number(month.slice(5))} 月` : monthZh(month),
      width: 140,
      align: 'right',
      text: (figure) => figure.now.text,
      render: (figure) => (
        <>
          <Value figure={figure} at={figure.now} month={month} scope={scope} />
          {figure.corrected ? <span className={css.corrected}>更正后 {figure.corrected.text}</span> : null}
        </>
      ),
    },
    ...compare,
    {
      key: 'lastYear',
      header: '上年同期',
      width: 128,
      align: 'right',
      text: (figure) => figure.lastYear.text,
      render: (figure) => <Value figure={figure} at={figure.lastYear} month={last} scope={scope} />,
    },
    { key: 'yearChange', header: '比上年', width: 128, align: 'right', text: (figure) => figure.lastYear.change },
    {
      key: 'formula',
      header: '口径',
      width: 170,
      grow: true,
      text: (figure) => `${figure.formula}${figure.basis ? `（${figure.basis}）` : ''}`,
    },
  ];
};

/** Every figure with its definition, the period before and the same period of last year. */
export function FigureTable({ overview, scope }: { readonly overview: Overview; readonly scope: Scope }) {
  return (
    <Section
      title="指标"
      hint={`口径：${overview.definitions.title} 第 ${overview.definitions.version} 版；带下划线的数可以点开`}
      flush
    >
      <DataTable
        name={`statistics-figures-${scope}`}
        label="指标"
        unit="项"
        columns={columnsOf(overview, scope)}
        rows={overview.figures}
        rowKey={({ id }) => id}
        maxHeight={760}
        empty={<EmptyState icon={IconChartBar} sentence="统计口径中没有指标。" />}
      />
    </Section>
  );
}
