import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { paperTitles } from '#shared/domain/paper/papers';
import type { RouteOutput } from '#shared/ipc/contract';
import { useJob } from '../../api/jobs';
import { useAction, useRoute } from '../../api/queries';
import { FilePick } from '../../components/file-pick';
import { FilterChips } from '../../components/filter-chips';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { StatePill, type StateTone } from '../../components/pill';
import { Section } from '../../components/section';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { MomentText } from '../../components/text';
import { AsideForm, BindForm } from './bind-form';
import css from './scan.module.css';

export type ScanRow = RouteOutput<'scan.list'>['rows'][number];
type State = ScanRow['state'];

const LABELS: Readonly<Record<State, string>> = { waiting: '待归档', bound: '已归档', set_aside: '不归档' };
const TONES: Readonly<Record<State, StateTone>> = { waiting: 'warn', bound: 'done', set_aside: 'off' };
const STATES: readonly State[] = ['waiting', 'bound', 'set_aside'];
const FILES = [{ name: '扫描件（图片、PDF）', extensions: ['jpg', 'jpeg', 'png', 'bmp', 'pdf'] }];
const PAGE = 100;

/** Signed papers come back: their codes bring them to their records, the rest waits to be bound by hand. */
export function ScanPage() {
  const [state, setState] = useState<State>('waiting');
  const [shown, setShown] = useState(PAGE);
  const [form, setForm] = useState<{ readonly row: ScanRow; readonly kind: 'bind' | 'aside' } | null>(null);
  const job = useJob('scan.take');
  const list = useRoute('scan.list', { state, limit: shown }, { keepPrevious: true });
  const counts = useRoute('scan.list', { state: 'waiting', limit: 1 }).data?.total;
  const taken = job.state.phase === 'done' ? job.state.output : null;
  const rows = list.data?.rows ?? [];
  return (
    <Page>
      <PageHeader
        title="扫描件归档"
        purpose="签过字的文书扫描或拍照后放在这里，程序按文书上的二维码归入所属档案。"
        back={{ to: '/inspections', label: '检查' }}
      />
      <FilePick
        title="选择扫描件"
        filters={FILES}
        multiple
        disabled={job.state.phase === 'running'}
        hint="可以一次放入多份。JPEG、PNG 图片和由 JPEG 组成的 PDF 能自动识别，横放、倒放、略歪都可以；其他的存下来手工归档。"
        onPick={(files) => void job.run({ files: files.map(({ token }) => token) })}
      />
      <JobProgress job={job} label="识别扫描件" unit="份" kept="已经存入的扫描件都保留。" />
      {taken ? <TakenWords taken={taken} onForget={job.reset} /> : null}
      <Section
        title="扫描件"
        {...(list.data ? { count: list.data.total } : {})}
        actions={
          <FilterChips
            label="状态"
            chips={STATES.map((value) => ({
              value,
              label: LABELS[value],
              count: value === 'waiting' ? counts : undefined,
            }))}
            value={state}
            onChange={(next) => {
              setState(next);
              setShown(PAGE);
            }}
          />
        }
      >
        {list.error ? <QueryError error={list.error} /> : null}
        {!list.data && !list.error ? <Loading label="正在读取扫描件" /> : null}
        {list.data && rows.length === 0 ? (
          <EmptyState
            compact
            sentence={state === 'waiting' ? '没有等待人工归档的扫描件。' : `没有${LABELS[state]}的扫描件。`}
          />
        ) : null}
        <ul className={css.list}>
          {rows.map((row) => (
            <ScanItem key={row.id} row={row} onForm={(kind) => setForm({ row, kind })} />
          ))}
        </ul>
        {list.data && list.data.total > rows.length ? (
          <Button variant="default" onClick={() => setShown(shown + PAGE)}>
            再显示 {Math.min(PAGE, list.data.total - rows.length)} 份
          </Button>
        ) : null}
      </Section>
      {form?.kind === 'bind' ? <BindForm row={form.row} onClose={() => setForm(null)} /> : null}
      {form?.kind === 'aside' ? <AsideForm row={form.row} onClose={() => setForm(null)} /> : null}
    </Page>
  );
}

/** Where the page of a record is; a paper of a case opens the record it hangs on. */
const placeOf = ({ ownerTable, ownerId }: ScanRow): string | null => {
  if (ownerTable === 'inspection') return `/inspections/${ownerId}`;
  return ownerTable === 'rectification' ? `/rectifications/${ownerId}` : null;
};

function ScanItem({ row, onForm }: { readonly row: ScanRow; readonly onForm: (kind: 'bind' | 'aside') => void }) {
  const navigate = useNavigate();
  const open = useAction('shell.open-stored');
  const place = placeOf(row);
  return (
    <li className={css.item}>
      {/^image\/(jpeg|png|gif|bmp|webp)$/.test(row.mediaType) ? (
        <img className={css.thumb} src={`/evidence/${row.sha256}`} alt="" loading="lazy" />
      ) : (
        <span className={css.thumb}>PDF 或其他</span>
      )}
      <div className={css.words}>
        <p className={css.name}>
          {row.fileName}
          {row.page > 1 ? `（第 ${row.page} 页）` : ''}　<StatePill label={LABELS[row.state]} tone={TONES[row.state]} />
        </p>
        {row.state === 'bound' ? (
          <p>
            {row.record}　{row.paper ? paperTitles[row.paper] : ''}　
            {row.boundHow === 'hand' ? '手工归档' : '按二维码归档'}
          </p>
        ) : (
          <p>{row.state === 'set_aside' ? `不归档：${row.reason}` : row.problem}</p>
        )}
        <p className={css.time}>
          存入 <MomentText at={row.createdAt} />
        </p>
      </div>
      <div className={css.buttons}>
        <Button size="xs" variant="default" loading={open.busy} onClick={() => void open.run(row)}>
          打开查看
        </Button>
        {place ? (
          <Button size="xs" variant="default" onClick={() => navigate(place)}>
            打开档案
          </Button>
        ) : null}
        {row.state === 'bound' ? null : (
          <Button size="xs" variant="default" onClick={() => onForm('bind')}>
            手工归档…
          </Button>
        )}
        {row.state === 'waiting' ? (
          <Button size="xs" variant="default" onClick={() => onForm('aside')}>
            不归档…
          </Button>
        ) : null}
      </div>
    </li>
  );
}

type TakenProps = { readonly taken: RouteOutput<'scan.take'>; readonly onForget: () => void };

function TakenWords({ taken: { bound, waiting, known, refused }, onForget }: TakenProps) {
  const lines = [
    ...bound.map((row) => `已归入 ${row.record} 的${row.paper ? paperTitles[row.paper] : '文书'}（${row.fileName}）`),
    ...waiting.map((row) => `待人工归档：${row.fileName}——${row.problem}`),
    ...known.map(({ message }) => message),
    ...refused.map(({ message }) => message),
  ];
  return (
    <div className={css.taken} role="status">
      <div className={css.words}>
        <p className={css.name}>
          归档 {bound.length} 份，待人工归档 {waiting.length} 份，以前存过 {known.length} 份，没有存入 {refused.length}{' '}
          份
        </p>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <Button variant="default" onClick={onForget}>
        知道了
      </Button>
    </div>
  );
}
