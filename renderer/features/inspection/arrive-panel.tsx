import { Button } from '@mantine/core';
import { useState } from 'react';
import { useToday } from '../../api/today';
import { AutosaveText } from '../../components/autosave-text';
import { FormGrid, Wide } from '../../components/fields';
import { MomentField } from '../../components/moment-field';
import { SaveMark } from '../../components/save-state';
import { Section } from '../../components/section';
import type { InspectionFile } from './inspection-words';
import { RefusalSection } from './refusal-section';
import { ScanFields } from './scan-fields';
import { ToldSteps } from './told-steps';
import { type RecordSaver, useRecordSaver } from './use-record';

type ArrivePanelProps = {
  readonly file: InspectionFile;
  readonly onNextStep: () => void;
  readonly onSign: () => void;
};

/** At the door: certificates, rights, avoidance, the code of the visit, who is there. */
export function ArrivePanel({ file, onNextStep, onSign }: ArrivePanelProps) {
  const saver = useRecordSaver(file.id);
  return (
    <>
      <Section title="出示证件与告知">
        <ToldSteps file={file} saver={saver} />
      </Section>
      <Section title="到场情况">
        <FormGrid>
          <AutosaveText
            id="record-partyPresent"
            label="当事人到场情况"
            placeholder="姓名、职务、联系方式"
            value={file.partyPresent ?? ''}
            state={saver.stateOf('partyPresent')}
            onSave={(party) => saver.save({ partyPresent: party.trim() === '' ? null : party })}
          />
          <AutosaveText
            id="record-place"
            label="检查地点"
            required
            value={file.place}
            state={saver.stateOf('place')}
            onSave={(place) => saver.save({ place })}
          />
          {file.method === 'on_site' ? <ScanFields file={file} saver={saver} /> : null}
          <Wide>
            <StartedAt file={file} saver={saver} />
          </Wide>
          <Wide>
            <Button variant="default" onClick={onNextStep}>
              下一步：逐项检查
            </Button>
          </Wide>
        </FormGrid>
      </Section>
      <RefusalSection file={file} onSign={onSign} />
    </>
  );
}

function StartedAt({ file, saver }: { readonly file: InspectionFile; readonly saver: RecordSaver }) {
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
