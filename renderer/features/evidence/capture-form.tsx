import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { GrantedFile } from '#shared/ipc/shell';
import { requireFields } from '../../api/form-problems';
import { localNow } from '../../api/today';
import { FilePick } from '../../components/file-pick';
import { FormDrawer } from '../../components/form-drawer';
import { MomentField } from '../../components/moment-field';
import css from './desk.module.css';
import type { Intake } from './use-intake';

const PAGES = [
  { name: '网页、PDF、截图', extensions: ['html', 'htm', 'mhtml', 'mht', 'pdf', 'png', 'jpg', 'jpeg', 'webp'] },
];

/** A page that was saved with the browser, with its address and the time of saving. */
export function CaptureForm({ intake, onClose }: { readonly intake: Intake; readonly onClose: () => void }) {
  const [url, setUrl] = useState('');
  const [capturedAt, setCapturedAt] = useState(localNow());
  const [files, setFiles] = useState<readonly GrantedFile[]>([]);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const busy = intake.job.state.phase === 'running';
  const submit = async () => {
    const wrong = url.trim() !== '' && !/^https?:\/\/\S+$/i.test(url.trim());
    const complete = requireFields(
      { setErrors },
      {
        url: [wrong ? '' : url, wrong ? '网址应当以 http:// 或 https:// 开头，不含空格' : '请填写网址'],
        capturedAt: [capturedAt, '请填写保存网页的时间'],
        files: [files[0], '请选择保存下来的网页文件'],
      },
    );
    if (!complete) return;
    const answer = await intake.add(files, { page: { url: url.trim(), capturedAt } });
    if (answer) onClose();
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title="网页取证"
      intro="先在浏览器中用“另存为”保存网页（MHTML 最完整），或打印成 PDF、截图，再在这里存入。网页只作为文件保存，本程序不运行其中的内容。"
      submit="存入网页"
      busy={busy}
      onSubmit={() => void submit()}
    >
      <TextInput
        label="网址"
        required
        data-autofocus
        placeholder="https://"
        value={url}
        error={errors['url']}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
      <MomentField label="保存" value={capturedAt} onChange={setCapturedAt} error={errors['capturedAt']} />
      <FilePick
        title="选择保存的网页"
        filters={PAGES}
        multiple
        hint={files.length > 0 ? `已选 ${files.map(({ name }) => name).join('、')}` : '网页、PDF 或截图，可以一起选。'}
        onPick={setFiles}
      />
      {errors['files'] ? (
        <p className={css.warning} data-level="warn" role="alert">
          {errors['files']}
        </p>
      ) : null}
    </FormDrawer>
  );
}
