import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import { useAction, useRoute } from '../../api/queries';
import { nextStep } from './next-step';
import type { SubjectFile } from './subject-words';

/** The one primary button of the record. */
export function NextStepButton({ file }: { readonly file: SubjectFile }) {
  const rate = useAction('rating.rate-subject', {
    done: ({ gradeCode }) => `已评价为 ${gradeCode} 级`,
  });
  const packs = useRoute('rating.list-packs', {}).data?.packs ?? [];
  const step = nextStep(
    file,
    packs.some(({ subjectKinds }) => subjectKinds.includes(file.kind)),
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
