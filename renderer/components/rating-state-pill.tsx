import { type RatingRunState, ratingRunStateLabels } from '#shared/domain/rating/run-state';
import { StatePill, type StateTone } from './pill';

const TONES: Record<RatingRunState, StateTone> = {
  proposed: 'going',
  approved: 'done',
  rejected: 'warn',
  superseded: 'off',
};

/** Whether a rating, or the run it belongs to, has been approved by a second officer. */
export function RatingStatePill({ state }: { readonly state: RatingRunState }) {
  return <StatePill label={ratingRunStateLabels[state]} tone={TONES[state]} />;
}
