import type { Terminal } from './terminal';

export type CommandOptions = {
  readonly store: string | undefined;
  readonly user: string | undefined;
  readonly out: string | undefined;
  readonly sheet: string | undefined;
  readonly kind: string | undefined;
  readonly asOf: string | undefined;
  readonly item: string | undefined;
  readonly source: string | undefined;
  readonly errors: string | undefined;
  readonly createSubjects: boolean;
  readonly changed: boolean;
  readonly json: boolean;
};

export type CommandCall = {
  readonly arguments: readonly string[];
  readonly options: CommandOptions;
  readonly terminal: Terminal;
};

export type Command = {
  readonly name: string;
  readonly arguments: readonly string[];
  readonly options: readonly string[];
  readonly summary: string;
  readonly run: (call: CommandCall) => Promise<void>;
};
