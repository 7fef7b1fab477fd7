import type { PageExposure } from '../../src/exposure/exposure.ts';
import { text } from '../ui/text.ts';

/** Let's Encrypt's policy does not cover what another CA records, and this extension does not know theirs. */
export function AnotherAuthority({ page }: { page: PageExposure }) {
  if (page.main.issuer.is !== 'other') return null;
  return (
    <section class="another-authority">
      <p class="aside">{text('anotherAuthorityPolicy')}</p>
    </section>
  );
}
