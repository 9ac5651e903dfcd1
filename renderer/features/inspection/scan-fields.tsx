import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { AutosaveText } from '../../components/autosave-text';
import { SaveMark } from '../../components/save-state';
import { type InspectionFile, momentOf, timeText } from './inspection-words';
import css from './site.module.css';
import type { RecordSaver } from './use-record';

type ScanFieldsProps = { readonly file: InspectionFile; readonly saver: RecordSaver };

/** 扫码入企: the number with its time, to be scanned before leaving, or why not at all. */
export function ScanFields({ file, saver }: ScanFieldsProps) {
  const [later, setLater] = useState(file.scanLater);
  const [no, setNo] = useState(file.scanNo ?? '');
  const [at, setAt] = useState(file.scannedAt);
  const save = (text: string) => {
    const scanNo = text.trim() === '' ? null : text.trim();
    const scannedAt = scanNo === null ? null : (at ?? momentOf(file));
    setAt(scannedAt);
    saver.save({ scanNo, scannedAt, ...(scanNo ? { scanLater: false, scanReason: null } : {}) });
    if (scanNo) setLater(false);
  };
  return (
    <>
      <AutosaveText
        id="record-scanNo"
        label="扫码入企登记号"
        placeholder="扫码后填写登记号"
        description={at ? `${timeText(at)} 登记` : undefined}
        value={file.scanNo ?? ''}
        state={saver.stateOf('scanNo')}
        onType={setNo}
        onSave={save}
      />
      {no.trim() === '' ? (
        <div className={css.stack}>
          <div className={css.row}>
            <Checkbox
              label="现在不能扫码，离场前补扫"
              checked={later}
              onChange={(event) => {
                setLater(event.currentTarget.checked);
                saver.save({ scanLater: event.currentTarget.checked });
              }}
            />
            <SaveMark state={saver.stateOf('scanLater')} />
          </div>
          <AutosaveText
            label="没有扫码的理由"
            placeholder="确实不能扫码的写明理由"
            value={file.scanReason ?? ''}
            state={saver.stateOf('scanReason')}
            onSave={(text) => saver.save({ scanReason: text.trim() === '' ? null : text })}
          />
        </div>
      ) : (
        <span />
      )}
    </>
  );
}
