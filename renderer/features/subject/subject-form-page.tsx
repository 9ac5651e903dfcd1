import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useAction, useRoute } from '../../api/queries';
import { toastDone } from '../../api/toast';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { Page, PageHeader } from '../../components/page';
import { Loading, QueryError } from '../../components/state-panels';
import { KeyHint } from '../../components/text';
import { changesOf, draftOf, emptyValues, type SubjectValues, valuesOfFile } from './subject-draft';
import { SubjectFields } from './subject-fields';
import css from './subject-form-page.module.css';
import type { SubjectFile } from './subject-words';

export function NewSubjectPage() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const back = params.get('back');
  const form = useForm<SubjectValues>({
    initialValues: emptyValues({ name: params.get('name') ?? '', uscc: params.get('uscc') ?? '' }),
  });
  const create = useAction('subject.create', {
    form,
    done: () => '已新建主体',
    // only a place of this program: the address is typed by nobody, but it may be pasted
    onDone: ({ id }) => navigate(back?.startsWith('/') ? back : `/subjects/${id}`, { replace: true }),
  });
  return (
    <Page kind="narrow">
      <PageHeader
        title="新建主体"
        back={{ to: '/subjects', label: '主体' }}
        purpose="登记一户监管对象；成批登记请用导入。"
      />
      <SubmitForm
        onSubmit={() =>
          void create.run({
            ...draftOf(form.values),
            formerNames: [...form.values.formerNames],
            tags: [...form.values.tags],
          })
        }
      >
        <SubjectFields form={form} file={null} />
        <Foot submit="新建主体" busy={create.busy} onCancel={() => navigate(-1)} error={create.error} />
      </SubmitForm>
    </Page>
  );
}

export function EditSubjectPage() {
  const { id = '' } = useParams();
  const { data: file, error } = useRoute('subject.get', { id });
  if (error)
    return (
      <Page kind="narrow">
        <PageHeader title="修改主体" back={{ to: '/subjects', label: '主体' }} />
        <QueryError error={error} />
      </Page>
    );
  if (!file) return <Loading label="正在读取档案" />;
  return <EditForm key={file.id} file={file} />;
}

function EditForm({ file }: { readonly file: SubjectFile }) {
  const navigate = useNavigate();
  const form = useForm<SubjectValues>({ initialValues: valuesOfFile(file) });
  const back = `/subjects/${file.id}?tab=basics`;
  const update = useAction('subject.update', {
    form: { setErrors: (errors) => form.setErrors(withoutPrefix(errors)) },
    done: () => '已保存修改',
    onDone: () => navigate(back, { replace: true }),
  });
  const submit = () => {
    const draft = changesOf(form.getInitialValues(), form.values);
    if (Object.keys(draft).length === 0) {
      toastDone('没有改动');
      navigate(back, { replace: true });
      return;
    }
    void update.run({ id: file.id, draft: draft as never });
  };
  return (
    <Page kind="narrow">
      <PageHeader
        title={`修改：${file.name}`}
        back={{ to: back, label: '返回档案' }}
        purpose="改动前后的内容都会记入操作记录。"
      />
      <SubmitForm onSubmit={submit}>
        <SubjectFields form={form} file={file} />
        <Foot
          submit="保存修改"
          busy={update.busy}
          onCancel={() => navigate(back, { replace: true })}
          error={update.error}
        />
      </SubmitForm>
    </Page>
  );
}

/** The route takes the changes under `draft`; the fields are named without it. */
const withoutPrefix = (errors: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace(/^draft\./, ''), message]));

type FootProps = {
  readonly submit: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly error: Parameters<typeof FormProblem>[0]['error'];
};

function Foot({ submit, busy, onCancel, error }: FootProps) {
  return (
    <div className={css.foot}>
      <FormProblem error={error} />
      <div className={css.buttons}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          取消
        </Button>
        <span className={css.hint}>
          <KeyHint keys="Ctrl+Enter" /> {submit}
        </span>
      </div>
    </div>
  );
}
