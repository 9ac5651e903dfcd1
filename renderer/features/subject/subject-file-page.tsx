import { Button, Tabs } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { subjectKindLabels, subjectStatusLabels } from '#shared/domain/subject/subject';
import { useRoute } from '../../api/queries';
import { Page, PageHeader } from '../../components/page';
import { GradePill, StatePill } from '../../components/pill';
import { Loading, QueryError } from '../../components/state-panels';
import { CopyButton } from '../../components/text';
import { BasicsPanel } from './basics-panel';
import { CreditPanel } from './credit-panel';
import { FactForm } from './fact-form';
import { FactPanel } from './fact-panel';
import { InspectionPanel } from './inspection-panel';
import { KeyFacts } from './key-facts';
import { NextStepButton } from './next-step-button';
import { RatingPanel } from './rating-panel';
import css from './subject-file-page.module.css';
import { SubjectStory } from './subject-story';
import { codeOf, type SubjectFile, statusTone } from './subject-words';

const statusLabels: Readonly<Record<string, string>> = subjectStatusLabels;

const TABS = [
  { key: 'story', label: '监管全程' },
  { key: 'facts', label: '信用信息' },
  { key: 'inspections', label: '检查' },
  { key: 'ratings', label: '评价' },
  { key: 'credit', label: '失信与修复' },
  { key: 'basics', label: '基本情况' },
] as const;

/** One subject: the story first, everything else behind tabs. */
export function SubjectFilePage() {
  const { id = '' } = useParams();
  const { data: file, error } = useRoute('subject.get', { id });
  const back = { to: '/subjects', label: '主体' };
  if (error)
    return (
      <Page>
        <PageHeader title="主体档案" back={back} />
        <QueryError
          error={error}
          actions={
            <Button component={Link} to="/subjects" variant="default">
              返回主体列表
            </Button>
          }
        />
      </Page>
    );
  if (!file) return <Loading label="正在读取档案" />;
  return <File file={file} />;
}

function File({ file }: { readonly file: SubjectFile }) {
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const asked = params.get('tab') ?? 'story';
  const tab = TABS.some(({ key }) => key === asked) ? asked : 'story';
  return (
    <Page>
      <PageHeader
        title={file.name}
        back={{ to: '/subjects', label: '主体' }}
        purpose={<Identity file={file} />}
        badges={
          <>
            <GradePill code={file.gradeCode} />
            {file.status === 'active' ? null : (
              <StatePill label={statusLabels[file.status] ?? file.status} tone={statusTone(file.status)} />
            )}
          </>
        }
        actions={
          <>
            <Button
              component={Link}
              to={`/subjects/${file.id}/edit`}
              variant="default"
              leftSection={<IconPencil size={16} stroke={1.5} />}
            >
              修改
            </Button>
            <Button variant="default" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setAdding(true)}>
              新增信用信息
            </Button>
            <NextStepButton file={file} />
          </>
        }
      />
      <KeyFacts file={file} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => setParams(next && next !== 'story' ? { tab: next } : {}, { replace: true })}
      >
        <Tabs.List className={css.tabs ?? ''}>
          {TABS.map(({ key, label }) => (
            <Tabs.Tab key={key} value={key}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="story">
          <SubjectStory file={file} />
        </Tabs.Panel>
        <Tabs.Panel value="facts">
          <FactPanel subjectId={file.id} onAdd={() => setAdding(true)} />
        </Tabs.Panel>
        <Tabs.Panel value="inspections">
          <InspectionPanel subjectId={file.id} />
        </Tabs.Panel>
        <Tabs.Panel value="ratings">
          <RatingPanel subjectId={file.id} />
        </Tabs.Panel>
        <Tabs.Panel value="credit">
          <CreditPanel subjectId={file.id} />
        </Tabs.Panel>
        <Tabs.Panel value="basics">
          <BasicsPanel file={file} />
        </Tabs.Panel>
      </Tabs>
      <FactForm subjectId={file.id} opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function Identity({ file }: { readonly file: SubjectFile }) {
  const code = codeOf(file);
  return (
    <span className={css.identity}>
      <span>{subjectKindLabels[file.kind]}</span>
      {code ? (
        <span>
          {code} <CopyButton text={code} label="复制代码" />
        </span>
      ) : null}
      {file.uscc && file.agencyCode ? <span>机构代码 {file.agencyCode}</span> : null}
      {file.agentCertNo ? <span>资格证号 {file.agentCertNo}</span> : null}
      {file.tags.map((tag) => (
        <span key={tag} className={css.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
