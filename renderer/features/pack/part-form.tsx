import { BaseForm } from './base-form';
import { CaseForm } from './case-form';
import { useDraftScope } from './draft-context';
import { GradeForm } from './grade-form';
import { GroupForm } from './group-form';
import { HeadForm } from './head-form';
import { NodeForm } from './node-form';
import type { Part } from './pack-parts';
import type { Check } from './pack-words';
import { BasisForm, BonusForm, LimitsForm } from './small-forms';
import { VetoForm } from './veto-form';

type PartFormProps = { readonly part: Part; readonly check: Check | null; readonly onAdd: () => void };

/** The form of the chosen part. */
export function PartForm({ part, check, onAdd }: PartFormProps) {
  const { pack } = useDraftScope();
  switch (part.kind) {
    case 'head':
      return <HeadForm />;
    case 'base':
      return <BaseForm />;
    case 'node':
      return <NodeForm at={part.path} />;
    case 'bonus':
      return (pack.bonus ?? null) === null ? <GroupForm group="bonus" onAdd={onAdd} /> : <BonusForm />;
    case 'veto':
      return <VetoForm at={part.path} />;
    case 'grade':
      return <GradeForm at={part.path} />;
    case 'limits':
      return <LimitsForm />;
    case 'basis':
      return <BasisForm at={part.path} />;
    case 'case':
      return <CaseForm at={part.path} check={check} />;
    default:
      return <GroupForm group={part.kind} onAdd={onAdd} />;
  }
}
