import { inert, spelledOut } from './inert.ts';

/** A host's or an issuer's name: harmless, cut when very long, whole in its tooltip. Hosts stay in their ASCII form. */
export function HostileName({ name, length = 80 }: { name: string; length?: number }) {
  const whole = spelledOut(name);
  const shown = inert(name, length);
  return (
    <bdi class="hostile-name" title={shown.includes('…') ? whole : undefined}>
      {shown}
    </bdi>
  );
}
