import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconFileExport } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOutput } from '#shared/ipc/contract';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { BlockForm } from './block-form';
import { BlockTable } from './block-table';
import { DeviceForm } from './device-form';
import css from './number-section.module.css';

export type Numbers = RouteOutput<'number.get-state'>;

/** Which numbers this device may give, which it handed out, and what is left. */
export function NumberSection() {
  const year = Number(useToday().slice(0, 4));
  const [shown, setShown] = useState(year);
  const { data, error } = useRoute('number.get-state', { year: shown }, { keepPrevious: true });
  if (error) return <QueryError error={error} />;
  if (!data) return <Loading />;
  return <Panel numbers={data} thisYear={year} onYear={setShown} />;
}

type PanelProps = { readonly numbers: Numbers; readonly thisYear: number; readonly onYear: (year: number) => void };

function Panel({ numbers, thisYear, onYear }: PanelProps) {
  const [form, setForm] = useState<'device' | 'give' | 'enter' | null>(null);
  const { run, busy } = useExportDocument();
  const { device, series } = numbers;
  const onBlocks = series.some(({ mode }) => mode === 'block');
  const warnings = series.flatMap(({ warning }) => (warning === null ? [] : [warning]));
  return (
    <div className={css.stack}>
      {device?.foreign ? (
        <p className={css.grave} role="alert">
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          文号登记在设备 {device.no}（计算机名 {device.host}）上，现在的计算机是 {numbers.host}
          。为免重号，暂停编号，请重新登记本机。
        </p>
      ) : null}
      {warnings.map((text) => (
        <p key={text} className={css.alert} role="status">
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          {text.replace(/。$/, '')}。
        </p>
      ))}
      <Section
        title="本机"
        hint="只有一台电脑办案的，不用登记，文号按整个序列连续编"
        actions={
          <Button variant={device ? 'default' : 'filled'} onClick={() => setForm('device')}>
            {device ? '重新登记本机' : '登记本机'}
          </Button>
        }
      >
        <Facts
          columns={3}
          items={[
            { label: '设备编号', value: device?.no ?? '未登记' },
            { label: '设备名称', value: device?.name ?? '未登记' },
            { label: '计算机名', value: numbers.host },
          ]}
        />
      </Section>
      <Section
        title={`${numbers.year} 年文号`}
        flush
        actions={
          <>
            <Checkbox
              label="看下一年"
              checked={numbers.year > thisYear}
              onChange={(event) => onYear(event.currentTarget.checked ? thisYear + 1 : thisYear)}
            />
            {onBlocks ? <Button onClick={() => setForm('enter')}>登记领到的号段</Button> : null}
          </>
        }
      >
        <SeriesTable numbers={numbers} />
      </Section>
      <Section
        title="号段"
        count={numbers.blocks.length}
        hint="机关主机发放给外出设备的号段，和本机领到的号段；互不重叠"
        flush
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              disabled={numbers.blocks.every(({ role }) => role === 'own')}
              loading={busy}
              onClick={() => void run('number-slip', { year: String(numbers.year) })}
            >
              导出发放单…
            </Button>
            <Button variant="default" onClick={() => setForm('give')}>
              发放号段
            </Button>
          </>
        }
      >
        <BlockTable blocks={numbers.blocks} />
      </Section>
      {form === 'device' ? <DeviceForm numbers={numbers} onClose={() => setForm(null)} /> : null}
      {form === 'give' || form === 'enter' ? (
        <BlockForm way={form} numbers={numbers} onClose={() => setForm(null)} />
      ) : null}
    </div>
  );
}

function SeriesTable({ numbers }: { readonly numbers: Numbers }) {
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">字</th>
          <th scope="col">用于</th>
          <th scope="col">方式</th>
          <th scope="col">下一个文号</th>
          <th scope="col">剩余</th>
        </tr>
      </thead>
      <tbody>
        {numbers.series.map(({ word, label, mode, nextNo, left }) => (
          <tr key={word}>
            <th scope="row">{word}</th>
            <td>{label}</td>
            <td>{mode === 'whole' ? '整个序列' : '按号段'}</td>
            <td>{nextNo ?? <span className={css.none}>没有可用的号</span>}</td>
            <td>
              {left === null ? '—' : left <= 10 ? <strong className={css.few}>还剩 {left} 个</strong> : `${left} 个`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
