/** A page in Firefox as a person with certain preferences sees it. */
import type { Preferences } from './driver.ts';
import type { Marionette } from './marionette.ts';

export async function preferInFirefox(
  firefox: Marionette,
  browserId: number,
  { colorScheme, forcedColors, reducedMotion }: Preferences,
): Promise<void> {
  await firefox.chrome(
    `const page = BrowsingContext.getCurrentTopByBrowserId(arguments[0]);
     page.prefersColorSchemeOverride = arguments[1];
     page.forcedColorsOverride = arguments[2];
     page.prefersReducedMotionOverride = arguments[3];`,
    browserId,
    colorScheme ?? 'none',
    forcedColors === true ? 'active' : 'none',
    reducedMotion === true ? 'reduce' : 'none',
  );
}
