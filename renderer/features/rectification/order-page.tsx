import { useNavigate, useSearchParams } from 'react-router-dom';
import { checklistItems } from '#shared/domain/inspection/checklist';
import type { RouteOutput } from '#shared/ipc/contract';
import { useRoute } from '../../api/queries';
import { useToday } from '../../api/today';
import { Page, PageHeader } from '../../components/page';
import { Loading, QueryError } from '../../components/state-panels';
import { firstTerm, OrderForm, type OrderValues } from './order-form';

type Inspection = RouteOutput<'inspection.get'>;
type Office = RouteOutput<'office.get'>;

/** `/rectifications/new`, from an inspection with `?inspection=ID`: its findings become the items. */
export function OrderPage() {
  const navigate = useNavigate();
  const today = useToday();
  const [params] = useSearchParams();
  const inspectionId = params.get('inspection');
  const subjectId = params.get('subject');
  const inspection = useRoute('inspection.get', { id: inspectionId ?? '' }, { enabled: inspectionId !== null });
  const subject = useRoute('subject.get', { id: subjectId ?? '' }, { enabled: subjectId !== null });
  const office = useRoute('office.get', {});
  const defaults = useRoute('rectification.get-defaults', {});

  const file = inspection.data ?? null;
  const error = inspection.error ?? subject.error ?? office.error ?? defaults.error;
  const waiting =
    (inspectionId !== null && inspection.isPending) || (subjectId !== null && subject.isPending) || !defaults.data;
  const earlier = file?.rectifications.filter((order) => order.state !== 'cancelled') ?? [];
  return (
    <Page>
      <PageHeader
        title="开具责令改正通知书"
        purpose={
          earlier.length > 0
            ? `这次检查已开具 ${earlier.map((order) => order.no).join('、')}，已列入的问题不能重复责令。`
            : '逐项写明问题、要求和期限，到期日随填随算。'
        }
        back={
          file ? { to: `/inspections/${file.id}`, label: `检查 ${file.no}` } : { to: '/rectifications', label: '整改' }
        }
      />
      {error ? <QueryError error={error} /> : null}
      {!error && waiting ? <Loading /> : null}
      {!error && !waiting && defaults.data && office.data ? (
        <OrderForm
          initial={initialValues({
            file,
            subject: subject.data ?? null,
            office: office.data,
            defaults: defaults.data,
            today,
          })}
          inspectionId={file?.id}
          fixedSubject={file !== null}
          defaults={defaults.data}
          onOrdered={(id) => navigate(`/rectifications/${id}`, { replace: true })}
        />
      ) : null}
    </Page>
  );
}

type Sources = {
  readonly file: Inspection | null;
  readonly subject: { readonly id: string; readonly name: string } | null;
  readonly office: Office;
  readonly defaults: RouteOutput<'rectification.get-defaults'>;
  readonly today: string;
};

function initialValues({ file, subject, office, defaults, today }: Sources): OrderValues {
  const questions = new Map(file ? checklistItems(file.checklist).map((item) => [item.code, item]) : []);
  const findings = file?.findings.filter((finding) => finding.state === 'open') ?? [];
  const clauses = findings.map(({ clause }) => `《${clause.document.replace(/^《|》$/g, '')}》${clause.article}`);
  const [first, second] = file?.officers ?? [];
  return {
    subject: file ? { id: file.subjectId, name: file.subjectName } : subject,
    orderedOn: today,
    items:
      findings.length > 0
        ? findings.map((finding) => {
            const question = finding.itemCode === null ? undefined : questions.get(finding.itemCode);
            return {
              key: finding.id,
              findingId: finding.id,
              problem: finding.facts,
              requirement: question?.requirementDefault ?? '',
              term: question?.termDefault ?? firstTerm(defaults),
            };
          })
        : [blankItem(defaults)],
    violated: [...new Set(clauses)].join('、'),
    basis: defaults.basis.text,
    contact: first?.name ?? office.actor?.name ?? '',
    contactPhone: office.office?.phone ?? '',
    officers: [first?.id ?? office.actor?.id ?? null, second?.id ?? null],
  };
}

const blankItem = (defaults: RouteOutput<'rectification.get-defaults'>): OrderValues['items'][number] => ({
  key: crypto.randomUUID(),
  problem: '',
  requirement: '',
  term: firstTerm(defaults),
});
