import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { useAction, useRoute } from '../../api/queries';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { EmptyState, Loading, QueryError } from '../../components/state-panels';
import { thousands } from '../../components/words';
import { BatchSpread } from './batch-spread';
import { ExclusionPanel } from './exclusion-panel';
import css from './plan.module.css';
import type { PlanInput, PlanPreview } from './plan-words';
import { PoolPanel } from './pool-panel';
import { ProblemBar } from './problem-bar';
import { RuleForm } from './rule-form';
import { StrataTable } from './strata-table';
import { useDraft } from './use-draft';

const NOTHING: PlanInput = { year: 2020, packId: '-', startOn: '2020-01-01' };

/** Step 1: the rules and what they make of the list, worked out before anyone's eyes. */
export function RuleStep({ onFrozen }: { readonly onFrozen: (freezeId: string) => void }) {
  const state = useDraft();
  const { draft, clear, year, startOn, titleOf } = state;
  const packs = useRoute('plan.list-packs', {});
  const packId = draft.packId ?? packs.data?.packs[0]?.id ?? null;
  const input: PlanInput | null =
    packId === null ? null : { year, packId, startOn, officerIds: [...draft.officerIds], scope: draft.scope };
  const preview = useRoute('plan.preview', input ?? NOTHING, { enabled: input !== null, keepPrevious: true });
  const waiting = useRoute('plan.list-freezes', {}).data?.freezes.filter((one) => one.state === 'frozen') ?? [];
  const batchNo = draft.scope === 'batch' ? (preview.data?.batchNo ?? null) : null;
  const title = titleOf(batchNo);
  const titleError = title.trim() === '' ? '请填写计划名称' : undefined;

  // The list rests on subjects, ratings and checks, which change without the plan being told.
  const { refetch } = preview;
  useEffect(() => {
    if (packId !== null) void refetch();
  }, [packId, refetch]);

  const freeze = useAction('plan.freeze', {
    onDone: ({ freezeId }) => {
      clear();
      onFrozen(freezeId);
    },
  });
  const start = () => {
    if (input !== null && !titleError) void freeze.run({ ...input, title: title.trim() });
  };

  const found = preview.data;
  const ready = found !== undefined && !preview.error && found.total > 0 && found.officers >= 2;
  return (
    <>
      <ProblemBar
        label="待抽取"
        problems={waiting.length > 0 ? [`有 ${waiting.length} 份名录已经冻结、尚未抽取；不再抽取的请停用。`] : []}
      >
        <div className={css.steps}>
          {waiting.map(({ id, title: name }) => (
            <Link key={id} to={`/plans/new?freeze=${id}`}>
              {name}
            </Link>
          ))}
        </div>
      </ProblemBar>
      {packs.error ? <QueryError error={packs.error} /> : null}
      {packs.data && packs.data.packs.length === 0 ? (
        <EmptyState sentence="没有可用的抽样规则包，请在“设置”中放入规则包。" />
      ) : (
        <Columns
          main={
            <Section title="规则">
              <RuleForm
                state={state}
                packs={packs.data?.packs ?? []}
                packId={packId}
                title={title}
                titleError={titleError}
                batchNo={batchNo}
              />
            </Section>
          }
          side={
            <Section title="算出的结果">
              <div className={css.stack}>
                {preview.error ? (
                  <ProblemBar label="不能计算" tone="grave" problems={[preview.error.message]} />
                ) : found ? (
                  <>
                    <Outcome found={found} />
                    <ProblemBar label="抽取前请处理" problems={[...found.problems, ...capWords(found)]} />
                  </>
                ) : (
                  <Loading label="正在计算名录" />
                )}
                <Button disabled={!ready || titleError !== undefined} loading={freeze.busy} onClick={start}>
                  冻结名录，公布校验值
                </Button>
              </div>
            </Section>
          }
        />
      )}
      {found && !preview.error ? (
        <>
          <Section title="分层和抽取数" flush>
            <StrataTable strata={found.strata} />
          </Section>
          <Section
            title="批次"
            hint={found.batchNo === null ? `共 ${found.batches.length} 批，每户一年只查一次` : '每户一年只查一次'}
          >
            <BatchSpread batches={found.batches} first={found.batchNo ?? 1} />
          </Section>
          <PoolPanel pool={found.pool} />
          <ExclusionPanel exclusions={found.exclusions} />
        </>
      ) : null}
    </>
  );
}

/** Who can be drawn although the year's visits are used up. */
const capWords = ({ atCap }: PlanPreview): string[] =>
  atCap.rows.length === 0
    ? []
    : [
        `候选名录中有 ${atCap.rows.length} 户本年现场检查已达上限 ${atCap.cap} 次（${atCap.rows
          .slice(0, 5)
          .map(({ name, counted }) => `${name} ${counted} 次`)
          .join('、')}${atCap.rows.length > 5 ? '等' : ''}），抽中后开始检查须另有事由并由另一人确认。`,
      ];

function Outcome({ found }: { readonly found: PlanPreview }) {
  const rows = [
    { label: '候选名录', value: found.populationSize, unit: '户' },
    { label: '不列入', value: found.exclusions.length, unit: '户' },
    { label: '抽取', value: found.total, unit: '户' },
    { label: '参加检查', value: found.officers, unit: '名' },
  ];
  return (
    <dl className={css.outcome} aria-live="polite">
      {rows.map(({ label, value, unit }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <strong>{thousands(value)}</strong> {unit}
          </dd>
        </div>
      ))}
    </dl>
  );
}
