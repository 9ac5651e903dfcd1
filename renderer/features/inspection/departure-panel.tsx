import { Button, Select } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import {
  type DispositionCode,
  dispositionCodes,
  dispositionLabels,
  type ResultCode,
  resultCodes,
  resultGroupLabels,
  resultLabels,
  resultParents,
} from '#shared/domain/inspection/result-codes';
import { useExportDocument } from '../../api/export-document';
import { requireFields } from '../../api/form-problems';
import { useAction, useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { MomentField } from '../../components/moment-field';
import { Section } from '../../components/section';
import { QueryError } from '../../components/state-panels';
import { DepartureList } from './departure-list';
import css from './inspection.module.css';
import type { InspectionFile } from './inspection-words';

export type Ending = {
  readonly endedAt: string;
  readonly resultCode: ResultCode | null;
  readonly dispositionCode: DispositionCode | null;
};

type DeparturePanelProps = {
  readonly file: InspectionFile;
  /** Kept by the page, so that going back to a question loses nothing. */
  readonly ending: Ending;
  readonly onEnding: (ending: Ending) => void;
  readonly onJump: (place: { readonly itemCode: string | null; readonly field: string }) => void;
};

const option = (code: ResultCode) => ({ value: code, label: `${code}　${resultLabels[code]}` });
const RESULTS = [
  ...resultCodes.filter((code) => resultParents[code] === null).map(option),
  ...(['2', 'A'] as const).map((group) => ({
    group: resultGroupLabels[group],
    items: resultCodes.filter((code) => resultParents[code] === group).map(option),
  })),
];
const COMPLETE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What is still open, then how it ended. Finishing is the one explicit act of the visit. */
export function DeparturePanel({ file, ending, onEnding, onJump }: DeparturePanelProps) {
  const today = useToday();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const finish = useAction('inspection.finish', {
    form: { setErrors },
    done: () => `检查 ${file.no} 已办结`,
  });
  const { run, busy } = useExportDocument();
  const check = useRoute(
    'inspection.check-departure',
    {
      id: file.id,
      ...(COMPLETE.test(ending.endedAt) ? { endedAt: ending.endedAt } : {}),
      ...(ending.resultCode ? { resultCode: ending.resultCode } : {}),
      ...(ending.dispositionCode ? { dispositionCode: ending.dispositionCode } : {}),
    },
    { keepPrevious: true },
  );
  const blocking = check.data?.problems.filter((problem) => problem.level === 'block') ?? [];

  const submit = () => {
    const { endedAt, resultCode, dispositionCode } = ending;
    const complete = requireFields(
      { setErrors },
      {
        endedAt: [COMPLETE.test(endedAt) ? endedAt : '', '请填写结束时间'],
        resultCode: [resultCode, '请选择检查结果'],
        dispositionCode: [dispositionCode, '请选择后续处置措施'],
      },
    );
    if (!complete || !resultCode || !dispositionCode) return;
    const first = blocking[0];
    if (first) return document.querySelector<HTMLElement>('[data-departure] button')?.focus();
    void finish.run({ id: file.id, endedAt, resultCode, dispositionCode });
  };

  return (
    <>
      <Section title="离场核对" hint={blocking.length > 0 ? `还有 ${blocking.length} 处必须处理` : undefined} flush>
        {check.error ? <QueryError error={check.error} /> : null}
        {check.data && check.data.problems.length === 0 ? (
          <p className={css.ready}>
            <IconCircleCheck size={18} stroke={1.5} aria-hidden />
            全部核对完毕，可以办结。
          </p>
        ) : null}
        <DepartureList problems={check.data?.problems ?? []} onJump={onJump} />
      </Section>
      <Section title="检查结果">
        <SubmitForm onSubmit={submit} busy={finish.busy}>
          <FormGrid>
            <Wide>
              <div id="leave-endedAt">
                <MomentField
                  label="结束"
                  max={today}
                  value={ending.endedAt}
                  error={errors['endedAt']}
                  onChange={(endedAt) => onEnding({ ...ending, endedAt })}
                />
              </div>
            </Wide>
            <Wide>
              <Select
                id="leave-resultCode"
                label="检查结果"
                required
                searchable
                maxDropdownHeight={320}
                placeholder="选择结果代码"
                data={RESULTS}
                value={ending.resultCode}
                error={errors['resultCode']}
                onChange={(value) => onEnding({ ...ending, resultCode: value as ResultCode | null })}
              />
            </Wide>
            <Wide>
              <Select
                id="leave-dispositionCode"
                label="后续处置措施"
                required
                searchable
                placeholder="选择后续处置"
                data={dispositionCodes.map((value) => ({ value, label: dispositionLabels[value] }))}
                value={ending.dispositionCode}
                error={errors['dispositionCode']}
                onChange={(value) => onEnding({ ...ending, dispositionCode: value as DispositionCode | null })}
              />
            </Wide>
            <Wide>
              <FormProblem error={finish.error} />
            </Wide>
            <Wide>
              <div className={css.row}>
                <Button type="submit" loading={finish.busy}>
                  办结检查
                </Button>
                <Button variant="default" loading={busy} onClick={() => void run('inspection-record', { id: file.id })}>
                  导出检查记录…
                </Button>
                <span className={css.none}>
                  {blocking.length > 0
                    ? '先处理上面列出的必须处理的事项。'
                    : '办结后记录不再修改，更正须另做后续检查。'}
                </span>
              </div>
            </Wide>
          </FormGrid>
        </SubmitForm>
      </Section>
    </>
  );
}
