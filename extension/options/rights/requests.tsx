import type { RequestChange, SentRequest } from '../../../src/rights/request.ts';
import { changeRequest, deleteRequests } from '../../platform/requests.ts';
import { counted, text } from '../../ui/text.ts';
import { useState } from 'preact/hooks';
import { DeleteButton } from './delete-button.tsx';
import { RequestCard } from './request-card.tsx';
import { useRequests } from './kept-requests.ts';

/** The requests that the person has noted. */
export function Requests({ today }: { today: string }) {
  const kept = useRequests();
  const [changeFailed, setChangeFailed] = useState(false);
  const attempt = (change: Promise<void>) => {
    change.then(
      () => setChangeFailed(false),
      () => setChangeFailed(true),
    );
  };
  return (
    <section id="rights-requests" aria-labelledby="rights-requests-title">
      <h3 id="rights-requests-title">{text('requestsTitle')}</h3>
      <p class="aside">{text('requestsIntroduction')}</p>
      <output class="problem">
        {kept === 'failed' && text('requestsFailed')}
        {changeFailed && text('requestsChangeFailed')}
        {typeof kept === 'object' && kept.corrupt > 0 && counted('requestsCorrupt', kept.corrupt)}
      </output>
      {typeof kept === 'object' && kept.newer > 0 && <p>{counted('requestsNewer', kept.newer)}</p>}
      {typeof kept === 'object' && (
        <RequestList
          requests={kept.requests}
          today={today}
          onChange={(reference, change) => attempt(changeRequest(reference, change))}
          onDelete={(references) => attempt(deleteRequests(references))}
        />
      )}
    </section>
  );
}

interface RequestListProps {
  requests: SentRequest[];
  today: string;
  onChange: (reference: string, change: RequestChange) => void;
  onDelete: (references: string[]) => void;
}

function RequestList({ requests, today, onChange, onDelete }: RequestListProps) {
  if (requests.length === 0) return <p>{text('requestsEmpty')}</p>;
  return (
    <>
      <ul class="requests">
        {requests.map((request) => (
          <li key={request.reference}>
            <RequestCard
              request={request}
              today={today}
              onChange={(change) => onChange(request.reference, change)}
              onDelete={() => onDelete([request.reference])}
            />
          </li>
        ))}
      </ul>
      <p class="aside">{text('requestsDates')}</p>
      {requests.length > 1 && (
        <DeleteButton
          label={text('requestsDeleteAll')}
          question={counted('requestsDeleteAllSure', requests.length)}
          onDelete={() => onDelete(requests.map(({ reference }) => reference))}
        >
          {text('requestsDeleteAll')}
        </DeleteButton>
      )}
    </>
  );
}
