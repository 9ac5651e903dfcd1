import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Veto } from '#shared/domain/rating/pack';
import { blankSelection } from './blanks';
import { GroundAt, NumberAt, SelectAt, TextAt } from './bound-fields';
import { ConditionAt } from './condition-fields';
import { useAt, useDraftScope } from './draft-context';
import css from './editor.module.css';
import { SelectionAt } from './selection-fields';

/** What holds the grade down whatever the points say. */
export function VetoForm({ at }: { readonly at: string }) {
  const { pack } = useDraftScope();
  const { value: veto } = useAt<Veto>(at);
  const facts = useAt(`${at}.facts`);
  if (veto === undefined) return null;
  return (
    <>
      <TextAt at={`${at}.name`} label="否决项名称" required grows />
      <div className={css.row}>
        <TextAt at={`${at}.id`} label="编号" required />
        <SelectAt
          at={`${at}.ceiling`}
          label="等级不得高于"
          required
          options={pack.grades.map(({ code, name, symbol }) => ({ value: code, label: `${symbol} ${name}` }))}
        />
      </div>
      {veto.facts === undefined ? (
        <div className={css.line}>
          <span className={css.quiet}>不看记录，只看主体的情况</span>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconPlus size={12} stroke={1.5} />}
            onClick={() => facts.replace(blankSelection())}
          >
            也看记录
          </Button>
        </div>
      ) : (
        <>
          <SelectionAt at={`${at}.facts`} title="有哪些记录时否决" />
          <div className={css.row}>
            <NumberAt at={`${at}.atLeast`} label="达到几条" required decimals={0} suffix="条" />
            <div className={css.atFoot}>
              <Button
                size="xs"
                variant="default"
                disabled={veto.subject === undefined}
                title={veto.subject === undefined ? '记录和主体情况至少保留一项' : undefined}
                onClick={() => facts.replace(undefined)}
              >
                不看记录
              </Button>
            </div>
          </div>
        </>
      )}
      <ConditionAt
        at={`${at}.subject`}
        label="主体的情况"
        fields={[]}
        subjectOnly
        without={veto.facts === undefined ? '记录和主体情况至少填一项' : '不限，各类主体都适用'}
      />
      <GroundAt at={at} />
    </>
  );
}
