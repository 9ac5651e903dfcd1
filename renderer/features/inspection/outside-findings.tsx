import { Button } from '@mantine/core';
import { useState } from 'react';
import css from './checklist.module.css';
import { FindingForm } from './finding-form';
import { FindingList } from './finding-list';
import type { InspectionFile } from './inspection-words';

const BLANK = {
  itemCode: null,
  clause: { document: '', article: '', text: '' },
  severity: 'general',
  facts: '',
} as const;

/** What was seen beside the questions. */
export function OutsideFindings({ file }: { readonly file: InspectionFile }) {
  const [writing, setWriting] = useState(false);
  const findings = file.findings.filter((finding) => finding.itemCode === null);
  return (
    <div className={css.item}>
      <div className={css.line}>
        <span className={css.code}>其他</span>
        <span className={css.question}>检查表以外发现的问题</span>
        <Button size="compact-sm" variant="subtle" onClick={() => setWriting(true)}>
          记录检查表外的问题
        </Button>
      </div>
      {findings.length > 0 || writing ? (
        <div className={css.work}>
          <FindingList inspectionId={file.id} findings={findings} />
          {writing ? (
            <FindingForm
              inspectionId={file.id}
              draft={BLANK}
              autoFocus
              onDone={() => setWriting(false)}
              onCancel={() => setWriting(false)}
            />
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
