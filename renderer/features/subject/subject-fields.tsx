import { TagsInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import {
  type SubjectKind,
  type SubjectStatus,
  subjectKindLabels,
  subjectKinds,
  subjectStatuses,
  subjectStatusLabels,
} from '#shared/domain/subject/subject';
import { useToday } from '../../api/today';
import { DateField, FormGrid, SelectField, Wide } from '../../components/fields';
import { Section } from '../../components/section';
import { CodeField } from './code-field';
import type { SubjectValues } from './subject-draft';
import css from './subject-form-page.module.css';
import type { SubjectFile } from './subject-words';

type SubjectFieldsProps = {
  readonly form: UseFormReturnType<SubjectValues>;
  /** Null for a new subject. */
  readonly file: SubjectFile | null;
};

const isAgency = (kind: SubjectKind) =>
  kind === 'patent_agency' || kind === 'trademark_agency' || kind === 'agency_branch';

/** The kind decides which numbers are asked; everything is checked by the engine. */
export function SubjectFields({ form, file }: SubjectFieldsProps) {
  return (
    <div className={css.sections}>
      <Identity form={form} file={file} />
      <Contact form={form} file={file} />
      <Other form={form} file={file} />
    </div>
  );
}

function Identity({ form, file }: SubjectFieldsProps) {
  const today = useToday();
  const { kind, uscc } = form.values;
  const person = kind === 'agent';
  return (
    <Section title="身份">
      <FormGrid>
        <SelectField
          label="类型"
          required
          options={subjectKinds.map((value) => ({ value, label: subjectKindLabels[value] }))}
          value={kind}
          error={form.errors['kind']}
          onChange={(value) => value && form.setFieldValue('kind', value as SubjectKind)}
        />
        <SelectField
          label="登记状态"
          required
          options={subjectStatuses.map((value) => ({ value, label: subjectStatusLabels[value] }))}
          value={form.values.status}
          error={form.errors['status']}
          onChange={(value) => value && form.setFieldValue('status', value as SubjectStatus)}
        />
        <Wide>
          <TextInput label={person ? '姓名' : '名称'} required maxLength={200} {...form.getInputProps('name')} />
        </Wide>
        {person ? (
          <>
            <TextInput label="专利代理师资格证号" description="7 位数字" {...form.getInputProps('agentCertNo')} />
            <TextInput
              label="公民身份号码"
              description={
                file?.idNumberMasked ? `现为 ${file.idNumberMasked}，不填则不变` : '资格证号和身份号码至少填一项'
              }
              {...form.getInputProps('idNumber')}
            />
          </>
        ) : (
          <>
            <Wide>
              <CodeField
                label="统一社会信用代码"
                description="18 位，边填边校验"
                value={uscc}
                error={form.errors['uscc']}
                onChange={(value) => form.setFieldValue('uscc', value)}
              />
            </Wide>
            {uscc.trim() === '' ? (
              <Wide>
                <TextInput
                  label="无代码的原因"
                  description="确实没有统一社会信用代码时填写"
                  {...form.getInputProps('noUsccReason')}
                />
              </Wide>
            ) : null}
          </>
        )}
        {isAgency(kind) || person ? (
          <TextInput
            label={person ? '所在机构代码' : '代理机构代码'}
            description={kind === 'agency_branch' ? '分支机构可为 7 位' : '5 位数字'}
            {...form.getInputProps('agencyCode')}
          />
        ) : null}
        {person ? null : (
          <DateField
            label="成立日期"
            clearable
            max={today}
            value={form.values.establishedOn}
            error={form.errors['establishedOn']}
            onChange={(date) => form.setFieldValue('establishedOn', date)}
          />
        )}
        {kind === 'agency_branch' || person ? (
          <>
            <TextInput label={person ? '所在机构名称' : '总部名称'} {...form.getInputProps('parentName')} />
            <CodeField
              label={person ? '所在机构信用代码' : '总部信用代码'}
              value={form.values.parentUscc}
              error={form.errors['parentUscc']}
              onChange={(value) => form.setFieldValue('parentUscc', value)}
            />
          </>
        ) : null}
      </FormGrid>
    </Section>
  );
}

function Contact({ form, file }: SubjectFieldsProps) {
  return (
    <Section title="联系">
      <FormGrid>
        {form.values.kind === 'agent' ? null : (
          <TextInput label="法定代表人（负责人）" {...form.getInputProps('legalPerson')} />
        )}
        <TextInput
          label="联系电话"
          description={file?.phoneMasked ? `现为 ${file.phoneMasked}，不填则不变` : undefined}
          {...form.getInputProps('phone')}
        />
        <TextInput label="电子邮箱" {...form.getInputProps('email')} />
        <TextInput label="所属区域" {...form.getInputProps('district')} />
        <Wide>
          <TextInput label="住所" maxLength={300} {...form.getInputProps('address')} />
        </Wide>
      </FormGrid>
    </Section>
  );
}

function Other({ form }: SubjectFieldsProps) {
  return (
    <Section title="其他">
      <FormGrid>
        <TextInput label="行业" {...form.getInputProps('industry')} />
        <TextInput label="工商注册号（旧）" description="15 位数字" {...form.getInputProps('oldRegistrationNo')} />
        <Wide>
          <TagsInput
            label="标签"
            description="输入后按回车添加"
            value={[...form.values.tags]}
            error={form.errors['tags']}
            onChange={(tags) => form.setFieldValue('tags', tags)}
          />
        </Wide>
        <Wide>
          <TagsInput
            label="曾用名"
            description="新的在前，输入后按回车添加"
            value={[...form.values.formerNames]}
            error={form.errors['formerNames']}
            onChange={(names) => form.setFieldValue('formerNames', names)}
          />
        </Wide>
        <Wide>
          <Textarea label="备注" autosize minRows={2} maxLength={2000} {...form.getInputProps('note')} />
        </Wide>
      </FormGrid>
    </Section>
  );
}
