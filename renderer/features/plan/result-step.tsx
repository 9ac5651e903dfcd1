import { Button } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { Link } from 'react-router-dom';
import { useExportDocument } from '../../api/export-document';
import { useRoute } from '../../api/queries';
import { Facts } from '../../components/facts';
import { Section } from '../../components/section';
import { Loading, QueryError } from '../../components/state-panels';
import { thousands } from '../../components/words';
import css from './plan.module.css';
import { ProblemBar } from './problem-bar';
import { useVisits } from './use-visits';
import { VerifyButton } from './verify-button';
import { VisitTable } from './visit-table';

/** Step 4: who was drawn, and the way to check it. */
export function ResultStep({ planId }: { readonly planId: string }) {
  const plan = useRoute('plan.get', { id: planId });
  const visits = useVisits(planId);
  const { run, busy } = useExportDocument();
  if (plan.error) return <QueryError error={plan.error} />;
  if (!plan.data) return <Loading label="正在读取抽取结果" />;
  const { data } = plan;
  return (
    <>
      <ProblemBar label="抽取后请处理" problems={data.problems} />
      <Section title={data.title}>
        <div className={css.stack}>
          <p className={css.total} role="status">
            从 {thousands(data.populationSize)} 户中抽中 {thousands(data.visits)} 户
          </p>
          <Facts
            columns={3}
            items={[
              {
                label: '公开随机值',
                value: data.seedParts.publicValue,
                source: `由${data.seedParts.typists}各输入一遍`,
              },
              { label: '见证人', value: data.seedParts.witnesses },
              { label: '抽取人', value: data.officerName },
            ]}
          />
          <div className={css.steps}>
            <Button component={Link} to={`/plans/${planId}`}>
              打开检查计划
            </Button>
            <Button
              variant="default"
              loading={busy}
              leftSection={<IconFileExport size={16} stroke={1.5} />}
              onClick={() => void run('schedule', { id: planId })}
            >
              导出年度检查计划表…
            </Button>
            <VerifyButton planId={planId} />
          </div>
        </div>
      </Section>
      <Section title="抽中的检查对象" count={data.visits} flush>
        <VisitTable visits={visits} strata={data.strata} inner />
      </Section>
    </>
  );
}
