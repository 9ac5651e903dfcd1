import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useRoute } from '../../api/queries';
import { Page, PageHeader } from '../../components/page';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { type Step, StepBar } from '../../components/step-bar';
import { DecideStep } from './decide-step';
import { DryRunStep } from './dry-run-step';
import { KindsStep } from './kinds-step';
import { NoticeBar } from './notice-bar';
import { type Activation, countsOf, dryRunWords, type PackFile, packLink } from './pack-words';
import { ProposeStep } from './propose-step';
import { isSound, StandBar } from './stand-bar';
import { type StepKey, useActivation } from './use-activation';

const LABELS: Readonly<Record<StepKey, string>> = {
  kinds: '适用主体',
  run: '试运行',
  date: '日期与说明',
  decide: '另一人决定',
};
const ORDER = Object.keys(LABELS) as StepKey[];

/** From a ready version to rules in force: dry run, date, and a second pair of eyes. */
export function ActivatePage() {
  const { packId = '', version = '' } = useParams();
  const file = useRoute('pack.get', { packId, version: Number(version) });
  const back = { to: packLink({ packId, version: Number(version) }), label: file.data?.title ?? '规则包' };
  if (file.error)
    return (
      <Page>
        <PageHeader title="试运行与启用" back={{ to: '/packs', label: '规则' }} />
        <QueryError error={file.error} />
      </Page>
    );
  if (!file.data) return <Loading label="正在读取规则包" />;
  if (file.data.state === 'draft' || !isSound(file.data))
    return (
      <Page>
        <PageHeader title="试运行与启用" back={back} />
        <StandBar file={file.data} />
        <EmptyState
          sentence={
            file.data.state === 'draft'
              ? '这一版还是草稿，定稿以后才能试运行和启用。'
              : '这一版有问题或者有用例未通过，不能启用。'
          }
          action={
            <Button component={Link} to={back.to} variant="default">
              回到规则包
            </Button>
          }
        />
      </Page>
    );
  return <Work key={`${packId}/${version}`} file={file.data} back={back} />;
}

type WorkProps = { readonly file: PackFile; readonly back: { readonly to: string; readonly label: string } };

function Work({ file, back }: WorkProps) {
  const work = useActivation(file);
  const waiting = file.activations.filter(({ state }) => state === 'proposed');
  const [another, setAnother] = useState(false);
  const decided = file.activations.filter(({ state }) => state !== 'proposed');
  const deciding = waiting.length > 0 && !another;
  const current: StepKey = deciding ? 'decide' : work.step;
  return (
    // each step begins at its top
    <Page key={current}>
      <PageHeader
        title="试运行与启用"
        purpose={`${file.title}　第 ${file.version} 版`}
        back={back}
        actions={
          deciding ? (
            <Button variant="default" onClick={() => setAnother(true)}>
              再提出一项申请
            </Button>
          ) : null
        }
      />
      <NoticeBar pack={file} short />
      <StepBar steps={stepsOf(current, work, waiting)} />
      {current === 'kinds' ? <KindsStep file={file} work={work} /> : null}
      {current === 'run' ? <DryRunStep file={file} work={work} /> : null}
      {current === 'date' ? <ProposeStep file={file} work={work} onDone={() => setAnother(false)} /> : null}
      {current === 'decide' ? <DecideStep waiting={waiting} decided={decided} /> : null}
    </Page>
  );
}

function stepsOf(
  current: StepKey,
  work: ReturnType<typeof useActivation>,
  waiting: readonly Activation[],
): readonly Step[] {
  const at = ORDER.indexOf(current);
  const notes: Readonly<Record<StepKey, string | undefined>> = {
    kinds: current === 'kinds' ? undefined : current === 'decide' ? undefined : work.kindWords,
    run: current === 'date' && work.result ? dryRunWords(countsOf(work.result)) : undefined,
    date: waiting[0] && current === 'decide' ? `自 ${waiting[0].from} 起` : undefined,
    decide: current === 'decide' ? `${waiting.length} 项等待决定` : '须由申请人以外的人员',
  };
  return ORDER.map((key, index) => ({
    key,
    label: LABELS[key],
    state: index < at ? 'done' : index === at ? 'current' : 'todo',
    note: notes[key],
    ...(index < at && current !== 'decide' ? { onOpen: () => work.go(key) } : {}),
  }));
}
