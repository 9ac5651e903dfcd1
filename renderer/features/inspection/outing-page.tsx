import { Button } from '@mantine/core';
import { IconPrinter, IconTableExport } from '@tabler/icons-react';
import { formatZh } from '#shared/kernel/dates';
import { useExportDocument } from '../../api/export-document';
import { usePrintPage } from '../../api/print-page';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, SelectField } from '../../components/fields';
import { Page, PageHeader } from '../../components/page';
import { Section } from '../../components/section';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { useRemembered } from '../../components/view-memory';
import css from './outing.module.css';
import { OutingStops } from './outing-stops';

/** `/inspections/outing`: what is taken out on a day, in the order of the way. */
export function OutingPage() {
  const today = useToday();
  const [chosen, setChosen] = useRemembered<string | null>('outing:date', null);
  const [officerId, setOfficerId] = useRemembered<string | null>('outing:officer', null);
  const date = chosen ?? today;
  const officers = useRoute('officer.list', { activeOnly: true }).data?.officers ?? [];
  const list = useRoute(
    'inspection.list-outing',
    { from: date, to: date, ...(officerId ? { officerId } : {}) },
    { keepPrevious: true },
  );
  const { run, busy } = useExportDocument();
  const { print, busy: printing } = usePrintPage();
  const takeOut = useAction('inspection.take-out', {
    done: (_, input) => (input.out ? `已带出 ${input.visitIds.length} 户` : '已退回'),
  });
  const stops = list.data?.stops ?? [];
  const waiting = stops.filter((stop) => stop.takenAt === null);
  const bring = [...new Set(stops.flatMap((stop) => stop.bring))];
  return (
    <Page>
      <PageHeader
        title="外出清单"
        purpose="一天要去的检查对象，按区域和地址排好先后；可以手工调整，打印日程单带走。"
        back={{ to: '/inspections', label: '检查' }}
        actions={
          <>
            <Button
              variant="default"
              loading={printing}
              disabled={stops.length === 0}
              leftSection={<IconPrinter size={16} stroke={1.5} />}
              onClick={() => void print({ title: `外出检查日程单　${formatZh(date)}`, marks: [] })}
            >
              打印日程单…
            </Button>
            <Button
              variant="default"
              loading={busy}
              disabled={stops.length === 0}
              leftSection={<IconTableExport size={16} stroke={1.5} />}
              onClick={() => void run('day-sheet', { date, ...(officerId ? { officer: officerId } : {}) })}
            >
              导出日程单…
            </Button>
            <Button
              disabled={waiting.length === 0}
              loading={takeOut.busy}
              onClick={() => void takeOut.run({ visitIds: waiting.map((stop) => stop.visitId), out: true })}
            >
              {waiting.length === 0 ? '已全部带出' : `带出 ${waiting.length} 户`}
            </Button>
          </>
        }
      />
      <div className={css.filters} data-print="hide">
        <DateField label="检查日期" value={date} onChange={(next) => setChosen(next ?? today)} />
        <SelectField
          label="检查人员"
          clearable
          placeholder="全部人员"
          options={officers.map(({ id, name, certificateNo }) => ({ value: id, label: name, hint: certificateNo }))}
          value={officerId}
          onChange={setOfficerId}
        />
      </div>
      {list.isPending ? <Loading /> : null}
      {list.error ? <QueryError error={list.error} /> : null}
      {list.data && stops.length === 0 ? <EmptyState sentence={`${formatZh(date)}没有待检查的安排。`} /> : null}
      {stops.length > 0 ? (
        <>
          <Section
            title={`${formatZh(date)}　${stops.length} 户`}
            hint={list.data && list.data.more > 0 ? `另有 ${list.data.more} 户未列出，请按人员查看` : undefined}
            flush
          >
            <OutingStops stops={stops} />
          </Section>
          {bring.length > 0 ? (
            <Section title="带这些材料">
              <ul className={css.bring}>
                {bring.map((thing) => (
                  <li key={thing}>□ {thing}</li>
                ))}
              </ul>
            </Section>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}
