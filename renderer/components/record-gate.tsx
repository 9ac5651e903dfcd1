import { Button } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { ApiError } from '../api/client';
import { Page } from './page';
import { Loading, QueryError } from './state-panels';

type RecordGateProps = {
  readonly error: ApiError | null;
  /** What is being read, e.g. 正在读取整改. */
  readonly label: string;
  readonly back: { readonly to: string; readonly label: string };
};

/** Stands where a record page will be: while it is read, or why it could not be and the way back to the list. */
export function RecordGate({ error, label, back }: RecordGateProps) {
  return (
    <Page>
      {error ? (
        <QueryError
          error={error}
          actions={
            <Button component={Link} to={back.to} variant="default">
              {back.label}
            </Button>
          }
        />
      ) : (
        <Loading label={label} />
      )}
    </Page>
  );
}
