import { join } from 'node:path';
import type { EngineRouteName, RouteInput, RouteOutput } from '#shared/ipc/contract';
import { addDays, type IsoDate, weekday } from '#shared/kernel/dates';
import type { JobContext } from '../../ipc/context';

export type Call = <N extends EngineRouteName>(
  route: N,
  input: RouteInput<N>,
  options?: { officerId?: string },
) => Promise<RouteOutput<N>>;

export type StoryTools = {
  readonly call: Call;
  readonly today: IsoDate;
  /** A weekday so many days before (negative) or after today. */
  readonly day: (offset: number) => IsoDate;
  /** A token for one of the shipped sample files. */
  readonly file: (name: string) => string;
  readonly step: (title: string, count: number) => void;
};

/** The story runs through the same routes as the window; only its texts and days are its own. */
export function storyTools(context: JobContext, onStep: (title: string, count: number) => void): StoryTools {
  const today = context.clock.today();
  return {
    call: (route, input, options) => context.invoke(route, input, options) as never,
    today,
    day: (offset) => {
      const date = addDays(today, offset);
      const back = weekday(date) - 5;
      return back > 0 ? addDays(date, -back) : date;
    },
    file: (name) => {
      const token = `sample:${name}`;
      context.files.add(token, { path: join(context.resourcesDir, 'samples', name), mode: 'read' });
      return token;
    },
    step: onStep,
  };
}
