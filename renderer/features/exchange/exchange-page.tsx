import { Alert, Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle, IconFileExport, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { exchangeSourceLabels } from '#shared/domain/exchange/mapping';
import type { RouteOutput } from '#shared/ipc/contract';
import { call } from '../../api/client';
import { useJob } from '../../api/jobs';
import { useAction, useRoute } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { useToday } from '../../api/today';
import { DateField } from '../../components/fields';
import { FilterChips } from '../../components/filter-chips';
import { JobProgress } from '../../components/job-progress';
import { Page, PageHeader } from '../../components/page';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { thousands } from '../../components/words';
import css from './exchange.module.css';
import { PackagePreview } from './package-preview';
import { SentTable } from './sent-table';

type Target = RouteOutput<'exchange.list-targets'>['targets'][number];

/** Files in the columns of other platforms: what can go, what cannot and why, and what has gone. */
export function ExchangePage() {
  const [params, setParams] = useSearchParams();
  const { data, error } = useRoute('exchange.list-targets', {});
  const bring = useAction('exchange.import-mapping', {
    done: ({ title, version }) => `已导入《${title}》第 ${version} 版`,
  });
  const pick = useAction('shell.pick-open', {
    onDone: ({ files }) => {
      const [file] = files;
      if (file) void bring.run({ file: file.token });
    },
  });
  const targets = data?.targets ?? [];
  const target = targets.find(({ id }) => id === params.get('target')) ?? targets[0];
  return (
    <Page>
      <PageHeader
        title="对外报送"
        purpose="按其他平台的列名和列序生成文件；先列出不能报送的记录，报送过的只再报有变化的。"
        back={{ to: '/reports', label: '报表' }}
        actions={
          <Button
            variant="default"
            loading={pick.busy || bring.busy}
            leftSection={<IconUpload size={16} stroke={1.5} />}
            onClick={() =>
              void pick.run({
                title: '选择报送对应表',
                filters: [{ name: '报送对应表（.json）', extensions: ['json'] }],
              })
            }
          >
            导入本机关的对应表
          </Button>
        }
      />
      {error ? <QueryError error={error} /> : null}
      {bring.error && bring.error.details.length > 0 ? (
        <Alert color="red" icon={<IconAlertTriangle size={18} stroke={1.5} />} title="对应表没有导入">
          <ul className={css.problems}>
            {bring.error.details.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path}：{message}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {!data && !error ? <Loading label="正在读取对应表" /> : null}
      {target ? (
        <>
          <FilterChips
            label="报送到"
            value={target.id}
            onChange={(id) => setParams({ target: id }, { replace: true })}
            chips={targets.map(({ id, title, platform }) => ({ value: id, label: `${platform}：${title}` }))}
          />
          <Package key={target.id} target={target} />
        </>
      ) : null}
      <SentTable />
    </Page>
  );
}

function Package({ target }: { readonly target: Target }) {
  const today = useToday();
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const [onlyChanges, setOnlyChanges] = useState(true);
  const input = { target: target.id, from, to, onlyChanges };
  const { data, error } = useRoute('exchange.preview', input, { keepPrevious: true });
  const job = useJob('exchange.make-package');
  const make = async () => {
    const extension = target.fileFormat;
    const place = await call('shell.pick-save', {
      title: `保存${target.title}`,
      defaultName: `${target.title}_${from}_${to}`,
      extension,
    });
    if (!place) return;
    const made = await job.run({ ...input, file: place.token });
    if (made) toastDone(`已生成 ${thousands(made.rows)} 条，报送后请登记回执`);
  };
  const ready = data?.ready ?? 0;
  return (
    <Section
      title={target.title}
      hint={`${exchangeSourceLabels[target.source]} → ${target.platform}，${target.columns.length} 列，.${target.fileFormat}；对应表第 ${target.version} 版${target.origin === 'office' ? '（本机关）' : ''}`}
      actions={
        <Button
          disabled={ready === 0}
          loading={job.state.phase === 'running'}
          leftSection={<IconFileExport size={16} stroke={1.5} />}
          onClick={() => void make()}
        >
          {ready === 0 ? '没有可报送的记录' : `生成报送文件 ${thousands(ready)} 条`}
        </Button>
      }
    >
      <div className={css.stack}>
        {target.verified ? null : (
          <p className={css.note}>
            <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
            列名未经平台模板核实。{target.note}
          </p>
        )}
        <div className={css.period}>
          <DateField label="起始日期" max={to} value={from} onChange={(next) => next && setFrom(next)} />
          <DateField label="截止日期" min={from} max={today} value={to} onChange={(next) => next && setTo(next)} />
          <Checkbox
            className={css.changes ?? ''}
            label="只报上次报送以后新增和有变化的"
            checked={onlyChanges}
            onChange={(event) => setOnlyChanges(event.currentTarget.checked)}
          />
        </div>
        <JobProgress job={job} label="正在生成报送文件" kept="没有生成文件，也没有登记。" />
        {error ? <QueryError error={error} /> : null}
        {data ? <PackagePreview preview={data} source={target.source} /> : null}
      </div>
    </Section>
  );
}
