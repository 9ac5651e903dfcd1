import { Button, Drawer } from '@mantine/core';
import { useJob } from '../../api/jobs';
import { Facts } from '../../components/facts';
import { EXCEL_OR_CSV, FilePick } from '../../components/file-pick';
import { JobProgress } from '../../components/job-progress';
import { thousands } from '../../components/words';
import css from './sections.module.css';

type OfficerImportProps = { readonly opened: boolean; readonly onClose: () => void };

/** A list of officers from a table; those already known by their certificate are brought up to date. */
export function OfficerImport({ opened, onClose }: OfficerImportProps) {
  const job = useJob('officer.run-import');
  const close = () => {
    job.reset();
    onClose();
  };
  const { state } = job;
  return (
    <Drawer
      opened={opened}
      onClose={close}
      title="导入执法人员名单"
      position="right"
      size={600}
      closeButtonProps={{ 'aria-label': '关闭' }}
      transitionProps={{ duration: 100 }}
      overlayProps={{ backgroundOpacity: 0.28 }}
    >
      <div className={css.stack}>
        <p className={css.hint}>列名：姓名、执法证号、证件有效期至、所在单位、职务、专长。证号相同的人员按表更新。</p>
        {state.phase === 'idle' ? (
          <FilePick
            title="选择执法人员名单"
            filters={EXCEL_OR_CSV}
            hint=".xlsx 或 .csv"
            onPick={([file]) => file && void job.run({ file: file.token })}
          />
        ) : null}
        <JobProgress job={job} label="正在导入执法人员" />
        {state.phase === 'done' ? (
          <>
            <Facts
              items={[
                { label: '新增', value: `${thousands(state.output.inserted)} 人` },
                { label: '更新', value: `${thousands(state.output.updated)} 人` },
                { label: '有问题', value: `${thousands(state.output.problems.length)} 行` },
              ]}
            />
            {state.output.problems.length > 0 ? (
              <ul className={css.problems} aria-label="有问题的行">
                {state.output.problems.map(({ rowNumber, message }) => (
                  <li key={`${rowNumber} ${message}`}>
                    第 {rowNumber} 行：{message}
                  </li>
                ))}
              </ul>
            ) : null}
            <div className={css.foot}>
              <Button onClick={close}>查看执法人员</Button>
              <Button variant="default" onClick={job.reset}>
                再导入一份
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Drawer>
  );
}
