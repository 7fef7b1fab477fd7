import type { PageExposure } from '../../src/exposure/exposure.ts';
import { optionsAddress } from '../ui/options-address.ts';
import { text } from '../ui/text.ts';
import { pageHosts } from './page-contacts.ts';

/** Firefox: where OCSP was tried or is possible, the way to see such requests leave. */
export function PreciseWatchHint({ page }: { page: PageExposure }) {
  const concerned = pageHosts(page).some(
    ({ channels: { ocsp } }) => ocsp.state === 'tried' || ocsp.state === 'possible',
  );
  if (!concerned) return null;
  return (
    <section class="precise-watch-hint">
      <a class="quiet" href={optionsAddress('overview-precise-watch')} target="_blank">
        {text('preciseWatchHint')}
      </a>
    </section>
  );
}
