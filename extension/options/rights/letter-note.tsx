import { useEffect, useState } from 'preact/hooks';
import { foundBy, type LetterRequest } from '../../../src/rights/letter-request.ts';
import { REQUEST_VERSION } from '../../../src/rights/request.ts';
import { keepRequest } from '../../platform/requests.ts';
import { inPrivateWindow } from '../../platform/tabs.ts';
import { text } from '../../ui/text.ts';
import { localDay } from './local-time.ts';

interface LetterNoteProps {
  request: LetterRequest;
  reference: string;
  complete: boolean;
}

/** Notes a letter among the person's own requests, when they say that it was sent. */
export function LetterNote({ request, reference, complete }: LetterNoteProps) {
  const [outcome, setOutcome] = useState<'noted' | 'failed' | null>(null);
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => {
    inPrivateWindow().then(setPrivate, () => {});
  }, []);
  const note = () => {
    keepRequest({
      version: REQUEST_VERSION,
      reference,
      right: request.right,
      sent: localDay(new Date()),
      contacts:
        foundBy(request) === 'log-entries'
          ? request.contacts.flatMap(({ channel, host, at }) =>
              at === null ? [] : [{ channel, host: host.trim(), at }],
            )
          : [],
      state: 'sent',
      notes: '',
    }).then(
      () => setOutcome('noted'),
      () => setOutcome('failed'),
    );
  };
  return (
    <div class="note">
      <p>{text('letterNoteText')}</p>
      {isPrivate && <p>{text('letterNotePrivate')}</p>}
      <button type="button" class="button" disabled={!complete || outcome === 'noted'} onClick={note}>
        {text('letterNote')}
      </button>
      <output>
        {outcome === 'noted' && <a href="#rights-requests">{text('letterNoted')}</a>}
        {outcome === 'failed' && text('letterNoteFailed')}
      </output>
    </div>
  );
}
