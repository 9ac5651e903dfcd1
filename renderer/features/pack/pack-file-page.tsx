import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Facts } from '../../components/facts';
import { Page, PageHeader } from '../../components/page';
import { StatePill } from '../../components/pill';
import { Loading, QueryError } from '../../components/state-panels';
import { ActivationView } from './activation-view';
import { BasisView } from './basis-view';
import { CaseView } from './case-view';
import { CopyForm } from './copy-form';
import { DifferenceView } from './difference-view';
import { DiscardForm } from './discard-form';
import { GradeView } from './grade-view';
import { NoticeBar } from './notice-bar';
import css from './pack.module.css';
import { PackActions } from './pack-actions';
import { kindsWords, type PackFile, packOf, packState, statusWords, termWords } from './pack-words';
import { StandBar } from './stand-bar';
import { TreeView } from './tree-view';
import { useCatalogue } from './use-catalogue';
import { VetoView } from './veto-view';

const back = { to: '/packs', label: '规则' };

/** One version of a pack, read like the document it is. */
export function PackFilePage() {
  const { packId = '', version = '' } = useParams();
  const file = useRoute('pack.get', { packId, version: Number(version) });
  if (file.error)
    return (
      <Page>
        <PageHeader title="规则包" back={back} />
        <QueryError error={file.error} />
      </Page>
    );
  if (!file.data) return <Loading label="正在读取规则包" />;
  return <PackFileView key={`${packId}/${version}`} file={file.data} />;
}

function PackFileView({ file }: { readonly file: PackFile }) {
  const navigate = useNavigate();
  const today = useToday();
  const catalogue = useCatalogue();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<'copy' | 'discard' | null>(null);
  const pack = packOf(file.content);
  const tabs = [
    { key: 'tree', label: '指标树', panel: <TreeView pack={pack} catalogue={catalogue} /> },
    { key: 'grades', label: '等级与应用', panel: <GradeView pack={pack} /> },
    { key: 'vetoes', label: `否决项 ${pack.vetoes.length}`, panel: <VetoView pack={pack} catalogue={catalogue} /> },
    { key: 'bases', label: `依据库 ${pack.bases.length}`, panel: <BasisView pack={pack} today={today} /> },
    {
      key: 'cases',
      label: `验证用例 ${pack.cases.length}`,
      panel: <CaseView pack={pack} check={file.check} catalogue={catalogue} />,
    },
    { key: 'differences', label: '与基础包的差异', panel: <DifferenceView file={file} /> },
    {
      key: 'activations',
      label: `启用记录 ${file.activations.length}`,
      panel: <ActivationView rows={file.activations} />,
    },
  ];
  return (
    <Page>
      <PageHeader
        title={file.title}
        badges={
          <span className={css.badges}>
            <StatePill {...packState(file, today)} />
            <StatePill label={statusWords(file.status)} tone={file.status === 'sample' ? 'warn' : 'waiting'} />
          </span>
        }
        purpose={`第 ${file.version} 版　${file.place}　${file.issuer}`}
        back={back}
        actions={<PackActions file={file} onCopy={() => setOpen('copy')} onDiscard={() => setOpen('discard')} />}
      />
      <NoticeBar pack={file} />
      <StandBar file={file} />
      <div className={css.strip}>
        <Facts
          columns={4}
          items={[
            { label: '正用于', value: kindsWords(file.inForceFor) || '尚未用于评价' },
            { label: '适用主体', value: kindsWords(file.subjectKinds) },
            { label: '施行日期', value: termWords(file.effectiveFrom, file.effectiveTo) },
            { label: '验证用例', value: caseSummary(file) },
          ]}
        />
      </div>
      <Tabs
        value={tabs.find(({ key }) => key === params.get('tab'))?.key ?? 'tree'}
        keepMounted={false}
        onChange={(tab) => setParams(tab && tab !== 'tree' ? { tab } : {}, { replace: true })}
      >
        <Tabs.List className={css.tabs ?? ''}>
          {tabs.map(({ key, label }) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ key, panel }) => (
          <Tabs.Panel key={key} value={key}>
            <div className={css.stack}>{panel}</div>
          </Tabs.Panel>
        ))}
      </Tabs>
      {open === 'copy' ? <CopyForm packs={[file]} from={file} onClose={() => setOpen(null)} /> : null}
      {open === 'discard' ? (
        <DiscardForm pack={file} onClose={() => setOpen(null)} onDone={() => navigate('/packs')} />
      ) : null}
    </Page>
  );
}

function caseSummary({ check }: PackFile): string {
  const passed = check.cases.filter((one) => one.passed).length;
  if (check.cases.length === 0) return check.problems.length > 0 ? '规则有问题，尚未验证' : '没有';
  return `${passed} / ${check.cases.length} 通过`;
}
