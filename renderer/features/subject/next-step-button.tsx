import { Button } from '@mantine/core';
import { Link, useNavigate } from 'react-router-dom';
import { useAction, useRoute } from '../../api/queries';
import { useBands } from '../../components/grade-bands';
import { nextStep } from './next-step';
import type { SubjectFile } from './subject-words';

/** The one primary button of the record. */
export function NextStepButton({ file }: { readonly file: SubjectFile }) {
  const navigate = useNavigate();
  const { nameOf } = useBands();
  const rate = useAction('rating.rate-subject', {
    done: ({ gradeCode }) => `已评为 ${nameOf(gradeCode)}，等待第二人审定`,
    onDone: ({ ratingId }) => navigate(`/ratings/${ratingId}`),
  });
  const history = useRoute('rating.history', { subjectId: file.id }).data?.rows ?? [];
  const packs = useRoute('rating.list-packs', {}).data?.packs ?? [];
  const step = nextStep(
    file,
    packs.some(({ subjectKinds }) => subjectKinds.includes(file.kind)),
    history.find(({ state }) => state === 'proposed')?.id ?? null,
  );
  if (step.kind === 'link')
    return (
      <Button component={Link} to={step.to}>
        {step.label}
      </Button>
    );
  return (
    <Button loading={rate.busy} onClick={() => void rate.run({ subjectId: file.id })}>
      评价信用等级
    </Button>
  );
}
