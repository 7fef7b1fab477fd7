/** What the policy says about selling data and about handing it to authorities and other third parties. */
import type { Section } from './section.ts';
import type { Context } from './context.ts';

export interface SaleFacts {
  section: Section;
  sold: boolean;
  /** Whose data the statement covers. */
  contexts: Context[];
}

export interface DisclosureFacts {
  section: Section;
  what: 'personally-identifiable-information';
  certainty: 'may';
  /** Only as far as the operator has it. */
  onlyWhatIsHeld: boolean;
  grounds: (
    | { ground: 'consent' }
    /** The operator believes in good faith that the law requires it. */
    | { ground: 'required-by-law'; examples: ('subpoena' | 'judicial-order' | 'administrative-order')[] }
  )[];
  /** Disclosure without an order, in good faith that it prevents harm. */
  emergency: {
    what: 'account-recovery-information';
    toPrevent: ('loss-of-life' | 'personal-injury' | 'property-damage' | 'significant-financial-harm')[];
  };
  /** Before a disclosure that the law requires. */
  priorNotice: {
    certainty: 'attempted';
    unless: ('prohibited' | 'futile')[];
    purpose: 'opportunity-to-object';
    means: 'reasonably-practical';
  };
  /** What happens when the person does not challenge the request. */
  ifUnchallenged: 'operator-may-have-to-disclose';
  /** The operator may object by itself. */
  ownObjection: { reserved: boolean; atOwnDiscretion: boolean; to: 'requests-it-finds-improper' };
}
