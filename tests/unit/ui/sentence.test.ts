import './fake-browser.ts';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../../src/exposure/reason.ts';
import type { Source } from '../../../src/exposure/source.ts';
import type { UnknownIssuer } from '../../../src/letsencrypt/issuer.ts';
import { CHANNELS } from '../../../src/revocation/channel.ts';
import { sentence } from '../../../extension/ui/sentence.ts';

const source: Source = { kind: 'this-visit', api: 'test' };
const NOW = new Date(2026, 10, 22, 15, 0).getTime();
const AT = new Date(2026, 10, 22, 14, 2).getTime();
const YESTERDAY = new Date(2026, 10, 21, 9, 30).getTime();
const UNKNOWN: UnknownIssuer[] = [
  'hidden-by-browser',
  'browser-too-old',
  'no-site-access',
  'not-seen',
  'unreadable',
];

const onEachChannel: Reason[] = CHANNELS.flatMap((channel) => [
  { id: 'seen-leaving', channel, endpoint: 'http://ye1.o.lencr.org/', at: AT, source },
  { id: 'not-named', channel, source },
  { id: 'not-expected', channel, browser: 'Firefox 153', changedBy: null, source },
  { id: 'not-observed', channel, source },
  { id: 'unlikely', channel, browser: 'Chromium 156', source },
  { id: 'possible', channel, browser: 'Firefox 153', endpoint: null, source },
  { id: 'cannot-tell', channel, source },
  { id: 'another-operator', channel, endpoint: 'http://ocsp.example/', source },
]);

const others: Reason[] = [
  { id: 'issuer-proven', authority: 'YE1', proof: { by: 'authority-key' }, source },
  { id: 'issuer-proven', authority: 'YE9', proof: { by: 'root-key', root: 'ISRG Root X2' }, source },
  { id: 'issuer-staging', authority: '(STAGING) Yonder Yam', source },
  { id: 'issuer-claimed', authority: 'R3', why: 'no-known-key', source },
  { id: 'issuer-claimed', authority: 'R3', why: 'signature-fails', source },
  { id: 'issuer-claimed', authority: null, why: 'cannot-verify', source },
  { id: 'issuer-local', authority: 'Office Proxy', source },
  { id: 'issuer-other', authority: 'Example CA', organization: 'Example Ltd', source },
  ...UNKNOWN.map((why): Reason => ({ id: 'issuer-unknown', why, source })),
  { id: 'local-root', authority: 'Office Proxy', source },
  { id: 'fact-reused', at: AT, source },
  { id: 'tried', channel: 'ocsp', endpoint: null, at: AT, source },
  { id: 'tried', channel: 'ocsp', endpoint: 'http://ye1.o.lencr.org', at: AT, source },
  { id: 'responders-off', environment: 'production', date: '2025-08-06', source },
  { id: 'responders-off', environment: 'staging', date: '2025-08-06', source },
  { id: 'own-site', host: 'community.letsencrypt.org', service: 'forum', source },
];

describe('the sentence of a reason', () => {
  it('is a whole sentence of its own for each reason, channel and cause', () => {
    const sentences = [...onEachChannel, ...others].map((reason) => sentence(reason, NOW));
    for (const shown of sentences) expect(shown).toMatch(/^[A-Z(].+\.$/);
    for (const shown of sentences) expect(shown).not.toMatch(/undefined|null|\$/);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('says "seen leaving", where to and when, and that arrival is unknown', () => {
    const reason: Reason = {
      id: 'seen-leaving',
      channel: 'ocsp',
      endpoint: 'http://ye1.o.lencr.org/',
      at: AT,
      source,
    };
    expect(sentence(reason, NOW)).toBe(
      'At 14:02 a question about a certificate was seen leaving for ye1.o.lencr.org (OCSP). Whether it arrived is unknown.',
    );
  });

  it('adds the date to a time of another day', () => {
    expect(sentence({ id: 'fact-reused', at: YESTERDAY, source }, NOW)).toContain('21 Nov 2026, 09:30');
  });

  it('says what can change a default', () => {
    const reason = { id: 'not-expected', channel: 'ocsp', browser: 'Firefox 153', source } as const;
    expect(sentence({ ...reason, changedBy: 'about-config' }, NOW)).toContain('about:config');
    expect(sentence({ ...reason, changedBy: 'enterprise-policy' }, NOW)).toContain("administrator's policy");
    expect(sentence({ ...reason, changedBy: null }, NOW)).not.toMatch(/can change/);
  });

  it('shows a hostile name harmless', () => {
    const reason: Reason = {
      id: 'issuer-other',
      authority: `Trust\u202Eme\u200B${'x'.repeat(300)}`,
      organization: null,
      source,
    };
    const shown = sentence(reason, NOW);
    expect(shown).toContain('Trust[U+202E]me[U+200B]');
    expect(shown.length).toBeLessThan(160);
  });
});
