import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAction } from '../../api/queries';
import { Attachments } from '../../components/attachments';
import { AutosaveText } from '../../components/autosave-text';
import { Section } from '../../components/section';
import css from './inspection.module.css';
import type { InspectionFile } from './inspection-words';
import { QualityWarnings } from './quality-warnings';
import { type RecordSaver, useRecordSaver } from './use-record';
import { writeOver } from './write-field';

type RecordPanelProps = { readonly file: InspectionFile; readonly onNextStep: () => void };

/** The site record. Every field is written when it is left; there is nothing to submit. */
export function RecordPanel({ file, onNextStep }: RecordPanelProps) {
  const saver = useRecordSaver(file.id);
  const attach = useAction('inspection.attach', { done: (made) => `已存入附件 ${made.fileName}` });
  return (
    <>
      <Section title="现场情况和陈述">
        <div className={css.stack}>
          <Scene file={file} saver={saver} />
          <div data-phrase-field="statement">
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
          <div>
            <Button variant="default" onClick={onNextStep}>
              下一步：签名
            </Button>
          </div>
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
    </>
  );
}

type FieldProps = { readonly file: InspectionFile; readonly saver: RecordSaver };

function Scene({ file, saver }: FieldProps) {
  const [typed, setTyped] = useState(file.scene);
  return (
    <div data-phrase-field="scene">
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
      <QualityWarnings text={typed} onText={(text) => writeOver('record-scene', text)} />
    </div>
  );
}
