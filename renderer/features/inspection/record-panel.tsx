import { Button, Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { type AvoidanceAnswer, avoidanceAnswers, avoidanceLabels } from '#shared/domain/inspection/codes';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { Attachments } from '../../components/attachments';
import { AutosaveText } from '../../components/autosave-text';
import { FormGrid, Wide } from '../../components/fields';
import { MomentField } from '../../components/moment-field';
import { SaveMark } from '../../components/save-state';
import { Section } from '../../components/section';
import css from './inspection.module.css';
import type { InspectionFile } from './inspection-words';
import { QualityWarnings } from './quality-warnings';
import { type RecordPatch, type RecordSaver, useRecordSaver } from './use-record';

type RecordPanelProps = { readonly file: InspectionFile; readonly onNextStep: () => void };

/** The site record. Every field is written when it is left; there is nothing to submit. */
export function RecordPanel({ file, onNextStep }: RecordPanelProps) {
  const saver = useRecordSaver(file.id);
  const attach = useAction('inspection.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  return (
    <>
      <Section title="到场与告知">
        <FormGrid>
          <Wide>
            <StartedAt file={file} saver={saver} />
          </Wide>
          <Wide>
            <AutosaveText
              id="record-place"
              label="检查地点"
              required
              value={file.place}
              state={saver.stateOf('place')}
              onSave={(place) => saver.save({ place })}
            />
          </Wide>
          <AutosaveText
            id="record-scanNo"
            label="扫码入企登记号"
            placeholder="没有网络的，离场后补扫再填"
            value={file.scanNo ?? ''}
            state={saver.stateOf('scanNo')}
            onSave={(scanNo) => saver.save({ scanNo: scanNo.trim() === '' ? null : scanNo })}
          />
          <AutosaveText
            id="record-partyPresent"
            label="当事人到场情况"
            placeholder="姓名、职务、联系方式"
            value={file.partyPresent ?? ''}
            state={saver.stateOf('partyPresent')}
            onSave={(party) => saver.save({ partyPresent: party.trim() === '' ? null : party })}
          />
          <Wide>
            <Told file={file} save={saver.save} saver={saver} />
          </Wide>
        </FormGrid>
      </Section>
      <Section title="现场情况和陈述">
        <div className={css.stack}>
          <Scene file={file} saver={saver} />
          <AutosaveText
            id="record-statement"
            label="当事人的陈述和申辩"
            rows={3}
            placeholder="照实记录；没有的写“没有异议”"
            value={file.statement}
            state={saver.stateOf('statement')}
            onSave={(statement) => saver.save({ statement })}
          />
        </div>
      </Section>
      <Section title="附件" count={file.attachments.length}>
        <Attachments
          title="选择照片和材料"
          files={file.attachments}
          busy={attach.busy}
          onAttach={(picked) => attach.run({ id: file.id, file: picked.token })}
        />
      </Section>
      <div>
        <Button variant="default" onClick={onNextStep}>
          下一步：离场核对
        </Button>
      </div>
    </>
  );
}

type FieldProps = { readonly file: InspectionFile; readonly saver: RecordSaver };

function StartedAt({ file, saver }: FieldProps) {
  const today = useToday();
  const [value, setValue] = useState(file.startedAt);
  const state = saver.stateOf('startedAt');
  return (
    <div id="record-startedAt" tabIndex={-1}>
      <MomentField
        label="开始"
        max={today}
        value={value}
        error={state.phase === 'failed' ? state.message : undefined}
        onChange={(next) => {
          setValue(next);
          if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(next) && next !== value) saver.save({ startedAt: next });
        }}
      />
      {state.phase === 'failed' ? null : <SaveMark state={state} />}
    </div>
  );
}

type ToldProps = FieldProps & { readonly save: (patch: RecordPatch) => void };

/** The two things asked at the door; both are answers, never assumed. */
function Told({ file, save, saver }: ToldProps) {
  const [told, setTold] = useState(file.rightsTold);
  const [avoidance, setAvoidance] = useState<AvoidanceAnswer | null>(file.avoidanceAsked);
  return (
    <div className={css.stack}>
      <div className={css.row}>
        <Checkbox
          id="record-rightsTold"
          label="已出示执法证件，并告知陈述、申辩和申请回避的权利"
          checked={told}
          onChange={(event) => {
            setTold(event.currentTarget.checked);
            save({ rightsTold: event.currentTarget.checked });
          }}
        />
        <SaveMark state={saver.stateOf('rightsTold')} />
      </div>
      <Radio.Group
        label="当事人是否申请检查人员回避"
        required
        value={avoidance}
        onChange={(value) => {
          setAvoidance(value as AvoidanceAnswer);
          save({ avoidanceAsked: value as AvoidanceAnswer });
        }}
      >
        <div className={css.choices}>
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
    </div>
  );
}

function Scene({ file, saver }: FieldProps) {
  const [typed, setTyped] = useState(file.scene);
  return (
    <div>
      <AutosaveText
        id="record-scene"
        label="现场情况"
        required={file.method === 'on_site'}
        rows={6}
        placeholder="按先后写看到的事实：查阅了什么、数量多少、存放在哪里"
        value={file.scene}
        state={saver.stateOf('scene')}
        onType={setTyped}
        onSave={(scene) => saver.save({ scene })}
      />
      <QualityWarnings text={typed} />
    </div>
  );
}
