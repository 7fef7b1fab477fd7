import { behaviour } from '../../../src/revocation/behaviour.ts';
import type { Behaviour, Browser, Use } from '../../../src/revocation/browser.ts';
import { OCSP_URLS_GONE } from '../../../src/revocation/milestones.ts';
import { CHANNELS, type Channel } from '../../../src/revocation/channel.ts';
import { day } from '../../ui/locale.ts';
import { SourceLink } from '../../ui/source-link.tsx';
import { text, type PlainKey } from '../../ui/text.ts';
import { CHANNEL_NAME } from '../../ui/channel-text.ts';

const MEANING = {
  ocsp: 'checkingOcsp',
  crl: 'checkingCrl',
  issuer: 'checkingIssuer',
} as const satisfies Record<Channel, PlainKey>;

const EVERY_ROOT = {
  never: 'checkingNever',
  'by-default': 'checkingByDefault',
  rarely: 'checkingRarely',
  unknown: 'checkingUnknown',
} as const satisfies Record<Use, PlainKey>;

const BUILT_IN = {
  never: 'checkingBuiltInNever',
  'by-default': 'checkingBuiltInByDefault',
  rarely: 'checkingBuiltInRarely',
  unknown: 'checkingBuiltInUnknown',
} as const satisfies Record<Use, PlainKey>;

const IMPORTED = {
  never: 'checkingImportedNever',
  'by-default': 'checkingImportedByDefault',
  rarely: 'checkingImportedRarely',
  unknown: 'checkingImportedUnknown',
} as const satisfies Record<Use, PlainKey>;

const CHANGED_BY = {
  'about-config': 'changedByAboutConfig',
  'enterprise-policy': 'changedByEnterprisePolicy',
} as const satisfies Record<Exclude<Behaviour['changedBy'], null>, PlainKey>;

/** How this browser checks certificates by its defaults, for either kind of root, each statement with its source. */
export function Checking({ browser }: { browser: Browser }) {
  const builtIn = behaviour(browser, 'built-in');
  const imported = behaviour(browser, 'imported');
  const asksNobody = builtIn.ocsp.use === 'never' && builtIn.crl.use === 'never';
  return (
    <>
      <dl class="facts">
        {CHANNELS.map((channel) => (
          <div key={channel}>
            <dt>{text(CHANNEL_NAME[channel])}</dt>
            <dd>
              <p>{text(MEANING[channel])}</p>
              {builtIn[channel].use === imported[channel].use ? (
                <Statement says={EVERY_ROOT[builtIn[channel].use]} known={builtIn[channel]} />
              ) : (
                <>
                  <Statement says={BUILT_IN[builtIn[channel].use]} known={builtIn[channel]} />
                  <Statement says={IMPORTED[imported[channel].use]} known={imported[channel]} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>{asksNobody ? text('checkingMeansNobody') : text('checkingMeansMaybe')}</p>
      <p>
        {text('checkingNoResponders', day(OCSP_URLS_GONE.date))}{' '}
        <span class="source">
          <SourceLink source={OCSP_URLS_GONE.source} />
        </span>
      </p>
    </>
  );
}

function Statement({ says, known }: { says: PlainKey; known: Behaviour }) {
  return (
    <p>
      {text(says)} {known.changedBy !== null && text(CHANGED_BY[known.changedBy])}{' '}
      <span class="source">
        <SourceLink source={known.source} />
      </span>
    </p>
  );
}
