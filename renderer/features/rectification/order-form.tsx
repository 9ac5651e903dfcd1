import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import type { Term } from '#shared/domain/rectification/term';
import type { RouteOutput } from '#shared/ipc/contract';
import { requireFields } from '../../api/form-problems';
import { useAction } from '../../api/queries';
import { useToday } from '../../api/today';
import { DateField, FormGrid, Wide } from '../../components/fields';
import { FormProblem, SubmitForm } from '../../components/form-drawer';
import { LawSide } from '../../components/law-side';
import { OfficerPair } from '../../components/officer-fields';
import { Columns } from '../../components/page';
import { Section } from '../../components/section';
import { type PickedSubject, SubjectPick } from '../../components/subject-pick';
import { OrderItem } from './order-item';
import css from './rectification.module.css';

export type OrderItemValues = {
  readonly key: string;
  readonly findingId?: string;
  readonly problem: string;
  readonly requirement: string;
  readonly term: Term;
};
export type OrderValues = {
  subject: PickedSubject | null;
  orderedOn: string;
  items: readonly OrderItemValues[];
  violated: string;
  basis: string;
  contact: string;
  contactPhone: string;
  officers: readonly [string | null, string | null];
};
type Defaults = RouteOutput<'rectification.get-defaults'>;
type OrderFormProps = {
  readonly initial: OrderValues;
  readonly inspectionId?: string | undefined;
  readonly fixedSubject: boolean;
  readonly defaults: Defaults;
  readonly onOrdered: (id: string) => void;
};

export function OrderForm({ initial, inspectionId, fixedSubject, defaults, onOrdered }: OrderFormProps) {
  const today = useToday();
  const form = useForm<OrderValues>({ initialValues: initial });
  const order = useAction('rectification.order', {
    form,
    done: ({ no }) => `已开具 ${no}`,
    onDone: ({ id }) => onOrdered(id),
  });
  const { values, errors } = form;
  const setItem = (at: number, item: OrderItemValues) =>
    form.setFieldValue(
      'items',
      values.items.map((old, index) => (index === at ? item : old)),
    );

  const submit = () => {
    const complete = requireFields(form, {
      subjectId: [values.subject, '请选择当事人'],
      ...Object.fromEntries(
        values.items.flatMap((item, at) => [
          [`items.${at}.problem`, [item.problem, '请写明问题']],
          [`items.${at}.requirement`, [item.requirement, '请写明整改要求']],
        ]),
      ),
      violated: [values.violated, '请写明违反的规定'],
      basis: [values.basis, '请写明责令改正的依据'],
      orderedOn: [values.orderedOn, '请填写责令日期'],
      'officerIds.0': [values.officers[0], '请选择第一名执法人员'],
      'officerIds.1': [values.officers[1], '请选择第二名执法人员'],
      contact: [values.contact, '请填写联系人'],
      contactPhone: [values.contactPhone, '请填写联系电话'],
    });
    if (!complete) return;
    void order.run({
      ...(inspectionId ? { inspectionId } : {}),
      subjectId: values.subject?.id ?? '',
      orderedOn: values.orderedOn,
      items: values.items.map(({ key: _, ...item }) => item),
      violated: values.violated,
      basis: values.basis,
      contact: values.contact,
      contactPhone: values.contactPhone,
      officerIds: [values.officers[0] ?? '', values.officers[1] ?? ''],
    });
  };
  const officerError = (at: 0 | 1) => errors[`officerIds.${at}`] ?? errors[`officer${at + 1}Id`];

  return (
    <SubmitForm onSubmit={submit} busy={order.busy}>
      <Columns
        main={
          <>
            <Section title="当事人">
              <FormGrid>
                <Wide>
                  {fixedSubject ? (
                    <TextInput label="当事人" readOnly value={values.subject?.name ?? ''} />
                  ) : (
                    <SubjectPick
                      label="当事人"
                      value={values.subject}
                      error={errors['subjectId']}
                      onChange={(value) => form.setFieldValue('subject', value)}
                    />
                  )}
                </Wide>
                <DateField
                  label="责令日期"
                  required
                  max={today}
                  value={values.orderedOn || null}
                  error={errors['orderedOn']}
                  onChange={(value) => form.setFieldValue('orderedOn', value ?? '')}
                />
              </FormGrid>
            </Section>
            <Section title="整改事项" count={values.items.length}>
              <div className={css.stack}>
                {values.items.map((item, at) => (
                  <OrderItem
                    key={item.key}
                    number={at + 1}
                    value={item}
                    errors={errors}
                    orderedOn={values.orderedOn}
                    terms={defaults.terms}
                    onChange={(next) => setItem(at, next)}
                    onRemove={
                      values.items.length > 1
                        ? () =>
                            form.setFieldValue(
                              'items',
                              values.items.filter((_, index) => index !== at),
                            )
                        : undefined
                    }
                  />
                ))}
                <div>
                  <Button
                    variant="default"
                    leftSection={<IconPlus size={16} stroke={1.5} />}
                    onClick={() => form.setFieldValue('items', [...values.items, nextItem(values.items, defaults)])}
                  >
                    再加一项
                  </Button>
                </div>
              </div>
            </Section>
            <Section title="依据和承办">
              <FormGrid>
                <Wide>
                  <Textarea label="违反的规定" required autosize {...form.getInputProps('violated')} />
                </Wide>
                <Wide>
                  <Textarea label="责令改正的依据" required autosize {...form.getInputProps('basis')} />
                </Wide>
                <Wide>
                  <OfficerPair
                    on={values.orderedOn || today}
                    subjectId={values.subject?.id ?? null}
                    value={values.officers}
                    errors={[officerError(0), officerError(1)]}
                    onChange={(value) => form.setFieldValue('officers', value)}
                  />
                </Wide>
                <TextInput label="联系人" required {...form.getInputProps('contact')} />
                <TextInput label="联系电话" required {...form.getInputProps('contactPhone')} />
                <Wide>
                  <FormProblem error={order.error} />
                </Wide>
                <Wide>
                  <Button type="submit" loading={order.busy}>
                    开具责令改正通知书
                  </Button>
                </Wide>
              </FormGrid>
            </Section>
          </>
        }
        side={
          <LawSide clauses={[{ ...defaults.basis.basis, verified: defaults.basis.verified }]} title="责令改正的依据" />
        }
      />
    </SubmitForm>
  );
}

/** A further item runs as long as the last one. */
function nextItem(items: readonly OrderItemValues[], defaults: Defaults): OrderItemValues {
  const term = items.at(-1)?.term ?? firstTerm(defaults);
  return { key: crypto.randomUUID(), problem: '', requirement: '', term };
}

/** The first term of the office's pack that leaves some time. */
export const firstTerm = ({ terms }: Defaults): Term =>
  terms.find(({ term }) => term.count > 0)?.term ?? { count: 0, unit: 'calendar_day' };
