import { Button, Radio } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type AvoidanceAnswer, avoidanceAnswers, avoidanceLabels } from '#shared/domain/inspection/codes';
import { SaveMark } from '../../components/save-state';
import { RIGHTS_TOLD } from './inspection-law';
import { type InspectionFile, momentOf, timeText } from './inspection-words';
import { OfficerCards } from './officer-cards';
import { RulingForm } from './ruling-form';
import css from './site.module.css';
import type { RecordSaver } from './use-record';

type ToldStepsProps = { readonly file: InspectionFile; readonly saver: RecordSaver };

/** What is said at the door, in its order; each is recorded with its time, none is assumed. */
export function ToldSteps({ file, saver }: ToldStepsProps) {
  const [shownAt, setShownAt] = useState(file.certificatesShownAt);
  const [told, setTold] = useState(file.rightsTold);
  const [toldAt, setToldAt] = useState(file.rightsToldAt);
  const [avoidance, setAvoidance] = useState<AvoidanceAnswer | null>(file.avoidanceAsked);
  const show = (at: string | null) => {
    setShownAt(at);
    saver.save({ certificatesShownAt: at });
  };
  const tell = (at: string | null) => {
    setTold(at !== null);
    setToldAt(at);
    saver.save({ rightsTold: at !== null, rightsToldAt: at });
  };
  return (
    <div className={css.stack}>
      <OfficerCards file={file} />
      <ToldLine
        id="record-certificatesShownAt"
        verb="已出示执法证件"
        done={shownAt !== null}
        at={shownAt}
        onDone={() => show(momentOf(file))}
        onUndo={() => show(null)}
      >
        <SaveMark state={saver.stateOf('certificatesShownAt')} />
      </ToldLine>
      <blockquote className={css.rights}>{RIGHTS_TOLD}</blockquote>
      <ToldLine
        id="record-rightsTold"
        verb="已告知权利义务"
        done={told}
        at={toldAt}
        onDone={() => tell(momentOf(file))}
        onUndo={() => tell(null)}
      >
        <SaveMark state={saver.stateOf('rightsTold')} />
      </ToldLine>
      <Radio.Group
        label="当事人是否申请检查人员回避"
        required
        value={avoidance}
        onChange={(value) => {
          setAvoidance(value as AvoidanceAnswer);
          saver.save({ avoidanceAsked: value as AvoidanceAnswer });
        }}
      >
        <div className={css.row}>
          {avoidanceAnswers.map((code, at) => (
            <Radio
              key={code}
              value={code}
              label={avoidanceLabels[code]}
              {...(at === 0 ? { id: 'record-avoidanceAsked' } : {})}
            />
          ))}
          <SaveMark state={saver.stateOf('avoidanceAsked')} />
        </div>
      </Radio.Group>
      {avoidance === 'requested' ? <RulingForm file={file} /> : null}
    </div>
  );
}

type ToldLineProps = {
  readonly id: string;
  readonly verb: string;
  readonly done: boolean;
  readonly at: string | null;
  readonly onDone: () => void;
  readonly onUndo: () => void;
  readonly children: ReactNode;
};

function ToldLine({ id, verb, done, at, onDone, onUndo, children }: ToldLineProps) {
  return (
    <div className={css.step}>
      <Button
        id={id}
        variant="default"
        aria-pressed={done}
        onClick={done ? onUndo : onDone}
        leftSection={done ? <IconCircleCheck size={18} stroke={1.5} aria-hidden /> : undefined}
      >
        {verb}
      </Button>
      {done ? (
        <span className={css.doneAt}>{at ? `${timeText(at)} 记录` : '已记录，时间未填'}</span>
      ) : (
        <span className={css.quiet}>按下即记录时间</span>
      )}
      {children}
    </div>
  );
}
